"""Reads one line of a track listing: `"Title" (Writers) – Performer – 3:45`."""

from __future__ import annotations

import re
from typing import Any, Final

from wikialbum.normalize.context import Context
from wikialbum.normalize.length_text import read_time
from wikialbum.normalize.names import clean
from wikialbum.normalize.track_groups import (
    add_names,
    add_note,
    is_featured,
    is_labelled,
    is_note,
    performers,
    read_group,
    read_labelled,
    read_note,
)
from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.protection import unprotect

__all__ = [
    "clean_title",
    "is_timed",
    "is_track_line",
    "performers",
    "quoted_title",
    "read_group",
    "read_note",
    "read_track_line",
]

# The time at the end, with the dash or parenthesis around it; parentheses and footnote marks may follow it.
_TIME: Final = lazy_pattern(
    r"(?:(?<=[\s\"”'’)\]])|\A)(?:[–—-][ \t]*)?(?P<paren>[(\[])?(?P<time>\d{1,3}:\d{2}(?::\d{2})?)(?(paren)[)\]])"
    r"(?:[*†‡^]|[ \t]?\[\w{1,3}\])*+(?P<after>(?:[ \t]*\([^()]*+\))*+)[ \t]*\Z"
)
_ENCLOSED: Final = r"\"[^\"\n]*+\"|“[^”\n]*+”|\((?:[^()\n]|\([^()\n]*+\))*+\)?|\[[^\[\]\n]*+\]?"
_SEGMENTS: Final = lazy_pattern(rf"{_ENCLOSED}|(?P<dash>[ \t][–—-][ \t])")
# A title; a quote behind a blank does not close one but opens a quotation inside it: `"Say "Hello" to Me"`.
_QUOTED: Final = lazy_pattern(
    r"\"(?P<nested>[^\"]*+(?<=\s)\"(?=[^\s\"(])[^\"]++\"[^\"]*+)\"|\"(?P<straight>[^\"]++)\"|“(?P<curly>[^”]++)”"
    r"|(?<!\w)['‘](?P<single>[^\"']++)['’](?!\w)"
)
# The form of most lines, for which nothing has to be searched: `"Title" (Writers) – 3:45`.
_USUAL: Final = lazy_pattern(
    r"\"(?P<title>[^\"\t\n]++)\"(?: \((?P<group>[^()\[\]\"“]++)\))? [–-] (?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)"
)
_LOW_QUOTES: Final = lazy_pattern(r"„([^„“”]*+)[“”]")
_MARK: Final = lazy_pattern(r"[A-Za-z]|\d{1,2}")  # in square brackets it refers to a footnote
_SIDES: Final = lazy_pattern(r"[\"”]\s*/\s*[\"“]")
_MEDLEY_BAR: Final = lazy_pattern(r"[ \t]*/[ \t]*")
_CREDIT_BEHIND: Final = lazy_pattern(r"\s*(?:[–—-]\s|(?:performed|feat\.|featuring)\s)")
_MOST_GROUPS: Final = 8
_GROUP: Final = lazy_pattern(
    r"[ \t]*(?:\((?P<round>(?:[^()]|\([^()]*+\))*+)(?P<closed>\)?)|\[(?P<square>[^\[\]]*+)\]?)[ \t]*"
)
_LAST_GROUP: Final = lazy_pattern(r"(?:\((?:[^()]|\([^()]*+\))*+\)?|\[[^\[\]]*+\])[ \t]*\Z")
_OPEN_GROUP: Final = lazy_pattern(r"(?<=[\s\"”])\([^()]*\Z")
_TITLE_PART: Final = lazy_pattern(r"(?:part|parts|pt|pts|vol|no|act|scene|movement)\b", re.IGNORECASE)
_BEHIND: Final = lazy_pattern(r"(?:performed|sung|recorded)\s+by\s+|by\s+", re.IGNORECASE)
_TIME_FIRST: Final = lazy_pattern(r"(?P<time>\d{1,3}:\d{2}(?::\d{2})?)[ \t]+(?P<rest>[^\W\d_].*)", re.DOTALL)
_FEATURED_IN_TITLE: Final = lazy_pattern(r"[ \t]*[(\[](?P<guests>(?:feat|ft)[^()\[\]]*+)[)\]][ \t]*\Z", re.IGNORECASE)


