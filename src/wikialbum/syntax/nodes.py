"""The nodes of the syntax tree that both dialects share.

A node's fields hold every character of its source: content, and trivia such as markers, blanks and line ends, whose
defaults are the canonical ones of the plain dialect. `str(node)` joins the fields, in order; nothing else keeps the
source. Metadata, such as `span`, is no part of equality and of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from wikialbum.records import field_names
from wikialbum.syntax.base import Node as Node
from wikialbum.syntax.editing import ArticleEdits
from wikialbum.syntax.markup import attribute

if TYPE_CHECKING:
    from wikialbum.syntax.inline_nodes import Link, Reference, Template

Dialect: TypeAlias = Literal["plain", "wikitext"]
"""How an article is written: flattened to plain text, or in MediaWiki's markup."""

#: Where an item of an HTML list says its number: `<li value="7">`, or the list before it: `<ol start="5">`.
_HTML_NUMBER: Final = re.compile(r"\b(value|start)\s*+=\s*+[\"']?(\d{1,6})\b", re.IGNORECASE)


@attrs.frozen(eq=False, repr=False)
class Blank(Node):
    """One or more blank lines.

    Attributes:
        content: The lines, whole.
    """

    content: str = "\n"


@attrs.frozen(eq=False, repr=False)
class Paragraph(Node):
    """Lines of prose, and whatever is nothing else.

    Attributes:
        content: The lines, less the last line end.
        end: The line end; empty where the text ends.
    """

    content: str = ""
    end: str = "\n"

    @property
    def text(self) -> str:
        """The prose, without outer blanks."""
        return display(self.content)


@attrs.frozen(eq=False, repr=False)
class Heading(Node):
    """A heading line: `==Personnel==` or `== Personnel ==`.

    Attributes:
        open: The equals signs before the title, and the blanks behind them.
        title: The title as written.
        close: The equals signs behind the title, and the blanks before them.
        end: The blanks behind it, and the line end.
    """

    open: str = "=="
    title: str = ""
    close: str = "=="
    end: str = "\n"

    @property
    def level(self) -> int:
        """1 for the article's title, 2 for its sections, to 6."""
        return min(self.open.count("="), self.close.count("="))

    @property
    def text(self) -> str:
        """The title."""
        return display(self.title)


@attrs.frozen(eq=False, repr=False)
class GroupLabel(Node):
    """A line that names what stands below it: `Production`, `"Song"`, `;Side one`, `'''Disc two'''`.

    Attributes:
        open: `;` or the apostrophes of bold, or nothing.
        content: The label as written.
        close: The apostrophes that end bold, and a colon behind them.
        end: The blanks behind it, and the line end.
    """

    open: str = ""
    content: str = ""
    close: str = ""
    end: str = "\n"

    @property
    def text(self) -> str:
        """The label without its markers; quotes and a final colon are part of it."""
        return display(self.content)


def _without_markup(marker: str) -> str:
    """A list marker without a comment before it and an HTML tag behind it."""
    return marker.rpartition("-->")[2].partition("<")[0]


@attrs.frozen(eq=False, repr=False)
class ListItem(Node):
    """The root of the items of lists.

    Attributes:
        marker: The bullet or number, and the blanks around it.
    """

    marker: str = "- "

    @property
    def depth(self) -> int:
        """1 for an outermost item; one more for each further marker, or two blanks before it."""
        marker = self.marker
        if marker in {"- ", "* ", "*"}:
            return 1
        if "<" in marker:
            marker = _without_markup(marker)
        indent = len(marker) - len(marker.lstrip(" \t"))
        return max(1, len(marker.split(None, 1)[0]) if marker.strip() else 1) + indent // 2


@attrs.frozen(eq=False, repr=False)
class BulletItem(ListItem):
    """An item of a bullet list that has not the form of a credit.

    Attributes:
        content: The item as written.
        end: The line end; empty where the text ends.
    """

    content: str = ""
    end: str = "\n"

    @property
    def text(self) -> str:
        """The item without its bullet."""
        return display(self.content)


@attrs.frozen(eq=False, repr=False)
class CreditLine(ListItem):
    """An item of a bullet list that has the form `names – roles`.

    Attributes:
        names: Who, as written.
        separator: The dash with its blanks.
        roles: What they did, as written.
        end: The line end; empty where the text ends.
    """

    names: str = ""
    separator: str = " – "
    roles: str = ""
    end: str = "\n"

    @property
    def content(self) -> str:
        """The item without its bullet, as written."""
        return type(self.names)(self.names + self.separator + self.roles)

    @property
    def text(self) -> str:
        """The item without its bullet."""
        return display(self.content)


@attrs.frozen(eq=False, repr=False)
class BulletList(Node):
    """Bullet items on lines that follow each other.

    Attributes:
        items: The items, in order; `depth` says how they nest.
    """

    items: tuple[BulletItem | CreditLine, ...] = ()


