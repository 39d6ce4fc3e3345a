"""Whether what was written is read as it was meant.

The dialects are full of texts that say something else than they seem to: a name that holds `and`, a note in capitals
that would be a writer. What they mean is what the normalizer reads, and so each piece of an article is tried: it is
kept where an article of that piece alone gives back the facts that it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import attrs

from wikialbum.album import Album
from wikialbum.api import parse_text
from wikialbum.render.writers import Writer
from wikialbum.syntax.nodes import Node

__all__ = ["Option", "Trial", "settle"]

_R = TypeVar("_R")


@attrs.frozen
class Option(Generic[_R]):
    """One way to write some records.

    Attributes:
        raw: The piece of source: nodes, or the cells of a row.
        records: What it is read as.
        whole: Whether these records say all that there is to say.
    """

    raw: Any
    records: tuple[_R, ...]
    whole: bool = True


@attrs.frozen
class Trial:
    """Reads pieces of an article beside the facts that decide how they are read.

    Attributes:
        writer: The dialect.
        facts: The facts of the article around the piece.
        before: The article around the piece: its infobox and, for credits, its track lists.
    """

    writer: Writer
    facts: Album = Album()
    before: str = ""

    def read(self, pieces: Iterable[Node]) -> Album:
        """The album that the pieces give, without the diagnostics."""
        text = self.before + "".join(map(str, pieces))
        return attrs.evolve(parse_text(text, dialect=self.writer.dialect), diagnostics=())

    def reads(self, pieces: Iterable[Node], **facts: object) -> bool:
        """Whether the pieces give these facts and no others."""
        changes: dict[str, Any] = facts
        return self.read(pieces) == attrs.evolve(self.facts, **changes)


def settle(items: Sequence[Sequence[Option[_R]]], reads: Callable[[Sequence[Option[_R]]], bool]) -> list[Option[_R]]:
    """Choose an option for each item, so that together they are read as meant; an item without such an option goes.

    All the first options are tried together; where they fail, the items are halved until the failing ones are found.

    Args:
        items: The options of each item, best first.
        reads: Whether options, one below the other, are read as their records.

    Examples:
        >>> good, bad = Option("1. A", ("A",)), Option("1. |", ("|",))
        >>> [option.raw for option in settle([[good], [bad], [bad, good]], lambda options: bad not in options)]
        ['1. A', '1. A']
    """
    first = [options[0] for options in items if options]
    if not first or reads(first):
        return first
    if len(first) == 1:
        options = next(options for options in items if options)
        return next(([option] for option in options[1:] if reads([option])), [])
    middle = len(items) // 2
    left, right = settle(items[:middle], reads), settle(items[middle:], reads)
    return [*left, *right] if not (left and right) or reads([*left, *right]) else left
