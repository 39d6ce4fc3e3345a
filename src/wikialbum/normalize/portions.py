"""Finds the albums of an article: each infobox with the part of the article that is about its album."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from wikialbum.normalize.context import Context
from wikialbum.normalize.wiki_templates import templates_of
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.inline_nodes import Template

_OTHER_INFOBOX: Final = lazy_pattern(r"\{\{\s*infobox\b", re.IGNORECASE)
_ALBUM_FACTS: Final = frozenset(["tracks", "album chart", "certification"])


class Portion(NamedTuple):
    """One album of an article.

    Attributes:
        infobox: The album's infobox, or None.
        blocks: The blocks beside the infobox: the article's lead, or what stands behind it in its section.
        sections: The sections that are about the album.
        home: The section that holds the infobox; None where it stands in the lead.
    """

    infobox: nodes.Infobox | Template | None
    blocks: tuple[nodes.Node, ...]
    sections: tuple[nodes.Section, ...]
    home: nodes.Section | None = None


def find_portions(article: nodes.Article, context: Context) -> list[Portion]:
    """The albums of an article, in order; one without an infobox where there is none."""
    if article.dialect == "plain":
        return [Portion(article.infobox, article.lead, article.sections)]
    in_lead = list(_infoboxes(article.lead, context))
    portions = [Portion(template, article.lead, article.sections) for _, template in in_lead[:1]]
    for section in article.sections():
        portions += _embedded(section, context)
    if not portions and any(_OTHER_INFOBOX.search(getattr(block, "content", "")) for block in article.lead):
        portions = list(_nameless(article.sections, context)) or [Portion(None, (), ())]
    return portions or [Portion(None, article.lead, article.sections)]


def _nameless(sections: Iterable[nodes.Section], context: Context) -> Iterator[Portion]:
    """The outermost sections of an article about something else, such as a film, that hold the facts of an album."""
    for section in sections:
        if any(_is_of_album(*each) for block in section.blocks for each in templates_of(block, context)):
            yield Portion(None, section.blocks, section.subsections, section)
        else:
            yield from _nameless(section.subsections, context)


def _is_of_album(kind: str, template: Template) -> bool:
    """Whether a template tells of an album: tracks, album charts, and certifications, but not those of a video."""
    subject = template.get("type")
    return kind in _ALBUM_FACTS and (kind == "tracks" or subject is None or subject.value.strip() == "album")


def _embedded(section: nodes.Section, context: Context) -> Iterator[Portion]:
    """The albums whose infoboxes stand in a section: each has what follows up to the next one."""
    found = list(_infoboxes(section.blocks, context))
    for place, (at, template) in enumerate(found):
        is_last = place + 1 == len(found)
        end = len(section.blocks) if is_last else found[place + 1][0]
        start = at if place else 0
        blocks = section.blocks[start:end]
        yield Portion(template, blocks, section.subsections if is_last else (), section)


def _infoboxes(blocks: tuple[nodes.Node, ...], context: Context) -> Iterator[tuple[int, Template]]:
    for place, block in enumerate(blocks):
        for kind, template in templates_of(block, context):
            if kind == "infobox":
                yield place, template
