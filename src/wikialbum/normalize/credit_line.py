"""Reads one line of the credits in each of its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from wikialbum.album import Role
from wikialbum.normalize.context import Context
from wikialbum.normalize.names import Item, clean, name_texts, split_names, with_note
from wikialbum.normalize.roles import Roles, read_roles, read_scope
from wikialbum.syntax.protection import unprotect

_ENCLOSED: Final = r"\"[^\"\n]*+\"|“[^”\n]*+”|\((?:[^()\n]|\([^()\n]*+\))*+\)"
_DASH: Final = re.compile(rf"{_ENCLOSED}|(?P<cut>[ \t][–—-](?:[ \t]|\Z))")
_COLON: Final = re.compile(rf"{_ENCLOSED}|(?P<cut>:(?:[ \t]|\Z))")
_BY: Final = re.compile(rf"{_ENCLOSED}|(?P<cut>[ \t]by[ \t])")
_COMMA: Final = re.compile(rf"{_ENCLOSED}|(?P<cut>,)")
_PLACE: Final = re.compile(r"[ \t](?P<place>(?:at|in)[ \t](?=[\"“]?[^\W\d_]|the\b).*)\Z", re.DOTALL)
_PLACE_ONLY: Final = re.compile(r"(?:\w+(?:,| and| &)? ){1,6}(?:at|in)\s", re.IGNORECASE)
_NEXT_CLAUSE: Final = re.compile(r"[,;][ \t]*+(?:and[ \t])?(?=[^,;\"“(]{1,60}?[ \t]by[ \t])")
_SENTENCE: Final = re.compile(
    r"(?:all\s+)?(?:(?:album\s+)?(?:credits|personnel)\s+(?:are\s+|is\s+|were\s+)?(?:adapted|taken|per|as|from|according|sourced|listed)|"
    r"adapted\s+from|taken\s+from|according\s+to|per\s+the|as\s+(?:listed|per|credited)|"
    r"(?:information|this\s+(?:list|section|article)|the\s+following)\b|credits\s+for\b|sourced\s+from|from\s+the\s+(?:liner|booklet|album))",
    re.IGNORECASE,
)
_LONGEST_ROLE: Final = 90
_MOST_WORDS: Final = 12


class Reading(NamedTuple):
    """What one line says: names, roles, and the songs that it names."""

    names: tuple[str, ...]
    roles: tuple[Role, ...]
    songs: tuple[str, ...]


def is_sentence(text: str) -> bool:
    """Whether a line says where the credits are from, or is prose: no credit, and no group line."""
    if _SENTENCE.match(text):
        return True
    return text.endswith(".") and len(text.split()) > _MOST_WORDS


def read_credit_line(text: str, track_numbers: range | None, context: Context) -> list[Reading]:
    """The credits of a line as `reading` gives it: one, none, or several where clauses with `by` follow each other.

    The forms are tried in this order: `names – roles`, `Role: names`, `ROLE by NAMES`, `Name, role`, names alone.
    """
    text = text.strip()
    if not text or is_sentence(text):
        return []
    for form in (_dashed, _labelled, _by, _listed):
        readings = form(text, track_numbers, context)
        if readings is not None:
            return readings
    return _alone(text, track_numbers, context)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    """A text in two at the first cut outside quotes and parentheses."""
    for match in pattern.finditer(text):
        if match["cut"] is not None:
            return text[: match.start()], text[match.end() :]
    return None


def _dashed(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    cut = _cut(_DASH, text)
    return None if cut is None else [read_dashed(*cut, track_numbers, context)]


def read_dashed(left: str, right: str, track_numbers: range | None, context: Context) -> Reading:
    """What a line says that a dash parts in two: `names – roles`, or `role – names` where the words tell."""
    names, roles = (right, left) if _is_role_only(left, context) and not _has_role(right, context) else (left, right)
    return _reading(names, read_roles(roles, track_numbers, context), track_numbers, context)


def _is_role_only(text: str, context: Context) -> bool:
    return context.words.is_role(text.strip())


def _has_role(text: str, context: Context) -> bool:
    """Whether some part of a text is a role of the vocabulary."""
    return any(context.words.is_role(item.name) for item in split_names(text, context))


def _labelled(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    cut = _cut(_COLON, text)
    if cut is None or len(cut[0]) > _LONGEST_ROLE or not cut[1].strip():
        return None
    role, names = cut
    return [_reading(names, read_roles(role, track_numbers, context), track_numbers, context)]


def _by(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    if " by " not in text:
        return None
    readings: list[Reading] = []
    for clause in _clauses(text):
        cut = _cut(_BY, clause)
        if cut is None or len(cut[0]) > _LONGEST_ROLE:
            return readings or None
        role, names = cut
        role, place = _split_place(role)
        if place is None:
            names, place = _split_place(names)
        name, scope = _role_and_scope(role, track_numbers, context)
        note = "; ".join(note for note in (scope.note, clean(place, context) if place else None) if note) or None
        roles = Roles((Role(name, scope.tracks, note),), ())
        readings.append(_reading(names, roles, track_numbers, context))
    return readings


def _clauses(text: str) -> Iterator[str]:
    """The clauses of `Recorded by X, mixed by Y`; one, as a rule."""
    at = text.find(" by ")
    start = 0
    while (match := _NEXT_CLAUSE.search(text, at)) is not None:
        clause = text[match.end() :]
        if not clause[:1].islower():
            break
        yield text[start : match.start()]
        start = match.end()
        at = text.find(" by ", start)
    yield text[start:]


def _split_place(text: str) -> tuple[str, str | None]:
    """A text and the place at its end: `Recorded`, `at Harbour Studio`."""
    match = _PLACE.search(text)
    return (text[: match.start()], match["place"]) if match and match.start() else (text, None)


def _role_and_scope(text: str, track_numbers: range | None, context: Context) -> tuple[str | None, Role]:
    """The role before ` by `, whole, and its parenthesis as a role without a name."""
    scopes = [role for role in read_roles(_parentheses(text), track_numbers, context).roles if not role.name]
    bare = re.sub(r"\((?:[^()\n]|\([^()\n]*+\))*+\)", " ", text)
    return clean(bare, context) or None, scopes[0] if scopes else Role()


def _parentheses(text: str) -> str:
    return "".join(re.findall(r"\((?:[^()\n]|\([^()\n]*+\))*+\)", text))


def _listed(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    """`Name, role`: the names before the first comma behind which there are roles alone."""
    for match in _COMMA.finditer(text):
        if match["cut"] is None:
            continue
        right = text[match.end() :]
        if all(context.words.is_role(item.name) for item in split_names(right, context)):
            roles = read_roles(right, track_numbers, context)
            return [_reading(text[: match.start()], roles, track_numbers, context)] if roles.roles else None
    return None


def _alone(text: str, track_numbers: range | None, context: Context) -> list[Reading]:
    """Names alone; a line that names a place, or reads like prose, is no credit."""
    if _PLACE_ONLY.match(text) and context.words.is_verb(text.split(maxsplit=1)[0]):
        return []
    reading = _reading(text, Roles((), ()), track_numbers, context)
    if any(not _is_name(name) for name in reading.names):
        context.note("unread-line", f"expected a credit such as 'Name – role', not {unprotect(text)!r}")
        return []
    return [reading] if reading.names else []


def _is_name(name: str) -> bool:
    first = name.lstrip("\"“'‘(")[:1]
    return len(name.split()) <= 8 and not first.islower() and ":" not in name


def _reading(text: str, roles: Roles, track_numbers: range | None, context: Context) -> Reading:
    """The names of a line with its roles; a scope or an `on "Song"` behind the names is for all the roles."""
    if not ('"' in text or "(" in text or "“" in text):
        return Reading(name_texts(text, context), roles.roles, roles.songs)
    named = read_roles(text, track_numbers, context) if '"' in text and " on " in text else None
    if named is not None and named.songs:
        text = re.sub(r"[ \t]on[ \t]+[\"“].*", "", text)
    names: list[str] = []
    scopes: list[Role] = []
    songs = list(named.songs) if named is not None else []
    for item in split_names(text.strip(" ,;"), context):
        scope = read_scope(item.note, track_numbers, context) if item.note and item.name else None
        if scope is None and item.note and not roles.roles and context.words.is_role(item.note):
            names.append(item.name)
            scopes.append(Role(item.note))
        elif scope is None:
            names.append(with_note(item))
        else:
            names.append(item.name)
            songs.extend(scope.songs)
            scopes.append(Role(None, scope.tracks, "; ".join(scope.notes) or None))
    return Reading(tuple(names), _apply(scopes, roles.roles), tuple(dict.fromkeys((*songs, *roles.songs))))


def _apply(scopes: list[Role], roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles with the scope behind the names; names with a scope alone get a role without a name."""
    scope = next((scope for scope in scopes if scope.tracks or scope.name or scope.note), None)
    if scope is None:
        return roles
    if not roles:
        return tuple(scopes) if scope.name else (scope,)
    return tuple(role if role.tracks else Role(role.name, scope.tracks, role.note) for role in roles)


__all__ = ["Item", "Reading", "is_sentence", "read_credit_line"]
