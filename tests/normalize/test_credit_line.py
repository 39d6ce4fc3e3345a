from __future__ import annotations

import pytest

from wikialbum import parse_text
from wikialbum.album import Credit

EIGHT_TRACKS = "==Track listing==\n" + "".join(f'{number}. "Song {number}" – 3:00\n' for number in range(1, 9))

#: A role as it is expected: its name, then its tracks and its note where it has any.
RoleFacts = tuple[str | None, tuple[int, ...], str | None]


def role(name: str | None, tracks: tuple[int, ...] = (), note: str | None = None) -> RoleFacts:
    return name, tracks, note


def credits_of(line: str, above: str = EIGHT_TRACKS) -> tuple[Credit, ...]:
    article = f"= T =\n\nT\n- Artist: Fisk, Hale & Marrow\n\n{above}\n==Personnel==\n- {line}\n"
    return parse_text(article).credits


def roles_of(credit: Credit) -> list[RoleFacts]:
    return [(each.name, each.tracks, each.note) for each in credit.roles]


LINES: dict[str, tuple[list[str], list[RoleFacts]]] = {
    # names SEP roles
    "Ann Lee – vocals, guitar": (["Ann Lee"], [role("vocals"), role("guitar")]),
    "Ann Lee - vocals and guitar": (["Ann Lee"], [role("vocals"), role("guitar")]),
    "Ann Lee — vocals & guitar": (["Ann Lee"], [role("vocals"), role("guitar")]),
    "Ann Lee – vocals / guitar": (["Ann Lee"], [role("vocals"), role("guitar")]),
    "Ann Lee – vocals, guitar, and keyboards": (["Ann Lee"], [role("vocals"), role("guitar"), role("keyboards")]),
    "Ann Lee – vocals.": (["Ann Lee"], [role("vocals")]),
    "Ann Lee and Bo Ray – drums": (["Ann Lee", "Bo Ray"], [role("drums")]),
    "Ann Lee, Bo Ray & Cy Fox – drums": (["Ann Lee", "Bo Ray", "Cy Fox"], [role("drums")]),
    "Ann Lee, Jr. – vocals": (["Ann Lee, Jr."], [role("vocals")]),
    "Ann Lee, PhD – liner notes": (["Ann Lee, PhD"], [role("liner notes")]),
    "Ann Lee and the Pips – vocals": (["Ann Lee and the Pips"], [role("vocals")]),
    "Fisk, Hale & Marrow – arrangements": (["Fisk, Hale & Marrow"], [role("arrangements")]),
    'Eddie "Lockjaw" Davis – tenor saxophone': (['Eddie "Lockjaw" Davis'], [role("tenor saxophone")]),
    'Bo "Rat – Tat" Ray – drums': (['Bo "Rat – Tat" Ray'], [role("drums")]),
    "Ann Lee-Ray – drums": (["Ann Lee-Ray"], [role("drums")]),
    "Ann Lee – A&R": (["Ann Lee"], [role("A&R")]),
    "Ann Lee – Martha": (["Ann Lee"], [role("Martha")]),
    # the other way round
    "Executive producer – Ann Lee": (["Ann Lee"], [role("Executive producer")]),
    "A&R – Ann Lee": (["Ann Lee"], [role("A&R")]),
    "Balance engineer – Ann Lee": (["Ann Lee"], [role("Balance engineer")]),
    "Special thanks – Ann Lee, Bo Ray": (["Ann Lee", "Bo Ray"], [role("Special thanks")]),
    "Stage manager, lighting – Ann Lee": (["Ann Lee"], [role("Stage manager"), role("lighting")]),
    "Drums, percussion – Ann Lee": (["Ann Lee"], [role("Drums"), role("percussion")]),
    "The Lakeshore Horns – horns": (["The Lakeshore Horns"], [role("horns")]),
    # one role: adjectives, ranges and verbs
    "Ann Lee – lead and backing vocals": (["Ann Lee"], [role("lead and backing vocals")]),
    "Ann Lee – tenor and baritone saxophones": (["Ann Lee"], [role("tenor and baritone saxophones")]),
    "Ann Lee – descant and treble recorders": (["Ann Lee"], [role("descant and treble recorders")]),
    "Ann Lee – bass and vocals": (["Ann Lee"], [role("bass"), role("vocals")]),
    "Ann Lee – arranged and performed": (["Ann Lee"], [role("arranged and performed")]),
    "Ann Lee – string and horn arrangements": (["Ann Lee"], [role("string and horn arrangements")]),
    "Ann Lee – art direction and design": (["Ann Lee"], [role("art direction"), role("design")]),
    # Role: names
    "Producer: Ann Lee, Bo Ray": (["Ann Lee", "Bo Ray"], [role("Producer")]),
    "Art direction and design: Ann Lee": (["Ann Lee"], [role("Art direction"), role("design")]),
    "Ensemble: Ann Lee": (["Ann Lee"], [role("Ensemble")]),
    "Ann Lee: vocals, guitar": (["Ann Lee"], [role("vocals"), role("guitar")]),
    # ROLE by NAMES
    "Synth horns arranged and performed by David Frank": (
        ["David Frank"],
        [role("Synth horns arranged and performed")],
    ),
    "Produced by Ann Lee and Bo Ray": (["Ann Lee", "Bo Ray"], [role("Produced")]),
    "Produced and Engineered By Ann Lee": (["Ann Lee"], [role("Produced and Engineered")]),
    "Photography by Ann Lee": (["Ann Lee"], [role("Photography")]),
    "Arranged by Fisk, Hale & Marrow": (["Fisk, Hale & Marrow"], [role("Arranged")]),
    "Mixed by Ann Lee at Harbour Studio, Cork": (["Ann Lee"], [role("Mixed", note="at Harbour Studio, Cork")]),
    "Mixed at Harbour Studio, Cork by Ann Lee": (["Ann Lee"], [role("Mixed", note="at Harbour Studio, Cork")]),
    "Mixed at Harbour Studio, Cork, by Ann Lee": (["Ann Lee"], [role("Mixed", note="at Harbour Studio, Cork")]),
    "Mastering – Ann Lee at Harbour Studio": (["Ann Lee"], [role("Mastering", note="at Harbour Studio")]),
    "Mastering: Ann Lee at Harbour Studio": (["Ann Lee"], [role("Mastering", note="at Harbour Studio")]),
    "Ann Lee – mastering at Big Room, Cork": (["Ann Lee"], [role("mastering", note="at Big Room, Cork")]),
    "Ann Lee – mixing at Big Room, mastering": (["Ann Lee"], [role("mixing", note="at Big Room"), role("mastering")]),
    # Name, role
    "Ann Lee, vocals": (["Ann Lee"], [role("vocals")]),
    "Ann Lee, vocals, guitar and bass": (["Ann Lee"], [role("vocals"), role("guitar"), role("bass")]),
    "Ann Lee, Jr., vocals": (["Ann Lee, Jr."], [role("vocals")]),
    "Ann Lee, Bo Ray, vocals": (["Ann Lee", "Bo Ray"], [role("vocals")]),
    # Name (role), names alone
    "Ann Lee (vocals)": (["Ann Lee"], [role("vocals")]),
    "Ann Lee (vocals, guitar)": (["Ann Lee"], [role("vocals"), role("guitar")]),
    "Ann Lee": (["Ann Lee"], []),
    "The Horns": (["The Horns"], []),
    "Ann Lee, Bo Ray": (["Ann Lee", "Bo Ray"], []),
    "Ann Lee (1, 3, 7)": (["Ann Lee"], [role(None, (1, 3, 7))]),
    "Ann Lee: drums on tracks 1, 3": (["Ann Lee"], [role("drums", (1, 3))]),
    "Ann Lee, drums on tracks 1, 3": (["Ann Lee"], [role("drums", (1, 3))]),
    # scopes
    "Ann Lee – vocals (tracks 1, 2, and 4–6), bass": (["Ann Lee"], [role("vocals", (1, 2, 4, 5, 6)), role("bass")]),
    "Ann Lee – drums (1, 3–7)": (["Ann Lee"], [role("drums", (1, 3, 4, 5, 6, 7))]),
    "Ann Lee – drums (#1, 3 & 7)": (["Ann Lee"], [role("drums", (1, 3, 7))]),
    "Ann Lee – drums on tracks 7 and 11": (["Ann Lee"], [role("drums", (7, 11))]),
    "Ann Lee – drums on 1, 3, bass": (["Ann Lee"], [role("drums", (1, 3)), role("bass")]),
    "Ann Lee – drums (on 1 and 3)": (["Ann Lee"], [role("drums", (1, 3))]),
    "Ann Lee – drums (track no. 3)": (["Ann Lee"], [role("drums", (3,))]),
    "Ann Lee – drums on every track": (["Ann Lee"], [role("drums")]),
    "Ann Lee – drums on all but track 5": (["Ann Lee"], [role("drums", (1, 2, 3, 4, 6, 7, 8))]),
    "Ann Lee – lead on 12-string guitar": (["Ann Lee"], [role("lead on 12-string guitar")]),
    "Ann Lee – drums (track 2; uncredited)": (["Ann Lee"], [role("drums", (2,), "uncredited")]),
    "Ann Lee – vocals (lead, tracks 1, 3)": (["Ann Lee"], [role("vocals", (1, 3), "lead")]),
    "Ann Lee – drums (all tracks)": (["Ann Lee"], [role("drums")]),
    "Ann Lee – drums on all tracks except 5": (["Ann Lee"], [role("drums", (1, 2, 3, 4, 6, 7, 8))]),
    "Ann Lee – drums (except track 5)": (["Ann Lee"], [role("drums", (1, 2, 3, 4, 6, 7, 8))]),
    "Ann Lee – drums, except on track 5": (["Ann Lee"], [role("drums", (1, 2, 3, 4, 6, 7, 8))]),
    "Ann Lee – liner notes (2004)": (["Ann Lee"], [role("liner notes", note="2004")]),
    "Ann Lee – drums (1988–1990)": (["Ann Lee"], [role("drums", note="1988–1990")]),
    "Ann Lee – drums (track 201)": (["Ann Lee"], [role("drums", note="track 201")]),
    "Ann Lee – drums (5–1)": (["Ann Lee"], [role("drums", note="5–1")]),
    "Ann Lee – drums, percussion; vocals, guitar (3, 4)": (
        ["Ann Lee"],
        [role("drums"), role("percussion"), role("vocals", (3, 4)), role("guitar", (3, 4))],
    ),
    "Ann Lee – drums; vocals (3), guitar (4); bass": (
        ["Ann Lee"],
        [role("drums"), role("vocals", (3,)), role("guitar", (4,)), role("bass")],
    ),
    "Engineered by Ann Lee (tracks 1–3)": (["Ann Lee"], [role("Engineered", (1, 2, 3))]),
    "Tracks 1–3 produced by Ann Lee": (["Ann Lee"], [role("produced", (1, 2, 3))]),
    "Produced by Ann Lee on tracks 1 and 2": (["Ann Lee"], [role("Produced", (1, 2))]),
    "Ann Lee (vocals): 1, 3": (["Ann Lee"], [role("vocals", (1, 3))]),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_says_who_did_what(line: str) -> None:
    names, roles = LINES[line]
    (credit,) = credits_of(line)
    assert (list(credit.names), roles_of(credit), credit.songs, credit.text) == (names, roles, (), line)


SONGS: dict[str, tuple[list[str], list[RoleFacts], tuple[str, ...]]] = {
    'Ann Lee – drums on "A"': (["Ann Lee"], [role("drums")], ("A",)),
    'Ann Lee – drums on "A" and "B"': (["Ann Lee"], [role("drums")], ("A", "B")),
    'Ann Lee – drums on "A", "B" and "C"; bass': (["Ann Lee"], [role("drums"), role("bass")], ("A", "B", "C")),
    'Ann Lee – drums ("A", "B")': (["Ann Lee"], [role("drums")], ("A", "B")),
    'Ann Lee – drums on "Song, One" and bass': (["Ann Lee"], [role("drums"), role("bass")], ("Song, One",)),
    'Strings arranged by Ann Lee on "A"': (["Ann Lee"], [role("Strings arranged")], ("A",)),
    'Additional production on "A" by Ann Lee': (["Ann Lee"], [role("Additional production")], ("A",)),
    '"A" produced by Ann Lee': (["Ann Lee"], [role("produced")], ("A",)),
    'The Horns on "A"': (["The Horns"], [], ("A",)),
    # American spelling puts the comma inside the quotes
    'Ann Lee – guitar on "A," drums': (["Ann Lee"], [role("guitar"), role("drums")], ("A",)),
    'Ann Lee – guitar on "A," "B," and "C"': (["Ann Lee"], [role("guitar")], ("A", "B", "C")),
}


@pytest.mark.parametrize("line", SONGS)
def test_a_quoted_title_behind_on_is_a_song(line: str) -> None:
    names, roles, songs = SONGS[line]
    (credit,) = credits_of(line)
    assert (list(credit.names), roles_of(credit), credit.songs) == (names, roles, songs)


PARTED: dict[str, list[tuple[list[str], list[RoleFacts]]]] = {
    "Produced by Ann Lee, mixed by Bo Ray": [(["Ann Lee"], [role("Produced")]), (["Bo Ray"], [role("mixed")])],
    "Engineer: Ann Lee; Assistant: Bo Ray": [(["Ann Lee"], [role("Engineer")]), (["Bo Ray"], [role("Assistant")])],
    "Mixed by Ann Lee; Assistants: Bo Ray, Cy Fox": [
        (["Ann Lee"], [role("Mixed")]),
        (["Bo Ray", "Cy Fox"], [role("Assistants")]),
    ],
    "Cover art by Ann Lee; photography by Bo Ray": [
        (["Ann Lee"], [role("Cover art")]),
        (["Bo Ray"], [role("photography")]),
    ],
    "Mixed by Ann Lee (tracks 1–3) and Bo Ray (track 4)": [
        (["Ann Lee"], [role("Mixed", (1, 2, 3))]),
        (["Bo Ray"], [role("Mixed", (4,))]),
    ],
    "Lead vocals – Ann Lee (1, 3), Bo Ray (2)": [
        (["Ann Lee"], [role("Lead vocals", (1, 3))]),
        (["Bo Ray"], [role("Lead vocals", (2,))]),
    ],
    "Drums – Ann Lee, Bo Ray (5), Cy Fox (6)": [
        (["Ann Lee"], [role("Drums")]),
        (["Bo Ray"], [role("Drums", (5,))]),
        (["Cy Fox"], [role("Drums", (6,))]),
    ],
    "Ann Lee (1, 3), Bo Ray (2)": [(["Ann Lee"], [role(None, (1, 3))]), (["Bo Ray"], [role(None, (2,))])],
}


@pytest.mark.parametrize("line", PARTED)
def test_people_who_did_different_things_have_a_credit_each(line: str) -> None:
    assert [(list(credit.names), roles_of(credit)) for credit in credits_of(line)] == PARTED[line]


@pytest.mark.parametrize(
    "line",
    [
        "Credits adapted from the liner notes.",
        "Credits adapted from AllMusic",
        "Personnel per the booklet.",
        "Adapted from Discogs.",
        "Recorded at Harbour Studio",
        "Recorded and mixed at Harbour Studio, Cork",
        "Recorded live at the Forum, Los Angeles",
        "Recorded at Harbour Studio, Cork, in June 1988",
        "Recorded January 1990",
        "Recorded 12 May 1960 at Big Room",
        "Tracks 1–3 recorded at Big Room",
        '"A" recorded at Big Room',
        "Studio: Big Room, Reno",
        "Recorded at: Big Room, Reno",
        "Thanks to everybody who helped.",
        "Ann Lee plays Gibson guitars",
        "Ann Lee appears courtesy of Duck Records",
        "The band recorded the album over two weeks in a barn near Reno, sleeping on the floor.",
        "© 1992 Duck Records",
        "www.annlee.example",
        "Producer:",
        "Ann Lee, who played the harp, was ill.",
    ],
)
def test_a_place_a_sentence_and_a_notice_are_no_credits(line: str) -> None:
    assert credits_of(line) == ()


@pytest.mark.parametrize("scope", ["on all tracks except 5", "(all tracks except 5)", "(except track 5)"])
@pytest.mark.parametrize("above", ["", "==Track listing==\nSide one\n1. A – 1:00\nSide two\n1. B – 1:00\n"])
def test_an_exception_from_tracks_that_are_not_known_is_a_note(scope: str, above: str) -> None:
    (credit,) = credits_of(f"Ann Lee – drums {scope}", above)
    assert roles_of(credit) == [role("drums", note=scope.strip("()"))]


def test_a_number_of_thousands_of_digits_is_no_track() -> None:
    (credit,) = credits_of(f"Ann Lee – drums ({'9' * 3000})")
    assert credit.roles[0].tracks == ()
