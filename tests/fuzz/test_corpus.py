"""Every input that ever broke something holds now. A file of tests/fuzz/corpus has the name of what broke:

- `*.txt` is an article, for every check in both dialects;
- `*.repeat` is what an article is made of that took too long: repeated, it costs no more than an ordinary one;
- `*.album` is an input of the target `album`, as the fuzzer wrote it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from checks import DIALECTS, album_holds, formatting_holds, tree_holds, writing_holds
from targets import stays_cheap, write_album
from texts import CORPUS, decoded

from wikialbum.syntax import Dialect

FILES = sorted(CORPUS.iterdir())


def files(suffix: str) -> pytest.MarkDecorator:
    found = [path for path in FILES if path.suffix == suffix]
    return pytest.mark.parametrize("path", found, ids=[path.stem for path in found])


@pytest.mark.parametrize("dialect", DIALECTS)
@files(".txt")
def test_a_text_that_broke_something_holds(path: Path, dialect: Dialect) -> None:
    article = tree_holds(decoded(path.read_bytes()), dialect)
    album = album_holds(article)
    for other in DIALECTS:
        writing_holds(album, other)
    formatting_holds(article)


@pytest.mark.parametrize("dialect", DIALECTS)
@files(".repeat")
def test_a_text_that_took_too_long_is_cheap(path: Path, dialect: Dialect) -> None:
    stays_cheap(decoded(path.read_bytes()), dialect)


@files(".album")
def test_an_input_that_broke_something_holds(path: Path) -> None:
    write_album(path.read_bytes())


def test_every_file_is_of_a_known_kind() -> None:
    assert {path.suffix for path in FILES} <= {".txt", ".repeat", ".album"}
    assert len(FILES) > 5
