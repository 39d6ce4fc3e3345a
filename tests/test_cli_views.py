"""What an album, a song and a tree look like, at every width."""

from __future__ import annotations

import io
import re
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import RenderableType

from wikialbum import wording
from wikialbum.album import (
    Album,
    AlbumRef,
    AlbumType,
    Certification,
    ChartEntry,
    ChartPeriod,
    Chronology,
    Credit,
    Label,
    Length,
    Producer,
    Rating,
    Recording,
    Release,
    ReleaseEvent,
    Role,
    Single,
    Track,
    TrackList,
)
from wikialbum.cli import words
from wikialbum.cli.album_view import album_view
from wikialbum.cli.screen import MAX_WIDTH, harmless_json, print_view, visible
from wikialbum.cli.track_view import Song, find_song, similar_titles, track_view
from wikialbum.cli.tree_view import tree_lines
from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Diagnostic, Severity
from wikialbum.syntax import parse_article
from wikialbum.testing import albums
from wikialbum.wording import numbers_text

RUSH = Album(
    title="Rush",
    type=AlbumType.SOUNDTRACK,
    artist="Eric Clapton",
    releases=(Release(PartialDate(1992, 1, 14), "US"), Release(PartialDate(1992, 2))),
    recorded=(Recording(PartialDate(1991), PartialDate(1991, 9), "Late"),),
    studios=("Village Recorder, Los Angeles", "Townhouse"),
    genres=("Blues", "pop rock"),
    labels=(Label("Duck"), Label("Reprise", "US")),
    producers=(Producer("Russ Titelman", "exec."),),
    lengths=(Length(2500, "LP"),),
    chronology=(
        Chronology("Eric Clapton", AlbumRef("24 Nights", 1991), AlbumRef("Unplugged", 1992)),
        Chronology("Soundtracks", AlbumRef("Homeboy")),
    ),
    singles=(Single("Help Me Up", PartialDate(1992)), Single("Tracks and Lines")),
    infobox={"Longtype": "film score", "Composer": "Eric Clapton", "Cover": "Rush.jpg"},
    track_lists=(
        TrackList(
            "Side one",
            "All songs written by Eric Clapton",
            (
                Track(1, "New Recruit", None, ("Eric Clapton",), seconds=89),
                Track(2, "Tears in Heaven", "live", ("Clapton", "Jennings"), extra={"Arranger": "Kamen"}, seconds=277),
            ),
            366,
        ),
        TrackList("Side two", None, (Track(1, "Help Me Up", artists=("Buddy Guy",)),)),
    ),
    credits=(
        Credit(("Randy Kerber",), (Role("keyboards"),), ("Personnel", "Score"), (), "Randy Kerber – keyboards"),
        Credit(
            ("Nathan East", "Steve Ferrone"),
            (Role("bass", (1, 2, 3)), Role("drums", (), "left")),
            ("Personnel", "Songs"),
            ("Help Me Up",),
            "Nathan East, Steve Ferrone – bass (1–3), drums (left)",
        ),
        Credit(
            ("Jay Oliver",),
            (Role("programming"),),
            ("Personnel", "Songs"),
            ("Tears in Heaven",),
            'Jay Oliver – programming on "Tears in Heaven"',
        ),
    ),
    charts=(
        ChartEntry("US Billboard 200", 1992, 24),
        ChartEntry("UK Albums", 1992, None),
        ChartEntry("US Billboard 200", 1992, 88, ChartPeriod.YEAR_END),
    ),
    certifications=(
        Certification("United States", "RIAA", "Platinum", 2, 2000000),
        Certification("Japan", "RIAJ", "Gold"),
    ),
    ratings=(Rating("AllMusic", "3/5", 3, 5), Rating("Q")),
    release_history=(ReleaseEvent("Japan", PartialDate(1992, 1), "Duck", "CD", "WPCP-4741"),),
    categories=("1992 soundtracks",),
    diagnostics=(
        Diagnostic("unparsed-date", Severity.WARNING, "A date.", 4, 1),
        Diagnostic("no-infobox", Severity.INFO, "None."),
    ),
)

