"""An album that is rendered is read as the same album; what a dialect cannot carry is told."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wikialbum
from wikialbum import Album, Change, Credit, Role, Track, TrackList, diff, parse_text, render
from wikialbum.syntax import Dialect, recognise_dialect
from wikialbum.testing import albums as any_albums

ARTICLES = Path(__file__).parent / "articles"
DIALECTS: tuple[Dialect, ...] = ("plain", "wikitext")

# ---- albums whose facts both dialects can carry ----

people = st.sampled_from(
    ["Ann Lee", "Bo Day", "J. C. Hale Jr.", 'Eddie "Lockjaw" Davis', "Åsa Ek", "Sly and the Lot", "G."]
)
titles = st.sampled_from(
    ["Slow Freight", "Harbour Road", "One / Two", "Ruby's Reply", "9 to 5", "R&B", "Écoute [x", "夜"]
)
texts = st.sampled_from(["Rock", "folk rock", "Duck", "Harbour Studio, Cork", "Konserthuset (Ystad)", "X = Y", "A*"])
notes = st.none() | st.sampled_from(["US", "reissue", "disc one", "tracks 1–4"])
role_notes = st.none() | st.sampled_from(["2004", "assistant", "at Big Room, Cork"])
remarks = st.none() | st.sampled_from(["live", "demo version", "recorded in Cork"])
roles = st.sampled_from(["vocals", "harp", "lead guitar", "mixing", "tenor saxophone", "liner notes", "theremin"])
sections = st.sampled_from(
    [("Personnel",), ("Personnel", "Band"), ("Personnel", "Band", "Strings"), ("Credits", "Notes")]
)
years = st.integers(1900, 2099)
dates = st.dates().map(lambda day: wikialbum.PartialDate(1900 + day.year % 200, day.month, min(day.day, 28)))
partial_dates = (
    dates | dates.map(lambda day: wikialbum.PartialDate(day.year, day.month)) | years.map(wikialbum.PartialDate)
)
seconds = st.integers(1, 20_000)
some = partial(st.lists, max_size=3)


def several(values: st.SearchStrategy[Any], **options: Any) -> st.SearchStrategy[tuple[Any, ...]]:  # noqa: ANN401 - of st.lists
    return some(values, **options).map(tuple)


def optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def name_of(record: Any) -> object:  # noqa: ANN401 - a label or a producer
    return record.name


tracks = st.builds(
    Track,
    title=titles,
    note=remarks,
    writers=several(people, unique=True),
    artists=several(people, unique=True),
    producers=several(people, unique=True),
    seconds=optional(seconds),
)


def numbered(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    return tuple(attrs.evolve(track, number=number) for number, track in enumerate(tracks, start=1))


track_lists = st.builds(
    TrackList,
    title=optional(st.sampled_from(["Side one", "Disc 2: Live", "2004 CD bonus tracks"])),
    note=optional(st.sampled_from(["All songs written by Ann Lee, except where noted", "All tracks performed by Bo Day"])),
    tracks=several(tracks, min_size=1).map(numbered),
    seconds=optional(seconds),
)  # fmt: skip


def inherited(tracks: TrackList) -> TrackList:
    """A list whose tracks have the writers that its credit sentence gives them."""
    if not (tracks.note or "").startswith("All songs written by"):
        return tracks
    written = (attrs.evolve(track, writers=track.writers or ("Ann Lee",)) for track in tracks.tracks)
    return attrs.evolve(tracks, tracks=tuple(written))


credits_ = st.builds(
    Credit,
    names=several(people, min_size=1, unique=True),
    roles=several(st.builds(Role, roles, several(st.integers(1, 20), unique=True), role_notes), min_size=1),
    section=sections,
    songs=several(st.sampled_from(["Slow Freight", "Harbour Road"]), unique=True),
)
charts = st.builds(
    wikialbum.ChartEntry,
    chart=st.sampled_from(["US Billboard 200", "UK Albums (OCC)", "Japan"]),
    year=optional(years),
    peak=optional(st.integers(1, 200)),
    period=st.sampled_from(wikialbum.ChartPeriod),
    song=optional(titles.filter(lambda title: title != "One / Two")),
)
certifications = st.builds(
    wikialbum.Certification,
    region=st.sampled_from(["United States", "Japan"]),
    organization=optional(st.just("RIAA")),
    award=st.sampled_from(["Gold", "Platinum"]),
    multiple=st.integers(1, 12),
    units=optional(st.integers(1, 20_000_000)),
)
scores = [("4/5", 4, 5), ("88%", 88, 100), ("B+", None, None), (None, None, None)]
ratings = st.sampled_from(scores).map(lambda score: wikialbum.Rating("AllMusic", *score))
events = st.builds(
    wikialbum.ReleaseEvent,
    region=st.sampled_from(["Canada", "Europe"]),
    date=partial_dates,
    label=optional(texts),
    format=optional(st.sampled_from(["CD, LP", "2×LP"])),
    catalog=optional(st.sampled_from(["7E-2911", "P-5911/2E"])),
)
references = optional(st.builds(wikialbum.AlbumRef, titles, optional(years)))


def carried_albums() -> st.SearchStrategy[Album]:
    return st.builds(
        Album,
        title=titles,
        type=st.sampled_from([each for each in wikialbum.AlbumType if each is not wikialbum.AlbumType.OTHER]),
        artist=st.sampled_from(["Ann Lee", "Fisk, Hale & Marrow", "Earth"]),
        releases=several(st.builds(wikialbum.Release, partial_dates, notes)),
        recorded=several(st.builds(wikialbum.Recording, partial_dates)),
        studios=several(texts.filter(lambda text: "/" not in text)),
        genres=several(texts.filter(lambda text: "," not in text), unique=True),
        labels=several(st.builds(wikialbum.Label, people, notes), unique_by=name_of),
        producers=several(st.builds(wikialbum.Producer, people, notes), unique_by=name_of),
        lengths=several(st.builds(wikialbum.Length, seconds, notes)),
        chronology=references.map(lambda last: (wikialbum.Chronology("Bo Day", last),) if last else ()),
        track_lists=several(track_lists.map(inherited)),
        credits=several(credits_),
        charts=several(charts),
        certifications=several(certifications),
        ratings=several(ratings),
        release_history=several(events),
    )


def stated(album: Album) -> Album:
    """An album without what the article words for it: the infobox as text, the lines of the credits."""
    credits_ = tuple(attrs.evolve(credit, text="") for credit in album.credits)
    return attrs.evolve(album, infobox={}, diagnostics=(), credits=credits_, type_text=None)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_a_rendered_album_is_read_as_the_same_facts(dialect: Dialect, data: st.DataObject) -> None:
    album = data.draw(carried_albums())
    lost: list[Change] = []
    text = render(album, dialect, lost=lost)
    assert [str(change) for change in lost] == []
    assert stated(parse_text(text, dialect=dialect)) == stated(album)


@pytest.mark.parametrize("dialect", DIALECTS)
@given(data=st.data())
@settings(deadline=None, max_examples=30)
def test_an_album_that_was_read_is_rendered_whole(dialect: Dialect, data: st.DataObject) -> None:
    album = attrs.evolve(parse_text(render(data.draw(carried_albums()), dialect)), diagnostics=())
    assert attrs.evolve(parse_text(render(album, dialect)), diagnostics=()) == album


@pytest.mark.parametrize("dialect", DIALECTS)
@given(album=any_albums())
@settings(deadline=None, max_examples=15)
def test_what_is_not_read_again_is_told_for_any_album(dialect: Dialect, album: Album) -> None:
    lost: list[Change] = []
    found = parse_text(render(album, dialect, lost=lost), dialect=dialect)
    missing = [change for change in diff(album, found) if change.kind is not wikialbum.ChangeKind.ADDED]
    assert lost == missing


# ---- albums of real articles ----

PLAIN = sorted(ARTICLES.glob("*/plain.txt"))
WIKITEXT = sorted(path for path in ARTICLES.glob("*/article.wiki") if "german" not in path.parent.name)


def read(case: Path) -> Album:
    return attrs.evolve(parse_text(case.read_bytes().decode()), diagnostics=())


def case_name(case: Path) -> str:
    return case.parent.name


@pytest.mark.parametrize("case", PLAIN, ids=case_name)
def test_an_album_of_a_plain_article_is_rendered_whole_in_its_dialect(case: Path) -> None:
    album = read(case)
    assert attrs.evolve(parse_text(render(album)), diagnostics=()) == album


@pytest.mark.parametrize("case", PLAIN, ids=case_name)
def test_an_album_of_a_plain_article_is_carried_by_wikitext(case: Path) -> None:
    album = read(case)
    lost: list[Change] = []
    assert recognise_dialect(render(album, "wikitext", lost=lost)) == "wikitext"
    assert {change.path for change in lost} <= {"article_title"}


@pytest.mark.parametrize("case", WIKITEXT, ids=case_name)
def test_wikitext_carries_an_album_of_wikitext_but_for_the_old_field_reviews(case: Path) -> None:
    album = read(case)
    lost: list[Change] = []
    render(album, "wikitext", lost=lost)
    assert {change.path for change in lost} <= {'infobox["Reviews"]'}


PLAIN_LACKS = re.compile(r'(?:categories|singles|chronology\[[1-9]\d*\])|infobox\["|track_lists.*\.note')
LIST_LIKE = re.compile(r"'[^']+(?: & | and |, )[^']+'")  # one name that looks like two


@pytest.mark.parametrize("case", WIKITEXT, ids=case_name)
def test_the_plain_dialect_tells_what_it_cannot_carry_of_an_album_of_wikitext(case: Path) -> None:
    album = read(case)
    lost: list[Change] = []
    render(album, lost=lost)
    others = [str(change) for change in lost if not PLAIN_LACKS.match(change.path)]
    assert [change for change in others if not LIST_LIKE.search(change)] == []


# ---- single rules ----


def test_an_empty_album_is_an_empty_article() -> None:
    assert render(Album()) == ""
    assert render(Album(), "wikitext") == ""


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(ValueError, match="no such dialect"):
        render(Album(), "html")  # type: ignore[arg-type]


def test_a_line_break_in_a_value_does_not_become_another_line() -> None:
    lost: list[Change] = []
    text = render(Album(title="X\n- Type: live", artist="Ann Lee"), lost=lost)
    assert text == "- Artist: Ann Lee\n"
    assert [change.path for change in lost] == ["title"]


def test_markup_in_display_text_is_shown_by_wikitext() -> None:
    album = Album(title="{{x}} [[y]] ''z'' <b> a|b &amp;", artist="R&B")
    assert parse_text(render(album, "wikitext"), dialect="wikitext").title == album.title
    assert "= R&B\n" in render(album, "wikitext")


def test_a_name_that_looks_like_a_list_is_a_link_in_wikitext_and_is_lost_in_the_plain_dialect() -> None:
    album = Album(title="X", labels=(wikialbum.Label("Black Ledger"), wikialbum.Label("Burrell & Knox, Inc", "US")))
    assert parse_text(render(album, "wikitext")).labels == album.labels
    lost: list[Change] = []
    render(attrs.evolve(album, producers=(wikialbum.Producer("Burrell & Knox"),)), lost=lost)
    assert [change.path for change in lost] == ["producers[0]"]


def test_a_record_keeps_what_can_be_carried_of_it() -> None:
    tracks = TrackList(tracks=(Track(1, "One", note="Paris", seconds=60), Track(2, "Two", seconds=70)))
    lost: list[Change] = []
    text = render(Album(title="X", track_lists=(tracks,)), lost=lost)
    assert '1. "One" – 1:00\n2. "Two" – 1:10\n' in text
    assert [str(change) for change in lost] == ["track_lists[0].tracks[0].note: - 'Paris'"]


def test_a_group_of_songs_ends_at_the_heading_that_is_written_again() -> None:
    one = Credit(("Ann Lee",), (Role("harp"),), ("Personnel",), ("One",))
    two = Credit(("Bo Day",), (Role("oud"),), ("Personnel",))
    text = render(Album(credits=(one, two)))
    assert text == '==Personnel==\n"One"\n- Ann Lee – harp\n\n==Personnel==\n- Bo Day – oud\n'


def test_what_a_credit_sentence_gives_is_not_written_with_each_track() -> None:
    tracks = (Track(1, "One", writers=("Ann Lee",)), Track(2, "Two", writers=("Bo Day",)))
    album = Album(track_lists=(TrackList(note="All songs written by Ann Lee, except where noted", tracks=tracks),))
    assert render(album) == (
        "==Track listing==\nAll songs written by Ann Lee, except where noted.\n"
        '1. "One"\n2. "Two" (Bo Day)\n'
    )  # fmt: skip
