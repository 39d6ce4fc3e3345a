"""The tutorial and the how-to pages do what they say when they are followed from the top, word for word.

A block with a file's name above it is that file, a block `console` is typed into a shell, and a block `pycon` into one
Python. All of it happens in a folder that holds the examples and nothing else.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import pages

#: The languages of blocks that are files.
FILES = {"python", "text", "xml"}

#: What the commands `wikialbum` and `python` of a page are found by: this environment comes first.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "NO_COLOR"}},
    "COLUMNS": "80",
    "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
    "PYTHONUTF8": "1",
}


def typed(code: str) -> list[tuple[str, str]]:
    """The commands of a shell session, each with what it shows."""
    parts = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", code, re.MULTILINE)
    assert "".join(f"$ {command}\n{shown}" for command, shown in parts) == code
    return parts


def shell(command: str, folder: Path) -> str:
    """What a command shows: its output, then what it says on standard error."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout + done.stderr


def run_session(block: pages.Block, page: Path, names: dict[str, Any]) -> dict[str, Any]:
    """Type a block into a Python that knows some names; returns those that it knows then."""
    test = doctest.DocTestParser().get_doctest(block.code, names, page.name, str(page), block.line)
    report: list[str] = []
    doctest.DocTestRunner().run(test, out=report.append, clear_globs=False)
    assert not report, "".join(report)
    return test.globs


@pytest.mark.skipif(shutil.which("bash") is None, reason="the pages are written for a POSIX shell")
@pytest.mark.parametrize("page", pages.WALKS, ids=pages.name_of)
def test_a_page_can_be_followed_word_for_word(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(pages.CHECKOUT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in pages.blocks(page):
        if block.language == "console":
            for command, shown in typed(block.code):
                assert shell(command, tmp_path) == shown, command
        elif block.language == "pycon":
            names = run_session(block, page, names)
        elif block.language != "sh":  # it installs; tests/test_docs_tutorial.py does that
            assert block.file is not None, f"a block that nothing runs: {block.code}"
            assert block.language in FILES
            (tmp_path / block.file).write_text(block.code, encoding="utf-8", newline="")


@pytest.mark.parametrize("page", pages.WALKS, ids=pages.name_of)
def test_a_page_shows_something_that_runs(page: Path) -> None:
    assert any(block.language in {"console", "pycon"} for block in pages.blocks(page))
