"""The articles that a command is given: read one after the other, and what fails is told and passed over."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

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
        self.status = 0

    def texts(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each file that can be read."""
        for file in self._files:
            name = "<stdin>" if file == "-" else visible(file)
            try:
                source = sys.stdin.buffer if file == "-" else file
                text = read_text(source, limit=self._reading.limit)
            except (OSError, ArticleEncodingError, ArticleTooLargeError) as error:
                self.fail(name, _reason(error))
                continue
            yield name, text

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

    def _refuse(self, name: str, error: StrictParseError) -> None:
        """Tell the doubts of an article that was read strictly."""
        count = len(error.diagnostics)
        click.echo(f"wikialbum: {name}: {count} doubt{'s' if count != 1 else ''} in the article", err=True)
        for diagnostic, excerpt in zip(error.diagnostics, error.excerpts, strict=True):
            click.echo(f"{name}:{visible(str(diagnostic))}", err=True)
            for line in excerpt.split("\n"):
                click.echo(visible(line), err=True)
        self.doubt()


def _reason(error: OSError | ArticleEncodingError | ArticleTooLargeError) -> str:
    """Why a file could not be read, without its name."""
    if isinstance(error, ArticleEncodingError):
        return f"not UTF-8: the byte at offset {error.offset} does not decode; convert the file to UTF-8 first"
    if isinstance(error, ArticleTooLargeError):
        return f"larger than {error.limit} bytes; allow more with --limit if this is an article"
    return visible(error.strerror or str(error))
