"""An article in the other dialect shows the same, and states the same facts but for those that are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wikialbum import Change, normalize, parse_article
from wikialbum.syntax import recognise_dialect

ARTICLES = Path(__file__).parent / "articles"
PLAIN = sorted(ARTICLES.glob("*/plain.txt"))
WIKITEXT = sorted(path for path in ARTICLES.glob("*/article.wiki") if "german" not in path.parent.name)


def case_name(case: Path) -> str:
    return case.parent.name


@pytest.mark.parametrize("case", PLAIN, ids=case_name)
def test_a_plain_article_states_its_facts_in_wikitext_too(case: Path) -> None:
    lost: list[Change] = []
    article = parse_article(case.read_bytes().decode()).converted("wikitext", lost=lost)
    assert article.dialect == recognise_dialect(str(article)) == "wikitext"
    told = [change for change in lost if not re.match(r"infobox|article_title", change.path)]
    kept = len(normalize(article).credits) + len(normalize(article).tracks) + len(normalize(article).charts)
    assert 10 * len(told) <= kept


@pytest.mark.parametrize("case", WIKITEXT, ids=case_name)
def test_prose_of_wikitext_is_shown_in_the_plain_dialect(case: Path) -> None:
    article = parse_article(case.read_bytes().decode())
    plain = article.converted("plain")
    assert plain.dialect == recognise_dialect(str(plain)) == "plain"
    assert [section.title for section in plain.sections()] == [section.title for section in article.sections()]
    assert not re.search(r"\{\{|\[\[|<ref", str(plain))


def test_what_templates_state_becomes_lines_and_tables() -> None:
    article = parse_article(
        "{{Infobox album\n| name = Rush\n| artist = [[Ann Lee]]\n| cover = a.jpg\n| prev_title = ''Old''\n| prev_year = 1990\n}}\n"
        "'''Rush''' is an album.<ref>x</ref>\n\n== Reception ==\n{{Album ratings|rev1=AllMusic|rev1score={{rating|4|5}}}}\n"
        "== Track listing ==\n{{Track listing|headline=Side one|title1=One|writer1=Bo Day|length1=3:45|total_length=3:45}}\n"
        "== Personnel ==\n* [[Ann Lee]] – harp\n** Bo Day – oud\n"
        '== Charts ==\n{| class="wikitable"\n! Chart (1992) !! Peak\n|-\n{{Album chart|UK|7}}\n|}\n'
    )
    lost: list[Change] = []
    assert str(article.converted("plain", lost=lost)) == (
        "Rush\n- Artist: Ann Lee\n- Prev Title: Old\n- Prev Year: 1990\n\nRush is an album.\n\n"
        "==Reception==\n| Source | Rating |\n| AllMusic | 4/5 |\n"
        '==Track listing==\n;Side one\n1. "One" (Bo Day) – 3:45\nTotal length: 3:45\n'
        "==Personnel==\n- Ann Lee – harp\n-- Bo Day – oud\n"
        "==Charts==\n| Chart (1992) | Peak |\n| UK Albums (OCC) | 7 |\n"
    )
    assert [change.path for change in lost if not change.path.startswith("infobox")] == []


def test_plain_blocks_become_those_of_wikitext() -> None:
    article = parse_article(
        "Rush\n- Artist: Ann & Bo\n- Genre: Blues, rock\n\nRush has {braces}.\n\n== Track listing ==\n;Side one\n"
        '1. "One" – 3:45\n3. "Three"\n\n==Release history==\n| Region | Date | Label |\n| US | 1992 | Duck |\n| 1993 | Oak |\n'
    )
    assert str(article.converted("wikitext")) == (
        "{{Infobox album\n| name   = Rush\n| artist = Ann & Bo\n| genre  = Blues, rock\n}}\n\nRush has &#123;braces&#125;.\n\n"
        '==Track listing==\n;Side one\n# "One" – 3:45\n#<li value="3"> "Three"\n\n==Release history==\n{| class="wikitable"\n'
        "|-\n! Region\n! Date\n! Label\n|-\n| US\n| 1992\n| Duck\n|-\n| US\n| 1993\n| Oak\n|}\n"
    )


def test_an_article_in_its_own_dialect_is_given_back() -> None:
    article = parse_article("== Personnel ==\n- Ann Lee – harp\n")
    assert article.converted("plain") is article


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(ValueError, match="no such dialect"):
        parse_article("").converted("html")  # type: ignore[arg-type]
