"""HTML made of elements. A text is escaped wherever it stands; only what these functions made is HTML already.

What HTML cannot carry (NUL, lone surrogates, carriage returns), and what would act on the text around it or stay unseen
(bidirectional controls, separators, byte-order marks), is shown by a sign such as `⟨CR⟩` or `⟨U+202E⟩`. In the text of an
element signs are an element `i` of their own, so that none is mistaken for the same characters in the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

__all__ = ["Html", "around", "element", "join", "shown"]

Attribute = str | int | bool | None

_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]++"
)
_NAMES: Final = {"\0": "NUL", "\r": "CR"}
_VOID: Final = frozenset(["input", "meta"])


class Html(str):
    """A piece of HTML; every other string is text."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: Attribute) -> Html:
    """An element.

    Args:
        name: The tag's name.
        content: What it holds: texts, which are escaped, and HTML.
        attributes: By name, with underscores for hyphens and none behind `class_`. True is an attribute without a
            value; None and False are left out.

    Examples:
        >>> print(element("a", "Ann & ", element("b", "Bo"), href="#x", class_="name", data_at=None))
        <a href="#x" class="name">Ann &amp; <b>Bo</b></a>
    """
    if name in _VOID:
        return _start(name, attributes)
    return Html(f"{_start(name, attributes)}{join(content)}</{name}>")


def around(name: str, content: Iterable[Html], **attributes: Attribute) -> Iterator[Html]:
    """The pieces of an element that may be long: they are joined once, when all that is around them is known."""
    yield _start(name, attributes)
    yield from content
    yield Html(f"</{name}>")


def join(content: Iterable[str]) -> Html:
    """Texts and HTML one after the other."""
    return Html("".join([piece if isinstance(piece, Html) else _text(piece) for piece in content]))


def shown(text: str) -> str:
    r"""A text with signs for what HTML cannot carry, or nobody could see.

    Examples:
        >>> print(shown("a\x00b\u202e"))
        a⟨NUL⟩b⟨U+202E⟩
    """
    return _HIDDEN.sub(_signs, text)


def _text(text: str) -> str:
    return _HIDDEN.sub(lambda match: f"<i>{_signs(match)}</i>", html.escape(text, quote=False))


def _start(name: str, attributes: Mapping[str, Attribute]) -> Html:
    shown_attributes = (_attribute(key, value) for key, value in attributes.items() if value is not None)
    return Html(f"<{name}{''.join(shown_attributes)}>")


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if isinstance(value, bool):
        return f" {name}" if value else ""
    return f' {name}="{html.escape(shown(str(value)))}"'


def _signs(match: re.Match[str]) -> str:
    return "".join(map(_sign, match[0]))


def _sign(character: str) -> str:
    name = _NAMES.get(character)
    return f"⟨{name}⟩" if name else f"⟨U+{ord(character):04X}⟩"
