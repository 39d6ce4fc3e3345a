"""Reads many articles: files, folders, JSON Lines, Parquet and MediaWiki dumps, one record after the other."""

from __future__ import annotations

from wikialbum.sources.records import Failure, Fields, Meter, Record, SourceError
from wikialbum.sources.walk import entries, read, source_files

__all__ = ["Failure", "Fields", "Meter", "Record", "SourceError", "entries", "read", "source_files"]
