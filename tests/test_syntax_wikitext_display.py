"""What a reader sees of wikitext."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wikialbum.syntax import Template, Wikitext
from wikialbum.syntax.display import display_text, reading, unprotect
from wikialbum.syntax.display_templates import _RULES

MARKUP = {
    "plain text": ("Ann Lee – harp", "Ann Lee – harp"),
    "a link": ("[[Ann Lee]]", "Ann Lee"),
    "a link with a label": ("[[Ann Lee (musician)|Ann]]", "Ann"),
    "a link with a tail": ("[[guitar]]s", "guitars"),
    "a link to a section": ("[[Rush#Reception|its reception]]", "its reception"),
    "a link to a file page": ("[[:File:A.jpg]]", "File:A.jpg"),
    "a link in a link of a file": ("a[[File:A.jpg|thumb|[[Ann]] plays]]b", "ab"),
    "a category": ("a[[Category:Albums|Rush]]", "a"),
    "a localised category": ("a[[Kategorie:Album]]", "a"),
    "the same article elsewhere": ("a[[de:Rush]]", "a"),
    "the same article elsewhere, with a label": ("[[fr:Rush|in French]]", "in French"),
    "a title with a colon": ("[[Star Trek: Picard]]", "Star Trek: Picard"),
    "a label with italics": ("[[Billboard 200|''Billboard'' 200]]", "Billboard 200"),
    "an ampersand in a link": ("[[A&M Records]]", "A&M Records"),
    "an external link": ("[https://a.org the ''label'']", "the label"),
    "an external link alone": ("a [https://a.org]", "a "),
    "an external link with a link": ("[https://a.org by [[Ann]]]", "by Ann"),
    "italics and bold": ("'''''Rush''''' is ''an'' '''album'''", "Rush is an album"),
    "an apostrophe": ("rock 'n' roll", "rock 'n' roll"),
    "a genitive behind italics": ("''Billboard'''s chart", "Billboard's chart"),
    "four apostrophes": ("''''x'''", "'x"),
    "a reference": ('a<ref name="x">{{cite web|title=T}}</ref>, b', "a, b"),
    "a reference used again": ('a<ref name="x" />, b', "a, b"),
    "a comment": ("a<!-- b\nc -->d", "ad"),
    "an open comment": ("a<!-- b", "a"),
    "nowiki": ("<nowiki>[[a]] ''b''</nowiki>", "[[a]] ''b''"),
    "line breaks": ("a<br>b<br/>c<BR />d<br clear=all>e", "a\nb\nc\nd\ne"),
    "small print": ("38:20 <small>(LP)</small>", "38:20 (LP)"),
    "tags in each other": ("<span style='x'><small>a</small> b</span>", "a b"),
    "a tag that is not closed": ("<small>a", "a"),
    "superscripts": ("H<sub>2</sub>O<sup>*</sup>", "H2O*"),
    "struck out": ("<s>a</s> b", "a b"),
    "entities": ("A &amp; B&nbsp;&ndash;&#32;C &#x41;", "A & B – C A"),
    "a tag written with entities": ("&lt;br&gt;", "<br>"),
    "hard blanks": ("a\u00a0b\u2009c", "a b c"),
    "soft hyphens": ("a&shy;b", "ab"),
    "blanks where something was": ("a <ref>x</ref> b", "a b"),
    "a switch": ("__NOTOC__a", "a"),
    "items of a list": ("\n* [[a]]\n* b", "\na\nb"),
    "a heart": ("I <3 you", "I <3 you"),
    "a lone brace": ("{{ a | b", "{{ a | b"),
    "a lone bracket": ("[[a b", "[[a b"),
    "a bracket": ("[sic]", "[sic]"),
    "a table": ("{|\n! a !! b\n|-\n| [[c]] || d\n|}", "\na b\nc d\n"),
}

TEMPLATES = {
    "{{nowrap|[[a]] b}}": "a b",
    "{{small|(US)}}": "(US)",
    "a{{*}}b": "a · b",
    "{{ntsh|101}}—": "—",
    "{{Start date|1994|October|11}}": "October 11, 1994",
    "{{nobold|{{lang|ja|風の庭}}}}": "風の庭",
    "{{lang|ru|Письма}}": "Письма",
    "{{lang-ru|Письма|translation=Letters}}": "Письма",
    "{{langx|ru|Письма}}": "Письма",
    "{{transl|ja|Kaze}}": "Kaze",
    "{{transliteration|ja|hepburn|Kaze}}": "Kaze",
    "{{abbr|exec.|executive}}": "exec.",
    "{{sup|2}}{{sub|3}}": "23",
    "{{lit|garden}}": "lit. 'garden'",
    "{{gloss|Little House}}": "'Little House'",
    "{{hlist|a|[[b|B]]|c}}": "a\nB\nc",
    "{{hlist|a|b{{ref|a|[a]}}}}": "a\nb",
    "{{flatlist|\n* [[a]]\n* b\n}}": "a\nb",
    "{{plainlist|\n*a {{small|(x)}}\n*b\n}}": "a (x)\nb",
    "{{ubl|a|b}}": "a\nb",
    "{{Unbulleted list|a|b}}": "a\nb",
    "{{unbulleted_list|class=x|a|2=b}}": "a\nb",
    "{{cslist|a|b}}": "a\nb",
    "{{Start date|1995|10|14|df=yes}}": "14 October 1995",
    "{{Start date|1995|10|14}}": "October 14, 1995",
    "{{Start date|df=y|2011|05|06}}": "6 May 2011",
    "{{Start date|2011|5}}": "May 2011",
    "{{Start date|2011}}": "2011",
    "{{start date|Spring 2011}}": "Spring 2011",
    "{{Film date|1995|10|14|Venice|1996|2}}": "October 14, 1995 (Venice)\nFebruary 1996",
    "{{Duration|m=50|s=35}}": "50:35",
    "{{Duration|m=3|s=5}}": "3:05",
    "{{Duration|h=1|m=3|s=58}}": "1:03:58",
    "{{Duration|19:52}}": "19:52",
    "{{Duration|1|3|58}}": "1:03:58",
    "{{Duration|0|3|58}}": "3:58",
    "{{Rating|4|5}}": "4/5",
    "{{rating|4.5}}": "4.5/5",
    "{{Rating-10|8}}": "8/10",
    "O{{'}}Dell": "O'Dell",
    "''a''{{'s}} b": "a's b",
    "a{{snd}}b": "a – b",
    "a{{spaced ndash}}b": "a – b",
    "1990{{ndash}}95": "1990–95",
    "a{{·}}b": "a · b",
    "{{n/a|none}}": "none",
    "{{N/A}}": "—",
    "{{na}}": "—",
    "{{nihongo|Garden|庭|Niwa|a game}}": "Garden (庭, Niwa)",
    "{{Nihongo|Garden||Niwa}}": "Garden (Niwa)",
    "{{nihongo3|Garden|庭|Niwa}}": "Niwa (庭, Garden)",
    "{{Korean|hangul=숨의 계절|rr=Sumui Gyejeol}}": "숨의 계절, Sumui Gyejeol",
    "{{Won}} {{nom}}": "Won Nominated",
    "{{circa|1990}}": "c. 1990",
    "{{frac|1|4}} {{frac|2|1|2}}": "1/4 2 1/2",
    "{{ill|Manuela Serpa|pt}}": "Manuela Serpa",
    "{{ill|Manuela Serpa|pt|lt=Serpa}}": "Serpa",
    "F{{music|sharp}}": "F♯",
    "{{color|red|a}} {{font color|red|b}}": "a b",
    "a{{citation needed|date=May 2020}}{{sfn|Wyatt|1998|p=41}}{{efn|x}}{{r|y}}": "a",
    "{{note|a|[a]}} b": "b",
    "{{cite web|title=T}}": "",
    "{{Short description|1995 album}}": "",
    "{{DEFAULTSORT:Rush, The}}": "",
    "{{formatnum:60000}}": "60000",
    "{{Template:small<!-- x -->|a}}": "a",
    "{{quote|text=We had a small room.}}": "We had a small room.",
    "{{no such template|a|hidden=b|[[c]]}}": "a c",
    "{{No such navigation box}}": "",
}


@pytest.mark.parametrize(("source", "shown"), MARKUP.values(), ids=MARKUP)
def test_a_reader_sees(source: str, shown: str) -> None:
    assert Wikitext(source).text == shown


@pytest.mark.parametrize(("source", "shown"), TEMPLATES.items())
def test_a_template_shows(source: str, shown: str) -> None:
    assert Wikitext(source).text.strip() == shown


def test_a_template_and_its_parameters_tell_their_text() -> None:
    (template,) = Wikitext("{{hlist|[[a]]|''b''}}").inlines
    assert isinstance(template, Template)
    assert template.text == "a\nb"
    assert [each.text for each in template.parameters] == ["a", "b"]


def test_names_of_templates_in_the_tables_are_clean() -> None:
    assert [name for name in _RULES if name != name.casefold() or "_" in name] == []


simple_text = st.lists(
    st.sampled_from(
        ["[[a b]]", "[[a|b & c]]", "''", "'''", "<ref>x</ref>", "<ref name=a />", "<br>", "&nbsp;", " ", "d", "–"]
    )
).map("".join)


@given(simple_text)
def test_the_short_way_shows_what_the_tree_shows(text: str) -> None:
    # A comment shows nothing, and leads past the short way.
    assert display_text(Wikitext(text)) == display_text(Wikitext(text + "{{efn}}"))


@given(simple_text)
def test_a_reading_shows_what_the_display_text_shows(text: str) -> None:
    assert unprotect(reading(Wikitext(text))) == Wikitext(text).text.strip()


@pytest.mark.parametrize(
    ("source", "items"),
    [
        ("[[Burrell & Knox]] & Ann", ["Burrell & Knox", "Ann"]),
        ("[[Lee, Ann & Co.|Lee & Co.]] & {{nowrap|[[Bo & Cy]]}}", ["Lee & Co.", "Bo & Cy"]),
        ("[[Bo & Cy|''Bo'' &amp; Cy]] & [https://a.org D & E]", ["Bo & Cy", "D & E"]),
    ],
)
def test_one_link_is_one_item_of_a_reading(source: str, items: list[str]) -> None:
    assert [unprotect(item) for item in reading(Wikitext(source)).split(" & ")] == items


def test_a_reading_keeps_items_on_lines_and_plain_text_as_it_is() -> None:
    assert reading(Wikitext("{{ubl|a|b}}<br />c")) == "a\nb\nc"
    assert reading("[[a]]") == "[[a]]"
