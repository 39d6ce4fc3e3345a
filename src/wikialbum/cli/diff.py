"""The command `diff`: what an edit of an article changed in its facts."""

from __future__ import annotations

from typing import Final

import click
from rich.text import Text

import wikialbum
from wikialbum.cli.inputs import Inputs, Reading
from wikialbum.cli.options import album_options, examples
from wikialbum.cli.screen import print_lines, visible
from wikialbum.diff import Change, ChangeKind

__all__ = ["diff"]

_MARKS: Final = {
    ChangeKind.ADDED: ("+", "green"),
    ChangeKind.REMOVED: ("-", "red"),
    ChangeKind.CHANGED: ("~", "yellow"),
}
_PATH: Final = click.Path(allow_dash=True, path_type=str)


@click.command(epilog=examples("wikialbum diff rush-2019.wiki rush-2024.wiki"))
@click.argument("old", metavar="OLD", type=_PATH)
@click.argument("new", metavar="NEW", type=_PATH)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the facts differ.")
@album_options
def diff(old: str, new: str, reading: Reading, *, exit_code: bool) -> None:
    """Show which facts differ between two articles.

    Each is a line: + added, - removed, ~ changed, with its path in Album JSON. Prose is not compared.
    """
    inputs = Inputs((old, new), reading)
    albums = [album for _, album in inputs.albums()]
    if len(albums) == 2:
        changes = wikialbum.diff(*albums)
        print_lines(map(_line, changes))
        if changes and exit_code:
            inputs.doubt()
    click.get_current_context().exit(inputs.status)


def _line(change: Change) -> Text:
    mark, style = _MARKS[change.kind]
    shown = str(change).replace(f"{change.path}: {mark} ", f"{change.path}: ", 1)
    return Text(f"{mark} {visible(shown)}", style=style)
