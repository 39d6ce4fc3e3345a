"""The command `extract`: what it tells, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from many_articles import album_pages, album_text, dump, lines
from wikialbum.cli import commands
from wikialbum.cli.progress import PlainProgress
from wikialbum.extract import Summary

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and terminals")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def run(*arguments: str) -> Result:
    call = ["extract", "--jobs", "1", *arguments]
    return CliRunner().invoke(commands, call, prog_name="wikialbum", catch_exceptions=False)


def titles(path: str) -> list[str]:
    return [json.loads(line)["title"] for line in Path(path).read_bytes().splitlines()]


def test_a_dump_becomes_json_lines_with_a_summary(tmp_path: Path) -> None:
    pages = [*album_pages(2), ("-3", "Talk:A", "Hi."), ("4", "A", "#REDIRECT [[B]]"), ("5", "Cat", "An animal.")]
    (tmp_path / "dump.xml").write_bytes(dump([*pages, ("6", "D", "{{Infobox album|name=D|released=one fine day}}")]))
    result = run("dump.xml", "-o", "albums.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[:2] == [
        "6 pages, 3 album articles, 3 albums",
        "passed over: no album article 1, other namespace 1, redirect 1",
    ]
    assert "unparsed-date 1" in result.stderr.splitlines()[2]
    assert titles("albums.jsonl") == ["Album 1", "Album 2", "D"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["albums.jsonl", "dump.xml"]


def test_a_folder_without_a_known_file_gets_a_hint(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("folder", "-o", "albums.jsonl")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "0 pages, 0 album articles, 0 albums",
        "no page was found; --pattern tells which files of folders to read",
    ]


def test_quiet_is_silent(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(album_pages(1)))
    result = run("a.jsonl", "-q", "-o", "albums.jsonl")
    assert (result.exit_code, result.output) == (0, "")


def test_failed_articles_are_told_by_the_status_and_the_error_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([*album_pages(1), ("2", "Long", album_text(2) + "x" * 5000)]) + b"nope\n")
    result = run("a.jsonl", "--limit", "4K", "-o", "albums.jsonl")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "2 failures: see albums.jsonl.errors.jsonl"
    rows = [json.loads(line) for line in Path("albums.jsonl.errors.jsonl").read_bytes().splitlines()]
    assert [(row["id"], row["source"], row["reason"].split(":")[0]) for row in rows] == [
        ("3", "a.jsonl", "no JSON"),
        ("2", "a.jsonl", "size limit"),
    ]


def test_a_broken_archive_gives_what_came_before_and_a_status(tmp_path: Path) -> None:
    (tmp_path / "dump.xml").write_bytes(dump(album_pages(5))[:-300])
    result = run("dump.xml", "-q", "-o", "albums.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("wikialbum: dump.xml: no well-formed XML: ")
    assert titles("albums.jsonl") == ["Album 1", "Album 2", "Album 3", "Album 4"]


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(album_pages(1)))
    result = run("missing.xml", "a.jsonl", "-q", "-o", "albums.jsonl")
    assert (result.exit_code, result.stderr) == (2, "wikialbum: missing.xml: No such file or directory\n")
    assert titles("albums.jsonl") == ["Album 1"]


def test_the_options_reach_the_sources(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"wikitext": "An animal.", "name": "Cat", "page": 7}\n')
    (tmp_path / "b.jsonl").write_text("nope\n")
    arguments = [
        "--text-field",
        "wikitext",
        "--title-column",
        "name",
        "--id-field",
        "page",
        "--all",
        "--pattern",
        "a.*",
    ]
    assert run(".", *arguments, "--time-limit", "5", "-o", "out/albums.jsonl").exit_code == 2  # there is no such folder
    (tmp_path / "out").mkdir()
    assert run(".", *arguments, "--dialect", "plain", "--time-limit", "0", "-o", "out/albums.jsonl").exit_code == 0
    assert json.loads(Path("out/albums.jsonl").read_bytes())["article_title"] == "Cat"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-o", "albums.csv"], "albums.csv: no known kind of output"),
        (["-o", "missing/albums.jsonl"], "missing/albums.jsonl: its folder is not there; make it first"),
        (["-o", f"{'x' * 300}.jsonl"], "once there is a remedy"),
        (["-o", "albums.jsonl", "--resume", "--restart"], "--resume and --restart exclude each other"),
        (["-o", "albums.jsonl", "--jobs", "0"], "0 is not in the range x>=1"),
        ([], "Missing option '-o'"),
    ],
)
def test_what_cannot_be_begun_is_told(arguments: list[str], reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    result = run("a.jsonl", *arguments)
    assert result.exit_code == 2
    assert reason in result.stderr


COMMAND = [sys.executable, "-m", "wikialbum", "extract", "a.jsonl", "-o", "albums.jsonl", "--jobs", "2"]


@posix
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_leaves_no_half_file_and_can_be_gone_on_with(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_bytes(lines(album_pages(8000)))
    with subprocess.Popen(COMMAND, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while (
            not (tmp_path / "albums.jsonl.journal").exists()
            or b'"summary"' not in (tmp_path / "albums.jsonl.journal").read_bytes()
        ):
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"wikialbum: albums.jsonl: interrupted; go on with --resume\n")
    assert not (tmp_path / "albums.jsonl").exists()
    again = run("a.jsonl", "-o", "albums.jsonl")
    assert again.exit_code == 2
    assert "albums.jsonl.journal: an earlier run has stopped here" in again.stderr
    subprocess.run([*COMMAND, "--resume", "-q"], check=True, timeout=100)
    assert titles("albums.jsonl") == [f"Album {number}" for number in range(1, 8001)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "albums.jsonl"]


@posix
def test_a_terminal_shows_a_bar(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    (tmp_path / "a.jsonl").write_bytes(lines(album_pages(300)))
    reading, writing = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen(COMMAND, stderr=writing, env=environment)
    os.close(writing)
    shown = b""
    try:
        while piece := os.read(reading, 65536):
            shown += piece
    except OSError:  # how Linux tells the end
        pass
    os.close(reading)
    assert process.wait(timeout=60) == 0
    assert b"300 albums" in shown
    assert "━".encode() in shown


def test_elsewhere_a_line_is_written_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    now = 0.0
    progress = PlainProgress(100_000_000, every=10.0, clock=lambda: now)
    for now, position in ((9.0, 18_000_000), (10.0, 20_000_000), (15.0, 30_000_000), (25.0, 60_000_000)):  # noqa: B007 - the clock tells it
        progress.tell(Summary(pages=12345, albums=1234), position)
    assert capsys.readouterr().err.splitlines() == [
        "20.0%, 2.0 MB/s, 40 s left, 12,345 pages, 1,234 albums",
        "60.0%, 2.4 MB/s, 17 s left, 12,345 pages, 1,234 albums",
    ]
