from __future__ import annotations

import pytest

from wikialbum import parse_text
from wikialbum.album import Credit


def credits_of(personnel: str, heading: str = "Personnel") -> tuple[Credit, ...]:
    return parse_text(f"= T =\n\nT\n- Artist: A\n\n=={heading}==\n{personnel}").credits


def places(personnel: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[int, ...]]]:
    """The first name of each credit with its section below the heading, its songs and the tracks of its first role."""
    return [
        (each.names[0], each.section[1:], each.songs, each.roles[0].tracks if each.roles else ())
        for each in credits_of(personnel)
    ]


def test_a_plain_group_line_is_the_last_part_of_the_section() -> None:
    assert places("- Ann – harp\n\nGuests\n- Bo – harp\n'''Band'''\n- Cy – harp\n;Crew\n- Di – harp\n") == [
        ("Ann", (), (), ()),
        ("Bo", ("Guests",), (), ()),
        ("Cy", ("Band",), (), ()),
        ("Di", ("Crew",), (), ()),
    ]


@pytest.mark.parametrize(
    ("label", "songs"),
    [
        ('"A"', ("A",)),
        ('"A":', ("A",)),
        ('On "A" and "B":', ("A", "B")),
        ('"A", "B" and "C"', ("A", "B", "C")),
        ('"A" / "B"', ("A", "B")),
        ("“A”", ("A",)),
    ],
)
def test_a_quoted_group_line_names_the_songs(label: str, songs: tuple[str, ...]) -> None:
    assert places(f"{label}\n- Ann – harp\n- Bo – harp\n") == [("Ann", (), songs, ()), ("Bo", (), songs, ())]


@pytest.mark.parametrize(
    ("label", "tracks"),
    [("Tracks 1–3", (1, 2, 3)), ("Tracks 1, 4 and 5:", (1, 4, 5)), ("Track 2", (2,)), ("Tracks 2–3 (live)", (2, 3))],
)
def test_a_group_line_of_tracks_is_the_scope_of_roles_without_one(label: str, tracks: tuple[int, ...]) -> None:
    section = (label.rstrip(":"),)
    assert places(f"{label}\n- Ann – harp\n- Bo – harp (track 2)\n") == [
        ("Ann", section, (), tracks),
        ("Bo", section, (), (2,)),
    ]


def test_a_group_lasts_until_the_next_group_line_or_heading() -> None:
    personnel = '"A"\n- Ann – harp\n\nGuests\n- Bo – harp\n===Crew===\n- Cy – harp\n'
    assert places(personnel) == [("Ann", (), ("A",), ()), ("Bo", ("Guests",), (), ()), ("Cy", ("Crew",), (), ())]


def test_headings_stand_in_the_section_from_the_personnel_heading_down() -> None:
    personnel = (
        '===Musicians===\n====Strings====\n- Ann – harp\n==="A"===\n- Bo – harp\n===Tracks 1 and 2===\n- Cy – harp\n'
    )
    assert places(personnel) == [
        ("Ann", ("Musicians", "Strings"), (), ()),
        ("Bo", ('"A"',), ("A",), ()),
        ("Cy", ("Tracks 1 and 2",), (), (1, 2)),
    ]


@pytest.mark.parametrize("nested", ["-- {}\n", "  - {}\n", "** {}\n"])
def test_a_bullet_that_ends_in_a_colon_is_a_group_for_the_bullets_below_it(nested: str) -> None:
    top = "* " if nested.startswith("*") else "- "
    below = nested.format("Bo – harp") + nested.format('Cy – harp on "B"')
    personnel = f'Band\n{top}Ann – harp\n{top}The Horns:\n{below}{top}Di – harp on "A"\n{nested.format("Ed – harp")}'
    assert places(personnel) == [
        ("Ann", ("Band",), (), ()),
        ("Bo", ("Band", "The Horns"), (), ()),
        ("Cy", ("Band", "The Horns"), ("B",), ()),
        ("Di", ("Band",), ("A",), ()),
        ("Ed", ("Band",), (), ()),
    ]


