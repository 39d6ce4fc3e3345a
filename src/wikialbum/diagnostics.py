"""What the reader has to say about an article: diagnostics, their codes, and places in the text."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from itertools import accumulate
from operator import itemgetter
from typing import Final, NamedTuple, Self

import attrs

from wikialbum.patterns import lazy_pattern

__all__ = ["CODES", "Code", "Diagnostic", "Places", "Severity", "Span"]


_LINE_END: Final = lazy_pattern(r"\r\n?|\n")


class Places:
    """Where the lines of an article begin, so that an offset can be told as line and column.

    A byte-order mark takes no column.
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        first = 1 if text.startswith("\ufeff") else 0
        if "\r" in text:
            self._starts = [first, *[match.end() for match in _LINE_END.finditer(text)]]
        else:
            self._starts = [*accumulate([len(line) + 1 for line in text.split("\n")], initial=0)]
            self._starts[0] = first

    def find(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        line = bisect_right(self._starts, offset) or 1  # 0 for the byte-order mark itself
        return line, offset - self._starts[line - 1] + 1

    def span(self, offset: int, length: int) -> Span:
        """The span of a piece of the article; line and column are found when somebody asks for them."""
        return tuple.__new__(Span, (offset, length, self))


class Span(tuple[int, int, "Places | tuple[int, int]"]):
    """A place in an article.

    Attributes:
        offset: The 0-based offset of the first character.
        length: The number of characters.
        line: The 1-based line of the first character; a line feed, a carriage return or both end lines.
        column: The 1-based column of the first character, in characters.

    Examples:
        >>> span = Span(offset=12, length=4, line=2, column=3)
        >>> span.end, span == Span(12, 4, 2, 3)
        (16, True)
    """

    __slots__ = ()

    def __new__(cls, offset: int, length: int, line: int, column: int) -> Self:
        """A span whose line and column are known."""
        return super().__new__(cls, (offset, length, (line, column)))

    offset = property(itemgetter(0))
    length = property(itemgetter(1))

    @property
    def line(self) -> int:
        """The 1-based line of the first character."""
        return self._place()[0]

    @property
    def column(self) -> int:
        """The 1-based column of the first character."""
        return self._place()[1]

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self[0] + self[1]

    def part(self, start: int, end: int) -> Span:
        """The span of a part of this one; the part begins on the same line where the lines are not known."""
        offset, _, where = self
        if where.__class__ is tuple:
            return Span(offset + start, end - start, where[0], where[1] + start)
        return tuple.__new__(Span, (offset + start, end - start, where))

    def _place(self) -> tuple[int, int]:
        where = self[2]
        return where if isinstance(where, tuple) else where.find(self[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self[:2] == other[:2] and self._place() == other._place()

    def __hash__(self) -> int:
        return hash((self[0], self[1], self._place()))

    def __repr__(self) -> str:
        line, column = self._place()
        return f"Span(offset={self[0]}, length={self[1]}, line={line}, column={column})"

    def __getnewargs__(self) -> tuple[int, int, int, int]:
        return self[0], self[1], *self._place()


class Severity(StrEnum):
    """How much a diagnostic matters."""

    INFO = "info"
    """The article's text was tidied; no fact is in doubt."""
    WARNING = "warning"
    """Something was said that could not be read, or could be read in several ways."""
    ERROR = "error"
    """A part of the article is broken, and facts are missing for it."""


class Code(NamedTuple):
    """One kind of diagnostic.

    Attributes:
        severity: How much it matters.
        meaning: A sentence for a person.
    """

    severity: Severity
    meaning: str


@attrs.frozen
class Diagnostic:
    """One doubt or remark about an article.

    Attributes:
        code: A stable name, a key of `CODES`.
        severity: How much it matters.
        message: A sentence for a person.
        line: The 1-based line, or None where it is about the whole article.
        column: The 1-based column, or None.
        span: The whole place; not part of equality, nor of Album JSON.
    """

    code: str
    severity: Severity
    message: str
    line: int | None = None
    column: int | None = None
    span: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        place = "" if self.line is None else f"{self.line}:{self.column}: "
        return f"{place}{self.severity}: {self.message} [{self.code}]"


def _info(meaning: str) -> Code:
    return Code(Severity.INFO, meaning)


def _warning(meaning: str) -> Code:
    return Code(Severity.WARNING, meaning)


CODES: Final[dict[str, Code]] = {
    "no-title": _warning("Neither an infobox nor a level-1 heading names the album."),
    "no-infobox": _info("The article has no infobox."),
    "unknown-key": _info("An infobox key that is not in the vocabulary; its value stands in `infobox` alone."),
    "unknown-type": _warning("An album type that is not in the vocabulary; `type` is `other`."),
    "unparsed-date": _warning("A text where a date was expected; no date was taken from it."),
    "unparsed-length": _warning("A text where a playing time was expected; no time was taken from it."),
    "unparsed-number": _warning("A text where a whole number was expected."),
    "folded-residue": _info("Leftovers of flattened links, templates or citations were folded away."),
    "unclosed": _info("A parenthesis or quote is not closed; it was taken to end with its item."),
    "repeated-key": _warning("An infobox key stands twice; the first non-empty value counts."),
    "unread-line": _warning("A line in a track listing or among the credits that was not understood."),
    "unread-row": _warning("A table row that was not understood; it is kept in `tables`."),
    "unread-table": _info("A table that is none of the known kinds; it is kept in `tables`."),
    "cut-row": _warning("The text ends inside this table row."),
    "unknown-tracks": _info("A credit is for all tracks but some, and the album's tracks are not known."),
    "unknown-template": _info("A template that is not in the vocabulary; its visible parameters were kept as text."),
    "unknown-chart": _warning(
        "A chart template's code that is not in the vocabulary; the code stands for the chart's name."
    ),
    "several-albums": _info("The article describes more than one album; this is the first."),
}
"""Every code with its severity and meaning; docs/diagnostics.md shows an example of each."""
