"""Source text of the MediaWiki dialect: a string that can be read further."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Self

from wikialbum.diagnostics import Places, Span
from wikialbum.patterns import lazy_pattern

if TYPE_CHECKING:
    from wikialbum.syntax.inline_nodes import Inline
    from wikialbum.syntax.masking import Construct

__all__ = ["DEPTH_LIMIT", "Places", "Wikitext", "attribute"]

#: How deep constructs are read inside each other; deeper ones are text. It is MediaWiki's own limit for templates.
DEPTH_LIMIT: Final = 40

_ATTRIBUTE: Final = lazy_pattern(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>|/]++))")


def attribute(source: str, name: str) -> str | None:
    """The value of an attribute in the source of a tag or of a cell's attributes, or None.

    Examples:
        >>> attribute('scope="row" rowspan=2 | ', "rowspan")
        '2'
    """
    found = (match for match in _ATTRIBUTE.finditer(source) if match[1].lower() == name)
    match = next(found, None)
    return None if match is None else next(value for value in match.groups()[1:] if value is not None)


@cache
def _readers() -> tuple[Callable[[Wikitext], tuple[Inline, ...]], Callable[[str], str]]:
    """What reads the inlines and the display text of wikitext; both make wikitext themselves."""
    from wikialbum.syntax.display import display_text  # noqa: PLC0415
    from wikialbum.syntax.inline import read_inlines  # noqa: PLC0415

    return read_inlines, display_text


class Wikitext(str):
    """Source text that may hold templates, links and other markup, which is read when somebody asks.

    It is a `str` in every way: equality, hash and length are those of the source.

    Examples:
        >>> source = Wikitext("[[Ann Lee|Ann]] – ''harp''<ref>Liner notes</ref>")
        >>> source.text
        'Ann – harp'
        >>> [type(node).__name__ for node in source.inlines]
        ['Link', 'Text', 'Style', 'Text', 'Style', 'Reference']
    """

    __slots__ = ("_inlines", "_text", "depth", "found", "offset", "places")

    depth: int
    """How many constructs this text stands in."""
    offset: int
    """Where in the article this text begins; 0 for a text made by hand."""
    places: Places | None
    """Where the lines of the article begin, or None for a text made by hand."""
    found: Sequence[Construct] | None
    """Constructs with their offsets in the article, among them those of this text; None where nobody has looked."""
    _inlines: tuple[Inline, ...]
    _text: str

    def __new__(cls, source: str = "") -> Self:
        """Source text made by hand."""
        return cls.at(source, None, 0)

    @classmethod
    def at(
        cls,
        source: str,
        places: Places | None,
        offset: int,
        depth: int = 0,
        found: Sequence[Construct] | None = None,
    ) -> Self:
        """Source text that knows where it was read and how deep it stands.

        Args:
            source: The text.
            places: Where the lines of the article begin, or None.
            offset: Where in the article the text begins.
            depth: In how many constructs it stands.
            found: The constructs found where the text stands, with their offsets in the article: those of the text
                are among them. None where nobody has looked.
        """
        made = str.__new__(cls, source)
        made.places = places
        made.offset = offset
        made.depth = depth
        made.found = found
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self),)

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The nodes that this text consists of; their texts, joined, are this text."""
        try:
            return self._inlines
        except AttributeError:
            self._inlines = inlines = _readers()[0](self)
            return inlines

    @property
    def text(self) -> str:
        """What a reader sees: link labels, the text of templates; no references, comments, files or categories."""
        try:
            return self._text
        except AttributeError:
            self._text = text = _readers()[1](self)
            return text

    def part(self, start: int, end: int, found: Sequence[Construct] | None = None, *, deeper: int = 1) -> Wikitext:
        """A piece of this text, which stands deeper inside; for `found` see `at`."""
        return Wikitext.at(self[start:end], self.places, self.offset + start, self.depth + deeper, found)

    @property
    def constructs(self) -> Sequence[Construct]:
        """The outermost constructs of this text, with their offsets in the article."""
        offset, known = self.offset, self.found
        if known is not None:
            end = offset + len(self)
            first, behind = bisect_left(known, (offset,)), bisect_left(known, (end,))
            is_cut = (first and known[first - 1].end > offset) or (first < behind and known[behind - 1].end > end)
            if not is_cut:
                return known[first:behind]
        from wikialbum.syntax.masking import constructs  # noqa: PLC0415 - Lark is loaded when first needed

        return constructs(self, offset)

    def span(self, start: int, end: int) -> Span | None:
        """The place of a piece of this text in the article, or None for a text made by hand."""
        return None if self.places is None else self.places.span(self.offset + start, end - start)
