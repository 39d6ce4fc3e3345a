"""Canonical trivia: the same article with blanks, blank lines, markers and alignment as `render` writes them.

Each step changes trivia of one kind. A step after which the article would be read as another album is left out, so
that formatting never changes a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from wikialbum.album import Album
from wikialbum.api import normalize
from wikialbum.records import field_names
from wikialbum.render.writers import template_block
from wikialbum.syntax import inline_nodes, nodes, parse_article
from wikialbum.syntax.nodes import Article, Node
from wikialbum.vocabulary import vocabulary_for
from wikialbum.vocabulary.model import fold

__all__ = ["formatted"]

_OPENING: Final = re.compile(r"\A(?:\ufeff|[ \t]*+(?:\r\n?|\n))++")
_LINE_END: Final = re.compile(r"\r\n?")
_LIST_MARKER: Final = re.compile(r"\s*+(?P<marks>[*#:;]++)[ \t]*+")
_NUMBER: Final = re.compile(r"\s*+(?P<number>\d++)[.)][ \t]*+")


def formatted(article: Article) -> Article:
    """The article in canonical form; see `Article.formatted`."""
    for step in _STEPS:
        text = step(article)
        if text != str(article):
            changed = parse_article(text, dialect=article.dialect)
            if str(changed) == text and _facts(changed) == _facts(article):
                article = changed
    return article


def _facts(article: Article) -> Album:
    return attrs.evolve(normalize(article), diagnostics=())


def _lines(article: Article) -> str:
    """Line feeds alone, no blanks at the ends of lines, one line end at the end, no byte-order mark or blank line first."""
    text = _LINE_END.sub("\n", _OPENING.sub("", str(article)))
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).rstrip("\n") + ("\n" if text.strip() else "")


def _blank_lines(article: Article) -> str:
    """No more than one blank line, one above each heading and below the title, none below other headings."""
    out: list[str] = []
    before: Node | None = None
    gap = False
    for block in _blocks(article):
        if isinstance(block, nodes.Blank):
            gap = True
            continue
        is_heading = isinstance(block, nodes.Heading)
        below_heading = isinstance(before, nodes.Heading)
        below_title = before is not None and before is article.title
        has_blank = bool(out) and out[-1].endswith("\n\n")  # a table that is not closed holds the blank line
        if before is not None and not has_blank and (below_title or (not below_heading and (gap or is_heading))):
            out.append("\n")
        out.append(str(block))
        before, gap = block, False
    return article.bom + "".join(out)


def _blocks(article: Article) -> Iterator[Node]:
    """The headings and blocks of an article, one after the other."""
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        if isinstance(node, Article | nodes.Section):
            stack.extend(reversed(tuple(node.children())))
        else:
            yield node


def _heading(node: nodes.Heading) -> Node:
    if "=" in (node.title[:1], node.title[-1:]):  # without its blanks it would be of another level
        return node
    marks = "=" * node.level
    blank = " " if node.level == 1 else ""
    return attrs.evolve(node, open=marks + blank, close=blank + marks)


def _plain_bullet(node: nodes.BulletItem | nodes.CreditLine) -> Node:
    return _spaced(attrs.evolve(node, marker="-" * node.depth + " "))


def _wiki_bullet(node: nodes.BulletItem | nodes.CreditLine) -> Node:
    match = _LIST_MARKER.fullmatch(node.marker)
    return _spaced(node if match is None else attrs.evolve(node, marker=f"{match['marks']} "))


def _spaced(node: nodes.BulletItem | nodes.CreditLine) -> Node:
    """A credit with one blank on each side of its dash."""
    if isinstance(node, nodes.CreditLine) and node.separator.strip() and node.roles:
        return attrs.evolve(node, separator=f" {node.separator.strip()} ")
    return node


def _numbered_item(node: nodes.NumberedItem) -> Node:
    number, marks = _NUMBER.fullmatch(node.marker), _LIST_MARKER.fullmatch(node.marker)
    if number is not None:
        return attrs.evolve(node, marker=f"{number['number']}. ")
    return node if marks is None else attrs.evolve(node, marker=f"{marks['marks']} ")


def _field(node: nodes.Field) -> Node:
    if not node.separator:
        return node
    value = node.value.strip()
    return attrs.evolve(node, marker="- ", key=node.key.strip(), separator=": " if value else ":", value=value)


def _row(node: nodes.Row) -> Node:
    """A row of the plain dialect; one that the text ends in stays as it is."""
    if not node.close:
        return node
    cells = tuple(attrs.evolve(cell, marker="| ", blank=" " if cell.content else "") for cell in node.cells)
    return attrs.evolve(node, open="", cells=cells, end=node.end.lstrip(" \t"))


def _infoboxes(article: Article) -> str:
    """Infobox templates of many lines with a parameter on each line, the equals signs below each other."""
    words = vocabulary_for(article)

    def aligned(block: inline_nodes.TemplateBlock) -> Node:
        templates = block.templates
        if len(templates) != 1 or str(templates[0]) != block.content or "\n" not in block.content:
            return block
        kind = words.templates.kinds.get(fold(templates[0].title))
        return _aligned(block, templates[0]) if kind == "infobox" else block

    return str(_mapped(article, {inline_nodes.TemplateBlock: aligned}))


def _aligned(block: inline_nodes.TemplateBlock, template: inline_nodes.Template) -> Node:
    pairs = [(each.name.strip(), each.value.strip()) for each in template.parameters if each.equals]
    others = (each for each in template.parameters if not each.equals)
    if any(each.value.strip() for each in others) or "<!--" in template.name or any("<!--" in key for key, _ in pairs):
        return block
    made = template_block(template.name.strip(), pairs)
    return attrs.evolve(made, end=block.end)


def _mapped(node: Node, changes: Mapping[type[Node], Callable[[Any], Node]]) -> Node:
    """A tree with some classes of nodes changed."""
    fields: dict[str, Any] = {}
    for name in field_names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node):
            fields[name] = _mapped(value, changes)
        elif isinstance(value, tuple):
            fields[name] = tuple(_mapped(child, changes) for child in value)
    changed = attrs.evolve(node, **fields) if fields else node
    change = changes.get(type(node))
    return changed if change is None else change(changed)


def _mapping(dialects: Iterable[str], changes: Mapping[type[Node], Callable[[Any], Node]]) -> Callable[[Article], str]:
    """A step that changes some classes of nodes, in articles of some dialects."""
    return lambda article: str(_mapped(article, changes) if article.dialect in dialects else article)


_BOTH: Final = ("plain", "wikitext")

#: The steps, in order; each gives a text.
_STEPS: Final[tuple[Callable[[Article], str], ...]] = (
    _lines,
    _mapping(_BOTH, {nodes.Heading: _heading}),
    _blank_lines,
    _mapping(("plain",), {nodes.Field: _field}),
    _mapping(("plain",), {nodes.BulletItem: _plain_bullet, nodes.CreditLine: _plain_bullet}),
    _mapping(("wikitext",), {nodes.BulletItem: _wiki_bullet, nodes.CreditLine: _wiki_bullet}),
    _mapping(_BOTH, {nodes.NumberedItem: _numbered_item}),
    _mapping(("plain",), {nodes.Row: _row}),
    lambda article: _infoboxes(article) if article.dialect == "wikitext" else str(article),
)
