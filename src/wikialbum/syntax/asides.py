"""Finds the links that are no part of a line: files, categories, the same article in another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wikialbum.syntax.inline_nodes import TemplateBlock
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.nodes import Article, Paragraph

__all__ = ["Aside", "asides"]


class Aside(NamedTuple):
    """A link that is no part of its line.

    Attributes:
        block: The block that it stands in.
        start: The offset of its first character in the content of the block.
        end: The offset behind its last.
    """

    block: TemplateBlock | Paragraph
    start: int
    end: int

    def __str__(self) -> str:
        return self.block.content[self.start : self.end]


def asides(article: Article) -> Iterator[Aside]:
    r"""The links of an article that stand beside its text, among templates and on lines of their own, in order.

    Examples:
        >>> from wikialbum import parse_article
        >>> [str(aside) for aside in asides(parse_article("[[Harp]]\n\n[[Category:Albums]]\n", dialect="wikitext"))]
        ['[[Category:Albums]]']
    """
    for block in article.walk_blocks():
        if isinstance(block, (TemplateBlock, Paragraph)) and "[[" in block.content:
            source = block.content if isinstance(block.content, Wikitext) else Wikitext(block.content)
            for start, end, kind, _ in source.constructs:
                if kind == "aside":
                    yield Aside(block, start - source.offset, end - source.offset)
