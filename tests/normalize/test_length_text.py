from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum.normalize import length_text
from wikialbum.normalize.length_text import read_lengths, read_time

LENGTHS: dict[str, list[tuple[int | None, str | None]]] = {
    "41:40": [(2500, None)],
    "1:02:33": [(3753, None)],
    "62:33": [(3753, None)],
    "04:52": [(292, None)],
    "100:00:00": [(360000, None)],
    "41:40.": [(2500, None)],
    "41:40[1]": [(2500, None)],
    "3：45": [(225, None)],
    "3′45″": [(225, None)],
    "40:01 , 39:02": [(2401, None), (2342, None)],
    "40:0139:02": [(2401, None), (2342, None)],
    "41:40/52:44": [(2500, None), (3164, None)],
    "41:40 and 52:44": [(2500, None), (3164, None)],
    "38:20 (LP), 52:44 (CD)": [(2300, "LP"), (3164, "CD")],
    "38:20 (LP) 52:44 (CD)": [(2300, "LP"), (3164, "CD")],
    "58:40 (disc one)\n49:24 (disc two)": [(3520, "disc one"), (2964, "disc two")],
    "41:40 (LP (mono), first pressing)": [(2500, "LP (mono), first pressing")],
    "41:40 (LP": [(2500, "LP")],
    "41:40 (LP\n52:44 (CD)": [(2500, "LP"), (3164, "CD")],
    "Disc one: 58:40": [(3520, "Disc one")],
    "Disc 1: 58:40\nDisc 2: 49:24": [(3520, "Disc 1"), (2964, "Disc 2")],
    "Side A: 20:10 Side B: 21:30": [(1210, "Side A"), (1290, "Side B")],
    "LP and tape: 20:10 (mono), CD: 21:30": [(1210, "LP and tape; mono"), (1290, "CD")],
    "41:40 – LP": [(2500, "LP")],
    "approx. 41:40": [(2500, "approx.")],
    "41 minutes": [(2460, None)],
    "90 min.": [(5400, None)],
    "41:40 minutes": [(2500, None)],
    "41 min 40 s": [(2500, None)],
    "1h 2m 3s": [(3723, None)],
    "1h2m3s": [(3723, None)],
    "1 hour, 2 minutes and 3 seconds": [(3723, None)],
    "1 hr 2 min": [(3720, None)],
    "45 seconds": [(45, None)],
    "41.40": [(None, None)],
    "4:28.50": [(None, None)],
    "41:75": [(None, None)],
    "1:75:10": [(None, None)],
    "41:": [(None, None)],
    "38:20 (LP), 52:": [(2300, "LP"), (None, None)],
    "41:75 (LP), 52:44 (CD)": [(None, None), (3164, "CD")],
    "TBA": [(None, None)],
    "TBA, 41:40": [(None, None), (2500, None)],
    "": [],
    " \n": [],
    "–": [],
}

TIMES: dict[str, int | None] = {
    "3:45": 225,
    "(3:45)": 225,
    " 3:45 ": 225,
    "3:45[1]": 225,
    "3:45*": 225,
    "1:02:33": 3753,
    "0:52": 52,
    "3′45″": 225,
    "3'45\"": 225,
    "3’45”": 225,
    "3 min 45 s": 225,
    "–": None,
    "—": None,
    "": None,
    "3:75": None,
    "3:4": None,
    "3:456": None,
    "3": None,
    "3.45": None,
    "3:45, 3:50": None,
    "3:45 live": None,
    "about 3:45": None,
    "12:34:56:78": None,
}


@pytest.mark.parametrize(("text", "expected"), LENGTHS.items())
def test_each_time_of_a_length_is_read_with_its_note(text: str, expected: list[tuple[int | None, str | None]]) -> None:
    assert [(read.seconds, read.note) for read in read_lengths(text)] == expected


def test_offsets_hold_the_time_and_its_parenthesis() -> None:
    text = "LP: 38:20 (mono), TBA , 52:44"
    assert [text[read.start : read.end] for read in read_lengths(text)] == ["38:20 (mono)", "TBA", "52:44"]


@pytest.mark.parametrize(("text", "expected"), TIMES.items())
def test_a_time_is_read_only_where_it_is_all_of_the_text(text: str, expected: int | None) -> None:
    assert read_time(text) == expected


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_a_time_written_with_colons_reads_back(hours: int, minutes: int, seconds: int) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    assert read_time(f"{hours}:{minutes:02}:{seconds:02}") == total
    assert read_time(f"{total // 60}:{total % 60:02}") == (total if total // 60 < 1000 else None)


@given(st.text(st.sampled_from("0159:：.,;/()\n minhs'″LP&[]"), max_size=60) | st.text())
def test_any_text_gives_entries_in_order_within_it(text: str) -> None:
    reads = read_lengths(text)
    at = 0
    for read in reads:
        assert at <= read.start < read.end <= len(text)
        assert read.seconds is not None or read.note is None
        at = read.end
    read_time(text)


@pytest.mark.parametrize(
    "piece", ["1:", "3:45", "3:45 (", "(", "1 ", "1h", "1 \u00a0 ", ",", "3'", "9", "a and ", "\n(", "1:00:"]
)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    text = "3:45 " + piece * (100_000 // len(piece))
    began = time.perf_counter()
    read_lengths(text)
    read_time(text)
    assert time.perf_counter() - began < 3


_pieces = st.sampled_from(["3", ":", "45", "60", "5", "59", "120", " ", "(", ")", "0", "00", "7:05", "1234"])


@given(st.lists(_pieces, max_size=5).map("".join))
def test_a_time_written_as_most_are_is_read_as_the_large_pattern_reads_it(text: str) -> None:
    quick = (read_lengths(text), length_text._read_time.__wrapped__(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(length_text, "_USUAL", re.compile(r"(?!)"))
        assert quick == (read_lengths(text), length_text._read_time.__wrapped__(text))
