"""Every code block of the documentation does what it says.

Blocks of Python sessions (`pycon`) of one page run one after the other, from the top of the checkout. Blocks of shell
sessions (`console`) run the command line there. Three kinds of pages have tests of their own: docs/command-line.md,
whose files are written for it; the pages that are followed from the top (tests/test_docs_walks.py); and the grammar
(tests/test_docs_grammar.py).
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import json
import re
import shlex
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import pages
from pages import CHECKOUT, DOCS, WALKS
from wikialbum import extract
from wikialbum.cli import commands

PAGES = [page for page in pages.PAGES if page not in WALKS]
WITH_COMMANDS = [page for page in PAGES if page.name != "command-line.md"]

#: The languages of code blocks that stand on any page, and what becomes of them.
LANGUAGES = {
    "pycon": "is run, by this file or by those that it names",
    "console": "is run, by this file or by those that it names",
    "sh": "is read: what it calls of wikialbum has these commands and options",
    "python": "is read: it compiles, and imports what there is",
    "sql": "is run, on the database of the examples",
    "diff": "is applied to a copy, by tests/test_contributing.py",
    "json": "is read",
    "text": "is shown",
    "xml": "is a file of a page that is followed from the top",
}


@pytest.mark.parametrize("page", PAGES, ids=pages.name_of)
def test_the_python_sessions_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    names: dict[str, Any] = {}
    for block in pages.blocks(page, "pycon"):
        test = doctest.DocTestParser().get_doctest(block.code, names, page.name, str(page), block.line)
        report: list[str] = []
        doctest.DocTestRunner().run(test, out=report.append, clear_globs=False)
        assert not report, "".join(report)
        names = test.globs


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=pages.name_of)
def test_the_shell_sessions_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    monkeypatch.setenv("COLUMNS", "80")
    for block in pages.blocks(page, "console"):
        command, _, wanted = block.code.removeprefix("$ ").partition("\n")
        call, _, head = command.partition(" | head -n ")
        name, *arguments = shlex.split(call)
        assert name == "wikialbum"
        output = CliRunner().invoke(commands, arguments, prog_name=name, catch_exceptions=False).output
        lines = output.splitlines(keepends=True)
        assert "".join(lines[: int(head)] if head else lines) == wanted


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_every_code_block_is_in_a_known_language(page: Path) -> None:
    fences = re.findall(r"^ *```(.*)$", pages.read(page), re.MULTILINE)
    assert set(fences[::2]) <= set(LANGUAGES)
    assert set(fences[1::2]) <= {""}


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_programs_of_a_page_compile_and_import_what_there_is(page: Path) -> None:
    for block in pages.blocks(page, "python"):
        for node in ast.walk(ast.parse(block.code)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("wikialbum"):
                module = importlib.import_module(node.module)
                assert {alias.name for alias in node.names if not hasattr(module, alias.name)} == set()


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_data_of_a_page_is_json(page: Path) -> None:
    for block in pages.blocks(page, "json"):
        json.loads(block.code)


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_commands_of_a_page_have_these_options(page: Path) -> None:
    for block in pages.blocks(page, "sh"):
        for line in re.findall(r"^wikialbum (.*)$", block.code, re.MULTILINE):
            name, *arguments = shlex.split(line)
            context = click.Context(commands, info_name="wikialbum")
            assert commands.commands[name].make_context(name, arguments, parent=context).params


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_extras_that_a_page_installs_are_there(page: Path) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extras in re.findall(r"(?:wikialbum|\"\.)\[([a-z,]+)\]\"", pages.read(page)):
        assert set(extras.split(",")) <= set(project["optional-dependencies"])


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_queries_of_a_page_run_on_a_database_of_the_examples(page: Path, tmp_path: Path) -> None:
    queries = list(pages.blocks(page, "sql"))
    if queries:
        output = str(tmp_path / "albums.sqlite")
        extract.extract(extract.Job(sources=(str(CHECKOUT / "examples"),), output=output))
        with contextlib.closing(sqlite3.connect(output)) as database:
            for block in queries:
                assert database.execute(block.code).fetchall(), block.code


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_the_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in links(page):
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=pages.name_of)
def test_no_link_of_the_documentation_leaves_its_folder(page: Path) -> None:
    """The site has nothing but this folder."""
    outside = [target for target in links(page) if not (page.parent / target).resolve().is_relative_to(DOCS.resolve())]
    assert outside == []


def links(page: Path) -> list[str]:
    """The targets of a page's links, less those to other sites."""
    text = re.sub(r"^```.*?^```$", "", pages.read(page), flags=re.DOTALL | re.MULTILINE)
    found = re.findall(r"\]\(([^()\s]+)\)", re.sub(r"(?<!\[)`[^`\n]*`", "", text))
    return [target for target in found if "://" not in target]


def anchors(page: Path) -> set[str]:
    """The anchors of a page: those of its headings, and the names that the reference tells of there."""
    text = pages.read(page)
    headings = {re.sub(r"[^\w -]", "", heading.lower()) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    entries = set(re.findall(r"^::: (\S+)$", text, re.MULTILINE))
    return {heading.replace(" ", "-") for heading in headings} | entries


def test_every_page_is_found_from_the_index() -> None:
    found = {target.partition("#")[0] for target in links(DOCS / "index.md")}
    shown = {".svg", ".css"}  # they are part of pages
    files = (file for file in DOCS.rglob("*") if file.is_file() and file.suffix not in shown)
    there = {file.relative_to(DOCS).as_posix() for file in files}
    assert there - {"index.md"} == found


@pytest.mark.parametrize("page", pages.PAGES, ids=pages.name_of)
def test_no_code_in_a_table_holds_a_bar(page: Path) -> None:
    r"""Code hosts show `\|` in code as a bar, and the site as it stands: `<code>` with an entity is a bar for both."""
    assert re.findall(r"^\|.*`[^`\n]*\\\|.*$", pages.read(page), re.MULTILINE) == []


def test_the_design_names_every_folder() -> None:
    told = set(re.findall(r"`(\w+/)`", pages.read(DOCS / "design.md")))
    folders = {f"{file.parent.name}/" for file in (CHECKOUT / "src" / "wikialbum").glob("*/__init__.py")}
    assert folders - told == set()


def test_the_picture_of_the_design_names_only_what_is_there() -> None:
    homes = re.findall(r'class="home"[^>]*>([^<]*)<', (DOCS / "design.svg").read_text(encoding="utf-8"))
    for home in " ".join(homes).split():
        assert (CHECKOUT / "src" / "wikialbum" / home).exists() or (CHECKOUT / home).exists(), home
