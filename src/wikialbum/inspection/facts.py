"""The facts of an album in the order of the page, each with its words and the places that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

import attrs

from wikialbum.album import Album, AlbumRef, ChartPeriod, Credit, Located, Track, TrackList
from wikialbum.diagnostics import Span
from wikialbum.inspection.origins import Origins
from wikialbum.wording import (
    clock,
    noted,
    recording_dates,
    reference_text,
    role_text,
    thousands,
)

__all__ = ["WRITTEN", "Fact", "Group", "Section", "sections"]

#: The kind of what only repeats the article's wording.
WRITTEN: Final = "written"


@attrs.frozen
class Fact:
    """One fact as it is shown.

    Attributes:
        path: Where it stands in Album JSON, such as `credits[3]`.
        main: Its words.
        spans: The places that it was read from; none where the source has no place for it alone.
        label: What is said of the album, such as `Genre`; empty for a record of a list.
        number: The number of a track.
        aside: What stands at the end of the line: a playing time, a position.
        details: What else it says: pairs of a name, or nothing, and words.
        is_head: Whether it is the heading of others.
    """

    path: str
    main: str
    spans: tuple[Span, ...] = ()
    label: str = attrs.field(default="", kw_only=True)
    number: str = attrs.field(default="", kw_only=True)
    aside: str = attrs.field(default="", kw_only=True)
    details: tuple[tuple[str, str], ...] = attrs.field(default=(), kw_only=True)
    is_head: bool = attrs.field(default=False, kw_only=True)


class Group(NamedTuple):
    """Facts below one heading.

    Attributes:
        facts: The facts.
        title: The heading; empty for none.
        head: The fact that is the heading, such as a track list.
    """

    facts: tuple[Fact, ...]
    title: str = ""
    head: Fact | None = None


class Section(NamedTuple):
    """A part of the album's facts.

    Attributes:
        title: Its heading.
        kind: The kind of its facts, for their colour.
        groups: The facts.
    """

    title: str
    kind: str
    groups: tuple[Group, ...]


class Records(NamedTuple):
    """How a list of records is shown: what each column of a line is made of."""

    title: str
    kind: str
    field: str
    main: Callable[[Any], str]
    aside: Callable[[Any], str]
    details: tuple[tuple[str, Callable[[Any], str]], ...] = ()


# ---- words ----


def _words(name: str) -> str:
    """The words of a name such as `year_end`."""
    return name.replace("_", " ")


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _reference(other: AlbumRef | None) -> str:
    return "" if other is None else reference_text(other)


def _period(period: ChartPeriod) -> str:
    return "" if period is ChartPeriod.WEEKLY else _words(period)


def _filled(*details: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, words) for name, words in details if words)


# ---- what is shown ----

#: The lists of the header, and the words of a record of each.
_HEADER: Final[tuple[tuple[str, str, Callable[[Any], str]], ...]] = (
    ("Released", "releases", lambda each: noted(each.date, each.note)),
    ("Recorded", "recorded", recording_dates),
    ("Studio", "studios", str),
    ("Venue", "venues", str),
    ("Genre", "genres", str),
    ("Language", "languages", str),
    ("Label", "labels", lambda each: noted(each.name, each.note)),
    ("Producer", "producers", lambda each: noted(each.name, each.note)),
    ("Length", "lengths", lambda each: noted(clock(each.seconds), each.note)),
    ("Single", "singles", lambda each: noted(each.title, _text(each.date) or None)),
)

_RECORDS: Final = (
    Records(
        "Charts",
        "chart",
        "charts",
        lambda entry: str(entry.chart),
        lambda entry: "–" if entry.peak is None else str(entry.peak),
        (
            ("Song", lambda entry: _text(entry.song)),
            ("Year", lambda entry: _text(entry.year)),
            ("Period", lambda entry: _period(entry.period)),
        ),
    ),
    Records(
        "Certifications",
        "chart",
        "certifications",
        lambda award: str(award.region),
        lambda award: f"{award.multiple}× {_text(award.award)}" if award.multiple != 1 else _text(award.award),
        (("By", lambda award: _text(award.organization)), ("Units", lambda award: thousands(award.units))),
    ),
    Records(
        "Ratings",
        "chart",
        "ratings",
        lambda rating: str(rating.source),
        lambda rating: _text(rating.score),
        (
            ("Value", lambda rating: "" if rating.value is None else f"{rating.value:g}"),
            ("Out of", lambda rating: "" if rating.out_of is None else f"{rating.out_of:g}"),
        ),
    ),
    Records(
        "Release history",
        "release",
        "release_history",
        lambda event: _text(event.region),
        lambda event: _text(event.date),
        (
            ("Label", lambda event: _text(event.label)),
            ("Format", lambda event: _text(event.format)),
            ("Catalogue no.", lambda event: _text(event.catalog)),
        ),
    ),
)


def sections(album: Album) -> Iterator[Section]:
    r"""The facts of an album, in the order of the page; parts that the article says nothing of are left out.

    Examples:
        >>> import wikialbum
        >>> album = wikialbum.parse_text("Rush\n- Genre: Blues, pop rock\n")
        >>> for fact in next(sections(album)).groups[0].facts:
        ...     print(fact.path, fact.label, fact.main)
        title Title Rush
        genres[0] Genre Blues
        genres[1] Genre pop rock
    """
    origins = Origins(album)
    found = (
        Section("Album", "album", (Group(tuple(_header(album, origins))),)),
        Section("Tracks", "track", tuple(_track_lists(album.track_lists))),
        Section("Credits", "credit", tuple(_credits(album.credits))),
        *(Section(each.title, each.kind, (Group(tuple(_records(each, album))),)) for each in _RECORDS),
        Section("Categories", "other", (Group(tuple(_categories(album, origins))),)),
        Section("Infobox as written", WRITTEN, (Group(tuple(_infobox(album, origins))),)),
    )
    for section in found:
        groups = tuple(group for group in section.groups if group.facts or group.head)
        if groups:
            yield section._replace(groups=groups)


def _header(album: Album, origins: Origins) -> Iterator[Fact]:
    if album.title is not None:
        yield Fact("title", album.title, origins.title(), label="Title")
    if album.article_title is not None:
        yield Fact("article_title", album.article_title, origins.article_title(), label="Article")
    if album.artist is not None:
        yield Fact("artist", album.artist, origins.field("artist"), label="Artist")
    if album.type is not None:
        name, text = _words(album.type), album.type_text or ""
        written = _filled(("As written", "" if text.casefold() == name else text))
        yield Fact("type", name, origins.field("type"), label="Type", details=written)
    for label, field, words in _HEADER:
        for place, value in enumerate(getattr(album, field)):
            spans = _own(value) if isinstance(value, Located) else origins.field(field)
            yield Fact(f"{field}[{place}]", words(value), spans, label=label)
    for place, entry in enumerate(album.chronology):
        details = _filled(("Previous", _reference(entry.previous)), ("Next", _reference(entry.next)))
        spans = origins.chronology(entry)
        yield Fact(f"chronology[{place}]", _text(entry.artist), spans, label="Chronology", details=details)


def _track_lists(lists: Sequence[TrackList]) -> Iterator[Group]:
    for place, tracks in enumerate(lists):
        path = f"track_lists[{place}]"
        says = _filled(("", tracks.note or ""), ("Total", clock(tracks.seconds)))
        head = Fact(path, tracks.title or "Tracks", _own(tracks), details=says, is_head=True)
        facts = tuple(_track(f"{path}.tracks[{number}]", track) for number, track in enumerate(tracks.tracks))
        yield Group(facts, head=head)


def _track(path: str, track: Track) -> Fact:
    details = _filled(
        ("Note", track.note or ""),
        ("Artist", ", ".join(track.artists)),
        ("Writer", ", ".join(track.writers)),
        ("Lyrics", ", ".join(track.lyricists)),
        ("Music", ", ".join(track.composers)),
        ("Producer", ", ".join(track.producers)),
        *track.extra.items(),
    )
    return Fact(path, track.title, _own(track), number=_text(track.number), aside=clock(track.seconds), details=details)


def _credits(credits_: Iterable[Credit]) -> Iterator[Group]:
    """The credits below the headings that they stand under in the article."""
    for section, group in groupby(enumerate(credits_), lambda each: each[1].section):
        yield Group(tuple(_credit(f"credits[{place}]", credit) for place, credit in group), " › ".join(section))


def _credit(path: str, credit: Credit) -> Fact:
    """A credit; its own wording, which is what stands in the source, where nothing was read from it."""
    details = _filled(
        ("", ", ".join(filter(None, map(role_text, credit.roles)))),
        ("Songs", ", ".join(credit.songs)),
    )
    return Fact(path, ", ".join(credit.names) or ("" if details else credit.text), _own(credit), details=details)


def _records(shown: Records, album: Album) -> Iterator[Fact]:
    for place, record in enumerate(getattr(album, shown.field)):
        details = _filled(*((name, words(record)) for name, words in shown.details))
        path = f"{shown.field}[{place}]"
        yield Fact(path, shown.main(record), _own(record), aside=shown.aside(record), details=details)


def _categories(album: Album, origins: Origins) -> Iterator[Fact]:
    for place, name in enumerate(album.categories):
        yield Fact(f"categories[{place}]", name, origins.category(name))


def _infobox(album: Album, origins: Origins) -> Iterator[Fact]:
    spans = origins.infobox()
    for key, text in album.infobox.items():
        yield Fact(f"infobox[{key!r}]", text, spans.get(key, ()), label=key)


def _own(record: Located) -> tuple[Span, ...]:
    return () if record.span is None else (record.span,)
