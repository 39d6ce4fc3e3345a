"""The prose of an article as plain text, for those who want to read or search it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from wikialbum.syntax.inline_nodes import TemplateBlock
from wikialbum.syntax.nodes import (
    Article,
    Block,
    BulletList,
    GroupLabel,
    Node,
    NumberedList,
    Paragraph,
    Row,
    Section,
    Table,
)

__all__ = ["TextSection", "TextTable", "lead_text", "text_sections", "text_tables"]


@attrs.frozen
class TextSection:
    """A section as text.

    Attributes:
        title: The heading.
        level: The heading's level: 2 for an outermost section of most articles, to 6.
        text: The prose below the heading, without that of the subsections; paragraphs are parted by blank lines, and
            items of lists stand on lines of their own.
        subsections: The sections of a deeper level.
    """

    title: str = ""
    level: int = 2
    text: str = ""
    subsections: tuple[TextSection, ...] = ()


@attrs.frozen
class TextTable:
    """A table as text.

    Attributes:
        section: The headings above the table, from the outside in; empty in the lead.
        rows: The texts of the cells, row by row; a header is a row like others, and rows may differ in length.
    """

    section: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def lead_text(article: Article) -> str:
    r"""The prose before the first section, paragraphs parted by blank lines; the infobox is no prose.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> lead_text(parse_article("= Rush =\n\nRush\n- Type: Soundtrack\n\nRush is an album.\n\nIt sold well.\n"))
        'Rush is an album.\n\nIt sold well.'
    """
    return _prose(article.lead)


def text_sections(article: Article) -> tuple[TextSection, ...]:
    r"""The sections of an article as text, nested as in the article.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> article = parse_article("== Personnel ==\n=== Band ===\n- Ann Lee – harp\n- Bo Day – drums\n")
        >>> text_sections(article)[0].subsections
        (TextSection(title='Band', level=3, text='Ann Lee – harp\nBo Day – drums', subsections=()),)
    """
    return tuple(map(_text_section, article.sections))


def text_tables(article: Article) -> tuple[TextTable, ...]:
    r"""Every table of an article as text, in order.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> text_tables(parse_article("== Charts ==\n| Chart | Peak |\n| UK Albums | 7 |\n"))
        (TextTable(section=('Charts',), rows=(('Chart', 'Peak'), ('UK Albums', '7'))),)
    """
    lead = (_text_table(table, ()) for table in _tables(article.lead))
    return (*lead, *(table for section in article.sections for table in _section_tables(section, ())))


def _text_section(section: Section) -> TextSection:
    subsections = tuple(map(_text_section, section.subsections))
    return TextSection(section.title, section.level, _prose(section.blocks), subsections)


def _prose(blocks: Iterable[Block]) -> str:
    """The texts of the blocks that are prose, parted by blank lines."""
    texts = (_READERS[type(block)](block) for block in blocks if type(block) in _READERS)
    return "\n\n".join(text for text in texts if text)


def _block_text(block: Node) -> str:
    return _lines(block.text)


def _list_text(block: BulletList | NumberedList) -> str:
    """The items of a list, each on one line."""
    items = (" ".join(_lines(item.text).split("\n")) for item in block.items)
    return "\n".join(item for item in items if item)


def _quotation(block: TemplateBlock) -> str:
    """The words of templates that quote somebody; other templates that stand alone are no prose."""
    quoted = (
        template.get(key) for template in block.templates if template.title in _QUOTATIONS for key in _QUOTED_PARAMETERS
    )
    return "\n\n".join(_lines(parameter.text) for parameter in quoted if parameter)


_QUOTATIONS: Final = frozenset({"Blockquote", "Bquote", "Cquote", "Quotation", "Quote", "Quote box", "Quotebox"})
_QUOTED_PARAMETERS: Final = ("1", "text", "quote")


#: How to read each kind of block that is prose; no other kind is.
_READERS: Final[dict[type[Node], Callable[[Any], str]]] = {
    Paragraph: _block_text,
    GroupLabel: _block_text,
    BulletList: _list_text,
    NumberedList: _list_text,
    TemplateBlock: _quotation,
}


def _section_tables(section: Section, above: tuple[str, ...]) -> Iterator[TextTable]:
    headings = (*above, section.title)
    for table in _tables(section.blocks):
        yield _text_table(table, headings)
    for subsection in section.subsections:
        yield from _section_tables(subsection, headings)


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    return (table for block in blocks for table in block.find(Table))


def _text_table(table: Table, section: tuple[str, ...]) -> TextTable:
    rows = (tuple(_lines(cell.text) for cell in row.cells) for row in table.rows if isinstance(row, Row))
    return TextTable(section, tuple(row for row in rows if row))


def _lines(text: str) -> str:
    r"""A text whose lines all end with `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
