"""The words of dates: months, seasons, and what joins two dates to a range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

__all__ = ["ENGLISH_DATES", "DateWords"]


@attrs.frozen(eq=False, repr=False)
class DateWords:
    """How a language writes dates. All words are in lower case; they are found in any case.

    Two objects are equal only if they are the same object, so that patterns are compiled once for each.

    Attributes:
        months: Names and abbreviations, without full stops, to the number of the month, 1 to 12.
        seasons: Seasons, which stand in a month's place.
        parts: Words for a part of a month or year, such as `late`.
        ordinals: What may stand after a day's number, such as `th`.
        conjunctions: Words and signs that list dates, such as `and`.
        range_words: Words between the two dates of a range, such as `to`.
        range_openers: Words before two dates that a conjunction makes a range of, such as `between`.
        openers: Words before a date that say nothing of it, such as `in`.
        dotted: Whether `14.1.1992` is a date: day, month, year.

    Examples:
        >>> ENGLISH_DATES.months["sept"]
        9
    """

    months: Mapping[str, int]
    seasons: frozenset[str]
    parts: frozenset[str]
    ordinals: frozenset[str]
    conjunctions: frozenset[str]
    range_words: frozenset[str]
    range_openers: frozenset[str]
    openers: frozenset[str]
    dotted: bool = False


_ENGLISH_MONTHS: Final = (
    ("january", "jan"),
    ("february", "febr", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)

#: The English words of dates.
ENGLISH_DATES: Final = DateWords(
    months={name: number for number, names in enumerate(_ENGLISH_MONTHS, start=1) for name in names},
    seasons=frozenset({"spring", "summer", "autumn", "fall", "winter"}),
    parts=frozenset({"early", "mid", "middle", "late", "beginning", "end"}),
    ordinals=frozenset({"st", "nd", "rd", "th"}),
    conjunctions=frozenset({"and", "&"}),
    range_words=frozenset({"to", "through", "thru", "until", "till"}),
    range_openers=frozenset({"between"}),
    openers=frozenset({"in", "on", "from", "during", "between", "of"}),
)
