"""The public model: an `Album`, and the facts that it is made of (`wikialbum.facts`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Diagnostic, Span
from wikialbum.facts import (
    AlbumRef,
    AlbumType,
    Certification,
    ChartEntry,
    ChartPeriod,
    Chronology,
    Credit,
    Label,
    Length,
    Located,
    Producer,
    Rating,
    Recording,
    Release,
    ReleaseEvent,
    Role,
    RoleKind,
    Single,
    Track,
    TrackList,
)
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
