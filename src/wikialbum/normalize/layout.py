"""Finds the blocks that stand inside templates and tables that only lay out a page, such as columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.inline_nodes import Template, TemplateBlock
from wikialbum.vocabulary.model import by_phrase

_LAYOUTS: Final = by_phrase(
    {
        "list": "columns-list|columns list|column list|plainlist|plain list|flatlist|flat list|ubl|ublist|"
        "unbulleted list|bulleted list|blist|ordered list|olist|flowlist|indented plainlist|collapsible list",
    }
)
_LIST_LINE: Final = lazy_pattern(r"\n[*#][^\n]*")


def inner_blocks(block: nodes.Node) -> Iterator[nodes.Node]:
    r"""The blocks inside a block that is mere layout; none for any other.

    Their spans count from the beginning of what they stand in, and are of no use to the article.

    Examples:
        >>> from wikialbum import parse_article
        >>> section = parse_article("==Personnel==\n{{columns-list|\n* Ann Lee – harp\n}}\n").sections[0]
        >>> [str(inner) for block in section.blocks for inner in inner_blocks(block)]
        ['* Ann Lee – harp\n']
    """
    if isinstance(block, TemplateBlock):
        for inline in getattr(block.content, "inlines", ()):
            if isinstance(inline, Template) and inline.title.casefold() in _LAYOUTS:
                for parameter in inline.parameters:
                    if not parameter.equals or parameter.key.isdecimal():
                        yield from _blocks(parameter.value)
    elif isinstance(block, nodes.Table) and block.open:
        for row in block.rows:
            for cell in row.cells:
                if cell.content.startswith("\n") and _LIST_LINE.search(cell.content):
                    yield from _blocks(cell.content)


def _blocks(value: str) -> Iterator[nodes.Node]:
    from wikialbum.syntax.wikitext import read_wikitext  # noqa: PLC0415 - few articles need it

    for block in read_wikitext(f"{value.strip()}\n").lead:
        if not isinstance(block, nodes.Blank):
            yield block
