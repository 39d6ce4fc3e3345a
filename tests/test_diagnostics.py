"""docs/diagnostics.md has an entry for every code, with an article that yields it; and the code of the library has too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import wikialbum
from wikialbum.diagnostics import CODES, Diagnostic, Severity, Span

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
SOURCES = [path for path in (CHECKOUT / "src").rglob("*.py") if path.name != "diagnostics.py"]


class Entry(NamedTuple):
    """What the page says of one code: its severity in words, an article, and the diagnostics of that."""

    severity: str
    article: str
    output: str


def entry(text: str) -> Entry:
    article, output = re.findall(r"^```text\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return Entry(re.split("[:,]", text.strip())[0], article, output)


ENTRIES = {
    match[1]: entry(match[2]) for match in re.finditer(r"^### (\S+)\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE)
}
SEVERITIES = {"A warning": Severity.WARNING, "An error": Severity.ERROR, "For information": Severity.INFO}


def test_the_page_has_an_entry_for_every_code_and_no_other() -> None:
    assert set(ENTRIES) == set(CODES)


@pytest.mark.parametrize("code", ENTRIES)
def test_the_page_tells_the_severity(code: str) -> None:
    assert SEVERITIES[ENTRIES[code].severity] is CODES[code].severity


@pytest.mark.parametrize("code", ENTRIES)
def test_the_example_yields_what_the_page_says(code: str) -> None:
    _, article, output = ENTRIES[code]
    # The example of a row that the text ends in must end in that row; a code block cannot.
    text = article.removesuffix("\n") if code == "cut-row" else article
    diagnostics = wikialbum.parse_text(text).diagnostics
    assert "".join(f"{diagnostic}\n" for diagnostic in diagnostics) == output
    assert [diagnostic.code for diagnostic in diagnostics] == [code]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_used(code: str) -> None:
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in SOURCES)


@pytest.mark.parametrize("code", CODES)
def test_a_meaning_is_a_sentence(code: str) -> None:
    meaning = CODES[code].meaning
    assert meaning[0].isupper()
    assert meaning.endswith(".")


def test_a_diagnostic_prints_as_editors_read_it() -> None:
    assert str(Diagnostic("no-title", Severity.WARNING, "no name", 3, 5)) == "3:5: warning: no name [no-title]"
    assert str(Diagnostic("no-title", Severity.WARNING, "no name")) == "warning: no name [no-title]"


def test_a_span_is_no_part_of_equality() -> None:
    here, there = (Diagnostic("unclosed", Severity.INFO, "x", 1, 1, span=Span(at, 1, 1, 1)) for at in (0, 5))
    assert here == there


def test_a_span_ends_behind_its_last_character() -> None:
    assert Span(offset=3, length=4, line=1, column=4).end == 7
