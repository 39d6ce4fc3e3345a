"""The testing helpers: the round-trip assertion, and what the strategies reach."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from wikialbum import album as model
from wikialbum import testing
from wikialbum.album import Album, AlbumType, ChartPeriod, Rating, Role, Track
from wikialbum.diagnostics import CODES, Diagnostic
from wikialbum.errors import MissingExtraError
from wikialbum.serialize import Objects, form_of
from wikialbum.syntax import Dialect
from wikialbum.testing import albums, assert_round_trip, partial_dates, records

#: Every class of the model that an Album holds or is.
RECORDS = [
    kind
    for kind in (*(getattr(model, name) for name in model.__all__), Diagnostic)
    if attrs.has(kind) and kind is not model.Located
]


def reads_as(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    """Make reading an article lossy: whatever the text, it comes back as `written`."""
    monkeypatch.setattr(testing, "parse_article", lambda _text, **_options: written)


@given(testing.any_texts())
def test_a_text_that_round_trips_passes(text: str) -> None:
    assert_round_trip(text)


@pytest.mark.parametrize(
    ("text", "written", "message"),
    [
        ("a\nb\n", "a\nc\n", "line 2 came back changed:\n  expected 'b\\n'\n  got      'c\\n'"),
        ("a\r\nb", "a\nb", "line 1 came back changed:\n  expected 'a\\r\\n'\n  got      'a\\n'"),
        ("a\rb", "a\rb\r", "line 2 came back changed:\n  expected 'b'\n  got      'b\\r'"),
        ("a\n", "", "line 1 came back changed:\n  expected 'a\\n'\n  got      the end of the text"),
        ("a\n", "a\nb", "line 2 came back changed:\n  expected the end of the text\n  got      'b'"),
        ("a\u2028b", "a b", "line 1 came back changed:\n  expected 'a\\u2028b'\n  got      'a b'"),
    ],
)
def test_a_text_that_changes_fails_at_its_first_line(
    monkeypatch: pytest.MonkeyPatch, text: str, written: str, message: str
) -> None:
    reads_as(monkeypatch, written)
    with pytest.raises(AssertionError) as raised:
        assert_round_trip(text)
    assert str(raised.value) == message


@pytest.mark.parametrize(("dialect", "options"), [(None, {}), ("wikitext", {"dialect": "wikitext"})])
def test_the_dialect_is_passed_on_when_given(
    monkeypatch: pytest.MonkeyPatch, dialect: Dialect | None, options: dict[str, str]
) -> None:
    passed = {}

    def parse_article(text: str, **given: str) -> str:
        passed.update(given)
        return text

    monkeypatch.setattr(testing, "parse_article", parse_article)
    assert_round_trip("a", dialect)
    assert passed == options


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_varies(kind: type[Any]) -> None:
    form = form_of(kind)
    assert isinstance(form, Objects)
    drawn = samples(records(kind), 100)
    assert [name for name in form.fields if len({repr(getattr(value, name)) for value in drawn}) < 2] == []


def samples(strategy: st.SearchStrategy[Any], count: int = 1000) -> list[Any]:
    """Values that a strategy draws, the same in each run."""
    drawn = []

    @settings(max_examples=count, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
    @given(strategy)
    def draw(value: object) -> None:
        drawn.append(value)

    draw()
    return drawn


@pytest.mark.parametrize("kind", [AlbumType, ChartPeriod])
def test_every_member_of_an_enum_is_drawn(kind: type[StrEnum]) -> None:
    assert set(samples(testing._Drawing(st, st.just("")).values(form_of(kind)), 200)) == set(kind)


def test_dates_are_of_every_precision() -> None:
    drawn = samples(partial_dates())
    assert {len(str(date)) for date in drawn} == {4, 7, 10}
    assert {date.month for date in drawn} == {None, *range(1, 13)}
    assert min(date.year for date in drawn) < 1000


@pytest.mark.parametrize(
    ("strategy", "condition"),
    [
        (testing.any_texts(), lambda text: text == ""),
        (testing.any_texts(), lambda text: not text.isascii()),
        (testing.tracks(), lambda track: track.number is None),
        (testing.tracks(), lambda track: "" in track.writers),
        (testing.tracks(), lambda track: len(track.extra) > 1),
        (testing.roles(), lambda role: role.name is None and role.tracks),
        (testing.credits(), lambda credit: credit.roles and credit.songs),
        (testing.track_lists(), lambda tracks: len(tracks.tracks) > 1),
        (testing.releases(), lambda release: release.date is None and release.note),
        (testing.albums(), lambda album: album.infobox and album.diagnostics),
        (records(Rating), lambda rating: rating.value is not None and not rating.value.is_integer()),
        (records(Rating), lambda rating: rating.value is not None and rating.value.is_integer()),
    ],
)
def test_the_strategies_reach(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> None:
    assert any(map(condition, samples(strategy, 150)))


@given(testing.diagnostics())
def test_diagnostics_are_of_the_known_codes(diagnostic: Diagnostic) -> None:
    assert diagnostic.severity is CODES[diagnostic.code].severity


@given(albums(texts=st.sampled_from(["Rush", "Tears"])))
def test_all_texts_are_drawn_as_told(album: Album) -> None:
    assert {album.title, album.artist, *album.genres, *album.infobox, *(t.title for t in album.tracks)} <= {
        "Rush",
        "Tears",
        None,
    }


def test_the_smaller_strategies_draw_what_they_name() -> None:
    drawn = (
        testing.roles(),
        testing.tracks(),
        testing.track_lists(),
        testing.credits(),
        testing.releases(),
        testing.diagnostics(),
    )
    assert [type(samples(strategy, 1)[0]).__name__ for strategy in drawn] == [
        "Role", "Track", "TrackList", "Credit", "Release", "Diagnostic",
    ]  # fmt: skip


def test_a_class_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="expected a class of the model, not <class 'str'>"):
        records(str)


@pytest.mark.parametrize(
    ("helper", "name"), [(testing.any_texts, "any_texts"), (partial_dates, "partial_dates"), (albums, "records")]
)
def test_without_hypothesis_the_strategies_name_the_extra(
    monkeypatch: pytest.MonkeyPatch, helper: Callable[[], object], name: str
) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError, match=f'wikialbum.testing.{name} needs the extra "test"') as raised:
        helper()
    assert raised.value.extra == "test"


def test_the_law_needs_no_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    assert_round_trip("= Rush =\n")


def test_drawn_values_hash_as_they_compare() -> None:
    role, track = Role("harp", (2,)), Track(2, "Two", extra={"Key": "D"})
    assert hash(attrs.evolve(role)) == hash(role)
    assert hash(attrs.evolve(track)) == hash(track)
