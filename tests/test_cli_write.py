"""The commands that write articles, and the one that compares their facts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wikialbum.cli import commands

UNTIDY = "== Personnel ==\r\n*  Ann Lee – harp \r\n"
TIDY = "==Personnel==\n- Ann Lee – harp\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, prog_name="wikialbum", input=stdin, catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rush.txt"
    path.write_bytes(UNTIDY.encode())
    path.chmod(0o640)
    return path


def test_fmt_changes_a_file_in_place_and_keeps_its_mode(file: Path) -> None:
    result = run("fmt", str(file))
    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes() == TIDY.encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["rush.txt"]


def test_fmt_does_not_touch_a_file_that_is_in_canonical_form(file: Path) -> None:
    file.write_bytes(TIDY.encode())
    os.utime(file, (1, 1))
    assert run("fmt", str(file)).exit_code == 0
    assert file.stat().st_mtime == 1


def test_fmt_changes_the_file_that_a_link_leads_to(file: Path) -> None:
    link = file.parent / "link.txt"
    link.symlink_to(file)
    assert run("fmt", str(link)).exit_code == 0
    assert link.is_symlink()
    assert file.read_bytes() == TIDY.encode()


def test_fmt_check_writes_nothing_and_exits_with_1(file: Path) -> None:
    result = run("fmt", "--check", str(file))
    assert (result.exit_code, result.stdout) == (1, f"{file}: not in canonical form\n")
    assert file.read_bytes() == UNTIDY.encode()
    file.write_bytes(TIDY.encode())
    assert run("fmt", "--check", str(file)).exit_code == 0


def test_fmt_diff_shows_what_would_change(file: Path) -> None:
    result = run("fmt", "--diff", str(file))
    assert result.exit_code == 0
    assert "-== Personnel ==\n" in result.stdout
    assert "+==Personnel==\n" in result.stdout
    assert file.read_bytes() == UNTIDY.encode()


def test_fmt_writes_standard_input_to_standard_output() -> None:
    assert run("fmt", "-", stdin="== A ==\ntext").stdout == "==A==\ntext\n"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="needs file names of any bytes")
def test_fmt_keeps_files_apart_whose_names_look_the_same(tmp_path: Path) -> None:
    names = ["a b.txt", "a\tb.txt", "a\nb.txt"]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(f"== A{number} ==\n", encoding="utf-8")
    assert run("fmt", *(str(tmp_path / name) for name in names)).exit_code == 0
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names] == ["==A0==\n", "==A1==\n", "==A2==\n"]


@pytest.mark.parametrize("arguments", [["fmt", "-"], ["convert", "--to", "plain", "-"]])
def test_articles_are_written_as_utf_8_whatever_the_encoding_of_the_terminal(arguments: list[str]) -> None:
    article = "==雨==\n- 名前 – harp\n".encode()
    done = subprocess.run(
        [sys.executable, "-m", "wikialbum", *arguments],
        input=article,
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert done.stdout == article


def test_fmt_says_which_file_cannot_be_read_and_formats_the_others(file: Path) -> None:
    result = run("fmt", "missing.txt", str(file))
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr
    assert file.read_bytes() == TIDY.encode()


def test_convert_writes_the_other_dialect_and_tells_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "rush.wiki"
    path.write_text("{{Infobox album\n| name = Rush\n| type = ep\n}}\n\n[[Category:1992 EPs]]\n", encoding="utf-8")
    result = run("convert", "--to", "plain", str(path))
    assert (result.exit_code, result.stdout) == (0, "Rush\n- Type: ep\n\n")
    assert f"wikialbum: {path}: not carried: categories[0]: - '1992 EPs'\n" in result.stderr
    assert run("convert", "--quiet", "--to", "plain", str(path)).stderr == ""


def test_diff_shows_the_facts_that_changed(file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("== Personnel ==\n- Ann Lee – harp, oud\n- Bo Day\n", encoding="utf-8")
    result = run("diff", str(file), str(new))
    assert result.exit_code == 0
    assert result.stdout == (
        "+ credits[0].roles[1]: {'name': 'oud', 'tracks': [], 'note': None}\n"
        "~ credits[0].text: 'Ann Lee – harp' → 'Ann Lee – harp, oud'\n"
        "+ credits[1]: {'names': ['Bo Day'], 'roles': [], 'section': ['Personnel'], 'songs': [], 'text': 'Bo Day'}\n"
    )
    assert run("diff", "--exit-code", str(file), str(new)).exit_code == 1
    same = run("diff", "--exit-code", str(file), str(file))
    assert (same.exit_code, same.stdout) == (0, "")


def test_diff_needs_both_files(file: Path) -> None:
    assert run("diff", str(file), "missing.txt").exit_code == 2
