"""Reads whole articles: for each album the header from its infobox, then each section by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from wikialbum.album import Album
from wikialbum.diagnostics import Diagnostic, Span
from wikialbum.errors import StrictParseError
from wikialbum.normalize.context import Context
from wikialbum.normalize.infobox import Value, read_infobox
from wikialbum.normalize.names import clean
from wikialbum.normalize.portions import Portion, find_portions
from wikialbum.normalize.sections import SectionWalk
from wikialbum.normalize.strictness import doubts, excerpt
from wikialbum.normalize.unknown_templates import noting_unknown_templates
from wikialbum.normalize.wiki_header import inner_templates, old_reviews, template_values
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.asides import asides
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Template
from wikialbum.vocabulary import Vocabulary
from wikialbum.vocabulary.model import fold

_DISAMBIGUATOR: Final = lazy_pattern(r"(?<=\S)\s\((?P<words>[^()]*)\)\Z")


def read_album(article: nodes.Article, *, title: str | None, strict: bool, words: Vocabulary) -> Album:
    """The first album that an article describes; see `wikialbum.normalize`."""
    album = next(read_albums(article, title=title, words=words))
    doubtful = doubts(album.diagnostics) if strict else []
    if doubtful:
        source = str(article)
        raise StrictParseError(doubtful, [excerpt(source, each) for each in doubtful])
    return album


def read_albums(article: nodes.Article, *, title: str | None, words: Vocabulary) -> Iterator[Album]:
    """Every album that an article describes, in order; at least one."""
    finding = Context(words)
    portions = find_portions(article, finding)
    homes = tuple(portion.home for portion in portions if portion.home is not None)
    for place, portion in enumerate(portions):
        context = Context(words, finding.templates)
        if len(portions) > 1 and not place:
            span = portions[1].home.span if portions[1].home else None
            context.note("several-albums", f"the article describes {len(portions)} albums; this is the first", span)
        yield _read_portion(article, portion, () if portion.home else homes, title, context)


def _read_portion(
    article: nodes.Article, portion: Portion, others: tuple[nodes.Section, ...], title: str | None, context: Context
) -> Album:
    walk = SectionWalk(context, others)
    article_title = clean(reading(article.title.title), context) if article.title else title
    with noting_unknown_templates(context):
        header, infobox, spans = _read_header(portion, walk, context)
        walk.read(portion)
    if header.get("title") is None and article_title and portion.home is None:
        header["title"] = without_disambiguator(article_title, context.words)
    if header.get("title") is None:
        context.note("no-title", "expected an infobox or a heading '= Title =' to name the album", _START)
    header["chronology"] = (*header.get("chronology", ()), *walk.chronology)
    facts = walk.results()
    if isinstance(portion.infobox, Template):
        facts["ratings"] = (*old_reviews(portion.infobox, context), *facts["ratings"])
    return Album(
        article_title=article_title or None,
        categories=_categories(article, context),
        infobox=infobox,
        diagnostics=_in_order(context.diagnostics),
        article=article,
        spans=spans,
        **header,
        **facts,
    )


_START: Final = Span(0, 0, 1, 1)


def without_disambiguator(title: str, words: Vocabulary) -> str:
    """An article's title without the parenthesis that only tells it from others: `Jug (album)`."""
    match = _DISAMBIGUATOR.search(title)
    if match is None:
        return title
    is_other = words.disambiguators.isdisjoint(fold(match["words"]).split())
    return title if is_other else title[: match.start()]


def _read_header(
    portion: Portion, walk: SectionWalk, context: Context
) -> tuple[dict[str, Any], dict[str, str], dict[str, Span]]:
    infobox = portion.infobox
    if infobox is None:
        context.note("no-infobox", "the article has no infobox", _START)
        return {}, {}, {}
    if isinstance(infobox, Template):
        for kind, template in inner_templates(infobox, context):
            walk.read_inner(kind, template)
        walk.read_infobox(infobox)
        return read_infobox(template_values(infobox, context), context)
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


def _categories(article: nodes.Article, context: Context) -> tuple[str, ...]:
    """The categories of an article, in order; they stand among templates and links of their own lines."""
    if article.dialect == "plain":
        return ()
    category = _category_link(context.words)
    names: dict[str, None] = {}
    for aside in asides(article):
        match = category.match(str(aside))
        if match is not None:
            names[" ".join(match["name"].replace("_", " ").split())] = None
    return tuple(names)


@cache
def _category_link(words: Vocabulary) -> re.Pattern[str]:
    """A link that puts the article into a category, in one language."""
    namespaces = "|".join(map(re.escape, sorted(words.templates.categories)))
    return re.compile(rf"\[\[[\s_]*+(?:{namespaces})[\s_]*+:(?=[\s_]*+[^\s_|\]])(?P<name>[^|\]]++)", re.IGNORECASE)


def _in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda each: each.span.offset if each.span else -1))
