"""The syntax tree as lines for a person: one for each node, with its place and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from rich.text import Text

from wikialbum.cli.screen import writable
from wikialbum.syntax import Node, Wikitext
from wikialbum.syntax import Text as PlainText

_BRANCH, _LAST, _TRUNK, _SPACE = "├─ ", "└─ ", "│  ", "   "


def tree_lines(root: Node, *, inlines: bool = False) -> Iterator[Text]:
    r"""A line for each node of a tree: guides, class, line:column, and the pieces of text that it holds itself.

    Args:
        root: The tree.
        inlines: Whether links, templates and other markup inside a piece of wikitext are nodes below it, in its place.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> for line in tree_lines(parse_article("= Rush =\n- harp\n")):
        ...     print(line.plain)
        Article 1:1
        ├─ Heading 1:1 open='= ' title='Rush' close=' =' end='\n'
        └─ BulletList 2:1
           └─ BulletItem 2:1 marker='- ' content='harp' end='\n'
    """
    stack: list[tuple[Node, str, str]] = [(root, "", "")]
    while stack:
        node, guide, below = stack.pop()
        line = Text.assemble((writable(guide), "dim"), (type(node).__name__, "bold"))
        if node.span is not None:
            line.append(f" {node.span.line}:{node.span.column}", "cyan")
        children: list[Node] = []
        for name, value in _fields(node):
            if isinstance(value, str) and not (inlines and _has_markup(value)):
                line.append(f" {name}=", "dim").append(writable(str.__repr__(value)))  # in which nothing is invisible
            else:
                children += _nodes(value)
        yield line
        for place, child in enumerate(reversed(children)):
            branch, trunk = (_LAST, _SPACE) if place == 0 else (_BRANCH, _TRUNK)
            stack.append((child, below + branch, below + trunk))


def _fields(node: Node) -> Iterator[tuple[str, object]]:
    """The fields that hold a node's text, without those that are empty."""
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if field.eq and value:
            yield field.name, value


def _has_markup(piece: str) -> bool:
    """Whether a piece of text is more than text."""
    return isinstance(piece, Wikitext) and not all(isinstance(node, PlainText) for node in piece.inlines)


def _nodes(value: object) -> tuple[Node, ...]:
    """The nodes of a field: one, several, or those inside wikitext; fields hold nothing else."""
    if isinstance(value, Wikitext):
        return value.inlines
    return value if isinstance(value, tuple) else (value,)
