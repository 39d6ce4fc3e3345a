"""The site: its navigation has every page, it builds without a warning, no link in it is dead, and it needs no network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import pages

CONFIG = tomllib.loads((pages.CHECKOUT / "zensical.toml").read_text(encoding="utf-8"))["project"]

#: What loads something when a page is read, by tag; a link that a reader may follow loads nothing.
LOADS = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}

needs_zensical = pytest.mark.skipif(find_spec("zensical") is None, reason="the extra `docs` is not installed")


def navigation(entries: list[dict[str, Any]]) -> Iterator[str]:
    """The pages of the navigation, in order."""
    for entry in entries:
        for target in entry.values():
            if isinstance(target, str):
                yield target
            else:
                yield from navigation(target)


def test_the_navigation_has_every_page_once() -> None:
    there = {page.relative_to(pages.DOCS).as_posix() for page in pages.DOCS.rglob("*.md")}
    assert sorted(navigation(CONFIG["nav"])) == sorted(there)


def test_the_navigation_parts_the_pages_by_what_a_reader_wants() -> None:
    assert [title for entry in CONFIG["nav"] for title in entry] == [
        "Home",
        "Tutorial",
        "How-to",
        "Reference",
        "Explanation",
    ]


class Targets(HTMLParser):
    """What an HTML page refers to, what it loads, and the anchors that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.anchors.add(attributes["id"])
        if tag in LOADS and attributes.get(LOADS[tag]) and attributes.get("rel") != "canonical":
            self.loads.add(attributes[LOADS[tag]])
        if tag == "a" and "href" in attributes:
            self.links.add(attributes["href"])


def targets(page: Path) -> Targets:
    found = Targets()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def is_dead(target: str, page: Path, built: dict[Path, Targets]) -> bool:
    """Whether a link within the site leads nowhere."""
    parts = urlsplit(target)
    file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not file.is_file():
        return True
    return bool(parts.fragment) and file in built and unquote(parts.fragment) not in built[file].anchors


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Targets]:
    """The built pages, each with what it refers to. The site is built from a copy that has only what it is made of."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(pages.DOCS, folder / "docs")
    shutil.copytree(pages.CHECKOUT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(pages.CHECKOUT / "zensical.toml", folder)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "griffe:" not in done.stdout + done.stderr
    return {page: targets(page) for page in sorted((folder / "site").resolve().rglob("*.html"))}


@needs_zensical
def test_the_site_has_every_page(site: dict[Path, Targets]) -> None:
    (root,) = (page.parent for page in site if page.name == "404.html")
    built = {page.relative_to(root).as_posix() for page in site}
    assert {name.removesuffix(".md") + ".html" for name in navigation(CONFIG["nav"])} == built - {"404.html"}


@needs_zensical
def test_no_link_of_the_site_is_dead(site: dict[Path, Targets]) -> None:
    dead = {
        f"{page.name}: {target}"
        for page, found in site.items()
        if page.name != "404.html"  # its links begin at the root of a server
        for target in found.links
        if not urlsplit(target).scheme and is_dead(target, page, site)
    }
    assert dead == set()


@needs_zensical
def test_the_site_loads_nothing_from_elsewhere(site: dict[Path, Targets]) -> None:
    assert {target for found in site.values() for target in found.loads if urlsplit(target).netloc} == set()
    for page in site:
        for sheet in page.parent.rglob("*.css"):
            assert not re.search(r"url\((?![\"']?(?:data:|\.|#))[^)]*//|@import", sheet.read_text(encoding="utf-8"))


@needs_zensical
def test_every_entry_of_the_reference_is_on_the_site(site: dict[Path, Targets]) -> None:
    anchors = set().union(*(found.anchors for found in site.values()))
    told = {
        name
        for page in (pages.DOCS / "reference").glob("*.md")
        for name in re.findall(r"^::: (\S+)$", pages.read(page), re.MULTILINE)
    }
    assert told - anchors == set()
