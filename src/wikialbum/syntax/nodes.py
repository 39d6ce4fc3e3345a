"""The syntax tree of an article: the article, its sections, and the nodes of their blocks.

`str(node)` joins the fields of a node, in order; nothing else keeps the source. Metadata, such as `span`, is no part of
equality and of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from wikialbum.records import field_names
from wikialbum.syntax.base import Node
from wikialbum.syntax.block_nodes import (
    Blank,
    BulletItem,
    BulletList,
    Cell,
    CreditLine,
    Field,
    GroupLabel,
    Heading,
    Infobox,
    InfoboxName,
    ListItem,
    NumberedItem,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from wikialbum.syntax.editing import ArticleEdits

if TYPE_CHECKING:
    from wikialbum.syntax.inline_nodes import Link, Reference, Template

__all__ = [
    "Article",
    "Blank",
    "Block",
    "BulletItem",
    "BulletList",
    "Cell",
    "CreditLine",
    "Dialect",
    "Field",
    "GroupLabel",
    "Heading",
    "Infobox",
    "InfoboxName",
    "ListItem",
    "Node",
    "NumberedItem",
    "NumberedList",
    "Paragraph",
    "Row",
    "Section",
    "Sections",
    "Table",
]

Dialect: TypeAlias = Literal["plain", "wikitext"]
"""How an article is written: flattened to plain text, or in MediaWiki's markup."""

Block: TypeAlias = Node
"""A node that stands on lines of its own."""


@attrs.frozen(eq=False, repr=False)
class Section(Node):
    """A heading with the blocks below it, and the sections of a deeper level.

    Attributes:
        heading: The heading.
        blocks: The blocks below it, up to the next heading.
        subsections: The sections of a deeper level, in order.
    """

    heading: Heading = Heading()
    blocks: tuple[Block, ...] = ()
    subsections: tuple[Section, ...] = ()

    @property
    def title(self) -> str:
        """The heading's text."""
        return self.heading.text

    @property
    def level(self) -> int:
        """The heading's level."""
        return self.heading.level


class Sections(tuple[Section, ...]):
    r"""The outermost sections of an article; called with a title, all sections of that title at any depth.

    Examples:
        >>> import wikialbum
        >>> article = wikialbum.parse_article("==Charts==\n===Weekly===\n")
        >>> len(article.sections), article.sections("weekly")[0].level
        (1, 3)
    """

    __slots__ = ()

    def __call__(self, title: str | None = None) -> tuple[Section, ...]:
        """All sections at any depth, in order; with a title, those that bear it, compared without case."""
        found: list[Section] = []
        waiting = list(reversed(self))
        while waiting:
            section = waiting.pop()
            found.append(section)
            waiting.extend(reversed(section.subsections))
        if title is None:
            return tuple(found)
        wanted = title.strip().casefold()
        return tuple(section for section in found if section.title.casefold() == wanted)


def _as_sections(sections: Iterable[Section]) -> Sections:
    """A converter of its own: attrs asks for its signature, and that of a class made in C is slow to find."""
    return Sections(sections)


@attrs.frozen(eq=False, repr=False)
class Article(ArticleEdits):
    """A whole article.

    Attributes:
        bom: A byte-order mark, or nothing.
        before: Blank lines before the title.
        title: The level-1 heading that begins the article.
        lead: The blocks before the first section.
        sections: The sections; deeper ones stand inside.
        dialect: `plain` or `wikitext`.
    """

    bom: str = ""
    before: Blank | None = None
    title: Heading | None = None
    lead: tuple[Block, ...] = ()
    sections: Sections = attrs.field(default=Sections(), converter=_as_sections)
    dialect: Dialect = attrs.field(default="plain", eq=False, repr=False, kw_only=True)

    @property
    def infobox(self) -> Infobox | None:
        """The infobox of the plain dialect, or None."""
        return next((block for block in self.lead if isinstance(block, Infobox)), None)

    def walk_blocks(self) -> Iterator[Block]:
        """The blocks of the lead and of all sections, in the order of the text, without headings."""
        yield from self.lead
        for section in self.sections():
            yield from section.blocks

    def tables(self) -> tuple[Table, ...]:
        """All tables, in order; those inside templates and other tables too."""
        return tuple(node for node in self._within("{|") if isinstance(node, Table))

    def templates(self, name: str | None = None) -> tuple[Template, ...]:
        r"""All templates at any depth, in order; with a name, those that bear it.

        Args:
            name: A template's name, compared without case; underscores are blanks.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("{{Infobox album|length={{Duration|m=3|s=5}}}}\n")
            >>> [template.title for template in article.templates()]
            ['Infobox album', 'Duration']
            >>> article.templates("duration")[0].text
            '3:05'
        """
        from wikialbum.syntax.inline_nodes import Template  # noqa: PLC0415 - it builds on these nodes

        found = (node for node in self._within("{{") if isinstance(node, Template))
        if name is None:
            return tuple(found)
        wanted = " ".join(name.replace("_", " ").split()).casefold()
        return tuple(template for template in found if template.title.casefold() == wanted)

    def links(self) -> tuple[Link, ...]:
        """All links to pages, files and categories at any depth, in order."""
        from wikialbum.syntax.inline_nodes import Link  # noqa: PLC0415 - it builds on these nodes

        return tuple(node for node in self._within("[[") if isinstance(node, Link))

    def references(self) -> tuple[Reference, ...]:
        """All footnotes at any depth, in order; a footnote used again stands there again."""
        from wikialbum.syntax.inline_nodes import Reference  # noqa: PLC0415 - it builds on these nodes

        return tuple(node for node in self._within("<") if isinstance(node, Reference))

    def _within(self, mark: str) -> Iterator[Node]:
        """The nodes at any depth, in order; source text is read further only where it holds a mark."""
        stack: list[Node | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                if mark in node:
                    stack.extend(reversed(getattr(node, "inlines", ())))
                continue
            yield node
            for name in reversed(field_names(type(node))):
                value = getattr(node, name)
                if isinstance(value, tuple):
                    stack.extend(reversed(value))
                elif value is not None:
                    stack.append(value)
