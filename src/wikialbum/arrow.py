"""Albums as Apache Arrow tables, and articles in record batches to albums in record batches."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from wikialbum.album import Album
from wikialbum.dates import PartialDate
from wikialbum.errors import MissingExtraError
from wikialbum.extract.rule import is_album_article
from wikialbum.extract.storable import storable
from wikialbum.extract.work import Reading, read_records
from wikialbum.serialize import Choice, Form, Objects, Optional, Scalar, Sequence, Texts, form_of
from wikialbum.sources.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["album_schema", "from_table", "import_arrow", "parse_batches", "result_schema", "to_table", "write_parquet"]

#: The column of `parse_batches` that says why an article gave no album.
FAILURE: Final = "failure"

#: How many rows a batch of `parse_batches` and a row group of a Parquet file have at most.
_ROWS: Final = 500


def import_arrow() -> Any:  # noqa: ANN401 - a module that is not always there
    """The module `pyarrow`.

    Raises:
        MissingExtraError: The extra `arrow` is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("Arrow", "arrow") from error
    return pa


@cache
def album_schema() -> pa.Schema:
    """The Arrow schema of Album JSON: its fields in order, lists and structs nested as there, dates as strings.

    Objects with free keys, such as `infobox`, are maps of strings. Every field may be null as far as Arrow is told.

    Raises:
        MissingExtraError: The extra `arrow` is not installed.

    Examples:
        >>> album_schema().field("genres").type
        ListType(list<item: string>)
    """
    form = form_of(Album)
    assert isinstance(form, Objects)
    return import_arrow().schema([(name, _arrow_type(item)) for name, item in form.fields.items()])


@cache
def result_schema() -> pa.Schema:
    """The schema of what `parse_batches` gives: that of Album JSON, and the column `failure` at its end.

    Raises:
        MissingExtraError: The extra `arrow` is not installed.
    """
    pa = import_arrow()
    return album_schema().append(pa.field(FAILURE, pa.string()))


def to_table(albums: Iterable[Album]) -> pa.Table:
    """Albums as a table, a row for each.

    Raises:
        MissingExtraError: The extra `arrow` is not installed.

    Examples:
        >>> table = to_table([Album(title="Rush", genres=("Blues", "pop rock"))])
        >>> table.column("genres").to_pylist()
        [['Blues', 'pop rock']]
    """
    pa = import_arrow()
    return pa.Table.from_batches([_batch([album.to_dict() for album in albums], album_schema())], album_schema())


def from_table(table: pa.Table) -> Iterator[Album]:
    """The albums of a table that `to_table` made, or that was read from a file of such ones.

    Args:
        table: The table; columns that are no fields of Album JSON are passed over.

    Raises:
        AlbumDataError: A row is no Album JSON.

    Examples:
        >>> [album.title for album in from_table(to_table([Album(title="Rush")]))]
        ['Rush']
    """
    form = form_of(Album)
    assert isinstance(form, Objects)
    load = _to_json(form) or _same
    for batch in table.select(list(form.fields)).to_batches(max_chunksize=_ROWS):
        for row in batch.to_pylist():
            yield Album.from_dict(load(row))


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    title: str | None = "title",
    every: bool = False,
    reading: Reading = Reading(),  # noqa: B008 - a tuple
) -> Iterator[pa.RecordBatch]:
    r"""The albums of articles that come in record batches; the function for engines such as Spark, Ray and Dask.

    An article that fails gives a row whose `failure` says why, with its title as `article_title` and nothing else; the
    rows of albums have no failure. Pages that are no album articles give no row.

    Args:
        batches: Batches with a column of texts.
        text: The column of the texts.
        title: The column of the titles, which may be missing; None where there is none.
        every: Whether to parse every page, not only those that `wikialbum.extract.is_album_article` takes.
        reading: The dialect, and the limits of one article.

    Returns:
        Batches of the schema `result_schema()`, of at most some hundred rows.

    Raises:
        KeyError: There is no column of texts.
        MissingExtraError: The extra `arrow` is not installed.

    Examples:
        >>> pa = import_arrow()
        >>> batch = pa.RecordBatch.from_pylist([{"text": "= Rush =\n\nRush\n- Artist: Eric Clapton\n"}])
        >>> [row["artist"] for result in parse_batches([batch]) for row in result.to_pylist()]
        ['Eric Clapton']
    """
    schema = result_schema()
    rows: list[dict[str, Any]] = []
    for batch in batches:
        for record in _records(batch, text, title):
            if every or is_album_article(record.text):
                rows += _rows(record, reading)
            if len(rows) >= _ROWS:
                yield _batch(rows, schema)
                rows = []
    if rows:
        yield _batch(rows, schema)


