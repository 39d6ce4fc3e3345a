"""Reads the templates of wikitext that carry facts below the infobox: track listings, ratings, charts, awards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from wikialbum.album import Certification, ChartEntry, ChartPeriod, Rating, Track
from wikialbum.diagnostics import Span
from wikialbum.normalize.cells import DASHES, UNREAD, make_rating, read_peak, read_units
from wikialbum.normalize.context import Context
from wikialbum.normalize.length_text import read_time
from wikialbum.normalize.makers import make_track
from wikialbum.normalize.names import clean, name_texts
from wikialbum.normalize.sentences import names_of_all
from wikialbum.normalize.track_groups import performers, read_note
from wikialbum.normalize.track_line import clean_title
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Template, TemplateBlock
from wikialbum.vocabulary.model import fold

_NUMBERED: Final = lazy_pattern(r"(?P<name>[a-z _]*?)[ _]*(?P<number>\d{1,3})\Z")
_LONGEST_KEY: Final = 40
_REVIEW: Final = lazy_pattern(r"rev(?:iew)?(?P<number>\d{1,3})(?P<score>[ _]?score)?\Z")
_COLUMNS: Final = {
    "writer": "writers", "writers": "writers", "lyrics": "lyricists", "lyric": "lyricists", "lyricist": "lyricists",
    "music": "composers", "composer": "composers",
}  # fmt: skip
_FOR_ALL: Final = {"all writing": "writers", "all lyrics": "lyricists", "all music": "composers"}


class TemplateTracks(NamedTuple):
    """What a track listing template says."""

    headline: str | None
    names: dict[str, tuple[str, ...]]
    tracks: list[Track]
    seconds: int | None


def templates_of(node: nodes.Node, context: Context) -> tuple[tuple[str, Template], ...]:
    """The outermost templates of a block that carry facts, each with its kind."""
    if not isinstance(node, (TemplateBlock, nodes.Paragraph, nodes.Cell)) or "{{" not in node.content:
        return ()
    found = context.templates.get(id(node))
    if found is None:
        found = context.templates[id(node)] = tuple(_find_templates(node.content, context))
    return found


def _find_templates(content: str, context: Context) -> Iterator[tuple[str, Template]]:
    if not context.carries_facts(content):
        return
    for inline in getattr(content, "inlines", ()):
        if isinstance(inline, Template):
            kind = context.words.templates.kinds.get(fold(inline.title))
            if kind is not None:
                yield kind, inline


def read_track_template(template: Template, context: Context) -> TemplateTracks:
    """The tracks of a track listing template; its numbers are those of its parameters."""
    values = dict(context.keyed(template))
    rows: dict[int, dict[str, nodes.Node]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for key, parameter in values.items():
        numbered = _numbered(key) if len(key) <= _LONGEST_KEY else None
        if numbered is not None:
            rows.setdefault(numbered[1], {})[numbered[0]] = parameter
        elif key in _FOR_ALL and (credited := names_of_all(reading(parameter.value), context)):
            names[_FOR_ALL[key]] = credited
    column = _text(values.get("extra column"), context)
    tracks = []
    for number, row in sorted(rows.items()):
        track = _track(number, row, column, context)
        if track is not None:
            tracks.append(track)
    total = _text(values.get("total length"), context)
    return TemplateTracks(_text(values.get("headline"), context), names, tracks, read_time(total) if total else None)


@lru_cache(maxsize=1024)
def _numbered(key: str) -> tuple[str, int] | None:
    """The name and the number of a key such as `title12`; None for one without a number."""
    match = _NUMBERED.match(key)
    return (match["name"].strip(), int(match["number"])) if match is not None else None


def _track(number: int, row: dict[str, Any], column: str | None, context: Context) -> Track | None:
    title_parameter = row.get("title")
    if title_parameter is None:
        return None
    context.place = title_parameter.span
    fields: dict[str, Any] = {"title": clean_title(reading(title_parameter.value))}
    if not fields["title"]:
        return None
    for name, field in _COLUMNS.items():
        parameter = row.get(name)
        text = reading(parameter.value).strip() if parameter is not None else ""
        if text not in DASHES:
            fields[field] = (*fields.get(field, ()), *name_texts(text, context))
    if "extra" in row:
        _read_extra(reading(row["extra"].value), column, fields, context)
    note = reading(row["note"].value).strip() if "note" in row else ""
    if note:
        read_note(note, fields, context)
    time = row.get("length") or row.get("time")
    if time is not None:
        fields["seconds"] = read_time(reading(time.value))
    return make_track(number, **fields, span=title_parameter.span)


def _read_extra(text: str, column: str | None, fields: dict[str, Any], context: Context) -> None:
    """The further column: performers or producers where its header says so, else text under the header."""
    if text.strip() in DASHES:
        return
    field = context.words.column(column) if column else None
    if field == "artists":
        fields["artists"] = performers(text, context)
    elif field in {"producers", "writers", "composers", "lyricists"}:
        fields[field] = (*fields.get(field, ()), *name_texts(text, context))
    else:
        fields["extra"] = {column or "extra": clean(", ".join(text.strip().splitlines()), context)}


def read_ratings(template: Template, context: Context) -> list[Rating]:
    """The ratings of a ratings template: aggregators first, as it displays them."""
    sources: dict[int, str] = {}
    scores: dict[int, str] = {}
    spans: dict[int, Span | None] = {}
    ratings = []
    for folded, parameter in context.keyed(template):
        key = folded.replace(" ", "")
        match = _REVIEW.match(key)
        text = clean(reading(parameter.value), context)
        if match is not None:
            (scores if match["score"] else sources)[int(match["number"])] = text
            spans.setdefault(int(match["number"]), parameter.span)
        elif key in context.words.templates.aggregators and text:
            ratings.append(make_rating(context.words.templates.aggregators[key], text, parameter.span))
    ratings += [
        make_rating(source, scores.get(number, ""), spans[number])
        for number, source in sorted(sources.items())
        if source
    ]
    return ratings


@cache
def _old_score() -> re.Pattern[str]:
    """What may end a line of the old field Reviews; few articles have it, so it is made when one does."""
    return re.compile(
        r"(?<!\w)(?P<score>\(?(?:\d+(?:\.\d+)?\s*(?:/|out of)\s*\d+(?:\.\d+)?|\d+(?:\.\d+)?%|(?-i:[A-F][+−–-]?)|favou?rable|positive|mixed|negative"
        r"|unfavou?rable|average|not rated)\)?(?:\s+stars?)?)(?:\s+link|\s+\S*[\d/]\S*)?\s*\Z",
        re.IGNORECASE,
    )


def read_old_reviews(text: str, span: Span | None, context: Context) -> list[Rating]:
    """The infobox field Reviews of old articles: a line for each source, with its score behind it."""
    ratings = []
    for line in text.splitlines():
        shown = clean(line.strip(" *"), context)
        match = _old_score().search(shown) if len(shown) < 200 else None
        if match is not None and match.start():
            score = match["score"].strip("()")
            ratings.append(make_rating(shown[: match.start()].strip(" :–-"), score, span))
    return ratings


def read_chart_template(
    template: Template, kind: str, period: ChartPeriod, year: int | None, context: Context
) -> list[ChartEntry]:
    """The entry of an album chart or single chart template: its chart's name as displayed."""
    code = _text(template.get("1"), context) or ""
    peak = read_peak(_text(template.get("2"), context))
    words = context.words.templates
    names = words.album_charts if kind == "album chart" else words.single_charts
    name = names.get(code.casefold()) or names.get(code.rstrip("0123456789").casefold())
    if name is None:
        context.note("unknown-chart", f"the chart code {code!r} is not known", template.span)
        name = code
    if not name or peak == UNREAD:
        return []
    return [ChartEntry(name, year, peak, period, span=template.span)]


def read_certification(template: Template, context: Context) -> list[Certification]:
    """The row of a certification table entry; units count only where they are written."""
    region = _text(template.get("region"), context)
    if region is None:
        return []
    award = _text(template.get("award"), context)
    number = _text(template.get("number"), context) or "1"
    units = read_units(_text(template.get("salesamount"), context) or "")
    organization = context.words.templates.certifiers.get(region.casefold()) if award else None
    if award is None and units is None:
        return []
    multiple = int(number) if number.isdecimal() and len(number) < 4 else 1
    return [Certification(region, organization, award, multiple, units, span=template.span)]


def _text(parameter: nodes.Node | None, context: Context) -> str | None:
    value = getattr(parameter, "value", None)
    return (clean(reading(value), context) or None) if value is not None else None
