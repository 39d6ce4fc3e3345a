"""Album JSON: exact both ways, and every fault named by its path."""

from __future__ import annotations

import copy
import doctest
import json
import math
import pickle
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from wikialbum import album as model
from wikialbum.album import Album, AlbumType, ChartEntry, ChartPeriod, Credit, Rating, Release, Role, Track, TrackList
from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Diagnostic, Severity, Span
from wikialbum.errors import AlbumDataError
from wikialbum.serialize import Objects, album_from_dict, album_to_dict, form_of
from wikialbum.testing import albums

CHECKOUT = Path(__file__).parents[1]
GUIDE = CHECKOUT / "docs" / "album-json.md"
#: The expected Album JSON of every conformance article.
EXPECTED = sorted((CHECKOUT / "tests" / "articles").glob("*/*.json")) + sorted(
    (CHECKOUT.parent / "shared" / "cases").glob("*/*.json")
)

#: An album with something in each kind of place.
ALBUM = Album(
    title="Rush",
    type=AlbumType.SOUNDTRACK,
    releases=(Release(PartialDate(1992, 1, 14)), Release(None, "UK")),
    studios=("Village Recorder",),
    track_lists=(TrackList("Side one", tracks=(Track(1, "New Recruit", extra={"Key": "D"}, seconds=92),)),),
    credits=(Credit(("Ann Lee",), (Role("harp", (1, 3), "solo"),), ("Personnel",), ("Tears",), "Ann Lee – harp"),),
    charts=(ChartEntry("US Billboard 200", 1992, 24, ChartPeriod.WEEKLY),),
    ratings=(Rating("AllMusic", "4.5/5", 4.5, 5.0),),
    infobox={"Type": "Soundtrack"},
    diagnostics=(Diagnostic("cut-row", Severity.WARNING, "The text ends here.", 9, 1),),
)


def changed(path: str, value: object) -> dict[str, Any]:
    """The album's JSON with another value at a path such as `credits[0].names`."""
    data = ALBUM.to_dict()
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    place: Any = data
    for step in steps:
        place = place[step]
    place[last] = value
    return data


def problem_of(data: object) -> tuple[str, str]:
    """The path and the problem that reading the data raises."""
    with pytest.raises(AlbumDataError) as raised:
        album_from_dict(data)  # type: ignore[arg-type]
    return raised.value.path, raised.value.problem


def test_each_kind_of_value_has_its_json() -> None:
    data = ALBUM.to_dict()
    assert data["title"] == "Rush"
    assert data["artist"] is None
    assert data["type"] == "soundtrack"
    assert data["releases"] == [{"date": "1992-01-14", "note": None}, {"date": None, "note": "UK"}]
    assert data["studios"] == ["Village Recorder"]
    assert data["track_lists"][0]["tracks"][0]["extra"] == {"Key": "D"}
    assert data["credits"] == [
        {
            "names": ["Ann Lee"],
            "roles": [{"name": "harp", "tracks": [1, 3], "note": "solo"}],
            "section": ["Personnel"],
            "songs": ["Tears"],
            "text": "Ann Lee – harp",
        }
    ]
    assert data["charts"] == [{"chart": "US Billboard 200", "year": 1992, "peak": 24, "period": "weekly", "song": None}]
    assert data["infobox"] == {"Type": "Soundtrack"}
    assert data["diagnostics"] == [
        {"code": "cut-row", "severity": "warning", "message": "The text ends here.", "line": 9, "column": 1}
    ]


def test_the_keys_stand_in_the_order_of_the_model() -> None:
    assert list(ALBUM.to_dict()) == [field.name for field in attrs.fields(Album) if field.eq]


def test_where_values_were_read_is_no_part_of_album_json() -> None:
    placed = attrs.evolve(ALBUM, releases=(Release(PartialDate(1992, 1, 14), span=Span(0, 1, 1, 1)), ALBUM.releases[1]))
    assert placed.to_dict() == ALBUM.to_dict()
    assert Album.from_dict(placed.to_dict()).releases[0].span is None
    assert not {"spans", "article"} & set(ALBUM.to_dict())


