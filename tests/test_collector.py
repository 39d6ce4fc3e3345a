"""The collector of cycles rests while a large article is read, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import wikialbum
from wikialbum.collector import LARGE, resting_collector

LINE = "- Ann Lee – harp\n"


@pytest.fixture(autouse=True)
def enabled_afterwards() -> Iterator[None]:
    yield
    gc.enable()


def collections_while_reading(text: str) -> int:
    """How often the collector ran while the text of an article was read, and its album made."""
    seen: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        seen.append(phase)

    gc.callbacks.append(note)
    try:
        article = wikialbum.parse_article(text)
        wikialbum.normalize(article)
    finally:
        gc.callbacks.remove(note)
    return seen.count("start")


def test_a_large_article_is_read_without_the_collector_and_a_small_one_with_it() -> None:
    wikialbum.parse_text(f"==Personnel==\n{LINE}")  # what is loaded with the first article is no part of this
    size = LARGE // len(LINE)
    small, large = (f"==Personnel==\n{LINE * count}" for count in (size // 2, size + 1))
    assert collections_while_reading(small) > 10
    assert collections_while_reading(large) < 5
    assert gc.isenabled()


def test_a_collector_that_rests_already_goes_on_resting() -> None:
    gc.disable()
    with resting_collector(LARGE):
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(KeyError), resting_collector(LARGE):
        raise KeyError
    assert gc.isenabled()
