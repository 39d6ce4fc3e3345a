"""Reads the plain dialect: text to tree. The syntax itself is in grammar/plain.lark."""

from __future__ import annotations

import re
from functools import cache, partial

import lark

from wikialbum.diagnostics import Places, Span
from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.assembly import Assembly, BlockReader


def read_plain(text: str) -> nodes.Article:
    """Read an article of the plain dialect; every text is one."""
    grammar, readers = _dialect()
    tree = grammar.parse(text, start="article")
    return Assembly(text, readers, Places(text)).article(tree, "plain")


@cache
def _dialect() -> tuple[lark.Lark, dict[str, BlockReader]]:
    """The grammar, and a reader for each of its blocks that knows the patterns of the block's parts."""
    grammar = grammars.load("plain")
    part = partial(grammars.part, grammar)
    return grammar, {
        "HEADING": partial(_heading, part("HEADING_LINE")),
        "INFOBOX": partial(_infobox, part("NAME_LINE"), part("FIELD")),
        "BLANKS": _blank,
        "BULLETS": partial(_bullet_list, part("CREDIT", "BULLET")),
        "ENTRIES": partial(_numbered_list, part("ENTRY")),
        "ROWS": partial(_table, part("ROW"), part("CELL")),
        "LABEL": partial(_group_label, part("LABEL_LINE")),
        "paragraph": _paragraph,
    }


def _blank(source: str, span: Span) -> nodes.Blank:
    return nodes.Blank(source, span=span)


def _paragraph(source: str, span: Span) -> nodes.Paragraph:
    content = source.removesuffix("\n").removesuffix("\r")
    return nodes.Paragraph(content, source[len(content) :], span=span)


def _heading(line: re.Pattern[str], source: str, span: Span) -> nodes.Heading:
    match = _matched(line, source)
    return nodes.Heading(match[1], match[3], match[4], match[5], span=span)


def _group_label(line: re.Pattern[str], source: str, span: Span) -> nodes.GroupLabel:
    match = _matched(line, source)
    return nodes.GroupLabel(match[1], match[2], match[3], match[4], span=span)


def _infobox(name_line: re.Pattern[str], field: re.Pattern[str], source: str, span: Span) -> nodes.Infobox:
    name, at = None, 0
    match = name_line.match(source) if not source.startswith("-") else None
    if match is not None:
        at = match.end()
        name = nodes.InfoboxName(match[1], match[2], span=span.part(0, at))
    fields = tuple(nodes.Field(*match.groups(), span=span.part(*match.span())) for match in field.finditer(source, at))
    return nodes.Infobox(name, fields, span=span)


def _bullet_list(item: re.Pattern[str], source: str, span: Span) -> nodes.BulletList:
    items: list[nodes.BulletItem | nodes.CreditLine] = []
    for match in item.finditer(source):
        place = span.part(*match.span())
        credit, names, separator, roles, credit_end, marker, content, bullet_end = match.groups()
        if credit is not None:
            items.append(nodes.CreditLine(credit, names, separator, roles, credit_end, span=place))
        else:
            items.append(nodes.BulletItem(marker, content, bullet_end, span=place))
    return nodes.BulletList(tuple(items), span=span)


def _numbered_list(entry: re.Pattern[str], source: str, span: Span) -> nodes.NumberedList:
    items = tuple(
        nodes.NumberedItem(*match.groups(), span=span.part(*match.span())) for match in entry.finditer(source)
    )
    return nodes.NumberedList(items, span=span)


def _table(row: re.Pattern[str], cell: re.Pattern[str], source: str, span: Span) -> nodes.Table:
    rows = tuple(_row(cell, match, span.part(*match.span())) for match in row.finditer(source))
    return nodes.Table("", "", rows, span=span)


def _row(cell: re.Pattern[str], line: re.Match[str], span: Span) -> nodes.Row:
    opening, source, line_end = line.groups()
    place = span.part(len(opening), span.length)
    cells = []
    for match in cell.finditer(source):
        marker, content, blank = match.groups()
        cells.append(nodes.Cell(marker, "", content, blank, span=place.part(*match.span())))
    close = ""
    if len(cells) > 1 and not cells[-1].content:
        last = cells.pop()
        close = "|"
        line_end = last.marker[1:] + last.blank + line_end
    return nodes.Row(opening, tuple(cells), close, line_end, span=span)


def _matched(pattern: re.Pattern[str], source: str) -> re.Match[str]:
    match = pattern.fullmatch(source)
    assert match is not None, f"a block of the grammar is not what its part expects: {source!r}"
    return match
