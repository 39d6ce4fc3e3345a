"""Splits a text into names, labels or genres, and tidies what the flattening of an article left in it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from wikialbum.normalize.context import Context
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.protection import protect, unprotect
from wikialbum.vocabulary import Vocabulary
from wikialbum.vocabulary.model import fold

# Quotes and parentheses are stepped over; one that is not closed ends with its line.
_ENCLOSED: Final = r"[\"“][^\"”\n]*+[\"”]?|\((?:[^()\n]|\([^()\n]*+\))*+\)?|\[[^\[\]\n]*+\]?"
_NOTE: Final = lazy_pattern(r"\(((?:[^()\n]|\([^()\n]*+\))*+)(\)?)[ \t.]*\Z")
_LAST_WORD: Final = lazy_pattern(r"([^\s.,]*(?:\.[^\s.,]+)*)\.\Z")
# A sign that refers to a foot-note: `Ann Lee[b]`.
_FOOTNOTE_MARK: Final = lazy_pattern(r"(?<!\s)\s*+\[(?:[a-z]{1,2}|[A-Z]|\d{1,2}|(?:note|nb) \d{1,2})\]\Z")
# An initial of two letters, for one sound: `Sz.`, `Ch.`.
_DIGRAPH: Final = lazy_pattern(r"(?![AEIOUY])[A-Z][^\Waeiouy\d_]")


_SHORT: Final = 100
_LONGEST_SUFFIX: Final = 12


class _Separators(NamedTuple):
    """The patterns that split lists in one language; what they step over has no separator."""

    of_list: re.Pattern[str]
    of_names: re.Pattern[str]
    of_performers: re.Pattern[str]
    marks: re.Pattern[str]
    band: re.Pattern[str]
    joints: frozenset[str]


@cache
def _separators_of(words: Vocabulary) -> _Separators:
    last = "|".join(map(re.escape, sorted(words.list_words)))
    guests = "|".join(map(re.escape, sorted(words.guest_words)))
    comma = rf"{_ENCLOSED}|(?P<separator>[,;\n][ \t]*+(?:(?:{last}|&)[ \t])?|[ \t](?:[/·•]"
    return _Separators(
        lazy_pattern(rf"{comma})[ \t])"),
        lazy_pattern(rf"{comma}|{last}|&)[ \t])"),
        lazy_pattern(rf"{comma}|{last}|&|{guests})[ \t])"),
        lazy_pattern(rf",|;|\n|/|·|•|&|\(|\[|\"|“| (?:{last}|{guests})"),
        lazy_pattern(rf"(?:{'|'.join(sorted(words.band_words))})\b", re.IGNORECASE),
        words.list_words | {"&"},
    )


class Item(NamedTuple):
    """One item of a list: its text without its note, the parenthesis behind it, and its place in the text."""

    name: str
    note: str | None
    start: int
    end: int


def split_list(text: str, context: Context) -> list[Item]:
    """The items of a list of genres, languages or labels: split at `,`, `;`, ` / ` and line breaks."""
    return _items(text, _separators_of(context.words).of_list, context)


def split_names(text: str, context: Context) -> list[Item]:
    """The items of a list of names: split at ` and ` and ` & ` too."""
    return _items(text, _separators_of(context.words).of_names, context)


def split_performers(text: str, context: Context) -> list[Item]:
    """The items of a list of performers: split at ` with ` and ` featuring ` too."""
    return _items(text, _separators_of(context.words).of_performers, context)


def name_texts(text: str, context: Context) -> tuple[str, ...]:
    """The names of a text, each with its parenthesis as written."""
    if _is_single(text, context):
        name = clean(text, context)
        return (name,) if name else ()
    return tuple(with_note(item) for item in split_names(text, context))


def with_note(item: Item) -> str:
    """An item with its note behind it again."""
    return f"{item.name} ({item.note})" if item.note and item.name else item.name or item.note or ""


def clean(text: str, context: Context) -> str:
    """A value as it is kept: blanks folded, and no final full stop unless it ends an abbreviation or an initial."""
    text = " ".join(text.split()) if "  " in text or "\n" in text else text.strip()
    if not text.isascii():
        text = unprotect(text)
    if text.endswith("."):
        match = _LAST_WORD.search(text, max(0, len(text) - _SHORT))
        word = match[1] if match else ""
        last = word.rpartition("-")[2]
        is_short = len(last) < 2 or "." in word or last.casefold() in context.words.abbreviations
        if not is_short and not _DIGRAPH.fullmatch(word):
            return text[:-1].rstrip()
    return text


def on_one_line(text: str, context: Context) -> str:
    """A text with its lines joined by commas, unless a word such as `and` or a sign joins them already."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        last, first = joined.rpartition(" ")[2], line.partition(" ")[0]
        is_joint = (
            {last.casefold(), first.casefold()} & context.words.joints or joined[-1] in ",;/" or line[0] in ",;/("
        )
        joined = f"{joined} {line}" if is_joint else f"{joined}, {line}"
    return joined


def _is_single(text: str, context: Context) -> bool:
    """Whether a text holds nothing that could part it; a quick look that most names pass."""
    return len(text) <= _SHORT and not _separators_of(context.words).marks.search(text)


def _items(text: str, separators: re.Pattern[str], context: Context) -> list[Item]:
    if _is_single(text, context):
        name = clean(text, context)
        start = len(text) - len(text.lstrip())
        return [Item(name, None, start, start + len(text.strip()))] if name else []
    if context.joint_artist and context.joint_artist in text:
        text = text.replace(context.joint_artist, protect(context.joint_artist))
    items = []
    for start, end in _ranges(text, separators, context):
        item = _item(text, start, end, context)
        if item.name or item.note:
            items.append(item)
    return items


def _ranges(text: str, separators: re.Pattern[str], context: Context) -> list[tuple[int, int]]:
    """The ranges of the items, with the suffixes of names and their backing bands kept."""
    ranges: list[tuple[int, int]] = []
    start, before = 0, ""
    for match in (*separators.finditer(text), None):
        separator = match["separator"] if match is not None else ""
        if separator is None:  # something enclosed, which is stepped over
            continue
        at, following = match.span() if match is not None else (len(text), len(text))
        if ranges and _belongs(text[start:at], before, context):
            ranges[-1] = (ranges[-1][0], at)
        else:
            ranges.append((start, at))
        start, before = following, separator
    return ranges


def _belongs(item: str, separator: str, context: Context) -> bool:
    """Whether an item is part of the one before it: `Jr.`, the Y of `X and the Y`, a parenthesis on its own line."""
    mark = separator.strip()
    if not mark and separator.startswith("\n"):
        return _NOTE.match(item.strip()) is not None
    if mark == ",":
        head = item.partition("(")[0]
        return len(head) <= _LONGEST_SUFFIX and fold(head) in context.words.suffixes
    separators = _separators_of(context.words)
    return mark in separators.joints and separators.band.match(item) is not None


def _item(text: str, start: int, end: int, context: Context) -> Item:
    stripped = text[start:end].strip()
    start = text.find(stripped, start)
    end = start + len(stripped)
    note = None
    if stripped.endswith("]"):
        stripped = _FOOTNOTE_MARK.sub("", stripped)
    if "(" in stripped:
        match = _NOTE.search(stripped)
        if match is not None and match.start():
            note = clean(match[1], context) or None
            stripped = stripped[: match.start()]
            if not match[2]:
                context.note("unclosed", f"a parenthesis is not closed: {unprotect(text[start:end])!r}")
    return Item(clean(stripped, context), note, start, end)
