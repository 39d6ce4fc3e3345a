"""Album to text: a canonical article of either dialect that is read as the album again."""

from __future__ import annotations

import attrs

from wikialbum.album import Album
from wikialbum.api import parse_text
from wikialbum.diff import Change, ChangeKind, diff
from wikialbum.render.credits import write_credits
from wikialbum.render.header import Header, write_header
from wikialbum.render.tables import write_certifications, write_charts, write_ratings, write_releases
from wikialbum.render.tracks import write_tracks
from wikialbum.render.trial import Trial
from wikialbum.render.writers import Writer, writer_of
from wikialbum.syntax import Blank, Dialect, Heading, Node, Paragraph, recognise_dialect

__all__ = ["render"]


def render(album: Album, dialect: Dialect = "plain", *, lost: list[Change] | None = None) -> str:
    r"""Write an album as a canonical article, which is read as the same album again.

    Each fact is written in a form that the normalizer reads as that fact; one that the dialect cannot carry is left
    out. The article has no prose.

    Args:
        album: The album; its article and diagnostics are not looked at.
        dialect: `plain` or `wikitext`.
        lost: A list to which is added what the article does not carry, as the changes from the album to the one that
            the article is read as.

    Raises:
        ValueError: There is no such dialect.

    Examples:
        >>> from wikialbum import Album, Credit, Role, Single
        >>> album = Album(title="Rush", credits=(Credit(("Ann Lee",), (Role("harp", (1, 2)),)),))
        >>> print(render(album))
        Rush
        - Type:
        <BLANKLINE>
        ==Personnel==
        - Ann Lee – harp (tracks 1, 2)
        <BLANKLINE>
        >>> lost = []
        >>> text = render(Album(title="Rush", artist="Ann Lee", singles=(Single("Tears"),)), lost=lost)
        >>> print(*lost)
        singles[0]: - {'title': 'Tears', 'date': None}
    """
    writer = writer_of(dialect)
    header = write_header(album, writer)
    trial = _trial(header)
    tracks = write_tracks(album, trial)
    sections = [
        *write_ratings(album, trial),
        *tracks,
        *write_credits(album, _beside(trial, tracks)),
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
    fields = {key: raw for key, raw in header.fields.items() if header.read_with({key: raw}).artist}
    if not fields:
        return Trial(header.writer)
    before = str(header.writer.infobox(None, list(fields.items())))
    return Trial(header.writer, Trial(header.writer, before=before).read(()), before)


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
    titled = f"{writer.heading(1, album.article_title)}\n{text}" if text else str(writer.heading(1, album.article_title))
    read = parse_text(titled, dialect=writer.dialect)
    if read.article_title != album.article_title or recognise_dialect(titled) != writer.dialect:
        return text
    return titled


def _spaced(blocks: list[Node]) -> str:
    """The text of blocks, with a blank line above each heading that does not follow another."""
    out: list[str] = []
    before: Node | None = None
    for block in blocks:
        if isinstance(block, Heading) and before is not None and not isinstance(before, Heading):
            out.append("\n")
        out.append(str(block))
        before = block
    return "".join(out)
