"""The command `inspect` writes its page at once or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wikialbum.cli import commands
from wikialbum.inspection import page

TEXT = "= Jug =\r\n\r\nJug\r\n- Genre: Blues – <rock>\r\n"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, prog_name="wikialbum", input=stdin, catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jug.txt"
    path.write_bytes(TEXT.encode())
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_page_goes_into_the_file_that_is_named(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "jug.html"
    result = run("inspect", str(file), "-o", str(output))
    assert (result.exit_code, result.output) == (0, "")
    assert output.read_bytes() == page(TEXT).encode()
    assert names(tmp_path) == ["jug.html", "jug.txt"]


@pytest.mark.parametrize("options", [[], ["-o", "-"]], ids=["unless told", "for a hyphen"])
def test_the_page_goes_to_standard_output(file: Path, options: list[str]) -> None:
    result = run("inspect", str(file), *options)
    assert result.exit_code == 0
    assert result.stdout_bytes == page(TEXT).encode()


def test_the_article_may_come_from_standard_input() -> None:
    assert run("inspect", "-", stdin=TEXT.encode()).stdout_bytes == page(TEXT).encode()


def test_dialect_and_title_are_passed_on(file: Path) -> None:
    result = run("inspect", str(file), "--dialect", "wikitext", "--title", "Pitcher")
    assert result.stdout_bytes == page(TEXT, dialect="wikitext", title="Pitcher").encode()


def test_an_output_is_replaced_and_keeps_its_mode(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "jug.html"
    output.write_text("old")
    output.chmod(0o640)
    assert run("inspect", str(file), "-o", str(output)).exit_code == 0
    assert output.read_bytes() == page(TEXT).encode()
    assert output.stat().st_mode & 0o777 == 0o640


def test_a_new_output_has_the_mode_of_new_files(file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.touch()
    run("inspect", str(file), "-o", str(tmp_path / "jug.html"))
    assert (tmp_path / "jug.html").stat().st_mode == new.stat().st_mode


def test_a_link_leads_to_the_file_that_is_replaced(file: Path, tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to(tmp_path / "jug.html")
    run("inspect", str(file), "-o", str(tmp_path / "link.html"))
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "jug.html").read_bytes() == page(TEXT).encode()


def test_a_write_that_fails_leaves_the_old_file(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "jug.html"
    output.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = run("inspect", str(file), "-o", str(output))
    assert result.exit_code == 2
    assert result.stderr == f"wikialbum: {output}: No space left on device\n"
    assert output.read_text() == "old"
    assert names(tmp_path) == ["jug.html", "jug.txt"]


def test_an_article_is_never_replaced_by_its_page(file: Path) -> None:
    result = run("inspect", str(file), "-o", str(file.parent / "." / file.name))
    assert result.exit_code == 2
    assert "would replace the article" in result.stderr
    assert file.read_bytes() == TEXT.encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_or_a_pipe_is_written_to_and_not_replaced(file: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("inspect", str(file), "-o", str(pipe)).exit_code == 0
        assert os.read(reader, 1 << 20) == page(TEXT).encode()
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("output", [".", "missing/jug.html"], ids=["a folder", "in no folder"])
def test_an_output_that_cannot_be_written_is_one_line(file: Path, output: str) -> None:
    result = run("inspect", str(file), "-o", str(file.parent / output))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"wikialbum: {file.parent}")


def test_an_article_that_cannot_be_read_leaves_the_output_alone(tmp_path: Path) -> None:
    output = tmp_path / "jug.html"
    output.write_text("old")
    assert run("inspect", str(tmp_path / "missing.txt"), "-o", str(output)).exit_code == 2
    assert output.read_text() == "old"
