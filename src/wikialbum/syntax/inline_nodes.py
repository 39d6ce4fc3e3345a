"""The nodes of the MediaWiki dialect that stand inside a line, or a block of templates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

import attrs

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.base import Node
from wikialbum.syntax.block_nodes import display
from wikialbum.syntax.markup import Wikitext, attribute

__all__ = [
    "Comment",
    "ExternalLink",
    "Inline",
    "Link",
    "Nowiki",
    "Parameter",
    "Reference",
    "Style",
    "Tag",
    "Template",
    "TemplateBlock",
    "Text",
]

Inline: TypeAlias = Node
"""A node inside a line."""

_COMMENT: Final = lazy_pattern(r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)")
_BLANKS: Final = lazy_pattern(r"[\s_]+")
_SHORT: Final = 60
_TAG_NAME: Final = lazy_pattern(r"</?([A-Za-z][A-Za-z0-9]*)")
_TEMPLATE_PREFIX: Final = lazy_pattern(r"(?:template|vorlage|modèle|plantilla|шаблон)\s*:\s*", re.IGNORECASE)


@attrs.frozen(eq=False, repr=False)
class Text(Node):
    """Text without markup; entities such as `&nbsp;` are part of it.

    Attributes:
        content: The text, whole.
    """

    content: str = ""


@attrs.frozen(eq=False, repr=False)
class Style(Node):
    """Two apostrophes or more, which switch italics and bold on or off.

    Attributes:
        marks: The apostrophes.
    """

    marks: str = "''"

    @property
    def text(self) -> str:
        """Nothing, but for apostrophes too many."""
        return "'" if len(self.marks) == 4 else "'" * (len(self.marks) - 5)


@attrs.frozen(eq=False, repr=False)
class Comment(Node):
    """A comment: `<!-- … -->`. `close` is empty where the text ends inside it.

    Attributes:
        open: `<!--`.
        content: What it says.
        close: `-->`.
    """

    open: str = "<!--"
    content: str = ""
    close: str = "-->"

    @property
    def text(self) -> str:
        """Nothing."""
        return ""


@attrs.frozen(eq=False, repr=False)
class Nowiki(Node):
    """Text in which no markup counts: `<nowiki>…</nowiki>`, `<pre>…</pre>`.

    Attributes:
        open: The opening tag.
        content: The text.
        close: The closing tag.
    """

    open: str = "<nowiki>"
    content: str = ""
    close: str = "</nowiki>"

    @property
    def text(self) -> str:
        """The content."""
        return self.content


@attrs.frozen(eq=False, repr=False)
class Tag(Node):
    """An HTML tag with what it encloses, or, with neither `content` nor `close`, one that stands alone: `<br />`.

    Attributes:
        open: The opening tag with its attributes.
        content: What the tag encloses, as written.
        close: The closing tag.
    """

    open: str = "<br />"
    content: str = ""
    close: str = ""

    @property
    def name(self) -> str:
        """The tag's name in small letters.

        Examples:
            >>> Tag("<BR clear=all>").name
            'br'
        """
        match = _TAG_NAME.match(self.open)
        return match[1].lower() if match else ""

    def attribute(self, name: str) -> str | None:
        """An attribute's value, or None.

        Examples:
            >>> Tag("<li value=7>").attribute("value")
            '7'
        """
        return attribute(self.open, name)

    @property
    def text(self) -> str:
        """What the tag shows: a line break for `<br>`, else its content."""
        return "\n" if self.name == "br" else display(self.content)


@attrs.frozen(eq=False, repr=False)
class Reference(Node):
    """A footnote: `<ref name="x">…</ref>`, or `<ref name="x" />` with neither content nor close.

    Attributes:
        open: The opening tag with its attributes.
        content: What the footnote says, as written.
        close: The closing tag.
    """

    open: str = "<ref>"
    content: str = ""
    close: str = "</ref>"

    @property
    def name(self) -> str | None:
        """The name by which the footnote is used again, or None."""
        return attribute(self.open, "name")

    @property
    def text(self) -> str:
        """Nothing; what the footnote says is the text of `content`."""
        return ""


@attrs.frozen(eq=False, repr=False)
class Link(Node):
    """A link to a page, file or category: `[[target]]` or `[[target|label]]`.

    Attributes:
        open: Two brackets.
        target: The page.
        bar: The bar, or nothing.
        label: What stands behind the bar.
        close: Two brackets.
    """

    open: str = "[["
    target: str = ""
    bar: str = ""
    label: str = ""
    close: str = "]]"

    @property
    def text(self) -> str:
        """What the link shows: its label, else its target; nothing for files, categories and other languages."""
        return display(Wikitext(str(self)))


@attrs.frozen(eq=False, repr=False)
class ExternalLink(Node):
    """A link out of the encyclopedia: `[http://example.org label]`.

    Attributes:
        open: A bracket.
        target: The address.
        separator: The blanks behind it.
        label: The label as written.
        close: A bracket.
    """

    open: str = "["
    target: str = ""
    separator: str = ""
    label: str = ""
    close: str = "]"

    @property
    def text(self) -> str:
        """The label."""
        return display(self.label)


@attrs.frozen(eq=False, repr=False)
class Parameter(Node):
    """A parameter of a template: `|name=value`, or `|value`.

    Attributes:
        separator: The bar.
        name: The name with its blanks; empty for a positional parameter.
        equals: The equals sign; empty for a positional parameter.
        value: The value with its blanks.
        position: 1 for the first positional parameter; no part of the text.
    """

    separator: str = "|"
    name: str = ""
    equals: str = ""
    value: str = ""
    position: int = attrs.field(default=0, eq=False, repr=False, kw_only=True)

    @property
    def key(self) -> str:
        """The name without blanks and comments; the position where there is none."""
        if not self.equals:
            return str(self.position)
        return _key(self.name) if len(self.name) <= _SHORT else _key.__wrapped__(self.name)

    @property
    def text(self) -> str:
        """What a reader sees of the value."""
        return display(self.value)


@attrs.frozen(eq=False, repr=False)
class Template(Node):
    r"""A call of a template: `{{name|parameter|key=value}}`.

    Attributes:
        open: Two braces.
        name: The name as written, with blanks and comments.
        parameters: The parameters, in order.
        close: Two braces.

    Examples:
        >>> (template,) = Wikitext("{{start_date<!-- -->|1995|10|df = yes }}").inlines
        >>> template.title, template.get("2").text, template.get("df").text
        ('Start date', '10', 'yes')
    """

    open: str = "{{"
    name: str = ""
    parameters: tuple[Parameter, ...] = ()
    close: str = "}}"

    @property
    def title(self) -> str:
        """The clean name: one blank for underscores and blanks, a capital first, no comment and no namespace."""
        return _title(self.name) if len(self.name) <= _SHORT else _title.__wrapped__(self.name)

    def get(self, key: str) -> Parameter | None:
        """The parameter of a name or position; the last one counts, as in MediaWiki. None where there is none."""
        return next((each for each in reversed(self.parameters) if each.key == key), None)

    @property
    def text(self) -> str:
        """What the template shows, as far as it is known; else its positional parameters."""
        from wikialbum.syntax.display import template_text  # noqa: PLC0415 - it reads these nodes

        return template_text(self).strip()


@attrs.frozen(eq=False, repr=False)
class TemplateBlock(Node):
    """Lines without a text of their own: templates, comments, files, categories, tags that stand alone.

    Attributes:
        content: The lines, less the last line end.
        end: The line end; empty where the text ends.
    """

    content: str = ""
    end: str = "\n"

    @property
    def templates(self) -> tuple[Template, ...]:
        """The outermost templates, in order."""
        inlines: tuple[Node, ...] = getattr(self.content, "inlines", ())
        return tuple(node for node in inlines if isinstance(node, Template))

    @property
    def text(self) -> str:
        """What the templates show."""
        return display(self.content)


def _uncommented(name: str) -> str:
    return _COMMENT.sub("", name) if "<!--" in name else str(name)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """The name of a parameter, clean; the same few stand in all articles."""
    return _uncommented(name).strip()


@lru_cache(maxsize=4096)
def _title(written: str) -> str:
    """The name of a template, clean."""
    name = _BLANKS.sub(" ", _uncommented(written)).strip()
    prefix = _TEMPLATE_PREFIX.match(name) if ":" in name else None
    if prefix:
        name = name[prefix.end() :]
    return name[:1].upper() + name[1:]
