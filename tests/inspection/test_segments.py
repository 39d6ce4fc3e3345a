"""Segments agree with what one finds by looking at every single character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum.inspection.segments import Place, cut

TEXTS = st.text(st.sampled_from("ab\r\n"), min_size=1, max_size=30)


@st.composite
def texts_with_places(draw: st.DrawFn) -> tuple[str, list[Place]]:
    text = draw(TEXTS)
    starts = st.integers(0, len(text) - 1)
    places = starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Place(start, end)))
    return text, draw(st.lists(places, max_size=8))


@given(texts_with_places())
def test_the_segments_are_exactly_the_text_that_some_place_covers(case: tuple[str, list[Place]]) -> None:
    text, places = case
    covered = {offset for start, end in places for offset in range(start, end)}
    offsets = [offset for segment in cut(text, places).pieces for offset in range(segment.start, segment.end)]
    assert offsets == sorted(covered)


@given(texts_with_places())
def test_the_same_places_cover_all_of_a_segment_and_its_own_is_the_narrowest(case: tuple[str, list[Place]]) -> None:
    text, places = case
    for segment in cut(text, places).pieces:
        around = [
            {place for place in places if place.start <= offset < place.end}
            for offset in range(segment.start, segment.end)
        ]
        assert all(each == around[0] for each in around)
        assert segment.place == min(around[0], key=lambda place: (place.end - place.start, place))


@given(texts_with_places())
def test_no_segment_goes_beyond_its_line(case: tuple[str, list[Place]]) -> None:
    text, places = case
    for segment in cut(text, places).pieces:
        assert len(text[segment.start : segment.end].splitlines()) == 1


@given(texts_with_places())
def test_the_segments_of_a_place_are_its_text(case: tuple[str, list[Place]]) -> None:
    text, places = case
    segments = cut(text, places)
    for place in places:
        first, last = segments.ranges[place]
        pieces = [text[piece.start : piece.end] for piece in segments.pieces[first : last + 1]]
        assert "".join(pieces) == text[place.start : place.end]


def test_a_line_end_of_two_characters_is_one() -> None:
    assert [segment[:2] for segment in cut("a\r\nb", [Place(0, 4)]).pieces] == [(0, 3), (3, 4)]


@pytest.mark.parametrize(
    "places",
    [
        [Place(number, 4000 - number) for number in range(2000)],
        [Place(number, number + 2000) for number in range(2000)],
        [Place(0, number + 1) for number in range(2000)],
    ],
    ids=["nested", "overlapping", "of one beginning"],
)
def test_there_are_no_more_segments_than_borders_whatever_overlaps(places: list[Place]) -> None:
    assert len(cut("x" * 4000, places).pieces) <= 2 * len(places)
