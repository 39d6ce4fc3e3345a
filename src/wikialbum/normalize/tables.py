"""Reads tables of charts, certifications, ratings and releases. A table is what its header says it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from wikialbum.album import Certification, ChartEntry, ChartPeriod, Rating, ReleaseEvent
from wikialbum.normalize.cells import DASHES, UNREAD, bare, cell_text, make_rating, read_award, read_peak, read_units
from wikialbum.normalize.context import LONGEST_LINE, Context
from wikialbum.normalize.date_text import read_date, read_year
from wikialbum.normalize.grid import Grid, GridRow, read_grid
from wikialbum.normalize.names import clean, on_one_line
from wikialbum.normalize.track_line import clean_title
from wikialbum.normalize.unknown_templates import note_unread_templates
from wikialbum.normalize.wiki_templates import read_chart_template, templates_of
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.protection import unprotect

_REGION: Final = lazy_pattern(r"(?P<region>[^()]*[^()\s])\s*\((?P<organization>[^()]+)\)(?:\s+[^()]{1,40})?\s*\Z")
_QUOTES: Final = '"“”'
_QUOTED_SONG: Final = lazy_pattern(r"[\"“](?P<title>[^\"”\n]+)[\"”]\s*\([^()]*\)\s*\Z")


_RELEASE_COLUMNS: Final = frozenset(["region", "date", "label", "format", "catalog", "edition"])
_HIGHEST: Final = 1000
_NO_CHARTS: Final = frozenset(["chart", "poll", "result", "score", "source", "work"])
_LONGEST_GRADE: Final = 3  # `B+`, `★★★`; a longer text alone in its row is the title of the rows below
_TABLE_KINDS: Final = frozenset(["charts", "certifications", "ratings", "releases"])


@attrs.define(eq=False, repr=False)
class Tables:
    """What the tables and their templates gave so far."""

    charts: list[ChartEntry] = attrs.Factory(list)
    certifications: list[Certification] = attrs.Factory(list)
    ratings: list[Rating] = attrs.Factory(list)
    release_history: list[ReleaseEvent] = attrs.Factory(list)


def read_table(table: nodes.Table, kind: str | None, title: str, tables: Tables, context: Context) -> None:
    """Read one table.

    Args:
        table: The table.
        kind: The kind of section that it stands in.
        title: The headings above it from the section's own up, and a label line, joined.
        tables: Where its facts go.
        context: Shared state.
    """
    context.place = table.span
    above: Grid | None = None
    for grid in read_grid(table, context):
        if not grid.columns and above is None:
            if kind == "ratings" and not table.open and grid.title and context.words.section_kind(grid.title) is None:
                tables.ratings.append(make_rating(grid.title, "", grid.span))
            _read_headerless(grid, kind, title, tables, context)
        elif not _read_by_header(grid, kind, title, tables, context) and grid.rows and kind in _TABLE_KINDS:
            context.note("unread-table", "a table of no known kind; it is kept in album.tables")
        above = grid


def _read_by_header(grid: Grid, kind: str | None, title: str, tables: Tables, context: Context) -> bool:
    if kind == "charts" and "peak" in grid.columns and _NO_CHARTS.isdisjoint(grid.columns):
        _name_charts(grid, context)
    grid.rows = [row for row in grid.rows if not row.is_title]
    columns = set(grid.columns)
    if "chart" in columns and "peak" in columns:
        period = _period(title, grid, context)
        tables.charts += [
            entry for row in grid.rows for entry in _chart(row, period, _header_year(grid, title), context)
        ]
    elif "region" in columns and "award" in columns:
        tables.certifications += [entry for row in grid.rows for entry in _certification(row, context)]
    elif "source" in columns and "score" in columns:
        tables.ratings += [entry for row in grid.rows for entry in _rating(row, context)]
    elif _is_of_releases(columns, kind):
        tables.release_history += [entry for row in grid.rows for entry in _release(row, context)]
    elif (kind == "charts" or grid.splits_peaks) and _has_chart_columns(columns):
        _read_chart_columns(grid, title, tables, context)
    else:
        return False
    return True


def _name_charts(grid: Grid, context: Context) -> None:
    """Where no header is `Chart` alone, one that ends so is (`Oricon Chart`), else the countries name their charts."""
    last_words = (context.words.column(header.rpartition(" ")[2]) for header in grid.headers)
    ends = [column is None and last == "chart" for column, last in zip(grid.columns, last_words, strict=True)]
    is_chart = ends if any(ends) else [column == "region" for column in grid.columns]
    grid.columns = ["chart" if named else column for column, named in zip(grid.columns, is_chart, strict=True)]
    for row in grid.rows:
        row.columns = grid.columns


def _is_of_releases(columns: set[str | None], kind: str | None) -> bool:
    known = len(columns & _RELEASE_COLUMNS)
    if kind == "releases":
        return known > 1 and bool(columns & {"region", "date", "year"})
    return known > 2 and bool(columns & {"region", "date"})


def _has_chart_columns(columns: set[str | None]) -> bool:
    return bool(columns & {"year", "song", "title", "work"}) and None in columns and "peak" not in columns


def _read_headerless(grid: Grid, kind: str | None, title: str, tables: Tables, context: Context) -> None:
    """A table without a header is what its section is: charts and peaks, or sources and ratings."""
    columns = {"charts": ["chart", "peak"], "ratings": ["source", "score"]}.get(kind or "")
    if columns is None or any(len(row.texts) < 2 for row in grid.rows if not row.is_cut):
        return
    grid.columns = [*columns]
    for row in grid.rows:
        row.columns = grid.columns
        if kind == "charts":
            if _is_charted(row):
                tables.charts += _chart(row, _period(title, grid, context), None, context)
        else:
            tables.ratings += _rating(row, context)


def _is_charted(row: GridRow) -> bool:
    """Whether a row without a header is a chart and a position; a year or a quoted title tells that it is not."""
    peak = read_peak(row.texts[1] if len(row.texts) > 1 else None)
    chart = row.texts[0]
    return any(map(str.isalpha, chart)) and chart[0] not in _QUOTES and (peak is None or UNREAD < peak < _HIGHEST)


# ---- charts ----


def _period(title: str, grid: Grid, context: Context) -> ChartPeriod:
    return chart_period((*grid.headers, grid.title, title), context)


def chart_period(texts: Iterable[str], context: Context) -> ChartPeriod:
    """The period that the first of some headers and headings names; weekly where none does."""
    for text in texts:
        name = context.words.period(text)
        if name is not None:
            return ChartPeriod(name)
    return ChartPeriod.WEEKLY


def _header_year(grid: Grid, title: str) -> int | None:
    """The year in the header of the charts' column, else in the headings above the table."""
    for header, column in zip(grid.headers, grid.columns, strict=False):
        if column == "chart":
            return read_year(header) or read_year(grid.title) or read_year(title)
    return None


