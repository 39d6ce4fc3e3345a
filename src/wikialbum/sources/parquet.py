"""Reads Parquet files: a row with a text for each record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from wikialbum.errors import MissingExtraError
from wikialbum.sources.records import Failure, Fields, Meter, Record, SourceError, broken

__all__ = ["read_parquet"]

_ROWS: Final = 256


def read_parquet(path: str, fields: Fields, meter: Meter) -> Iterator[Record | Failure]:
    """The records of a Parquet file, in order; a row without a text is a failure.

    Args:
        path: The file.
        fields: The columns of text, title and id.
        meter: Counts the bytes, in steps.

    Raises:
        SourceError: The file cannot be read, is cut off or damaged, or has no column of texts.
        MissingExtraError: The extra `arrow` is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - a package of an extra
        import pyarrow.parquet as pq  # noqa: PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("reading Parquet files", "arrow") from error
    try:
        with pq.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False) as file:
            yield from _rows(file, path, fields, meter)
    except (pa.ArrowException, OSError) as error:
        raise broken(path, error) from error


def _rows(file: Any, path: str, fields: Fields, meter: Meter) -> Iterator[Record | Failure]:  # noqa: ANN401 - a class of an extra
    columns = [name for name in fields if name in file.schema_arrow.names]
    if fields.text not in columns:
        names = ", ".join(file.schema_arrow.names)
        raise SourceError(
            Failure(None, None, path, f"expected a column {fields.text!r}; there are {names}", ends_source=True)
        )
    share = Path(path).stat().st_size / max(file.metadata.num_rows, 1)
    start, number = meter.done, 0
    for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, str(number), path, fields)
        meter.done = start + round(share * number)


def _record(row: dict[str, Any], number: str, path: str, fields: Fields) -> Record | Failure:
    name, title = (None if row.get(key) is None else str(row[key]) for key in (fields.id, fields.title))
    text = row[fields.text]
    if not isinstance(text, str):
        return Failure(name or number, title, path, f"expected a text in the column {fields.text!r}")
    return Record(name or number, title, text, path)
