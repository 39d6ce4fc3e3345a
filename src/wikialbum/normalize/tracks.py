"""Reads the track listing: lists, tables and sentences below its heading become track lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from wikialbum.album import Track, TrackList
from wikialbum.diagnostics import Span
from wikialbum.normalize.cells import DASHES
from wikialbum.normalize.context import LONGEST_LINE, Context
from wikialbum.normalize.credit_line import is_sentence
from wikialbum.normalize.grid import Grid, GridRow, read_grid
from wikialbum.normalize.labels import with_labels
from wikialbum.normalize.layout import inner_blocks
from wikialbum.normalize.length_text import read_time
from wikialbum.normalize.makers import make_track
from wikialbum.normalize.names import clean, name_texts
from wikialbum.normalize.sentences import CreditSentence, read_credit_sentence
from wikialbum.normalize.track_groups import is_featured, performers
from wikialbum.normalize.track_line import is_timed, is_track_line, read_track_line
from wikialbum.normalize.wiki_templates import read_track_template, templates_of
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.display import reading
from wikialbum.syntax.inline_nodes import Template, TemplateBlock
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold

_TOTAL: Final = lazy_pattern(
    r"total\s+(?:length|time|running\s+time|duration|playing\s+time)?\s*:?\s*(?P<time>\d{1,4}:\d\d(?::\d\d)?)",
    re.IGNORECASE,
)
_TOTAL_CELL: Final = lazy_pattern(r"total(?: length| time| running time| playing time| duration)?")
# What numbers the tracks of a list that has lost its form: `3 `, `1-3. `, `B2. `.
_PREFIX: Final = lazy_pattern(r"\s*(?:(?P<number>\d{1,2})[.)]?|\d{1,2}[-.]\d{1,2}[.)]?|[A-Z]\d{0,2}[.)])\s+")
_WRITTEN_NUMBER: Final = lazy_pattern(r"\s*(\d{1,2})[.)][ \t]+(?=\S)")  # of a bullet: `* 1. "Title"`
_TABLE_FIELDS: Final = ("writers", "composers", "lyricists", "artists", "producers")


@attrs.define(eq=False, repr=False)
class Draft:
    """A track list in the making."""

    title: str | None = None
    sentence: CreditSentence | None = None
    tracks: list[Track] = attrs.Factory(list)
    seconds: int | None = None
    span: Span | None = None

    def finish(self) -> TrackList:
        """The list, with what its credit sentence gives to tracks that name none of that kind."""
        names = self.sentence.names if self.sentence else {}
        tracks = tuple(inherit(track, names) for track in self.tracks) if names else tuple(self.tracks)
        note = self.sentence.note if self.sentence else None
        return TrackList(self.title, note or None, tracks, self.seconds, span=self.span)


def inherit(track: Track, names: Mapping[str, tuple[str, ...]]) -> Track:
    """A track with the names of a credit sentence, where it names nobody of that kind itself.

    One with writers of its own inherits neither lyricists nor composers, and the other way round.
    """
    changes: dict[str, Any] = {}
    for field, credited in names.items():
        own = getattr(track, field)
        if own or (field in {"lyricists", "composers"} and track.writers):
            continue
        if field == "writers" and (track.lyricists or track.composers):
            continue
        changes[field] = credited
    return attrs.evolve(track, **changes) if changes else track


class TrackListing:
    """Reads one section that lists tracks, with its subsections."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts: list[Draft] = []
        self._current: Draft | None = None
        self._title: str | None = None
        self._sentence: CreditSentence | None = None
        self._skipped = False
        self._place: Span | None = None  # of what holds the blocks that are read, where they have no place of their own

    def read(self, section: nodes.Section, title: str | None) -> list[TrackList]:
        """The track lists of a section; `title` is that of its first list."""
        self._read_section(section, title, None)
        return self.results()

    def read_blocks(self, blocks: Iterable[nodes.Node], title: str | None) -> list[TrackList]:
        """The track lists among some blocks."""
        self._title = title
        for block in blocks:
            self._read_block(block)
        return self.results()

    def _read_section(self, section: nodes.Section, title: str | None, sentence: CreditSentence | None) -> None:
        before = len(self._drafts)
        self._title, self._sentence, self._current, self._skipped = title, sentence, None, False
        for block in with_labels(section.blocks):
            self._read_block(block)
        above = self._sentence
        for each in section.subsections:
            if is_list_section(each, self._context):
                self._read_section(each, clean(reading(each.heading.title), self._context), above)
        if len(self._drafts) == before and above is not None and above is not sentence:
            self._drafts.append(Draft(title, above, span=section.span))

    def _read_block(self, block: nodes.Node) -> None:
        if isinstance(block, (nodes.NumberedList, nodes.BulletList)):
            for item in block.items:
                if item.depth == 1:
                    self._read_line(item)
                elif self._current is not None and self._current.tracks:
                    self._read_below(reading(item.content), self._current.tracks)
        elif isinstance(block, (nodes.Table, TemplateBlock)):
            is_read = self._read_table(block) if isinstance(block, nodes.Table) else self._read_templates(block)
            if not is_read:
                self._read_inner(block)
        elif isinstance(block, nodes.GroupLabel):
            text = reading(block.content)
            if not self._read_bare(text, block.span) and not is_sentence(text):
                self._start(clean(text.replace("'''", "").rstrip(" :"), self._context))
        elif isinstance(block, nodes.Paragraph):
            self._read_paragraph(reading(block.content).splitlines(), block.span)

    def _read_inner(self, block: nodes.Node) -> None:
        """Read the lists inside templates and tables of mere layout."""
        if self._place is None:
            self._place = block.span
            for inner in inner_blocks(block):
                self._read_block(inner)
            self._place = None

    def _read_templates(self, block: TemplateBlock) -> bool:
        """Read the track listing templates of a block; False where it has none."""
        templates = [template for kind, template in templates_of(block, self._context) if kind == "tracks"]
        for template in templates:
            self.read_template(template)
        return bool(templates)

    def read_template(self, template: Template) -> None:
        """Read a track listing template: a list of its own."""
        found = read_track_template(template, self._context)
        names = dict(found.names)
        note = ""
        if self._sentence is not None:
            note = self._sentence.note
            names = {**self._sentence.names, **names}
        if found.tracks or names:
            sentence = CreditSentence(note, names)
            headline = found.headline
            if headline and self._context.words.sections.get(fold(headline)) == "tracks":
                headline = None
            title = headline or self._title
            self._drafts.append(Draft(title, sentence, found.tracks, found.seconds, template.span))
        self._current = None

    def results(self) -> list[TrackList]:
        """The track lists so far."""
        return [draft.finish() for draft in self._drafts]

    def _read_paragraph(self, lines: list[str], span: Span | None) -> None:
        """Read the lines of a paragraph; one above a track that has lost its list marker is the list's label."""
        for line, following in zip(lines, [*lines, ""][1:], strict=True):
            is_label = is_timed(_without_number(following)) and not is_timed(_without_number(line))
            if not self._read_bare(line, span) and is_label and not is_sentence(line):
                self._start(clean(line.rstrip(" :"), self._context))

    def _read_bare(self, text: str, span: Span | None) -> bool:
        """Read a line without a list marker: a sentence, a total or, with quotes and a time, a track."""
        if len(text) > LONGEST_LINE or self._read_statement(text):
            return True
        prefix = _PREFIX.match(text)
        line = _without_number(text)
        fields = read_track_line(line, self._context) if is_timed(line) and not self._skipped else None
        if fields is None:
            return False
        written = prefix["number"] if prefix else None
        self._context.place = span
        self._add(fields, int(written) if written else None, span)
        return True

    def _read_statement(self, text: str) -> bool:
        """Read a credit sentence or a stated total; False where a line is neither."""
        total = _TOTAL.search(text[:LONGEST_LINE])
        if total is not None:
            if self._current is not None:
                self._current.seconds = read_time(total["time"])
            return True
        sentence = read_credit_sentence(text, self._context)
        if sentence is None:
            return False
        self._sentence, self._current = sentence, None
        return True

    def _start(self, title: str | None) -> None:
        self._title, self._current = title, None
        self._skipped = title is not None and fold(title) in self._context.words.no_tracks

    def _read_line(self, item: nodes.BulletItem | nodes.CreditLine | nodes.NumberedItem) -> None:
        if self._skipped:
            return
        text = reading(item.content)
        numbered = isinstance(item, nodes.NumberedItem)
        context = self._context
        context.place = self._place or item.span
        if len(text) > LONGEST_LINE or not (numbered or is_track_line(text)):
            if self._current is None and self._read_statement(text):
                return
            if text.strip():
                context.note("unread-line", "expected a track such as '\"Title\" (Writer) – 3:45'")
            return
        written = None if numbered else _WRITTEN_NUMBER.match(text)
        fields = read_track_line(text[written.end() :] if written else text, context)
        if fields is not None:
            number = item.number if isinstance(item, nodes.NumberedItem) else int(written[1]) if written else None
            self._add(fields, number, item.span)

    def _read_below(self, text: str, tracks: list[Track]) -> None:
        """Read an item below a track, where it names guests of that track."""
        if is_featured(text.strip()):
            guests = performers(text.strip(), self._context)
            tracks[-1] = attrs.evolve(tracks[-1], artists=tuple(dict.fromkeys((*tracks[-1].artists, *guests))))

    def _add(self, fields: dict[str, Any], number: int | None, span: Span | None) -> None:
        span = self._place or span
        draft = self._current
        if draft is None or (number == 1 and draft.tracks):
            if draft is not None:
                self._title = None
            draft = self._current = Draft(self._title, self._sentence, span=span)
            self._drafts.append(draft)
        if number is None:
            number = (draft.tracks[-1].number or 0) + 1 if draft.tracks else 1
        draft.tracks.append(make_track(number, **fields, span=span))

    def _read_table(self, table: nodes.Table) -> bool:
        """Read a table of tracks; False for another table."""
        if self._skipped:
            return True
        is_read = False
        for grid in read_grid(table, self._context):
            if {"title", "song"} & set(grid.columns) and len(grid.columns) > 1:
                is_read = True
                self._start_table(grid)
                for row in grid.rows:
                    if row.is_title and read_time(row.texts[0]) is None:
                        self._start(clean(row.texts[0], self._context))
                    else:
                        self._read_row(row)
        return is_read

    def _start_table(self, grid: Grid) -> None:
        if self._current is not None:
            self._title = None  # it was that of the tracks above
        self._current = None
        if grid.title:
            self._title = clean(grid.title, self._context)

    def _read_row(self, row: GridRow) -> None:
        context = self._context
        total = next((text for text in row.texts if _TOTAL_CELL.fullmatch(fold(text))), None)
        if total is not None:
            times = [read_time(text) for text in row.texts]
            if self._current is not None:
                self._current.seconds = next((time for time in times if time is not None), None)
            return
        context.place = row.span
        fields = read_track_line((row.get("title") or row.get("song") or "")[:LONGEST_LINE], context)
        if fields is None:
            return
        for name in _TABLE_FIELDS:
            text = row.get(name)
            if text and text.strip() not in DASHES:
                names = performers(text, context) if name == "artists" else name_texts(text, context)
                fields[name] = tuple(dict.fromkeys((*fields.get(name, ()), *names)))
        time = row.get("seconds")
        if time:
            fields["seconds"] = read_time(time)
        fields["extra"] = {header: clean(text, context) for header, text in row.others() if text.strip() not in DASHES}
        digits = unprotect(row.get("number") or "").strip(" .")
        self._add(fields, int(digits) if digits.isdecimal() and len(digits) < 4 else None, row.span)


def _without_number(text: str) -> str:
    prefix = _PREFIX.match(text)
    return text[prefix.end() :] if prefix else text


def is_list_section(section: nodes.Section, context: Context) -> bool:
    """Whether a section below a track listing is one of its lists."""
    title = section.title
    return context.words.section_kind(title) in {None, "tracks"} and fold(title) not in context.words.no_tracks
