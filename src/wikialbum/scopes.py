"""Which credits apply to a track."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from wikialbum.album import Album, Credit, Role, Track
from wikialbum.patterns import lazy_pattern

_UNCOMPARED: Final = lazy_pattern(r"[\"'`´“”„‟‘’‚‛«»‹›「」『』＂＇()\[\]（）［］]+")


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
        named = any(fold_title(song) in titles for song in credit.songs)
        roles = tuple(role for role in credit.roles if named or _applies(role, credit, numbers))
        if roles == credit.roles:
            if roles or named or not credit.songs:
                yield credit
        elif roles:
            yield attrs.evolve(credit, roles=roles)


def _applies(role: Role, credit: Credit, numbers: set[int]) -> bool:
    """Whether a role applies to tracks that its line does not name."""
    return not numbers.isdisjoint(role.tracks) if role.tracks else not credit.songs


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
