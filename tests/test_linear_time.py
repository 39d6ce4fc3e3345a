"""Nasty texts come back as they were, give an album without an error, and take time linear in their length.

What a text of 1 MB takes for each character is compared with what one of 10 KB takes. Quadratic time would be a ratio of
a hundred. The bound leaves room for a busy machine; a ratio above it is measured again before it counts.
tests/benchmarks/ goes to 10 MB, with a narrow bound.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import wikialbum
from nasty_texts import NASTY, NASTY_VALUES
from wikialbum.testing import assert_round_trip

BOUND = 5
ATTEMPTS = 4
SMALL, MEDIUM, LARGE = 10_000, 100_000, 1_000_000


def nanoseconds(read: Callable[[str], object], text: str, times: int) -> float:
    """The time that reading takes for each character, the best of some times."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter_ns()
        read(text)
        best = min(best, time.perf_counter_ns() - start)
    return best / len(text)


def growth(read: Callable[[str], object], make: Callable[[int], str], large: int) -> float:
    """By how much more a large text takes for each character than a small one; 1 where time is linear."""
    read(make(100))  # loads what is loaded when first used
    small_text, large_text = make(SMALL), make(large)
    ratio = float("inf")
    for _ in range(ATTEMPTS):
        ratio = min(ratio, nanoseconds(read, large_text, 1) / nanoseconds(read, small_text, 3))
        if ratio < BOUND:
            break
    return ratio


def read_and_print(text: str) -> str:
    """All that is done with an article: tree, album, and text again."""
    return str(wikialbum.parse_text(text).article)


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_text_takes_linear_time(name: str) -> None:
    for size in (MEDIUM, LARGE):  # quadratic time shows at the first, before it takes minutes at the second
        assert growth(read_and_print, NASTY[name], size) < BOUND


@pytest.mark.parametrize("name", NASTY_VALUES)
def test_a_nasty_value_takes_linear_time(name: str) -> None:
    assert growth(read_and_print, NASTY_VALUES[name], MEDIUM) < BOUND


@pytest.mark.parametrize("dialect", [None, "plain", "wikitext"])
@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_round_trips(name: str, dialect: wikialbum.syntax.Dialect | None) -> None:
    assert_round_trip({**NASTY, **NASTY_VALUES}[name](SMALL + 7), dialect)


@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_gives_an_album_that_json_can_hold(name: str) -> None:
    album = wikialbum.parse_text({**NASTY, **NASTY_VALUES}[name](SMALL // 2))
    assert wikialbum.Album.from_dict(album.to_dict()) == album


def test_growth_tells_quadratic_from_linear_time() -> None:
    assert growth(lambda text: sum(map(ord, text)), NASTY["commas"], MEDIUM) < BOUND
    assert (
        growth(lambda text: [text.count("x", at) for at in range(0, len(text), 50)], NASTY["commas"], MEDIUM) >= BOUND
    )
