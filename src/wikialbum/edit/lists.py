"""Edits that add a line where such lines stand: credits, tracks, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from wikialbum.album import Track
from wikialbum.diagnostics import Span
from wikialbum.edit.fields import set_parameter
from wikialbum.edit.nodes import checked, insert_after, with_line_ends
from wikialbum.edit.splice import find_node, place_of, shown, splice
from wikialbum.errors import BadEditError, NodeNotFoundError
from wikialbum.normalize.track_line import is_track_line
from wikialbum.render.tracks import line_of, parameters_of
from wikialbum.syntax.inline_nodes import Template
from wikialbum.syntax.nodes import (
    Article,
    BulletItem,
    BulletList,
    Cell,
    ListItem,
    NumberedItem,
    NumberedList,
    Row,
    Section,
    Table,
)
from wikialbum.vocabulary import vocabulary_for
from wikialbum.vocabulary.model import fold

__all__ = ["add_credit", "add_row", "add_track"]

_SPANS: Final = re.compile(r"\b(?:row|col)span\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s|]++)[ \t]*+")
_HTML_END: Final = re.compile(r"</[ou]l>", re.IGNORECASE)
_HTML_START: Final = re.compile(r"\A\s*<[ou]l\b[^<>]*>\s*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"(?<!\d)\d{1,6}(?!\d)")


def add_credit(article: Article, text: str, section: str | None = None) -> Article:
    """An article with one more line of credits; see `Article.add_credit`."""
    home = _credits_section(article, section)
    blocks = [block for part in home.find(Section) for block in part.blocks] if section is None else home.blocks
    lists = [block for block in blocks if isinstance(block, BulletList)]
    if not lists:
        raise NodeNotFoundError(f"there is no list of credits below {home.title!r}; insert one behind its heading")
    return _append(article, lists[-1], text)


def _append(article: Article, where: BulletList | NumberedList, text: str) -> Article:
    """An article with one more item in a list, in the style of the last one."""
    last = where.items[-1]
    span = place_of(article, last)
    text = checked(article, last, text)
    marker = last.marker
    if isinstance(last, NumberedItem) and last.number is not None:
        marker = _DIGITS.sub(str(last.number + 1), marker, count=1)
    if _HTML_END.search(last.end) is None:
        kind = NumberedItem if isinstance(last, NumberedItem) else BulletItem
        return insert_after(article, last, kind(marker, text, last.end or "\n"))
    end = where.items[-2].end if len(where.items) > 1 else with_line_ends(article, "</li>\n")
    above = str(last).removesuffix(last.end) + end
    new = f"{_HTML_START.sub('', marker)}{text}{last.end}"
    return splice(article, span.offset, span.end, above + new, [(ListItem, above), (ListItem, new)])


def _credits_section(article: Article, title: str | None) -> Section:
    sections = article.sections(title)
    if title is None:
        words = vocabulary_for(article)
        sections = tuple(each for each in sections if words.section_kind(each.title) == "personnel")
    if not sections:
        raise NodeNotFoundError("the article has no personnel section" if title is None else f"no section {title!r}")
    return sections[0]


def add_track(article: Article, track: Track, where: BulletList | NumberedList | Template | None = None) -> Article:
    """An article with one more track; see `Article.add_track`."""
    where = where or next(_track_lists(article), None)
    if where is None:
        raise NodeNotFoundError("the article has no track list")
    if isinstance(where, Template):
        return _add_to_template(article, where, track)
    return _append(article, where, line_of(track, article.dialect))


def _track_lists(article: Article) -> Iterator[BulletList | NumberedList | Template]:
    """The lists of tracks below the track listing's heading, the last one first."""
    words = vocabulary_for(article)
    for section in article.sections():
        if words.section_kind(section.title) != "tracks":
            continue
        blocks = [block for part in section.find(Section) for block in part.blocks]
        for block in reversed(blocks):
            if (isinstance(block, BulletList) and any(is_track_line(item.text) for item in block.items)) or isinstance(
                block, NumberedList
            ):
                yield block
            for template in reversed(getattr(block, "templates", ())):
                if words.templates.kinds.get(fold(template.title)) == "tracks":
                    yield template


def _add_to_template(article: Article, template: Template, track: Track) -> Article:
    """Add the parameters of a track one by one, each behind the one before it."""
    span = place_of(article, template)
    numbers = [int(digits[-1]) for each in template.parameters if (digits := _DIGITS.findall(each.key))]
    numbered = attrs.evolve(track, number=max(numbers, default=0) + 1)
    for key, value in parameters_of(numbered):
        template = next(
            each for each in article.templates() if each.span is not None and each.span.offset == span.offset
        )
        article = set_parameter(article, template, key, value)
    return article


def add_row(article: Article, table: Table, cells: Sequence[str]) -> Article:
    """An article in which a table has one more row; see `Article.add_row`."""
    place_of(article, table)
    rows = [row for row in table.rows if row.cells and (row.close or table.open)]
    whole = [row for row in rows if row.cells[0].marker]
    if not whole or not cells:
        raise BadEditError("a row needs cells, and a whole row above it whose style it can take")
    model = whole[-1]
    pairs = zip(_models(model, len(cells)), cells, strict=True)
    made = tuple(_cell(article, cell, content) for cell, content in pairs)
    if not table.open:
        return insert_after(article, rows[-1], attrs.evolve(model, cells=made, end=rows[-1].end or "\n"))
    return _insert_row(article, rows[-1], Row("|-\n", made, "", "" if rows[-1].end == "" else model.end))


def _models(row: Row, count: int) -> Iterator[Cell]:
    """The cells whose style those of a new row take; the blanks behind the last one are those of the last one."""
    last = row.cells[-1]
    between = row.cells[-2].blank if len(row.cells) > 1 else last.blank or row.end or " "
    for place in range(count):
        model = row.cells[min(place, len(row.cells) - 1)]
        if place + 1 == count:
            yield attrs.evolve(model, blank=last.blank)
        else:
            yield attrs.evolve(model, blank=between) if place + 1 >= len(row.cells) else model


def _cell(article: Article, model: Cell, content: str) -> Cell:
    """A cell in the style of another; what it spans is that one's alone."""
    blank = model.blank if model.blank or article.dialect == "wikitext" or not content else " "
    is_header = "!" in model.marker and "row" not in model.attributes
    attributes = "" if is_header else _SPANS.sub("", model.attributes)
    marker = model.marker.replace("!", "|") if is_header else model.marker
    return Cell(marker, attributes if attributes.strip(" |") else "", checked(article, model, content), blank)


def _insert_row(article: Article, last: Row, row: Row) -> Article:
    """Put a row of wikitext behind another: each begins on a line of its own."""
    span = place_of(article, last)
    above, source = str(last), str(row)
    if not above.endswith("\n"):
        end = with_line_ends(article, "\n")
        above += end
    edited = splice(article, span.offset, span.end, above + source, [(Row, above), (Row, source)])
    found = find_node(edited, Span(span.offset + len(above), len(source), 1, 1))
    if not isinstance(found, Row) or found.cells != row.cells:
        raise BadEditError(f"{shown(source)} would be read as other cells")
    return edited
