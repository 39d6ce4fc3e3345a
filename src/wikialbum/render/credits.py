"""Writes the credits: a line for each, below the headings and group lines that say where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from wikialbum.album import Album, Credit, Role
from wikialbum.render.trial import Option, Trial, settle
from wikialbum.render.writers import Writer
from wikialbum.syntax.nodes import Node
from wikialbum.wording import numbers_text

_TITLE: Final = "Personnel"
_DEEPEST: Final = 6


@attrs.frozen
class _Place:
    """Where credits stand: headings from level 2 down, and a group line below the last of them."""

    headings: tuple[str, ...]
    label: str | None = None

    def blocks(self, writer: Writer, shared: int = 0) -> list[Node]:
        """The headings, but for the first ones that stand above already, and the group line."""
        levels = list(enumerate(self.headings, start=2))
        label = [] if self.label is None else [writer.label(self.label)]
        return [*(writer.heading(level, title) for level, title in levels[shared:]), *label]

    def shared_with(self, other: _Place) -> int:
        """How many of the headings need not be written below another place; the last one ends a group."""
        if self.headings == other.headings and self.label is not None:
            return len(self.headings)
        pairs = zip(self.headings[:-1], other.headings, strict=False)
        return next(
            (place for place, (one, two) in enumerate(pairs) if one != two),
            min(len(self.headings) - 1, len(other.headings)),
        )


def write_credits(album: Album, trial: Trial) -> list[Node]:
    """The credits, in order."""
    written: list[Node] = []
    above = _Place(())
    for (_, songs), group in groupby(_lines(album.credits, trial), key=lambda line: line.standing):
        place, raws = _write_group(list(group), songs, trial)
        if raws:
            written += [*place.blocks(trial.writer, place.shared_with(above)), *raws]
            above = place
    return written


@attrs.frozen
class _Line:
    """A line, the credits that it gives, and the songs that a group line has to give it."""

    credits: tuple[Credit, ...]
    songs: tuple[str, ...]

    @property
    def standing(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What lines that stand together share."""
        return self.credits[0].section, self.songs


def _lines(credits_: Sequence[Credit], trial: Trial) -> Iterator[_Line]:
    """The lines of the credits; those of one text after each other may be of one line."""
    for (_, text, _), run in groupby(credits_, key=lambda credit: (credit.section, credit.text, credit.songs)):
        same = tuple(run)
        songs = _group_songs(same[0], trial)
        for line in [same] if text else [(credit,) for credit in same]:
            yield _Line(line, songs)


def _group_songs(credit: Credit, trial: Trial) -> tuple[str, ...]:
    """The songs of a credit that its own line does not name."""
    if not credit.songs:
        return ()
    alone = attrs.evolve(trial, before="").read(
        [trial.writer.heading(2, _TITLE), *_bullets([credit.text], trial.writer)]
    )
    named = alone.credits[0].songs if alone.credits else ()
    count = next(
        count
        for count in range(len(credit.songs) + 1)
        if tuple(dict.fromkeys((*credit.songs[:count], *named))) == credit.songs or count == len(credit.songs)
    )
    return credit.songs[:count]


def _bullets(texts: Sequence[str], writer: Writer) -> list[Node]:
    return [writer.bullet(writer.source(text)) for text in texts]


def _write_group(lines: list[_Line], songs: tuple[str, ...], trial: Trial) -> tuple[_Place, list[Node]]:
    """The lines of one place: at the first place where all are read as meant, else where most are."""
    best: tuple[_Place, list[Node]] = (_Place(()), [])
    most = 0
    for place, section, named in _places(lines[0].credits[0].section, songs):
        items = [_options(line, section, named, trial.writer) for line in lines]
        chosen = settle(items, lambda options, place=place: _reads(place, options, trial))  # type: ignore[misc]
        weight = sum((1 + option.whole) * len(option.records) for option in chosen)
        if weight > most:
            most = weight
            best = place, [node for option in chosen for node in option.raw]
        if weight == 2 * sum(len(line.credits) for line in lines):
            break
    return best


def _reads(place: _Place, options: Sequence[Option[Credit]], trial: Trial) -> bool:
    credits_ = tuple(record for option in options for record in option.records)
    blocks = [*place.blocks(trial.writer), *(node for option in options for node in option.raw)]
    return trial.reads(blocks, credits=credits_)


