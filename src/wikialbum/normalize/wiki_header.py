"""Reads the infobox template of wikitext, in today's form and in the old one, with the templates inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from wikialbum.album import AlbumRef, Chronology, Rating, Single
from wikialbum.normalize.context import Context
from wikialbum.normalize.date_text import read_date, read_year
from wikialbum.normalize.infobox import Value
from wikialbum.normalize.names import clean
from wikialbum.normalize.track_line import quoted_title
from wikialbum.normalize.wiki_templates import read_old_reviews
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Parameter, Template
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold, single_key

_OLD_YEAR: Final = lazy_pattern(r"\s*\(?\s*(?P<year>(?:1[5-9]|20)\d\d)(?:[–-]\d+)?\s*\)?\s*\Z")


def template_values(template: Template, context: Context) -> Iterator[Value]:
    """The fields of an infobox template; what names a neighbour and its year in one value gives two more."""
    neighbours = context.words.templates.neighbours
    for folded, parameter in context.keyed(template):
        key = parameter.key
        text = reading(parameter.value).strip()
        if not text and not parameter.equals:
            continue  # a bar too many, or one behind a comment
        yield Value(key, text, parameter.span)
        side = neighbours.get(folded)
        if side is not None and text:
            title, year = _title_and_year(text)
            yield Value(key, title, parameter.span, field=f"{side}_title")
            yield Value(key, year, parameter.span, field=f"{side}_year")


def _title_and_year(text: str) -> tuple[str, str]:
    match = _OLD_YEAR.search(unprotect(text))
    return (text[: match.start()].strip(), match["year"]) if match else (text, "")


def old_reviews(template: Template, context: Context) -> list[Rating]:
    """The ratings of the old field Reviews."""
    parameter = next((each for key, each in context.keyed(template) if key == "reviews"), None)
    return read_old_reviews(reading(parameter.value), parameter.span, context) if parameter else []


def inner_templates(template: Template, context: Context) -> Iterator[tuple[str, Template]]:
    """The templates with facts that stand in the fields of an infobox: further chronologies, singles."""
    words = context.words.templates
    for key, parameter in context.keyed(template):
        if key in words.holders and "{{" in parameter.value:
            for inline in getattr(parameter.value, "inlines", ()):
                if isinstance(inline, Template) and (kind := words.kinds.get(fold(inline.title))):
                    yield kind, inline


def read_chronology(template: Template, context: Context) -> list[Chronology]:
    """A further chronology."""
    keys = context.words.keys
    values = {value.field or keys.get(fold(value.key)): value.text for value in template_values(template, context)}
    sides = [_reference(values, side, context) for side in ("previous", "next")]
    if sides == [None, None]:
        return []
    return [Chronology(clean(values.get("artist", ""), context) or None, *sides, span=template.span)]


def _reference(values: dict[str | None, str], side: str, context: Context) -> AlbumRef | None:
    title = quoted_title(clean(values.get(f"{side}_title", ""), context))
    return AlbumRef(title, read_year(values.get(f"{side}_year", ""))) if title else None


def read_singles(template: Template, context: Context) -> list[Single]:
    """The singles of a template or an infobox, with their dates."""
    titles: dict[int, Parameter] = {}
    dates: dict[int, Any] = {}
    for folded, parameter in context.keyed(template):
        key, number = single_key(folded)
        part = context.words.templates.singles.get(key)
        if part == "date":
            dates[number] = read_date(unprotect(reading(parameter.value)), context.words.dates)
        elif part == "title":
            titles[number] = parameter
    singles = []
    for number, parameter in sorted(titles.items()):
        title = quoted_title(clean(reading(parameter.value), context))
        if title:
            singles.append(Single(title, dates.get(number), span=parameter.span))
    return singles
