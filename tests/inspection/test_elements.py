"""HTML made of elements: whatever a text holds, it stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed_page import SIGN, ParsedPage

from wikialbum.inspection.elements import Html, element, join, shown

ANYTHING = st.text(st.characters(codec=None))


@given(ANYTHING)
def test_any_text_comes_back_from_an_element(text: str) -> None:
    page = ParsedPage(element("p", text))
    assert {each.tag for each in page.elements} <= {"p", "i"}
    assert page.elements[0].source == text


@given(ANYTHING)
def test_any_text_comes_back_from_an_attribute_with_signs_for_what_it_cannot_carry(text: str) -> None:
    (only,) = ParsedPage(element("p", title=text)).elements
    assert only.attributes == {"title": shown(text)}


@given(ANYTHING)
def test_a_page_can_always_be_written_as_utf_8(text: str) -> None:
    assert element("p", text, title=text).encode().decode() == element("p", text, title=text)


@pytest.mark.parametrize("code", [0, 0xD, 0x1B, 0x7F, 0x85, 0x202E, 0x2028, 0x2066, 0xFEFF, 0xD800, 0xFFFF, 0x10FFFE])
def test_what_nobody_could_see_is_shown_by_a_sign(code: int) -> None:
    assert SIGN.fullmatch(shown(chr(code)))
    assert chr(code) not in element("p", chr(code))


@pytest.mark.parametrize("text", ["é 雨 ☃ 😀", "\t\n", "שלום", "👩\u200d👩", "a\u00a0b"])
def test_other_characters_stay_as_they_are(text: str) -> None:
    assert shown(text) == text


def test_a_sign_is_told_from_the_same_characters_in_a_text() -> None:
    assert element("p", "⟨NUL⟩\0") == "<p>⟨NUL⟩<i>⟨NUL⟩</i></p>"


def test_html_is_not_escaped_again_and_text_always_is() -> None:
    assert join([element("b", "<"), "<", Html("<hr>")]) == "<b>&lt;</b>&lt;<hr>"


def test_attributes_are_named_as_in_html_and_left_out_where_there_is_none() -> None:
    made = element("a", class_="x", data_at="1", hidden=True, id=None, tabindex=0, href=False)
    assert made == '<a class="x" data-at="1" hidden tabindex="0"></a>'
