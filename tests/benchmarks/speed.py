"""How fast wikialbum is, against other parsers and itself: `python tests/benchmarks/speed.py`; needs the extra `bench`.

In one run it measures, each against the bound that it should keep to:

- the whole Album of articles (`parse_text`), the Album as a dict, and the tree alone, against mwparserfromhell (its
  tree), wikitextparser (sections, templates and, of wikitext, tables) and, where node has it, wtf_wikipedia (JSON);
- how the time for a byte grows from 30 KB to 3 MB;
- the first moments of a program, and the memory that an article takes.

What is compared is measured in turn; every number is a median. Exits with 1 where a bound is broken.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import re
import sys
from pathlib import Path
from typing import Any

from bench_articles import ARTICLES, CHECKOUT, QUICK_SIZES, RUSH, SIZES, cases, long_article
from bench_large import large
from bench_plot import plot
from bench_processes import javascript, memory, start_up
from bench_results import Result, results, table, total
from bench_tasks import OURS, album, medians, tasks_for, wikitextparser_parts

PAGE = CHECKOUT / "docs" / "benchmarks.md"
PICTURE = CHECKOUT / "docs" / "benchmarks.svg"
NUMBERS = Path(__file__).parent / "results.json"
FAST = "lark-cython"

_TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=\n<!-- end of the table -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Measure, tell and write; the exit status."""
    options = read_options(arguments)
    if options.fast and version(FAST) is None:
        sys.exit(f"--fast measures with the extra `fast`, whose package {FAST} is not installed")
    if options.large:
        return tell_large()
    found = rounded(measure(options))
    rows = results(found)
    print(table(rows), end="")
    for path, text in ((options.json, as_json(found)), (options.svg, plot(found))):
        if path is not None:
            path.write_text(text, encoding="utf-8")
    if options.docs:
        NUMBERS.write_text(as_json(found), encoding="utf-8")
        write_docs(found)
    return int(any(row.holds is False for row in rows))


def tell_large() -> int:
    """Measure the nasty texts one by one; the exit status."""
    broken = 0
    for row in large():
        print(*row.cells, sep="  ", flush=True)
        broken += row.holds is False
    return int(broken > 0)


def read_options(arguments: list[str]) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--cases", type=Path, default=ARTICLES, metavar="FOLDER", help="other folders of articles")
    parser.add_argument("--fast", action="store_true", help="the bounds for the extra `fast`, which has to be there")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="write the plot")
    parser.add_argument("--docs", action="store_true", help="write the numbers, plot and table of docs/benchmarks.md")
    parser.add_argument("--large", action="store_true", help="nasty texts of 10 MB against 10 KB, and nothing else")
    parser.add_argument("--quick", action="store_true", help="one article, two sizes: whether it works at all")
    parser.add_argument(
        "--node-modules", type=Path, default=Path(), metavar="FOLDER", help="has wtf_wikipedia for node"
    )
    return parser.parse_args(arguments)


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Everything that is measured, and where."""
    rounds = 1 if options.quick else 9
    texts = {dialect: cases(options.cases, dialect) for dialect in ("wikitext", "plain")}
    texts = {dialect: found for dialect, found in texts.items() if found}
    some = {dialect: dict(list(found.items())[: 1 if options.quick else None]) for dialect, found in texts.items()}
    articles = {dialect: medians(tasks_for(dialect), found, rounds) for dialect, found in some.items()}
    node = None
    for dialect, found in some.items():
        told = javascript(found, rounds, options.node_modules)
        if told is not None:
            node, articles[dialect]["wtf_wikipedia"] = told
    if node is None:
        print("wtf_wikipedia is not measured: node has no such package; see --node-modules", file=sys.stderr)
    sizes = QUICK_SIZES if options.quick else SIZES
    return {
        **machine(node),
        "fast": options.fast,
        "rounds": rounds,
        "articles": articles,
        "rush": rush(rounds),
        "long": {dialect: long(list(found.values()), sizes, rounds) for dialect, found in texts.items()},
        "start_up": start_up(2 if options.quick else 15),
        "memory": {dialect: memory(found) for dialect, found in some.items()},
    }


def machine(node: str | None) -> dict[str, Any]:
    """The machine, Python, and the versions of what is compared."""
    names = ("wikialbum", "attrs", "lark", FAST, "mwparserfromhell", "wikitextparser")
    return {
        "machine": f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "versions": {**{name: version(name) for name in names}, "wtf_wikipedia": node},
    }


def version(package: str) -> str | None:
    """The version of a package, or None where it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def rush(rounds: int) -> float:
    """What the example article takes as a multiple of the other parser."""
    tasks = {"album": album, "wikitextparser": wikitextparser_parts(tables=False)}
    found = medians(tasks, {"rush": RUSH.read_text(encoding="utf-8")}, 10 * rounds)
    return total(found["album"]) / total(found["wikitextparser"])


def long(texts: list[str], sizes: dict[str, int], rounds: int) -> dict[str, dict[str, float]]:
    """The bytes of long articles, and the time of each of our tasks on them."""
    made = {name: long_article(texts, size) for name, size in sizes.items()}
    out: dict[str, dict[str, float]] = {}
    for name, text in made.items():
        found = medians(OURS, {name: text}, max(1, rounds if len(text) < 100_000 else rounds // 3))
        out[name] = {"bytes": len(text.encode()), **{task: times[name] for task, times in found.items()}}
    return out


def rounded(found: dict[str, Any]) -> dict[str, Any]:
    """The numbers with no more digits than mean something."""
    short: dict[str, Any] = json.loads(json.dumps(found), parse_float=lambda digits: float(f"{float(digits):.5g}"))
    return short


def as_json(found: dict[str, Any]) -> str:
    """The numbers as JSON."""
    return json.dumps(found, indent=1) + "\n"


def write_docs(found: dict[str, Any]) -> None:
    """Write the plot, and the table into its page."""
    PICTURE.write_text(plot(found), encoding="utf-8")
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")


def with_table(page: str, found: dict[str, Any]) -> str:
    """A page with the table between its two comments."""
    shown = [f"{name} {number}" for name, number in found["versions"].items() if number]
    where = f"Measured with Python {found['python']} on {found['machine']}; {', '.join(shown)}.\n"
    counts = ", ".join(f"{len(tasks['album'])} in {dialect}" for dialect, tasks in found["articles"].items())
    rows: list[Result] = results(found)
    return _TABLE.sub(lambda _: f"\n{where}Articles: {counts}.\n\n{table(rows)}", page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
