"""README.md begins with what the library gives and the two commands that a newcomer runs."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_there_are_two_commands_of_one_line_each() -> None:
    show, test = COMMANDS
    assert show.count("\n") == test.count("\n") == 1
    assert show.endswith("wikialbum show examples/rush.txt\n")
    assert test.endswith(" -m pytest\n")


def test_both_commands_install_this_checkout_into_a_virtual_environment() -> None:
    for command in COMMANDS:
        make, install, use = command.split(" && ")
        assert make == "python3 -m venv .venv"
        assert shlex.split(install)[:4] == [".venv/bin/python", "-m", "pip", "install"]
        assert re.fullmatch(r"\.\[\w+\]", shlex.split(install)[-1])
        assert use.startswith(".venv/bin/")


def test_the_continuous_integration_runs_the_commands_of_the_readme() -> None:
    script = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
    asked = re.findall(r"\$\(readme_command '?([^)']+)'?\)", script)
    assert asked == ["wikialbum show", "pytest"]
    for words, command in zip(asked, COMMANDS, strict=True):
        assert [words in each for each in COMMANDS].count(True) == 1
        assert words in command


def test_the_script_of_the_continuous_integration_is_valid_shell() -> None:
    subprocess.run(["bash", "-n", CHECKOUT / ".ci" / "run"], check=True)


def test_the_first_command_comes_before_the_tour() -> None:
    assert README.index("```sh") < README.index("```pycon")
