"""Reads the dates of infobox values and table cells: Released, Recorded, a single date, a year."""

from __future__ import annotations

from typing import Final, NamedTuple

from wikialbum.dates import PartialDate
from wikialbum.normalize.date_parts import DatePart, Link, Scanner, read_parts, scanner
from wikialbum.normalize.value_notes import divide_words, items_with_words, join_notes, share_words, split_items, tidy
from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary.dates import DateWords

_YEAR: Final = lazy_pattern(r"(?<![^\W_])[12]\d{3}(?![^\W_])")
_TAIL: Final = lazy_pattern(
    r"(?:[\s*†‡§^#.]|\[[^\[\]\n]*+\]|\((?:[^()\n]|\([^()\n]*+\))*+\)?+)*+",
)


class ReleaseText(NamedTuple):
    """A date of release as read from a text.

    Attributes:
        date: The date, or None where a date was expected and none could be read.
        note: What the text adds to the date, such as `US`.
        start: The 0-based offset of the first character of the date, or of the words that are no date.
        end: The offset behind the date and the parenthesis after it.
    """

    date: PartialDate | None
    note: str | None
    start: int
    end: int


class RecordingText(NamedTuple):
    """A date or range of dates of recording as read from a text.

    Attributes:
        start_date: The date, or the first of a range; None where none could be read.
        end_date: The last date of a range.
        note: What the text adds, such as `Late`, or the words of a text without dates.
        start: The 0-based offset of the first character.
        end: The offset behind the last date and the parenthesis after it.
    """

    start_date: PartialDate | None
    end_date: PartialDate | None
    note: str | None
    start: int
    end: int


def read_releases(text: str, words: DateWords) -> list[ReleaseText]:
    """Read the dates of a Released value.

    Args:
        text: Display text; line breaks part the items of a list.
        words: The language's words for dates.

    Returns:
        One entry for each date, and one without date or note for each item in which a date is cut off, is on no
        calendar, or is missing.

    Examples:
        >>> from wikialbum.vocabulary.dates import ENGLISH_DATES
        >>> for date, note, *_ in read_releases("25 August 1992 (US), Autumn 1992 (UK; CD)", ENGLISH_DATES):
        ...     print(date, note)
        1992-08-25 US
        1992 Autumn; UK; CD
    """
    tables = scanner(words)
    whole = tables.whole_date(text)
    if whole is not None:
        return [ReleaseText(whole, None, 0, len(text))]
    parts, links = read_parts(text, tables)
    if not parts:
        return _items_without_date(text, 0, len(text))
    if len(parts) > 1:
        parts, links = _without_spans(parts, links, text)
    entries = _label_items(text, parts[0].start)
    label = _label(text, entries[-1].end if entries else 0, parts[0].start, tables)
    for part, link, following in zip(parts, [*links, Link.WORDS], [*parts[1:], None], strict=True):
        words_end, label_start = _share(text, part, link, following)
        pieces = split_items(text, part.after, words_end) if words_end > part.after else []
        note = join_notes(label, part.note, _words(text, *pieces[0]) if pieces else None)
        date = part.date
        entries.append(ReleaseText(date, note if date else None, part.start, part.after))
        if date is not None:
            for piece in pieces[1:]:
                entries += _items_without_date(text, *piece)
        label = _label(text, label_start, following.start, tables) if following else None
    return entries


def read_recordings(text: str, words: DateWords) -> list[RecordingText]:
    """Read the dates and ranges of dates of a Recorded value.

    Args:
        text: Display text; line breaks part the items of a list.
        words: The language's words for dates.

    Returns:
        One entry for each date or range, without dates and note where it is cut off or on no calendar. A text
        without dates gives one entry with the text as note.

    Examples:
        >>> from wikialbum.vocabulary.dates import ENGLISH_DATES
        >>> for start, end, note, *_ in read_recordings("12–13 May 1960, late 1961 in Cork", ENGLISH_DATES):
        ...     print(start, end, note)
        1960-05-12 1960-05-13 None
        1961 None late; in Cork
    """
    tables = scanner(words)
    whole = tables.whole_date(text)
    if whole is not None:
        return [RecordingText(whole, None, None, 0, len(text))]
    parts, links = read_parts(text, tables)
    if not parts:
        return _words_alone(text)
    entries = []
    label_start = index = 0
    while index < len(parts):
        first = last = parts[index]
        label = _label(text, label_start, first.start, tables)
        between = None
        word_before = text[label_start : first.start].rstrip().rpartition(" ")[2]
        if index < len(links) and _is_range(links[index], first, parts[index + 1], word_before, tables):
            last = parts[index + 1]
            between = tables.part_range.fullmatch(text, first.after, last.start)
            index += 1
        following = parts[index + 1] if index + 1 < len(parts) else None
        words_end, label_start = _share(text, last, links[index] if following else Link.WORDS, following)
        notes = (label, first.note, tidy(between[1]) if between else None, last.note if last is not first else None)
        entries.append(_recording(first, last, join_notes(*notes, _words(text, last.after, words_end))))
        index += 1
    return entries


