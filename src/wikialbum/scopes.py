"""Which credits apply to a track."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from wikialbum.album import Album, Credit, Role, Track

_UNCOMPARED: Final = re.compile(r"[\"'“”‘’()\[\]]+")


def fold_title(title: str) -> str:
    """A title as titles are compared: without regard to case, quotes, parentheses and doubled blanks.

    Examples:
        >>> fold_title('"Grace (Reprise)"')
        'grace reprise'
    """
    return " ".join(_UNCOMPARED.sub("", title).casefold().split())


def credits_for(album: Album, track: int | str | Track) -> Iterator[Credit]:
    """The credits of an album that apply to one track; see `Album.credits_for`."""
    numbers, titles = _identify(album, track)
    for credit in album.credits:
        names_song = any(fold_title(song) in titles for song in credit.songs)
        in_general = names_song or not credit.songs
        if not credit.roles:
            if in_general:
                yield credit
            continue
        roles = tuple(role for role in credit.roles if _applies(role, numbers, in_general=in_general))
        if roles:
            yield credit if roles == credit.roles else attrs.evolve(credit, roles=roles)


def _applies(role: Role, numbers: set[int], *, in_general: bool) -> bool:
    return not numbers.isdisjoint(role.tracks) if role.tracks else in_general


def _identify(album: Album, track: int | str | Track) -> tuple[set[int], set[str]]:
    """The places in the album, and the folded titles, that a number, a title or a track stands for."""
    if isinstance(track, int):
        found = [(number, each) for number, each in album.numbered_tracks() if number == track]
        return {track}, {fold_title(each.title) for _, each in found}
    if isinstance(track, Track):
        same = [number for number, each in album.numbered_tracks() if each is track]
        same = same or [number for number, each in album.numbered_tracks() if each == track]
        return set(same), {fold_title(track.title)}
    title = fold_title(track)
    return {number for number, each in album.numbered_tracks() if fold_title(each.title) == title}, {title}
