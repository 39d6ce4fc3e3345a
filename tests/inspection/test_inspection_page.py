"""The page is whole, safe and not much longer than its article, whatever the article is."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from parsed_page import ParsedPage

import wikialbum
from nasty_texts import NASTY
from wikialbum.inspection import page

ARTICLES = Path(__file__).parents[1] / "articles"
FILES = sorted([*ARTICLES.glob("*/plain.txt"), *ARTICLES.glob("*/article.wiki")])
IDS = [f"{file.parent.name}-{file.stem}" for file in FILES]

ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "h5", "p", "nav", "main", "section",
    "ol", "ul", "li", "dl", "dt", "dd", "div", "span", "a", "b", "i", "code", "label", "input", "script",
}  # fmt: skip
HOSTILE = """= </title><script>alert(1)</script> =

<b>" onclick="alert(1)</b>
- Type: <script>alert(2)</script>
- Artist: </style><img src=x onerror=alert(3)>
- Genre: ' autofocus onfocus='alert(4), <!-- comment
- Released: one fine day <svg onload=alert(5)>
- </script><script>alert(6)</script>: x

==Track listing==
1. "&lt;b&gt; &amp;amp;" (<iframe src="http://example.org">) – 3:00

==Personnel==
- <a href="javascript:alert(7)">Ann</a> – harp ]]> \u2028 \0 \u202e
"""

PIECES = st.sampled_from([
    "= Jug =\n", "Jug\n- Genre: a, b\n", "- Released: <b>\n", "==Personnel==\n", "- Ann – harp\n", '1. "One" – 1:00\n',
    "{{Infobox album|name=", "|genre=x", "}}", "[[Category:", "]]", "<script>", "</script>", "<!--", "-->", "&amp;", '"', "'",
    "\0", "\r", "\r\n", "\n", "\u2028", "\u202e", "\ud800", "\ufeff", "\x85", " ", "⟨NUL⟩", "==Charts==\n| A | b |\n",
])  # fmt: skip
ARTICLE_TEXTS = st.lists(PIECES | st.text(st.characters(codec=None), max_size=5), max_size=20).map("".join)


@given(ARTICLE_TEXTS)
@example(HOSTILE)
@example("")
@example("\ufeff")
@example("a\r\n\rb\n\n")
def test_the_page_shows_the_source_exactly_and_nothing_of_it_becomes_markup(text: str) -> None:
    parsed = ParsedPage(page(text))
    assert parsed.source == text
    assert {element.tag for element in parsed.elements} <= ELEMENTS
    assert [name for element in parsed.elements for name in element.attributes if name.startswith("on")] == []
    assert sum(element.tag == "script" for element in parsed.elements) == 1


@given(ARTICLE_TEXTS)
@example(HOSTILE)
def test_every_link_leads_to_a_place_on_the_page_and_nothing_is_fetched(text: str) -> None:
    parsed = ParsedPage(page(text))
    ids = [element.attributes["id"] for element in parsed.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in parsed.elements:
        assert {"src", "srcset", "action", "style", "data", "poster"}.isdisjoint(element.attributes)
        for name in ("href", "for", "aria-labelledby"):
            target = element.attributes.get(name)
            assert target is None or target.removeprefix("#") in ids
            assert target is None or name != "href" or target.startswith("#")


@given(ARTICLE_TEXTS)
@example("{{Infobox album|name=Jug\n|genre=x}}")
def test_every_link_of_a_fact_begins_where_its_text_does(text: str) -> None:
    parsed = ParsedPage(page(text))
    for element in parsed.of_class("fact"):
        href = element.attributes.get("href") or ""
        if href.startswith("#s"):
            first, last = map(int, re.findall(r"\d+", str(element.attributes["data-at"]))[:2])
            landing = int(href.removeprefix("#s"))
            assert first <= landing <= last
            assert all(parsed.ids[f"s{number}"].tag == "span" for number in range(first, landing))


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_the_page_of_an_article_has_all_its_lines(file: Path) -> None:
    text = file.read_bytes().decode()
    parsed = ParsedPage(page(text))
    assert parsed.source == text
    lines = [
        element
        for element in parsed.elements
        if element.tag == "li" and str(element.attributes.get("id")).startswith("L")
    ]
    assert [line.source for line in lines] == re.findall(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+", text)
    assert [line.attributes["id"] for line in lines] == [f"L{number}" for number in range(1, len(lines) + 1)]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_headings_leave_out_no_level_and_regions_have_names(file: Path) -> None:
    parsed = ParsedPage(page(file.read_bytes().decode()))
    levels = [int(element.tag[1]) for element in parsed.elements if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    panes = parsed.of_class("pane")
    assert [parsed.ids[str(pane.attributes["aria-labelledby"])].text for pane in panes] == ["Source", "Album"]


def test_the_policy_lets_only_the_style_and_the_script_of_the_page_work() -> None:
    parsed = ParsedPage(page(HOSTILE))
    (policy,) = (each.attributes["content"] for each in parsed.elements if "http-equiv" in each.attributes)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        (element,) = (each for each in parsed.elements if each.tag == tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"


def test_style_and_script_end_no_element_and_fetch_nothing() -> None:
    for name in ("page.css", "page.js"):
        text = (resources.files("wikialbum.inspection") / name).read_text(encoding="utf-8")
        for word in ("</", "<!--", "http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "innerHTML"):
            assert word not in text, (name, word)


def test_a_tree_is_shown_as_the_text_that_it_prints() -> None:
    article = wikialbum.parse_article("{{Infobox album|name=Jug}}\n").set_field("artist", "Ann")
    assert page(article) == page(str(article), dialect="wikitext")
    assert ParsedPage(page(article)).source == str(article)


def test_the_dialect_and_the_title_can_be_told() -> None:
    html = page("* Ann – harp\n", dialect="plain", title="Jug & <Co>")
    assert "<title>Jug &amp; &lt;Co&gt; – inspected</title>" in html
    assert "plain</p>" in html


@pytest.mark.parametrize("name", NASTY)
def test_the_size_of_the_page_is_linear_in_that_of_the_article(name: str) -> None:
    empty, small, large = (len(page(NASTY[name](size))) for size in (1, 3_000, 30_000))
    assert large - empty <= 11 * max(small - empty, 3_000)


def test_many_doubts_about_one_place_with_many_facts_do_not_multiply() -> None:
    sizes = [len(page(f"Jug\n- Label: {'a (b, ' * count}\n")) for count in (100, 1000)]
    assert sizes[1] <= 11 * sizes[0]
