"""The root of all nodes: text, equality, children, search and replacement, the same for every node of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, TypeVar

import attrs

from wikialbum.diagnostics import Span
from wikialbum.records import Record, field_names

_N = TypeVar("_N", bound="Node")


@attrs.frozen(eq=False, repr=False)
class Node(Record):
    """The root of all nodes.

    Attributes:
        span: Where the node was read, or None for a node built by hand.
    """

    span: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        out: list[str] = []
        self.write(out)
        return "".join(out)

    @property
    def text(self) -> str:
        """What a reader sees of this node: its display text, without markers and outer blanks."""
        return str(self).strip()

    def children(self) -> Iterator[Node]:
        """The nodes directly below this one, in the order of the text."""
        for name in field_names(type(self)):
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from value

    def walk(self) -> Iterator[Node]:
        """This node and all nodes below it, in the order of the text."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(tuple(node.children())))

    def find(self, kind: type[_N]) -> Iterator[_N]:
        r"""The nodes of a class at or below this one, in the order of the text.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("==Personnel==\n- Ann Lee – harp\n")
            >>> [line.names for line in article.find(wikialbum.syntax.CreditLine)]
            ['Ann Lee']
        """
        return (node for node in self.walk() if isinstance(node, kind))

    def replace(self, old: Node, new: Node) -> Self:
        """This tree with one node, found by identity, replaced by another; all the rest is shared.

        Raises:
            LookupError: `old` is not below this node.
        """
        changed = _replaced(self, old, new)
        if changed is None:
            raise LookupError(f"{type(old).__name__} is no node of this {type(self).__name__}")
        return changed

    def write(self, out: list[str]) -> None:
        """Append the pieces of this node's text to a list."""
        for name in field_names(type(self)):
            value = getattr(self, name)
            if isinstance(value, str):
                out.append(value)
            elif isinstance(value, tuple):
                for node in value:
                    node.write(out)
            elif value is not None:
                value.write(out)


def _with(node: _N, name: str, value: object) -> _N:
    """A copy of a node with one field changed."""
    changes: dict[str, Any] = {name: value}
    return attrs.evolve(node, **changes)


def _replaced(node: _N, old: Node, new: Node) -> _N | None:
    """A copy of `node` with `old` replaced below it, or None where `old` is not there."""
    for name in field_names(type(node)):
        value = getattr(node, name)
        if value is old:
            return _with(node, name, new)
        if isinstance(value, Node):
            changed = _replaced(value, old, new)
            if changed is not None:
                return _with(node, name, changed)
        elif isinstance(value, tuple):
            for place, child in enumerate(value):
                changed = new if child is old else _replaced(child, old, new)
                if changed is not None:
                    return _with(node, name, (*value[:place], changed, *value[place + 1 :]))
    return None
