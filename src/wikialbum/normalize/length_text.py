"""Reads playing times: the Length of an infobox, and the time of a track."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from wikialbum.normalize.value_notes import (
    Parentheses,
    divide_words,
    items_with_words,
    join_notes,
    share_words,
    split_items,
    tidy,
)
from wikialbum.patterns import lazy_pattern

#: Other signs that are written for colons, minutes and seconds.
_SIGNS: Final = str.maketrans("：∶ː꞉′’″”", "::::''\"\"")

_BLANK: Final = r"[^\S\n]*+"
_JOINT: Final = rf"{_BLANK}(?:(?:,|and\b|und\b){_BLANK})?+"
_WORD_END: Final = r"(?![^\W\d_])\.?+"
_HOURS: Final = rf"{_BLANK}(?:h(?:(?:ou)?rs?)?+|st(?:d|unden?)){_WORD_END}"
_MINUTES: Final = rf"{_BLANK}m(?:in(?:ute)?[sn]?)?+{_WORD_END}"
_SECONDS: Final = rf"{_BLANK}s(?:e[ck](?:ond|unde)?[sn]?)?+{_WORD_END}"
_CLOCK: Final = r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d)"
_GLUED: Final = r"\d{1,3}:\d\d(?!\d)"

#: A time after other characters; every number is one of the forms or, without groups, none.
_TIME: Final = lazy_pattern(
    r"\D*+()(?:"
    rf"{_CLOCK}(?:(?!\d|\.\d|:)|(?={_GLUED}))(?:{_MINUTES})?+"
    rf"|(\d{{1,3}}){_HOURS}(?:{_JOINT}(\d{{1,2}}){_MINUTES})?+(?:{_JOINT}(\d{{1,2}}){_SECONDS})?+"
    rf"|(\d{{1,4}}){_MINUTES}(?:{_JOINT}(\d{{1,2}}){_SECONDS})?+"
    rf"|(\d{{1,5}}){_SECONDS}"
    rf"|(\d{{1,3}}){_BLANK}'{_BLANK}(\d\d){_BLANK}(?:\"|'')"
    r"|\d(?:[\d.]|:(?=\d))*+)",
    re.IGNORECASE,
)
#: What nearly all playing times are.
_USUAL: Final = lazy_pattern(r"(\d{1,3}):([0-5]\d)")
_START: Final = 1
_SHORT: Final = 20
_HOUR: Final = 3600
_MINUTE: Final = 60

#: The groups of hours, minutes and seconds, 0 for none, by the last group that took part in the match.
_FORMS: Final = (
    dict.fromkeys((4,), (2, 3, 4))
    | dict.fromkeys((5, 6, 7), (5, 6, 7))
    | dict.fromkeys((8, 9), (0, 8, 9))
    | {10: (0, 0, 10), 12: (0, 11, 12)}
)
_TAIL: Final = lazy_pattern(r"(?:[\s)*†‡^.]|\[[^\[\]\s]{0,8}\])*+")


class LengthText(NamedTuple):
    """A playing time as read from a text.

    Attributes:
        seconds: The time in seconds, or None where a time was expected and none could be read.
        note: What the text adds to the time, such as `LP`.
        start: The 0-based offset of the first character of the time, or of the words that are no time.
        end: The offset behind the time and the parenthesis after it.
    """

    seconds: int | None
    note: str | None
    start: int
    end: int


def read_lengths(text: str) -> list[LengthText]:
    """Read the playing times of a Length value.

    Args:
        text: Display text; line breaks part the items of a list.

    Returns:
        One entry for each time, and one without seconds or note for each item whose time is cut off, impossible
        (60 seconds or more behind the colon), or missing.

    Examples:
        >>> for seconds, note, *_ in read_lengths("38:20 (LP), 1:02:33 (CD)"):
        ...     print(seconds, note)
        2300 LP
        3753 CD
    """
    usual = _usual_time(text)
    if usual is not None:
        return [LengthText(usual, None, 0, len(text))]
    times = _find_times(text)
    if not times:
        return _unread(text, 0, len(text))
    if len(times) == 1 and times[0].end - times[0].start == len(text):
        return times if times[0].seconds is not None else [times[0]._replace(note=None)]
    divided = divide_words(text, 0, times[0].start)
    entries = _unread(text, 0, divided[0]) if divided else []
    label_start = divided[1] if divided else 0
    for time, following in zip(times, [*times[1:], None], strict=True):
        label = tidy(text[label_start : time.start])
        words_end = len(text)
        if following is not None:
            words_end, label_start = share_words(text, time.end, following.start)
        first, *others = split_items(text, time.end, words_end)
        note = join_notes(label, time.note, tidy(text[slice(*first)]))
        entries.append(time._replace(note=None if time.seconds is None else note))
        for item in others:
            entries += _unread(text, *item)
    return entries


def read_time(text: str) -> int | None:
    """Read a text that is exactly one playing time, in parentheses or not; footnote marks are passed over.

    Args:
        text: Display text, such as `3:45` or `1:02:33`.

    Returns:
        Seconds, or None for a text that is anything else.

    Examples:
        >>> read_time("(3:45)"), read_time("1:02:33"), read_time("–")
        (225, 3753, None)
    """
    return _read_time(text) if len(text) <= _SHORT else _read_time.__wrapped__(text)


@lru_cache(maxsize=1024)
def _read_time(text: str) -> int | None:
    """A playing time; most are one of a few hundred."""
    usual = _usual_time(text)
    if usual is not None:
        return usual
    stripped = text.strip(" \t\n\u00a0(")
    match = _TIME.match(_with_usual_signs(stripped))
    if match is None or match.start(_START) or not _TAIL.fullmatch(stripped, match.end()):
        return None
    form = _FORMS.get(match.lastindex or 0)
    return _seconds(match, form) if form is not None else None


def _usual_time(text: str) -> int | None:
    """The seconds of a text that is written as nearly all times are; the large pattern is then not needed."""
    match = _USUAL.fullmatch(text)
    return int(match[1]) * _MINUTE + int(match[2]) if match is not None else None


def _find_times(text: str) -> list[LengthText]:
    """The times of a text in order; those in a parenthesis after a time are not told."""
    parentheses = Parentheses(text)
    times = []
    usual = _with_usual_signs(text)
    match = _TIME.match(usual)
    while match is not None:
        at = match.end()
        form = _FORMS.get(match.lastindex or 0)
        if form is not None:
            note = None
            parenthesis = parentheses.after(at)
            if parenthesis is not None:
                start, end, at = parenthesis
                note = tidy(text[start:end])
            times.append(LengthText(_seconds(match, form), note, match.start(_START), at))
        match = _TIME.match(usual, at)
    return times


def _with_usual_signs(text: str) -> str:
    """A text with colons, apostrophes and quotes for all signs that are written for them; as long as it was."""
    return text if text.isascii() else text.translate(_SIGNS)


def _seconds(match: re.Match[str], form: tuple[int, int, int]) -> int | None:
    """The time of a match in seconds; None where a smaller unit has 60 or more beside a larger one."""
    hours, minutes, seconds = (int(match[group] or 0) if group else 0 for group in form)
    has_hours = form[0] and match[form[0]] is not None
    has_minutes = form[1] and match[form[1]] is not None
    if (seconds >= _MINUTE and (has_hours or has_minutes)) or (minutes >= _MINUTE and has_hours):
        return None
    return hours * _HOUR + minutes * _MINUTE + seconds


def _unread(text: str, start: int, end: int) -> list[LengthText]:
    """An entry without a time for each item that has words."""
    return [LengthText(None, None, *item) for item in items_with_words(text, start, end)]
