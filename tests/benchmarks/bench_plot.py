"""The plot of the results: bars of times, and lines of how time grows, as SVG that is read on light and dark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

from bench_results import MOST_GROWTH, by_byte, label, total

WIDTH: Final = 760
LEFT: Final = 300
RIGHT: Final = 80
BAR: Final = 20
STEP: Final = 28
LINES: Final = 170

_STYLE: Final = """\
  svg { background: #fff; color: #1c2733; font: 13px system-ui, sans-serif }
  text { fill: currentColor } .small { font-size: 11px } .head { font-weight: 600 }
  .ours { fill: #0b6bcb } .other { fill: #8a94a0 } .axis { stroke: #8a94a0; fill: none }
  .plain { stroke: #0b6bcb; fill: none; stroke-width: 2 } .wikitext { stroke: #c2540a; fill: none; stroke-width: 2 }
  .bound { stroke: #b3261e; stroke-dasharray: 4 4 }
  @media (prefers-color-scheme: dark) {
    svg { background: #14191f; color: #e6ebf0 } .ours { fill: #5aa9f5 } .other { fill: #78838f }
    .plain { stroke: #5aa9f5 } .wikitext { stroke: #f5a05a } .bound { stroke: #ff8a80 }
  }"""


def plot(found: Mapping[str, Any]) -> str:
    """The whole picture."""
    parts: list[str] = []
    top = 30
    for dialect, tasks in found["articles"].items():
        parts += _bars(dialect, tasks, top)
        top += 34 + STEP * len(tasks)
    parts += _growth(found["long"], top)
    height = top + LINES + 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">How fast albums are read</title>\n<desc id="desc">{escape(_told(found))}</desc>\n'
        f"<style>\n{_STYLE}\n</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _shares(tasks: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The time of each task as a multiple of the whole Album's."""
    return {task: total(times) / total(tasks["album"]) for task, times in tasks.items()}


def _told(found: Mapping[str, Any]) -> str:
    """The picture in words."""
    dialects = (
        f"{dialect}: " + ", ".join(f"{label(dialect, task)} {share:.2f}" for task, share in _shares(tasks).items())
        for dialect, tasks in found["articles"].items()
    )
    growth = (
        f"{dialect}: " + ", ".join(f"{size} {by_byte(sizes, size):.2f}" for size in sizes)
        for dialect, sizes in found["long"].items()
    )
    return (
        f"Time as a multiple of the whole Album's. {'; '.join(dialects)}. "
        f"Time for each byte as a multiple of the shortest article's. {'; '.join(growth)}."
    )


def _bars(dialect: str, tasks: Mapping[str, Mapping[str, float]], top: int) -> Iterator[str]:
    yield _text(12, top, f"{dialect}: time for the same articles; the whole Album is 1, shorter is faster", "head")
    shares = _shares(tasks)
    scale = (WIDTH - LEFT - RIGHT) / max(shares.values())
    for place, (task, share) in enumerate(shares.items()):
        y = top + 12 + STEP * place
        kind = "ours" if task in {"album", "dict", "tree"} else "other"
        yield _text(LEFT - 10, y + 15, label(dialect, task), "end")
        yield f'<rect class="{kind}" x="{LEFT}" y="{y}" width="{share * scale:.1f}" height="{BAR}"/>'
        yield _text(LEFT + share * scale + 6, y + 15, f"{share:.2f}", "small")


def _growth(long: Mapping[str, Mapping[str, Mapping[str, float]]], top: int) -> Iterator[str]:
    yield _text(12, top, "time for each byte of an Album against the shortest article; flat is linear", "head")
    values = {dialect: [by_byte(sizes, size) for size in sizes] for dialect, sizes in long.items()}
    most = max(MOST_GROWTH, *(value for line in values.values() for value in line)) * 1.1
    bottom = top + LINES

    def height(value: float) -> float:
        return bottom - value / most * (LINES - 24)

    yield f'<path class="axis" d="M{LEFT},{top + 20}V{bottom}H{WIDTH - RIGHT}"/>'
    yield f'<path class="axis bound" d="M{LEFT},{height(MOST_GROWTH):.1f}H{WIDTH - RIGHT}"/>'
    yield _text(LEFT - 10, height(MOST_GROWTH) + 4, f"bound {MOST_GROWTH:g}", "end")
    yield _text(LEFT - 10, height(1) + 4, "1", "end")
    for dialect, sizes in long.items():
        points = list(zip(_places(sizes), map(height, values[dialect]), strict=True))
        yield f'<polyline class="{dialect}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
        yield from (_text(x, bottom + 18, size, "middle") for (x, _), size in zip(points, sizes, strict=True))
    yield from _key(long, bottom + 40)


def _places(sizes: Mapping[str, Mapping[str, float]]) -> Iterator[float]:
    """Where each size stands on an axis of powers of ten."""
    logs = [math.log10(each["bytes"]) for each in sizes.values()]
    scale = (WIDTH - LEFT - RIGHT - 40) / (logs[-1] - logs[0])
    return (LEFT + 20 + (log - logs[0]) * scale for log in logs)


def _key(dialects: Iterable[str], y: int) -> Iterator[str]:
    for place, dialect in enumerate(dialects):
        x = LEFT + place * 140
        yield f'<path class="{dialect}" d="M{x},{y}h24"/>'
        yield _text(x + 32, y + 4, dialect, "small")


def _text(x: float, y: float, text: str, kind: str) -> str:
    anchor = f' text-anchor="{kind}"' if kind in {"end", "middle"} else ""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{anchor}>{escape(text)}</text>'
