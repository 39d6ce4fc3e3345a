"""What the words of an article mean, as data: one `Vocabulary` for each language.

Another language is another table: fill a `Vocabulary` (see `english.py`), and pass it to `wikialbum.normalize` or, to
have it recognised by the name of its infobox, add its module to `LANGUAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from wikialbum.vocabulary.english import ENGLISH
from wikialbum.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from wikialbum.syntax import Article

__all__ = ["ENGLISH", "LANGUAGES", "Vocabulary", "role_kind", "vocabularies", "vocabulary_for"]

LANGUAGES: Final = ("english", "german")
"""The modules of the languages that are recognised; each holds its vocabulary under its own name in capitals."""


def vocabularies() -> Iterator[Vocabulary]:
    """The vocabularies of the languages that are recognised; a language is loaded when the ones before it do not do."""
    for language in LANGUAGES:
        vocabulary: Vocabulary = getattr(import_module(f"wikialbum.vocabulary.{language}"), language.upper())
        yield vocabulary


def role_kind(name: str) -> str:
    """The kind of work a role is in the first language that knows it: the value of a `RoleKind`, or `other`.

    Examples:
        >>> role_kind("drums"), role_kind("Schlagzeug"), role_kind("Herbert")
        ('performance', 'performance', 'other')
    """
    kinds = (words.role_kind(name) for words in vocabularies())
    return next((kind for kind in kinds if kind != "other"), "other")


def vocabulary_for(article: Article) -> Vocabulary:
    r"""The vocabulary of an article's language, told by the name of its infobox of an album; English without one.

    Where infoboxes of several languages stand in an article, the first language counts.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> from wikialbum.vocabulary.german import GERMAN
        >>> vocabulary_for(parse_article("{{Infobox Musikalbum\n| Typ = Studio\n}}\n")) is GERMAN
        True
        >>> vocabulary_for(parse_article("= Jug =\n\nJug\n- Type: Studio\n")) is ENGLISH
        True
    """
    if article.dialect == "plain":
        return ENGLISH
    contents = [content for block in article.walk_blocks() if "{{" in (content := getattr(block, "content", ""))]
    for vocabulary in vocabularies():
        infobox = _infobox(vocabulary)
        if any(infobox.search(content) for content in contents):
            return vocabulary
    return ENGLISH


@cache
def _infobox(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern for the beginning of an infobox of an album in a language."""
    names = [name for name, kind in vocabulary.templates.kinds.items() if kind == "infobox"]
    choice = "|".join(re.escape(name).replace(r"\ ", "[ _]+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\{{\{{\s*+(?:{choice})\s*+[|}}<]", re.IGNORECASE)
