"""Reads MediaWiki XML dumps page by page, with the memory of one page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from wikialbum.errors import MissingExtraError
from wikialbum.sources.records import ARTICLES, Failure, Record, SourceError

__all__ = ["read_dump"]

_TAGS: Final = ("{*}mediawiki", "{*}page", "{*}revision")


def read_dump(pieces: Iterator[bytes], source: str) -> Iterator[Record]:
    r"""The pages of a dump, in order; of a page with several revisions the last one in the dump.

    Entities that a document type declares can grow without end, so that a dump with such a declaration is refused.

    Args:
        pieces: The XML, cut anywhere.
        source: The name of the source, for records and errors.

    Raises:
        SourceError: The XML ends too early or is not well-formed, after all pages before that place have been given;
            or it is no dump.
        MissingExtraError: The extra `dumps` is not installed.

    Examples:
        >>> xml = b"<mediawiki><page><title>Rush</title><ns>0</ns><id>7</id><revision><text>= Rush =</text></revision></page></mediawiki>"
        >>> list(read_dump(iter([xml]), "rush.xml"))
        [Record(id='7', title='Rush', text='= Rush =', source='rush.xml', namespace=0)]
    """
    try:
        from lxml import etree  # noqa: PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("reading MediaWiki dumps", "dumps") from error
    # The limits of the parser stay on: they bound what a hostile file can cost, and no page of a wiki reaches them.
    parser = etree.XMLPullParser(
        ("start", "end"), tag=_TAGS, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    pages = _Pages(source)
    try:
        for piece in pieces:
            try:
                parser.feed(piece)
            finally:
                yield from pages.read(parser)
        pages.check_root(parser.close())
    except etree.XMLSyntaxError as error:
        raise SourceError(_ending(source, f"no well-formed XML: {error.msg}")) from error


def _ending(source: str, reason: str) -> Failure:
    return Failure(None, None, source, reason, ends_source=True)


class _Pages:
    """Makes records of the events of a parser, and frees the memory of what was read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text = ""

    def read(self, parser: Any) -> Iterator[Record]:  # noqa: ANN401 - a class of an extra
        for event, element in parser.read_events():
            name = element.tag.rpartition("}")[2]
            if event == "start":
                if name == "mediawiki":
                    self.check_root(element)
            elif name == "revision":
                self._text = element.findtext("{*}text") or ""
                element.clear()
            elif name == "page":
                yield self._record(element)
                self._text = ""
                _forget(element)

    def check_root(self, root: Any) -> None:  # noqa: ANN401 - a class of an extra
        """Refuse what declares entities or is no dump."""
        if root.getroottree().docinfo.doctype:
            raise SourceError(_ending(self._source, "refused: the XML has a document type declaration"))
        if root.tag.rpartition("}")[2] != "mediawiki":
            raise SourceError(_ending(self._source, f"no MediaWiki dump: the XML is of the type {root.tag!r}"))

    def _record(self, page: Any) -> Record:  # noqa: ANN401 - a class of an extra
        values = {child.tag.rpartition("}")[2]: child.text or "" for child in page}
        namespace = values.get("ns", "")
        return Record(
            values.get("id", ""),
            values.get("title") or None,
            self._text,
            self._source,
            int(namespace) if namespace.removeprefix("-").isdecimal() else ARTICLES,
        )


def _forget(page: Any) -> None:  # noqa: ANN401 - a class of an extra
    """Free a page that was read, and what stands before it."""
    page.clear()
    while page.getprevious() is not None:
        del page.getparent()[0]
