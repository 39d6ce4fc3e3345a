"""No text breaks the library: trees, albums, written articles and edits hold for composed texts and damaged articles.

WIKIALBUM_FUZZ_EXAMPLES=10000 makes a long run of it: so many examples for each test, and no limit of time.
"""

from __future__ import annotations

import os
from functools import partial

import pytest
from checks import DIALECTS, EDITS, Edit, album_holds, edit_holds, formatting_holds, tree_holds, writing_holds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS, failure, seeds, shrunk
from texts import TOKENS, any_text, composed, damaged, decoded

from wikialbum import parse_article
from wikialbum.syntax import Dialect
from wikialbum.testing import albums

EXAMPLES = int(os.environ.get("WIKIALBUM_FUZZ_EXAMPLES", "0"))

dialects = pytest.mark.parametrize("dialect", DIALECTS)
new_texts = st.sampled_from(TOKENS) | st.lists(st.sampled_from(TOKENS), max_size=4).map("".join) | composed
pytestmark = [pytest.mark.timeout(0)] if EXAMPLES else []


def examples(usual: int) -> settings:
    """The number of examples: the usual one, or the one that is asked for."""
    checks = (HealthCheck.too_slow, HealthCheck.data_too_large)
    return settings(max_examples=EXAMPLES or usual, deadline=None, suppress_health_check=checks)


@dialects
@given(text=any_text)
@examples(2000)
def test_every_text_is_an_article_at_every_level(dialect: Dialect, text: str) -> None:
    tree_holds(text, dialect)


@dialects
@given(text=any_text)
@examples(1500)
def test_every_article_gives_an_album_that_is_json_and_back(dialect: Dialect, text: str) -> None:
    album_holds(parse_article(text, dialect=dialect))


@dialects
@given(text=composed | damaged(700))
@examples(400)
def test_every_album_is_written_and_read_again(dialect: Dialect, text: str) -> None:
    album = album_holds(parse_article(text, dialect=dialect))
    for other in DIALECTS:
        writing_holds(album, other)


@dialects
@given(texts=st.lists(st.sampled_from(TOKENS), min_size=1, max_size=3), data=st.data())
@examples(20)
def test_an_album_of_any_strings_is_written_and_read_again(
    dialect: Dialect, texts: list[str], data: st.DataObject
) -> None:
    writing_holds(data.draw(albums(st.sampled_from(texts))), dialect)


@dialects
@given(text=composed | damaged(700))
@examples(400)
def test_every_article_is_formatted_and_converted(dialect: Dialect, text: str) -> None:
    formatting_holds(parse_article(text, dialect=dialect))


@dialects
@given(text=damaged(500) | composed, edit=st.sampled_from(list(EDITS)), place=st.integers(0, 99), new=new_texts)
@examples(1500)
def test_every_edit_is_refused_or_changes_its_place_alone(
    dialect: Dialect, text: str, edit: Edit, place: int, new: str
) -> None:
    edit_holds(parse_article(text, dialect=dialect), edit, place, place, new)


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.binary(max_size=200))
@examples(20)
def test_a_target_takes_any_bytes(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_the_first_inputs_of_a_target_hold(target: str) -> None:
    inputs = sorted(seeds(target).values())
    assert len(inputs) > 300
    for data in inputs[::40]:
        TARGETS[target](data)


def test_a_find_is_made_as_small_as_it_can_be() -> None:
    def run(data: bytes) -> None:
        assert not (b"a" in data and b"{" in data[5:])

    small = shrunk(run, b"xxaxxx{xx{xx")
    assert len(small) == 6
    assert failure(run, small)
    assert failure(run, b"a{") == ""


@given(data=st.binary())
def test_no_two_inputs_are_the_same_text(data: bytes) -> None:
    assert decoded(data).encode("utf-8", "surrogateescape") == data


def test_the_edits_do_what_they_are_for() -> None:
    article = parse_article("= Jug =\n\nJug\n- Genre: Blues\n\n==Personnel==\n- Ann Lee – harp\n")
    edited = map(partial(edit_holds, article, place=4, key=0, text="oud"), ["set_text", "set_field", "add_credit"])
    assert [str(each).count("oud") for each in edited] == [1, 1, 1]
