"""Writes the header of an article: its title, and the infobox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from wikialbum.album import Album, AlbumRef, Chronology, Single
from wikialbum.render.trial import Option, Trial, settle
from wikialbum.render.values import date_text, list_items, type_text
from wikialbum.render.writers import Writer, escape
from wikialbum.syntax.nodes import Node
from wikialbum.vocabulary import ENGLISH
from wikialbum.vocabulary.model import fold

_LISTS: Final = frozenset(
    ["releases", "recorded", "studios", "venues", "genres", "languages", "labels", "producers", "lengths"]
)
_CHRONOLOGY: Final = ("chronology", "previous_title", "previous_year", "next_title", "next_year")
_HOLDER: Final = "misc"

#: No artist's name is longer; a longer text would be read again beside each field.
LONGEST_NAME: Final = 500


@attrs.define
class Header:
    """An infobox in the making.

    Attributes:
        album: The album.
        writer: The dialect.
        name: The source of the name line, or None.
        fields: Source of the fields so far, by key.
        artist: Those of them that name the artist, beside whom all others are read.
        written: The album's fields that the infobox states so far.
    """

    album: Album
    writer: Writer
    name: str | None = None
    fields: dict[str, str] = attrs.Factory(dict)
    artist: dict[str, str] = attrs.Factory(dict)
    written: set[str] = attrs.Factory(set)

    def blocks(self) -> list[Node]:
        """The infobox; nothing where it would be empty."""
        if self.name is None and not self.fields:
            return []
        return [self.writer.infobox(self.name, list(self.fields.items()))]

    def read_with(self, fields: Mapping[str, str]) -> Album:
        """What an infobox with the artist and some further fields is read as."""
        return Trial(self.writer).read([self.writer.infobox(None, list((self.artist | dict(fields)).items()))])

    def add(self, key: str, raw: str) -> None:
        """Add a field."""
        self.fields[key] = raw
        if _field_of(key) == "artist" and len(raw) <= LONGEST_NAME:
            self.artist[key] = raw


def write_header(album: Album, writer: Writer) -> Header:
    """The infobox of an album: its fields in their order, then what they do not state, in canonical order."""
    header = Header(album, writer)
    keys = {key: field for key in album.infobox if (field := _field_of(key))}
    stated = set(keys.values())
    added = [(key, field) for field, key in writer.keys.items() if field not in stated]
    _write_name(header, keys)
    order = [*((key, _field_of(key)) for key in album.infobox), *added]
    for key, field in sorted(order, key=lambda each: each[1] != "artist"):
        if field not in _CHRONOLOGY:
            _write_field(header, key, field)
    _write_chronology(header, [(key, field) for key, field in order if field in _CHRONOLOGY])
    if writer.dialect == "wikitext":
        _write_holder(header)
    header.fields = {key: header.fields[key] for key, _ in [*order, (_HOLDER, "")] if key in header.fields}
    return header


def _field_of(key: str) -> str:
    """The album's field that an infobox key states; empty for one that states none."""
    return ENGLISH.keys.get(fold(key), "")


def _write_name(header: Header, keys: Mapping[str, str]) -> None:
    """Write the name line, unless a field of the infobox states the title."""
    title, writer = header.album.title, header.writer
    if title is None or "title" in keys.values():
        return
    raw = writer.source(title)
    if Trial(writer).read([writer.infobox(raw, [])]).title == title:
        header.name = raw
        header.written.add("title")


def _write_field(header: Header, key: str, field: str) -> None:
    """Write a field as the infobox has it, else as the album's value asks for; leave out what is read as neither."""
    album = header.album
    text = album.infobox.get(key)
    if field in header.written or not field:
        field = ""
    elif text is None and not _has_value(album, field):
        return
    fallback = None
    for raw in _candidates(album, field, text, header.writer):
        read = header.read_with({key: raw})
        if key not in read.infobox or read.ratings or (field and not _states(read, album, field)):
            continue  # the old field Reviews would give its ratings a second time
        is_worded = field != "type" or album.type_text in {None, read.type_text}
        if is_worded and (text is None or read.infobox[key] == text):
            fallback = raw
            break
        fallback = raw if fallback is None else fallback
    if fallback is None and field in _LISTS:
        fallback = _write_some(header, key, field)
    if fallback is not None and (field or fallback == header.writer.source(text or "")):
        header.add(key, fallback)
        header.written.add(field)


def _has_value(album: Album, field: str) -> bool:
    return bool(getattr(album, field, None)) or (field == "type" and album.type_text is not None)


def _states(read: Album, album: Album, field: str) -> bool:
    """Whether both albums have the same value in a field."""
    return bool(getattr(read, field) == getattr(album, field))


def _candidates(album: Album, field: str, text: str | None, writer: Writer) -> Iterator[str]:
    """Ways to write a field, best first: the text as it was, then the value."""
    if text is not None:
        yield writer.source(text)
    if field == "type":
        yield from (writer.source(words) for words in (album.type_text, type_text(album)) if words is not None)
    elif field in _LISTS:
        items = list_items(album, field)
        for joint in writer.joints:
            yield from writer.items(items, joint)
    elif field:
        yield writer.source(getattr(album, field) or "")


