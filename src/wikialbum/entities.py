"""HTML entities as the characters that they show, however they are written."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

__all__ = ["decoded"]

#: A number that no character has; Python refuses to read thousands of digits.
_LONG_NUMBER: Final = re.compile(r"&#0*+\d{8}\d*+")


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
    return unescape(_LONG_NUMBER.sub("&#1114112", text) if "&#" in text else text)
