"""Tables as grids: spans filled in, headers found, columns named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from wikialbum.diagnostics import Span
from wikialbum.normalize.context import Context
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.protection import unprotect

_SPAN: Final = lazy_pattern(r"\b(?P<name>rowspan|colspan)\s*=\s*[\"']?\s*(?P<count>\d{1,4})", re.IGNORECASE)
_ATTRIBUTES: Final = lazy_pattern(
    r"(?:(?:rowspan|colspan|style|class|align|scope)\s*+=\s*+(?:\"[^\"]*+\"|[^\s\"{|]++)\s*+)++(?=\{\{)", re.IGNORECASE
)
_MOST_COLUMNS: Final = 64
_TIME: Final = lazy_pattern(r"\d{1,3}:\d\d(?::\d\d)?")
_TRACK_NUMBER: Final = lazy_pattern(r"\d{1,3}\.?")
_ROW_HEADER: Final = lazy_pattern(r"scope\s*=\s*[\"']?row", re.IGNORECASE)
_FOOTNOTE: Final = lazy_pattern(
    r"[\"“”'‘’]?[—–-]+[\"“”'‘’]?\s+(?:denotes|indicates|means|signifies)|[*^†‡#~]+\s*(?:sales|shipments|\w+\s+figures|denotes|since)|.*\bfigures based on\b",
    re.IGNORECASE | re.DOTALL,
)


@attrs.define(eq=False, repr=False)
class GridRow:
    """A row of a grid: a text for each column, and what the row is.

    Attributes:
        texts: The texts as `reading` gives them; shorter than the header where cells are missing.
        span: Where the row stands.
        columns: The grid's columns.
        headers: The grid's headers.
        is_header: Whether the row is marked as a header.
        is_cut: Whether the text ends inside the row.
        is_single: Whether the row has one cell.
        is_title: Whether its one cell spans all columns, as that of a title does.
        template: The cell where a template stands for the row.
    """

    texts: list[str]
    span: Span | None
    columns: Sequence[str | None] = ()
    headers: Sequence[str] = ()
    is_header: bool = False
    is_cut: bool = False
    is_single: bool = False
    is_title: bool = False
    template: nodes.Cell | None = None

    def get(self, column: str) -> str | None:
        """The text in a column, or None where the grid or the row has none."""
        for place, name in enumerate(self.columns):
            if name == column:
                return self.texts[place] if place < len(self.texts) else None
        return None

    def others(self) -> Iterator[tuple[str, str]]:
        """Header and text of each column that the vocabulary does not know."""
        for header, column, text in zip(self.headers, self.columns, self.texts, strict=False):
            if column is None and header:
                yield header, text


@attrs.define(eq=False, repr=False)
class Grid:
    """Rows below one header.

    Attributes:
        title: The title row or caption above the header, or empty.
        headers: The texts of the header, empty where there is none.
        columns: What each header names, or None.
        rows: The rows below.
        span: Where the table stands.
        splits_peaks: Whether charts stand in the header below one header that spans them, such as `Peak positions`.
    """

    title: str = ""
    headers: list[str] = attrs.Factory(list)
    columns: list[str | None] = attrs.Factory(list)
    rows: list[GridRow] = attrs.Factory(list)
    span: Span | None = None
    splits_peaks: bool = False


def read_grid(table: nodes.Table, context: Context) -> list[Grid]:
    """A table as grids: one for each header row in it, or one without a header."""
    is_plain = not table.open
    grid = Grid(title=unprotect(reading(table.caption)).strip(), span=table.span)
    grids = [grid]
    for row in _rows(table):
        if not any(text.strip() for text in row.texts) or _is_footnote(row):
            continue
        if row.template is not None:
            row.columns, row.headers = grid.columns, grid.headers
            grid.rows.append(row)
            continue
        columns = _columns(row, context)
        if _is_header(row, columns) or (not grid.headers and not grid.rows and _is_first_header(row, columns)):
            if grid.rows:
                grid = Grid(title=_pop_title(grid), span=table.span)
                grids.append(grid)
            _take_header(grid, row, columns)
        elif not grid.rows and _is_subheader(row, grid, columns):
            _split_peaks(grid, row)
        elif not grid.headers and _is_title(row, table):
            grid.title = grid.title or unprotect(row.texts[0]).strip()
        else:
            row.is_single = len(row.texts) == 1
            if is_plain and grid.headers and not row.is_cut:
                _fill(row, grid)
            row.columns, row.headers = grid.columns, grid.headers
            grid.rows.append(row)
    return grids


def _columns(row: GridRow, context: Context) -> list[str | None]:
    """What the texts of a row name as headers; a row with a number is none, as are most."""
    if not row.is_header and any(map(str.isdecimal, row.texts)):
        return [None] * len(row.texts)
    return [context.words.column(text) for text in row.texts]


def _take_header(grid: Grid, row: GridRow, columns: list[str | None]) -> None:
    """Make a row the header; below another header row, its texts name the columns that the other spans."""
    texts = [" ".join(unprotect(text).split()) for text in row.texts]
    if grid.headers:
        pairs = zip(texts, grid.headers, columns, grid.columns, strict=False)
        merged = [(new, new_column) if new != old else (old, old_column) for new, old, new_column, old_column in pairs]
        grid.splits_peaks = "peak" in grid.columns and "peak" not in (column for _, column in merged)
        grid.headers, grid.columns = [text for text, _ in merged], [column for _, column in merged]
    else:
        grid.headers, grid.columns = texts, columns


def _is_header(row: GridRow, columns: list[str | None]) -> bool:
    known = sum(column is not None for column in columns)
    if row.is_header:
        return len(set(row.texts)) > 1 and not any(map(_TIME.fullmatch, row.texts))
    return (
        known >= 2
        and known * 2 >= sum(bool(text.strip()) for text in row.texts)
        and not any(text.strip().isdecimal() for text in row.texts)
    )


def _is_first_header(row: GridRow, columns: list[str | None]) -> bool:
    """Whether the first row is a header of which only the first column is known: `Year`, `US`, `UK`."""
    texts = [text.strip() for text in row.texts]
    if columns[0] is None or row.is_cut or len(set(filter(None, texts))) < 2:
        return False
    return not any(map(_is_value, texts))


def _is_subheader(row: GridRow, grid: Grid, columns: list[str | None]) -> bool:
    """Whether a row below `Year`, `Title`, `Peak chart positions` names the charts."""
    if "peak" not in grid.columns or "chart" in grid.columns or row.is_cut or any(columns):
        return False
    texts = [text.strip() for text in row.texts if text.strip()]
    return len(texts) > 1 and not any(map(_is_value, texts)) and not any(text[0] in '"“' for text in texts)


def _is_value(text: str) -> bool:
    """Whether a cell holds a number, a date or a dash, as no header does."""
    return text[:1].isdecimal() or (bool(text) and not any(map(str.isalpha, text)) and text not in {"#", "№"})


def _split_peaks(grid: Grid, row: GridRow) -> None:
    """Put the charts that a row names in the place of the one column that spans them."""
    grid.splits_peaks = True
    names = [" ".join(unprotect(text).split()) for text in row.texts if text.strip()]
    at = grid.columns.index("peak")
    behind = at + 1
    while behind < len(grid.headers) and behind < at + len(names) and not grid.headers[behind]:
        behind += 1
    grid.headers[at:behind] = names
    grid.columns[at:behind] = [None] * len(names)


def _pop_title(grid: Grid) -> str:
    """Take the row that is the title of the header below it, such as `Aggregate scores`, out of a grid."""
    row = grid.rows[-1]
    texts = [text for text in row.texts if text.strip()]
    if not (row.is_single or row.is_title or len(texts) == 1):
        return ""
    grid.rows.pop()
    return unprotect(texts[-1]).strip()


def _is_title(row: GridRow, table: nodes.Table) -> bool:
    """Whether a row is one text over all columns, above the header."""
    texts = [text for text in row.texts if text.strip()]
    return len(set(texts)) == 1 and bool(row.texts[0].strip()) and (len(row.texts) > 1 or len(table.rows) > 1)


def _is_footnote(row: GridRow) -> bool:
    texts = {text.strip() for text in row.texts if text.strip()}
    return len(texts) == 1 and _FOOTNOTE.match(next(iter(texts))) is not None


def _fill(row: GridRow, grid: Grid) -> None:
    """Give a row that is shorter than the header the leading cells of the row above (a lost rowspan)."""
    missing = len(grid.headers) - len(row.texts)
    if missing > 0 and grid.columns[0] == "number" and _TRACK_NUMBER.fullmatch(row.texts[0]):
        # The row has its first cell: it is an empty one before the time that it lacks.
        at = len(row.texts) - 1 if grid.columns[-1] == "seconds" and _TIME.fullmatch(row.texts[-1]) else len(row.texts)
        row.texts[at:at] = [""] * missing
    elif missing > 0 and grid.rows:
        above = grid.rows[-1].texts
        if len(above) >= missing:
            row.texts[:0] = above[:missing]


def _rows(table: nodes.Table) -> Iterator[GridRow]:
    """The rows of a table, with the cells that span rows and columns repeated where they show."""
    hanging: dict[int, tuple[int, str]] = {}
    for row in table.rows:
        template = _template_cell(row)
        if template is not None:
            yield GridRow([str(template.content)], row.span, template=template)
            continue
        texts: list[str] = []
        marks = []
        for cell in row.cells:
            _hang(texts, hanging)
            attributes, content = _parted(cell)
            rows, columns = _cell_spans(attributes) if attributes else (1, 1)
            text = reading(content).strip()
            for _ in range(columns):
                if rows > 1 and len(texts) < _MOST_COLUMNS:
                    hanging[len(texts)] = (rows - 1, text)
                texts.append(text)
            marks.append(cell.marker.lstrip()[:1] == "!" and not _ROW_HEADER.search(cell.attributes))
        _hang(texts, hanging)
        if row.cells:
            is_cut = not table.open and not row.close
            is_title = len(row.cells) == 1 < len(texts) and len(set(texts)) == 1
            yield GridRow(texts, row.span, is_header=all(marks), is_cut=is_cut, is_title=is_title)


def _parted(cell: nodes.Cell) -> tuple[str, str]:
    """The attributes and the content of a cell; a template such as `{{n/a}}` brings the bar between them itself."""
    content = cell.content
    if cell.attributes or "{{" not in content or "=" not in content or not isinstance(content, Wikitext):
        return cell.attributes, content
    alone = _ATTRIBUTES.match(content)
    if alone is None:
        return "", content
    return alone[0], content.part(alone.end(), len(content), content.constructs)


def _template_cell(row: nodes.Row) -> nodes.Cell | None:
    """The cell of a row that is a template and nothing else: `{{Album chart|…}}`."""
    if len(row.cells) != 1 or row.cells[0].marker or not row.cells[0].content.startswith("{{"):
        return None
    return row.cells[0]


def _hang(texts: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add the cells that hang into this row at the next places."""
    while len(texts) in hanging:
        place = len(texts)
        left, text = hanging[place]
        texts.append(text)
        if left > 1:
            hanging[place] = (left - 1, text)
        else:
            del hanging[place]


def _cell_spans(attributes: str) -> tuple[int, int]:
    """Rows and columns that a cell spans."""
    spans = {match["name"].lower(): int(match["count"]) for match in _SPAN.finditer(attributes)}
    return max(1, spans.get("rowspan", 1)), max(1, min(_MOST_COLUMNS, spans.get("colspan", 1)))
