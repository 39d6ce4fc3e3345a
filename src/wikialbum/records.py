"""What all classes of the tree and of the model have in common: equality, hash and repr by their fields.

attrs can generate these three for each class, but with some fifty classes that is most of what importing them costs.
"""

from __future__ import annotations

from typing import Any

import attrs

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
