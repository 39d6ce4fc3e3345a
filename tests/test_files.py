"""Files in: exact text, and a named error for every kind of bad file."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum.errors import ArticleEncodingError, ArticleTooLargeError
from wikialbum.files import DEFAULT_LIMIT, read_text

any_text = st.text(st.characters(exclude_categories=["Cs"]))


class Trickle(io.RawIOBase):
    """A stream of endless bytes that counts what was taken from it."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int = -1, /) -> bytes:
        assert size > 0, "an endless stream was to be read whole"
        self.taken += min(size, 1000)
        return b"x" * min(size, 1000)


@given(any_text)
def test_bytes_come_back_character_for_character(text: str) -> None:
    assert read_text(io.BytesIO(text.encode())) == text


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_file_gives_its_text_lone_surrogates_too(text: str) -> None:
    assert read_text(io.StringIO(text, newline="")) == text


def test_a_path_is_read_without_translating_line_ends_or_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "雨.txt"
    path.write_bytes(codecs.BOM_UTF8 + b"= A =\r\nb\rc\n")
    assert read_text(path) == read_text(str(path)) == "\ufeff= A =\r\nb\rc\n"


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert read_text(path, limit=0) == ""


def test_an_open_file_is_read_from_where_it_stands_and_left_open() -> None:
    file = io.BytesIO(b"skipped= A =\n")
    file.seek(7)
    assert read_text(file) == "= A =\n"
    assert not file.closed


def test_a_stream_that_gives_one_byte_at_a_time_is_read_to_its_end() -> None:
    class Dribble(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(1, -1 if size is None else size))

    assert read_text(Dribble("雨 and\r\n".encode())) == "雨 and\r\n"


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda folder: folder / "missing.txt", FileNotFoundError),
        (lambda folder: folder, PermissionError if os.name == "nt" else IsADirectoryError),
        (lambda folder: folder / "file" / "below.txt", NotADirectoryError),
    ],
)
def test_a_file_that_is_none_raises_the_error_of_python(
    tmp_path: Path, make: Callable[[Path], Path], error: type[OSError]
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(error):
        read_text(make(tmp_path))


def test_a_file_without_permission_raises_permission_error(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("= A =\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    with pytest.raises(PermissionError):
        read_text(path)


def test_a_text_taken_for_a_path_is_told_of_parse_text() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one depends on the length of the text
        read_text("= Rush =\n\nRush\n- Type: Soundtrack\n")
    assert any("parse_text" in note for note in caught.value.__notes__)


@pytest.mark.parametrize("source", [b"= A =", 0, None, ["a.txt"]])
def test_what_is_neither_path_nor_file_is_refused(source: object) -> None:
    with pytest.raises(TypeError, match="expected a path or an open file"):
        read_text(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"\xff\xfe= \x00A\x00", 0),
        ("= Café =\n".encode("latin-1"), 5),
        ("雨".encode() + b"ok \xe9\x9b", 6),
        (b"\xed\xa0\x80", 0),
        (b"x" * (1024 * 1024 + 10) + b"\x80", 1024 * 1024 + 10),
    ],
)
def test_bytes_that_are_not_utf8_name_the_first_bad_offset(tmp_path: Path, data: bytes, offset: int) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleEncodingError) as by_path:
        read_text(path)
    assert (by_path.value.source, by_path.value.offset) == (str(path), offset)
    with pytest.raises(ArticleEncodingError) as by_stream:
        read_text(io.BytesIO(data))
    assert (by_stream.value.source, by_stream.value.offset) == ("<stream>", offset)
    with path.open(encoding="utf-8", newline="") as file, pytest.raises(ArticleEncodingError) as by_text_file:
        read_text(file)
    assert (by_text_file.value.source, by_text_file.value.offset) == (str(path), offset)


def test_a_text_file_in_another_encoding_keeps_its_own_error() -> None:
    file = io.TextIOWrapper(io.BytesIO("雨".encode()), encoding="ascii")
    with pytest.raises(UnicodeDecodeError, match="ascii"):
        read_text(file)


def test_a_text_file_in_another_encoding_is_text() -> None:
    assert read_text(io.TextIOWrapper(io.BytesIO(b"Caf\xe9"), encoding="latin-1")) == "Café"


def test_the_limit_counts_bytes_and_includes_itself(tmp_path: Path) -> None:
    path = tmp_path / "rain.txt"
    path.write_text("雨雨", encoding="utf-8")
    assert read_text(path, limit=6) == read_text(io.StringIO("雨雨"), limit=6) == "雨雨"
    with pytest.raises(ArticleTooLargeError) as caught:
        read_text(path, limit=5)
    assert (caught.value.source, caught.value.size, caught.value.limit) == (str(path), 6, 5)
    with pytest.raises(ArticleTooLargeError):
        read_text(io.BytesIO("雨雨".encode()), limit=5)
    with pytest.raises(ArticleTooLargeError):
        read_text(io.StringIO("雨雨"), limit=5)


def test_a_text_file_with_lone_surrogates_counts_three_bytes_for_each() -> None:
    assert read_text(io.StringIO("\ud800"), limit=3) == "\ud800"
    with pytest.raises(ArticleTooLargeError):
        read_text(io.StringIO("\ud800"), limit=2)


def test_a_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ArticleTooLargeError, match=str(1 << 40)):
        read_text(path)


def test_an_endless_stream_is_read_no_further_than_the_limit() -> None:
    stream = Trickle()
    with pytest.raises(ArticleTooLargeError):
        read_text(stream, limit=2500)
    assert stream.taken == 2501


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without end")
def test_an_endless_device_is_refused_too() -> None:
    with pytest.raises(ArticleTooLargeError):
        read_text("/dev/zero", limit=1 << 20)


def test_the_default_limit_is_sixteen_mebibytes() -> None:
    assert DEFAULT_LIMIT == 16_777_216
    with pytest.raises(ArticleTooLargeError):
        read_text(io.BytesIO(b"x" * (DEFAULT_LIMIT + 1)))
