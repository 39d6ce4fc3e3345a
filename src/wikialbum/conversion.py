"""Articles of one dialect in the other, block by block: prose, lists and tables, and what templates state.

To the plain dialect an article becomes what a reader sees of it; templates that state facts become the lines and
tables that state them there, and other templates go. To wikitext the marks change, and markup in texts is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from wikialbum.album import Album, ChartEntry, Located, Rating
from wikialbum.api import normalize, parse_text
from wikialbum.diff import Change, ChangeKind, diff
from wikialbum.normalize.context import Context
from wikialbum.normalize.grid import read_grid
from wikialbum.render.header import write_header
from wikialbum.render.tables import template_tables
from wikialbum.render.tracks import list_of
from wikialbum.render.writers import Writer, writer_of
from wikialbum.syntax import inline_nodes, nodes, parse_article, recognise_dialect
from wikialbum.syntax.nodes import Article, Dialect, Node
from wikialbum.vocabulary import vocabulary_for
from wikialbum.vocabulary.model import Vocabulary, fold

__all__ = ["converted"]

#: Fields of an infobox that say how it looks, or hold templates; the plain dialect does not show them.
_UNSHOWN: Final = frozenset(
    [
        "alt",
        "background",
        "border",
        "caption",
        "cover",
        "cover size",
        "cover type",
        "extra",
        "image",
        "image size",
        "image upright",
        "italic title",
        "misc",
        "reviews",
        "width",
        "last album",
        "this album",
        "next album",
    ]
)


_MOST_SPANNED: Final = 64


def converted(article: Article, dialect: Dialect, lost: list[Change] | None) -> Article:
    """An article in another dialect; see `Article.converted`."""
    writer = writer_of(dialect)
    if article.dialect == dialect:
        return article
    album = normalize(article)
    text = _Conversion(album, article, writer).text()
    if article.title is not None and recognise_dialect(text) != dialect:  # a level-1 heading is rare in wikitext
        text = _Conversion(album, attrs.evolve(article, title=None), writer).text()
    if lost is not None:
        renamed = _renamed(album, writer, vocabulary_for(article), shown_only=False)
        changes = diff(attrs.evolve(album, infobox=renamed), parse_text(text, dialect=dialect))
        lost.extend(change for change in changes if change.kind is not ChangeKind.ADDED)
    return parse_article(text, dialect=dialect)


class _Conversion:
    """One article on its way into another dialect."""

    def __init__(self, album: Album, article: Article, writer: Writer) -> None:
        self.album = album
        self.article = article
        self.writer = writer
        self.words = vocabulary_for(article)
        self._infobox_written = False

    def text(self) -> str:
        """The article in the other dialect."""
        out: list[str] = []
        before: Node | None = None
        for block in self._blocks():
            if isinstance(block, nodes.Blank) and (before is None or isinstance(before, nodes.Blank)):
                continue
            out.append(str(block))
            before = block
        return "".join(out)

    def _blocks(self) -> Iterator[Node]:
        if self.article.title is not None:
            yield self._heading(self.article.title)
            yield nodes.Blank()
        for block in self.article.lead:
            yield from self._block(block)
        for section in self.article.sections():
            yield self._heading(section.heading)
            for block in section.blocks:
                yield from self._block(block)

    def _heading(self, node: nodes.Heading) -> nodes.Heading:
        return self.writer.heading(node.level, " ".join(node.text.split()))

    def _block(self, block: Node) -> Iterator[Node]:
        if isinstance(block, nodes.Blank):
            yield nodes.Blank()
        elif isinstance(block, nodes.Infobox):
            yield from self._infobox()
        elif isinstance(block, inline_nodes.TemplateBlock):
            yield from self._templates(block)
        elif isinstance(block, nodes.BulletList | nodes.NumberedList):
            yield from self._items(block)
        elif isinstance(block, nodes.Table):
            yield from self._table(block)
        elif isinstance(block, nodes.GroupLabel):
            marks = ";" if block.open.startswith(";") else ""
            bold = "'''" if "'''" in block.open else ""
            text = self.writer.source(" ".join(block.text.split()))
            yield nodes.GroupLabel(marks + bold, text, bold + (":" if block.close.endswith(":") else ""))
        else:
            for line in block.text.splitlines():
                yield self.writer.paragraph(line.strip()) if line.strip() else nodes.Blank()
            yield from self._stated(block) if "{{" in str(block) else ()

    # ---- lists ----

    def _items(self, block: nodes.BulletList | nodes.NumberedList) -> Iterator[Node]:
        before = 0
        for item in block.items:
            text = self.writer.source(" ".join(item.text.split()))
            if isinstance(item, nodes.NumberedItem) and item.depth == 1:
                number = item.number if item.number is not None else before + 1
                yield self.writer.numbered(number, text, counts=number == before + 1)
                before = number
            elif text:
                mark = "-" if self.writer.dialect == "plain" else "*"
                depth = item.depth if isinstance(block, nodes.BulletList) else item.depth - 1
                yield nodes.BulletItem(mark * depth + " ", text)

    # ---- templates ----

    def _templates(self, block: inline_nodes.TemplateBlock) -> Iterator[Node]:
        """What the templates of a block state; where one is the album's infobox, that too."""
        kinds = {self.words.templates.kinds.get(fold(template.title)) for template in block.templates}
        if "infobox" not in kinds:
            yield from self._stated(block)
        elif not self._infobox_written:
            yield from self._infobox()

    def _stated(self, block: Node) -> Iterator[Node]:
        """The facts that templates of a block state."""
        for tracks in self.album.track_lists:
            if _lies_in(tracks, block):
                yield from list_of(tracks, self.writer)
        yield from template_tables(
            [each for each in self.album.ratings if _lies_in(each, block)],
            [each for each in self.album.certifications if _lies_in(each, block)],
            [each for each in self.album.charts if _lies_in(each, block)],
            self.writer,
        )

    def _infobox(self) -> Iterator[Node]:
        self._infobox_written = True
        infobox = _renamed(self.album, self.writer, self.words, shown_only=self.writer.dialect == "plain")
        shown = attrs.evolve(self.album, infobox=infobox)
        if self.writer.dialect == "plain":
            shown = attrs.evolve(shown, chronology=self.album.chronology[:1], singles=())
        yield from write_header(shown, self.writer).blocks()
        if self.writer.dialect == "plain":
            yield from template_tables([each for each in self.album.ratings if self._is_old(each)], (), (), self.writer)
            yield nodes.Blank()  # else the lead would be read as a field

    def _is_old(self, rating: Rating) -> bool:
        """Whether a rating was read from the old infobox field Reviews."""
        return any(
            _lies_in(rating, template)
            for template in self.article.templates()
            if self.words.templates.kinds.get(fold(template.title)) == "infobox"
        )

    # ---- tables ----

    def _table(self, table: nodes.Table) -> Iterator[Node]:
        """A table; rows that lost their first cells to a cell above get them back in wikitext."""
        context = Context(self.words)
        headers = next((grid.headers for grid in read_grid(table, context)), [])
        rows: list[list[str]] = []
        for row, cells in self._spanned(table):
            missing = len(headers) - len(cells)
            is_short = self.writer.dialect == "wikitext" and row.close and rows and 0 < missing <= len(rows[-1])
            if cells:
                rows.append([*rows[-1][:missing], *cells] if is_short else cells)
        if not rows:
            return
        first = [" ".join(text.split()) for text in rows[0]]
        is_header = bool(headers) and first == [self.writer.source(text) for text in headers]
        yield self.writer.table(rows[0], rows[1:]) if is_header else _headless(rows, self.writer)

    def _spanned(self, table: nodes.Table) -> Iterator[tuple[nodes.Row, list[str]]]:
        """The rows of a table with the source of their cells; one that spans several is in each."""
        hanging: dict[int, tuple[int, str]] = {}
        for row in table.rows:
            if len(row.cells) == 1 and not row.cells[0].marker:
                entries = [entry for entry in self.album.charts if _lies_in(entry, row)]
                yield row, [self.writer.source(text) for entry in entries for text in _chart_cells(entry)]
                continue
            texts: list[str] = []
            for cell in row.cells:
                _hang(texts, hanging)
                text = self.writer.source(" ".join(cell.text.split()))
                rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
                for _ in range(columns):
                    if rows > 1:
                        hanging[len(texts)] = (rows - 1, text)
                    texts.append(text)
            _hang(texts, hanging)
            yield row, texts


