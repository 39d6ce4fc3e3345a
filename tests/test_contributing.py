"""Each change that CONTRIBUTING.md shows can be made: its test fails without it, and passes with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import pages

GUIDE = pages.CHECKOUT / "CONTRIBUTING.md"
COPIED = (
    "grammar",
    "src",
    "tests/normalize",
    "tests/vocabulary",
    "tests/test_syntax_wikitext_display.py",
    "pyproject.toml",
)


class Change(NamedTuple):
    """A change, and the command below it that runs its tests."""

    diff: str
    command: str

    @property
    def tests(self) -> list[str]:
        """The files of tests that the change touches."""
        return re.findall(r"^\+\+\+ b/(tests/\S+)$", self.diff, re.MULTILINE)


def changes() -> list[Change]:
    blocks = list(pages.blocks(GUIDE, "diff", "sh"))
    return [Change(one.code, other.code) for one, other in pairwise(blocks) if one.language == "diff"]


@pytest.fixture(name="copy")
def copy_fixture(tmp_path: Path) -> Path:
    """A copy of what a change can touch."""
    if shutil.which("git") is None:
        pytest.skip("no git")
    for name in COPIED:
        source = pages.CHECKOUT / name
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def apply(diff: str, folder: Path, *options: str) -> None:
    """Apply a diff, in a folder that is taken for no part of a repository around it."""
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    subprocess.run(["git", "apply", *options], cwd=folder, env=environment, input=diff.encode(), check=True)


def passes(folder: Path, *tests: str) -> bool:
    """Whether tests pass in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *tests],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout.decode() + done.stderr.decode()
    return done.returncode == 0


def test_the_guide_shows_a_change_for_each_kind_of_addition() -> None:
    assert [change.tests for change in changes()] == [
        ["tests/normalize/test_single_list.py"],
        ["tests/test_syntax_wikitext_display.py"],
        ["tests/vocabulary/test_spanish.py"],
    ]


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.tests[0])
def test_the_test_of_a_change_fails_without_it_and_passes_with_it(change: Change, copy: Path) -> None:
    apply(change.diff, copy, "--include=tests/*")
    assert not passes(copy, *change.tests)
    apply(change.diff, copy, "--exclude=tests/*")
    assert passes(copy, *change.tests)


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.tests[0])
def test_the_command_below_a_change_runs_its_tests(change: Change) -> None:
    _, named = change.command.strip().split(" -m pytest ")
    assert (pages.CHECKOUT / named).exists()
    assert [test for test in change.tests if not test.startswith(named)] == []
