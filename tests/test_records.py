"""Makers make what calling the class makes."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import wikialbum
from wikialbum import PartialDate, Rating
from wikialbum.normalize import makers as fact_makers
from wikialbum.records import maker
from wikialbum.syntax import Blank
from wikialbum.syntax import makers as node_makers

MAKERS = {name: getattr(module, name) for module in (node_makers, fact_makers) for name in module.__all__}
Case = tuple[Callable[..., Any], Any]


@pytest.fixture(params=MAKERS)
def case(request: pytest.FixtureRequest) -> Case:
    """A maker and its class."""
    kind = "".join(map(str.capitalize, request.param.split("_")[1:]))
    return MAKERS[request.param], getattr(wikialbum, kind, None) or getattr(wikialbum.syntax, kind)


def test_a_maker_takes_what_its_class_takes(case: Case) -> None:
    make, kind = case
    fields = attrs.fields(kind)
    positional = [f"a {field.name}" for field in fields if not field.kw_only]
    named = {field.name: f"a {field.name}" for field in fields if field.kw_only}
    required = {field.name: "x" for field in fields if field.default is attrs.NOTHING}
    for made, called in (
        (make(*positional, **named), kind(*positional, **named)),
        (make(*required.values()), kind(*required.values())),
        (make(**required), kind(**required)),
    ):
        assert made == called
        assert [getattr(made, field.name) for field in fields] == [getattr(called, field.name) for field in fields]


def test_what_is_made_is_frozen_and_like_any_other(case: Case) -> None:
    make, kind = case
    required = {field.name: "x" for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    made, called = make(**required), kind(**required)
    assert type(made) is kind
    for field in attrs.fields(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, field.name, "y")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, field.name)
    assert pickle.loads(pickle.dumps(made)) == made
    assert (repr(made), hash(made)) == (repr(called), hash(called))


def test_a_default_that_is_made_anew_is_made_anew() -> None:
    first, second = fact_makers.make_track(1, "A"), fact_makers.make_track(2, "B")
    assert first.extra == {}
    assert first.extra is not second.extra


def test_wrong_arguments_are_refused_as_by_the_class() -> None:
    make_blank: Any = maker(Blank)
    for arguments in ({"colour": "red"}, {"content": "\n", "spans": None}):
        with pytest.raises(TypeError, match="unexpected keyword"):
            make_blank(**arguments)
    with pytest.raises(TypeError, match="positional"):
        make_blank("\n", "\n", "\n")


@pytest.mark.parametrize("kind", [Rating, PartialDate])
def test_a_class_that_does_more_than_keep_its_fields_has_no_maker(kind: Callable[..., Any]) -> None:
    with pytest.raises(AssertionError, match="does more than to keep its fields"):
        maker(kind)
