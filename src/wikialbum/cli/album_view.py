"""An album as a person wants to see it: what to show, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final, NamedTuple

from rich.cells import cell_len
from rich.console import Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wikialbum.album import Album, Credit, Track, TrackList
from wikialbum.cli.screen import visible
from wikialbum.cli.words import award, doings, group_songs, kind, neighbours, period, quoted
from wikialbum.diagnostics import Severity
from wikialbum.vocabulary.model import fold
from wikialbum.wording import clock, noted, recording_dates, thousands

_INDENT: Final = (0, 0, 0, 2)

#: How wide the labels of a grid may be, in columns of the screen.
_LABEL_WIDTH: Final = 40


class Fact(NamedTuple):
    """A line of the facts below the title: its label, its values, and what stands between two of them."""

    label: str
    values: Callable[[Album], Iterable[str]]
    separator: str = ", "


class Column(NamedTuple):
    """A column of a table of records: its header, and what it shows of each record."""

    header: str
    text: Callable[[Any], str]
    justify: JustifyMethod = "left"


class Records(NamedTuple):
    """A section that is one table of records."""

    title: str
    records: Callable[[Album], Sequence[Any]]
    columns: tuple[Column, ...]


# ---- what is shown ----


def _text(attribute: str) -> Callable[[Any], str]:
    """Shows an attribute as it is."""

    def show(record: object) -> str:
        value = getattr(record, attribute)
        return "" if value is None else str(value)

    return show


def _names(attribute: str) -> Callable[[Any], str]:
    """Shows an attribute that holds several names."""
    return lambda record: ", ".join(getattr(record, attribute))


def _infobox(key: str) -> Callable[[Album], Iterable[str]]:
    """Shows what only the infobox says."""
    return lambda album: (text for name, text in album.infobox.items() if fold(name) == key)


FACTS: Final = (
    Fact("Form", _infobox("longtype")),
    Fact("Released", lambda album: (noted(each.date, each.note) for each in album.releases)),
    Fact("Recorded", lambda album: map(recording_dates, album.recorded), "; "),
    Fact("Studio", lambda album: album.studios, "\n"),
    Fact("Venue", lambda album: album.venues, "\n"),
    Fact("Genre", lambda album: album.genres),
    Fact("Language", lambda album: album.languages),
    Fact("Label", lambda album: (noted(each.name, each.note) for each in album.labels)),
    Fact("Producer", lambda album: (noted(each.name, each.note) for each in album.producers)),
    *(
        Fact(key.capitalize(), _infobox(key))
        for key in (
            "writer",
            "composer",
            "lyricist",
            "arranger",
            "conductor",
            "director",
            "compiler",
            "album",
            "b side",
        )
    ),
    Fact("Length", lambda album: (noted(clock(each.seconds), each.note) for each in album.lengths)),
    Fact("Chronology", lambda album: (neighbours(each, album.artist) for each in album.chronology), "\n"),
    Fact("Singles", lambda album: (noted(each.title, str(each.date) if each.date else None) for each in album.singles)),
    Fact("Categories", lambda album: album.categories, "\n"),
)

TRACK_COLUMNS: Final = (
    Column("No.", _text("number"), "right"),
    Column("Title", lambda track: noted(track.title, track.note)),
    Column("Artist", _names("artists")),
    Column("Writer", _names("writers")),
    Column("Lyrics", _names("lyricists")),
    Column("Music", _names("composers")),
    Column("Producer", _names("producers")),
    Column("Length", lambda track: clock(track.seconds), "right"),
)

RECORDS: Final = (
    Records(
        "Charts",
        lambda album: album.charts,
        (
            Column("Chart", _text("chart")),
            Column("Song", _text("song")),
            Column("Year", _text("year"), "right"),
            Column("Period", period),
            Column("Peak", lambda entry: _text("peak")(entry) or "–", "right"),
        ),
    ),
    Records(
        "Certifications",
        lambda album: album.certifications,
        (
            Column("Region", _text("region")),
            Column("By", _text("organization")),
            Column("Award", award),
            Column("Units", lambda certification: thousands(certification.units), "right"),
        ),
    ),
    Records(
        "Ratings", lambda album: album.ratings, (Column("Source", _text("source")), Column("Rating", _text("score")))
    ),
    Records(
        "Release history",
        lambda album: album.release_history,
        (
            Column("Region", _text("region")),
            Column("Date", _text("date")),
            Column("Label", _text("label")),
            Column("Format", _text("format")),
            Column("Catalogue no.", _text("catalog")),
        ),
    ),
)


# ---- renderables ----


def album_view(album: Album) -> RenderableType:
    """The whole album: header, facts, track lists, credits and tables."""
    parts = [*_header(album), *_track_lists(album)]
    if album.credits:
        parts += [section_rule("Credits"), *credits_view(album.credits)]
    for section in RECORDS:
        records = section.records(album)
        if records:
            parts += [section_rule(section.title), Padding(_table(records, section.columns), _INDENT)]
    return Group(*parts, *_doubts(album))


def credits_view(credits_: Iterable[Credit]) -> Iterator[RenderableType]:
    """The credits below the headings and songs that they stand under in the article."""
    section: tuple[str, ...] = ()
    songs: tuple[str, ...] = ()
    for (new_section, new_songs), group in groupby(credits_, lambda each: (each.section, group_songs(each))):
        if new_section != section or len(new_songs) < len(songs):
            yield line(" › ".join(new_section[1:] or new_section), "bold")
        if new_songs and (new_section, new_songs) != (section, songs):
            yield line(quoted(new_songs), "italic")
        section, songs = new_section, new_songs
        yield Padding(grid(((", ".join(each.names), doings(each)) for each in group), label_style=""), _INDENT)


def _header(album: Album) -> Iterator[RenderableType]:
    yield line(album.title or album.article_title or "Untitled", "bold")
    subtitle = " · ".join(filter(None, (album.artist, kind(album))))
    if subtitle:
        yield line(subtitle)
    facts = grid((fact.label, fact.separator.join(filter(None, fact.values(album)))) for fact in FACTS)
    if facts.row_count:
        yield ""
        yield facts


def _track_lists(album: Album) -> Iterator[RenderableType]:
    if album.track_lists:
        yield section_rule("Tracks")
    for place, tracks in enumerate(album.track_lists):
        if place:
            yield ""
        yield from _track_list(tracks)


def _track_list(tracks: TrackList) -> Iterator[RenderableType]:
    if tracks.title:
        yield line(tracks.title, "bold")
    if tracks.note:
        yield line(tracks.note, "italic")
    if tracks.tracks:
        yield Padding(_table(tracks.tracks, track_columns(tracks.tracks)), _INDENT)
    if tracks.seconds is not None:
        yield line(f"Total {clock(tracks.seconds)}", "dim")


def track_columns(tracks: Iterable[Track]) -> Iterator[Column]:
    """The columns of a track list, with one for each of the article's own columns; the length is the last."""
    *columns, length = TRACK_COLUMNS
    yield from columns
    for name in dict.fromkeys(name for track in tracks for name in track.extra):
        yield Column(name, partial(_extra, name))
    yield length


