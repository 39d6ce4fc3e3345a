"""What all classes of the tree and of the model have in common: equality, hash and repr by their fields.

attrs can generate these three for each class, but with some fifty classes that is most of what importing them costs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, ParamSpec, TypeVar, cast

import attrs

_P = ParamSpec("_P")
_R = TypeVar("_R", bound="Record")

_FIELDS: dict[type[Record], tuple[str, ...]] = {}


class Record:
    """The root of frozen attrs classes made with `eq=False, repr=False`.

    Two records are equal if they are of the same class and their fields are equal; metadata, which is what a field
    with `eq=False` holds, does not count and is not shown.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in field_names(type(self)))

    def __hash__(self) -> int:
        values = (getattr(self, name) for name in field_names(type(self)))
        return hash((type(self), *[value for value in values if not isinstance(value, dict)]))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in field_names(type(self)))
        return f"{type(self).__name__}({fields})"


def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The names of the fields of a class, in order, without metadata."""
    names = _FIELDS.get(kind)
    if names is None:
        fields: Any = kind  # a plain class to mypy, an attrs class to attrs
        names = _FIELDS[kind] = tuple(field.name for field in attrs.fields(fields) if field.eq)
    return names


def maker(kind: Callable[_P, _R]) -> Callable[_P, _R]:
    r"""What makes records of a class as calling the class does, in half the time; for the readers of many of them.

    attrs fills a frozen object by a call of `object.__setattr__` for each field. Here an object of a subclass that is
    not frozen is filled by assignments, and then becomes one of the class.

    Args:
        kind: A class whose fields have neither converters nor validators, and that does nothing once they are filled.

    Examples:
        >>> from wikialbum.syntax import Blank
        >>> make_blank = maker(Blank)
        >>> make_blank("\n") == Blank("\n"), type(make_blank("\n")) is Blank
        (True, True)
    """
    made_of: Any = kind
    fields = attrs.fields(made_of)
    is_plain = not any(field.converter or field.validator for field in fields)
    assert is_plain, f"{made_of} does more than to keep its fields"
    assert not hasattr(made_of, "__attrs_post_init__"), f"{made_of} does more than to keep its fields"
    defaults = {f"default_{field.name}": field.default for field in fields}
    open_kind = type(f"Open{made_of.__name__}", (made_of,), _OPEN)
    namespace = {"new": object.__new__, "kind": kind, "open_kind": open_kind, **defaults}
    exec(_source_of_maker(fields), namespace)  # noqa: S102 - as attrs makes its methods: of names of fields alone
    return cast("Callable[_P, _R]", namespace["make"])


#: What opens a frozen class; both methods are of `object`, or Python calls neither of them directly.
_OPEN: Final = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}


def _source_of_maker(fields: tuple[attrs.Attribute[Any], ...]) -> str:
    """The source of a function with the parameters of a class; `self` is the name of no field."""
    positional = [_parameter(field) for field in fields if not field.kw_only]
    named = [_parameter(field) for field in fields if field.kw_only]
    stores = "\n".join(f"    self.{field.name} = {_value(field)}" for field in fields)
    return f"""def make({", ".join([*positional, "*", *named])}):
    self = new(open_kind)
{stores}
    self.__class__ = kind
    return self
"""


def _parameter(field: attrs.Attribute[Any]) -> str:
    return field.name if field.default is attrs.NOTHING else f"{field.name}=default_{field.name}"


def _value(field: attrs.Attribute[Any]) -> str:
    name, default = field.name, f"default_{field.name}"
    return f"{default}.factory() if {name} is {default} else {name}" if _has_factory(field) else name


def _has_factory(field: attrs.Attribute[Any]) -> bool:
    return isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]  # a class, whatever the stubs say
