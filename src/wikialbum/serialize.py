"""Album to Album JSON and back.

Every type of the model has a `Form`: how its values stand in JSON, how they are checked and how they are read. The
forms follow from the fields of the attrs classes, and the JSON Schema (wikialbum.schema) follows from the forms. The
fields that are no part of equality are no part of Album JSON.
"""

from __future__ import annotations

import math
import reprlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

import attrs

from wikialbum.album import Album
from wikialbum.dates import PartialDate
from wikialbum.errors import AlbumDataError

__all__ = [
    "Choice",
    "Form",
    "Objects",
    "Optional",
    "Scalar",
    "Sequence",
    "Texts",
    "album_from_dict",
    "album_to_dict",
    "form_of",
]


def album_to_dict(album: Album) -> dict[str, Any]:
    """An album as Album JSON; see `Album.to_dict`.

    Returns:
        Dicts, lists, strings, numbers and None alone, none of them shared with the album.

    Examples:
        >>> album_to_dict(Album(title="Rush", studios=("Village Recorder",)))["studios"]
        ['Village Recorder']
    """
    dump = form_of(Album).dump
    assert dump is not None
    data: dict[str, Any] = dump(album)
    return data


def album_from_dict(data: Mapping[str, Any]) -> Album:
    """An album from Album JSON; see `Album.from_dict`.

    Raises:
        AlbumDataError: A key is missing or unknown, or a value is not what its place holds; the error names the path.

    Examples:
        >>> data = album_to_dict(Album()) | {"releases": [{"date": "1992-13", "note": None}]}
        >>> album_from_dict(data)
        Traceback (most recent call last):
        wikialbum.errors.AlbumDataError: releases[0].date: expected a date (YYYY, YYYY-MM or YYYY-MM-DD) or null, not '1992-13'
    """
    try:
        album: Album = _read(form_of(Album), data)
    except _MisfitError as misfit:
        path = "".join(reversed(misfit.path)).removeprefix(".")
        raise AlbumDataError(path, misfit.problem) from None
    return album


