from __future__ import annotations

from typing import Any

import pytest

from wikialbum import parse_text


def header(*fields: str, name: str = "T", artist: str = "Fisk, Hale & Marrow") -> dict[str, Any]:
    lines = "".join(f"- {field}\n" for field in fields)
    article = f"= T (album) =\n\n{name}\n- Artist: {artist}\n{lines}\nT is an album.\n"
    return parse_text(article).to_dict()


def notes(*items: str | tuple[str, str]) -> list[dict[str, str | None]]:
    pairs = [item if isinstance(item, tuple) else (item, None) for item in items]
    return [{"name": name, "note": note} for name, note in pairs]


FIELDS: dict[str, tuple[str, Any]] = {
    "Genre: Blues, pop rock, soft rock": ("genres", ["Blues", "pop rock", "soft rock"]),
    "Genre: Folk (disc one), rock": ("genres", ["Folk (disc one)", "rock"]),
    "Genre: ": ("genres", []),
    "Language: English, Welsh": ("languages", ["English", "Welsh"]),
    "Studio: Big Room, Denver, Small Room, Reno": ("studios", ["Big Room, Denver, Small Room, Reno"]),
    "Studio: Big Room, Denver; Small Room, Reno": ("studios", ["Big Room, Denver", "Small Room, Reno"]),
    "Venue: Big Room, Denver / Small Room": ("venues", ["Big Room, Denver", "Small Room"]),
    "Label: Columbia (US), CBS (UK)": ("labels", notes(("Columbia", "US"), ("CBS", "UK"))),
    "Label: A&M": ("labels", notes("A&M")),
    "Producer: Ann Lee (exec.) and Bo Ray": ("producers", notes(("Ann Lee", "exec."), "Bo Ray")),
    "Producer: Fisk, Hale & Marrow, Bo Ray": ("producers", notes("Fisk, Hale & Marrow", "Bo Ray")),
    "Producer: Ann Lee (also engineer, exec.": ("producers", notes(("Ann Lee", "also engineer, exec."))),
    "Length: 41:40": ("lengths", [{"seconds": 2500, "note": None}]),
    "Length: 38:20 (LP), 1:02:33 (CD)": (
        "lengths",
        [{"seconds": 2300, "note": "LP"}, {"seconds": 3753, "note": "CD"}],
    ),
    "Released: 14 January 1992": ("releases", [{"date": "1992-01-14", "note": None}]),
    "Released: January 14, 1992": ("releases", [{"date": "1992-01-14", "note": None}]),
    "Released: 1992-01-14 (US)": ("releases", [{"date": "1992-01-14", "note": "US"}]),
    "Released: Summer 1996": ("releases", [{"date": "1996", "note": "Summer"}]),
    "Released: 25 August 199231 August 1993": (
        "releases",
        [{"date": "1992-08-25", "note": None}, {"date": "1993-08-31", "note": None}],
    ),
    "Recorded: 1988–1994": ("recorded", [{"start": "1988", "end": "1994", "note": None}]),
    "Recorded: May 1, 1969June 2, 1970": ("recorded", [{"start": "1969-05-01", "end": "1970-06-02", "note": None}]),
    "Recorded: Late 1991": ("recorded", [{"start": "1991", "end": None, "note": "Late"}]),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_becomes_its_value(field: str) -> None:
    name, value = FIELDS[field]
    assert header(field)[name] == value


TYPES = {
    "studio": "studio",
    "Studio album": "studio",
    "Album": "album",
    "live": "live",
    "compilation": "compilation",
    "greatest": "greatest_hits",
    "box": "box_set",
    "EP": "ep",
    "single": "single",
    "song": "song",
    "Soundtrack": "soundtrack",
    "Film score": "score",
    "Cast": "cast",
    "remix": "remix",
    "cover": "cover",
    "tribute": "tribute",
    "demo": "demo",
    "Mixtape": "mixtape",
    "video": "video",
    "spoken word": "spoken_word",
    "split EP": "split",
    "bootleg cassette": "other",
}


@pytest.mark.parametrize("text", TYPES)
def test_a_type_is_told_from_its_words(text: str) -> None:
    found = header(f"Type: {text}")
    assert (found["type"], found["type_text"]) == (TYPES[text], text)


def test_an_album_without_a_type_has_none() -> None:
    assert header()["type"] is None


@pytest.mark.parametrize("name", ["Pisma, Письма", "Rush (Deluxe)", "Rush: Music", "“Heroes”"])
def test_the_name_line_is_the_title_whole(name: str) -> None:
    found = header(name=name)
    assert (found["title"], found["article_title"]) == (name, "T (album)")


@pytest.mark.parametrize("artist", ["Simon & Garfunkel", "Earth, Wind & Fire", "Ann Lee and the Pips", "A / B"])
def test_an_artist_is_never_split(artist: str) -> None:
    assert header(artist=artist)["artist"] == artist


def test_every_field_stands_in_the_infobox_as_written() -> None:
    found = header("Genre: Rock music, Rock", "Composer: Ann Lee", "Colour: blue", "Label: ")
    assert found["infobox"] == {
        "Artist": "Fisk, Hale & Marrow",
        "Genre": "Rock music, Rock",
        "Composer": "Ann Lee",
        "Colour": "blue",
        "Label": "",
    }


CHRONOLOGY: list[tuple[tuple[str, ...], list[dict[str, Any]]]] = [
    ((), []),
    (("Chronology: Ann Lee", "Prev Title: ", "Prev Year: 1990"), []),
    (
        ("Prev Title: A", "Prev Year: 1990"),
        [{"artist": "Fisk, Hale & Marrow", "previous": {"title": "A", "year": 1990}, "next": None}],
    ),
    (
        ("Chronology: Ann Lee", "Next Title: B", "Next Year: 1992–93"),
        [{"artist": "Ann Lee", "previous": None, "next": {"title": "B", "year": 1992}}],
    ),
    (
        ("Prev Title: A", "Next Title: B, C & D"),
        [
            {
                "artist": "Fisk, Hale & Marrow",
                "previous": {"title": "A", "year": None},
                "next": {"title": "B, C & D", "year": None},
            }
        ],
    ),
]


@pytest.mark.parametrize(("fields", "chronology"), CHRONOLOGY)
def test_a_chronology_needs_an_album_before_or_after(fields: tuple[str, ...], chronology: list[dict[str, Any]]) -> None:
    assert header(*fields)["chronology"] == chronology


def test_values_know_their_place() -> None:
    text = "= T =\n\nT\n- Artist: A\n- Label: Duck, Reprise (US)\n- Producer: Ann Lee & Bo Ray\n\nX\n"
    album = parse_text(text)
    named = [(each.name, each.span) for each in album.labels] + [(each.name, each.span) for each in album.producers]
    for name, span in named:
        assert span is not None
        assert text[span.offset : span.end].startswith(name)


@pytest.mark.parametrize("field", ["Length", "Next Year", "Released", "Recorded", "Prev Year"])
def test_a_number_of_thousands_of_digits_is_read_by_none(field: str) -> None:
    assert header(f"{field}: {'9' * 5000}")["infobox"][field] == "9" * 5000
