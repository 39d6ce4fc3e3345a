"""Reads the MediaWiki dialect: text to tree. The syntax itself is in grammar/wikitext.lark."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import lark

from wikialbum.diagnostics import Places, Span
from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.assembly import Assembly, BlockReader
from wikialbum.syntax.inline_nodes import TemplateBlock
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.masking import FILLERS, constructs, mask
from wikialbum.syntax.wikitable import read_table

_N = TypeVar("_N", bound=nodes.Node)


def read_wikitext(text: str) -> nodes.Article:
    """Read an article of the MediaWiki dialect; every text is one."""
    grammar, lines = _dialect()
    hidden = mask(text, constructs(text))
    tree = grammar.parse(hidden, start="article")
    places = Places(text)
    return Assembly(text, _Blocks(places, hidden, lines).readers(), places).article(tree, "wikitext")


@cache
def _dialect() -> tuple[lark.Lark, dict[str, re.Pattern[str]]]:
    """The grammar, and the patterns of the lines of its blocks."""
    grammar = grammars.load("wikitext")
    return grammar, {
        "heading": grammars.part(grammar, "HEADING_LINE"),
        "label": grammars.part(grammar, "LABEL_LINE"),
        "bullet": grammars.part(grammar, "CREDIT", "BULLET"),
        "entry": grammars.part(grammar, "ENTRY"),
        "html_item": grammars.part(grammar, "HTML_ITEM"),
    }


class _Blocks:
    """The readers of the blocks of one article: each splits a block with the masked text, and fills it with the real."""

    def __init__(self, places: Places, hidden: str, lines: dict[str, re.Pattern[str]]) -> None:
        self._hidden = hidden
        self._lines = lines
        self._places = places

    def readers(self) -> dict[str, BlockReader]:
        """A reader for each block of the grammar."""
        return {
            "HEADING": self._heading,
            "BLANKS": lambda source, span: nodes.Blank(source, span=span),
            "TEMPLATES": self._template_block,
            "TABLE": self._table,
            "BULLETS": self._bullet_list,
            "ENTRIES": self._numbered_list,
            "HTML_BULLETS": self._html_bullets,
            "HTML_ENTRIES": self._html_entries,
            "LABEL": self._group_label,
            "paragraph": self._paragraph,
        }

    def _content(self, source: str, span: Span, start: int, end: int) -> Wikitext:
        return Wikitext.at(source[start:end], self._places, span.offset + start)

    def _paragraph(self, source: str, span: Span) -> nodes.Paragraph:
        end = len(source.removesuffix("\n").removesuffix("\r"))
        return nodes.Paragraph(self._content(source, span, 0, end), source[end:], span=span)

    def _template_block(self, source: str, span: Span) -> TemplateBlock:
        end = len(source.removesuffix("\n").removesuffix("\r"))
        return TemplateBlock(self._content(source, span, 0, end), source[end:], span=span)

    def _heading(self, source: str, span: Span) -> nodes.Heading:
        match = self._fullmatch("heading", span)
        start, end = match.span("heading_title")
        close_end = match.end("heading_close")
        title = self._content(source, span, start, end)
        return nodes.Heading(source[:start], title, source[end:close_end], source[close_end:], span=span)

    def _group_label(self, source: str, span: Span) -> nodes.GroupLabel:
        match = self._fullmatch("label", span)
        start, end = match.span("label_content")
        close_end = match.end("label_close")
        content = self._content(source, span, start, end)
        line_end = self._content(source, span, close_end, len(source))  # footnotes may be part of it
        return nodes.GroupLabel(source[:start], content, source[end:close_end], line_end, span=span)

    def _fullmatch(self, line: str, span: Span) -> re.Match[str]:
        match = self._lines[line].fullmatch(self._hidden[span.offset : span.end])
        assert match is not None, "a block of the grammar is not what its part expects"
        return match

    def _table(self, source: str, span: Span) -> nodes.Table:
        content = self._content(source, span, 0, len(source))
        hidden = self._hidden[span.offset : span.end].lstrip(" \t:")
        if hidden.startswith("{"):
            return read_table(content, len(source), closed=False)
        return read_table(content, len(source) - len(hidden.lstrip(FILLERS["table"])))

    def _bullet_list(self, source: str, span: Span) -> nodes.BulletList:
        return nodes.BulletList(self._each("bullet", self._bullet, source, span), span=span)

    def _numbered_list(self, source: str, span: Span) -> nodes.NumberedList:
        return nodes.NumberedList(self._each("entry", self._entry, source, span), span=span)

    def _html_entries(self, source: str, span: Span) -> nodes.NumberedList:
        return nodes.NumberedList(self._each("html_item", self._entry, source, span), span=span)

    def _html_bullets(self, source: str, span: Span) -> nodes.BulletList:
        return nodes.BulletList(self._each("html_item", self._html_bullet, source, span), span=span)

    def _each(
        self, line: str, read: Callable[[re.Match[str], str, Span], _N], source: str, span: Span
    ) -> tuple[_N, ...]:
        """An item for each line of a list."""
        offset = span.offset
        hidden = self._hidden[offset : span.end]
        return tuple(read(match, source, span) for match in self._lines[line].finditer(hidden))

    def _item_span(self, match: re.Match[str], span: Span) -> Span:
        start, end = match.span()
        return self._places.span(span.offset + start, end - start)

    def _bullet(self, match: re.Match[str], source: str, span: Span) -> nodes.BulletItem | nodes.CreditLine:
        place = self._item_span(match, span)
        start, end = match.span("credit_names")
        if start < 0:
            start, end = match.span("bullet_content")
            content = self._content(source, span, start, end)
            return nodes.BulletItem(source[match.start() : start], content, source[end : match.end()], span=place)
        roles_start, roles_end = match.span("credit_roles")
        return nodes.CreditLine(
            source[match.start() : start],
            self._content(source, span, start, end),
            source[end:roles_start],
            self._content(source, span, roles_start, roles_end),
            source[roles_end : match.end()],
            span=place,
        )

    def _entry(self, match: re.Match[str], source: str, span: Span) -> nodes.NumberedItem:
        start, end = match.span(2)
        content = self._content(source, span, start, end)
        marker, line_end = source[match.start() : start], source[end : match.end()]
        return nodes.NumberedItem(marker, content, line_end, span=self._item_span(match, span))

    def _html_bullet(self, match: re.Match[str], source: str, span: Span) -> nodes.BulletItem | nodes.CreditLine:
        """An item of an HTML list, parted as a line with a bullet would be."""
        start, end = match.span(2)
        marker, line_end = source[match.start() : start], source[end : match.end()]
        place = self._item_span(match, span)
        credit = self._lines["bullet"].fullmatch(f"*{match[2]}")
        if credit is None or credit.start("credit_names") < 0:
            return nodes.BulletItem(marker, self._content(source, span, start, end), line_end, span=place)
        shift = start - 1
        names, roles = credit.span("credit_names"), credit.span("credit_roles")
        return nodes.CreditLine(
            source[match.start() : shift + names[0]],
            self._content(source, span, shift + names[0], shift + names[1]),
            source[shift + names[1] : shift + roles[0]],
            self._content(source, span, shift + roles[0], shift + roles[1]),
            line_end,
            span=place,
        )
