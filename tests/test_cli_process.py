"""The command line as a process: pipes, signals, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

RUSH = "= Rush [bold] =\n\nRush [bold]\n- Type: Soundtrack\n- Artist: Eric \x1b[31mClapton\n"
WIDE = """\
= 雨 =

雨
- Type: Studio album
- Artist: Björk

==Track listing==
1. "夕暮れ列車" – 3:45
2. "Cafe\u0301" – 4:01
3. "שלום עולם" – 2:10

==Personnel==
- 山田太郎 – piano (tracks 1–3)
- Zoe\u0308 Lee – piano
- עפרה חזה – piano
- Ann Lee, Bo Day, Cat Moss, Dan Ray and the Orchestra of the Town – oboe
"""
COMMAND = [sys.executable, "-m", "wikialbum"]
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX pipes, signals and terminals")


@pytest.fixture(name="rush")
def rush_fixture(tmp_path: Path) -> str:
    path = tmp_path / "rush.txt"
    path.write_text(RUSH, encoding="utf-8", newline="")
    return str(path)


@pytest.fixture(name="wide")
def wide_fixture(tmp_path: Path) -> str:
    path = tmp_path / "wide.txt"
    path.write_text(WIDE, encoding="utf-8", newline="")
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["json"], ["show"], ["convert", "--to", "plain"]])
def test_output_that_cannot_be_written_is_told(wide: str, arguments: list[str]) -> None:
    Path(wide).write_text(WIDE + "\n\n\n", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments, wide], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert (done.returncode, done.stderr) == (2, b"wikialbum: standard output: No space left on device\n")


@posix
@pytest.mark.parametrize("arguments", [["json"], ["show"], ["fmt", "--diff"]])
def test_a_closed_standard_output_is_no_trouble(wide: str, arguments: list[str]) -> None:
    command = [*COMMAND, *arguments, wide]
    done = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, check=False, timeout=60)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


@posix
def test_a_closed_standard_input_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "json", "-"], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (2, b"wikialbum: <stdin>: is closed; name a file\n")


@posix
@pytest.mark.usefixtures("interruptible")
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
    text = on_terminal("show", rush, NO_COLOR=no_color)
    assert ("\x1b[" in text) is coloured
    assert "\x1b[31m" not in text
    assert "Rush [bold]" in text


@posix
@pytest.mark.parametrize(
    ("encoding", "width"), [("ascii", 80), ("latin-1", 80), ("utf-8", 40), ("utf-8", 80), ("utf-8", 200)]
)
def test_lines_fit_every_terminal_and_end_without_blanks(wide: str, encoding: str, width: int) -> None:
    text = on_terminal("show", wide, COLUMNS=str(width), PYTHONIOENCODING=encoding, NO_COLOR="1")
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    assert len({cell_len(line.partition(" piano")[0]) for line in lines if " piano" in line}) == 1


@posix
def test_a_terminal_without_the_signs_of_typography_gets_plain_ones(wide: str) -> None:
    text = on_terminal("show", wide, PYTHONIOENCODING="ascii", NO_COLOR="1").replace("\r\n", "\n")
    assert text.startswith("\\u96e8\nBj\\xf6rk - studio\n")
    assert "Credits ----------" in text
    assert "(tracks 1-3)" in text
    tree = on_terminal("tree", wide, PYTHONIOENCODING="ascii", NO_COLOR="1", COLUMNS="40").replace("\r\n", "\n")
    assert tree.startswith("Article 1:1\n|- Heading 1:1 open='= ' title='\\u96e8")
    assert max(map(len, tree.splitlines())) <= 40


@posix
@pytest.mark.parametrize("columns", ["0", "none"])
def test_a_terminal_of_no_known_width_has_80_columns(wide: str, columns: str) -> None:
    lines = on_terminal("show", wide, COLUMNS=columns, NO_COLOR="1").splitlines()
    assert max(map(cell_len, lines)) == 80


@posix
def test_a_terminal_cuts_the_lines_of_a_tree_and_wraps_those_of_a_difference(wide: str) -> None:
    tree = on_terminal("tree", wide, COLUMNS="40", NO_COLOR="1")
    assert {cell_len(line) <= 40 for line in tree.splitlines()} == {True}
    changed = Path(wide).with_name("changed.txt")
    changed.write_text(WIDE.replace("Björk", "x" * 100), encoding="utf-8")
    assert "x" * 100 in on_terminal("diff", wide, str(changed), COLUMNS="40", NO_COLOR="1")
    changed.write_text(WIDE + "\n\n\n" + "x" * 100, encoding="utf-8")
    assert "x" * 100 in on_terminal("fmt", "--diff", str(changed), COLUMNS="40", NO_COLOR="1")


def on_terminal(*arguments: str, **variables: str) -> str:
    """What a command writes on a terminal, of 60 columns unless `COLUMNS` is among the variables."""
    pty = pytest.importorskip("pty")
    reading, writing = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "NO_COLOR"}}
    environment = {**inherited, "TERM": "xterm-256color", "COLUMNS": "60", "PYTHONIOENCODING": "utf-8", **variables}
    process = subprocess.Popen([*COMMAND, *arguments], stdout=writing, stderr=writing, env=environment)
    os.close(writing)
    text = _read_all(reading, environment["PYTHONIOENCODING"])
    assert process.wait(timeout=60) == 0
    return text


def _read_all(terminal: int, encoding: str) -> str:
    """What a process wrote to a terminal; Linux tells the end of it by an error."""
    pieces = []
    try:
        while piece := os.read(terminal, 65536):
            pieces.append(piece)
    except OSError:
        pass
    finally:
        os.close(terminal)
    return b"".join(pieces).decode(encoding)
