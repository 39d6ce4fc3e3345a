"""What tests of the tree ask of every node."""

from __future__ import annotations

import attrs

from wikialbum.syntax import Article, Node


def text_fields(article: Article) -> list[tuple[Node, str]]:
    """Every field below an article that holds source text, as its node and its name."""
    return [
        (node, field.name)
        for node in article.walk()
        if not isinstance(node, Article)
        for field in attrs.fields(type(node))
        if field.eq and isinstance(getattr(node, field.name), str)
    ]
