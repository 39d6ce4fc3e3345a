"""Turns the parse of a block grammar into an article; shared by the dialects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lark import Token, Tree

from wikialbum.diagnostics import Places, Span
from wikialbum.syntax import nodes

Part: TypeAlias = Token | Tree[Token]
"""A block as the grammar gives it: one token, or a `paragraph` or `section_n` of several."""

BlockReader: TypeAlias = Callable[[str, Span], nodes.Node]
"""Makes the node of a block from its source."""


class Assembly:
    """One article in the making.

    Args:
        text: The source.
        readers: A reader for each terminal and for `paragraph`; `HEADING` is that of headings of all levels.
        places: Where the lines of the source begin.
    """

    def __init__(self, text: str, readers: Mapping[str, BlockReader], places: Places) -> None:
        self._text = text
        self._readers = readers
        self._places = places

    def article(self, tree: Tree[Token], dialect: nodes.Dialect) -> nodes.Article:
        """The article of a whole parse."""
        parts = tree.children
        names = [_name(part) for part in parts]
        at = 0
        bom, before, title = "", None, None
        if names[:1] == ["BOM"]:
            bom, at = "\ufeff", 1
        if names[at : at + 2] == ["BLANKS", "TITLE"]:
            blank = self._block(parts[at], "BLANKS")
            assert isinstance(blank, nodes.Blank)
            before, at = blank, at + 1
        if names[at : at + 1] == ["TITLE"]:
            title, at = self._heading(parts[at]), at + 1
        lead: list[nodes.Node] = []
        while at < len(parts) and not names[at].startswith("section"):
            lead.append(self._block(parts[at], names[at]))
            at += 1
        sections = nodes.Sections(self._section(part) for part in parts[at:])
        span = self._places.span(0, len(self._text))
        return nodes.Article(bom, before, title, tuple(lead), sections, dialect=dialect, span=span)

    def _section(self, part: Part) -> nodes.Section:
        assert isinstance(part, Tree)
        heading = self._heading(part.children[0])
        blocks: list[nodes.Node] = []
        subsections: list[nodes.Section] = []
        for child in part.children[1:]:
            name = _name(child)
            if name.startswith("section"):
                subsections.append(self._section(child))
            else:
                blocks.append(self._block(child, name))
        start, end = heading.span, (subsections or blocks or [heading])[-1].span
        assert start is not None
        assert end is not None
        span = start.part(0, end.end - start.offset)
        return nodes.Section(heading, tuple(blocks), tuple(subsections), span=span)

    def _heading(self, part: Part) -> nodes.Heading:
        heading = self._block(part, "HEADING")
        assert isinstance(heading, nodes.Heading)
        return heading

    def _block(self, part: Part, name: str) -> nodes.Node:
        if isinstance(part, Token):
            start, end = part.start_pos, part.end_pos
        else:
            first, last = part.children[0], part.children[-1]
            assert isinstance(first, Token)
            assert isinstance(last, Token)
            start, end = first.start_pos, last.end_pos
        assert start is not None
        assert end is not None
        source = self._text[start:end]
        return self._readers[name](source, self._places.span(start, end - start))


def _name(part: Part) -> str:
    return part.type if isinstance(part, Token) else str(part.data)
