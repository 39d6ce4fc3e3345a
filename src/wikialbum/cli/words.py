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
    Recording,
    Role,
)
from wikialbum.wording import numbers_text, time_text


def clock(seconds: int | None) -> str:
    """A playing time as on a sleeve.

    Examples:
        >>> clock(225), clock(4866), clock(None)
        ('3:45', '1:21:06', '')
    """
    return "" if seconds is None else time_text(seconds)


def thousands(number: int | None) -> str:
    """A number with commas between its thousands; nothing for None."""
    return "" if number is None else f"{number:,}"


def noted(value: object, note: str | None) -> str:
    """A value with the parenthesis that was read after it.

    Examples:
        >>> noted("Duck", "US"), noted("Duck", None), noted(None, "US")
        ('Duck (US)', 'Duck', 'US')
    """
    shown = "" if value is None else str(value)
    if note is None:
        return shown
    return f"{shown} ({note})" if shown else note


def quoted(titles: Iterable[str]) -> str:
    """Titles in quotes, joined by `and`."""
    return " and ".join(f'"{title}"' for title in titles)


def kind(album: Album) -> str:
    """The type of an album; the article's own words where the type is no known one."""
    if album.type in {None, AlbumType.OTHER}:
        return album.type_text or ""
    return str(album.type).replace("_", " ")


def recording_dates(recording: Recording) -> str:
    """The date or the range of dates of recordings."""
    dates = " – ".join(str(date) for date in (recording.start, recording.end) if date)
    return noted(dates, recording.note)


def neighbours(chronology: Chronology, album_artist: str | None) -> str:
    """The albums before and after one, with the artist where that is not the album's."""
    places = ", ".join(_places(chronology))
    return places if chronology.artist in {None, album_artist} else f"{chronology.artist}: {places}"


def _places(chronology: Chronology) -> Iterator[str]:
    for word, other in (("after", chronology.previous), ("before", chronology.next)):
        if isinstance(other, AlbumRef):
            yield f"{word} {noted(other.title, str(other.year) if other.year else None)}"


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
        >>> doings(Credit(("Bo",), (Role("harp", (1, 2, 3)), Role("vocals")), songs=("One",), text='Bo – … on "One"'))
        'harp (tracks 1–3), vocals on "One"'
    """
    roles = ", ".join(filter(None, map(_role, credit.roles)))
    own_songs = [song for song in credit.songs if song in credit.text]
    return f"{roles} on {quoted(own_songs)}".strip() if own_songs else roles


def _role(role: Role) -> str:
    scope = f"track{'s' if len(role.tracks) > 1 else ''} {numbers_text(role.tracks)}" if role.tracks else None
    return noted(noted(role.name, role.note), scope)
