"""The patterns that find for which tracks and songs a role is, made of one language's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from wikialbum.vocabulary import Vocabulary

_QUOTED: Final = r"(?:\"[^\"\n]++(?:\"|\Z)|“[^”\n]++(?:”|\Z)|„[^“”\n]++(?:[“”]|\Z))"
_GROUPS: Final = r"\((?P<group>(?:[^()\n]|\([^()\n]*+\))*+)\)?|\[(?P<square>[^\[\]\n]*+)\]?"
_QUOTES: Final = r"(?P<quote>\"[^\"\n]*+\"|“[^”\n]*+”|„[^“”\n]*+[“”])"


class ScopePatterns(NamedTuple):
    """The patterns of one language.

    Attributes:
        marks: Finds what a text with a scope or a note has; one without it has neither.
        tokens: Finds parentheses, scopes and separators in a text of roles.
        scope: Matches a parenthesis that is a scope.
        note_and_scope: Matches a parenthesis of a note with a scope behind it.
        leading: Matches a scope before a role.
        place: Finds the place at the end of a role.
    """

    marks: re.Pattern[str]
    tokens: re.Pattern[str]
    scope: re.Pattern[str]
    note_and_scope: re.Pattern[str]
    leading: re.Pattern[str]
    place: re.Pattern[str]


@cache
def scope_patterns(words: Vocabulary) -> ScopePatterns:
    """The patterns for a vocabulary, made once."""
    scopes = words.roles.scopes
    last, on, tracks = _any(words.list_words), _any(scopes.on), _any(scopes.tracks)
    numbered, every, but, out = _any(scopes.numbered), _any(scopes.every), _any(scopes.but), _any(scopes.out)
    joint = rf"(?:[ \t]*,[ \t]*(?:{last}[ \t]+|&[ \t]*)?|[ \t]+{last}[ \t]+|[ \t]*&[ \t]*|[ \t]*/[ \t]*)"
    span = rf"(?:[ \t]*[–—-][ \t]*|[ \t]+{_any(words.dates.range_words)}[ \t]+)"
    number = rf"#?\d{{1,3}}(?!\d)(?:{span}#?\d{{1,3}}(?!\d))?"
    numbers = rf"{number}(?:{joint}{number})*+"
    songs = rf"{_QUOTED}(?:{joint}{_QUOTED})*+"
    of_these = rf"(?:[ \t]+{_any(scopes.fillers)})*+[ \t]+(?:{tracks}[ \t]+)?"
    excepted = rf"(?:[ \t]*,?[ \t]*{but}{of_these}(?P<except>{numbers}))?"
    return ScopePatterns(
        re.compile(rf"[(\[\"“„]|\b(?i:{on}|{out})\b"),
        re.compile(
            rf"{_GROUPS}|(?:(?<=\s)|\A)(?i:{on})[ \t]+(?:(?P<all>(?={every}[ \t]+(?:{tracks}|{but})(?!\w)){every}"
            rf"(?:[ \t]+{tracks}(?!\w))?{excepted})|(?:{numbered}[ \t]+){{1,2}}(?P<numbers>{numbers})"
            rf"|(?P<bare>{numbers})(?=[ \t]*(?:[,;]|\Z))|(?P<songs>{songs}))"
            rf"|(?:(?<=\s)|\A){out}{of_these}(?P<but>{numbers})"
            rf"|{_QUOTES}|(?P<separator>[,;\n](?:[ \t]*+(?:{last}|&)[ \t])?|[ \t](?:{last}|&|/)[ \t])"
        ),
        re.compile(
            rf"(?:{on}[ \t]+)?(?:{numbered}[ \t]*:?[ \t]*){{0,2}}(?P<numbers>{numbers})\Z"
            rf"|(?:{on}[ \t]+)?(?P<songs>{songs})\Z"
            rf"|(?:{on}[ \t]+)?(?P<all>{every}(?:[ \t]+{tracks})?){excepted}\Z"
            rf"|{out}{of_these}(?P<but>{numbers})\Z",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?P<note>[^\d,;:]++)[,;:]?[ \t]+(?:{on}[ \t]+)?(?P<scope>{tracks}[ \t]+{numbers})\Z", re.IGNORECASE
        ),
        re.compile(
            rf"(?:{tracks}[ \t]+(?P<numbers>{numbers})|(?P<songs>{songs}))[ \t]*[:,]?[ \t]+(?=\S)", re.IGNORECASE
        ),
        re.compile(rf"[ \t](?P<place>{_any(scopes.at)}[ \t](?=[\"“]?[^\W_]).*)\Z", re.DOTALL),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"
