from __future__ import annotations

from typing import Any

import pytest

from wikialbum import parse_text
from wikialbum.normalize.track_line import is_track_line

FIELDS = ("title", "note", "writers", "lyricists", "composers", "artists", "producers", "seconds")


def track(line: str) -> dict[str, Any]:
    """The fields of a track that say something, from its line in an article."""
    album = parse_text(f"= T =\n\nT\n- Artist: Fisk, Hale & Marrow\n\n==Track listing==\n1. {line}\n")
    ((found,),) = (tracks.tracks for tracks in album.track_lists)
    assert found.number == 1
    return {field: getattr(found, field) for field in FIELDS if getattr(found, field)}


ANN, BO = "Ann Lee", "Bo Ray"
LINES: dict[str, dict[str, Any]] = {
    # the forms of the line
    '"T" (Ann Lee, Bo Ray) – 3:45': {"writers": (ANN, BO), "seconds": 225},
    '"T" (Ann Lee) - 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" (Ann Lee) — 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" – 3:45': {"seconds": 225},
    '"T" 3:45': {"seconds": 225},
    '"T" (3:45)': {"seconds": 225},
    "T – 3:45": {"seconds": 225},
    "T (Ann Lee) – 3:45": {"writers": (ANN,), "seconds": 225},
    '"T" (Ann Lee)': {"writers": (ANN,)},
    "T": {},
    "“T” – 1:02:33": {"seconds": 3753},
    '"T" (Ann Lee) – Bo Ray – 3:45': {"writers": (ANN,), "artists": (BO,), "seconds": 225},
    "T (Ann Lee) – Bo Ray – 3:45": {"writers": (ANN,), "artists": (BO,), "seconds": 225},
    '"T" – Ann Lee – 3:45': {"artists": (ANN,), "seconds": 225},
    'Ann Lee – "T" – 3:45': {"artists": (ANN,), "seconds": 225},
    'Ann Lee – "T" (Bo Ray) – 3:45': {"artists": (ANN,), "writers": (BO,), "seconds": 225},
    'Ann Lee and Bo Ray – "T" – 3:45': {"artists": (ANN, BO), "seconds": 225},
    'Ann Lee with Bo Ray featuring Cy – "T" – 3:45': {"artists": (ANN, BO, "Cy"), "seconds": 225},
    '"T" performed by Ann Lee – 3:45': {"artists": (ANN,), "seconds": 225},
    '"T" by Ann Lee – 3:45': {"artists": (ANN,), "seconds": 225},
    '"T" – performed by Ann Lee – 3:45': {"artists": (ANN,), "seconds": 225},
    '"T" (performed by Ann Lee) – 3:45': {"artists": (ANN,), "seconds": 225},
    # names
    '"T" (Fisk, Hale & Marrow) – 3:45': {"writers": ("Fisk, Hale & Marrow",), "seconds": 225},
    '"T" (Ann Lee, Bo Ray, Jr.) – 3:45': {"writers": (ANN, "Bo Ray, Jr."), "seconds": 225},
    '"T" (Ann Lee and the Pips) – 3:45': {"writers": ("Ann Lee and the Pips",), "seconds": 225},
    '"T" (A. P. Lee / Bo Ray) – 3:45': {"writers": ("A. P. Lee", BO), "seconds": 225},
    '"T" (Lee–Ray) – 3:45': {"writers": ("Lee–Ray",), "seconds": 225},
    '"T" (Ann "Boo" Lee) – 3:45': {"writers": ('Ann "Boo" Lee',), "seconds": 225},
    '"T" (Ann Lee - Bo Ray) – 3:45': {"writers": (ANN, BO), "seconds": 225},
    '"T" (al-Sawwah) – 3:45': {"writers": ("al-Sawwah",), "seconds": 225},
    '"T" (de Moraes, van der Lee) – 3:45': {"writers": ("de Moraes", "van der Lee"), "seconds": 225},
    # guests
    '"T" (feat. Ann Lee) – 3:45': {"artists": (ANN,), "seconds": 225},
    '"T" (featuring Ann Lee and Bo Ray) – 3:45': {"artists": (ANN, BO), "seconds": 225},
    '"T" (with Ann Lee) – 3:45': {"artists": (ANN,), "seconds": 225},
    '"T" (duet with Ann Lee) (Bo Ray) – 3:45': {"artists": (ANN,), "writers": (BO,), "seconds": 225},
    '"T" featuring Ann Lee (Bo Ray) – 3:45': {"artists": (ANN,), "writers": (BO,), "seconds": 225},
    '"T (feat. Ann Lee)" – 3:45': {"artists": (ANN,), "seconds": 225},
    # labelled names
    '"T" (words: Ann Lee; music: Bo Ray) – 3:45': {"lyricists": (ANN,), "composers": (BO,), "seconds": 225},
    '"T" (Music: Bo Ray / Lyrics: Ann Lee) – 3:45': {"lyricists": (ANN,), "composers": (BO,), "seconds": 225},
    '"T" (lyrics by Ann Lee, music by Bo Ray) – 3:45': {"lyricists": (ANN,), "composers": (BO,), "seconds": 225},
    '"T" (Ann Lee, English lyrics by Bo Ray) – 3:45': {"writers": (ANN,), "lyricists": (BO,), "seconds": 225},
    '"T" (English lyrics by Bo Ray) – 3:45': {"lyricists": (BO,), "seconds": 225},
    '"T" (Ann Lee and music by Bo Ray) – 3:45': {"writers": (ANN,), "composers": (BO,), "seconds": 225},
    '"T" (words and music: Ann Lee) – 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" (written by Ann Lee and Bo Ray) – 3:45': {"writers": (ANN, BO), "seconds": 225},
    '"T" written by Ann Lee – 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" (co-written by Ann Lee) – 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" (produced by Ann Lee) – 3:45': {"producers": (ANN,), "seconds": 225},
    '"T" (Bo Ray; produced by Ann Lee) – 3:45': {"writers": (BO,), "producers": (ANN,), "seconds": 225},
    '"T" (feat. Bo Ray) [Prod. Ann Lee] – 3:45': {"artists": (BO,), "producers": (ANN,), "seconds": 225},
    # traditional songs and arrangers
    '"T" (Traditional) – 3:45': {"writers": ("Traditional",), "seconds": 225},
    '"T" (trad.) – 3:45': {"writers": ("trad.",), "seconds": 225},
    '"T" (anon.) – 3:45': {"writers": ("anon.",), "seconds": 225},
    '"T" (trad., arr. Ann Lee) – 3:45': {"writers": ("trad.",), "note": "arr. Ann Lee", "seconds": 225},
    '"T" (Trad. arr. Ann Lee) – 3:45': {"writers": ("Trad.",), "note": "arr. Ann Lee", "seconds": 225},
    '"T" (arr. Ann Lee) – 3:45': {"note": "arr. Ann Lee", "seconds": 225},
    # notes
    '"T" (live) – 3:45': {"note": "live", "seconds": 225},
    '"T" (Live at the Forum) – 3:45': {"note": "Live at the Forum", "seconds": 225},
    '"T" (Lee, Dub Ray Jr.) – 3:45': {"writers": ("Lee", "Dub Ray Jr."), "seconds": 225},
    '"T" (Dub) – 3:45': {"note": "Dub", "seconds": 225},
    '"T" [take 2] – 3:45': {"note": "take 2", "seconds": 225},
    '"T" [Take 2] (Ann Lee) – 3:45': {"note": "Take 2", "writers": (ANN,), "seconds": 225},
    '"T" (Ann Lee Remix) – 3:45': {"note": "Ann Lee Remix", "seconds": 225},
    '"T" (Radio edit) [bonus] – 3:45': {"note": "Radio edit; bonus", "seconds": 225},
    '"T" (テスト) – 3:45': {"note": "テスト", "seconds": 225},
    '"T" (From "The Film") – 3:45': {"note": 'From "The Film"', "seconds": 225},
    '"T" ("Theme from X") – 3:45': {"note": '"Theme from X"', "seconds": 225},
    '"T" (1967) – 3:45': {"note": "1967", "seconds": 225},
    '"T" (contains a sample of "X") – 3:45': {"note": 'contains a sample of "X"', "seconds": 225},
    '"T" – 3:45 (live)': {"note": "live", "seconds": 225},
    '"T" (al fresco) – 3:45': {"note": "al fresco", "seconds": 225},
    '"T" – 3:45 Bonus track on CD': {"note": "Bonus track on CD", "seconds": 225},
    '"T" [take 2] (Ann Lee) – 3:45 Not on LP': {"note": "take 2; Not on LP", "writers": (ANN,), "seconds": 225},
    '"T" – 3:45 performed by Ann Lee': {"artists": (ANN,), "seconds": 225},
    # what broke off or slipped
    "T (Ann Lee – 3:45": {"writers": (ANN,), "seconds": 225},
    '"T (Ann Lee) – 3:45': {"writers": (ANN,), "seconds": 225},
    '"T – 3:45': {"seconds": 225},
    '"T", – 3:45': {"seconds": 225},
    '"T" – 3:45*': {"seconds": 225},
    '"T" – 3:45 [1]': {"seconds": 225},
    '"T" – 3:45 – Ann Lee': {"artists": (ANN,), "seconds": 225},
    '"T" (Ann Lee) – 3.45': {"writers": (ANN,)},
    '"T" [a] (Ann Lee) – 3:45': {"writers": (ANN,), "seconds": 225},
    '"T" – (Ann Lee) 3:45': {"writers": (ANN,), "seconds": 225},
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_says_who_made_the_track(line: str) -> None:
    assert track(line) == {"title": "T", **LINES[line]}


def test_each_part_of_a_medley_may_name_its_writers() -> None:
    assert track('"T" (Ann Lee) / "U" (Bo Ray) – 3:45') == {"title": "T / U", "writers": (ANN, BO), "seconds": 225}


TITLES = {
    '"One" / "Two" (Ann Lee) – 3:45': "One / Two",
    '"One"/"Two"/"Three" – 3:45': "One / Two / Three",
    '"One / Two" – 3:45': "One / Two",
    'Medley: "One" / "Two" – 3:45': "Medley: One / Two",
    '"T (Part 1)" – 3:45': "T (Part 1)",
    "T (Part 1) – 3:45": "T (Part 1)",
    "Symphony No. 5, Op. 67: I. Allegro – 7:25": "Symphony No. 5, Op. 67: I. Allegro",
    '"Say "Hello" to Me" – 3:45': 'Say "Hello" to Me',
    "\"It's 5 O'Clock\" – 3:45": "It's 5 O'Clock",
    '"Don\'t Stop..." – 3:45': "Don't Stop...",
    '"1999" – 3:45': "1999",
    '"T – U" – 3:45': "T – U",
    "Half-Past Four – 3:45": "Half-Past Four",
}


@pytest.mark.parametrize("line", TITLES)
def test_a_title_is_kept_without_the_quotes_around_it(line: str) -> None:
    assert track(line)["title"] == TITLES[line]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ('"T" – 3:45', True),
        ("T – 3:45", True),
        ('"T" (Ann Lee)', True),
        ('"T" performed by Ann Lee', True),
        ('"T" contains a sample of "U".', False),
        ("Some remark about the tracks.", False),
        ('^{[a]} "T" signifies a co-producer', False),
    ],
)
def test_a_line_without_a_number_is_a_track_by_its_title_or_time(line: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_track_line(line) is is_one
