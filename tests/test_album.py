"""The model: what an album derives from its fields, and which credits apply to a track."""

from __future__ import annotations

import math

import attrs
import pytest

from wikialbum.album import Album, Credit, Rating, Release, Role, Track, TrackList
from wikialbum.dates import PartialDate
from wikialbum.diagnostics import Diagnostic, Severity, Span
from wikialbum.scopes import fold_title

#: An LP of three and two tracks, each side numbered from one.
SIDES = (
    TrackList(title="Side one", tracks=(Track(1, "One"), Track(2, "Don’t Two"), Track(3, "Three (Reprise)"))),
    TrackList(title="Side two", tracks=(Track(1, "Four"), Track(2, "One"))),
)
VOCALS, HARP, DRUMS = Role("vocals"), Role("harp", tracks=(2,)), Role("drums", tracks=(4, 5))


def names(album: Album, track: int | str | Track) -> list[str]:
    """Who is credited for a track, each with the roles that apply: `Ann: vocals, harp`."""
    return [
        ", ".join(credit.names) + (": " + ", ".join(role.name or "-" for role in credit.roles) if credit.roles else "")
        for credit in album.credits_for(track)
    ]


def test_released_is_the_first_date_that_could_be_read() -> None:
    dates = (Release(None, "US"), Release(PartialDate(1992, 1)), Release(PartialDate(1991)))
    assert Album(releases=dates).released == PartialDate(1992, 1)


@pytest.mark.parametrize("releases", [(), (Release(None, "US"),)])
def test_without_a_date_released_is_none(releases: tuple[Release, ...]) -> None:
    assert Album(releases=releases).released is None


def test_tracks_are_those_of_all_lists_in_order() -> None:
    album = Album(track_lists=SIDES)
    assert [track.title for track in album.tracks] == ["One", "Don’t Two", "Three (Reprise)", "Four", "One"]
    assert [(number, track.number) for number, track in album.numbered_tracks()] == [
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 1),
        (5, 2),
    ]
    assert Album().tracks == ()


def test_a_role_without_scope_applies_to_every_track() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",), (VOCALS,)),))
    assert [names(album, number) for number in range(1, 6)] == [["Ann: vocals"]] * 5


def test_a_scoped_role_applies_to_its_numbers_alone() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",), (VOCALS, HARP)), Credit(("Bo",), (DRUMS,))))
    assert names(album, 1) == ["Ann: vocals"]
    assert names(album, 2) == ["Ann: vocals, harp"]
    assert names(album, 4) == ["Ann: vocals", "Bo: drums"]


def test_numbers_count_through_the_lists_whatever_the_tracks_say() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Bo",), (DRUMS,)),))
    assert names(album, 1) == []
    assert names(album, SIDES[1].tracks[0]) == ["Bo: drums"]
    assert names(album, "Four") == ["Bo: drums"]


def test_credits_keep_their_order_and_all_else_but_roles() -> None:
    credit = Credit(("Ann", "Cy"), (VOCALS, HARP), ("Personnel", "Band"), (), "Ann and Cy – …", span=Span(3, 9, 2, 1))
    album = Album(track_lists=SIDES, credits=(Credit(("Zoe",), (VOCALS,)), credit))
    assert album.credits_for(1) == (album.credits[0], attrs.evolve(credit, roles=(VOCALS,)))
    assert album.credits_for(1)[1].span == Span(3, 9, 2, 1)
    assert album.credits_for(2)[1] is credit


def test_a_credit_of_which_no_role_applies_is_left_out() -> None:
    assert names(Album(track_lists=SIDES, credits=(Credit(("Bo",), (DRUMS,)),)), 2) == []


def test_names_without_roles_apply_to_every_track_or_to_their_songs() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",)), Credit(("Bo",), songs=("Four",))))
    assert names(album, 1) == ["Ann"]
    assert names(album, 4) == ["Ann", "Bo"]


def test_a_credit_with_songs_applies_to_those_alone() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",), (VOCALS,), songs=("One", "Four")),))
    assert [bool(names(album, number)) for number in range(1, 6)] == [True, False, False, True, True]
    assert names(album, "one") == names(album, Track(title="ONE")) == ["Ann: vocals"]


