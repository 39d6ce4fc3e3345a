"""How values are put in words, in articles, in the terminal and on pages alike."""

from __future__ import annotations

from collections.abc import Sequence

from wikialbum.facts import AlbumRef, Recording, Role

__all__ = [
    "clock",
    "counted",
    "noted",
    "numbers_text",
    "recording_dates",
    "reference_text",
    "role_text",
    "thousands",
    "time_text",
]


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


def clock(seconds: int | None) -> str:
    """A playing time as on a sleeve.

    Examples:
        >>> clock(225), clock(4866), clock(None)
        ('3:45', '1:21:06', '')
    """
    return "" if seconds is None else time_text(seconds)


def thousands(number: int | None) -> str:
    """A number with commas between its thousands; nothing for None."""
    return "" if number is None else f"{number:,}"


def counted(count: int, word: str) -> str:
    """A number with its noun.

    Examples:
        >>> counted(1, "fact"), counted(1200, "fact")
        ('1 fact', '1,200 facts')
    """
    return f"{thousands(count)} {word}{'' if count == 1 else 's'}"


def noted(value: object, note: str | None) -> str:
    """A value with the parenthesis that was read after it.

    Examples:
        >>> noted("Duck", "US"), noted("Duck", None), noted(None, "US")
        ('Duck (US)', 'Duck', 'US')
    """
    shown = "" if value is None else str(value)
    if note is None:
        return shown
    return f"{shown} ({note})" if shown else note


def recording_dates(recording: Recording) -> str:
    """The date or the range of dates of recordings."""
    dates = " – ".join(str(date) for date in (recording.start, recording.end) if date)
    return noted(dates, recording.note)


def reference_text(other: AlbumRef) -> str:
    """Another album, with its year."""
    return noted(other.title, str(other.year) if other.year else None)


def role_text(role: Role) -> str:
    """A role with its note and its tracks."""
    scope = f"track{'s' if len(role.tracks) > 1 else ''} {numbers_text(role.tracks)}" if role.tracks else None
    return noted(noted(role.name, role.note), scope)
