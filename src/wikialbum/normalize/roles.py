"""Reads what a credit line says that somebody did: roles, with the tracks and songs that each is for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import attrs

from wikialbum.album import Role
from wikialbum.normalize.context import Context
from wikialbum.normalize.names import clean
from wikialbum.normalize.scope_patterns import scope_patterns
from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary import Vocabulary

MOST_TRACKS: Final = 200
"""No track has a higher number; a larger one in parentheses is a year."""

_SHORT: Final = 120
_MANY_DIGITS: Final = 10
_LONGEST_ROLE: Final = 90
# Words between two track numbers, in any language: the patterns of a language let through its own alone.
_TO: Final = "bis|through|thru|till|to|until"
_RANGE: Final = lazy_pattern(rf"(\d++)(?:[ \t]*(?:[–—-]|{_TO})[ \t]*#?(\d++))?")
_COMMA_INSIDE: Final = lazy_pattern(r",([\"”])(?=\s)")  # American: `guitar on "A," drums`
_QUOTE_OR_DIGIT: Final = lazy_pattern(r"[\"“„\d]")
_SONG: Final = lazy_pattern(r"\"([^\"\n]+)\"?|“([^”\n]+)”?|„([^“”\n]+)[“”]?")


@attrs.define(eq=False, repr=False)
class _Part:
    """A role in the making."""

    name: str
    separator: str
    tracks: tuple[int, ...] = ()
    notes: list[str] = attrs.Factory(list)
    songs: list[str] = attrs.Factory(list)
    all_tracks: bool = False
    first_of_part: bool = False
    place: bool = False


@attrs.frozen(eq=False, repr=False)
class Roles:
    """What `read_roles` found: the roles, and the songs that the line names."""

    roles: tuple[Role, ...]
    songs: tuple[str, ...]


def read_roles(text: str, track_numbers: range | None, context: Context) -> Roles:
    """The roles of a text such as `vocals (tracks 1, 2), guitar on "Song"`.

    Args:
        text: The text, as `reading` gives it.
        track_numbers: The numbers of the album's one track list, for `all tracks except 5`; None where unknown.
        context: Shared state.
    """
    if len(text) <= _SHORT and not scope_patterns(context.words).marks.search(text):
        return _simple_roles(text, context.words)
    return _read(text, track_numbers, context)


@lru_cache(maxsize=4096)
def _simple_roles(text: str, words: Vocabulary) -> Roles:
    """The roles of a text without scopes; the same few instruments stand in most articles."""
    return _read(text, None, Context(words))


def _read(text: str, track_numbers: range | None, context: Context) -> Roles:
    if ',"' in text or ",”" in text:
        text = _COMMA_INSIDE.sub(r"\1,", text)
    parts = _join(_split(text, track_numbers, context), context)
    _share_scopes(parts)
    parts = _take_places(parts, context)
    roles = []
    songs: dict[str, None] = {}
    for part in parts:
        songs.update(dict.fromkeys(part.songs))
        name = clean(part.name, context)
        if name or part.tracks or part.notes:
            roles.append(Role(name or None, part.tracks, "; ".join(part.notes) or None))
    return Roles(tuple(roles), tuple(songs))


def read_songs(text: str) -> tuple[str, ...]:
    """The quoted titles in a text, without their quotes."""
    return tuple("".join(song).strip().rstrip(",") for song in _SONG.findall(text))


def read_numbers(text: str) -> tuple[int, ...]:
    """The numbers of `1, 2, and 4–6`; empty where one of them is no track number or a range runs backwards."""
    numbers: dict[int, None] = {}
    for first, last in _RANGE.findall(text):
        start, end = _number(first), _number(last or first)
        if not 0 < start <= end <= MOST_TRACKS:
            return ()
        numbers.update(dict.fromkeys(range(start, end + 1)))
    return tuple(numbers)


def _number(digits: str) -> int:
    """The number that some digits write; 0, which no track has, for too many: Python refuses thousands."""
    return int(digits) if len(digits) < _MANY_DIGITS else 0


def read_scope(text: str, track_numbers: range | None, context: Context) -> _Part | None:
    """What a parenthesis says of tracks or songs, or None where it is an ordinary note."""
    match = scope_patterns(context.words).scope.match(text.strip())
    if match is None:
        return None
    part = _Part("", "")
    if match["numbers"]:
        part.tracks = read_numbers(match["numbers"])
        return part if part.tracks else None
    if match["songs"]:
        part.songs.extend(read_songs(match["songs"]))
        return part
    _scope_to_all(part, match["except"] or match["but"], text, track_numbers, context)
    return part


def _scope_to_all(part: _Part, excepted: str | None, text: str, numbers: range | None, context: Context) -> None:
    """`all tracks`, `all tracks except 5`."""
    part.all_tracks = True
    if excepted is None:
        return
    left = read_numbers(excepted)
    if numbers is None:
        part.notes.append(clean(text, context))
        context.note("unknown-tracks", f"the tracks of the album are not known: {text.strip()!r}")
    else:
        part.tracks = tuple(number for number in numbers if number not in left)


def read_scopes(text: str, track_numbers: range | None, context: Context) -> tuple[str, Role, tuple[str, ...]]:
    """A text without its scopes (`Production on "A"`, `Tracks 1–3 produced`), and what they say: tracks and songs."""
    part = _Part("", "")
    patterns = scope_patterns(context.words)
    leading = patterns.leading.match(text) if _QUOTE_OR_DIGIT.search(text) else None
    if leading is None and not patterns.marks.search(text):
        return clean(text, context), Role(None), ()
    at = 0
    if leading is not None:
        part.tracks, part.songs, at = (
            read_numbers(leading["numbers"] or ""),
            [*read_songs(leading["songs"] or "")],
            leading.end(),
        )
    for match in patterns.tokens.finditer(text, at):
        if match["quote"] is not None or match["separator"] is not None:
            continue
        part.name += text[at : match.start()]
        at = match.end()
        _read_token(part, match, track_numbers, context)
    name = clean(part.name + text[at:], context)
    return name, Role(None, part.tracks, "; ".join(part.notes) or None), tuple(part.songs)


def _split(text: str, track_numbers: range | None, context: Context) -> list[_Part]:
    """The parts between separators, each with the scopes and notes behind it."""
    patterns = scope_patterns(context.words)
    if not patterns.marks.search(text):
        return _split_plain(text, patterns.separators)
    parts = [_Part("", "")]
    at = 0
    for match in patterns.tokens.finditer(text):
        if match["quote"] is not None:
            continue
        part = parts[-1]
        part.name += text[at : match.start()]
        at = match.end()
        if match["separator"] is not None:
            parts.append(_Part("", match["separator"]))
        else:
            _read_token(_excepted(parts) if match["but"] else part, match, track_numbers, context)
    parts[-1].name += text[at:]
    return parts


def _split_plain(text: str, separators: re.Pattern[str]) -> list[_Part]:
    """The parts of a text that has neither scopes nor notes."""
    parts = []
    at, separator = 0, ""
    for match in separators.finditer(text):
        parts.append(_Part(text[at : match.start()], separator))
        at, separator = match.end(), match[0]
    return [*parts, _Part(text[at:], separator)]


def _read_token(part: _Part, match: re.Match[str], track_numbers: range | None, context: Context) -> None:
    """Put a parenthesis or a scope with the role before it."""
    if match["group"] is not None or match["square"] is not None:
        _read_group(part, match["group"] if match["group"] is not None else match["square"], track_numbers, context)
    elif match["songs"]:
        part.songs.extend(read_songs(match["songs"]))
    elif match["numbers"] or match["bare"]:
        part.tracks += read_numbers(match["numbers"] or match["bare"])
    else:
        _scope_to_all(part, match["except"] or match["but"], match[0], track_numbers, context)


def _excepted(parts: list[_Part]) -> _Part:
    """The part that `except track 3` is about: the one before the comma."""
    if len(parts) > 1 and not parts[-1].name.strip():
        parts.pop()
    return parts[-1]


def _read_group(part: _Part, text: str, track_numbers: range | None, context: Context) -> None:
    """Put what a parenthesis says with the role before it; `;` parts a scope from a note."""
    both = None if ";" in text else scope_patterns(context.words).note_and_scope.match(text)
    pieces = [both["note"], both["scope"]] if both else text.split(";")
    for piece in pieces:
        scope = read_scope(piece, track_numbers, context)
        if scope is None:
            note = clean(piece, context)
            part.notes.extend([note] if note else [])
        else:
            part.tracks += scope.tracks
            part.songs.extend(scope.songs)
            part.notes.extend(scope.notes)
            part.all_tracks |= scope.all_tracks


def _join(parts: list[_Part], context: Context) -> list[_Part]:
    """The parts with those joined that are one role: `lead and backing vocals`, `arranged and performed`."""
    joined: list[_Part] = []
    for part in parts:
        part.first_of_part = not joined or ";" in part.separator
        before = joined[-1] if joined else None
        if before is not None and not _has_scope(before) and _continues(before, part, context):
            before.name = f"{before.name.rstrip()}{_spaced(part.separator)}{part.name.lstrip()}"
            before.tracks, before.notes, before.songs = part.tracks, part.notes, part.songs
            before.all_tracks = part.all_tracks
        elif part.name.strip() or _has_scope(part):
            joined.append(part)
    return joined


def _take_places(parts: list[_Part], context: Context) -> list[_Part]:
    """The parts with `at Harbour Studio, Cork` as a note of the role before it."""
    kept: list[_Part] = []
    for part in parts:
        before = kept[-1] if kept else None
        if before is not None and before.place and part.separator.startswith(",") and _is_place(part, context):
            before.notes[-1] += f", {clean(part.name, context)}"
            continue
        match = scope_patterns(context.words).place.search(part.name)
        if match is not None and match.start():
            part.place = True
            part.notes.append(clean(match["place"], context))
            part.name = part.name[: match.start()]
        kept.append(part)
    return kept


def _is_place(part: _Part, context: Context) -> bool:
    """Whether a part goes on with the place of the one before: `Cork`, but not `mixing`."""
    return not _has_scope(part) and part.name.strip()[:1].isupper() and not context.words.is_role(part.name)


def _spaced(separator: str) -> str:
    return separator.rstrip() + " "


def _has_scope(part: _Part) -> bool:
    return bool(part.tracks or part.notes or part.songs or part.all_tracks)


def _continues(before: _Part, part: _Part, context: Context) -> bool:
    words = context.words
    if ";" in part.separator or "\n" in part.separator or not before.name.strip() or not part.name.strip():
        return False
    if len(before.name) > _LONGEST_ROLE:
        return False
    last, first = before.name.split()[-1], part.name.split()[0]
    if words.is_verb(last) and words.is_verb(first):
        return True
    return words.shares_head(before.name, part.name)


def _share_scopes(parts: list[_Part]) -> None:
    """Where `;` parts a line, a scope at the end of a part is for every role of the part without one of its own."""
    if not any(part.first_of_part for part in parts[1:]):
        return
    scope: tuple[int, ...] = ()
    ends = True
    for part in reversed(parts):
        if ends:
            scope = part.tracks
        elif scope and not part.tracks and not part.all_tracks:
            part.tracks = scope
        ends = part.first_of_part
