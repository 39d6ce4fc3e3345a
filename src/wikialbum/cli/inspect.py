"""The command `inspect`: an article and its album on one page, each fact tied to its source."""

from __future__ import annotations

from pathlib import Path

import click

from wikialbum.cli.inputs import Inputs, Reading
from wikialbum.cli.options import FILE, article_options, examples
from wikialbum.cli.screen import visible
from wikialbum.writing import write_whole

__all__ = ["inspect"]

_STANDARD_OUTPUT = "-"


@click.command(
    epilog=examples("wikialbum inspect rush.txt -o rush.html", "wikialbum inspect - < rush.wiki > rush.html")
)
@FILE
@click.option(
    "-o",
    "--output",
    metavar="PAGE",
    default=_STANDARD_OUTPUT,
    type=click.Path(allow_dash=True, path_type=str),
    help="The HTML file to write; standard output unless given.",
)
@article_options
def inspect(file: str, output: str, reading: Reading) -> None:
    """Write a page that shows where each fact was read.

    One HTML file without any other: the source, the facts of its albums, and all diagnostics, tied to each other. A
    file is written at once or not at all.
    """
    from wikialbum.inspection import page  # noqa: PLC0415 - loaded by this command alone

    if _is_same(file, output):
        raise click.UsageError("the page would replace the article; give --output another name.")
    inputs = Inputs((file,), reading)
    for _, text in inputs.texts():
        content = page(text, dialect=reading.dialect, title=reading.title).encode()
        if output == _STANDARD_OUTPUT:
            click.echo(content, nl=False)
        else:
            try:
                write_whole(output, content)
            except OSError as error:
                inputs.fail(visible(output), visible(error.strerror or str(error)))
    click.get_current_context().exit(inputs.status)


def _is_same(file: str, output: str) -> bool:
    """Whether both names are those of one file."""
    try:
        return _STANDARD_OUTPUT not in {file, output} and Path(file).samefile(output)
    except OSError:  # the one or the other is not there
        return False
