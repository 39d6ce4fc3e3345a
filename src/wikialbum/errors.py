"""The errors of wikialbum. Each is also the builtin error that it resembles."""

from __future__ import annotations

from collections.abc import Sequence

from wikialbum.diagnostics import Diagnostic

__all__ = [
    "AlbumDataError",
    "ArticleEncodingError",
    "ArticleTooLargeError",
    "BadEditError",
    "EditError",
    "MissingExtraError",
    "NodeNotFoundError",
    "StrictParseError",
    "WikiAlbumError",
]


class WikiAlbumError(Exception):
    """The root of all errors that wikialbum raises of its own."""


class ArticleEncodingError(WikiAlbumError, ValueError):
    """An article's bytes are not UTF-8.

    Attributes:
        source: The name of the file, or `<stream>`.
        offset: The 0-based offset of the first byte that does not decode.
    """

    def __init__(self, source: str, offset: int) -> None:
        super().__init__(source, offset)
        self.source = source
        self.offset = offset

    def __str__(self) -> str:
        return f"{self.source}: expected UTF-8, found another byte at offset {self.offset}; convert the file to UTF-8 first"


class ArticleTooLargeError(WikiAlbumError, ValueError):
    """An article is larger than the limit.

    Attributes:
        source: The name of the file, or `<stream>`.
        size: The size in bytes: of the file where it is known, else what had been read when the limit was passed.
        limit: The limit in bytes.
    """

    def __init__(self, source: str, size: int, limit: int) -> None:
        super().__init__(source, size, limit)
        self.source = source
        self.size = size
        self.limit = limit

    def __str__(self) -> str:
        return (
            f"{self.source}: expected at most {self.limit} bytes, found {self.size} or more; "
            "pass a larger limit=… if this is an article"
        )


class AlbumDataError(WikiAlbumError, ValueError):
    """A dict is not Album JSON.

    Attributes:
        path: Where, such as `credits[3].roles[0].tracks`; empty for the whole.
        problem: What was expected there.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" if self.path else self.problem


class StrictParseError(WikiAlbumError, ValueError):
    """An article read with `strict=True` left doubts.

    Attributes:
        diagnostics: The doubts: every diagnostic that is a warning or an error.
        excerpts: For each of them the line of the article with a caret below the place.
    """

    def __init__(self, diagnostics: Sequence[Diagnostic], excerpts: Sequence[str]) -> None:
        super().__init__(tuple(diagnostics), tuple(excerpts))
        self.diagnostics = tuple(diagnostics)
        self.excerpts = tuple(excerpts)

    def __str__(self) -> str:
        count = len(self.diagnostics)
        parts = [
            f"{count} doubt{'s' if count != 1 else ''} in the article; mend the lines or read it without strict=True"
        ]
        for diagnostic, excerpt in zip(self.diagnostics, self.excerpts, strict=True):
            parts.append(f"{diagnostic}\n{excerpt}" if excerpt else str(diagnostic))
        return "\n".join(parts)


class EditError(WikiAlbumError):
    """An edit of an article is refused; the article is as it was."""


class NodeNotFoundError(EditError, LookupError):
    """What an edit is about, a node, a field or a section, is not in the article."""


class BadEditError(EditError, ValueError):
    """What an edit would write would be read as something else than it is meant to be."""


class MissingExtraError(WikiAlbumError, ImportError):
    """A function needs packages that an extra of wikialbum brings."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs the extra "{extra}": pip install "wikialbum[{extra}]"')
        self.extra = extra
