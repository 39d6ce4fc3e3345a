"""Albums in Arrow and back, and articles in record batches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wikialbum
from many_articles import album_pages
from wikialbum.arrow import album_schema, from_table, parse_batches, result_schema, to_table
from wikialbum.errors import MissingExtraError
from wikialbum.extract import Reading
from wikialbum.extract.storable import storable
from wikialbum.testing import albums

pa = pytest.importorskip("pyarrow")

ARTICLES = Path(__file__).parent / "articles"


def test_the_schema_has_the_fields_of_album_json_in_order() -> None:
    schema = album_schema()
    assert schema.names == list(wikialbum.Album().to_dict())
    tracks = schema.field("track_lists").type.value_type.field("tracks").type.value_type
    assert [field.name for field in tracks] == list(tracks_json())
    assert tracks.field("seconds").type == pa.int64()
    assert tracks.field("extra").type == pa.map_(pa.string(), pa.string())
    assert schema.field("ratings").type.value_type.field("value").type == pa.float64()
    assert schema.field("type").type == pa.string()


def tracks_json() -> dict[str, Any]:
    album = wikialbum.Album(track_lists=(wikialbum.TrackList(tracks=(wikialbum.Track(),)),))
    track: dict[str, Any] = album.to_dict()["track_lists"][0]["tracks"][0]
    return track


@settings(max_examples=30, deadline=None)
@given(st.lists(albums(), max_size=2))
def test_albums_come_back_from_a_table(some: list[wikialbum.Album]) -> None:
    held = [wikialbum.Album.from_dict(storable(album.to_dict())) for album in some]
    assert list(from_table(to_table(some))) == held


def test_only_what_arrow_cannot_hold_is_changed() -> None:
    rating = wikialbum.Rating("A", "1", 9007199254740994.0, 1e300)
    album = wikialbum.Album(title="A\ud83d", ratings=(rating,), lengths=(wikialbum.Length(2**63 - 1),))
    assert list(from_table(to_table([album]))) == [
        wikialbum.Album(title="A?", ratings=(rating,), lengths=album.lengths)
    ]
    large = wikialbum.Certification("A", units=2**63)
    assert to_table([wikialbum.Album(certifications=(large,))]).to_pylist()[0]["certifications"][0]["units"] is None


def test_the_albums_of_articles_come_back_from_a_table() -> None:
    texts = [path.read_bytes().decode() for path in sorted(ARTICLES.glob("*/plain.txt"))]
    some = [wikialbum.parse_text(text) for text in texts]
    table = to_table(some)
    assert table.num_rows == len(texts) > 10
    assert list(from_table(table)) == some


def test_batches_of_articles_become_batches_of_albums() -> None:
    pages = album_pages(1100)
    table = pa.table({"title": [title for _, title, _ in pages], "text": [text for _, _, text in pages]})
    results = list(parse_batches(table.to_batches(max_chunksize=300)))
    assert [result.num_rows for result in results] == [500, 500, 100]
    assert {result.schema for result in results} == {result_schema()}
    rows = [row for result in results for row in result.to_pylist()]
    assert [row["article_title"] for row in rows] == [title for _, title, _ in pages]
    assert {row["failure"] for row in rows} == {None}
    found = list(from_table(pa.Table.from_batches(results)))
    assert found[41] == wikialbum.parse_text(pages[41][2], title=pages[41][1])


def test_an_article_that_fails_is_a_row_that_says_why() -> None:
    batch = pa.RecordBatch.from_pylist(
        [
            {"title": "A", "text": "{{Infobox album|name=A}}" + "x" * 999},
            {"title": "B", "text": "{{Infobox album|name=B}}"},
            {"title": "C", "text": None},
            {"title": "D", "text": "An animal."},
        ]
    )
    (result,) = parse_batches([batch], reading=Reading(limit=500))
    first, second = result.to_pylist()
    assert (first["article_title"], first["failure"]) == ("A", "size limit: 1023 bytes, more than 500")
    assert {value for name, value in first.items() if name not in {"article_title", "failure"}} == {None}
    assert (second["title"], second["failure"]) == ("B", None)


def test_columns_are_named_and_a_title_may_be_missing() -> None:
    batch = pa.RecordBatch.from_pylist([{"body": "An animal.", "name": "Cat"}])
    (row,) = next(parse_batches([batch], text="body", title="name", every=True)).to_pylist()
    assert row["article_title"] == "Cat"
    (row,) = next(parse_batches([batch], text="body", every=True)).to_pylist()
    assert row["article_title"] is None
    with pytest.raises(KeyError, match="expected a column 'text'; there are body, name"):
        next(parse_batches([batch]))


def test_no_article_gives_no_batch() -> None:
    assert list(parse_batches([])) == []
    assert to_table([]).schema == album_schema()


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match='needs the extra "arrow"'):
        to_table([])
