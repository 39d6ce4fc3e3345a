"""Reads credit sentences above track lists, such as `All songs written by Ann Lee, except where noted`."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from wikialbum.normalize.context import Context
from wikialbum.normalize.credit_line import is_source
from wikialbum.normalize.names import clean, name_texts
from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary import Vocabulary

_VERBS: Final = (
    r"(?:co-)?(?:written|composed|produced|arranged|performed|recorded|published|penned|created|scored|sung|conducted"
    r"|mixed|programmed)"
)
_ALL: Final = r"(?:(?P<all>all(?:\s+of)?(?:\s+the)?|every|the|each)\s)?\s*"
_SUBJECT: Final = (
    r"(?:original\s+)?(?P<subject>words\s+and\s+music|lyrics\s+and\s+music|music\s+and\s+(?:lyrics|words)|songs?|tracks?"
    r"|compositions?|material|music|lyrics?|words|titles|pieces|selections|tunes|numbers|works?|score|songwriting"
    r"|writing|scripts?|routines|arrangements?)?"
)
_CLAUSE: Final = lazy_pattern(
    rf"(?<!\w){_ALL}{_SUBJECT}(?:\s+(?P<which>\d[\d\s,&–-]*(?:and\s+\d+)?))?(?:\s+(?:is|are|was|were|have\s+been))?"
    rf"(?:\s*\b(?P<verbs>{_VERBS}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+|\s+&\s+){_VERBS})*+))?"
    r"(?:\s+by|\s+credited\s+to)\s+",
    re.IGNORECASE,
)
_LABEL: Final = lazy_pattern(
    r"\b((?:lyrics?|words|music)(?:\s+(?:and|&)\s+(?:lyrics?|words|music))?)\s*:\s+(?=\w)", re.IGNORECASE
)
_TRADITIONAL: Final = lazy_pattern(
    rf"{_ALL}{_SUBJECT}(?:\s+(?:is|are|was|were))?\s+trad(?:itional\b|\.)", re.IGNORECASE
)
_EXCEPTION: Final = lazy_pattern(
    r"(?:\s*[,;(–—-]\s*|\s+)(?:except|unless|excluding|other\s+than|apart\s+from|with\s+the\s+exception"
    r"|(?:where|as|if)\s+(?:otherwise\s+)?(?:noted|indicated|stated))\b"
    r"|\s*;\s+(?-i:[a-z]{3,})\s",  # no name, but a remark: `; additional writers in parentheses`
    re.IGNORECASE,
)
_OPENING_EXCEPTION: Final = lazy_pattern(r"(?:except|unless)\s[^,]{1,60},\s+", re.IGNORECASE)
# An exception that names its tracks: what it says of them is not said of all.
_SOME_EXCEPTED: Final = lazy_pattern(
    r"\b(?:except|unless|excluding|other\s+than|apart\s+from)\s+(?!(?:where|as|if|when|otherwise|stated|noted|indicated)\b)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = lazy_pattern(r"(?<=[^\W\d_]{2}[.)])\s+(?=[\"“]?[A-Z])|(?<=[\"”][.])\s+(?=[A-Z])")
_YEAR: Final = lazy_pattern(r"(?<!\d)[12]\d{3}(?!\d)")
_LONGEST: Final = 1000
_MOST_WORDS: Final = 8

_SUBJECTS: Final = {
    "music": ("composers",),
    "score": ("composers",),
    "arrangement": (),
    "arrangements": (),
    "lyrics": ("lyricists",),
    "lyric": ("lyricists",),
    "words": ("lyricists",),
}
_VERB_FIELDS: Final = {
    "co-produced": "producers",
    "co-written": "writers",
    "composed": "writers",
    "created": "writers",
    "penned": "writers",
    "produced": "producers",
    "scored": "writers",
    "written": "writers",
}


class CreditSentence(NamedTuple):
    """A credit sentence: its text without the final stop, and the names that it gives each field of its tracks."""

    note: str
    names: dict[str, tuple[str, ...]]


def read_credit_sentence(text: str, context: Context) -> CreditSentence | None:
    """The credit sentence that a paragraph or a label begins with, or None where it is none.

    The text is what `reading` gives. Sentences before it that say where the credits are from are passed over; following
    ones count as long as they are credit sentences too. A sentence that says nothing of writers or producers (`All songs
    performed by X`) gives no names.
    """
    if len(text) <= _LONGEST and context.words.sentences:
        return _by_pattern(text, context)
    if len(text) > _LONGEST or not any(word in text for word in (" by ", "rad", " to ", ": ")):
        return None
    names: dict[str, tuple[str, ...]] = {}
    sentences: list[str] = []
    for sentence in _sentences(text):
        found = _clauses(sentence, context)
        if found is None and not sentences and is_source(sentence):
            continue
        if found is None:
            break
        sentences.append(sentence)
        for field, credited in found.items():
            names.setdefault(field, credited)
    if not sentences:
        return None
    note = clean(" ".join(sentences).rstrip(" :"), context)
    return CreditSentence(note.removesuffix("."), names)


def _by_pattern(text: str, context: Context) -> CreditSentence | None:
    """The credit sentence of a language that gives its patterns."""
    note = clean(" ".join(text.split()).rstrip(" :"), context).removesuffix(".")
    for pattern, field in _patterns(context.words).items():
        match = pattern.fullmatch(note)
        names = name_texts(match["names"], context) if match is not None else ()
        if names and all(map(_is_name, names)):
            return CreditSentence(note, {field: names})
    return None


@cache
def _patterns(words: Vocabulary) -> dict[re.Pattern[str], str]:
    return {re.compile(pattern, re.IGNORECASE): field for pattern, field in words.sentences.items()}


def names_of_all(text: str, context: Context) -> tuple[str, ...]:
    """The names in `Ann Lee, except where noted`."""
    match = _EXCEPTION.search(text)
    return name_texts(text[: match.start()] if match else text, context)


def _sentences(text: str) -> list[str]:
    """The sentences of a text; a full stop after an initial or a short abbreviation ends none."""
    line = " ".join(text.split())
    if ". " not in line and ") " not in line:
        return [line] if line else []
    return [sentence.strip() for sentence in _SENTENCE_END.split(line) if sentence.strip()]


def _clauses(sentence: str, context: Context) -> dict[str, tuple[str, ...]] | None:
    """The names that each clause of a sentence gives; None where it does not begin with a clause, or is prose."""
    if ": " in sentence:
        sentence = _LABEL.sub(r"\1 by ", sentence)
    opening = _OPENING_EXCEPTION.match(sentence)
    at = opening.end() if opening else 0
    matches = [match for match in _CLAUSE.finditer(sentence, at, _last_joint(sentence)) if _says_what(match)]
    if not matches or matches[0].start() != at:
        return {} if _TRADITIONAL.match(sentence, at) else None
    excepted = _SOME_EXCEPTED.search(sentence, matches[0].end())
    if excepted is not None:
        matches = [match for match in matches if match.start() < excepted.start()]
    names: dict[str, tuple[str, ...]] = {}
    for match, end in zip(matches, [*(match.start() for match in matches[1:]), len(sentence)], strict=True):
        text = sentence[match.end() : end].strip(" ,;:.") if end < len(sentence) else sentence[match.end() : end]
        credited = names_of_all(text.rstrip(" :").removesuffix(" and"), context)
        if not all(map(_is_name, credited)):
            return None
        for field in _fields(match):
            names.setdefault(field, credited)
    return names


def _last_joint(sentence: str) -> int:
    """Where the last `by` or `to` of a sentence ends, behind which no clause does."""
    folded = sentence.casefold()  # which is never shorter
    return max(folded.rfind(" by "), folded.rfind(" to ")) + 4


def _says_what(match: re.Match[str]) -> bool:
    return bool(match["subject"] or match["verbs"])


def _is_name(text: str) -> bool:
    """Whether a name can be one: not a long one in lower case, nor one with a year, as prose has."""
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    return len(words) <= _MOST_WORDS and not _YEAR.search(text) and (lower <= len(words) - lower or len(words) <= 3)


def _fields(match: re.Match[str]) -> tuple[str, ...]:
    """The fields of a track that a clause fills: what its subject means, else what its verbs mean.

    One for some of the tracks (`Tracks 1–3 written by X`) fills none.
    """
    if match["which"]:
        return ()
    subject = (match["subject"] or "").casefold()
    verbs = re.findall(r"[a-z-]+", (match["verbs"] or "written").casefold())
    fields = tuple(dict.fromkeys(_VERB_FIELDS[verb] for verb in verbs if verb in _VERB_FIELDS))
    if subject not in _SUBJECTS or "writers" not in fields:
        return fields
    return tuple(field for field in fields if field == "producers") + _SUBJECTS[subject]
