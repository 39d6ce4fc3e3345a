"""Where the values stand that know no place of their own: titles, header fields, categories, the infobox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from wikialbum.album import Album, Chronology
from wikialbum.diagnostics import Span
from wikialbum.syntax import Article, nodes
from wikialbum.syntax.asides import asides
from wikialbum.syntax.inline_nodes import Parameter, Template, TemplateBlock

__all__ = ["Origins"]

_CHRONOLOGY = ("chronology", "previous_title", "previous_year", "next_title", "next_year")

Spans = tuple[Span, ...]


class Origins:
    """The places of the values of an album that was read from an article; none of them is guessed.

    Args:
        album: The album.
    """

    def __init__(self, album: Album) -> None:
        self._album = album
        self._article = album.article or Article()

    def field(self, name: str) -> Spans:
        """The infobox field that a field of the album was read from."""
        return _known(self._album.spans.get(name))

    def title(self) -> Spans:
        """The title in the infobox; without one, the heading that the title was taken from."""
        return self.field("title") or self.article_title()

    def article_title(self) -> Spans:
        """The level-1 heading."""
        heading = self._article.title
        return _known(heading.span if heading else None)

    def chronology(self, entry: Chronology) -> Spans:
        """The fields of the infobox that a chronology is made of, or the template of a further one."""
        fields = [span for name in _CHRONOLOGY for span in self.field(name)]
        return tuple(dict.fromkeys(fields)) if entry.span in fields else _known(entry.span)

    def category(self, name: str) -> Spans:
        """The first link to a category."""
        return _known(self._categories.get(name))

    @cached_property
    def _categories(self) -> dict[str, Span]:
        """The links that may be categories, by the name behind their colon; of the same name, the first."""
        found: dict[str, Span] = {}
        if not self._album.categories:
            return found
        for aside in asides(self._article):
            if aside.block.span:
                target = str(aside)[2:-2].partition("|")[0]
                name = " ".join(target.partition(":")[2].replace("_", " ").split())
                found.setdefault(name, aside.block.span.part(aside.start, aside.end))
        return found

    def infobox(self) -> dict[str, Spans]:
        """The field of each key of `album.infobox`.

        Both stand in the order of the article, and a key that stood twice has a number behind it.
        """
        spans: dict[str, Spans] = {}
        keys = iter(self._album.infobox)
        key = next(keys, None)
        for field in self._fields():
            name = field.key.strip()
            if key is not None and (key == name or key.startswith(f"{name} (")):
                spans[key] = _known(field.span)
                key = next(keys, None)
        return spans

    def _fields(self) -> Iterable[nodes.Field | Parameter]:
        """The fields of the infobox that this album was read from."""
        if self._article.infobox:
            return self._article.infobox.fields
        place = next(iter(self._album.spans.values()), None)
        return (field for template in self._templates_at(place) for field in template.parameters) if place else ()

    def _templates_at(self, place: Span) -> Iterator[Template]:
        """The outermost template of a block that a place lies in."""
        for block in self._article.walk_blocks():
            if isinstance(block, (TemplateBlock, nodes.Paragraph)) and _covers(block.span, place):
                for inline in getattr(block.content, "inlines", ()):
                    if isinstance(inline, Template) and _covers(inline.span, place):
                        yield inline


def _covers(outer: Span | None, inner: Span) -> bool:
    return outer is not None and outer.offset <= inner.offset and inner.end <= outer.end


def _known(span: Span | None) -> Spans:
    return () if span is None else (span,)
