"""The shape of a vocabulary, and the look-ups on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Final

import attrs

from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary.dates import DateWords

_NOT_WORDS: Final = lazy_pattern(r"(?:[^\w&'’]|_)+")
_LONGEST_ROLE: Final = 90
_KEY_NUMBER: Final = lazy_pattern(r"([^\d]*+)(\d{0,2}+)(.*)", re.DOTALL)
_QUALIFIER: Final = lazy_pattern(r"\([^()]*\)")


def by_phrase(groups: Mapping[str, str]) -> dict[str, str]:
    """A table of phrases, from kinds with their phrases parted by bars.

    Examples:
        >>> by_phrase({"tracks": "songs|track listing"})
        {'songs': 'tracks', 'track listing': 'tracks'}
    """
    return {phrase: kind for kind, phrases in groups.items() for phrase in phrases.split("|")}


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def fold(text: str) -> str:
    """A phrase as it is looked up: lower case, words parted by one blank, punctuation gone.

    Examples:
        >>> fold("Year-end Charts:"), fold("No.")
        ('year end charts', 'no')
    """
    return _fold(text) if len(text) <= _LONGEST_ROLE else _fold.__wrapped__(text)


def single_key(key: str) -> tuple[str, int]:
    """A key that may be numbered, folded and with `#` for its number, and the number, 0 for none.

    Examples:
        >>> single_key("single2date"), single_key("Datum1"), single_key("Label")
        (('single # date', 2), ('datum #', 1), ('label', 0))
    """
    return _single_key(key) if len(key) <= _LONGEST_ROLE else (fold(key), 0)


@lru_cache(maxsize=1024)
def _single_key(key: str) -> tuple[str, int]:
    match = _KEY_NUMBER.match(fold(key))
    assert match is not None
    head, number, tail = match.groups()
    return (f"{head.rstrip()} # {tail.lstrip()}".rstrip(), int(number)) if number else (head, 0)


@attrs.frozen(eq=False, repr=False)
class ScopeWords:
    """The words that say for which tracks somebody did something, and where; in small letters.

    Attributes:
        on: Words before tracks and songs: `on`.
        tracks: Words for tracks: `tracks`.
        numbered: Words that numbers of tracks follow: `tracks`, `nos.`.
        every: Words for all tracks: `all`.
        but: Words before exceptions from all tracks: `except`, `but`.
        out: Words before exceptions that stand alone: `except`.
        fillers: Words between those and the tracks: `for`.
        at: Words before a place: `at`.
    """

    on: frozenset[str]
    tracks: frozenset[str]
    numbered: frozenset[str]
    every: frozenset[str]
    but: frozenset[str]
    out: frozenset[str]
    fillers: frozenset[str]
    at: frozenset[str]


@attrs.frozen(eq=False, repr=False)
class RoleWords:
    """The words that credits are made of, each group by `RoleKind` value.

    Attributes:
        nouns: Words that name a role by themselves, such as `drums`, `producer`, `photography`.
        verbs: Participles, such as `produced`, `arranged`.
        adjectives: Words that only qualify a role, such as `lead`, `tenor`, `executive`.
        ranges: Adjectives that name a range, such as `alto`; a list of them before a noun is one role.
        shared_heads: Nouns that a list of any qualifiers shares, such as `arrangements`.
        links: Words that join roles, such as `and`.
        phrases: Whole roles whose kind their words do not tell, such as `liner notes`.
        prose: Words that stand in no name, such as `plays`.
        scopes: The words of scopes.
        place_labels: Labels of a line that names a place and nobody, such as `studio`.
    """

    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    adjectives: frozenset[str]
    ranges: frozenset[str]
    shared_heads: frozenset[str]
    links: frozenset[str]
    phrases: Mapping[str, str]
    scopes: ScopeWords
    place_labels: frozenset[str]
    prose: frozenset[str]


@attrs.frozen(eq=False, repr=False)
class TemplateWords:
    """The templates of wikitext that carry facts. All names are folded, all codes in lower case.

    Attributes:
        kinds: Template names to kinds: `infobox`, `tracks`, `ratings`, `album chart`, `single chart`, `certification`,
            `chronology`, `singles`.
        album_charts: Codes of the album chart template to the names that it displays.
        single_charts: Codes of the single chart template to the names that it displays.
        certifiers: Regions to the organizations that certify there.
        aggregators: Parameters of the ratings template that stand for a source, such as `mc`.
        categories: Namespaces of categories.
        holders: Infobox keys whose values hold templates of the kinds above.
        neighbours: Infobox keys that name a neighbour and its year in one value, to `previous` and `next`.
        singles: Keys of singles, with `#` for their number, to `title` and `date`.
    """

    kinds: Mapping[str, str]
    album_charts: Mapping[str, str]
    single_charts: Mapping[str, str]
    certifiers: Mapping[str, str]
    aggregators: Mapping[str, str]
    categories: frozenset[str]
    holders: frozenset[str]
    neighbours: Mapping[str, str]
    singles: Mapping[str, str]


@attrs.frozen(eq=False, repr=False)
class Vocabulary:
    """What the words of one language's articles mean. All keys are folded (`fold`).

    Attributes:
        sections: Section titles to kinds: `tracks`, `personnel`, `charts`, `certifications`, `ratings`,
            `releases`, `none`.
        section_words: Words that tell the kind of a title that is not in `sections`, tried in order.
        keys: Infobox keys to fields of the album.
        types: Words of Type to album types, tried in order; the first that occurs counts.
        disambiguators: Words that mark the parenthesis at the end of an article title as no part of the title.
        periods: Words of a chart's heading to periods, tried in order.
        columns: Table headers to columns.
        awards: Words for a number of awards, such as `double`.
        no_tracks: Titles of lists in a track listing that hold no tracks, such as `notes`.
        suffixes: What belongs to the name before a comma, such as `Jr.`, folded.
        abbreviations: Words that keep a final full stop, folded.
        note_words: Words that make a parenthesis behind a track's title a note.
        note_openers: Words that make such a parenthesis a note where it begins with them.
        list_words: Words before the last name of a list, such as `and`.
        guest_words: Words before a guest, such as `featuring`.
        band_words: Words that a band begins with that belongs to the name before it: `X and the Y`.
        by: Words between what was done and who did it, such as `by`.
        by_is_sure: Whether those stand in no names, as `von` does in `Herbert von Karajan`; where they do, they count
            only behind a participle.
        track_labels: What people did for a track, such as `words and music`, to fields of a track.
        sentences: Patterns of credit sentences above tracks, in small letters, each with a group `names`, to fields of a
            track; for languages whose sentences are not of the form `All songs written by X`.
        roles: The words of credits.
        dates: The words of dates.
        templates: The templates of wikitext.
    """

    sections: Mapping[str, str]
    section_words: Mapping[str, str]
    keys: Mapping[str, str]
    types: Mapping[str, str]
    disambiguators: frozenset[str]
    periods: Mapping[str, str]
    columns: Mapping[str, str]
    awards: Mapping[str, int]
    no_tracks: frozenset[str]
    suffixes: frozenset[str]
    abbreviations: frozenset[str]
    note_words: frozenset[str]
    note_openers: frozenset[str]
    list_words: frozenset[str]
    guest_words: frozenset[str]
    band_words: frozenset[str]
    by: frozenset[str]
    by_is_sure: bool
    track_labels: Mapping[str, str]
    sentences: Mapping[str, str]
    roles: RoleWords
    dates: DateWords
    templates: TemplateWords

    @lru_cache(maxsize=1024)  # noqa: B019 - there are as many vocabularies as languages
    def section_kind(self, title: str) -> str | None:
        """The kind of section that a heading begins, or None."""
        folded = fold(_QUALIFIER.sub("", title)) or fold(title)
        kind = self.sections.get(folded)
        if kind is None:
            words = set(folded.split())
            kind = next((kind for word, kind in self.section_words.items() if word in words), None)
        return kind

    def album_type(self, text: str) -> str | None:
        """The album type that a Type names, or None for one that is not known."""
        folded = f" {fold(text)} "
        return next((kind for word, kind in self.types.items() if f" {word} " in folded), None)

    def period(self, text: str) -> str | None:
        """The chart period that a heading or a header names, or None."""
        folded = f" {fold(text)} "
        return next((period for word, period in self.periods.items() if f" {word} " in folded), None)

    @lru_cache(maxsize=1024)  # noqa: B019 - there are as many vocabularies as languages
    def column(self, header: str) -> str | None:
        """The column that a table header names, parentheses aside, or None."""
        folded = fold(header) or header.strip()
        return self.columns.get(folded) or self.columns.get(fold(_QUALIFIER.sub("", header)))

    def is_single(self, key: str) -> bool:
        """Whether an infobox key is that of a single: `single2`, `single2date`."""
        return single_key(key)[0] in self.templates.singles

    def is_role(self, text: str) -> bool:
        """Whether a phrase is made of the words of roles alone, with at least one that names a role."""
        return len(text) <= _LONGEST_ROLE and _is_role(self, text)

    def is_adjective(self, text: str) -> bool:
        """Whether a phrase only qualifies a role: `lead`, `tenor`."""
        words = fold(text).split()
        return bool(words) and all(word in self.roles.adjectives for word in words)

    def is_noun(self, text: str) -> bool:
        """Whether the last word of a phrase names a role."""
        words = fold(text).split()
        return bool(words) and words[-1] in self.roles.nouns

    def shares_head(self, before: str, after: str) -> bool:
        """Whether a qualifier shares the noun of the part behind it: `lead` that of `backing vocals`.

        A word that can also stand alone, such as `bass`, does so only before another range, or before a noun that any
        qualifier shares: `alto and baritone saxophone`, `string and horn arrangements`, but `bass and vocals`.
        """
        words, following = fold(before).split(), fold(after).split()
        if not following or not self.is_adjective(before):
            return False
        if words[-1] not in self.roles.nouns:
            return True
        if len(following) < 2:
            return False
        both_ranges = words[-1] in self.roles.ranges and following[0] in self.roles.ranges
        return both_ranges or following[-1] in self.roles.shared_heads

    def is_verb(self, word: str) -> bool:
        """Whether a word is a participle such as `arranged`."""
        return fold(word) in self.roles.verbs

    def is_place_label(self, text: str) -> bool:
        """Whether a label before a colon is that of a place: `Studio`, `Recorded and mixed at`."""
        folded = fold(text)
        return folded in self.roles.place_labels or folded.endswith((" at", " in"))

    def role_kind(self, name: str) -> str:
        """The kind of work a role is: the value of a `RoleKind`; `other` for one that is not known."""
        folded = fold(_QUALIFIER.sub("", name))
        kind = self.roles.phrases.get(folded)
        if kind is not None:
            return kind
        words = folded.split()
        for word in words:
            if word in self.roles.verbs:
                return self.roles.verbs[word]
        for word in reversed(words):
            if word in self.roles.nouns:
                return self.roles.nouns[word]
        return "other"

    @cached_property
    def joints(self) -> frozenset[str]:
        """Words and signs that join two names, such as `and`."""
        return self.list_words | self.guest_words | {"&", "/", "+"}

    @cached_property
    def _role_words(self) -> frozenset[str]:
        roles = self.roles
        phrases = (word for phrase in roles.phrases for word in phrase.split())
        return frozenset({*roles.nouns, *roles.verbs, *roles.adjectives, *roles.links, *phrases})

    def _has_role_words(self, text: str) -> bool:
        roles = self.roles
        words = fold(_QUALIFIER.sub("", text)).split()
        if not words or not all(word in self._role_words for word in words):
            return False
        if any(word in roles.nouns or word in roles.verbs for word in words):
            return True
        first = next((place for place, word in enumerate(words) if word not in roles.adjectives), 0)
        return " ".join(words) in roles.phrases or " ".join(words[first:]) in roles.phrases


@lru_cache(maxsize=4096)
def _is_role(words: Vocabulary, text: str) -> bool:
    """Whether a text is a role; the same few words stand in most articles."""
    return words._has_role_words(text)  # noqa: SLF001 - the cache of a method of the same module
