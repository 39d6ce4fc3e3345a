"""The templates with facts: track listings, ratings, charts and certifications."""

from __future__ import annotations

import pytest

import wikialbum


def tracks(parameters: str) -> wikialbum.TrackList:
    (found,) = wikialbum.parse_text(f"== Track listing ==\n{{{{Track listing\n{parameters}\n}}}}\n").track_lists
    return found


def charts(row: str, kind: str = "album") -> tuple[wikialbum.ChartEntry, ...]:
    return wikialbum.parse_text(
        f"== Charts ==\n{{|\n! Chart (1992)\n! Peak\n|-\n{{{{{kind} chart|{row}}}}}\n|}}\n"
    ).charts


@pytest.mark.parametrize(
    ("parameters", "field", "names"),
    [
        ("| writer1 = [[Ann Lee]], Tom Rae", "writers", ("Ann Lee", "Tom Rae")),
        ("| lyrics1 = Ann Lee & Tom Rae", "lyricists", ("Ann Lee", "Tom Rae")),
        ("| music1 = {{hlist|Ann Lee|Tom Rae}}", "composers", ("Ann Lee", "Tom Rae")),
        ("| all_writing = Ann Lee, except where noted", "writers", ("Ann Lee",)),
        ("| all_lyrics = Ann Lee\n| lyrics1 = Tom Rae", "lyricists", ("Tom Rae",)),
        ("| all_music = Ann Lee\n| writer1 = Tom Rae", "composers", ()),
        ("| extra_column = Producer(s)\n| extra1 = Ann Lee", "producers", ("Ann Lee",)),
        ("| extra_column = Performer\n| extra1 = Ann Lee with Tom Rae", "artists", ("Ann Lee", "Tom Rae")),
        ("| note1 = featuring [[Ann Lee]]", "artists", ("Ann Lee",)),
        ("| note1 = produced by Ann Lee", "producers", ("Ann Lee",)),
        ("| note1 = trad., arr. Ann Lee", "writers", ("trad.",)),
        ("| note1 = traditional Irish air", "writers", ()),
        ("| writer1 = {{n/a}}", "writers", ()),
        ("| extra_column = Performer\n| extra1 = —", "artists", ()),
    ],
)
def test_people_of_a_track_stand_in_their_field(parameters: str, field: str, names: tuple[str, ...]) -> None:
    assert getattr(tracks(f"| title1 = One\n{parameters}").tracks[0], field) == names


def test_a_further_column_that_no_field_holds_is_kept_under_its_header() -> None:
    (track,) = tracks("| extra_column = Arranger\n| title1 = One\n| extra1 = Ann Lee").tracks
    assert track.extra == {"Arranger": "Ann Lee"}


def test_a_dash_in_a_further_column_is_nothing() -> None:
    (track,) = tracks("| extra_column = Arranger\n| title1 = One\n| extra1 = {{n/a}}").tracks
    assert track.extra == {}


def test_numbers_are_those_of_the_parameters() -> None:
    found = tracks(
        '| headline = Side two\n| title5 = Five\n| title6 = \n| title7 = "Seven"\n| length7 = 1:02:03\n| total_length = 1:10:00'
    )
    assert [(track.number, track.title, track.seconds) for track in found.tracks] == [
        (5, "Five", None),
        (7, "Seven", 3723),
    ]
    assert (found.title, found.seconds) == ("Side two", 4200)


@pytest.mark.parametrize("note", ["live", "Orchestra version", "{{lang|no|Hjem}}"])
def test_a_note_that_names_nobody_is_a_note(note: str) -> None:
    (track,) = tracks(f"| title1 = One\n| note1 = {note}").tracks
    assert track.note == note.removeprefix("{{lang|no|").removesuffix("}}")
    assert track.artists == ()


