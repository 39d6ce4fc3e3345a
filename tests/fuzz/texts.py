"""Texts to try the library with: pieces of both dialects put together, and real articles that were damaged."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

HERE: Final = Path(__file__).parent
CORPUS: Final = HERE / "corpus"


def decoded(data: bytes) -> str:
    """The text of any bytes: those that are no UTF-8 become lone surrogates, so that no two inputs are the same text."""
    return data.decode("utf-8", "surrogateescape")


def tokens() -> list[str]:
    """The tokens of tokens.dict."""
    lines = (HERE / "tokens.dict").read_text(encoding="ascii").splitlines()
    return [decoded(ast.literal_eval(f"b{line}")) for line in lines if line.startswith('"')]


TOKENS: Final = tokens()

#: The real articles, of both dialects.
ARTICLES: Final = [
    path.read_bytes().decode()
    for pattern in ("*/plain.txt", "*/article.wiki")
    for path in sorted((HERE.parent / "articles").glob(pattern))
]

LINE_ENDS: Final = ("\n", "\r\n", "\r", "\n\n", "", "")

_words = st.sampled_from(TOKENS)
_lines = st.sampled_from([line for text in ARTICLES for line in text.splitlines(keepends=True)])
_characters = st.characters(exclude_categories=())

#: Tokens, lines of articles and a few characters of any kind, in any order.
composed: Final = st.lists(
    st.tuples(_words | _lines | st.text(_characters, max_size=3), st.sampled_from(LINE_ENDS)), max_size=20
).map(lambda parts: "".join(piece + end for piece, end in parts))


@st.composite
def damaged(draw: st.DrawFn, most: int = 1500) -> str:
    """A piece of an article, some of whose lines and characters were deleted, doubled, moved or replaced."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, max(0, len(text) - most)))
    text = text[start : start + most]
    for _ in range(draw(st.integers(1, 6))):
        parts = text.splitlines(keepends=True) if draw(st.booleans()) else list(text)
        first, last = sorted((draw(st.integers(0, len(parts))), draw(st.integers(0, len(parts)))))
        last = min(last, first + draw(st.integers(0, 8)))
        piece = parts[first:last]
        new = draw(st.sampled_from(["nothing", "twice", "token", "line", "elsewhere"]))
        if new == "elsewhere":
            rest = parts[:first] + parts[last:]
            place = draw(st.integers(0, len(rest)))
            parts = rest[:place] + piece + rest[place:]
        else:
            parts[first:last] = {"nothing": [], "twice": piece * 2}.get(new) or [
                draw(_words if new == "token" else _lines)
            ]
        text = "".join(parts)
    return text


any_text: Final = st.text(_characters) | composed | damaged()
