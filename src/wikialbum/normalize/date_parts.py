"""Finds the dates in a text, the incomplete ones too, and completes those that share a year or month.

`12–13 and 20 May 1960` names its month and year once: the scan finds 12, 13 and 20 May 1960, and the first two take
from the third what they lack.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from wikialbum.dates import PartialDate
from wikialbum.normalize.value_notes import Parentheses, tidy
from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary.dates import DateWords


class Link(Enum):
    """What stands between two dates."""

    LIST = auto()
    """A comma, a line break, `and` and the like, or blanks."""
    RANGE = auto()
    """A dash, or a word such as `to`."""
    GLUE = auto()
    """Nothing: a lost dash or line break."""
    WORDS = auto()
    """Anything else."""


@attrs.define(eq=False, repr=False)
class DatePart:
    """A date as written, and what it takes from its neighbours.

    Attributes:
        year: The year, None where it is to be taken from a neighbour.
        month: The number of the month; 0 for no such month.
        day: The day of the month.
        month_first: Whether the month stands before the day.
        start: The offset of the first character.
        end: The offset behind the date.
        after: The offset behind the parenthesis after it.
        note: What the parenthesis says.
        cut: The text breaks off in the middle of this date, or it is written in a way that is not read.
    """

    year: int | None
    month: int | None
    day: int | None
    month_first: bool
    start: int
    end: int
    after: int
    note: str | None = None
    cut: bool = False

    @property
    def date(self) -> PartialDate | None:
        """The date, or None where it is cut off, lacks its year, or is on no calendar."""
        return None if self.cut else calendar_date(self.year, self.month, self.day)


class Form(NamedTuple):
    """The groups of the pattern that hold year, month and day of one form of date; 0 for none."""

    year: int
    month: int
    day: int
    month_first: bool = False


#: The forms by the last group of the pattern that took part in the match.
_FORMS: Final = {
    3: Form(2, 3, 0),
    4: Form(2, 3, 4),
    6: Form(0, 6, 5),
    7: Form(7, 6, 5),
    8: Form(0, 8, 0),
    9: Form(0, 8, 9, month_first=True),
    10: Form(10, 8, 9, month_first=True),
    11: Form(11, 0, 0),
    13: Form(13, 0, 12),
    16: Form(0, 0, 16),
    19: Form(19, 18, 17),
}
#: What nearly all dates are: `14 January 1992`, `January 14, 1992`, `January 1992`, `1992`.
_USUAL: Final = lazy_pattern(
    r"(?:(?P<day>\d{1,2}) (?P<month>[^\W\d_]++) |(?P<first_month>[^\W\d_]++) (?:(?P<second_day>\d{1,2}), )?)?"
    r"(?P<year>[12]\d{3})"
)
#: The groups of an empty match before the date, and of what is no whole date.
_START: Final = 1
_CUT_WORD: Final = 15
_CUT_NUMBER: Final = 20


class PlacedDate(NamedTuple):
    """A date, None for none that there is, and its place in a text."""

    date: PartialDate | None
    start: int
    end: int


@attrs.frozen(eq=False, repr=False)
class Scanner:
    """The patterns and tables made of one language's words.

    Attributes:
        pattern: Matches up to the end of the next date or number; to search with it would try each text many times.
        months: The words' months.
        prefixes: What a cut-off month may be.
        links: What stands between two dates, in lower case without blanks around it, to its kind.
        part_range: A range's dash or word, or a lost one, with words for a part of a year behind it.
        words: The words that this was made of.
        lead: Blanks and words for a part of a year before a date.
    """

    pattern: re.Pattern[str]
    months: dict[str, int]
    prefixes: frozenset[str]
    links: dict[str, Link]
    part_range: re.Pattern[str]
    words: DateWords
    lead: re.Pattern[str]

    def whole_date(self, text: str) -> PartialDate | None:
        """The date that a text is, from its first character to its last; None for any other text."""
        usual = self._usual_date(text)
        if usual is not None:
            return usual
        match = self.pattern.match(text)
        if match is None or match.end() != len(text) or match.start(_START):
            return None
        form = _FORMS.get(match.lastindex or 0)
        return calendar_date(*_numbers(match, form, self)) if form is not None else None

    def first_date(self, text: str) -> PlacedDate | None:
        """The date that a text begins with, after blanks or a season; None for no date."""
        usual = self._usual_date(text)
        if usual is not None:
            return PlacedDate(usual, 0, len(text))
        match = self.pattern.match(text)
        if match is None:
            return None
        start = match.start(_START)
        form = _FORMS.get(match.lastindex or 0)
        if form is None or (start and not self.lead.fullmatch(text, 0, start)):
            return None
        return PlacedDate(calendar_date(*_numbers(match, form, self)), start, match.end())

    def _usual_date(self, text: str) -> PartialDate | None:
        """The date of a text that is written as nearly all are; the large pattern is then not needed."""
        match = _USUAL.fullmatch(text)
        if match is None:
            return None
        day, month, first_month, second_day, year = match.groups()
        name, written_day = month or first_month, day or second_day
        number = self.months.get(name.lower()) if name else None
        if name and number is None:
            return None
        return calendar_date(int(year), number, int(written_day) if written_day else None)


@lru_cache(maxsize=4096)
def calendar_date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """The date, or None where the year is unknown or the calendar has no such date."""
    if year is None:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


@cache
def scanner(words: DateWords) -> Scanner:
    """The scanner for a language, made once."""
    names = "|".join(re.escape(name) for name in sorted(words.months, key=len, reverse=True))
    ranges = "|".join(map(re.escape, sorted(words.range_words)))
    parts = "|".join(map(re.escape, sorted(words.parts | words.seasons)))
    lists = {joint: Link.LIST for word in words.conjunctions for joint in (word, f",{word}", f", {word}")}
    return Scanner(
        lazy_pattern(
            _pattern(names, "|".join(map(re.escape, sorted(words.ordinals))), dotted=words.dotted), re.IGNORECASE
        ),
        dict(words.months),
        frozenset(name[:length] for name in words.months for length in range(1, len(name))),
        lists
        | dict.fromkeys((",", ";", ",,", ", ,", "/", "·", "•", "|"), Link.LIST)
        | dict.fromkeys(("–", "-", "—", "−", "‐", "‑", *words.range_words), Link.RANGE),
        lazy_pattern(rf"(?:\s*+(?:[–—−‐‑-]|(?:{ranges})\b)\s*+|(?=\S))((?:(?:{parts})\b[\s-]*+)++)", re.IGNORECASE),
        words,
        lazy_pattern(rf"\s*+(?:(?:{parts})\b[\s/-]*+)*+", re.IGNORECASE),
    )


def _pattern(names: str, ordinals: str, *, dotted: bool) -> str:
    """The pattern of other words and a date; a year may be glued to the date that follows it, other numbers stand alone.

    The words are whole words without a month, so that the date begins where they end: no text is tried twice.
    """
    blank = r"[^\S\n]*+"
    name = rf"(?:{names})(?![^\W\d_])"
    day = rf"(\d{{1,2}})(?:{ordinals})?+(?!\d)"
    month = rf"({names})(?![^\W\d_])\.?+"
    next_day = rf"\d{{1,2}}(?:{ordinals})?+{blank}{name}"
    glued = rf"[12]\d{{3}}(?!\d)|{next_day}"
    year = rf"([12]\d{{3}})(?:(?!\d)|(?={glued}))(?!(?-i:['’]?[a-z])|[.:]\d|/\d(?!\d(?:\d\d)?(?![\d/])))"
    # A hyphen and one digit, or a hyphen that ends the text, is the rest of a numeric date.
    no_rest = rf"(?!-(?:\Z|(?!{next_day})\d(?!\d)|\d\d-))"
    iso_end = rf"(?:(?![\d-]|[./:]\d)|(?={glued}))"
    no_month = rf"(?!{blank}\d{{1,2}}\.{blank}[12]\d{{3}})" if dotted else ""
    forms = (
        rf"([12]\d{{3}})-(\d\d(?=-)|0[1-9]|1[0-2])(?:-(\d\d))?+{iso_end}",
        rf"{day}{blank}{month}(?:,?{blank}{year})?+",
        rf"{month}(?:{blank}{day}(?!{blank}{name}))?+(?:,?{blank}{year})?+",
        rf"{year}{no_rest}",
        rf"{day},{blank}{year}",
        rf"{day}{blank}([^\W\d_]++)\Z",
        rf"{day}(?![^\W_]|[./:]\d|[\"″%]){no_month}",
        rf"(\d{{1,2}})\.{blank}(\d{{1,2}})\.{blank}([12]\d{{3}})(?!\d)" if dotted else r"(?!)(.)(.)(.)",
        r"([12]\d{3}-[\d-]*+|\d{1,2}([./])\d{1,2}\21\d{2,4}(?!\d))",
        r"\d[\d./:]*+",
    )
    return rf"(?:[\W_]++|(?!{name})[^\W\d_]++)*+()(?:{'|'.join(forms)})"


def find_parts(text: str, words: Scanner) -> list[DatePart]:
    """The dates of a text in order, each with the parenthesis after it; those in such a parenthesis are not told."""
    find = words.pattern.match
    parentheses = Parentheses(text)
    parts: list[DatePart] = []
    match = find(text)
    while match is not None:
        part = _part(match, words)
        at = match.end()
        if part is not None:
            parenthesis = parentheses.after(at)
            if parenthesis is not None:
                _take_note(part, text, parenthesis, words)
                at = part.after
            parts.append(part)
        match = find(text, at)
    return parts


def _part(match: re.Match[str], words: Scanner) -> DatePart | None:
    """The date that a match of the pattern holds, or None for a number that is no date."""
    last = match.lastindex or 0
    start, end = match.start(_START), match.end()
    form = _FORMS.get(last)
    if form is not None:
        year, month, day = _numbers(match, form, words)
        return DatePart(year, month, day, form.month_first and day is not None, start, end, end)
    if last >= _CUT_NUMBER or (last == _CUT_WORD and match[_CUT_WORD].lower() in words.prefixes):
        return DatePart(None, None, None, False, start, end, end, None, True)
    return None


def _numbers(match: re.Match[str], form: Form, words: Scanner) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a match; month 0 where there is no such month."""
    year, month, day = match.group(form.year, form.month, form.day)
    return (
        int(year) if form.year else None,
        (words.months.get(month.lower()) or _number(month)) if form.month else None,
        int(day) if form.day and day else None,
    )


