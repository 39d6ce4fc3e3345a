"""Reads a whole article: the header from its infobox, then each section by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from wikialbum.album import Album
from wikialbum.diagnostics import Span
from wikialbum.errors import StrictParseError
from wikialbum.normalize.context import Context
from wikialbum.normalize.infobox import Value, read_infobox
from wikialbum.normalize.names import clean
from wikialbum.normalize.sections import SectionWalk
from wikialbum.normalize.strictness import doubts, excerpt
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.vocabulary import Vocabulary
from wikialbum.vocabulary.model import fold

_DISAMBIGUATOR: Final = re.compile(r"\s+\((?P<words>[^()]*)\)\Z")


def read_album(article: nodes.Article, *, title: str | None, strict: bool, words: Vocabulary) -> Album:
    """The album that an article describes; see `wikialbum.normalize`."""
    context = Context(words)
    article_title = clean(reading(article.title.title), context) if article.title else title
    header, infobox, spans = _read_header(article, context)
    walk = SectionWalk(context)
    walk.read(article)
    if header.get("title") is None and article_title:
        header["title"] = without_disambiguator(article_title, words)
    if header.get("title") is None:
        context.note("no-title", "expected an infobox or a heading '= Title =' to name the album")
    diagnostics = tuple(sorted(context.diagnostics, key=lambda each: each.span.offset if each.span else -1))
    if strict and doubts(diagnostics):
        source = str(article)
        raise StrictParseError(doubts(diagnostics), [excerpt(source, each) for each in doubts(diagnostics)])
    return Album(
        article_title=article_title or None,
        infobox=infobox,
        diagnostics=diagnostics,
        article=article,
        spans=spans,
        **header,
        **walk.results(),
    )


def without_disambiguator(title: str, words: Vocabulary) -> str:
    """An article's title without the parenthesis that only tells it from others: `Jug (album)`."""
    match = _DISAMBIGUATOR.search(title)
    if match is None or not match.start():
        return title
    is_other = words.disambiguators.isdisjoint(fold(match["words"]).split())
    return title if is_other else title[: match.start()]


def _read_header(article: nodes.Article, context: Context) -> tuple[dict[str, Any], dict[str, str], dict[str, Span]]:
    infobox = article.infobox
    if infobox is None:
        context.note("no-infobox", "the article has no infobox")
        return {}, {}, {}
    header, text, spans = read_infobox(_plain_values(infobox), context)
    if infobox.name is not None:
        header["title"] = clean(reading(infobox.name.content), context) or None
        if infobox.name.span is not None:
            spans["title"] = infobox.name.span
    return header, text, spans


def _plain_values(infobox: nodes.Infobox) -> Iterator[Value]:
    for field in infobox.fields:
        offset = len(field.marker) + len(field.key) + len(field.separator)
        yield Value(field.key.strip(), field.value, field.span, offset)
