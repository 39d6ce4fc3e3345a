"""How a whole dump is read, measured on demand: `python tests/benchmarks/dump_speed.py [PAGES]`.

A generated dump, of 50,000 pages unless told otherwise, should keep to four bounds:

- the memory of the main process, at its peak;
- the same against a dump of a tenth of the pages: it must not grow with the size;
- two jobs against one;
- what reading, moving and writing cost beside parsing, in the time of the processors.

Exits with 1 where a bound is broken. Other work on the machine makes two jobs look slower than they are.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from dump_generator import write_dump

RUN = """
import json, resource, sys, time
from wikialbum.extract import Job, extract

if __name__ == "__main__":
    source, output, jobs = sys.argv[1:]
    start = time.perf_counter()
    summary = extract(Job(sources=(source,), output=output, jobs=int(jobs), restart=True))
    wall = time.perf_counter() - start
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in (own, workers))
    print(json.dumps({"wall": wall, "cpu": cpu, "memory": own.ru_maxrss / 1024, "albums": summary.albums, "pages": summary.pages}))
"""

PARSE = """
import json, sys, time
import wikialbum
from wikialbum.extract import is_album_article
from wikialbum.sources import read

texts = ((record.title, record.text) for record in read(sys.argv[1]) if not record.namespace and is_album_article(record.text))
cpu = 0.0
for title, text in texts:
    start = time.process_time()
    wikialbum.albums(wikialbum.parse_article(text), title=title)
    cpu += time.process_time() - start
print(json.dumps({"cpu": cpu}))
"""


class Result(NamedTuple):
    """One number, and the bound that it should keep to."""

    what: str
    value: float
    least: float
    most: float
    unit: str

    @property
    def is_good(self) -> bool:
        """Whether the bound is kept to."""
        return self.value >= self.least if self.least else self.value <= self.most

    def __str__(self) -> str:
        bound = f"at most {self.most:g}" if self.least == 0 else f"at least {self.least:g}"
        return f"{self.what:60}{self.value:9.2f} {self.unit:5} {bound}{'' if self.is_good else '   BROKEN'}"


def measured(script: str, *arguments: object) -> dict[str, Any]:
    """What a script in a process of its own tells."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "script.py")
        path.write_text(script, encoding="utf-8")
        done = subprocess.run([sys.executable, path, *map(str, arguments)], check=True, stdout=subprocess.PIPE)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def results(pages: int, folder: Path) -> list[Result]:
    """Every number."""
    small, large = folder / "small.xml", folder / "large.xml"
    write_dump(small, pages // 10)
    write_dump(large, pages)
    output = folder / "albums.jsonl"
    few, one, two = (measured(RUN, *job) for job in ((small, output, 2), (large, output, 1), (large, output, 2)))
    parsing = measured(PARSE, large)["cpu"]
    sys.stdout.write(
        f"{one['pages']} pages, {one['albums']} albums, {large.stat().st_size / 1e6:.0f} MB\n"
        f"one job: {one['wall']:.1f} s; two: {two['wall']:.1f} s, {two['cpu']:.1f} s of processors; parsing: {parsing:.1f} s\n"
    )
    return [
        Result("peak memory of the main process", two["memory"], 0, 300, "MB"),
        Result("the same against a tenth of the pages", two["memory"] / few["memory"], 0, 1.2, "times"),
        Result("speed of two jobs", one["wall"] / two["wall"], 1.7, float("inf"), "times"),
        Result("cost outside parsing, one job", (one["cpu"] - parsing) / parsing, 0, 1, "times"),
        Result("cost outside parsing, two jobs", (two["cpu"] - parsing) / parsing, 0, 1, "times"),
    ]


def main() -> int:
    """Measure and tell; the exit status."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        found = results(pages, Path(folder))
    sys.stdout.write("".join(f"{result}\n" for result in found))
    return 0 if all(result.is_good for result in found) else 1


if __name__ == "__main__":
    sys.exit(main())