def _number(month: str) -> int:
    return int(month) if month.isdecimal() else 0


def _take_note(part: DatePart, text: str, parenthesis: tuple[int, int, int], words: Scanner) -> None:
    """Give a date the parenthesis after it; one that is not closed ends with its line, or before the next date."""
    start, end, after = parenthesis
    if end == after:
        end = after = _next_date(text, start, end, words)
    note = tidy(text[start:end])
    part.after = after
    part.note = None if note and _repeats(note, part, words) else note


def _next_date(text: str, start: int, end: int, words: Scanner) -> int:
    """The offset of the first date with a year from start to end, or the end."""
    match = words.pattern.match(text, start, end)
    while match is not None:
        form = _FORMS.get(match.lastindex or 0)
        if form is not None and form.year:
            return match.start(_START)
        match = words.pattern.match(text, match.end(), end)
    return end


def _repeats(note: str, part: DatePart, words: Scanner) -> bool:
    """Whether a note is but the date again, in another form."""
    if not note[0].isdigit():
        return False
    again = words.whole_date(note)
    return again is not None and again == part.date


def links_between(text: str, parts: list[DatePart], words: Scanner) -> list[Link]:
    """What stands between each date and the next."""
    return [_link(text, left, right, words) for left, right in pairwise(parts)]