@attrs.frozen(eq=False, repr=False)
class NumberedItem(ListItem):
    """An item of a numbered list: `1. "Title" – 3:45`, or with `#` for its number.

    Attributes:
        content: The item as written.
        end: The line end; empty where the text ends.
    """

    marker: str = "1. "
    content: str = ""
    end: str = "\n"

    @property
    def number(self) -> int | None:
        """The number as written, or None where the item counts on from the one before it.

        Examples:
            >>> NumberedItem("7. ").number, NumberedItem("# ").number, NumberedItem('#<li value="7">').number
            (7, None, 7)
        """
        digits = self.marker.strip().rstrip(".)")
        if "<" in digits:
            written = {name.lower(): int(number) for name, number in _HTML_NUMBER.findall(digits)}
            return written.get("value", written.get("start"))
        return int(digits) if digits.isdecimal() else None

    @property
    def depth(self) -> int:
        """1 for an outermost item, one more for each further `#`, `*` or `:`."""
        return max(1, sum(map(_without_markup(self.marker).count, "#*:;")))

    @property
    def text(self) -> str:
        """The item without its number."""
        return display(self.content)


@attrs.frozen(eq=False, repr=False)
class NumberedList(Node):
    """Numbered items on lines that follow each other.

    Attributes:
        items: The items, in order; `depth` says how they nest.
    """

    items: tuple[NumberedItem, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Cell(Node):
    """A cell of a table row, with the bar before it.

    Attributes:
        marker: `|`, in wikitext also `||`, and `!` or `!!` for a header; empty for a template that stands where a
            cell would.
        attributes: `scope="row" |` and the like, in wikitext alone.
        content: What the cell holds.
        blank: The blanks behind it.
    """

    marker: str = "| "
    attributes: str = ""
    content: str = ""
    blank: str = " "

    @property
    def text(self) -> str:
        """What the cell shows."""
        return display(self.content)

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, such as `rowspan`, or None.

        Examples:
            >>> Cell("| ", 'rowspan="2" | ', "1996").attribute("rowspan")
            '2'
        """
        return attribute(self.attributes, name) if self.attributes else None


@attrs.frozen(eq=False, repr=False)
class Row(Node):
    """A row of a table. `close` is empty where the text ends inside a row of the plain dialect.

    Attributes:
        open: What stands before the first cell: blanks; in wikitext `|-` with its attributes too.
        cells: The cells, in order.
        close: The last bar of the plain dialect.
        end: The blanks behind it, and the line end.
    """

    open: str = ""
    cells: tuple[Cell, ...] = ()
    close: str = "|"
    end: str = "\n"


@attrs.frozen(eq=False, repr=False)
class Table(Node):
    """A table. `open` and `close`, with a caption, are used by wikitext alone.

    Attributes:
        open: `{|` with its attributes, and the `|+` of a caption.
        caption: The caption as written.
        rows: The rows, in order; a header is a row like others.
        close: `|}`, and what stands before it behind the last row.
        end: What stands behind it on its line, and the line end.
    """

    open: str = ""
    caption: str = ""
    rows: tuple[Row, ...] = ()
    close: str = ""
    end: str = ""


@attrs.frozen(eq=False, repr=False)
class InfoboxName(Node):
    """The line above the fields of an infobox: the album's name.

    Attributes:
        content: The name as written.
        end: The line end; empty where the text ends.
    """

    content: str = ""
    end: str = "\n"

    @property
    def text(self) -> str:
        """The name."""
        return display(self.content)


@attrs.frozen(eq=False, repr=False)
class Field(Node):
    """A line `- Key: value` of an infobox.

    Attributes:
        marker: The bullet, and the blanks behind it.
        key: The key as written.
        separator: The colon, and the blanks behind it.
        value: The value as written.
        end: The line end; empty where the text ends.
    """

    marker: str = "- "
    key: str = ""
    separator: str = ": "
    value: str = ""
    end: str = "\n"

    @property
    def text(self) -> str:
        """The value."""
        return display(self.value)


@attrs.frozen(eq=False, repr=False)
class Infobox(Node):
    """The infobox of the plain dialect: a name line and fields.

    Attributes:
        name: The name line, or None.
        fields: The fields, in order.
    """

    name: InfoboxName | None = None
    fields: tuple[Field, ...] = ()

    def get(self, key: str) -> str | None:
        """The value of the first field of that name, compared without case; None where there is none."""
        wanted = key.casefold()
        return next((field.text for field in self.fields if field.key.strip().casefold() == wanted), None)


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


def display(content: str) -> str:
    """What a reader sees of some source text of either dialect."""
    shown: str = getattr(content, "text", content)
    return shown.strip()
