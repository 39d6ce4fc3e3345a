"""Reads the plain dialect: text to tree. The syntax itself is in grammar/plain.lark."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import NamedTuple

import lark

from wikialbum.diagnostics import Places
from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.assembly import Assembly, BlockReader
from wikialbum.syntax.makers import (
    make_blank,
    make_bullet_item,
    make_cell,
    make_credit_line,
    make_field,
    make_heading,
    make_numbered_item,
    make_row,
)


def read_plain(text: str) -> nodes.Article:
    """Read an article of the plain dialect; every text is one."""
    grammar, lines = _dialect(returns="\r" in text)
    places = Places(text)
    return Assembly(_Blocks(text, places, lines).readers(), places).article(
        grammar.parse(text, start="article"), len(text), "plain"
    )


class _Lines(NamedTuple):
    """The patterns of the lines and cells of blocks."""

    heading: re.Pattern[str]
    name: re.Pattern[str]
    field: re.Pattern[str]
    bullet: re.Pattern[str]
    entry: re.Pattern[str]
    row: re.Pattern[str]
    cell: re.Pattern[str]
    label: re.Pattern[str]


@cache
def _dialect(*, returns: bool) -> tuple[lark.Lark, _Lines]:
    """The grammar, and the patterns of the lines of its blocks, in texts with carriage returns or without."""
    grammar = grammars.load("plain")
    part = partial(grammars.part, grammar, returns=returns)
    return grammar, _Lines(
        heading=part("HEADING_LINE"),
        name=part("NAME_LINE"),
        field=part("FIELD"),
        bullet=part("CREDIT", "BULLET"),
        entry=part("ENTRY"),
        row=part("ROW"),
        cell=part("CELL"),
        label=part("LABEL_LINE"),
    )


class _Blocks:
    """The readers of the blocks of one article."""

    def __init__(self, text: str, places: Places, lines: _Lines) -> None:
        self._text = text
        self._span = places.span
        self._lines = lines

    def readers(self) -> dict[str, BlockReader]:
        """A reader for each block of the grammar."""
        return {
            "HEADING": self._heading,
            "INFOBOX": self._infobox,
            "BLANKS": self._blank,
            "BULLETS": self._bullet_list,
            "ENTRIES": self._numbered_list,
            "ROWS": self._table,
            "LABEL": self._group_label,
            "paragraph": self._paragraph,
        }

    def _blank(self, start: int, end: int) -> nodes.Blank:
        return make_blank(self._text[start:end], span=self._span(start, end - start))

    def _paragraph(self, start: int, end: int) -> nodes.Paragraph:
        source = self._text[start:end]
        content = source.removesuffix("\n").removesuffix("\r")
        return nodes.Paragraph(content, source[len(content) :], span=self._span(start, end - start))

    def _heading(self, start: int, end: int) -> nodes.Heading:
        opening, _, *fields = self._fullmatch(self._lines.heading, start, end)
        return make_heading(opening, *fields, span=self._span(start, end - start))

    def _group_label(self, start: int, end: int) -> nodes.GroupLabel:
        fields = self._fullmatch(self._lines.label, start, end)
        return nodes.GroupLabel(*fields, span=self._span(start, end - start))

    def _fullmatch(self, line: re.Pattern[str], start: int, end: int) -> tuple[str, ...]:
        match = line.fullmatch(self._text, start, end)
        assert match is not None, f"a block of the grammar is not what its part expects: {self._text[start:end]!r}"
        return match.groups()

    def _infobox(self, start: int, end: int) -> nodes.Infobox:
        text, span = self._text, self._span
        name, at = None, start
        match = self._lines.name.match(text, start, end) if text[start] != "-" else None
        if match is not None:
            at = match.end()
            name = nodes.InfoboxName(match[1], match[2], span=span(start, at - start))
        fields = []
        for match in self._lines.field.finditer(text, at, end):
            at, behind = match.span()
            fields.append(make_field(*match.groups(), span=span(at, behind - at)))
        return nodes.Infobox(name, tuple(fields), span=span(start, end - start))

    def _bullet_list(self, start: int, end: int) -> nodes.BulletList:
        span = self._span
        items: list[nodes.BulletItem | nodes.CreditLine] = []
        for match in self._lines.bullet.finditer(self._text, start, end):
            at, behind = match.span()
            credit, names, separator, roles, credit_end, marker, content, bullet_end = match.groups()
            if credit is None:
                items.append(make_bullet_item(marker, content, bullet_end, span=span(at, behind - at)))
            else:
                items.append(make_credit_line(credit, names, separator, roles, credit_end, span=span(at, behind - at)))
        return nodes.BulletList(tuple(items), span=span(start, end - start))

    def _numbered_list(self, start: int, end: int) -> nodes.NumberedList:
        span = self._span
        items = []
        for match in self._lines.entry.finditer(self._text, start, end):
            at, behind = match.span()
            items.append(make_numbered_item(*match.groups(), span=span(at, behind - at)))
        return nodes.NumberedList(tuple(items), span=span(start, end - start))

    def _table(self, start: int, end: int) -> nodes.Table:
        rows = tuple(map(self._row, self._lines.row.finditer(self._text, start, end)))
        return nodes.Table("", "", rows, span=self._span(start, end - start))

    def _row(self, line: re.Match[str]) -> nodes.Row:
        span = self._span
        cells = []
        for match in self._lines.cell.finditer(self._text, *line.span("row_cells")):
            at, behind = match.span()
            marker, content, blank = match.groups()
            cells.append(make_cell(marker, "", content, blank, span=span(at, behind - at)))
        start, end = line.span()
        opening, _, line_end = line.groups()
        close = ""
        if len(cells) > 1 and not cells[-1].content:
            last = cells.pop()
            close = "|"
            line_end = last.marker[1:] + last.blank + line_end
        return make_row(opening, tuple(cells), close, line_end, span=span(start, end - start))
