"""Reads JSON Lines: an object with a text on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from wikialbum.sources.records import Failure, Fields, Record

__all__ = ["read_lines"]

#: A longer line is passed over instead of being held in memory, in bytes.
_LONGEST: Final = 256 * 1024 * 1024


def read_lines(pieces: Iterator[bytes], source: str, fields: Fields) -> Iterator[Record | Failure]:
    r"""The records of JSON Lines, in order; a line that holds none is a failure, an empty line is nothing.

    Args:
        pieces: The file, cut anywhere.
        source: The name of the source, for records and failures.
        fields: The keys of text, title and id.

    Raises:
        SourceError: The file is cut off or damaged, as `pieces` raises it.

    Examples:
        >>> list(read_lines(iter([b'{"text": "= Ru', b'sh ="}\n']), "a.jsonl", Fields()))
        [Record(id='1', title=None, text='= Rush =', source='a.jsonl', namespace=0)]
    """
    for number, line in enumerate(_split(pieces), start=1):
        if line is None:
            yield Failure(str(number), None, source, f"the line is longer than {_LONGEST} bytes")
        elif line.strip():
            yield _record(line, str(number), source, fields)


def _split(pieces: Iterator[bytes]) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long."""
    begun: list[bytes] = []
    size = 0
    for piece in pieces:
        *whole, rest = piece.split(b"\n")
        for end in whole:
            yield b"".join((*begun, end)) if size <= _LONGEST else None
            begun, size = [], 0
        size += len(rest)
        if size > _LONGEST:
            begun = []
        elif rest:
            begun.append(rest)
    if size:
        yield b"".join(begun) if size <= _LONGEST else None


def _record(line: bytes, number: str, source: str, fields: Fields) -> Record | Failure:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failure(number, None, source, f"no JSON: {error}")
    if not isinstance(data, dict):
        return Failure(number, None, source, "expected an object with a text")
    text, name = data.get(fields.text), _string(data.get(fields.id)) or number
    title = _string(data.get(fields.title))
    if not isinstance(text, str):
        return Failure(name, title, source, f"expected a text as {fields.text!r}")
    return Record(name, title, text, source)


def _string(value: Any) -> str | None:  # noqa: ANN401 - of any type of JSON
    """A value as an id or a title; None where it is neither a string nor a whole number."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) and value != "" else None
