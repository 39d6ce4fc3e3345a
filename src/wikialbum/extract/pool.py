"""Reads chunks with several processes: results in order, a bounded number at a time, and no loss where one dies."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, Final

from wikialbum.extract.chunks import Chunk
from wikialbum.extract.work import Reading, Result, failed, read_records
from wikialbum.sources.records import Record

__all__ = ["read_chunks"]

#: How many chunks wait or are read for each process: enough that none is idle, few enough to hold in memory.
_AHEAD: Final = 4

#: So many new objects let a process look for garbage.
_GARBAGE: Final = 100_000

#: So many seconds a process has to end before it is killed.
_PATIENCE: Final = 5

_DIED: Final = "the process that read it ended: it took far too long, too much memory, or hit a bug of the interpreter"


def read_chunks(chunks: Iterable[Chunk], reading: Reading, jobs: int) -> Generator[tuple[Chunk, Result], None, None]:
    """Each chunk with what came of it, in order.

    Args:
        chunks: The chunks; read no further ahead than the processes need.
        reading: How to read articles.
        jobs: The number of processes; with 1 this process reads by itself.
    """
    if jobs == 1:
        for chunk in chunks:
            yield chunk, read_records(chunk.records, reading)
        return
    pool = _Pool(reading, jobs)
    try:
        yield from pool.read(chunks)
    finally:
        pool.stop()


class _Pool:
    """Processes that read, and the chunks that they have."""

    def __init__(self, reading: Reading, jobs: int) -> None:
        self._reading = reading
        self._jobs = jobs
        self._waiting: deque[tuple[Chunk, Future[Result] | None]] = deque()
        self._executor = self._start(jobs)

    def read(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, Result]]:
        """Each chunk with its result, in order."""
        for chunk in chunks:
            self._waiting.append((chunk, self._submit(chunk.records)))
            while self._waiting and (len(self._waiting) >= self._jobs * _AHEAD or self._is_first_done()):
                yield self._first()
        while self._waiting:
            yield self._first()

    def stop(self) -> None:
        """End the processes, whatever they do."""
        executor = self._executor
        workers = list((executor._processes or {}).values())  # noqa: SLF001 - public from Python 3.14 on
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join(_PATIENCE)
            worker.kill()
        # Who ended while it wrote left half a result; the executor reads on until nobody can write the other half.
        results: Any = executor._result_queue  # noqa: SLF001 - there is no other way to it; None once it is shut down
        if results is not None:
            results._writer.close()  # noqa: SLF001 - the same
        executor.shutdown(cancel_futures=True)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        # Forked processes would share locks and threads of this one; spawned ones begin anew on every system.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, context, initializer=_begin)

    def _submit(self, records: list[Record]) -> Future[Result] | None:
        """Hand records to a process; None where there are none, or where a process has died."""
        try:
            return self._executor.submit(_work, records, self._reading) if records else None
        except BrokenProcessPool:
            return None

    def _is_first_done(self) -> bool:
        _, future = self._waiting[0]
        return future is None or future.done()

    def _first(self) -> tuple[Chunk, Result]:
        """The first chunk that waits, with its result."""
        chunk, future = self._waiting[0]
        if future is None and not chunk.records:
            result = Result(b"", 0, [], Counter())
        else:
            try:
                result = future.result() if future else self._read_again(chunk)
            except BrokenProcessPool:
                result = self._read_again(chunk)
        self._waiting.popleft()
        return chunk, result

    def _read_again(self, chunk: Chunk) -> Result:
        """Read a chunk that was lost with its process, record by record, so that only the culprit fails."""
        self.stop()
        results = list(self._read_alone(chunk.records))
        self._executor = self._start(self._jobs)
        self._waiting = deque(
            (each, future if _has_result(future) else self._submit(each.records)) for each, future in self._waiting
        )
        return _joined(results)

    def _read_alone(self, records: list[Record]) -> Iterator[Result]:
        """Read records in one process, one at a time; in a new one after a death."""
        self._executor = self._start(1)
        for record in records:
            try:
                yield self._executor.submit(_work, [record], self._reading).result()
            except BrokenProcessPool:
                yield Result(b"", 0, [failed(record, _DIED)], Counter())
                self.stop()
                self._executor = self._start(1)
        self.stop()


def _has_result(future: Future[Result] | None) -> bool:
    return future is not None and future.done() and not future.cancelled() and future.exception() is None


def _joined(results: list[Result]) -> Result:
    """Several results as one."""
    codes: Counter[str] = Counter()
    for result in results:
        codes.update(result.codes)
    return Result(
        b"".join(result.lines for result in results),
        sum(result.albums for result in results),
        [failure for result in results for failure in result.failures],
        codes,
    )


def _begin() -> None:
    """Begin a process: the keyboard's interrupt is the parent's affair, and the end of the parent is the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_GARBAGE)  # trees are large and short-lived; looking through them more often only costs time
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(records: list[Record], reading: Reading) -> Result:
    return read_records(records, reading, may_exit=True)
