"""Walks through the sections of an article and reads each by its kind."""

from __future__ import annotations

from typing import Any, Final

from wikialbum.album import Credit, TrackList
from wikialbum.normalize.context import Context
from wikialbum.normalize.credits import Personnel
from wikialbum.normalize.names import clean
from wikialbum.normalize.tables import Tables, read_table
from wikialbum.normalize.tracks import TrackListing
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.vocabulary.model import fold

# A subsection's title changes the kind only to one of these; in a list of credits `Songs` is not a track listing.
_CHANGES: Final = {
    "personnel": frozenset(["charts", "certifications", "none"]),
    "tracks": frozenset(["personnel", "charts", "certifications", "none"]),
}


class SectionWalk:
    """The facts of an article's sections."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._track_lists: list[TrackList] = []
        self._personnel: list[tuple[nodes.Section, tuple[str, ...]]] = []
        self._credits: list[Credit] = []
        self._tables = Tables()

    def read(self, article: nodes.Article) -> None:
        """Read all sections; the tracks before the credits, which may be for `all tracks except 5`."""
        self._read_tables(article.lead, None, "")
        for section in article.sections:
            self._walk(section, None, (), "")
        numbers = self._track_numbers()
        for section, path in self._personnel:
            self._credits += Personnel(numbers, self._context).read(section, path)

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
        }

    def _walk(self, section: nodes.Section, kind: str | None, path: tuple[str, ...], titles: str) -> None:
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
        self._read_tables(section.blocks, below, titles)
        for each in section.subsections:
            self._walk(each, below, path, titles)

    def _read_tracks(self, section: nodes.Section, title: str) -> None:
        is_usual = fold(title) in self._context.words.sections
        self._track_lists += TrackListing(self._context).read(section, None if is_usual else title)

    def _read_tables(self, blocks: tuple[nodes.Node, ...], kind: str | None, titles: str) -> None:
        label = ""
        for block in blocks:
            if isinstance(block, nodes.GroupLabel):
                label = reading(block.content)
            elif isinstance(block, nodes.Table):
                read_table(block, kind, f"{label} {titles}", self._tables, self._context)

    def _track_numbers(self) -> range | None:
        """The numbers of the album's one track list, or None."""
        lists = [tracks for tracks in self._track_lists if tracks.tracks]
        return range(1, len(lists[0].tracks) + 1) if len(lists) == 1 else None
