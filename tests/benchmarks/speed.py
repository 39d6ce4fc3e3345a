"""How fast wikialbum is, measured on demand: `python tests/benchmarks/speed.py [--large]`.

Four questions, each with the bound that it should keep to:

- What does `import wikialbum` cost beyond `import lark, attrs`?
- What does it cost with the first article, for which the grammar and the normalizer are loaded?
- What does reading an article cost, against `wikitextparser.parse` with its sections and templates on the same text?
- With `--large`: does time stay linear from 10 KB to 10 MB of each nasty text?

Every number is the best of several, and what is compared is measured in turn. Exits with 1 where a bound is broken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import wikitextparser

import wikialbum

HERE = Path(__file__).parent
RUSH = HERE.parents[1] / "examples" / "rush.txt"
ROUNDS = 15
ARTICLES = 200

IMPORT_ALONE = "import lark, attrs"
IMPORT = "import wikialbum"
FIRST_ARTICLE = f"import wikialbum; wikialbum.parse({str(RUSH)!r})"


class Result(NamedTuple):
    """One number, and the bound that it should keep to."""

    what: str
    value: float
    bound: float
    unit: str

    def __str__(self) -> str:
        verdict = "" if self.value <= self.bound else "   TOO MUCH"
        return f"{self.what:60}{self.value:9.2f} {self.unit:5} at most {self.bound:g}{verdict}"


def in_turn(*tasks: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The best time of each task in seconds; the tasks take turns, so that a busy machine is no advantage to one."""
    best = [float("inf")] * len(tasks)
    for _ in range(rounds):
        for place, task in enumerate(tasks):
            start = time.perf_counter()
            task()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def process(program: str, bytecode: str) -> Callable[[], object]:
    """A task that runs a program in a process of its own, with the byte code of earlier runs as users have it."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
    return lambda: subprocess.run([sys.executable, "-c", program], check=True, env=environment)


def start_up() -> list[Result]:
    """What the first moments of a program cost, in milliseconds."""
    with tempfile.TemporaryDirectory() as bytecode:
        programs = (IMPORT_ALONE, IMPORT, FIRST_ARTICLE)
        alone, imported, first = in_turn(*(process(program, bytecode) for program in programs))
    return [
        Result("import wikialbum, beyond import lark, attrs", (imported - alone) * 1000, 30, "ms"),
        Result("and with the first article", (first - alone) * 1000, 60, "ms"),
    ]


def other_parser(text: str) -> object:
    """What the other parser is asked for."""
    parsed = wikitextparser.parse(text)
    return parsed.get_sections(), parsed.templates


def reading() -> list[Result]:
    """What an article costs against the other parser, as a ratio; tree alone, and the whole album."""
    text = RUSH.read_text(encoding="utf-8")

    def repeated(task: Callable[[str], object]) -> Callable[[], object]:
        return lambda: [task(text) for _ in range(ARTICLES)]

    tasks = (other_parser, wikialbum.parse_article, wikialbum.parse_text)
    other, tree, album = in_turn(*map(repeated, tasks), rounds=7)
    print(
        f"{'milliseconds for each article: other, tree, album':60}",
        *(f"{t / ARTICLES * 1000:8.3f}" for t in (other, tree, album)),
    )
    return [
        Result("tree of an article, against the other parser", tree / other, 2, "times"),
        Result("album of an article, against the other parser", album / other, 2, "times"),
    ]


def growth(make: Callable[[int], str]) -> float:
    """By how much more 10 MB take for each character than 10 KB, the best of a few."""
    small, large = make(10_000), make(10_000_000)
    read = wikialbum.parse_text
    few = min(in_turn(lambda: read(small), rounds=20)) / len(small)
    return min(in_turn(lambda: read(large), rounds=2)) / len(large) / few


def linearity() -> list[Result]:
    """How time grows with each nasty text."""
    sys.path.insert(0, str(HERE.parent))
    from nasty_texts import NASTY  # noqa: PLC0415 - importable only now

    return [Result(f"time by the character of {name}", growth(make), 2, "times") for name, make in NASTY.items()]


def main(arguments: list[str]) -> int:
    """Measure and print; returns the exit status."""
    parts = [start_up, reading, *([linearity] if "--large" in arguments else [])]
    results = []
    for part in parts:
        for result in part():
            print(result, flush=True)
            results.append(result)
    return int(any(result.value > result.bound for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
