"""The patterns that find for which tracks and songs a role is, made of one language's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Final

from wikialbum.vocabulary import Vocabulary

_QUOTED: Final = r"(?:\"[^\"\n]++(?:\"|\Z)|“[^”\n]++(?:”|\Z)|„[^“”\n]++(?:[“”]|\Z))"
_GROUPS: Final = r"\((?P<group>(?:[^()\n]|\([^()\n]*+\))*+)\)?|\[(?P<square>[^\[\]\n]*+)\]?"
_QUOTES: Final = r"(?P<quote>\"[^\"\n]*+\"|“[^”\n]*+”|„[^“”\n]*+[“”])"


class ScopePatterns:
    """The patterns of one language; each is made when it is first needed, for they are large.

    Args:
        words: The vocabulary.
    """

    def __init__(self, words: Vocabulary) -> None:
        scopes = words.roles.scopes
        self._last, self._on, self._tracks = _any(words.list_words), _any(scopes.on), _any(scopes.tracks)
        self._numbered, self._every, self._out = _any(scopes.numbered), _any(scopes.every), _any(scopes.out)
        self._but, self._at = _any(scopes.but), _any(scopes.at)
        last = self._last
        joint = rf"(?:[ \t]*,[ \t]*(?:{last}[ \t]+|&[ \t]*)?|[ \t]+{last}[ \t]+|[ \t]*&[ \t]*|[ \t]*/[ \t]*)"
        number = r"#?\d{1,3}(?!\d)"
        between = _any([*words.list_words, *words.dates.range_words])
        sign = rf",(?:[ \t]*(?:{last}(?=[ \t])|&))?|[&/–—-]|(?<=[ \t]){between}(?=[ \t])"
        self._numbers = rf"{number}(?:[ \t]*(?:{sign})[ \t]*{number})*+"
        self._separator = rf"[,;\n](?:[ \t]*+(?:{last}|&)[ \t])?|[ \t](?:{last}|&|/)[ \t]"
        self._songs = rf"{_QUOTED}(?:{joint}{_QUOTED})*+"
        self._of_these = rf"(?:[ \t]+{_any(scopes.fillers)})*+[ \t]+(?:{self._tracks}[ \t]+)?"
        self._excepted = rf"(?:[ \t]*,?[ \t]*{self._but}{self._of_these}(?P<except>{self._numbers}))?"

    @cached_property
    def marks(self) -> re.Pattern[str]:
        """Finds what a text with a scope or a note has; one without it has neither."""
        return re.compile(rf"[(\[\"“„]|\b(?i:{self._on}|{self._out})\b")

    @cached_property
    def separators(self) -> re.Pattern[str]:
        """Finds the separators in a text of roles without a mark."""
        return re.compile(self._separator)

    @cached_property
    def tokens(self) -> re.Pattern[str]:
        """Finds parentheses, scopes and separators in a text of roles."""
        tracks, every, numbers = self._tracks, self._every, self._numbers
        return re.compile(
            rf"{_GROUPS}|(?:(?<=\s)|\A)(?i:{self._on})[ \t]+(?:(?P<all>(?={every}[ \t]+(?:{tracks}|{self._but})(?!\w)){every}"
            rf"(?:[ \t]+{tracks}(?!\w))?{self._excepted})|(?:{self._numbered}[ \t]+){{1,2}}(?P<numbers>{numbers})"
            rf"|(?P<bare>{numbers})(?=[ \t]*(?:[,;]|\Z))|(?P<songs>{self._songs}))"
            rf"|(?:(?<=\s)|\A){self._out}{self._of_these}(?P<but>{numbers})"
            rf"|{_QUOTES}|(?P<separator>{self._separator})"
        )

    @cached_property
    def scope(self) -> re.Pattern[str]:
        """Matches a parenthesis that is a scope."""
        on, numbers = rf"(?:{self._on}[ \t]+)?", self._numbers
        return re.compile(
            rf"{on}(?:{self._numbered}[ \t]*:?[ \t]*){{0,2}}(?P<numbers>{numbers})\Z"
            rf"|{on}(?P<songs>{self._songs})\Z"
            rf"|{on}(?P<all>{self._every}(?:[ \t]+{self._tracks})?){self._excepted}\Z"
            rf"|{self._out}{self._of_these}(?P<but>{numbers})\Z",
            re.IGNORECASE,
        )

    @cached_property
    def note_and_scope(self) -> re.Pattern[str]:
        """Matches a parenthesis of a note with a scope behind it."""
        scope = rf"(?:{self._on}[ \t]+)?(?P<scope>{self._tracks}[ \t]+{self._numbers})"
        return re.compile(rf"(?P<note>[^\d,;:]++)[,;:]?[ \t]+{scope}\Z", re.IGNORECASE)

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """Matches a scope before a role."""
        scope = rf"{self._tracks}[ \t]+(?P<numbers>{self._numbers})|(?P<songs>{self._songs})"
        return re.compile(rf"(?:{scope})[ \t]*[:,]?[ \t]+(?=\S)", re.IGNORECASE)

    @cached_property
    def place(self) -> re.Pattern[str]:
        """Finds the place at the end of a role."""
        return re.compile(rf"[ \t](?P<place>{self._at}[ \t](?=[\"“]?[^\W_]).*)\Z", re.DOTALL)


@cache
def scope_patterns(words: Vocabulary) -> ScopePatterns:
    """The patterns for a vocabulary, made once."""
    return ScopePatterns(words)


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"
