"""The files of a run that is under way: they can be gone on with after any interruption, even of the machine.

Beside the output `OUT` stand `OUT.part` with the albums so far, `OUT.errors.part` with the failures so far, and
`OUT.journal`. The journal's first line says what is run; each further line was written once the other files were safe
on the disk, and says how long they were then and what had been read. What stands in them beyond that is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from wikialbum.errors import WikiAlbumError
from wikialbum.extract.summary import Summary
from wikialbum.sources.records import Failure

__all__ = ["ExtractError", "Parts", "Place", "sync_folder"]


class ExtractError(WikiAlbumError, RuntimeError):
    """A run cannot begin, or cannot be gone on with."""


class Place:
    """The files beside an output.

    Args:
        output: The path of the output.

    Attributes:
        output: The output.
        part: The albums so far, as JSON Lines.
        made: What the output is made in, where it is no JSON Lines.
        journal: The journal.
        errors: The failures of a whole run, as JSON Lines; only there where something failed.
        errors_part: The failures so far.
    """

    def __init__(self, output: str) -> None:
        self.output = Path(output)
        self.part = Path(f"{output}.part")
        self.made = Path(f"{output}.made")
        self.journal = Path(f"{output}.journal")
        self.errors = Path(f"{output}.errors.jsonl")
        self.errors_part = Path(f"{output}.errors.part")


class Parts:
    """The open files of a run.

    Args:
        place: Where they are.
        plan: What is run: JSON types that are the same whenever the same is run on the same sources.
        resume: Whether to go on where a run stopped; one that did not begin is begun.
        restart: Whether to throw away a run that stopped.

    Raises:
        ExtractError: A run stopped here and neither is wanted, or its plan was another.
        OSError: The files cannot be written.

    Attributes:
        summary: The counts of what is safe on the disk when the run begins.
        entries: How many entries of the sources are done.
        is_whole: Whether the sources have been read to their end.
    """

    def __init__(self, place: Place, plan: dict[str, Any], *, resume: bool = False, restart: bool = False) -> None:
        self._place = place
        self.summary = Summary()
        self.entries = 0
        self.is_whole = False
        sizes = {"part": 0, "errors": 0, "journal": 0}
        if resume:
            sizes = self._recall(plan) or sizes
        elif place.journal.exists() and not restart:
            raise ExtractError(
                f"{place.journal}: an earlier run has stopped here; go on with it (--resume) or begin anew (--restart)"
            )
        self._files: list[IO[bytes]] = []
        if not self.is_whole:
            self._open(sizes)
        if not sizes["journal"]:
            self._note(plan)

    def commit(self, lines: Sequence[bytes], failures: Sequence[Failure], *, is_whole: bool = False) -> None:
        """Make albums and failures safe, and then note in the journal that they are; `summary` and `entries` count them."""
        for file, pieces in ((self._part, lines), (self._errors, map(_error_line, failures))):
            for piece in pieces:
                _write(file, piece)
            os.fsync(file.fileno())
        self.is_whole = is_whole
        state = {"part": self._part.tell(), "errors": self._errors.tell(), "entries": self.entries, "whole": is_whole}
        self._note(state | {"summary": self.summary.to_dict()})

    def close(self) -> None:
        """Close the files; they stay where they are."""
        for file in self._files:
            file.close()

    def _open(self, sizes: dict[str, int]) -> None:
        """Open the files and cut off what the journal does not know."""
        place = self._place
        paths = {"journal": place.journal, "part": place.part, "errors": place.errors_part}
        with ExitStack() as opened:
            for name, path in paths.items():
                self._files.append(opened.enter_context(_open_at(path, sizes[name])))
            opened.pop_all()
        self._journal, self._part, self._errors = self._files

    def _note(self, line: dict[str, Any]) -> None:
        _write(self._journal, json.dumps(line).encode() + b"\n")
        os.fsync(self._journal.fileno())

    def _recall(self, plan: dict[str, Any]) -> dict[str, int] | None:
        """The sizes that the files of a stopped run had when they were safe; None where there was none."""
        try:
            journal = self._place.journal.read_bytes()
        except FileNotFoundError:
            return None
        size = journal.rfind(b"\n") + 1  # a line without an end was being written when the run stopped
        lines = [json.loads(line) for line in journal[:size].splitlines()]
        if not lines:
            return None
        if lines[0] != plan:
            raise ExtractError(
                f"{self._place.journal}: the run that has stopped here read other sources, or these have changed, or with "
                "other options; begin anew (--restart)"
            )
        last: dict[str, Any] = (
            lines[-1] if len(lines) > 1 else {"part": 0, "errors": 0, "entries": 0, "whole": False, "summary": {}}
        )
        self.summary = Summary(**last["summary"])
        self.entries = last["entries"]
        self.is_whole = last["whole"]
        return {"part": last["part"], "errors": last["errors"], "journal": size}


def sync_folder(path: Path) -> None:
    """Make the names of the files beside a path safe on the disk, where the system can."""
    if os.name != "posix":
        return
    folder = os.open(path.resolve().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _open_at(path: Path, size: int) -> IO[bytes]:
    """Open a file to write at a place, and cut off what stands behind it."""
    file = path.open("r+b" if path.exists() else "w+b", buffering=0)
    if file.seek(0, os.SEEK_END) < size:
        file.close()
        raise ExtractError(f"{path}: shorter than its journal says; begin anew (--restart)")
    file.truncate(size)
    file.seek(size)
    return file


def _write(file: IO[bytes], data: bytes) -> None:
    """Write all of some bytes; a raw file may take only a part of them."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _error_line(failure: Failure) -> bytes:
    """A row of the error file."""
    row = {"id": failure.id, "title": failure.title, "source": failure.source, "reason": failure.reason}
    return json.dumps(row, ensure_ascii=True).encode() + b"\n"
