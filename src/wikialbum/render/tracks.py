"""Writes the track lists: each below a heading of its own, as lines, as a template, or as a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product
from typing import Any, ClassVar, Final

import attrs

from wikialbum.album import Album, Track, TrackList
from wikialbum.normalize.context import Context
from wikialbum.normalize.sentences import read_credit_sentence
from wikialbum.normalize.tracks import inherit
from wikialbum.render.trial import Option, Trial, build_up, settle, weight
from wikialbum.render.writers import Writer, template_block, writer_of
from wikialbum.syntax.nodes import Dialect, Heading, Node
from wikialbum.vocabulary import ENGLISH
from wikialbum.wording import time_text

Names = Mapping[str, tuple[str, ...]]

_TITLE: Final = "Track listing"
_NAMES: Final = ("writers", "lyricists", "composers", "artists", "producers")
_OPTIONAL: Final[Mapping[str, Any]] = {"seconds": None, **dict.fromkeys(_NAMES, ()), "note": None, "extra": {}}
_MOST_TRACKS: Final = 999
_PARAMETERS: Final = {"writers": "writer", "lyricists": "lyrics", "composers": "music"}
_HEADERS: Final = {
    "writers": "Writer(s)",
    "lyricists": "Lyrics",
    "composers": "Music",
    "artists": "Artist(s)",
    "producers": "Producer(s)",
}
_PEOPLE_COLUMNS: Final = {"Producer": "producers", "Artist": "artists"}
_STYLES: Final = 2


def write_tracks(album: Album, trial: Trial) -> list[Node]:
    """The track lists. Those with headings of their own share the heading above them; a credit sentence may not."""
    written: list[Node] = []
    shared = False
    for tracks in album.track_lists:
        blocks = _write_list(_numbered(tracks), trial)
        is_headed = len(blocks) > 1 and isinstance(blocks[1], Heading)
        written += blocks[1:] if shared and is_headed else blocks
        shared = is_headed
    return written


def list_of(tracks: TrackList, writer: Writer) -> list[Node]:
    """A list with its title as a label, and without its credit sentence: lines, or a table for further columns."""
    numbered = _numbered(tracks)
    form: _Form = _Lines(writer) if not any(track.extra for track in tracks.tracks) else _Table(writer, tracks.tracks)
    total = time_text(tracks.seconds) if tracks.seconds is not None else None
    label: list[Node] = [] if tracks.title is None else [writer.label(tracks.title)]
    return [*label, *form.blocks([_read_alone(track, form) for track in numbered.tracks], total)]


def _read_alone(track: Track, form: _Form) -> Any:  # noqa: ANN401 - source of the form's own kind
    """The first way to write a track that is read as that track; the usual one where there is none."""
    trial, top = Trial(form.writer), form.writer.heading(2, _TITLE)
    for raw in form.raws(track):
        if trial.reads([top, *form.blocks([raw], None)], track_lists=(TrackList(tracks=(track,)),)):
            return raw
    return next(form.raws(track))


def line_of(track: Track, dialect: Dialect) -> str:
    """The line of a track without its number, as it is usually written."""
    _, line = next(_Lines(writer_of(dialect)).raws(track))
    return line


def parameters_of(track: Track) -> list[tuple[str, str]]:
    """The parameters of a track of the track listing template, by name."""
    return next(_Template(writer_of("wikitext"), next(iter(track.extra), None)).raws(track))


def _numbered(tracks: TrackList) -> TrackList:
    """A list whose tracks all have a number that can be written: the others count on."""
    counted: list[Track] = []
    for track in tracks.tracks:
        before = counted[-1].number if counted else None
        is_written = track.number is not None and 0 < track.number <= _MOST_TRACKS
        counted.append(track if is_written else attrs.evolve(track, number=(before or 0) + 1))
    return attrs.evolve(tracks, tracks=tuple(counted))


def _write_list(tracks: TrackList, trial: Trial) -> list[Node]:
    """A list with its heading: whole, or else without what the dialect cannot carry."""
    best: list[Node] = []
    most = -1
    for frame in _frames(tracks):
        for head in _heads(frame.title, trial.writer):
            for form in _forms(tracks, trial.writer):
                options = _settled(frame, head, form, trial)
                if options is None:
                    continue
                if all(option.whole for option in options) and len(options) == len(tracks.tracks):
                    return _blocks(frame, head, form, options)
                stated = weight(options)
                if stated > most:
                    most = stated
                    best = _blocks(frame, head, form, options)
        if most > 0:
            break
    return best


def _frames(tracks: TrackList) -> Iterator[TrackList]:
    """A list, and then without one or more of title, note and total."""
    stated = [name for name in ("seconds", "note", "title") if getattr(tracks, name) is not None]
    for count in range(len(stated) + 1):
        for dropped in combinations(stated, count):
            changes: dict[str, Any] = dict.fromkeys(dropped)
            yield attrs.evolve(tracks, **changes)


def _heads(title: str | None, writer: Writer) -> Iterator[list[Node]]:
    top = writer.heading(2, _TITLE)
    if title is None:
        yield [top]
    else:
        yield [top, writer.heading(3, title)]
        yield [top, writer.label(title)]


def _settled(frame: TrackList, head: list[Node], form: _Form, trial: Trial) -> list[Option[Track]] | None:
    """The options of the tracks that are read as meant; None where the list itself is not."""

    def reads(options: Sequence[Option[Track]]) -> bool:
        records = tuple(record for option in options for record in option.records)
        return trial.reads(_blocks(frame, head, form, options), track_lists=(attrs.evolve(frame, tracks=records),))

    sentence = read_credit_sentence(frame.note, Context(ENGLISH)) if frame.note is not None else None
    names = sentence.names if sentence is not None else {}
    options = settle([_options(track, names, form, reads) for track in frame.tracks], reads)
    return options if options or (not frame.tracks and frame.note is not None and reads([])) else None


def _blocks(frame: TrackList, head: list[Node], form: _Form, options: Sequence[Option[Track]]) -> list[Node]:
    writer = form.writer
    total = time_text(frame.seconds) if frame.seconds is not None else None
    blocks = list(head)
    if frame.note is not None:
        blocks.append(writer.paragraph(frame.note if frame.note.endswith((".", ")")) else f"{frame.note}."))
    if options:
        blocks += form.blocks([option.raw for option in options], total)
    return blocks


def _options(
    track: Track, names: Names, form: _Form, reads: Callable[[Sequence[Option[Track]]], bool]
) -> Iterator[Option[Track]]:
    """Ways to write a track, best first: without what the credit sentence gives it, whole, then with less."""

    def ways(track: Track) -> Iterator[Option[Track]]:
        track = inherit(track, names)
        bare = _uninherited(track, names)
        for each in (bare, track) if bare != track else (track,):
            for raw in form.raws(each):
                yield Option(raw, (track,))

    if inherit(track, names) == track:
        yield from ways(track)
    yield from build_up(track, _OPTIONAL, ways, reads)


def _uninherited(track: Track, names: Names) -> Track:
    """A track without the names that the credit sentence above its list gives it."""
    changes: dict[str, Any] = {field: () for field, given in names.items() if getattr(track, field) == given}
    bare = attrs.evolve(track, **changes)
    return bare if inherit(bare, names) == track else track


class _Form(ABC):
    """A way to write the tracks of a list."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer

    @abstractmethod
    def raws(self, track: Track) -> Iterator[Any]:
        """Source of one track, best first."""

    @abstractmethod
    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        """The list."""

    def names(self, texts: Sequence[str], style: int) -> str:
        """Source of some names: as texts, or in style 1 as links where they look like lists."""
        sources = list(self.writer.items([(text, None) for text in texts], ", "))
        return sources[style * len(sources) // _STYLES]


class _Lines(_Form):
    """Numbered lines: `1. "Title" (Writers) – Performer – 3:45`."""

    _LABELS: ClassVar = {
        "writers": "written by",
        "lyricists": "words:",
        "composers": "music:",
        "producers": "produced by",
    }

    def raws(self, track: Track) -> Iterator[tuple[int | None, str]]:
        """The number, and the line without it."""
        note = f" ({self.writer.source(track.note)})" if track.note is not None else ""
        time = f" – {time_text(track.seconds)}" if track.seconds is not None else ""
        for style, title in product(range(_STYLES), self._titles(track.title)):
            for artists, people in product(self._artists(track, style), self._people(track, style)):
                yield track.number, f"{title}{note}{people}{artists}{time}"

    def _titles(self, title: str) -> Iterator[str]:
        shown = self.writer.source(title)
        yield f'"{shown}"'
        if " / " in title:
            yield " / ".join(f'"{part}"' for part in shown.split(" / "))
        if '"' in title:
            yield f"“{shown}”"
            yield shown

    def _artists(self, track: Track, style: int) -> Iterator[str]:
        names = self.names(track.artists, style)
        yield from (f" – {names}", f" (featuring {names})") if names else ("",)

    def _people(self, track: Track, style: int) -> Iterator[str]:
        """The parentheses that name people; writers need no label where they are read without one."""
        label = partial(self._labelled, track, style)
        producers = f" ({label('producers')})" if track.producers else ""
        words = [label(field) for field in ("lyricists", "composers") if getattr(track, field)]
        if track.writers:
            yield f" ({'; '.join((self.names(track.writers, style), *words))}){producers}"
            words = [label("writers"), *words]
        yield (f" ({'; '.join(words)})" if words else "") + producers

    def _labelled(self, track: Track, style: int, field: str) -> str:
        return f"{self._LABELS[field]} {self.names(getattr(track, field), style)}"

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        """A line for each track, and one for the total."""
        lines: list[Node] = []
        before = 0
        for number, raw in raws:
            lines.append(self.writer.numbered(number, raw, counts=number == before + 1))
            before = number
        return lines if total is None else [*lines, self.writer.paragraph(f"Total length: {total}")]


class _Template(_Form):
    """The track listing template of wikitext; it has one further column at most, and a note can name guests."""

    def __init__(self, writer: Writer, column: str | None) -> None:
        super().__init__(writer)
        self._column = column

    def raws(self, track: Track) -> Iterator[list[tuple[str, str]]]:
        """The parameters."""
        if set(track.extra) - {self._column}:
            return
        for style in range(_STYLES):
            pairs = [
                ("title", self.writer.source(track.title)),
                *((name, self.names(getattr(track, field), style)) for field, name in _PARAMETERS.items()),
                ("extra", self._extra(track, style)),
                ("note", "; ".join(self._notes(track, style))),
                ("length", time_text(track.seconds) if track.seconds is not None else ""),
            ]
            yield [(f"{name}{track.number}", value) for name, value in pairs if value]

    def _extra(self, track: Track, style: int) -> str:
        """What stands in the further column: people where it is for them, else its text."""
        field = _PEOPLE_COLUMNS.get(self._column or "")
        if field is not None:
            return self.names(getattr(track, field), style)
        return self.writer.source(track.extra.get(self._column or "", ""))

    def _notes(self, track: Track, style: int) -> Iterator[str]:
        """The note, with the people that no column is for."""
        for field, words in (("artists", "featuring"), ("producers", "produced by")):
            if getattr(track, field) and _PEOPLE_COLUMNS.get(self._column or "") != field:
                yield f"{words} {self.names(getattr(track, field), style)}"
        if track.note is not None:
            yield self.writer.source(track.note)

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        """The template."""
        head = [("extra_column", self.writer.source(self._column))] if self._column is not None else []
        tail = [("total_length", total)] if total is not None else []
        return [template_block("Track listing", [*head, *(pair for raw in raws for pair in raw), *tail])]


class _Table(_Form):
    """A table with a column for each kind of fact that some track of the list has."""

    def __init__(self, writer: Writer, tracks: Sequence[Track]) -> None:
        super().__init__(writer)
        self._fields = [field for field in _NAMES if any(getattr(track, field) for track in tracks)]
        self._extra = list(dict.fromkeys(header for track in tracks for header in track.extra))

    def raws(self, track: Track) -> Iterator[list[str]]:
        """The cells."""
        source = self.writer.source
        note = f" ({source(track.note)})" if track.note is not None else ""
        extra = [source(track.extra.get(header, "")) for header in self._extra]
        time = time_text(track.seconds) if track.seconds is not None else ""
        for style in range(_STYLES):
            names = [self.names(getattr(track, field), style) for field in self._fields]
            yield [str(track.number), f'"{source(track.title)}"{note}', *names, *extra, time]

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        """The table, and a line for the total."""
        names = [_HEADERS[field] for field in self._fields]
        headers = ["No.", "Title", *names, *map(self.writer.source, self._extra), "Length"]
        table: list[Node] = [self.writer.table(headers, raws)]
        return table if total is None else [*table, self.writer.paragraph(f"Total length: {total}")]


def _forms(tracks: TrackList, writer: Writer) -> Iterator[_Form]:
    """The forms that suit a list, best first."""
    columns = list(dict.fromkeys(header for track in tracks.tracks for header in track.extra))
    if writer.dialect == "wikitext":
        numbers = [track.number or 0 for track in tracks.tracks]
        if len(columns) < 2 and numbers == sorted(set(numbers)):
            people = [
                column
                for column, field in _PEOPLE_COLUMNS.items()
                if any(getattr(each, field) for each in tracks.tracks)
            ]
            yield _Template(writer, next(iter((*columns, *people)), None))
    if not columns:
        yield _Lines(writer)
    yield _Table(writer, tracks.tracks)
    if columns:
        yield _Lines(writer)
