"""Display text: what a reader of the encyclopedia sees of some wikitext.

Most lines hold simple links, apostrophes, entities and short references; one scan shows them. The others are read as
inline nodes, and each class of node has its way to be shown. Templates are shown as syntax/display_templates.py says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import cache, partial
from typing import Final

from wikialbum.entities import decoded
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax import grammars, nodes
from wikialbum.syntax.inline_nodes import (
    Comment,
    ExternalLink,
    Link,
    Nowiki,
    Reference,
    Style,
    Tag,
    Template,
    TemplateBlock,
    Text,
)
from wikialbum.syntax.markup import Wikitext
from wikialbum.syntax.protection import protect, unprotect

__all__ = ["display_text", "met_unknown", "reading", "template_text", "unprotect"]

_APOSTROPHES: Final = lazy_pattern(r"''+")
_BLANKS: Final = lazy_pattern(r"[ \t]{2,}")
_LIST_MARK: Final = lazy_pattern(r"\n[*#:;]+[ \t]*+")
_FOOTNOTE_MARK: Final = lazy_pattern(r"\^\{\[[^\[\]{}\r\n]{1,24}\]\}")  # in the plain dialect: `"Title"^{[a]}`
_SWITCH: Final = lazy_pattern(r"__[A-Z]{3,}__")
_SPECIAL_BLANKS: Final = {ord(char): " " for char in "\xa0\u2002\u2003\u2009\u200a\u202f"} | {0xAD: "", 0x200B: ""}
_SPECIAL_BLANK: Final = lazy_pattern("[" + "".join(map(chr, _SPECIAL_BLANKS)) + "]")

#: What may be shown otherwise than it is written. Each begins with a literal, so that `re` skips what begins none of them.
_MARKUP: Final = lazy_pattern(
    r"\[|\{|<|&|'(?=')|_(?=_)|\n(?=[*#:;])| (?=[ \t])|\t(?=[ \t])|" + "|".join(map(chr, _SPECIAL_BLANKS))
)

#: Tags that begin a line, and those whose content is no text.
_LINE_TAGS: Final = frozenset({"br", "hr", "p", "li", "div", "tr", "dd", "dt"})
_HIDDEN_TAGS: Final = frozenset(
    {"references", "gallery", "timeline", "imagemap", "graph", "score", "templatedata", "inputbox", "hiero", "style"}
)

Show = Callable[[str], str]

#: Takes each template that is shown without being known, with the text that is shown of it; None where nobody asks.
met_unknown: ContextVar[Callable[[Template, str], None] | None] = ContextVar("met_unknown", default=None)


def display_text(source: str) -> str:
    r"""What a reader sees of some wikitext; `<br>` and the items of lists are parted by line breaks.

    Examples:
        >>> display_text(Wikitext("[[Guitar|guitars]] &amp; {{hlist|[[viola]]s|''oud''}}<!-- sic -->"))
        'guitars & violas\noud'
    """
    return _display(source, hide=False)


def reading(content: str) -> str:
    """Display text in which the separators inside a link are hidden, so that one link is one item of any list.

    `unprotect` shows them again. A `str` that is no `Wikitext` is returned as it is, but for marks of foot-notes.

    Examples:
        >>> shown = reading(Wikitext("[[Burrell & Knox]] & [[Lee, Ann|Ann]]"))
        >>> [unprotect(name) for name in shown.split(" & ")]
        ['Burrell & Knox', 'Ann']
        >>> reading('"Exodus"^{[a]} (H^{2} mix) – 3:45')
        '"Exodus" (H^{2} mix) – 3:45'
    """
    if isinstance(content, Wikitext):
        return _display(content, hide=True).strip()
    return _FOOTNOTE_MARK.sub("", content) if "^{[" in content else content


@cache
def _templates() -> Callable[[Template, Callable[[str], str]], str]:
    """What shows templates: loaded when the first template is shown."""
    from wikialbum.syntax.display_templates import show_template  # noqa: PLC0415

    return show_template


def template_text(template: Template) -> str:
    """What a template shows, as far as it is known; else its positional parameters."""
    return _templates()(template, partial(_shown, hide=False))


def _display(source: str, *, hide: bool) -> str:
    if not _MARKUP.search(source):
        return str(source)
    text = _simple(source, hide=hide) if "{" not in source else None
    if text is None:
        wikitext = source if isinstance(source, Wikitext) else Wikitext(source)
        text = _joined(wikitext.inlines, hide=hide)
    return _BLANKS.sub(" ", text) if "  " in text or "\t" in text else text


def _shown(value: str, *, hide: bool) -> str:
    return _display(value, hide=hide).strip()


# ---- the common case ----


class _NotSimpleError(Exception):
    """A text holds more than the pattern of simple markup knows."""


@cache
def _simple_markup() -> re.Pattern[str]:
    return grammars.part(grammars.load("wikitext"), "SIMPLE")


def _simple(source: str, *, hide: bool) -> str | None:
    """The display text of simple markup; None where there is other."""
    text = str(source)
    if "''" in text:
        runs = _APOSTROPHES.findall(text)
        if runs == ["''", "''"]:
            text = text.replace("''", "")
        elif _is_open(runs):
            return None
        else:
            shown = iter(_shown_marks(runs))
            text = _APOSTROPHES.sub(lambda _: next(shown), text)
    if "[" in text or "<" in text or "\n" in text or "__" in text:
        try:
            text = _simple_markup().sub(_hidden_piece if hide else _simple_piece, text)
        except _NotSimpleError:
            return None
    return _decoded(text)


def _simple_piece(match: re.Match[str]) -> str:
    target, label, reference, line_break = match.groups()
    if target is not None:
        return label or target
    if reference is not None:
        return ""
    if line_break is not None:
        return "\n"
    raise _NotSimpleError


def _hidden_piece(match: re.Match[str]) -> str:
    shown = _simple_piece(match)
    return protect(_decoded(shown)) if shown and shown != "\n" else shown


def _decoded(text: str) -> str:
    """A text with entities decoded and all blanks of one kind."""
    if "&" in text:
        text = decoded(text)
    return text if text.isascii() or not _SPECIAL_BLANK.search(text) else text.translate(_SPECIAL_BLANKS)


def _shown_marks(runs: list[str]) -> list[str]:
    """What runs of apostrophes show: those that are too many."""
    return ["'" if len(run) == 4 else "'" * (len(run) - 5) for run in runs]


def _is_open(runs: list[str]) -> bool:
    """Whether neither the italics nor the bold are closed: a run of three is then an apostrophe and italics."""
    bold = sum(len(run) != 2 for run in runs)
    italic = sum(len(run) == 2 or len(run) >= 5 for run in runs)
    return bold % 2 == 1 and italic % 2 == 1


# ---- by inline nodes ----


def _joined(inlines: Iterable[nodes.Node], *, hide: bool) -> str:
    out: list[str] = []
    places: list[int] = []
    runs: list[str] = []
    for node in inlines:
        if isinstance(node, Style):
            places.append(len(out))
            runs.append(node.marks)
            out.append("")
        else:
            out.append(_SHOWN[type(node)](node, hide=hide))
    if runs:
        marks = _shown_marks(runs)
        if _is_open(runs):
            _show_apostrophe(runs, marks, ["".join(out[max(0, place - 3) : place])[-1:] for place in places])
        for place, shown in zip(places, marks, strict=True):
            out[place] = shown
    return "".join(out)


def _show_apostrophe(runs: list[str], marks: list[str], before: list[str]) -> None:
    """Make the first run of three behind a letter show an apostrophe."""
    for place, run in enumerate(runs):
        if len(run) == 3 and before[place].strip():
            marks[place] = "'"
            return


def _text(node: Text, **_: bool) -> str:
    text = node.content
    if "\n" in text:
        text = _LIST_MARK.sub("\n", text)
    if "__" in text:
        text = _SWITCH.sub("", text)
    return _decoded(text)


def _tag(node: Tag, *, hide: bool) -> str:
    name = node.name
    if name in _HIDDEN_TAGS:
        return ""
    shown = _display(node.content, hide=hide)
    return f"\n{shown}" if name in _LINE_TAGS and not node.open.startswith("</") else shown


def _link(node: Link, *, hide: bool) -> str:
    if is_aside(node):
        return ""
    shown = _display(node.label, hide=False) if node.label else _decoded(node.target.strip().removeprefix(":"))
    return protect(shown) if hide else shown


@cache
def _aside() -> re.Pattern[str]:
    return grammars.part(grammars.load("wikitext"), "LINK_TARGET")


def is_aside(link: Link) -> bool:
    """Whether a link is no part of its line: a file, a category, the same article in another language."""
    match = _aside().match(link.target) if ":" in link.target else None
    return match is not None and (match["link_language"] is None or not link.bar)


def _external(node: ExternalLink, *, hide: bool) -> str:
    shown = _display(node.label, hide=False)
    return protect(shown) if hide else shown


def _template(node: Template, *, hide: bool) -> str:
    return _templates()(node, partial(_shown, hide=hide))


def _table(node: nodes.Table, *, hide: bool) -> str:
    rows = (" ".join(_shown(cell.content, hide=hide) for cell in row.cells) for row in node.rows)
    return "\n".join(("", *rows, ""))


def _nowiki(node: Nowiki, **_: bool) -> str:
    return _decoded(node.content)


def _nothing(_node: nodes.Node, **_: bool) -> str:
    return ""


_SHOWN: Final[dict[type, Callable[..., str]]] = {
    Text: _text,
    Comment: _nothing,
    Reference: _nothing,
    Nowiki: _nowiki,
    Tag: _tag,
    Link: _link,
    ExternalLink: _external,
    Template: _template,
    TemplateBlock: _nothing,
    nodes.Table: _table,
}
