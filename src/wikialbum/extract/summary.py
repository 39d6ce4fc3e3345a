"""What is told of a run when it ends, and kept in its journal while it goes on."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs

from wikialbum.extract.chunks import Chunk
from wikialbum.extract.work import Result
from wikialbum.sources.records import Failure

__all__ = ["Summary"]


@attrs.define
class Summary:
    """The counts of a run.

    Attributes:
        pages: The pages of the sources, with those that were passed over or failed.
        articles: The album articles that were parsed.
        albums: The albums in them.
        failures: The pages that failed; each is a row of the error file.
        broken: The sources that could not be read to their end, each with the reason; they too are rows of the error file.
        skipped: The pages that were passed over, by reason.
        codes: How often each diagnostic was made.
    """

    pages: int = 0
    articles: int = 0
    albums: int = 0
    failures: int = 0
    broken: list[str] = attrs.field(factory=list)
    skipped: Counter[str] = attrs.field(factory=Counter, converter=Counter)
    codes: Counter[str] = attrs.field(factory=Counter, converter=Counter)

    def add(self, chunk: Chunk, result: Result) -> list[Failure]:
        """Count a chunk; returns its failures."""
        failures = chunk.failures + result.failures
        broken = [f"{failure.source}: {failure.reason}" for failure in chunk.failures if failure.ends_source]
        self.pages += chunk.pages - len(broken)
        self.articles += len(chunk.records) - len(result.failures)
        self.albums += result.albums
        self.failures += len(failures) - len(broken)
        self.broken += broken
        self.skipped.update(chunk.skipped)
        self.codes.update(result.codes)
        return failures

    def to_dict(self) -> dict[str, Any]:
        """The counts as JSON types; `Summary(**counts)` is the inverse.

        Examples:
            >>> Summary(**Summary(pages=2).to_dict()) == Summary(pages=2)
            True
        """
        return attrs.asdict(
            self, value_serializer=lambda _, __, value: dict(value) if isinstance(value, Counter) else value
        )
