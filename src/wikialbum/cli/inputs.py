"""The articles that a command is given: read one after the other, and what fails is told and passed over."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Final

import attrs
import click

import wikialbum
from wikialbum.album import Album
from wikialbum.cli.screen import visible
from wikialbum.errors import ArticleEncodingError, ArticleTooLargeError, StrictParseError
from wikialbum.files import DEFAULT_LIMIT, read_text
from wikialbum.syntax import Dialect

#: The exit status where an article leaves doubts that were asked for.
DOUBTS = 1

#: The exit status where a file could not be read, or has not what was asked for; click uses it for wrong usage too.
FAILED = 2

#: How many names of a folder are looked at for one that was meant.
_NAMES_LOOKED_AT: Final = 2000

#: How alike the names of two files are, from 0 to 1, of which one may have been written for the other.
_LIKENESS: Final = 0.8


@attrs.frozen
class Reading:
    """How articles are read: the options that commands share.

    Attributes:
        dialect: The dialect, or None to recognise it.
        title: The article's title, where the article does not give it.
        strict: Whether an article with doubts is refused.
        limit: The largest size of a file in bytes.
    """

    dialect: Dialect | None = None
    title: str | None = None
    strict: bool = False
    limit: int = DEFAULT_LIMIT


class Inputs:
    """The articles of one call.

    Args:
        files: Their paths; `-` is standard input.
        reading: How to read them.

    Attributes:
        status: The exit status so far: the highest of what happened.
    """

    def __init__(self, files: Sequence[str], reading: Reading) -> None:
        self._files = files
        self._reading = reading
        self._has_read_stdin = False
        self.status = 0

    def texts(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each file that can be read."""
        for _, name, text in self.files():
            yield name, text

    def files(self) -> Iterator[tuple[str, str, str]]:
        """The path, the name that is told of it, and the text of each file that can be read."""
        for file in self._files:
            name = "<stdin>" if file == "-" else visible(file)
            try:
                text = self._stdin() if file == "-" else read_text(file, limit=self._reading.limit)
            except (OSError, ArticleEncodingError, ArticleTooLargeError) as error:
                self.fail(name, _reason(file, error))
                continue
            yield file, name, text

    def albums(self) -> Iterator[tuple[str, Album]]:
        """The name and the album of each file that can be read."""
        reading = self._reading
        for name, text in self.texts():
            try:
                album = wikialbum.parse_text(text, dialect=reading.dialect, title=reading.title, strict=reading.strict)
            except StrictParseError as error:
                self._refuse(name, error)
                continue
            yield name, album

    def fail(self, name: str, reason: str) -> None:
        """Say in one line on standard error why a file gave nothing."""
        click.echo(f"wikialbum: {name}: {reason}", err=True)
        self.status = max(self.status, FAILED)

    def doubt(self) -> None:
        """Note that an article left doubts."""
        self.status = max(self.status, DOUBTS)

    def _stdin(self) -> str:
        """The text of standard input, which can be read once."""
        if self._has_read_stdin:
            raise OSError(errno.EINVAL, "can be read only once; name it once, or save it as a file")
        if sys.stdin is None:
            raise OSError(errno.EBADF, "is closed; name a file")
        self._has_read_stdin = True
        return read_text(sys.stdin.buffer, limit=self._reading.limit)

    def _refuse(self, name: str, error: StrictParseError) -> None:
        """Tell the doubts of an article that was read strictly."""
        count = len(error.diagnostics)
        click.echo(f"wikialbum: {name}: {count} doubt{'s' if count != 1 else ''} in the article", err=True)
        for diagnostic, excerpt in zip(error.diagnostics, error.excerpts, strict=True):
            click.echo(f"{name}:{visible(str(diagnostic))}", err=True)
            for line in excerpt.split("\n"):
                click.echo(visible(line), err=True)
        self.doubt()


def _reason(file: str, error: OSError | ArticleEncodingError | ArticleTooLargeError) -> str:
    """Why a file could not be read, without its name, and what to do about it."""
    if isinstance(error, ArticleEncodingError):
        remedy = "wikialbum extract reads archives" if _is_archive(file) else "convert the file to UTF-8 first"
        return f"not UTF-8: the byte at offset {error.offset} does not decode; {remedy}"
    if isinstance(error, ArticleTooLargeError):
        return f"larger than {error.limit} bytes; allow more with --limit if this is an article"
    if file and Path(file).is_dir():  # an empty name would be that of the current folder
        return "is a folder; name files, or read all files of a folder with wikialbum extract"
    hint = _similar_name(file) if isinstance(error, FileNotFoundError) else ""
    return visible(error.strerror or str(error)) + hint


def _is_archive(file: str) -> bool:
    """Whether a file's name is that of a container which articles can be extracted from."""
    from wikialbum.sources.streams import COMPRESSIONS  # noqa: PLC0415 - needed after a failure alone

    return Path(file).suffix.lower() in {*COMPRESSIONS, ".parquet"}


def _similar_name(file: str) -> str:
    """A question after the file that may have been meant, or nothing; its ending and its case do not matter."""
    path = Path(file)
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _NAMES_LOOKED_AT) if entry.is_file()]
    except OSError:
        return ""
    stems = {Path(name).stem.casefold(): name for name in sorted(names, reverse=True)}
    similar = get_close_matches(path.stem.casefold(), stems, n=1, cutoff=_LIKENESS)
    return f"; did you mean {visible(str(path.with_name(stems[similar[0]])))!r}?" if similar else ""
