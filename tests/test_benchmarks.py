"""The benchmark works, and the page and the plot say what was measured; nothing here depends on how long it takes."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

CHECKOUT = Path(__file__).parents[1]
BENCHMARKS = CHECKOUT / "tests" / "benchmarks"
PAGE = CHECKOUT / "docs" / "benchmarks.md"
PICTURE = CHECKOUT / "docs" / "benchmarks.svg"
SVG = "{http://www.w3.org/2000/svg}"

sys.path.append(str(BENCHMARKS))

needs_others = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("mwparserfromhell", "wikitextparser")),
    reason="the extra `bench` is not installed",
)


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """The numbers that the page was written from."""
    numbers: dict[str, Any] = json.loads((BENCHMARKS / "results.json").read_text(encoding="utf-8"))
    return numbers


@needs_others
def test_the_benchmark_measures_everything(tmp_path: Path) -> None:
    numbers, picture = tmp_path / "numbers.json", tmp_path / "plot.svg"
    command: list[str | Path] = [
        sys.executable,
        BENCHMARKS / "speed.py",
        "--quick",
        "--json",
        numbers,
        "--svg",
        picture,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode in {0, 1}, done.stderr  # 1 where a bound is broken
    found = json.loads(numbers.read_text(encoding="utf-8"))
    for dialect in ("plain", "wikitext"):
        assert {"album", "dict", "tree", "mwparserfromhell", "wikitextparser"} <= set(found["articles"][dialect])
        assert found["memory"][dialect]["tree"] > 1000
        assert f"{dialect}: Album against wikitextparser" in done.stdout
    assert found["versions"]["lark"]
    assert ET.parse(picture).getroot().tag == f"{SVG}svg"


def test_the_page_and_the_plot_show_the_kept_numbers(kept: dict[str, Any]) -> None:
    from bench_plot import plot  # noqa: PLC0415 - importable since this module is
    from speed import with_table  # noqa: PLC0415

    page = PAGE.read_text(encoding="utf-8")
    assert page.count(": NO") + page.count(": yes") > 5
    assert with_table(page, kept) == page
    assert plot(kept) == PICTURE.read_text(encoding="utf-8")


def test_the_plot_has_a_title_and_tells_its_numbers_in_words(kept: dict[str, Any]) -> None:
    root = ET.parse(PICTURE).getroot()
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert title.text
    assert told.text
    assert all(dialect in told.text for dialect in kept["articles"])
    assert "prefers-color-scheme: dark" in PICTURE.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [3_000, 40_000])
def test_a_long_article_is_as_long_as_asked_and_always_the_same(size: int) -> None:
    from bench_articles import ARTICLES, cases, long_article  # noqa: PLC0415

    for dialect in ("plain", "wikitext"):
        texts = list(cases(ARTICLES, dialect).values())
        text = long_article(texts, size)
        assert text == long_article(texts, size)
        assert size <= len(text.encode()) < size + 20_000
        assert text.count("\n==") > 2
