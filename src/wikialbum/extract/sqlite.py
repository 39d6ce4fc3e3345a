"""Writes albums into a SQLite database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from wikialbum.extract.tables import Rows, Table, tables

__all__ = ["write_sqlite"]

_TYPES: Final = {str: "TEXT", int: "INTEGER", float: "REAL"}


def write_sqlite(batches: Iterable[list[dict[str, Any]]], path: Path) -> None:
    """Write a database of the tables of `wikialbum.extract.tables`, with indexes on the ids of albums.

    Args:
        batches: Lists of Album JSON.
        path: Where to write; there is no file yet.

    Raises:
        OSError: The file cannot be written.

    Examples:
        >>> import tempfile
        >>> from wikialbum import Album
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder, "albums.sqlite")
        ...     write_sqlite([[Album(title="Rush", genres=("Blues",)).to_dict()]], path)
        ...     database = sqlite3.connect(path)
        ...     database.execute("SELECT title, value FROM albums JOIN genres ON albums.id = album_id").fetchall()
        ...     database.close()
        [('Rush', 'Blues')]
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, batches)
    except sqlite3.OperationalError as error:
        raise OSError(None, f"the database cannot be written: {error}", str(path)) from error


def _fill(database: sqlite3.Connection, batches: Iterable[list[dict[str, Any]]]) -> None:
    # Nothing reads the file before it is whole, and what is not whole is thrown away: so no journal.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    for statement in _creation():
        database.execute(statement)
    inserts = {table.name: _insertion(table) for table in tables().walk()}
    rows = Rows()
    for batch in batches:
        database.execute("BEGIN")
        for name, new in rows.of(batch).items():
            database.executemany(inserts[name], new)
        database.execute("COMMIT")
    for table in tables().walk():
        if "album_id" in table.columns:
            database.execute(f'CREATE INDEX "{table.name}_album" ON "{table.name}" (album_id)')


def _creation() -> Iterator[str]:
    for table in tables().walk():
        columns = [
            f'"{name}" {_TYPES[kind]}{" PRIMARY KEY" if name == "id" else ""}' for name, kind in table.columns.items()
        ]
        yield f'CREATE TABLE "{table.name}" ({", ".join(columns)})'


def _insertion(table: Table) -> str:
    places = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608 - names of the model
