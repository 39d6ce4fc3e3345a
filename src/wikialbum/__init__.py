"""Reads and writes encyclopedia album articles: a lossless syntax tree, and a clean `Album`."""

from __future__ import annotations

from wikialbum import syntax as syntax
from wikialbum.album import (
    Album,
    AlbumRef,
    AlbumType,
    Certification,
    ChartEntry,
    ChartPeriod,
    Chronology,
    Credit,
    Label,
    Length,
    Producer,
    Rating,
    Recording,
    Release,
    ReleaseEvent,
    Role,
    RoleKind,
    Single,
    Track,
    TrackList,
)
from wikialbum.api import albums, normalize, parse, parse_text
from wikialbum.dates import PartialDate
from wikialbum.diagnostics import CODES, Diagnostic, Severity, Span
from wikialbum.diff import Change, ChangeKind, diff
from wikialbum.errors import (
    AlbumDataError,
    ArticleEncodingError,
    ArticleTooLargeError,
    BadEditError,
    EditError,
    MissingExtraError,
    NodeNotFoundError,
    StrictParseError,
    WikiAlbumError,
)
from wikialbum.render import render
from wikialbum.syntax import Article, parse_article

__all__ = [
    "CODES",
    "Album",
    "AlbumDataError",
    "AlbumRef",
    "AlbumType",
    "Article",
    "ArticleEncodingError",
    "ArticleTooLargeError",
    "BadEditError",
    "Certification",
    "Change",
    "ChangeKind",
    "ChartEntry",
    "ChartPeriod",
    "Chronology",
    "Credit",
    "Diagnostic",
    "EditError",
    "Label",
    "Length",
    "MissingExtraError",
    "NodeNotFoundError",
    "PartialDate",
    "Producer",
    "Rating",
    "Recording",
    "Release",
    "ReleaseEvent",
    "Role",
    "RoleKind",
    "Severity",
    "Single",
    "Span",
    "StrictParseError",
    "Track",
    "TrackList",
    "WikiAlbumError",
    "albums",
    "diff",
    "normalize",
    "parse",
    "parse_article",
    "parse_text",
    "render",
    "syntax",
]
