"""Sources for the tests of many articles: dumps and files of JSON Lines, small and as regular as their tests need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.sax.saxutils import escape

#: A page of a dump with its id, title and text.
Page = tuple[str, str, str]


def album_text(number: int) -> str:
    """An album article in wikitext, with facts of its own."""
    return (
        "{{Infobox album\n"
        f"| name = Album {number}\n| type = studio\n| artist = [[Artist {number % 7}]]\n"
        f"| released = {{{{Start date|{1960 + number % 60}|1|14}}}}\n| genre = [[Blues]], [[Folk music|folk]]\n}}}}\n"
        f"'''''Album {number}''''' is an album.\n\n==Track listing==\n"
        '{{Track listing\n| title1 = One\n| length1 = 3:45\n| writer1 = Ann Lee, Bo Day\n| title2 = "Two"\n| length2 = 4:02\n}}\n'
        "==Personnel==\n* Ann Lee – vocals, harp (tracks 1, 2)\n* Bo Day – drums\n"
        '==Charts==\n{| class="wikitable"\n! Chart !! Peak\n|-\n| UK Albums || 7\n|}\n'
    )


def album_pages(count: int) -> list[Page]:
    """Pages of albums, numbered from 1."""
    return [(str(number), f"Album {number}", album_text(number)) for number in range(1, count + 1)]


def dump(pages: Iterable[Page], *, head: str = "") -> bytes:
    """A MediaWiki dump of some pages; of a page whose id begins with a minus the namespace is 1."""
    parts = [head, '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n']
    parts.append("<siteinfo><sitename>Test</sitename></siteinfo>\n")
    for number, title, text in pages:
        parts.append(
            f"<page><title>{escape(title)}</title><ns>{int(number.startswith('-'))}</ns><id>{number.strip('-')}</id>"
            f"<revision><id>1</id><model>wikitext</model><text bytes='1' xml:space='preserve'>{escape(text)}</text>"
            "</revision></page>\n"
        )
    return "".join([*parts, "</mediawiki>\n"]).encode()


def lines(pages: Iterable[Page]) -> bytes:
    """JSON Lines of some pages."""
    return b"".join(
        json.dumps({"id": number, "title": title, "text": text}).encode() + b"\n" for number, title, text in pages
    )
