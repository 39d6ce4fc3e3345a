"""Every fact of Album JSON stands on the page, tied to the text that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from parsed_page import Element, ParsedPage

import wikialbum
from wikialbum.inspection import page
from wikialbum.wording import numbers_text

ARTICLES = Path(__file__).parents[1] / "articles"
FILES = sorted([*ARTICLES.glob("*/plain.txt"), *ARTICLES.glob("*/article.wiki")])
IDS = [f"{file.parent.name}-{file.stem}" for file in FILES]

#: What stands elsewhere: a heading above the credits, the lists of records themselves; and what only repeats wording.
ELSEWHERE = {"section", "tracks", "text", "diagnostics"}
#: What is not said because nearly everything is so.
USUAL = (("period", "weekly"), ("multiple", 1))


@cache
def shown(file: Path) -> ParsedPage:
    return ParsedPage(page(text_of(file)))


def text_of(file: Path) -> str:
    return file.read_bytes().decode()


def facts_by_path(parsed: ParsedPage) -> dict[str, Element]:
    return {
        str(element.attributes["data-path"]): element
        for element in parsed.elements
        if "data-path" in element.attributes
    }


def records(album: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The records of Album JSON with their paths; tracks are records of their own."""
    for field in set(album) - ELSEWHERE - {"type_text", "infobox"}:
        value = album[field]
        if isinstance(value, list):
            for place, each in enumerate(value):
                yield f"{field}[{place}]", each
        elif value is not None:
            yield field, value
    for place, tracks in enumerate(album["track_lists"]):
        for number, track in enumerate(tracks["tracks"]):
            yield f"track_lists[{place}].tracks[{number}]", track
    for key, text in album["infobox"].items():
        yield f"infobox[{key!r}]", text


