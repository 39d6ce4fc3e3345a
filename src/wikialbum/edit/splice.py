"""The one way in which all edits change an article: a piece of its text is replaced, and the whole is read again.

So the new tree is what its text is read as, spans and all. Before it is given back, it is compared with the old one:
outside the piece nothing may have become another node, and inside stands what the edit wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wikialbum.diagnostics import Span
from wikialbum.errors import BadEditError, NodeNotFoundError
from wikialbum.records import field_names
from wikialbum.syntax import parse_article
from wikialbum.syntax.inline_nodes import Text
from wikialbum.syntax.nodes import Article, Node

__all__ = ["cut", "find_node", "parts", "place_of", "shown", "splice"]

#: A node by class and place, as far as an edit may not change it.
Outline = list[tuple[type[Node], int, int]]


def splice(article: Article, start: int, end: int, source: str, wanted: Sequence[tuple[type[Node], str]]) -> Article:
    """The article with a piece of its text replaced.

    Args:
        article: The article.
        start: The offset of the piece.
        end: The offset behind it.
        source: What stands there instead.
        wanted: What the new piece is to be read as: the class and the source of each of its outermost nodes.

    Raises:
        BadEditError: The new text would be read otherwise.
    """
    text = str(article)
    edited = parse_article(f"{text[:start]}{source}{text[end:]}", dialect=article.dialect)
    new_end = start + len(source)
    if _outline(article, start, end, new_end - end) != _outline(edited, start, new_end, 0):
        raise BadEditError(f"{shown(source)} would change how the text around it is read")
    found = list(_inside(edited, start, new_end))
    while len(found) == 1 and not _are_wanted(found, wanted):
        found = list(parts(found[0]))  # a list is no longer than its only item
    if not _are_wanted(found, wanted):
        names = ", ".join(type(node).__name__ for node in _inside(edited, start, new_end)) or "a part of another node"
        raise BadEditError(f"{shown(source)} would be read as {names} here")
    return edited


def cut(article: Article, start: int, end: int) -> Article:
    """The article without a piece of its text; what stood around it may grow together."""
    text = str(article)
    return parse_article(text[:start] + text[end:], dialect=article.dialect)


def place_of(article: Article, node: Node) -> Span:
    """The span of a node of the article.

    Raises:
        NodeNotFoundError: The node is none of this article.
    """
    span = node.span
    if span is None or not any(each is node for each in _around(article, span.offset, span.end)):
        raise NodeNotFoundError(f"the {type(node).__name__} {shown(str(node))} is no node of this article")
    return span


def find_node(article: Article, span: Span) -> Node:
    """The innermost node that a span lies in.

    Raises:
        NodeNotFoundError: The span lies outside the article.
    """
    found: Node | None = None
    for node in _around(article, span.offset, span.end):
        found = found if isinstance(node, Text) and found is not None else node
    if found is None or found is article:
        raise NodeNotFoundError(f"there is no node at {span}")
    return found


def parts(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, those inside its source texts too, in the order of the text."""
    for name in field_names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        else:
            yield from value if isinstance(value, tuple) else getattr(value, "inlines", ())


def _around(article: Article, start: int, end: int) -> Iterator[Node]:
    """The nodes that a piece of the text lies in, from the outside in."""
    level: Iterator[Node] = iter((article,))
    while (node := next((each for each in level if _covers(each, start, end)), None)) is not None:
        yield node
        level = parts(node)


def _covers(node: Node, start: int, end: int) -> bool:
    return isinstance(node, Article) or (node.span is not None and node.span.offset <= start and end <= node.span.end)


def _outline(article: Article, start: int, end: int, shift: int) -> Outline:
    """The nodes around a piece, and those beside it with their places; those behind it are moved by `shift`."""
    outline: Outline = []
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        span = node.span
        if isinstance(node, Article) or span is None:
            stack.extend(parts(node))
        elif span.end < start:
            outline.append((type(node), span.offset, span.end))
        elif span.offset > end:
            outline.append((type(node), span.offset + shift, span.end + shift))
        elif not (start <= span.offset and span.end <= end):  # it reaches the piece, if only with its edge
            moved = (span.offset + shift * (span.offset >= end), span.end + shift * (span.end >= end))
            outline.append((type(node), *moved))
            stack.extend(parts(node))
    return sorted(outline, key=lambda entry: entry[1:])


def _inside(article: Article, start: int, end: int) -> Iterator[Node]:
    """The outermost nodes inside a piece of the text, in order."""
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        span = node.span
        if isinstance(node, Article) or span is None or not (start <= span.offset and span.end <= end):
            if isinstance(node, Article) or (span is not None and span.offset < end and start < span.end):
                stack.extend(reversed(tuple(parts(node))))
        else:
            yield node


def _are_wanted(found: Sequence[Node], wanted: Sequence[tuple[type[Node], str]]) -> bool:
    return len(found) == len(wanted) and all(
        isinstance(node, kind) and str(node) == text for node, (kind, text) in zip(found, wanted, strict=True)
    )


def shown(source: str) -> str:
    """Some source as messages show it."""
    line = source.strip("\r\n")
    return repr(line if len(line) <= 60 else f"{line[:57]}…")
