"""The options that commands share, and the kinds of value that they take."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final, TypeVar, get_args

import click

from wikialbum.cli.inputs import Reading
from wikialbum.files import DEFAULT_LIMIT
from wikialbum.syntax import Dialect

_F = TypeVar("_F", bound=Callable[..., object])


_SIZE: Final = re.compile(r"([0-9]{1,15})([KMG]?)", re.IGNORECASE)
_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def _size(_ctx: click.Context, _param: click.Parameter, value: str) -> int:
    """A number of bytes: `65536`, `64K`, `16M`, `1G`."""
    match = _SIZE.fullmatch(value)
    if match is None:
        raise click.BadParameter(f"{value!r} is no size; write a number of bytes, or one such as 64K, 16M, 1G.")
    return int(match[1]) * _UNITS[match[2].upper()]


def examples(*lines: str) -> str:
    r"""Examples below the help of a command; `\b` keeps click from wrapping them."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


FILES: Final = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=str)
)
FILE: Final = click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, path_type=str))

_DIALECT: Final = click.option(
    "--dialect", type=click.Choice(get_args(Dialect)), help="The dialect; recognised from the text unless given."
)
_LIMIT: Final = click.option(
    "--limit",
    metavar="SIZE",
    default=f"{DEFAULT_LIMIT >> 20}M",
    show_default=True,
    callback=_size,
    help="Refuse files of more bytes than this, such as 64K.",
)
_TITLE: Final = click.option("--title", metavar="TEXT", help="The article's title, for one that does not give it.")
_STRICT: Final = click.option("--strict", is_flag=True, help="Refuse articles that leave doubts.")


def _gathering(*options: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """A decorator that adds options to a command, which gets their values as one `reading`."""

    def decorate(command: _F) -> _F:
        @functools.wraps(command)
        def gathered(
            *,
            dialect: Dialect | None,
            limit: int,
            title: str | None = None,
            strict: bool = False,
            **others: object,
        ) -> object:
            return command(reading=Reading(dialect, title, strict=strict, limit=limit), **others)

        decorated: object = gathered
        for option in reversed(options):
            decorated = option(decorated)
        return decorated  # type: ignore[return-value]

    return decorate


#: For commands that read the syntax tree.
tree_options = _gathering(_DIALECT, _LIMIT)

#: For commands that judge an article.
article_options = _gathering(_DIALECT, _TITLE, _LIMIT)

#: For commands that read albums.
album_options = _gathering(_DIALECT, _TITLE, _STRICT, _LIMIT)
