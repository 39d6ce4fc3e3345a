"""Runs an extraction from sources to an output: whole or not at all, and to be gone on with where it stopped."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
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
    if job.resume and _is_named(place):
        return _end(place, place.output)
    parts = Parts(place, _plan(job), resume=job.resume, restart=job.restart)
    try:
        if not parts.is_whole:
            _read(job, parts, progress)
    finally:
        parts.close()
    return _end(place, output.finish(place.part, place.made))
