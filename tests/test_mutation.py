"""Deleting one line of an article changes what that line says and governs, and nothing else.

What a line governs is told by the syntax tree of the whole article:

- a field of the infobox: the values read from it. The years and titles around an album are one value, its chronology,
  which is the artist's where no other is named. The artist's name is never split, so the artist also governs names that
  hold a part of it;
- the name line of the infobox: the title;
- an item of a list, a row of a table: its list or table, since numbers count on, groups nest, and a row passes its cells to
  shorter rows below it. The only item of its list also governs what the label above it then labels;
- a group label: all up to the next label or heading; one that is a credit sentence, its section;
- a paragraph: its section with the subsections, for it may be a credit sentence. In the lead: nothing;
- a heading: its section with the subsections, and where the section before has a sentence without tracks, that list.
  Where a credit sentence stands below the heading of a subsection, also the rest of the section around it, for which the
  sentence would then be;
- a blank line: the block above it, and what follows to the next label or heading, which it may part.

Beyond that, a credit for `all tracks except …` may change with the tracks. Every value that was read from another line
must be there, equal, and at its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import wikialbum
from wikialbum import Album, Article, syntax
from wikialbum.syntax import BulletList, GroupLabel, Infobox, Node, NumberedList, Paragraph, Section, Table

ARTICLES = Path(__file__).parent / "articles"
CASES = sorted(path.parent.name for path in ARTICLES.glob("*/plain.txt"))

#: Fields of the album that are read from one field of the infobox each, by the name of their span.
HEADER = (
    "title", "type", "type_text", "artist", "releases", "recorded", "studios", "venues", "genres", "languages", "labels",
    "producers", "lengths",
)  # fmt: skip
CHRONOLOGY = {"chronology", "previous_title", "previous_year", "next_title", "next_year"}
RECORDS = ("tracks", "credits", "charts", "certifications", "ratings", "release_history")


class Reach(NamedTuple):
    """What a line governs: the lines from `start` to before `end`, and some fields of the header.

    Facts of a whole track list may also change where it begins at `list_start` or later.
    """

    start: int
    end: int
    list_start: int
    fields: frozenset[str] = frozenset()


class Block(NamedTuple):
    """A block or a heading of an article, with its section and its lines."""

    node: Node
    section: Section | None
    start: int
    end: int


def blocks_of(article: Article) -> list[Block]:
    """The blocks and headings of an article, in order; a blank is one too."""
    return list(_blocks(article))


def _blocks(article: Article) -> Iterator[Block]:
    for node in (article.before, article.title, *article.lead):
        if node is not None:
            yield _block(node, None)
    for section in article.sections():
        yield _block(section.heading, section)
        for node in section.blocks:
            yield _block(node, section)


def _block(node: Node, section: Section | None) -> Block:
    return Block(node, section, *lines_of(node))


def reach(line: int, article: Article, album: Album) -> Reach:
    """What the 1-based line of an article governs."""
    blocks = blocks_of(article)
    place, block = next((place, block) for place, block in enumerate(blocks) if block.start <= line < block.end)
    node, section = block.node, block.section
    if isinstance(node, Infobox):
        return Reach(line, line + 1, line, header_fields(line, node, album))
    if section is None and isinstance(node, syntax.Heading):
        return Reach(line, line + 1, line, frozenset(["title", "article_title"]))
    if section is None and isinstance(node, Paragraph):
        return Reach(line, line + 1, line)
    if section is not None and isinstance(node, syntax.Heading):
        return heading_reach(section, article)
    if section is not None and is_statement(node):
        start, end = lines_of(section)
        return Reach(start, end, start)
    return list_reach(block, blocks, place)


def heading_reach(section: Section, article: Article) -> Reach:
    """What the heading of a section governs."""
    start, end = lines_of(section)
    before = [lines_of(each)[0] for each in article.sections() if lines_of(each)[0] < start]
    around = parent(section, article) if any(map(is_statement, section.blocks)) else None
    return Reach(start, lines_of(around)[1] if around else end, before[-1] if before else start)


def list_reach(block: Block, blocks: list[Block], place: int) -> Reach:
    """What a line of a list or table, a label line or a blank line governs."""
    if isinstance(block.node, BulletList | NumberedList | Table) and block.end - block.start > 1:
        return Reach(block.start, block.end, block.start)
    above = next((each for each in reversed(blocks[:place]) if not isinstance(each.node, syntax.Blank)), block)
    # What stands above a label or a list may become something else, but headings and infoboxes do not.
    start = block.start if isinstance(above.node, syntax.Heading | Infobox) else above.start
    return Reach(start, next_label(blocks, place), start)


def header_fields(line: int, infobox: Infobox, album: Album) -> frozenset[str]:
    """The fields of the album that a line of the infobox says."""
    if infobox.name is not None and infobox.name.span is not None and infobox.name.span.line == line:
        return frozenset(["title"])
    said = {field for field, span in album.spans.items() if span.line == line}
    also = {"type": {"type_text"}, "artist": {"chronology"}} | {key: {"chronology"} for key in CHRONOLOGY}
    return frozenset(said.union(*(also.get(field, set()) for field in said)))


def is_statement(node: Node) -> bool:
    """Whether a block may be a credit sentence, which is for all that follows in its section."""
    return isinstance(node, Paragraph) or (isinstance(node, GroupLabel) and " by " in node.text)


def parent(section: Section, article: Article) -> Section | None:
    """The section that a section stands in."""
    return next((each for each in article.sections() if any(below is section for below in each.subsections)), None)


def lines_of(node: Node) -> tuple[int, int]:
    """The first line of a node, and the one behind its last."""
    assert node.span is not None
    return node.span.line, node.span.line + len(str(node).splitlines())


def next_label(blocks: list[Block], place: int) -> int:
    """The line of the first label or heading behind the block that follows a place."""
    solid = [each for each in blocks[place + 1 :] if not isinstance(each.node, syntax.Blank)]
    later = (each.start for each in solid[1:] if isinstance(each.node, GroupLabel | syntax.Heading))
    first = solid[0] if solid else None
    if first is not None and isinstance(first.node, syntax.Heading):
        return first.start
    return next(later, blocks[-1].end)


def located(album: Album) -> Iterator[tuple[str, int, Any]]:
    """Everything that an album says outside its infobox: the field, the line, and the value."""
    for field in RECORDS:
        for record in getattr(album, field):
            yield field, record.span.line, record
    for tracks in album.track_lists:
        assert tracks.span is not None
        yield "track_lists", tracks.span.line, (tracks.title, tracks.note, tracks.seconds)


def facts(album: Album, deleted: int | None = None) -> Counter[tuple[str, int, Any]]:
    """The located facts, with lines as they were before one was deleted."""
    return Counter(
        (field, line if deleted is None or line < deleted else line + 1, value) for field, line, value in located(album)
    )


def outside(found: Counter[tuple[str, int, Any]], where: Reach) -> Counter[tuple[str, int, Any]]:
    """The facts that stand outside the reach of a line."""

    def within(field: str, line: int) -> bool:
        return (where.list_start if field == "track_lists" else where.start) <= line < where.end

    return Counter({fact: count for fact, count in found.items() if not within(fact[0], fact[1])})


def without(found: Counter[tuple[str, int, Any]], words: tuple[str, ...]) -> Counter[tuple[str, int, Any]]:
    """The facts whose values hold none of some words."""
    return Counter({fact: n for fact, n in found.items() if not any(word in repr(fact[2]) for word in words)})


def holding(album: Album, words: tuple[str, ...]) -> set[str]:
    """The fields of the header whose values hold one of some words."""
    return {field for field in HEADER if any(word in repr(getattr(album, field)) for word in words)}


def strays(text: str, line: int, article: Article, album: Album) -> list[str]:
    """What changes outside the reach of a line when it is deleted; empty where all is well."""
    lines = text.splitlines(keepends=True)
    changed = wikialbum.parse_text("".join(lines[: line - 1] + lines[line:]), dialect="plain")
    where = reach(line, article, album)
    before, after = outside(facts(album), where), outside(facts(changed, line), where)
    if "artist" in where.fields and album.artist:
        parts = tuple(part.strip() for part in re.split(r"[,;/&]| and ", album.artist))
        before, after = without(before, parts), without(after, parts)
        where = where._replace(fields=where.fields | holding(album, parts))
    if album.tracks != changed.tracks:
        before, after = without(before, ("except",)), without(after, ("except",))
    header = {*HEADER, "article_title", "chronology"}
    wrong = [f"- {fact}" for fact in before - after] + [f"+ {fact}" for fact in after - before]
    values = {field: (getattr(album, field), getattr(changed, field)) for field in header - where.fields}
    return wrong + [f"{field}: {old} became {new}" for field, (old, new) in values.items() if old != new]


@pytest.mark.parametrize("case", CASES)
def test_deleting_a_line_changes_only_what_it_governs(case: str) -> None:
    text = (ARTICLES / case / "plain.txt").read_bytes().decode()
    article = wikialbum.parse_article(text, dialect="plain")
    album = wikialbum.normalize(article)
    found = {
        f"{line}: {source!r}": strays(text, line, article, album)
        for line, source in enumerate(text.splitlines(), start=1)
    }
    assert {source: changes for source, changes in found.items() if changes} == {}


TEXT = """\
= Jug =

