"""Helpers for the tests of programs that use wikialbum: the round-trip law, and Hypothesis strategies for albums.

The strategies need Hypothesis, which the extra `test` brings; `assert_round_trip` does not. All of them take
`texts`, a strategy for the strings in the values, and are made of one another: `albums()` draws its credits as
`credits()` does, and so on. Sequences are short, at most three values.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from wikialbum.album import Album, Credit, Release, Role, Track, TrackList
from wikialbum.dates import PartialDate
from wikialbum.diagnostics import CODES, Diagnostic
from wikialbum.errors import MissingExtraError
from wikialbum.serialize import Choice, Form, Objects, Optional, Scalar, Sequence, Texts, form_of
from wikialbum.syntax import Dialect, parse_article

if TYPE_CHECKING:
    from hypothesis import strategies as st

__all__ = [
    "albums",
    "any_texts",
    "assert_round_trip",
    "credits",
    "diagnostics",
    "partial_dates",
    "records",
    "releases",
    "roles",
    "track_lists",
    "tracks",
]

_T = TypeVar("_T")

_LONGEST: Final = 3
_LARGEST: Final = 2**31 - 1


def assert_round_trip(text: str, dialect: Dialect | None = None) -> None:
    r"""Assert the law of the syntax tree: an article that is read and written again is what it was.

    Args:
        text: Any text.
        dialect: The dialect to read it in; None to have it recognised.

    Raises:
        AssertionError: The text came back changed; the message shows the first line that differs.

    Examples:
        >>> assert_round_trip("==Personnel==\r\n- Ann Lee – harp")
    """
    options: dict[str, Any] = {} if dialect is None else {"dialect": dialect}
    written = str(parse_article(text, **options))
    if written != text:
        raise AssertionError(_first_difference(text, written))


def _first_difference(text: str, written: str) -> str:
    pairs = zip_longest(_lines(text), _lines(written))
    number, (expected, got) = next((number, pair) for number, pair in enumerate(pairs, start=1) if pair[0] != pair[1])
    return f"line {number} came back changed:\n  expected {_shown(expected)}\n  got      {_shown(got)}"


def _lines(text: str) -> io.StringIO:
    r"""The lines with their ends, which are `\n`, `\r\n` and `\r`, as in a `Span`."""
    return io.StringIO(text, newline="")


def _shown(line: str | None) -> str:
    return "the end of the text" if line is None else repr(line)


def any_texts() -> st.SearchStrategy[str]:
    """Short strings of any characters that UTF-8 can encode, the empty string included.

    Examples:
        >>> from hypothesis import given
        >>> @given(any_texts())
        ... def test_a_text_round_trips(text):
        ...     assert_round_trip(text)
        >>> test_a_text_round_trips()
    """
    texts: st.SearchStrategy[str] = _strategies("any_texts").text(max_size=20)
    return texts


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates of every precision, from year 0 to 9999.

    Examples:
        >>> from hypothesis import given
        >>> @given(partial_dates())
        ... def test_a_date_reads_its_own_text(date):
        ...     assert PartialDate.parse(str(date)) == date
        >>> test_a_date_reads_its_own_text()
    """
    draw = _strategies("partial_dates")
    years = draw.builds(PartialDate, draw.integers(0, 9999))
    months = draw.builds(PartialDate, draw.integers(0, 9999), draw.integers(1, 12))
    days = draw.dates().map(lambda date: PartialDate(date.year, date.month, date.day))
    dates: st.SearchStrategy[PartialDate] = years | months | days
    return dates


