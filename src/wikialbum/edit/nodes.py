"""Edits of single nodes: other text, another node in its place, one beside it, none."""

from __future__ import annotations

import re
from typing import Final

from wikialbum.edit.splice import cut, place_of, shown, splice
from wikialbum.errors import BadEditError
from wikialbum.records import field_names
from wikialbum.syntax import inline_nodes, nodes
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.nodes import Article, Node

__all__ = ["insert_after", "insert_before", "remove", "replace_node", "set_text"]

_ENDS: Final = frozenset("\r\n")
_LINE_END: Final = re.compile(r"\r\n?|\n")

#: The fields of each class of node, from first to last, that its text stands in.
_TEXT_FIELDS: Final[dict[type[Node], tuple[str, str]]] = {
    nodes.BulletItem: ("content", "content"),
    nodes.Cell: ("content", "content"),
    nodes.CreditLine: ("names", "roles"),
    nodes.Field: ("value", "value"),
    nodes.GroupLabel: ("content", "content"),
    nodes.Heading: ("title", "title"),
    nodes.InfoboxName: ("content", "content"),
    nodes.NumberedItem: ("content", "content"),
    nodes.Paragraph: ("content", "content"),
    inline_nodes.Comment: ("content", "content"),
    inline_nodes.Link: ("label", "label"),
    inline_nodes.Parameter: ("value", "value"),
    inline_nodes.Reference: ("content", "content"),
    inline_nodes.Tag: ("content", "content"),
    inline_nodes.Text: ("content", "content"),
}

#: Nodes that may be of many lines.
_LONG: Final = (nodes.Cell, inline_nodes.Parameter, inline_nodes.Comment, inline_nodes.Reference, inline_nodes.Tag)


def set_text(article: Article, node: Node, text: str) -> Article:
    """An article in which a node holds another text; see `Article.set_text`."""
    span = place_of(article, node)
    start, end = text_range(node)
    source = str(node)[start:end]
    text = checked(article, node, text)
    if isinstance(node, inline_nodes.Parameter):
        text = within_blanks(source, text)
    whole = str(node)[:start] + text + str(node)[end:]
    return splice(article, span.offset, span.end, whole, [(kind_of(node), whole)])


def kind_of(node: Node) -> type[Node]:
    """The class that a node keeps when its text changes: an item may take or lose the form of a credit."""
    return nodes.ListItem if isinstance(node, nodes.BulletItem | nodes.CreditLine) else type(node)


def within_blanks(source: str, text: str) -> str:
    r"""A text between the blanks that stand around another; an empty one keeps its line end.

    Examples:
        >>> within_blanks(" live\n", "studio"), within_blanks("\n", "studio"), within_blanks("\n", "")
        (' studio\n', ' studio\n', '\n')
    """
    content = source.strip()
    if content:
        before, _, after = source.partition(content)
        return f"{before}{text}{after}"
    return f" {text}{source.lstrip(' ')}" if text and source else text or source


def text_range(node: Node) -> tuple[int, int]:
    """Where in a node's source the text stands that a reader sees.

    Raises:
        BadEditError: The node has no such text.
    """
    fields = _TEXT_FIELDS.get(type(node))
    if fields is None or (isinstance(node, inline_nodes.Link) and not node.bar):
        raise BadEditError(f"a {type(node).__name__} has no text of its own; replace the node")
    values = {name: str(getattr(node, name)) for name in field_names(type(node))}
    names = list(values)
    first, last = map(names.index, fields)
    start = sum(len(values[name]) for name in names[:first])
    return start, start + sum(len(values[name]) for name in names[first : last + 1])


def checked(article: Article, node: Node, text: str) -> str:
    """A text as it can stand in a node: bars are escaped where wikitext has a way.

    Raises:
        BadEditError: The text would end the node.
    """
    name = type(node).__name__
    if _LINE_END.search(text) and not isinstance(node, _LONG):
        raise BadEditError(f"a {name} is one line; {shown(text)} has a line break")
    if isinstance(node, nodes.Cell | inline_nodes.Parameter) and "|" in text:
        if article.dialect == "plain":
            raise BadEditError(f"a bar ends a {name}; {shown(text)} has one, and the plain dialect has no escape")
        text = escape_bars(text)
    if article.dialect == "wikitext":
        _check_balance(name, text)
    return text


def escape_bars(text: str) -> str:
    """Wikitext whose bars outside of links and templates are written `{{!}}`.

    Examples:
        >>> escape_bars("a|b [[c|d]]")
        'a{{!}}b [[c|d]]'
    """
    pieces = Wikitext(text).inlines
    return "".join(
        str(piece).replace("|", "{{!}}") if isinstance(piece, inline_nodes.Text) else str(piece) for piece in pieces
    )


def _check_balance(name: str, text: str) -> None:
    """Refuse braces and brackets of which one side is missing; they would pair with others outside."""
    left = "".join(str(piece) for piece in Wikitext(text).inlines if isinstance(piece, inline_nodes.Text))
    for mark in ("{{", "}}", "[[", "]]", "{|", "|}", "<!--", "-->"):
        if mark in left:
            raise BadEditError(f"{mark} without its other side in {shown(text)} would change what is around the {name}")


def replace_node(article: Article, old: Node, new: Node) -> Article:
    """An article with a node in the place of another; see `Article.replace_node`."""
    span = place_of(article, old)
    source = with_line_ends(article, str(new))
    return splice(article, span.offset, span.end, source, [(kind_of(new), source)])


def insert_before(article: Article, node: Node, new: Node) -> Article:
    """An article with a new node before another; see `Article.insert_before`."""
    span = place_of(article, node)
    source, below = with_line_ends(article, str(new)), str(node)
    wanted = [(kind_of(new), source), (kind_of(node), below)]
    return splice(article, span.offset, span.end, source + below, wanted)


def insert_after(article: Article, node: Node, new: Node) -> Article:
    """An article with a new node behind another; see `Article.insert_after`."""
    span = place_of(article, node)
    above, source = str(node), with_line_ends(article, str(new))
    if span.end == len(str(article)) and source[-1:] in _ENDS and above[-1:] not in _ENDS:
        content = source.rstrip("\r\n")  # the last line of the text has no end, and keeps none
        above, source = above + source[len(content) :], content
    wanted = [(kind_of(node), above), (kind_of(new), source)]
    return splice(article, span.offset, span.end, above + source, wanted)


def with_line_ends(article: Article, source: str) -> str:
    """Source with the line ends that the article begins with."""
    if "\n" not in source:
        return source
    first = _LINE_END.search(str(article))
    return source if first is None else _LINE_END.sub(first[0], source)


def remove(article: Article, node: Node) -> Article:
    """An article without a node; see `Article.remove`."""
    span = place_of(article, node)
    return cut(article, span.offset, span.end)
