"""What `strict=True` makes of diagnostics: the doubts, each with its line and a caret."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wikialbum.diagnostics import Diagnostic, Severity


def doubts(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that are more than information."""
    return [each for each in diagnostics if each.severity is not Severity.INFO]


def excerpt(source: str, diagnostic: Diagnostic) -> str:
    r"""The line that a diagnostic is about, with carets below the place; empty where it is about no line.

    Examples:
        >>> from wikialbum.diagnostics import Span
        >>> place = Diagnostic("unparsed-date", Severity.WARNING, "expected a date", 2, 3, span=Span(5, 4, 2, 3))
        >>> print(excerpt("ab\ncdefgh", place))
        cdefgh
          ^^^^
    """
    span = diagnostic.span
    if span is None:
        return ""
    start = span.offset - (span.column - 1)
    line = re.compile(r"[^\r\n]*").match(source, start)
    assert line is not None
    width = max(1, min(span.length, line.end() - span.offset))
    return f"{line[0]}\n{' ' * (span.column - 1)}{'^' * width}"