def test_a_line_that_names_the_song_brings_its_scoped_roles() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",), (VOCALS, HARP), songs=("Four",)),))
    assert names(album, "Four") == ["Ann: vocals, harp"]
    assert names(album, 2) == ["Ann: harp"]
    assert names(album, 1) == []


@pytest.mark.parametrize(
    "title", ["Don’t Two", "don't two", "“Don’t Two”", '"DON\'T  TWO"', "«Dont Two»", "(Don't) Two"]
)
def test_titles_compare_without_case_quotes_parentheses_and_blanks(title: str) -> None:
    album = Album(
        track_lists=SIDES,
        credits=(Credit(("Ann",), (HARP,)), Credit(("Bo",), (VOCALS,), songs=(title,)), Credit(("Cy",), (DRUMS,))),
    )
    assert names(album, title) == ["Ann: harp", "Bo: vocals"]
    assert names(album, 2) == ["Ann: harp", "Bo: vocals"]


def test_a_parenthesis_is_part_of_a_title_though_its_marks_are_not() -> None:
    album = Album(track_lists=SIDES, credits=(Credit(("Ann",), (Role("viola", (3,)),)),))
    assert names(album, "three reprise") == ["Ann: viola"]
    assert names(album, "Three") == []


def test_a_title_that_stands_twice_is_for_both_tracks() -> None:
    album = Album(
        track_lists=SIDES, credits=(Credit(("Ann",), (Role("harp", (1,)),)), Credit(("Bo",), (Role("bass", (5,)),)))
    )
    assert names(album, "One") == ["Ann: harp", "Bo: bass"]
    assert names(album, 5) == ["Bo: bass"]


def test_a_track_is_found_by_identity_before_equality() -> None:
    twins = (Track(1, "Intro"), Track(1, "Intro"))
    album = Album(
        track_lists=(TrackList(tracks=twins[:1]), TrackList(tracks=twins[1:])),
        credits=(Credit(("Ann",), (Role("harp", (1,)),)), Credit(("Bo",), (Role("bass", (2,)),))),
    )
    assert names(album, twins[1]) == ["Bo: bass"]
    assert names(album, Track(1, "Intro")) == ["Ann: harp", "Bo: bass"]


def test_a_track_that_the_album_does_not_list_still_has_what_is_credited() -> None:
    album = Album(credits=(Credit(("Ann",), (VOCALS, HARP)), Credit(("Bo",), (VOCALS,), songs=("Tears",))))
    assert names(album, 2) == ["Ann: vocals, harp"]
    assert names(album, "Tears") == names(album, Track(title="“Tears”")) == ["Ann: vocals", "Bo: vocals"]


@pytest.mark.parametrize("track", [0, -1, 99, "Nowhere", Track(7, "Nowhere")])
def test_an_unknown_track_has_the_general_credits_alone(track: int | str | Track) -> None:
    album = Album(
        track_lists=SIDES, credits=(Credit(("Ann",), (VOCALS, HARP)), Credit(("Bo",), (VOCALS,), songs=("One",)))
    )
    assert names(album, track) == ["Ann: vocals"]


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("  Grace   (Reprise) ", "grace reprise"),
        ("‘Straße’", "strasse"),
        ("「名前」（ライブ）", "名前ライブ"),
        ("Rock ’n’ Roll [live]", "rock n roll live"),
        ("a\u00a0b", "a b"),
        ("()", ""),
    ],
)
def test_a_folded_title_keeps_words_alone(title: str, folded: str) -> None:
    assert fold_title(title) == folded


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, None])
def test_a_rating_that_is_no_finite_number_is_none(value: float | None) -> None:
    assert (Rating("Q", "9", value, value).value, Rating("Q", "9", value, value).out_of) == (None, None)


def test_where_a_value_was_read_is_no_part_of_equality() -> None:
    place = Span(1, 2, 3, 4)
    assert Track(1, "One", span=place) == Track(1, "One")
    assert Diagnostic("cut-row", Severity.WARNING, "…", 3, 4, span=place) == Diagnostic(
        "cut-row", Severity.WARNING, "…", 3, 4
    )
    assert Album(title="Rush", spans={"title": place}) == Album(title="Rush")
    assert hash(Album(infobox={"Type": "EP"}, spans={"type": place})) == hash(Album(infobox={"Type": "EP"}))
