"""The right side of the page: the facts of each album, each a link to its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from wikialbum.diagnostics import Diagnostic
from wikialbum.inspection.elements import Html, element, join
from wikialbum.inspection.facts import Fact, Group, Section
from wikialbum.inspection.links import Doubt, Links, Reading

__all__ = ["album_view", "name"]


def album_view(links: Links) -> Html:
    """The doubts, then the facts of each album under a heading of its own where there are several."""
    several = len(links.readings) > 1
    parts = [_doubts(links)] if links.doubts else []
    for number, reading in enumerate(links.readings):
        if several:
            parts.append(element("h3", f"Album {number + 1}: {name(reading)}", class_="album-name"))
        parts += [_section(section, links, level=4 if several else 3) for section in reading.sections]
    return join(parts)


def name(reading: Reading) -> str:
    """What an album is called."""
    return reading.album.title or reading.album.article_title or "Untitled"


def _section(section: Section, links: Links, level: int) -> Html:
    count = sum(len(group.facts) + (group.head is not None) for group in section.groups)
    heading = element(f"h{level}", section.title, " ", element("span", str(count), class_="count"))
    groups = [_group(group, links, level + 1) for group in section.groups]
    return element("section", heading, *groups, class_=f"facts {section.kind}")


def _group(group: Group, links: Links, level: int) -> Html:
    heading: str = Html("")
    if group.head is not None:
        heading = element(f"h{level}", _fact(group.head, links), class_="head")
    elif group.title:
        heading = element(f"h{level}", group.title)
    if group.facts and group.facts[0].label:
        return element("div", heading, _pairs(group.facts, links), class_="group")
    items = [element("li", _fact(fact, links)) for fact in group.facts]
    return element("div", heading, element("ul", *items) if items else "", class_="group")


def _pairs(facts: Iterable[Fact], links: Links) -> Html:
    """Labels with their values."""
    pairs = [
        element("div", element("dt", label), *(element("dd", _fact(fact, links)) for fact in same))
        for label, same in groupby(facts, lambda fact: fact.label)
    ]
    return element("dl", *pairs)


def _fact(fact: Fact, links: Links) -> Html:
    """A link to the first segment of a fact's place; without a place, no link."""
    content = join(_words(fact))
    anchor = links.anchor(fact.spans)
    number = links.ids[id(fact)]
    if anchor is None:
        place = element("span", "no place of its own", class_="at")
        return element("span", content, place, id=number, class_="fact", data_path=fact.path)
    place = element("span", element("span", "line ", class_="unseen"), str(fact.spans[0].line), class_="at")
    at = links.at(fact.spans)
    return element("a", content, place, id=number, class_="fact", href=anchor, data_at=at, data_path=fact.path)


def _words(fact: Fact) -> Iterator[Html]:
    """What a fact says; blanks part the pieces where nobody sees the layout."""
    if fact.number:
        yield element("span", fact.number, " ", class_="number")
    if fact.main:
        yield element("span", fact.main, " ", class_="main")
    if fact.aside:
        yield element("span", fact.aside, " ", class_="aside")
    if fact.details:
        yield element("span", *map(_detail, fact.details), class_="details")


def _detail(detail: tuple[str, str]) -> Html:
    label, words = detail
    return element("span", element("span", label, " ", class_="label") if label else "", words, " ", class_="detail")


def _doubts(links: Links) -> Html:
    """All diagnostics, each a link to its note in the source."""
    heading = element("h3", "Doubts and remarks ", element("span", str(len(links.doubts)), class_="count"), id="doubts")
    items = [element("li", _doubt(doubt, links)) for doubt in links.doubts]
    return element("section", heading, element("ul", *items), class_="facts doubt")


def _doubt(doubt: Doubt, links: Links) -> Html:
    diagnostic = doubt.diagnostic
    severity, code = element("b", str(diagnostic.severity)), element("code", diagnostic.code)
    content = join((element("span", severity, f" {diagnostic.message} ", code, " ", class_="main"), _line(diagnostic)))
    kind = f"fact {diagnostic.severity}"
    if diagnostic.line is None:
        return element("span", content, id=f"d{doubt.number}", class_=kind)
    at = links.at(doubt.spans)
    return element("a", content, id=f"d{doubt.number}", class_=kind, href=f"#n{doubt.number}", data_at=at)


def _line(diagnostic: Diagnostic) -> Html:
    if diagnostic.line is None:
        return element("span", "the whole article", class_="at")
    return element("span", element("span", "line ", class_="unseen"), str(diagnostic.line), class_="at")
