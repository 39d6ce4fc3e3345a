"""The page: the article's source on the left, its album on the right, and all that they need in one file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import chain
from typing import Final

from wikialbum.api import albums
from wikialbum.diagnostics import Severity
from wikialbum.inspection.album_view import album_view, name
from wikialbum.inspection.elements import Html, around, element, shown
from wikialbum.inspection.links import Links, make_links
from wikialbum.inspection.source_view import source_view
from wikialbum.syntax import Article, Dialect, parse_article
from wikialbum.wording import counted

__all__ = ["page"]

#: Colours by kind are told by the headings too; see page.css.
_HINT: Final = (
    "Point at a fact to see where it was read, or at the source to see what was read from it. "
    "Enter jumps to the other side, Escape goes back."
)


def page(article: Article | str, *, dialect: Dialect | None = None, title: str | None = None) -> str:
    r"""An article and what was read from it, as one HTML page that needs nothing else.

    The source stands on the left with the notes of all diagnostics, the album on the right, or the albums, where the
    article describes several. Each fact is a link to the piece of the source that it was read from. The page fetches
    nothing, and text of the article is never anything but text in it. Its size is linear in that of the article.

    Args:
        article: The text of an article, or its syntax tree, which is read as the text that it prints.
        dialect: The dialect of a text; recognised where None.
        title: The article's title where the article does not hold it.

    Returns:
        HTML, to be written as UTF-8.

    Examples:
        >>> from wikialbum.inspection import page
        >>> html = page("= Rush =\n\nRush\n- Genre: Blues, <pop>\n")
        >>> html.startswith("<!DOCTYPE html>"), "&lt;pop&gt;" in html, "<pop>" in html
        (True, True, False)
    """
    text = str(article)
    known = article.dialect if isinstance(article, Article) else dialect
    tree = parse_article(text, dialect=known)
    links = make_links(text, albums(tree, title=title))
    _, script = _parts()
    main = around("main", chain(_source(links), [_album(links)]))
    body = around("body", chain([_header(links, tree.dialect)], main, [element("script", script)]))
    return "".join(chain(["<!DOCTYPE html>\n"], around("html", chain([_head(links)], body), lang="en"), ["\n"]))


def _head(links: Links) -> Html:
    """The head; its policy lets the style and the script of this very page work, and nothing else."""
    style, _ = _parts()
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", shown(f"{name(links.readings[0])} – inspected")),
        element("style", style),
    )


@cache
def _parts() -> tuple[Html, Html]:
    """The style and the script, which hold no text of an article."""
    folder = resources.files("wikialbum.inspection")
    style, script = (Html(folder.joinpath(file).read_text(encoding="utf-8")) for file in ("page.css", "page.js"))
    return style, script


def _policy() -> str:
    style, script = (base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in _parts())
    return f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"


def _header(links: Links, dialect: Dialect) -> Html:
    """What the article is about, how much was read from it, and the ways to the parts of the page."""
    first = links.readings[0]
    artist = element("span", first.album.artist, class_="artist") if first.album.artist else ""
    return element(
        "header",
        element("h1", name(first), " ", artist),
        element("p", " · ".join((*_counts(links), dialect)), class_="counts"),
        element("nav", *_ways(links), aria_label="Parts of the page"),
    )


def _counts(links: Links) -> Iterator[str]:
    remarks = sum(doubt.diagnostic.severity is Severity.INFO for doubt in links.doubts)
    doubts = len(links.doubts) - remarks
    if len(links.readings) > 1:
        yield counted(len(links.readings), "album")
    yield counted(sum(1 for reading in links.readings for _ in reading.facts()), "fact")
    yield counted(doubts, "doubt") if doubts else "no doubts"
    if remarks:
        yield counted(remarks, "remark")


def _ways(links: Links) -> list[Html]:
    ways = {"#source": "Source", "#album": "Album"}
    if links.doubts:
        ways["#doubts"] = "Doubts"
    return [element("a", words, href=target) for target, words in ways.items()]


def _source(links: Links) -> Iterator[Html]:
    content = chain([element("h2", "Source", id="source")], source_view(links))
    return around("section", content, class_="pane", aria_labelledby="source", tabindex=0)


def _album(links: Links) -> Html:
    heading = element("h2", "Album", id="album")
    hint = element("p", _HINT, class_="hint")
    field = element("input", type="search", id="filter", autocomplete="off", spellcheck="false")
    label = element("label", "Filter facts", for_="filter")
    status = element("span", "", id="found", role="status")
    tools = element("div", label, field, status, class_="filter", hidden=True)
    content = (heading, hint, tools, album_view(links))
    return element("section", *content, class_="pane", aria_labelledby="album", tabindex=0)
