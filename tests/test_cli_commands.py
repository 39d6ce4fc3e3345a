"""The commands: what they write, and how they end."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import wikialbum
from wikialbum import __main__
from wikialbum.cli import commands
from wikialbum.syntax import parse_article

RUSH = """\
= Rush =

Rush
- Type: Soundtrack
- Artist: Eric Clapton
- Released: 14 January 1992
- Length: 41:40

==Track listing==
1. "New Recruit" – 1:29
2. "Tears in Heaven" – 4:37

==Personnel==
- Eric Clapton – guitar, vocals (track 2)
- Greg Phillinganes – piano (track 1)
"""
UNREADABLE_DATE = "= Rush =\n\nRush\n- Type: Soundtrack\n- Released: one fine day\n"


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of a call: good files, and one file of every bad kind."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    (tmp_path / "rush.txt").write_text(RUSH, encoding="utf-8", newline="")
    (tmp_path / "date.txt").write_text(UNREADABLE_DATE, encoding="utf-8", newline="")
    (tmp_path / "latin.txt").write_bytes("= Café =\n".encode("latin-1"))
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(1 << 30)
    (tmp_path / "folder").mkdir()
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, input=stdin, prog_name="wikialbum", catch_exceptions=False)


def ends_well(result: Result) -> str:
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


# ---- show ----


@pytest.mark.usefixtures("folder")
def test_show_prints_an_album() -> None:
    lines = ends_well(run("show", "rush.txt")).splitlines()
    assert lines[:5] == ["Rush", "Eric Clapton · soundtrack", "", "Released  1992-01-14", "Length    41:40"]
    assert "    2  Tears in Heaven    4:37" in lines
    assert "  Eric Clapton       guitar, vocals (track 2)" in lines


@pytest.mark.usefixtures("folder")
def test_show_parts_albums_by_a_blank_line() -> None:
    assert "\n\nRush\nEric" in ends_well(run("show", "rush.txt", "rush.txt"))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("track", ["Tears in Heaven", "tears in heaven", "2"])
def test_show_track_tells_who_plays_on_a_song(track: str) -> None:
    text = ends_well(run("show", "--track", track, "rush.txt"))
    assert text.startswith("2. Tears in Heaven\nRush · Eric Clapton\n")
    assert text.endswith("  Eric Clapton  guitar, vocals (track 2)\n")


@pytest.mark.usefixtures("folder")
def test_show_track_names_the_title_that_was_meant() -> None:
    result = run("show", "--track", "Tears of Heaven", "rush.txt")
    assert result.stdout == ""
    assert result.stderr == "wikialbum: rush.txt: no track 'Tears of Heaven'; did you mean 'Tears in Heaven'?\n"
    assert result.exit_code == 2


# ---- json ----


@pytest.mark.usefixtures("folder")
def test_json_of_one_file_is_indented_album_json() -> None:
    text = ends_well(run("json", "rush.txt"))
    assert text.startswith('{\n  "title": "Rush",\n')
    assert json.loads(text) == wikialbum.parse_text(RUSH).to_dict()


@pytest.mark.usefixtures("folder")
def test_json_of_several_files_is_a_line_for_each() -> None:
    lines = ends_well(run("json", "rush.txt", "date.txt", "rush.txt")).splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Rush"] * 3


@pytest.mark.usefixtures("folder")
def test_json_lines_can_be_had_for_one_file() -> None:
    assert ends_well(run("json", "--lines", "rush.txt")).count("\n") == 1


def test_json_reads_standard_input_exactly() -> None:
    text = RUSH.replace("\n", "\r\n")
    assert json.loads(ends_well(run("json", "-", stdin=text.encode()))) == wikialbum.parse_text(text).to_dict()


def test_json_keeps_letters_and_escapes_what_acts_on_a_terminal() -> None:
    text = ends_well(run("json", "-", stdin="= 雨\x9b31m =\n"))
    assert "雨\\u009b31m" in text
    assert json.loads(text)["article_title"] == "雨\x9b31m"


def test_json_takes_a_title_for_an_article_without_one() -> None:
    text = ends_well(run("json", "--title", "Rush (1991 soundtrack)", "--dialect", "wikitext", "-", stdin="Prose."))
    assert json.loads(text)["article_title"] == "Rush (1991 soundtrack)"


@pytest.mark.usefixtures("folder")
def test_a_title_is_for_one_file() -> None:
    result = run("json", "--title", "Rush", "rush.txt", "date.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--title is for one FILE" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["json", "show"])
def test_strict_refuses_an_article_with_doubts_and_goes_on(command: str) -> None:
    result = run(command, "--strict", "date.txt", "rush.txt")
    assert result.exit_code == 1
    assert "Clapton" in result.stdout
    first, second, *excerpt = result.stderr.splitlines()
    assert first == "wikialbum: date.txt: 1 doubt in the article"
    assert second.startswith("date.txt:5:")
    assert second.endswith("[unparsed-date]")
    assert "- Released: one fine day" in excerpt[0]


# ---- tree ----


def test_tree_prints_a_line_for_each_node() -> None:
    assert ends_well(run("tree", "-", stdin="= T =\n")).splitlines() == [
        "Article 1:1",
        r"└─ Heading 1:1 open='= ' title='T' close=' =' end='\n'",
    ]


def test_tree_is_whole_in_a_pipe_however_long_its_lines() -> None:
    assert "x" * 500 in ends_well(run("tree", "-", stdin="x" * 500))


def test_tree_reads_the_dialect_that_it_is_told() -> None:
    text = "* Ann – harp\n"
    assert "BulletList" in ends_well(run("tree", "--dialect", "plain", "-", stdin=text))
    assert "BulletList" in ends_well(run("tree", "--dialect", "wikitext", "-", stdin=text))
    assert run("tree", "--dialect", "latin", "-", stdin=text).exit_code == 2


# ---- check ----


@pytest.mark.usefixtures("folder")
def test_check_of_a_good_article_only_counts() -> None:
    result = run("check", "rush.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 file\n")


@pytest.mark.usefixtures("folder")
def test_check_tells_the_place_and_code_of_a_doubt() -> None:
    result = run("check", "rush.txt", "date.txt")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("date.txt:5:")
    assert ": warning: " in line
    assert line.endswith(" [unparsed-date]")
    assert result.stderr == "2 files, 1 warning\n"


def test_check_does_not_fail_for_remarks_and_quiet_does_not_tell_them() -> None:
    article = "= A =\n\nProse.\n"
    loud = run("check", "-", stdin=article)
    assert (loud.exit_code, loud.stderr) == (0, "1 file, 1 remark\n")
    assert loud.stdout.startswith("<stdin>:1:1: info: ")
    assert loud.stdout.endswith(" [no-infobox]\n")
    quiet = run("check", "--quiet", "-", stdin=article)
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        ("= A =\n", "= B =\n", "1:3"),
        ("= A =\r\nb\rc\n", "= A =\r\nb\rd\n", "3:1"),
        ("= A =\nb", "= A =\n", "2:1"),
        ("= A =", "= A =\n", "1:6"),
    ],
)
def test_check_tells_where_the_round_trip_first_differs(
    monkeypatch: pytest.MonkeyPatch, text: str, printed: str, place: str
) -> None:
    monkeypatch.setattr(wikialbum, "parse_article", lambda _text, dialect: parse_article(printed))  # noqa: ARG005
    result = run("check", "--quiet", "-", stdin=text)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith(f"<stdin>:{place}: error: ")
    assert result.stdout.splitlines()[0].endswith(" [round-trip]")


# ---- bad files ----

BAD = {
    "missing.txt": "No such file or directory",
    "folder": "is a folder; name files, or read all files of a folder with wikialbum extract",
    "latin.txt": "not UTF-8: the byte at offset 5 does not decode; convert the file to UTF-8 first",
    "large.txt": "larger than 16777216 bytes; allow more with --limit if this is an article",
    "rush.txt/below": "Not a directory",
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["show", "json", "tree", "check"])
@pytest.mark.parametrize("file", BAD)
def test_a_bad_file_is_one_line_on_standard_error(command: str, file: str) -> None:
    result = run(command, *(["--quiet"] if command == "check" else []), file)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"wikialbum: {file}: {BAD[file]}\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("file", ["rsh.txt", "rush", "RUSH.TXT", "rush.wiki"])
def test_a_missing_file_gets_the_name_that_was_meant(file: str) -> None:
    if Path(file).exists():
        pytest.skip("this file system does not know the case of names")
    told = run("json", file).stderr
    assert told == f"wikialbum: {file}: No such file or directory; did you mean 'rush.txt'?\n"


@pytest.mark.usefixtures("folder")
def test_a_name_that_was_meant_is_told_with_its_folder(folder: Path) -> None:
    (folder / "folder" / "salt.txt").write_text(RUSH, encoding="utf-8")
    wanted = str(Path("folder", "salt.txt"))
    assert f"did you mean {wanted!r}?" in run("json", str(Path("folder", "slt.txt"))).stderr
    assert "did you mean" not in run("json", str(Path("nowhere", "slt.txt"))).stderr


def test_an_empty_name_is_no_folder() -> None:
    assert run("json", "").stderr == "wikialbum: : No such file or directory\n"


@pytest.mark.usefixtures("folder")
def test_archives_are_for_extract(folder: Path) -> None:
    (folder / "dump.xml.bz2").write_bytes(b"BZh9\xff")
    assert run("json", "dump.xml.bz2").stderr.endswith("does not decode; wikialbum extract reads archives\n")


@pytest.mark.parametrize("command", ["json", "show", "diff", "fmt", "check"])
def test_standard_input_is_read_once(command: str) -> None:
    result = run(command, "-", "-", stdin=RUSH)
    assert result.exit_code == 2
    assert "wikialbum: <stdin>: can be read only once" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["show", "json", "check"])
def test_the_files_between_bad_ones_are_read_all_the_same(command: str) -> None:
    files = [name for bad in BAD for name in (bad, "rush.txt")]
    result = run(command, *files)
    assert result.exit_code == 2
    told = [line for line in result.stderr.splitlines() if line.startswith("wikialbum: ")]
    assert told == [f"wikialbum: {file}: {reason}" for file, reason in BAD.items()]
    good = {"show": result.stdout.count("Eric Clapton ·"), "json": result.stdout.count("\n")}
    assert good.get(command, result.stderr.count("5 files\n") * 5) == 5


def test_a_file_without_permission_is_told(folder: Path) -> None:
    path = folder / "secret.txt"
    path.write_text(RUSH, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert run("json", "secret.txt").stderr == "wikialbum: secret.txt: Permission denied\n"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="needs file names of any bytes")
def test_the_name_of_a_bad_file_does_not_act_on_the_terminal() -> None:
    assert run("json", "a\x1b[31m\n.txt").stderr == "wikialbum: a\\x1b[31m .txt: No such file or directory\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("limit", "status"), [("1K", 0), ("1k", 0), ("10", 2), ("1M", 0), ("0", 2)])
def test_a_limit_is_bytes_or_has_a_unit(limit: str, status: int) -> None:
    assert run("json", "--limit", limit, "rush.txt").exit_code == status
    assert run("json", "--limit", limit, "-", stdin=RUSH).exit_code == status


@pytest.mark.parametrize("limit", ["many", "-1", "1.5M", "1T", "", "²"])
def test_a_limit_of_another_form_is_refused(limit: str) -> None:
    result = run("json", f"--limit={limit}", "-", stdin=RUSH)
    assert result.exit_code == 2
    assert "is no size" in result.stderr


# ---- the whole ----


@pytest.mark.parametrize("command", [[], *([name] for name in commands.commands)])
def test_help_has_examples_and_fits_a_terminal(command: list[str]) -> None:
    for option in ("--help", "-h"):
        text = ends_well(run(*command, option))
        assert "\n  Examples:\n    wikialbum " in text
        assert max(map(len, text.splitlines())) <= 80


def test_the_version_is_that_of_the_package() -> None:
    assert ends_well(run("--version")).startswith("wikialbum 0.")


def test_help_lists_the_commands_as_they_are_used() -> None:
    listed = re.findall(r"^  (\w+)  ", ends_well(run("--help")).partition("Commands:\n")[2], re.MULTILINE)
    assert listed == ["show", "json", "tree", "check", "extract", "fmt", "convert", "diff", "inspect"]


@pytest.mark.usefixtures("folder")
def test_a_file_in_the_place_of_a_command_gets_a_hint() -> None:
    result = run("rush.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'rush.txt' is a file; a command comes first: wikialbum show FILE" in result.stderr


@pytest.mark.skipif(not hasattr(click, "NoSuchCommand"), reason="an older click suggests options alone")
@pytest.mark.parametrize(("arguments", "meant"), [(["shwo"], "show"), (["chekc"], "check"), (["jsn"], "json")])
def test_a_misspelt_command_gets_a_suggestion(arguments: list[str], meant: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert f"'{meant}'" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("command", "option", "meant"),
    [("show", "--trak", "--track"), ("check", "--queit", "--quiet"), ("extract", "--outptu", "--output")],
)
def test_a_misspelt_option_gets_a_suggestion(command: str, option: str, meant: str) -> None:
    result = run(command, option, "rush.txt")
    assert result.exit_code == 2
    assert meant in result.stderr


@pytest.mark.parametrize("arguments", [[], ["show"], ["tree"], ["frobnicate"], ["json", "--wrong", "a"]])
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_interrupt_ends_quietly_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(wikialbum, "parse_text", interrupted)
    result = run("json", "-", stdin=RUSH)
    assert (result.exit_code, result.output) == (130, "")


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_the_extra_one_line_says_what_to_install(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SystemExit) as caught:
        __main__.main()
    assert caught.value.code == 2
    told = capsys.readouterr().err
    assert told == 'wikialbum: the command line needs the extra "cli": pip install "wikialbum[cli]"\n'
