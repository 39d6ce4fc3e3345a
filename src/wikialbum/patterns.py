"""Regular expressions that are compiled when they are first used.

An article needs a third of the patterns of this package, and to compile all of them takes as long as to read ten
articles.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

__all__ = ["lazy_pattern"]


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""The pattern that `re.compile` makes, made when the first of its attributes is asked for.

    Args:
        source: The regular expression; where it is wrong, its first use raises `re.error`.
        flags: The flags of `re.compile`.

    Examples:
        >>> year = lazy_pattern(r"(?<!\d)[12]\d{3}(?!\d)")
        >>> year.findall("1991 and 1994")
        ['1991', '1994']
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))


class _Pattern:
    """Has what a pattern has as attributes of its own."""


class _LazyPattern(_Pattern):
    """Becomes a pattern when it is asked for what one has; from then on to use it costs what a pattern costs."""

    def __init__(self, source: str, flags: int) -> None:
        self._made_of = source, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        made = re.compile(*self._made_of)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(made, each))
        self.__class__ = _Pattern  # type: ignore[assignment]  # which looks nothing up any more
        return getattr(made, name)


_ATTRIBUTES: Final = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "pattern", "scanner", "search",
    "split", "sub", "subn",
)  # fmt: skip
