"""Hides the separators of a text that is one item, so that a list that holds it is not split inside it.

The text of a link is one item, and so is an album's artist, whatever stands in them. Unicode sets the noncharacters
U+FDD0 to U+FDEF aside for a program's own use; they stand for the separators until the item has been cut out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from wikialbum.patterns import lazy_pattern

_HIDDEN: Final = ' ,;/&()[]":–—-“”'
_PROTECT: Final = {ord(char): chr(0xFDD0 + place) for place, char in enumerate(_HIDDEN)}
_UNPROTECT: Final = {ord(hidden): chr(char) for char, hidden in _PROTECT.items()}
_SHORT: Final = 60
_ANY_HIDDEN: Final = lazy_pattern("[\ufdd0-\ufdef]")


def protect(text: str) -> str:
    """A text with its separators hidden.

    Examples:
        >>> protect("Burrell & Knox").split(" & ") == [protect("Burrell & Knox")]
        True
        >>> unprotect(protect("Burrell & Knox"))
        'Burrell & Knox'
    """
    return _protected(text) if len(text) <= _SHORT else text.translate(_PROTECT)


@lru_cache(maxsize=4096)
def _protected(text: str) -> str:
    """A short text protected; an article links the same few names again and again."""
    return text.translate(_PROTECT)


def unprotect(text: str) -> str:
    """A text with its hidden separators shown again."""
    return text if text.isascii() or not _ANY_HIDDEN.search(text) else text.translate(_UNPROTECT)