class _MisfitError(Exception):
    """Data that does not fit its form; on its way up each container adds its part of the path."""

    def __init__(self, problem: str, *path: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = list(path)


@attrs.frozen(kw_only=True)
class Form:
    """How the values of one type stand in Album JSON.

    Attributes:
        expected: What JSON has to hold here, for messages: `a string`.
        plural: The same for many: `strings`.
        takes: Whether a JSON value is of this form, as far as can be told without looking inside.
        load: From a JSON value that the form takes to the value of the model.
        dump: From the value of the model to JSON; None where both are the same.
    """

    expected: str
    plural: str
    takes: Callable[[Any], bool]
    load: Callable[[Any], Any]
    dump: Callable[[Any], Any] | None = None


@attrs.frozen(kw_only=True)
class Scalar(Form):
    """A string or a number.

    Attributes:
        kind: The type of its values in the model.
        schema: Its JSON Schema.
    """

    kind: type[Any]
    schema: Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Choice(Form):
    """One string of a few.

    Attributes:
        choices: The strings, in order.
    """

    choices: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Optional(Form):
    """Null, or a value of another form.

    Attributes:
        item: The other form.
    """

    item: Form


@attrs.frozen(kw_only=True)
class Sequence(Form):
    """A list of values of one form.

    Attributes:
        item: The form of each.
    """

    item: Form


@attrs.frozen(kw_only=True)
class Texts(Form):
    """An object with any keys, whose values are strings."""


@attrs.frozen(kw_only=True)
class Objects(Form):
    """An object with exactly the keys that are the fields of a class.

    Attributes:
        model: The class.
        fields: The form of each key.
    """

    model: type[Any]
    fields: Mapping[str, Form]


def form_of(hint: Any) -> Form:  # noqa: ANN401 - a type hint is any object
    """The form of a type of the model.

    Args:
        hint: A class or another type hint, such as `tuple[str, ...]`.

    Raises:
        TypeError: No field of the model has such a type.

    Examples:
        >>> form_of(tuple[int, ...]).expected
        'a list of integers'
    """
    return _form_of(hint)


@cache
def _form_of(hint: Any) -> Form:  # noqa: ANN401 - a type hint is any object
    form = _SIMPLE.get(hint)
    if form is not None:
        return form
    if attrs.has(hint):
        return _objects(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint)
    build = _GENERIC.get(get_origin(hint))
    if build is None:
        raise TypeError(f"Album JSON has no form for {hint}")
    return build(*(form_of(part) for part in get_args(hint) if part not in {None, type(None), ...}))


def _short(value: object) -> str:
    """What was found, for a message: its repr, cut where it is long."""
    return reprlib.repr(value)


def _read(form: Form, value: object) -> Any:  # noqa: ANN401 - the value of a form is of any type
    if not form.takes(value):
        raise _MisfitError(f"expected {form.expected}, not {_short(value)}")
    return form.load(value)


def _same(value: Any) -> Any:  # noqa: ANN401 - of any type
    return value


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_integer(value: object) -> bool:
    """Whether JSON Schema would call a value an integer: 4.0 is one, true is none."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def _is_number(value: object) -> bool:
    """Whether a value is a number that JSON can write: infinities are none."""
    return _is_integer(value) or (isinstance(value, float) and math.isfinite(value))


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_object(value: object) -> bool:
    return isinstance(value, Mapping)


def _dump_number(value: float) -> float:
    """A number as it is written most shortly: 4 for 4.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _load_texts(values: Mapping[object, object]) -> dict[Any, Any]:
    for key, value in values.items():
        if not isinstance(key, str):
            raise _MisfitError(f"expected strings as keys, not {_short(key)}")
        if not isinstance(value, str):
            raise _MisfitError(f"expected a string, not {_short(value)}", f"[{_short(key)}]")
    return dict(values)


_TEXTS: Final = Texts(
    expected="an object of strings", plural="objects of strings", takes=_is_object, load=_load_texts, dump=dict
)

_SCALARS: Final = (
    Scalar(kind=str, expected="a string", plural="strings", takes=_is_string, load=_same, schema={"type": "string"}),
    Scalar(kind=int, expected="an integer", plural="integers", takes=_is_integer, load=int, schema={"type": "integer"}),
    Scalar(
        kind=float,
        expected="a number",
        plural="numbers",
        takes=_is_number,
        load=_same,
        dump=_dump_number,
        schema={"type": "number"},
    ),
    Scalar(
        kind=PartialDate,
        expected="a date (YYYY, YYYY-MM or YYYY-MM-DD)",
        plural="dates",
        takes=_is_date,
        load=PartialDate.parse,
        dump=str,
        schema={"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    ),
)

#: The forms of the types that are made of no others.
_SIMPLE: Final[dict[Any, Form]] = {scalar.kind: scalar for scalar in _SCALARS} | {Mapping[str, str]: _TEXTS}


def _choice(kind: type[StrEnum]) -> Form:
    members = {member.value: member for member in kind}
    return Choice(
        expected=f"one of {', '.join(map(repr, members))}",
        plural="words",
        takes=lambda value: isinstance(value, str) and value in members,
        load=members.__getitem__,
        dump=attrgetter("value"),
        choices=tuple(members),
    )


def _optional(item: Form) -> Form:
    dump = item.dump
    return Optional(
        expected=f"{item.expected} or null",
        plural=f"{item.plural} or nulls",
        takes=lambda value: value is None or item.takes(value),
        load=lambda value: None if value is None else item.load(value),
        dump=dump and (lambda value: None if value is None else dump(value)),
        item=item,
    )


def _sequence(item: Form) -> Form:
    dump = item.dump

    def load(values: list[object]) -> tuple[Any, ...]:
        loaded: list[Any] = []
        try:
            for value in values:
                loaded.append(_read(item, value))  # noqa: PERF401 - their number tells where a misfit stands
        except _MisfitError as misfit:
            misfit.path.append(f"[{len(loaded)}]")
            raise
        return tuple(loaded)

    return Sequence(
        expected=f"a list of {item.plural}",
        plural=f"lists of {item.plural}",
        takes=_is_list,
        load=load,
        dump=(lambda values: [dump(value) for value in values]) if dump else list,
        item=item,
    )


#: How the form of a generic type is made of the forms of its arguments.
_GENERIC: Final[dict[Any, Callable[..., Form]]] = {UnionType: _optional, tuple: _sequence}


def _objects(model: type[Any]) -> Form:
    # Only these types are resolved: the others, such as the tree's, are not loaded where the model stands.
    annotations = {field.name: field.type for field in attrs.fields(model) if field.eq}
    hints = get_type_hints(type("Fields", (), {"__annotations__": annotations, "__module__": model.__module__}))
    fields = {name: form_of(hint) for name, hint in hints.items()}
    return Objects(
        expected="an object",
        plural="objects",
        takes=_is_object,
        load=_object_loader(model, fields),
        dump=_object_dumper(fields),
        model=model,
        fields=fields,
    )


def _object_dumper(fields: Mapping[str, Form]) -> Callable[[object], dict[str, Any]]:
    names = tuple(fields)
    changed = [(name, form.dump) for name, form in fields.items() if form.dump]

    def dump(value: object) -> dict[str, Any]:
        data = {name: getattr(value, name) for name in names}
        for name, convert in changed:
            data[name] = convert(data[name])
        return data

    return dump


def _object_loader(model: type[Any], fields: Mapping[str, Form]) -> Callable[[Mapping[str, object]], Any]:
    names = fields.keys()

    def load(data: Mapping[str, object]) -> Any:  # noqa: ANN401 - an object of the model
        if data.keys() != names:
            raise _MisfitError(_wrong_keys(data, fields))
        values = {}
        name = ""
        try:
            for name, form in fields.items():
                values[name] = _read(form, data[name])
        except _MisfitError as misfit:
            misfit.path.append(f".{name}")
            raise
        return model(**values)

    return load


def _wrong_keys(data: Mapping[str, object], fields: Mapping[str, Form]) -> str:
    """What is wrong with the keys of an object that are not those of its form."""
    unknown = [name for name in data if name not in fields]
    missing = [name for name in fields if name not in data]
    found = [f"unknown {_short(name)}" for name in unknown[:3]] + [f"no {name!r}" for name in missing]
    return f"expected the keys {', '.join(fields)}; found {', '.join(found)}"