def _chart(row: GridRow, period: ChartPeriod, year: int | None, context: Context) -> list[ChartEntry]:
    if row.template is not None:
        return _chart_template(row.template, period, year, context)
    chart = cell_text(row.get("chart"), context)
    peak_text = row.get("peak")
    if chart is None or (
        row.is_cut and row.columns[len(row.texts) - 1 :] and "peak" in row.columns[len(row.texts) - 1 :]
    ):
        if row.is_cut:
            context.note("cut-row", "the text ends inside this row; it was left out", row.span)
        elif cell_text(peak_text, context) is not None:
            message = "expected a chart, not an empty cell; the row is kept in album.tables"
            context.note("unread-row", message, row.span)
        return []
    peak = read_peak(peak_text)
    if peak == UNREAD:
        context.note("unparsed-number", f"expected a chart position, not {unprotect(peak_text or '')!r}", row.span)
        return []
    stated = row.get("year")
    return [ChartEntry(chart, read_year(stated) if stated else year, peak, period, _song(row, context), span=row.span)]


def _chart_template(cell: nodes.Cell, period: ChartPeriod, year: int | None, context: Context) -> list[ChartEntry]:
    entries: list[ChartEntry] = []
    note_unread_templates(cell, context)
    for kind, template in templates_of(cell, context):
        if kind in {"album chart", "single chart"}:
            entries += read_chart_template(template, kind, period, year, context)
    return entries


