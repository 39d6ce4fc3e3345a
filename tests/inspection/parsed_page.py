"""A page as a browser would see it without running it: its elements, their text, and the source that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "input"}
SIGN = re.compile(r"⟨(?:(NUL)|(CR)|U\+([0-9A-F]{4,6}))⟩")


class Element:
    def __init__(self, tag: str, attributes: dict[str, str | None], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.content: list[Element | str] = []

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    def walk(self) -> Iterator[Element]:
        yield self
        for each in self.content:
            if isinstance(each, Element):
                yield from each.walk()

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.content)

    @property
    def source(self) -> str:
        """The text without notes, and with the characters that signs stand for."""
        if "note" in self.classes:
            return ""
        if self.tag == "i":
            return unsigned(self.text)
        return "".join(each if isinstance(each, str) else each.source for each in self.content)


class ParsedPage(HTMLParser):
    """The elements of a page; fails where they do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self._open = Element("", {}, None)
        self.declarations: list[str] = []
        self.feed(html)
        self.close()
        assert self._open is self.root, f"<{self._open.tag}> is not closed"
        self.elements = [element for element in self.root.walk() if element.tag]
        self.ids = {id_: element for element in self.elements if (id_ := element.attributes.get("id"))}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of <{tag}> stands twice"
        element = Element(tag, dict(attrs), self._open)
        self._open.content.append(element)
        if tag not in VOID:
            self._open = element

    def handle_endtag(self, tag: str) -> None:
        assert tag == self._open.tag
        assert self._open.parent is not None
        self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        self._open.content.append(data)

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    def of_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.classes]

    @property
    def source(self) -> str:
        (listing,) = self.of_class("source")
        return listing.source

    def source_of(self, element: Element) -> list[str]:
        """The pieces of source that an element is tied to."""
        ranges = [tuple(map(int, words.split("-"))) for words in (element.attributes.get("data-at") or "").split()]
        return ["".join(self.ids[f"s{number}"].source for number in range(first, last + 1)) for first, last in ranges]


def unsigned(text: str) -> str:
    """The characters that signs stand for; fails where there is anything but signs."""
    assert SIGN.sub("", text) == ""
    return SIGN.sub(lambda sign: "\0" if sign[1] else "\r" if sign[2] else chr(int(sign[3], 16)), text)