def _link(text: str, left: DatePart, right: DatePart, words: Scanner) -> Link:
    between = text[left.after : right.start]
    if not between:
        return Link.GLUE if left.after == left.end else Link.LIST
    if between == "/":
        return Link.RANGE
    stripped = between.strip().lower()
    link = words.links.get(stripped)
    if link is not None:
        return link
    if not stripped.strip(",;\n\t &/"):
        return Link.LIST
    return Link.RANGE if words.part_range.fullmatch(between) else Link.WORDS


def complete(parts: list[DatePart], links: list[Link], text: str) -> None:
    """Let dates take the month and year that they lack from those that they are linked with."""
    linked = [link is not Link.WORDS for link in links]
    for index in range(1, len(parts)):
        if linked[index - 1]:
            _take_month(parts[index], parts[index - 1])
    for index in range(len(parts) - 2, -1, -1):
        if linked[index]:
            _take_year(parts[index], parts[index + 1])
    for index in range(1, len(parts)):
        if links[index - 1] is Link.RANGE:
            _take_century(parts[index], parts[index - 1], text)


def _take_month(part: DatePart, before: DatePart) -> None:
    """`5` of `August 3 & 5, 1974`."""
    if part.month is None and part.day is not None and before.month_first:
        part.month, part.month_first = before.month, True


