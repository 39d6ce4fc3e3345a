"""How values of an album are put in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wikialbum.album import (
    Album,
    AlbumRef,
    AlbumType,
    Certification,
    ChartEntry,
    ChartPeriod,
    Chronology,
    Credit,
)
from wikialbum.wording import reference_text, role_text


def quoted(titles: Iterable[str]) -> str:
    """Titles in quotes, joined by `and`."""
    return " and ".join(f'"{title}"' for title in titles)


def kind(album: Album) -> str:
    """The type of an album; the article's own words where the type is no known one."""
    if album.type in {None, AlbumType.OTHER}:
        return album.type_text or ""
    return str(album.type).replace("_", " ")


def neighbours(chronology: Chronology, album_artist: str | None) -> str:
    """The albums before and after one, with the artist where that is not the album's."""
    places = ", ".join(_places(chronology))
    return places if chronology.artist in {None, album_artist} else f"{chronology.artist}: {places}"


def _places(chronology: Chronology) -> Iterator[str]:
    for word, other in (("after", chronology.previous), ("before", chronology.next)):
        if isinstance(other, AlbumRef):
            yield f"{word} {reference_text(other)}"


def award(certification: Certification) -> str:
    """An award with its multiple."""
    name = certification.award or ""
    return f"{certification.multiple}× {name}" if name and certification.multiple > 1 else name


def period(entry: ChartEntry) -> str:
    """The span of time of a chart that is not weekly, as most are."""
    return "" if entry.period is ChartPeriod.WEEKLY else entry.period.value.replace("_", "-")


def group_songs(credit: Credit) -> tuple[str, ...]:
    """The songs of the line above a credit, not those that its own line names."""
    return tuple(song for song in credit.songs if song not in credit.text)


def doings(credit: Credit) -> str:
    """What somebody did, with the tracks and songs that it is for.

    Examples:
        >>> from wikialbum.album import Role
        >>> doings(Credit(("Bo",), (Role("harp", (1, 2, 3)), Role("vocals")), songs=("One",), text='Bo – … on "One"'))
        'harp (tracks 1–3), vocals on "One"'
    """
    roles = ", ".join(filter(None, map(role_text, credit.roles)))
    own_songs = [song for song in credit.songs if song in credit.text]
    return f"{roles} on {quoted(own_songs)}".strip() if own_songs else roles
