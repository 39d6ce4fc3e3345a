"""German articles are read by their own vocabulary, which the name of the infobox chooses."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import wikialbum
from wikialbum.vocabulary import ENGLISH, vocabulary_for
from wikialbum.vocabulary.german import GERMAN
from wikialbum.vocabulary.model import Vocabulary, fold

VISITORS = Path(__file__).parents[3] / "shared" / "wikitext" / "de-the-visitors.wiki"


def read(body: str) -> wikialbum.Album:
    return wikialbum.parse_text("{{Infobox Musikalbum\n| Titel = Nordlicht\n}}\n" + body)


def header(field: str) -> wikialbum.Album:
    return wikialbum.parse_text(f"{{{{Infobox Musikalbum\n| Titel = Nordlicht\n| {field}\n}}}}\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{Infobox Musikalbum\n| Typ = Studio\n}}", GERMAN),
        ("{{Begriffsklärung}}\n{{infobox_Musikalbum|Typ=Studio}}", GERMAN),
        ("{{Infobox Musikalbum <!-- sic -->\n| Typ = Studio\n}}", GERMAN),
        ("{{Infobox album\n| type = studio\n}}\n{{Infobox Musikalbum}}", ENGLISH),
        ("{{Infobox Musikalbumcover}}", ENGLISH),
        ("== Titelliste ==\n# Eis\n", ENGLISH),
        ("= Nordlicht =\n\nNordlicht\n- Type: Studio\n", ENGLISH),
    ],
)
def test_the_infobox_tells_the_language(text: str, words: Vocabulary) -> None:
    assert vocabulary_for(wikialbum.parse_article(text)) is words


def test_a_vocabulary_given_by_hand_counts_before_the_infobox() -> None:
    article = wikialbum.parse_article("{{Infobox Musikalbum\n| Titel = Nordlicht\n}}\n")
    assert wikialbum.normalize(article, words=ENGLISH).title is None
    assert [album.title for album in wikialbum.albums(article)] == ["Nordlicht"]


@pytest.mark.parametrize(
    ("value", "dates"),
    [
        ("30. November 1981", ["1981-11-30"]),
        ("[[7. Dezember]] [[1981]]", ["1981-12-07"]),
        ("2.6.1997", ["1997-06-02"]),
        ("2. 6. 1997", ["1997-06-02"]),
        ("Jänner 1997", ["1997-01"]),
        ("12. und 13. Mai 1960", ["1960-05-12", "1960-05-13"]),
        ("31.2.1997", []),
    ],
)
def test_dates_are_read(value: str, dates: list[str]) -> None:
    assert [str(release.date) for release in header(f"Jahr = {value}").releases] == dates


def test_a_dotted_date_is_none_in_english() -> None:
    album = wikialbum.parse_text("{{Infobox album\n| name = Jug\n| released = 2.6.1997\n}}")
    assert album.released is None


def test_a_range_of_recording_is_read() -> None:
    (recording,) = header("Aufnahme = Anfang Oktober 1996 bis Januar 1997").recorded
    assert (str(recording.start), str(recording.end), recording.note) == ("1996-10", "1997-01", "Anfang")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("37m39s", 2259), ("37:39", 2259), ("1 Std. 2 Min. 3 Sek.", 3723), ("45 Minuten", 2700), ("1h02m03s", 3723)],
)
def test_playing_times_are_read(value: str, seconds: int) -> None:
    assert [length.seconds for length in header(f"Laufzeit = {value}").lengths] == [seconds]


@pytest.mark.parametrize(
    ("value", "album_type"),
    [
        ("Studio", "studio"),
        ("Livealbum", "live"),
        ("Best-of-Album", "greatest_hits"),
        ("Kompilation", "compilation"),
        ("Hörspiel", "spoken_word"),
        ("[[Extended Play|EP]]", "ep"),
    ],
)
def test_types_are_known(value: str, album_type: str) -> None:
    assert header(f"Typ = {value}").type == album_type


def test_singles_of_the_infobox_have_their_dates() -> None:
    album = header("Single1 = ''[[Eis (Lied)|Eis]]''\n| Datum1 = 7. Dezember 1981\n| Single3 = Deich")
    assert [(single.title, str(single.date)) for single in album.singles] == [("Eis", "1981-12-07"), ("Deich", "None")]
    assert not album.diagnostics


def test_neighbours_have_their_years() -> None:
    (entry,) = header("Vorheriges = ''[[Ebbe]]''<br />(1994)\n| Nächstes = Flut<br>(2001)").chronology
    assert entry.previous is not None
    assert entry.next is not None
    assert (entry.previous.title, entry.previous.year) == ("Ebbe", 1994)
    assert (entry.next.title, entry.next.year) == ("Flut", 2001)


def test_the_credits_of_the_infobox_are_credits() -> None:
    album = header("Besetzung =\n* [[Gesang]]: Ute Brandt und Ole Ahrens\n* E-Gitarre & Bass: Jens Krull")
    assert [(credit.names, [role.name for role in credit.roles], credit.section) for credit in album.credits] == [
        (("Ute Brandt", "Ole Ahrens"), ["Gesang"], ("Besetzung",)),
        (("Jens Krull",), ["E-Gitarre", "Bass"], ("Besetzung",)),
    ]


@pytest.mark.parametrize(
    ("line", "names", "roles", "songs"),
    [
        ("Ute Brandt – Gesang (Titel 1, 3 und 5)", ["Ute Brandt"], [("Gesang", (1, 3, 5))], []),
        ("Ute Brandt – Gesang auf „Eis“", ["Ute Brandt"], [("Gesang", ())], ["Eis"]),
        ("Herbert von Karajan – Dirigent", ["Herbert von Karajan"], [("Dirigent", ())], []),
        ("Herbert von Karajan", ["Herbert von Karajan"], [], []),
        ("Produziert von Peter Wagner", ["Peter Wagner"], [("Produziert", ())], []),
        ("Bass – Dirk Felsen", ["Dirk Felsen"], [("Bass", ())], []),
        ("Toningenieur: Rita Maas und Bernd Ott", ["Rita Maas", "Bernd Ott"], [("Toningenieur", ())], []),
        ("Ute Brandt und die Möwen – Chor", ["Ute Brandt und die Möwen"], [("Chor", ())], []),
        ("Schlagzeug (Titel 1 bis 3): Ole Ahrens", ["Ole Ahrens"], [("Schlagzeug", (1, 2, 3))], []),
    ],
)
def test_lines_of_credits_are_read(
    line: str, names: list[str], roles: list[tuple[str, tuple[int, ...]]], songs: list[str]
) -> None:
    (credit,) = read(f"== Mitwirkende ==\n* {line}\n").credits
    assert list(credit.names) == names
    assert [(role.name, role.tracks) for role in credit.roles] == roles
    assert list(credit.songs) == songs


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Gesang", "performance"),
        ("E-Gitarre", "performance"),
        ("Texte", "writing"),
        ("Produzent", "production"),
        ("Tontechnik", "engineering"),
        ("Gemischt und gemastert", "engineering"),
        ("Covergestaltung", "artwork"),
        ("Weberei", "other"),
    ],
)
def test_roles_have_their_kinds(role: str, kind: str) -> None:
    (credit,) = read(f"== Besetzung ==\n* {role}: Ute Brandt\n").credits
    assert credit.roles[0].kind == kind


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("„Eis“ – 3:45", {"title": "Eis", "seconds": 225}),
        ("''Eis'' (Krull) – 3:45", {"title": "Eis", "writers": ("Krull",), "seconds": 225}),
        ("Eis (Musik: Maas, Text: Ott)", {"title": "Eis", "composers": ("Maas",), "lyricists": ("Ott",)}),
        ("Eis (Musik und Text: Maas)", {"title": "Eis", "writers": ("Maas",)}),
        ("„Eis“ (Akustikversion)", {"title": "Eis", "note": "Akustikversion"}),
        ("„Eis“ (feat. Ute) – 1:00", {"title": "Eis", "artists": ("Ute",), "seconds": 60}),
    ],
)
def test_tracks_are_read(line: str, fields: dict[str, object]) -> None:
    (track,) = read(f"== Titelliste ==\n# {line}\n").tracks
    found = attrs.asdict(track, recurse=False) if attrs.has(type(track)) else vars(track)
    assert {name: found[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("sentence", "field", "names"),
    [
        ("Alle Lieder wurden von Ute Brandt geschrieben.", "writers", ("Ute Brandt",)),
        ("Alle Titel stammen von Maas und Ott, sofern nicht anders angegeben:", "writers", ("Maas", "Ott")),
        ("Alle Songs wurden von Peter Wagner produziert.", "producers", ("Peter Wagner",)),
        ("Die Texte stammen von Ute Brandt.", "lyricists", ("Ute Brandt",)),
        ("Die Musik wurde von Kurt Ott komponiert.", "composers", ("Kurt Ott",)),
    ],
)
def test_credit_sentences_are_for_every_track(sentence: str, field: str, names: tuple[str, ...]) -> None:
    album = read(f"== Titelliste ==\n{sentence}\n# Eis – 1:00\n# Deich – 2:00\n")
    assert [getattr(track, field) for track in album.tracks] == [names, names]


def test_prose_above_tracks_is_no_credit_sentence() -> None:
    album = read("== Titelliste ==\nDas Album wurde von der Kritik gelobt.\n# Eis – 1:00\n")
    assert album.track_lists[0].note is None
    assert album.tracks[0].writers == ()


def test_tables_of_charts_and_awards_are_read() -> None:
    album = read(
        '== Charts und Chartplatzierungen ==\n{| class="wikitable"\n! Charts (1997) !! Höchstposition\n|-\n'
        "| Deutschland (GfK) || 12\n|}\n== Auszeichnungen für Musikverkäufe ==\n{|\n! Land/Region !! Auszeichnung !! Verkäufe\n"
        "|-\n| Deutschland (BVMI) || 3× Gold || 750.000\n|}\n"
    )
    assert [(entry.chart, entry.year, entry.peak) for entry in album.charts] == [("Deutschland (GfK)", 1997, 12)]
    assert [(each.organization, each.award, each.multiple, each.units) for each in album.certifications] == [
        ("BVMI", "Gold", 3, 750_000)
    ]


def test_the_tables_are_folded() -> None:
    tables = (GERMAN.sections, GERMAN.keys, GERMAN.columns, GERMAN.track_labels, GERMAN.roles.nouns, GERMAN.roles.verbs)
    unfolded = [key for table in tables for key in table if fold(key) not in {key, ""}]
    assert unfolded == []


@pytest.mark.skipif(not VISITORS.exists(), reason="the article is not at hand")
def test_a_real_article_says_what_its_reader_sees() -> None:
    article = wikialbum.parse_article(VISITORS.read_text(encoding="utf-8"))
    album = wikialbum.normalize(article, title="The Visitors (Album)")
    assert (album.title, album.artist, album.type, str(album.released)) == (
        "The Visitors",
        "ABBA",
        "studio",
        "1981-11-30",
    )
    assert [(label.name, label.note) for label in album.labels] == [
        ("Polar Music International AB", "LP"),
        ("Universal International", "CD"),
    ]
    assert [producer.name for producer in album.producers] == ["Benny Andersson", "Björn Ulvaeus"]
    assert [length.seconds for length in album.lengths] == [37 * 60 + 39]
    assert [len(tracks.tracks) for tracks in album.track_lists] == [4, 5, 4, 2]
    assert [tracks.title for tracks in album.track_lists[:2]] == ["Seite 1", "Seite 2"]
    assert [credit.roles[0].name for credit in album.credits] == ["Gesang", "Bass", "Gitarre", "Schlagzeug", "Keyboard"]
    assert [(entry.chart, entry.peak) for entry in album.charts[:6]] == [
        ("DE", 1), ("AT", 3), ("CH", 1), ("UK", 1), ("US", 29), ("S", 1),
    ]  # fmt: skip
    assert album.categories == ("Nummer-eins-Album", "Album (Pop)", "ABBA-Album", "Album 1981")
    assert not album.diagnostics
