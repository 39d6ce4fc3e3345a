"""The pages of the documentation, and what their code blocks are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).parents[1]
DOCS = CHECKOUT / "docs"

#: Every page that a reader may come to.
PAGES = sorted([*CHECKOUT.glob("*.md"), *DOCS.rglob("*.md")])

#: Pages that are followed from the top: their files are written, their programs and commands run in the same folder.
WALKS = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]


class Block(NamedTuple):
    """A code block.

    Attributes:
        language: The language of the fence; empty where it has none.
        code: The code, with a final line feed.
        line: The 0-based line on which the code begins.
        file: The file that the block is, by the name in the line above it; else None.
    """

    language: str
    code: str
    line: int
    file: str | None


def name_of(page: Path) -> str:
    """The path of a page in the checkout."""
    return page.relative_to(CHECKOUT).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, *languages: str) -> Iterator[Block]:
    """The code blocks of a page, in order: all of them, or those of some languages."""
    text = read(page)
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        if not languages or match[1] in languages:
            above = text[: match.start()].rstrip().rpartition("\n")[2]
            yield Block(match[1], match[2], text.count("\n", 0, match.start(2)), _file(above))


def _file(above: str) -> str | None:
    """The file that the last line above a block names: "`rush.txt`:", or "Save this as `players.py`:"."""
    match = re.search(r"(?:^|[Ss]ave (?:this|it) as )`([\w.-]+\.\w+)`[:.]?$", above)
    return match[1] if match else None
