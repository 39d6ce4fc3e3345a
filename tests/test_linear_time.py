"""Nasty texts come back as they were, give an album without an error, and take time linear in their length.

Time is measured by the character, the best of several: what a text of 1 MB takes by the character is compared with what one of
10 KB takes. Quadratic time would be a ratio of a hundred. The bound leaves room for a busy machine; a ratio above it is
measured again before it counts. tests/benchmarks/ goes to 10 MB, with a narrow bound.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from nasty_texts import NASTY, NASTY_VALUES

import wikialbum
from wikialbum.testing import assert_round_trip

BOUND = 5
ATTEMPTS = 4
LARGE = 1_000_000
#: What reads a list item by item is slower by the character; a tenth is enough to tell linear from quadratic.
LARGE_VALUE = 100_000
SMALL = 10_000


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


@pytest.mark.parametrize("name", NASTY)
def test_reading_a_nasty_text_takes_linear_time(name: str) -> None:
    assert growth(wikialbum.parse_text, NASTY[name], LARGE) < BOUND


@pytest.mark.parametrize("name", NASTY_VALUES)
def test_reading_a_nasty_value_takes_linear_time(name: str) -> None:
    assert growth(wikialbum.parse_text, NASTY_VALUES[name], LARGE_VALUE) < BOUND


@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_printing_a_nasty_tree_takes_linear_time(name: str) -> None:
    texts = {**NASTY, **NASTY_VALUES}[name]
    trees = {size: wikialbum.parse_article(texts(size)) for size in (SMALL, LARGE_VALUE)}
    times = {size: min(printing(tree) for _ in range(3)) / size for size, tree in trees.items()}
    assert times[LARGE_VALUE] / times[SMALL] < BOUND * 2


def printing(tree: wikialbum.Article) -> int:
    """The nanoseconds that printing a tree takes."""
    start = time.perf_counter_ns()
    str(tree)
    return time.perf_counter_ns() - start


@pytest.mark.parametrize("dialect", [None, "plain", "wikitext"])
@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_round_trips(name: str, dialect: wikialbum.syntax.Dialect | None) -> None:
    assert_round_trip({**NASTY, **NASTY_VALUES}[name](SMALL + 7), dialect)


@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_gives_an_album_that_json_can_hold(name: str) -> None:
    album = wikialbum.parse_text({**NASTY, **NASTY_VALUES}[name](SMALL // 2))
    assert wikialbum.Album.from_dict(album.to_dict()) == album


def test_growth_is_one_for_linear_and_large_for_quadratic_work() -> None:
    assert growth(lambda text: sum(map(ord, text)), NASTY["commas"], LARGE_VALUE) < BOUND
    assert growth(lambda text: [text.count(text[at:]) for at in range(0, len(text), 100)], NASTY["commas"], LARGE_VALUE) >= BOUND
