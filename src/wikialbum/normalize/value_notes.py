"""What stands around a value: the parenthesis after it, words before and behind it, and items without one."""

from __future__ import annotations

import re
from typing import Final

from wikialbum.patterns import lazy_pattern

_BRACKETS: Final = lazy_pattern(r"[()\n]")
_PARENTHESIS: Final = lazy_pattern(r"[^\S\n]*+\((?:([^()\n]*+)\))?+")
_STRONG: Final = lazy_pattern(r";|\n|(?<=\s)/(?=\s)")
_SEPARATOR: Final = lazy_pattern(r"[,;\n]|(?<=\s)(?:/|&|and)(?=\s)")
_ITEM_END: Final = lazy_pattern(r"[,;\n]|(?<=\s)/(?=\s)")
_REFERENCES: Final = lazy_pattern(r"\[[^\[\]\s]{0,8}\]|[*†‡^]++")
_CONTINUED: Final = lazy_pattern(r"\s++(?=\()")
_BLANKS: Final = lazy_pattern(r"\s{2,}+|[^\S ]")
_EDGES: Final = " \t\r\n\f\v\u00a0,;:/–—-−&·•"
_JOINTS: Final = frozenset({"and", "&", "/"})


class Parentheses:
    """The parentheses of a text, nested ones too; one that is not closed on its line ends with it.

    Examples:
        >>> Parentheses("1991 (a (b)), 1993 (c").after(4), Parentheses("1993 (c").after(4)
        ((6, 11, 12), (6, 7, 7))
    """

    __slots__ = ("_closed", "_some", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._some = "(" in text
        self._closed: dict[int, int] | None = None

    def after(self, at: int) -> tuple[int, int, int] | None:
        """The parenthesis at an offset, or behind blanks there.

        Returns:
            The offsets of its content and the offset behind it, the same as the content's end where it is not closed;
            None for no parenthesis.
        """
        match = _PARENTHESIS.match(self._text, at) if self._some else None
        if match is None:
            return None
        if match[1] is not None:
            return match.start(1), match.end(1), match.end()
        start = match.end()
        if self._closed is None:
            self._closed = _closing_brackets(self._text)
        end = self._closed.get(start - 1)
        return (start, end, end + 1) if end is not None else (start, *(_line_end(self._text, start),) * 2)


def _closing_brackets(text: str) -> dict[int, int]:
    """The offset of each opening parenthesis that is closed on its line, to the offset of its closing one."""
    closed: dict[int, int] = {}
    open_ones: list[int] = []
    for match in _BRACKETS.finditer(text):
        bracket = match[0]
        if bracket == "(":
            open_ones.append(match.start())
        elif bracket == "\n":
            open_ones.clear()
        elif open_ones:
            closed[open_ones.pop()] = match.start()
    return closed


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def divide_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words divide into those of the value before and those of the next: the end of these, the start of those.

    The last separator divides them, a line break, `;` or ` / ` before others; words that end in a colon are a label,
    which a comma does not divide. None where there is no separator.
    """
    words = text[start:end]
    if words.strip().isalnum():
        return None
    divider = _last(_STRONG, words)
    if divider is None and not words.rstrip().endswith(":"):
        divider = _last(_SEPARATOR, words)
    return None if divider is None else (start + divider.start(), start + divider.end())


def share_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Divide the words between two values; without a separator all are the former's, unless they end in a colon."""
    divided = divide_words(text, start, end)
    if divided is not None:
        return divided
    return (start, start) if text[start:end].rstrip().endswith(":") else (end, end)


def split_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces between commas, semicolons, line breaks and ` / `, empty ones too."""
    pieces = []
    for match in _ITEM_END.finditer(text, start, end):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, end))
    return pieces


def items_with_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Those of the pieces of `split_items` that say something, without blanks around them."""
    items = []
    for first, behind in split_items(text, start, end):
        item = text[first:behind]
        if tidy(item) is not None:
            items.append((behind - len(item.lstrip()), first + len(item.rstrip())))
    return items


def tidy(words: str) -> str | None:
    """The words as a note: without separators at its ends, references and lone parentheses; None for no words.

    Examples:
        >>> tidy(" – US,"), tidy(" (Cork"), tidy("^[1]")
        ('US', 'Cork', None)
    """
    if not words or words.isspace():
        return None
    if words.isalnum():
        return words
    if "[" in words or "*" in words or "^" in words or "†" in words or "‡" in words:
        words = _REFERENCES.sub("", words)
    if "\n" in words:
        lines = _CONTINUED.sub(" ", words).split("\n")
        words = "; ".join(filter(None, (line.strip(_EDGES) for line in lines)))
    if _BLANKS.search(words):
        words = _BLANKS.sub(" ", words)
    words = _without_joints(words.strip(_EDGES))
    return words if any(map(str.isalnum, words)) else None


def join_notes(*notes: str | None) -> str | None:
    """Several notes as one, joined with `; `.

    Examples:
        >>> join_notes("Summer", None, "CD")
        'Summer; CD'
    """
    return "; ".join(filter(None, notes)) or None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    match = None
    for match in pattern.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return match


def _without_joints(words: str) -> str:
    """The words without `and` at their ends, and without a parenthesis that is alone there, or that holds all."""
    if words.startswith(")"):
        words = words[1:].strip(_EDGES)
    if words.endswith("("):
        words = words[:-1].strip(_EDGES)
    if words.startswith("(") and words.find(")") in {-1, len(words) - 1}:
        words = words[1:].removesuffix(")").strip(_EDGES)
    first, _, rest = words.partition(" ")
    if first in _JOINTS:
        words = rest.strip(_EDGES)
    before, _, last = words.rpartition(" ")
    return before.strip(_EDGES) if last in _JOINTS else words
