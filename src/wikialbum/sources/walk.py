"""Finds the files of a source, and reads each by its kind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from wikialbum.errors import ArticleEncodingError, ArticleTooLargeError
from wikialbum.files import DEFAULT_LIMIT, read_text
from wikialbum.sources.dump import read_dump
from wikialbum.sources.lines import read_lines
from wikialbum.sources.parquet import read_parquet
from wikialbum.sources.records import DEFAULT_FIELDS, Failure, Fields, Meter, Record, SourceError, broken
from wikialbum.sources.streams import COMPRESSIONS, pieces

__all__ = ["entries", "read", "source_files"]

#: The endings of files with one article, which are read in a folder unless a pattern says otherwise.
ARTICLE_ENDINGS: Final = frozenset({".txt", ".wiki", ".wikitext", ".mediawiki"})

_LINES: Final = frozenset({".jsonl", ".ndjson"})
_PARQUET: Final = ".parquet"

# The parts of a dump are named by their pages: `….xml-p1p41242.bz2`.
_DUMP: Final = re.compile(r"\.xml(?:-p\d+p\d+)?\Z", re.IGNORECASE)


def read(
    path: str | os.PathLike[str],
    *,
    pattern: str | None = None,
    fields: Fields = DEFAULT_FIELDS,
    limit: int = DEFAULT_LIMIT,
    on_failure: Callable[[Failure], object] | None = None,
) -> Iterator[Record]:
    """The records of a source: a file or a folder.

    The ending tells what a file is: `.jsonl` JSON Lines, `.parquet` Parquet, `.xml` a MediaWiki dump, everything else
    one article. JSON Lines and dumps may be compressed (`.gz`, `.bz2`, `.xz`, `.zst`, `.7z`), and a compressed file
    whose name does not say more is a dump. Memory does not grow with the size of the source.

    Args:
        path: The file, or a folder, which is read with all folders in it, in the order of their names.
        pattern: Which files of a folder to read, such as `*.txt`; all of a known ending where it is None.
        fields: The keys of JSON Lines and the columns of Parquet.
        limit: The largest size of a file with one article, in bytes.
        on_failure: Is told of every page and every source that cannot be read; what can be read goes on.

    Raises:
        SourceError: Something cannot be read, and there is no `on_failure`.
        MissingExtraError: The kind of file needs an extra.

    Examples:
        >>> [Path(record.source).name for record in read("examples")]
        ['rush.txt', 'low-water.txt', 'night-ferry.txt', 'salt.txt']
    """
    for entry in entries(os.fspath(path), pattern=pattern, fields=fields, limit=limit):
        if isinstance(entry, Record):
            yield entry
        elif on_failure is None:
            raise SourceError(entry)
        else:
            on_failure(entry)


def entries(
    path: str,
    *,
    pattern: str | None = None,
    fields: Fields = DEFAULT_FIELDS,
    limit: int = DEFAULT_LIMIT,
    meter: Meter | None = None,
) -> Iterator[Record | Failure]:
    """The records of a source and its failures, each in its place; see `read`.

    Args:
        path: The file or folder.
        pattern: Which files of a folder to read.
        fields: The keys and columns.
        limit: The largest size of a file with one article, in bytes.
        meter: Counts the bytes that were read.
    """
    meter = meter or Meter()
    try:
        for file in source_files(path, pattern):
            yield from _file_entries(file, fields, limit, meter)
    except OSError as error:
        yield broken(path, error).failure


def source_files(path: str, pattern: str | None = None) -> Iterator[str]:
    """The paths of the files of a source, in a lasting order; links to folders are not followed.

    Raises:
        OSError: There is no such file or folder, or it may not be read.
    """
    if not Path(path).is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if fnmatch(name, pattern) if pattern else _is_known(name):
                yield str(Path(folder, name))


def _raise(error: OSError) -> None:
    raise error


def _file_entries(path: str, fields: Fields, limit: int, meter: Meter) -> Iterator[Record | Failure]:
    """The entries of one file."""
    reader = _readers(path)
    try:
        yield from reader(path, fields, limit, meter)
    except SourceError as error:
        yield error.failure


_Reader = Callable[[str, Fields, int, Meter], Iterable[Record | Failure]]


def _readers(path: str) -> _Reader:
    """How a file is read, by its name."""
    name = Path(path).name.lower()
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - of a name
    is_packed = ending in COMPRESSIONS
    inner = os.path.splitext(stem)[1] if is_packed else ending  # noqa: PTH122 - of a name
    if inner in _LINES:
        return _read_lines
    if ending == _PARQUET:
        return _read_parquet
    if _DUMP.search(stem if is_packed else name) or is_packed:
        return _read_dump
    return _read_article


def _is_known(name: str) -> bool:
    """Whether a file of a folder is read without being asked for."""
    if name.startswith("."):
        return False
    return Path(name).suffix.lower() in ARTICLE_ENDINGS or _readers(name) is not _read_article


def _read_lines(path: str, fields: Fields, _limit: int, meter: Meter) -> Iterator[Record | Failure]:
    return read_lines(pieces(path, meter), path, fields)


def _read_parquet(path: str, fields: Fields, _limit: int, meter: Meter) -> Iterator[Record | Failure]:
    return read_parquet(path, fields, meter)


def _read_dump(path: str, _fields: Fields, _limit: int, meter: Meter) -> Iterator[Record | Failure]:
    return read_dump(pieces(path, meter), path)


def _read_article(path: str, _fields: Fields, limit: int, meter: Meter) -> Iterator[Record | Failure]:
    try:
        text = read_text(path, limit=limit)
    except (ArticleEncodingError, ArticleTooLargeError) as error:
        yield Failure(path, None, path, str(error).removeprefix(f"{path}: "))
        return
    except OSError as error:
        raise broken(path, error) from error
    meter.done += Path(path).stat().st_size
    yield Record(path, None, text, path)