def _places(section: tuple[str, ...], songs: tuple[str, ...]) -> Iterator[tuple[_Place, tuple[str, ...], bool]]:
    """Where a group may stand, best first, each with the section that it is read as, and whether songs are read."""
    titles = _quoted(songs, ", ")
    for path in (section, (_TITLE, *section)) if section else ((_TITLE,),):
        if len(path) < _DEEPEST:
            if songs:
                yield _Place(path, titles), path, True
            yield _Place(path), path, True
        if 1 < len(path) <= _DEEPEST:
            yield _Place(path[:-1], path[-1]), path, True
        if songs:
            yield _Place(path[: _DEEPEST - 1]), path[: _DEEPEST - 1], False
    yield _Place((_TITLE,)), (_TITLE,), False


def _options(line: _Line, section: tuple[str, ...], named: bool, writer: Writer) -> Iterator[Option[Credit]]:  # noqa: FBT001
    """Ways to write a line's credits, best first: its text, then lines made of their names and roles."""
    wanted = tuple(attrs.evolve(each, section=section, songs=each.songs if named else ()) for each in line.credits)
    texts = [each.text for each in wanted]
    if texts[0]:
        yield Option(_bullets(texts[:1], writer), wanted, named)
        for linked in _linked_texts(wanted[0], writer):
            yield Option([writer.bullet(linked)], wanted, named)
        if len(texts) > 1:
            yield Option(_bullets(texts, writer), wanted, named)
        if len(wanted) == len(wanted[0].songs) == 1:
            yield Option([_track_table(wanted[0], writer)], wanted, named)
    composed = [_composed(each, writer, whole=named) for each in wanted]
    for options in zip(*composed, strict=False):
        nodes = [node for option in options for node in option.raw]
        records = tuple(record for option in options for record in option.records)
        yield Option(nodes, records, all(option.whole for option in options))


def _track_table(credit: Credit, writer: Writer) -> Node:
    """A table of one track, whose number counts for all roles of its notes."""
    numbers = next((role.tracks for role in credit.roles if role.tracks), ())
    row = (numbers_text(numbers), f'"{credit.songs[0]}"', credit.text)
    return writer.table(("No.", "Title", "Notes"), [tuple(map(writer.source, row))])


def _linked_texts(credit: Credit, writer: Writer) -> Iterator[str]:
    """The text of a credit with its names, and its names and roles, as links; a link is one item."""
    if writer.dialect != "wikitext":
        return
    names = tuple(name for name in credit.names if name)
    for parts in (names, (*names, *(role.name for role in credit.roles if role.name))):
        raw = writer.source(credit.text)
        at = 0
        for part in map(writer.source, parts):
            place = raw.find(part, at)
            if place >= 0:
                raw = f"{raw[:place]}[[{part}]]{raw[place + len(part) :]}"
                at = place + len(part) + 4
        yield raw


def _composed(credit: Credit, writer: Writer, *, whole: bool) -> Iterator[Option[Credit]]:
    """Lines made of the names and roles of a credit, then of less."""
    for each in _reductions(credit):
        for text in _texts(each):
            made = attrs.evolve(each, text=" ".join(text.split()))
            is_whole = whole and each == credit
            yield Option(_bullets([text], writer), (made,), is_whole)
            for linked in _linked_texts(made, writer):
                yield Option([writer.bullet(linked)], (made,), is_whole)


def _reductions(credit: Credit) -> Iterator[Credit]:
    """A credit, and then without notes, without tracks, without roles."""
    yield credit
    for changes in ({"note": None}, {"tracks": ()}, {"note": None, "tracks": ()}):
        yield attrs.evolve(credit, roles=tuple(attrs.evolve(role, **changes) for role in credit.roles))
    yield attrs.evolve(credit, roles=())


def _texts(credit: Credit) -> Iterator[str]:
    """The forms of a line: `names – roles`, `Role: names`, `ROLE by NAMES`, names with their tracks, names alone."""
    names = ", ".join(credit.names)
    roles = ", ".join(map(_role_text, credit.roles))
    if not credit.roles:
        yield names
        return
    yield f"{names} – {roles}"
    if credit.songs:
        yield f"{names} – {roles} on {_quoted(credit.songs, ' and ')}"
    yield f"{roles}: {names}"
    if len(credit.roles) == 1 and credit.roles[0].name:
        yield f"{roles} by {names}"
    if all(role.name is None for role in credit.roles):
        yield f"{names} {roles}"


def _quoted(songs: Sequence[str], joint: str) -> str:
    return joint.join(f'"{song}"' for song in songs)


def _role_text(role: Role) -> str:
    """A role with its tracks and its note."""
    tracks = (
        f"tracks {numbers_text(role.tracks)}"
        if len(role.tracks) > 1
        else f"track {role.tracks[0]}"
        if role.tracks
        else None
    )
    text = f"{role.name or ''} ({tracks})".lstrip() if tracks is not None else role.name or ""
    return text if role.note is None else f"{text} ({role.note})".lstrip()
