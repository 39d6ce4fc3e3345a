"""Writes the article of an album: its title, infobox and sections, in their canonical order."""

from __future__ import annotations

import itertools

import attrs

from wikialbum.album import Album
from wikialbum.api import parse_text
from wikialbum.diff import Change, ChangeKind, diff
from wikialbum.render.credits import write_credits
from wikialbum.render.header import LONGEST_NAME, Header, write_header
from wikialbum.render.tables import write_certifications, write_charts, write_ratings, write_releases
from wikialbum.render.tracks import write_tracks
from wikialbum.render.trial import Trial
from wikialbum.render.writers import Writer, writer_of
from wikialbum.syntax import Blank, Dialect, Heading, Node, Paragraph, recognise_dialect


def write_article(album: Album, dialect: Dialect, lost: list[Change] | None) -> str:
    """The text of an album's article; see `wikialbum.render`."""
    writer = writer_of(dialect)
    header = write_header(album, writer)
    trial = _trial(header)
    tracks = write_tracks(album, trial)
    sections = [
        *write_ratings(album, trial),
        *tracks,
        *write_credits(album, _beside(trial, tracks) if _counts_tracks(album) else trial),
        *write_charts(album, trial),
        *write_certifications(album, trial),
        *write_releases(album, trial),
        *_categories(album, writer),
    ]
    text = _titled(album, writer, _spaced([*header.blocks(), *sections]))
    if lost is not None:
        changes = diff(album, parse_text(text, dialect=dialect))
        lost.extend(change for change in changes if change.kind is not ChangeKind.ADDED)
    return text


def _trial(header: Header) -> Trial:
    """A trial beside the album's artist, whose name may look like a list."""
    short = {key: raw for key, raw in header.fields.items() if len(raw) <= LONGEST_NAME}
    fields = {key: raw for key, raw in short.items() if header.read_with({key: raw}).artist}
    if not fields:
        return Trial(header.writer)
    before = str(header.writer.infobox(None, list(fields.items())))
    return Trial(header.writer, Trial(header.writer, before=before).read(()), before)


def _counts_tracks(album: Album) -> bool:
    """Whether some credit may be for `all tracks except 5`, which the number of tracks decides."""
    return any("except" in text or "but" in text for text in (credit.text.casefold() for credit in album.credits))


def _beside(trial: Trial, blocks: list[Node]) -> Trial:
    """A trial beside some more blocks."""
    return attrs.evolve(trial, facts=trial.read(blocks), before=trial.before + "".join(map(str, blocks)))


def _categories(album: Album, writer: Writer) -> list[Node]:
    if writer.dialect == "plain":
        return []
    names = [name for name in album.categories if Trial(writer).reads([_category(name)], categories=(name,))]
    return [Blank(), *map(_category, names)] if names else []


def _category(name: str) -> Paragraph:
    return Paragraph(f"[[Category:{name}]]")


def _titled(album: Album, writer: Writer, text: str) -> str:
    """A text below the article's title; wikitext goes without where the title makes it look like the plain dialect."""
    if album.article_title is None:
        return text
    titled = (
        f"{writer.heading(1, album.article_title)}\n{text}" if text else str(writer.heading(1, album.article_title))
    )
    read = parse_text(titled, dialect=writer.dialect)
    if read.article_title != album.article_title or recognise_dialect(titled) != writer.dialect:
        return text
    return titled


def _spaced(blocks: list[Node]) -> str:
    """The text of blocks from the first that is not blank, with a blank line above each heading that follows no other."""
    out: list[str] = []
    before: Node | None = None
    for block in itertools.dropwhile(_is_blank, blocks):
        if isinstance(block, Heading) and before is not None and not isinstance(before, Heading):
            out.append("\n")
        out.append(str(block))
        before = block
    return "".join(out)


def _is_blank(block: Node) -> bool:
    return isinstance(block, Blank)
