"""Reads the infobox: its fields become the album's header values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from wikialbum.album import (
    AlbumRef,
    AlbumType,
    Chronology,
    Label,
    Length,
    Producer,
    Recording,
    Release,
)
from wikialbum.diagnostics import Span
from wikialbum.normalize.context import Context
from wikialbum.normalize.date_text import read_recordings, read_releases, read_year
from wikialbum.normalize.length_text import read_lengths
from wikialbum.normalize.names import Item, clean, on_one_line, split_list, split_names
from wikialbum.normalize.residue import fold_items, fold_qualified, fold_value
from wikialbum.normalize.track_line import quoted_title
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold

_PLACES: Final = lazy_pattern(r"[;\n]|[ \t]/[ \t]")


class Value(NamedTuple):
    """A field of an infobox, of either dialect.

    Attributes:
        key: The key as written.
        text: The value as it is read: display text, the text of a link being one item.
        span: Where the field stands.
        offset: How far into the field the value begins, or None where the text is not that of the source.
        field: The field of the album that the value is for, where its key does not say so: what the value of another
            key says as well.
    """

    key: str
    text: str
    span: Span | None
    offset: int | None = None
    field: str | None = None

    def locate(self, start: int, end: int) -> Span | None:
        """The span of a part of the value; of the field where the part cannot be told."""
        if self.span is None or self.offset is None:
            return self.span
        return self.span.part(self.offset + start, self.offset + end)


def read_infobox(values: Iterable[Value], context: Context) -> tuple[dict[str, Any], dict[str, str], dict[str, Span]]:
    """The album's header: its fields by name, the infobox as text by key, and the span of each field."""
    text: dict[str, str] = {}
    known: dict[str, Value] = {}
    counts: dict[str, int] = {}
    for value in values:
        shown = " ".join(unprotect(value.text).split())
        field = value.field
        if field is None:
            text[_free_key(value.key, text, counts)] = shown
            field = context.words.keys.get(fold(value.key))
        if field is None and not context.words.is_single(value.key):
            context.note("unknown-key", f"the infobox key {value.key!r} is not known", value.span)
        elif field and shown:
            if field in known:
                context.note("repeated-key", f"the infobox key {value.key!r} stands twice", value.span)
            else:
                known[field] = value
    header = _read_known(known, context)
    spans = {field: value.span for field, value in known.items() if value.span is not None}
    return header, text, spans


def _free_key(key: str, taken: Mapping[str, str], counts: dict[str, int]) -> str:
    """A key, with a number behind it where it stands in the infobox already; `counts` has each key's last number."""
    count = counts.get(key, 0)
    free = f"{key} ({count})" if count else key
    while free in taken:
        count = max(count, 1) + 1
        free = f"{key} ({count})"
    counts[key] = count
    return free


def _read_known(known: Mapping[str, Value], context: Context) -> dict[str, Any]:
    header: dict[str, Any] = {}
    if "artist" in known:
        context.place = known["artist"].span
        header["artist"] = _artist(known["artist"], context)
    context.set_artist(header.get("artist"))
    for field, reader in _READERS.items():
        if field in known:
            context.place = known[field].span
            header[field] = reader(known[field], context)
    if "type" in known:
        header |= _type(known["type"], context)
    header["chronology"] = _chronology(known, header.get("artist"), context)
    return header


def _artist(value: Value, context: Context) -> str | None:
    text = fold_qualified(fold_value(value.text, context), context)
    return clean(on_one_line(text, context), context) or None


def _title(value: Value, context: Context) -> str | None:
    """The name of the album, whole: a second line in another script is part of it."""
    return clean(" ".join(value.text.split()), context) or None


def _type(value: Value, context: Context) -> dict[str, Any]:
    text = clean(value.text, context)
    name = context.words.album_type(text)
    if name is None:
        context.note("unknown-type", f"the album type {text!r} is not known", value.span)
    return {"type": AlbumType(name) if name else AlbumType.OTHER, "type_text": text}


