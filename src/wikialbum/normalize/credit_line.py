"""Reads one line of the credits in each of its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

import attrs

from wikialbum.album import Role
from wikialbum.normalize.context import Context
from wikialbum.normalize.names import Item, clean, name_texts, split_names, with_note
from wikialbum.normalize.roles import Roles, read_roles, read_scope, read_scopes
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import Vocabulary, fold

_ENCLOSED: Final = r"\"[^\"\n]*+\"|“[^”\n]*+”|\((?:[^()\n]|\([^()\n]*+\))*+\)"
_DASH: Final = lazy_pattern(rf"{_ENCLOSED}|(?P<cut>[ \t][–—-](?:[ \t]|\Z))")
_COLON: Final = lazy_pattern(rf"{_ENCLOSED}|(?P<cut>:(?:[ \t]|\Z))")
_COMMA: Final = lazy_pattern(rf"{_ENCLOSED}|(?P<cut>,)")
_PLACE: Final = lazy_pattern(r"[ \t](?P<place>(?:at[ \t](?=[\"“]?[^\W_])|in[ \t](?=[A-ZÀ-Þ])).*)\Z", re.DOTALL)
_PLACE_ONLY: Final = lazy_pattern(
    r"(?P<verb>\b\w++)[ \t]+(?:live[ \t]+)?(?:at|in|on|during|between)[ \t]", re.IGNORECASE
)
_YEAR: Final = lazy_pattern(r"(?<!\d)[12]\d{3}(?!\d)")
_NEXT_CLAUSE: Final = lazy_pattern(r"[,;][ \t]*+(?:and[ \t])?(?=[^,;\"“(]{1,60}?[ \t]by[ \t])")
_NEXT_LABEL: Final = lazy_pattern(r";[ \t]*+(?P<label>[^;:,\"“()]{1,60}):[ \t]")
_SENTENCE: Final = lazy_pattern(
    r"(?:all\s+)?(?:(?:album\s+|(?:song)?writing\s+|track\s*list(?:ing)?\s+(?:and\s+)?)?(?:credits|personnel|track\s*list(?:ing)?)\s+(?:are\s+|is\s+|were\s+)?(?:adapted|taken|per|as|from|according|sourced|listed)|"
    r"adapted\s+from|taken\s+from|according\s+to|per\s+the|as\s+(?:listed|per|credited)|"
    r"(?:information|this\s+(?:list|section|article)|the\s+following)\b|credits\s+for\b|sourced\s+from|from\s+the\s+(?:liner|booklet|album))",
    re.IGNORECASE,
)
# Most lines name one person by capitalised words alone, of which none begins a sentence about the credits; what they
# do needs a look-up, and no more.
_PLAIN_NAME: Final = lazy_pattern(
    r"(?!(?:A(?:ll|lbum|dapted|ccording|s)|Credits|From|Information|Per|Personnel|Sourced|T(?:aken|he|his))\b)"
    r"[A-Z][\w'’-]*+(?: [A-Z][\w'’-]*+){0,4}+"
)
_SCOPED: Final = lazy_pattern(r"[(\[\"“:]|\b[Oo]n\b|\d")
_LONGEST_ROLE: Final = 90
_MOST_WORDS: Final = 12
_MOST_ROLE_WORDS: Final = 4
_MOST_COMMAS: Final = 20
_MOST_NAME_WORDS: Final = 8
_ON_SCOPE: Final = lazy_pattern(r"[ \t]on[ \t]+(?:[\"“]|(?:all[ \t]+)?(?:tracks?|songs?)[ \t]).*", re.DOTALL)


class Reading(NamedTuple):
    """What one line says: names, roles, and the songs that it names."""

    names: tuple[str, ...]
    roles: tuple[Role, ...]
    songs: tuple[str, ...]


def is_source(text: str) -> bool:
    """Whether a line says where the credits are from, such as `Credits adapted from the booklet`."""
    return _SENTENCE.match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether a line says where the credits are from, or is prose: no credit, and no group line."""
    if is_source(text):
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
    return None if cut is None else read_dashed(*cut, track_numbers, context)


def read_dashed(left: str, right: str, track_numbers: range | None, context: Context) -> list[Reading]:
    """What a line says that a dash parts in two: `names – roles`, or `role – names` where the words tell."""
    simple = simple_roles(left, right, context)
    if simple is not None:
        return [Reading((left,), simple, ())]
    if not _has_role(right, context) and (_is_role_only(left, context) or _ends_in_role(left, context)):
        return _role_first(left, right, track_numbers, context)
    readings = _readings(left, read_roles(right, track_numbers, context), track_numbers, context)
    if left.lstrip()[:1].islower() and not _has_role(right, context):
        readings = [each for each in readings if all(_is_name(name, context) for name in each.names)]
    return readings


