"""Album JSON as the tables of a relational database: which there are, and the rows of each.

Every object is a row of the table of its list, and every text of a list a row of its own. Each row has its `id`, counted
through the table; the `album_id`, but for albums themselves; where it belongs to a row that is no album, that row's id;
and its 1-based `position` in its list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

import attrs

from wikialbum.album import Album
from wikialbum.serialize import Choice, Form, Objects, Optional, Scalar, Sequence, Texts, form_of

__all__ = ["Rows", "Table", "tables"]

_Value = str | int | float | None
_Row = tuple[_Value, ...]

#: Names of tables that are better than those made of the lists that they lie in.
_NAMES: Final = {"track_list_tracks": "tracks"}


@attrs.frozen
class Table:
    """A table.

    Attributes:
        name: Its name, such as `credit_roles`.
        columns: Its columns, with their Python types: `str`, `int` or `float`.
        children: The tables of the lists in its rows, by the key of the list.
        keys: How many columns stand before those of the values.
        values: From an object of Album JSON to its values.
        entries: From the value of a list's key to the objects of the rows.
    """

    name: str
    columns: Mapping[str, type]
    children: Mapping[str, Table]
    keys: int
    values: Callable[[Any], _Row]
    entries: Callable[[Any], list[Any]] = list

    def walk(self) -> Iterator[Table]:
        """This table and those below it."""
        yield self
        for child in self.children.values():
            yield from child.walk()


@cache
def tables() -> Table:
    """The table `albums`, with all others below it.

    Examples:
        >>> [table.name for table in tables().walk() if table.name.startswith("credit")]
        ['credits', 'credit_names', 'credit_roles', 'credit_role_tracks', 'credit_section', 'credit_songs']
        >>> list(tables().children["charts"].columns)
        ['id', 'album_id', 'position', 'chart', 'year', 'peak', 'period', 'song']
    """
    form = form_of(Album)
    assert isinstance(form, Objects)
    return _table("albums", form, {"id": int})


class Rows:
    """Turns albums into rows, and counts the ids of each table.

    Examples:
        >>> rows = Rows().of([Album(title="Rush", genres=("Blues", "pop rock")).to_dict()])
        >>> rows["genres"]
        [(1, 1, 1, 'Blues'), (2, 1, 2, 'pop rock')]
    """

    def __init__(self) -> None:
        self._counts = dict.fromkeys((table.name for table in tables().walk()), 0)

    def of(self, albums: list[dict[str, Any]]) -> dict[str, list[_Row]]:
        """The new rows of each table, by its name.

        Args:
            albums: Album JSON.
        """
        rows: dict[str, list[_Row]] = {table.name: [] for table in tables().walk()}
        for album in albums:
            number = self._next(tables())
            rows["albums"].append((number, *tables().values(album)))
            self._add_children(tables(), album, (number,), rows)
        return rows

    def _next(self, table: Table) -> int:
        self._counts[table.name] += 1
        return self._counts[table.name]

    def _add_children(self, table: Table, data: Any, keys: tuple[int, ...], rows: dict[str, list[_Row]]) -> None:  # noqa: ANN401 - JSON
        """Add the rows of the lists in an object.

        Args:
            table: The table of the object.
            data: The object.
            keys: The ids that its children bear: of its album, and its own where it is another.
            rows: The rows so far.
        """
        for key, child in table.children.items():
            for position, entry in enumerate(child.entries(data[key]), start=1):
                number = self._next(child)
                rows[child.name].append((number, *keys, position, *child.values(entry)))
                if child.children:
                    self._add_children(child, entry, (keys[0], number), rows)


def _table(name: str, form: Form, keys: dict[str, type]) -> Table:
    """The table of a form's values."""
    if not isinstance(form, Objects):
        columns, values, entries = _LEAVES[type(form)](form)
        return Table(name, keys | columns, {}, len(keys), values, entries)
    flat = {path: kind for key, item in form.fields.items() for path, kind in _flat(key, item)}
    columns = {"_".join(path): kind for path, kind in flat.items()}
    children = {key: _child(name, key, item) for key, item in form.fields.items() if isinstance(item, Sequence | Texts)}
    return Table(name, keys | columns, children, len(keys), _reader(list(flat)))


def _child(name: str, key: str, form: Sequence | Texts) -> Table:
    """The table of a list that lies in the rows of another table."""
    is_deep = name != "albums"
    singular = name.removesuffix("s")
    child = f"{singular}_{key}" if is_deep else key
    keys: dict[str, type] = {"id": int, "album_id": int}
    if is_deep:
        keys[f"{singular}_id"] = int
    item = form.item if isinstance(form, Sequence) else form
    return _table(_NAMES.get(child, child), item, keys | {"position": int})


def _flat(key: str, form: Form) -> Iterator[tuple[tuple[str, ...], type]]:
    """The columns that a key of an object gives: one, or those of the object that it holds."""
    if isinstance(form, Optional):
        yield from _flat(key, form.item)
    elif isinstance(form, Objects):
        for inner, item in form.fields.items():
            for path, kind in _flat(inner, item):
                yield (key, *path), kind
    elif isinstance(form, Scalar | Choice):
        yield (key,), _kind(form)


def _kind(form: Scalar | Choice) -> type:
    return form.kind if isinstance(form, Scalar) and form.kind in {int, float} else str


def _reader(paths: list[tuple[str, ...]]) -> Callable[[Any], _Row]:
    """From an object to the values at some paths; None where an object on the way is none."""

    def value(data: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON
        for key in path:
            if data is None:
                return None
            data = data[key]
        return data

    return lambda data: tuple(value(data, path) for path in paths)


_Leaf = tuple[dict[str, type], Callable[[Any], _Row], Callable[[Any], list[Any]]]


def _scalar_leaf(form: Scalar) -> _Leaf:
    return {"value": _kind(form)}, lambda value: (value,), list


def _texts_leaf(_form: Texts) -> _Leaf:
    return {"key": str, "value": str}, tuple, lambda texts: list(texts.items())


#: The columns, values and entries of what is no object, by its kind of form.
_LEAVES: Final[dict[type[Form], Callable[[Any], _Leaf]]] = {Scalar: _scalar_leaf, Texts: _texts_leaf}
