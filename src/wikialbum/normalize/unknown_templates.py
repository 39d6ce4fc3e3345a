"""Notes the templates of an article that are not known, since a reader of the encyclopedia may see more of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from wikialbum.diagnostics import Span
from wikialbum.normalize.context import Context
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import nodes
from wikialbum.syntax.display import met_unknown
from wikialbum.syntax.inline_nodes import Template, TemplateBlock
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold

_NAME: Final = lazy_pattern(r"\{\{\s*+(?P<name>[^{}|<\s]++(?:[ \t]++[^{}|<\s]++)*+)")


@contextmanager
def noting_unknown_templates(context: Context) -> Iterator[None]:
    """Note the templates that are read without being known, each once, at its place."""
    met: dict[Span | int, tuple[Template, str]] = {}

    def meet(template: Template, text: str) -> None:
        met.setdefault(template.span or id(template), (template, text))

    token = met_unknown.set(meet)
    try:
        yield
    finally:
        met_unknown.reset(token)
    for template, text in met.values():
        if not _is_known(template.title, context):
            shown = " ".join(unprotect(text).split())
            _note(template, f"its text was read as {shown!r}" if shown else "nothing was read of it", context)


def note_unread_templates(block: nodes.Node, context: Context) -> None:
    """Note the templates of a block of a section with facts that are not known, and so unread.

    One without parameters holds no text of the article's own, as a box of links to other articles does.
    """
    content = getattr(block, "content", "")
    if not isinstance(block, (TemplateBlock, nodes.Cell)) or "|" not in content:
        return
    if all(_is_known(name, context) for name in _NAME.findall(content)):
        return
    for inline in getattr(content, "inlines", ()):
        if isinstance(inline, Template) and inline.parameters and not _is_known(inline.title, context):
            _note(inline, "nothing was read of it", context)


def _is_known(title: str, context: Context) -> bool:
    from wikialbum.syntax.display_templates import is_known_template  # noqa: PLC0415 - loaded with the first template

    return is_known_template(title) or fold(title) in context.words.templates.kinds


def _note(template: Template, reading: str, context: Context) -> None:
    context.note("unknown-template", f"the template {template.title!r} is not known; {reading}", template.span)
