"""The command `extract`: the albums of many articles, into a file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from wikialbum.cli.inputs import DOUBTS, FAILED, Reading
from wikialbum.cli.options import examples, tree_options
from wikialbum.cli.screen import visible
from wikialbum.errors import MissingExtraError
from wikialbum.wording import counted, thousands

__all__ = ["extract"]

_HELP_OF_JOBS = "How many processes parse; as many as there are processors unless given."


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command(
    epilog=examples(
        "wikialbum extract articles/ -o albums.jsonl",
        "wikialbum extract enwiki-pages-articles.xml.bz2 -o albums.parquet",
        "wikialbum extract pages.jsonl.gz --text-field wikitext -o albums.sqlite",
    )
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "--output", metavar="OUT", required=True, type=click.Path(), help="The file; its ending tells its kind."
)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=_processors, help=_HELP_OF_JOBS)
@click.option("--pattern", metavar="GLOB", help="Which files of folders to read; those of known endings unless given.")
@click.option(
    "--text-field",
    "--text-column",
    metavar="NAME",
    default="text",
    show_default=True,
    help="Where the text is, in JSON Lines and Parquet.",
)
@click.option(
    "--title-field", "--title-column", metavar="NAME", default="title", show_default=True, help="Where the title is."
)
@click.option("--id-field", "--id-column", metavar="NAME", default="id", show_default=True, help="Where the id is.")
@click.option("--all", "every", is_flag=True, help="Parse every page, not only album articles.")
@click.option(
    "--time-limit",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=30,
    show_default=True,
    help="The longest time for one article; 0 for no limit.",
)
@click.option("--resume", is_flag=True, help="Go on where an earlier run stopped.")
@click.option("--restart", is_flag=True, help="Throw away what an earlier run left when it stopped.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary.")
@tree_options
def extract(sources: tuple[str, ...], reading: Reading, *, quiet: bool, **options: Any) -> None:  # noqa: ANN401 - of any type
    """Extract the albums of many articles into a file.

    A SOURCE is an article, a folder, JSON Lines (.jsonl), Parquet (.parquet) or a MediaWiki dump (.xml); the last but
    Parquet may be compressed (.gz, .bz2, .xz, .zst, .7z). OUT ends with .jsonl, .jsonl.gz, .jsonl.zst, .parquet,
    .sqlite or .duckdb. Pages without an album's infobox are passed over.

    What fails becomes a row of OUT.errors.jsonl. OUT appears when it is whole; a run that was stopped leaves its files
    beside it for --resume.
    """
    from wikialbum.extract import ExtractError  # noqa: PLC0415 - multiprocessing is slow to import

    output = options["output"]
    if not Path(output).absolute().parent.is_dir():
        _fail(f"{visible(output)}: its folder is not there; make it first")
    try:
        summary = _run(sources, reading, options, is_quiet=quiet)
    except (ExtractError, MissingExtraError) as error:
        _fail(visible(str(error)))
    except OSError as error:
        _fail(f"{visible(output)}: {visible(error.strerror or str(error))}; go on with --resume once there is a remedy")
    except KeyboardInterrupt:
        click.echo(f"wikialbum: {visible(output)}: interrupted; go on with --resume", err=True)
        raise
    if not quiet:
        for line in _lines(summary, output):
            click.echo(line, err=True)
    for source in summary.broken:
        click.echo(f"wikialbum: {visible(source)}", err=True)
    click.get_current_context().exit(FAILED if summary.broken else DOUBTS if summary.failures else 0)


def _run(sources: tuple[str, ...], reading: Reading, options: dict[str, Any], *, is_quiet: bool) -> Any:  # noqa: ANN401 - of a module that is loaded here
    """Run the extraction with its progress on standard error; returns the summary."""
    from wikialbum import extract as library  # noqa: PLC0415 - multiprocessing is slow to import
    from wikialbum.cli.progress import progress  # noqa: PLC0415 - rich is slow to import
    from wikialbum.extract.run import total_size  # noqa: PLC0415 - as above
    from wikialbum.extract.work import Reading as Limits  # noqa: PLC0415 - as above
    from wikialbum.sources import Fields  # noqa: PLC0415 - as above

    if options["resume"] and options["restart"]:
        raise click.UsageError("--resume and --restart exclude each other.")
    fields = Fields(*(options.pop(f"{name}_field") for name in Fields._fields))
    limits = Limits(reading.dialect, reading.limit, options.pop("time_limit"))
    job = library.Job(sources=sources, fields=fields, reading=limits, **options)
    if is_quiet:
        return library.extract(job)
    with progress(total_size(sources, job.pattern)) as tell:
        return library.extract(job, progress=tell)


def _fail(reason: str) -> None:
    click.echo(f"wikialbum: {reason}", err=True)
    click.get_current_context().exit(FAILED)


def _lines(summary: Any, output: str) -> Iterator[str]:  # noqa: ANN401 - of a module that is loaded late
    """The closing summary."""
    yield f"{counted(summary.pages, 'page')}, {counted(summary.articles, 'album article')}, {counted(summary.albums, 'album')}"
    if not (summary.pages or summary.broken):
        yield "no page was found; --pattern tells which files of folders to read"
    if summary.skipped:
        yield f"passed over: {_counts(summary.skipped)}"
    if summary.codes:
        yield f"diagnostics: {_counts(summary.codes)}"
    if summary.failures or summary.broken:
        broken = f", {counted(len(summary.broken), 'broken source')}" if summary.broken else ""
        yield f"{counted(summary.failures, 'failure')}{broken}: see {visible(output)}.errors.jsonl"


def _counts(counter: Counter[str]) -> str:
    """The names of a counter with their counts, the most frequent first."""
    return ", ".join(
        f"{name} {thousands(count)}" for name, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    )
