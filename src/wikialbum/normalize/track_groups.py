"""Reads what stands in a parenthesis behind a track's title: people, each by what they did, or a note."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Final

from wikialbum.normalize.context import Context
from wikialbum.normalize.names import clean, name_texts, split_performers, with_note
from wikialbum.patterns import lazy_pattern
from wikialbum.vocabulary import Vocabulary
from wikialbum.vocabulary.model import fold

_FEATURED: Final = lazy_pattern(
    r"(?:feat(?:\.|uring)?|ft\.?|with|duet\s+with|guest(?:\s+vocals?)?(?:\s+by)?:?|starring)\s+(?=\S)", re.IGNORECASE
)
_ARRANGED: Final = lazy_pattern(
    r"(?:\A|[,;]\s*|(?<=trad\.)\s+|(?<=traditional)\s+)(?P<note>(?:arr\b\.?|arranged\b|adapted\b|adapt\.).*)",
    re.IGNORECASE | re.DOTALL,
)
# What nothing parts from the label behind it is no name but qualifies it: `English lyrics by X`.
_QUALIFIER: Final = lazy_pattern(r"(?:(?<=[\s,/])|\A)(?:(?:and|&)\s+\Z|(?!and\s|&\s)[^\s,/]++\s+\Z)")
_TRADITIONAL: Final = frozenset(["trad", "traditional", "anonymous", "anon"])
# What ends a name, whatever words it holds: `Dub Wills Jr.`.
_NAME_ENDS: Final = frozenset({"jr", "sr"})
_TRADITIONAL_NOTE: Final = lazy_pattern(r"trad(?:itional)?\b\.?(?:\s*[,;].*)?", re.IGNORECASE | re.DOTALL)
_WRITER_DASH: Final = lazy_pattern(r"[ \t][–—-][ \t]")
# A name that begins in lower case: `al-Sawwah`, `d'Abo`, `van der Berg`.
_LOWER_NAME: Final = lazy_pattern(
    r"(?:a[dlnrstz]-|ash-|el-|ul-|[dlo]['’]|(?:(?:van|von|de|del|della|di|da|dos|du|der|den|ter|bin|ibn|ben|le)\s){1,3})"
    r"(?=[^\W\d_a-z])"
)


@cache
def _labelled(words: Vocabulary) -> re.Pattern[str]:
    """A pattern that finds what people did, before their names: `written by`, `words and music:`."""
    last, by = ("|".join(map(re.escape, sorted(each))) for each in (words.list_words, words.by))
    labels = (label.replace(" ", r"[\s-]+") for label in sorted(words.track_labels, key=len, reverse=True))
    joined = "|".join(re.sub(rf"(?<=\+)(?:{last})(?=\[)", f"(?:{last}|&)", label) for label in labels)
    return re.compile(
        rf"(?:\A|(?<=[\s,;/]))(?P<label>(?:{joined})\.?)(?:\s+(?:{by})\s+|\s*:\s*|(?<=prod\.)\s+)", re.IGNORECASE
    )


def read_group(group: str, fields: dict[str, Any], context: Context) -> None:
    """Put what a parenthesis behind a title says into the fields of the track.

    A parenthesis names people (writers, guests, producers) or is a note: it is a note where it begins in lower case,
    holds a word such as `version`, or is in another script than the title.
    """
    group = group.strip()
    shown = clean(group, context)
    featured = _FEATURED.match(group)
    if not any(map(str.isalnum, shown)):
        return
    if featured is not None:
        add_names(fields, "artists", performers(group[featured.end() :], context))
    elif is_labelled(group, context):
        read_labelled(group, fields, context)
    elif is_note(shown, fields.get("title", ""), context):
        add_note(fields, shown)
    else:
        _read_writers(group, fields, context)


def read_note(text: str, fields: dict[str, Any], context: Context) -> None:
    """Put what the note parameter of a track says into its fields: it names guests or producers, else it is a note."""
    for part in text.split(";") if "feat" in text.casefold() else (text,):
        featured, labelled = _FEATURED.match(part.strip()), is_labelled(part.strip(), context)
        if featured is not None:
            add_names(fields, "artists", performers(part.strip(), context))
        elif labelled and not fold(part).startswith("music video"):
            read_labelled(part.strip(), fields, context)
        elif _TRADITIONAL_NOTE.fullmatch(part.strip()):
            _read_writers(part.strip(), fields, context)
        elif part.strip():
            add_note(fields, clean(part, context))


def performers(text: str, context: Context) -> tuple[str, ...]:
    """The performers that a text names, without a leading `feat.`."""
    match = _FEATURED.match(text)
    return tuple(with_note(item) for item in split_performers(text[match.end() :] if match else text, context))


def is_featured(text: str) -> bool:
    """Whether a text begins with `feat.` and the like."""
    return _FEATURED.match(text) is not None


def is_labelled(text: str, context: Context) -> bool:
    """Whether a text begins with what people did: `written by`, `music:`."""
    return _labelled(context.words).match(text) is not None


def read_labelled(group: str, fields: dict[str, Any], context: Context) -> None:
    """`words: X; music: Y`, `produced by X`."""
    matches = list(_labelled(context.words).finditer(group))
    for match, end in zip(matches, [*(match.start() for match in matches[1:]), len(group)], strict=True):
        label = fold(match["label"])
        names = name_texts(group[match.end() : end].strip(" ,;/").removesuffix(" and"), context)
        add_names(fields, context.words.track_labels.get(label, "writers"), names)


def _read_writers(group: str, fields: dict[str, Any], context: Context) -> None:
    arranged = _ARRANGED.search(group)
    if arranged is not None:
        add_note(fields, clean(arranged["note"], context))
        group = group[: arranged.start()]
    for part in group.split(";"):
        label = _labelled(context.words).search(part)
        behind = len(part) if label is None else label.start()
        before = part if label is None else _QUALIFIER.sub("", part[:behind])
        names = _WRITER_DASH.sub(" / ", before.rstrip(" ,/"))
        add_names(fields, "writers", name_texts(names, context))
        if label is not None:
            read_labelled(part[behind:], fields, context)


def is_note(text: str, title: str, context: Context) -> bool:
    """Whether a parenthesis names nobody."""
    words = fold(text).split()
    if words and (words[0] in _TRADITIONAL or words[-1] in _NAME_ENDS):
        return False
    first = next((char for char in text if char.isalpha()), "")
    is_lower = first.islower() and not _LOWER_NAME.match(text)
    if not first or is_lower or _is_quoted(text) or words[0] in context.words.note_openers:
        return True
    if any(word in context.words.note_words for word in words):
        return True
    return _script(first) != _script(next((char for char in title if char.isalpha()), first))


def _is_quoted(text: str) -> bool:
    """Whether a text is one quoted title: `"Main Theme"`, but no name with a nickname."""
    return text[:1] in {'"', "“"} and text[-1:] in {'"', "”"} and len(text) > 1


def _script(char: str) -> str:
    """The script of a letter: the first word of its Unicode name; Japanese writes three of them together."""
    script = unicodedata.name(char, "").partition(" ")[0]
    return "CJK" if script in {"HIRAGANA", "KATAKANA", "CJK"} else script


def add_names(fields: dict[str, Any], name: str, names: tuple[str, ...]) -> None:
    """Add people to a field of a track, each of them once."""
    fields[name] = tuple(dict.fromkeys((*fields.get(name, ()), *names)))


def add_note(fields: dict[str, Any], note: str) -> None:
    """Add a note to a track."""
    fields["note"] = f"{fields['note']}; {note}" if fields.get("note") else note
