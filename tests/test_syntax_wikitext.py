"""The nodes of the MediaWiki dialect, one by one."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import attrs
import pytest

from wikialbum.diagnostics import Span
from wikialbum.syntax import (
    BulletItem,
    BulletList,
    Cell,
    Comment,
    CreditLine,
    ExternalLink,
    GroupLabel,
    Heading,
    Link,
    Node,
    Nowiki,
    NumberedItem,
    NumberedList,
    Paragraph,
    Parameter,
    Reference,
    Row,
    Style,
    Table,
    Tag,
    Template,
    TemplateBlock,
    Text,
    Wikitext,
    parse_article,
    recognise_dialect,
)

SHARED = Path(__file__).parents[2] / "shared"


def only_block(text: str) -> Node:
    article = parse_article(text, dialect="wikitext")
    blocks: list[Node] = [*article.lead, *article.sections]
    (block,) = blocks
    return block


def credit(marker: str, names: str, separator: str, roles: str, end: str = "\n") -> BulletList:
    return BulletList((CreditLine(marker, names, separator, roles, end),))


def bullet(marker: str, content: str, end: str = "\n") -> BulletList:
    return BulletList((BulletItem(marker, content, end),))


def entry(marker: str, content: str, end: str = "\n") -> NumberedList:
    return NumberedList((NumberedItem(marker, content, end),))


BLOCKS: dict[str, Node] = {
    "A sentence.\nAnother.\n": Paragraph("A sentence.\nAnother.", "\n"),
    "{{a\n|b}}\n": TemplateBlock("{{a\n|b}}", "\n"),
    "{{a}} <!-- b\n -->\n[[Category:C]]\n</div>\n": TemplateBlock("{{a}} <!-- b\n -->\n[[Category:C]]\n</div>", "\n"),
    "{{a}} b\n": Paragraph("{{a}} b", "\n"),
    "[[a]]\n": Paragraph("[[a]]", "\n"),
    ";Side one\n": GroupLabel(";", "Side one", "", "\n"),
    "; Side one<ref>x</ref>\n": GroupLabel("; ", "Side one", "", "<ref>x</ref>\n"),
    "'''Side [[one]]''':\n": GroupLabel("'''", "Side [[one]]", "''':", "\n"),
    '"[[Song]]"\n': GroupLabel("", '"[[Song]]"', "", "\n"),
    '"One" and "{{lang|pt|Dois}}":\n': GroupLabel("", '"One" and "{{lang|pt|Dois}}":', "", "\n"),
    "* [[Ann Lee|Ann]] – [[harp]]\n": credit("* ", "[[Ann Lee|Ann]]", " – ", "[[harp]]"),
    "*Ann - harp": credit("*", "Ann", " - ", "harp", ""),
    "** Ann &ndash; harp\r\n": credit("** ", "Ann", " &ndash; ", "harp", "\r\n"),
    "* Ann&nbsp;— harp\n": credit("* ", "Ann", "&nbsp;— ", "harp"),
    "* Ann{{spnd}}harp\n": credit("* ", "Ann", "{{spnd}}", "harp"),
    '* [[A – B]] (c – d) "e – f" {{g|h – i}} – j – k\n': credit(
        "* ", '[[A – B]] (c – d) "e – f" {{g|h – i}}', " – ", "j – k"
    ),
    "* Jean-Luc\n": bullet("* ", "Jean-Luc"),
    ": a\n": bullet(": ", "a"),
    "* {{a\n| b\n}} c<ref>\n* d – e</ref>\n": bullet("* ", "{{a\n| b\n}} c<ref>\n* d – e</ref>"),
    '# "One" – 3:45\n': entry("# ", '"One" – 3:45'),
    '#<li value="7"> "One"\n': entry('#<li value="7"> ', '"One"'),
    "#* a\n": entry("#* ", "a"),
    '<ol start="5">\n<li>a</li>\n<li>b\n</ol>\n': NumberedList(
        (NumberedItem('<ol start="5">\n<li>', "a", "</li>\n"), NumberedItem("<li>", "b", "\n</ol>\n"))
    ),
    "<ul><li>Ann – harp</li><li>b</li></ul>": BulletList(
        (CreditLine("<ul><li>", "Ann", " – ", "harp", "</li>"), BulletItem("<li>", "b", "</li></ul>"))
    ),
}

HEADINGS = {
    "== A ==\n": (Heading("== ", "A", " ==", "\n"), 2),
    "==A== <!-- b -->\n": (Heading("==", "A", "==", " <!-- b -->\n"), 2),
    "=== [[A]]{{b\n|c}} ===\n": (Heading("=== ", "[[A]]{{b\n|c}}", " ===", "\n"), 3),
    "===A==\n": (Heading("==", "=A", "==", "\n"), 2),
    "= A =\n": (Heading("= ", "A", " =", "\n"), 1),
}

TABLES = {
    "{|\n| a || b\n|}\n": Table(
        "{|\n", "", (Row("", (Cell("| ", "", "a", " "), Cell("|| ", "", "b", "")), "", "\n"),), "|}", "\n"
    ),
    '{| class="x"\n|+ C\n|-\n! scope="col"| a !! b\n|}': Table(
        '{| class="x"\n|+ ',
        "C",
        (Row("\n|-\n", (Cell("! ", 'scope="col"| ', "a", " "), Cell("!! ", "", "b", "")), "", "\n"),),
        "|}",
        "",
    ),
    "{|\n|-\n| a\nb\n* c\n|\n|-\n|}\n": Table(
        "{|\n", "", (Row("|-\n", (Cell("| ", "", "a\nb\n* c", "\n"), Cell("|", "", "", "")), "", "\n"),), "|-\n|}", "\n"
    ),
    "{|\n| [[a|b]] || {{c|d}} | e\n|}": Table(
        "{|\n", "", (Row("", (Cell("| ", "", "[[a|b]]", " "), Cell("|| ", "{{c|d}} | ", "e", "")), "", "\n"),), "|}", ""
    ),
    "{|\n! a\n{{Album chart|UK|1}}\n|}": Table(
        "{|\n",
        "",
        (Row("", (Cell("! ", "", "a", ""),), "", "\n"), Row("", (Cell("", "", "{{Album chart|UK|1}}", ""),), "", "\n")),
        "|}",
        "",
    ),
    "{|\n| {|\n| a\n|}\n|}": Table("{|\n", "", (Row("", (Cell("| ", "", "{|\n| a\n|}", ""),), "", "\n"),), "|}", ""),
    "{|\n| cut off": Table("{|\n", "", (Row("", (Cell("| ", "", "cut off", ""),), "", ""),), "", ""),
}

INLINES: dict[str, Node] = {
    "a &amp; b": Text("a &amp; b"),
    "{{a|b| c = d=e|f}}": Template(
        "{{", "a", (Parameter("|", "", "", "b"), Parameter("|", " c ", "=", " d=e"), Parameter("|", "", "", "f")), "}}"
    ),
    "{{a|{{b|c=d}}|[[e|f]]<ref>g|h=</ref>}}": Template(
        "{{", "a", (Parameter("|", "", "", "{{b|c=d}}"), Parameter("|", "", "", "[[e|f]]<ref>g|h=</ref>")), "}}"
    ),
    "{{a|b=\n{|\n| c\n|}\n}}": Template("{{", "a", (Parameter("|", "b", "=", "\n{|\n| c\n|}\n"),), "}}"),
    "[[a]]": Link("[[", "a", "", "", "]]"),
    "[[a|b|c]]": Link("[[", "a", "|", "b|c", "]]"),
    "[http://a b c]": ExternalLink("[", "http://a", " ", "b c", "]"),
    "[//a]": ExternalLink("[", "//a", "", "", "]"),
    '<ref name="x">a</ref>': Reference('<ref name="x">', "a", "</ref>"),
    "<ref name=x />": Reference("<ref name=x />", "", ""),
    "<!-- a -->": Comment("<!--", " a ", "-->"),
    "<!-- a": Comment("<!--", " a", ""),
    "<nowiki>[[a]]</nowiki>": Nowiki("<nowiki>", "[[a]]", "</nowiki>"),
    "<math>x|y</math>": Tag("<math>", "x|y", "</math>"),
    "<small>a <b>c</b></small>": Tag("<small>", "a <b>c</b>", "</small>"),
    "<br />": Tag("<br />", "", ""),
    "'''": Style("'''"),
    "{{{1|a}}}": Text("{{{1|a}}}"),
    "{{a|[[b}}": Template("{{", "a", (Parameter("|", "", "", "[[b"),), "}}"),
}


@pytest.mark.parametrize(("source", "block"), BLOCKS.items())
def test_a_block_is_read_as(source: str, block: Node) -> None:
    assert only_block(source) == block


@pytest.mark.parametrize(("source", "heading", "level"), [(source, *value) for source, value in HEADINGS.items()])
def test_a_heading_is_read_as(source: str, heading: Heading, level: int) -> None:
    article = parse_article(source, dialect="wikitext")
    assert next(article.find(Heading)) == heading
    assert heading.level == level


@pytest.mark.parametrize(("source", "table"), TABLES.items())
def test_a_table_is_read_as(source: str, table: Table) -> None:
    assert only_block(source) == table


@pytest.mark.parametrize(("source", "node"), INLINES.items())
def test_an_inline_is_read_as(source: str, node: Node) -> None:
    assert Wikitext(source).inlines == (node,)


@pytest.mark.parametrize("source", ["{{a", "a}}", "[[a", "a]]", "[a]", "{a}", "{{a]]", "I <3 b", "a > b", "http://a.b"])
def test_what_has_no_partner_is_text(source: str) -> None:
    assert Wikitext(source).inlines == (Text(source),)


def test_a_short_line_above_a_list_is_a_label() -> None:
    article = parse_article(
        "On [[x|y. z]]:<ref>a.</ref>\n{{div col}}\n* a\n\nA sentence.<ref>b</ref>\n* c\n", dialect="wikitext"
    )
    assert [type(block).__name__ for block in article.lead] == [
        "GroupLabel", "TemplateBlock", "BulletList", "Blank", "Paragraph", "BulletList",
    ]  # fmt: skip


def test_lists_of_both_kinds_stand_side_by_side() -> None:
    article = parse_article("# a\n#* b\n* c\n*# d\n", dialect="wikitext")
    assert [(type(item).__name__, item.marker, item.depth) for block in article.lead for item in block.items] == [  # type: ignore[attr-defined]
        ("NumberedItem", "# ", 1), ("NumberedItem", "#* ", 2), ("BulletItem", "* ", 1), ("BulletItem", "*# ", 2),
    ]  # fmt: skip


def test_sections_nest_and_hold_their_blocks() -> None:
    article = parse_article("{{a}}\n== B ==\n=== C ===\nd\n== E ==\n", dialect="wikitext")
    assert [section.title for section in article.sections] == ["B", "E"]
    assert article.sections("c")[0].blocks == (Paragraph("d", "\n"),)


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("# ", None),
        ("7. ", 7),
        ('#<li value="7">', 7),
        ('<ol start="5">\n<li>', 5),
        ("<li>", None),
        ("<ol start=5><li value=9>", 9),
    ],
)
def test_a_numbered_item_knows_the_number_that_is_written(marker: str, number: int | None) -> None:
    assert NumberedItem(marker).number == number


@pytest.mark.parametrize(
    ("marker", "depth"), [("* ", 1), ("** ", 2), ("<ul>\n<li>", 1), ("<li>", 1), ("<!-- a -->* ", 1), ("::", 2)]
)
def test_an_item_knows_its_depth(marker: str, depth: int) -> None:
    assert BulletItem(marker).depth == depth


def test_a_template_has_a_clean_name_and_clean_keys() -> None:
    (template,) = Wikitext(
        "{{ template:infobox_album <!-- x -->\n| name <!-- y --> = A | b | 2 = c | d | name = E }}"
    ).inlines
    assert isinstance(template, Template)
    assert template.title == "Infobox album"
    assert [each.key for each in template.parameters] == ["name", "1", "2", "2", "name"]
    name, second = template.get("name"), template.get("2")
    assert name is not None
    assert second is not None
    assert (name.text, second.text) == ("E", "d")
    assert template.get("none") is None


def test_navigation_finds_at_every_depth() -> None:
    article = parse_article(
        "{{Infobox album|misc={{Singles|[[a]]}}}}\n== Charts {{b}} ==\n* {{c}} – [[d]]\n"
        "{|\n| {{small|{{c}}}}<ref>[[e]]</ref>\n| {|\n| {{f}}\n|}\n|}\n",
        dialect="wikitext",
    )
    assert [template.title for template in article.templates()] == [
        "Infobox album",
        "Singles",
        "B",
        "C",
        "Small",
        "C",
        "F",
    ]
    assert len(article.templates("c")) == 2
    assert len(article.templates("infobox_Album")) == 1
    assert [link.target for link in article.links()] == ["a", "d", "e"]
    assert len(article.references()) == 1
    assert len(article.tables()) == 2


def test_inlines_know_their_place() -> None:
    article = parse_article("x\r\n\r\n* [[a]] – {{b|\nc={{d}}}}\n", dialect="wikitext")
    outer, inner = article.templates()
    assert outer.span == Span(15, 14, 3, 11)
    assert inner.span == Span(22, 5, 4, 3)


def test_source_text_is_a_string_with_more() -> None:
    source = Wikitext("[[a]]")
    assert source == "[[a]]"
    assert hash(source) == hash("[[a]]")
    assert source.inlines is source.inlines
    assert attrs.evolve(Paragraph(source), content="b") == Paragraph("b")


def test_a_tree_survives_copying_and_pickling() -> None:
    article = parse_article("* [[a]] – {{b}}\n{|\n| c\n|}\n", dialect="wikitext")
    article.templates()
    assert pickle.loads(pickle.dumps(article)) == article
    assert copy.deepcopy(article).templates() == article.templates()


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("", "plain"),
        ("Just a sentence.\n", "plain"),
        ("= Rush =\n\nRush\n- Type: Soundtrack\n- Label: Foo Small|(reissue)\n\n'''Disc one'''\n# \"One\"\n", "plain"),
        ("= Rush =\n\nRush is ''an'' album {{by Ann [[Lee\n\n* Ann – harp\n* Bo – oud\n| a | b |\n", "plain"),
        ("= Rush =\n\n- Genre: [[Rock]], {{nowrap|folk}}\n- Type: Album\n", "plain"),
        ("{{Infobox album\n| name = Rush\n", "wikitext"),
        ("'''''Rush''''' is an album.\n", "wikitext"),
        ("= Rush =\n{{Infobox album|name=[[Rush]]}}\n'''''Rush''''' by [[Ann]]<ref>x</ref>\n", "wikitext"),
        ("== Charts ==\n{|\n|-\n| a\n|}\n", "wikitext"),
        ("== Personnel ==\n* [[Ann]] – harp\n", "wikitext"),
    ],
)
def test_the_dialect_is_recognised(text: str, dialect: str) -> None:
    assert recognise_dialect(text) == dialect
    assert parse_article(text).dialect == dialect


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference material is not here")
def test_the_dialect_of_real_articles_is_recognised() -> None:
    wikitext = [*SHARED.glob("wikitext/*.wiki"), *SHARED.glob("cases/*/article.wiki")]
    plain = [*SHARED.glob("cases/*/plain.txt"), *SHARED.glob("seed/*.txt")]
    assert [file for file in wikitext if recognise_dialect(file.read_text("utf-8")) != "wikitext"] == []
    assert [file for file in plain if recognise_dialect(file.read_text("utf-8")) != "plain"] == []


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(ValueError, match="no such dialect: 'html'"):
        parse_article("", dialect="html")  # type: ignore[arg-type]