def read_track_line(text: str, context: Context) -> dict[str, Any] | None:
    """The fields of a track, without its number, from a line as `reading` gives it; None where it names no track.

    The title may be quoted or not. What stands in parentheses behind it is told apart by `read_group`.
    """
    fields: dict[str, Any] = {}
    usual = _USUAL.fullmatch(text) if "  " not in text else None
    if usual is not None:
        return _read_usual(usual, fields, context)
    line = _take_time(_one_line(text), fields)
    before, segment, behind = _parts(line)
    if before:
        add_names(fields, "artists", performers(before, context))
    title, groups, rest = _title_and_groups(segment)
    fields["title"] = _without_guests(clean_title(title), fields, context)
    for group in groups:
        read_group(group, fields, context)
    if rest:
        _read_rest(rest, fields, context)
    for part in behind:
        _read_behind(part, fields, context)
    return fields if fields["title"] else None


def _read_usual(match: re.Match[str], fields: dict[str, Any], context: Context) -> dict[str, Any] | None:
    fields["seconds"] = int(match["minutes"]) * 60 + int(match["seconds"])
    title = unprotect(match["title"]).strip()
    fields["title"] = _without_guests(title, fields, context) if title[-1:] in {")", "]"} else title
    if match["group"]:
        read_group(match["group"], fields, context)
    return fields if title else None


def is_track_line(text: str) -> bool:
    """Whether a line that has no number is a track: a quoted title with nothing but credits behind it, or a time."""
    line = _one_line(text)
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


def is_timed(text: str) -> bool:
    """Whether a line is a quoted title with a time at its end."""
    line = _one_line(text)
    return line[:1] in {'"', "“"} and _TIME.search(line) is not None


def _one_line(text: str) -> str:
    """A text with single blanks and, for `„…“`, straight quotes."""
    line = " ".join(text.split())
    return _LOW_QUOTES.sub(r'"\1"', line) if "„" in line else line


def clean_title(title: str) -> str:
    """A title without quotes around it, also where one of them was lost; parts of a medley joined by ` / `."""
    shown = unprotect(" ".join(title.split()))
    if '"' not in shown and "“" not in shown and "'" not in shown and "‘" not in shown:
        return shown.strip('"”’')
    parts = ["".join(each) for each in _QUOTED.findall(shown)]
    rest = _QUOTED.sub("", shown)
    joints = rest.replace("–", "").replace("-", "").replace("/", "").strip()
    if parts and not joints:
        return " / ".join(part.strip() for part in parts)
    if parts and rest.strip().startswith(":"):
        return shown
    if len(parts) > 1 and joints.endswith(":") and shown.startswith(joints):
        return f"{joints} {' / '.join(part.strip() for part in parts)}"
    return _strip_lost_quotes(shown)


def quoted_title(title: str) -> str:
    """A title that a template puts quotes around, so that one with two sides lacks the outer ones: `One" / "Two`."""
    return clean_title(f'"{title}"' if _SIDES.search(title) and title[0] not in '"“' else title)


def _strip_lost_quotes(title: str) -> str:
    if sum(title.count(mark) for mark in '"“”') % 2 == 0:
        return title.strip()  # none was lost: `"Heroes" Symphony`
    if len(title) > 1 and title[0] in '"“':
        title = title[1:].rstrip("\"”'’" if not any(mark in title[1:-1] for mark in '"“”') else "")
    elif len(title) > 1 and title[-1] in '"”' and not any(mark in title[:-1] for mark in '"“”'):
        title = title if title[-2:-1].isdigit() else title[:-1]
    return title.strip()


