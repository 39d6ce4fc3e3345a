"""Writes the track lists: each below a heading of its own, as lines, as a template, or as a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, ClassVar, Final

import attrs

from wikialbum.album import Album, Track, TrackList
from wikialbum.normalize.context import Context
from wikialbum.normalize.sentences import read_credit_sentence
from wikialbum.normalize.tracks import inherit
from wikialbum.render.trial import Option, Trial, settle
from wikialbum.render.values import time_text
from wikialbum.render.writers import Writer, template_block
from wikialbum.syntax.nodes import Node
from wikialbum.vocabulary import ENGLISH

Names = Mapping[str, tuple[str, ...]]

_TITLE: Final = "Track listing"
_NAMES: Final = ("writers", "lyricists", "composers", "artists", "producers")
_OPTIONAL: Final = ("note", "extra", "seconds", *_NAMES)
_PARAMETERS: Final = {"writers": "writer", "lyricists": "lyrics", "composers": "music"}
_HEADERS: Final = {
    "writers": "Writer(s)",
    "lyricists": "Lyrics",
    "composers": "Music",
    "artists": "Artist(s)",
    "producers": "Producer(s)",
}
_MOST_DROPPED: Final = 2


def write_tracks(album: Album, trial: Trial) -> list[Node]:
    """The track lists. One without a title, and one after a list with a title, may need a section of its own."""
    written: list[Node] = []
    for tracks in album.track_lists:
        written += _write_list(_numbered(tracks), trial, is_first=not written)
    return written


def _numbered(tracks: TrackList) -> TrackList:
    """A list whose tracks all have a number: those without one count on."""
    counted: list[Track] = []
    for track in tracks.tracks:
        before = counted[-1].number if counted else 0
        counted.append(track if track.number is not None else attrs.evolve(track, number=(before or 0) + 1))
    return attrs.evolve(tracks, tracks=tuple(counted))


def _write_list(tracks: TrackList, trial: Trial, *, is_first: bool) -> list[Node]:
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
                    return _blocks(frame, head, form, options)[0 if is_first or len(head) == 1 else 1 :]
                weight = sum(1 + option.whole for option in options)
                if weight > most:
                    most = weight
                    best = _blocks(frame, head, form, options)
        if most > 0:
            break
    return best


def _frames(tracks: TrackList) -> Iterator[TrackList]:
    """A list, and then without one or more of title, note and total."""
    stated = [name for name in ("seconds", "note", "title") if getattr(tracks, name) is not None]
    for count in range(len(stated) + 1):
        for dropped in combinations(stated, count):
            yield attrs.evolve(tracks, **dict.fromkeys(dropped))


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
    options = settle([list(_options(track, names, form)) for track in frame.tracks], reads)
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


def _options(track: Track, names: Names, form: _Form) -> Iterator[Option[Track]]:
    """Ways to write a track, best first: whole, without what the credit sentence gives, then with less."""
    bare = _uninherited(track, names)
    for each in (bare, track) if bare != track else (track,):
        for raw in form.raws(each):
            yield Option(raw, (track,))
    filled = [name for name in _OPTIONAL if getattr(track, name) not in (None, (), {})]
    drops = [drop for count in range(1, _MOST_DROPPED + 1) for drop in combinations(filled, count)]
    for dropped in [*drops, tuple(filled)]:
        changes: dict[str, Any] = {name: None if name in {"note", "seconds"} else () for name in dropped}
        if "extra" in changes:
            changes["extra"] = {}
        reduced = attrs.evolve(track, **changes)
        for raw in form.raws(reduced):
            yield Option(raw, (inherit(reduced, names),), whole=False)


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

    def names(self, texts: Sequence[str]) -> Iterator[str]:
        """Source of some names."""
        return iter(self.writer.items([(text, None) for text in texts], ", "))


class _Lines(_Form):
    """Numbered lines: `1. "Title" (Writers) – Performer – 3:45`."""

    _LABELS: ClassVar = {"writers": "written by", "lyricists": "words:", "composers": "music:", "producers": "produced by"}

    def raws(self, track: Track) -> Iterator[str]:
        source = self.writer.source
        note = f" ({source(track.note)})" if track.note is not None else ""
        time = f" – {time_text(track.seconds)}" if track.seconds is not None else ""
        for title in self._titles(track.title):
            for artists in self._artists(track):
                for people in self._people(track):
                    yield (track.number, f"{title}{note}{people}{artists}{time}")  # type: ignore[misc]

    def _titles(self, title: str) -> Iterator[str]:
        shown = self.writer.source(title)
        yield f'"{shown}"'
        if " / " in title:
            yield " / ".join(f'"{part}"' for part in shown.split(" / "))
        if '"' in title:
            yield f"“{shown}”"
            yield shown

    def _artists(self, track: Track) -> Iterator[str]:
        if not track.artists:
            yield ""
            return
        names = next(self.names(track.artists))
        yield f" – {names}"
        yield f" (featuring {names})"

    def _people(self, track: Track) -> Iterator[str]:
        """The parentheses that name people; writers need no label where they are read without one."""
        producers = f" ({self._labelled(track, 'producers')})" if track.producers else ""
        words = [self._labelled(track, field) for field in ("lyricists", "composers") if getattr(track, field)]
        if track.writers:
            for names in self.names(track.writers):
                yield " (" + "; ".join((names, *words)) + f"){producers}"
            words = [self._labelled(track, "writers"), *words]
        yield (f" ({'; '.join(words)})" if words else "") + producers

    def _labelled(self, track: Track, field: str) -> str:
        return f"{self._LABELS[field]} {next(self.names(getattr(track, field)))}"

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        lines: list[Node] = [self.writer.numbered(number, raw) for number, raw in raws]
        return lines if total is None else [*lines, self.writer.paragraph(f"Total length: {total}")]


class _Template(_Form):
    """The track listing template of wikitext; one further column at most."""

    def __init__(self, writer: Writer, column: str | None) -> None:
        super().__init__(writer)
        self._column = column

    def raws(self, track: Track) -> Iterator[list[tuple[str, str]]]:
        source, column = self.writer.source, self._column
        extras = {"Artist": track.artists, "Producer": track.producers}
        if any(names and header != column for header, names in extras.items()) or set(track.extra) - {column}:
            return
        for style in range(2):
            pairs = [("title", source(track.title))]
            for field, name in _PARAMETERS.items():
                names = list(self.names(getattr(track, field)))
                pairs += [(name, names[min(style * 2, len(names) - 1)])] if getattr(track, field) else []
            if column is not None and extras.get(column):
                names = list(self.names(extras[column]))
                pairs.append(("extra", names[min(style * 2, len(names) - 1)]))
            elif column in track.extra:
                pairs.append(("extra", source(track.extra[column])))
            pairs += [("note", source(track.note))] if track.note is not None else []
            pairs += [("length", time_text(track.seconds))] if track.seconds is not None else []
            yield [(f"{name}{track.number}", value) for name, value in pairs]

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
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
        source = self.writer.source
        note = f" ({source(track.note)})" if track.note is not None else ""
        names = [next(self.names(getattr(track, field)), "") for field in self._fields]
        extra = [source(track.extra.get(header, "")) for header in self._extra]
        time = time_text(track.seconds) if track.seconds is not None else ""
        yield [str(track.number), f'"{source(track.title)}"{note}', *names, *extra, time]

    def blocks(self, raws: list[Any], total: str | None) -> list[Node]:
        names = [_HEADERS[field] for field in self._fields]
        headers = ["No.", "Title", *names, *map(self.writer.source, self._extra), "Length"]
        table: list[Node] = [self.writer.table(headers, raws)]
        return table if total is None else [*table, self.writer.paragraph(f"Total length: {total}")]


def _forms(tracks: TrackList, writer: Writer) -> Iterator[_Form]:
    """The forms that suit a list, best first."""
    columns = dict.fromkeys(header for track in tracks.tracks for header in track.extra)
    if writer.dialect == "wikitext":
        artists = any(track.artists for track in tracks.tracks)
        producers = any(track.producers for track in tracks.tracks)
        stated = [*columns, *(["Artist"] if artists else []), *(["Producer"] if producers else [])]
        numbers = [track.number or 0 for track in tracks.tracks]
        if len(stated) < 2 and numbers == sorted(set(numbers)):
            yield _Template(writer, stated[0] if stated else None)
    if not columns:
        yield _Lines(writer)
    yield _Table(writer, tracks.tracks)
    if columns:
        yield _Lines(writer)
