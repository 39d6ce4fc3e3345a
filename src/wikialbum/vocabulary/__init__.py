"""What the words of an article mean, as data: one `Vocabulary` for each language.

Another language is another table: fill a `Vocabulary` (see `english.py`), and pass it to `wikialbum.normalize` or, to
have it recognised by the name of its infobox, add it to `VOCABULARIES`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from wikialbum.vocabulary.english import ENGLISH
from wikialbum.vocabulary.german import GERMAN
from wikialbum.vocabulary.model import Vocabulary, fold

if TYPE_CHECKING:
    from wikialbum.syntax import Article

__all__ = ["ENGLISH", "GERMAN", "VOCABULARIES", "Vocabulary", "role_kind", "vocabulary_for"]

#: The languages that are recognised; where several know a template, the first counts.
VOCABULARIES: Final = (ENGLISH, GERMAN)


def role_kind(name: str) -> str:
    """The kind of work a role is in the first language that knows it: the value of a `RoleKind`, or `other`.

    Examples:
        >>> role_kind("drums"), role_kind("Schlagzeug"), role_kind("Herbert")
        ('performance', 'performance', 'other')
    """
    kinds = (words.role_kind(name) for words in VOCABULARIES)
    return next((kind for kind in kinds if kind != "other"), "other")


def vocabulary_for(article: Article) -> Vocabulary:
    r"""The vocabulary of an article's language, told by the name of its first infobox of an album; English without one.

    Examples:
        >>> from wikialbum.syntax import parse_article
        >>> vocabulary_for(parse_article("{{Infobox Musikalbum\n| Typ = Studio\n}}\n")) is GERMAN
        True
        >>> vocabulary_for(parse_article("= Jug =\n\nJug\n- Type: Studio\n")) is ENGLISH
        True
    """
    if article.dialect == "plain":
        return ENGLISH
    infobox, by_name = _infoboxes()
    for block in article.walk_blocks():
        content = getattr(block, "content", "")
        match = infobox.search(content) if "{{" in content else None
        if match is not None:
            return by_name[fold(match["name"])]
    return ENGLISH


@cache
def _infoboxes() -> tuple[re.Pattern[str], dict[str, Vocabulary]]:
    """A pattern for the beginning of any infobox of an album, and the vocabulary for each name."""
    by_name: dict[str, Vocabulary] = {}
    for vocabulary in VOCABULARIES:
        for name, kind in vocabulary.templates.kinds.items():
            if kind == "infobox":
                by_name.setdefault(name, vocabulary)
    names = "|".join(re.escape(name).replace(r"\ ", "[ _]+") for name in sorted(by_name, key=len, reverse=True))
    return re.compile(rf"\{{\{{\s*+(?P<name>{names})\s*+[|}}<]", re.IGNORECASE), by_name
