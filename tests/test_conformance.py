"""The articles of tests/articles say what a careful reader found in them: one test for each article, dialect and field.

A failure lists the missed facts (-) and the invented ones (+). Each folder holds an article in one dialect or both,
`plain.txt` and `article.wiki`, with its Album JSON in `plain.json` and `wiki.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import wikialbum
from facts import FIELDS, Fact, facts_of
from wikialbum.testing import assert_round_trip

ARTICLES = Path(__file__).parent / "articles"
DIALECTS: dict[wikialbum.syntax.Dialect, tuple[str, str]] = {
    "plain": ("plain.txt", "plain.json"),
    "wikitext": ("article.wiki", "wiki.json"),
}
CASES = [
    (folder.name, dialect)
    for folder in sorted(ARTICLES.iterdir())
    for dialect, (article, _) in DIALECTS.items()
    if (folder / article).exists()
]


def article_text(case: str, dialect: wikialbum.syntax.Dialect) -> str:
    return (ARTICLES / case / DIALECTS[dialect][0]).read_bytes().decode()


@cache
def expected(case: str, dialect: wikialbum.syntax.Dialect) -> Counter[Fact]:
    return facts_of(json.loads((ARTICLES / case / DIALECTS[dialect][1]).read_text(encoding="utf-8")))


@cache
def found(case: str, dialect: wikialbum.syntax.Dialect) -> Counter[Fact]:
    return facts_of(wikialbum.parse_text(article_text(case, dialect)).to_dict())


def differences(wanted: Counter[Fact], got: Counter[Fact], field: str) -> list[str]:
    """The facts of a field that are missed (-) or invented (+), in a lasting order."""
    signs = {"-": wanted - got, "+": got - wanted}
    return [
        f"{sign} {fact}"
        for sign, facts in signs.items()
        for fact in sorted(facts.elements(), key=repr)
        if fact[0] == field
    ]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("case", "dialect"), CASES)
def test_an_article_says(case: str, dialect: wikialbum.syntax.Dialect, field: str) -> None:
    wrong = differences(expected(case, dialect), found(case, dialect), field)
    assert not wrong, "\n".join([f"{case}, {dialect}, {field}:", *wrong])


@pytest.mark.parametrize(("case", "dialect"), CASES)
def test_an_article_is_recognised_and_comes_back_as_it_was(case: str, dialect: wikialbum.syntax.Dialect) -> None:
    text = article_text(case, dialect)
    assert wikialbum.parse_article(text).dialect == dialect
    assert_round_trip(text)


def test_every_field_has_a_fact_in_some_article() -> None:
    said = {fact[0] for case in CASES for fact in expected(*case)}
    assert said == set(FIELDS)


def test_each_article_stands_beside_its_album_json() -> None:
    files = {path.relative_to(ARTICLES).as_posix() for path in ARTICLES.rglob("*") if path.is_file()}
    assert files == {f"{case}/{name}" for case, dialect in CASES for name in DIALECTS[dialect]}


def test_a_missed_and_an_invented_fact_are_told_apart() -> None:
    wanted = facts_of(wikialbum.parse_text("= A =\n\nA\n- Genre: Blues, Folk\n").to_dict())
    got = facts_of(wikialbum.parse_text("= A =\n\nA\n- Genre: Blues, Jazz\n").to_dict())
    assert differences(wanted, got, "genres") == ["- ('genres', 'Folk')", "+ ('genres', 'Jazz')"]
    assert differences(wanted, got, "title") == []
