"""Edits change what they are about and nothing else, or are refused before anything changes."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

import wikialbum
from wikialbum import Album, Article, Track, diff, normalize, parse_article, parse_text
from wikialbum.errors import BadEditError, EditError, NodeNotFoundError
from wikialbum.syntax import BulletItem, CreditLine, NumberedItem, Parameter, Row

ARTICLES = Path(__file__).parents[1] / "articles"
SHARED = Path(__file__).parents[3] / "shared" / "wikitext"
FILES = sorted([*ARTICLES.glob("*/plain.txt"), *ARTICLES.glob("*/article.wiki"), *SHARED.glob("*.wiki")])


def changed_lines(old: str, new: str) -> list[str]:
    lines = difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def lines(article: Article) -> list[str]:
    return [line.rstrip() for line in str(article).splitlines()]


def changed_paths(old: Album, new: Article) -> set[str]:
    assert parse_article(str(new), dialect=new.dialect) == new
    return {change.path for change in diff(old, normalize(new))}


def file_name(file: Path) -> str:
    return f"{file.parent.name}-{file.name}"


# ---- each fact of real articles is changed once ----


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_changed_credit_is_seen_in_the_credits_of_its_line_alone(file: Path) -> None:
    album = parse_text(file.read_bytes().decode())
    assert album.article is not None
    for credit in album.credits:
        node = album.node_of(credit)
        if not isinstance(node, BulletItem | CreditLine):
            continue
        edited = album.article.set_text(node, "Zed Newman – theremin")
        same_line = [place for place, each in enumerate(album.credits) if each.span == credit.span]
        paths = changed_paths(album, edited)
        assert paths
        assert all(path.startswith(tuple(f"credits[{place}]" for place in same_line)) for path in paths)
        assert len(changed_lines(str(album.article), str(edited))) <= 2


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_changed_track_is_seen_in_that_track_alone(file: Path) -> None:
    album = parse_text(file.read_bytes().decode())
    assert album.article is not None
    texts = {Parameter: "Brand New", NumberedItem: '"Brand New" (Zed Newman) – 9:59'}
    for place, tracks in enumerate(album.track_lists):
        for number, track in enumerate(tracks.tracks):
            node = album.node_of(track)
            if type(node) in texts:
                edited = album.article.set_text(node, texts[type(node)])
                paths = changed_paths(album, edited)
                assert paths
                assert all(path.startswith(f"track_lists[{place}].tracks[{number}]") for path in paths)


FIELDS = {"genre": "genres", "label": "labels", "studio": "studios", "venue": "venues", "language": "languages"}


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_changed_field_is_seen_in_its_value_alone(file: Path) -> None:
    album = parse_text(file.read_bytes().decode())
    assert album.article is not None
    for key in album.infobox:
        field = FIELDS.get(key.casefold())
        if field is not None:
            paths = changed_paths(album, album.article.set_field(key, "Zed"))
            assert f'infobox["{key}"]' in paths
            assert all(path.startswith((field, f'infobox["{key}"]')) for path in paths)


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_changed_chart_position_is_seen_in_entries_of_its_row_alone(file: Path) -> None:
    album = parse_text(file.read_bytes().decode())
    assert album.article is not None
    for entry in album.charts:
        node = album.node_of(entry)
        if isinstance(node, Row) and len(node.cells) > 1:
            paths = changed_paths(album, album.article.set_text(node.cells[-1], "177"))
            same_row = [place for place, each in enumerate(album.charts) if each.span == entry.span]
            assert paths <= {f"charts[{place}].peak" for place in same_row}


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_new_field_is_one_new_line(file: Path) -> None:
    album = parse_text(file.read_bytes().decode())
    assert album.article is not None
    if not album.infobox:
        return
    edited = album.article.set_field("Zed", "x")
    assert changed_paths(album, edited) == {'infobox["Zed"]'}
    assert len([line for line in changed_lines(str(album.article), str(edited)) if line[0] == "+"]) <= 2
    assert lines(edited.remove_field("zed")) == lines(album.article)


@pytest.mark.parametrize("file", FILES, ids=file_name)
def test_a_new_row_is_a_row_of_its_table(file: Path) -> None:
    article = parse_article(file.read_bytes().decode())
    for place, table in enumerate(article.tables()):
        if table.rows:
            edited = article.add_row(table, ["Zed", "12"]).tables()
            assert len(edited) == len(article.tables())
            rows = [[cell.text for cell in row.cells] for row in edited[place].rows]
            assert (
                rows[-1] == ["Zed", "12"] or not edited[place].rows[-1].close
            )  # a row that the text ends in stays last


# ---- style ----


def test_a_new_parameter_is_aligned_with_the_others() -> None:
    article = parse_article("{{Infobox album\n| name   = Rush\n| artist = Ann\n}}\n")
    assert (
        str(article.set_field("type", "ep")) == "{{Infobox album\n| name   = Rush\n| type   = ep\n| artist = Ann\n}}\n"
    )


def test_a_new_parameter_stands_where_bars_end_lines() -> None:
    article = parse_article("{{Infobox album |\n  Name = Rush |\n  Artist = Ann |\n  Genre = Blues\n}}\n")
    assert str(article.set_field("Misc", "x")) == (
        "{{Infobox album |\n  Name = Rush |\n  Artist = Ann |\n  Genre = Blues |\n  Misc = x\n}}\n"
    )


def test_a_removed_parameter_leaves_no_hole() -> None:
    text = "{{Infobox album |\n  Name = Rush |\n  Artist = Ann |\n  Genre = Blues\n}}\n"
    article = parse_article(text)
    assert str(article.remove_field("genre")) == "{{Infobox album |\n  Name = Rush |\n  Artist = Ann\n}}\n"
    assert str(article.remove_field("artist")) == "{{Infobox album |\n  Name = Rush |\n  Genre = Blues\n}}\n"


def test_a_parameter_of_an_inline_template_stays_inline() -> None:
    article = parse_article("{{Infobox album|name=Rush|length={{Duration|m=3|s=5}}}}\n", dialect="wikitext")
    (duration,) = article.templates("duration")
    assert str(article.set_parameter(duration, "h", "1")).endswith("{{Duration|m=3|s=5|h=1}}}}\n")


def test_line_ends_are_those_of_the_article() -> None:
    article = parse_article("==Personnel==\r\n- Ann Lee – harp")
    assert str(article.add_credit("Bo Day – oud")) == "==Personnel==\r\n- Ann Lee – harp\r\n- Bo Day – oud"
    table = parse_article("| Chart | Peak |\r\n| UK | 7 |")
    assert str(table.add_row(table.tables()[0], ["US", "1"])) == "| Chart | Peak |\r\n| UK | 7 |\r\n| US | 1 |"


def test_a_track_takes_the_next_number_of_its_list() -> None:
    track = Track(title="Two", writers=("Bo Day",), seconds=61)
    text = "==Track listing==\n{{Track listing\n| title1  = One\n| length1 = 3:45\n}}\n"
    assert str(parse_article(text).add_track(track)) == (
        "==Track listing==\n{{Track listing\n| title1  = One\n| length1 = 3:45\n"
        "| title2  = Two\n| writer2 = Bo Day\n| length2 = 1:01\n}}\n"
    )
    html = '== Track listing ==\n<ol>\n<li>"One"</li>\n<li>"Two"</li>\n</ol>\n'
    assert str(parse_article(html, dialect="wikitext").add_track(Track(title="Three"))) == (
        '== Track listing ==\n<ol>\n<li>"One"</li>\n<li>"Two"</li>\n<li>"Three"</li>\n</ol>\n'
    )


def test_a_block_is_inserted_beside_another_and_removed() -> None:
    article = parse_article("One.\n\nTwo.\n\n| A | B |\n")
    first, _, second = article.lead[:3]
    heading = wikialbum.syntax.Heading("==", "New", "==")
    assert str(article.remove(first)) == "\nTwo.\n\n| A | B |\n"
    with pytest.raises(BadEditError, match="would change how the text around it is read"):
        article.insert_before(second, heading)
    article = parse_article("==Old==\nText.\n")
    new = wikialbum.syntax.Section(heading)
    assert str(article.insert_before(article.sections[0], new)) == "==New==\n==Old==\nText.\n"


def test_escapes_are_written_where_the_dialect_has_them() -> None:
    article = parse_article("{{Infobox album\n| name = Rush\n}}\n")
    edited = article.set_field("name", "Rush | [[Eric|Clapton]]")
    assert str(edited) == "{{Infobox album\n| name = Rush {{!}} [[Eric|Clapton]]\n}}\n"
    assert normalize(edited).title == "Rush | Clapton"


# ---- what is refused ----

PLAIN = (
    "= Rush =\n\nRush\n- Type: live\n\n==Personnel==\n- Ann Lee – harp\n\n==Charts==\n| Chart | Peak |\n| UK | 7 |\n"
)
WIKI = '{{Infobox album\n| name = Rush\n}}\n== Charts ==\n{| class="wikitable"\n|-\n| UK || 7\n|}\n* [[Ann]] – harp\n'

BAD: list[tuple[str, Callable[[Article], Article], str]] = [
    (PLAIN, lambda a: a.set_text(a.sections[0].heading, "X\nY"), "a Heading is one line; 'X\\\\nY' has a line break"),
    (PLAIN, lambda a: a.set_text(a.tables()[0].rows[1].cells[0], "A | B"), "the plain dialect has no escape"),
    (PLAIN, lambda a: a.add_row(a.tables()[0], ["A | B"]), "the plain dialect has no escape"),
    (PLAIN, lambda a: a.set_field("Type", "live\n- Artist: X"), "a Field is one line"),
    (PLAIN, lambda a: a.set_field("A:B", "x"), "'A:B' cannot be the name of a field"),
    (PLAIN, lambda a: a.remove_field("Type"), "only field"),
    (PLAIN, lambda a: a.set_text(a.sections[0], "x"), "a Section has no text of its own"),
    (PLAIN, lambda a: a.insert_after(a.lead[-1], BulletItem("- ", "Key: value")), "would"),
    (WIKI, lambda a: a.set_field("name", "Rush }} x"), "}} without its other side"),
    (WIKI, lambda a: a.set_field("name", "Rush <!-- x"), "would"),
    (WIKI, lambda a: a.set_text(a.sections[0].heading, "X {{"), "{{ without its other side"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edit", "reason"), BAD)
def test_a_bad_edit_says_why_and_changes_nothing(text: str, edit: Callable[[Article], Article], reason: str) -> None:
    article = parse_article(text)
    with pytest.raises(BadEditError) as caught:
        edit(article)
    assert reason.replace("\\\\", "\\") in str(caught.value)
    assert str(article) == text


ABSENT: list[tuple[Callable[[Article], Article], str]] = [
    (lambda a: a.remove_field("Zed"), "the infobox has no field 'Zed'"),
    (lambda a: a.add_credit("Ann", "Zed"), "no section 'Zed'"),
    (lambda a: a.add_track(Track(title="X")), "the article has no track list"),
    (lambda a: a.remove(parse_article(PLAIN).sections[0].heading), "is no node of this article"),
    (lambda a: a.set_text(parse_article(PLAIN).tables()[0].rows[0].cells[0], "x"), "is no node of this article"),
    (lambda a: a.replace_node(BulletItem(), BulletItem("- ", "x")), "is no node of this article"),
]


@pytest.mark.parametrize(("edit", "reason"), ABSENT)
def test_what_is_not_in_the_article_is_said(edit: Callable[[Article], Article], reason: str) -> None:
    with pytest.raises(NodeNotFoundError, match=reason):
        edit(parse_article(PLAIN))


def test_a_record_made_by_hand_has_no_node() -> None:
    with pytest.raises(EditError, match="not read from an article"):
        Album().node_of(wikialbum.Credit())
