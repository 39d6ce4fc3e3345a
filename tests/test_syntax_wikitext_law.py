"""The law in the MediaWiki dialect: every text comes back as it was, level by level, in linear time."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tree_fields import text_fields
from wikialbum.syntax import Article, Dialect, Node, Text, Wikitext, parse_article

SHARED = Path(__file__).parents[2] / "shared"

PIECES = [
    "= Title =", "== Section ==", "===Sub=== <!-- c -->", "====", "===a==", "=", "{{Infobox album\n| name = X\n", "}}",
    "{{Start date|1995|10|14|df=yes}}", "{{hlist|a|[[b]]}}", "{{", "{{{", "}}}", "{{{1|x}}}", "{{snd}}", "{{!}}",
    "[[A|B]]", "[[File:a.jpg|thumb|[[b]] c]]", "[[Category:X]]", "[[de:X]]", "[[", "]]", "[http://a.b c]", "[http://",
    "[", "]", "|", "||", "!!", "!", "| a | b", '! scope="col"| H', "{|", '{| class="x"', "|-", '|- style="x"', "|}", "|}}",
    "|}}}", "|+ Caption", "{{Album chart|UK|1}}", "<ref>x</ref>", '<ref name="a" />', "<ref>", "</ref>", "<!--", "-->",
    "<nowiki>", "</nowiki>", "<small>", "</small>", "<br />", "<BR>", "<span style='a|b'>", "<pre>", "</pre>", "<math>",
    "* Ann – harp", "** [[Bo]] - oud", "# One – 3:45", "#* note", ":indent", ";Side one", "'''Side two'''", '"Song"',
    '<ol start="5">', "<li>", "</li>", "</ol>", "<ul>", '#<li value="7"> x', "''", "'''", "'''''", "&nbsp;", "&ndash;",
    "Production", "A sentence.", "(", '"', "", " ", "\t", "\ufeff", "\x10", "\x13\x13", "\x16", "\u2028", "__NOTOC__",
]  # fmt: skip
LINE_ENDS = ["\n", "\r\n", "\r", "\n\n", "", ""]

any_text = st.text(st.characters(exclude_categories=()))
composed_text = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(LINE_ENDS))).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)
delimiters = st.text(st.sampled_from(list("{}[]|<>!-='/\n a")), max_size=60)


def fields(node: Node) -> Iterator[object]:
    for field in attrs.fields(type(node)):
        if field.eq:
            yield getattr(node, field.name)


def sources(root: Node) -> Iterator[Wikitext]:
    """All source texts below a node, at every depth."""
    stack: list[object] = [root]
    while stack:
        here = stack.pop()
        if isinstance(here, Wikitext):
            yield here
            stack.extend(here.inlines)
        elif isinstance(here, tuple):
            stack.extend(here)
        elif isinstance(here, Node):
            stack.extend(fields(here))


def tiles(node: Node, text: str) -> None:
    """Each child's span says where its text is, and children do not overlap."""
    at = 0
    for child in node.children():
        assert child.span is not None
        assert child.span.offset >= at
        assert text[child.span.offset : child.span.end] == str(child)
        at = child.span.end
        tiles(child, text)


def holds(text: str) -> Article:
    article = parse_article(text, dialect="wikitext")
    assert str(article) == text
    tiles(article, text)
    for source in sources(article):
        assert "".join(map(str, source.inlines)) == source
        assert text[source.offset : source.offset + len(source)] == source
        for node in source.inlines:
            assert node.span is not None
            assert text[node.span.offset : node.span.end] == str(node)
            before = text[: node.span.offset].removeprefix("\ufeff")
            lines = re.split(r"\r\n?|\n", before)
            assert (node.span.line, node.span.column) == (len(lines), len(lines[-1]) + 1)
        assert isinstance(source.text, str)
        if "{|" not in source:  # a table begins with its line, which the text alone does not tell
            assert shape(source) == shape(Wikitext.at(source, None, 0, source.depth))
    return article


def shape(source: Wikitext) -> list[tuple[type, str]]:
    """The inlines of a text, found by the pass over the whole article or, in a text that knows of none, by its own."""
    return [(type(node), str(node)) for node in source.inlines]


@given(any_text)
def test_any_text_round_trips(text: str) -> None:
    holds(text)


@given(composed_text)
def test_text_composed_of_the_dialect_round_trips(text: str) -> None:
    holds(text)


@given(delimiters)
def test_delimiters_in_disorder_round_trip(text: str) -> None:
    holds(text)


@given(composed_text)
def test_what_was_printed_is_read_as_the_same_tree(text: str) -> None:
    article = parse_article(text, dialect="wikitext")
    assert parse_article(str(article), dialect="wikitext") == article


