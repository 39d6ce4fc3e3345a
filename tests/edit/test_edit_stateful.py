"""Any row of edits keeps the law: the tree is what its text is read as, and other lines stay as they are."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from wikialbum import Article, Track, parse_article
from wikialbum.errors import EditError
from wikialbum.syntax import BulletItem, Cell, CreditLine, Field, Heading, Node, NumberedItem, Paragraph

ARTICLES = Path(__file__).parents[1] / "articles"
NAMES = (
    "jazz-the-heron-and-the-hare",
    "rock-doors-at-seven",
    "world-nordic-split-ep-crlf-bom",
    "screen-kaze-no-niwa-game",
)
TEXTS = [(ARTICLES / name / file).read_bytes().decode() for name in NAMES for file in ("plain.txt", "article.wiki")]
EDITABLE = (BulletItem, Cell, CreditLine, Field, Heading, NumberedItem, Paragraph)

words = st.sampled_from(["Ann Lee – harp", "x", '"Song" (Bo Day) – 3:45', "Rock | folk", "a\nb", "== h ==", "}}", "[[Ann|A]]", "'''x'''", ""])  # fmt: skip
keys = st.sampled_from(["Genre", "genre", "type", "Zed", "Next Year", "a|b", ""])
places = st.integers(0, 10_000)


class Edits(RuleBasedStateMachine):
    """Edits an article at random; an edit may be refused, but then nothing has changed."""

    article: Article

    @initialize(text=st.sampled_from(TEXTS))
    def begin(self, text: str) -> None:
        self.article = parse_article(text)

    def nodes(self, *kinds: type[Node]) -> list[Node]:
        return [node for node in self.article.walk() if isinstance(node, kinds or EDITABLE)]

    def pick(self, place: int, *kinds: type[Node]) -> Node:
        nodes = self.nodes(*kinds)
        return nodes[place % len(nodes)]

    def edit(self, change: Callable[[Article], Article], most_lines: int = 4) -> None:
        before = str(self.article)
        try:
            edited = change(self.article)
        except EditError:
            assert str(self.article) == before
            return
        lines = difflib.SequenceMatcher(None, before.splitlines(), str(edited).splitlines(), autojunk=False)
        touched = [end - start for tag, start, end, _, _ in lines.get_opcodes() if tag != "equal"]
        assert sum(touched) <= most_lines
        self.article = edited

    @precondition(lambda self: self.nodes())
    @rule(place=places, text=words)
    def set_text(self, place: int, text: str) -> None:
        node = self.pick(place)
        self.edit(lambda article: article.set_text(node, text), str(node).count("\n") + 2)

    @precondition(lambda self: self.nodes())
    @rule(place=places)
    def remove(self, place: int) -> None:
        node = self.pick(place)
        self.edit(lambda article: article.remove(node), str(node).count("\n") + 2)

    @precondition(lambda self: self.nodes(BulletItem, CreditLine))
    @rule(place=places, text=words, after=st.booleans())
    def insert(self, place: int, text: str, *, after: bool) -> None:
        node = self.pick(place, BulletItem, CreditLine)
        new = BulletItem("- " if self.article.dialect == "plain" else "* ", text)
        self.edit(lambda article: (article.insert_after if after else article.insert_before)(node, new))

    @rule(key=keys, text=words)
    def set_field(self, key: str, text: str) -> None:
        self.edit(lambda article: article.set_field(key, text), 200)

    @rule(key=keys)
    def remove_field(self, key: str) -> None:
        self.edit(lambda article: article.remove_field(key), 200)

    @rule(text=words)
    def add_credit(self, text: str) -> None:
        self.edit(lambda article: article.add_credit(text))

    @rule(title=words)
    def add_track(self, title: str) -> None:
        self.edit(lambda article: article.add_track(Track(title=title, writers=("Ann Lee",), seconds=61)))

    @precondition(lambda self: self.article.tables())
    @rule(place=places, cells=st.lists(words, max_size=4))
    def add_row(self, place: int, cells: list[str]) -> None:
        tables = self.article.tables()
        self.edit(lambda article: article.add_row(tables[place % len(tables)], cells))

    @invariant()
    def the_tree_is_what_its_text_is_read_as(self) -> None:
        if hasattr(self, "article"):
            assert parse_article(str(self.article), dialect=self.article.dialect) == self.article


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
