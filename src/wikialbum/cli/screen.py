"""What reaches the terminal, or the pipe: text that is safe to show, lines without trailing blanks."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

import click
from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

#: An album is easier to read in lines of this length than across a whole wide screen.
MAX_WIDTH: Final = 110

#: How wide a screen is that does not know its width.
_USUAL_WIDTH: Final = 80

#: What stands for a sign of typography where the encoding of the output has none.
_PLAIN_SIGNS: Final = {
    **dict.fromkeys("\u2010\u2011\u2012–—―−─·", "-"),
    **dict.fromkeys("│├", "|"),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("“”„", '"'),
    "└": "`",
    "›": ">",
    "→": "->",
    "…": "...",
    "×": "x",
}

# Control characters act on a terminal, bidirectional marks reorder its line, and surrogates cannot be written.
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS: Final = re.compile(r"\r\n?|[\t\n]")


def visible(text: str) -> str:
    r"""A text on one line, with its control characters made visible, in the letters that standard output has.

    Examples:
        >>> visible("Red\x1b[31m\nLine")
        'Red\\x1b[31m Line'
    """
    return writable(_CONTROL.sub(_escape, _BLANKS.sub(" ", text)))


def writable(text: str) -> str:
    """A text in the letters that standard output has: plain signs for those of typography, escapes for the rest.

    Lines are laid out with what will be written, so that columns stand where they should.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text if text.isascii() else text.encode(encoding, _ERRORS).decode(encoding)


def write_what_can_be_written() -> None:
    """From here on, standard output takes every text: what it has no letter for becomes what `writable` makes of it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_ERRORS)


def harmless_json(json: str) -> str:
    r"""JSON in which the characters that act on a terminal are escaped, those too that JSON lets stand.

    Examples:
        >>> harmless_json('"\u009b31m"\n')
        '"\\u009b31m"\n'
    """
    return _CONTROL.sub(lambda match: match[0] if match[0] < " " else f"\\u{ord(match[0]):04x}", json)


def throw_away_output() -> None:
    """Write no more to standard output, not even what waits to be written, after it took no more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def make_console() -> Console:
    """A console for standard output: its colours only on a terminal and without `NO_COLOR`, its words never markup."""
    color_system = None if os.environ.get("NO_COLOR") else "auto"
    return Console(color_system=color_system, markup=False, highlight=False, emoji=False)  # type: ignore[arg-type]


def print_view(renderable: RenderableType) -> None:
    """Print something as wide as the screen, up to `MAX_WIDTH`."""
    console = make_console()
    console.width = min(console.width or _USUAL_WIDTH, MAX_WIDTH)
    lines = map(_without_trailing_blanks, console.render_lines(renderable, pad=False))
    if console.is_terminal:
        console.print(Segments(_joined(lines)), end="", soft_wrap=True)
    else:
        click.echo("".join(segment.text for segment in _joined(lines)), nl=False)


def print_lines(lines: Iterable[Text], *, cut: bool = False) -> None:
    """Print lines, each whole.

    Args:
        lines: The lines.
        cut: Whether a terminal cuts them at its edge; a pipe gets them whole.
    """
    console = make_console()
    has_ellipsis = console.encoding.startswith("utf")
    for line in lines:
        if not console.is_terminal:
            click.echo(line.plain)
        elif cut:
            console.print(line, no_wrap=True, overflow="ellipsis" if has_ellipsis else "crop")
        else:
            console.print(line, soft_wrap=True)


def _without_trailing_blanks(line: list[Segment]) -> list[Segment]:
    """A line without the blanks that rich fills the last column of a table with."""
    while line and not line[-1].text.strip(" "):
        line.pop()
    return [*line[:-1], Segment(line[-1].text.rstrip(" "), line[-1].style)] if line else []


def _joined(lines: Iterable[list[Segment]]) -> Iterator[Segment]:
    for line in lines:
        yield from line
        yield Segment.line()


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _plain(error: UnicodeError) -> tuple[str, int]:
    """What is written for characters that an encoding has not: a handler of errors, as `codecs` wants it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN_SIGNS.get(letter) or _escaped(letter) for letter in missing), error.end


def _escaped(letter: str) -> str:
    return letter.encode("ascii", "backslashreplace").decode()


_ERRORS: Final = "wikialbum.plain"
codecs.register_error(_ERRORS, _plain)
