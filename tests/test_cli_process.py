"""The command line as a process: pipes, signals, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

RUSH = "= Rush [bold] =\n\nRush [bold]\n- Type: Soundtrack\n- Artist: Eric \x1b[31mClapton\n"
COMMAND = [sys.executable, "-m", "wikialbum"]
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes, signals and terminals")


@pytest.fixture(name="rush")
def rush_fixture(tmp_path: Path) -> str:
    path = tmp_path / "rush.txt"
    path.write_text(RUSH, encoding="utf-8", newline="")
    return str(path)


def test_the_module_and_the_console_script_are_the_same() -> None:
    script = Path(sys.executable).with_name("wikialbum")
    if not script.exists():
        pytest.skip("the package is not installed with its script")
    by_script = subprocess.run([script, "--help"], capture_output=True, check=True, timeout=60)
    by_module = subprocess.run([*COMMAND, "--help"], capture_output=True, check=True, timeout=60)
    assert by_script.stdout == by_module.stdout
    assert by_module.stdout.startswith(b"Usage: wikialbum [OPTIONS]")


def test_a_pipe_gets_text_without_escapes(rush: str) -> None:
    done = subprocess.run([*COMMAND, "show", rush], capture_output=True, check=True, timeout=60, encoding="utf-8")
    assert done.stdout.splitlines()[:2] == ["Rush [bold]", "Eric \\x1b[31mClapton · soundtrack"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_can_be_written_in_every_encoding(encoding: str) -> None:
    article = "= 雨 😀 é =\n".encode()
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [*COMMAND, "json", "-"], input=article, capture_output=True, check=True, timeout=60, env=environment
    )
    assert json.loads(done.stdout.decode("utf-8" if encoding == "ascii" else encoding))["article_title"] == "雨 😀 é"


@posix
@pytest.mark.parametrize("arguments", [["json", "--lines"], ["show"], ["check"]])
def test_a_reader_that_goes_away_is_no_trouble(rush: str, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [*COMMAND, *arguments, *[rush] * 3], stdout=closed, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.stderr.decode() in {"", "3 files\n"}


@posix
def test_an_interrupt_from_the_keyboard_is_quiet(rush: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "json", rush, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["title"] == "Rush [bold]"
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"")


@posix
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_that_want_them(rush: str, no_color: str, *, coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    reading, writing = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": no_color, "COLUMNS": "60"}
    process = subprocess.Popen([*COMMAND, "show", rush], stdout=writing, stderr=writing, env=environment)
    os.close(writing)
    text = _read_all(reading)
    assert process.wait(timeout=60) == 0
    assert ("\x1b[" in text) is coloured
    assert "\x1b[31m" not in text
    assert "Rush [bold]" in text


def _read_all(terminal: int) -> str:
    """What a process wrote to a terminal; Linux tells the end of it by an error."""
    pieces = []
    try:
        while piece := os.read(terminal, 65536):
            pieces.append(piece)
    except OSError:
        pass
    finally:
        os.close(terminal)
    return b"".join(pieces).decode()
