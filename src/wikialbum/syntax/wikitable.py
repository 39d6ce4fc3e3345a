"""Reads a table of the MediaWiki dialect. The syntax itself is in grammar/wikitext.lark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.makers import make_cell, make_row
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.masking import Construct, constructs, mask


def read_table(
    source: Wikitext, end: int, found: Sequence[Construct] | None = None, *, closed: bool = True
) -> nodes.Table:
    """The table that a text begins with.

    Args:
        source: The table with the blanks before it and what stands behind it on its last line.
        end: Where the table ends, behind its `|}`.
        found: The constructs inside it; None where nobody has looked.
        closed: Whether it has a `|}`.
    """
    return _TableReader(source, end, found, closed=closed).table()


class _Patterns(NamedTuple):
    head: re.Pattern[str]
    row: re.Pattern[str]
    line: re.Pattern[str]
    data: re.Pattern[str]
    header: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    grammar = grammars.load("wikitext")
    return _Patterns(
        grammars.part(grammar, "TABLE_HEAD"),
        grammars.part(grammar, "TABLE_ROW", "BARE_ROW"),
        grammars.part(grammar, "CELL_LINE"),
        grammars.part(grammar, "DATA_CELL", "BARE_CELL"),
        grammars.part(grammar, "HEADER_CELL"),
    )


class _TableReader:
    """One table in the making. `hidden` is as long as the source up to the table's closing mark."""

    def __init__(self, source: Wikitext, end: int, found: Sequence[Construct] | None, *, closed: bool) -> None:
        self.source = source
        self.start = source.index("{|")
        self.inner_end = end - 2 if closed else end
        self.end = end
        inner = source[self.start + 2 : self.inner_end]
        offset = source.offset + self.start + 2
        self.found = constructs(inner, offset) if found is None else found
        self.hidden = source[: self.start + 2] + mask(inner, self.found, offset=offset, table=True)

    def table(self) -> nodes.Table:
        source = self.source
        head = _patterns().head.match(self.hidden, self.start)
        assert head is not None
        opening, caption = source[: head.end()], ""
        before = ""
        if head["table_plus"] is not None:
            start, end = head.span("table_caption")
            opening, caption = source[:start], source.part(start, end)
            before = source[end : head.end()]
        rows = []
        for match in _patterns().row.finditer(self.hidden, head.end()):
            row = self._row(match, before)
            if row is None:
                before += source[match.start() : match.end()]
            else:
                rows.append(row)
                before = ""
        close = before + source[self.inner_end : self.end]
        whole = source.span(0, len(source))
        return nodes.Table(
            opening, caption, tuple(rows), close, source.part(self.end, len(source), deeper=0), span=whole
        )

    def _row(self, match: re.Match[str], before: str) -> nodes.Row | None:
        """A row; None where it has an opening alone."""
        source = self.source
        part = "row_body" if match["bare_body"] is None else "bare_body"
        start, end = match.span(part)
        if start == end:
            return None
        opening = before + source[match.start() : start]
        cells = tuple(self._cells(start, end))
        span = source.span(match.start() - len(before), match.end())
        return make_row(opening, cells, "", source[end : match.end()], span=span)

    def _cells(self, start: int, end: int) -> Iterator[nodes.Cell]:
        hidden, patterns = self.hidden, _patterns()
        for line in patterns.line.finditer(hidden, start, end):
            pattern = patterns.header if hidden[line.start()] == "!" else patterns.data
            for match in pattern.finditer(hidden, line.start(), line.end()):
                yield self._cell(match)

    def _cell(self, match: re.Match[str]) -> nodes.Cell:
        """A cell of the groups marker, attributes and content; a bare one has the content alone."""
        source, start = self.source, match.start()
        marker_end, attributes_end = match.end(1), match.end(2)
        content_start, content_end = match.span(3)
        if content_start < 0:
            content_start, content_end = match.span("bare_content")
            marker_end = attributes_end = start
        return make_cell(
            source[start:marker_end],
            source[marker_end:attributes_end],
            source.part(content_start, content_end, self.found),
            source[content_end : match.end()],
            span=source.span(start, match.end()),
        )
