"""Walks through the sections of one album of an article and reads each by its kind."""

from __future__ import annotations

from typing import Any, Final

from wikialbum.album import Chronology, Credit, Single, TrackList
from wikialbum.normalize.context import Context
from wikialbum.normalize.credits import Personnel
from wikialbum.normalize.names import clean
from wikialbum.normalize.portions import Portion
from wikialbum.normalize.tables import Tables, chart_period, read_table
from wikialbum.normalize.tracks import TrackListing
from wikialbum.normalize.unknown_templates import note_unread_templates
from wikialbum.normalize.wiki_header import read_chronology, read_singles
from wikialbum.normalize.wiki_templates import (
    read_certification,
    read_chart_template,
    read_ratings,
    templates_of,
)
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Template, TemplateBlock
from wikialbum.vocabulary.model import fold

# A subsection's title changes the kind only to one of these; below credits or charts `Songs` is no track listing.
_CHANGES: Final = {
    "charts": frozenset(["personnel", "certifications", "ratings", "releases", "none"]),
    "certifications": frozenset(["personnel", "charts", "ratings", "releases", "none"]),
    "personnel": frozenset(["charts", "certifications", "none"]),
    "tracks": frozenset(["personnel", "charts", "certifications", "none"]),
}
_WITH_FACTS: Final = frozenset(["tracks", "personnel", "charts", "certifications", "ratings", "releases"])


class SectionWalk:
    """The facts below the infobox of one album.

    Args:
        context: Shared state.
        others: Sections that are about other albums of the article.
    """

    def __init__(self, context: Context, others: tuple[nodes.Section, ...] = ()) -> None:
        self._context = context
        self._others = frozenset(map(id, others))
        self._track_lists: list[TrackList] = []
        self._personnel: list[tuple[nodes.Section, tuple[str, ...]]] = []
        self._credits: list[Credit] = []
        self._chronology: list[Chronology] = []
        self._singles: list[Single] = []
        self._tables = Tables()

    def read(self, portion: Portion) -> None:
        """Read all sections; the tracks before the credits, which may be for `all tracks except 5`."""
        if portion.home is not None:
            self._track_lists += TrackListing(self._context).read_blocks(portion.blocks, None)
        self._read_blocks(portion.blocks, "tracks" if portion.home is not None else None, "")
        for section in portion.sections:
            self._walk(section, None, (), "")
        numbers = self._track_numbers()
        for section, path in self._personnel:
            self._credits += Personnel(numbers, self._context).read(section, path)

    def read_inner(self, kind: str, template: Template) -> None:
        """Read a template that stands inside the infobox, or beside it."""
        if kind == "chronology":
            self._chronology += read_chronology(template, self._context)
        elif kind == "singles":
            self._singles += read_singles(template, self._context)

    def read_infobox(self, infobox: Template) -> None:
        """Read the singles and the credits that an infobox holds itself."""
        words = self._context.words
        self._singles += read_singles(infobox, self._context)
        for key, parameter in self._context.keyed(infobox):
            if words.keys.get(key) == "personnel":
                lines = reading(parameter.value).splitlines()
                personnel = Personnel(None, self._context)
                self._credits += personnel.read_lines(lines, parameter.span, (parameter.key,))

    def results(self) -> dict[str, Any]:
        """The facts by the names of the album's fields."""
        tables = self._tables
        return {
            "track_lists": tuple(self._track_lists),
            "credits": tuple(self._credits),
            "charts": tuple(tables.charts),
            "certifications": tuple(tables.certifications),
            "ratings": tuple(tables.ratings),
            "release_history": tuple(tables.release_history),
            "singles": tuple(self._singles),
        }

    @property
    def chronology(self) -> tuple[Chronology, ...]:
        """The further chronologies."""
        return tuple(self._chronology)

    def _walk(self, section: nodes.Section, kind: str | None, path: tuple[str, ...], titles: str) -> None:
        if id(section) in self._others:
            return
        title = clean(reading(section.heading.title), self._context)
        own = self._context.words.section_kind(title)
        changed = own if own is not None and own in _CHANGES.get(kind or "", (own,)) else None
        below = changed or kind
        if below == "tracks" and kind != "tracks":
            self._read_tracks(section, title)
        path = (*path, title) if below == "personnel" else ()
        if below == "personnel":
            self._personnel.append((section, path))
        titles = f"{title} {titles}"
        self._read_blocks(section.blocks, below, titles)
        for each in section.subsections:
            self._walk(each, below, path, titles)

    def _read_tracks(self, section: nodes.Section, title: str) -> None:
        is_usual = fold(title) in self._context.words.sections
        self._track_lists += TrackListing(self._context).read(section, None if is_usual else title)

    def _read_blocks(self, blocks: tuple[nodes.Node, ...], kind: str | None, titles: str) -> None:
        label = ""
        for block in blocks:
            if isinstance(block, nodes.GroupLabel):
                label = reading(block.content)
            elif isinstance(block, nodes.Table):
                read_table(block, kind, f"{label} {titles}", self._tables, self._context)
            elif isinstance(block, (TemplateBlock, nodes.Paragraph)) and "{{" in block.content:
                for name, template in templates_of(block, self._context):
                    self._read_template(name, template, kind, f"{label} {titles}")
                if kind in _WITH_FACTS:
                    note_unread_templates(block, self._context)

    def _read_template(self, name: str, template: Template, kind: str | None, titles: str) -> None:
        context = self._context
        if name == "ratings":
            self._tables.ratings += read_ratings(template, context)
        elif name == "certification":
            self._tables.certifications += read_certification(template, context)
        elif name in {"album chart", "single chart"}:
            period = chart_period((titles,), context)
            self._tables.charts += read_chart_template(template, name, period, None, context)
        elif name == "tracks" and kind != "tracks":
            listing = TrackListing(context)
            listing.read_template(template)
            self._track_lists += listing.results()
        else:
            self.read_inner(name, template)

    def _track_numbers(self) -> range | None:
        """The numbers of the album's one track list, or None."""
        lists = [tracks for tracks in self._track_lists if tracks.tracks]
        return range(1, len(lists[0].tracks) + 1) if len(lists) == 1 else None
