"""Reads tables of charts, certifications, ratings and releases. A table is what its header says it is."""

from __future__ import annotations

import re
from typing import Final

import attrs

from wikialbum.album import Certification, ChartEntry, ChartPeriod, Rating, ReleaseEvent
from wikialbum.normalize.context import Context
from wikialbum.normalize.date_text import read_date, read_year
from wikialbum.normalize.grid import Grid, GridRow, read_grid
from wikialbum.normalize.names import clean
from wikialbum.syntax import nodes
from wikialbum.syntax.protection import unprotect

_MARKS: Final = " ^*†‡§¶+~#\u200b"
_NOTE_MARK: Final = re.compile(r"\[[^\[\]]{1,12}\]")
_DASHES: Final = frozenset(["", "—", "–", "-", "−", "n/a", "N/A", "x", "?", "―", "--", "---"])
_NUMBER: Final = re.compile(r"(?:No\.?\s*|#)?(\d{1,4})(?:st|nd|rd|th)?(?=\s*(?:\(|\Z))", re.IGNORECASE)
_UNITS: Final = re.compile(
    r"(?:[<>≥~]|over|about|more than)?\s*(\d{1,3}(?:[,. \u00a0]\d{3}){1,4}|\d{1,12})(?:\.(\d{1,6}))?\s*(million)?",
    re.IGNORECASE,
)
_REGION: Final = re.compile(r"(?P<region>[^()]*[^()\s])\s*\((?P<organization>[^()]+)\)\s*\Z")
_MULTIPLE: Final = re.compile(r"(\d{1,6})\s*[×xX✕*]\s*")
_SCORE: Final = re.compile(r"\(?(\d{1,6}(?:[.,]\d{1,4})?)\s*(?:/|out of)\s*(\d{1,6}(?:\.\d{1,4})?)\b")
_PERCENT: Final = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\s*%\Z")
_QUOTES: Final = '"“”'


_TABLE_KINDS: Final = frozenset(["charts", "certifications", "ratings", "releases"])


@attrs.define
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
            _read_headerless(grid, kind, title, tables, context)
        elif not _read_by_header(grid, kind, title, tables, context) and grid.rows and kind in _TABLE_KINDS:
            context.note("unread-table", "a table of no known kind; it is kept in album.tables")
        above = grid


def _read_by_header(grid: Grid, kind: str | None, title: str, tables: Tables, context: Context) -> bool:
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
    elif (
        columns & {"region", "date"} and len(columns & {"region", "date", "label", "format", "catalog", "edition"}) > 2
    ):
        tables.release_history += [entry for row in grid.rows for entry in _release(row, context)]
    elif kind == "charts" and columns & {"year", "song", "title", "work"} and None in columns:
        _read_chart_columns(grid, title, tables, context)
    else:
        return False
    return True


def _read_headerless(grid: Grid, kind: str | None, title: str, tables: Tables, context: Context) -> None:
    """A table without a header is what its section is: charts and peaks, or sources and ratings."""
    columns = {"charts": ["chart", "peak"], "ratings": ["source", "score"]}.get(kind or "")
    if columns is None or any(len(row.texts) < 2 for row in grid.rows if not row.is_cut):
        return
    grid.columns = [*columns]
    for row in grid.rows:
        row.columns = grid.columns
        if kind == "charts":
            if _peak(row.texts[1] if len(row.texts) > 1 else None) is not _UNREAD:
                tables.charts += _chart(row, _period(title, grid, context), None, context)
        else:
            tables.ratings += _rating(row, context)


# ---- charts ----


_UNREAD: Final = -1


def _period(title: str, grid: Grid, context: Context) -> ChartPeriod:
    for text in (*grid.headers, grid.title, title):
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
    chart = _text(row.get("chart"), context)
    peak_text = row.get("peak")
    if chart is None or (
        row.is_cut and row.columns[len(row.texts) - 1 :] and "peak" in row.columns[len(row.texts) - 1 :]
    ):
        if row.is_cut:
            context.note("cut-row", "the text ends inside this row; it was left out", row.span)
        return []
    peak = _peak(peak_text)
    if peak == _UNREAD:
        context.note("unparsed-number", f"expected a chart position, not {unprotect(peak_text or '')!r}", row.span)
        return []
    stated = row.get("year")
    return [ChartEntry(chart, read_year(stated) if stated else year, peak, period, _song(row, context), span=row.span)]