def _without_guests(title: str, fields: dict[str, Any], context: Context) -> str:
    """A title without the guests in a parenthesis at its end."""
    match = _FEATURED_IN_TITLE.search(title) if title[-1:] in {")", "]"} else None
    if match is None or not match.start() or not is_featured(match["guests"]):
        return title
    add_names(fields, "artists", performers(match["guests"], context))
    return title[: match.start()]


def _read_rest(text: str, fields: dict[str, Any], context: Context) -> None:
    """What follows a quoted title without a dash: `performed by X`, `featuring X (Writers)`."""
    bare, groups = _last_groups(text.strip(" ,"))
    named = _BEHIND.match(bare)
    if named:
        add_names(fields, "artists", performers(bare[named.end() :], context))
    elif bare:
        read_group(bare, fields, context)
    for group in groups:
        read_group(group, fields, context)


def _read_behind(part: str, fields: dict[str, Any], context: Context) -> None:
    """What a dash parts from a title: a performer, a note, or a time that is not the last thing in its line."""
    bare, groups = _last_groups(part.strip())
    timed = _TIME_FIRST.fullmatch(bare) if "seconds" not in fields else None
    if timed is not None:
        fields["seconds"], bare = read_time(timed["time"]), timed["rest"]
    named = _BEHIND.match(bare)
    time = read_time(bare) if bare[:1].isdecimal() and "seconds" not in fields else None
    if named:
        add_names(fields, "artists", performers(bare[named.end() :], context))
    elif time is not None:
        fields["seconds"] = time
    elif is_labelled(bare, context):
        read_labelled(bare, fields, context)
    elif not any(map(str.isalpha, bare)):
        pass
    elif not is_featured(bare) and (timed is not None or is_note(bare, fields["title"], context)):
        add_note(fields, clean(bare, context))
    else:
        add_names(fields, "artists", performers(bare, context))
    for group in groups:
        read_group(group, fields, context)


def _last_groups(text: str) -> tuple[str, list[str]]:
    """A text without the parentheses at its end, and what they hold."""
    groups: list[str] = []
    while len(groups) < _MOST_GROUPS and (match := _LAST_GROUP.search(text)) is not None:
        groups.insert(0, match[0].strip(" ()[]"))
        text = text[: match.start()].rstrip()
    return text, groups


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


def _title_and_groups(segment: str) -> tuple[str, list[str], str]:
    """A title segment as the title, what its parentheses hold, and what follows without parentheses."""
    segment = segment.strip()
    quoted = _QUOTED.match(segment)
    if quoted is None:
        return *_unquoted(segment), ""
    titles, groups, at = [quoted[0]], [], quoted.end()
    while at < len(segment):
        bar = _MEDLEY_BAR.match(segment, at)
        if bar is not None and (quoted := _QUOTED.match(segment, bar.end())) is not None:
            titles.append(quoted[0])
            at = quoted.end()
            continue
        match = _GROUP.match(segment, at)
        if match is None:
            break
        group = match["round"]
        if group is None:
            group = "" if _MARK.fullmatch(match["square"]) else match["square"]
        groups.append(group)
        at = match.end()
    return " / ".join(titles), [group for group in groups if group.strip()], segment[at:]


def _unquoted(segment: str) -> tuple[str, list[str]]:
    """A title without (both) quotes: the parentheses at its end are no part of it."""
    groups: list[str] = []
    while len(groups) < _MOST_GROUPS:
        match = _LAST_GROUP.search(segment) or _OPEN_GROUP.search(segment)
        if match is None or not match.start():
            break
        group = match[0].strip()
        keeps_end = group.count("(") > group.count(")") and group[0] != "["
        group = group.lstrip("([").rstrip("" if keeps_end else ")]")
        if _TITLE_PART.match(group):
            break
        groups.insert(0, group)
        segment = segment[: match.start()].rstrip()
    return segment, [group for group in groups if group.strip()]
