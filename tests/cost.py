"""What reading a text costs, told without seconds: by the character, as a multiple of an ordinary article's.

A count of calls would not depend on the machine, but it does not see the inside of a regular expression, where most of
the time of a hostile text goes. So time is measured: that of the thread alone, the best of several, against that of an
ordinary article, read by the same code at the same moment. What is too much is measured again before it counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

ARTICLE: Final = Path(__file__).parent / "articles" / "rock-doors-at-seven"

#: How many characters' time a call takes whatever the text is.
CALL: Final = 400

Task = Callable[[str], object]


@cache
def ordinary(dialect: str) -> str:
    """An ordinary article of a dialect, of some 5,000 characters."""
    return (ARTICLE / {"plain": "plain.txt", "wikitext": "article.wiki"}[dialect]).read_bytes().decode()


def seconds(task: Task, text: str, times: int) -> float:
    """The time of the thread that a task takes, the best of some times."""
    best = float("inf")
    for _ in range(times):
        start = time.thread_time_ns()
        task(text)
        best = min(best, time.thread_time_ns() - start)
    return best / 1e9


def by_character(task: Task, text: str, times: int) -> float:
    """The time for each character, in seconds."""
    return seconds(task, text, times) / (len(text) + CALL)


def multiple(task: Task, text: str, dialect: str, times: int = 1) -> float:
    """How many times the time of an ordinary article's characters those of a text take."""
    return by_character(task, text, times) / by_character(task, ordinary(dialect), times + 2)


def least_multiple(task: Task, text: str, dialect: str, bound: float, attempts: int = 4) -> float:
    """The multiple of a text, measured again for as long as it is above a bound."""
    least = float("inf")
    for attempt in range(attempts):
        least = min(least, multiple(task, text, dialect, 1 + attempt))
        if least < bound:
            break
    return least


def growth(task: Task, small: str, large: str, bound: float, attempts: int = 4) -> float:
    """By how much more a large text takes for each character than a small one; 1 where time is linear."""
    least = float("inf")
    for _ in range(attempts):
        least = min(least, by_character(task, large, 1) / by_character(task, small, 3))
        if least < bound:
            break
    return least