Jug
- Genre: Blues
- Label: Duck

==Track listing==
1. "One" – 3:45
2. "Two" – 4:02

==Personnel==
Players
- Ann Lee – harp
- Bo Day – drums

==Charts==
| Chart (1992) | Peak position |
| UK Albums | 12 |
"""


@pytest.mark.parametrize(
    ("line", "start", "end", "fields"),
    [
        (1, 1, 2, {"title", "article_title"}),
        (3, 3, 4, {"title"}),
        (4, 4, 5, {"genres"}),
        (8, 8, 10, set()),
        (7, 7, 11, set()),
        (12, 12, 16, set()),
        (13, 13, 15, set()),
        (18, 17, 19, set()),
    ],
)
def test_a_line_reaches(line: int, start: int, end: int, fields: set[str]) -> None:
    article = wikialbum.parse_article(TEXT)
    found = reach(line, article, wikialbum.normalize(article))
    assert (found.start, found.end, set(found.fields)) == (start, end, fields)


def test_a_change_outside_the_reach_is_told() -> None:
    article = wikialbum.parse_article(TEXT)
    other = wikialbum.parse_text(TEXT.replace("Bo Day", "Cy Moe").replace("Duck", "Reprise"))
    wrong = strays(TEXT, 4, article, other)
    assert [change[0] for change in wrong] == ["-", "+", "l"]
    assert "Cy Moe" in wrong[0]
    assert "Bo Day" in wrong[1]
