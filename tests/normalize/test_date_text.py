from __future__ import annotations

import time

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum.dates import PartialDate
from wikialbum.normalize.date_parts import Scanner
from wikialbum.normalize.date_text import read_date, read_recordings, read_releases, read_year
from wikialbum.vocabulary.dates import ENGLISH_DATES

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNREAD = (None, None)

RELEASES: dict[str, list[tuple[str | None, str | None]]] = {
    "14 January 1992": [("1992-01-14", None)],
    "January 14, 1992": [("1992-01-14", None)],
    "January 14 1992": [("1992-01-14", None)],
    "1992-01-14": [("1992-01-14", None)],
    "14 Jan. 1992": [("1992-01-14", None)],
    "14th January 1992": [("1992-01-14", None)],
    "14 january, 1992": [("1992-01-14", None)],
    "JANUARY\u00a014, 1992": [("1992-01-14", None)],
    "Sept. 3, 1992": [("1992-09-03", None)],
    "29 February 1992": [("1992-02-29", None)],
    "January 1992": [("1992-01", None)],
    "1992-01": [("1992-01", None)],
    "1992": [("1992", None)],
    "  1992 [1]": [("1992", None)],
    "on 14 January 1992": [("1992-01-14", None)],
    "25 August 1992 (US), 31 August 1992 (UK)": [("1992-08-25", "US"), ("1992-08-31", "UK")],
    "1992; June 1993 / 1994\n1995": [("1992", None), ("1993-06", None), ("1994", None), ("1995", None)],
    "May 1, 1969June 2, 1970": [("1969-05-01", None), ("1970-06-02", None)],
    "25 August and 31 August 1992": [("1992-08-25", None), ("1992-08-31", None)],
    "August 25 (US) and 31, 1992": [("1992-08-25", "US"), ("1992-08-31", None)],
    "12–13 May 1992": [("1992-05-12", None), ("1992-05-13", None)],
    "1 May 1992 (a (b), c)": [("1992-05-01", "a (b), c")],
    '19 May 2008 (12"), 2 June 2008 (CD)': [("2008-05-19", '12"'), ("2008-06-02", "CD")],
    "25 August 1992 (US": [("1992-08-25", "US")],
    "25 August 1992 (US\n31 August 1992 (UK)": [("1992-08-25", "US"), ("1992-08-31", "UK")],
    "25 August 1992 (US, 31 August 1992 (UK)": [("1992-08-25", "US"), ("1992-08-31", "UK")],
    "14 January 1992 (1992-01-14)": [("1992-01-14", None)],
    "14 January 1992 (1993-02-03)": [("1992-01-14", "1993-02-03")],
    "Summer 1996": [("1996", "Summer")],
    "Summer 1996 (CD)": [("1996", "Summer; CD")],
    "Summer 1996, February 3, 1997 (CD)": [("1996", "Summer"), ("1997-02-03", "CD")],
    "Early 1992": [("1992", "Early")],
    "US: 14 January 1992": [("1992-01-14", "US")],
    "US 14 January 1992": [("1992-01-14", "US")],
    "14 January 1992 – US": [("1992-01-14", "US")],
    "14 January 1992 – US, 15 January 1992 – UK": [("1992-01-14", "US"), ("1992-01-15", "UK")],
    "US and Canada: 14 January 1992, 15 March 1993 (CD)": [("1992-01-14", "US and Canada"), ("1993-03-15", "CD")],
    "UK (14 January 1992), US (1993)": [("1992-01-14", "UK"), ("1993", "US")],
    "14 January 1992, Duck": [("1992-01-14", None), UNREAD],
    "TBA, 1992": [UNREAD, ("1992", None)],
    "TBA": [UNREAD],
    "TBA; soon": [UNREAD, UNREAD],
    "Summer": [UNREAD],
    "1990s": [UNREAD],
    "1/14/1992": [UNREAD],
    "31 February 2001": [UNREAD],
    "2001-13": [UNREAD],
    "2001-13-05": [UNREAD],
    "14 Janu": [UNREAD],
    "January 14, 19": [UNREAD],
    "14 January 199": [UNREAD],
    "2003-0": [UNREAD],
    "2003-": [UNREAD],
    "2003-01-1": [UNREAD],
    "25 August 1992 (US), 31 Aug": [("1992-08-25", "US"), UNREAD],
    "25 August 1992 (US), 31 Augu": [("1992-08-25", "US"), UNREAD],
    "": [],
    " – ": [],
}

