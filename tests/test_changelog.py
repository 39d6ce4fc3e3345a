"""CHANGELOG.md tells of every version, the newest first, and begins with the one in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import pairwise

from pages import CHECKOUT

CHANGELOG = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

#: The versions with what stands for their date.
VERSIONS = re.findall(r"^## (\d+\.\d+\.\d+), (.*)$", CHANGELOG, re.MULTILINE)

#: What changes can be, as the convention at keepachangelog.com has it; a version lists them in this order.
KINDS = ["New", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def test_every_heading_of_the_second_level_is_a_version() -> None:
    assert len(re.findall(r"^## ", CHANGELOG, re.MULTILINE)) == len(VERSIONS) > 0


def test_the_topmost_version_is_that_of_the_project() -> None:
    assert VERSIONS[0][0] == PROJECT["version"]


def test_versions_and_dates_fall_and_only_the_topmost_is_unreleased() -> None:
    released = VERSIONS[VERSIONS[0][1] == "unreleased" :]
    assert all(numbers(newer) > numbers(older) for (newer, _), (older, _) in pairwise(VERSIONS))
    days = [date.fromisoformat(day) for _, day in released]
    assert days == sorted(days, reverse=True)


def test_the_changes_of_a_version_stand_by_kind_and_each_is_one_sentence_or_more() -> None:
    for part in re.split(r"^## .*\n", CHANGELOG, flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.*)$", part, re.MULTILINE)
        assert kinds == [kind for kind in KINDS if kind in kinds] != []
        entries = re.findall(r"^- (.*(?:\n  .*)*)", part, re.MULTILINE)
        assert [entry for entry in entries if not entry.endswith(".")] == []
