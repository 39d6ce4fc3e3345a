from __future__ import annotations

import pytest

from wikialbum.normalize.context import Context
from wikialbum.normalize.names import clean, name_texts, split_list, split_names, split_performers
from wikialbum.vocabulary import ENGLISH


@pytest.fixture
def context() -> Context:
    made = Context(ENGLISH)
    made.set_artist("Fisk, Hale & Marrow")
    return made


NAMES = {
    "Ann Lee": ["Ann Lee"],
    "Ann Lee, Bo Ray": ["Ann Lee", "Bo Ray"],
    "Ann Lee and Bo Ray": ["Ann Lee", "Bo Ray"],
    "Ann Lee & Bo Ray": ["Ann Lee", "Bo Ray"],
    "Ann Lee, Bo Ray, and Cy Fox": ["Ann Lee", "Bo Ray", "Cy Fox"],
    "Ann Lee; Bo Ray": ["Ann Lee", "Bo Ray"],
    "Ann Lee / Bo Ray": ["Ann Lee", "Bo Ray"],
    "Ann Lee\nBo Ray": ["Ann Lee", "Bo Ray"],
    "Lee/Ray": ["Lee/Ray"],
    "Ann Lee, Jr.": ["Ann Lee, Jr."],
    "Ann Lee, Jr., Bo Ray": ["Ann Lee, Jr.", "Bo Ray"],
    "Ann Lee, Sr., Bo Ray III, Cy, II, Di, IV": ["Ann Lee, Sr.", "Bo Ray III", "Cy, II", "Di, IV"],
    "Ann Lee, M.D., Bo Ray": ["Ann Lee, M.D.", "Bo Ray"],
    "Big Fish, Inc., Duck, Ltd., Eel, LLC": ["Big Fish, Inc.", "Duck, Ltd.", "Eel, LLC"],
    "Ann Lee and the Pips": ["Ann Lee and the Pips"],
    "Ann Lee & The Pips, Bo Ray": ["Ann Lee & The Pips", "Bo Ray"],
    "Bo Ray, Fisk, Hale & Marrow": ["Bo Ray", "Fisk, Hale & Marrow"],
    'Eddie "Lockjaw" Davis, Bo Ray': ['Eddie "Lockjaw" Davis', "Bo Ray"],
    'Eddie "Lock, jaw" Davis': ['Eddie "Lock, jaw" Davis'],
    "Ann Lee (vocals, guitar), Bo Ray": ["Ann Lee (vocals, guitar)", "Bo Ray"],
    "Ann Lee (of A (and B), C), Bo": ["Ann Lee (of A (and B), C)", "Bo"],
    "Ann Lee (also engineer, exec.": ["Ann Lee (also engineer, exec.)"],
    "Ann Lee (co-exec.), Bo Ray (re-mixing.)": ["Ann Lee (co-exec.)", "Bo Ray (re-mixing)"],
    "Ann Lee (vocals, guitar\nBo Ray": ["Ann Lee (vocals, guitar)", "Bo Ray"],
    ", Ann Lee,, Bo Ray ,": ["Ann Lee", "Bo Ray"],
    "Ann Lee, Bo Ray.": ["Ann Lee", "Bo Ray"],
    "Ann L.": ["Ann L."],
    "Rosław Sz.": ["Rosław Sz."],
    "Ann Lee[b], Bo Ray[note 1] & Cy [2]": ["Ann Lee", "Bo Ray", "Cy"],
    "Ann Lee [sic]": ["Ann Lee [sic]"],
    "Ann Lee\n(vocals)\nBo Ray": ["Ann Lee (vocals)", "Bo Ray"],
    "J.D.": ["J.D."],
    "": [],
    " , ": [],
}


@pytest.mark.parametrize("text", NAMES)
def test_names_are_split_at_their_separators(text: str, context: Context) -> None:
    assert list(name_texts(text, context)) == NAMES[text]


LISTS = {
    "Blues, pop rock, soft rock": ["Blues", "pop rock", "soft rock"],
    "Rock / blues; jazz\nfolk": ["Rock", "blues", "jazz", "folk"],
    "Rock , Folk": ["Rock", "Folk"],
    "Rock · folk • jazz": ["Rock", "folk", "jazz"],
    "Rhythm and blues, R&B": ["Rhythm and blues", "R&B"],
    "Drum & bass": ["Drum & bass"],
    "A&M": ["A&M"],
    "Warner Bros.": ["Warner Bros."],
    "Rock.": ["Rock"],
}


@pytest.mark.parametrize("text", LISTS)
def test_lists_are_not_split_at_and(text: str, context: Context) -> None:
    assert [item.name for item in split_list(text, context)] == LISTS[text]


def test_an_item_has_the_parenthesis_behind_it_as_its_note(context: Context) -> None:
    items = split_list("Columbia (US), CBS", context)
    assert [(item.name, item.note) for item in items] == [("Columbia", "US"), ("CBS", None)]


@pytest.mark.parametrize("text", ["Ann Lee, Bo Ray (exec.) & Cy", " Ann  Lee ,Bo"])
def test_an_item_knows_its_place(text: str, context: Context) -> None:
    for item in split_names(text, context):
        assert " ".join(text[item.start : item.end].split()).startswith(item.name)


@pytest.mark.parametrize(
    "text", ["Ann with Bo featuring Cy", "Ann feat. Bo & Cy", "Ann Featuring Bo with Cy", "Ann ft. Bo, Cy"]
)
def test_performers_are_split_at_with_and_featuring(text: str, context: Context) -> None:
    assert [item.name for item in split_performers(text, context)] == ["Ann", "Bo", "Cy"]


def test_writers_are_not_split_at_with(context: Context) -> None:
    assert name_texts("Ann with Bo", context) == ("Ann with Bo",)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a \n b  ", "a b"),
        ("vocals.", "vocals"),
        ("Ann Lee Jr.", "Ann Lee Jr."),
        ("Duck Ltd.", "Duck Ltd."),
        ("Samuel L.", "Samuel L."),
        ("Washington D.C.", "Washington D.C."),
        ("Why...", "Why..."),
        ("", ""),
        (".", "."),
    ],
)
def test_a_full_stop_goes_unless_it_ends_an_abbreviation(text: str, cleaned: str, context: Context) -> None:
    assert clean(text, context) == cleaned
