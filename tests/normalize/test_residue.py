from __future__ import annotations

import pytest

from wikialbum import parse_text

FOLDS: dict[tuple[str, str], list[tuple[str, str | None]]] = {
    ("Label", "Reprise Records, Reprise"): [("Reprise", None)],
    ("Label", "reprise records, Reprise"): [("Reprise", None)],
    ("Label", "EMI Recordings, EMI (UK)"): [("EMI", "UK")],
    ("Label", "Rhino Entertainment, Rhino, Duck"): [("Rhino", None), ("Duck", None)],
    ("Label", "Sony Music Entertainment, Sony Music"): [("Sony Music", None)],
    ("Label", "Columbia Small|(reissue)"): [("Columbia", "reissue")],
    ("Label", "Ruthless (label), Ruthless"): [("Ruthless", None)],
    ("Producer", "J.D. (record producer), J.D."): [("J.D.", None)],
    ("Producer", "Kid (rapper), Kid (exec.)"): [("Kid", "exec.")],
    ("Producer", "hlist, Ann Lee, Bo Ray"): [("Ann Lee", None), ("Bo Ray", None)],
    ("Producer", "unbulleted list, Ann Lee"): [("Ann Lee", None)],
    ("Producer", "Ann Lee | B-side = Title"): [("Ann Lee", None)],
}


@pytest.mark.parametrize(("key", "value"), FOLDS)
def test_residue_is_folded_and_told(key: str, value: str) -> None:
    album = parse_text(f"= T =\n\nT\n- {key}: {value}\n\nX\n")
    items = album.labels if key == "Label" else album.producers
    assert [(item.name, item.note) for item in items] == FOLDS[key, value]
    told = [(each.code, each.severity, each.line) for each in album.diagnostics]
    assert ("folded-residue", "info", 4) in told


@pytest.mark.parametrize(
    ("value", "genres"),
    [
        ("Country music, Country", ("Country",)),
        ("Hip hop music, Hip hop, trap", ("Hip hop", "trap")),
        ("nowrap, Folk", ("Folk",)),
        ("Popsfn, Hale, 2001", ("Pop",)),
        ("Popsfn, Hale, 2001, p. 3, Rock", ("Pop", "Rock")),
        ("flatlist, Rock, plainlist, ubl, small, Folk", ("Rock", "Folk")),
    ],
)
def test_residue_among_genres_is_folded(value: str, genres: tuple[str, ...]) -> None:
    assert parse_text(f"= T =\n\nT\n- Genre: {value}\n\nX\n").genres == genres


@pytest.mark.parametrize(
    "value", ["Rock, Folk", "Music, Rock", "Country, Country music", "Records, Duck", "Small faces, Rock"]
)
def test_items_that_only_look_alike_are_kept(value: str) -> None:
    album = parse_text(f"= T =\n\nT\n- Genre: {value}\n\nX\n")
    assert album.genres == tuple(value.split(", "))
    assert not album.diagnostics


def test_an_artist_is_folded_too() -> None:
    assert parse_text("= T =\n\nT\n- Artist: Marlin (band), Marlin\n\nX\n").artist == "Marlin"