RUSH_SHOWN = """\
Rush
Eric Clapton · soundtrack

Form        film score
Released    1992-01-14 (US), 1992-02
Recorded    1991 – 1991-09 (Late)
Studio      Village Recorder, Los Angeles
            Townhouse
Genre       Blues, pop rock
Label       Duck, Reprise (US)
Producer    Russ Titelman (exec.)
Composer    Eric Clapton
Length      41:40 (LP)
Chronology  after 24 Nights (1991), before Unplugged (1992)
            Soundtracks: after Homeboy
Singles     Help Me Up (1992), Tracks and Lines
Categories  1992 soundtracks

Tracks ─────────────────────────────────────────────────────────────────────────
Side one
All songs written by Eric Clapton
  No.  Title                   Writer             Arranger  Length
    1  New Recruit             Eric Clapton                   1:29
    2  Tears in Heaven (live)  Clapton, Jennings  Kamen       4:37
Total 6:06

Side two
  No.  Title       Artist
    1  Help Me Up  Buddy Guy

Credits ────────────────────────────────────────────────────────────────────────
Score
  Randy Kerber  keyboards
Songs
"Help Me Up"
  Nathan East, Steve Ferrone  bass (tracks 1–3), drums (left)
Songs
  Jay Oliver  programming on "Tears in Heaven"

Charts ─────────────────────────────────────────────────────────────────────────
  Chart             Year  Period    Peak
  US Billboard 200  1992              24
  UK Albums         1992               –
  US Billboard 200  1992  year-end    88

Certifications ─────────────────────────────────────────────────────────────────
  Region         By    Award            Units
  United States  RIAA  2× Platinum  2,000,000
  Japan          RIAJ  Gold

Ratings ────────────────────────────────────────────────────────────────────────
  Source    Rating
  AllMusic  3/5
  Q

Release history ────────────────────────────────────────────────────────────────
  Region  Date     Label  Format  Catalogue no.
  Japan   1992-01  Duck   CD      WPCP-4741

1 doubt; wikialbum check tells where
"""