def records(model: type[_T], texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[_T]:
    """Values of any class of the model; every field that is part of equality varies, and spans are None.

    Whole numbers are from 0 to 2³¹ − 1, other numbers are finite.

    Args:
        model: A class of wikialbum.album, such as `ChartEntry`, or `Diagnostic`.
        texts: For the strings; `any_texts()` unless given.

    Raises:
        MissingExtraError: Hypothesis is not installed.
        TypeError: The class is none of the model.

    Examples:
        >>> from hypothesis import given
        >>> from wikialbum.album import Length
        >>> @given(records(Length))
        ... def test_a_length_is_counted_in_seconds(length):
        ...     assert length.seconds >= 0
        >>> test_a_length_is_counted_in_seconds()
    """
    form = form_of(model)
    if not isinstance(form, Objects):
        raise TypeError(f"expected a class of the model, not {model!r}")
    drawing = _Drawing(_strategies("records"), any_texts() if texts is None else texts)
    drawn: st.SearchStrategy[_T] = drawing.objects(form)
    return drawn


def roles(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Role]:
    """Roles, with and without a name, track numbers and a note; see `records`."""
    return records(Role, texts)


def credits(  # noqa: A001 - the field's word
    texts: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Credit]:
    """Credits, with roles as `roles` draws them; see `records`."""
    return records(Credit, texts)


def tracks(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Track]:
    """Tracks; see `records`."""
    return records(Track, texts)


def track_lists(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[TrackList]:
    """Track lists, with tracks as `tracks` draws them; see `records`."""
    return records(TrackList, texts)


def releases(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Release]:
    """Releases, with dates as `partial_dates` draws them; see `records`."""
    return records(Release, texts)


def diagnostics(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Diagnostic]:
    """Diagnostics whose codes are those of `CODES`, with their severities; see `records`."""
    return records(Diagnostic, texts)


def albums(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Album]:
    """Albums that vary in every field of Album JSON; without an article, and so without prose.

    Args:
        texts: For the strings; `any_texts()` unless given. Album JSON holds any string, while an album that an
            article shall hold needs display texts.

    Raises:
        MissingExtraError: Hypothesis is not installed.

    Examples:
        >>> from hypothesis import given
        >>> @given(albums())
        ... def test_album_json_keeps_the_album(album):
        ...     assert Album.from_dict(album.to_dict()) == album
    """
    return records(Album, texts)


def _strategies(helper: str) -> Any:  # noqa: ANN401 - the module, absent without the extra
    try:
        from hypothesis import strategies  # noqa: PLC0415 - of the extra
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"wikialbum.testing.{helper}", "test") from error
    return strategies


@attrs.frozen
class _Drawing:
    """Draws values of forms, with one strategy for all strings."""

    st: Any
    texts: Any

    def values(self, form: Form) -> Any:  # noqa: ANN401 - a strategy for values of any type
        draw: dict[type[Form], Callable[[Any], Any]] = {
            Scalar: self.scalars,
            Choice: lambda form: self.st.sampled_from(form.choices).map(form.load),
            Optional: lambda form: self.st.none() | self.values(form.item),
            Sequence: lambda form: self.st.lists(self.values(form.item), max_size=_LONGEST).map(tuple),
            Texts: lambda _: self.st.dictionaries(self.texts, self.texts, max_size=_LONGEST),
            Objects: self.objects,
        }
        return draw[type(form)](form)

    def scalars(self, form: Scalar) -> Any:  # noqa: ANN401 - a strategy for values of any type
        integers = self.st.integers(0, _LARGEST)
        draw = {
            str: self.texts,
            int: integers,
            float: self.st.floats(allow_nan=False, allow_infinity=False) | integers.map(float),
            PartialDate: partial_dates(),
        }
        return draw[form.kind]

    def objects(self, form: Objects) -> Any:  # noqa: ANN401 - a strategy for values of any type
        drawn = self.st.builds(form.model, **{name: self.values(item) for name, item in form.fields.items()})
        return (
            drawn
            if form.model is not Diagnostic
            else self.st.builds(_coded, drawn, self.st.sampled_from(sorted(CODES)))
        )


def _coded(diagnostic: Diagnostic, code: str) -> Diagnostic:
    """A diagnostic as one of the known kinds: programs may look its code up."""
    return attrs.evolve(diagnostic, code=code, severity=CODES[code].severity)
