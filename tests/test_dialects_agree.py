"""The album of a plain text says what that of the same article's wikitext says, but for what the flattening lost.

The losses are these: a second script stands behind the title; the target of a link stands beside its text, and items
of a list are parted by commas alone; templates are gone, with the times, notes and names of lists that they made, and
with what they show of charts and awards. So names and lists are compared word by word, and records by the parts that
tables of both dialects have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import wikialbum
from wikialbum import Album

ARTICLES = Path(__file__).parent / "articles"
CASES = [
    folder.name
    for folder in sorted(ARTICLES.iterdir())
    if (folder / "plain.txt").exists() and (folder / "article.wiki").exists()
]


@cache
def album(case: str, name: str) -> Album:
    return wikialbum.parse_text((ARTICLES / case / name).read_bytes().decode())


def words(*texts: str | None) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"[^\W_]+", (text or "").casefold()))


def _header(album: Album) -> Iterator[object]:
    yield album.type
    yield album.artist
    yield from ((release.date, release.note) for release in album.releases)
    yield from ((recording.start, recording.end) for recording in album.recorded)
    yield from (length.seconds for length in album.lengths)


def _chronology(album: Album) -> Iterator[object]:
    for entry in album.chronology:
        yield from (side for side in (entry.previous, entry.next) if side is not None)


def _tracks(album: Album) -> Iterator[object]:
    for place, tracks in enumerate(album.track_lists):
        yield from ((place, track.number, track.title, track.seconds) for track in tracks.tracks)


def _guests(album: Album) -> Iterator[object]:
    for track in album.tracks:
        yield from ((track.number, track.title, words(name)) for name in track.artists)


def _credits(album: Album) -> Iterator[object]:
    for credit in album.credits:
        roles = tuple((role.name, role.tracks, role.note) for role in credit.roles)
        yield words(*credit.names), roles, credit.section, credit.songs


def _charts(album: Album) -> Iterator[object]:
    yield from ((entry.chart, entry.peak, entry.period, entry.song) for entry in album.charts)


def _certifications(album: Album) -> Iterator[object]:
    yield from ((each.region, each.organization, each.award, each.multiple) for each in album.certifications)


def _sources(album: Album) -> Iterator[object]:
    yield from (words(rating.source) for rating in album.ratings)


PARTS: dict[str, Callable[[Album], Iterator[object]]] = {
    "header": _header,
    "chronology": _chronology,
    "tracks": _tracks,
    "guests": _guests,
    "credits": _credits,
    "charts": _charts,
    "certifications": _certifications,
    "ratings": _sources,
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("case", CASES)
def test_what_the_plain_text_says_the_wikitext_says(case: str, part: str) -> None:
    plain = Counter(PARTS[part](album(case, "plain.txt")))
    wikitext = Counter(PARTS[part](album(case, "article.wiki")))
    assert list((plain - wikitext).elements()) == []


@pytest.mark.parametrize("case", CASES)
def test_the_plain_title_begins_with_that_of_the_wikitext(case: str) -> None:
    plain, wikitext = album(case, "plain.txt").title, album(case, "article.wiki").title
    assert plain is not None
    assert wikitext is not None
    assert words(wikitext) <= words(plain)
    assert plain.startswith(wikitext.split()[0])


def listed(album: Album) -> dict[str, tuple[str, ...]]:
    """The names in the lists of the header, by the infobox key that says them."""
    return {
        "Genre": album.genres,
        "Language": album.languages,
        "Label": tuple(label.name for label in album.labels),
        "Studio": album.studios,
        "Producer": tuple(producer.name for producer in album.producers),
    }


@pytest.mark.parametrize("case", CASES)
def test_the_lists_of_the_wikitext_stand_in_the_plain_infobox(case: str) -> None:
    plain, wikitext = album(case, "plain.txt"), album(case, "article.wiki")
    fields, read = plain.infobox, listed(plain)
    missed = {
        key: names
        for key, names in listed(wikitext).items()
        if fields.get(key) and not words(*names) <= words(fields[key], *read[key])
    }
    assert missed == {}


@pytest.mark.parametrize("part", PARTS)
def test_some_article_has_each_part(part: str) -> None:
    assert any(any(value is not None for value in PARTS[part](album(case, "plain.txt"))) for case in CASES)
