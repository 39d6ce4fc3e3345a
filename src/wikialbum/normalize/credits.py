"""Reads the personnel: lists, group lines and tables below its heading become credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import attrs

from wikialbum.album import Credit, Role
from wikialbum.diagnostics import Span
from wikialbum.normalize.context import LONGEST_LINE, Context
from wikialbum.normalize.credit_line import Reading, is_sentence, read_credit_line, read_dashed, simple_roles
from wikialbum.normalize.grid import GridRow, read_grid
from wikialbum.normalize.labels import with_labels
from wikialbum.normalize.layout import inner_blocks
from wikialbum.normalize.makers import make_credit
from wikialbum.normalize.names import clean
from wikialbum.normalize.roles import read_numbers, read_songs
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.display import display_text, reading
from wikialbum.syntax.inline_nodes import TemplateBlock
from wikialbum.syntax.protection import unprotect

_SONGS: Final = lazy_pattern(
    r"(?:on[ \t]+)?(?P<songs>[\"“][^\"”\n]++[\"”]?(?:[ \t]*(?:,|/|&|and|,[ \t]*and)[ \t]*[\"“][^\"”\n]++[\"”]?)*+)"
    r"(?:[ \t]*\(tracks?[ \t]+(?P<numbers>[\d,&– -]++)\))?[ \t]*:?\Z",
    re.IGNORECASE,
)
_TRACKS: Final = lazy_pattern(
    r"(?:on[ \t]+)?tracks?[ \t]+(?P<numbers>[#\d][#\d,&–— \t-]*(?:and[ \t]+#?\d[#\d,&–— \t-]*)*)(?:\([^()]*+\))?:?\Z",
    re.IGNORECASE,
)


_DIGIT: Final = lazy_pattern(r"\d")
_DASH_WIDTH: Final = 3  # a dash between two blanks; a longer separator may be an entity or a template


class Group(NamedTuple):
    """What a group line says of the credits below it."""

    section: tuple[str, ...] = ()
    songs: tuple[str, ...] = ()
    tracks: tuple[int, ...] = ()

    def inside(self, outer: Group) -> Group:
        """This group as part of another."""
        return Group(outer.section + self.section, self.songs or outer.songs, self.tracks or outer.tracks)


def read_group_line(text: str, context: Context) -> Group:
    """The group that a line as `reading` gives it begins: songs, tracks, or a part of the personnel."""
    text = text.strip()
    songs = _SONGS.match(text) if '"' in text or "“" in text else None
    if songs is not None:
        titles = tuple(unprotect(song) for song in read_songs(songs["songs"]))
        return Group(songs=titles, tracks=read_numbers(songs["numbers"] or ""))
    title = clean(text.rstrip(" :"), context)
    tracks = _TRACKS.match(text) if _DIGIT.search(text) else None
    numbers = read_numbers(tracks["numbers"]) if tracks is not None else ()
    return Group((title,) if title else (), tracks=numbers)


class Personnel:
    """Reads one section of credits.

    Args:
        track_numbers: The numbers of the album's one track list; None where there is none, or several.
        context: Shared state.
    """

    def __init__(self, track_numbers: range | None, context: Context) -> None:
        self._track_numbers = track_numbers
        self._context = context
        self._group = Group()
        self._outer = Group()
        self._credits: list[Credit] = []
        self._place: Span | None = None  # of what holds the blocks that are read, where they have no place of their own

    def read(self, section: nodes.Section, path: tuple[str, ...]) -> list[Credit]:
        """The credits of a section, without those of its subsections.

        Args:
            section: The section.
            path: The headings from the personnel heading down to the section's own.
        """
        heading = read_group_line(reading(section.heading.title), self._context)
        self._outer = self._group = Group(path, heading.songs, heading.tracks)
        for block in with_labels(section.blocks):
            self._read_block(block)
        return self._credits

    def read_lines(self, lines: Iterable[str], span: Span | None, path: tuple[str, ...]) -> list[Credit]:
        """The credits of some lines as `reading` gives them, such as those of an infobox field."""
        for line in lines:
            self._read_line(line.strip(" *"), span, Group(path))
        return self._credits

    def _read_block(self, block: nodes.Node) -> None:
        if isinstance(block, (nodes.BulletList, nodes.NumberedList)):
            self._read_items(block.items)
        elif isinstance(block, nodes.GroupLabel):
            text = reading(block.content).strip()
            if not is_sentence(text) and len(text) <= LONGEST_LINE:
                self._group = read_group_line(text, self._context).inside(self._outer)
        elif isinstance(block, nodes.Paragraph):
            self._read_paragraph(block)
        elif self._place is None and isinstance(block, (nodes.Table, TemplateBlock)):
            self._read_layout(block)

    def _read_layout(self, block: nodes.Table | TemplateBlock) -> None:
        """Read a table of tracks, or what stands inside a table or a template that only lays it out."""
        if isinstance(block, nodes.Table) and self._read_table(block):
            return
        self._place = block.span
        for inner in inner_blocks(block):
            self._read_block(inner)
        self._place = None

    def _read_items(self, items: Sequence[nodes.BulletItem | nodes.CreditLine | nodes.NumberedItem]) -> None:
        """Read the items of a list; one that ends in a colon above deeper ones is a group for those."""
        groups: list[tuple[int, Group]] = []
        for place, item in enumerate(items):
            depth = item.depth
            while groups and groups[-1][0] >= depth:
                groups.pop()
            group = groups[-1][1] if groups else self._group
            if isinstance(item, nodes.CreditLine):
                self._read_credit(item, group)
                continue
            text = reading(item.content).strip()
            if text.endswith(":") and place + 1 < len(items) and items[place + 1].depth > depth:
                groups.append((depth, read_group_line(text, self._context).inside(group)))
            else:
                self._read_line(text, item.span, group)

    def _read_line(self, text: str, span: Span | None, group: Group) -> None:
        context = self._context
        context.place = span = self._place or span
        if len(text) > LONGEST_LINE:
            context.note("unread-line", "expected a credit such as 'Name – role', not a line of prose")
            return
        for line in read_credit_line(text, self._track_numbers, context):
            self._add(line, text, span, group)

    def _read_credit(self, item: nodes.CreditLine, group: Group) -> None:
        """Read an item that the grammar has parted at its dash."""
        names, roles, separator, span = item.names, item.roles, item.separator, self._place or item.span
        is_shown = names.__class__ is str and "^{[" not in names and "^{[" not in roles
        if not is_shown:
            names, roles = reading(names), reading(roles)
            separator = separator if len(separator) == _DASH_WIDTH else display_text(separator)
        text = names + separator + roles
        simple = simple_roles(names, roles, self._context) if separator == " – " else None
        if simple is not None:
            known = _all_scoped(simple, group.tracks) if group.tracks else simple
            text = text if is_shown else unprotect(text)
            self._credits.append(make_credit((names,), known, group.section, group.songs, text, span=span))
            return
        if len(text) > LONGEST_LINE or is_sentence(text):
            self._read_line(text.strip(), span, group)
            return
        self._context.place = span
        for line in read_dashed(names, roles, self._track_numbers, self._context):
            self._add(line, text, span, group)

    def _add(self, line: Reading, text: str, span: Span | None, group: Group) -> None:
        if self._is_place(line, group):
            return
        shown = unprotect(text.strip())
        if "  " in shown or "\n" in shown or "\t" in shown:
            shown = " ".join(shown.split())
        songs = tuple(dict.fromkeys((*group.songs, *map(unprotect, line.songs)))) if line.songs else group.songs
        roles = _all_scoped(line.roles, group.tracks) if group.tracks else line.roles
        self._credits.append(make_credit(line.names, roles, group.section, songs, shown, span=span))

    def _is_place(self, line: Reading, group: Group) -> bool:
        """Whether a line below a label such as `Recording locations` names a place alone: it says no known role."""
        words = self._context.words
        if len(group.section) < 2 or not words.is_place_label(group.section[-1]):
            return False
        return not any(role.name and words.is_role(role.name) for role in line.roles)

    def _read_paragraph(self, block: nodes.Paragraph) -> None:
        """Lines without bullets are credits where they say a known role behind a dash."""
        for line in reading(block.content).splitlines():
            name, dash, role = line.partition(" – ")
            if (
                dash
                and len(line) <= LONGEST_LINE
                and name.strip()
                and self._context.words.is_role(role.partition(",")[0])
            ):
                self._read_line(line, block.span, self._group)

    def _read_table(self, table: nodes.Table) -> bool:
        """A table of tracks: each line of its notes is a credit for the row's track. False for another table."""
        grids = [
            grid
            for grid in read_grid(table, self._context)
            if "notes" in grid.columns and ("title" in grid.columns or "number" in grid.columns)
        ]
        for grid in grids:
            for row in grid.rows:
                self._read_row(row)
        return bool(grids)

    def _read_row(self, row: GridRow) -> None:
        title = clean((row.get("title") or "").strip().strip('"“”'), self._context)
        numbers = read_numbers(row.get("number") or "")
        group = Group(self._group.section, (title,) if title else (), numbers)
        for line in (row.get("notes") or "").splitlines():
            self._read_line(line.strip(" *"), row.span, group)


def _all_scoped(roles: tuple[Role, ...], tracks: tuple[int, ...]) -> tuple[Role, ...]:
    """Roles for some tracks, unless they name theirs."""
    return tuple(role if role.tracks else attrs.evolve(role, tracks=tracks) for role in roles)
