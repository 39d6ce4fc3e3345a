"""One song of an album: which track is meant, and who plays on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, NamedTuple

from rich.console import Group, RenderableType

from wikialbum.album import Album, Track
from wikialbum.cli.album_view import credits_view, grid, line, section_rule, track_columns
from wikialbum.cli.screen import visible
from wikialbum.scopes import fold_title

_NUMBER: Final = re.compile("[0-9]{1,6}")


class Song(NamedTuple):
    """A song that somebody asked for.

    Attributes:
        wanted: What credits are asked for: a number or a title.
        number: Its place in the album, 1-based; None for a song that only the credits name.
        track: The track; one that has only a title, or nothing, where the album does not list it.
    """

    wanted: int | str
    number: int | None
    track: Track


def find_song(album: Album, wanted: str) -> Song | None:
    """The song of a number or a title; None where neither the tracks nor the credits know it.

    A number that is no track's is taken for a title.
    """
    if _NUMBER.fullmatch(wanted):
        number = int(wanted)
        for place, track in album.numbered_tracks():
            if place == number:
                return Song(number, number, track)
        if any(number in role.tracks for credit in album.credits for role in credit.roles):
            return Song(number, number, Track())
    title = fold_title(wanted)
    same = (Song(wanted, place, track) for place, track in _titles(album) if fold_title(track.title) == title)
    return next(same, None)


def similar_titles(album: Album, wanted: str) -> str:
    """A question after the title that may have been meant, or nothing."""
    titles = {fold_title(track.title): track.title for _, track in _titles(album)}
    similar = get_close_matches(fold_title(wanted), titles, n=1)
    return f"; did you mean {visible(titles[similar[0]])!r}?" if similar else ""


def track_view(album: Album, song: Song) -> RenderableType:
    """The song, and the credits that apply to it."""
    place = f"{song.number}. " if song.number else ""
    sleeve = " · ".join(filter(None, (album.title or album.article_title, album.artist)))
    parts: list[RenderableType] = [line(place + song.track.title, "bold"), line(sleeve, "dim")]
    columns = list(track_columns([song.track]))
    facts = grid((column.header, column.text(song.track)) for column in columns[2:])
    if facts.row_count:
        parts += ["", facts]
    credits_ = album.credits_for(song.wanted)
    parts.append(section_rule("Credits"))
    parts += credits_view(credits_) if credits_ else [line("Nobody is credited.")]
    return Group(*parts)


def _titles(album: Album) -> Iterator[tuple[int | None, Track]]:
    """The tracks with their places, then the songs that only the credits name."""
    yield from album.numbered_tracks()
    for credit in album.credits:
        for song in credit.songs:
            yield None, Track(title=song)
