from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum import parse_text
from wikialbum.errors import StrictParseError
from wikialbum.syntax.protection import protect

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*/plain.txt"))
HIDDEN = re.compile(f"[{protect(' ,;/&()[]:–—-“”')}]")
LINES = sorted({line for path in ARTICLES for line in path.read_bytes().decode().splitlines(keepends=True)})
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.text(alphabet="aB1 \"“”()[]|–-:,;/.&=#*\n'×^", max_size=30),
    st.text(max_size=20),
    st.sampled_from(["==Track listing==\n", "==Personnel==\n", "==Charts==\n", "- Producer: ", "1. ", "- ", "| "]),
)


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts_of(key)
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def check(text: str) -> None:
    """An article of any text gives an album whose values, spans and diagnostics are sound."""
    album = parse_text(text)
    assert not any(HIDDEN.search(each) for each in texts_of(album.to_dict()))
    tracks = (track for each in album.track_lists for track in each.tracks)
    tables = (*album.charts, *album.certifications, *album.ratings, *album.release_history)
    for record in (*album.releases, *album.labels, *album.producers, *album.credits, *tracks, *tables):
        assert record.span is not None
        assert 0 <= record.span.offset < record.span.end <= len(text)
    for diagnostic in album.diagnostics:
        assert (diagnostic.line is None) == (diagnostic.column is None)
        assert diagnostic.line is not None or diagnostic.code in {"no-infobox", "no-title"}


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_text_gives_a_sound_album(text: str) -> None:
    check(text)


@given(st.text(alphabet="a,&( \ufdd0\ufdd3\ufdef", max_size=20))
def test_noncharacters_of_the_text_itself_do_no_harm(value: str) -> None:
    check(f"= {value} =\n\n{value}\n- Artist: {value}\n- Genre: {value}\n\n==Personnel==\n- {value} – {value}\n")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_an_article_that_breaks_off_anywhere_gives_a_sound_album(path: Path) -> None:
    text = path.read_bytes().decode()
    for end in range(0, len(text), 97):
        check(text[:end])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_an_article_with_lines_lost_or_doubled_gives_a_sound_album(path: Path) -> None:
    lines = path.read_bytes().decode().splitlines(keepends=True)
    for place in range(0, len(lines), 5):
        check("".join(lines[:place] + lines[place + 1 :]))
        check("".join(lines[: place + 1] + lines[place:]))


HOLDERS = [
    "= T =\n\nT\n- Producer: {}\n",
    "= T =\n\nT\n- Released: {}\n",
    "= T =\n\n==Track listing==\n1. {}\n",
    "= T =\n\n==Track listing==\n{}\n",
    "= T =\n\n==Personnel==\n- {}\n",
    "= T =\n\n==Personnel==\n- Ann – {}\n",
    "= T =\n\n==Personnel==\n- Recorded by {}\n",
    "==Charts==\n| Chart (1992) | Peak |\n| {} | {} |\n",
    "==Certifications==\n| Region | Certification | Certified units/sales |\n| {} | {} | {} |\n",
]
UNITS = [
    " ",
    '"',
    "(",
    "[",
    "1, ",
    "a, ",
    " and ",
    " by ",
    "(a) ",
    "– ",
    " / ",
    '"a" ',
    'on "a" ',
    "1990 ",
    "1:00 ",
    "except 1 ",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("holder", HOLDERS)
def test_no_value_takes_more_than_a_moment(holder: str, unit: str) -> None:
    for size in (3900, 40_000):
        text = holder.replace("{}", unit * (size // len(unit)))
        start = time.process_time()
        parse_text(text)
        assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("title", "album"),
    [
        ("Rush (1991 soundtrack)", "Rush"),
        ("Now (Maxwell album)", "Now"),
        ("Jug (album)", "Jug"),
        ("Chloë (EP)", "Chloë"),
        ("Live (in Cork)", "Live (in Cork)"),
        ("(album)", "(album)"),
        ("Plain", "Plain"),
    ],
)
def test_without_an_infobox_the_title_is_that_of_the_article(title: str, album: str) -> None:
    found = parse_text(f"= {title} =\n\nProse.\n")
    assert (found.title, found.article_title) == (album, title)


def test_prose_gives_no_facts() -> None:
    prose = (
        "= T =\n\nT was recorded in 1990 at Big Room, produced by Ann Lee and reached number 3 in the UK.\n\n"
        '== Background ==\nThe band consisted of:\n- Ann Lee – vocals\n- Bo Ray – drums\n\n1. "A" – 3:00\n\n'
        '== Singles ==\n- "A" – 12 May 1990\n- "B" (1991)\n\n'
        "== Tour ==\n| Date | City | Country |\n| 12 May 1990 | Cork | Ireland |\n\n"
        "== Awards ==\n| Year | Award | Result |\n| 1990 | Mercury | Won |\n\n"
        '== Notes ==\n- "A" contains a sample of "B", written by Cy Fox.\n'
    )
    found = parse_text(prose).to_dict()
    facts = {key for key, value in found.items() if value and key not in {"title", "article_title", "diagnostics"}}
    assert facts == set()


def test_doubts_are_raised_where_they_are_asked_for() -> None:
    with pytest.raises(StrictParseError):
        parse_text("= T =\n\nT\n- Type: bootleg cassette\n\nX\n", strict=True)
