"""The command `convert`: an article in the other dialect."""

from __future__ import annotations

from typing import get_args

import click

import wikialbum
from wikialbum.cli.inputs import Inputs, Reading
from wikialbum.cli.options import FILE, examples, tree_options
from wikialbum.cli.screen import visible
from wikialbum.syntax import Dialect

__all__ = ["convert"]


@click.command(epilog=examples("wikialbum convert --to wikitext rush.txt > rush.wiki"))
@FILE
@click.option("--to", required=True, type=click.Choice(get_args(Dialect)), help="The dialect to write.")
@click.option("-q", "--quiet", is_flag=True, help="Do not tell which facts the new article lacks.")
@tree_options
def convert(file: str, reading: Reading, to: Dialect, *, quiet: bool) -> None:
    """Write an article in the other dialect.

    Prose, lists, tables and facts; what the other dialect cannot carry is told on standard error.
    """
    inputs = Inputs((file,), reading)
    for name, text in inputs.texts():
        lost: list[wikialbum.Change] = []
        article = wikialbum.parse_article(text, dialect=reading.dialect)
        click.echo(str(article.converted(to, lost=lost)).encode(), nl=False)
        for change in () if quiet else lost:
            click.echo(f"wikialbum: {name}: not carried: {visible(str(change))}", err=True)
    click.get_current_context().exit(inputs.status)
