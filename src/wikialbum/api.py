"""The functions that most programs call: file or text in, album out."""

from __future__ import annotations

import os
from typing import IO

import wikialbum.normalize  # noqa: F401 - loaded now, since loading it later would hide the function of that name
from wikialbum.album import Album
from wikialbum.collector import resting_collector
from wikialbum.files import DEFAULT_LIMIT, read_text
from wikialbum.syntax import Article, Dialect, parse_article
from wikialbum.vocabulary import Vocabulary, vocabulary_for

__all__ = ["albums", "normalize", "parse", "parse_text"]


def parse(
    source: str | os.PathLike[str] | IO[str] | IO[bytes],
    *,
    dialect: Dialect | None = None,
    title: str | None = None,
    strict: bool = False,
    limit: int = DEFAULT_LIMIT,
) -> Album:
    r"""Read the album that an article in a file describes.

    Args:
        source: A path, or an open text or binary file. Files are UTF-8.
        dialect: `plain` or `wikitext`; recognised from the text where None.
        title: The article's title where the text does not hold it.
        strict: Raise where anything in the article is in doubt.
        limit: The largest size to read, in bytes.

    Raises:
        OSError: The file cannot be read.
        ArticleEncodingError: The file is not UTF-8.
        ArticleTooLargeError: The file is larger than the limit.
        StrictParseError: `strict` is true and something is in doubt.

    Examples:
        >>> import io
        >>> parse(io.StringIO("= Rush =\n\nRush\n- Released: 14 January 1992\n")).released
        PartialDate(year=1992, month=1, day=14)
    """
    return parse_text(read_text(source, limit=limit), dialect=dialect, title=title, strict=strict)


def parse_text(text: str, *, dialect: Dialect | None = None, title: str | None = None, strict: bool = False) -> Album:
    r"""Read the album that the text of an article describes; see `parse`.

    Examples:
        >>> parse_text("== Charts ==\n| Chart (1992) | Peak position |\n| US Billboard 200 | 24 |\n").charts[0].peak
        24
    """
    return normalize(parse_article(text, dialect=dialect), title=title, strict=strict)


def normalize(
    article: Article, *, title: str | None = None, strict: bool = False, words: Vocabulary | None = None
) -> Album:
    r"""The album that the syntax tree of an article describes.

    Args:
        article: The tree.
        title: The article's title where the tree does not hold it, such as a page's title in a dump.
        strict: Raise where anything in the article is in doubt.
        words: The vocabulary of the article's language; told by the name of its infobox where None, else English.

    Raises:
        StrictParseError: `strict` is true and a diagnostic is a warning or an error.

    Examples:
        >>> normalize(parse_article("= Rush =\n\nRush\n- Genre: Blues, pop rock\n")).genres
        ('Blues', 'pop rock')
    """
    from wikialbum.normalize.article import read_album  # noqa: PLC0415 - the normalizer is loaded when first needed

    with resting_collector(_size(article)):
        return read_album(article, title=title, strict=strict, words=words or vocabulary_for(article))


def albums(article: Article, *, title: str | None = None, words: Vocabulary | None = None) -> tuple[Album, ...]:
    r"""Every album that an article describes, in order; at least one.

    An article about something else, such as a film, can hold the infobox of an album in one of its sections: the album
    is then that of the section, with the section's tracks and credits.

    Args:
        article: The syntax tree.
        title: The article's title where the tree does not hold it.
        words: The vocabulary of the article's language; told by the name of its infobox where None, else English.

    Examples:
        >>> text = "{{Infobox film}}\n== Music ==\n{{Infobox album|name=Rush}}\n# \"Preludin Fugue\" – 3:36\n"
        >>> [(album.title, len(album.tracks)) for album in albums(parse_article(text))]
        [('Rush', 1)]
    """
    from wikialbum.normalize.article import read_albums  # noqa: PLC0415 - the normalizer is loaded when first needed

    with resting_collector(_size(article)):
        return tuple(read_albums(article, title=title, words=words or vocabulary_for(article)))


def _size(article: Article) -> int:
    """How many characters an article was read from; 0 for one that was made by hand."""
    return article.span.length if article.span else 0
