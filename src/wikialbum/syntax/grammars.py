"""The Lark grammars, with their parse tables built beforehand.

Building the LALR tables of a grammar takes longer than reading a hundred articles with it, so a built distribution
ships them (`tables/*.bin`). A file of tables begins with a line that names what it was built from: the grammar's text
and the Lark version. Where that differs, or the file is missing, the tables are built in memory.
"""

from __future__ import annotations

import os
import pickle
import re
import zlib
from functools import cache
from typing import Any, Final

import lark

from wikialbum.syntax.compiled import plugins
from wikialbum.syntax.lexing import BlockLexer, compiled

PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLES: Final = os.path.join(PACKAGE, "syntax", "tables")


def grammar_folder() -> str:
    """Where the `.lark` files are: in the installed package, else at the top of the checkout."""
    installed = os.path.join(PACKAGE, "grammar")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "grammar")


def grammar_text(name: str) -> str:
    """The text of a grammar."""
    with open(os.path.join(grammar_folder(), f"{name}.lark"), encoding="utf-8") as file:
        return file.read()


def tables_key(grammar: str) -> bytes:
    """What tables for a grammar's text must have as their first line."""
    return f"lark {lark.__version__} {zlib.crc32(grammar.encode()):08x} {len(grammar)}\n".encode()


def build(grammar: str, replaced: dict[str, Any] | None = None) -> lark.Lark:
    """Build the tables of a grammar in memory; `replaced` names what Lark is to use instead of its parts."""
    options: dict[str, Any] = {
        "parser": "lalr",
        "lexer": BlockLexer,
        "start": ["article", "part"],
        "maybe_placeholders": False,
        "_plugins": replaced or {},
    }
    return lark.Lark(grammar, **options)


def save_tables(name: str, folder: str) -> None:
    """Build the tables of a grammar and write them into a folder."""
    grammar = grammar_text(name)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"{name}.bin"), "wb") as file:
        file.write(tables_key(grammar))
        build(grammar).save(file)


@cache
def load(name: str) -> lark.Lark:
    """The parser of a grammar, from its shipped tables where they fit."""
    grammar = grammar_text(name)
    tables = os.path.join(TABLES, f"{name}.bin")
    if os.path.isfile(tables):
        with open(tables, "rb") as file:
            if file.readline() == tables_key(grammar):
                saved: Any = pickle.load(file)  # noqa: S301 - part of this package, as its modules are
                saved["data"]["options"]["_plugins"] = plugins()
                return lark.Lark.load(saved)
    return build(grammar, plugins())


def part(parser: lark.Lark, *names: str, returns: bool = True) -> re.Pattern[str]:
    """The pattern of some parts of a block, tried in turn; its groups are the fields of the nodes.

    Args:
        parser: The parser of the grammar.
        names: The terminals of the parts.
        returns: Whether it is for texts with carriage returns.
    """
    return compiled("|".join(parser.get_terminal(name).pattern.to_regexp() for name in names), returns=returns)