@given(composed_text, st.sampled_from([None, "plain", "wikitext"]))
def test_every_dialect_reads_every_text(text: str, dialect: Dialect | None) -> None:
    assert str(parse_article(text, dialect=dialect)) == text


@given(composed_text, st.data())
def test_changing_one_field_changes_exactly_that(text: str, data: st.DataObject) -> None:
    article = parse_article(text, dialect="wikitext")
    places = text_fields(article)
    if not places:
        return
    node, name = data.draw(st.sampled_from(places))
    old = getattr(node, name)
    changed = str(article.replace(node, attrs.evolve(node, **{name: old + "☃"})))
    assert changed.replace("☃", "", 1) == text


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference material is not here")
def test_real_articles_round_trip() -> None:
    files = [*SHARED.glob("wikitext/*.wiki"), *SHARED.glob("cases/*/article.wiki"), *SHARED.glob("cases/*/plain.txt")]
    assert len(files) > 50
    for file in files:
        text = file.read_text("utf-8")
        article = parse_article(text, dialect="wikitext")
        assert str(article) == text, file
        assert all("".join(map(str, source.inlines)) == source for source in sources(article)), file


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference material is not here")
def test_inputs_of_the_mediawiki_parser_tests_round_trip() -> None:
    lines = (SHARED / "wikitext" / "mediawiki-parser-tests.jsonl").read_text("utf-8").splitlines()
    assert len(lines) > 2000
    for line in lines:
        text = json.loads(line)["wikitext"]
        article = parse_article(text, dialect="wikitext")
        assert str(article) == text
        assert all("".join(map(str, source.inlines)) == source for source in sources(article)), text


#: Texts that grow with a number; each was, or could be, quadratic in a careless reader.
GROWING = {
    "open templates": "{{" , "templates in templates": "{{a|", "closed braces": "}}", "open links": "[[a|",
    "closed links": "]]", "open tables": "\n{|", "table marks": "\n{|\n|}", "row marks": "\n|-", "references": "<ref>",
    "named references": '<ref name="a">', "comments": "<!--", "comment ends": "-->", "nowiki": "<nowiki>", "tags": "<b>",
    "closing tags": "</b>", "external links": "[http://a ", "external links in lines": "[http://a b\n", "bars": "|",
    "bar rows": "\n||||", "exclamations": "\n!!!!", "equals": "=", "headings": "\n== a", "quotes": '"', "quoted": '\n"a" /',
    "parentheses": "(", "apostrophes": "'", "styles": "''a'''b", "blanks": " ", "blank lines": "\n \n", "dashes": " –",
    "bullets": "\n* a – b", "entities": "&nbsp;", "html lists": '\n<ol start="5"><li>', "html items": "<li>a</li>",
    "tags in attributes": "<span ", "labels": "\n;a", "bold labels": "\n'''a", "files": "[[File:a|[[b]]", "mixed": "{{[[<ref>{|",
    "crossed": "{{[[}}]]", "table cells": "\n| a || b ! c", "attributes": "\n| a | b", "brace runs": "{{{}}", "brackets": "[",
}  # fmt: skip


def _seconds(text: str) -> float:
    """The best of three times to read a text, and to read on into what it holds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        article = parse_article(text, dialect="wikitext")
        str(article)
        for source in sources(article):
            source.text  # noqa: B018 - read for its time
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = piece * (4_000 // len(piece)), piece * (32_000 // len(piece))
    # Eight times the text: a quadratic reader takes 64 times as long.
    assert _seconds(long) < 24 * _seconds(short) + 0.05


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{{", "}}"),
        ("{{a|", "}}"),
        ("[[a|", "]]"),
        ("<ref>", "</ref>"),
        ("\n{|\n|\n", "\n|}"),
        ("<b>", "</b>"),
        ("{{a|", ""),
    ],
)
def test_nesting_without_end_is_read_without_recursion(opening: str, closing: str) -> None:
    text = opening * 20_000 + "x" + closing * 20_000
    article = parse_article(text, dialect="wikitext")
    assert str(article) == text
    assert sum(1 for _ in article.walk()) < 100
    assert max((source.depth for source in sources(article)), default=0) <= 40
    assert all(isinstance(block.text, str) for block in article.lead)


def test_below_the_depth_limit_markup_is_text() -> None:
    source = Wikitext("<b>" * 60 + "x" + "</b>" * 60)
    depth = 0
    while not isinstance(source.inlines[0], Text):
        source = source.inlines[0].content  # type: ignore[attr-defined]
        depth += 1
    assert depth == 40
