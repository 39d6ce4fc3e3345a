"""What two albums say differently: facts added, removed and changed, each by its path in Album JSON."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

import attrs

from wikialbum.album import Album

__all__ = ["Change", "ChangeKind", "diff"]


class ChangeKind(StrEnum):
    """What happened to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@attrs.frozen
class Change:
    """A fact that two albums state differently.

    Attributes:
        path: Where the fact stands in Album JSON, such as `track_lists[0].tracks[2].seconds`. Places in lists are
            0-based, and counted in the new album; those of a removed fact in the old one.
        old: The JSON value in the old album; None for an added fact.
        new: The JSON value in the new album; None for a removed fact.

    Examples:
        >>> str(Change("artist", "Ann Lee", "Ann Lee Trio"))
        "artist: 'Ann Lee' → 'Ann Lee Trio'"
    """

    path: str
    old: Any = None
    new: Any = None

    @property
    def kind(self) -> ChangeKind:
        """Whether the fact was added, removed or changed; null and what is empty are no facts."""
        if _is_absent(self.old):
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if _is_absent(self.new) else ChangeKind.CHANGED

    def __str__(self) -> str:
        shown = [repr(value) for value in (self.old, self.new) if not _is_absent(value)]
        return f"{self.path}: {_SIGNS[self.kind]}{' → '.join(shown)}"


_SIGNS: Final = {ChangeKind.ADDED: "+ ", ChangeKind.REMOVED: "- ", ChangeKind.CHANGED: ""}

#: The fields by which a record is known again when other fields of it have changed, tried in this order.
_IDENTITIES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "certifications": (("region", "organization"),),
    "charts": (("chart", "year", "song", "period"), ("chart", "song")),
    "chronology": (("artist",),),
    "credits": (("names", "section"), ("names",), ("text",)),
    "labels": (("name",),),
    "lengths": (("note",),),
    "producers": (("name",),),
    "ratings": (("source",),),
    "recorded": (("start",),),
    "release_history": (("region", "format", "catalog"), ("region", "date")),
    "releases": (("date",), ("note",)),
    "roles": (("name",),),
    "singles": (("title",),),
    "track_lists": (("title",),),
    "tracks": (("title",), ("number",)),
}


def diff(old: Album, new: Album) -> tuple[Change, ...]:
    r"""The facts that two albums state differently; diagnostics, spans and prose are no facts.

    Records are known again by what names them (a track by its title, a chart entry by chart and year, and so on), so
    that a track put in at the front is one added fact. Facts that only stand in another order are one change of their
    list.

    Args:
        old: The album to compare with.
        new: The album that may say something else.

    Returns:
        The changes in the order of Album JSON; empty where both state the same.

    Examples:
        >>> from wikialbum import parse_text
        >>> old = parse_text("==Personnel==\n- Ann Lee – harp\n- Bo Day – drums\n")
        >>> new = parse_text("==Personnel==\n- Ann Lee – harp, oud\n- Bo Day – drums\n")
        >>> for change in diff(old, new):
        ...     print(change)
        credits[0].roles[1]: + {'name': 'oud', 'tracks': [], 'note': None}
        credits[0].text: 'Ann Lee – harp' → 'Ann Lee – harp, oud'
    """
    sides = [{name: value for name, value in album.to_dict().items() if name != "diagnostics"} for album in (old, new)]
    return tuple(_compare("", "", *sides))


def _is_absent(value: object) -> bool:
    return value is None or value in ("", [], {})


def _compare(path: str, name: str, old: Any, new: Any) -> Iterator[Change]:  # noqa: ANN401 - any JSON value
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _compare(_joined(path, key, name), key, old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _compare_lists(path, name, old, new)
    else:
        yield Change(path, old, new)


def _joined(path: str, key: str, name: str) -> str:
    """The path of a member; the keys of an article's own choice stand in brackets."""
    if name in {"infobox", "extra"}:
        return f'{path}["{key}"]'
    return f"{path}.{key}" if path else key


def _compare_lists(path: str, name: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    pairs = _pairs(name, old, new)
    known_old, known_new = {place for place, _ in pairs}, {place for _, place in pairs}
    for place, value in enumerate(old):
        if place not in known_old:
            yield Change(f"{path}[{place}]", value, None)
    partners = {after: before for before, after in pairs}
    for place, value in enumerate(new):
        if place in known_new:
            yield from _compare(f"{path}[{place}]", "", old[partners[place]], value)
        else:
            yield Change(f"{path}[{place}]", None, value)
    places = [before for _, before in sorted(partners.items())]
    if any(before > after for before, after in pairwise(places)):
        yield Change(path, [old[place] for place in sorted(places)], [old[place] for place in places])


def _pairs(name: str, old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """The places of values that are the same fact, if changed: equal ones first, then those that are known again."""
    pairs: list[tuple[int, int]] = []
    left, right = list(range(len(old))), list(range(len(new)))
    is_records = all(isinstance(value, dict) for value in (*old, *new))  # the tracks of a role are numbers
    for identity in (_whole, *(_by(fields) for fields in _IDENTITIES.get(name, ()) if is_records)):
        found = _matched(identity, old, new, left, right)
        pairs += found
        taken_left, taken_right = {place for place, _ in found}, {place for _, place in found}
        left = [place for place in left if place not in taken_left]
        right = [place for place in right if place not in taken_right]
    if len(left) == len(right) and is_records:
        pairs += zip(left, right, strict=True)
    return pairs


def _matched(
    identity: Callable[[Any], Hashable], old: list[Any], new: list[Any], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Places on both sides whose values have the same identity, the first with the first."""
    free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place in right:
        free[identity(new[place])].append(place)
    return [(place, free[key].popleft()) for place in left if free.get(key := identity(old[place]))]


def _whole(value: object) -> Hashable:
    return repr(value)


def _by(fields: tuple[str, ...]) -> Callable[[Any], Hashable]:
    return lambda value: repr([value[field] for field in fields])