RECORDINGS: dict[str, list[tuple[str | None, str | None, str | None]]] = {
    "14 January 1992": [("1992-01-14", None, None)],
    "1988–1994": [("1988", "1994", None)],
    "1988-1994": [("1988", "1994", None)],
    "1988-94": [("1988", "1994", None)],
    "1999–00": [("1999", "2000", None)],
    "1991/92": [("1991", "1992", None)],
    "1991/1992": [("1991", "1992", None)],
    "2003-04": [("2003-04", None, None)],
    "2003–04": [("2003", "2004", None)],
    "January–March 1991": [("1991-01", "1991-03", None)],
    "October 1990 – March 1991": [("1990-10", "1991-03", None)],
    "November 3, 1977 – February 12, 1978": [("1977-11-03", "1978-02-12", None)],
    "May 17 – June 8, 1974": [("1974-05-17", "1974-06-08", None)],
    "May 17–19, 1974": [("1974-05-17", "1974-05-19", None)],
    "28 February – 2 March 1991": [("1991-02-28", "1991-03-02", None)],
    "November 1990 to January 1991": [("1990-11", "1991-01", None)],
    "from March to May 1991": [("1991-03", "1991-05", None)],
    "between 1988 and 1990": [("1988", "1990", None)],
    "1988 and 1990": [("1988", None, None), ("1990", None, None)],
    "12–13 and 20 May 1960": [("1960-05-12", "1960-05-13", None), ("1960-05-20", None, None)],
    "January 5–7 and 9–11, 1974": [("1974-01-05", "1974-01-07", None), ("1974-01-09", "1974-01-11", None)],
    "August 3 & 5, 1974": [("1974-08-03", None, None), ("1974-08-05", None, None)],
    "12 May, 13 and 20 June 1960": [("1960-05-12", None, None), ("1960-06-13", None, None), ("1960-06-20", None, None)],
    "June 2012, 3–5 January 2013": [("2012-06", None, None), ("2013-01-03", "2013-01-05", None)],
    "1984–1996, 1998": [("1984", "1996", None), ("1998", None, None)],
    "2 November 20079 January 2008": [("2007-11-02", "2008-01-09", None)],
    "May 1, 1969June 2, 1970": [("1969-05-01", "1970-06-02", None)],
    "December 2013January 2014": [("2013-12", "2014-01", None)],
    "20072009": [("2007", "2009", None)],
    "20092007": [("2009", None, None), ("2007", None, None)],
    "Late 1971": [("1971", None, "Late")],
    "Summer 1996": [("1996", None, "Summer")],
    "Spring and Summer 1996": [("1996", None, "Spring and Summer")],
    "Winter 1995–96": [("1995", "1996", "Winter")],
    "mid-1991": [("1991", None, "mid")],
    "c. 1971": [("1971", None, "c.")],
    "Late 2002 – July 2003": [("2002", "2003-07", "Late")],
    "July 2003 – Late 2004": [("2003-07", "2004", "Late")],
    "July 2003Late 2004": [("2003-07", "2004", "Late")],
    "March 1991 at Olympic Studios, London": [("1991-03", None, "at Olympic Studios, London")],
    "Olympic Studios (June 1991), AIR Studios (July 1991)": [
        ("1991-06", None, "Olympic Studios"),
        ("1991-07", None, "AIR Studios"),
    ],
    "1991 in London and 1993 in Paris": [("1991", None, "in London"), ("1993", None, "in Paris")],
    "1991 (tracks 1–4), 1993 (tracks 5–9)": [("1991", None, "tracks 1–4"), ("1993", None, "tracks 5–9")],
    "Tracks 1–4: May 1991\nTracks 5–9: June 1992": [("1991-05", None, "Tracks 1–4"), ("1992-06", None, "Tracks 5–9")],
    "1991 (London) – 1993 (Paris)": [("1991", "1993", "London; Paris")],
    "Oct. 2007–2008\nRed Room\n(Cork)\nBlue Room": [("2007-10", "2008", "Red Room (Cork); Blue Room")],
    "1991 at March Studios": [("1991", None, "at March Studios")],
    "Studio 54": [(None, None, "Studio 54")],
    "Olympic Studios, London": [(None, None, "Olympic Studios, London")],
    "1988–present": [("1988", None, "present")],
    "1988–199": [("1988", None, None)],
    "August 1992 – Sept": [("1992-08", None, None)],
    "May 17, 1974 – June 8, 19": [("1974-05-17", None, None)],
    "31 February 2001": [(None, None, None)],
    "14 Janu": [(None, None, None)],
    "January 14, 19": [(None, None, None)],
    "June 14": [(None, None, None)],
    "2003-0": [(None, None, None)],
    "": [],
}

DATES: dict[str, str | None] = {
    "14 January 1992": "1992-01-14",
    " January 14, 1992[1]": "1992-01-14",
    "1992 ^": "1992",
    "1992-01-14*": "1992-01-14",
    "June 1978\n": "1978-06",
    "14 January 1992 (US)": "1992-01-14",
    "Autumn 1974": "1974",
    "1992–93": None,
    "14 January 1992, 15 January 1992": None,
    "Cork 1992": None,
    "1992 Cork": None,
    "January": None,
    "14 January": None,
    "2014-0": None,
    "31 February 2001": None,
    "": None,
}


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


@pytest.mark.parametrize(("text", "expected"), RELEASES.items())
def test_each_date_of_release_is_read_with_its_note(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(_text(read.date), read.note) for read in read_releases(text, ENGLISH_DATES)] == expected


