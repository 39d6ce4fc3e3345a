"""Reads the infobox template of wikitext, in today's form and in the old one, with the templates inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from wikialbum.album import AlbumRef, Chronology, Rating, Single
from wikialbum.normalize.context import Context
from wikialbum.normalize.date_text import read_date, read_year
from wikialbum.normalize.infobox import Value
from wikialbum.normalize.names import clean
from wikialbum.normalize.wiki_templates import read_old_reviews
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Parameter, Template
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold

# `Last album = ''X''<br />(1991)` says what `prev_title` and `prev_year` say today.
_OLD_SIDES: Final = {"last album": "prev", "next album": "next", "last single": "prev", "next single": "next"}
_OLD_YEAR: Final = re.compile(r"\s*\(?\s*(?P<year>(?:1[5-9]|20)\d\d)(?:[–-]\d+)?\s*\)?\s*\Z")
_SINGLE: Final = re.compile(r"single ?(?P<number>\d{1,2})(?P<date> ?date)?\Z")


def template_values(template: Template) -> Iterator[Value]:
    """The fields of an infobox template; fields of the old form are given as those of today's form too."""
    for parameter in template.parameters:
        key = parameter.key
        text = reading(parameter.value).strip()
        if not text and not parameter.equals:
            continue  # a bar too many, or one behind a comment
        yield Value(key, text, parameter.span)
        side = _OLD_SIDES.get(fold(key))
        if side is not None and text:
            title, year = _old_reference(text)
            yield Value(f"{side} title", title, parameter.span, is_written=False)
            yield Value(f"{side} year", year, parameter.span, is_written=False)


def _old_reference(text: str) -> tuple[str, str]:
    match = _OLD_YEAR.search(unprotect(text))
    return (text[: match.start()].strip(), match["year"]) if match else (text, "")


def old_reviews(template: Template, context: Context) -> list[Rating]:
    """The ratings of the old field Reviews."""
    parameter = next((each for each in template.parameters if fold(each.key) == "reviews"), None)
    return read_old_reviews(reading(parameter.value), parameter.span, context) if parameter else []


def inner_templates(template: Template, context: Context) -> Iterator[tuple[str, Template]]:
    """The templates with facts that stand in the fields of an infobox: further chronologies, singles."""
    words = context.words.templates
    for parameter in template.parameters:
        if "{{" in parameter.value and fold(parameter.key) in words.holders:
            for inline in getattr(parameter.value, "inlines", ()):
                if isinstance(inline, Template) and (kind := words.kinds.get(fold(inline.title))):
                    yield kind, inline


def read_chronology(template: Template, context: Context) -> list[Chronology]:
    """A further chronology."""
    values = {fold(value.key): value.text for value in template_values(template)}
    sides = [_reference(values, side, context) for side in ("prev", "next")]
    if sides == [None, None]:
        return []
    return [Chronology(clean(values.get("artist", ""), context) or None, *sides, span=template.span)]


def _reference(values: dict[str, str], side: str, context: Context) -> AlbumRef | None:
    title = clean(values.get(f"{side} title", ""), context)
    return AlbumRef(title, read_year(values.get(f"{side} year", ""))) if title else None


def read_singles(template: Template, context: Context) -> list[Single]:
    """The singles of a singles template, with their dates."""
    titles: dict[int, Parameter] = {}
    dates: dict[int, Any] = {}
    for parameter in template.parameters:
        match = _SINGLE.match(fold(parameter.key))
        if match is not None and match["date"]:
            dates[int(match["number"])] = read_date(reading(parameter.value), context.words.dates)
        elif match is not None:
            titles[int(match["number"])] = parameter
    singles = []
    for number, parameter in sorted(titles.items()):
        title = clean(reading(parameter.value), context).strip('"“”')
        if title:
            singles.append(Single(title, dates.get(number), span=parameter.span))
    return singles
