"""What is measured in processes of their own: the first moments of a program, memory, and a parser of JavaScript."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs
from bench_articles import RUSH

import wikialbum

#: Programs that are started afresh; each is told as what it costs beyond the one before it.
PROGRAMS: Final = {
    "alone": "import lark, attrs",
    "import": "import lark, attrs, wikialbum",
    "first article": f"import lark, attrs, wikialbum; wikialbum.parse({str(RUSH)!r})",
}

#: Reads texts as JSON from standard input, and writes the median milliseconds of each.
NODE_PROGRAM: Final = """
const {createRequire} = require('module')
const wtf = createRequire(process.argv[1] + '/')('wtf_wikipedia')
const {texts, rounds} = JSON.parse(require('fs').readFileSync(0, 'utf8'))
const now = () => Number(process.hrtime.bigint()) / 1e6
const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]
const times = texts.map(() => [])
for (let round = -3; round < rounds; round++)
  texts.forEach((text, place) => {
    const start = now()
    JSON.stringify(wtf(text).json())
    if (round >= 0) times[place].push(now() - start)
  })
console.log(JSON.stringify({version: wtf.version, medians: times.map(median)}))
"""


def start_up(rounds: int) -> dict[str, float]:
    """The median seconds that each program takes, with the byte code of earlier runs, as users have it."""
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
        for turn in range(-1, rounds):
            for name, program in PROGRAMS.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, "-c", program], check=True, env=environment)
                if turn >= 0:
                    times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def memory(texts: Mapping[str, str]) -> dict[str, float]:
    """The median bytes that an article keeps in memory: its tree, and its album without the tree."""
    kept: dict[str, list[int]] = {"tree": [], "album": []}
    for text in texts.values():
        wikialbum.parse_text(text)  # what is loaded when first used belongs to no article
        tracemalloc.start()
        tree = wikialbum.parse_article(text)
        kept["tree"].append(tracemalloc.get_traced_memory()[0])
        del tree
        tracemalloc.stop()
        tracemalloc.start()
        album = attrs.evolve(wikialbum.parse_text(text), article=None)
        kept["album"].append(tracemalloc.get_traced_memory()[0])
        del album
        tracemalloc.stop()
    return {what: statistics.median(found) for what, found in kept.items()}


def javascript(texts: Mapping[str, str], rounds: int, folder: Path) -> tuple[str, dict[str, float]] | None:
    """The version of wtf_wikipedia, and its median seconds for each text; None where node or the package is not there.

    Args:
        texts: The texts by name.
        rounds: How often each is read.
        folder: A folder in which, or above which, is `node_modules`.
    """
    node = shutil.which("node")
    if node is None or not texts:
        return None
    told = subprocess.run(
        [node, "-e", NODE_PROGRAM, str(folder.resolve())],
        input=json.dumps({"texts": list(texts.values()), "rounds": rounds}),
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        return None
    found = json.loads(told.stdout)
    return found["version"], {name: took / 1000 for name, took in zip(texts, found["medians"], strict=True)}
