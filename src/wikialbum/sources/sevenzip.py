"""Reads 7z archives as a stream: the library pushes pieces, so it runs in a thread, at most some pieces ahead."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Full, Queue
from typing import Any, Final

from wikialbum.errors import MissingExtraError
from wikialbum.sources.records import Meter, SourceError, broken

__all__ = ["pieces_of_archive"]

_AHEAD: Final = 16
_PATIENCE: Final = 0.1


class _StoppedError(Exception):
    """Nobody reads on."""


class _Pipe:
    """A bounded queue of pieces between the thread that unpacks and the one that reads."""

    def __init__(self) -> None:
        self._queue: Queue[bytes | BaseException | None] = Queue(_AHEAD)
        self._stopped = threading.Event()

    def put(self, piece: bytes | BaseException | None) -> None:
        """Hand on a piece, the error that ended them, or None at their end; waits while the queue is full."""
        while not self._stopped.is_set():
            with suppress(Full):  # then look whether anybody still reads
                self._queue.put(piece, timeout=_PATIENCE)
                return
        raise _StoppedError

    def get(self) -> bytes | BaseException | None:
        """The next piece; waits for it."""
        return self._queue.get()

    def stop(self) -> None:
        """Let the thread that unpacks end."""
        self._stopped.set()
        while True:
            try:
                self._queue.get_nowait()
            except Empty:
                return


def pieces_of_archive(path: str, meter: Meter) -> Iterator[bytes]:
    """The bytes of all members of a 7z archive, one after the other.

    Raises:
        SourceError: The archive cannot be opened, is cut off, or is damaged.
        MissingExtraError: The extra `dumps` is not installed.
    """
    try:
        import py7zr  # noqa: F401, PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("reading 7z archives", "dumps") from error
    pipe = _Pipe()
    thread = threading.Thread(target=_unpack, args=(path, pipe), daemon=True)
    thread.start()
    try:
        yield from _received(path, pipe)
        meter.done += Path(path).stat().st_size  # the library reads the file by itself
    finally:
        pipe.stop()
        thread.join()


def _received(path: str, pipe: _Pipe) -> Iterator[bytes]:
    while (piece := pipe.get()) is not None:
        if isinstance(piece, BaseException):
            error: SourceError = broken(path, piece)
            raise error from piece
        yield piece


def _unpack(path: str, pipe: _Pipe) -> None:
    """Unpack an archive into a pipe; whatever ends it is handed on."""
    import py7zr  # noqa: PLC0415 - a package of an extra

    with suppress(_StoppedError):
        try:
            with py7zr.SevenZipFile(path) as archive:
                archive.extractall(factory=_factory(pipe))
        except _StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - the library raises many kinds
            pipe.put(error)
        else:
            pipe.put(None)


def _factory(pipe: _Pipe) -> Any:  # noqa: ANN401 - the classes are made once the package is known to be there
    """What the library asks for a place to write each member to."""
    from py7zr.io import Py7zIO, WriterFactory  # noqa: PLC0415 - a package of an extra

    class Member(Py7zIO):  # type: ignore[misc]
        def __init__(self) -> None:
            self._size = 0

        def write(self, s: bytes | bytearray) -> int:
            self._size += len(s)
            pipe.put(bytes(s))
            return len(s)

        def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 - as the library has it
            return b""

        def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002 - as the library has it
            return offset

        def flush(self) -> None:
            """Nothing is kept back."""

        def size(self) -> int:
            return self._size

    class Members(WriterFactory):  # type: ignore[misc]
        def create(self, filename: str) -> Any:  # noqa: ANN401, ARG002 - as the library has it
            return Member()

    return Members()