@pytest.fixture(name="view")
def view_fixture(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> _View:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return _View(monkeypatch, capsys)


class _View:
    """Shows something as a pipe gets it, at a width."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, renderable: RenderableType, width: int = 80) -> str:
        self._monkeypatch.setenv("COLUMNS", str(width))
        self._capsys.readouterr()
        print_view(renderable)
        return self._capsys.readouterr().out


def test_an_album_is_shown_with_all_that_it_holds(view: _View) -> None:
    assert view(album_view(RUSH)) == RUSH_SHOWN


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_lines_fit_the_screen_and_nothing_is_lost_at_its_edge(view: _View, width: int) -> None:
    lines = view(album_view(RUSH), width).splitlines()
    assert max(map(cell_len, lines)) <= min(width, MAX_WIDTH)
    assert [line for line in lines if line != line.rstrip()] == []
    assert "…" not in "".join(lines)


def test_wide_characters_are_wrapped_not_cut(view: _View) -> None:
    album = Album(track_lists=(TrackList(None, None, (Track(3, "夕暮れ列車 Twilight Train", "名前", ("A B",) * 9),)),))
    text = view(album_view(album), 40)
    assert "…" not in text
    assert all(character in text for character in "夕暮れ列車名前")


def test_values_stand_close_to_the_longest_line_of_their_labels(view: _View) -> None:
    names = ("Ann Lee", "Bo Day", "Cat Moss", "Daniel Ray", "the Orchestra of the Town")
    album = Album(credits=(Credit(names, (Role("oboe"),)), Credit(("Eve",), (Role("harp"),))))
    assert view(album_view(album)).splitlines()[-3:] == [
        "  Ann Lee, Bo Day, Cat Moss, Daniel Ray,  oboe",
        "  the Orchestra of the Town",
        "  Eve                                     harp",
    ]


def test_an_article_of_several_albums_says_that_this_is_the_first(view: _View) -> None:
    message = "the article describes 2 albums; this is the first"
    album = Album(title="A", diagnostics=(Diagnostic("several-albums", Severity.INFO, message, 5, 1),))
    assert view(album_view(album)) == f"A\n\n{message}\n"


def test_an_empty_album_is_untitled(view: _View) -> None:
    assert view(album_view(Album())) == "Untitled\n"


def test_the_title_of_the_article_stands_for_a_title(view: _View) -> None:
    assert view(album_view(Album(article_title="Now (album)"))) == "Now (album)\n"


def test_text_of_an_article_is_never_markup(view: _View) -> None:
    title = "[bold]Loud[/bold] [/] :smile: [link=x]"
    album = Album(title=title, credits=(Credit((title,), (Role(title),)),), charts=(ChartEntry(title),))
    assert view(album_view(album), 200).count(title) == 4


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25, deadline=None
)
@given(albums(), st.integers(20, 200))
def test_every_album_can_be_shown_without_raw_control_characters(view: _View, album: Album, width: int) -> None:
    text = view(album_view(album), width)
    assert not {character for character in text if unicodedata.category(character) in {"Cc", "Cs"}} - {"\n"}


# ---- one song ----


def test_a_song_is_shown_with_the_credits_that_apply(view: _View) -> None:
    song = find_song(RUSH, "tears in heaven")
    assert song is not None
    assert view(track_view(RUSH, song), 60) == (
        "2. Tears in Heaven\nRush · Eric Clapton\n\n"
        "Writer    Clapton, Jennings\nArranger  Kamen\nLength    4:37\n\n"
        f"Credits {'─' * 52}\n"
        "Score\n  Randy Kerber  keyboards\n"
        'Songs\n"Help Me Up"\n  Nathan East, Steve Ferrone  bass (tracks 1–3)\n'
        'Songs\n  Jay Oliver  programming on "Tears in Heaven"\n'
    )


def test_a_song_that_nobody_is_credited_for_says_so(view: _View) -> None:
    album = Album(title="A", track_lists=(TrackList(tracks=(Track(1, "One"),)),))
    assert view(track_view(album, Song(1, 1, album.tracks[0])), 30).endswith("Nobody is credited.\n")


@pytest.mark.parametrize(
    ("wanted", "number", "title"),
    [
        ("1", 1, "New Recruit"),
        ("3", 3, "Help Me Up"),
        ('"HELP ME UP"', 3, "Help Me Up"),
        ("tears in heaven", 2, "Tears in Heaven"),
    ],
)
def test_a_song_is_found_by_its_place_in_the_album_or_its_title(wanted: str, number: int, title: str) -> None:
    song = find_song(RUSH, wanted)
    assert song is not None
    assert (song.number, song.track.title) == (number, title)


@pytest.mark.parametrize("wanted", ["4", "0", "Layla", "", "9999999999999"])
def test_a_song_that_the_album_does_not_know_is_not_found(wanted: str) -> None:
    assert find_song(RUSH, wanted) is None


def test_a_number_that_is_no_place_may_be_a_title() -> None:
    album = Album(track_lists=(TrackList(tracks=(Track(1, "1999"),)),))
    assert find_song(album, "1999") == Song("1999", 1, album.tracks[0])


def test_a_song_is_known_from_the_credits_where_the_track_listing_is_lost() -> None:
    album = Album(credits=(Credit(("A",), (Role("harp", (4,)),)), Credit(("B",), (), songs=("Layla",))))
    assert find_song(album, "layla") == Song("layla", None, Track(title="Layla"))
    assert find_song(album, "4") == Song(4, 4, Track())
    assert find_song(album, "5") is None


def test_a_misspelt_title_gets_a_suggestion() -> None:
    assert similar_titles(RUSH, "tears in heven") == "; did you mean 'Tears in Heaven'?"
    assert similar_titles(RUSH, "zzz") == ""


# ---- words ----


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (9, "0:09"), (3599, "59:59"), (3600, "1:00:00"), (None, "")]
)
def test_a_time_reads_as_on_a_sleeve(seconds: int | None, text: str) -> None:
    assert wording.clock(seconds) == text


@pytest.mark.parametrize(
    ("numbers", "text"), [((), ""), ((4,), "4"), ((1, 2), "1, 2"), ((1, 2, 3), "1–3"), ((3, 1, 2), "3, 1, 2")]
)
def test_numbers_that_follow_each_other_are_a_range(numbers: tuple[int, ...], text: str) -> None:
    assert numbers_text(numbers) == text


@pytest.mark.parametrize(
    ("album", "text"),
    [
        (Album(type=AlbumType.GREATEST_HITS, type_text="greatest"), "greatest hits"),
        (Album(type=AlbumType.OTHER, type_text="mood board"), "mood board"),
        (Album(), ""),
    ],
)
def test_a_type_is_in_words(album: Album, text: str) -> None:
    assert words.kind(album) == text


@pytest.mark.parametrize(
    ("recording", "text"),
    [
        (Recording(PartialDate(1988), PartialDate(1994)), "1988 – 1994"),
        (Recording(None, None, "at home"), "at home"),
        (Recording(), ""),
    ],
)
def test_a_recording_is_a_date_or_a_range_or_a_note(recording: Recording, text: str) -> None:
    assert wording.recording_dates(recording) == text


def test_names_with_songs_and_no_role_keep_the_songs() -> None:
    assert (
        words.doings(Credit(("Ann",), (), songs=("One", "Two"), text='Ann on "One" and "Two"')) == 'on "One" and "Two"'
    )


def test_a_credit_for_one_track_says_track() -> None:
    assert words.doings(Credit(("Ann",), (Role(None, (2,)),))) == "track 2"


# ---- safe text ----


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Red\x1b[31m", "Red\\x1b[31m"),
        ("a\x00\x07\x7f\x9b", "a\\x00\\x07\\x7f\\x9b"),
        ("a\r\nb\tc\nd", "a b c d"),
        ("\u202egnol\u2066", "\\u202egnol\\u2066"),
        ("\udcff", "\\udcff"),
        ("é 雨 👩‍🎤", "é 雨 👩‍🎤"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“Tarō” – 雨 › B × 2…"),
        ("latin-1", '"Tar\\u014d" - \\u96e8 > B × 2...'),
        ("ascii", '"Tar\\u014d" - \\u96e8 > B x 2...'),
    ],
)
def test_text_is_shown_in_the_letters_of_the_output(encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
    assert visible("“Tarō” – 雨 › B × 2…") == shown


def test_json_stays_json_when_it_is_made_harmless() -> None:
    assert harmless_json('{\n  "a": "\x9b31m\u202e雨\\n"\n}') == '{\n  "a": "\\u009b31m\\u202e雨\\n"\n}'


# ---- the tree ----


def test_a_tree_has_a_line_for_each_node_with_its_place() -> None:
    article = parse_article("= T =\n\nName\n- Type: EP\n\n==S==\n- Ann – harp\n\n| a | b |\n")
    assert [line.plain for line in tree_lines(article)] == [
        "Article 1:1",
        r"├─ Heading 1:1 open='= ' title='T' close=' =' end='\n'",
        r"├─ Blank 2:1 content='\n'",
        "├─ Infobox 3:1",
        r"│  ├─ InfoboxName 3:1 content='Name' end='\n'",
        r"│  └─ Field 4:1 marker='- ' key='Type' separator=': ' value='EP' end='\n'",
        r"├─ Blank 5:1 content='\n'",
        "└─ Section 6:1",
        r"   ├─ Heading 6:1 open='==' title='S' close='==' end='\n'",
        "   ├─ BulletList 7:1",
        r"   │  └─ CreditLine 7:1 marker='- ' names='Ann' separator=' – ' roles='harp' end='\n'",
        r"   ├─ Blank 8:1 content='\n'",
        "   └─ Table 9:1",
        r"      └─ Row 9:1 close='|' end='\n'",
        "         ├─ Cell 9:1 marker='| ' content='a' blank=' '",
        "         └─ Cell 9:5 marker='| ' content='b' blank=' '",
    ]


def test_the_nodes_inside_wikitext_are_shown_when_they_are_asked_for() -> None:
    article = parse_article("* [[Ann Lee|Ann]] – harp\n", dialect="wikitext")
    assert [line.plain for line in tree_lines(article, inlines=True)] == [
        "Article 1:1",
        "└─ BulletList 1:1",
        r"   └─ CreditLine 1:1 marker='* ' separator=' – ' roles='harp' end='\n'",
        "      └─ Link 1:3 open='[[' target='Ann Lee' bar='|' label='Ann' close=']]'",
    ]


@given(st.text(st.characters(exclude_categories=())))
def test_a_tree_shows_no_raw_control_characters(text: str) -> None:
    for line in tree_lines(parse_article(text), inlines=True):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", line.plain)
