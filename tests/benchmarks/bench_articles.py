"""The articles that are measured: those of a folder, and long ones that are made of their sections."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).parents[2]
ARTICLES: Final = CHECKOUT / "tests" / "articles"
RUSH: Final = CHECKOUT / "examples" / "rush.txt"

#: The file of each dialect in the folder of an article.
FILES: Final = {"plain": "plain.txt", "wikitext": "article.wiki"}

#: The sizes of long articles in bytes; the cost of a byte is compared with that of the first.
SIZES: Final = {"30 KB": 30_000, "300 KB": 300_000, "3 MB": 3_000_000}
QUICK_SIZES: Final = {"3 KB": 3_000, "30 KB": 30_000}

_SECTION: Final = re.compile(r"^(?===[^=])", re.MULTILINE)


def cases(folder: Path, dialect: str) -> dict[str, str]:
    """The articles of a dialect in the folders of a folder, by name."""
    return {path.parent.name: path.read_bytes().decode() for path in sorted(folder.glob(f"*/{FILES[dialect]}"))}


def long_article(texts: list[str], size: int) -> str:
    """An article of about a size in bytes: the head of one article, and the sections of all in a mixed order.

    The order is always the same. Where all sections are used up, they come again in another order, as the sections of
    further discs, editions and singles do in long articles.
    """
    heads = [_SECTION.split(text)[0] for text in texts]
    sections = [section.rstrip("\r\n") + "\n\n" for text in texts for section in _SECTION.split(text)[1:]]
    order = random.Random(1)
    head = max(heads, key=len)
    pieces, length = [head], len(head.encode())
    while length < size:
        for section in order.sample(sections, len(sections)):
            if length >= size:
                break
            pieces.append(section)
            length += len(section.encode())
    return "".join(pieces)
