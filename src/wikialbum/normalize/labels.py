"""Finds the labels that the grammar leaves among the prose: names that end as a sentence does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes

# `Therapy?`, `Disc one: Tully Ho!`; a longer line that ends so is prose.
_CALLED: Final = lazy_pattern(r"[^\W_](?:[^\r\n.!?]|(?<=\b[A-Z])\.|\.(?!\s)){0,38}[!?]")
_LISTS: Final = (nodes.BulletList, nodes.NumberedList, nodes.Table)
_MOST_LOWER: Final = 2


def with_labels(blocks: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    r"""The blocks of a section, with a short line that ends in `!` or `?` directly above a list as its label.

    Examples:
        >>> from wikialbum import parse_article
        >>> section = parse_article("==Personnel==\nTherapy?\n- Ann Lee – harp\n").sections[0]
        >>> [type(block).__name__ for block in with_labels(section.blocks)]
        ['GroupLabel', 'BulletList']
    """
    for place, block in enumerate(blocks):
        if isinstance(block, nodes.Paragraph) and _is_called(block.content) and _is_above(blocks, place):
            yield nodes.GroupLabel(content=block.content, span=block.span)
        else:
            yield block


def _is_called(line: str) -> bool:
    """Whether a line can be a name: short, and not most of it in lower case."""
    return (
        line[-1:] in {"!", "?"}
        and _CALLED.fullmatch(line) is not None
        and sum(word[:1].islower() for word in line.split()) <= _MOST_LOWER
    )


def _is_above(blocks: Sequence[nodes.Node], place: int) -> bool:
    following = [block for block in blocks[place + 1 : place + 3] if not isinstance(block, nodes.Blank)]
    return bool(following) and isinstance(following[0], _LISTS)
