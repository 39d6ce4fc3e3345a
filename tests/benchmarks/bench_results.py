"""The numbers, the bounds that they should keep to, and the table of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

#: What each task is called in tables and plots.
NAMES: Final = {
    "album": "wikialbum, the whole Album",
    "dict": "wikialbum, the Album as a dict",
    "tree": "wikialbum, the tree alone",
    "mwparserfromhell": "mwparserfromhell, tree",
    "wikitextparser": "wikitextparser, sections, templates",
    "wtf_wikipedia": "wtf_wikipedia, JSON",
}

#: The most that an Album may take of another parser's time, without and with the extra `fast`.
RATIOS: Final = {
    ("wikitext", "mwparserfromhell"): (0.5, 0.35),
    ("wikitext", "wikitextparser"): (1.0, 0.7),
    ("plain", "wikitextparser"): (1.0, 0.7),
}
MOST_RUSH: Final = 2.0
MOST_GROWTH: Final = 1.3
MOST_IMPORT: Final = 30
MOST_FIRST_ARTICLE: Final = 30


class Result(NamedTuple):
    """One number, and the bound that it should keep to, if there is one."""

    what: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the number keeps to its bound; None without one."""
        return None if self.bound is None else self.value <= self.bound

    @property
    def cells(self) -> tuple[str, str, str]:
        """What was measured, the number, and the bound with a verdict."""
        verdict = {None: "", True: "yes", False: "NO"}[self.holds]
        return self.what, f"{self.value:,.2f} {self.unit}", f"≤ {self.bound:g}: {verdict}" if verdict else ""


def label(dialect: str, task: str) -> str:
    """What a task is called in tables and plots; of wikitext, wikitextparser is asked for its tables, too."""
    return NAMES[task] + (", tables" if (dialect, task) == ("wikitext", "wikitextparser") else "")


def total(times: Mapping[str, float]) -> float:
    """The time for all articles."""
    return sum(times.values())


def results(found: Mapping[str, Any]) -> list[Result]:
    """The numbers that are told, of all that was measured."""
    out: list[Result] = []
    for dialect, tasks in found["articles"].items():
        out += _times(dialect, tasks)
        out += _ratios(dialect, tasks, fast=found["fast"])
    out.append(Result("Rush example: Album against wikitextparser", found["rush"], "times", MOST_RUSH))
    out += _growth(found["long"])
    start = {name: took * 1000 for name, took in found["start_up"].items()}
    imported, first = start["import"] - start["alone"], start["first article"] - start["import"]
    out.append(Result("import wikialbum, beyond import lark, attrs", imported, "ms", MOST_IMPORT))
    out.append(Result("first article, beyond import wikialbum", first, "ms", MOST_FIRST_ARTICLE))
    for dialect, kept in found["memory"].items():
        out += [Result(f"{dialect}: memory of an article's {what}", size / 1024, "KB") for what, size in kept.items()]
    return out


def _times(dialect: str, tasks: Mapping[str, Mapping[str, float]]) -> Iterable[Result]:
    for task, times in tasks.items():
        yield Result(f"{dialect}: {label(dialect, task)}; each article", total(times) / len(times) * 1000, "ms")


def _ratios(dialect: str, tasks: Mapping[str, Mapping[str, float]], *, fast: bool) -> Iterable[Result]:
    for other in ("mwparserfromhell", "wikitextparser", "wtf_wikipedia"):
        if other in tasks:
            bounds = RATIOS.get((dialect, other))
            ratio = total(tasks["album"]) / total(tasks[other])
            yield Result(f"{dialect}: Album against {other}", ratio, "times", bounds[fast] if bounds else None)


def _growth(long: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterable[Result]:
    for dialect, sizes in long.items():
        first, *others = sizes
        for size in others:
            bound = MOST_GROWTH if size == list(sizes)[-1] else None
            value = by_byte(sizes, size)
            yield Result(f"{dialect}: Album, time by the byte at {size} against {first}", value, "times", bound)


def by_byte(sizes: Mapping[str, Mapping[str, float]], size: str) -> float:
    """The time for each byte of a long article, as a multiple of that of the shortest."""
    first = next(iter(sizes.values()))
    return (sizes[size]["album"] / sizes[size]["bytes"]) / (first["album"] / first["bytes"])


def table(rows: Iterable[Result]) -> str:
    """The numbers as a table of Markdown, in columns."""
    cells = [("What", "Measured", "Bound"), *(row.cells for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(3)]
    lines = [
        f"| {what:<{widths[0]}} | {value:>{widths[1]}} | {bound:<{widths[2]}} |".rstrip()
        for what, value, bound in cells
    ]
    rule = f"|{'-' * (widths[0] + 2)}|{'-' * (widths[1] + 1)}:|{'-' * (widths[2] + 2)}|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"
