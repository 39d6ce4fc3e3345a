"""Prose as text: what a reader would read, without the infobox and the tables."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from wikialbum.album import Album
from wikialbum.reading import TextSection, TextTable, lead_text, text_sections, text_tables
from wikialbum.syntax import Article, Blank, Paragraph, Section, Table, parse_article

ARTICLE = """\
= Rush =

Rush
- Type: Soundtrack
- Artist: Eric Clapton

Rush is a soundtrack album.
It has ten tracks.

It sold well.

==Background==
Clapton wrote the score.

| Not | prose |

He recorded it in 1991.

===Songs===

Production
- Ann Lee – harp

1. "One" – 3:45
2. "Two"

====Notes====
==Charts==
| Chart | Peak |
| UK Albums |  |
"""


def test_the_lead_is_its_paragraphs_parted_by_blank_lines() -> None:
    assert lead_text(parse_article(ARTICLE)) == "Rush is a soundtrack album.\nIt has ten tracks.\n\nIt sold well."


def test_sections_nest_and_hold_no_tables() -> None:
    assert text_sections(parse_article(ARTICLE)) == (
        TextSection(
            "Background",
            2,
            "Clapton wrote the score.\n\nHe recorded it in 1991.",
            (
                TextSection(
                    "Songs", 3, 'Production\n\nAnn Lee – harp\n\n"One" – 3:45\n"Two"', (TextSection("Notes", 4),)
                ),
            ),
        ),
        TextSection("Charts", 2),
    )


def test_tables_know_the_headings_above_them() -> None:
    text = "= T =\n\nA paragraph.\n\n| a |\n\n==S==\n| b |\n===SS===\n| c | d |\n==U==\n| e |\n"
    assert text_tables(parse_article(text)) == (
        TextTable((), (("a",),)),
        TextTable(("S",), (("b",),)),
        TextTable(("S", "SS"), (("c", "d"),)),
        TextTable(("U",), (("e",),)),
    )


def test_an_empty_cell_is_an_empty_text_and_rows_differ_in_length() -> None:
    assert text_tables(parse_article("| Chart | Peak |\n| UK |  |\n| US |\n"))[0].rows == (
        ("Chart", "Peak"),
        ("UK", ""),
        ("US",),
    )


def test_lines_end_alike_however_the_article_ends_them() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert lead_text(parse_article(f"= T ={end}{end}One{end}two.{end}{end}Three.{end}")) == "One\ntwo.\n\nThree."


def test_items_that_show_nothing_leave_no_line() -> None:
    assert text_sections(parse_article("==S==\n- \n- Ann\n"))[0].text == "Ann"


def test_an_item_with_line_breaks_is_one_line() -> None:
    article = parse_article("==S==\n- Ann\n")
    shown = article.replace(
        next(node for node in article.walk() if getattr(node, "content", "") == "Ann"), Paragraph("Ann\nLee")
    )
    assert text_sections(shown)[0].text == "Ann Lee"


def test_a_tree_built_by_hand_is_read_too() -> None:
    article = Article(lead=(Paragraph("One."), Blank()), sections=(Section(blocks=(Paragraph("Two."), Table())),))
    assert lead_text(article) == "One."
    assert text_sections(article) == (TextSection("", 2, "Two."),)
    assert text_tables(article) == (TextTable(("",), ()),)


def test_wikitext_reads_as_it_is_shown() -> None:
    text = """\
{{Infobox album
| name = Rush
}}
'''''Rush''''' is an album by [[Eric Clapton|Clapton]].<ref>Notes</ref>

== Personnel ==
{{div col}}
* [[Ann Lee]] – [[harp]]<br />and voice
{{div col end}}

== Charts ==
{| class="wikitable"
! Chart !! Peak
|-
| [[UK Albums Chart|UK]] || 7
|}
[[Category:1992 albums]]
"""
    article = parse_article(text)
    assert article.dialect == "wikitext"
    assert lead_text(article) == "Rush is an album by Clapton."
    assert text_sections(article) == (
        TextSection("Personnel", 2, "Ann Lee – harp and voice"),
        TextSection("Charts", 2),
    )
    assert text_tables(article) == (TextTable(("Charts",), (("Chart", "Peak"), ("UK", "7"))),)


def test_a_quotation_in_a_template_is_prose() -> None:
    text = "== S ==\n{{Quote box|quote=We ''only'' stopped.|source=[[Creem]]}}\n\n{{Blockquote|One.}}\n{{Other|Two.}}\n"
    assert text_sections(parse_article(text, dialect="wikitext"))[0].text == "We only stopped.\n\nOne."


def test_an_album_reads_the_prose_of_its_article() -> None:
    album = Album(article=parse_article(ARTICLE))
    assert album.lead.startswith("Rush is")
    assert [section.title for section in album.sections] == ["Background", "Charts"]
    assert [table.section for table in album.tables] == [("Background",), ("Charts",)]


def test_an_album_without_an_article_has_no_prose() -> None:
    assert (Album().lead, Album().sections, Album().tables) == ("", (), ())


@given(st.text("=|-# a\r\n"))
def test_every_article_can_be_read(text: str) -> None:
    article = parse_article(text)
    assert "\r" not in lead_text(article) + "".join(section.text for section in text_sections(article))
    assert len(text_sections(article)) == len(article.sections)
    assert len(text_tables(article)) == len(article.tables())


def test_many_sections_are_read_in_linear_time() -> None:
    def seconds(count: int) -> float:
        article = parse_article("==S==\nText.\n| a |\n" * count)
        start = time.perf_counter()
        text_sections(article)
        text_tables(article)
        return time.perf_counter() - start

    seconds(100)
    assert min(seconds(8000) for _ in range(3)) < 40 * min(seconds(800) for _ in range(3))
