"""What a template that nobody knows shows is kept, and a diagnostic names the template."""

from __future__ import annotations

import pytest

import wikialbum
from wikialbum.syntax.display import met_unknown
from wikialbum.syntax.display_templates import is_known_template


def unknown(text: str) -> list[tuple[str, int | None, int | None]]:
    found = [each for each in wikialbum.parse_text(text).diagnostics if each.code == "unknown-template"]
    return [(each.message, each.line, each.column) for each in found]


def test_the_text_of_an_unknown_template_in_a_value_is_kept() -> None:
    text = "{{Infobox album\n| name = Jug\n| genre = {{Unheard of|Blues}}, Folk\n}}"
    assert wikialbum.parse_text(text).genres == ("Blues", "Folk")
    assert unknown(text) == [("the template 'Unheard of' is not known; its text was read as 'Blues'", 3, 11)]


def test_an_unknown_template_is_named_once_at_its_place() -> None:
    text = "== Personnel ==\n* Ann Lee – {{wheel|drums}}, {{wheel|bass}}\n"
    (credit,) = wikialbum.parse_text(text).credits
    assert [role.name for role in credit.roles] == ["drums", "bass"]
    assert [(line, column) for _, line, column in unknown(text)] == [(2, 13), (2, 30)]


@pytest.mark.parametrize(
    "text",
    [
        "{{Infobox album\n| name = Jug\n| genre = {{hlist|Blues|{{nowrap|Folk}}}}{{sfn|Lee|1990}}\n}}",
        "{{Infobox album\n| name = Jug\n| misc = {{Extra chronology|artist=Lee|prev_title=Mug}}\n}}",
        "== Charts ==\n{|\n! Chart !! Peak\n|-\n{{album chart|UK|3}}\n|}\n",
        "{{Anything|at=all}}\nProse with {{something|odd}} in it.\n",
        "== References ==\n{{Strange list|1=a}}\n",
        "== Charts ==\n{{Ann Lee albums}}\n",
    ],
    ids=["display", "vocabulary", "row", "prose", "section without facts", "box of links"],
)
def test_other_templates_are_not_named(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("== Track listing ==\n{{Strange list|title1=One}}\n", 2),
        ("== Charts ==\n{|\n! Chart !! Peak\n|-\n{{strange row|UK|3}}\n|}\n", 5),
        ("== Certifications ==\n{{small|x}}\n{{Strange award|region=Norway}}\n", 3),
    ],
    ids=["tracks", "row", "among others"],
)
def test_an_unread_template_among_facts_is_named(text: str, line: int) -> None:
    ((message, where, column),) = unknown(text)
    assert message.endswith("is not known; nothing was read of it")
    assert (where, column) == (line, 1)


def test_a_template_without_text_says_so() -> None:
    ((message, _, _),) = unknown("{{Infobox album\n| name = Jug\n| genre = Blues {{wheel}}\n}}")
    assert message == "the template 'Wheel' is not known; nothing was read of it"


def test_nobody_listens_when_an_album_is_read() -> None:
    wikialbum.parse_text("{{Infobox album\n| name = {{wheel|Jug}}\n}}")
    assert met_unknown.get() is None


@pytest.mark.parametrize(
    ("title", "known"), [("Nowrap", True), ("lang-ja", True), ("#if:x", True), ("Cite web", True), ("Wheel", False)]
)
def test_templates_are_known_by_name_or_by_how_it_begins(title: str, *, known: bool) -> None:
    assert is_known_template(title) is known
