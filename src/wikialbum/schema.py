"""The JSON Schema of Album JSON, made from the fields, types and docstrings of the model.

`python -m wikialbum.schema FILE…` writes it to files; without files it prints it.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from wikialbum.album import Album
from wikialbum.serialize import Choice, Form, Objects, Optional, Scalar, Sequence, Texts, form_of

__all__ = ["album_schema", "main"]

_ATTRIBUTES: Final = re.compile(r"^Attributes:\n((?: .*(?:\n|$))+)", re.MULTILINE)
_ATTRIBUTE: Final = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)
_NONE: Final = re.compile(r"\bNone\b")


def album_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of Album JSON, version 1.

    Every key is required and no other is allowed. A date of the right form that is in no calendar, such as
    `1992-02-30`, is valid by the schema; `Album.from_dict` refuses it.

    Returns:
        A new dict of JSON types.

    Examples:
        >>> album_schema()["properties"]["genres"]["items"]
        {'type': 'string'}
    """
    schema = _schema(form_of(Album))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Album JSON, version 1"}
    return head | schema


def main(paths: list[str]) -> None:
    """Write the schema to files, or print it where none is named."""
    text = json.dumps(album_schema(), ensure_ascii=False, indent=1) + "\n"
    for path in paths:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    if not paths:
        sys.stdout.write(text)


def _schema(form: Form) -> dict[str, Any]:
    return _WRITERS[type(form)](form)


def _scalar(form: Scalar) -> dict[str, Any]:
    return dict(form.schema)


def _choice(form: Choice) -> dict[str, Any]:
    return {"enum": list(form.choices)}


def _optional(form: Optional) -> dict[str, Any]:
    schema = _schema(form.item)
    if "enum" in schema:
        return {"enum": [None, *schema["enum"]]}
    if isinstance(form.item, Scalar):
        return schema | {"type": [schema["type"], "null"]}
    return {"anyOf": [{"type": "null"}, schema]}


def _sequence(form: Sequence) -> dict[str, Any]:
    return {"type": "array", "items": _schema(form.item)}


def _texts(_form: Texts) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": {"type": "string"}}


def _objects(form: Objects) -> dict[str, Any]:
    about = _descriptions(form.model)
    return {
        "type": "object",
        "properties": {name: about.get(name, {}) | _schema(item) for name, item in form.fields.items()},
        "required": list(form.fields),
        "additionalProperties": False,
    }


#: How each kind of form is told in JSON Schema.
_WRITERS: Final[dict[type[Form], Callable[[Any], dict[str, Any]]]] = {
    Scalar: _scalar,
    Choice: _choice,
    Optional: _optional,
    Sequence: _sequence,
    Texts: _texts,
    Objects: _objects,
}


def _descriptions(model: type[Any]) -> dict[str, dict[str, str]]:
    """What a class's docstring says of each attribute, in the words of JSON; nothing where Python strips docstrings."""
    section = _ATTRIBUTES.search(inspect.getdoc(model) or "")
    told = _ATTRIBUTE.findall(section[1]) if section else []
    return {name: {"description": _NONE.sub("null", " ".join(text.split()))} for name, text in told}


if __name__ == "__main__":
    main(sys.argv[1:])
