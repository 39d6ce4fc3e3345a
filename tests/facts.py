"""What an album says, as single facts that can be compared: one tuple for each, its field first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]
Fact: TypeAlias = tuple[object, ...]

_FOLDS = str.maketrans({**dict.fromkeys("–—−", "-"), **dict.fromkeys("’‘", "'"), **dict.fromkeys("“”", '"')})

#: Fields with one value, with a list of texts, and with a list of records and the keys of each.
_SINGLE = ("title", "article_title", "type", "artist")
_TEXTS = ("studios", "venues", "genres", "languages", "categories")
_RECORDS = {
    "releases": ("date", "note"),
    "recorded": ("start", "end", "note"),
    "labels": ("name", "note"),
    "producers": ("name", "note"),
    "lengths": ("seconds", "note"),
    "singles": ("title", "date"),
    "charts": ("chart", "year", "peak", "period", "song"),
    "certifications": ("region", "organization", "award", "multiple", "units"),
    "ratings": ("source", "score", "value", "out_of"),
    "release_history": ("region", "date", "label", "format", "catalog"),
}
_TRACK_NAMES = ("writers", "lyricists", "composers", "artists", "producers")


def facts_of(album: Json) -> Counter[Fact]:
    """The facts of an album given as Album JSON, each as often as it is said.

    Texts are folded: kinds of dashes, quotes and blanks do not tell facts apart. What only repeats the article's wording
    (`infobox`, the `text` of a credit) and what is about the reading (`diagnostics`) is no fact.
    """
    found = (fact for reader in READERS for fact in reader(album))
    return Counter(fact for fact in found if any(part not in {None, "", ()} for part in fact[1:]))


def fold(value: object) -> object:
    """A value as it is compared: a folded text, a tuple for a list, an integer for a whole number."""
    if isinstance(value, str):
        return " ".join(value.translate(_FOLDS).split())
    if isinstance(value, list):
        return tuple(map(fold, value))
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _single(album: Json) -> Iterator[Fact]:
    for field in _SINGLE:
        yield field, fold(album[field])


def _texts(album: Json) -> Iterator[Fact]:
    for field in _TEXTS:
        for text in album[field]:
            yield field, fold(text)


def _records(album: Json) -> Iterator[Fact]:
    for field, keys in _RECORDS.items():
        for record in album[field]:
            yield field, *(fold(record[key]) for key in keys)


def _chronology(album: Json) -> Iterator[Fact]:
    for entry in album["chronology"]:
        for side in ("previous", "next"):
            if entry[side]:
                yield "chronology", side, fold(entry[side]["title"]), entry[side]["year"]


def _track_lists(album: Json) -> Iterator[Fact]:
    for place, tracks in enumerate(album["track_lists"], start=1):
        own = fold(tracks["title"]), fold(tracks["note"]), tracks["seconds"]
        if any(own):
            yield "track_lists", place, *own
        for track in tracks["tracks"]:
            yield from _track(track, (place, track["number"], fold(track["title"])))


def _track(track: Json, where: Fact) -> Iterator[Fact]:
    yield "tracks", *where
    for key in ("seconds", "note"):
        if track[key] is not None:
            yield f"tracks.{key}", *where, fold(track[key])
    for key in _TRACK_NAMES:
        for name in track[key]:
            yield f"tracks.{key}", *where, fold(name)
    for column, text in track["extra"].items():
        yield "tracks.extra", *where, fold(column), fold(text)


def _credits(album: Json) -> Iterator[Fact]:
    for credit in album["credits"]:
        names, section, songs = (fold(credit[key]) for key in ("names", "section", "songs"))
        for name in credit["names"] or [""]:
            yield "credits.names", fold(name), section, songs
        for role in credit["roles"]:
            yield "credits.roles", names, fold(role["name"]), fold(role["tracks"]), fold(role["note"]), section, songs


READERS: tuple[Callable[[Json], Iterator[Fact]], ...] = (
    _single,
    _texts,
    _records,
    _chronology,
    _track_lists,
    _credits,
)

#: The fields that facts are of.
FIELDS = (
    *_SINGLE,
    *_TEXTS,
    *_RECORDS,
    "chronology",
    "track_lists",
    "tracks",
    *(f"tracks.{key}" for key in ("seconds", "note", *_TRACK_NAMES, "extra")),
    "credits.names",
    "credits.roles",
)
