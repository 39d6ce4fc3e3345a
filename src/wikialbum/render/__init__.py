"""Album to text: a canonical article of either dialect that is read as the album again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wikialbum.album import Album
    from wikialbum.diff import Change
    from wikialbum.syntax import Dialect

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
        >>> import attrs
        >>> from wikialbum import Album, Credit, Role, Single
        >>> album = Album(title="Rush", artist="Bo Day", credits=(Credit(("Ann Lee",), (Role("harp", (1, 2)),)),))
        >>> print(render(album))
        Rush
        - Artist: Bo Day
        <BLANKLINE>
        ==Personnel==
        - Ann Lee – harp (tracks 1, 2)
        <BLANKLINE>
        >>> lost = []
        >>> text = render(attrs.evolve(album, singles=(Single("Tears"),)), lost=lost)
        >>> print(*lost)
        singles[0]: - {'title': 'Tears', 'date': None}
    """
    from wikialbum.render.article import write_article  # noqa: PLC0415 - it loads the normalizer

    return write_article(album, dialect, lost)
