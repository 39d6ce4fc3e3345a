r"""Pairs the delimiters of wikitext in one pass, and hides what stands inside the outermost pairs.

The block grammar, and each level below it, reads a masked text: as long as the real one, with every outermost
construct (template, link, reference, table …) replaced by a filler, line ends too. So a construct of many lines is
part of one line, and its bars and equals signs are nobody else's. A level is masked anew when somebody asks for it.

As in MediaWiki, braces bind most strongly, and tables are found last, among what no template holds. A delimiter
without a partner is text. A construct found inside another goes into the outer one when that closes, so that the level
below need not be searched again, and every delimiter is pushed and popped once, so a pass is linear in the length of
the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import grammars

_DELIMITERS: Final = (
    "COMMENT", "FOOTNOTE", "OPAQUE", "LEAF", "ASIDE", "LINK", "OPEN_BRACES", "OPEN_TABLE", "OPEN_LINK",
    "OPEN_EXTERNAL", "CLOSE_BRACES", "CLOSE_BRACKETS",
)  # fmt: skip

#: The filler of each kind of construct; the head of grammar/wikitext.lark names them too.
FILLERS: Final = {
    "template": "\x10", "aside": "\x10", "comment": "\x11", "link": "\x12", "external": "\x12", "argument": "\x12",
    "opaque": "\x12", "block": "\x10", "table": "\x13", "reference": "\x14", "dash": "\x15", "rows": "\x16",
}  # fmt: skip

#: A filler that is in the text itself is no filler.
_FILLER: Final = lazy_pattern(r"[\x10-\x16]")
_OTHER: Final = "\x0e"

#: What the tags are whose content is no wikitext of this level; the others are of kind `opaque`.
_TAG_KINDS: Final = {"ref": "reference", "gallery": "block", "timeline": "block", "imagemap": "block", "graph": "block"}

#: Templates that show a dash, and those that make rows of a table.
_DASHES: Final = lazy_pattern(
    r"\{\{\s*(?:snd|spnd|spndash|spaced (?:en|n|em|m)[ -]?dash|[enm]*dash|–|—|-|snds)\s*\}\}", re.IGNORECASE
)
_ROWS: Final = lazy_pattern(
    r"\{\{\s*(?:(?:album|single)[ _]?chart|certification[ _]table[ _](?:entry|top|bottom))\b", re.IGNORECASE
)


#: No construct begins without one of these.
_ANY: Final = lazy_pattern(r"[\[{<]")


class Construct(NamedTuple):
    """A construct of a text.

    Attributes:
        start: The offset of its first character.
        end: The offset behind its last.
        kind: `template`, `argument`, `link`, `aside`, `external`, `comment`, `reference`, `opaque`, `block`, `table`.
        inner: The outermost constructs inside it; None where nobody has looked for them yet.
    """

    start: int
    end: int
    kind: str
    inner: Sequence[Construct] | None = None


def constructs(text: str, offset: int = 0) -> list[Construct]:
    """The outermost constructs of a text, in order; they do not overlap.

    Args:
        text: The text.
        offset: What to add to their offsets; theirs alone, so with one, what stands inside is left to be looked for.

    Examples:
        >>> [(each.kind, each.start, each.end) for each in constructs("{{a|[[b]]}} [[c|{{d}}]] {{e")]
        [('template', 0, 11), ('link', 12, 23)]
    """
    found = _Pairing(text).outermost() if _ANY.search(text) else []
    return [Construct(start + offset, end + offset, kind) for start, end, kind, _ in found] if offset else found


def mask(text: str, found: Sequence[Construct], *, offset: int = 0, table: bool = False) -> str:
    """A text with its constructs hidden.

    Args:
        text: The text.
        found: Its constructs.
        offset: What the offsets of the constructs have for the text's first character.
        table: Whether it is a table's, in which some templates make rows.
    """
    if _FILLER.search(text):
        text = _FILLER.sub(_OTHER, text)
    if not found:
        return text
    pieces = []
    at = 0
    for start, end, kind, _ in found:
        start, end = start - offset, end - offset  # noqa: PLW2901 - now those in the text
        if kind == "template":
            if end - start < 24 and _DASHES.match(text, start):
                kind = "dash"  # noqa: PLW2901 - a template of a special kind
            elif table and _ROWS.match(text, start):
                kind = "rows"  # noqa: PLW2901 - a template of a special kind
        pieces.append(text[at:start])
        pieces.append(FILLERS[kind] * (end - start))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The delimiters, and the beginnings of links that are not part of the line."""
    grammar = grammars.load("wikitext")
    return grammars.part(grammar, *_DELIMITERS), grammars.part(grammar, "LINK_TARGET")


