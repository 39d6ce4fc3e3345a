"""What is fuzzed: functions that take any bytes, and raise where something does not hold."""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Callable
from typing import Final

from checks import DIALECTS, EDITS, album_holds, edit_holds, formatting_holds, tree_holds, writing_holds
from texts import ARTICLES, decoded

import wikialbum
from cost import least_multiple
from wikialbum.syntax import Dialect

#: By how much more than an ordinary article's a character may cost: a line of commas costs 15 times as much, and the
#: fuzzer's own instruments double that. Where time is quadratic, it is hundreds of times at this length.
MOST: Final = 60

#: One input in so many is repeated until it is long, and its cost looked at.
RARELY: Final = 200
LONG: Final = 20_000

#: What an input of the target `album` begins with: dialect, edit, place, key; then the edit's text up to a zero.
HEAD: Final = 4


def parse_dialect(dialect: Dialect) -> Callable[[bytes], None]:
    """A target that reads a text as a tree and as an album."""

    def target(data: bytes) -> None:
        text = decoded(data)
        wikialbum.normalize(tree_holds(text, dialect))
        if text and zlib.crc32(data) % RARELY == 0:
            stays_cheap(text, dialect)

    return target


def write_album(data: bytes) -> None:
    """A target that reads an album, and renders, formats, converts and edits it."""
    head, rest = data[:HEAD].ljust(HEAD, b"\0"), data[HEAD:]
    new, _, source = rest.partition(b"\0")
    dialect = DIALECTS[head[0] % len(DIALECTS)]
    article = tree_holds(decoded(source), dialect)
    album = album_holds(article)
    for other in DIALECTS:
        writing_holds(album, other)
    formatting_holds(article)
    edit_holds(article, list(EDITS)[head[1] % len(EDITS)], head[2], head[3], decoded(new))


def stays_cheap(text: str, dialect: Dialect) -> None:
    """A text that is repeated until it is long costs as much by the character as an article."""
    long = text * (LONG // len(text) + 1)
    times = least_multiple(lambda each: wikialbum.parse_text(each, dialect=dialect), long, dialect, MOST)
    assert times < MOST, f"{times:.0f} times the cost of an ordinary article"


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "plain": parse_dialect("plain"),
    "wikitext": parse_dialect("wikitext"),
    "album": write_album,
}


def seeds(target: str) -> dict[str, bytes]:
    """The first inputs: the sections of the real articles."""
    found: dict[str, bytes] = {}
    for number, text in enumerate(ARTICLES):
        for place, section in enumerate(f"\n{text}".split("\n==")):
            source = (f"=={section}" if place else section[1:]).encode()
            head = bytes([number % 2, place, number, place]) + b"Ann Lee\0" if target == "album" else b""
            found[f"article-{number}-{place}"] = head + source[:2000]
    return found


def failure(run: Callable[[bytes], None], data: bytes) -> str:
    """Where and how a target fails for an input; empty where it does not."""
    try:
        run(data)
    except Exception as error:  # noqa: BLE001 - any error is a find
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {place.filename}:{place.lineno}"
    return ""


def shrunk(run: Callable[[bytes], None], data: bytes) -> bytes:
    """An input without all that can be left out so that a target still fails in the same place."""
    wanted = failure(run, data)
    size = len(data)
    while size:
        at = 0
        while at < len(data):
            shorter = data[:at] + data[at + size :]
            if failure(run, shorter) == wanted:
                data = shorter
            else:
                at += size
        size //= 2
    return data