@pytest.mark.parametrize(("text", "expected"), RECORDINGS.items())
def test_each_date_or_range_of_recording_is_read_with_its_note(
    text: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    reads = read_recordings(text, ENGLISH_DATES)
    assert [(_text(read.start_date), _text(read.end_date), read.note) for read in reads] == expected


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_date_is_read_only_where_it_is_all_of_the_text(text: str, expected: str | None) -> None:
    assert _text(read_date(text, ENGLISH_DATES)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1992", 1992),
        ("1992–93", 1992),
        ("October 2003", 2003),
        ("12345", None),
        ("999", None),
        ("3000", None),
        ("", None),
    ],
)
def test_a_year_is_the_first_that_stands_on_its_own(text: str, expected: int | None) -> None:
    assert read_year(text) == expected


def test_offsets_hold_the_date_and_its_parenthesis() -> None:
    text = "Summer 1996 (LP), TBA , 3 February 1997"
    reads = read_releases(text, ENGLISH_DATES)
    assert [text[read.start : read.end] for read in reads] == ["1996 (LP)", "TBA", "3 February 1997"]
    text = "Late 1991 – May 1992 (Cork), 1993"
    recordings = read_recordings(text, ENGLISH_DATES)
    assert [text[read.start : read.end] for read in recordings] == ["1991 – May 1992 (Cork)", "1993"]


def test_another_language_is_another_table() -> None:
    german = attrs.evolve(
        ENGLISH_DATES, months={"januar": 1, "märz": 3}, seasons=frozenset({"sommer"}), range_words=frozenset({"bis"})
    )
    reads = read_recordings("Januar bis März 1991", german)
    assert [(str(read.start_date), str(read.end_date)) for read in reads] == [("1991-01", "1991-03")]
    assert read_date("January 1991", german) is None


@given(st.dates())
def test_a_date_reads_back_from_each_of_its_three_forms(date: object) -> None:
    year, month, day = map(int, str(date).split("-"))
    forms = (f"{day} {MONTHS[month - 1]} {year}", f"{MONTHS[month - 1]} {day}, {year}", str(date))
    expected = PartialDate(year, month, day) if 1000 <= year <= 2999 else None
    assert [read_date(form, ENGLISH_DATES) for form in forms] == [expected] * 3


@given(st.integers(1000, 2999), st.none() | st.integers(1, 12))
def test_a_date_without_its_day_reads_back(year: int, month: int | None) -> None:
    date = PartialDate(year, month)
    assert [read.date for read in read_releases(str(date), ENGLISH_DATES)] == [date]
    if month is not None:
        assert read_date(f"{MONTHS[month - 1]} {year}", ENGLISH_DATES) == date


PIECES = (
    *(
        "1992",
        "14",
        "January",
        "May",
        "Sept.",
        "Janu",
        "-01",
        "-",
        "–",
        " ",
        ", ",
        "; ",
        "\n",
        " / ",
        "/",
        "&",
        " and ",
    ),
    *("(", ")", "US", ":", "Late ", "Summer ", " to ", "between ", "[1]", "present", "th", ".", "199", "31 February "),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text())
def test_any_text_gives_entries_in_order_within_it(text: str) -> None:
    read_date(text, ENGLISH_DATES)
    read_year(text)
    for reads in (read_releases(text, ENGLISH_DATES), read_recordings(text, ENGLISH_DATES)):
        at = 0
        for read in reads:
            assert at <= read.start < read.end <= len(text)
            at = read.end


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1992 ",
            "1992 (",
            "1992(\n",
            "1 (",
            "1 (\n",
            "1",
            "19921",
            "May ",
            "May  \u00a0 ",
            "1 ",
            "1, ",
            "in ",
            "and ",
        ),
        *("late ", "late-", "(", ")", "[", "a", "1992-", "May 1, 1969", "\n", "; ", "–", "( 1992 ", "*", "1/1/", " ."),
    ],
)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    began = time.perf_counter()
    for nasty in (text, f"{text}1992", f"1992 {text}"):
        read_releases(nasty, ENGLISH_DATES)
        read_recordings(nasty, ENGLISH_DATES)
        read_date(nasty, ENGLISH_DATES)
    assert time.perf_counter() - began < 5


_words = st.sampled_from(
    ["14", "1", "30", "31", "0", "00", "32", "January", "may", "Autumn", "1992", "1900", "999", "12345"]
)
_signs = st.sampled_from([" ", ", ", ",", "  ", ".", "-", " (US)", ""])


@given(st.lists(st.tuples(_words, _signs), max_size=4).map(lambda parts: "".join(map("".join, parts)).strip()))
def test_a_date_written_as_most_are_is_read_as_the_large_pattern_reads_it(text: str) -> None:
    readers = (read_releases, read_recordings, read_date)
    quick = [reader(text, ENGLISH_DATES) for reader in readers]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scanner, "_usual_date", lambda *_: None)
        assert quick == [reader(text, ENGLISH_DATES) for reader in readers]
