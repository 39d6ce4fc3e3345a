"""The Lark grammars, with their parse tables built beforehand.

Building the LALR tables of a grammar takes longer than reading a hundred articles with it, so a built distribution
ships them (`tables/*.bin`). A file of tables begins with a line that names what it was built from: the grammar's text
and the Lark version. Where that differs, or the file is missing, the tables are built in memory.
"""

from __future__ import annotations

import pickle
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

import lark

from wikialbum.syntax.compiled import plugins
from wikialbum.syntax.lexing import BlockLexer, compiled

HERE: Final = Path(__file__).parent
TABLES: Final = HERE / "tables"


def grammar_folder() -> Path:
    """Where the `.lark` files are: in the installed package, else at the top of the checkout."""
    installed = HERE.parent / "grammar"
    return installed if installed.is_dir() else HERE.parents[2] / "grammar"


def grammar_text(name: str) -> str:
    """The text of a grammar."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")


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


def save_tables(name: str, folder: Path) -> Path:
    """Build the tables of a grammar and write them into a folder; returns the file."""
    grammar = grammar_text(name)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.bin"
    with target.open("wb") as file:
        file.write(tables_key(grammar))
        build(grammar).save(file)
    return target


@cache
def load(name: str) -> lark.Lark:
    """The parser of a grammar, from its shipped tables where they fit."""
    grammar = grammar_text(name)
    tables = TABLES / f"{name}.bin"
    if tables.is_file():
        with tables.open("rb") as file:
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
