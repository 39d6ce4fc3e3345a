"""Every code block of the documentation does what it says.

Blocks of Python sessions (`pycon`) of one page run one after the other, from the top of the checkout. Blocks of shell
sessions (`console`) run the command line there; docs/command-line.md, whose files are written for it, has a test of
its own.
"""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import wikialbum
from wikialbum.cli import commands

CHECKOUT = Path(__file__).parents[1]
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md")])
IDS = [page.relative_to(CHECKOUT).as_posix() for page in PAGES]

#: The languages of code blocks, and whether a test runs them.
LANGUAGES = {"pycon": True, "console": True, "sh": False, "text": False, "mermaid": False}


def blocks(page: Path, language: str) -> list[tuple[str, int]]:
    """The code blocks of a page in one language, each with the 0-based line that it begins on."""
    text = page.read_text(encoding="utf-8")
    found = re.finditer(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [(match[1], text.count("\n", 0, match.start(1))) for match in found]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_python_sessions_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    names: dict[str, Any] = {}
    for source, line in blocks(page, "pycon"):
        test = doctest.DocTestParser().get_doctest(source, names, page.name, str(page), line)
        report: list[str] = []
        doctest.DocTestRunner().run(test, out=report.append, clear_globs=False)
        assert not report, "".join(report)
        names = test.globs


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "command-line.md"], ids=lambda page: page.name)
def test_the_shell_sessions_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    monkeypatch.setenv("COLUMNS", "80")
    for source, _ in blocks(page, "console"):
        command, _, wanted = source.removeprefix("$ ").partition("\n")
        call, _, head = command.partition(" | head -n ")
        name, *arguments = shlex.split(call)
        assert name == "wikialbum"
        output = CliRunner().invoke(commands, arguments, prog_name=name, catch_exceptions=False).output
        lines = output.splitlines(keepends=True)
        assert "".join(lines[: int(head)] if head else lines) == wanted


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_code_block_is_in_a_known_language(page: Path) -> None:
    fences = re.findall(r"^ *```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(fences[::2]) <= set(LANGUAGES) | {"python", "json", "toml", ""}
    assert set(fences[1::2]) <= {""}
    if page.name != "command-line.md":
        assert set(fences[::2]) <= set(LANGUAGES) | {"json"}, "a block of Python is a session, so that it runs"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^()\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_found_from_the_index() -> None:
    index = (CHECKOUT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = {page.name for page in (CHECKOUT / "docs").iterdir() if page.name != "index.md"}
    assert {name for name in pages if f"({name})" not in index} == set()


def test_every_public_name_stands_in_the_api_page() -> None:
    page = (CHECKOUT / "docs" / "api.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)", page, re.MULTILINE))
    public = {name for module in (wikialbum, wikialbum.syntax) for name in module.__all__}
    assert public - told == set()
    assert {name for name in told if not known(name)} == set()


def known(name: str) -> bool:
    """Whether a name of the API page is one of the library."""
    import wikialbum.files  # noqa: PLC0415 - modules that the page tells of, beside the package's own names
    import wikialbum.reading  # noqa: PLC0415
    import wikialbum.schema  # noqa: PLC0415
    import wikialbum.testing  # noqa: PLC0415
    import wikialbum.vocabulary  # noqa: PLC0415

    modules = (wikialbum, wikialbum.syntax, wikialbum.files, wikialbum.reading, wikialbum.schema)
    return any(hasattr(module, name) for module in (*modules, wikialbum.testing, wikialbum.vocabulary))
