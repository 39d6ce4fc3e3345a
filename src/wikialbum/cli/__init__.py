"""The command line. It needs the extra `cli`; `wikialbum.__main__` says so where that is missing."""

from __future__ import annotations

from wikialbum.cli.commands import commands

__all__ = ["commands"]
