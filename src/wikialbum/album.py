"""The public model: an `Album` and the values that it is made of.

Every class is a frozen attrs class; sequences are tuples. The fields are those of Album JSON (docs/album-json.md).
A `span` says where in the article a value was read; it is no part of equality.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Diagnostic, Span
from wikialbum.records import Record

if TYPE_CHECKING:
    from wikialbum.reading import TextSection, TextTable
    from wikialbum.syntax.nodes import Article, Node

__all__ = [
    "Album",
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


@attrs.frozen(eq=False, repr=False)
class Album(Record):
    r"""What an article says of an album. docs/album-json.md tells each field.

    Beyond Album JSON an album that was read from an article knows it (`article`), with its prose (`lead`,
    `sections`), its other tables (`tables`) and where each infobox value stands (`spans`); these are empty for an
    album made in another way, and no part of equality.

    Attributes:
        title: The infobox's name line; without one, the article's title less its disambiguator.
        article_title: The article's title: its level-1 heading, or the title of its page.
        type: The kind of recording; None without a Type.
        type_text: The Type as written.
        artist: The artist or artists, whole as displayed.
        releases: The dates of release, in the infobox's order.
        recorded: When the recordings were made.
        studios: Where it was recorded, in studios.
        venues: Where it was recorded, before an audience.
        genres: The genres.
        languages: The languages it is sung in.
        labels: The record labels.
        producers: The producers that the infobox names.
        lengths: The playing times that the infobox states.
        chronology: The neighbours in the artist's discography, and in others.
        singles: The singles taken from the album.
        track_lists: The track lists: one for each disc, side or headed list.
        credits: The credits, one for each line.
        charts: The chart positions.
        certifications: The sales certifications.
        ratings: The critics' ratings.
        release_history: The rows of the release history.
        categories: The categories of the article.
        infobox: Every field of the infobox as written, known or not, by its key.
        diagnostics: What was doubtful or tidied while the article was read.
        article: The syntax tree that the album was read from, or None.
        spans: Where the infobox values stand, by the name of the album's field.

    Examples:
        >>> import wikialbum
        >>> album = wikialbum.parse_text("= Rush =\n\nRush\n- Type: Soundtrack\n- Artist: Eric Clapton\n")
        >>> album.title, album.type.value, album.artist
        ('Rush', 'soundtrack', 'Eric Clapton')
    """

    title: str | None = None
    article_title: str | None = None
    type: AlbumType | None = None
    type_text: str | None = None
    artist: str | None = None
    releases: tuple[Release, ...] = ()
    recorded: tuple[Recording, ...] = ()
    studios: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    producers: tuple[Producer, ...] = ()
    lengths: tuple[Length, ...] = ()
    chronology: tuple[Chronology, ...] = ()
    singles: tuple[Single, ...] = ()
    track_lists: tuple[TrackList, ...] = ()
    credits: tuple[Credit, ...] = ()
    charts: tuple[ChartEntry, ...] = ()
    certifications: tuple[Certification, ...] = ()
    ratings: tuple[Rating, ...] = ()
    release_history: tuple[ReleaseEvent, ...] = ()
    categories: tuple[str, ...] = ()
    infobox: Mapping[str, str] = attrs.field(factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    article: Article | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = attrs.field(factory=dict, eq=False, repr=False, kw_only=True)

    @property
    def released(self) -> PartialDate | None:
        """The first date in `releases`, or None."""
        return next((release.date for release in self.releases if release.date), None)

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks of all track lists, in order."""
        return tuple(track for tracks in self.track_lists for track in tracks.tracks)

    @cached_property
    def lead(self) -> str:
        """The prose before the first section, paragraphs parted by blank lines."""
        from wikialbum.reading import lead_text  # noqa: PLC0415 - prose is read when asked for

        return lead_text(self.article) if self.article else ""

    @cached_property
    def sections(self) -> tuple[TextSection, ...]:
        """The sections as text, nested as in the article."""
        from wikialbum.reading import text_sections  # noqa: PLC0415 - prose is read when asked for

        return text_sections(self.article) if self.article else ()

    @cached_property
    def tables(self) -> tuple[TextTable, ...]:
        """Every table of the article as text, those too that became charts or awards."""
        from wikialbum.reading import text_tables  # noqa: PLC0415 - prose is read when asked for

        return text_tables(self.article) if self.article else ()

    def credits_for(self, track: int | str | Track) -> tuple[Credit, ...]:
        r"""The credits that apply to one track, each with only the roles that apply.

        A role applies that has neither tracks nor songs, that has the track's number among its tracks, or whose
        line names the song. Numbers count through the album's lists in order: the first track of side two after a
        side of five is 6. Titles compare without regard to case, quotes and parentheses.

        Args:
            track: A number (1-based), a title, or a track of this album.

        Examples:
            >>> text = '==Personnel==\n- Ann Lee – vocals, harp (track 2)\n"Two"\n- Bo Day – drums\n'
            >>> import wikialbum
            >>> [c.names + tuple(r.name for r in c.roles) for c in wikialbum.parse_text(text).credits_for("Two")]
            [('Ann Lee', 'vocals'), ('Bo Day', 'drums')]
        """
        from wikialbum.scopes import credits_for  # noqa: PLC0415 - loaded when first asked for

        return tuple(credits_for(self, track))

    def node_of(self, record: Located) -> Node:
        r"""The syntax node that a record of this album was read from, for an edit of the article.

        Args:
            record: A credit, a track, a chart entry and so on, or an infobox value such as a label.

        Raises:
            NodeNotFoundError: The album was not read from an article, or the record is none of it.

        Examples:
            >>> import wikialbum
            >>> album = wikialbum.parse_text("==Personnel==\n- Ann Lee – harp\n")
            >>> line = album.node_of(album.credits[0])
            >>> str(album.article.set_text(line, "Ann Lee – harp, oud"))
            '==Personnel==\n- Ann Lee – harp, oud\n'
        """
        from wikialbum.edit.splice import find_node  # noqa: PLC0415 - loaded when first asked for
        from wikialbum.errors import NodeNotFoundError  # noqa: PLC0415 - as above

        if self.article is None or record.span is None:
            raise NodeNotFoundError("the record was not read from an article")
        return find_node(self.article, record.span)

    def to_dict(self) -> dict[str, Any]:
        """This album as Album JSON: dicts, lists, strings and numbers alone.

        Examples:
            >>> Album(title="Rush", releases=(Release(PartialDate(1992, 1, 14)),)).to_dict()["releases"]
            [{'date': '1992-01-14', 'note': None}]
        """
        from wikialbum.serialize import album_to_dict  # noqa: PLC0415 - serialization stands above the model

        return album_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Album:
        """An album from Album JSON, the inverse of `to_dict`.

        Raises:
            AlbumDataError: The data is not Album JSON; the error names the path.

        Examples:
            >>> Album.from_dict(Album(title="Rush").to_dict()) == Album(title="Rush")
            True
        """
        from wikialbum.serialize import album_from_dict  # noqa: PLC0415 - serialization stands above the model

        return album_from_dict(data)

    def numbered_tracks(self) -> Iterator[tuple[int, Track]]:
        """The tracks of all lists, each with its 1-based place in the whole album."""
        return enumerate(self.tracks, start=1)