def _write_some(header: Header, key: str, field: str) -> str | None:
    """The items of a list that can be carried, where not all of them can; None for none."""
    album, writer = header.album, header.writer

    def raw_of(options: Sequence[Option[Any]]) -> Iterable[str]:
        changes: dict[str, Any] = {field: tuple(record for option in options for record in option.records)}
        return _candidates(attrs.evolve(album, **changes), field, None, writer)

    def reads(options: Sequence[Option[Any]]) -> bool:
        return _first_read(options) is not None

    def _first_read(options: Sequence[Option[Any]]) -> str | None:
        records = tuple(record for option in options for record in option.records)
        return next((raw for raw in raw_of(options) if getattr(header.read_with({key: raw}), field) == records), None)

    values = getattr(album, field)
    options = [[Option(None, (each,), each == value) for each in _reductions(value)] for value in values]
    settled = settle(options, reads)
    return _first_read(settled) if settled else None


def _reductions(value: Any) -> Iterator[Any]:  # noqa: ANN401 - a record or a string
    """A value, and then without its note."""
    yield value
    if getattr(value, "note", None) is not None:
        yield attrs.evolve(value, note=None)


# ---- chronology and what stands inside the infobox ----


def _write_chronology(header: Header, keys: list[tuple[str, str]]) -> None:
    """Write the fields of the first chronology together, since they are read together."""
    album, writer = header.album, header.writer
    wanted = album.chronology[:1]
    for chronology in _reduced_chronologies(wanted[0] if wanted else None):
        for as_written in (True, False):
            fields = dict(_chronology_fields(album, chronology, keys, writer, as_written=as_written))
            if header.read_with(fields).chronology == (() if chronology is None else (chronology,)):
                header.fields |= fields
                return


def _reduced_chronologies(chronology: Chronology | None) -> Iterator[Chronology | None]:
    if chronology is not None:
        yield chronology
        for side in ("previous", "next"):
            changes: dict[str, Any] = {side: None}
            yield attrs.evolve(chronology, **changes)
        yield attrs.evolve(chronology, previous=_undated(chronology.previous), next=_undated(chronology.next))
    yield None


def _undated(reference: AlbumRef | None) -> AlbumRef | None:
    return None if reference is None else AlbumRef(reference.title)


def _chronology_fields(
    album: Album, chronology: Chronology | None, keys: list[tuple[str, str]], writer: Writer, *, as_written: bool
) -> Iterator[tuple[str, str]]:
    values = _chronology_values(chronology)
    for key, field in keys:
        text = album.infobox.get(key) if as_written else None
        if text is None and field == "chronology" and chronology is not None and chronology.artist == album.artist:
            text = "" if key in album.infobox else None
        else:
            text = values[field] if text is None else text
        if text is not None:
            yield key, writer.source(text)


def _chronology_values(chronology: Chronology | None) -> dict[str, str | None]:
    if chronology is None:
        return dict.fromkeys(_CHRONOLOGY)
    sides = []
    for reference in (chronology.previous, chronology.next):
        year = reference.year if reference is not None else None
        sides += [reference.title if reference is not None else None, str(year) if year is not None else None]
    return dict(zip(_CHRONOLOGY, (chronology.artist, *sides), strict=True))


def _write_holder(header: Header) -> None:
    """Write further chronologies and the singles as templates inside the infobox."""
    album = header.album
    templates = []
    for chronology in album.chronology[1:]:
        raw = _template("Extra chronology", _extra_chronology(chronology))
        if header.read_with({_HOLDER: raw}).chronology == (chronology,):
            templates.append(raw)
    if album.singles:
        options = [[Option(None, (each,)) for each in _reduced_singles(single)] for single in album.singles]
        settled = settle(options, lambda chosen: _reads_singles(header, chosen))
        if settled:
            templates.append(_singles([option.records[0] for option in settled]))
    if templates:
        header.fields[_HOLDER] = "\n".join(templates)


def _reads_singles(header: Header, options: Sequence[Option[Single]]) -> bool:
    singles = tuple(option.records[0] for option in options)
    return header.read_with({_HOLDER: _singles(singles)}).singles == singles


def _reduced_singles(single: Single) -> Iterator[Single]:
    yield single
    yield Single(single.title)


def _singles(singles: Sequence[Single]) -> str:
    pairs = []
    for number, single in enumerate(singles, start=1):
        pairs.append((f"single{number}", escape(single.title)))
        if single.date is not None:
            pairs.append((f"single{number}date", date_text(single.date)))
    return _template("Singles", pairs)


def _extra_chronology(chronology: Chronology) -> list[tuple[str, str]]:
    names = ("artist", "prev_title", "prev_year", "next_title", "next_year")
    values = zip(names, _chronology_values(chronology).values(), strict=True)
    return [(name, escape(value)) for name, value in values if value is not None]


def _template(name: str, parameters: Iterable[tuple[str, str]]) -> str:
    """A template inside a parameter."""
    lines = "".join(f" | {key} = {value}\n" for key, value in parameters)
    return f"{{{{{name}\n{lines} }}}}"
