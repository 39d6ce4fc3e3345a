"""Every public name has one line in docs/api.md, which leads to its entry in the reference."""

from __future__ import annotations

import importlib
import re
from types import FunctionType

import pytest

import pages

#: The modules whose `__all__` is public. `wikialbum.arrow` and `wikialbum.spark` can be imported without their extras.
PUBLIC = (
    "wikialbum",
    "wikialbum.arrow",
    "wikialbum.extract",
    "wikialbum.inspection",
    "wikialbum.reading",
    "wikialbum.schema",
    "wikialbum.sources",
    "wikialbum.spark",
    "wikialbum.syntax",
    "wikialbum.testing",
    "wikialbum.vocabulary",
)

REFERENCE = sorted((pages.DOCS / "reference").glob("*.md"))
OVERVIEW = pages.read(pages.DOCS / "api.md")

#: The full names that have an entry, with the page that it stands on.
ENTRIES = {name: page for page in REFERENCE for name in re.findall(r"^::: (\S+)$", pages.read(page), re.MULTILINE)}

#: The rows of the overview: the name, its page in the reference, and the full name that is its anchor.
ROWS = re.findall(r"^\| \[`(\w+)`\]\(reference/([\w-]+\.md)#([\w.]+)\)", OVERVIEW, re.MULTILINE)


def resolve(name: str) -> object:
    """What a full name is the name of."""
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def public_names(module: str) -> set[str]:
    """The full names that a module gives; a module in a package is no name of its own."""
    names = {f"{module}.{name}" for name in importlib.import_module(module).__all__}
    return names - set(PUBLIC)


def same(names: set[str]) -> set[int]:
    """The things that have these names; a thing of several names is one."""
    return {id(resolve(name)) for name in names}


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_in_the_reference(module: str) -> None:
    entries = same(set(ENTRIES))
    assert {name for name in public_names(module) if id(resolve(name)) not in entries} == set()


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_stands_in_the_overview(module: str) -> None:
    told = same({name for _, _, name in ROWS})
    assert {name for name in public_names(module) if id(resolve(name)) not in told} == set()


@pytest.mark.parametrize(("label", "page", "name"), ROWS, ids=[row[2] for row in ROWS])
def test_a_row_of_the_overview_leads_to_its_entry(label: str, page: str, name: str) -> None:
    assert name.rpartition(".")[2] == label
    assert ENTRIES[name].name == page


@pytest.mark.parametrize("name", ENTRIES)
def test_a_class_or_function_of_the_reference_has_a_docstring(name: str) -> None:
    thing = resolve(name)
    if isinstance(thing, type | FunctionType):
        assert thing.__doc__


def test_no_row_of_the_overview_lacks_its_link() -> None:
    rows = re.findall(r"^\| (?!name |-)(.*?) \|", OVERVIEW, re.MULTILINE)
    assert len(ROWS) == len(rows) - 1  # the module `syntax` is a page
