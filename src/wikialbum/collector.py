"""Python's garbage collector, and large articles.

The collector of cycles visits all that a program holds again and again while more is made. An article of megabytes is
a million objects, none in a cycle: visiting them takes as long as reading them. So it rests while one is read.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final

__all__ = ["LARGE", "resting_collector"]

LARGE: Final = 200_000
"""Articles of so many characters are large; nearly all are shorter by far, and leave the collector as it is."""


def resting_collector(size: int) -> AbstractContextManager[None]:
    """A context in which the collector of cycles rests while an article of a size, in characters, is read.

    Examples:
        >>> with resting_collector(1_000_000):
        ...     gc.isenabled()
        False
        >>> with resting_collector(1_000):
        ...     gc.isenabled()
        True
    """
    return _at_rest() if size >= LARGE and gc.isenabled() else nullcontext()


@contextmanager
def _at_rest() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
