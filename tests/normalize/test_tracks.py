from __future__ import annotations

import pytest

from wikialbum import parse_text
from wikialbum.album import TrackList


def lists(listing: str, heading: str = "Track listing") -> tuple[TrackList, ...]:
    return parse_text(f"= T =\n\nT\n- Artist: A\n\n=={heading}==\n{listing}").track_lists


Shape = tuple[str | None, str | None, list[tuple[int | None, str]], int | None]


def shape(tracks: TrackList) -> Shape:
    """A list's title, note, numbers with titles, and total."""
    return tracks.title, tracks.note, [(each.number, each.title) for each in tracks.tracks], tracks.seconds


LISTINGS: dict[str, list[Shape]] = {
    '1. "A" – 3:00\n2. "B" – 3:00\n': [(None, None, [(1, "A"), (2, "B")], None)],
    '# "A" – 3:00\n# "B" – 3:00\n': [(None, None, [(1, "A"), (2, "B")], None)],
    '- "A" – 3:00\n* "B" – 3:00\n': [(None, None, [(1, "A"), (2, "B")], None)],
    # labels and headings
    'Side one\n1. "A" – 3:00\nSide two\n1. "B" – 3:00\n': [
        ("Side one", None, [(1, "A")], None),
        ("Side two", None, [(1, "B")], None),
    ],
    ';Side one\n1. "A" – 3:00\n;Side two\n2. "B" – 3:00\n': [
        ("Side one", None, [(1, "A")], None),
        ("Side two", None, [(2, "B")], None),
    ],
    "'''Disc one'''\n1. \"A\" – 3:00\n": [("Disc one", None, [(1, "A")], None)],
    '===Disc one===\n1. "A" – 3:00\n===Disc two===\n1. "B" – 3:00\n': [
        ("Disc one", None, [(1, "A")], None),
        ("Disc two", None, [(1, "B")], None),
    ],
    '===Original===\n====Side one====\n1. "A" – 3:00\n': [("Side one", None, [(1, "A")], None)],
    # a list begins again at 1
    '1. "A" – 3:00\n1. "B" – 3:00\n': [(None, None, [(1, "A")], None), (None, None, [(1, "B")], None)],
    # a credit sentence above several lists is the note of each
    'All songs by Ann.\n\nSide one\n1. "A" – 3:00\nSide two\n1. "B" – 3:00\n': [
        ("Side one", "All songs by Ann", [(1, "A")], None),
        ("Side two", "All songs by Ann", [(1, "B")], None),
    ],
    'All songs by Ann:\n\n===Disc one===\n1. "A" – 3:00\n': [("Disc one", "All songs by Ann", [(1, "A")], None)],
    "All songs written by Ann, except where noted:\n": [
        (None, "All songs written by Ann, except where noted", [], None)
    ],
    # totals
    '1. "A" – 3:00\nTotal length: 23:48\n': [(None, None, [(1, "A")], 1428)],
    '1. "Total Eclipse" – 3:00\n': [(None, None, [(1, "Total Eclipse")], None)],
    # lists that have lost their form
    'CD single\nA. "A" – 3:00\nB. "B" – 4:00\n': [("CD single", None, [(1, "A"), (2, "B")], None)],
    '"A" – 3:00\n\n"B" – 4:00\n': [(None, None, [(1, "A"), (2, "B")], None)],
    # no lists, no tracks
    "": [],
    "===Disc one===\n\n===Disc two===\n": [],
    "The album leaves out two songs that lasted 3:45.\n": [],
    'Notes\n- "A" contains a sample of "X" (Bo) – 3:00\n': [],
    '===Samples===\n1. "A" contains "X" (Bo) – 3:00\n': [],
    "- ^{[a]} signifies a co-producer\n": [],
    '1. "A" – 3:00\n\nSample credits\n- "A" – "X" by Bo – 3:00\n': [(None, None, [(1, "A")], None)],
    "Adapted from the liner notes\n1. A – 3:00\n": [(None, None, [(1, "A")], None)],
}


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_listing_gives_its_lists(listing: str) -> None:
    assert [shape(each) for each in lists(listing)] == LISTINGS[listing]


def test_a_second_listing_is_titled_by_its_heading() -> None:
    (tracks,) = lists('1. "A" – 3:00\n', "Track listing (CD)")
    assert tracks.title == "Track listing (CD)"


INHERITED: dict[str, dict[str, tuple[str, ...]]] = {
    '"A" – 3:00': {"writers": ("Ann",), "producers": ("Cy",)},
    '"A" (Bo) – 3:00': {"writers": ("Bo",), "producers": ("Cy",)},
    '"A" (words: Bo; music: Di) – 3:00': {"lyricists": ("Bo",), "composers": ("Di",), "producers": ("Cy",)},
    '"A" (produced by Bo) – 3:00': {"writers": ("Ann",), "producers": ("Bo",)},
}


@pytest.mark.parametrize("line", INHERITED)
def test_a_track_inherits_what_it_does_not_name(line: str) -> None:
    ((track,),) = (each.tracks for each in lists(f"All songs written by Ann. Produced by Cy.\n\n1. {line}\n"))
    people = {field: getattr(track, field) for field in ("writers", "lyricists", "composers", "producers")}
    assert {field: names for field, names in people.items() if names} == INHERITED[line]


def test_a_track_with_writers_inherits_neither_lyricists_nor_composers() -> None:
    listing = '1. "A" (Bo) – 3:00\n2. "B" – 3:00\n'
    ((first, second),) = (each.tracks for each in lists(f"All lyrics by Ann; all music by Cy.\n\n{listing}"))
    assert (first.writers, first.lyricists, first.composers) == (("Bo",), (), ())
    assert (second.writers, second.lyricists, second.composers) == ((), ("Ann",), ("Cy",))


