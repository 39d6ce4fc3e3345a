"""Turns the parse of a block grammar into an article; shared by the dialects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from lark import Tree

from wikialbum.diagnostics import Places
from wikialbum.syntax import nodes

Part: TypeAlias = Any
"""A block as the grammar gives it: one token (that of Lark, or of its compiled parser), or a `Tree` of several."""

BlockReader: TypeAlias = Callable[[int, int], nodes.Node]
"""Makes the node of a block from where it starts and ends in the source."""


class Assembly:
    """One article in the making.

    Args:
        readers: A reader for each terminal and for `paragraph`; `HEADING` is that of headings of all levels.
        places: Where the lines of the source begin.
    """

    def __init__(self, readers: Mapping[str, BlockReader], places: Places) -> None:
        self._readers = readers
        self._places = places

    def article(self, tree: Tree[Any], size: int, dialect: nodes.Dialect) -> nodes.Article:
        """The article of a whole parse.

        Args:
            tree: The parse.
            size: The length of the source.
            dialect: The dialect of the grammar.
        """
        parts = tree.children
        names = [part.data if isinstance(part, Tree) else part.type for part in parts[:3]]
        at = 0
        bom, before, title = "", None, None
        if names[:1] == ["BOM"]:
            bom, at = "\ufeff", 1
        if names[at : at + 2] == ["BLANKS", "TITLE"]:
            blank = self._readers["BLANKS"](*_range(parts[at]))
            assert isinstance(blank, nodes.Blank)
            before, at = blank, at + 1
        if names[at : at + 1] == ["TITLE"]:
            title, at = self._heading(parts[at]), at + 1
        lead, sections = self._contents(parts[at:])
        span = self._places.span(0, size)
        return nodes.Article(bom, before, title, lead, nodes.Sections(sections), dialect=dialect, span=span)

    def _contents(self, parts: Iterable[Part]) -> tuple[tuple[nodes.Node, ...], tuple[nodes.Section, ...]]:
        """The blocks of a section or of the lead, and the sections behind them."""
        blocks: list[nodes.Node] = []
        sections: list[nodes.Section] = []
        for part in parts:
            if not isinstance(part, Tree):
                blocks.append(self._readers[part.type](part.start_pos, part.end_pos))
            elif part.data == "paragraph":
                blocks.append(self._readers["paragraph"](*_range(part)))
            else:
                sections.append(self._section(part))
        return tuple(blocks), tuple(sections)

    def _section(self, tree: Tree[Any]) -> nodes.Section:
        heading = self._heading(tree.children[0])
        blocks, subsections = self._contents(tree.children[1:])
        start, end = heading.span, (subsections or blocks or [heading])[-1].span
        assert start is not None
        assert end is not None
        span = self._places.span(start.offset, end.end - start.offset)
        return nodes.Section(heading, blocks, subsections, span=span)

    def _heading(self, part: Part) -> nodes.Heading:
        heading = self._readers["HEADING"](*_range(part))
        assert isinstance(heading, nodes.Heading)
        return heading


def _range(part: Part) -> tuple[int, int]:
    """Where a token, or a block of several, starts and ends in the source."""
    parts: list[Any] = part.children if isinstance(part, Tree) else [part]
    return parts[0].start_pos, parts[-1].end_pos
