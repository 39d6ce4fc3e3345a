"""The kinds of output, by their endings, and how each is made of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from wikialbum.extract.parts import ExtractError
from wikialbum.extract.storable import is_storable, storable
from wikialbum.extract.work import PACKERS, Packing

__all__ = ["OUTPUTS", "Output", "output_of"]

#: So many albums are turned into rows at a time.
_BATCH: Final = 500


class Output(NamedTuple):
    """A kind of output.

    Attributes:
        packing: How the lines of the part are compressed.
        check: Raises MissingExtraError where what makes it is not installed; called before anything is read.
        make: Makes a file of batches of Album JSON; None where the lines are the output.
    """

    packing: Packing = ""
    check: Callable[[], object] = lambda: None
    make: Callable[[Iterator[list[dict[str, Any]]], Path], None] | None = None

    def finish(self, part: Path, made: Path) -> Path:
        """The finished output, not yet under its name: the part, or what is made of it."""
        if self.make is None:
            if not part.stat().st_size:
                part.write_bytes(PACKERS[self.packing](b""))
            return part
        made.unlink(missing_ok=True)
        with part.open("rb") as lines:
            self.make(_batches(lines), made)
        return made


def _batches(lines: Iterator[bytes]) -> Iterator[list[dict[str, Any]]]:
    albums = map(_album, lines)
    while batch := list(islice(albums, _BATCH)):
        yield batch


def _album(line: bytes) -> dict[str, Any]:
    """Album JSON of a line, as tables can hold it."""
    album: dict[str, Any] = json.loads(line)
    return album if is_storable(line) else storable(album)


def _check_parquet() -> None:
    from wikialbum.arrow import import_arrow  # noqa: PLC0415 - needs an extra

    import_arrow()


def _make_parquet(batches: Iterator[list[dict[str, Any]]], path: Path) -> None:
    from wikialbum.arrow import write_parquet  # noqa: PLC0415 - needs an extra

    write_parquet(batches, path)


def _make_sqlite(batches: Iterator[list[dict[str, Any]]], path: Path) -> None:
    from wikialbum.extract.sqlite import write_sqlite  # noqa: PLC0415 - loaded when first needed

    write_sqlite(batches, path)


def _check_duckdb() -> None:
    from wikialbum.extract.duckdb import import_duckdb  # noqa: PLC0415 - needs an extra

    import_duckdb()


def _make_duckdb(batches: Iterator[list[dict[str, Any]]], path: Path) -> None:
    from wikialbum.extract.duckdb import write_duckdb  # noqa: PLC0415 - needs an extra

    write_duckdb(batches, path)


def _check_zstd() -> None:
    from wikialbum.sources.streams import import_zstd  # noqa: PLC0415 - needs an extra

    import_zstd()


_LINES: Final = Output()
_SQLITE: Final = Output(make=_make_sqlite)

#: The kinds of output by ending.
OUTPUTS: Final[dict[str, Output]] = {
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".jsonl.gz": Output(".gz"),
    ".jsonl.zst": Output(".zst", _check_zstd),
    ".parquet": Output("", _check_parquet, _make_parquet),
    ".sqlite": _SQLITE,
    ".sqlite3": _SQLITE,
    ".duckdb": Output("", _check_duckdb, _make_duckdb),
}


def output_of(path: str) -> Output:
    """The kind of output that a path asks for.

    Raises:
        ExtractError: The ending is that of no kind.
        MissingExtraError: The kind needs an extra that is not installed.

    Examples:
        >>> output_of("albums.jsonl.gz").packing
        '.gz'
    """
    name = Path(path).name.lower()
    output = next((output for ending, output in OUTPUTS.items() if name.endswith(ending)), None)
    if output is None:
        raise ExtractError(f"{path}: no known kind of output; end its name with one of {', '.join(OUTPUTS)}")
    output.check()
    return output
