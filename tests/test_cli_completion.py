"""Shells complete commands, options, what options take, and the names of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from wikialbum.cli import commands

#: A line that is typed, its last word begun, with completions that it must get, and one that it must not get.
#: FILES stands for those of the folder.
FILES = "<files>"
LINES = [
    ([""], ["show", "json", "inspect"], "--track"),
    (["show", "--"], ["--track", "--dialect", "--strict"], "--to"),
    (["convert", "--to", "w"], ["wikitext"], "plain"),
    (["show", "ru"], [FILES], "show"),
    (["extract", "articles", "-o", ""], [FILES], "show"),
    (["--completion", ""], ["bash", "zsh", "fish"], "show"),
]

#: Programs that load a shell's script and say what its completion function finds. What asks the shell for the names of
#: files works only while somebody types; here it says that it was asked.
BASH = f"""
compopt() {{ echo '{FILES}'; }}
eval "$SCRIPT"
COMP_WORDS=(wikialbum "$@"); COMP_CWORD=$#
_wikialbum_completion wikialbum
printf '%s\\n' "${{COMPREPLY[@]}}"
complete -p wikialbum >/dev/null
"""
ZSH = f"""
compdef() {{ registered="$*" }}
_describe() {{ print -l -- ${{completions_with_descriptions%%:*}} }}
compadd() {{ print -l -- $completions }}
_path_files() {{ print -- '{FILES}' }}
eval "$SCRIPT"
words=(wikialbum "$@"); CURRENT=${{#words}}
_wikialbum_completion
[[ $registered == "_wikialbum_completion wikialbum" ]]
"""
FISH = """
string collect -- $SCRIPT | source
complete -C (string join ' ' -- wikialbum $argv)
"""
SHELLS: dict[str, Callable[[list[str]], list[str]]] = {
    "bash": lambda words: ["bash", "-c", BASH, "bash", *words],
    "zsh": lambda words: ["zsh", "-f", "-c", ZSH, "zsh", *words],
    "fish": lambda words: ["fish", "--no-config", "-c", FISH, "--", *words],
}


def script(shell: str) -> str:
    return CliRunner().invoke(commands, ["--completion", shell], prog_name="wikialbum").stdout


@pytest.mark.parametrize(("words", "found", "other"), LINES, ids=[" ".join(words) for words, _, _ in LINES])
@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_a_line(shell: str, words: list[str], found: list[str], other: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    (tmp_path / "rush.txt").touch()
    search_path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        SHELLS[shell](words),
        cwd=tmp_path,
        env={**os.environ, "PATH": search_path, "HOME": str(tmp_path), "SCRIPT": script(shell)},
        capture_output=True,
        check=True,
        timeout=60,
        encoding="utf-8",
    )
    files = "rush.txt" if shell == "fish" else FILES  # fish tells the names themselves
    completions = [line.partition("\t")[0] for line in done.stdout.splitlines()]  # fish tells what they mean, too
    assert set(found) - set(completions) <= {FILES}
    assert (files in completions) is (FILES in found)
    assert other not in completions


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_written_and_nothing_else(shell: str) -> None:
    if shell == "bash" and shutil.which("bash") is None:
        pytest.skip("click asks bash for its version")
    result = CliRunner().invoke(commands, ["--completion", shell], prog_name="wikialbum")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "_WIKIALBUM_COMPLETE" in result.stdout
    assert "Usage" not in result.stdout


def test_a_shell_that_is_not_known_is_refused_with_those_that_are() -> None:
    result = CliRunner().invoke(commands, ["--completion", "csh"], prog_name="wikialbum")
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.stderr
