"""The tutorial works where there is nothing: a copy of the checkout, Python, and the packages that it installs itself.

Its blocks are run in one shell, from the first to the last, in the virtual environment that its first block makes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pages
from test_docs_walks import typed

TUTORIAL = pages.DOCS / "tutorial.md"
BLOCKS = list(pages.blocks(TUTORIAL))
NOT_COPIED = (".git", ".venv*", ".*cache", ".hypothesis", "__pycache__", "build", "dist", "site", "tables")

#: What a shell writes between the outputs of two commands.
MARK = "---- next ----"

#: Types a Python session that stands in a file.
SESSION = "python -c 'import doctest, sys; sys.exit(doctest.testfile(sys.argv[1], module_relative=False)[0] != 0)' "


def environment() -> dict[str, str]:
    """The variables of a newcomer: no virtual environment, and the Python below this one is found first."""
    kept = {"HOME", "LANG", "LC_ALL", "TMPDIR", "CI"}
    base = {name: value for name, value in os.environ.items() if name in kept or name.startswith("PIP_")}
    path = os.pathsep.join((str(Path(sys.base_prefix, "bin")), os.environ.get("PATH", os.defpath)))
    return {**base, "COLUMNS": "80", "PATH": path, "PYTHONUTF8": "1"}


def commands(folder: Path) -> list[tuple[str, str]]:
    """What the tutorial types, each with what it shows; its files and Python sessions are written into a folder."""
    found: list[tuple[str, str]] = []
    for block in BLOCKS:
        if block.file is not None:
            (folder / block.file).write_text(block.code, encoding="utf-8")
        elif block.language == "console":
            found += typed(block.code)
        elif block.language == "sh":
            found.append((block.code.rstrip("\n"), ""))
        else:
            assert block.language == "pycon"
    session = "\n".join(block.code for block in BLOCKS if block.language == "pycon")
    (folder / "session.txt").write_text(session, encoding="utf-8")
    return [*found, (SESSION + "session.txt", "")]


def test_the_tutorial_begins_with_one_article_and_ends_with_an_answer() -> None:
    assert BLOCKS[0].language == "sh"
    assert "examples/rush.txt" in BLOCKS[1].code
    assert BLOCKS[-1].code.startswith("$ python players.py ")


@pytest.mark.timeout(600)
@pytest.mark.skipif(shutil.which("bash") is None, reason="the tutorial is written for a POSIX shell")
def test_the_tutorial_works_word_for_word_in_an_empty_environment(tmp_path: Path) -> None:
    folder = tmp_path / "checkout"
    shutil.copytree(pages.CHECKOUT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    steps = commands(folder)
    script = "\n".join(f"{{ {command}\n}} || exit 9\necho '{MARK}'" for command, _ in steps)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    shown = done.stdout.split(f"{MARK}\n")
    if len(shown) == 1 and "CI" not in os.environ:
        pytest.skip(f"no packages to be had: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(zip([command for command, _ in steps], shown, strict=False)) == steps
