"""The facts that an album is made of: tracks, credits, chart positions and the rest.

Every class is a frozen attrs class; sequences are tuples. The fields are those of Album JSON (docs/album-json.md).
A `span` says where in the article a value was read; it is no part of equality.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum

import attrs

from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Span
from wikialbum.records import Record

__all__ = [
    "AlbumRef",
    "AlbumType",
    "Certification",
    "ChartEntry",
    "ChartPeriod",
    "Chronology",
    "Credit",
    "Label",
    "Length",
    "Located",
    "Producer",
    "Rating",
    "Recording",
    "Release",
    "ReleaseEvent",
    "Role",
    "RoleKind",
    "Single",
    "Track",
    "TrackList",
]


@attrs.frozen(eq=False, repr=False)
class Located(Record):
    """What was read at one place of an article.

    Attributes:
        span: The place, or None for a value made in another way.
    """

    span: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)


class AlbumType(StrEnum):
    """The kind of a recording, from the infobox's Type."""

    ALBUM = "album"
    STUDIO = "studio"
    LIVE = "live"
    COMPILATION = "compilation"
    GREATEST_HITS = "greatest_hits"
    BOX_SET = "box_set"
    EP = "ep"
    SINGLE = "single"
    SOUNDTRACK = "soundtrack"
    SCORE = "score"
    CAST = "cast"
    REMIX = "remix"
    COVER = "cover"
    TRIBUTE = "tribute"
    DEMO = "demo"
    MIXTAPE = "mixtape"
    VIDEO = "video"
    SPOKEN_WORD = "spoken_word"
    SPLIT = "split"
    SONG = "song"
    OTHER = "other"


class ChartPeriod(StrEnum):
    """What span of time a chart position is for."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEAR_END = "year_end"
    DECADE_END = "decade_end"
    ALL_TIME = "all_time"


class RoleKind(StrEnum):
    """What kind of work a role is."""

    PERFORMANCE = "performance"
    WRITING = "writing"
    PRODUCTION = "production"
    ENGINEERING = "engineering"
    ARTWORK = "artwork"
    BUSINESS = "business"
    OTHER = "other"


@attrs.frozen(eq=False, repr=False)
class Release(Located):
    """One date of release.

    Attributes:
        date: The date, or None where it could not be read.
        note: The parenthesis after it, such as `US`; or a season.
    """

    date: PartialDate | None = None
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class Recording(Located):
    """When recordings were made: a date, or a range of dates.

    Attributes:
        start: The date, or the first of a range.
        end: The last date of a range, or None.
        note: What the article adds, such as `Late`.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class Label(Located):
    """A record label.

    Attributes:
        name: The label's name.
        note: The parenthesis after it, such as `reissue`.
    """

    name: str
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class Producer(Located):
    """A producer named by the infobox.

    Attributes:
        name: The producer's name.
        note: The parenthesis after it, such as `tracks 1–4`.
    """

    name: str
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class Length(Located):
    """A playing time.

    Attributes:
        seconds: The time in seconds; 2500 for `41:40`.
        note: The parenthesis after it, such as `disc one`.
    """

    seconds: int
    note: str | None = None


@attrs.frozen(eq=False, repr=False)
class AlbumRef(Record):
    """Another album of a chronology.

    Attributes:
        title: Its title.
        year: The year of its release; None where the article gives none.
    """

    title: str
    year: int | None = None


@attrs.frozen(eq=False, repr=False)
class Chronology(Located):
    """The albums before and after this one in an artist's discography.

    Attributes:
        artist: Whose discography; the album's artist where the article names no other.
        previous: The album before this one.
        next: The album after this one.
    """

    artist: str | None = None
    previous: AlbumRef | None = None
    next: AlbumRef | None = None


@attrs.frozen(eq=False, repr=False)
class Single(Located):
    """A single taken from the album.

    Attributes:
        title: The title without quotes.
        date: The date of its release.
    """

    title: str
    date: PartialDate | None = None