def test_json_holds_plain_types_alone() -> None:
    def check(value: object) -> None:
        assert type(value) in {dict, list, str, int, float, type(None)}
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for each in inner:
            check(each)

    check(ALBUM.to_dict())


@pytest.mark.parametrize(
    ("value", "written"), [(4.0, "4"), (4.5, "4.5"), (0.0, "0"), (-0.0, "0"), (100, "100"), (None, "null")]
)
def test_a_whole_rating_is_written_without_a_point(value: float | None, written: str) -> None:
    data = Album(ratings=(Rating("Q", "x", value, 5),)).to_dict()
    assert json.dumps(data["ratings"][0]["value"]) == written


@given(albums())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_from_dict_inverts_to_dict(album: Album) -> None:
    data = album.to_dict()
    assert Album.from_dict(data) == album
    assert Album.from_dict(data).to_dict() == data
    assert Album.from_dict(json.loads(json.dumps(data))) == album


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_expected_json_of_each_article_comes_back_exactly(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    album = Album.from_dict(data)
    assert album.to_dict() == data
    assert Album.from_dict(album.to_dict()) == album


def test_there_are_expected_articles() -> None:
    assert len(EXPECTED) >= 50


def test_nothing_is_shared_between_album_and_json() -> None:
    data = ALBUM.to_dict()
    album = Album.from_dict(data)
    kept = copy.deepcopy(data)
    for values in (data["studios"], data["credits"][0]["names"]):
        values.append("changed")
    data["infobox"]["Type"] = data["track_lists"][0]["tracks"][0]["extra"]["Key"] = "changed"
    assert album == ALBUM
    assert ALBUM.to_dict() == kept


def test_any_mapping_is_an_object() -> None:
    data = MappingProxyType(changed("infobox", MappingProxyType({"Type": "Soundtrack"})))
    assert Album.from_dict(data) == ALBUM


def test_a_whole_number_may_be_written_with_a_point() -> None:
    album = Album.from_dict(changed("track_lists[0].tracks[0].seconds", 92.0))
    assert album == ALBUM
    assert type(album.tracks[0].seconds) is int
    assert Album.from_dict(changed("ratings[0].out_of", 5)) == ALBUM


STRING, NULLABLE = "expected a string, not ", "expected a string or null, not "
DATE = "expected a date (YYYY, YYYY-MM or YYYY-MM-DD) or null, not "


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("title", 3, f"{NULLABLE}3"),
        ("title", ["Rush"], f"{NULLABLE}['Rush']"),
        ("studios", None, "expected a list of strings, not None"),
        ("studios", "Village", "expected a list of strings, not 'Village'"),
        ("studios", ("Village",), "expected a list of strings, not ('Village',)"),
        ("studios[0]", None, f"{STRING}None"),
        ("releases", {}, "expected a list of objects, not {}"),
        ("releases[1]", None, "expected an object, not None"),
        ("releases[0].date", "1992-02-30", f"{DATE}'1992-02-30'"),
        ("releases[0].date", "January 1992", f"{DATE}'January 1992'"),
        ("releases[0].date", 1992, f"{DATE}1992"),
        ("credits[0].roles[0].tracks", "x", "expected a list of integers, not 'x'"),
        ("credits[0].roles[0].tracks[1]", "x", "expected an integer, not 'x'"),
        ("credits[0].roles[0].tracks[1]", True, "expected an integer, not True"),
        ("credits[0].roles[0].tracks[0]", 1.5, "expected an integer, not 1.5"),
        ("credits[0].text", None, f"{STRING}None"),
        ("track_lists[0].tracks[0].number", "1", "expected an integer or null, not '1'"),
        ("track_lists[0].tracks[0].extra", [], "expected an object of strings, not []"),
        ("track_lists[0].tracks[0].seconds", math.inf, "expected an integer or null, not inf"),
        ("ratings[0].value", "4", "expected a number or null, not '4'"),
        ("ratings[0].value", True, "expected a number or null, not True"),
        ("ratings[0].out_of", math.nan, "expected a number or null, not nan"),
        ("ratings[0].out_of", -math.inf, "expected a number or null, not -inf"),
        (
            "charts[0].period",
            "daily",
            "expected one of 'weekly', 'monthly', 'year_end', 'decade_end', 'all_time', not 'daily'",
        ),
        (
            "charts[0].period",
            None,
            "expected one of 'weekly', 'monthly', 'year_end', 'decade_end', 'all_time', not None",
        ),
        ("diagnostics[0].severity", [], "expected one of 'info', 'warning', 'error', not []"),
        ("diagnostics[0].line", False, "expected an integer or null, not False"),
        ("infobox", None, "expected an object of strings, not None"),
        ("infobox", {1: "x"}, "expected strings as keys, not 1"),
        ("releases[0]", {"date": None}, "expected the keys date, note; found no 'note'"),
        ("releases[0]", {"date": None, "note": None, "x": 1}, "expected the keys date, note; found unknown 'x'"),
        ("releases[0]", {"date": None, 1: None}, "expected the keys date, note; found unknown 1, no 'note'"),
    ],
)
def test_a_fault_is_told_with_its_path(path: str, value: object, problem: str) -> None:
    assert problem_of(changed(path, value)) == (path, problem)


