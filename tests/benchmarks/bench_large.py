"""How time grows with each nasty text from 10 KB to 10 MB; it takes minutes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench_results import Result

import wikialbum

SMALL: Final = 10_000
LARGE: Final = 10_000_000
MOST: Final = 2

sys.path.append(str(Path(__file__).parents[1]))


def large() -> Iterator[Result]:
    """The time for each character of the long text, as a multiple of the short one's."""
    from cost import growth  # noqa: PLC0415 - importable only now
    from nasty_texts import NASTY  # noqa: PLC0415

    for name, make in NASTY.items():
        times = growth(wikialbum.parse_text, make(SMALL), make(LARGE), MOST)
        yield Result(f"10 MB of {name}: time by the character against 10 KB", times, "times", MOST)
