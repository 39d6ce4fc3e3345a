"""What is measured: wikialbum, and what other parsers are asked for on the same text."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

import wikialbum

#: How often a task reads a text in its turn.
IN_A_ROW: Final = 5

Task = Callable[[str], object]


def album(text: str) -> wikialbum.Album:
    """Read an album."""
    return wikialbum.parse_text(text)


def album_as_dict(text: str) -> dict[str, Any]:
    """Read an album, and look at all that it says."""
    return wikialbum.parse_text(text).to_dict()


def tree(text: str) -> object:
    """Read the syntax tree alone."""
    return wikialbum.parse_article(text)


OURS: Final[dict[str, Task]] = {"album": album, "dict": album_as_dict, "tree": tree}


def mwparserfromhell_tree() -> Task:
    """The tree of mwparserfromhell."""
    import mwparserfromhell  # noqa: PLC0415 - of the extra

    parse: Task = mwparserfromhell.parse
    return parse


def wikitextparser_parts(*, tables: bool) -> Task:
    """The sections and templates, and perhaps the tables, of wikitextparser."""
    import wikitextparser  # noqa: PLC0415 - of the extra

    def parts(text: str) -> object:
        parsed = wikitextparser.parse(text)
        return parsed.get_sections(), parsed.templates, parsed.tables if tables else None

    return parts


def tasks_for(dialect: str) -> dict[str, Task]:
    """All tasks that run in this process, by name."""
    return {
        **OURS,
        "mwparserfromhell": mwparserfromhell_tree(),
        "wikitextparser": wikitextparser_parts(tables=dialect == "wikitext"),
    }


def medians(tasks: Mapping[str, Task], texts: Mapping[str, str], rounds: int) -> dict[str, dict[str, float]]:
    """The median time of each task on each text, in seconds.

    All tasks take turns on a text, and begin with another one each time, so that a busy machine is no advantage to one.
    In its turn a task reads the text some times in a row, as a program does that reads many articles with one parser.
    """
    names = list(tasks)
    times: dict[str, dict[str, list[float]]] = {task: {text: [] for text in texts} for task in names}
    for turn in range(-1, rounds):  # the first turn warms up
        for text, source in texts.items():
            for place in range(len(names)):
                name = names[(turn + place) % len(names)]
                task = tasks[name]
                start = time.perf_counter()
                for _ in range(IN_A_ROW):
                    task(source)
                took = (time.perf_counter() - start) / IN_A_ROW
                if turn >= 0:
                    times[name][text].append(took)
    return {task: {text: statistics.median(found) for text, found in each.items()} for task, each in times.items()}
