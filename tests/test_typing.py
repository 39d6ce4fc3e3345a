"""The package is typed: a program that uses it passes `mypy --strict`, and one that misuses it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

import public_program

HERE = Path(__file__).parent
RUSH = HERE.parent / "examples" / "rush.txt"


def checked(path: Path, cache: Path) -> tuple[str, int]:
    """What mypy says of a program that stands outside the project, and its exit status."""
    options = ["--strict", "--no-error-summary", "--config-file=", f"--cache-dir={cache}", str(path)]
    output, errors, status = api.run(options)
    assert not errors
    return output, status


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def test_a_program_that_uses_the_public_names_has_no_type_errors(cache: Path) -> None:
    assert checked(HERE / "public_program.py", cache) == ("", 0)


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("wikialbum.parse(3)", 'Argument 1 to "parse" has incompatible type "int"'),
        ('wikialbum.parse_article("", dialect="html")', 'Argument "dialect" to "parse_article"'),
        ('wikialbum.parse_text("").title.upper()', 'Item "None" of "str | None" has no attribute "upper"'),
        ('wikialbum.Album().title = "Rush"', 'Property "title" defined in "Album" is read-only'),
        ("wikialbum.Label()", 'Missing positional argument "name" in call to "Label"'),
        ("wikialbum.render_everything", 'Module has no attribute "render_everything"'),
    ],
)
def test_a_misuse_is_a_type_error(statement: str, error: str, cache: Path, tmp_path: Path) -> None:
    program = tmp_path / "misuse.py"
    program.write_text(f"import wikialbum\n\n{statement}\n", encoding="utf-8")
    output, status = checked(program, cache)
    assert status == 1
    assert f"misuse.py:3: error: {error}" in output


def test_the_program_runs() -> None:
    assert public_program.main(RUSH)["artist"] == "Eric Clapton"
    assert public_program.doubts("= Jug =\n\nJug\n- Released: one fine day\n") == ["unparsed-date"]
    assert public_program.doubts("= Jug =\n\nJug\n- Released: 1972\n") == []
