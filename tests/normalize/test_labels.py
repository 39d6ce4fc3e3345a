from __future__ import annotations

import pytest

from wikialbum import parse_text


@pytest.mark.parametrize("name", ["Therapy?", "Wham!", "Oh, Sees!", "P.J. and the Yes!"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_group_line_may_end_in_the_stop_of_its_name(name: str, blank: str) -> None:
    (credit,) = parse_text(f"==Personnel==\n{name}\n{blank}- Ann Lee – harp\n").credits
    assert credit.section == ("Personnel", name)


def test_a_disc_may_be_called_as_its_record_is() -> None:
    listing = 'Disc one: Tully Ho!\n1. "A" – 3:45\n\nDisc two: Who Knows?\n1. "B" – 3:45\n'
    lists = parse_text(f"==Track listing==\n{listing}").track_lists
    assert [each.title for each in lists] == ["Disc one: Tully Ho!", "Disc two: Who Knows?"]


@pytest.mark.parametrize(
    "prose",
    [
        "The band had no drummer. Who played?",
        "and who is it that plays on it?",
        "What a record this was for all of us, and who would have thought it?",
    ],
)
def test_a_question_above_a_list_is_no_group_line(prose: str) -> None:
    (credit,) = parse_text(f"==Personnel==\n{prose}\n- Ann Lee – harp\n").credits
    assert credit.section == ("Personnel",)


def test_a_name_above_prose_is_no_group_line() -> None:
    text = "==Personnel==\n- Bo Ray – drums\n\nWham!\n\nThe band broke up.\n\n- Ann Lee – harp\n"
    assert {credit.section for credit in parse_text(text).credits} == {("Personnel",)}
