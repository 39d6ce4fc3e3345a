"""A small program that uses the public names with their types; `mypy --strict` must pass on it, and it must run."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import attrs

import wikialbum
from wikialbum import Album, AlbumType, Article, Credit, PartialDate, Role, RoleKind, StrictParseError, Track
from wikialbum.syntax import CreditLine, Section, Table
from wikialbum.testing import assert_round_trip


def players(album: Album, title: str) -> list[str]:
    """Who performs on a track."""
    found = album.credits_for(title)
    assert_type(found, tuple[Credit, ...])
    return [
        name
        for credit in found
        if any(role.kind is RoleKind.PERFORMANCE for role in credit.roles)
        for name in credit.names
    ]


def shorten(track: Track) -> Track:
    """A track one second shorter."""
    return attrs.evolve(track, seconds=None if track.seconds is None else track.seconds - 1)


def main(path: Path) -> dict[str, Any]:
    """Use reading, tree, album and JSON once each; returns the album as JSON."""
    album = wikialbum.parse(path)
    assert_type(album, Album)
    assert_type(album.type, AlbumType | None)
    assert_type(album.released, PartialDate | None)
    with path.open("rb") as file:
        assert wikialbum.parse(file, dialect="plain", limit=1 << 20) == album
    text = path.read_text(encoding="utf-8")
    assert wikialbum.parse(io.StringIO(text)) == wikialbum.parse_text(text, title="Rush") == album
    assert_round_trip(text, "plain")

    article = wikialbum.parse_article(text)
    assert_type(article, Article)
    lines = list(article.find(CreditLine))
    assert_type(lines, list[CreditLine])
    assert_type(article.sections("personnel"), tuple[Section, ...])
    assert_type(article.tables(), tuple[Table, ...])
    changed = article.replace(lines[0], attrs.evolve(lines[0], roles="harp"))
    assert_type(changed, Article)
    assert wikialbum.normalize(changed).credits[0].roles == (Role("harp"),)
    # A second time: the normalizer's package bears the function's name.
    assert wikialbum.normalize(article) == album

    assert "Gayle Levant" in players(album, "Tears in Heaven")
    assert shorten(Track(1, "One", seconds=61)).seconds == 60
    data: Mapping[str, Any] = album.to_dict()
    assert Album.from_dict(data) == album
    return dict(data)


def doubts(text: str) -> list[str]:
    """The codes of what is in doubt in a text."""
    try:
        wikialbum.parse_text(text, strict=True)
    except StrictParseError as error:
        return [diagnostic.code for diagnostic in error.diagnostics]
    return []
