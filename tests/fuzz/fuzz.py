"""Fuzzing for hours, guided by coverage: `python tests/fuzz/fuzz.py TARGET FOLDER [OPTION …]`; docs/fuzzing.md tells more.

TARGET is `plain`, `wikitext` or `album`; FOLDER keeps the inputs that reached something new, and gets the real articles
as its first ones. The options are libFuzzer's, such as `-runs=1000000` or `-max_total_time=3600`. With a file in the place
of FOLDER the target is run on that file, and what is left of it when it is made as small as it can be is shown.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Fuzz one target until a find or the end of the runs, or look at one find again."""
    if len(arguments) < 2:
        sys.exit(__doc__)
    sys.path.insert(0, str(HERE.parent))
    target, folder = arguments[0], Path(arguments[1])
    if folder.is_file():
        look_again(target, folder)
    else:
        fuzz(target, folder, arguments[2:])


def look_again(target: str, find: Path) -> None:
    """Show how small a find can be, and raise its error."""
    from targets import TARGETS, failure, shrunk  # noqa: PLC0415 - not before the library is instrumented

    run, data = TARGETS[target], find.read_bytes()
    if failure(run, data):
        data = shrunk(run, data)
    sys.stdout.write(f"{data!r}\n")
    run(data)


def fuzz(target: str, folder: Path, options: list[str]) -> None:
    """Fuzz one target until a find or the end of the runs."""
    try:
        import atheris  # noqa: PLC0415 - of the extra `fuzz`
    except ModuleNotFoundError:
        sys.exit('fuzzing needs atheris: pip install -e ".[fuzz,test]"')
    with atheris.instrument_imports(include=["wikialbum"]):
        from targets import TARGETS, seeds  # noqa: PLC0415 - the library is instrumented when it is imported

        for run in TARGETS.values():
            run(b"")  # imports what is loaded when first used
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds(target).items():
        folder.joinpath(name).write_bytes(data)
    usual = [f"-dict={HERE / 'tokens.dict'}", "-max_len=2000", "-timeout=20"]
    atheris.Setup([sys.argv[0], *usual, *options, str(folder)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