def _items(value: Value, split: Callable[[str, Context], list[Item]], context: Context) -> list[Item]:
    items = split(fold_value(value.text, context), context)
    return fold_items([item for item in items if not item.name.endswith(":")], context)


def _texts(value: Value, context: Context) -> tuple[str, ...]:
    return tuple(
        f"{item.name} ({item.note})" if item.note else item.name for item in _items(value, split_list, context)
    )


def _places(value: Value, context: Context) -> tuple[str, ...]:
    """Studios and venues: a comma stands inside one of them."""
    texts = (clean(text, context) for text in _PLACES.split(fold_value(value.text, context)))
    return tuple(text for text in texts if text)


def _labels(value: Value, context: Context) -> tuple[Label, ...]:
    items = _items(value, split_list, context)
    return tuple(Label(item.name, item.note, span=value.locate(item.start, item.end)) for item in items)


def _producers(value: Value, context: Context) -> tuple[Producer, ...]:
    items = _items(value, split_names, context)
    return tuple(Producer(item.name, item.note, span=value.locate(item.start, item.end)) for item in items)


def _releases(value: Value, context: Context) -> tuple[Release, ...]:
    releases = []
    text = unprotect(fold_value(value.text, context))  # a date may be made of several links
    for read in read_releases(text, context.words.dates):
        span = value.locate(read.start, read.end)
        if read.date is None:
            context.note("unparsed-date", f"expected a date, not {text[read.start : read.end]!r}", span)
        if read.date is not None or read.note is not None:
            releases.append(Release(read.date, read.note, span=span))
    return tuple(releases)


def _recordings(value: Value, context: Context) -> tuple[Recording, ...]:
    recordings = []
    text = unprotect(fold_value(value.text, context))  # a date may be made of several links
    for read in read_recordings(text, context.words.dates):
        span = value.locate(read.start, read.end)
        if read.start_date is None:
            context.note("unparsed-date", f"expected a date, not {text[read.start : read.end]!r}", span)
        if read.start_date is not None or read.note is not None:
            recordings.append(Recording(read.start_date, read.end_date, read.note, span=span))
    return tuple(recordings)


def _lengths(value: Value, context: Context) -> tuple[Length, ...]:
    lengths = []
    text = unprotect(fold_value(value.text, context))  # a date may be made of several links
    for read in read_lengths(text):
        span = value.locate(read.start, read.end)
        if read.seconds is None:
            what = text[read.start : read.end]
            context.note("unparsed-length", f"expected a playing time such as 41:40, not {what!r}", span)
        else:
            lengths.append(Length(read.seconds, read.note, span=span))
    return tuple(lengths)


def _chronology(known: Mapping[str, Value], artist: str | None, context: Context) -> tuple[Chronology, ...]:
    previous = _reference(known, "previous")
    following = _reference(known, "next")
    if previous is None and following is None:
        return ()
    stated = known.get("chronology")
    if stated is not None:
        artist = clean(fold_qualified(stated.text, context), context) or artist
    span = next((known[key].span for key in _CHRONOLOGY_KEYS if key in known), None)
    return (Chronology(artist, previous, following, span=span),)


_CHRONOLOGY_KEYS: Final = ("chronology", "previous_title", "next_title")


def _reference(known: Mapping[str, Value], side: str) -> AlbumRef | None:
    title = known.get(f"{side}_title")
    if title is None:
        return None
    year = known.get(f"{side}_year")
    text = quoted_title(title.text)
    return AlbumRef(text, read_year(year.text) if year is not None else None) if text else None


_READERS: Final[dict[str, Callable[[Value, Context], Any]]] = {
    "title": _title,
    "releases": _releases,
    "recorded": _recordings,
    "studios": _places,
    "venues": _places,
    "genres": _texts,
    "languages": _texts,
    "labels": _labels,
    "producers": _producers,
    "lengths": _lengths,
}
