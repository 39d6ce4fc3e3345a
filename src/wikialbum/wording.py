"""How playing times and track numbers are written, in articles and in the terminal alike."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["numbers_text", "time_text"]


def time_text(seconds: int) -> str:
    """A playing time.

    Args:
        seconds: The time in seconds.

    Examples:
        >>> time_text(2500), time_text(3753)
        ('41:40', '1:02:33')
    """
    minutes, rest = divmod(seconds, 60)
    hours, left = divmod(minutes, 60)
    return f"{hours}:{left:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def numbers_text(numbers: Sequence[int]) -> str:
    """Track numbers, runs of three and more as ranges.

    Examples:
        >>> numbers_text((1, 2, 4, 5, 6))
        '1, 2, 4–6'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(shown)
