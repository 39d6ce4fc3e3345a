"""Lark's parser compiled to machine code, where the extra `fast` is installed; it changes nothing but time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wikialbum.syntax.lexing import BlockLexer

try:
    import lark_cython
except ImportError:
    lark_cython = None

__all__ = ["plugins"]


def plugins() -> dict[str, Any]:
    """What Lark is to use instead of its own parts; nothing without the extra."""
    if lark_cython is None:
        return {}
    return {"LALR_Parser": lark_cython.plugins["LALR_Parser"], "LexerThread": _LexerThread}


class _LexerThread:
    """What the compiled parser takes the tokens of a text from, one by one."""

    def __init__(self, lexer: BlockLexer, text: str) -> None:
        self._lexer = lexer
        self._text = text
        self._tokens: Iterator[Any] | None = None

    @classmethod
    def from_text(cls, lexer: BlockLexer, text: str) -> _LexerThread:
        """The tokens of a text."""
        return cls(lexer, text)

    def next_token(self, parser_state: Any) -> Any:  # noqa: ANN401 - classes without types
        """The next token; raises EOFError behind the last one, as the compiled parser expects."""
        if self._tokens is None:
            self._tokens = self._lexer.tokens(self._text, parser_state, _token)
        for token in self._tokens:
            return token
        raise EOFError


def _token(kind: str, start: int, end: int) -> object:
    return lark_cython.lark_cython.Token(kind, "", start, end_pos=end)
