"""docs/command-line.md shows what the commands write."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
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


def section(title: str) -> str:
    """What the guide says below a heading of level 2."""
    match = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", GUIDE, re.DOTALL | re.MULTILINE)
    assert match is not None, title
    return match[1]


def shared(command: str) -> str:
    """The rows of the table of shared options that are for a command."""
    rows = re.findall(r"^(\| `--.*?\|) (.*?) \|", section("Options"), re.MULTILINE)
    return "\n".join(options for options, of in rows if of == "all" or command in of.split(", "))


COMMANDS = [(name, command) for name, command in commands.commands.items()]
OPTIONS = [
    (name, spelling)
    for name, command in COMMANDS
    for option in command.params
    for spelling in (*option.opts, *option.secondary_opts)
    if spelling.startswith("-")
]


@pytest.mark.parametrize("name", commands.commands)
def test_the_guide_lists_every_command_and_has_a_section_for_it(name: str) -> None:
    assert f"| `wikialbum {name} " in GUIDE
    assert section(name)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_the_guide_tells_every_option_where_its_command_is_told(command: str, option: str) -> None:
    assert re.search(rf"`{option}[` ]", section(command) + shared(command))


@pytest.mark.parametrize("option", ["-h", "--help", "--version", "--completion"])
def test_the_guide_tells_the_options_of_all_commands(option: str) -> None:
    assert re.search(rf"`(?:wikialbum )?{option}[` ]", GUIDE)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<![\w`-])`(--[\w-]+)", GUIDE))))
def test_the_guide_tells_no_option_that_is_not_there(option: str) -> None:
    assert option in {"--help", "--version", "--completion", *(spelling for _, spelling in OPTIONS)}


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=list(commands.commands))
def test_every_command_and_every_option_has_help(name: str, command: click.Command) -> None:
    assert command.help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []
    page = CliRunner().invoke(commands, [name, "--help"], prog_name="wikialbum").output
    assert [option.opts for option in options if option.opts[-1] not in page] == []
