"""The command `fmt`: articles in canonical form, in place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

import click
from rich.text import Text

import wikialbum
from wikialbum.cli.inputs import Inputs, Reading
from wikialbum.cli.options import FILES, examples, tree_options
from wikialbum.cli.screen import print_lines, visible
from wikialbum.writing import write_whole

__all__ = ["fmt"]

_STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}


@click.command(
    epilog=examples("wikialbum fmt rush.txt", "wikialbum fmt --check *.wiki", "wikialbum fmt --diff rush.txt")
)
@FILES
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where an article is not in canonical form.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@tree_options
def fmt(files: tuple[str, ...], reading: Reading, *, check: bool, show_diff: bool) -> None:
    """Bring articles into canonical form.

    Blanks, blank lines, list markers, rows and infoboxes; facts and prose stay as they are. Files are changed in
    place, each at once or not at all; standard input is written to standard output.
    """
    inputs = Inputs(files, reading)
    for file, name, text in inputs.files():
        done = str(wikialbum.parse_article(text, dialect=reading.dialect).formatted())
        if show_diff:
            print_lines(_difference(name, text, done))
        if check and done != text:
            click.echo(f"{name}: not in canonical form", err=show_diff)
            inputs.doubt()
        if not (check or show_diff):
            _write(file, name, text, done, inputs)
    click.get_current_context().exit(inputs.status)


def _difference(name: str, text: str, done: str) -> Iterator[Text]:
    lines = difflib.unified_diff(text.splitlines(), done.splitlines(), name, f"{name} (formatted)", lineterm="")
    return (Text(visible(line), style=_STYLES.get(line[:1], "")) for line in lines)


def _write(file: str, name: str, text: str, done: str, inputs: Inputs) -> None:
    if file == "-":
        click.echo(done.encode(), nl=False)
    elif done != text:
        try:
            write_whole(file, done.encode())
        except OSError as error:
            inputs.fail(name, error.strerror or str(error))
