"""Tells by a quick look at its text whether a page is an album article, so that most pages are never parsed."""

from __future__ import annotations

import re
from typing import Final

from wikialbum.sources.records import ARTICLES, Record
from wikialbum.vocabulary import ENGLISH, vocabularies
from wikialbum.vocabulary.model import fold

__all__ = ["is_album_article", "skip_reason"]


def _template_pattern(kind: str) -> re.Pattern[str]:
    """Where a template of a kind begins, in every language and every spelling of its name."""
    kinds = (item for words in vocabularies() for item in words.templates.kinds.items())
    names = (name for name, its_kind in kinds if its_kind == kind)
    spellings = "|".join(r"[\s_]++".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"\{{\{{[\s_]*+(?i:{spellings})[\s_]*+(?:[|}}<]|\Z)")


_WIKITEXT_INFOBOX: Final = _template_pattern("infobox")

# The word differs by the language of the wiki.
_REDIRECT: Final = re.compile(r"\s*+#\w++\s*+:?\s*+\[\[")

# Where a plain article begins: a title, a line with the album's name, and the fields of the infobox.
_PLAIN_INFOBOX: Final = re.compile(
    r"\ufeff?+\s*+(?:=[^\r\n]*+[\r\n]++\s*+)?+(?:(?!-)[^\r\n]++(?:\r\n?|\n))?+(?P<fields>(?:-[ \t]++[^\r\n]*+(?:\r\n?|\n|\Z))++)"
)
_PLAIN_FIELD: Final = re.compile(r"(?<![^\r\n])-[ \t]++(?P<key>[^\r\n:]++):[ \t]*+(?P<value>[^\r\n]*+)")
_PLAIN_HEADING: Final = re.compile(r"(?<![^\r\n])={2,6}+(?P<title>[^=\r\n]++)=")


def is_album_article(text: str) -> bool:
    r"""Whether a page is to be parsed: it has the infobox of an album, or a plain track listing.

    Wikitext has it where a template stands that a vocabulary knows as an album's infobox, anywhere on the page. A
    plain article has it where it begins with an infobox that names an artist or a known type of album; without an
    infobox, a heading of a track listing will do. The time is linear in the length of the text, and short.

    Examples:
        >>> is_album_article("{{Short description|1992}}\n{{infobox_album\n| name = Rush\n}}")
        True
        >>> is_album_article("= Rush =\n\nRush\n- Type: Soundtrack\n")
        True
        >>> is_album_article("{{Infobox person\n| name = Eric Clapton\n}}")
        False
    """
    if _WIKITEXT_INFOBOX.search(text):
        return True
    infobox = _PLAIN_INFOBOX.match(text)
    if infobox is not None:
        return any(_is_album_field(field) for field in _PLAIN_FIELD.finditer(infobox["fields"]))
    if "{{" in text or "[[" in text:
        return False
    return any(ENGLISH.section_kind(heading["title"]) == "tracks" for heading in _PLAIN_HEADING.finditer(text))


def skip_reason(record: Record) -> str | None:
    """Why a page is not parsed, as the summary counts it; None for an album article.

    Examples:
        >>> skip_reason(Record("1", "Rush", "#REDIRECT [[Rush (film)]]", "dump.xml"))
        'redirect'
    """
    if record.namespace != ARTICLES:
        return "other namespace"
    if _REDIRECT.match(record.text):
        return "redirect"
    return None if is_album_article(record.text) else "no album article"


def _is_album_field(field: re.Match[str]) -> bool:
    """Whether a field of an infobox is one of an album."""
    place = ENGLISH.keys.get(fold(field["key"]))
    return place == "artist" or (place == "type" and ENGLISH.album_type(field["value"]) is not None)
