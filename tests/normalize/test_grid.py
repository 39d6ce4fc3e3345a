from __future__ import annotations

import pytest

from wikialbum.normalize.context import Context
from wikialbum.normalize.grid import Grid, read_grid
from wikialbum.syntax import nodes, parse_article
from wikialbum.vocabulary import ENGLISH


def grids(table: str) -> list[Grid]:
    (section,) = parse_article(f"==Charts==\n{table}").sections
    (block,) = (each for each in section.blocks if isinstance(each, nodes.Table))
    return read_grid(block, Context(ENGLISH))


def test_the_first_row_names_the_columns() -> None:
    (grid,) = grids("| Chart (1992) | Peak position | Colour |\n| A | 1 | red |\n")
    assert (grid.headers, grid.columns) == (["Chart (1992)", "Peak position", "Colour"], ["chart", "peak", None])
    (row,) = grid.rows
    assert (row.get("chart"), row.get("peak"), row.get("year")) == ("A", "1", None)
    assert list(row.others()) == [("Colour", "red")]


def test_a_shorter_row_takes_its_leading_cells_from_the_row_above() -> None:
    (grid,) = grids("| Year | Single | Chart | Position |\n| 1992 | A | X | 1 |\n| Y | 2 |\n| B | X | 3 |\n")
    assert [row.texts for row in grid.rows] == [
        ["1992", "A", "X", "1"],
        ["1992", "A", "Y", "2"],
        ["1992", "B", "X", "3"],
    ]


def test_a_row_that_is_cut_off_takes_nothing() -> None:
    (grid,) = grids("| Year | Chart | Position |\n| 1992 | A | 1 |\n| B | 2")
    assert (grid.rows[1].texts, grid.rows[1].is_cut) == (["B", "2"], True)


@pytest.mark.parametrize("title", ["| Weekly charts | |\n", "| Weekly charts |\n"])
def test_one_text_above_the_header_is_the_title(title: str) -> None:
    (grid,) = grids(f"{title}| Chart | Peak |\n| A | 1 |\n")
    assert (grid.title, grid.headers, len(grid.rows)) == ("Weekly charts", ["Chart", "Peak"], 1)


def test_a_second_header_begins_a_second_grid_with_its_title() -> None:
    first, second = grids("| Chart (1992) | Peak |\n| A | 1 |\n| Year-end |\n| Chart (1993) | Peak |\n| A | 2 |\n")
    assert ([row.texts for row in first.rows], second.title) == ([["A", "1"]], "Year-end")
    assert [row.texts for row in second.rows] == [["A", "2"]]


def test_charts_below_the_column_that_spans_them_are_columns() -> None:
    (grid,) = grids("| Year | Title | Peak chart positions | Album |\n| US | UK |\n| 1992 | A | 1 | 2 | T |\n")
    assert grid.headers == ["Year", "Title", "US", "UK", "Album"]
    assert grid.columns[2:4] == [None, None]
    assert grid.rows[0].texts == ["1992", "A", "1", "2", "T"]


def test_a_table_without_a_header_has_no_columns() -> None:
    (grid,) = grids("| US Billboard 200 | 1 |\n| UK Albums | 2 |\n")
    assert (grid.headers, grid.columns, len(grid.rows)) == ([], [], 2)


@pytest.mark.parametrize(
    "row",
    [
        '| "—" denotes a recording that did not chart. |\n',
        "| ^ Shipments figures based on certification alone. | |\n",
        "| * Sales figures based on certification alone. |\n",
        "| | |\n",
    ],
)
def test_foot_notes_and_empty_rows_are_no_rows(row: str) -> None:
    (grid,) = grids(f"| Chart | Peak |\n| A | 1 |\n{row}")
    assert [each.texts for each in grid.rows] == [["A", "1"]]
