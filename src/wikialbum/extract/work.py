"""What a worker does: the albums of some records as lines of JSON, and what failed."""

from __future__ import annotations

import faulthandler
import gzip
import json
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import IO, Final, Literal, NamedTuple, TypeAlias

import wikialbum
from wikialbum.album import Album
from wikialbum.files import DEFAULT_LIMIT
from wikialbum.sources.records import Failure, Record
from wikialbum.sources.streams import import_zstd
from wikialbum.syntax import Dialect

__all__ = ["PACKERS", "Packing", "Reading", "Result", "failed", "json_line", "read_records"]

#: The longest reason of a failure, in characters.
_LONGEST_REASON: Final = 500

#: How long the watchdog goes unset, and how much later it may bite, in seconds.
_PATIENCE: Final = 1.0


#: How lines are compressed: not at all, or as an ending says.
Packing: TypeAlias = Literal["", ".gz", ".zst"]


class Reading(NamedTuple):
    """How articles are read.

    Attributes:
        dialect: The dialect, or None to recognise it.
        limit: The largest size of an article in bytes.
        time_limit: The longest time for one article in seconds; 0 for no limit.
        packing: How the lines of a result are compressed.
    """

    dialect: Dialect | None = None
    limit: int = DEFAULT_LIMIT
    time_limit: float = 30.0
    packing: Packing = ""


class Result(NamedTuple):
    """What came of some records.

    Attributes:
        lines: The albums as Album JSON, each on a line, in order, and compressed if asked for.
        albums: Their number.
        failures: The records that failed.
        codes: How often each diagnostic was made.
    """

    lines: bytes
    albums: int
    failures: list[Failure]
    codes: Counter[str]


class _OutOfTime(BaseException):
    """An article has taken too long; no error that a reader may handle."""


def read_records(records: Sequence[Record], reading: Reading, *, may_exit: bool = False) -> Result:
    """Read the albums of some records; whatever is wrong with one of them is a failure of that one alone.

    Args:
        records: Album articles.
        reading: How to read them.
        may_exit: Whether the process may be ended where it hangs for twice the time limit and cannot be interrupted.
    """
    lines: list[bytes] = []
    failures: list[Failure] = []
    codes: Counter[str] = Counter()
    with _watchdog(reading.time_limit if may_exit else 0) as begin_article:
        for record in records:
            begin_article()
            if (size := _size(record.text)) > reading.limit:
                failures.append(failed(record, f"size limit: {size} bytes, more than {reading.limit}"))
                continue
            try:
                with _time_limit(reading.time_limit):
                    albums = _albums(record, reading)
                    new_lines = [json_line(album) for album in albums]
            except _OutOfTime:
                failures.append(failed(record, out_of_time(reading)))
            except Exception as error:  # noqa: BLE001 - no article may stop the run
                failures.append(failed(record, f"{type(error).__name__}: {error}"))
            else:
                lines += new_lines
                codes.update(diagnostic.code for album in albums for diagnostic in album.diagnostics)
    packed = PACKERS[reading.packing](b"".join(lines)) if lines else b""
    return Result(packed, len(lines), failures, codes)


#: What compresses; compressed pieces one after the other are a file of that kind.
PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "": bytes,
    ".gz": lambda data: gzip.compress(data, compresslevel=6, mtime=0),
    ".zst": lambda data: bytes(import_zstd().compress(data)),
}


def json_line(album: Album) -> bytes:
    r"""An album as a line of Album JSON in UTF-8.

    Examples:
        >>> json_line(Album(title="Rush"))[:30]
        b'{"title":"Rush","article_title'
    """
    data = album.to_dict()
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which only an escape can write
        return json.dumps(data, separators=(",", ":")).encode() + b"\n"


def failed(record: Record, reason: str) -> Failure:
    """The failure of a record, its reason on one line."""
    return Failure(record.id, record.title, record.source, " ".join(reason.split())[:_LONGEST_REASON])


def out_of_time(reading: Reading) -> str:
    """The reason of an article that has taken too long."""
    return f"time limit: took longer than {reading.time_limit:g} seconds"


def _albums(record: Record, reading: Reading) -> tuple[Album, ...]:
    article = wikialbum.parse_article(record.text, dialect=reading.dialect)
    return wikialbum.albums(article, title=record.title)


def _size(text: str) -> int:
    """The size of a text in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what takes too long, where the system has a way to do so and this is the main thread."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second, in case that an alarm was swallowed
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # also where the alarm rings at the last moment
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _OutOfTime


@contextmanager
def _watchdog(seconds: float) -> Iterator[Callable[[], None]]:
    """End the process where one article takes more than twice some seconds: even where no Python code runs any more.

    Gives what is called before each article. To set the watchdog costs some time, so that this is done once a second
    at most, with as much patience more.
    """
    if not seconds:
        yield lambda: None
        return
    was_set = 0.0

    def begin_article() -> None:
        nonlocal was_set
        now = time.monotonic()
        if now - was_set >= _PATIENCE:
            faulthandler.dump_traceback_later(2 * seconds + _PATIENCE, exit=True, file=_nowhere())
            was_set = now

    try:
        yield begin_article
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> IO[str]:
    """A file for what nobody wants to read; it stays open as long as the process lives."""
    return open(os.devnull, "w", encoding="ascii")  # noqa: PTH123 - see above
