"""Text to tree and back: the syntax tree of an article, lossless in both dialects."""

from __future__ import annotations

from wikialbum.syntax.nodes import (
    Article,
    Blank,
    Block,
    BulletItem,
    BulletList,
    Cell,
    CreditLine,
    Dialect,
    Field,
    GroupLabel,
    Heading,
    Infobox,
    InfoboxName,
    ListItem,
    Node,
    NumberedItem,
    NumberedList,
    Paragraph,
    Row,
    Section,
    Sections,
    Table,
)

__all__ = [
    "Article",
    "Blank",
    "Block",
    "BulletItem",
    "BulletList",
    "Cell",
    "CreditLine",
    "Dialect",
    "Field",
    "GroupLabel",
    "Heading",
    "Infobox",
    "InfoboxName",
    "ListItem",
    "Node",
    "NumberedItem",
    "NumberedList",
    "Paragraph",
    "Row",
    "Section",
    "Sections",
    "Table",
    "parse_article",
]


def parse_article(text: str) -> Article:
    r"""Read the text of an article as a lossless syntax tree: `str(article) == text` for every string.

    Args:
        text: The whole article.

    Examples:
        >>> article = parse_article("= Rush =\n\nRush\n- Type: Soundtrack\n")
        >>> article.title.text, article.infobox.get("type")
        ('Rush', 'Soundtrack')
        >>> str(article) == "= Rush =\n\nRush\n- Type: Soundtrack\n"
        True
    """
    from wikialbum.syntax.plain import read_plain  # noqa: PLC0415 - a grammar is loaded when its dialect is first read

    return read_plain(text)