def _take_year(part: DatePart, after: DatePart) -> None:
    """`12` of `12 and 20 May 1960`, `August 3` of `August 3 & 5, 1974`."""
    if part.month is None and part.day is not None and after.day is not None and not after.month_first:
        part.month = after.month
    if part.year is None and part.month is not None and not part.cut:
        part.year = after.year


def _take_century(part: DatePart, before: DatePart, text: str) -> None:
    """`94` of `1988–94` is a year."""
    short = part.year is None and part.month is None and part.day is not None and part.end - part.start == 2
    if short and before.year is not None and before.day is None and not before.cut:
        year = before.year - before.year % 100 + int(text[part.start : part.end])
        part.year, part.day = (year if year > before.year else year + 100), None


def read_parts(text: str, words: Scanner) -> tuple[list[DatePart], list[Link]]:
    """The dates of a text, completed, and what stands between them; numbers and months that are no dates are words."""
    parts = find_parts(text, words)
    if len(parts) < 2:
        return [part for part in parts if _is_date(part)], []
    links = links_between(text, parts, words)
    if any(part.year is None for part in parts):
        complete(parts, links, text)
        _note_cut_month(parts, links, text)
        kept = _drop_words(parts, links)
        if len(kept) < len(parts):
            parts, links = kept, links_between(text, kept, words)
    return parts, links


def _is_date(part: DatePart) -> bool:
    """Whether a part says more than a lone number or a lone month does."""
    return part.cut or part.year is not None or (part.month is not None and part.day is not None)


def _note_cut_month(parts: list[DatePart], links: list[Link], text: str) -> None:
    """A month that ends the text, linked with a date before it, has lost its year."""
    last = parts[-1]
    if last.month is not None and last.year is None and last.end == len(text) and links[-1] is not Link.WORDS:
        last.cut = True


def _drop_words(parts: list[DatePart], links: list[Link]) -> list[DatePart]:
    """The parts without those that are words, and with one for each run of linked dates that cannot be read."""
    kept: list[DatePart] = []
    unread = False
    for part, link in zip(parts, [Link.WORDS, *links], strict=True):
        follows_unread = unread and link is not Link.WORDS
        if follows_unread and part.date is None:
            kept[-1].after = kept[-1].end = part.after
        elif _is_date(part):
            kept.append(part)
            unread = part.date is None
        else:
            unread = False
    return kept
