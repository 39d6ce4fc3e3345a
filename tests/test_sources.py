"""Sources: what each kind of file gives, and what is told of the bad ones."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from many_articles import album_pages, dump, lines
from wikialbum.errors import MissingExtraError
from wikialbum.sources import Failure, Fields, Meter, Record, SourceError, entries, read, source_files
from wikialbum.sources.streams import import_zstd

PAGES = album_pages(400)


def pack_7z(data: bytes, folder: Path) -> bytes:
    py7zr = pytest.importorskip("py7zr")
    path = folder / "packed.7z"
    with py7zr.SevenZipFile(path, "w", filters=[{"id": py7zr.FILTER_LZMA2, "preset": 0}]) as archive:
        archive.writestr(data, "dump.xml")
    packed = path.read_bytes()
    path.unlink()
    return packed


PACKERS: dict[str, Callable[[bytes, Path], bytes]] = {
    "": lambda data, _: data,
    ".gz": lambda data, _: gzip.compress(data),
    ".bz2": lambda data, _: bz2.compress(data, compresslevel=1),
    ".xz": lambda data, _: lzma.compress(data),
    ".zst": lambda data, _: bytes(import_zstd().compress(data)),
    ".7z": pack_7z,
}


@pytest.fixture(autouse=True)
def needs_lxml() -> None:
    pytest.importorskip("lxml")


def written(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def ids(found: list[Record | Failure]) -> list[str | None]:
    return [entry.id for entry in found]


def the_failure(found: list[Record | Failure]) -> Failure:
    """The one failure, which ends what was found."""
    *records, failure = found
    assert all(isinstance(record, Record) for record in records)
    assert isinstance(failure, Failure)
    assert failure.ends_source
    return failure


@pytest.mark.parametrize("ending", PACKERS)
@pytest.mark.parametrize("kind", ["xml", "jsonl"])
def test_every_compression_gives_every_page(kind: str, ending: str, tmp_path: Path) -> None:
    data = dump(PAGES) if kind == "xml" else lines(PAGES)
    path = written(tmp_path, f"pages.{kind}{ending}", PACKERS[ending](data, tmp_path))
    assert [(record.id, record.title, record.text) for record in read(path)] == PAGES
    assert {record.source for record in read(path)} == {path}


@pytest.mark.parametrize("name", ["wiki-pages1.xml-p1p41242.bz2", "dump.bz2", "DUMP.XML.BZ2"])
def test_a_dump_is_known_by_the_names_that_dumps_have(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name, bz2.compress(dump(PAGES[:3])))
    assert ids(list(entries(path))) == ["1", "2", "3"]


def test_a_multistream_dump_is_read_through_all_its_streams(tmp_path: Path) -> None:
    data = dump(PAGES)
    streams = [bz2.compress(data[start : start + 10_000]) for start in range(0, len(data), 10_000)]
    assert len(streams) > 10
    path = written(tmp_path, "pages-multistream.xml.bz2", b"".join(streams))
    assert len(list(read(path))) == len(PAGES)


def test_a_dump_tells_namespaces_and_takes_the_last_revision(tmp_path: Path) -> None:
    xml = (
        b"<mediawiki><page><title>Talk:A</title><ns>1</ns><id>7</id><revision><text>old</text></revision>"
        b"<revision><text>new &lt;ref&gt;</text></revision></page>"
        b"<page><title>B</title><ns>0</ns><id>8</id><revision><text deleted='deleted' /></revision></page></mediawiki>"
    )
    path = written(tmp_path, "a.xml", xml)
    assert list(read(path)) == [Record("7", "Talk:A", "new <ref>", path, 1), Record("8", "B", "", path, 0)]


def test_comments_and_sections_of_characters_in_a_dump_do_not_cut_a_text(tmp_path: Path) -> None:
    xml = b"<mediawiki><page><ns>0</ns><revision><text>a<!-- x -->b<![CDATA[<c>]]>&#100;</text></revision></page></mediawiki>"
    assert next(read(written(tmp_path, "a.xml", xml))).text == "ab<c>d"


# ---- what is broken ----


@pytest.mark.parametrize("ending", ["", ".gz", ".bz2", ".xz"])
def test_a_truncated_dump_gives_the_pages_before_the_cut_and_says_so(ending: str, tmp_path: Path) -> None:
    data = os.urandom(300_000).hex()  # no two pages are alike, so that no compression hides the cut
    pages = [(str(n), f"P{n}", data[n * 1000 : n * 1000 + 1000]) for n in range(1, 600)]
    whole = PACKERS[ending](dump(pages), tmp_path)
    found = list(entries(written(tmp_path, f"a.xml{ending}", whole[: len(whole) // 2])))
    failure = the_failure(found)
    assert "end" in failure.reason.lower()
    assert found[:-1] == [Record(n, title, text, failure.source) for n, title, text in pages[: len(found) - 1]]
    assert len(found) > 100


@pytest.mark.parametrize("ending", [".zst", ".7z"])
@pytest.mark.parametrize("kind", ["xml", "jsonl"])
def test_an_archive_that_is_cut_off_is_never_taken_for_whole(kind: str, ending: str, tmp_path: Path) -> None:
    whole = PACKERS[ending](dump(PAGES) if kind == "xml" else lines(PAGES), tmp_path)
    found = list(entries(written(tmp_path, f"a.{kind}{ending}", whole[:-20])))
    assert isinstance(found[-1], Failure)
    assert found[-1].ends_source


@pytest.mark.parametrize("ending", [".gz", ".bz2", ".xz", ".7z"])
def test_a_damaged_archive_is_told(ending: str, tmp_path: Path) -> None:
    packed = bytearray(PACKERS[ending](lines(PAGES), tmp_path))
    packed[len(packed) // 2] ^= 0xFF
    found = list(entries(written(tmp_path, f"a.jsonl{ending}", bytes(packed))))
    assert isinstance(found[-1], Failure)
    assert found[-1].ends_source


def test_xml_that_is_not_well_formed_gives_the_pages_before_it(tmp_path: Path) -> None:
    data = dump(PAGES[:5]).replace(b"<title>Album 4<", b"<title>Album 4</id><")
    found = list(entries(written(tmp_path, "a.xml", data)))
    assert ids(found) == ["1", "2", "3", None]
    assert "no well-formed XML" in the_failure(found).reason


def bomb(levels: int) -> str:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(levels))
    return f'<!DOCTYPE mediawiki [<!ENTITY e0 "ha">{entities}]>'


@pytest.mark.parametrize(
    "place",
    [
        "<mediawiki><page><title>&e9;</title></page></mediawiki>",
        "<mediawiki lang='&e9;'><page><title>A</title></page></mediawiki>",
        "<mediawiki><siteinfo>&e9;</siteinfo></mediawiki>",
    ],
)
def test_a_bomb_of_entities_is_refused(place: str, tmp_path: Path) -> None:
    found = list(entries(written(tmp_path, "a.xml", (bomb(9) + place).encode())))
    assert ids(found) == [None]
    assert "refused" in the_failure(found).reason or "amplification" in the_failure(found).reason


def test_a_dump_that_declares_any_entity_is_refused(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", b"secret")
    head = f'<!DOCTYPE mediawiki [<!ENTITY e SYSTEM "file://{secret}">]>'
    found = list(entries(written(tmp_path, "a.xml", dump([("1", "A", "text")], head=head))))
    assert the_failure(found) == Failure(
        None, None, str(tmp_path / "a.xml"), "refused: the XML has a document type declaration", ends_source=True
    )


def test_xml_of_another_kind_is_told(tmp_path: Path) -> None:
    assert "no MediaWiki dump" in the_failure(list(entries(written(tmp_path, "a.xml", b"<html/>")))).reason


def test_a_missing_file_is_told_and_raised_where_nobody_listens(tmp_path: Path) -> None:
    path = str(tmp_path / "missing.jsonl")
    assert the_failure(list(entries(path))).reason == "No such file or directory"
    with pytest.raises(SourceError, match=r"missing\.jsonl: No such file or directory"):
        list(read(path))


# ---- JSON Lines and Parquet ----


def test_lines_that_hold_no_text_fail_alone(tmp_path: Path) -> None:
    data = b'{"text": "a"}\n\n[1]\nnope\n{"text": 5, "id": 77}\n{"text": "b", "id": 9, "title": "B"}'
    path = written(tmp_path, "a.jsonl", data)
    failures: list[Failure] = []
    assert list(read(path, on_failure=failures.append)) == [Record("1", None, "a", path), Record("9", "B", "b", path)]
    assert [(failure.id, failure.reason.split(":")[0]) for failure in failures] == [
        ("3", "expected an object with a text"),
        ("4", "no JSON"),
        ("77", "expected a text as 'text'"),
    ]
    assert not any(failure.ends_source for failure in failures)


def test_fields_name_the_keys_of_json_lines(tmp_path: Path) -> None:
    path = written(tmp_path, "a.ndjson", b'{"wikitext": "a", "name": "A", "page": 3}\n')
    assert list(read(path, fields=Fields("wikitext", "name", "page"))) == [Record("3", "A", "a", path)]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from wikialbum.sources import lines as module  # noqa: PLC0415 - its limit is changed

    monkeypatch.setattr(module, "_LONGEST", 40)
    pieces = [b'{"text": "a"}\n{"text": "', b"b" * 30, b"b" * 30, b'"}\n{"text"', b': "c"}\n', b" " * 100]
    found = list(module.read_lines(iter(pieces), "a", Fields()))
    assert found == [
        Record("1", None, "a", "a"),
        Failure("2", None, "a", "the line is longer than 40 bytes"),
        Record("3", None, "c", "a"),
        Failure("4", None, "a", "the line is longer than 40 bytes"),
    ]


def write_parquet(path: Path, columns: dict[str, list[Any]]) -> str:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet  # noqa: PLC0415 - a package of an extra

    parquet.write_table(pa.table(columns), path, row_group_size=100)
    return str(path)


def test_parquet_gives_its_rows(tmp_path: Path) -> None:
    texts = [text for _, _, text in PAGES]
    titles = [title for _, title, _ in PAGES]
    path = write_parquet(tmp_path / "a.parquet", {"text": texts, "title": titles, "other": texts})
    meter = Meter()
    assert list(entries(path, meter=meter)) == [Record(n, title, text, path) for n, title, text in PAGES]
    assert meter.done == Path(path).stat().st_size


def test_parquet_tells_rows_and_files_without_texts(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", {"text": ["a", None], "id": [5, 6]})
    assert list(entries(path)) == [
        Record("5", None, "a", path),
        Failure("6", None, path, "expected a text in the column 'text'"),
    ]
    found = list(entries(path, fields=Fields(text="wikitext")))
    assert the_failure(found).reason == "expected a column 'wikitext'; there are text, id"
    data = Path(path).read_bytes()
    cut = written(tmp_path, "cut.parquet", data[: len(data) // 2])
    assert the_failure(list(entries(cut))).source == cut


# ---- files and folders ----


def test_a_folder_is_read_with_its_folders_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.wiki", "z/c.txt", "y/d.jsonl", "notes.pdf", ".hidden.txt", ".git/e.txt"):
        written(tmp_path, name, b'{"text": "t"}')
    (tmp_path / "y" / "loop").symlink_to(tmp_path)
    names = [os.path.relpath(record.source, tmp_path) for record in read(tmp_path)]
    assert names == ["a.wiki", "b.txt", str(Path("y", "d.jsonl")), str(Path("z", "c.txt"))]


def test_a_pattern_says_which_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b.article", "c/d.article"):
        written(tmp_path, name, b"t")
    assert [Path(path).name for path in source_files(str(tmp_path), "*.article")] == ["b.article", "d.article"]


def test_an_article_keeps_every_character_and_a_bad_one_fails_alone(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "\ufeff= 雨 =\r\n".encode())
    written(tmp_path, "b.txt", "Café".encode("latin-1"))
    written(tmp_path, "c.txt", b"x" * 100)
    written(tmp_path, "d.txt", b"d")
    found = list(entries(str(tmp_path), limit=50))
    assert [entry.text if isinstance(entry, Record) else entry.reason.split(";")[0] for entry in found] == [
        "\ufeff= 雨 =\r\n",
        "expected UTF-8, found another byte at offset 3",
        "expected at most 50 bytes, found 100 or more",
        "d",
    ]


@pytest.mark.parametrize("ending", PACKERS)
def test_the_meter_counts_the_bytes_of_the_file(ending: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"a.xml{ending}", PACKERS[ending](dump(PAGES), tmp_path))
    meter = Meter()
    assert len(list(entries(path, meter=meter))) == len(PAGES)
    assert meter.done == Path(path).stat().st_size


@pytest.mark.parametrize("ending", [".7z", ".bz2"])
def test_whoever_stops_reading_leaves_no_thread_behind(ending: str, tmp_path: Path) -> None:
    data = lines((str(n), "", os.urandom(5000).hex()) for n in range(400))
    before = threading.active_count()
    reader = read(written(tmp_path, f"a.jsonl{ending}", PACKERS[ending](data, tmp_path)))
    assert next(reader).id == "0"
    reader.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


@pytest.mark.parametrize(
    ("package", "name", "extra"),
    [("lxml", "a.xml", "dumps"), ("py7zr", "a.xml.7z", "dumps"), ("pyarrow", "a.parquet", "arrow")],
)
def test_a_missing_extra_is_named(
    package: str, name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(MissingExtraError, match=rf'needs the extra "{extra}"'):
        list(entries(written(tmp_path, name, b"")))
