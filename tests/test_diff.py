"""What `diff` lists is what two albums state differently, each fact by its path."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from wikialbum import Album, Change, ChangeKind, Credit, Diagnostic, Role, Severity, Track, TrackList, diff
from wikialbum.album import Label
from wikialbum.testing import albums

ONE, TWO, THREE = (Track(number, title) for number, title in enumerate(["One", "Two", "Three"], start=1))


def of_tracks(*tracks: Track) -> Album:
    return Album(track_lists=(TrackList(tracks=tracks),))


CASES = [
    (Album(artist="A"), Album(artist="B"), [("artist", ChangeKind.CHANGED)]),
    (Album(), Album(artist="B"), [("artist", ChangeKind.ADDED)]),
    (Album(genres=("a", "b")), Album(genres=("b",)), [("genres[0]", ChangeKind.REMOVED)]),
    (Album(genres=("a", "b")), Album(genres=("b", "a")), [("genres", ChangeKind.CHANGED)]),
    (Album(labels=(Label("A"),)), Album(labels=(Label("A", "US"),)), [("labels[0].note", ChangeKind.ADDED)]),
    (Album(infobox={"a.b": "x"}), Album(infobox={}), [('infobox["a.b"]', ChangeKind.REMOVED)]),
    (of_tracks(ONE, TWO), of_tracks(THREE, ONE, TWO), [("track_lists[0].tracks[0]", ChangeKind.ADDED)]),
    (
        of_tracks(ONE, TWO),
        of_tracks(ONE, attrs.evolve(TWO, seconds=5)),
        [("track_lists[0].tracks[1].seconds", ChangeKind.ADDED)],
    ),
    (of_tracks(ONE), of_tracks(attrs.evolve(ONE, title="Uno")), [("track_lists[0].tracks[0].title", ChangeKind.CHANGED)]),
    (
        Album(credits=(Credit(("Ann",), (Role("harp", (1, 2)),)),)),
        Album(credits=(Credit(("Ann",), (Role("harp", (2, 3)),)),)),
        [("credits[0].roles[0].tracks[0]", ChangeKind.REMOVED), ("credits[0].roles[0].tracks[1]", ChangeKind.ADDED)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_fact_is_listed_by_its_path(old: Album, new: Album, expected: list[tuple[str, ChangeKind]]) -> None:
    assert [(change.path, change.kind) for change in diff(old, new)] == expected


def test_diagnostics_are_no_facts() -> None:
    doubt = Diagnostic("no-title", Severity.WARNING, "x", 1, 1)
    assert diff(Album(), Album(diagnostics=(doubt,))) == ()


@given(albums(), albums())
@settings(deadline=None, max_examples=50)
def test_albums_that_state_the_same_differ_in_nothing_and_others_in_something(old: Album, new: Album) -> None:
    old, new = attrs.evolve(old, diagnostics=()), attrs.evolve(new, diagnostics=())
    assert diff(old, old) == ()
    assert bool(diff(old, new)) == (old.to_dict() != new.to_dict())


def test_a_change_says_what_happened() -> None:
    changes = [Change("a", None, 1), Change("a", 1, None), Change("a", 1, 2)]
    assert list(map(str, changes)) == ["a: + 1", "a: - 1", "a: 1 → 2"]
