"""Writes albums into a DuckDB database."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from wikialbum.arrow import import_arrow
from wikialbum.errors import MissingExtraError
from wikialbum.extract.tables import Rows, Table, tables

__all__ = ["import_duckdb", "write_duckdb"]

_TYPES: Final = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE"}


def import_duckdb() -> Any:  # noqa: ANN401 - a module that is not always there
    """The module `duckdb`.

    Raises:
        MissingExtraError: The extra `sql` is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - a package of an extra
        import pyarrow as pa  # noqa: F401, PLC0415 - a package of the same extra
    except ImportError as error:
        raise MissingExtraError("DuckDB", "sql") from error
    return duckdb


def write_duckdb(batches: Iterable[list[dict[str, Any]]], path: Path) -> None:
    """Write a database of the tables of `wikialbum.extract.tables`.

    Args:
        batches: Lists of Album JSON.
        path: Where to write; there is no file yet.

    Raises:
        OSError: The file cannot be written.
        MissingExtraError: The extra `sql` is not installed.

    Examples:
        >>> import tempfile
        >>> from wikialbum import Album
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder, "albums.duckdb")
        ...     write_duckdb([[Album(title="Rush", genres=("Blues",)).to_dict()]], path)
        ...     with import_duckdb().connect(str(path)) as database:
        ...         database.sql("SELECT title, value FROM albums JOIN genres ON albums.id = album_id").fetchall()
        [('Rush', 'Blues')]
    """
    duckdb = import_duckdb()
    try:
        with closing(duckdb.connect(str(path), config={"memory_limit": "256MB", "threads": 1})) as database:
            _fill(database, batches)
    except duckdb.IOException as error:
        raise OSError(None, f"the database cannot be written: {error}", str(path)) from error


def _fill(database: Any, batches: Iterable[list[dict[str, Any]]]) -> None:  # noqa: ANN401 - a class of an extra
    for table in tables().walk():
        columns = ", ".join(f'"{name}" {_TYPES[kind]}' for name, kind in table.columns.items())
        database.execute(f'CREATE TABLE "{table.name}" ({columns})')
    rows = Rows()
    for batch in batches:
        new = rows.of(batch)
        for table in tables().walk():
            if new[table.name]:
                database.register("new_rows", _arrow_table(table, new[table.name]))
                database.execute(f'INSERT INTO "{table.name}" SELECT * FROM new_rows')  # noqa: S608 - names of the model
                database.unregister("new_rows")


def _arrow_table(table: Table, rows: list[tuple[Any, ...]]) -> Any:  # noqa: ANN401 - a class of an extra
    """Rows as a table of Arrow, which DuckDB reads many times faster than rows."""
    pa = import_arrow()
    types = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    columns = zip(table.columns.items(), zip(*rows, strict=True), strict=True)
    return pa.table({name: pa.array(values, types[kind]) for (name, kind), values in columns})
