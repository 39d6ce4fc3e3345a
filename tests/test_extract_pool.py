"""Several processes: order, back-pressure, and processes that die."""

from __future__ import annotations

import multiprocessing
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import wikialbum
from many_articles import album_text
from wikialbum.extract import ArticleError, Reading, albums, pool
from wikialbum.extract.chunks import chunks
from wikialbum.extract.work import Result, read_records
from wikialbum.sources import Failure, Record

RECORDS = [Record(str(number), None, album_text(number), "memory") for number in range(1, 301)]


def deadly_work(records: list[Record], reading: Reading) -> Result:
    """What a worker does, but an article about death ends the process."""
    for record in records:
        if record.id == "death":
            os._exit(9)
    return read_records(records, reading, may_exit=True)


def hanging_work(records: list[Record], reading: Reading) -> Result:
    """What a worker does, but an article about sleep cannot be interrupted."""
    if any(record.id == "sleep" for record in records):
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        wikialbum.parse_article = sleep
    return read_records(records, reading, may_exit=True)


def half_writing_work(records: list[Record], _: Reading) -> None:
    """Begin to write a result, and never end."""
    writer = sys._getframe(1).f_locals["result_queue"]._writer
    os.write(writer.fileno(), struct.pack("!i", 1000) + b"half a result")
    Path(records[0].text).touch()
    time.sleep(60)


def sleep(*_: object, **__: object) -> NoReturn:
    time.sleep(60)
    raise AssertionError("the process should have been ended")


def titles(found: Iterator[wikialbum.Album]) -> list[str | None]:
    return [album.title for album in found]


def test_two_processes_give_what_one_gives_in_the_same_order() -> None:
    assert titles(albums(RECORDS, jobs=2)) == [f"Album {number}" for number in range(1, 301)]
    assert list(albums(RECORDS[:70], jobs=2)) == list(albums(RECORDS[:70]))


def test_records_are_read_no_further_ahead_than_needed() -> None:
    read = 0

    def endless() -> Iterator[Record]:
        nonlocal read
        while True:
            read += 1
            yield RECORDS[0]

    found = albums(endless(), jobs=2)
    for _ in range(200):
        next(found)
    ahead = read - 200
    found.close()  # type: ignore[attr-defined]
    assert ahead <= 64 * (2 * 4 + 4)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_costs_only_the_article_that_killed_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", deadly_work)
    death = RECORDS[0]._replace(id="death", title="Death")
    failures: list[Failure] = []
    found = titles(albums([*RECORDS[:100], death, *RECORDS[100:]], jobs=2, on_failure=failures.append))
    assert found == [f"Album {number}" for number in range(1, 301)]
    assert [(failure.id, failure.title, failure.source) for failure in failures] == [("death", "Death", "memory")]
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="blocks a signal")
def test_a_process_that_cannot_be_interrupted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_work", hanging_work)
    asleep = RECORDS[0]._replace(id="sleep")
    failures: list[Failure] = []
    reading = Reading(time_limit=0.5)
    records = [RECORDS[1], asleep, RECORDS[2]]
    found = albums(records, jobs=2, reading=reading, on_failure=failures.append)
    assert titles(found) == ["Album 2", "Album 3"]
    assert [failure.id for failure in failures] == ["sleep"]


def test_a_process_that_is_ended_while_it_writes_its_result_does_not_hang_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pool, "_work", half_writing_work)
    has_written = tmp_path / "written"
    processes = pool._Pool(Reading(), 1)
    processes._submit([RECORDS[0]._replace(text=str(has_written))])
    while not has_written.exists():
        time.sleep(0.05)
    time.sleep(0.2)  # the half is read
    stopping = threading.Thread(target=processes.stop, daemon=True)
    stopping.start()
    stopping.join(timeout=20)
    assert not stopping.is_alive()
    assert not multiprocessing.active_children()


def test_a_failure_is_raised_where_nobody_listens() -> None:
    large = RECORDS[0]._replace(text="{{Infobox album}}" * 1000)
    with pytest.raises(ArticleError, match="memory, page 1: size limit"):
        list(albums([large], reading=Reading(limit=1000)))


def test_jobs_are_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least 1 job, not 0"):
        next(albums(RECORDS, jobs=0))


def test_the_end_of_the_parent_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = multiprocessing.Pipe(duplex=False)
    ended: list[int] = []

    class Parent:
        sentinel = reading

    monkeypatch.setattr(multiprocessing, "parent_process", Parent)
    monkeypatch.setattr(os, "_exit", ended.append)
    thread = threading.Thread(target=pool._end_with_parent)
    thread.start()
    writing.close()
    thread.join(timeout=10)
    assert ended == [1]


# ---- chunks ----


def test_a_chunk_is_full_at_a_number_of_articles_characters_or_pages() -> None:
    other = Record("1", "A", "An animal.", "memory")
    large = Record("1", "A", "{{Infobox album}}" + "x" * 600_000, "memory")
    failure = Failure("2", None, "memory", "no text")
    assert [(c.pages, len(c.records)) for c in chunks(RECORDS[:130])] == [(64, 64), (64, 64), (2, 2)]
    assert [(c.pages, len(c.records)) for c in chunks([large, RECORDS[0], large])] == [(1, 1), (2, 2)]
    assert [(c.pages, c.skipped["no album article"]) for c in chunks([other] * 2001)] == [(2000, 2000), (1, 1)]
    (chunk,) = chunks([other, failure, RECORDS[0]])
    assert (chunk.pages, chunk.failures, chunk.records) == (3, [failure], [RECORDS[0]])
    assert list(chunks([])) == []
    assert [c.records for c in chunks([other], every=True)] == [[other]]
