"""Dates that lack parts: their text, their order, and what is no date."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from wikialbum.dates import PartialDate
from wikialbum.testing import any_texts, partial_dates


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(1992), "1992"),
        (PartialDate(1992, 1), "1992-01"),
        (PartialDate(1992, 1, 14), "1992-01-14"),
        (PartialDate(0), "0000"),
        (PartialDate(999, 12, 31), "0999-12-31"),
        (PartialDate(9999), "9999"),
        (PartialDate(2000, 2, 29), "2000-02-29"),
        (PartialDate(0, 2, 29), "0000-02-29"),
    ],
)
def test_a_date_is_written_as_edtf_and_read_back(date: PartialDate, text: str) -> None:
    assert str(date) == text
    assert PartialDate.parse(text) == date


@given(partial_dates())
def test_every_date_reads_its_own_text(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(any_texts())
def test_what_is_read_is_written_the_same(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    ["", "92", "19920", "1992-1", "1992-01-1", "1992-", "1992-01-", "1992/01", "199201", " 1992", "1992\n", "-1992", "1992-01-14T00",
     "1992~", "19xx", "١٩٩٢", "１９９２"],
)  # fmt: skip
def test_another_form_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="expected YYYY, YYYY-MM or YYYY-MM-DD, not "):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ((-1,), "year -1 is not in 0 to 9999"),
        ((10000,), "year 10000 is not in 0 to 9999"),
        ((1992, 0), "month 0 is not in 1 to 12"),
        ((1992, 13), "month 13 is not in 1 to 12"),
        ((1992, None, 14), "a day needs a month"),
        ((1992, 1, 0), "1992-01 has no day 0"),
        ((1992, 1, 32), "1992-01 has no day 32"),
        ((1993, 2, 29), "1993-02 has no day 29"),
        ((1900, 2, 29), "1900-02 has no day 29"),
    ],
)
def test_a_date_in_no_calendar_is_refused(parts: tuple[int, ...], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        PartialDate(*parts)


@pytest.mark.parametrize("text", ["1992-00", "1992-13", "1992-02-30", "1993-02-29", "1992-01-00"])
def test_the_text_of_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        PartialDate.parse(text)


def test_dates_order_by_year_month_and_day_and_the_vaguer_first() -> None:
    ordered = ["1991-12-31", "1992", "1992-01", "1992-01-01", "1992-01-02", "1992-02", "1993"]
    dates = [PartialDate.parse(text) for text in ordered]
    assert all(a < b and b > a and a <= b and b >= a and a != b for a, b in itertools.combinations(dates, 2))
    reordered = dates[3:] + dates[:3]
    assert [str(date) for date in sorted(reordered)] == ordered


def test_equal_dates_are_at_most_and_at_least_one_another() -> None:
    assert PartialDate(1992, 1) <= PartialDate(1992, 1)
    assert PartialDate(1992, 1) >= PartialDate(1992, 1)
    assert not PartialDate(1992, 1) < PartialDate(1992, 1)
    assert len({PartialDate(1992, 1), PartialDate(1992, 1), PartialDate(1992)}) == 2


def test_dates_do_not_order_with_other_things() -> None:
    with pytest.raises(TypeError):
        PartialDate(1992) < "1993"  # noqa: B015 - the comparison raises