def words(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - of JSON
    """What a reader must find of a value."""
    if name == "role tracks":
        yield numbers_text(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key == "tracks" and "name" in value:
                yield from words("role tracks", each)
            elif key not in ELSEWHERE and (key, each) not in USUAL:
                yield from words(key, each)
    elif isinstance(value, list):
        for each in value:
            yield from words(name, each)
    elif name == "seconds" and value is not None:
        yield f"{value // 60 % 60}:{value % 60:02}".rjust(5, "0")[-4:]
    elif value is not None:
        yield (
            str(value).replace("_", " ")
            if name in {"type", "period"}
            else f"{value:,}"
            if name == "units"
            else str(value)
        )


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_every_fact_stands_on_the_page(file: Path) -> None:
    facts = facts_by_path(shown(file))
    album = wikialbum.parse_text(text_of(file)).to_dict()
    found = list(records(album))
    assert len(found) >= 7
    for path, record in found:
        for wanted in words(path, record):
            assert wanted in facts[path].text, path


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_a_type_that_the_article_words_otherwise_stands_there_in_its_words(file: Path) -> None:
    album = wikialbum.parse_text(text_of(file))
    if album.type is not None and album.type_text is not None:
        assert album.type_text.casefold() in facts_by_path(shown(file))["type"].text.casefold()


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_credits_stand_below_their_headings(file: Path) -> None:
    facts = facts_by_path(shown(file))
    for place, credit in enumerate(wikialbum.parse_text(text_of(file)).credits):
        group = facts[f"credits[{place}]"]
        while "group" not in group.classes:
            assert group.parent is not None
            group = group.parent
        heading = group.content[0]
        assert isinstance(heading, Element)
        assert heading.text == " › ".join(credit.section)


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_a_fact_is_tied_to_the_text_of_its_span(file: Path) -> None:
    text = text_of(file)
    album = wikialbum.parse_text(text)
    parsed = shown(file)
    tied = 0
    for path, element in facts_by_path(parsed).items():
        span = span_of(album, path)
        if span is not None:
            assert parsed.source_of(element)[0] == text[span.offset : span.end], path
            tied += 1
    assert tied >= 3


def span_of(album: wikialbum.Album, path: str) -> wikialbum.Span | None:
    """The span of a record, or of a field of the header; None for those that the album gives no span of their own."""
    if path.startswith("infobox"):
        return None
    value: Any = album
    for name, place in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        value = getattr(value, name)
        value = value[int(place)] if place else value
    own: wikialbum.Span | None = getattr(value, "span", None)
    return own or album.spans.get(path.partition("[")[0])


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_every_diagnostic_is_listed_and_noted_at_its_line(file: Path) -> None:
    parsed = shown(file)
    for number, diagnostic in enumerate(wikialbum.parse_text(text_of(file)).diagnostics):
        entry = parsed.ids[f"d{number}"]
        assert diagnostic.message in entry.text
        assert diagnostic.code in entry.text
        assert str(diagnostic.severity) in entry.text
        assert entry.attributes["href"] == f"#n{number}"
        note = parsed.ids[f"n{number}"]
        assert diagnostic.message in note.text
        assert note.attributes["href"] == f"#d{number}"
        assert note.parent is not None
        assert note.parent.attributes["id"] == f"L{diagnostic.line}"


def facts_of(text: str) -> dict[str, list[str]]:
    """The pieces of source of each fact, by its path."""
    parsed = ParsedPage(page(text))
    return {path: parsed.source_of(element) for path, element in facts_by_path(parsed).items()}


def test_a_title_without_an_infobox_leads_to_the_heading() -> None:
    facts = facts_of("= Jug (album) =\nText.\n")
    assert facts["title"] == facts["article_title"] == ["= Jug (album) =\n"]


def test_a_chronology_leads_to_all_fields_that_it_is_made_of() -> None:
    facts = facts_of(
        "Jug\n- Artist: Ann Lee\n- Prev Title: One\n- Genre: Blues\n- Next Title: Two\n- Next Year: 1972\n"
    )
    assert facts["chronology[0]"] == ["- Prev Title: One\n", "- Next Title: Two\n", "- Next Year: 1972\n"]


def test_a_category_leads_to_its_link() -> None:
    facts = facts_of("{{Infobox album|name=Jug}}\n[[Category:1971_albums|Jug]]\n[[Category:Ann Lee albums]]\n")
    assert facts["categories[0]"] == ["[[Category:1971_albums|Jug]]"]
    assert facts["categories[1]"] == ["[[Category:Ann Lee albums]]"]


def test_fields_of_the_infobox_lead_to_where_they_were_written_even_those_that_stand_twice() -> None:
    facts = facts_of("{{Infobox album|name=Jug||genre=Blues|x=1\n|genre=Rock}}\n")
    assert facts["infobox['genre']"] == ["|genre=Blues"]
    assert facts["infobox['genre (2)']"] == ["|genre=Rock"]
    assert facts["infobox['x']"] == ["|x=1\n"]
    assert facts_of("Jug\n- Genre: Blues\n- Colour: red\n")["infobox['Colour']"] == ["- Colour: red\n"]


def test_a_fact_without_a_place_is_no_link_and_says_so() -> None:
    parsed = ParsedPage(page("{{Infobox album|name=Jug}}\n", title="Jug (album)"))
    fact = facts_by_path(parsed)["article_title"]
    assert fact.tag == "span"
    assert "no place of its own" in fact.text


def test_each_album_of_an_article_is_shown_and_their_facts_lead_to_their_own_infobox() -> None:
    infobox = "== {0} ==\n{{{{Infobox album\n|name={0}\n|genre=Blues\n}}}}\n"
    parsed = ParsedPage(page("{{Infobox film}}\n" + infobox.format("One") + infobox.format("Two")))
    assert [element.text for element in parsed.of_class("album-name")] == ["Album 1: One", "Album 2: Two"]
    titles = [element for element in parsed.elements if element.attributes.get("data-path") == "title"]
    assert [parsed.source_of(title) for title in titles] == [["|name=One\n"], ["|name=Two\n"]]
    written = [element for element in parsed.elements if element.attributes.get("data-path") == "infobox['genre']"]
    lines = [str(element.text).rpartition("line ")[2] for element in written]
    assert lines == ["5", "10"]
