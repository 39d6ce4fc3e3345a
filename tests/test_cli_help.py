"""The examples in the help run as they are printed, on files that they could be about."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from many_articles import album_pages, dump
from wikialbum.cli import commands

ARTICLE = """\
= Rush (1991 soundtrack) =

Rush
- Type: Soundtrack
- Artist: Eric Clapton

==Track listing==
1. "New Recruit" – 1:29
2. "Tears in Heaven" – 4:37
3. "Help Me Up" – 3:56
4. "Realization" – 2:49

==Personnel==
- Eric Clapton – guitar, vocals (tracks 2 and 3)
"""
WIKITEXT = "{{Infobox album\n| name = Rush\n| artist = Eric Clapton\n}}\n==Personnel==\n* Eric Clapton – guitar\n"

#: The commands that have nothing to say of a good article.
WRITE_NOTHING = {"check", "fmt"}


def examples_of(command: str) -> list[str]:
    """The examples below the help of a command; those of the program itself where the command is empty."""
    page = CliRunner().invoke(commands, [*command.split(), "--help"], prog_name="wikialbum").stdout
    return re.findall(r"^    (\S.*)$", page.partition("\n  Examples:\n")[2], re.MULTILINE)


EXAMPLES = [(name, example) for name in ("", *commands.commands) for example in examples_of(name)]


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    """A folder with every file that the examples name."""
    for name in ("rush.txt", "articles/rush.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    for name in ("rush.wiki", "rush-2019.wiki", "rush-2024.wiki"):
        (tmp_path / name).write_text(WIKITEXT.replace("name = Rush", f"name = {name}"), encoding="utf-8")
    page = json.dumps({"id": "1", "title": "Rush", "wikitext": WIKITEXT})
    (tmp_path / "pages.jsonl.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "enwiki-pages-articles.xml.bz2").write_bytes(bz2.compress(dump(album_pages(2))))
    return tmp_path


def test_every_command_has_examples_that_call_it() -> None:
    for name in commands.commands:
        own = [example for command, example in EXAMPLES if command == name]
        assert own
        assert [example for example in own if not example.startswith(f"wikialbum {name} ")] == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize("example", [example for _, example in EXAMPLES])
def test_an_example_of_the_help_runs_as_printed(example: str, folder: Path) -> None:
    search_path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", example],
        cwd=folder,
        env={**os.environ, "PATH": search_path, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
    )
    assert done.returncode == (1 if "--check" in example else 0), done.stderr  # the files are not in canonical form
    made = re.search(r"(?:-o|>) (\S+)$", example)
    if made:
        assert (folder / made[1]).stat().st_size
    else:
        assert done.stdout or example.split()[1] in WRITE_NOTHING


def test_the_help_names_what_an_option_takes_and_not_its_type() -> None:
    for name in commands.commands:
        page = CliRunner().invoke(commands, [name, "--help"], prog_name="wikialbum").stdout
        assert not re.search(r"INTEGER|FLOAT|RANGE|PATH|\.0\b", page)