def _span(cell: nodes.Cell, name: str) -> int:
    """How many rows or columns a cell spans; a table is no wider than a screen."""
    count = cell.attribute(name) or "1"
    return min(max(int(count), 1), _MOST_SPANNED) if count.isdecimal() and len(count) < 4 else 1


def _hang(texts: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add the cells of rows above that reach down to the next places of this one."""
    while len(texts) in hanging:
        left, text = hanging.pop(len(texts))
        if left > 1:
            hanging[len(texts)] = (left - 1, text)
        texts.append(text)


def _chart_cells(entry: ChartEntry) -> tuple[str, str]:
    return entry.chart, "—" if entry.peak is None else str(entry.peak)


def _headless(rows: Sequence[Sequence[str]], writer: Writer) -> Node:
    """A table without a header."""
    table = writer.table(rows[0], rows[1:])
    if not isinstance(table, nodes.Table) or writer.dialect == "plain":
        return table
    first = table.rows[0]
    cells = tuple(attrs.evolve(cell, marker="| ") for cell in first.cells)
    return attrs.evolve(table, rows=(attrs.evolve(first, cells=cells), *table.rows[1:]))


def _lies_in(record: Located, node: Node) -> bool:
    """Whether a record was read inside a node."""
    inner, outer = record.span, node.span
    return inner is not None and outer is not None and outer.offset <= inner.offset and inner.end <= outer.end


def _renamed(album: Album, writer: Writer, words: Vocabulary, *, shown_only: bool) -> dict[str, str]:
    """The infobox by the other dialect's keys, without the title, which stands elsewhere, and what is not shown."""
    renamed: dict[str, str] = {}
    for key, text in album.infobox.items():
        field = words.keys.get(fold(key))
        if field == "title" or (shown_only and (not text or fold(key) in _UNSHOWN)):
            continue
        usual = writer.keys.get(field or "")
        if usual is None:
            usual = key.replace("_", " ").title() if writer.dialect == "plain" else fold(key).replace(" ", "_")
        renamed.setdefault(usual, text)
    return renamed
