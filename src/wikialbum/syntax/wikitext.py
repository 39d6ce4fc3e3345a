"""Reads the MediaWiki dialect: text to tree. The syntax itself is in grammar/wikitext.lark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

import lark

from wikialbum.diagnostics import Places
from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.assembly import Assembly, BlockReader
from wikialbum.syntax.inline_nodes import TemplateBlock
from wikialbum.syntax.makers import make_blank, make_bullet_item, make_credit_line, make_heading, make_numbered_item
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.masking import FILLERS, Construct, constructs, mask
from wikialbum.syntax.wikitable import read_table


def read_wikitext(text: str) -> nodes.Article:
    """Read an article of the MediaWiki dialect; every text is one."""
    grammar, lines = _dialect(returns="\r" in text)
    found = constructs(text)
    hidden = mask(text, found)
    places = Places(text)
    return Assembly(_Blocks(text, hidden, found, places, lines).readers(), places).article(
        grammar.parse(hidden, start="article"), len(text), "wikitext"
    )


@cache
def _dialect(*, returns: bool) -> tuple[lark.Lark, dict[str, re.Pattern[str]]]:
    """The grammar, and the patterns of the lines of its blocks, in texts with carriage returns or without."""
    grammar = grammars.load("wikitext")
    part = partial(grammars.part, grammar, returns=returns)
    return grammar, {
        "heading": part("HEADING_LINE"),
        "label": part("LABEL_LINE"),
        "bullet": part("CREDIT", "BULLET"),
        "entry": part("ENTRY"),
        "html_item": part("HTML_ITEM"),
    }


class _Blocks:
    """The readers of the blocks of one article: each splits a block with the masked text, and fills it with the real."""

    def __init__(
        self, text: str, hidden: str, found: Sequence[Construct], places: Places, lines: dict[str, re.Pattern[str]]
    ) -> None:
        self._text = text
        self._hidden = hidden
        self._found = found
        self._lines = lines
        self._places = places
        self._span = places.span

    def readers(self) -> dict[str, BlockReader]:
        """A reader for each block of the grammar."""
        return {
            "HEADING": self._heading,
            "BLANKS": self._blank,
            "TEMPLATES": self._template_block,
            "TABLE": self._table,
            "BULLETS": self._bullet_list,
            "ENTRIES": self._numbered_list,
            "HTML_BULLETS": self._html_bullets,
            "HTML_ENTRIES": self._html_entries,
            "LABEL": self._group_label,
            "paragraph": self._paragraph,
        }

    def _content(self, start: int, end: int) -> Wikitext:
        return Wikitext.at(self._text[start:end], self._places, start, 0, self._found)

    def _blank(self, start: int, end: int) -> nodes.Blank:
        return make_blank(self._text[start:end], span=self._span(start, end - start))

    def _paragraph(self, start: int, end: int) -> nodes.Paragraph:
        behind = self._line_end(start, end)
        span = self._span(start, end - start)
        return nodes.Paragraph(self._content(start, behind), self._text[behind:end], span=span)

    def _template_block(self, start: int, end: int) -> TemplateBlock:
        behind = self._line_end(start, end)
        span = self._span(start, end - start)
        return TemplateBlock(self._content(start, behind), self._text[behind:end], span=span)

    def _line_end(self, start: int, end: int) -> int:
        """Where the line end begins that ends a block."""
        text = self._text
        if text.endswith("\n", start, end):
            end -= 1
        return end - 1 if text.endswith("\r", start, end) else end

    def _heading(self, start: int, end: int) -> nodes.Heading:
        match = self._fullmatch("heading", start, end)
        title_start, title_end = match.span("heading_title")
        close_end = match.end("heading_close")
        return make_heading(
            self._text[start:title_start],
            self._content(title_start, title_end),
            self._text[title_end:close_end],
            self._text[close_end:end],
            span=self._span(start, end - start),
        )

    def _group_label(self, start: int, end: int) -> nodes.GroupLabel:
        match = self._fullmatch("label", start, end)
        content_start, content_end = match.span("label_content")
        close_end = match.end("label_close")
        return nodes.GroupLabel(
            self._text[start:content_start],
            self._content(content_start, content_end),
            self._text[content_end:close_end],
            self._content(close_end, end),  # footnotes may be part of it
            span=self._span(start, end - start),
        )

    def _fullmatch(self, line: str, start: int, end: int) -> re.Match[str]:
        match = self._lines[line].fullmatch(self._hidden, start, end)
        assert match is not None, "a block of the grammar is not what its part expects"
        return match

    def _table(self, start: int, end: int) -> nodes.Table:
        content = self._content(start, end)
        hidden = self._hidden[start:end].lstrip(" \t:")
        if hidden.startswith("{"):
            return read_table(content, len(content), closed=False)
        end = len(content) - len(hidden.lstrip(FILLERS["table"]))
        return read_table(content, end, content.constructs[0].inner)

    def _bullet_list(self, start: int, end: int) -> nodes.BulletList:
        items = tuple(map(self._bullet, self._lines["bullet"].finditer(self._hidden, start, end)))
        return nodes.BulletList(items, span=self._span(start, end - start))

    def _numbered_list(self, start: int, end: int) -> nodes.NumberedList:
        items = tuple(map(self._entry, self._lines["entry"].finditer(self._hidden, start, end)))
        return nodes.NumberedList(items, span=self._span(start, end - start))

    def _html_entries(self, start: int, end: int) -> nodes.NumberedList:
        items = tuple(map(self._entry, self._lines["html_item"].finditer(self._hidden, start, end)))
        return nodes.NumberedList(items, span=self._span(start, end - start))

    def _html_bullets(self, start: int, end: int) -> nodes.BulletList:
        items = tuple(map(self._html_bullet, self._lines["html_item"].finditer(self._hidden, start, end)))
        return nodes.BulletList(items, span=self._span(start, end - start))

    def _bullet(self, match: re.Match[str]) -> nodes.BulletItem | nodes.CreditLine:
        text = self._text
        at, behind = match.span()
        span = self._span(at, behind - at)
        start, end = match.span("credit_names")
        if start < 0:
            start, end = match.span("bullet_content")
            return make_bullet_item(text[at:start], self._content(start, end), text[end:behind], span=span)
        roles_start, roles_end = match.span("credit_roles")
        return make_credit_line(
            text[at:start],
            self._content(start, end),
            text[end:roles_start],
            self._content(roles_start, roles_end),
            text[roles_end:behind],
            span=span,
        )

    def _entry(self, match: re.Match[str]) -> nodes.NumberedItem:
        text = self._text
        at, behind = match.span()
        start, end = match.span(2)
        span = self._span(at, behind - at)
        return make_numbered_item(text[at:start], self._content(start, end), text[end:behind], span=span)

    def _html_bullet(self, match: re.Match[str]) -> nodes.BulletItem | nodes.CreditLine:
        """An item of an HTML list, parted as a line with a bullet would be."""
        text = self._text
        at, behind = match.span()
        start, end = match.span(2)
        span = self._span(at, behind - at)
        credit = self._lines["bullet"].fullmatch(f"*{match[2]}")
        if credit is None or credit.start("credit_names") < 0:
            return make_bullet_item(text[at:start], self._content(start, end), text[end:behind], span=span)
        shift = start - 1
        names, roles = credit.span("credit_names"), credit.span("credit_roles")
        return make_credit_line(
            text[at : shift + names[0]],
            self._content(shift + names[0], shift + names[1]),
            text[shift + names[1] : shift + roles[0]],
            self._content(shift + roles[0], shift + roles[1]),
            text[end:behind],
            span=span,
        )
