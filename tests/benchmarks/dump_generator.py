"""Writes a dump as an encyclopedia's is, of any size: `python tests/benchmarks/dump_generator.py PAGES OUT.xml`.

A tenth of the pages are album articles: those of tests/articles with other names, years and playing times. The others are
persons, films, places, redirects and talk. The same seed gives the same dump.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

ARTICLES = Path(__file__).parents[1] / "articles"

#: How many of ten pages that follow each other are of a kind.
KINDS_OF_TEN: Final = {"album": 1, "person": 2, "film": 1, "place": 3, "redirect": 2, "talk": 1}

FIRST: Final = [
    "Ann",
    "Bo",
    "Clara",
    "Dmitri",
    "Elif",
    "Farid",
    "Greta",
    "Hana",
    "Ivo",
    "Jun",
    "Kofi",
    "Lena",
    "Milo",
    "Nora",
    "Otto",
    "Pia",
    "Rosa",
    "Sven",
    "Tara",
    "Ugo",
    "Vera",
]
LAST: Final = [
    "Lee",
    "Day",
    "Berg",
    "Costa",
    "Duarte",
    "Eriksen",
    "Fischer",
    "Grant",
    "Hill",
    "Ito",
    "Jansen",
    "Kovač",
    "Lindqvist",
    "Moreau",
    "Novak",
    "Okafor",
    "Price",
]
WORDS: Final = [
    "the",
    "of",
    "and",
    "in",
    "was",
    "to",
    "album",
    "a",
    "by",
    "for",
    "with",
    "his",
    "on",
    "as",
    "at",
    "it",
    "from",
    "that",
    "is",
    "first",
    "after",
    "an",
    "band",
    "new",
    "their",
    "which",
    "one",
    "river",
    "town",
    "early",
    "music",
    "film",
    "later",
    "work",
    "years",
    "known",
    "during",
    "century",
    "small",
    "house",
    "name",
    "family",
    "north",
    "where",
    "record",
]

_NAME: Final = re.compile(r"(?<!\{\{)\b[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_TIME: Final = re.compile(r"\b\d{1,2}:\d\d\b")


class Generator:
    """Makes pages.

    Args:
        seed: Tells one dump from another.
    """

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._articles = [path.read_bytes().decode() for path in sorted(ARTICLES.glob("*/article.wiki"))]
        self._makers: dict[str, Callable[[int], str]] = {
            "album": self._album,
            "person": self._person,
            "film": self._film,
            "place": self._place,
            "redirect": lambda _: f"#REDIRECT [[{self._name()}]]",
            "talk": lambda _: (
                f"== Sources ==\n{self._prose(60)} ~~~~\n: {{{{Infobox album}}}} is missing. {self._prose(20)}"
            ),
        }
        self._kinds = [kind for kind, count in KINDS_OF_TEN.items() for _ in range(count)]

    def dump(self, pages: int) -> Iterator[str]:
        """The pieces of a dump."""
        yield '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'
        yield "  <siteinfo><sitename>Example</sitename></siteinfo>\n"
        for number in range(1, pages + 1):
            if number % 10 == 1:
                self._random.shuffle(self._kinds)
            yield self._page(number, self._kinds[number % 10])
        yield "</mediawiki>\n"

    def _page(self, number: int, kind: str) -> str:
        is_talk = kind == "talk"
        text = escape(self._makers[kind](number))
        return (
            f"  <page>\n    <title>{'Talk:' if is_talk else ''}Page {number} ({kind})</title>\n    <ns>{int(is_talk)}</ns>\n"
            f"    <id>{number}</id>\n    <revision>\n      <id>{number + 10**6}</id>\n      <timestamp>2024-01-01T00:00:00Z</timestamp>\n"
            f"      <contributor><username>{self._name()}</username><id>{number % 997}</id></contributor>\n"
            f"      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
            f'      <text bytes="{len(text)}" xml:space="preserve">{text}</text>\n    </revision>\n  </page>\n'
        )

    def _name(self) -> str:
        return f"{self._random.choice(FIRST)} {self._random.choice(LAST)}"

    def _prose(self, words: int) -> str:
        return f"{' '.join(self._random.choices(WORDS, k=words)).capitalize()}."

    def _album(self, number: int) -> str:
        names: dict[str, str] = {}
        text = self._articles[number // 10 % len(self._articles)]
        text = _NAME.sub(lambda match: names.setdefault(match[0], self._name()), text)
        text = _YEAR.sub(lambda _: str(self._random.randint(1950, 2024)), text)
        return _TIME.sub(lambda _: f"{self._random.randint(1, 9)}:{self._random.randint(0, 59):02}", text)

    def _person(self, _number: int) -> str:
        infobox = f"{{{{Infobox musical artist\n| name = {self._name()}\n| genre = [[Blues]]\n}}}}\n"
        albums = "".join(f"* ''[[{self._prose(2)[:-1]}]]'' ({self._random.randint(1950, 2024)})\n" for _ in range(12))
        return f"{infobox}{self._prose(300)}\n\n== Discography ==\n{albums}\n== Life ==\n{self._prose(400)}"

    def _film(self, _number: int) -> str:
        infobox = f"{{{{Infobox film\n| name = {self._prose(2)[:-1]}\n| director = [[{self._name()}]]\n}}}}\n"
        return f"{infobox}{self._prose(200)}\n\n== Plot ==\n{self._prose(600)}<ref>{{{{cite web|title=A}}}}</ref>"

    def _place(self, _number: int) -> str:
        return f"{{{{Infobox settlement\n| population = {self._random.randint(10, 99999)}\n}}}}\n{self._prose(500)}"


def write_dump(path: Path, pages: int, seed: int = 1) -> None:
    """Write a dump of some pages."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(Generator(seed).dump(pages))


if __name__ == "__main__":
    write_dump(Path(sys.argv[2]), int(sys.argv[1]))
