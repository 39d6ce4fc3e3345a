"""Edits of the infobox, in either dialect, and of the parameters of any template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from wikialbum.edit.nodes import checked, set_text, with_line_ends
from wikialbum.edit.splice import place_of, shown, splice
from wikialbum.errors import BadEditError, NodeNotFoundError
from wikialbum.normalize.context import Context
from wikialbum.normalize.portions import find_portions
from wikialbum.render.writers import writer_of
from wikialbum.syntax.inline_nodes import Parameter, Template
from wikialbum.syntax.nodes import Article, Field, Infobox, Node
from wikialbum.vocabulary import vocabulary_for
from wikialbum.vocabulary.model import fold

__all__ = ["remove_field", "remove_parameter", "set_field", "set_parameter"]

#: What may not stand in the key of a field or the name of a parameter.
_KEY_ENDS: Final = frozenset("\r\n|=:{}[]")


def set_field(article: Article, key: str, value: str) -> Article:
    """An article whose infobox states a field; see `Article.set_field`."""
    infobox = infobox_of(article)
    if isinstance(infobox, Template):
        return set_parameter(article, infobox, key, value)
    field = next((each for each in infobox.fields if fold(each.key) == fold(key)), None)
    if field is not None:
        return set_text(article, field, value)
    _check_key(key)
    above = infobox.fields[_place(key, [each.key for each in infobox.fields], article)]
    marker, separator = above.marker, above.separator or ": "
    source = str(Field(marker, key, separator, checked(article, above, value), ""))
    end = above.end or with_line_ends(article, "\n")
    lines = [f"{str(above).removesuffix(above.end)}{end}", f"{source}{above.end}"]
    return _splice_behind(article, above, lines)


def remove_field(article: Article, key: str) -> Article:
    """An article whose infobox lacks a field; see `Article.remove_field`."""
    infobox = infobox_of(article)
    if isinstance(infobox, Template):
        return remove_parameter(article, infobox, key)
    field = next((each for each in infobox.fields if fold(each.key) == fold(key)), None)
    if field is None:
        raise NodeNotFoundError(f"the infobox has no field {key!r}")
    if len(infobox.fields) == 1:
        raise BadEditError(f"{key!r} is the infobox's only field; without it the name line would be read as prose")
    span = place_of(article, field)
    return splice(article, span.offset, span.end, "", [])


def infobox_of(article: Article) -> Infobox | Template:
    """The infobox that the article's first album has.

    Raises:
        NodeNotFoundError: The article has none.
    """
    infobox = next(
        (portion.infobox for portion in find_portions(article, Context(vocabulary_for(article))) if portion.infobox),
        None,
    )
    if infobox is None:
        raise NodeNotFoundError("the article has no infobox")
    return infobox


def set_parameter(article: Article, template: Template, key: str, value: str) -> Article:
    """An article in which a template has a parameter; see `Article.set_parameter`."""
    place_of(article, template)
    found = template.get(key) or _folded(template, key)
    if found is not None:
        return set_text(article, found, value)
    _check_key(key)
    named = [place for place, each in enumerate(template.parameters) if each.equals]
    if not named:
        raise BadEditError(f"{shown(str(template))} has no named parameter whose style a new one could take")
    keys = [template.parameters[place].key for place in named]
    place = named[_place(key, keys, article)]
    above = template.parameters[place]
    value = checked(article, above, value)
    new = Parameter("|", _styled_name(key, template), above.equals, _styled_value(value, template.parameters))
    others = list(template.parameters)
    above, tail = _parted_tail(others, place)
    new = attrs.evolve(new, value=new.value + tail)
    others[place : place + 1] = [above, new]
    return _with_parameters(article, template, others)


def _parted_tail(parameters: Sequence[Parameter], place: int) -> tuple[Parameter, str]:
    """A parameter below which another is put, and the blanks behind the new one.

    Where bars end lines, the last parameter alone has the line break before the closing braces, and hands it on.
    """
    above = parameters[place]
    tail = _blanks_behind(above.value)
    usual = _blanks_behind(parameters[place - 1].value) if place else tail
    is_last = place + 1 == len(parameters)
    if is_last and "\n" in tail and "\n" not in usual:
        above = attrs.evolve(above, value=above.value[: len(above.value) - len(tail)] + usual)
    return above, tail.lstrip(" ") if "\n" in tail else tail


def remove_parameter(article: Article, template: Template, key: str) -> Article:
    """An article in which a template lacks a parameter; see `Article.remove_parameter`."""
    place_of(article, template)
    found = template.get(key) or _folded(template, key)
    if found is None:
        raise NodeNotFoundError(f"{shown(str(template))} has no parameter {key!r}")
    if not found.equals and found is not template.parameters[-1]:
        raise BadEditError(f"without the parameter {key} those behind it would get other numbers")
    place = next(place for place, each in enumerate(template.parameters) if each is found)
    others = list(template.parameters)
    tail = _blanks_behind(found.value)
    if place + 1 == len(others) and place and "\n" in tail:
        before = others[place - 1]
        content = before.value[: len(before.value) - len(_blanks_behind(before.value))]
        others[place - 1] = attrs.evolve(before, value=content + tail)
    del others[place]
    return _with_parameters(article, template, others)


def _folded(template: Template, key: str) -> Parameter | None:
    """The parameter of a name, but for case and underscores."""
    wanted = fold(key)
    return next((each for each in reversed(template.parameters) if each.equals and fold(each.key) == wanted), None)


def _check_key(key: str) -> None:
    if not key.strip() or key != key.strip() or not _KEY_ENDS.isdisjoint(key):
        raise BadEditError(f"{key!r} cannot be the name of a field")


def _place(key: str, keys: Sequence[str], article: Article) -> int:
    """Behind which of the present keys a new one goes: the last of those that usually stand before it, else the last."""
    order = [fold(each) for each in writer_of(article.dialect).keys.values()]
    if fold(key) not in order:
        return len(keys) - 1
    earlier = set(order[: order.index(fold(key))])
    return max((place for place, each in enumerate(keys) if fold(each) in earlier), default=len(keys) - 1)


def _styled_name(key: str, template: Template) -> str:
    """A name with the blanks around it that the other names have; they are as wide as each other in a column."""
    names = [each.name for each in template.parameters if each.equals]
    lead = min((name[: len(name) - len(name.lstrip())] for name in names), key=len)
    widths = {len(name) for name in names}
    ragged = {len(name) - len(name.rstrip()) for name in names}
    if len(widths) == 1 and (len(names) > 1 or len(ragged) > 1):
        return f"{lead}{key}".ljust(max(widths) - 1) + (" " if names[0].endswith(" ") else "")
    return f"{lead}{key}" + " " * min(ragged)


def _styled_value(value: str, parameters: Iterable[Parameter]) -> str:
    """A value behind a blank, where most values stand behind one."""
    filled = [each.value for each in parameters if each.equals and each.value.strip()]
    return f" {value}" if value and 2 * sum(text.startswith(" ") for text in filled) >= len(filled) else value


def _blanks_behind(value: str) -> str:
    return str(value[len(value.rstrip()) :])


def _with_parameters(article: Article, template: Template, parameters: Sequence[Parameter]) -> Article:
    """The article with other parameters in a template, which has to be read as just these."""
    span = place_of(article, template)
    wanted = attrs.evolve(template, parameters=tuple(parameters))
    source = str(wanted)
    edited = splice(article, span.offset, span.end, source, [(Template, source)])
    found = next(each for each in edited.templates() if each.span is not None and each.span.offset == span.offset)
    if found.parameters != wanted.parameters:
        raise BadEditError(f"{shown(source)} would be read with other parameters")
    return edited


def _splice_behind(article: Article, above: Node, lines: Sequence[str]) -> Article:
    """The article with a line behind another of its kind."""
    span = place_of(article, above)
    return splice(article, span.offset, span.end, "".join(lines), [(type(above), line) for line in lines])
