"""Each album of an article has its own part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import wikialbum

WIKITEXT = Path(__file__).parents[3] / "shared" / "wikitext"

FILM = "{{Infobox film\n| name = The Salt Road\n| producer = Nobody\n}}\nProse.\n"


def read(text: str) -> tuple[wikialbum.Album, ...]:
    return wikialbum.albums(wikialbum.parse_article(text))


def test_an_infobox_in_a_section_has_the_section_alone() -> None:
    (album,) = read(
        FILM + "== Cast ==\n* Ann Lee – Marta\n== Soundtrack ==\n{{Infobox album\n| name = Maré\n}}\n"
        "{{Track listing\n| title1 = One\n}}\n=== Personnel ===\n* Tom Rae – piano\n"
    )
    assert album.title == "Maré"
    assert [track.title for track in album.tracks] == ["One"]
    assert [credit.names for credit in album.credits] == [("Tom Rae",)]


def test_two_infoboxes_of_a_section_part_its_blocks() -> None:
    first, second = read(
        FILM
        + '== Music ==\n{{Infobox album\n| name = A\n}}\n# "One" – 1:00\n\n{{Infobox album\n| name = B\n}}\n# "Two" – 2:00\n'
    )
    assert ([track.title for track in first.tracks], [track.title for track in second.tracks]) == (["One"], ["Two"])


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("== Soundtrack ==\n{{Track listing\n| title1 = One\n}}\n", (1, 0, 0)),
        (
            "== Soundtrack ==\nProse.\n=== Awards ===\n{{Certification Table Entry|region=Norway|type=album|award=Gold}}\n",
            (0, 1, 0),
        ),
        (
            "== Soundtrack ==\n{{Track listing\n| title1 = One\n}}\n=== Charts ===\n{|\n! Chart !! Peak\n|-\n| UK Albums || 3\n|}\n",
            (1, 0, 1),
        ),
    ],
    ids=["tracks", "awards", "tracks with charts"],
)
def test_a_film_has_the_album_that_its_sections_tell_of(body: str, counts: tuple[int, int, int]) -> None:
    (album,) = read(FILM + body)
    assert album.title is None
    assert (len(album.tracks), len(album.certifications), len(album.charts)) == counts


@pytest.mark.parametrize(
    "body",
    [
        "== Cast ==\n* Ann Lee – Marta\n",
        "== Home media ==\n{{Certification Table Entry|region=Norway|type=video|award=Gold}}\n",
    ],
    ids=["cast", "video"],
)
def test_a_film_without_music_gives_an_empty_album(body: str) -> None:
    (album,) = read(FILM + body)
    assert (album.title, album.credits, album.certifications, album.tracks) == (None, (), (), ())


def test_the_first_of_several_albums_says_so() -> None:
    first, second = read(
        '{{Infobox album\n| name = A\n}}\n== Mug ==\n{{Infobox album\n| name = B\n}}\n# "Two" – 2:00\n'
    )
    assert [diagnostic.code for diagnostic in first.diagnostics] == ["several-albums"]
    assert (first.tracks, second.title, len(second.tracks)) == ((), "B", 1)


@pytest.mark.skipif(not WIKITEXT.exists(), reason="the articles are not at hand")
@pytest.mark.parametrize(
    ("name", "title", "tracks", "certified"),
    [
        ("film-48-hrs", None, 13, 0),
        ("film-azhagarsamy", "Azhagarsamy", 7, 0),
        ("film-kadavul", "Kadavul", 6, 0),
        ("film-kadvi-hawa", "Main Banjar", 0, 0),
        ("film-midnight-cowboy", None, 0, 1),
        ("film-my-neighbor-totoro", None, 20, 0),
        ("film-super-hero-film", "Super Hero: Original Motion Picture Soundtrack", 4, 0),
        ("film-taxi-driver", "Taxi Driver: Original Soundtrack Recording", 0, 0),
        ("tour-ep-band-of-horses-ep", "Tour EP", 6, 0),
        ("the-soundstage-sessions", "The Soundstage Sessions", 13, 0),
    ],
)
def test_real_articles_have_their_albums(name: str, title: str | None, tracks: int, certified: int) -> None:
    (album,) = read((WIKITEXT / f"{name}.wiki").read_text(encoding="utf-8"))
    assert (album.title, len(album.tracks), len(album.certifications)) == (title, tracks, certified)
