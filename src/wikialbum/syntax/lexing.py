"""The lexer of the block grammars: one pattern, run once over a text.

Lark's own lexer tries, for each token, the terminals that the parser would take there, and counts lines and columns. Of
a block grammar the parser takes nearly all terminals everywhere, and lines are counted elsewhere (`Places`), so this
lexer asks only whether it takes those that begin an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import takewhile
from typing import Any, Final

import lark
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState, TerminalDef

#: The terminals that are read only where the parser would take one: where an article begins.
OPENING: Final = frozenset({"INFOBOX"})


class BlockLexer(Lexer):
    """Makes a token of each block of a text; it has a type and the range that the block stands in, and no text.

    Args:
        conf: The terminals of the grammar.
    """

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        self._terminals = sorted(conf.terminals, key=_precedence)
        self._patterns: dict[bool, tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]] = {}

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[lark.Token]:  # noqa: ANN401 - of either parser
        """The tokens of a text; they tile it, since the grammars are total."""
        return self.tokens(lexer_state.text.text, parser_state, _token)

    def tokens(self, text: str, parser_state: Any, token: Callable[[str, int, int], Any]) -> Iterator[Any]:  # noqa: ANN401 - of either parser
        """The tokens of a text, made of their type and where they start and end."""
        table, returns = parser_state.parse_conf.parse_table, "\r" in text
        blocks, opening, sooner = self._patterns.get(returns) or self._compile(table, returns=returns)
        states, stack = table.states, parser_state.state_stack
        at, size = 0, len(text)
        while at < size and not OPENING.isdisjoint(states[stack[-1]]):
            match = blocks.match(text, at)
            assert match is not None, "a block grammar takes any text"
            if match.lastgroup not in sooner:
                match = opening.match(text, at) or match
            yield token(match.lastgroup or "", at, match.end())
            at = match.end()
        for match in blocks.finditer(text, at):
            yield token(match.lastgroup or "", *match.span())

    def _compile(self, table: Any, *, returns: bool) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:  # noqa: ANN401 - of either parser
        """The pattern of blocks, that of those that only begin an article, and the names that go before these."""
        accepted = [names for state, names in table.states.items() if state != table.start_states["part"]]
        blocks = [terminal for terminal in self._terminals if any(terminal.name in names for names in accepted)]
        sooner = frozenset(block.name for block in takewhile(lambda block: block.name not in OPENING, blocks))
        opening = [block for block in blocks if block.name in OPENING]
        rest = [block for block in blocks if block.name not in OPENING]
        self._patterns[returns] = _pattern(rest, returns=returns), _pattern(opening, returns=returns), sooner
        return self._patterns[returns]


def _precedence(terminal: TerminalDef) -> tuple[Any, ...]:
    """The order in which Lark tries terminals."""
    return -terminal.priority, -terminal.pattern.max_width, -len(terminal.pattern.value), terminal.name


def _pattern(blocks: Collection[TerminalDef], *, returns: bool) -> re.Pattern[str]:
    source = "|".join(f"(?P<{block.name}>{block.pattern.to_regexp()})" for block in blocks)
    return compiled(source, returns=returns)


def compiled(source: str, *, returns: bool) -> re.Pattern[str]:
    r"""The pattern of terminals of a grammar, for texts with carriage returns or for those without.

    Most of the time of reading blocks goes into runs of `[^\r\n]`. Without carriage returns they are runs of `.`, which
    take half the time, and nearly all texts have none.

    Examples:
        >>> compiled("[^\r\n]+(?:\r\n?|\n)", returns=False).pattern
        '.+(?:\n)'
    """
    if not returns:
        source = source.replace("[^\r\n]", ".").replace("\r\n?|", "").replace("\r", "")
    return re.compile(source)


class _BlockToken(lark.Token):
    """A token that knows no line and no column."""

    __slots__ = ()
    line = column = end_line = end_column = None


def _token(kind: str, start: int, end: int) -> lark.Token:
    token = str.__new__(_BlockToken)
    token.type = kind
    token.start_pos = start
    token.end_pos = end
    return token