def test_a_fault_in_an_open_object_is_told_with_its_key() -> None:
    assert problem_of(changed("infobox", {"Type": "EP", "Next Title": 3})) == ("infobox['Next Title']", f"{STRING}3")


@pytest.mark.parametrize("data", [None, [], "Rush", 3])
def test_what_is_no_object_is_no_album(data: object) -> None:
    assert problem_of(data) == ("", f"expected an object, not {data!r}")


@pytest.mark.parametrize("name", list(Album().to_dict()))
def test_every_key_is_required(name: str) -> None:
    data = {key: value for key, value in Album().to_dict().items() if key != name}
    path, problem = problem_of(data)
    assert path == ""
    assert problem.endswith(f"; found no {name!r}")


def test_the_error_prints_path_and_problem() -> None:
    with pytest.raises(AlbumDataError) as raised:
        Album.from_dict(changed("credits[0].roles[0].tracks", "x"))
    assert str(raised.value) == "credits[0].roles[0].tracks: expected a list of integers, not 'x'"
    assert raised.value.__cause__ is None
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_what_was_found_is_shown_in_short() -> None:
    deep: list[Any] = []
    for _ in range(sys.getrecursionlimit() * 2):
        deep = [deep]
    for found in ("x" * 10**6, list(range(10**6)), deep, {n: n for n in range(10**5)}):
        path, problem = problem_of(changed("releases[0].date", found))
        assert path == "releases[0].date"
        assert len(problem) < 200


@given(albums())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_functions_are_what_the_methods_call(album: Album) -> None:
    assert album_to_dict(album) == album.to_dict()
    assert album_from_dict(album_to_dict(album)) == album


@pytest.mark.parametrize("hint", [bytes, set[str], Mapping[str, int | None], dict[str, str], object])
def test_a_type_that_the_model_does_not_use_has_no_form(hint: object) -> None:
    with pytest.raises(TypeError, match="Album JSON has no form for"):
        form_of(hint)


def test_an_album_of_forty_credits_becomes_json_in_under_a_millisecond() -> None:
    album = attrs.evolve(ALBUM, credits=ALBUM.credits * 40, track_lists=ALBUM.track_lists * 12)
    album.to_dict()
    times = []
    for _ in range(20):
        start = time.perf_counter()
        album.to_dict()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.001


@pytest.mark.skipif(not GUIDE.exists(), reason="the documentation is not here")
def test_the_guide_is_true_and_names_every_key() -> None:
    assert doctest.testfile(str(GUIDE), module_relative=False).failed == 0
    written = GUIDE.read_text(encoding="utf-8")
    kinds = [getattr(model, name) for name in model.__all__]
    forms = [form_of(kind) for kind in (*kinds, Diagnostic) if attrs.has(kind)]
    names = {name for form in forms if isinstance(form, Objects) for name in form.fields}
    assert {"catalog", "lyricists"} <= names
    assert [name for name in sorted(names) if not re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", written)] == []
