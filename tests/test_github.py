"""What the code host reads: workflows and forms agree with the project."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from pages import CHECKOUT
from wikialbum.cli import commands

HOST = CHECKOUT / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))
FORMS = [path for path in sorted((HOST / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.name


def test_every_python_that_the_project_names_is_tested() -> None:
    (matrix,) = re.findall(r"python: \[(.*)\]", read(HOST / "workflows" / "ci.yml"))
    tested = re.findall(r'"(.*?)"', matrix)
    named = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", each)]
    assert tested == named
    assert PROJECT["requires-python"] == f">={tested[0]}"


def test_the_weekly_run_fuzzes_longer_than_the_suite() -> None:
    (name, count) = re.findall(r'(WIKIALBUM_\w+): "(\d+)"', read(HOST / "workflows" / "fuzz.yml"))[0]
    assert f'os.environ.get("{name}"' in read(CHECKOUT / "tests" / "fuzz" / "test_fuzz.py")
    usual = re.findall(r"@examples\((\d+)\)", read(CHECKOUT / "tests" / "fuzz" / "test_fuzz.py"))
    assert int(count) > max(map(int, usual))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)
def test_a_workflow_may_only_read_ends_in_time_and_runs_what_is_there(workflow: Path) -> None:
    text = read(workflow)
    assert "permissions:\n  contents: read\n" in text
    assert text.count("timeout-minutes:") == text.count("runs-on:") == 1
    assert re.findall(r"uses: (?!actions/[\w-]+@v\d+\b)(.*)", text) == []
    for command in re.findall(r"- run: (.*)", text):
        for path in re.findall(r"(?<![\w/])(?:\.ci|tests)/\S+", command):
            assert (CHECKOUT / path).exists()


@pytest.mark.parametrize("form", FORMS, ids=name_of)
def test_a_form_asks_for_the_version_and_names_commands_that_are_there(form: Path) -> None:
    text = read(form)
    assert re.findall(r"^    id: (version)$", text, re.MULTILINE) == ["version"]
    for name in re.findall(r"`wikialbum (\w+)", text):
        assert name in commands.commands


def test_the_form_for_misread_articles_asks_for_what_a_test_needs() -> None:
    text = read(HOST / "ISSUE_TEMPLATE" / "misread.yml")
    assert re.findall(r"^    id: (\w+)$", text, re.MULTILINE) == [
        "lines",
        "article",
        "dialect",
        "read",
        "expected",
        "version",
    ]
    assert text.count("required: true") == 6
