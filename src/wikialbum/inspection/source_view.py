"""The left side of the page: the source, line by line, with its segments and with notes at the lines in doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from wikialbum.inspection.elements import Html, around, element, join
from wikialbum.inspection.links import Doubt, Links, is_blank
from wikialbum.inspection.segments import Place, Segment

__all__ = ["source_view"]

_LINES: Final = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")


def source_view(links: Links) -> Iterator[Html]:
    """The pieces of a list of the lines of the source.

    The text of the list, without the notes, is the source; each line holds its line end, the last ones of which a
    reader does not see.
    """
    lines = list(_lines(links))
    notes: dict[int, list[Html]] = defaultdict(list)
    for doubt in links.doubts:
        if doubt.diagnostic.line is not None:
            notes[min(doubt.diagnostic.line, len(lines))].append(_note(doubt, links))
    items = (element("li", line, *notes.get(number, ()), id=f"L{number}") for number, line in enumerate(lines, start=1))
    return around("ol", items, class_="source")


def _lines(links: Links) -> Iterator[Html]:
    """The content of each line, its end included."""
    line: list[Html] = []
    for piece, ends in _pieces(links):
        line.append(piece)
        if ends:
            yield join(line)
            line = []
    if line or not links.text:
        yield join(line)


def _pieces(links: Links) -> Iterator[tuple[Html, bool]]:
    """The segments and what stands between them, and whether a line ends behind each."""
    text = links.text
    read = 0
    linked: set[Place] = set()
    for number, segment in enumerate(links.segments.pieces):
        yield from _between(text, read, segment.start)
        yield _segment(number, segment, links, linked), _ends_line(text, segment.end)
        read = segment.end
    yield from _between(text, read, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[Html, bool]]:
    for match in _LINES.finditer(text, start, end):
        yield join([match[0]]), _ends_line(text, match.end())


def _ends_line(text: str, end: int) -> bool:
    """Whether a line ends before an offset; not between the two characters of one line end."""
    last = text[end - 1 : end]
    return last == "\n" or (last == "\r" and text[end : end + 1] != "\n")


def _segment(number: int, segment: Segment, links: Links, linked: set[Place]) -> Html:
    """A segment: a link to what was read from it; blanks are none, and the further pieces of a place are no tab stops."""
    text = links.text[segment.start : segment.end]
    target = links.targets[segment.place]
    severity = links.doubtful.get(segment.place)
    kind = f"seg {target.kind}{f' has-{severity}' if severity else ''}"
    if is_blank(links.text, segment):
        return element("span", text, id=f"s{number}", class_=kind)
    again = segment.place in linked
    linked.add(segment.place)
    return element("a", text, id=f"s{number}", class_=kind, href=f"#{target.id}", tabindex=-1 if again else None)


def _note(doubt: Doubt, links: Links) -> Html:
    """A diagnostic below its line."""
    diagnostic = doubt.diagnostic
    return element(
        "a",
        element("b", str(diagnostic.severity)),
        f" {diagnostic.message} ",
        element("code", diagnostic.code),
        id=f"n{doubt.number}",
        class_=f"note {diagnostic.severity}",
        href=f"#d{doubt.number}",
        data_at=links.at(doubt.spans),
    )
