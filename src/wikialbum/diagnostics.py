"""What the reader has to say about an article: diagnostics, their codes, and places in the text."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

import attrs

__all__ = ["CODES", "Code", "Diagnostic", "Severity", "Span"]


class Span(NamedTuple):
    r"""A place in an article.

    Attributes:
        offset: The 0-based offset of the first character.
        length: The number of characters.
        line: The 1-based line of the first character; `\n`, `\r\n` and `\r` end lines.
        column: The 1-based column of the first character, in characters.
    """

    offset: int
    length: int
    line: int
    column: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.offset + self.length


class Severity(StrEnum):
    """How much a diagnostic matters."""

    INFO = "info"
    """The article's text was tidied; no fact is in doubt."""
    WARNING = "warning"
    """Something was said that could not be read, or could be read in several ways."""
    ERROR = "error"
    """A part of the article is broken, and facts are missing for it."""


class Code(NamedTuple):
    """One kind of diagnostic: its severity and what it means."""

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


#: Every code with its severity and meaning; docs/diagnostics.md shows an example of each.
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
    "unknown-chart": _warning("A chart template's code that is not in the vocabulary; the code stands for the chart's name."),
    "several-albums": _info("The article describes more than one album; this is the first."),
}
