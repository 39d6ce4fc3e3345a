"""The infobox template gives the header, in today's form and in the old one."""

from __future__ import annotations

import pytest

import wikialbum


def header(fields: str, name: str = "Infobox album") -> wikialbum.Album:
    return wikialbum.parse_text(f"{{{{{name}\n| name = Jug\n{fields}\n}}}}\n")


@pytest.mark.parametrize(
    "opening",
    ["{{Infobox album|", "{{Infobox album|\n|", "{{Infobox album <!-- sic -->", "{{infobox_album | <!-- c -->"],
)
def test_a_bar_too_many_is_no_field(opening: str) -> None:
    album = wikialbum.parse_text(f"{opening}\n| name = Jug\n|}}}}")
    assert album.title == "Jug"
    assert album.infobox == {"name": "Jug"}
    assert not album.diagnostics


def test_a_text_without_a_key_is_told() -> None:
    (diagnostic,) = header("| 1990").diagnostics
    assert (diagnostic.code, diagnostic.line) == ("unknown-key", 3)


@pytest.mark.parametrize(
    ("value", "artist"),
    [
        ("[[Ann Lee]]<br>Tom Rae", "Ann Lee, Tom Rae"),
        ("{{ubl|Ann Lee|Tom Rae}}", "Ann Lee, Tom Rae"),
        ("Ann Lee<br>and Tom Rae", "Ann Lee and Tom Rae"),
        ("Ann Lee &<br />Tom Rae", "Ann Lee & Tom Rae"),
        ("Ann Lee<br>with the Jugs", "Ann Lee with the Jugs"),
        ("The Jugs<br>The Mugs", "The Jugs, The Mugs"),
        ("Ann Lee,<br>Tom Rae", "Ann Lee, Tom Rae"),
        ("Ann Lee<br>(with strings)", "Ann Lee (with strings)"),
    ],
)
def test_the_lines_of_an_artist_are_one_text(value: str, artist: str) -> None:
    assert header(f"| artist = {value}").artist == artist


def test_an_empty_duration_is_no_length() -> None:
    album = header("| length = {{Duration|m=\n|s=}}")
    assert album.lengths == ()
    assert album.infobox["length"] == ""


@pytest.mark.parametrize("side", ["previous", "next"])
@pytest.mark.parametrize("value", ["''[[Mug]]''<br />(1990)", "''Mug''<br>1990", "[[Mug (album)|Mug]] (1990)"])
def test_a_neighbour_of_the_old_form_has_its_year(side: str, value: str) -> None:
    key = {"previous": "Last album", "next": "Next album"}[side]
    album = header(f"| Artist = Ann Lee\n| {key} = {value}")
    ref = getattr(album.chronology[0], side)
    assert (ref.title, ref.year) == ("Mug", 1990)
    assert album.chronology[0].artist == "Ann Lee"


def test_the_infobox_holds_no_field_that_is_not_written() -> None:
    album = header("| Last album = ''Mug''<br>(1990)")
    assert album.infobox == {"name": "Jug", "Last album": "Mug (1990)"}


def test_further_chronologies_follow_that_of_the_album() -> None:
    album = header(
        "| artist = Ann Lee\n| prev_title = Mug\n| prev_year = 1990\n| misc = {{Extra chronology\n | artist = Tom Rae\n"
        " | type = studio\n | prev_title = [[Cup (album)|Cup]]\n | prev_year = 1988\n | next_title = Pot\n | next_year = 1993\n}}"
    )
    first, second = album.chronology
    assert (first.artist, first.next) == ("Ann Lee", None)
    assert second.artist == "Tom Rae"
    assert second.previous is not None
    assert second.next is not None
    assert (second.previous.title, second.previous.year, second.next.title, second.next.year) == (
        "Cup",
        1988,
        "Pot",
        1993,
    )


def test_a_chronology_without_neighbours_is_none() -> None:
    assert header("| misc = {{Extra chronology|artist=Tom Rae|title=Jug}}").chronology == ()


def test_singles_have_their_dates_and_order() -> None:
    album = header(
        '| misc = {{Singles\n | name = Jug\n | single2 = "[[Two]]"\n | single1 = One\n | single1date = {{start date|1990|5|1}}\n'
        " | single2date = \n | single3 = \n}}"
    )
    assert [(single.title, str(single.date or "")) for single in album.singles] == [("One", "1990-05-01"), ("Two", "")]


def test_old_reviews_are_ratings() -> None:
    album = header(
        "| Reviews =\n* [[Allmusic]] {{Rating|3|5}} [http://example.org link]\n* ''Q'' B+\n* A line of prose"
    )
    assert [(rating.source, rating.score) for rating in album.ratings] == [("Allmusic", "3/5"), ("Q", "B+")]


TITLES = {
    '"[[Two]]"': "Two",
    '[[One]]" / "[[Two]]': "One / Two",
    '"One" / "Two"': "One / Two",
    'Say "Hello"': 'Say "Hello"',
    '"Heroes" Symphony': '"Heroes" Symphony',
    "'Til Then": "'Til Then",
}


@pytest.mark.parametrize("written", TITLES)
def test_the_title_of_a_single_and_of_a_neighbour_has_no_quotes_around_it(written: str) -> None:
    album = header(f"| misc = {{{{Singles|single1={written}}}}}\n| prev_title = {written}\n| prev_year = 1990")
    assert [single.title for single in album.singles] == [TITLES[written]]
    assert [each.previous and each.previous.title for each in album.chronology] == [TITLES[written]]


def test_a_label_among_producers_names_nobody() -> None:
    album = header("| producer = '''Disc one:'''<br>Ann Lee<br>Disc two:<br>Tom Rae<br>(tracks 1–3)")
    assert [(each.name, each.note) for each in album.producers] == [("Ann Lee", None), ("Tom Rae", "tracks 1–3")]
