"""Reads single cells: chart positions, awards, numbers of copies, scores."""

from __future__ import annotations

import re
from typing import Final

from wikialbum.album import Rating
from wikialbum.diagnostics import Span
from wikialbum.normalize.context import Context
from wikialbum.normalize.names import clean
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.protection import unprotect

_MARKS: Final = " ^*†‡§¶+~#\u200b"
_NOTE_MARK: Final = lazy_pattern(r"\[[^\[\]]{1,12}\]")
DASHES: Final = frozenset(["", "—", "–", "-", "−", "n/a", "N/A", "x", "?", "―", "--", "---"])
_NUMBER: Final = lazy_pattern(r"(?:No\.?\s*|#)?(\d{1,4})(?:st|nd|rd|th)?(?=\s*(?:\(|\Z))", re.IGNORECASE)
# A number of copies, but neither end of a range: `60,000–70,000`.
_UNITS: Final = lazy_pattern(
    r"(?:[<>≥~]|over|about|more than)?\s*((?>\d{1,3}(?:[,. \u00a0]\d{3}){1,4}|\d{1,12}))(?!\d|\s?[–—-]\s?\d)",
    re.IGNORECASE,
)
_MILLIONS: Final = lazy_pattern(
    r"(?:[<>≥~]|over|about|more than)?\s*(\d{1,4})(?:[.,](\d{1,6}))?\s*million\b", re.IGNORECASE
)
_MULTIPLE: Final = lazy_pattern(r"(\d{1,6})\s*[×xX✕*]\s*")
_SCORE: Final = lazy_pattern(r"\(?(\d{1,6}(?:[.,]\d{1,4})?)(½?)\s*(?:/|out of)\s*(\d{1,6}(?:\.\d{1,4})?)\b")
_STARS: Final = lazy_pattern(r"(★*+)(½?)(☆++)")
_PERCENT: Final = lazy_pattern(r"(\d{1,6}(?:\.\d{1,4})?)\s*%\Z")
# What old articles link to the review behind its score: `4.5/5 link`.
_LINK: Final = lazy_pattern(r"(?<=\S)\s+link\Z")
UNREAD: Final = -1
"""What `read_peak` gives for a text that is no position."""


def read_peak(text: str | None) -> int | None:
    """A chart position; None for a dash, `UNREAD` for something else."""
    shown = bare(text)
    if shown in DASHES:
        return None
    match = _NUMBER.match(shown)
    return int(match[1]) if match else UNREAD


def read_award(text: str, context: Context) -> tuple[str | None, int]:
    """`2× Platinum` as `Platinum` and 2; None for a dash."""
    if text in DASHES:
        return None, 1
    match = _MULTIPLE.match(text)
    if match is not None:
        return text[match.end() :].strip() or None, int(match[1])
    first, _, rest = text.replace("-", " ", 1).partition(" ")
    multiple = context.words.awards.get(first.casefold())
    return (rest.strip(), multiple) if multiple is not None and rest else (text, 1)


def read_units(text: str) -> int | None:
    """A number of copies: `2,000,000^`, `1.1 million`; None where there is none."""
    shown = bare(text)
    millions = _MILLIONS.match(shown)
    if millions is not None:
        return round(float(f"{millions[1]}.{millions[2] or 0}") * 1_000_000)
    match = _UNITS.match(shown)
    return int(re.sub(r"\D", "", match[1])) if match else None


def make_rating(source: str, score: str, span: Span | None = None) -> Rating:
    """A rating, with its number where the score is one: `4.5/5`, `88%`."""
    score = "" if score in DASHES else _LINK.sub("", score)
    value, out_of = _rated(score)
    return Rating(source, score or None, value, out_of, span=span)


def _rated(score: str) -> tuple[float | None, float | None]:
    match = _SCORE.match(score)
    if match is not None:
        return _number(match[1]) + bool(match[2]) / 2 if match[2] else _number(match[1]), _number(match[3])
    stars = _STARS.fullmatch(score)
    if stars is not None:
        return len(stars[1]) + len(stars[2]) / 2 if stars[2] else len(stars[1]), len(score)
    percent = _PERCENT.match(score)
    return (_number(percent[1]), 100) if percent else (None, None)


def _number(text: str) -> float:
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def bare(text: str | None) -> str:
    """The text of a cell without foot-note marks."""
    return _NOTE_MARK.sub("", unprotect(text or "")).strip(_MARKS).strip()


def cell_text(text: str | None, context: Context) -> str | None:
    """The text of a cell; None for an empty one or a dash."""
    shown = clean(text or "", context)
    return None if shown in DASHES else shown
