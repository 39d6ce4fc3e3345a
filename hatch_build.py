"""Builds the parse tables that a distribution ships; `python hatch_build.py` does so in a checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent


def build_tables() -> None:
    """Build the tables of every grammar that has rules of its own, beside the module that loads them."""
    sys.path.insert(0, str(HERE / "src"))
    from wikialbum.syntax import grammars  # noqa: PLC0415 - importable only now

    for grammar in sorted((HERE / "grammar").glob("*.lark")):
        grammars.save_tables(grammar.stem, grammars.TABLES)


class ParseTables(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the tables before a wheel, or an editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's interface
        """Called by hatchling before it collects files."""
        build_tables()


if __name__ == "__main__":
    build_tables()
