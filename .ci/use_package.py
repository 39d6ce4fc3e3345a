"""Uses the installed package as a program without the extras would: `python use_package.py ARTICLE`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import wikialbum
from wikialbum.syntax import grammars


def main(path: str) -> None:
    """Check the package's files, then read an article with the parse tables that it ships."""
    package = Path(wikialbum.__file__).parent
    assert "site-packages" in package.parts, f"this is not the installed package: {package}"
    assert Path(grammars.grammar_folder()) == package / "grammar", f"the grammars are not in the package: {package}"
    names = sorted(grammar.stem for grammar in Path(grammars.grammar_folder()).glob("*.lark"))
    assert {"plain", "wikitext"} <= set(names), f"a grammar is missing: {names}"
    for name in ("py.typed", "album.schema.json"):
        assert (package / name).is_file(), f"{name} is not in the package"
    grammars.build = _refuse  # type: ignore[assignment]
    for name in names:
        grammars.load(name)
    text = Path(path).read_bytes().decode()
    assert str(wikialbum.parse_article(text)) == text
    album = wikialbum.parse(path)
    assert wikialbum.Album.from_dict(album.to_dict()) == album
    assert (album.title, len(album.credits), album.charts[0].peak) == ("Rush", 31, 24), album
    _check_missing_extra(path)
    print(f"{package}: {', '.join(names)} loaded from tables; {album.title} has {len(album.credits)} credits")


def _refuse(grammar: str) -> None:
    raise AssertionError(f"the shipped parse tables do not fit the grammar {grammar[:60]!r}")


def _check_missing_extra(path: str) -> None:
    """Without click the command line says in one line what to install."""
    command = [sys.executable, "-m", "wikialbum", "show", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done
    assert done.stderr.count("\n") == 1, done.stderr
    assert 'pip install "wikialbum[cli]"' in done.stderr, done.stderr


if __name__ == "__main__":
    main(*sys.argv[1:])
