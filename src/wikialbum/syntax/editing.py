"""The methods by which an article is edited; what they do is in wikialbum.edit, which is loaded with the first edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wikialbum.diagnostics import Span
from wikialbum.syntax.base import Node

if TYPE_CHECKING:
    from wikialbum.album import Track
    from wikialbum.diff import Change
    from wikialbum.syntax.inline_nodes import Template
    from wikialbum.syntax.nodes import Article, BulletList, Dialect, NumberedList, Table

# ruff: noqa: PLC0415 - each method loads what it needs


class ArticleEdits(Node):
    r"""The edits of an `Article`. Each gives a new article, and leaves the old one as it is.

    Only the lines that an edit is about change; all others stay as they are, byte for byte. The new article is the tree
    that its text is read as, so nodes of the old article are none of the new one. Texts are source text: in wikitext
    they may hold markup. A bar is escaped where the dialect has a way; an edit whose text would be read as something
    else is refused before anything changes.

    All methods raise `NodeNotFoundError` for a node of another article, or a field or section that is not there, and
    `BadEditError` for a text that would be read otherwise; both are an `EditError`.
    """

    __slots__ = ()

    def formatted(self) -> Article:
        r"""This article with canonical trivia: blanks, blank lines, list markers, aligned infoboxes.

        It is read as the same album, and is its own formatted form. Prose is left as it is.

        Examples:
            >>> import wikialbum
            >>> print(wikialbum.parse_article("== Personnel ==\r\n\r\n*Ann Lee  –  harp  \r\n").formatted())
            ==Personnel==
            - Ann Lee – harp
            <BLANKLINE>
        """
        from wikialbum.formatting import formatted

        return formatted(_article(self))

    def converted(self, dialect: Dialect, *, lost: list[Change] | None = None) -> Article:
        r"""This article in another dialect: its prose, lists, tables and facts.

        In the plain dialect an article is what a reader sees; templates that state facts become lines and tables, and
        footnotes, files, categories and other templates go. In wikitext what would be markup is escaped.

        Args:
            dialect: `plain` or `wikitext`; for its own dialect the article is given back.
            lost: A list to which is added what the new article states no more, as changes of the album.

        Raises:
            ValueError: There is no such dialect.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("{{Infobox album\n| name = Rush\n| type = live\n}}\n[[Rush]] is live.\n")
            >>> print(article.converted("plain"))
            Rush
            - Type: live
            <BLANKLINE>
            Rush is live.
            <BLANKLINE>
        """
        from wikialbum.conversion import converted

        return converted(_article(self), dialect, lost)

    def node_at(self, span: Span) -> Node:
        r"""The innermost node that a span of this article lies in.

        Examples:
            >>> import wikialbum
            >>> album = wikialbum.parse_text("==Personnel==\n- Ann Lee – harp\n")
            >>> album.article.node_at(album.credits[0].span).names
            'Ann Lee'
        """
        from wikialbum.edit.splice import find_node

        return find_node(_article(self), span)

    def set_text(self, node: Node, text: str) -> Article:
        r"""An article in which a node holds another text: a heading, a list item, a cell, a field, a parameter, a paragraph.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("==Personel==\n- Ann Lee – harp\n")
            >>> str(article.set_text(article.sections[0].heading, "Personnel"))
            '==Personnel==\n- Ann Lee – harp\n'
            >>> article.set_text(article.sections[0].heading, "Personnel\n==Charts")
            Traceback (most recent call last):
            wikialbum.errors.BadEditError: a Heading is one line; 'Personnel\n==Charts' has a line break
        """
        from wikialbum.edit.nodes import set_text

        return set_text(_article(self), node, text)

    def replace_node(self, old: Node, new: Node) -> Article:
        """An article with a node in the place of another; unlike `replace` it is read again, with spans of its own."""
        from wikialbum.edit.nodes import replace_node

        return replace_node(_article(self), old, new)

    def insert_before(self, node: Node, new: Node) -> Article:
        """An article with a new node before another of the same kind of place: an item before an item, a block before a block."""
        from wikialbum.edit.nodes import insert_before

        return insert_before(_article(self), node, new)

    def insert_after(self, node: Node, new: Node) -> Article:
        """An article with a new node behind another of the same kind of place."""
        from wikialbum.edit.nodes import insert_after

        return insert_after(_article(self), node, new)

    def remove(self, node: Node) -> Article:
        """An article without a node; what stood on both sides of it may grow together."""
        from wikialbum.edit.nodes import remove

        return remove(_article(self), node)

    def set_field(self, key: str, value: str) -> Article:
        r"""An article whose infobox, of either dialect, states a field.

        A new field takes the style of those around it, and stands behind those that usually stand before it.

        Args:
            key: The key, compared without case; a new one is written as given.
            value: The value as source text.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("{{Infobox album\n| name  = Rush\n| label = Duck\n}}\n")
            >>> print(article.set_field("Label", "Reprise").set_field("genre", "[[Blues]]"))
            {{Infobox album
            | name  = Rush
            | genre = [[Blues]]
            | label = Reprise
            }}
            <BLANKLINE>
        """
        from wikialbum.edit.fields import set_field

        return set_field(_article(self), key, value)

    def remove_field(self, key: str) -> Article:
        """An article whose infobox lacks a field."""
        from wikialbum.edit.fields import remove_field

        return remove_field(_article(self), key)

    def set_parameter(self, template: Template, key: str, value: str) -> Article:
        """An article in which a template has a parameter; a new one takes the style of those around it."""
        from wikialbum.edit.fields import set_parameter

        return set_parameter(_article(self), template, key, value)

    def remove_parameter(self, template: Template, key: str) -> Article:
        """An article in which a template lacks a parameter."""
        from wikialbum.edit.fields import remove_parameter

        return remove_parameter(_article(self), template, key)

    def add_credit(self, text: str, section: str | None = None) -> Article:
        r"""An article with one more line of credits, behind the last one.

        Args:
            text: The line without its bullet.
            section: The title of the section; the first one of personnel where None.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("==Personnel==\n* Ann Lee – harp\n")
            >>> str(article.add_credit("Bo Day – oud"))
            '==Personnel==\n* Ann Lee – harp\n* Bo Day – oud\n'
        """
        from wikialbum.edit.lists import add_credit

        return add_credit(_article(self), text, section)

    def add_track(self, track: Track, where: BulletList | NumberedList | Template | None = None) -> Article:
        r"""An article with one more track, which gets the next number.

        Args:
            track: The track.
            where: The list, or the track listing template; the last one of the track listing where None.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article('==Track listing==\n1. "One" – 3:45\n')
            >>> str(article.add_track(wikialbum.Track(title="Two", writers=("Bo Day",), seconds=61)))
            '==Track listing==\n1. "One" – 3:45\n2. "Two" (Bo Day) – 1:01\n'
        """
        from wikialbum.edit.lists import add_track

        return add_track(_article(self), track, where)

    def add_row(self, table: Table, cells: Sequence[str]) -> Article:
        r"""An article in which a table has one more row, in the style of its last one.

        Examples:
            >>> import wikialbum
            >>> article = wikialbum.parse_article("| Chart | Peak |\n| UK Albums | 7 |\n")
            >>> str(article.add_row(article.tables()[0], ["Japan", "12"]))
            '| Chart | Peak |\n| UK Albums | 7 |\n| Japan | 12 |\n'
        """
        from wikialbum.edit.lists import add_row

        return add_row(_article(self), table, cells)


def _article(edits: ArticleEdits) -> Article:
    """The article that edits are called on."""
    from wikialbum.syntax.nodes import Article

    assert isinstance(edits, Article)
    return edits
