"""Patterns are compiled when they are first used, and are then what `re` makes."""

from __future__ import annotations

import re

import pytest

from wikialbum.patterns import lazy_pattern


def compiled() -> int:
    """How many patterns `re` remembers that it has compiled."""
    return len(re._cache)  # type: ignore[attr-defined]


def test_a_pattern_is_compiled_at_its_first_use_and_once() -> None:
    re.purge()
    harp = lazy_pattern("harp(?=s)")
    assert compiled() == 0
    assert harp.findall("harp, harps")
    assert compiled() == 1
    re.purge()
    assert harp.search("harps")
    assert compiled() == 0


def test_it_has_what_a_pattern_has() -> None:
    made, late = re.compile("(?P<a>x)|y", re.IGNORECASE), lazy_pattern("(?P<a>x)|y", re.IGNORECASE)
    public = [name for name in dir(made) if not name.startswith("_")]
    for name in public:
        mine, theirs = getattr(late, name), getattr(made, name)
        assert mine("y") == theirs("y") if name == "findall" else callable(mine) or mine == theirs


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error, match="unterminated"):
        wrong.match("")