def test_a_table_of_tracks_gives_a_credit_for_each_line_of_its_notes() -> None:
    table = '| No. | Title | Notes |\n| 1 | "A" | Ann – harp |\n| 2 | "B" | Bo – drums |\n| | | Cy – mixing |\n'
    assert places(table) == [("Ann", (), ("A",), (1,)), ("Bo", (), ("B",), (2,)), ("Cy", (), (), ())]


def test_lines_without_bullets_are_credits_where_they_say_a_known_role() -> None:
    personnel = "The band had four members, all of whom – or so they said – could sing.\n\nAnn Lee – harp\nBo Ray – drums\n\nX.\n"
    assert [each.names for each in credits_of(personnel)] == [("Ann Lee",), ("Bo Ray",)]


def test_a_quoted_group_line_may_name_its_track() -> None:
    assert places('"A" (track 7):\n- Ann – harp\n') == [("Ann", (), ("A",), (7,))]


def test_prose_behind_bullets_is_no_credit() -> None:
    assert credits_of("- in Cork\n- in Dublin, where Ann – the owner – lived\n- Ann, who produced it, was ill.\n") == ()


@pytest.mark.parametrize(
    "heading", ["Background", "Notes", "References", "Reception", "Awards", "Tour", "Release", "Legacy", "Composition"]
)
def test_bullets_elsewhere_are_no_credits(heading: str) -> None:
    assert credits_of("- Ann Lee – vocals\n- 12 May – Cork\n- Produced by Bo Ray\n", heading) == ()


@pytest.mark.parametrize(
    "heading", ["Personnel", "Credits", "Credits and personnel", "Musicians", "Performers", "Line-up", "Album credits"]
)
def test_headings_of_personnel_are_known(heading: str) -> None:
    (credit,) = credits_of("- Ann Lee – vocals\n", heading)
    assert credit.section == (heading,)


def test_notes_and_charts_below_the_personnel_are_no_credits() -> None:
    assert credits_of('===Notes===\n- "A" – a sample of "B"\n===Charts===\n| Chart | Peak |\n| A | 1 |\n') == ()


def test_a_credit_knows_its_line() -> None:
    text = "= T =\r\n\r\n==Personnel==\r\n- Ann Lee – vocals\r\n- Produced by Bo Ray\r\n"
    first, second = parse_text(text).credits
    assert first.span is not None
    assert second.span is not None
    assert (first.span.line, second.span.line) == (4, 5)
    assert second.text in text[second.span.offset : second.span.end]


def test_a_line_of_prose_is_left_unread_with_a_diagnostic() -> None:
    album = parse_text("==Personnel==\n- It was used by thanks\n- www.example.org\n")
    assert [(each.code, each.line) for each in album.diagnostics if each.code == "unread-line"][-1] == (
        "unread-line",
        3,
    )


def test_marks_of_footnotes_are_no_part_of_a_credit() -> None:
    (credit,) = credits_of("- Ann Lee^{[a]} – vocals,^{[b]} guitar\n")
    assert (credit.names, [role.name for role in credit.roles]) == (("Ann Lee",), ["vocals", "guitar"])
    assert credit.text == "Ann Lee – vocals, guitar"


@pytest.mark.parametrize(
    "line", ["Ann Lee – piano, [[Hammond organ]]", "Ann Lee – [[Lead vocalist|lead vocals, harp]]"]
)
def test_the_text_of_a_credit_shows_what_its_links_show(line: str) -> None:
    (credit,) = parse_text(f"{{{{Infobox album|name=X}}}}\n==Personnel==\n* {line}\n").credits
    assert credit.text == line.replace("[[Lead vocalist|", "").replace("[[", "").replace("]]", "")


@pytest.mark.parametrize("label", ["===Recording locations===", "Studios:", ";Recording studios"])
def test_places_below_their_label_are_no_credits(label: str) -> None:
    lines = "- Harbour Studio, Cork (tracks 1–4)\n- Low Barn – Reno, Nevada\n- High Barn – mixing\n"
    assert [credit.names for credit in credits_of(f"- Ann Lee – harp\n\n{label}\n{lines}")] == [
        ("Ann Lee",),
        ("High Barn",),
    ]
