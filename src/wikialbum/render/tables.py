"""Writes the facts that stand in tables: charts, certifications, ratings and the release history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, TypeVar

import attrs

from wikialbum.album import Album, Certification, ChartEntry, ChartPeriod, Rating, ReleaseEvent
from wikialbum.render.trial import Option, Trial, settle
from wikialbum.render.values import date_text
from wikialbum.render.writers import Writer, template_block
from wikialbum.syntax.nodes import Node

_R = TypeVar("_R", ChartEntry, Certification, Rating, ReleaseEvent)

_DASH: Final = "—"
_PERIODS: Final = {
    ChartPeriod.WEEKLY: "Weekly charts",
    ChartPeriod.MONTHLY: "Monthly charts",
    ChartPeriod.YEAR_END: "Year-end charts",
    ChartPeriod.DECADE_END: "Decade-end charts",
    ChartPeriod.ALL_TIME: "All-time charts",
}

_CERTIFICATIONS: Final = ("Region", "Certification", "Certified units/sales")
_RATINGS: Final = ("Source", "Rating")
_RELEASES: Final = ("Region", "Date", "Label", "Format", "Catalog")


def write_ratings(album: Album, trial: Trial) -> list[Node]:
    """The ratings, as a table or, in wikitext, as the ratings template."""
    writer = trial.writer
    make = _ratings_template if writer.dialect == "wikitext" else _table(writer, _RATINGS)
    rows = [_options(rating, _rating_cells, writer) for rating in album.ratings]
    return _section(rows, make, "ratings", [writer.heading(2, "Critical reception")], trial)


def write_certifications(album: Album, trial: Trial) -> list[Node]:
    """The certifications."""
    writer = trial.writer
    rows = [_options(each, _certification_cells, writer) for each in album.certifications]
    head = [writer.heading(2, "Certifications")]
    return _section(rows, _table(writer, _CERTIFICATIONS), "certifications", head, trial)


def write_releases(album: Album, trial: Trial) -> list[Node]:
    """The release history."""
    writer = trial.writer
    rows = [_options(event, _release_cells, writer) for event in album.release_history]
    return _section(rows, _table(writer, _RELEASES), "release_history", [writer.heading(2, "Release history")], trial)


def write_charts(album: Album, trial: Trial) -> list[Node]:
    """The charts: a table for each run of entries of one period, below a heading that names it unless all are weekly."""
    top = [trial.writer.heading(2, "Charts")]
    weekly = all(entry.period is ChartPeriod.WEEKLY for entry in album.charts)
    written: list[Node] = []
    for (period, _), run in groupby(album.charts, key=lambda entry: (entry.period, entry.song is not None)):
        head = top if weekly else [*top, trial.writer.heading(3, _PERIODS[period])]
        section = _write_chart_run(list(run), head, trial)
        written += section if weekly or not written else section[1:]
    return written


def _write_chart_run(entries: list[ChartEntry], head: list[Node], trial: Trial) -> list[Node]:
    """One table of charts; a year that all entries share stands in its header."""
    years = {entry.year for entry in entries}
    shared = next(iter(years)) if len(years) == 1 and None not in years else None
    song = entries[0].song is not None
    headers = [
        *(["Year"] if shared is None else []),
        *(["Song"] if song else []),
        "Chart" if shared is None else f"Chart ({shared})",
        "Peak position",
    ]

    def cells(entry: ChartEntry) -> list[str]:
        year = [_text(entry.year)] if shared is None else []
        title = [f'"{entry.song}"'] if song else []
        return [*year, *title, entry.chart, _DASH if entry.peak is None else str(entry.peak)]

    rows = [_options(entry, cells, trial.writer) for entry in entries]
    return _section(rows, _table(trial.writer, headers), "charts", head, trial)


def _certification_cells(each: Certification) -> list[str]:
    region = f"{each.region} ({each.organization})" if each.organization is not None else each.region
    award = each.award or _DASH
    if each.multiple != 1:
        award = f"{each.multiple}× {award}"
    return [region, award, f"{each.units:,}" if each.units is not None else _DASH]


def _rating_cells(rating: Rating) -> list[str]:
    return [rating.source, rating.score or ""]


def _release_cells(event: ReleaseEvent) -> list[str]:
    date = date_text(event.date) if event.date is not None else None
    return [_text(event.region), _text(date), _text(event.label), _text(event.format), _text(event.catalog)]


def _text(value: object) -> str:
    return _DASH if value is None else str(value)


def _options(record: _R, cells: Callable[[_R], Sequence[str]], writer: Writer) -> list[Option[_R]]:
    """The row of a record whole, then with one fact left out, for what the dialect cannot carry."""
    return [
        Option([writer.source(cell) for cell in cells(each)], (each,), each == record) for each in _reductions(record)
    ]


def _reductions(record: _R) -> Iterator[_R]:
    """A record, and then without each of the facts that it can be without."""
    yield record
    optional = {field.name: field.default for field in attrs.fields(type(record)) if field.eq}
    for name, default in optional.items():
        if default is not attrs.NOTHING and getattr(record, name) != default:
            changes: dict[str, Any] = {name: default}
            yield attrs.evolve(record, **changes)


def _table(writer: Writer, headers: Sequence[str]) -> Callable[[list[list[str]]], list[Node]]:
    return lambda rows: [writer.table([writer.source(header) for header in headers], rows)]


def _ratings_template(rows: list[list[str]]) -> list[Node]:
    pairs = [
        pair
        for number, (source, score) in enumerate(rows, start=1)
        for pair in ((f"rev{number}", source), (f"rev{number}score", score))
    ]
    return [template_block("Album ratings", pairs)]


def _section(
    rows: list[list[Option[_R]]],
    make: Callable[[list[list[str]]], list[Node]],
    field: str,
    head: list[Node],
    trial: Trial,
) -> list[Node]:
    """A heading with the rows below it that are read as they are meant; nothing where there are none."""

    def blocks(options: Sequence[Option[_R]]) -> list[Node]:
        return [*head, *make([option.raw for option in options])]

    def reads(options: Sequence[Option[_R]]) -> bool:
        records = tuple(record for option in options for record in option.records)
        return trial.reads(blocks(options), **{field: records})

    settled = settle(rows, reads)
    return blocks(settled) if settled else []
