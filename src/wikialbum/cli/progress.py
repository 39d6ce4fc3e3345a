"""The progress of a long run on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import click
from rich import progress as rich_progress
from rich.console import Console

from wikialbum.extract.summary import Summary
from wikialbum.wording import thousands

__all__ = ["PlainProgress", "progress"]

#: How often a line is written where there is no terminal, in seconds.
_LINE_EVERY: Final = 10.0

Tell = Callable[[Summary, int], object]


@contextmanager
def progress(total: int) -> Iterator[Tell]:
    """What tells the progress while the block runs.

    Args:
        total: The size of all sources in bytes.
    """
    if not sys.stderr.isatty():
        yield PlainProgress(total).tell
        return
    columns = (
        rich_progress.BarColumn(),
        rich_progress.TaskProgressColumn(),
        rich_progress.DownloadColumn(),
        rich_progress.TransferSpeedColumn(),
        rich_progress.TimeRemainingColumn(),
        rich_progress.TextColumn("{task.description}"),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda summary, position: bar.update(
            task, completed=min(position, total), description=f"{thousands(summary.albums)} albums"
        )


class PlainProgress:
    """Writes a line on standard error now and then.

    Args:
        total: The size of all sources in bytes.
        every: How often, in seconds.
        clock: Tells the time in seconds.
    """

    def __init__(self, total: int, every: float = _LINE_EVERY, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = max(total, 1)
        self._every = every
        self._clock = clock
        self._begin = self._told = clock()

    def tell(self, summary: Summary, position: int) -> None:
        """Write a line if it is time."""
        now = self._clock()
        if now - self._told < self._every:
            return
        self._told = now
        rate = position / max(now - self._begin, 1e-9)
        left = max(self._total - position, 0) / rate if rate > 0 else 0.0
        click.echo(
            f"{min(position / self._total, 1):.1%}, {rate / 1e6:.1f} MB/s, {_duration(left)} left, "
            f"{thousands(summary.pages)} pages, {thousands(summary.albums)} albums",
            err=True,
        )


def _duration(seconds: float) -> str:
    """A time in words.

    Examples:
        >>> _duration(59), _duration(125), _duration(7300)
        ('59 s', '2 min', '2 h 1 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{rest} s"
