"""What tables and databases cannot hold, of the little that Album JSON can beyond them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from wikialbum.album import Album
from wikialbum.serialize import Form, Objects, Optional, Scalar, Sequence, Texts, form_of

__all__ = ["is_storable", "storable"]

#: Half a surrogate pair, or a number of more digits than any storage holds exactly, in a line of Album JSON.
_SUSPECT: Final = re.compile(rb"\\ud|[0-9]{16}", re.IGNORECASE)

_INTEGERS: Final = range(-(2**63), 2**63)


def is_storable(line: bytes) -> bool:
    """Whether a line of Album JSON surely holds only what tables can hold; most do, and this is quick.

    Examples:
        >>> is_storable(b'{"units":500000}'), is_storable(b'{"units":100000000000000000000}')
        (True, False)
    """
    return _SUSPECT.search(line) is None


def storable(album: dict[str, Any]) -> dict[str, Any]:
    r"""Album JSON as tables can hold it: half a surrogate pair becomes a question mark, an integer beyond 64 bits null.

    Args:
        album: Album JSON; keys may be missing, and texts under other keys are allowed.

    Examples:
        >>> storable({"title": "A\ud83d", "genres": []})
        {'title': 'A?', 'genres': []}
    """
    form = form_of(Album)
    assert isinstance(form, Objects)
    return {name: _value(form.fields.get(name, _TEXT), value) for name, value in album.items()}


def _value(form: Form, value: Any) -> Any:  # noqa: ANN401 - JSON
    convert = _CONVERTERS.get(type(form))
    return convert(form, value) if convert and value is not None else value


def _scalar(form: Scalar, value: Any) -> Any:  # noqa: ANN401 - JSON
    return _SCALARS.get(form.kind, _text)(value)


def _text(value: str) -> str:
    return value.encode("utf-8", "replace").decode()


def _integer(value: int) -> int | None:
    return value if value in _INTEGERS else None


def _number(value: float) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


_TEXT: Final = form_of(str)

_SCALARS: Final[dict[type, Callable[[Any], Any]]] = {int: _integer, float: _number}

#: How values of a form are converted; the others can always be held.
_CONVERTERS: Final[dict[type[Form], Callable[[Any, Any], Any]]] = {
    Scalar: _scalar,
    Optional: lambda form, value: _value(form.item, value),
    Sequence: lambda form, values: [_value(form.item, value) for value in values],
    Texts: lambda _, texts: {_text(key): _text(value) for key, value in texts.items()},
    Objects: lambda form, data: {name: _value(item, data[name]) for name, item in form.fields.items()},
}
