"""Reads the albums of many articles with all cores: in source order, with constant memory, losing nothing."""

from __future__ import annotations

from wikialbum.extract.rule import is_album_article, skip_reason
from wikialbum.extract.run import ExtractError, Job, extract
from wikialbum.extract.stream import ArticleError, albums
from wikialbum.extract.summary import Summary
from wikialbum.extract.work import Reading

__all__ = [
    "ArticleError",
    "ExtractError",
    "Job",
    "Reading",
    "Summary",
    "albums",
    "extract",
    "is_album_article",
    "skip_reason",
]
