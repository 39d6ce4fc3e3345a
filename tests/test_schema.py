"""The JSON Schema: true to the model, shipped, and as strict as `Album.from_dict`."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from wikialbum import schema
from wikialbum.album import Album
from wikialbum.schema import album_schema
from wikialbum.testing import albums

CHECKOUT = Path(__file__).parents[1]
SHARED = CHECKOUT.parent / "shared"
#: The expected Album JSON of every conformance article.
EXPECTED = sorted((CHECKOUT / "tests" / "articles").glob("*/*.json")) + sorted((SHARED / "cases").glob("*/*.json"))

VALIDATOR = jsonschema.Draft202012Validator(album_schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(album_schema())
    assert album_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", ["src/wikialbum/album.schema.json", "docs/album.schema.json"])
def test_the_written_schema_is_that_of_the_model(path: str) -> None:
    file = CHECKOUT / path
    again = f"{path} is stale; write it again: python -m wikialbum.schema {path}"
    assert file.exists(), again
    assert json.loads(file.read_text(encoding="utf-8")) == album_schema(), again


def test_the_schema_is_shipped_with_the_package() -> None:
    assert json.loads(files("wikialbum").joinpath("album.schema.json").read_text(encoding="utf-8")) == album_schema()


@pytest.mark.skipif(not SHARED.exists(), reason="the reference schema is not here")
def test_the_schema_means_the_same_as_the_reference() -> None:
    reference = json.loads((SHARED / "album.schema.json").read_text(encoding="utf-8"))
    assert meaning(album_schema()) == meaning(reference)


def meaning(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema without descriptions, and without the order of what has none."""
    if isinstance(schema, list):
        return sorted((meaning(each) for each in schema), key=repr)
    if not isinstance(schema, dict):
        return schema
    # A key of `properties` may be called `description`, but then it holds a schema and no string.
    return {k: meaning(v) for k, v in sorted(schema.items()) if not (k == "description" and isinstance(v, str))}


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - any part of a schema
    """Every property of a schema, at any depth."""
    if isinstance(schema, list):
        return [found for each in schema for found in properties(each)]
    if not isinstance(schema, dict):
        return []
    inner = [found for each in schema.values() for found in properties(each)]
    return [*schema.get("properties", {}).items(), *inner] if isinstance(schema.get("properties"), dict) else inner


def test_every_property_is_described_in_one_sentence_of_json() -> None:
    found = properties(album_schema())
    assert {"title", "roles", "severity", "previous"} <= {name for name, _ in found}
    for name, part in found:
        assert part.get("description", "").endswith("."), name
        assert "None" not in part["description"], name


@given(albums())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_album_is_valid(album: Album) -> None:
    VALIDATOR.validate(album.to_dict())


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_expected_json_of_each_article_is_valid(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 3),
        ("type", "opera"),
        ("releases", [{"date": "January", "note": None}]),
        ("releases", [{"date": None}]),
        ("studios", [None]),
        ("lengths", [{"seconds": True, "note": None}]),
        ("lengths", [{"seconds": None, "note": None}]),
        ("infobox", {"Type": None}),
        ("charts", [{"chart": "UK", "year": None, "peak": None, "period": None, "song": None}]),
        ("chronology", [{"artist": None, "previous": "Slowhand", "next": None}]),
        ("extra", 1),
    ],
)
def test_what_the_schema_refuses_from_dict_refuses_too(name: str, value: object) -> None:
    data = Album().to_dict() | {name: value}
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(ValueError, match="expected "):
        Album.from_dict(data)


def test_each_call_makes_a_schema_of_its_own() -> None:
    album_schema()["properties"].clear()
    assert album_schema()["properties"]


def test_main_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    schema.main([])
    assert json.loads(capsys.readouterr().out) == album_schema()


def test_main_writes_the_schema_to_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    schema.main([str(path) for path in paths])
    assert [json.loads(path.read_text(encoding="utf-8")) for path in paths] == [album_schema()] * 2
    assert capsys.readouterr().out == ""
