"""Ties facts and doubts to the segments of the source, and segments to what was read from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from wikialbum.album import Album
from wikialbum.diagnostics import Diagnostic, Severity, Span
from wikialbum.inspection.facts import WRITTEN, Fact, Section, sections
from wikialbum.inspection.segments import Place, Segment, Segments, cut

__all__ = ["Doubt", "Links", "Reading", "is_blank", "make_links"]

_WORD: Final = re.compile(r"\w")


@attrs.frozen(eq=False)
class Reading:
    """One album of the article, as the page shows it."""

    album: Album
    sections: tuple[Section, ...]

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """All facts with their kinds, in the order of the page."""
        for section in self.sections:
            for group in section.groups:
                for fact in (group.head, *group.facts):
                    if fact is not None:
                        yield section.kind, fact


@attrs.frozen(eq=False)
class Doubt:
    """A diagnostic with its number on the page, and the spans of its place."""

    number: int
    diagnostic: Diagnostic
    spans: tuple[Span, ...]


@attrs.frozen
class Target:
    """What a segment leads to: the id of what was read from its place first, and its kind."""

    id: str
    kind: str


@attrs.frozen(eq=False)
class Links:
    """The article as the page shows it.

    Attributes:
        text: The source.
        readings: Its albums.
        doubts: The diagnostics of all of them, each once.
        segments: The source, cut at the borders of all places.
        targets: What was read from each place.
        doubtful: The places of doubts, with the worst severity of each.
        landing: For each segment the first one from there on that is no blank, where a link can land.
        ids: The ids of the facts, by the identity of the fact.
    """

    text: str
    readings: tuple[Reading, ...]
    doubts: tuple[Doubt, ...]
    segments: Segments
    targets: dict[Place, Target]
    doubtful: dict[Place, Severity]
    landing: tuple[int, ...]
    ids: dict[int, str]

    def at(self, spans: Iterable[Span]) -> str | None:
        """The segments of some spans, as ranges of their numbers: `3-3 7-9`; None where there are none."""
        ranges = (self.segments.ranges[place] for place in _places(spans, self.text))
        return " ".join(f"{first}-{last}" for first, last in ranges) or None

    def anchor(self, spans: Iterable[Span]) -> str | None:
        """The link to the first segment of some spans, blanks apart."""
        for place in _places(spans, self.text):
            first, last = self.segments.ranges[place]
            return f"#s{self.landing[first] if self.landing[first] <= last else first}"
        return None


def make_links(text: str, albums: Sequence[Album]) -> Links:
    """Tie the albums of an article to its text."""
    readings = tuple(Reading(album, tuple(sections(album))) for album in albums)
    doubts = tuple(_doubts(albums))
    ids: dict[int, str] = {}
    targets: dict[Place, Target] = {}
    lists: dict[Place, Target] = {}
    written: dict[Place, Target] = {}
    for number, (kind, fact) in enumerate(each for reading in readings for each in reading.facts()):
        ids[id(fact)] = f"f{number}"
        found = written if kind == WRITTEN else lists if fact.is_head else targets
        for place in _places(fact.spans, text):
            found.setdefault(place, Target(f"f{number}", kind))
    targets = lists | targets  # the list may have the place of its first track
    _add_written(targets, written)
    doubtful: dict[Place, Severity] = {}
    for doubt in doubts:
        severity = doubt.diagnostic.severity
        for place in _places(doubt.spans, text):
            targets.setdefault(place, Target(f"d{doubt.number}", severity))
            doubtful[place] = max(doubtful.get(place, severity), severity, key=_RANK.index)
    segments = cut(text, targets)
    return Links(text, readings, doubts, segments, targets, doubtful, _landing(text, segments), ids)


_RANK: Final = list(Severity)


def _add_written(targets: dict[Place, Target], written: Mapping[Place, Target]) -> None:
    """Add the infobox's fields as written; one in which other facts were read leads to the first of these."""
    read = sorted(targets)
    for place, target in written.items():
        at = bisect_left(read, place)
        is_inside = at < len(read) and read[at].end <= place.end
        targets.setdefault(place, targets[read[at]] if is_inside else target)


def _landing(text: str, segments: Segments) -> tuple[int, ...]:
    landing = [*range(len(segments.pieces))]
    for number in range(len(landing) - 2, -1, -1):
        if is_blank(text, segments.pieces[number]):
            landing[number] = landing[number + 1]
    return tuple(landing)


def is_blank(text: str, segment: Segment) -> bool:
    """Whether a segment is blanks, or only the signs between other segments of its place, so that it makes no link."""
    shown = text[segment.start : segment.end].strip()
    return not shown or (segment[:2] != segment.place and _WORD.search(shown) is None)


def _doubts(albums: Iterable[Album]) -> Iterator[Doubt]:
    """What is said of several albums of one article, such as of its title, is said once."""
    said = dict.fromkeys((each, each.span) for album in albums for each in album.diagnostics)
    for number, (diagnostic, span) in enumerate(said):
        yield Doubt(number, diagnostic, () if span is None else (span,))


def _places(spans: Iterable[Span], text: str) -> Iterator[Place]:
    """The places of some spans in a text; an empty span has no place."""
    for span in spans:
        place = Place(span.offset, min(span.end, len(text)))
        if place.start < place.end:
            yield place
