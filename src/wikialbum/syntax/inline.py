"""Reads the inside of wikitext: source to inline nodes, one level at a time. The syntax is in grammar/wikitext.lark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import grammars
from wikialbum.syntax.inline_nodes import (
    Comment,
    ExternalLink,
    Inline,
    Link,
    Nowiki,
    Reference,
    Style,
    Tag,
)
from wikialbum.syntax.makers import make_parameter, make_template, make_text
from wikialbum.syntax.markup import DEPTH_LIMIT, Wikitext
from wikialbum.syntax.masking import Construct, constructs, mask
from wikialbum.syntax.nodes import Node

_MARKUP: Final = lazy_pattern(r"[\[{<']")
_CLOSERS: Final = {"comment": "-->", "external": "]"}
_VOID: Final = frozenset({"br", "hr", "wbr", "img"})
_LITERAL: Final = frozenset({"nowiki", "pre", "syntaxhighlight", "source"})
_URL_END: Final = lazy_pattern(r"[ \t]++")
_CLOSING_TAG: Final = lazy_pattern(r"</[A-Za-z]+\s*+>\Z")


def read_inlines(source: Wikitext) -> tuple[Inline, ...]:
    """The nodes of a text; those deeper inside are read when somebody asks for them."""
    if not source:
        return ()
    if source.depth >= DEPTH_LIMIT or not _MARKUP.search(source):
        return (make_text(str(source), span=source.span(0, len(source))),)
    found = source.constructs
    offset = source.offset
    ranges: Iterable[Construct | Piece] = found
    if "<" in source or "''" in source:
        hidden = mask(source, found, offset=offset)
        if "<" in hidden or "''" in hidden:
            ranges = _merged(iter(found), iter(_pieces(hidden, offset)))
    out: list[Node] = []
    at = 0
    for piece in ranges:
        start = piece.start - offset
        if start > at:
            out.append(make_text(source[at:start], span=source.span(at, start)))
        out.append(_READERS[piece.kind](source, piece))
        at = piece.end - offset
    if at < len(source):
        out.append(make_text(source[at:], span=source.span(at, len(source))))
    return tuple(out)


class Piece(NamedTuple):
    """A paired tag, a tag alone, or a run of apostrophes; its offsets are those in the article, as a construct's are.

    Attributes:
        start: The offset of its first character.
        end: The offset behind its last.
        kind: `pair`, `tag` or `style`.
        inner: None, as that of a construct in which nobody has looked.
        content: The range of what a pair encloses.
    """

    start: int
    end: int
    kind: str
    inner: None = None
    content: tuple[int, int] = (0, 0)


@cache
def _token() -> re.Pattern[str]:
    return grammars.part(grammars.load("wikitext"), "TOKEN")


@cache
def _template_parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    grammar = grammars.load("wikitext")
    return grammars.part(grammar, "TEMPLATE_NAME"), grammars.part(grammar, "PARAMETER")


def _pieces(hidden: str, offset: int) -> list[Piece]:
    """The outermost tags and the apostrophes of a masked text that begins at an offset of the article, in order.

    A closing tag goes with the nearest opening tag of its name; opening tags between them stand alone.
    """
    pieces: list[Piece] = []
    waiting: list[tuple[str, int, int]] = []  # name, and range of opening tags
    counts: dict[str, int] = {}
    for match in _token().finditer(hidden):
        start, end = match.span()
        if match["html"] is None:
            pieces.append(Piece(start + offset, end + offset, "style"))
            continue
        name = match["html_name"].lower()
        if not match["html_slash"]:
            pieces.append(Piece(start + offset, end + offset, "tag"))
            if name not in _VOID and hidden[end - 2] != "/":
                waiting.append((name, start, end))
                counts[name] = counts.get(name, 0) + 1
        elif counts.get(name):
            opened, inner = _opened(waiting, counts, name)
            while pieces and pieces[-1].start >= opened + offset:
                pieces.pop()
            pieces.append(Piece(opened + offset, end + offset, "pair", content=(inner + offset, start + offset)))
        else:
            pieces.append(Piece(start + offset, end + offset, "tag"))
    return pieces


def _opened(waiting: list[tuple[str, int, int]], counts: dict[str, int], name: str) -> tuple[int, int]:
    """Take the nearest opening tag of a name, and all behind it, from those that wait."""
    while True:
        opened, start, end = waiting.pop()
        counts[opened] -= 1
        if opened == name:
            return start, end


def _merged(found: Iterator[Construct], pieces: Iterator[Piece]) -> Iterator[Construct | Piece]:
    """Constructs and pieces in order, without those that stand inside a pair."""
    construct, piece = next(found, None), next(pieces, None)
    while construct is not None or piece is not None:
        if piece is None or (construct is not None and construct.start < piece.start):
            assert construct is not None
            yield construct
            construct = next(found, None)
        else:
            yield piece
            while construct is not None and construct.start < piece.end:
                construct = next(found, None)
            piece = next(pieces, None)


def _template(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    text, offset, places = source[start : end - 2], place.start, source.places
    found = constructs(text[2:], offset + 2) if place.inner is None else place.inner
    hidden = mask(text, found, offset=offset) if found else text
    name_pattern, parameter = _template_parts()
    opening = name_pattern.match(hidden)
    assert opening is not None
    name_end = opening.end()
    parameters = []
    position, deeper = 0, source.depth + 1
    for match in parameter.finditer(hidden, name_end):
        bar, behind = match.span()
        value_start = match.start("parameter_value")
        name = equals = ""
        if value_start == bar + 1:
            position += 1
        else:
            name, equals = text[bar + 1 : value_start - 1], "="
        value = Wikitext.at(text[value_start:behind], places, offset + value_start, deeper, found)
        span = places.span(offset + bar, behind - bar) if places else None
        parameters.append(make_parameter("|", name, equals, value, position=0 if equals else position, span=span))
    return make_template("{{", text[2:name_end], tuple(parameters), "}}", span=source.span(start, end))


def _link(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    bar = source.find("|", start, end)
    span = source.span(start, end)
    if bar < 0:
        return Link("[[", source[start + 2 : end - 2], span=span)
    label = source.part(bar + 1, end - 2, place.inner)
    return Link("[[", source[start + 2 : bar], "|", label, "]]", span=span)


def _external(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    blank = _URL_END.search(source, start, end - 1)
    span = source.span(start, end)
    if blank is None:
        return ExternalLink("[", source[start + 1 : end - 1], span=span)
    label = source.part(blank.end(), end - 1, place.inner)
    return ExternalLink("[", source[start + 1 : blank.start()], blank[0], label, "]", span=span)


def _comment(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    close = "-->" if source.endswith("-->", start + 4, end) else ""
    return Comment("<!--", source[start + 4 : end - len(close)], close, span=source.span(start, end))


def _reference(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    opening, inner, closing = _tag_parts(source, start, end)
    return Reference(opening, source.part(*inner), closing, span=source.span(start, end))


def _opaque(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    opening, inner, closing = _tag_parts(source, start, end)
    content, span = source[slice(*inner)], source.span(start, end)
    tag = Tag(opening, content, closing, span=span)
    return Nowiki(opening, content, closing, span=span) if tag.name in _LITERAL else tag


def _tag_parts(source: Wikitext, start: int, end: int) -> tuple[str, tuple[int, int], str]:
    """The opening tag, the range of the content and the closing tag of an opaque construct."""
    open_end = source.index(">", start) + 1
    if open_end == end:
        return source[start:end], (end, end), ""
    close_start = source.rindex("</", start, end)
    return source[start:open_end], (open_end, close_start), source[close_start:end]


def _pair(source: Wikitext, place: Construct | Piece) -> Node:
    assert isinstance(place, Piece)
    start, end = _range(source, place)
    offset = source.offset
    inner_start, inner_end = place.content[0] - offset, place.content[1] - offset
    content = source.part(inner_start, inner_end, source.constructs)
    return Tag(source[start:inner_start], content, source[inner_end:end], span=source.span(start, end))


def _tag(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    return Tag(source[start:end], span=source.span(start, end))


def _style(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    return Style(source[start:end], span=source.span(start, end))


def _text(source: Wikitext, place: Construct | Piece) -> Node:
    start, end = _range(source, place)
    return make_text(source[start:end], span=source.span(start, end))


def _inner_table(source: Wikitext, place: Construct | Piece) -> Node:
    from wikialbum.syntax.wikitable import read_table  # noqa: PLC0415 - tables hold inlines, and inlines hold tables

    start, end = _range(source, place)
    return read_table(source.part(start, end, deeper=0), end - start, place.inner)


def _range(source: Wikitext, place: Construct | Piece) -> tuple[int, int]:
    """Where in some source a construct or a piece of it stands, whose offsets are those in the article."""
    offset = source.offset
    return place.start - offset, place.end - offset


_READERS: Final[dict[str, Callable[[Wikitext, Construct | Piece], Node]]] = {
    "template": _template,
    "argument": _text,
    "link": _link,
    "aside": _link,
    "external": _external,
    "comment": _comment,
    "reference": _reference,
    "opaque": _opaque,
    "block": _opaque,
    "table": _inner_table,
    "pair": _pair,
    "tag": _tag,
    "style": _style,
}