def simple_roles(names: str, roles: str, context: Context) -> tuple[Role, ...] | None:
    """The roles of a line that is as most are: one name of a few words, and known roles without a scope; else None."""
    if len(roles) <= _LONGEST_ROLE and _PLAIN_NAME.fullmatch(names):
        return _known_roles(roles, context.words)
    return None


@lru_cache(maxsize=4096)
def _known_roles(text: str, words: Vocabulary) -> tuple[Role, ...] | None:
    """The roles of a tidy text that holds no scope and names a known role; None for any other."""
    if text.endswith(".") or text != " ".join(text.split()) or _SCOPED.search(text) or not _is_or_has_role(text, words):
        return None
    return read_roles(text, None, Context(words)).roles


def _role_first(role: str, names: str, track_numbers: range | None, context: Context) -> list[Reading]:
    """`Mastering – Ann Lee at Harbour Studio`: the place is a note of the role."""
    names, place = _split_place(names)
    found = read_roles(role, track_numbers, context)
    if place:
        found = Roles(tuple(_noted(each, clean(place, context)) for each in found.roles), found.songs)
    return _readings(names, found, track_numbers, context)


def _noted(role: Role, note: str) -> Role:
    return attrs.evolve(role, note=f"{role.note}; {note}" if role.note else note)


def _is_role_only(text: str, context: Context) -> bool:
    return context.words.is_role(text.strip())


def _ends_in_role(text: str, context: Context) -> bool:
    """Whether a text ends in a noun of roles that no name ends in: `Balance engineer`, but not `The Lakeshore Horns`."""
    last = text.rsplit(maxsplit=1)[-1] if text.strip() else ""
    return last.islower() and context.words.is_noun(last) and len(text.split()) <= _MOST_ROLE_WORDS


def _has_role(text: str, context: Context) -> bool:
    """Whether some part of a text is a role of the vocabulary."""
    return _is_or_has_role(text, context.words) if len(text) <= _LONGEST_ROLE else False


@lru_cache(maxsize=4096)
def _is_or_has_role(text: str, words: Vocabulary) -> bool:
    """Whether some part of a text is a role; the same few roles stand in most articles."""
    return any(words.is_role(item.name) for item in split_names(text, Context(words)))


