"""docs/grammar.md explains every rule and terminal of both grammars, and its examples are read as it says."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

import pages
import wikialbum
from wikialbum import syntax
from wikialbum.syntax import grammars

PAGE = pages.read(pages.DOCS / "grammar.md")
DIALECTS: tuple[syntax.Dialect, ...] = ("plain", "wikitext")

#: The level-2 headings below which the items of a dialect stand.
PARTS = {"plain": ("The rules", "The plain dialect"), "wikitext": ("The rules", "Wikitext")}

#: Terminals that look at more than they read: their examples go on behind it.
LOOKING_AHEAD = {"NAME_LINE", "OPEN_LINK", "OPEN_EXTERNAL"}


class Item(NamedTuple):
    """What the page says of some names: the text without the example, and the example, if there is one."""

    names: tuple[str, ...]
    text: str
    example: str | None


def section(title: str) -> str:
    """The text below a heading of level 2 or 3."""
    match = re.search(rf"^(##+) {re.escape(title)}\n(.*?)(?=^##? |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert match is not None, title
    return match[2]


def items(text: str) -> list[Item]:
    found = []
    for match in re.finditer(r"^- ((?:`\w+`(?:, )?\s*)+): (.*?)(?=^- |^#|\n\n|\Z)", text, re.DOTALL | re.MULTILINE):
        told, _, example = " ".join(match[2].split("\n")).partition("Such as: ")
        read = re.search(r"`(.*)`", example)
        found.append(Item(tuple(re.findall(r"`(\w+)`", match[1])), told, read and read[1].replace("↵", "\n")))
    return found


def subsection(title: str) -> list[Item]:
    match = re.search(rf"^### {re.escape(title)}\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert match is not None, title
    return items(match[1])


def defined(dialect: syntax.Dialect) -> set[str]:
    """The names that a grammar defines."""
    return set(re.findall(r"^(\w+)(?:\.-?\d+)?\s*:", grammars.grammar_text(dialect), re.MULTILINE))


BLOCKS = {
    "plain": subsection("Plain blocks"),
    "wikitext": subsection("Wikitext blocks"),
}
LINES = {
    "plain": subsection("Plain lines and cells"),
    "wikitext": [
        item
        for title in (
            "Wikitext lines",
            "Wikitext tables",
            "Wikitext delimiters",
            "Inside a template, and inside a line",
        )
        for item in subsection(title)
    ],
}


def node_of(dialect: syntax.Dialect, terminal: str) -> str:
    """The class that the page says a block becomes."""
    (item,) = (item for item in BLOCKS[dialect] if terminal in item.names)
    names: list[str] = re.findall(r"`([A-Z][A-Za-z]+)`", item.text)
    return names[-1]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_rule_and_terminal_is_explained_once(dialect: syntax.Dialect) -> None:
    told = [name for title in PARTS[dialect] for item in items(section(title)) for name in item.names]
    assert sorted(told) == sorted(defined(dialect))


@pytest.mark.parametrize(
    ("dialect", "item"),
    [
        (dialect, item)
        for dialect in DIALECTS
        for item in BLOCKS[dialect]
        if item.example and "TITLE" not in item.names[:1]
    ],
    ids=str,
)
def test_a_block_becomes_what_the_page_says(dialect: syntax.Dialect, item: Item) -> None:
    assert item.example is not None
    article = wikialbum.parse_article(item.example, dialect=dialect)
    first = next(article.children())
    assert type(first).__name__ == node_of(dialect, item.names[0])


def test_a_title_becomes_the_title_of_the_article() -> None:
    (item,) = (item for item in BLOCKS["plain"] if item.names == ("TITLE",))
    assert item.example is not None
    title = wikialbum.parse_article(item.example).title
    assert title is not None
    assert str(title) == item.example


@pytest.mark.parametrize(
    ("dialect", "item"), [(dialect, item) for dialect in DIALECTS for item in LINES[dialect]], ids=str
)
def test_a_part_reads_its_example(dialect: syntax.Dialect, item: Item) -> None:
    (name,) = item.names
    assert item.example is not None
    pattern = grammars.part(grammars.load(dialect), name)
    match = pattern.match(item.example + "-" if name in LOOKING_AHEAD else item.example)
    assert match is not None
    assert match.end() > 0
    if name not in LOOKING_AHEAD:
        assert match[0] == item.example


def annotated(dialect: syntax.Dialect) -> tuple[str, list[str]]:
    """The article on the left of the page's annotation of a dialect, and the terminals on its right."""
    block = list(pages.blocks(pages.DOCS / "grammar.md", "text"))[DIALECTS.index(dialect)]
    rows = [match.groups() for match in re.finditer(r"^(.*?) +([A-Z_0-9]+)$", block.code, re.MULTILINE)]
    assert len(rows) == block.code.count("\n")
    return "".join(f"{line}\n" for line, _ in rows), [terminal for _, terminal in rows]


def line_nodes(article: syntax.Article) -> dict[int, str]:
    """The class of the block on each line of an article; of a heading, `Section`."""
    headings = [section.heading for section in article.sections()]
    blocks = [*article.walk_blocks(), *headings, *([article.title] if article.title else [])]
    found: dict[int, str] = {}
    for block in blocks:
        assert block.span is not None
        name = "Section" if isinstance(block, syntax.Heading) else type(block).__name__
        found |= {block.span.line + row: name for row in range(str(block).count("\n"))}
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_annotated_article_is_read_as_annotated(dialect: syntax.Dialect) -> None:
    text, terminals = annotated(dialect)
    article = wikialbum.parse_article(text, dialect=dialect)
    nodes = [node for _, node in sorted(line_nodes(article).items())]
    assert nodes == [node_of(dialect, terminal) for terminal in terminals]
    levels = [str(section.level) for section in article.sections()]
    assert levels == [terminal[-1] for terminal in terminals if terminal.startswith("HEADING_")]
