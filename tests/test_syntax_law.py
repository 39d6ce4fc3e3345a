"""The law of the syntax tree: every text comes back as it was, and the spans tile it."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tree_fields import text_fields
from wikialbum.syntax import Article, Dialect, Heading, Node, parse_article

PIECES = [
    "= Title =", "== Section ==", "===Sub===", "====", "== a ===", "===a==", "==", "=",
    "Rush", "- Type: Soundtrack", "- Key:", "- Next Title: ", "- no key", "Name, 名前",
    "- Ann Lee – vocals, harp (track 2)", '- A "B – C" D - drums', "-- Bo – viola", "  - Cy — cello", "* Di", "- ",
    "-5 degrees", "---", '1. "One" (Lee) – 3:45', "# Two", "2) Three", "100. Four", ";Side one", "'''Side two'''",
    '"Song"', 'On "X" and "Y":', "Production", "A sentence.", "| Chart (1992) | Peak position |", "| A | 24 |",
    "| cut", "|", "||", "| a |  |  ", " | b | ", "", " ", "\t", "'''", "''", "(", '"', "•", "\ufeff", "\x00", "\u2028",
    "{{Infobox album", "| name = X", "}}", "[[A|B]]", "{|", "|-", "|}", "<ref>x</ref>", "<!-- c -->",
]  # fmt: skip
LINE_ENDS = ["\n", "\r\n", "\r", "\n\n", "", "\u2028"]

any_text = st.text(st.characters(exclude_categories=()))
composed_text = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(LINE_ENDS))).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)


def holds(text: str) -> None:
    article = parse_article(text)
    assert str(article) == text
    tiles(article, text)


def tiles(node: Node, text: str) -> None:
    """Each child's span says where its text is, and children do not overlap."""
    at = 0
    for child in node.children():
        assert child.span is not None
        assert child.span.offset >= at
        assert text[child.span.offset : child.span.end] == str(child)
        bom = len(text) - len(text.removeprefix("\ufeff"))  # a byte-order mark takes no column
        line_start = max(bom - 1, text.rfind("\n", 0, child.span.offset), _last_return(text, child.span.offset)) + 1
        assert child.span.column == child.span.offset - line_start + 1
        assert child.span.line == _lines(text[: child.span.offset]) + 1
        at = child.span.end
        tiles(child, text)


def _last_return(text: str, end: int) -> int:
    """The last `\\r` before `end` that ends a line of its own."""
    at = text.rfind("\r", 0, end)
    return at if at < 0 or text[at + 1 : at + 2] != "\n" else text.rfind("\n", 0, end)


def _lines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


@given(any_text)
def test_any_text_round_trips(text: str) -> None:
    holds(text)


@given(composed_text)
def test_text_composed_of_the_dialect_round_trips(text: str) -> None:
    holds(text)


@pytest.mark.parametrize("dialect", ["plain", "wikitext"])
@given(text=composed_text.map(lambda text: text.replace("\r", "\n")))
def test_a_tree_is_the_same_whatever_ends_the_lines(dialect: Dialect, text: str) -> None:
    other = parse_article(text.replace("\n", "\r\n"), dialect=dialect)
    assert contents(other) == contents(parse_article(text, dialect=dialect))


def contents(article: Article) -> list[tuple[str, str, str]]:
    """The text of all nodes with their classes and fields; of line ends, those of one kind."""
    fields = [(node, name, getattr(node, name)) for node, name in text_fields(article)]
    return [(type(node).__name__, name, text.replace("\r\n", "\n")) for node, name, text in fields]


def test_the_tree_keeps_no_copy_of_the_source() -> None:
    article = parse_article("= T =\n\n== Personnel ==\n- Ann – harp\n")
    (section,) = article.sections
    changed = attrs.evolve(
        article, sections=(attrs.evolve(section, heading=attrs.evolve(section.heading, title="Credits")),)
    )
    assert str(changed) == "= T =\n\n== Credits ==\n- Ann – harp\n"


@given(composed_text, st.data())
def test_changing_one_field_changes_exactly_that(text: str, data: st.DataObject) -> None:
    article = parse_article(text)
    places = text_fields(article)
    if not places:
        return
    node, name = data.draw(st.sampled_from(places))
    old = getattr(node, name)
    changed = str(article.replace(node, attrs.evolve(node, **{name: old + "☃"})))
    assert changed.replace("☃", "", 1) == text if "☃" not in text else changed != text


def test_replace_refuses_a_node_of_another_tree() -> None:
    with pytest.raises(LookupError, match="Heading is no node of this Article"):
        parse_article("= T =\n").replace(Heading(), Heading())
