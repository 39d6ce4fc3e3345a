"""Whether what was written is read as it was meant.

The dialects are full of texts that say something else than they seem to: a name that holds `and`, a note in capitals
that would be a writer. What they mean is what the normalizer reads, and so each piece of an article is tried: it is
kept where an article of that piece alone gives back the facts that it is for.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs

from wikialbum.album import Album
from wikialbum.api import parse_text
from wikialbum.records import field_names
from wikialbum.render.writers import Writer
from wikialbum.syntax.nodes import Node

__all__ = ["Option", "Trial", "build_up", "settle", "weight"]

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


def settle(items: Sequence[Iterable[Option[_R]]], reads: Callable[[Sequence[Option[_R]]], bool]) -> list[Option[_R]]:
    """Choose an option for each item, so that together they are read as meant; an item without such an option goes.

    All the first options are tried together; where they fail, the items are halved until the failing ones are found,
    and their other options tried.

    Args:
        items: The options of each item, best first; they are made when they are asked for.
        reads: Whether options, one below the other, are read as their records.

    Examples:
        >>> good, bad = Option("1. A", ("A",)), Option("1. |", ("|",))
        >>> [option.raw for option in settle([[good], [bad], [bad, good]], lambda options: bad not in options)]
        ['1. A', '1. A']
    """
    firsts = [(option, others) for others in map(iter, items) for option in itertools.islice(others, 1)]
    return _settle(firsts, reads)


def _settle(
    firsts: list[tuple[Option[_R], Iterator[Option[_R]]]], reads: Callable[[Sequence[Option[_R]]], bool]
) -> list[Option[_R]]:
    options = [option for option, _ in firsts]
    if not options or reads(options):
        return options
    if len(firsts) == 1:
        return next(([option] for option in firsts[0][1] if reads([option])), [])
    middle = len(firsts) // 2
    left, right = _settle(firsts[:middle], reads), _settle(firsts[middle:], reads)
    return [*left, *right] if not (left and right) or reads([*left, *right]) else left


def build_up(
    record: _R,
    defaults: Mapping[str, object],
    options: Callable[[_R], Iterable[Option[_R]]],
    reads: Callable[[Sequence[Option[_R]]], bool],
) -> Iterator[Option[_R]]:
    """The option that says as much of a record as is read as meant: its facts are added one by one.

    Args:
        record: The record.
        defaults: The fields that it can be without, with what they hold then.
        options: The ways to write a record.
        reads: As for `settle`.
    """
    bare: Any = attrs.evolve(record, **dict(defaults))  # type: ignore[misc]
    best = next((option for option in options(bare) if reads([option])), None)
    for name, default in defaults.items() if best is not None else ():
        value = getattr(record, name)
        if value != default:
            fuller = attrs.evolve(bare, **{name: value})
            found = next((option for option in options(fuller) if reads([option])), None)
            if found is not None:
                best, bare = found, fuller
    if best is not None:
        yield attrs.evolve(best, whole=False)


def weight(options: Iterable[Option[Any]]) -> int:
    """How many facts the records of some options state."""
    values = (value for option in options for record in option.records for value in _values(record))
    return sum(value not in (None, (), {}) for value in values)


def _values(record: Any) -> Iterator[Any]:  # noqa: ANN401 - a record of any class
    return (getattr(record, name) for name in field_names(type(record)))