@pytest.mark.parametrize(
    ("parameters", "ratings"),
    [
        ("| rev1 = ''[[NME]]''\n| rev1score = 8/10<ref>x</ref>", [("NME", "8/10", 8, 10)]),
        (
            "| rev2 = B\n| rev2score = A-\n| rev1 = A\n| rev1Score = {{rating|3.5|5}}",
            [("A", "3.5/5", 3.5, 5), ("B", "A-", None, None)],
        ),
        (
            "| rev1 = NME\n| rev1score = {{rating|4|5}}\n| MC = 78/100",
            [("Metacritic", "78/100", 78, 100), ("NME", "4/5", 4, 5)],
        ),
        ("| ADM = 7.1/10", [("AnyDecentMusic?", "7.1/10", 7.1, 10)]),
        ("| rev1 = NME\n| rev1score =", [("NME", None, None, None)]),
        ("| rev1 = \n| rev1score = 8/10", []),
        ("| rev1 = Q\n| rev1score = 88%", [("Q", "88%", 88, 100)]),
    ],
)
def test_ratings_are_read(parameters: str, ratings: list[tuple[str, str | None, float | None, float | None]]) -> None:
    album = wikialbum.parse_text(f"== Reception ==\n{{{{Album ratings\n{parameters}\n}}}}\n")
    assert [(each.source, each.score, each.value, each.out_of) for each in album.ratings] == ratings


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("[[Allmusic]] {{Rating|3|5}} [http://example.org link]", ("Allmusic", "3/5")),
        ("''Entertainment Weekly'' B+", ("Entertainment Weekly", "B+")),
        ("''Q'' (favorable)", ("Q", "favorable")),
        ("A line of prose", None),
        ("All music by DJ Shade", None),
    ],
)
def test_a_line_of_old_reviews_ends_in_its_score(line: str, rating: tuple[str, str] | None) -> None:
    album = wikialbum.parse_text(f"{{{{Infobox Album\n| Name = Jug\n| Reviews =\n* {line}\n}}}}")
    assert [(each.source, each.score) for each in album.ratings] == ([rating] if rating else [])


@pytest.mark.parametrize(
    ("row", "kind", "chart", "peak"),
    [
        ("UK|3|artist=Lee", "album", "UK Albums (OCC)", 3),
        ("UK2|14|date=19920101", "album", "UK Albums (OCC)", 14),
        ("billboard200|24", "album", "US Billboard 200", 24),
        ("Norway|{{sort|012|12}}", "album", "Norwegian Albums (VG-lista)", 12),
        ("Norway|—", "album", "Norwegian Albums (VG-lista)", None),
        ("UK|3", "single", "UK Singles (OCC)", 3),
        ("Canadatopsingles|3|chartid=1", "single", "Canada Top Singles (RPM)", 3),
    ],
)
def test_a_chart_template_gives_the_name_that_it_displays(row: str, kind: str, chart: str, peak: int | None) -> None:
    (entry,) = charts(row, kind)
    assert (entry.chart, entry.peak, entry.year, entry.period) == (chart, peak, 1992, "weekly")


def test_an_unknown_chart_keeps_its_code() -> None:
    album = wikialbum.parse_text("== Charts ==\n{|\n! Chart !! Peak\n|-\n{{album chart|Atlantis|3}}\n|}\n")
    assert [(entry.chart, entry.peak) for entry in album.charts] == [("Atlantis", 3)]
    assert [diagnostic.code for diagnostic in album.diagnostics if diagnostic.code == "unknown-chart"] == [
        "unknown-chart"
    ]


@pytest.mark.parametrize(
    ("parameters", "certification"),
    [
        ("region=United States|award=Platinum|number=2", ("United States", "RIAA", "Platinum", 2, None)),
        ("region=united kingdom|award=Silver|salesamount=61,204", ("united kingdom", "BPI", "Silver", 1, 61204)),
        ("region=Atlantis|award=Gold", ("Atlantis", None, "Gold", 1, None)),
        ("region=Finland|nocert=true|salesamount=8,500", ("Finland", None, None, 1, 8500)),
        ("region=Norway|award=Gold|number=many", ("Norway", "IFPI Norway", "Gold", 1, None)),
    ],
)
def test_a_certification_has_the_organization_of_its_region(parameters: str, certification: tuple[object, ...]) -> None:
    album = wikialbum.parse_text(f"== Certifications ==\n{{{{Certification Table Entry|{parameters}}}}}\n")
    (each,) = album.certifications
    assert (each.region, each.organization, each.award, each.multiple, each.units) == certification


@pytest.mark.parametrize("parameters", ["award=Gold", "region=Norway", "region=Norway|salesamount="])
def test_an_entry_that_says_nothing_is_none(parameters: str) -> None:
    text = f"== Certifications ==\n{{{{Certification Table Entry|{parameters}}}}}\n"
    assert wikialbum.parse_text(text).certifications == ()


@pytest.mark.parametrize(("written", "title"), [('"One"', "One"), ('"Heroes" Symphony', '"Heroes" Symphony')])
def test_a_title_loses_the_quotes_around_all_of_it_alone(written: str, title: str) -> None:
    assert tracks(f"| title1 = {written}").tracks[0].title == title
