"""Whole runs: what they write, and that nothing is lost or doubled whatever stops them."""

from __future__ import annotations

import bz2
import errno
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import wikialbum
from many_articles import album_pages, album_text, dump, lines
from wikialbum.errors import MissingExtraError
from wikialbum.extract import ExtractError, Job, Reading, Summary, extract, outputs, run
from wikialbum.extract.outputs import OUTPUTS
from wikialbum.sources.streams import import_zstd

PAGES = album_pages(200)
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and limits")


@pytest.fixture(name="source")
def source_fixture(tmp_path: Path) -> str:
    path = tmp_path / "pages.jsonl"
    path.write_bytes(lines(PAGES))
    return str(path)


def job(source: str, output: Path | str, **options: Any) -> Job:  # noqa: ANN401 - of any type
    return Job(sources=(source,), output=str(output), **{"commit_every": 0.0, **options})


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def beside(output: Path) -> list[str]:
    """What stands beside an output."""
    return sorted(
        path.name.removeprefix(output.name) for path in output.parent.glob(f"{output.name}*") if path != output
    )


# ---- outputs ----


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_albums_of_every_article_are_written_in_order(source: str, jobs: int, tmp_path: Path) -> None:
    output = tmp_path / "albums.jsonl"
    summary = extract(job(source, output, jobs=jobs))
    assert read_lines(output) == [wikialbum.parse_text(text, title=title).to_dict() for _, title, text in PAGES]
    assert summary == Summary(pages=200, articles=200, albums=200)
    assert beside(output) == []


def test_compressed_lines_are_the_same_lines(source: str, tmp_path: Path) -> None:
    plain, gz, zst = (tmp_path / f"albums.jsonl{ending}" for ending in ("", ".gz", ".zst"))
    for output in (plain, gz, zst):
        extract(job(source, output))
    with import_zstd().open(zst) as file:
        assert file.read() == gzip.decompress(gz.read_bytes()) == plain.read_bytes()


