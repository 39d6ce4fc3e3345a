"""Reads and writes encyclopedia album articles: a lossless syntax tree, and a clean `Album`."""

from __future__ import annotations

from wikialbum import syntax as syntax
from wikialbum.syntax import Article, parse_article

__all__ = ["Article", "parse_article", "syntax"]