def write_parquet(batches: Iterable[list[dict[str, Any]]], path: str | os.PathLike[str]) -> None:
    """Write a Parquet file of the schema of Album JSON.

    Args:
        batches: Lists of Album JSON; each becomes a row group.
        path: Where to write.

    Raises:
        OSError: The file cannot be written.
        MissingExtraError: The extra `arrow` is not installed.

    Examples:
        >>> import pyarrow.parquet, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_parquet([[Album(title="Rush").to_dict()]], f"{folder}/a.parquet")
        ...     pyarrow.parquet.read_table(f"{folder}/a.parquet").column("title").to_pylist()
        ['Rush']
    """
    import_arrow()
    from pyarrow import parquet  # noqa: PLC0415 - a package of an extra

    with parquet.ParquetWriter(path, album_schema(), compression="zstd") as writer:
        for rows in batches:
            writer.write_batch(_batch(rows, album_schema()))


# ---- articles ----


def _records(batch: pa.RecordBatch, text: str, title: str | None) -> Iterator[Record]:
    """The articles of a batch that have a text."""
    names = batch.schema.names
    if text not in names:
        raise KeyError(f"expected a column {text!r}; there are {', '.join(names)}")
    titles = batch.column(title).to_pylist() if title in names else [None] * batch.num_rows
    for number, (name, page) in enumerate(zip(titles, batch.column(text).to_pylist(), strict=True)):
        if page is not None:
            yield Record(str(number), name, page, "batch")


def _rows(record: Record, reading: Reading) -> Iterator[dict[str, Any]]:
    """The rows of an article: its albums, or its failure."""
    result = read_records([record], reading)
    for line in result.lines.splitlines():
        yield {**json.loads(line), FAILURE: None}
    for failure in result.failures:
        yield {"article_title": failure.title, FAILURE: failure.reason}


# ---- Album JSON in Arrow ----


def _batch(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows of Album JSON as a record batch."""
    pa = import_arrow()
    convert = _album_converter()
    try:
        array = pa.array([convert(row) for row in rows], pa.struct(schema))
    except (UnicodeEncodeError, OverflowError, pa.ArrowInvalid):
        array = pa.array([convert(storable(row)) for row in rows], pa.struct(schema))
    return pa.RecordBatch.from_arrays(array.flatten(), schema=schema)


def _arrow_type(form: Form) -> Any:  # noqa: ANN401 - a class of an extra
    return _TYPES[type(form)](form)


def _scalar_type(form: Scalar) -> Any:  # noqa: ANN401 - a class of an extra
    pa = import_arrow()
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), PartialDate: pa.string()}[form.kind]


def _struct_type(form: Objects) -> Any:  # noqa: ANN401 - a class of an extra
    return import_arrow().struct([(name, _arrow_type(item)) for name, item in form.fields.items()])


#: The Arrow type of each kind of form.
_TYPES: Final[dict[type[Form], Callable[[Any], Any]]] = {
    Scalar: _scalar_type,
    Choice: lambda _: import_arrow().string(),
    Optional: lambda form: _arrow_type(form.item),
    Sequence: lambda form: import_arrow().list_(_arrow_type(form.item)),
    Texts: lambda _: import_arrow().map_(import_arrow().string(), import_arrow().string()),
    Objects: _struct_type,
}

_Converter = Callable[[Any], Any]


def _same(value: Any) -> Any:  # noqa: ANN401 - of any type
    return value


@cache
def _album_converter() -> _Converter:
    return _converter(form_of(Album), lambda texts: list(texts.items())) or _same


def _to_json(form: Form) -> _Converter | None:
    """From a value as Arrow gives it to Album JSON; None where both are the same."""
    return _converter(form, dict)


def _converter(form: Form, convert_texts: _Converter) -> _Converter | None:
    """What changes objects with free keys, which Arrow has as lists of pairs; None where a form holds none."""
    build = _CONVERTERS.get(type(form))
    return build(form, convert_texts) if build else None


def _item_converter(form: Optional, convert_texts: _Converter) -> _Converter | None:
    convert = _converter(form.item, convert_texts)
    return convert and (lambda value: None if value is None else convert(value))


def _list_converter(form: Sequence, convert_texts: _Converter) -> _Converter | None:
    convert = _converter(form.item, convert_texts)
    return convert and (lambda values: [convert(value) for value in values])


def _object_converter(form: Objects, convert_texts: _Converter) -> _Converter | None:
    found = {name: _converter(item, convert_texts) for name, item in form.fields.items()}
    changed = {name: convert for name, convert in found.items() if convert}
    if not changed:
        return None
    return lambda row: row | {name: convert(row[name]) for name, convert in changed.items() if name in row}


#: How values of a form are converted; those of the others stay as they are.
_CONVERTERS: Final[dict[type[Form], Callable[[Any, _Converter], _Converter | None]]] = {
    Optional: _item_converter,
    Sequence: _list_converter,
    Texts: lambda _, convert_texts: convert_texts,
    Objects: _object_converter,
}