@pytest.mark.parametrize("ending", OUTPUTS)
def test_an_output_of_no_album_is_a_good_file(ending: str, tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(lines([("1", "A", "An animal.")]))
    output = tmp_path / f"albums{ending}"
    assert extract(job(str(source), output)).albums == 0
    assert output.exists()
    assert beside(output) == []
    if ending == ".jsonl.zst":
        with import_zstd().open(output) as file:
            assert file.read() == b""
    if ending == ".jsonl.gz":
        assert gzip.decompress(output.read_bytes()) == b""


def test_an_unknown_ending_is_refused_before_anything_is_read(source: str, tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"albums\.csv: no known kind of output; end its name with one of \.jsonl"):
        extract(job(source, tmp_path / "albums.csv"))
    assert beside(tmp_path / "albums.csv") == []


@pytest.mark.parametrize(("package", "ending"), [("pyarrow", ".parquet"), ("duckdb", ".duckdb")])
def test_a_missing_extra_is_told_before_anything_is_read(
    package: str, ending: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError):
        extract(job(source, tmp_path / f"albums{ending}"))
    assert beside(tmp_path / f"albums{ending}") == []


# ---- what fails ----


def test_every_page_is_an_album_or_passed_over_or_a_failure(tmp_path: Path) -> None:
    pages = [
        ("1", "A", album_text(1)),
        ("-2", "Talk:A", album_text(2)),
        ("3", "B", "#REDIRECT [[A]]"),
        ("4", "Cat", "An animal."),
        ("5", "Long", album_text(5) + "x" * 5000),
        ("6", "Doubt", "{{Infobox album|name=D|released=one fine day}}"),
    ]
    source = tmp_path / "dump.xml"
    source.write_bytes(dump(pages))
    output = tmp_path / "albums.jsonl"
    told: list[tuple[int, int]] = []
    summary = extract(
        job(str(source), output, reading=Reading(limit=5000)),
        progress=lambda summary, position: told.append((summary.pages, position)),
    )
    assert [album["article_title"] for album in read_lines(output)] == ["A", "Doubt"]
    assert (summary.pages, summary.articles, summary.albums, summary.failures, summary.broken) == (6, 2, 2, 1, [])
    assert summary.skipped == {"other namespace": 1, "redirect": 1, "no album article": 1}
    assert summary.codes["unparsed-date"] == 1
    size = len(album_text(5).encode()) + 5000
    assert read_lines(tmp_path / "albums.jsonl.errors.jsonl") == [
        {"id": "5", "title": "Long", "source": str(source), "reason": f"size limit: {size} bytes, more than 5000"}
    ]
    assert told == [(6, source.stat().st_size)]


def test_all_pages_are_parsed_where_that_is_wanted(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(lines([("1", "A", "An animal.")]))
    assert extract(job(str(source), tmp_path / "albums.jsonl", every=True)).albums == 1


def test_a_broken_source_gives_what_came_before_and_the_next_source_is_read(source: str, tmp_path: Path) -> None:
    broken = tmp_path / "dump.xml.bz2"
    data = [(number, title, text + os.urandom(3000).hex()) for number, title, text in PAGES]
    packed = bz2.compress(dump(data), compresslevel=1)
    broken.write_bytes(packed[: len(packed) // 2])
    output = tmp_path / "albums.jsonl"
    summary = extract(attrs.evolve(job(source, output), sources=(str(broken), source)))
    found = [album["title"] for album in read_lines(output)]
    before = len(found) - len(PAGES)
    assert 50 < before < 150
    assert found == [title for _, title, _ in PAGES[:before]] + [title for _, title, _ in PAGES]
    reason = "Compressed file ended before the end-of-stream marker was reached"
    assert summary.broken == [f"{broken}: {reason}"]
    assert summary.pages == len(found)
    (row,) = read_lines(tmp_path / "albums.jsonl.errors.jsonl")
    assert row == {"id": None, "title": None, "source": str(broken), "reason": reason}


def test_a_run_without_failures_takes_the_old_error_file_away(source: str, tmp_path: Path) -> None:
    output = tmp_path / "albums.jsonl"
    extract(job(source, output, reading=Reading(limit=10)))
    assert beside(output) == [".errors.jsonl"]
    extract(job(source, output))
    assert beside(output) == []


# ---- what stops a run ----

SCRIPT = """
import resource, sys
from wikialbum.extract import Job, extract
if __name__ == "__main__":
    source, output, limit = sys.argv[1:]
    if int(limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    extract(Job(sources=(source,), output=output, jobs=2, resume=True, commit_every=0.0))
"""


@pytest.fixture(name="script")
def script_fixture(tmp_path: Path) -> Path:
    path = tmp_path / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def start(script: Path, source: str, output: Path, limit: int = 0) -> subprocess.Popen[bytes]:
    arguments = [sys.executable, str(script), source, str(output), str(limit)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def journal_length(output: Path) -> int:
    try:
        return Path(f"{output}.journal").read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


def wait_for_journal(process: subprocess.Popen[bytes], output: Path, length: int) -> None:
    """Wait until the journal of a run has some lines, or the run has ended."""
    deadline = time.monotonic() + 60
    while process.poll() is None and journal_length(output) < length:
        assert time.monotonic() < deadline
        time.sleep(0.001)


@posix
def test_a_run_that_is_killed_again_and_again_loses_and_doubles_nothing(script: Path, tmp_path: Path) -> None:
    pages = [(n, t, text if int(n) % 5 else "{{Infobox album}}" + "x" * 9000) for n, t, text in album_pages(1500)]
    path = tmp_path / "pages.jsonl"
    path.write_bytes(lines(pages))
    source = str(path)
    output, whole = tmp_path / "albums.jsonl", tmp_path / "whole.jsonl"
    kills = 0
    while not output.exists() or journal_length(output):  # the journal goes last
        seen = journal_length(output)
        with start(script, source, output) as process:
            wait_for_journal(process, output, seen + 3 + kills)
            process.kill()
            told, _ = process.communicate(timeout=60)  # ends when the last process that has the pipe ends
        assert b"Traceback" not in told  # whoever minds semaphores may tell that some were left
        kills += process.returncode == -signal.SIGKILL
        assert kills < 30
    extract(job(source, whole))
    assert kills >= 2
    assert output.read_bytes() == whole.read_bytes()
    assert beside(output) == []


@posix
def test_a_full_disk_leaves_no_half_file_and_can_be_gone_on_with(script: Path, source: str, tmp_path: Path) -> None:
    output, whole = tmp_path / "albums.jsonl", tmp_path / "whole.jsonl"
    extract(job(source, whole))
    with start(script, source, output, limit=whole.stat().st_size // 2) as process:
        told, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"OSError" in told
    assert not output.exists()
    extract(job(source, output, resume=True))
    assert output.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("ending", [".parquet", ".sqlite", ".duckdb"])
def test_a_disk_that_is_full_at_the_end_leaves_no_half_file(
    ending: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / f"albums{ending}"

    def full(_batches: Iterator[Any], path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setitem(outputs.OUTPUTS, ending, OUTPUTS[ending]._replace(make=full))
        with pytest.raises(OSError, match="No space left"):
            extract(job(source, output))
    assert not output.exists()
    with pytest.raises(ExtractError, match="an earlier run has stopped here"):
        extract(job(source, output))
    monkeypatch.setattr(run, "_read", None)  # nothing is read again
    assert extract(job(source, output, resume=True)).albums == len(PAGES)
    assert output.stat().st_size > 1000
    assert beside(output) == []


def test_a_database_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    from wikialbum.extract.duckdb import write_duckdb  # noqa: PLC0415 - needs an extra
    from wikialbum.extract.sqlite import write_sqlite  # noqa: PLC0415 - as above

    for write in (write_sqlite, write_duckdb):
        with pytest.raises(OSError, match="cannot be written"):
            write([], tmp_path / "missing" / "albums.db")


def stopped(source: str, output: Path, **options: Any) -> None:  # noqa: ANN401 - of any type
    """Leave what a run leaves that is interrupted after its first chunk."""

    def interrupt(_summary: Summary, _position: int) -> None:
        if journal_length(output) > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract(job(source, output, **options), progress=interrupt)
    assert not output.exists()


def test_a_stopped_run_is_not_thrown_away_by_mistake(source: str, tmp_path: Path) -> None:
    output = tmp_path / "albums.jsonl"
    stopped(source, output)
    with pytest.raises(ExtractError, match="--resume"):
        extract(job(source, output))
    assert extract(job(source, output, restart=True)).albums == len(PAGES)
    assert beside(output) == []


def test_a_stopped_run_is_gone_on_with_only_where_nothing_has_changed(source: str, tmp_path: Path) -> None:
    output = tmp_path / "albums.jsonl"
    stopped(source, output)
    with pytest.raises(ExtractError, match="other options"):
        extract(job(source, output, resume=True, every=True))
    Path(source).write_bytes(lines(PAGES[:-1]))
    with pytest.raises(ExtractError, match="have changed"):
        extract(job(source, output, resume=True))


def test_a_line_of_the_journal_that_was_not_finished_counts_for_nothing(source: str, tmp_path: Path) -> None:
    output, whole = tmp_path / "albums.jsonl", tmp_path / "whole.jsonl"
    extract(job(source, whole))
    stopped(source, output)
    for name in ("journal", "part", "errors.part"):
        with Path(f"{output}.{name}").open("ab") as file:
            file.write(b'{"part": 99')
    extract(job(source, output, resume=True))
    assert output.read_bytes() == whole.read_bytes()
    assert beside(output) == []


def test_a_part_that_was_cut_is_told(source: str, tmp_path: Path) -> None:
    output = tmp_path / "albums.jsonl"
    stopped(source, output)
    Path(f"{output}.part").write_bytes(b"")
    with pytest.raises(ExtractError, match="shorter than its journal says"):
        extract(job(source, output, resume=True))


@pytest.mark.parametrize("ending", [".jsonl", ".sqlite"])
@pytest.mark.parametrize("step", range(5))
def test_a_run_can_be_stopped_between_any_of_its_last_steps(
    step: int, ending: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = lines([*PAGES[:50], ("x", "Long", album_text(1) + "x" * 5000)])
    Path(source).write_bytes(data)
    output = tmp_path / f"albums{ending}"
    steps = 0

    def stop_at(original: Any) -> Any:  # noqa: ANN401 - a method
        def act(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - those of the method
            nonlocal steps
            steps += 1
            if steps > step:
                raise KeyboardInterrupt
            return original(*arguments, **options)

        return act

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, stop_at(getattr(Path, name)))
        try:
            extract(job(source, output, reading=Reading(limit=5000)))
        except KeyboardInterrupt:
            assert steps > step
    summary = extract(job(source, output, reading=Reading(limit=5000), resume=True))
    assert (summary.albums, summary.failures) == (50, 1)
    assert beside(output) == [".errors.jsonl"]
    assert len(read_lines(Path(f"{output}.errors.jsonl"))) == 1
    if ending == ".jsonl":
        assert len(read_lines(output)) == 50


def test_resuming_what_never_began_begins_it(source: str, tmp_path: Path) -> None:
    assert extract(job(source, tmp_path / "albums.jsonl", resume=True)).albums == len(PAGES)
