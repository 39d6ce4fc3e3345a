"""The quick look that tells album articles from other pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from wikialbum.extract import is_album_article, skip_reason
from wikialbum.sources import Record

ARTICLES = Path(__file__).parent / "articles"


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*/*.*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_album_article_is_one(path: Path) -> None:
    if path.suffix in {".txt", ".wiki"}:
        assert is_album_article(path.read_bytes().decode())


@pytest.mark.parametrize(
    "text",
    [
        "{{Infobox album}}",
        "{{ infobox_Album <!-- as ever -->\n| name = A\n}}",
        "{{Infobox film}}\n== Music ==\n{{Infobox album\n| name = A}}",
        "{{Infobox song|name=A}}",
        "{{Infobox album",
        "= A =\n\nA\n- Type: studio\n",
        "\ufeff\n= A =\r\n\r\nA\r\n- Released: 1992\r\n- Artist: B\r\n",
        "- Artist: B",
        "= A =\n\nAn album.\n\n== Track listing ==\n1. One\n",
    ],
)
def test_an_album_article_is_known(text: str) -> None:
    assert is_album_article(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{{Infobox albums of the year}}",
        "{{Infobox person}}\n== Albums ==\n* ''A''",
        "A page about {{tl|Infobox album}}.",
        "= A =\n\nA\n- Born: 1950\n- Type: person\n",
        "= A =\n\n- Artist without a colon\n",
        "{{Infobox film}}\n== Track listing ==\n# One",
        "See [[A]].\n== Tracks ==\n* animals",
    ],
)
def test_other_pages_are_known(text: str) -> None:
    assert not is_album_article(text)


@pytest.mark.parametrize(
    ("namespace", "text", "reason"),
    [
        (0, "{{Infobox album}}", None),
        (1, "{{Infobox album}}", "other namespace"),
        (0, " #redirect [[A]] {{R from album}}", "redirect"),
        (0, "An animal.", "no album article"),
    ],
)
def test_the_reason_why_a_page_is_passed_over(namespace: int, text: str, reason: str | None) -> None:
    assert skip_reason(Record("1", "A", text, "a.xml", namespace)) == reason


@pytest.mark.parametrize(
    "piece", ["{{ ", "{{infobox ", "{{infobox album_", "=", "= ", "- a", "- a:\n", "==a\n", "\n", " \n"]
)
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    def duration(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        is_album_article(text)
        return time.perf_counter() - start

    duration(1000)
    assert min(duration(800_000) for _ in range(2)) < 40 * max(min(duration(100_000) for _ in range(3)), 0.001)