def test_a_table_of_tracks_is_a_track_list() -> None:
    header = "| No. | Title | Writer(s) | Featured guest | Producer(s) | Arranger | Length |\n"
    rows = '| 1. | "A" (live) | Ann, Bo | Di and Ed | Cy | Flo | 3:45 |\n| 2. | "B" | | | | | 4:00 |\n'
    (tracks,) = lists(f"{header}{rows}| Total length: | 7:45 |\n")
    first, second = tracks.tracks
    assert (first.number, first.title, first.note, first.seconds) == (1, "A", "live", 225)
    assert (first.writers, first.artists, first.producers) == (("Ann", "Bo"), ("Di", "Ed"), ("Cy",))
    assert first.extra == {"Arranger": "Flo"}
    assert (second.number, second.title, second.writers, second.extra, second.seconds) == (2, "B", (), {}, 240)
    assert tracks.seconds == 465


@pytest.mark.parametrize("number", ["#", "No.", "№", "Track"])
def test_a_column_of_numbers_is_known_by_its_sign(number: str) -> None:
    ((track,),) = (each.tracks for each in lists(f'| {number} | Title | Length |\n| 7 | "A" | 3:00 |\n'))
    assert (track.number, track.extra) == (7, {})


@pytest.mark.parametrize(
    ("columns", "field"),
    [("Music | Lyrics", "lyricists"), ("Lyrics | Music", "composers"), ("Music | Performer(s)", "artists")],
)
def test_columns_of_people_fill_their_fields(columns: str, field: str) -> None:
    ((track,),) = (each.tracks for each in lists(f'| Title | {columns} |\n| "A" | Ann | Bo |\n'))
    assert getattr(track, field) == ("Bo",)


def test_a_row_with_its_number_lacks_no_leading_cell() -> None:
    header = "| No. | Title | Writer(s) | Length |\n"
    (tracks,) = lists(header + '| 1. | "A" | Ann Lee | 3:00 |\n| 2. | "B" | 4:00 |\n| 3. | "C" | Bo Ray |\n')
    assert [(track.number, track.title, track.writers, track.seconds) for track in tracks.tracks] == [
        (1, "A", ("Ann Lee",), 180),
        (2, "B", (), 240),
        (3, "C", ("Bo Ray",), None),
    ]


def test_the_title_of_a_table_is_not_that_of_the_next() -> None:
    table = '| No. | Title |\n| 1. | "A" |\n'
    found = lists(f"Side one\n{table}\n{table}\n;Side three\n{table}")
    assert [tracks.title for tracks in found] == ["Side one", None, "Side three"]


def test_a_track_knows_its_place() -> None:
    text = '= T =\n\n==Track listing==\n1. "A" – 3:00\r\n2. "B" (Bo) – 3:00\n'
    ((first, second),) = (each.tracks for each in parse_text(text).track_lists)
    assert [(each.span.line, each.span.column) for each in (first, second) if each.span] == [(4, 1), (5, 1)]


def test_a_number_of_thousands_of_digits_is_no_number() -> None:
    for listing in (f'{"9" * 5000}. "A" – 3:00\n', f'| No. | Title |\n| {"9" * 5000} | "A" |\n'):
        for tracks in lists(listing):
            assert all(each.number is None or each.number < 1000 for each in tracks.tracks)


@pytest.mark.parametrize("mark", ["^{[a]}", "^{[1]}", "^{[note 2]}"])
def test_marks_of_footnotes_are_no_part_of_a_track(mark: str) -> None:
    (tracks,) = lists(f'1. "A"{mark} (Ann Lee) – 3:45\n2. "B (H^{{2}} mix)"{mark} – 1:00\n')
    assert [(track.title, track.note, track.writers) for track in tracks.tracks] == [
        ("A", None, ("Ann Lee",)),
        ("B (H^{2} mix)", None, ()),
    ]


@pytest.mark.parametrize("mark", ["!", "|"])
def test_a_cell_over_all_columns_of_a_table_titles_a_list(mark: str) -> None:
    sides = (
        f'|-\n{mark} colspan="3" | Side {side}\n|-\n| {number} || "{name}" || 3:00\n'
        for side, number, name in (("one", 1, "A"), ("two", 2, "B"))
    )
    table = f'{{|\n! No. !! Title !! Length\n{"".join(sides)}|-\n! colspan="2" | Total length: !! 6:00\n|}}\n'
    found = parse_text(f"{{{{Infobox album|name=T}}}}\n==Track listing==\n{table}").track_lists
    assert [shape(each) for each in found] == [
        ("Side one", None, [(1, "A")], None),
        ("Side two", None, [(2, "B")], 360),
    ]


@pytest.mark.parametrize("mark", ["*", "-"])
def test_a_bullet_may_have_a_number(mark: str) -> None:
    (found,) = lists(f'{mark} 3. "A" – 3:00\n{mark} 4. "99 Red" – 3:00\n')
    assert shape(found) == (None, None, [(3, "A"), (4, "99 Red")], None)


@pytest.mark.parametrize("mark", ["*", "-"])
def test_a_credit_sentence_may_be_a_bullet(mark: str) -> None:
    (found,) = lists(f'{mark}All compositions by Ann Lee except as indicated\n1. "A" – 3:00\n')
    assert found.note == "All compositions by Ann Lee except as indicated"
    assert found.tracks[0].writers == ("Ann Lee",)
