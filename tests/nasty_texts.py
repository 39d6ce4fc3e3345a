"""Texts that a careless parser takes too long for, or fails on; each in any size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

#: A piece that is repeated, by what the whole is.
PIECES: Final[dict[str, str]] = {
    "equals signs": "=",
    "one long word": "a",
    "one long line of words": "Ann Lee and ",
    "blanks": " ",
    "tabs and line ends": "\t\n",
    "line ends": "\n",
    "carriage returns": "\r",
    "both line ends": "\r\n",
    "line separators": "\u2028",
    "NUL": "\x00",
    "lone surrogates": "\ud800",
    "byte-order marks": "\ufeff",
    "noise": "\x01\x7f\x80\xffþ☃\U0001f600\x0b\x0c",
    "hyphens": "-",
    "bars": "|",
    "bars and blanks": "| ",
    "quotes": '"',
    "apostrophes": "'",
    "parentheses that open": "(",
    "parentheses that close": ")",
    "open parentheses with words": "a (b ",
    "commas": ", ",
    "dashes": " – ",
    "dashes and quotes": ' – "',
    "digits": "1",
    "numbers": "12, ",
    "times": "1:",
    "hash signs": "#",
    "semicolons": ";",
    "open braces": "{{",
    "close braces": "}}",
    "triple braces": "{{{a|",
    "open brackets": "[[",
    "open brackets and a bar": "[[a|",
    "open external links": "[http://a ",
    "open tables": "{|\n|",
    "tables in tables": "{|\n|-\n|\n",
    "open references": "<ref>",
    "open references with a name": '<ref name="a"',
    "open comments": "<!--",
    "open nowiki": "<nowiki>",
    "open divisions": "<div>",
    "items of open lists": "<ol><li>",
    "references and lists": "<ref><ul><li>",
    "angle brackets": "<",
    "fields": "- Key: value\n",
    "open infoboxes": "{{Infobox album\n| a = [[b|\n",
    "headings": "== a ==\n",
    "headings that are not": "==a=\n",
    "label lines": "Production\n- Ann\n",
    "label lines without lists": "Production\n",
    "marked labels": ";a\n",
    "bold labels": "'''a\n",
    "numbered lines": '1. "One" – 3:45\n',
    "credits": '- Ann Lee, Bo Day – harp (tracks 1, 2), drums on "One"\n',
    "tables of charts": "| Chart (1992) | Peak position |\n| A | 1 |\n",
    "paragraphs": "All songs written by Ann Lee.\n\n",
}

#: What stands before the pieces, so that they become a value of a kind.
STARTS: Final[dict[str, str]] = {
    "a genre": "= T =\n\nT\n- Genre: ",
    "a producer": "= T =\n\nT\n- Producer: ",
    "a date": "= T =\n\nT\n- Released: ",
    "a time of recording": "= T =\n\nT\n- Recorded: ",
    "a length": "= T =\n\nT\n- Length: ",
    "a studio": "= T =\n\nT\n- Studio: ",
    "an artist": "= T =\n\nT\n- Artist: ",
    "a track": "==Track listing==\n1. ",
    "a credit": "==Personnel==\n- ",
    "a credit's roles": "==Personnel==\n- Ann Lee – ",
    "a group line": '==Personnel==\n"',
    "a sentence": "==Track listing==\nAll songs written by ",
    "a cell": "==Charts==\n| Chart | Peak position |\n| ",
    "a heading": "==",
    "a template": "{{Infobox album\n| name = ",
    "an item of wikitext": "{{a}}\n==Personnel==\n* ",
    "a cell of wikitext": '{| class="wikitable"\n! Chart !! Peak\n|-\n| ',
}

#: Pieces that mean something inside a value.
VALUE_PIECES: Final = (
    "a",
    " ",
    "(",
    '"',
    ", ",
    " and ",
    " – ",
    "1 ",
    "12:",
    "May 1, ",
    "a (b), ",
    "'''",
    "[[a|",
    "{{",
    "<br>",
)


def nested_bullets(size: int) -> str:
    """Bullets, each one level deeper than the one before; as many as fit, and then the deepest again."""
    deepest = 120
    lines = "".join(f"{'-' * depth} Ann\n" for depth in range(1, deepest))
    return filled(lines, size)


def nested_headings(size: int) -> str:
    """Headings of all levels, going down again and again."""
    return filled("".join(f"{'=' * level}a{'=' * level}\n" for level in range(1, 7)), size)


def filled(piece: str, size: int, start: str = "") -> str:
    """A text of `size` characters: `start`, then `piece` again and again."""
    return (start + piece * (size // len(piece) + 1))[:size]


def _repeated(piece: str, start: str = "") -> Callable[[int], str]:
    return lambda size: filled(piece, size, start)


#: Texts by name; each makes one of any number of characters.
NASTY: Final[dict[str, Callable[[int], str]]] = {
    **{name: _repeated(piece) for name, piece in PIECES.items()},
    "nested bullets": nested_bullets,
    "nested headings": nested_headings,
}

#: One value that is far too long, of each kind.
NASTY_VALUES: Final[dict[str, Callable[[int], str]]] = {
    f"{name} of {piece!r}": _repeated(piece, start) for name, start in STARTS.items() for piece in VALUE_PIECES
}
