"""The nodes of blocks and of their lines and cells, which both dialects share.

A node's fields hold every character of its source: content, and trivia such as markers, blanks and line ends, whose
defaults are the canonical ones of the plain dialect.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.base import Node
from wikialbum.syntax.markup import attribute

#: Where an item of an HTML list says its number: `<li value="7">`, or the list before it: `<ol start="5">`.
_HTML_NUMBER: Final = lazy_pattern(r"\b(value|start)\s*+=\s*+[\"']?(\d{1,6})\b", re.IGNORECASE)


def display(content: str) -> str:
    """What a reader sees of some source text of either dialect."""
    shown: str = getattr(content, "text", content)
    return shown.strip()


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
