"""Cuts a source at the borders of all places that facts were read from, so that overlapping places need no nesting.

A place is a piece of the source. Between two borders that follow each other the places that cover the text are the same;
such a piece, within one line, is a segment. The segments of a place follow each other, so a place is told by its first
and its last one, and the whole takes room that is linear in the text and the number of places, whatever overlaps.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

__all__ = ["Place", "Segment", "Segments", "cut"]

_LINE_END: Final = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    """A piece of the source: the offset of its first character, and the one behind its last."""

    start: int
    end: int


class Segment(NamedTuple):
    """A piece of a line that the same places cover.

    Attributes:
        start: The offset of its first character.
        end: The offset behind its last.
        place: The narrowest place that covers it; of equally narrow ones, the one that begins first.
    """

    start: int
    end: int
    place: Place


@attrs.frozen
class Segments:
    """All segments of a source.

    Attributes:
        pieces: The segments in order; text between them is covered by no place.
        ranges: The indices of the first and the last segment of each place.
    """

    pieces: tuple[Segment, ...]
    ranges: dict[Place, tuple[int, int]]


def cut(text: str, places: Iterable[Place]) -> Segments:
    r"""The segments of a source.

    Args:
        text: The source.
        places: Inside the text, none empty; they may overlap, and stand there several times.

    Examples:
        >>> segments = cut("Ann\nBo", [Place(0, 6), Place(4, 6), Place(1, 2)])
        >>> ["Ann\nBo"[segment.start : segment.end] for segment in segments.pieces]
        ['A', 'n', 'n\n', 'Bo']
        >>> segments.ranges[Place(0, 6)], segments.pieces[3].place
        ((0, 3), Place(start=4, end=6))
    """
    ordered = sorted(set(places))
    pieces = tuple(_narrowest(ordered, sorted(_borders(text, ordered))))
    first = {segment.start: index for index, segment in enumerate(pieces)}
    last = {segment.end: index for index, segment in enumerate(pieces)}
    return Segments(pieces, {place: (first[place.start], last[place.end]) for place in ordered})


def _borders(text: str, ordered: list[Place]) -> set[int]:
    """Where a place begins or ends, or a line inside one ends."""
    borders = {border for place in ordered for border in place}
    read = 0
    for start, end in ordered:
        borders.update(match.end() for match in _LINE_END.finditer(text, max(start, read), max(end, read)))
        read = max(end, read)
    return borders


def _narrowest(ordered: list[Place], borders: list[int]) -> Iterator[Segment]:
    """The pieces between borders that some place covers, each with the narrowest one.

    Places that have ended are thrown away when they come to the top of the heap: each is pushed and popped once.
    """
    heap: list[tuple[int, Place]] = []
    begun = 0
    for start, end in pairwise(borders):
        while begun < len(ordered) and ordered[begun].start <= start:
            place = ordered[begun]
            heapq.heappush(heap, (place.end - place.start, place))
            begun += 1
        while heap and heap[0][1].end <= start:
            heapq.heappop(heap)
        if heap:
            yield Segment(start, end, heap[0][1])
