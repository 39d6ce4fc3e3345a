"""The compiled parser reads every text as Lark's own does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lark
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wikialbum
from nasty_texts import NASTY
from wikialbum.syntax import compiled, grammars, plain, wikitext

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*/*.[tw][xi]*"))

pieces = st.sampled_from(
    ["\ufeff", "= A =\n", "\n", "==B==\n", "===C===\n", "- K: v\n", "* a – b\n", "a", "\r", "| x |\n", " "]
)
texts = st.one_of(st.text(), st.lists(pieces).map("".join))


def shape(tree: lark.Tree[Any]) -> Any:  # noqa: ANN401 - nested lists
    """A parse without the classes of its tokens."""
    parts = (
        shape(each) if isinstance(each, lark.Tree) else (each.type, each.start_pos, each.end_pos)
        for each in tree.children
    )
    return [tree.data, *parts]


@pytest.fixture(scope="module", params=["plain", "wikitext"])
def parsers(request: pytest.FixtureRequest) -> tuple[lark.Lark, lark.Lark]:
    """A grammar's parser of Lark's own, and the compiled one."""
    pytest.importorskip("lark_cython", reason="the extra fast is not installed")
    text = grammars.grammar_text(request.param)
    return grammars.build(text), grammars.build(text, compiled.plugins())


def same(parsers: tuple[lark.Lark, lark.Lark], text: str) -> None:
    own, fast = (shape(parser.parse(text, start="article")) for parser in parsers)
    assert own == fast


@given(text=texts)
def test_any_text_is_parsed_the_same(parsers: tuple[lark.Lark, lark.Lark], text: str) -> None:
    same(parsers, text)


def test_articles_are_parsed_the_same(parsers: tuple[lark.Lark, lark.Lark]) -> None:
    assert ARTICLES
    for article in ARTICLES:
        same(parsers, article.read_text(encoding="utf-8"))


def test_nasty_texts_are_parsed_the_same(parsers: tuple[lark.Lark, lark.Lark]) -> None:
    for make in NASTY.values():
        same(parsers, make(2_000))


def test_without_the_extra_lark_keeps_its_own_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "lark_cython", None)
    assert compiled.plugins() == {}


def test_with_the_extra_it_is_what_reads_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("lark_cython", reason="the extra fast is not installed")
    caches = (grammars.load, plain._dialect, wikitext._dialect)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(compiled, "_token", None)
    with pytest.raises(TypeError, match="not callable"):
        wikialbum.parse_article("a")
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()
