"""Lists inside templates and tables that only lay out a page."""

from __future__ import annotations

import pytest

from wikialbum import Credit, parse_text

INFOBOX = "{{Infobox album|name=X}}\n"
ANN, BO = ("Ann Lee",), ("Bo Ray",)


def credits_of(personnel: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names and sections of some credits, which all have places in the article."""
    found: tuple[Credit, ...] = parse_text(f"{INFOBOX}==Personnel==\n{personnel}\n").credits
    assert all(each.span is not None and each.span.line == 3 for each in found)
    return [(each.names, each.section[1:]) for each in found]


@pytest.mark.parametrize("name", ["columns-list|colwidth=22em", "Plainlist", "flatlist", "Bulleted list"])
def test_credits_may_stand_in_a_template_of_lists(name: str) -> None:
    assert credits_of(f"{{{{{name}|\n* [[Ann Lee]] – harp\n* Bo Ray – drums\n}}}}") == [(ANN, ()), (BO, ())]


def test_group_lines_count_inside_a_template_of_lists() -> None:
    lists = "{{columns-list|\n'''Band'''\n* Ann Lee – harp\n'''Guests'''\n* The Reeds:\n** Bo Ray – oboe\n}}"
    assert credits_of(lists) == [(ANN, ("Band",)), (BO, ("Guests", "The Reeds"))]


def test_credits_may_stand_in_the_cells_of_a_table() -> None:
    assert credits_of("{|\n|valign=top|\n* Ann Lee – harp\n|valign=top|\n* Bo Ray – drums\n|}") == [(ANN, ()), (BO, ())]


def test_a_table_of_tracks_is_read_by_its_rows_alone() -> None:
    table = '{|\n! No. !! Title !! Notes\n|-\n| 2 || "One" ||\n* Ann Lee – harp\n* Bo Ray – drums\n|}'
    (ann, bo) = parse_text(f"{INFOBOX}==Personnel==\n{table}\n").credits
    assert [(each.names, each.songs, each.roles[0].tracks) for each in (ann, bo)] == [
        (ANN, ("One",), (2,)),
        (BO, ("One",), (2,)),
    ]


@pytest.mark.parametrize(
    "listing",
    [
        '{{ordered list|"One" – 3:00|"Two" (Ann Lee) – 2:00}}',
        '{{columns-list|\n# "One" – 3:00\n# "Two" (Ann Lee) – 2:00\n}}',
        '{|\n|valign=top|\n# "One" – 3:00\n|valign=top|\n#<li value="2"> "Two" (Ann Lee) – 2:00\n|}',
    ],
)
def test_tracks_may_stand_there_too(listing: str) -> None:
    (tracks,) = parse_text(f"{INFOBOX}==Track listing==\n{listing}\n").track_lists
    assert [(each.number, each.title, each.writers, each.seconds) for each in tracks.tracks] == [
        (1, "One", (), 180),
        (2, "Two", ANN, 120),
    ]
    assert {each.span.line for each in tracks.tracks if each.span} == {3}