def _labelled(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    """`Role: names`, of which a line can have several: `Engineer: X; Assistant: Y`."""
    labels = [each for each in _NEXT_LABEL.finditer(text) if _is_role_only(each["label"], context)]
    if not labels:
        return _labelled_once(text, track_numbers, context)
    bounds = [0, *(bound for each in labels for bound in (each.start(), each.start("label"))), len(text)]
    parts = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return [line for part in parts for line in read_credit_line(part, track_numbers, context)]


def _labelled_once(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    cut = _cut(_COLON, text)
    if cut is None or len(cut[0]) > _LONGEST_ROLE or not cut[1].strip():
        return None
    role, names = cut
    scope = read_scope(names, track_numbers, context)
    if scope is not None:
        return _with_scope(read_credit_line(role, track_numbers, context), scope.tracks, scope.songs)
    if context.words.is_place_label(role) or (context.words.is_verb(role) and _YEAR.search(names)):
        return []
    if not _has_role(role, context):
        found = read_roles(names, track_numbers, context)
        if _all_roles(found, context):
            return _readings(role, found, track_numbers, context)
    return _role_first(role, names, track_numbers, context)


def _with_scope(readings: list[Reading], tracks: tuple[int, ...], songs: list[str]) -> list[Reading]:
    """`Ann Lee (vocals): 1, 3`: the credits with the scope behind the colon."""
    return [Reading(line.names, _apply((Role(None, tracks),), line.roles), (*line.songs, *songs)) for line in readings]


def _all_roles(roles: Roles, context: Context) -> bool:
    return bool(roles.roles) and all(role.name and context.words.is_role(role.name) for role in roles.roles)


def _by(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    words = context.words
    by = _by_pattern(words)
    if by.search(text) is None:
        return None
    readings: list[Reading] = []
    for clause in _clauses(text):
        cut = _cut(by, clause)
        if cut is None or len(cut[0]) > _LONGEST_ROLE or not (words.by_is_sure or words.is_verb(_first_word(cut[0]))):
            return readings or None
        role, names = cut
        role, place = _split_place(role)
        if place is None:
            names, place = _split_place(names)
        else:
            role, place = _last_verb(role, place, context)
        names, exception = _split_exception(names)
        name, scope, songs = read_scopes(role, track_numbers, context)
        note = "; ".join(clean(note, context) for note in (scope.note, place, exception) if note) or None
        roles = Roles((Role(name or None, scope.tracks, note),), songs)
        readings += _readings(names, roles, track_numbers, context)
    return readings


@cache
def _by_pattern(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"{_ENCLOSED}|(?P<cut>[ \t](?i:{'|'.join(sorted(words.by))})[ \t])")


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0] if text.strip() else ""


def _split_exception(names: str) -> tuple[str, str | None]:
    """`Ann Lee, except "B"`: names and the exception."""
    at = names.find(" except ")
    return (names, None) if at < 1 else (names[:at].rstrip(" ,"), names[at + 1 :])


def _last_verb(role: str, place: str, context: Context) -> tuple[str, str | None]:
    """`Recorded at Harbour Studio, mixed`: the names behind `by` are those of the last verb alone."""
    place, comma, verb = place.rstrip(" ,").rpartition(",")
    if comma and context.words.is_verb(verb):
        return verb.strip(), None
    return role, f"{place}{comma}{verb}"


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


def _listed(text: str, track_numbers: range | None, context: Context) -> list[Reading] | None:
    """`Name, role`: the names before the first comma behind which there are roles alone."""
    commas = [match for match in _COMMA.finditer(text) if match["cut"]]
    for comma in commas[:_MOST_COMMAS]:
        roles = read_roles(text[comma.end() :].strip(), track_numbers, context)
        if _all_roles(roles, context):
            return _readings(text[: comma.start()], roles, track_numbers, context)
    return None


def _alone(text: str, track_numbers: range | None, context: Context) -> list[Reading]:
    """Names alone; a line that names a place, or reads like prose, is no credit."""
    is_verb = context.words.is_verb
    if any(is_verb(match["verb"]) for match in _PLACE_ONLY.finditer(text)):
        return []
    if _YEAR.search(text) and is_verb(text.split(maxsplit=1)[0]):
        return []
    readings = _readings(text, Roles((), ()), track_numbers, context)
    if any(not _is_name(name, context) for reading in readings for name in reading.names):
        context.note("unread-line", f"expected a credit such as 'Name – role', not {unprotect(text)!r}")
        return []
    return [reading for reading in readings if reading.names]


def _is_name(name: str, context: Context) -> bool:
    """Whether a text can be a name: of few words, not most of them in lower case, none of them a word of prose."""
    words = name.lstrip("\"“'‘($").split()
    if not words or len(words) > _MOST_NAME_WORDS or not words[0][0].isalnum() or words[0][0].islower() or ":" in name:
        return False
    if 2 * sum(word[0].islower() for word in words) > len(words) + 1:
        return False
    return context.words.roles.prose.isdisjoint(fold(name).split())


def _readings(text: str, roles: Roles, track_numbers: range | None, context: Context) -> list[Reading]:
    """The names of a line with its roles: one credit, or one for each scope where the names have several."""
    if " on " in text:
        text, roles = _take_scope(text, roles, track_numbers, context)
    if not ('"' in text or "(" in text or "“" in text):
        return [Reading(name_texts(text, context), roles.roles, roles.songs)]
    scoped = []
    for item in split_names(text.strip(" ,;"), context):
        scope = _scope_of(item, roles, track_numbers, context)
        scoped.append((with_note(item) if scope is None else item.name, scope))
    return _parted(scoped, roles)


def _take_scope(text: str, roles: Roles, track_numbers: range | None, context: Context) -> tuple[str, Roles]:
    """The names without `on "Song"` or `on tracks 1 and 2` at their end, and the roles with that scope."""
    match = _ON_SCOPE.search(text)
    if match is None or text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
        return text, roles
    _, scope, songs = read_scopes(match[0], track_numbers, context)
    return text[: match.start()], Roles(_apply((scope,), roles.roles), (*songs, *roles.songs))


def _scope_of(item: Item, roles: Roles, track_numbers: range | None, context: Context) -> Roles | None:
    """What the parenthesis behind a name says of tracks, songs or, where the line names no role, roles."""
    if not item.note or not item.name:
        return None
    scope = read_scope(item.note, track_numbers, context)
    if scope is not None:
        return Roles((Role(None, scope.tracks, "; ".join(scope.notes) or None),), tuple(scope.songs))
    found = None if roles.roles else read_roles(item.note, track_numbers, context)
    if found is None or not found.roles or not all(context.words.is_role(role.name or "") for role in found.roles):
        return None
    return found


def _parted(scoped: list[tuple[str, Roles | None]], roles: Roles) -> list[Reading]:
    """One credit where the names have one scope, which is that of all of them; else one for each scope."""
    scopes = {scope for _, scope in scoped if scope is not None}
    if len(scopes) <= 1:
        only = next(iter(scopes), None)
        scoped = [(name, only) for name, _ in scoped]
    readings = []
    for scope, group in groupby(scoped, key=itemgetter(1)):
        said = scope or Roles((), ())
        songs = tuple(dict.fromkeys((*said.songs, *roles.songs)))
        readings.append(Reading(tuple(name for name, _ in group), _apply(said.roles, roles.roles), songs))
    return readings


def _apply(scopes: tuple[Role, ...], roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles with the scope behind the names; names with a scope alone get a role without a name."""
    scopes = tuple(scope for scope in scopes if scope.tracks or scope.name or scope.note)
    if not roles or not scopes:
        return roles or scopes
    return tuple(role if role.tracks else attrs.evolve(role, tracks=scopes[0].tracks) for role in roles)
