"""Folds what the flattening of wikitext into the plain dialect left in infobox values.

Templates and links were flattened to their arguments: a template's name can stand among the items of a list, a
link's target before its text, a citation's author and year behind a word. docs/plain-dialect.md has examples.
"""

from __future__ import annotations

import re
from typing import Final

from wikialbum.normalize.context import Context
from wikialbum.normalize.names import Item
from wikialbum.patterns import lazy_pattern

_NEXT_PARAMETER: Final = lazy_pattern(r"\|[ \t]*+[\w -]{1,40}=")
_TEMPLATE_PIPE: Final = lazy_pattern(
    r"(?:(?<=\s)|\A)(?:nowrap|small|smaller|big|nobold|lang|abbr|flatlist|hlist|ubl)\|", re.IGNORECASE
)
_CITATION: Final = lazy_pattern(
    r"sfnp?(?:,[^,\d\n]{1,60}){1,4},\s*\d{4}[a-z]?(?:,\s*pp?=?\.?\s*[\d–-]+)?(?=\s*(?:[,;.\n]|\Z))", re.IGNORECASE
)
_TEMPLATE_NAMES: Final = frozenset(
    ["nowrap", "small", "flatlist", "hlist", "plainlist", "ubl", "unbulleted list", "startflatlist", "endflatlist"]
)
_TARGET_ENDINGS: Final = ("music", "records", "recordings", "entertainment")
_QUALIFIED: Final = lazy_pattern(r"(?:(?<=[,;\n])|\A)(?P<name>[^,;()\n]++)\([^()\n]*+\),[ \t]*+")


def fold_value(text: str, context: Context) -> str:
    """A value without swallowed parameters, template names with their pipe, and citations."""
    folded = text
    if "|" in folded:
        match = _NEXT_PARAMETER.search(folded)
        if match is not None:
            folded = folded[: match.start()]
        folded = _TEMPLATE_PIPE.sub("", folded)
    if "sfn" in folded:
        folded = _CITATION.sub("", folded)
    if folded != text:
        context.note("folded-residue", f"read {folded.strip()!r} from {text.strip()!r}")
    return folded


def fold_items(items: list[Item], context: Context) -> list[Item]:
    """Items without the names of templates, and without a link's target before its text."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        if item.name.casefold() in _TEMPLATE_NAMES and item.note is None:
            context.note("folded-residue", f"left out the template name {item.name!r}")
        elif place + 1 < len(items) and _is_target(item, items[place + 1]):
            context.note(
                "folded-residue", f"read {items[place + 1].name!r} for {item.name!r} and {items[place + 1].name!r}"
            )
        else:
            kept.append(item)
    return kept


def fold_qualified(text: str, context: Context) -> str:
    """A text in which `X (qualifier), X` stands for `X`; for values that are not split, such as the artist."""
    if "(" not in text:
        return text

    def kept(match: re.Match[str]) -> str:
        """Nothing where the words behind a qualified name repeat the name, else all, and blanks before it."""
        name = match["name"].strip()
        follows = text[match.end() : match.end() + len(name)]
        blanks = match[0][: len(match[0]) - len(match[0].lstrip())]
        return blanks if name and follows.casefold() == name.casefold() else match[0]

    folded = _QUALIFIED.sub(kept, text)
    if folded != text:
        context.note("folded-residue", f"read {folded!r} from {text!r}")
    return folded


def _is_target(item: Item, following: Item) -> bool:
    """Whether an item is the target of the link whose text is the next item."""
    name, text = item.name.casefold(), following.name.casefold()
    if name == text:
        return item.note is not None
    return name.startswith(f"{text} ") and name[len(text) + 1 :] in _TARGET_ENDINGS