def _read_chart_columns(grid: Grid, title: str, tables: Tables, context: Context) -> None:
    """A table in which each chart has a column of its own."""
    period = _period(title, grid, context)
    for row in grid.rows:
        stated = row.get("year")
        year = read_year(stated) if stated else read_year(title)
        for header, text in row.others():
            peak = read_peak(text)
            if peak != UNREAD:
                tables.charts.append(ChartEntry(header, year, peak, period, _song(row, context), span=row.span))


def _song(row: GridRow, context: Context) -> str | None:
    text = row.get("song") or row.get("title")
    quoted = _QUOTED_SONG.match(text.strip()) if text else None
    text = quoted["title"] if quoted else text
    return (clean(clean_title(text).strip(f" {_QUOTES}"), context) or None) if text else None


# ---- certifications ----


def _certification(row: GridRow, context: Context) -> list[Certification]:
    region = cell_text(row.get("region"), context)
    award_text = row.get("award")
    if region is None or (row.is_cut and _ends_before(row, "award")):
        if row.is_cut:
            context.note("cut-row", "the text ends inside this row; it was left out", row.span)
        return []
    name, organization = _without_organization(region)
    organization = organization or cell_text(row.get("provider") or row.get("poll"), context)
    shown = bare(award_text)
    if organization is None:
        shown, organization = _without_organization(shown)
    award, multiple = read_award(shown, context)
    units = None if row.is_cut and _ends_before(row, "units") else read_units(row.get("units") or "")
    if (award is None and units is None) or (row.is_single and units is None):
        return []
    return [Certification(name, organization, award, multiple, units, span=row.span)]


def _without_organization(text: str) -> tuple[str, str | None]:
    """A region or an award, and the organization in the parenthesis behind it."""
    match = _REGION.match(text)
    return (match["region"], match["organization"].strip()) if match else (text, None)


# ---- ratings ----


def _rating(row: GridRow, context: Context) -> list[Rating]:
    source = cell_text(row.get("source"), context)
    if source is None or (row.is_cut and _ends_before(row, "score")):
        return []
    rating = make_rating(source, clean(row.get("score") or "", context), row.span)
    is_title = row.is_single and rating.value is None and len(rating.score or "") > _LONGEST_GRADE
    return [] if is_title else [rating]


# ---- release history ----


def _release(row: GridRow, context: Context) -> list[ReleaseEvent]:
    date_text = row.get("date") if "date" in row.columns else row.get("year")
    date = read_date(date_text, context.words.dates) if date_text else None
    if date is None and bare(date_text) not in DASHES:
        context.note("unparsed-date", f"expected a date, not {unprotect(date_text or '')!r}", row.span)
    if row.is_cut and date is not None and date_text is row.texts[-1] and date.day is None:
        date = None
    region, label, form, catalog = (
        cell_text(_on_one_line(row.get(name) or "", context), context)
        for name in ("region", "label", "format", "catalog")
    )
    event = ReleaseEvent(region, date, label, form, catalog, span=row.span)
    return [event] if event != ReleaseEvent() else []


def _on_one_line(text: str, context: Context) -> str:
    return on_one_line(text, context) if "\n" in text and len(text) <= LONGEST_LINE else text


def _ends_before(row: GridRow, column: str) -> bool:
    """Whether a row that the text ends in ends before, or inside, a column."""
    return column in row.columns[len(row.texts) - 1 :]
