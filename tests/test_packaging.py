"""The package is laid out as it promises: dependencies, extras, public names, shipped files, and what is loaded when."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import wikialbum
from wikialbum.syntax import grammars

CHECKOUT = Path(__file__).parents[1]
SOURCE = CHECKOUT / "src" / "wikialbum"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MODULES = sorted(SOURCE.rglob("*.py"))


def python(program: str) -> str:
    """What a program writes in a process of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def packages(requirements: list[str]) -> set[str]:
    """The names of the packages of some requirements, as they are imported."""
    names = {re.split(r"[\[<>=!~;. ]", requirement)[0] for requirement in requirements}
    return {name.replace("-", "_").lower() for name in names}


def imports(module: ast.Module, *, everywhere: bool) -> Iterator[str]:
    """The outermost packages that a module imports: when it is loaded, or anywhere in it."""
    for node in ast.walk(module) if everywhere else module.body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def foreign(path: Path, *, everywhere: bool) -> set[str]:
    """The packages that a module of the library imports, beside Python's own and the library."""
    found = set(imports(ast.parse(path.read_text(encoding="utf-8")), everywhere=everywhere))
    return found - set(sys.stdlib_module_names) - {"wikialbum", "compression"}  # the last is Python's own from 3.14


def test_attrs_and_lark_are_the_only_dependencies() -> None:
    assert packages(PROJECT["dependencies"]) == {"attrs", "lark"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_what_is_required_or_belongs_to_an_extra(path: Path) -> None:
    required = packages(PROJECT["dependencies"]) | {"attr"}
    extras = packages([each for extra in PROJECT["optional-dependencies"].values() for each in extra])
    assert foreign(path, everywhere=True) <= required | extras
    if path.parent.name != "cli":  # its package is loaded by the command line alone
        assert foreign(path, everywhere=False) <= required


def test_everything_in_an_extra_is_used() -> None:
    optional = PROJECT["optional-dependencies"]
    used = set().union(*(foreign(path, everywhere=True) for path in MODULES))
    tools = {"lint": set(optional["lint"]), "test": {"coverage", "pytest", "pytest_timeout", "mypy", "jsonschema"}}
    for extra, requirements in optional.items():
        if extra in {"lint", "bench", "browser", "docs", "fuzz"}:
            continue
        assert packages(requirements) - tools.get(extra, set()) - {"wikialbum"} <= used, extra


def test_every_extra_that_an_error_names_exists() -> None:
    named = {
        match[1]
        for path in MODULES
        for match in re.finditer(r"MissingExtraError\(.*, [\"'](\w+)[\"']\)", path.read_text(encoding="utf-8"))
    }
    assert {"cli", "test"} <= named <= set(PROJECT["optional-dependencies"])


def test_importing_the_package_loads_no_extra_and_not_what_only_some_programs_need() -> None:
    loaded = python("import sys, wikialbum; print(*sys.modules)").split()
    assert "wikialbum.album" in loaded
    late = {"wikialbum.normalize.article", "wikialbum.serialize", "wikialbum.edit", "wikialbum.render.article"}
    assert {"click", "rich", "hypothesis", "html", *late}.isdisjoint(loaded)


def test_every_public_name_exists_and_stands_once() -> None:
    for module in (wikialbum, wikialbum.syntax):
        assert len(module.__all__) == len(set(module.__all__))
        assert [name for name in module.__all__ if not hasattr(module, name)] == []


def test_no_module_hides_a_public_name() -> None:
    program = """
import importlib, pkgutil, wikialbum
before = {name: getattr(wikialbum, name) for name in wikialbum.__all__}
modules = list(pkgutil.walk_packages(wikialbum.__path__, "wikialbum.", onerror=lambda _: None))
for module in modules:
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError:
            pass  # of an extra that is not installed
assert len(modules) > 30, modules
print(*(name for name, value in before.items() if getattr(wikialbum, name) is not value))
"""
    assert python(program) == "\n"


@pytest.mark.parametrize("name", [path.stem for path in sorted(Path(grammars.grammar_folder()).glob("*.lark"))])
def test_the_parse_tables_of_the_checkout_are_not_stale(name: str) -> None:
    tables = Path(grammars.TABLES, f"{name}.bin")
    again = "run: python hatch_build.py"
    assert tables.is_file(), again
    with tables.open("rb") as file:
        assert file.readline() == grammars.tables_key(grammars.grammar_text(name)), again


@pytest.mark.parametrize("name", ["plain", "wikitext"])
def test_tables_that_do_not_fit_the_grammar_are_built_in_memory(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grammars.save_tables(name, str(tmp_path))
    saved = tmp_path / f"{name}.bin"
    key, _, rest = saved.read_bytes().partition(b"\n")
    assert key + b"\n" == grammars.tables_key(grammars.grammar_text(name))
    saved.write_bytes(b"lark 0.1 of another grammar\n" + rest[:10])
    monkeypatch.setattr(grammars, "TABLES", str(tmp_path))
    parser = grammars.load.__wrapped__(name)
    assert parser.parse("a\n", start="article").children
    saved.unlink()
    assert grammars.load.__wrapped__(name).parse("a\n", start="article").children


def test_tables_that_fit_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grammars.save_tables("plain", str(tmp_path))
    monkeypatch.setattr(grammars, "TABLES", str(tmp_path))
    monkeypatch.setattr(grammars, "build", None)
    assert grammars.load.__wrapped__("plain").parse("a\n", start="article").children


def test_the_files_that_a_distribution_promises_are_there() -> None:
    assert (SOURCE / "py.typed").read_bytes() == b""
    assert (CHECKOUT / PROJECT["readme"]).is_file()
    for name in PROJECT["license-files"]:
        assert "MIT" in (CHECKOUT / name).read_text(encoding="utf-8")


def test_the_change_log_tells_of_this_version() -> None:
    versions = re.findall(r"^## (\S+?),", (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["version"]
