"""What must hold for every text; each check raises an AssertionError where it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

import attrs

import wikialbum
from wikialbum import Album, Article, Change, ChangeKind, EditError, Track
from wikialbum.syntax import BulletItem, Dialect, Node, Table, Wikitext

DIALECTS: Final[tuple[Dialect, ...]] = ("plain", "wikitext")


def tree_holds(text: str, dialect: Dialect) -> Article:
    """The law at every level: each node and each source text is what stands at its place."""
    article = wikialbum.parse_article(text, dialect=dialect)
    assert str(article) == text
    level: list[Node] = [article]
    while level:
        level = [part for node in level for part in _parts(node, text)]
    return article


def _parts(node: Node, text: str) -> list[Node]:
    """The nodes below a node, those inside its source texts too."""
    parts = list(node.children())
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if field.eq and isinstance(value, Wikitext):
            assert "".join(map(str, value.inlines)) == value
            assert isinstance(value.text, str)
            parts += value.inlines
    at = 0
    for part in sorted(parts, key=_offset):
        assert part.span is not None
        assert part.span.offset >= at
        at = part.span.end
        assert text[part.span.offset : at] == str(part)
    return parts


def _offset(node: Node) -> int:
    assert node.span is not None
    offset: int = node.span.offset
    return offset


def album_holds(article: Article) -> Album:
    """The album is JSON and back, and its diagnostics and spans lie in the article."""
    album = wikialbum.normalize(article)
    assert Album.from_dict(album.to_dict()) == album
    size = len(str(article))
    spans = [diagnostic.span for diagnostic in album.diagnostics]
    for span in (*spans, *album.spans.values()):
        assert span is None or 0 <= span.offset <= span.end <= size
    assert wikialbum.albums(article)
    return album


def writing_holds(album: Album, dialect: Dialect) -> None:
    """What is rendered is read as the album but for what is told."""
    lost: list[Change] = []
    text = wikialbum.render(album, dialect, lost=lost)
    article = tree_holds(text, dialect)
    changes = wikialbum.diff(album, wikialbum.normalize(article))
    assert [change for change in changes if change.kind is not ChangeKind.ADDED] == lost


def formatting_holds(article: Article) -> None:
    """A formatted article is the same album, and its own formatted form; converting gives an article that is read."""
    done = article.formatted()
    assert facts(done) == facts(article)
    assert str(done.formatted()) == str(done)
    assert wikialbum.parse_article(str(done), dialect=done.dialect) == done
    for dialect in DIALECTS:
        converted = article.converted(dialect, lost=[])
        assert wikialbum.parse_article(str(converted), dialect=dialect) == converted


def facts(article: Article) -> Album:
    """The album without its diagnostics."""
    return attrs.evolve(wikialbum.normalize(article), diagnostics=())


Edit = Literal[
    "set_text", "remove", "insert_before", "insert_after", "replace_node", "set_field", "remove_field", "set_parameter",
    "remove_parameter", "add_credit", "add_track", "add_row",
]  # fmt: skip

#: Edits by name; each is given the article, one of its nodes, a key and a text.
EDITS: Final[dict[Edit, Callable[[Article, Node, str, str], Article]]] = {
    "set_text": lambda article, node, _, text: article.set_text(node, text),
    "remove": lambda article, node, _, __: article.remove(node),
    "insert_before": lambda article, node, _, text: article.insert_before(node, _item(article, text)),
    "insert_after": lambda article, node, _, text: article.insert_after(node, _item(article, text)),
    "replace_node": lambda article, node, _, text: article.replace_node(node, _item(article, text)),
    "set_field": lambda article, _, key, text: article.set_field(key, text),
    "remove_field": lambda article, _, key, __: article.remove_field(key),
    "set_parameter": lambda article, _, key, text: article.set_parameter(_template(article), key, text),
    "remove_parameter": lambda article, _, key, __: article.remove_parameter(_template(article), key),
    "add_credit": lambda article, _, __, text: article.add_credit(text),
    "add_track": lambda article, _, key, text: article.add_track(Track(title=text, writers=(key,), seconds=61)),
    "add_row": lambda article, node, key, text: article.add_row(_table(article, node), [key, text]),
}

#: The keys that edits are given, by number.
KEYS: Final = ("Genre", "artist", "name", "Next Year", "title1", "length2", "1", "a|b", "Zed", "", " x", "\n")


def _item(article: Article, text: str) -> Node:
    return BulletItem("- " if article.dialect == "plain" else "* ", text)


def _template(article: Article) -> wikialbum.syntax.Template:
    return next(iter(article.templates()), wikialbum.syntax.Template())


def _table(article: Article, node: Node) -> Table:
    return node if isinstance(node, Table) else next(iter(article.tables()), Table())


def edit_holds(article: Article, edit: Edit, place: int, key: int, text: str) -> Article | None:
    """An edit is refused with an EditError, or gives the tree of its text, in which other lines are as they were.

    Args:
        article: The article to edit.
        edit: The name of the edit.
        place: Which node, counted through as often as it takes.
        key: Which key, in the same way.
        text: The text for it.

    Returns:
        The edited article, or None where the edit was refused.
    """
    before = str(article)
    nodes = [node for node in article.walk() if node.span is not None]
    node = nodes[place % len(nodes)]
    try:
        edited = EDITS[edit](article, node, KEYS[key % len(KEYS)], text)
    except EditError:
        return None
    finally:
        assert str(article) == before
    after = str(edited)
    assert wikialbum.parse_article(after, dialect=article.dialect) == edited
    if edit in {"set_text", "remove", "replace_node"}:
        assert node.span is not None
        assert after.startswith(before[: node.span.offset])
        assert after.endswith(before[node.span.end :])
    if edit in {"set_text", "set_field", "set_parameter", "add_credit"}:
        assert _shown(text) in _shown(after)
    if edit.startswith(("insert", "add")):
        assert len(after) > len(before)
        assert _is_within(before, after)
    return edited


def _shown(text: str) -> str:
    """A text as edits may write it: bars escaped, blanks at its ends and the style of line ends aside."""
    return "".join(text.replace("|", "{{!}}").split())


def _is_within(before: str, after: str) -> bool:
    """Whether one piece was added, and all lines around it are as they were."""
    old, new = before.splitlines(), after.splitlines()
    start = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    rest = len(old) - start
    return rest <= 1 or new[-rest + 1 :] == old[start + 1 :]
