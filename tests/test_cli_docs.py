"""docs/command-line.md shows what the commands write."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from wikialbum.cli import commands

GUIDE = (Path(__file__).parents[1] / "docs" / "command-line.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`([\w.]+)`:\n\n```text\n(.*?)```", GUIDE, re.DOTALL))
EXAMPLES = dict(re.findall(r"```console\n\$ ([^\n]*)\n(.*?)```", GUIDE, re.DOTALL))


def written(command: str) -> str:
    """What a command of the guide writes, cut by `head -n` or `cut -c` where it is piped to one."""
    call, *filters = command.split(" | ")
    name, *arguments = shlex.split(call)
    assert name == "wikialbum"
    lines = (
        CliRunner().invoke(commands, arguments, prog_name=name, catch_exceptions=False).output.splitlines(keepends=True)
    )
    for program, option, size in map(str.split, filters):
        assert (program, option) in {("head", "-n"), ("cut", "-c")}
        count = int(size.removeprefix("1-"))
        lines = lines[:count] if program == "head" else [line.rstrip("\n")[:count] + "\n" for line in lines]
    return "".join(lines)


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_guide_shows_what_the_command_writes(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert written(command) == EXAMPLES[command]


def test_the_guide_tells_every_command_and_option() -> None:
    for name, command in commands.commands.items():
        assert f"wikialbum {name}" in GUIDE
        for option in command.params:
            long_name = max(option.opts, key=len)
            assert not long_name.startswith("--") or long_name in GUIDE, long_name