def _read_chart_columns(grid: Grid, title: str, tables: Tables, context: Context) -> None:
    """A table in which each chart has a column of its own."""
    period = _period(title, grid, context)
    for row in grid.rows:
        stated = row.get("year")
        year = read_year(stated) if stated else read_year(title)
        for header, text in row.others():
            peak = _peak(text)
            if peak != _UNREAD:
                tables.charts.append(ChartEntry(header, year, peak, period, _song(row, context), span=row.span))


def _song(row: GridRow, context: Context) -> str | None:
    text = row.get("song") or row.get("title")
    return (clean(unprotect(text).strip(f" {_QUOTES}"), context) or None) if text else None


def _peak(text: str | None) -> int | None:
    """A chart position; None for a dash, `_UNREAD` for something else."""
    bare = _bare(text)
    if bare in _DASHES:
        return None
    match = _NUMBER.match(bare)
    return int(match[1]) if match else _UNREAD


# ---- certifications ----


def _certification(row: GridRow, context: Context) -> list[Certification]:
    region = _text(row.get("region"), context)
    award_text = row.get("award")
    if region is None or (row.is_cut and _ends_before(row, "award")):
        if row.is_cut:
            context.note("cut-row", "the text ends inside this row; it was left out", row.span)
        return []
    match = _REGION.match(region)
    name, organization = (match["region"], match["organization"].strip()) if match else (region, None)
    award, multiple = read_award(_bare(award_text), context)
    units = read_units(row.get("units") or "")
    if award is None and units is None:
        return []
    return [Certification(name, organization, award, multiple, units, span=row.span)]


def read_award(text: str, context: Context) -> tuple[str | None, int]:
    """`2× Platinum` as `Platinum` and 2; None for a dash."""
    if text in _DASHES:
        return None, 1
    match = _MULTIPLE.match(text)
    if match is not None:
        return text[match.end() :].strip() or None, int(match[1])
    first, _, rest = text.replace("-", " ", 1).partition(" ")
    multiple = context.words.awards.get(first.casefold())
    return (rest.strip(), multiple) if multiple is not None and rest else (text, 1)


def read_units(text: str) -> int | None:
    """A number of copies: `2,000,000^`, `1.1 million`; None where there is none."""
    match = _UNITS.match(_bare(text))
    if match is None:
        return None
    whole, fraction, million = match.groups()
    if million:
        return round(float(f"{whole}.{fraction or 0}".replace(",", "")) * 1_000_000)
    return int(re.sub(r"\D", "", whole))


# ---- ratings ----


def _rating(row: GridRow, context: Context) -> list[Rating]:
    source = _text(row.get("source"), context)
    if source is None or (row.is_cut and _ends_before(row, "score")):
        return []
    return [make_rating(source, clean(row.get("score") or "", context), row)]


def make_rating(source: str, score: str, row: GridRow | None = None) -> Rating:
    """A rating, with its number where the score is one: `4.5/5`, `88%`."""
    score = "" if score in _DASHES else score
    value, out_of = _rated(score)
    return Rating(source, score or None, value, out_of, span=row.span if row else None)


def _rated(score: str) -> tuple[float | None, float | None]:
    match = _SCORE.match(score)
    if match is not None:
        return _number(match[1]), _number(match[2])
    percent = _PERCENT.match(score)
    return (_number(percent[1]), 100) if percent else (None, None)


def _number(text: str) -> float:
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


# ---- release history ----


def _release(row: GridRow, context: Context) -> list[ReleaseEvent]:
    date_text = row.get("date")
    date = read_date(date_text, context.words.dates) if date_text else None
    if date is None and _bare(date_text) not in _DASHES:
        context.note("unparsed-date", f"expected a date, not {unprotect(date_text or '')!r}", row.span)
    if row.is_cut and date is not None and date_text is row.texts[-1] and date.day is None:
        date = None
    region, label, form, catalog = (_text(row.get(name), context) for name in ("region", "label", "format", "catalog"))
    event = ReleaseEvent(region, date, label, form, catalog, span=row.span)
    return [event] if event != ReleaseEvent() else []


# ---- cells ----


def _ends_before(row: GridRow, column: str) -> bool:
    """Whether a row that the text ends in ends before, or inside, a column."""
    return column in row.columns[len(row.texts) - 1 :]


def _bare(text: str | None) -> str:
    """The text of a cell without foot-note marks."""
    return _NOTE_MARK.sub("", unprotect(text or "")).strip(_MARKS).strip()


def _text(text: str | None, context: Context) -> str | None:
    """The text of a cell; None for an empty one or a dash."""
    shown = clean(text or "", context)
    return None if shown in _DASHES else shown