@attrs.frozen(eq=False, repr=False)
class Track(Located):
    """One track.

    Attributes:
        number: The number as written, else as counted in its list; 1-based.
        title: The title without quotes.
        note: What a parenthesis says that names nobody, such as `live`.
        writers: Who wrote the song, where words and music are not told apart.
        lyricists: Who wrote the words.
        composers: Who wrote the music.
        artists: Featured or per-track performers.
        producers: Who produced the track.
        extra: Text of further columns by the column's name.
        seconds: The playing time in seconds.
    """

    number: int | None = None
    title: str = ""
    note: str | None = None
    writers: tuple[str, ...] = ()
    lyricists: tuple[str, ...] = ()
    composers: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    extra: Mapping[str, str] = attrs.field(factory=dict)
    seconds: int | None = None


@attrs.frozen(eq=False, repr=False)
class TrackList(Located):
    """The tracks of one disc, side or headed list.

    Attributes:
        title: The list's heading or label line, such as `Side one`.
        note: The credit sentence above the list.
        tracks: The tracks in order.
        seconds: A stated total in seconds.
    """

    title: str | None = None
    note: str | None = None
    tracks: tuple[Track, ...] = ()
    seconds: int | None = None


@attrs.frozen(eq=False, repr=False)
class Role(Record):
    """What somebody did, and on which tracks.

    Attributes:
        name: The role as written, such as `backing vocals`; None where only tracks are given.
        tracks: The numbers of the tracks that it is for; empty for all of them.
        note: What a parenthesis says beyond track numbers.
    """

    name: str | None = None
    tracks: tuple[int, ...] = ()
    note: str | None = None

    @property
    def kind(self) -> RoleKind:
        """The kind of work, from the vocabulary; `RoleKind.OTHER` for an unknown role.

        Examples:
            >>> Role("backing vocals").kind, Role("mixing").kind
            (<RoleKind.PERFORMANCE: 'performance'>, <RoleKind.ENGINEERING: 'engineering'>)
        """
        from wikialbum.vocabulary import role_kind  # noqa: PLC0415 - loaded when first asked for

        return RoleKind(role_kind(self.name or ""))


@attrs.frozen(eq=False, repr=False)
class Credit(Located):
    """One line of the credits: names and what they did.

    Attributes:
        names: The people and groups of the line.
        roles: What they did.
        section: The headings from the personnel heading down, then an unquoted group line.
        songs: Titles that the line, or the group line above it, names.
        text: The line without its bullet.
    """

    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    section: tuple[str, ...] = ()
    songs: tuple[str, ...] = ()
    text: str = ""


@attrs.frozen(eq=False, repr=False)
class ChartEntry(Located):
    """A position on a chart.

    Attributes:
        chart: The chart's name as displayed.
        year: The year; of a span, the first.
        peak: The best position; None for a dash.
        period: What span of time the chart is for.
        song: The song that charted, where it was not the album.
    """

    chart: str
    year: int | None = None
    peak: int | None = None
    period: ChartPeriod = ChartPeriod.WEEKLY
    song: str | None = None


@attrs.frozen(eq=False, repr=False)
class Certification(Located):
    """A sales certification.

    Attributes:
        region: The country or region.
        organization: Who certified, such as `RIAA`.
        award: The award without its number, such as `Platinum`; None for a row of sales alone.
        multiple: 2 for `2× Platinum`; 1 unless stated.
        units: Certified units or sales, where written.
    """

    region: str
    organization: str | None = None
    award: str | None = None
    multiple: int = 1
    units: int | None = None


def _finite(value: float | None) -> float | None:
    """A number, or None for what JSON cannot write: a long row of digits reads as infinity."""
    return value if value is None or isinstance(value, int) or math.isfinite(value) else None


@attrs.frozen(eq=False, repr=False)
class Rating(Located):
    """A critic's rating.

    Attributes:
        source: Who rated.
        score: The rating as written; None where it was lost.
        value: 4.5 for `4.5/5`; None where the rating is no finite number.
        out_of: 5 for `4.5/5`.
    """

    source: str
    score: str | None = None
    value: float | None = attrs.field(default=None, converter=_finite)
    out_of: float | None = attrs.field(default=None, converter=_finite)


@attrs.frozen(eq=False, repr=False)
class ReleaseEvent(Located):
    """A row of the release history.

    Attributes:
        region: The country or region.
        date: The date of release there.
        label: The label or labels, as written.
        format: The format or formats, as written, such as `CD, LP`.
        catalog: The catalogue number.
    """

    region: str | None = None
    date: PartialDate | None = None
    label: str | None = None
    format: str | None = None
    catalog: str | None = None
