"""The command line: `wikialbum`, or `python -m wikialbum`."""

from __future__ import annotations

import sys

from wikialbum.errors import MissingExtraError

_EXTRA_PACKAGES = {"click", "rich"}


def main() -> None:
    """Run the command line with the arguments of this process; exits with its status.

    Without the packages of the extra `cli` one line on standard error says what to install, and the status is 2.
    """
    try:
        import click  # noqa: F401, PLC0415 - packages of an extra
        import rich  # noqa: F401, PLC0415 - packages of an extra
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA_PACKAGES:
            raise
        sys.exit(_without_extra())
    from wikialbum.cli import commands  # noqa: PLC0415 - needs the extra

    commands(prog_name="wikialbum")


def _without_extra() -> int:
    print(f"wikialbum: {MissingExtraError('the command line', 'cli')}", file=sys.stderr)  # noqa: T201 - all there is
    return 2


if __name__ == "__main__":
    main()
