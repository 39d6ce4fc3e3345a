"""Cuts a stream of records into chunks: what one worker reads at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from wikialbum.extract.rule import skip_reason
from wikialbum.sources.records import Failure, Meter, Record

__all__ = ["Chunk", "chunks"]

#: A chunk is full at so many pages, album articles, or characters of their texts.
_PAGES: Final = 2000
_RECORDS: Final = 64
_CHARACTERS: Final = 512 * 1024


@attrs.define
class Chunk:
    """Some pages that follow each other.

    Attributes:
        records: Those that are album articles, in order.
        pages: How many pages there are, with those that were passed over or failed.
        skipped: How many pages were passed over, by reason.
        failures: The pages that could not be read, and the sources that broke.
        position: The bytes of the sources that had been read when the chunk was full.
    """

    records: list[Record] = attrs.field(factory=list)
    pages: int = 0
    skipped: Counter[str] = attrs.field(factory=Counter)
    failures: list[Failure] = attrs.field(factory=list)
    position: int = 0


def chunks(entries: Iterable[Record | Failure], *, every: bool = False, meter: Meter | None = None) -> Iterator[Chunk]:
    """The chunks of a stream, in order.

    Args:
        entries: What sources give.
        every: Whether every page is an album article; told by the text where it is false.
        meter: Counts the bytes that sources have read.
    """
    meter = meter or Meter()
    chunk, characters = Chunk(), 0
    for entry in entries:
        chunk.pages += 1
        if isinstance(entry, Failure):
            chunk.failures.append(entry)
        elif not every and (reason := skip_reason(entry)):
            chunk.skipped[reason] += 1
        else:
            chunk.records.append(entry)
            characters += len(entry.text)
        if chunk.pages >= _PAGES or len(chunk.records) >= _RECORDS or characters >= _CHARACTERS:
            chunk.position = meter.done
            yield chunk
            chunk, characters = Chunk(), 0
    if chunk.pages:
        chunk.position = meter.done
        yield chunk
