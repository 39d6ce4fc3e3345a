"""What a worker does with records, good and bad ones."""

from __future__ import annotations

import json
import signal
import threading
import time

import pytest

import wikialbum
from many_articles import album_text
from wikialbum.extract.work import Reading, read_records
from wikialbum.sources import Failure, Record
from wikialbum.syntax import Dialect, parse_article


def record(number: int, text: str | None = None) -> Record:
    return Record(str(number), f"Album {number}", album_text(number) if text is None else text, "a.xml")


def test_albums_come_as_lines_of_album_json_in_order() -> None:
    result = read_records([record(1), record(2)], Reading())
    albums = [wikialbum.Album.from_dict(json.loads(line)) for line in result.lines.splitlines()]
    assert albums == [wikialbum.parse_text(album_text(number), title=f"Album {number}") for number in (1, 2)]
    assert (result.albums, result.failures) == (2, [])


def test_diagnostics_are_counted_by_code() -> None:
    text = "= A =\n\nA\n- Type: studio\n- Released: one fine day\n- Artist: B\n"
    result = read_records([record(1, text), record(2, text)], Reading())
    assert result.codes["unparsed-date"] == 2


def test_every_album_of_an_article_is_a_line() -> None:
    text = "{{Infobox film}}\n== One ==\n{{Infobox album|name=A}}\n== Two ==\n{{Infobox album|name=B}}\n"
    lines = read_records([record(1, text)], Reading()).lines.splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["A", "B"]


def test_half_a_surrogate_pair_can_be_written() -> None:
    (line,) = read_records([record(1, "= A\ud83d =\n\nA\ud83d\n- Type: studio\n")], Reading()).lines.splitlines()
    assert json.loads(line)["title"] == "A\ud83d"


def test_an_article_that_is_too_large_fails_alone() -> None:
    result = read_records([record(1), record(2, "é" * 2001), record(3)], Reading(limit=4000))
    assert result.failures == [Failure("2", "Album 2", "a.xml", "size limit: 4002 bytes, more than 4000")]
    assert result.albums == 2


def test_a_bug_fails_one_article_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str, *, dialect: Dialect | None) -> wikialbum.Article:
        if "Album 2" in text:
            raise RuntimeError("one\ntwo " + "x" * 10_000)
        return parse_article(text, dialect=dialect)

    monkeypatch.setattr(wikialbum, "parse_article", parse)
    result = read_records([record(1), record(2), record(3)], Reading())
    (failure,) = result.failures
    assert (failure.id, failure.title, failure.source) == ("2", "Album 2", "a.xml")
    assert failure.reason.startswith("RuntimeError: one two xxx")
    assert len(failure.reason) == 500
    assert [json.loads(line)["title"] for line in result.lines.splitlines()] == ["Album 1", "Album 3"]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs alarms")
def test_an_article_that_takes_too_long_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str, *, dialect: Dialect | None) -> wikialbum.Article:
        while "Album 2" in text:
            try:
                time.sleep(0.01)
            except Exception:  # noqa: BLE001 - a parser that goes on whatever happens
                continue
        return parse_article(text, dialect=dialect)

    monkeypatch.setattr(wikialbum, "parse_article", parse)
    before = signal.getsignal(signal.SIGALRM)
    result = read_records([record(1), record(2), record(3)], Reading(time_limit=0.2))
    assert [(failure.id, failure.reason) for failure in result.failures] == [
        ("2", "time limit: took longer than 0.2 seconds")
    ]
    assert result.albums == 2
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_another_thread_reads_without_an_alarm() -> None:
    results = []
    thread = threading.Thread(target=lambda: results.append(read_records([record(1)], Reading())))
    thread.start()
    thread.join()
    assert results[0].albums == 1
