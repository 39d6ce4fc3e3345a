"""Dates that may lack their day or their month, as album articles give them."""

from __future__ import annotations

import re
from functools import total_ordering
from typing import Final

import attrs

from wikialbum.patterns import lazy_pattern

_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EDTF: Final = lazy_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@attrs.frozen(order=False)
class PartialDate:
    """A calendar date of which the day, or the day and the month, may be unknown.

    Its text is an EDTF level-0 date (ISO 8601-2): `1992`, `1992-01`, `1992-01-14`.
    Dates order by year, month, day; a date stands before those that say more of it.

    Attributes:
        year: The year, 0 to 9999.
        month: The month, 1 to 12, or None.
        day: The day of the month, or None; only with a month.

    Raises:
        ValueError: There is no such date.

    Examples:
        >>> str(PartialDate(1992, 1, 14))
        '1992-01-14'
        >>> PartialDate(1992) < PartialDate(1992, 1) < PartialDate(1992, 1, 14)
        True
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.year <= 9999:
            raise ValueError(f"year {self.year} is not in 0 to 9999")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month} is not in 1 to 12")
        elif self.day is not None and not 1 <= self.day <= _days(self.year, self.month):
            raise ValueError(f"{self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an EDTF level-0 date.

        Args:
            text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: The text has another form, or there is no such date.

        Examples:
            >>> PartialDate.parse("1992-01")
            PartialDate(year=1992, month=1, day=None)
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ValueError(f"expected YYYY, YYYY-MM or YYYY-MM-DD, not {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


def _days(year: int, month: int) -> int:
    """The number of days of a month; year 0 counts as a leap year, as in ISO 8601."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS[month - 1]
