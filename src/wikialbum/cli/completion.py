"""Shell completion: the script that teaches a shell the commands, their options and what these take."""

from __future__ import annotations

from typing import Final

import click
from click.shell_completion import get_completion_class

__all__ = ["completion_option"]

_SHELLS: Final = ("bash", "zsh", "fish")
_PROGRAM: Final = "wikialbum"

#: The script calls the program with this variable set, and click answers it.
_VARIABLE: Final = "_WIKIALBUM_COMPLETE"


def _write_script(context: click.Context, _: click.Parameter, shell: str | None) -> None:
    """Write the script of a shell, and end."""
    if shell is None or context.resilient_parsing:
        return
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(context.command, {}, _PROGRAM, _VARIABLE).source())
    context.exit()


completion_option: Final = click.option(
    "--completion",
    metavar="SHELL",
    type=click.Choice(_SHELLS),
    is_eager=True,
    expose_value=False,
    callback=_write_script,
    help="Write the script by which bash, zsh or fish completes commands, options and file names, and exit.",
)
