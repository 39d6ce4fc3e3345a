"""Every kind of output holds the same facts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from many_articles import lines
from wikialbum.arrow import from_table
from wikialbum.extract import Job, extract
from wikialbum.extract.tables import Table, tables

ARTICLES = Path(__file__).parent / "articles"
Rows = list[tuple[Any, ...]]


@pytest.fixture(name="source", scope="module")
def source_fixture(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All articles of this folder in both dialects, and one with what tables cannot hold."""
    files = [path for path in sorted(ARTICLES.glob("*/*")) if path.suffix in {".txt", ".wiki"}]
    pages = [(path.name, f"{path.parent.name} (album)", path.read_bytes().decode()) for path in files]
    pages.append(
        (
            "odd",
            "Odd",
            "= Odd\ud83d =\n\nOdd\n- Artist: A\n",
        )
    )
    path = tmp_path_factory.mktemp("source") / "pages.jsonl"
    path.write_bytes(lines(pages))
    return str(path)


@pytest.fixture(name="expected", scope="module")
def expected_fixture(source: str, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What JSON Lines hold, less what tables cannot."""
    output = tmp_path_factory.mktemp("lines") / "albums.jsonl"
    extract(Job(sources=(source,), output=str(output)))
    albums = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert len(albums) > 50
    odd = albums[-1]
    assert odd["article_title"] == "Odd\ud83d"
    odd["article_title"] = "Odd?"
    return albums


def made(source: str, folder: Path, ending: str) -> Path:
    output = folder / f"albums{ending}"
    assert extract(Job(sources=(source,), output=str(output))).failures == 0
    return output


def rebuilt(query: Callable[[str], Rows]) -> list[dict[str, Any]]:
    """Album JSON from the tables of a database."""
    return list(_objects(tables(), query).get((), []))


def _objects(table: Table, query: Callable[[str], Rows]) -> dict[tuple[int, ...], list[Any]]:
    """The values of a table's rows in order, by the ids of album and parent that they belong to."""
    children = {key: _objects(child, query) for key, child in table.children.items()}
    found: dict[tuple[int, ...], list[Any]] = {}
    for row in query(table.name):
        number, *parents = row[: max(table.keys - 1, 1)]
        values = dict(zip(list(table.columns)[table.keys :], row[table.keys :], strict=True))
        own = (parents[0], number) if parents else (number,)
        lists = {key: child.get(own, []) for key, child in children.items()}
        found.setdefault(tuple(parents), []).append(_value(table.name, values | lists))
    return found


def _value(name: str, values: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if list(values) == ["value"]:
        return values["value"]
    if list(values) == ["key", "value"]:
        return tuple(values.values())
    for key in ("infobox", "extra"):
        if key in values:
            values[key] = dict(values[key])
    if name == "chronology":
        for side in ("previous", "next"):
            title, year = values.pop(f"{side}_title"), values.pop(f"{side}_year")
            values[side] = None if title is None else {"title": title, "year": year}
    return values


def test_parquet_holds_what_json_lines_hold(source: str, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(made(source, tmp_path, ".parquet"))
    assert [album.to_dict() for album in from_table(table)] == expected


def test_sqlite_holds_what_json_lines_hold(source: str, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    with closing(sqlite3.connect(made(source, tmp_path, ".sqlite"))) as database:
        assert rebuilt(lambda name: database.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()) == expected
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_duckdb_holds_what_json_lines_hold(source: str, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with closing(duckdb.connect(str(made(source, tmp_path, ".duckdb")), read_only=True)) as database:
        assert rebuilt(lambda name: database.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()) == expected


def test_tables_are_joined_by_their_ids(source: str, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    query = (
        "SELECT count(*) FROM albums JOIN credits ON credits.album_id = albums.id "
        "JOIN credit_roles ON credit_roles.credit_id = credits.id "
        "JOIN credit_role_tracks ON credit_role_tracks.credit_role_id = credit_roles.id"
    )
    with closing(sqlite3.connect(made(source, tmp_path, ".sqlite"))) as database:
        (count,) = database.execute(query).fetchone()
    assert count == sum(
        len(role["tracks"]) for album in expected for each in album["credits"] for role in each["roles"]
    )
    assert count > 100


def test_no_two_tables_or_columns_have_one_name() -> None:
    names = [table.name for table in tables().walk()]
    assert len(set(names)) == len(names)
    assert all(len(table.columns) > table.keys for table in tables().walk())