def _extra(name: str, track: Track) -> str:
    return track.extra.get(name, "")


def _doubts(album: Album) -> Iterator[RenderableType]:
    """Whether the article has more albums, and how much of it is in doubt."""
    more = [diagnostic.message for diagnostic in album.diagnostics if diagnostic.code == "several-albums"]
    if more:
        yield ""
        yield line(more[0], "yellow")
    count = sum(diagnostic.severity is not Severity.INFO for diagnostic in album.diagnostics)
    if count:
        yield ""
        yield line(f"{count} doubt{'s' if count > 1 else ''}; wikialbum check tells where", "yellow")


def section_rule(title: str) -> RenderableType:
    """A section's title with a rule behind it."""
    return Padding(Rule(Text(title, "bold cyan"), align="left", style="dim"), (1, 0, 0, 0))


def _table(records: Sequence[Any], columns: Iterable[Column]) -> Table:
    """A table without the columns that no record fills."""
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    filled = [(column, texts) for column in columns if any(texts := [column.text(record) for record in records])]
    for column, _ in filled:
        shown.add_column(visible(column.header), justify=column.justify, overflow="fold")
    for row in zip(*(texts for _, texts in filled), strict=True):
        shown.add_row(*map(_cell, row))
    return shown


def grid(pairs: Iterable[tuple[str, str]], *, label_style: str = "dim") -> Table:
    """Labels with their values, without those that have none."""
    rows = [(visible(label), value) for label, value in pairs if value or not label_style]
    grid = Table.grid(padding=(0, 2, 0, 0))
    width = max((_wrapped_width(label) for label, _ in rows), default=0)
    grid.add_column(style=label_style, max_width=width, overflow="fold")
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(Text(label), _cell(value))
    return grid


def _wrapped_width(label: str) -> int:
    """How wide a label is that is wrapped where it is wider than labels may be.

    Examples:
        >>> _wrapped_width("Ann Lee"), _wrapped_width("Ann Lee, Bo Day, Cat Moss, Dan Ray and the Orchestra")
        (7, 38)
    """
    width = longest = 0
    for word in label.split(" "):
        size = cell_len(word)
        width = width + 1 + size if 0 < width < _LABEL_WIDTH - size else size
        longest = max(longest, width)
    return min(longest, _LABEL_WIDTH)


def _cell(text: str) -> Text:
    """A text that may have several lines; nothing in it is markup."""
    return Text("\n".join(map(visible, text.split("\n"))))


def line(text: str, style: str = "") -> Text:
    """A text on one line."""
    return Text(visible(text), style)
