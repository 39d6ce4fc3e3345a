"""What reaches the terminal, or the pipe: text that is safe to show, lines without trailing blanks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Final

import click
from rich.console import Console, RenderableType
from rich.text import Text

#: An album is easier to read in lines of this length than across a whole wide screen.
MAX_WIDTH: Final = 110

# Control characters act on a terminal, bidirectional marks reorder its line, and surrogates cannot be written.
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS: Final = re.compile(r"\r\n?|[\t\n]")


def visible(text: str) -> str:
    r"""A text on one line, with its control characters made visible.

    Examples:
        >>> visible("Red\x1b[31m\nLine")
        'Red\\x1b[31m Line'
    """
    return _CONTROL.sub(_escape, _BLANKS.sub(" ", text))


def harmless_json(json: str) -> str:
    r"""JSON in which the characters that act on a terminal are escaped, those too that JSON lets stand.

    Examples:
        >>> harmless_json('"\u009b31m"\n')
        '"\\u009b31m"\n'
    """
    return _CONTROL.sub(lambda match: match[0] if match[0] < " " else f"\\u{ord(match[0]):04x}", json)


def make_console() -> Console:
    """A console for standard output: its colours only on a terminal and without `NO_COLOR`, its words never markup."""
    color_system = None if os.environ.get("NO_COLOR") else "auto"
    return Console(color_system=color_system, markup=False, highlight=False, emoji=False)  # type: ignore[arg-type]


def print_view(renderable: RenderableType) -> None:
    """Print something as wide as the screen, up to `MAX_WIDTH`."""
    console = make_console()
    console.width = min(console.width, MAX_WIDTH)
    if console.is_terminal:
        console.print(renderable)
        return
    with console.capture() as shown:
        console.print(renderable)
    # rich fills the last column of a table with blanks
    click.echo("\n".join(line.rstrip() for line in shown.get().split("\n")), nl=False)


def print_lines(lines: Iterable[Text]) -> None:
    """Print lines: each whole in a pipe, cut at the edge of a terminal."""
    console = make_console()
    for line in lines:
        if console.is_terminal:
            console.print(line, no_wrap=True, overflow="ellipsis")
        else:
            click.echo(line.plain)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
