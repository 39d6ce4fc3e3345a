"""Text to tree and back: the syntax tree of an article, lossless in both dialects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from wikialbum.collector import resting_collector
from wikialbum.syntax.dialect import recognise_dialect
from wikialbum.syntax.inline_nodes import (
    Comment,
    ExternalLink,
    Inline,
    Link,
    Nowiki,
    Parameter,
    Reference,
    Style,
    Tag,
    Template,
    TemplateBlock,
    Text,
)
from wikialbum.syntax.markup import Wikitext
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
from wikialbum.syntax.plain import read_plain
from wikialbum.syntax.wikitext import read_wikitext

__all__ = [
    "Article",
    "Blank",
    "Block",
    "BulletItem",
    "BulletList",
    "Cell",
    "Comment",
    "CreditLine",
    "Dialect",
    "ExternalLink",
    "Field",
    "GroupLabel",
    "Heading",
    "Infobox",
    "InfoboxName",
    "Inline",
    "Link",
    "ListItem",
    "Node",
    "Nowiki",
    "NumberedItem",
    "NumberedList",
    "Paragraph",
    "Parameter",
    "Reference",
    "Row",
    "Section",
    "Sections",
    "Style",
    "Table",
    "Tag",
    "Template",
    "TemplateBlock",
    "Text",
    "Wikitext",
    "parse_article",
    "recognise_dialect",
]


def parse_article(text: str, *, dialect: Dialect | None = None) -> Article:
    r"""Read the text of an article as a lossless syntax tree: `str(article) == text` for every string.

    Args:
        text: The whole article.
        dialect: `plain` or `wikitext`; recognised from the text where it is not given.

    Raises:
        ValueError: `dialect` is neither.

    Examples:
        >>> article = parse_article("= Rush =\n\nRush\n- Type: Soundtrack\n")
        >>> article.title.text, article.infobox.get("type")
        ('Rush', 'Soundtrack')
        >>> str(article) == "= Rush =\n\nRush\n- Type: Soundtrack\n"
        True
        >>> article = parse_article("{{Infobox album\n| name = [[Rush (album)|Rush]]\n}}\n")
        >>> article.dialect, article.templates("infobox album")[0].get("name").text
        ('wikitext', 'Rush')
    """
    dialect = dialect or recognise_dialect(text)
    read = _READERS.get(dialect)
    if read is None:
        raise ValueError(f"no such dialect: {dialect!r}; there are 'plain' and 'wikitext'")
    with resting_collector(len(text)):
        return read(text)


_READERS: Final[dict[str, Callable[[str], Article]]] = {"plain": read_plain, "wikitext": read_wikitext}
