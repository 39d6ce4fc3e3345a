"""Writes the facts that stand in tables: charts, certifications, ratings and the release history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias, TypeVar

import attrs

from wikialbum.album import Album, Certification, ChartEntry, ChartPeriod, Rating, ReleaseEvent
from wikialbum.normalize.cells import make_rating
from wikialbum.render.trial import Option, Trial, build_up, settle
from wikialbum.render.values import date_text
from wikialbum.render.writers import Writer, template_block
from wikialbum.syntax.nodes import Node

_R = TypeVar("_R", ChartEntry, Certification, Rating, ReleaseEvent)

#: Whether rows, one below the other, are read as their records.
Reads: TypeAlias = Callable[[Sequence[Option[_R]]], bool]

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
    rows = _rows(map(_scored, album.ratings), _rating_cells, writer)
    return _section(rows, make, "ratings", [writer.heading(2, "Critical reception")], trial)


def write_certifications(album: Album, trial: Trial) -> list[Node]:
    """The certifications."""
    writer = trial.writer
    rows = _rows(album.certifications, _certification_cells, writer)
    head = [writer.heading(2, "Certifications")]
    return _section(rows, _table(writer, _CERTIFICATIONS), "certifications", head, trial)


def write_releases(album: Album, trial: Trial) -> list[Node]:
    """The release history."""
    writer = trial.writer
    rows = _rows(album.release_history, _release_cells, writer)
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


def template_tables(
    ratings: Sequence[Rating], certifications: Sequence[Certification], charts: Sequence[ChartEntry], writer: Writer
) -> list[Node]:
    """Tables of the facts that templates state, for a dialect without those templates."""
    tables: list[tuple[Sequence[str], list[list[str]]]] = [
        (_RATINGS, [_rating_cells(each) for each in ratings]),
        (_CERTIFICATIONS, [_certification_cells(each) for each in certifications]),
        (("Chart", "Peak position"), [[each.chart, _text(each.peak)] for each in charts]),
    ]
    return [node for headers, rows in tables if rows for node in _table(writer, headers)(rows)]


def _write_chart_run(entries: list[ChartEntry], head: Sequence[Node], trial: Trial) -> list[Node]:
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

    rows = _rows(entries, cells, trial.writer)
    return _section(rows, _table(trial.writer, headers), "charts", head, trial)


def _certification_cells(each: Certification) -> list[str]:
    region = f"{each.region} ({each.organization})" if each.organization is not None else each.region
    award = each.award or _DASH
    if each.multiple != 1:
        award = f"{each.multiple}× {award}"
    return [region, award, f"{each.units:,}" if each.units is not None else _DASH]


def _scored(rating: Rating) -> Rating:
    """A rating with both its score and the number in it, where one of them is not stated."""
    if rating.value is not None and rating.out_of is not None:
        return attrs.evolve(rating, score=rating.score or f"{rating.value:g}/{rating.out_of:g}")
    return make_rating(rating.source, rating.score or "") if rating.value is rating.out_of else rating


def _rating_cells(rating: Rating) -> list[str]:
    return [rating.source, rating.score or ""]


def _release_cells(event: ReleaseEvent) -> list[str]:
    date = date_text(event.date) if event.date is not None else None
    return [_text(event.region), _text(date), _text(event.label), _text(event.format), _text(event.catalog)]


def _text(value: object) -> str:
    return _DASH if value is None else str(value)


def _rows(
    records: Iterable[_R], cells: Callable[[_R], Sequence[str]], writer: Writer
) -> Callable[[Reads[_R]], list[Iterator[Option[_R]]]]:
    """The rows of some records: each whole, or else with less, for what the dialect cannot carry."""

    def ways(record: _R) -> Iterator[Option[_R]]:
        yield Option([writer.source(cell) for cell in cells(record)], (record,))

    def options(record: _R, reads: Reads[_R]) -> Iterator[Option[_R]]:
        yield from ways(record)
        fields = attrs.fields(type(record))
        defaults = {field.name: field.default for field in fields if field.eq and field.default is not attrs.NOTHING}
        yield from build_up(record, defaults, ways, reads)

    return lambda reads: [options(record, reads) for record in records]


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
    rows: Callable[[Reads[_R]], list[Iterator[Option[_R]]]],
    make: Callable[[list[list[str]]], list[Node]],
    field: str,
    head: Sequence[Node],
    trial: Trial,
) -> list[Node]:
    """A heading with the rows below it that are read as they are meant; nothing where there are none."""

    def blocks(options: Sequence[Option[_R]]) -> list[Node]:
        return [*head, *make([option.raw for option in options])]

    def reads(options: Sequence[Option[_R]]) -> bool:
        records = tuple(record for option in options for record in option.records)
        return trial.reads(blocks(options), **{field: records})

    settled = settle(rows(reads), reads)
    return blocks(settled) if settled else []