def read_date(text: str, words: DateWords) -> PartialDate | None:
    """Read a text that is exactly one date, such as a table cell.

    A season before the date, and a parenthesis or footnote marks after it, are passed over.

    Args:
        text: Display text.
        words: The language's words for dates.

    Returns:
        The date; None for no date, several, or a date with other words.

    Examples:
        >>> from wikialbum.vocabulary.dates import ENGLISH_DATES
        >>> str(read_date("January 14, 1992[1]", ENGLISH_DATES))
        '1992-01-14'
    """
    tables = scanner(words)
    found = tables.first_date(text)
    return found.date if found is not None and (found.end == len(text) or _TAIL.fullmatch(text, found.end)) else None


def read_year(text: str) -> int | None:
    """The first year from 1000 to 2999 that stands on its own.

    Examples:
        >>> read_year("1992–93"), read_year("October 2003"), read_year("12345")
        (1992, 2003, None)
    """
    match = _YEAR.search(text)
    return int(match[0]) if match is not None else None


def _share(text: str, part: DatePart, link: Link, following: DatePart | None) -> tuple[int, int]:
    """Where the words after a date end, and where those before the following date start."""
    if following is None:
        return len(text), len(text)
    if link is not Link.WORDS:
        return part.after, following.start
    return share_words(text, part.after, following.start)


def _words(text: str, start: int, end: int) -> str | None:
    """The words after a date; a number alone is the rest of a date that is cut off."""
    words = tidy(text[start:end])
    return words if words and any(map(str.isalpha, words)) else None


def _label(text: str, start: int, end: int, tables: Scanner) -> str | None:
    """The words before a date, without those at their end that only lead to it, such as `in`."""
    if start >= end:
        return None
    label = tidy(text[start:end])
    if label is None or label.isalnum():
        return None if label is None or label.lower() in tables.words.openers else label
    names = label.split(" ")
    while names and names[-1].lower() in tables.words.openers:
        names.pop()
    return tidy(" ".join(names))


def _label_items(text: str, end: int) -> list[ReleaseText]:
    """The items without a date before the first date."""
    divided = divide_words(text, 0, end) if end else None
    return _items_without_date(text, 0, divided[0]) if divided is not None else []


def _items_without_date(text: str, start: int, end: int) -> list[ReleaseText]:
    """An entry without a date for each item that has words."""
    return [ReleaseText(None, None, *item) for item in items_with_words(text, start, end)]


def _without_spans(parts: list[DatePart], links: list[Link], text: str) -> tuple[list[DatePart], list[Link]]:
    """The dates with `2003-13` as one that is cut off: nothing is released over years, so the 13 is a wrong month."""
    kept, kept_links = parts[:1], []
    for part, link in zip(parts[1:], links, strict=True):
        two_digits = part.end - part.start == 2 and part.month is None
        if two_digits and text[part.start - 1] == "-":
            kept[-1].cut, kept[-1].after = True, part.after
        else:
            kept.append(part)
            kept_links.append(link)
    return kept, kept_links


def _is_range(link: Link, first: DatePart, last: DatePart, word_before: str, tables: Scanner) -> bool:
    """Whether a date and the next are the two ends of a range."""
    if link is Link.GLUE:
        return first.date is not None and last.date is not None and first.date <= last.date
    if link is Link.LIST:
        return word_before.lower() in tables.words.range_openers
    return link is Link.RANGE


def _recording(first: DatePart, last: DatePart, note: str | None) -> RecordingText:
    """The entry of a date or range; one whose first date cannot be read has neither dates nor note."""
    start = first.date
    if start is None:
        return RecordingText(None, None, None, first.start, last.after)
    return RecordingText(start, last.date if last is not first else None, note, first.start, last.after)


def _words_alone(text: str) -> list[RecordingText]:
    note = tidy(text)
    if note is None:
        return []
    lead = len(text) - len(text.lstrip())
    is_words = any(map(str.isalpha, note))
    return [RecordingText(None, None, note if is_words else None, lead, len(text.rstrip()))]
