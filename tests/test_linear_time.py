"""Nasty texts come back as they were, give an album without an error, and take time and memory linear in their length.

Time is compared by the character: that of a text of 1 MB with that of 10 KB, and that of each bad shape with an ordinary
article's. Quadratic time would be a ratio of a hundred. The bounds leave room for a busy machine; what is above them is
measured again before it counts. tests/benchmarks/ goes to 10 MB, with a narrow bound.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

import wikialbum
from cost import growth, least_multiple
from nasty_texts import NASTY, NASTY_VALUES, SHAPES
from wikialbum.syntax import Dialect
from wikialbum.testing import assert_round_trip

BOUND = 5
SMALL, MEDIUM, LARGE = 10_000, 100_000, 1_000_000

#: How many times an ordinary article's character a character of a bad shape may cost.
MOST = 20

#: Shapes that cost more, though not more the longer they are.
COSTLY = {"tables in cells": 60, "tables in headers": 40}  # a table in a table is read on each level

#: By how much more memory a character of a long text may take.
MOST_MEMORY = 3

#: The same for credits of all tracks but some: their lists of numbers grow to 999 before they stop.
GROWING_LISTS = {"many exceptions": 8}

DIALECTS: tuple[Dialect, ...] = ("plain", "wikitext")
shapes = pytest.mark.parametrize("name", SHAPES)
dialects = pytest.mark.parametrize("dialect", DIALECTS)


def read_and_print(text: str) -> str:
    """All that is done with an article: tree, album, and text again."""
    return str(wikialbum.parse_text(text).article)


def grows(read: Callable[[str], object], make: Callable[[int], str], large: int) -> float:
    """By how much more a large text takes for each character than one of 10 KB."""
    read(make(100))  # loads what is loaded when first used
    return growth(read, make(SMALL), make(large), BOUND)


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_text_takes_linear_time(name: str) -> None:
    for size in (MEDIUM, LARGE):  # quadratic time shows at the first, before it takes minutes at the second
        assert grows(read_and_print, NASTY[name], size) < BOUND


@pytest.mark.parametrize("name", NASTY_VALUES)
def test_a_nasty_value_takes_linear_time(name: str) -> None:
    assert grows(read_and_print, NASTY_VALUES[name], MEDIUM) < BOUND


@pytest.mark.parametrize("dialect", [None, "plain", "wikitext"])
@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_round_trips(name: str, dialect: Dialect | None) -> None:
    assert_round_trip({**NASTY, **NASTY_VALUES}[name](SMALL + 7), dialect)


@pytest.mark.parametrize("name", [*NASTY, *NASTY_VALUES])
def test_a_nasty_text_gives_an_album_that_json_can_hold(name: str) -> None:
    album = wikialbum.parse_text({**NASTY, **NASTY_VALUES}[name](SMALL // 2))
    assert wikialbum.Album.from_dict(album.to_dict()) == album


# ---- bad shapes, and all that is done with an article ----


@dialects
@shapes
def test_a_bad_shape_takes_linear_time_and_costs_no_more_than_some_ordinary_articles(
    name: str, dialect: Dialect
) -> None:
    def read(text: str) -> str:
        return str(wikialbum.parse_text(text, dialect=dialect).article)

    assert grows(read, SHAPES[name], MEDIUM) < BOUND
    most = COSTLY.get(name, MOST)
    assert least_multiple(read, SHAPES[name](SMALL), dialect, most) < most


def displayed(article: wikialbum.Article) -> None:
    """Show all of an article."""
    for node in article.walk_blocks():
        assert isinstance(node.text, str)


#: What is done with an article and its album.
USES: dict[str, Callable[[wikialbum.Article, wikialbum.Album], object]] = {
    "to_dict": lambda _, album: wikialbum.Album.from_dict(album.to_dict()),
    "render": lambda _, album: [wikialbum.render(album, dialect, lost=[]) for dialect in DIALECTS],
    "formatted": lambda article, _: article.formatted(),
    "converted": lambda article, _: [article.converted(dialect, lost=[]) for dialect in DIALECTS],
    "diff": lambda _, album: wikialbum.diff(album, wikialbum.Album(track_lists=album.track_lists[1:])),
    "text": lambda article, _: displayed(article),
    "prose": lambda _, album: (album.lead, album.sections, album.tables),
}


@dialects
@shapes
@pytest.mark.parametrize("use", USES)
def test_a_bad_shape_can_be_used_in_linear_time(name: str, use: str, dialect: Dialect) -> None:
    def task(text: str) -> object:
        article = wikialbum.parse_article(text, dialect=dialect)
        return USES[use](article, wikialbum.normalize(article))

    task(SHAPES[name](100))
    few, many = SHAPES[name](SMALL // 8), SHAPES[name](SMALL)
    assert growth(task, few, many, BOUND) < BOUND  # eight times the text: quadratic time would be near 8


# ---- memory ----


def peak(text: str, dialect: Dialect) -> int:
    """The most memory that reading a text takes at any moment, in bytes."""
    tracemalloc.start()
    try:
        wikialbum.parse_text(text, dialect=dialect)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@dialects
@shapes
def test_a_bad_shape_takes_linear_memory(name: str, dialect: Dialect) -> None:
    peak(SHAPES[name](100), dialect)
    few, many = SHAPES[name](SMALL // 4), SHAPES[name](SMALL * 2)
    most = GROWING_LISTS.get(name, MOST_MEMORY)
    assert peak(many, dialect) / len(many) < most * peak(few, dialect) / len(few)


# ---- numbers ----

#: More digits than Python reads.
HUGE = "9" * 5000

NUMBERS = [
    "= T =\n\nT\n- Released: {}\n- Recorded: {}–{}\n- Length: {}:{}\n- Next Year: {}\n- Label: a ({})\n",
    '==Track listing==\n{}. "One" – {}:59\n1. "Two" – 3:{}\nTotal length: {}:{}:{}\n',
    '==Track listing==\n| No. | Title | Length |\n| {} | "One" | {}:{} |\n',
    '==Track listing==\n| No. | Title | Notes |\n| {} | "One" | tracks {} |\n',
    "==Personnel==\n- Ann – harp (tracks {}, 1–{})\n- Bo – oud (all tracks except {})\nTracks {}\n- Cy – drums on track {}\n",
    "==Charts==\n| Chart ({}) | Peak |\n| A | {} |\n",
    "==Certifications==\n| Region | Certification | Certified units |\n| A | {}× Platinum | {} |\n| B | Gold | {} million |\n",
    "==Reception==\n| Source | Rating |\n| A | {}/5 |\n| B | 4/{} |\n| C | {}% |\n",
    "==Release history==\n| Region | Date | Catalog |\n| A | {} May {} | {} |\n",
    "{{{{Infobox album\n| name = &#{};&#x{};\n| released = {{{{Start date|{}|1|{}}}}}\n| length = {{{{duration|m={}|s={}}}}}\n}}}}\n",
    "{{{{Track listing\n| title{} = One\n| length{} = {}:{}\n| total_length = {}\n}}}}\n",
    "{{{{Album ratings|rev{}=A|rev{}score={{{{rating|{}|{}}}}}}}}}\n",
    '{{{{a}}}}\n==Charts==\n{{|\n! Chart !! Peak\n|-\n| rowspan="{}" colspan="{}" | A || {}\n|}}\n{{{{Album chart|UK|{}}}}}\n',
    "{{{{a}}}}\n==Certifications==\n{{{{Certification Table Entry|region=UK|award=Gold|number={}|relyear={}|salesamount={}}}}}\n",
    '{{{{a}}}}\n<ol start="{}"><li value="{}">One</li></ol>\n#<li value="{}"> Two\n',
]


@dialects
@pytest.mark.parametrize("number", [HUGE, "0" * 5000 + "1", "0", "99999", "9" * 320, "٣" * 30, "²"])
@pytest.mark.parametrize("shape", NUMBERS)
def test_a_number_of_any_size_raises_nothing(shape: str, number: str, dialect: Dialect) -> None:
    text = shape.format(*[number] * shape.count("{}"))
    article = wikialbum.parse_article(text, dialect=dialect)
    album = wikialbum.normalize(article)
    for use in USES.values():
        use(article, album)
    assert all(isinstance(node.text, str) for node in article.walk())


def test_growth_tells_quadratic_from_linear_time() -> None:
    few, many = NASTY["commas"](SMALL), NASTY["commas"](MEDIUM)
    assert growth(lambda text: sum(map(ord, text)), few, many, BOUND) < BOUND
    assert growth(lambda text: [text.count("x", at) for at in range(0, len(text), 50)], few, many, BOUND) >= BOUND
