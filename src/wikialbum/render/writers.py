"""How each dialect writes the blocks of an article: headings, infoboxes, lists and tables, in canonical form."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, TypeAlias

from wikialbum.entities import decoded
from wikialbum.render.values import noted
from wikialbum.syntax import nodes
from wikialbum.syntax.inline_nodes import Parameter, Template, TemplateBlock
from wikialbum.syntax.nodes import Dialect, Node

__all__ = ["Item", "PlainWriter", "WikitextWriter", "Writer", "escape", "linked", "template_block", "writer_of"]

#: What a reader of wikitext would take for markup, wherever it stands.
_MARKUP: Final = re.compile(r"[{}<|]|\[(?=\[|\w+:|//)|(?<=\[)\[|\](?=\])|(?<=\])\]|''+|__(?=[A-Z]+__)|~~~+|\A[*#:;=]")

_LIST_LIKE: Final = re.compile(r"[,;/&]|[ \t](?:and|with|feat|ft)\b")


def escape(text: str) -> str:
    """Display text as wikitext that shows it: what would be markup stands as entities.

    Examples:
        >>> escape("R&B {live} & more"), escape("[[x]] ''y''")
        ('R&B &#123;live&#125; & more', '&#91;&#91;x&#93;&#93; &#39;&#39;y&#39;&#39;')
    """
    if "&" in text and decoded(text) != text:
        text = text.replace("&", "&amp;")
    return _MARKUP.sub(lambda match: "".join(f"&#{ord(char)};" for char in match[0]), text)


def linked(name: str) -> str:
    """A name as wikitext that shows it: as a link where it looks like a list.

    Examples:
        >>> linked("Ann Lee"), linked("Burrell & Knox")
        ('Ann Lee', '[[Burrell & Knox]]')
    """
    return f"[[{escape(name)}]]" if _LIST_LIKE.search(name) else escape(name)


def template_block(name: str, parameters: Iterable[tuple[str, str]]) -> TemplateBlock:
    r"""A template on lines of its own, a parameter on each line, the equals signs below each other.

    Examples:
        >>> str(template_block("Infobox album", [("name", "Rush"), ("type", "soundtrack")]))
        '{{Infobox album\n| name = Rush\n| type = soundtrack\n}}\n'
    """
    pairs = list(parameters)
    width = max((len(key) for key, _ in pairs), default=0)
    lines = [
        Parameter("|", f" {key.ljust(width)} ", "=", f" {value}\n" if value else "\n")
        for key, value in pairs
    ]  # fmt: skip
    return TemplateBlock(str(Template("{{", f"{name}\n", tuple(lines), "}}")))


#: A name and its note.
Item: TypeAlias = tuple[str, str | None]


class Writer(ABC):
    """Makes the nodes of one dialect from display texts or, where `raw` is said, from source text."""

    dialect: ClassVar[Dialect]
    #: The keys of the infobox by the album's field, in canonical order.
    keys: ClassVar[dict[str, str]]
    #: What may part the items of a list in a value, best first.
    joints: ClassVar[tuple[str, ...]]

    @abstractmethod
    def source(self, text: str) -> str:
        """Source text that shows a display text."""

    @abstractmethod
    def items(self, items: Sequence[Item], joint: str) -> Iterable[str]:
        """Source texts of a list of items, best first."""

    @abstractmethod
    def infobox(self, name: str | None, fields: Sequence[tuple[str, str]]) -> Node:
        """An infobox; the values are raw."""

    @abstractmethod
    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Node:
        """A table; the cells are raw."""

    @abstractmethod
    def bullet(self, raw: str) -> Node:
        """An item of a bullet list."""

    @abstractmethod
    def numbered(self, number: int, raw: str, *, counts: bool) -> Node:
        """An item of a numbered list; `counts` says that its number is one more than that of the item before it."""

    def heading(self, level: int, title: str) -> nodes.Heading:
        """A heading line."""
        marks = "=" * level
        blank = " " if level == 1 else ""
        return nodes.Heading(marks + blank, self.source(title), blank + marks)

    def label(self, text: str) -> nodes.GroupLabel:
        """A label line, marked as one unless it is of quoted titles."""
        return nodes.GroupLabel("" if text[:1] == '"' else ";", self.source(text))

    def paragraph(self, text: str) -> nodes.Paragraph:
        """A paragraph."""
        return nodes.Paragraph(self.source(text))


class PlainWriter(Writer):
    """Writes the plain dialect; it has no escapes."""

    dialect = "plain"
    keys: ClassVar = {
        "type": "Type",
        "artist": "Artist",
        "releases": "Released",
        "recorded": "Recorded",
        "studios": "Studio",
        "venues": "Venue",
        "genres": "Genre",
        "languages": "Language",
        "lengths": "Length",
        "labels": "Label",
        "producers": "Producer",
        "chronology": "Chronology",
        "previous_title": "Prev Title",
        "previous_year": "Prev Year",
        "next_title": "Next Title",
        "next_year": "Next Year",
    }
    joints = (", ", "; ", " / ")

    def source(self, text: str) -> str:
        """The text itself."""
        return text

    def items(self, items: Sequence[Item], joint: str) -> Iterable[str]:
        """The items, joined."""
        yield joint.join(noted(*item) for item in items)

    def infobox(self, name: str | None, fields: Sequence[tuple[str, str]]) -> Node:
        """The name line and the fields; the dialect has no name line without a field."""
        lines = tuple(
            nodes.Field(key=key, separator=": " if value else ":", value=value)
            for key, value in fields or (("Type", ""),)
        )
        return nodes.Infobox(None if name is None else nodes.InfoboxName(name), lines)

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Node:
        """Rows between bars, the header first."""
        lines = [headers, *rows]
        return nodes.Table(
            rows=tuple(nodes.Row(cells=tuple(nodes.Cell(content=cell, blank=" " if cell else "") for cell in line)) for line in lines)
        )  # fmt: skip

    def bullet(self, raw: str) -> Node:
        """A line behind a hyphen."""
        return nodes.BulletItem("- ", raw)

    def numbered(self, number: int, raw: str, *, counts: bool) -> Node:  # noqa: ARG002 - it is written all the same
        """A line behind its number."""
        return nodes.NumberedItem(f"{number}. ", raw)


class WikitextWriter(Writer):
    """Writes wikitext; markup in display texts stands as entities."""

    dialect = "wikitext"
    keys: ClassVar = {
        "title": "name",
        "type": "type",
        "artist": "artist",
        "releases": "released",
        "recorded": "recorded",
        "studios": "studio",
        "venues": "venue",
        "genres": "genre",
        "languages": "language",
        "lengths": "length",
        "labels": "label",
        "producers": "producer",
        "chronology": "chronology",
        "previous_title": "prev_title",
        "previous_year": "prev_year",
        "next_title": "next_title",
        "next_year": "next_year",
    }
    joints = (", ", "; ", " / ", "<br />")

    def source(self, text: str) -> str:
        """The text with entities for what would be markup."""
        return escape(text)

    def items(self, items: Sequence[Item], joint: str) -> Iterable[str]:
        """The items joined or as a list template; names that look like lists as links, too: a link is one item."""
        for style in (escape, linked):
            shown = [noted(style(name), None if note is None else escape(note)) for name, note in items]
            yield joint.join(shown)
            if len(shown) > 1:
                yield f"{{{{hlist|{'|'.join(text.replace('=', '&#61;') for text in shown)}}}}}"

    def infobox(self, name: str | None, fields: Sequence[tuple[str, str]]) -> Node:
        """The infobox template."""
        named = () if name is None else ((self.keys["title"], name),)
        return template_block("Infobox album", (*named, *fields))

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Node:
        """A table of the usual class, a cell on each line."""
        lines = [nodes.Row("|-\n", tuple(nodes.Cell("! ", "", header, "\n") for header in headers), "", "")]
        lines += [
            nodes.Row("|-\n", tuple(nodes.Cell("| ", "", cell, "\n") for cell in cells), "", "") for cells in rows
        ]
        return nodes.Table('{| class="wikitable"\n', "", tuple(lines), "|}", "\n")

    def bullet(self, raw: str) -> Node:
        """A line behind an asterisk."""
        return nodes.BulletItem("* ", raw)

    def numbered(self, number: int, raw: str, *, counts: bool) -> Node:
        """A line behind `#`, with its number where it is not the next one."""
        return nodes.NumberedItem("# " if counts else f'#<li value="{number}"> ', raw)


_WRITERS: Final[dict[Dialect, type[Writer]]] = {"plain": PlainWriter, "wikitext": WikitextWriter}


def writer_of(dialect: Dialect) -> Writer:
    """The writer of a dialect.

    Raises:
        ValueError: There is no such dialect.
    """
    kind = _WRITERS.get(dialect)
    if kind is None:
        raise ValueError(f"no such dialect: {dialect!r}; there are 'plain' and 'wikitext'")
    return kind()
