"""What SECURITY.md promises beside time and memory: reading touches nothing outside the text, and takes no stack."""

from __future__ import annotations

import inspect
import io
import json
import os
import pickle
import pickletools
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import wikialbum
from nasty_texts import PAIRS, nested
from wikialbum.syntax import Dialect, grammars

CHECKOUT = Path(__file__).parents[1]
ARTICLES = CHECKOUT / "tests" / "articles"
PROMISES = (CHECKOUT / "SECURITY.md").read_text(encoding="utf-8")

#: How many calls may stand in each other below a test, however deep a text is.
STACK = 400

DEEP = 20_000


@contextmanager
def small_stack() -> Iterator[None]:
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + STACK)
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def use(text: str, dialect: Dialect) -> None:
    """Do all that can be done with an article."""
    article = wikialbum.parse_article(text, dialect=dialect)
    assert str(article) == text
    album = wikialbum.normalize(article)
    assert all(isinstance(node.text, str) for node in article.walk())
    assert (album.lead, album.sections, album.tables) is not None
    assert wikialbum.Album.from_dict(album.to_dict()) == album
    assert wikialbum.parse_article(text, dialect=dialect) == article
    assert repr(article)
    article.formatted()
    for other in ("plain", "wikitext"):
        wikialbum.render(album, other)
        article.converted(other)


@pytest.mark.parametrize("dialect", ["plain", "wikitext"])
@pytest.mark.parametrize("name", PAIRS)
def test_depth_takes_a_fixed_stack(name: str, dialect: Dialect) -> None:
    use(nested(*PAIRS[name], 100), dialect)  # loads what is loaded when first used
    for text in (nested(*PAIRS[name], DEEP), PAIRS[name][0] * (DEEP // len(PAIRS[name][0]))):
        with small_stack():
            use(text, dialect)


def test_a_small_stack_is_noticed() -> None:
    def deeper(depth: int) -> int:
        return depth and deeper(depth - 1)

    with small_stack(), pytest.raises(RecursionError):
        deeper(STACK)


#: Events that would tell of something outside; the others are of Python's own objects.
WATCHED = r"open|exec|compile|import|pickle\..*|socket\..*|subprocess\..*|os\..*|tempfile\..*|shutil\..*|urllib\..*|ctypes\..*"

WATCH = f"""
import json, re, sys
watched = re.compile({WATCHED!r})
events = []
sys.addaudithook(lambda name, values: events.append([name, str(values[0]) if values else ""]) if watched.fullmatch(name) else None)
"""


def events(program: str, *arguments: object, **environment: str) -> list[tuple[str, str]]:
    """The watched events that a program leaves in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{WATCH}\n{program}\nprint(json.dumps(events))", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )
    assert done.returncode == 0, done.stderr
    return [(name, value) for name, value in json.loads(done.stdout)]


READ_ALL = """
import pathlib, sys, wikialbum
texts = [path.read_bytes().decode() for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*")) if path.suffix in {".txt", ".wiki"}]
hostile = [
    "{{{{{open}('/etc/passwd')}}}} <syntaxhighlight lang=python>import os; os.abort()</syntaxhighlight>\\n",
    "{{#invoke:Os|execute|ls}} {{:file:///etc/passwd}} [[File:/etc/passwd]] [http://a.example/ x] <script src='http://a.example/'>\\n",
    "- Artist: __import__('os').abort()\\n- Label: ${HOME} `ls` $(ls) %(x)s {0.__class__} !!python/object:os.system\\n",
]
for text in texts:
    wikialbum.parse_text(text).to_dict()
del events[:]
for text in [*texts, *hostile, *(f"{text}\\n{bad}" for text in texts[:10] for bad in hostile)]:
    wikialbum.parse_text(text).to_dict()
"""


def test_reading_touches_nothing_outside() -> None:
    assert events(READ_ALL, ARTICLES) == []


def test_what_touches_something_is_noticed() -> None:
    seen = {
        name
        for name, _ in events(
            f"{READ_ALL}\nimport socket, tempfile; tempfile.mkdtemp(); open(__import__('os').devnull)", ARTICLES
        )
    }
    assert {"open", "import", "tempfile.mkdtemp", "os.mkdir"} <= seen


@pytest.mark.parametrize("text", ["= T =\n\nT\n- Genre: Blues\n", "{{Infobox album\n| genre = Blues\n}}\n"])
def test_the_first_article_reads_the_package_and_nothing_else(text: str, tmp_path: Path) -> None:
    program = "import wikialbum\ndel events[:]\nassert wikialbum.parse_text(sys.argv[1]).genres == ('Blues',)"
    seen = events(program, text, TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path))
    package = Path(wikialbum.__file__).parent
    homes = [package, Path(grammars.grammar_folder()), *map(Path, sysconfig.get_paths().values())]
    opened = {Path(value) for name, value in seen if name == "open" and not value.isdecimal()}
    assert any(path.suffix == ".bin" for path in opened)
    assert {path for path in opened if not any(path.is_relative_to(home) for home in homes)} == set()
    assert {
        name for name, _ in seen if name.startswith(("socket", "subprocess", "tempfile", "shutil", "urllib"))
    } == set()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plain", "wikitext"])
def test_the_tables_are_data_alone(name: str, tmp_path: Path) -> None:
    grammars.save_tables(name, str(tmp_path))
    tables = (tmp_path / f"{name}.bin").read_bytes().partition(b"\n")[2]
    named: list[str] = []

    class Noting(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> object:
            named.append(module)
            return super().find_class(module, name)

    assert Noting(io.BytesIO(tables)).load()
    assert {module.partition(".")[0] for module in named} <= {"wikialbum"}
    steps = [step.name for step, _, _ in pickletools.genops(tables)]
    calls = {"REDUCE", "BUILD", "INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID"}
    assert calls.isdisjoint(steps)


def promised() -> list[tuple[str, str]]:
    return re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)


def test_every_promise_names_tests_that_exist() -> None:
    assert len(promised()) > 15
    missing = [
        f"{file}::{name}"
        for file, name in promised()
        if not re.search(rf"^def {name}\(", (CHECKOUT / file).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []
    rows = [
        line for line in PROMISES.splitlines() if line.startswith("| ") and "|--" not in line and "held by" not in line
    ]
    assert all("::test_" in row for row in rows)
