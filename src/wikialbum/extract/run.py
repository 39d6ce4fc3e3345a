"""Runs an extraction from sources to an output: whole or not at all, and to be gone on with where it stopped."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import attrs

from wikialbum.extract.chunks import Chunk, chunks
from wikialbum.extract.outputs import output_of
from wikialbum.extract.parts import ExtractError, Parts, Place, sync_folder
from wikialbum.extract.pool import read_chunks
from wikialbum.extract.summary import Summary
from wikialbum.extract.work import Reading, Result
from wikialbum.sources.records import DEFAULT_FIELDS, Failure, Fields, Meter, Record
from wikialbum.sources.walk import entries, source_files

__all__ = ["ExtractError", "Job", "extract", "total_size"]

#: What was read is made safe on the disk so often, in seconds; each time costs some milliseconds.
_COMMIT_EVERY: Final = 1.0

#: Progress is told so often while entries are passed over that are done already.
_SKIPPED_STEP: Final = 10_000


@attrs.frozen(kw_only=True)
class Job:
    """What to extract, and how.

    Attributes:
        sources: Paths of files and folders, read in this order.
        output: The path of the output; its ending tells its kind.
        jobs: The number of processes that parse.
        pattern: Which files of folders to read; those of known endings where it is None.
        fields: The keys of JSON Lines and the columns of Parquet.
        every: Whether to parse every page, not only those that `is_album_article` takes.
        reading: The dialect, and the limits of one article.
        resume: Whether to go on where an earlier run stopped.
        restart: Whether to throw away what an earlier run left when it stopped.
        commit_every: How often to make safe what was read, in seconds.
    """

    sources: tuple[str, ...]
    output: str
    jobs: int = 1
    pattern: str | None = None
    fields: Fields = DEFAULT_FIELDS
    every: bool = False
    reading: Reading = Reading()
    resume: bool = False
    restart: bool = False
    commit_every: float = _COMMIT_EVERY


def extract(job: Job, *, progress: Callable[[Summary, int], object] | None = None) -> Summary:
    """Read the albums of sources into an output, which is there when all is read, or not at all.

    What fails stands in a file of JSON Lines beside the output, `OUT.errors.jsonl`, with `id`, `title`, `source` and
    `reason`. A source that breaks off gives what came before. While a run goes on, and where it was stopped, its files
    stand beside the output; `resume` goes on with them without losing or repeating an article.

    Args:
        job: What to do.
        progress: Is told of the counts and of the bytes read so far, after each chunk.

    Returns:
        The counts of the whole run, with those of the runs that it went on with.

    Raises:
        ExtractError: The output is of no known kind, or what an earlier run left stands in the way.
        MissingExtraError: The sources or the output need an extra.
        OSError: The output cannot be written; what was read before can be gone on with.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     summary = extract(Job(sources=("examples/rush.txt",), output=f"{folder}/albums.jsonl"))
        >>> summary.pages, summary.albums
        (1, 1)
    """
    output = output_of(job.output)
    job = attrs.evolve(job, reading=job.reading._replace(packing=output.packing))
    place = Place(job.output)
    parts = Parts(place, _plan(job), resume=job.resume, restart=job.restart)
    try:
        if not parts.is_whole:
            _read(job, parts, progress)
    finally:
        parts.close()
    # JSON Lines have their name already where a run was stopped between its last two steps.
    whole = output.finish(place.part, place.made) if place.part.exists() else None
    return _end(place, whole, parts.summary)


def total_size(sources: Sequence[str], pattern: str | None = None) -> int:
    """The size of all files of some sources in bytes; what cannot be found counts nothing."""
    return sum(size for source in sources for _, size, _ in _listing(source, pattern))


def _read(job: Job, parts: Parts, progress: Callable[[Summary, int], object] | None) -> None:
    """Read what is not yet done, and make it safe from time to time."""
    tell = progress or _tell_nobody
    meter = Meter()
    stream = _entries(job, meter)
    for number in range(parts.entries):
        next(stream)
        if number % _SKIPPED_STEP == 0:
            tell(parts.summary, meter.done)
    lines: list[bytes] = []
    failures: list[Failure] = []
    committed = time.monotonic()
    with closing(read_chunks(chunks(stream, every=job.every, meter=meter), job.reading, job.jobs)) as results:
        for chunk, result in results:
            lines.append(result.lines)
            failures += _count(parts, chunk, result)
            tell(parts.summary, chunk.position)
            if time.monotonic() - committed >= job.commit_every:
                parts.commit(lines, failures)
                lines, failures, committed = [], [], time.monotonic()
    parts.commit(lines, failures, is_whole=True)


def _tell_nobody(_summary: Summary, _position: int) -> None:
    """No progress is wanted."""


def _count(parts: Parts, chunk: Chunk, result: Result) -> list[Failure]:
    parts.entries += chunk.pages
    return parts.summary.add(chunk, result)


def _entries(job: Job, meter: Meter) -> Iterator[Record | Failure]:
    """The entries of all sources; the same ones in the same order in each run of the same plan."""
    for source in job.sources:
        yield from entries(source, pattern=job.pattern, fields=job.fields, limit=job.reading.limit, meter=meter)


def _plan(job: Job) -> dict[str, Any]:
    """What makes two runs the same, as JSON types."""
    options = [job.pattern, list(job.fields), job.every, *job.reading]
    sources = [[source, _fingerprint(source, job.pattern)] for source in job.sources]
    return {"wikialbum": version("wikialbum"), "output": Path(job.output).name, "options": options, "sources": sources}


def _fingerprint(source: str, pattern: str | None) -> str:
    """A short text that changes when a file of a source changes, comes or goes."""
    digest = hashlib.sha256()
    for entry in _listing(source, pattern):
        digest.update(repr(entry).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _listing(source: str, pattern: str | None) -> Iterator[tuple[str, int, int]]:
    """The path, size and time of change of each file of a source that is there."""
    try:
        for path in source_files(source, pattern):
            status = os.stat(path)  # noqa: PTH116 - of a path that may be no text
            yield path, status.st_size, status.st_mtime_ns
    except OSError:
        return


def _end(place: Place, whole: Path | None, summary: Summary) -> Summary:
    """Give the files of a whole run their names, the journal last: until then the run can be gone on with."""
    if whole is not None:
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        whole.replace(place.output)
    if not summary.failures and not summary.broken:
        place.errors.unlink(missing_ok=True)
        place.errors_part.unlink(missing_ok=True)
    elif place.errors_part.exists():
        place.errors_part.replace(place.errors)
    sync_folder(place.output)
    place.part.unlink(missing_ok=True)
    place.journal.unlink(missing_ok=True)
    return summary
