"""Opens files of every compression as streams of bytes that come in pieces, and tells when one is broken."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any, Final

from wikialbum.errors import MissingExtraError
from wikialbum.sources.records import Meter, broken

__all__ = ["COMPRESSIONS", "import_zstd", "pieces"]

_PIECE: Final = 256 * 1024

#: What readers of compressed files raise where a file ends too early or is damaged; 7z and zstd add theirs.
_BROKEN: Final = (EOFError, OSError, zlib.error, lzma.LZMAError)


class _MeteredFile(io.FileIO):
    """A file that tells a meter what is read from it."""

    def __init__(self, path: str, meter: Meter) -> None:
        super().__init__(path)
        self._meter = meter

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - as io has it
        count = super().readinto(buffer)
        self._meter.done += count or 0
        return count or 0


def pieces(path: str, meter: Meter) -> Iterator[bytes]:
    """The bytes of a file, decompressed by its ending, in pieces of some 100 KB.

    Everything that stands before a damaged place is given before the error.

    Raises:
        SourceError: The file cannot be opened, is cut off, or is damaged.
        MissingExtraError: The compression needs an extra.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder, "rush.gz")
        ...     size = path.write_bytes(gzip.compress(b"= Rush ="))
        ...     list(pieces(str(path), Meter()))
        [b'= Rush =']
    """
    return _READERS.get(Path(path).suffix.lower(), _plain)(path, meter)


def _stream(opener: Callable[[Any], Any]) -> Callable[[str, Meter], Iterator[bytes]]:
    """A reader of the files that an opener makes a stream of."""

    def read(path: str, meter: Meter) -> Iterator[bytes]:
        try:
            with io.BufferedReader(_MeteredFile(path, meter), _PIECE) as raw, opener(raw) as stream:
                while piece := stream.read1(_PIECE):
                    yield piece
        except _BROKEN as error:
            raise broken(path, error) from error

    return read


def _archive(path: str, meter: Meter) -> Iterator[bytes]:
    """A reader of 7z archives."""
    from wikialbum.sources.sevenzip import pieces_of_archive  # noqa: PLC0415 - needs an extra

    return pieces_of_archive(path, meter)


def import_zstd() -> Any:  # noqa: ANN401 - a module that is not always there
    """The module of Zstandard: Python's own, from 3.14 on, or the same for older ones.

    Raises:
        MissingExtraError: Python is older and the extra is not installed.
    """
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd  # noqa: PLC0415 - not in every Python
        else:
            from backports import zstd  # noqa: PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("Zstandard", "dumps") from error
    return zstd


class _Zstd(io.BufferedIOBase):
    """A Zstandard file whose damage is told as that of other compressions is."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._zstd = import_zstd()
        self._file = self._zstd.ZstdFile(raw)

    def read1(self, size: int = -1, /) -> bytes:
        try:
            piece: bytes = self._file.read1(size)
        except self._zstd.ZstdError as error:
            raise EOFError(str(error)) from error
        return piece


_plain: Final = _stream(nullcontext)

#: How a file is read, by its last ending; every other is read as it stands.
_READERS: Final[dict[str, Callable[[str, Meter], Iterator[bytes]]]] = {
    ".gz": _stream(lambda raw: gzip.GzipFile(fileobj=raw)),
    ".bz2": _stream(bz2.BZ2File),
    ".xz": _stream(lzma.LZMAFile),
    ".zst": _stream(_Zstd),
    ".7z": _archive,
}

#: The endings of compressed files.
COMPRESSIONS: Final = frozenset(_READERS)