@cache
def _closing_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*+>", re.IGNORECASE)


class _Opener:
    """An opening delimiter that waits for its partner."""

    __slots__ = ("count", "kind", "line_end", "start")

    def __init__(self, kind: str, start: int, count: int = 0, line_end: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.count = count
        self.line_end = line_end


class _Pairing:
    """The state of one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Construct] = []
        self.stack: list[_Opener] = []
        self.places: dict[str, list[int]] = {"braces": [], "link": [], "external": []}
        self.skip = 0
        self.never_closed: set[str] = set()
        self.table_marks: list[tuple[int, int, bool]] = []

    def outermost(self) -> list[Construct]:
        """Run the pass."""
        found = self.found
        for match in self._delimiters():
            name = match.lastgroup
            assert name is not None
            if (kind := _WHOLE.get(name)) is not None:
                found.append(Construct(*match.span(), kind))
            else:
                _HANDLERS[name](self, match)
        return _with_tables(found, self.table_marks) if self.table_marks else found

    def _delimiters(self) -> Iterator[re.Match[str]]:
        """The delimiters of the text, without those inside opaque constructs."""
        delimiters, _ = _patterns()
        at = -1
        while at < self.skip:
            at = self.skip
            for match in delimiters.finditer(self.text, at):
                yield match
                if self.skip > at:
                    break

    def opaque(self, match: re.Match[str]) -> None:
        """Step over a tag whose content is read by nobody here; without its closing tag it is text."""
        start, end = match.span()
        name = match["opaque_name"].lower()
        if self.text[end - 2] != "/":
            closing = None if name in self.never_closed else _closing_tag(name).search(self.text, end)
            if closing is None:
                self.never_closed.add(name)
                return
            end = closing.end()
        self.skip = end
        self.found.append(Construct(start, end, _TAG_KINDS.get(name, "opaque")))

    def _push(self, kind: str, opener: _Opener) -> None:
        self.places[kind].append(len(self.stack))
        self.stack.append(opener)

    def open_braces(self, match: re.Match[str]) -> None:
        start, end = match.span()
        self._push("braces", _Opener("braces", start, end - start))

    def open_link(self, match: re.Match[str]) -> None:
        self._push("link", _Opener("link", match.start()))

    def open_external(self, match: re.Match[str]) -> None:
        """An external link ends with its line, and holds no other."""
        start = match.start()
        waiting = self.places["external"]
        if waiting and start <= self.stack[waiting[-1]].line_end:
            return
        line_end = self.text.find("\n", start)
        self.places["external"] = []
        self._push("external", _Opener("external", start, line_end=len(self.text) if line_end < 0 else line_end))

    def close_braces(self, match: re.Match[str]) -> None:
        """A run of braces closes, from the innermost, what two or three braces opened.

        The first brace may close a table instead, where a bar that begins its line stands before it.
        """
        start, end = match.span()
        waiting = self.places["braces"]
        if self._after_bar(start):
            innermost = self.stack[waiting[-1]].count if waiting else 0
            if end - start == 1 or not waiting or (end - start == 3 and innermost == 2):
                start += 1
                self.table_marks.append((start - 2, start, False))
        while end - start >= 2 and waiting:
            place = waiting[-1]
            opener = self.stack[place]
            count = min(3, opener.count, end - start)
            start += count
            opener.count -= count
            kind = "argument" if count == 3 else "template"
            self._close(place + 1, opener.start + opener.count, start, kind)
            if opener.count < 2:
                waiting.pop()
                self.stack.pop()

    def _after_bar(self, start: int) -> bool:
        return self.text.endswith("|", 0, start) and self._begins_line(start - 1, " \t", "\r\n\ufeff")

    def _begins_line(self, start: int, blanks: str, ends: str) -> bool:
        """Whether nothing but blanks stands between a place and an end of a line before it."""
        text = self.text
        while start and text[start - 1] in blanks:
            start -= 1
        return not start or text[start - 1] in ends

    def close_brackets(self, match: re.Match[str]) -> None:
        at, end = match.span()
        while at < end:
            external, link, braces = (self.places[kind][-1:] or [-1] for kind in ("external", "link", "braces"))
            if external[0] > link[0] and external[0] > braces[0] and at < self.stack[external[0]].line_end:
                at += 1
                self._finish("external", at)
            elif end - at >= 2 and link[0] > braces[0]:
                at += 2
                self._finish("link", at)
            else:
                return

    def _finish(self, kind: str, end: int) -> None:
        place = self.places[kind].pop()
        start = self.stack[place].start
        if kind == "link":
            target = _patterns()[1].match(self.text, start + 2)
            kind = "aside" if target is not None and target["link_namespace"] else kind
        self._close(place, start, end, kind)

    def _close(self, size: int, start: int, end: int, kind: str) -> None:
        """Drop the openers above, which are text, and put the constructs inside into the one that closes."""
        del self.stack[size:]
        for places in self.places.values():
            while places and places[-1] >= size:
                places.pop()
        found = self.found
        at = len(found)
        while at and found[at - 1].start >= start:
            at -= 1
        # Tables are found among what no template holds: whether there is one inside is to be seen there.
        inner = None if self.table_marks and self.table_marks[-1][0] > start else found[at:]
        found[at:] = [Construct(start, end, kind, inner)]

    def open_table(self, match: re.Match[str]) -> None:
        """A table begins on a line of its own, or as the value of a parameter."""
        start, end = match.span()
        if self._begins_line(start, " \t:", "\r\n\ufeff|=") and not self.text.endswith("{|", 0, start):
            self.table_marks.append((start, end, True))


#: What a pass does at the delimiters of the grammar: take a construct that is matched whole, or open or close one.
_HANDLERS: Final = {
    "opaque": _Pairing.opaque,
    "open_braces": _Pairing.open_braces,
    "open_link": _Pairing.open_link,
    "open_external": _Pairing.open_external,
    "close_braces": _Pairing.close_braces,
    "close_brackets": _Pairing.close_brackets,
    "open_table": _Pairing.open_table,
}
_WHOLE: Final = {"comment": "comment", "footnote": "reference", "leaf": "template", "aside": "aside", "link": "link"}


def _with_tables(found: list[Construct], marks: list[tuple[int, int, bool]]) -> list[Construct]:
    """The constructs with the outermost tables among them, which hold those inside them."""
    tables: list[tuple[int, int, bool]] = []  # where they start and end, and whether there are others inside
    openers: list[int] = []
    for start, end, is_open in _outside(marks, found):
        if is_open:
            openers.append(start)
        elif openers:
            opener = openers.pop()
            before = len(tables)
            while tables and tables[-1][0] > opener:
                tables.pop()
            tables.append((opener, end, len(tables) < before))
    if not tables:
        return found
    out: list[Construct] = []
    at = 0
    for start, end, is_nested in tables:
        first = bisect_left(found, (start,), at)
        behind = bisect_left(found, (end,), first)
        out += found[at:first]
        # Where a table holds others, which constructs are in which is left to be looked for.
        out.append(Construct(start, end, "table", None if is_nested else found[first:behind]))
        at = behind
    return out + found[at:]


def _outside(marks: list[tuple[int, int, bool]], found: list[Construct]) -> Iterator[tuple[int, int, bool]]:
    """The marks that stand in none of the constructs."""
    at = 0
    for mark in marks:
        while at < len(found) and found[at].end <= mark[0]:
            at += 1
        if at == len(found) or found[at].start >= mark[1]:
            yield mark
