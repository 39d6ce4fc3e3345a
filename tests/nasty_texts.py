"""Texts that a careless parser takes too long for, or fails on; each in any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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

#: Pairs of delimiters that may stand in each other.
PAIRS: Final[dict[str, tuple[str, str]]] = {
    "templates in templates": ("{{a|", "}}"),
    "named parameters in templates": ("{{a\n| b = ", "\n}}"),
    "arguments in arguments": ("{{{a|", "}}}"),
    "track listings in track listings": ("{{Track listing|title1=", "}}"),
    "lists in lists": ("{{hlist|", "}}"),
    "links in links": ("[[a|", "]]"),
    "files in files": ("[[File:a.jpg|thumb|", "]]"),
    "external links in external links": ("[http://a ", "]"),
    "tables in cells": ("\n{|\n|-\n|\n", "\n|}\n"),
    "tables in headers": ("\n{| class=a\n! b !! ", "\n|}\n"),
    "references in references": ("<ref>", "</ref>"),
    "divisions in divisions": ("<div>", "</div>"),
    "small in small": ("<small>", "</small>"),
    "HTML lists in HTML lists": ("<ul><li>", "</li></ul>"),
    "parentheses in parentheses": ("(", ")"),
    "brackets in brackets": ("[", "]"),
    "bold in italics": ("''a'''", "'''b''"),
    "comments in comments": ("<!--", "-->"),
    "nowiki in nowiki": ("<nowiki>", "</nowiki>"),
    "quotes in quotes": ("“a ", "”"),
}

#: What a line is made of that is as long as the article, below what makes it one.
LONG_LINES: Final[dict[str, tuple[str, str]]] = {
    "names in one credit": ("==Personnel==\n- ", "Ann Lee, "),
    "names that are parted by and": ("==Personnel==\n- ", "Ann Lee and "),
    "roles in one credit": ("==Personnel==\n- Ann Lee – ", "harp (tracks 1, 2), "),
    "roles without names": ("==Personnel==\n- ", "guitar, drums, "),
    "songs in one credit": ("==Personnel==\n- Ann Lee – harp on ", '"One", '),
    "ranges of tracks": ("==Personnel==\n- Ann Lee – harp (tracks ", "1-999999999, "),
    "numbers of tracks": ("==Personnel==\n- Ann Lee – harp (tracks ", "999999999999, "),
    "exceptions": ("==Personnel==\n- Ann Lee – harp (all tracks except ", "1-999999999, "),
    "writers of one track": ('==Track listing==\n1. "One" (', "Ann Lee, "),
    "notes of one track": ('==Track listing==\n1. "One" ', "(live) "),
    "songs of one track": ("==Track listing==\n1. ", '"One" / '),
    "exceptions of a sentence": ("==Track listing==\nAll songs written by Ann Lee, except ", '"One" by Bo Day, '),
    "dates of release": ("= T =\n\nT\n- Released: ", "14 January 99999, "),
    "days of release": ("= T =\n\nT\n- Released: ", "31 "),
    "years of release": ("= T =\n\nT\n- Released: ", "1972–99999 "),
    "months of recording": ("= T =\n\nT\n- Recorded: ", "May–June, "),
    "lengths": ("= T =\n\nT\n- Length: ", "999999999999:59:59, "),
    "a length of many digits": ("= T =\n\nT\n- Length: 1", "2"),
    "a length of many parts": ("= T =\n\nT\n- Length: 1", ":59"),
    "a date of many digits": ("= T =\n\nT\n- Released: 1", "2"),
    "a track number of many digits": ("==Track listing==\n1", "2"),
    "a chart position of many digits": ("==Charts==\n| Chart | Peak |\n| A | ", "1"),
    "labels": ("= T =\n\nT\n- Label: ", "Duck (UK), "),
    "studios": ("= T =\n\nT\n- Studio: ", "Big Room (Cork), "),
    "words of a header": ("==Charts==\n| Chart (1992) | Peak position ", "and peak position of the year "),
    "headers": ("==Charts==\n", "| Chart (1992) "),
    "headers of wikitext": ('==Charts==\n{| class="wikitable"\n', "! Chart !! Peak "),
    "cells of one row": ("==Charts==\n| Chart | Peak position |\n", "| 1 "),
    "cells of one row of wikitext": ('==Charts==\n{| class="wikitable"\n! Chart !! Peak\n|-\n', "| 1 || 2 "),
    "attributes of a cell": ('{| class="wikitable"\n|-\n| ', 'a="b" '),
    "attributes of a table": ("{| ", 'class="b" '),
    "attributes of a tag": ("<span ", 'a="b" '),
    "attributes of a reference": ("<ref ", 'name="b" '),
    "parameters of one template": ("{{Infobox album", "|name=a"),
    "entities": ("{{a}} ", "&amp;&#x41;&#1114112;&nbsp;"),
    "digits of an entity": ("{{a}} &#", "9"),
    "styles in one line": ("{{a}} ", "''a'''b"),
    "a heading of words": ("==", "Track listing "),
    "a label of words": (";", "Side one "),
    "quoted labels": ("", '"Song" and '),
    "a category": ("{{a}}[[Category:", "a "),
    "a star rating": ("==Reception==\n| Source | Rating |\n| A | ", "★"),
    "certifications": ("==Certifications==\n| Region | Certification |\n| A | ", "2× Platinum "),
}

#: Lines that are repeated below a line that makes them something.
MANY_LINES: Final[dict[str, tuple[str, str]]] = {
    "rows that span a thousand million": (
        '{{a}}\n==Charts==\n{| class="wikitable"\n! Chart !! Peak\n',
        '|-\n| rowspan="1000000000" colspan="1000000000" | A\n| 1\n',
    ),
    "columns that span a thousand": (
        '{{a}}\n==Charts==\n{| class="wikitable"\n! Chart !! Peak\n',
        '|-\n| colspan="1000" | A\n',
    ),
    "rows that span a thousand": (
        "{{a}}\n==Charts==\n{|\n! Chart !! Peak\n",
        '|-\n| rowspan="1000" | A || rowspan=999 | 1\n',
    ),
    "headers among the rows": ("==Charts==\n", "| Chart (1992) | Peak position |\n"),
    "fields of one key": ("= T =\n\nT\n", "- Label: Duck\n"),
    "years out of range": ("= T =\n\nT\n", "- Released: 99999\n"),
    "sections of one title": ("", '==Track listing==\n1. "One" – 3:45\n'),
    "sections of personnel": ("", "==Personnel==\n- Ann Lee – harp\n"),
    "sections of charts": ("", "==Charts==\n| Chart | Peak |\n| A | 1 |\n"),
    "sections of prose": ("", "==Title==\nProse.\n"),
    "infoboxes": ("", "{{Infobox album|name=a|artist=b}}\n"),
    "albums in sections": ("{{Infobox film}}\n", '==A==\n{{Infobox album|name=a}}\n# "One" – 3:45\n'),
    "unknown templates": ("{{Infobox album|name=a}}\n==Personnel==\n", "* {{unknown|a}}\n"),
    "unknown templates in cells": ("{|\n", "|-\n| {{unknown|a}} || {{other}}\n"),
    "references": ("{{Infobox album|name=a}}\n", "A.<ref>{{cite web|title=b}}</ref>\n"),
    "named references": ("{{Infobox album|name=a}}\n", 'A.<ref name="a" />\n'),
    "doubts": ("==Personnel==\n", "- Ann Lee – harp (track 99)\n"),
    "doubts about lengths": ("==Track listing==\n", '1. "One" – 99:99\n'),
    "groups of credits": ("==Personnel==\n", "Players\n- Ann Lee – harp\n"),
    "songs with credits": ('==Track listing==\n1. "One"\n==Personnel==\n', '"One"\n- Ann Lee – harp\n'),
    "sentences": ("==Track listing==\n", "All songs written by Ann Lee, except where noted.\n"),
    "tracks of one number": ("==Track listing==\n", '999999999. "One"\n'),
    "charts in templates": ("{{a}}\n==Charts==\n{|\n", "{{Album chart|UK|1|artist=a|album=b}}\n"),
    "ratings in templates": ("{{Album ratings", "\n|rev1=A|rev1score={{rating|4|5}}"),
    "tracks in templates": ("{{Track listing", "\n| title1 = One | length1 = 3:45"),
    "categories": ("{{a}}\n", "[[Category:2011 albums]]\n"),
    "chronologies": ("= T =\n\nT\n- Artist: A\n", "- Previous Title: B\n- Previous Year: 99999\n"),
    "one-line HTML lists": ("{{a}}\n", "<ol><li>a</li><li>b</li></ol>\n"),
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


def nested(opening: str, closing: str, size: int) -> str:
    """Pairs of delimiters in each other, as deep as a text of some size can have them."""
    depth = max(1, size // (len(opening) + len(closing)))
    return opening * depth + closing * depth


def many_keys(size: int) -> str:
    """An infobox of as many fields as fit, each with a key of its own."""
    return _numbered("= T =\n\nT\n", "- Key {}: value\n", size)


def many_parameters(size: int) -> str:
    """A template of as many parameters as fit, each with a name of its own."""
    return _numbered("{{Infobox album\n", "| name{} = value\n", size) + "}}\n"


def many_tracks(size: int) -> str:
    """A track listing that counts as far as fits, and credits for all of it."""
    return (
        _numbered("==Track listing==\n", '{}. "Song" (Ann Lee) – 3:45\n', size)
        + "==Personnel==\n- Bo – oud (all tracks except 2)\n"
    )


def many_tracks_in_a_template(size: int) -> str:
    """The same as a template."""
    return _numbered("{{Track listing\n", "| title{0} = Song\n| length{0} = 3:45\n", size) + "}}\n"


def many_exceptions(size: int) -> str:
    """Tracks, and credits whose tracks depend on how many there are; each second credit is none."""
    tracks = _numbered("==Track listing==\n", '{}. "Song" – 3:45\n', size // 2)
    return filled(
        "- Ann – oud (all tracks except 2)\n- | – | (all tracks except x)\n", size, tracks + "==Personnel==\n"
    )


def long_artist(size: int) -> str:
    """An artist whose name is half of the article, and as many other fields as fit."""
    return _numbered(filled("Ann Lee ", size // 2, "= T =\n\nT\n- Artist: ") + "\n", "- Key {}: value\n", size)


def many_titles(size: int) -> str:
    """Sections that each have a title of their own."""
    return _numbered("", "==Title {}==\nAnn.\n", size)


def many_charts(size: int) -> str:
    """A table of charts that each have a name of their own."""
    return _numbered("==Charts==\n| Chart (1992) | Peak position |\n", "| Chart {} | 7 |\n", size)


def _numbered(start: str, line: str, size: int) -> str:
    """A text of some size: a start, and lines that are counted."""
    lines = (line.format(number) for number in range(1, max(2, (size - len(start)) // len(line) + 1)))
    return start + "".join(lines)


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

#: Whole articles of a bad shape, by name; each in any size.
SHAPES: Final[dict[str, Callable[[int], str]]] = {
    **{name: partial(nested, *pair) for name, pair in PAIRS.items()},
    **{f"a line of {name}": _repeated(piece, start) for name, (start, piece) in LONG_LINES.items()},
    **{f"lines of {name}": _repeated(piece, start) for name, (start, piece) in MANY_LINES.items()},
    "many keys": many_keys,
    "many parameters": many_parameters,
    "many tracks": many_tracks,
    "many tracks in a template": many_tracks_in_a_template,
    "many exceptions": many_exceptions,
    "a long artist": long_artist,
    "many titles": many_titles,
    "many charts": many_charts,
}
