"""Recognises the dialect of an article by its text."""

from __future__ import annotations

from typing import Final

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.nodes import Dialect

__all__ = ["recognise_dialect"]

#: What only wikitext has, and what a flattened article keeps of it at most here and there.
_WIKITEXT: Final = lazy_pattern(
    r"\{\{[^{}|\s][^{}|]*+[|}]|\[\[[^\[\]\r\n]++\]\]|<ref[ >]|<!--|(?<![^\r\n])(?:\{\||\|[-}])|'{5}"
)

#: Lines that only the plain dialect has: fields of the infobox, bullets, rows closed by a bar.
_PLAIN: Final = lazy_pattern(r"(?<![^\r\n])(?:-+[ \t]+\w|\|(?![-}])[^\r\n|]*+\|)")

#: A level-1 heading begins a plain article; it weighs as much as some lines.
_TITLE: Final = lazy_pattern(r"\ufeff?\s*+=(?!=)[^\r\n]*[^=\r\n]=[ \t]*+(?:[\r\n]|\Z)")
_TITLE_WEIGHT: Final = 3

#: Without one of these nothing of `_WIKITEXT` can match; a single character is found fastest, and most texts have none.
_WIKITEXT_SIGNS: Final = ("{", "[", "<", "}", "|-", "'''''")
_WIKITEXT_MARKS: Final = ("{{", "[[", "<ref", "<!--", "{|", "|-", "|}", "'''''")

#: No plain article begins like this.
_WIKITEXT_OPENINGS: Final = ("{{", "{|", "<!--", "'''", "[[")

#: The beginning of a text tells its dialect.
_ENOUGH: Final = 8192


def recognise_dialect(text: str) -> Dialect:
    r"""The dialect that more of a text's markup belongs to; plain where there is none.

    Examples:
        >>> recognise_dialect("= Rush =\n\nRush\n- Type: Soundtrack\n- Genre: Small|(various) '''blues'''\n")
        'plain'
        >>> recognise_dialect("{{Infobox album\n| name = Rush\n}}\n'''''Rush''''' is a soundtrack.\n")
        'wikitext'
    """
    for marks in (_WIKITEXT_SIGNS, _WIKITEXT_MARKS):
        if not any(mark in text for mark in marks):
            return "plain"
    beginning = text[:_ENOUGH]
    if beginning.lstrip("\ufeff \t\r\n").startswith(_WIKITEXT_OPENINGS):
        return "wikitext"
    wikitext = sum(1 for _ in _WIKITEXT.finditer(beginning))
    plain = sum(1 for _ in _PLAIN.finditer(beginning)) + (_TITLE_WEIGHT if _TITLE.match(beginning) else 0)
    return "wikitext" if wikitext > plain else "plain"
