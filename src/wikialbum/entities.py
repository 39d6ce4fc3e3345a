"""HTML entities as the characters that they show, however they are written."""

from __future__ import annotations

import re
from typing import Final

from wikialbum.patterns import lazy_pattern

__all__ = ["decoded"]

#: A character's number; Python refuses to read thousands of digits.
_NUMBER: Final = lazy_pattern(r"&#(?:0++(?=\d))?+(\d++)")
_NO_CHARACTER: Final = "1114112"


def decoded(text: str) -> str:
    """A text with its entities replaced by what they show; a number that no character has shows U+FFFD.

    Examples:
        >>> decoded("R&amp;B &#8211; &ndash; &nosuch;")
        'R&B – – &nosuch;'
        >>> decoded("&#" + "9" * 5000 + ";") == "\ufffd"
        True
    """
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - its table of entities is large, and few articles need it

    return unescape(_NUMBER.sub(_short, text) if "&#" in text else text)


def _short(match: re.Match[str]) -> str:
    return f"&#{match[1] if len(match[1]) < 8 else _NO_CHARACTER}"
