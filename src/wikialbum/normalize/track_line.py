"""Reads one line of a track listing: `"Title" (Writers) – Performer – 3:45`."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from wikialbum.normalize.context import Context
from wikialbum.normalize.length_text import read_time
from wikialbum.normalize.names import clean, name_texts, split_performers, with_note
from wikialbum.syntax.protection import unprotect
from wikialbum.vocabulary.model import fold

# The time at the end, with the dash or parenthesis around it; parentheses may follow it.
_TIME: Final = re.compile(
    r"(?:(?<=[\s\"”'’)\]])|\A)(?:[–—-][ \t]*)?(?P<paren>[(\[])?(?P<time>\d{1,3}:\d{2}(?::\d{2})?)(?(paren)[)\]])"
    r"(?P<after>(?:[ \t]*\([^()]*+\))*)[ \t]*\Z"
)
_ENCLOSED: Final = r"\"[^\"\n]*+\"|“[^”\n]*+”|\((?:[^()\n]|\([^()\n]*+\))*+\)?|\[[^\[\]\n]*+\]?"
_SEGMENTS: Final = re.compile(rf"{_ENCLOSED}|(?P<dash>[ \t][–—-][ \t])")
_QUOTED: Final = re.compile(r"\"(?P<straight>[^\"]+)\"|“(?P<curly>[^”]+)”|(?<!\w)['‘](?P<single>[^\"']+)['’](?!\w)")
_MEDLEY_BAR: Final = re.compile(r"[ \t]*/[ \t]*")
_CREDIT_BEHIND: Final = re.compile(r"\s*(?:[–—-]\s|(?:performed|feat\.|featuring)\s)")
_MOST_GROUPS: Final = 8
_GROUP: Final = re.compile(
    r"[ \t]*(?:\((?P<round>(?:[^()]|\([^()]*+\))*+)(?P<closed>\)?)|\[(?P<square>[^\[\]]*+)\]?)[ \t]*"
)
_LAST_GROUP: Final = re.compile(r"(?:\((?:[^()]|\([^()]*+\))*+\)?|\[[^\[\]]*+\])[ \t]*\Z")
_OPEN_GROUP: Final = re.compile(r"(?<=[\s\"”])\([^()]*\Z")
_TITLE_PART: Final = re.compile(r"(?:part|parts|pt|pts|vol|no|act|scene|movement)\b", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"(?:\A|(?<=[\s,;/]))(?P<label>words\s+(?:and|&)\s+music|(?:music|lyrics)\s+(?:and|&)\s+(?:music|lyrics)|words|lyrics|lyric|text|music|composed|written|produced|prod\.?|producers?|performed|sung)"
    r"(?:\s+by\s+|\s*:\s*|(?<=prod\.)\s+)",
    re.IGNORECASE,
)
_FEATURED: Final = re.compile(
    r"(?:feat(?:\.|uring)?|ft\.?|with|duet\s+with|guest(?:\s+vocals?)?(?:\s+by)?:?|starring)\s+(?=\S)", re.IGNORECASE
)
_ARRANGED: Final = re.compile(
    r"(?:\A|[,;]\s*)(?P<note>(?:arr\b\.?|arranged\b|adapted\b|adapt\.).*)", re.IGNORECASE | re.DOTALL
)
_BEHIND: Final = re.compile(r"(?:performed|sung|recorded)\s+by\s+|by\s+", re.IGNORECASE)
_TRADITIONAL: Final = frozenset(["trad", "traditional", "anonymous", "anon"])
_FIELDS: Final = {
    "words": "lyricists", "lyrics": "lyricists", "lyric": "lyricists", "text": "lyricists", "music": "composers",
    "composed": "composers", "written": "writers", "produced": "producers", "prod": "producers", "producer": "producers",
    "producers": "producers", "performed": "artists", "sung": "artists",
}  # fmt: skip


def read_track_line(text: str, context: Context) -> dict[str, Any] | None:
    """The fields of a track, without its number, from a line as `reading` gives it; None where it names no track.

    The title may be quoted or not. What stands in parentheses behind it is told apart by `read_group`.
    """
    line = " ".join(text.split())
    fields: dict[str, Any] = {}
    line = _take_time(line, fields)
    before, title, behind = _parts(line)
    if before:
        _add(fields, "artists", performers(before, context))
    title, groups = _title_and_groups(title)
    fields["title"] = clean_title(title)
    for group in groups:
        read_group(group, fields, context)
    for part in behind:
        _read_behind(part, fields, context)
    return fields if fields["title"] else None


def is_track_line(text: str) -> bool:
    """Whether a line that has no number is a track: a quoted title with nothing but credits behind it, or a time."""
    line = " ".join(text.split())
    if _TIME.search(line):
        return True
    match = _QUOTED.match(line)
    if match is None:
        return False
    at = match.end()
    while at < len(line):
        step = _GROUP.match(line, at) or _MEDLEY_BAR.match(line, at)
        if step is None:
            return _CREDIT_BEHIND.match(line, at) is not None
        quoted = _QUOTED.match(line, step.end())
        at = quoted.end() if quoted else step.end()
    return True


def performers(text: str, context: Context) -> tuple[str, ...]:
    """The performers that a text names, without a leading `feat.`."""
    match = _FEATURED.match(text)
    return tuple(with_note(item) for item in split_performers(text[match.end() :] if match else text, context))


def clean_title(title: str) -> str:
    """A title without quotes around it, also where one of them was lost; parts of a medley joined by ` / `."""
    shown = unprotect(" ".join(title.split()))
    parts = [each[0] or each[1] or each[2] for each in _QUOTED.findall(shown)]
    rest = _QUOTED.sub("", shown)
    if parts and not rest.replace("/", "").replace("–", "").replace("-", "").strip():
        return " / ".join(part.strip() for part in parts)
    if parts and rest.strip().startswith(":"):
        return shown
    return _strip_lost_quotes(shown)


def _strip_lost_quotes(title: str) -> str:
    if len(title) > 1 and title[0] in '"“':
        title = title[1:].rstrip("\"”'’" if not any(mark in title[1:-1] for mark in '"“”') else "")
    elif len(title) > 1 and title[-1] in '"”' and not any(mark in title[:-1] for mark in '"“”'):
        title = title if title[-2:-1].isdigit() else title[:-1]
    return title.strip()


def read_group(group: str, fields: dict[str, Any], context: Context) -> None:
    """Put what a parenthesis behind a title says into the fields of the track.

    A parenthesis names people (writers, guests, producers) or is a note: it is a note where it begins in lower case,
    holds a word such as `version`, or is in another script than the title.
    """
    shown = clean(group, context)
    featured = _FEATURED.match(group)
    if featured is not None:
        _add(fields, "artists", performers(group[featured.end() :], context))
    elif _LABELLED.search(group) and _LABELLED.match(group.lstrip()):
        _read_labelled(group, fields, context)
    elif _is_note(shown, fields.get("title", ""), context):
        _add_note(fields, shown)
    else:
        _read_writers(group, fields, context)


def _read_labelled(group: str, fields: dict[str, Any], context: Context) -> None:
    """`words: X; music: Y`, `produced by X`."""
    matches = list(_LABELLED.finditer(group))
    for match, end in zip(matches, [*(match.start() for match in matches[1:]), len(group)], strict=True):
        label = fold(match["label"]).split()
        names = name_texts(group[match.end() : end].strip(" ,;/").removesuffix(" and"), context)
        _add(fields, "writers" if len(label) > 1 else _FIELDS[label[0]], names)


def _read_writers(group: str, fields: dict[str, Any], context: Context) -> None:
    arranged = _ARRANGED.search(group)
    if arranged is not None:
        _add_note(fields, clean(arranged["note"], context))
        group = group[: arranged.start()]
    for part in group.split(";"):
        if _LABELLED.match(part.lstrip()):
            _read_labelled(part, fields, context)
        else:
            _add(fields, "writers", name_texts(part, context))


def _is_note(text: str, title: str, context: Context) -> bool:
    first = next((char for char in text if char.isalpha()), "")
    if fold(text.partition(",")[0].partition(" ")[0]) in _TRADITIONAL:
        return False
    if not first or first.islower():
        return True
    words = fold(text).split()
    if any(word in context.words.note_words for word in words):
        return True
    return _script(first) != _script(next((char for char in title if char.isalpha()), first))


def _script(char: str) -> str:
    """The script of a letter: the first word of its Unicode name; Japanese writes three of them together."""
    script = unicodedata.name(char, "").partition(" ")[0]
    return "CJK" if script in {"HIRAGANA", "KATAKANA", "CJK"} else script


def _read_behind(part: str, fields: dict[str, Any], context: Context) -> None:
    """What stands behind a title without parentheses: a performer, or a note."""
    bare = part.strip()
    named = _BEHIND.match(bare)
    groups: list[str] = []
    while len(groups) < _MOST_GROUPS and (match := _LAST_GROUP.search(bare)) is not None and match.start():
        groups.append(match[0].strip(" ()[]"))
        bare = bare[: match.start()].rstrip()
    if named:
        _add(fields, "artists", performers(bare[named.end() :], context))
    elif bare and not _FEATURED.match(bare) and _is_note(bare, fields["title"], context):
        _add_note(fields, clean(bare, context))
    elif bare:
        _add(fields, "artists", performers(bare, context))
    for group in reversed(groups):
        read_group(group, fields, context)


def _take_time(line: str, fields: dict[str, Any]) -> str:
    match = _TIME.search(line)
    if match is None:
        return line
    fields["seconds"] = read_time(match["time"])
    return f"{line[: match.start()].rstrip()} {match['after'].strip()}".rstrip(" –—-")


def _parts(line: str) -> tuple[str, str, list[str]]:
    """A line in three: a performer before the title, the title with its parentheses, and what dashes part from it."""
    cuts = [match for match in _SEGMENTS.finditer(line) if match["dash"]]
    bounds = [0, *(end for cut in cuts for end in cut.span()), len(line)]
    segments = [line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    quoted = next((place for place, each in enumerate(segments) if each.lstrip()[:1] in {'"', "“"}), None)
    if quoted is not None:
        return " – ".join(segments[:quoted]), segments[quoted], segments[quoted + 1 :]
    if len(segments) > 1 and _LAST_GROUP.search(segments[0]):
        return "", segments[0], segments[1:]
    return "", line, []


def _title_and_groups(segment: str) -> tuple[str, list[str]]:
    """A title segment as the title and what its parentheses hold; text behind a quoted title is a group too."""
    segment = segment.strip()
    quoted = _QUOTED.match(segment)
    if quoted is None:
        return _unquoted(segment)
    end = quoted.end()
    while (bar := _MEDLEY_BAR.match(segment, end)) and (following := _QUOTED.match(segment, bar.end())):
        end = following.end()
    groups, at = [], end
    while at < len(segment):
        match = _GROUP.match(segment, at)
        if match is None:
            groups.append(_BEHIND.sub("performed by ", segment[at:].strip(), count=1))
            break
        groups.append(match["round"] if match["round"] is not None else match["square"])
        at = match.end()
    return segment[:end], [group for group in groups if group.strip()]


def _unquoted(segment: str) -> tuple[str, list[str]]:
    """A title without (both) quotes: the parentheses at its end are no part of it."""
    groups: list[str] = []
    while len(groups) < _MOST_GROUPS:
        match = _LAST_GROUP.search(segment) or _OPEN_GROUP.search(segment)
        if match is None or not match.start():
            break
        group = (
            match[0]
            .strip()
            .lstrip("([")
            .rstrip(")]" if match[0].count("(") <= match[0].count(")") or match[0][0] == "[" else "")
        )
        if _TITLE_PART.match(group):
            break
        groups.insert(0, group)
        segment = segment[: match.start()].rstrip()
    return segment, [group for group in groups if group.strip()]


def _add(fields: dict[str, Any], name: str, names: tuple[str, ...]) -> None:
    fields[name] = tuple(dict.fromkeys((*fields.get(name, ()), *names)))


def _add_note(fields: dict[str, Any], note: str) -> None:
    fields["note"] = f"{fields['note']}; {note}" if fields.get("note") else note
