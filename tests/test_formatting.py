"""A formatted article is read as the same album, and is its own formatted form."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wikialbum import Album, Article, normalize, parse_article, parse_text, render
from wikialbum.syntax import Dialect

ARTICLES = Path(__file__).parent / "articles"
SHARED = Path(__file__).parents[2] / "shared" / "wikitext"
FILES = sorted([*ARTICLES.glob("*/plain.txt"), *ARTICLES.glob("*/article.wiki"), *SHARED.glob("*.wiki")])
DIALECTS: tuple[Dialect, ...] = ("plain", "wikitext")


def facts(article: Article) -> Album:
    return attrs.evolve(normalize(article), diagnostics=())


def is_canonical(article: Article) -> None:
    done = article.formatted()
    assert facts(done) == facts(article)
    assert parse_article(str(done), dialect=done.dialect) == done
    assert str(done.formatted()) == str(done)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_a_real_article_keeps_its_album_and_is_formatted_once(file: Path) -> None:
    is_canonical(parse_article(file.read_bytes().decode()))


PIECES = ["= T =", "== S ==", "===Sub===", "X", "- Key : v ", "-  Ann  – harp", "* Bo - oud ", '1) "One" – 3:45', "# Two",
          "|a|  b |", "| c |", ";L", "text ", "{{Infobox album\n|name=X\n| type= ep }}", "{|\n|a\n|}", "<pre> a  \n</pre>", "", " "]  # fmt: skip
composed = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\r\n", "\n\n", "\n \n\n"])), max_size=12)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(parts=composed)
@settings(deadline=None)
def test_any_article_keeps_its_album_and_is_formatted_once(dialect: Dialect, parts: list[tuple[str, str]]) -> None:
    is_canonical(parse_article("".join(piece + end for piece, end in parts), dialect=dialect))


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("file", FILES[:20], ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_is_rendered_is_formatted(file: Path, dialect: Dialect) -> None:
    text = render(parse_text(file.read_bytes().decode()), dialect)
    assert str(parse_article(text, dialect=dialect).formatted()) == text


CASES: list[tuple[Dialect, str, str]] = [
    ("plain", "\ufeff== A ==\r\n\r\nText. \r\n\r\n\r\nMore.", "==A==\nText.\n\nMore.\n"),
    ("plain", "= T =\nX\n-  Type :  live \n- Label:\n==A==\n", "= T =\n\nX\n- Type: live\n- Label:\n\n==A==\n"),
    ("plain", "* Ann Lee  –  harp\n** Bo\n• Cy\n", "- Ann Lee – harp\n-- Bo\n- Cy\n"),
    ("plain", '1) "One" – 3:45\n2.  "Two"\n', '1. "One" – 3:45\n2. "Two"\n'),
    ("plain", "|a|  b |\n| c||\n| cut", "| a | b |\n| c | |\n| cut\n"),
    ("wikitext", "*Ann Lee – harp\n**  Bo\n#x\n", "* Ann Lee – harp\n** Bo\n# x\n"),
    ("wikitext", "{{Infobox album\n|name=X\n| artist =  Y}}\n", "{{Infobox album\n| name   = X\n| artist = Y\n}}\n"),
    ("wikitext", "{{Infobox album|name=X}}\n", "{{Infobox album|name=X}}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "text", "expected"), CASES)
def test_trivia_becomes_canonical(dialect: Dialect, text: str, expected: str) -> None:
    assert str(parse_article(text, dialect=dialect).formatted()) == expected
