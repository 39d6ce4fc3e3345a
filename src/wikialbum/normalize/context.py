"""What the readers of one article share: the vocabulary, the album's artist, and the diagnostics so far."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, TypeAlias

from wikialbum.diagnostics import CODES, Diagnostic, Span
from wikialbum.syntax.inline_nodes import Parameter, Template
from wikialbum.vocabulary import Vocabulary
from wikialbum.vocabulary.model import fold


@cache
def template_names(words: Vocabulary) -> re.Pattern[str]:
    """A pattern that finds the beginning of any template that carries facts."""
    names = sorted({name.split()[0] for name in words.templates.kinds})
    return re.compile(rf"\{{\{{\s*(?:template:)?(?:{'|'.join(names)})", re.IGNORECASE)


LONGEST_LINE: Final = 4000
"""No credit and no track takes more characters; a longer line is prose, and stays unread."""


FactTemplates: TypeAlias = dict[int, tuple[tuple[str, Template], ...]]
"""The templates with facts of each block of an article that was asked for them, with their kinds, by its `id`."""


class Context:
    """The state of one normalization.

    Attributes:
        words: The vocabulary.
        diagnostics: What there is to say so far.
        joint_artist: The album's artist where its name looks like a list (`Fisk, Hale & Marrow`), else empty.
        place: The span that diagnostics are about now; each reader sets it before it reads.
        templates: What `templates_of` found so far; the albums of one article share it.
    """

    __slots__ = ("_keyed", "diagnostics", "joint_artist", "place", "templates", "words")

    def __init__(self, words: Vocabulary, templates: FactTemplates | None = None) -> None:
        self.words = words
        self.diagnostics: list[Diagnostic] = []
        self.joint_artist = ""
        self.place: Span | None = None
        self.templates: FactTemplates = {} if templates is None else templates
        self._keyed: tuple[Template | None, tuple[tuple[str, Parameter], ...]] = (None, ())

    def note(self, code: str, message: str, span: Span | None = None) -> None:
        """Add a diagnostic about a span, else about the present place."""
        span = span or self.place
        line, column = (span.line, span.column) if span else (None, None)
        self.diagnostics.append(Diagnostic(code, CODES[code].severity, message, line, column, span=span))

    def keyed(self, template: Template) -> tuple[tuple[str, Parameter], ...]:
        """The parameters of a template with their keys as these are looked up; an infobox is asked for them often."""
        if self._keyed[0] is not template:
            self._keyed = template, tuple((fold(each.key), each) for each in template.parameters)
        return self._keyed[1]

    def carries_facts(self, content: str) -> bool:
        """Whether some source may hold a template that the vocabulary knows; quick, and sure where it says no."""
        return template_names(self.words).search(content) is not None

    def set_artist(self, artist: str | None) -> None:
        """Remember the album's artist, so that lists are not split inside its name."""
        joint = artist is not None and any(mark in artist for mark in (",", ";", " / ", " and ", " & "))
        self.joint_artist = artist or "" if joint else ""
