"""Texts of single values: dates, types, and items with their notes."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from typing import Any, Final

from wikialbum.album import Album, AlbumType, Recording
from wikialbum.dates import PartialDate
from wikialbum.wording import time_text

__all__ = ["date_text", "list_items", "noted", "recording_text", "type_text"]


def date_text(date: PartialDate) -> str:
    """A date in words.

    Examples:
        >>> [date_text(PartialDate(*date)) for date in [(1992, 1, 14), (1992, 1), (1992,)]]
        ['14 January 1992', 'January 1992', '1992']
    """
    month = calendar.month_name[date.month] if date.month else None
    return " ".join(str(part) for part in (date.day, month, f"{date.year:04}") if part)


def noted(text: str, note: str | None) -> str:
    """A text with its note in parentheses; the note alone where there is no text.

    Examples:
        >>> noted("Duck", "reissue"), noted("", "in Cork")
        ('Duck (reissue)', 'in Cork')
    """
    if note is None:
        return text
    return f"{text} ({note})" if text else note


def recording_text(recording: Recording) -> str:
    """A date or range of recording."""
    return " – ".join(date_text(date) for date in (recording.start, recording.end) if date is not None)


def type_text(album: Album) -> str | None:
    """The words for the album's type."""
    if album.type is None:
        return None
    return "EP" if album.type is AlbumType.EP else album.type.value.replace("_", " ")


def list_items(album: Album, field: str) -> list[tuple[str, str | None]]:
    """The items of one of the album's lists of the infobox as texts, each with its note."""
    text = _TEXTS.get(field, str)
    return [(text(value), getattr(value, "note", None)) for value in getattr(album, field)]


_TEXTS: Final[dict[str, Callable[[Any], str]]] = {
    "labels": lambda label: str(label.name),
    "producers": lambda producer: str(producer.name),
    "releases": lambda release: date_text(release.date) if release.date is not None else "",
    "recorded": recording_text,
    "lengths": lambda length: time_text(length.seconds),
}
