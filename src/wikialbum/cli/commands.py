"""The commands: their help, and what each does with its files."""

from __future__ import annotations

import errno
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

import wikialbum
from wikialbum.cli.completion import completion_option
from wikialbum.cli.convert import convert
from wikialbum.cli.diff import diff
from wikialbum.cli.extract import extract
from wikialbum.cli.fmt import fmt
from wikialbum.cli.inputs import FAILED, Inputs, Reading
from wikialbum.cli.inspect import inspect
from wikialbum.cli.options import FILE, FILES, album_options, article_options, examples, tree_options
from wikialbum.cli.screen import (
    harmless_json,
    print_lines,
    print_view,
    throw_away_output,
    visible,
    write_what_can_be_written,
)
from wikialbum.diagnostics import Diagnostic, Places, Severity

_INTERRUPTED: Final = 130

#: What `check` counts, and the word for it.
_COUNTED: Final = {"file": "file", Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


class _Commands(click.Group):
    """A group that lists its commands as they are used, and ends without a traceback when it cannot go on."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        """The names of the commands, in the order in which they were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; a file in its place gets a hint."""
        name = args[0]
        if name not in self.commands and not ctx.resilient_parsing and Path(name).is_file():
            raise click.UsageError(f"{visible(name)!r} is a file; a command comes first: wikialbum show FILE", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command; commands tell of the files that they read and write, what is left is standard output."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader went away, of which click makes nothing
                raise
            throw_away_output()
            reason = visible(error.strerror or str(error))
            click.echo(f"wikialbum: {visible(str(error.filename or 'standard output'))}: {reason}", err=True)
            ctx.exit(FAILED)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("wikialbum show rush.txt", "wikialbum json *.txt > albums.jsonl", "wikialbum check *.wiki"),
)
@click.version_option(package_name="wikialbum", message="%(prog)s %(version)s")
@completion_option
def commands() -> None:
    """Read encyclopedia album articles, in the plain dialect or in wikitext.

    A FILE of "-" is standard input. The exit status is 0 when all is well, 1 when an article leaves doubts that
    were asked for, 2 when a file cannot be read; the other files are read all the same.
    """
    write_what_can_be_written()


@commands.command(
    epilog=examples(
        "wikialbum show rush.txt",
        'wikialbum show --track "Tears in Heaven" rush.txt',
        "wikialbum show --track 4 rush.txt",
    )
)
@FILES
@click.option("--track", metavar="TITLE|NUMBER", help="Only who plays on this song; numbers count through all lists.")
@album_options
def show(files: tuple[str, ...], track: str | None, reading: Reading) -> None:
    """Show albums as people read them.

    Facts, track lists, credits, charts, certifications, ratings and releases. Colours are for terminals alone, and
    not where NO_COLOR is set.
    """
    from wikialbum.cli.album_view import album_view  # noqa: PLC0415 - rich is slow to import
    from wikialbum.cli.track_view import find_song, similar_titles, track_view  # noqa: PLC0415 - rich is slow to import

    inputs = _inputs(files, reading)
    first = True
    for name, album in inputs.albums():
        song = find_song(album, track) if track is not None else None
        if track is not None and song is None:
            inputs.fail(name, f"no track {visible(track)!r}{similar_titles(album, track)}")
            continue
        if not first:
            click.echo()
        print_view(album_view(album) if song is None else track_view(album, song))
        first = False
    _exit(inputs)


@commands.command(
    "json",
    epilog=examples("wikialbum json rush.txt", "wikialbum json *.txt > albums.jsonl", "wikialbum json - < rush.txt"),
)
@FILES
@click.option("--lines", is_flag=True, help="JSON Lines for a single file too.")
@album_options
def json_(files: tuple[str, ...], reading: Reading, *, lines: bool) -> None:
    """Write Album JSON.

    It is indented for one file; several files give JSON Lines, an album on each line.
    """
    inputs = _inputs(files, reading)
    layout: dict[str, Any] = {"separators": (",", ":")} if lines or len(files) > 1 else {"indent": 2}
    to_ascii = not (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    for _, album in inputs.albums():
        click.echo(harmless_json(json.dumps(album.to_dict(), ensure_ascii=to_ascii, **layout)))
    _exit(inputs)


@commands.command(epilog=examples("wikialbum tree rush.txt", "wikialbum tree rush.txt | grep CreditLine"))
@FILE
@click.option("--inlines", is_flag=True, help="Also the nodes inside wikitext: links, templates, references.")
@tree_options
def tree(file: str, reading: Reading, *, inlines: bool) -> None:
    """Show the syntax tree.

    Each node is a line: its class, its line and column, and the pieces of text that it holds itself. A terminal cuts
    lines at its edge; a pipe gets them whole.
    """
    from wikialbum.cli.tree_view import tree_lines  # noqa: PLC0415 - rich is slow to import

    inputs = _inputs((file,), reading)
    for _, text in inputs.texts():
        print_lines(tree_lines(wikialbum.parse_article(text, dialect=reading.dialect), inlines=inlines), cut=True)
    _exit(inputs)


@commands.command(epilog=examples("wikialbum check rush.txt", "wikialbum check --quiet *.wiki"))
@FILES
@click.option("-q", "--quiet", is_flag=True, help="Only warnings and errors; no remarks, no count.")
@article_options
def check(files: tuple[str, ...], reading: Reading, *, quiet: bool) -> None:
    """Check articles for doubts.

    An article must come back unchanged from its syntax tree; what could not be read in it is told. Each finding is a line FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]. The exit status is 1 after any warning or error.
    """
    inputs = _inputs(files, reading)
    count: Counter[str] = Counter()
    for name, text in inputs.texts():
        count["file"] += 1
        for finding in _findings(text, reading):
            count[finding.severity] += 1
            if finding.severity is not Severity.INFO:
                inputs.doubt()
            elif quiet:
                continue
            click.echo(f"{name}:{'' if finding.line else ' '}{visible(str(finding))}")
    if not quiet:
        click.echo(", ".join(_counted(count)), err=True)
    _exit(inputs)


def _findings(text: str, reading: Reading) -> Iterator[Diagnostic]:
    """What is to be said of an article, the round trip first."""
    article = wikialbum.parse_article(text, dialect=reading.dialect)
    printed = str(article)
    if printed != text:
        yield _difference(text, printed)
    yield from wikialbum.normalize(article, title=reading.title).diagnostics


def _difference(text: str, printed: str) -> Diagnostic:
    """Where the text that a tree gives back first differs from its source."""
    places = (place for place, (one, other) in enumerate(zip(text, printed, strict=False)) if one != other)
    line, column = Places(text).find(next(places, min(len(text), len(printed))))
    message = "The syntax tree gives back another text from here on."
    return Diagnostic("round-trip", Severity.ERROR, message, line, column)


def _counted(count: Counter[str]) -> Iterator[str]:
    """Words such as `2 files`, `1 warning`."""
    for name, word in _COUNTED.items():
        if count[name] or name == "file":
            yield f"{count[name]} {word}{'' if count[name] == 1 else 's'}"


def _inputs(files: tuple[str, ...], reading: Reading) -> Inputs:
    """The articles of a command; a title can only be that of one."""
    if reading.title is not None and len(files) > 1:
        raise click.UsageError("--title is for one FILE.")
    return Inputs(files, reading)


def _exit(inputs: Inputs) -> None:
    click.get_current_context().exit(inputs.status)


commands.add_command(extract)
commands.add_command(fmt)
commands.add_command(convert)
commands.add_command(diff)
commands.add_command(inspect)
