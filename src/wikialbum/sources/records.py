"""What sources give: records, and what is told of those that could not be read."""

from __future__ import annotations

from typing import Final, NamedTuple

import attrs

from wikialbum.errors import WikiAlbumError

__all__ = ["ARTICLES", "DEFAULT_FIELDS", "Failure", "Fields", "Meter", "Record", "SourceError", "broken"]

#: The namespace of articles in a dump; the others hold talk, users' pages, templates and so on.
ARTICLES: Final = 0


class Record(NamedTuple):
    """One page of a source.

    Attributes:
        id: What the source calls the page; where it gives none, its 1-based place in the source, or the file's path.
        title: The page's title, or None.
        text: The whole text, in either dialect.
        source: The path of the file that holds it.
        namespace: The number of the page's namespace in a dump; 0 is that of articles.
    """

    id: str
    title: str | None
    text: str
    source: str
    namespace: int = ARTICLES


class Failure(NamedTuple):
    """A page, or the rest of a source, that gave nothing.

    Attributes:
        id: The page's id, or None where a source itself failed.
        title: The page's title, or None.
        source: The path of the file.
        reason: Why, in one line.
        ends_source: Whether nothing more could be read from the file.
    """

    id: str | None
    title: str | None
    source: str
    reason: str
    ends_source: bool = False


class SourceError(WikiAlbumError, ValueError):
    """A source, or a page of it, could not be read.

    Attributes:
        failure: What failed, and why.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        page = f", page {self.failure.id}" if self.failure.id is not None else ""
        return f"{self.failure.source}{page}: {self.failure.reason}"


class Fields(NamedTuple):
    """The keys of JSON Lines, or the columns of Parquet, that make a record.

    Attributes:
        text: Where the text stands; each record must have it.
        title: Where the title stands, if anywhere.
        id: Where the id stands, if anywhere.
    """

    text: str = "text"
    title: str = "title"
    id: str = "id"


DEFAULT_FIELDS: Final = Fields()


@attrs.define
class Meter:
    """Counts the bytes that have been read from disk, for a progress bar.

    Attributes:
        done: The bytes so far; compressed ones where the file is compressed.
    """

    done: int = 0


def broken(path: str, error: BaseException) -> SourceError:
    """The error of a source that cannot be read on."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(Failure(None, None, path, reason or type(error).__name__, ends_source=True))
