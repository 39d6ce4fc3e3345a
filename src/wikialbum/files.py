"""Reads the text of one article from a file: exact, as UTF-8, and not beyond a limit."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Any, Final, Protocol, TypeAlias

from wikialbum.errors import ArticleEncodingError, ArticleTooLargeError

__all__ = ["DEFAULT_LIMIT", "Readable", "Source", "read_text"]

#: The largest article that is read unless a caller says otherwise, in bytes.
DEFAULT_LIMIT: Final = 16 * 1024 * 1024

_CHUNK: Final = 1024 * 1024
_STREAM: Final = "<stream>"


class Readable(Protocol):
    """An open file, text or binary: whatever has `read`."""

    def read(self, size: int, /) -> str | bytes:
        """At most `size` characters or bytes; none at the end."""


Source: TypeAlias = str | os.PathLike[str] | Readable
"""Where an article comes from: a path, or an open file."""


def read_text(source: Source, *, limit: int = DEFAULT_LIMIT) -> str:
    r"""The text of a file, character for character: line ends and a byte-order mark stay in it.

    Args:
        source: A path, or an open text or binary file, which is read from where it stands and left open. A text file
            gives exact line ends only if it was opened with `newline=""`.
        limit: The largest size in bytes; of a text file, the size that it has as UTF-8.

    Raises:
        OSError: The file is missing, is a folder, or may not be read: as Python raises it.
        ArticleEncodingError: The bytes are not UTF-8.
        ArticleTooLargeError: There are more bytes than `limit`; nothing beyond it has been read.
        UnicodeDecodeError: A text file failed to decode, in another encoding or from a pipe.
        TypeError: `source` is neither a path nor an open file.

    Examples:
        >>> import io
        >>> read_text(io.BytesIO("= 雨 =\r\n".encode()))
        '= 雨 =\r\n'
    """
    if not isinstance(source, (str, os.PathLike)):
        if not hasattr(source, "read"):
            raise TypeError(f"expected a path or an open file, not {type(source).__name__}")
        return _read_open(source, _name(source), limit)
    name = os.fsdecode(source)
    try:
        file = open(source, "rb")  # noqa: PTH123, SIM115 - any path-like; closed below
    except OSError as error:
        if "\n" in name:
            error.add_note("A text with several lines is no path; parse_text reads the text of an article.")
        raise
    with file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise ArticleTooLargeError(name, status.st_size, limit)
        return _read_open(file, name, limit)


def _read_open(file: Readable, name: str, limit: int) -> str:
    """The rest of an open file."""
    try:
        chunks = list(_chunks(file, name, limit))
    except UnicodeDecodeError as error:  # a text file decodes by itself
        offset = _text_file_offset(file, error)
        if offset is None:
            raise
        raise ArticleEncodingError(name, offset) from error
    if chunks and isinstance(chunks[0], str):
        return "".join(chunks)
    try:
        return b"".join(chunks).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleEncodingError(name, error.start) from error


def _chunks(file: Readable, name: str, limit: int) -> Iterator[Any]:
    """The pieces of a file, of str or of bytes, while they stay within the limit."""
    size = 0
    while chunk := file.read(min(_CHUNK, limit + 1 - size)):
        yield chunk
        size += _utf8_size(chunk) if isinstance(chunk, str) else len(chunk)
        if size > limit:
            raise ArticleTooLargeError(name, size, limit)


def _utf8_size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _text_file_offset(file: Readable, error: UnicodeDecodeError) -> int | None:
    """Where in a text file the bad byte stands, or None where the file cannot tell or is not read as UTF-8.

    The piece that Python failed to decode ends where the file's buffer now stands.
    """
    buffer = getattr(file, "buffer", None)
    if error.encoding != "utf-8" or buffer is None or not buffer.seekable():
        return None
    end: int = buffer.tell()
    return end - len(error.object) + error.start


def _name(file: object) -> str:
    """The name of an open file, as errors tell it."""
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else _STREAM
