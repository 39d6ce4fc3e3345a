"""English: what the words of an English-language encyclopedia's album articles mean."""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.dates import ENGLISH_DATES
from wikialbum.vocabulary.english_roles import ENGLISH_ROLES
from wikialbum.vocabulary.english_templates import ENGLISH_TEMPLATES
from wikialbum.vocabulary.model import Vocabulary


def _by_phrase(groups: dict[str, str]) -> dict[str, str]:
    """A table of phrases, from kinds with their phrases parted by bars."""
    return {phrase: kind for kind, phrases in groups.items() for phrase in phrases.split("|")}


_SECTIONS: Final = _by_phrase(
    {
        "tracks": "track listing|track listings|tracklist|tracklisting|track list|tracklists|tracks|songs|song list|track listing and formats|"
        "songs and track listing|contents|original track listing|formats and track listings|list of songs|soundtrack listing",
        "personnel": "personnel|credits|credits and personnel|personnel and credits|album credits|album personnel|musicians|line up|lineup|"
        "performers|band|band members|additional personnel|additional musicians|guest musicians|production|technical personnel|"
        "technical|staff|cast|crew|production credits|recording personnel|participants|production personnel|musical personnel|"
        "members|performance credits|orchestra|technical staff|production team|production and personnel|who's who",
        "charts": "charts|chart|chart performance|chart positions|chart history|charting|weekly charts|year end charts|decade end charts|"
        "monthly charts|chart success|chart procession and succession|charts and sales|singles chart|chart position|"
        "commercial performance|charted singles|chart performance and sales|peak positions|album chart|album charts|charting singles|"
        "all time charts|singles|year end|decade end|weekly|monthly",
        "certifications": "certifications|certification|sales and certifications|certifications and sales|sales certifications|"
        "sales|sales and shipments|certification and sales|sales chart",
        "ratings": "reception|critical reception|critical response|reviews|professional ratings|ratings|professional reviews|"
        "review scores|critical reaction|release and reception|reception and legacy",
        "releases": "release history|releases|release details|release|release formats|formats|release dates|editions|versions|"
        "release information|releases and formats|release date|pressings|catalogue numbers|issue history",
        "none": "references|notes|footnotes|external links|see also|sources|further reading|bibliography|citations|samples|"
        "sample credits|background|legacy|history|awards|accolades|awards and nominations|plot|tour|composition|"
        "music videos|other versions|cover versions|covers",
    }
)

_SECTION_WORDS: Final = {
    "tracklist": "tracks",
    "bonus": "tracks",
    "personnel": "personnel",
    "charts": "charts",
    "certifications": "certifications",
    "credits": "personnel",
    "musicians": "personnel",
}

_KEYS: Final = _by_phrase(
    {
        "title": "name|album|title",
        "type": "type",
        "artist": "artist|artists",
        "releases": "released|release date|release|released date",
        "recorded": "recorded|recording date",
        "studios": "studio|studios",
        "venues": "venue|venues",
        "genres": "genre|genres",
        "languages": "language|languages",
        "labels": "label|labels|record label",
        "producers": "producer|producers",
        "lengths": "length|duration|running time",
        "chronology": "chronology",
        "previous_title": "prev title|previous title|prev album|previous album",
        "previous_year": "prev year|previous year",
        "next_title": "next title|next album",
        "next_year": "next year",
        "": "longtype|compiler|director|italic title|background|cover|border|alt|caption|misc|album|composer|lyricist|"
        "writer|writers|b side|a side|origin|years active|current members|past members|native name|native name lang|"
        "image|image size|hangul|rr|romanization|published|format|website|arranger|conductor|engineer|mixer|"
        "subtitle|image upright|cover size|width|last album|this album|next album|reviews|prev no|next no|extra|"
        "music video|audio sample|alt artist|track no|chart position|tracks|prev|next|module|commons|ean|writer music|writer lyrics|publisher|cover type|extra tracks|kanji|romaji|title orig",
    }
)

_TYPES: Final = {
    "split": "split",
    "box": "box_set",
    "boxed": "box_set",
    "greatest": "greatest_hits",
    "best of": "greatest_hits",
    "mixtape": "mixtape",
    "cast": "cast",
    "film score": "score",
    "score": "score",
    "soundtrack": "soundtrack",
    "remix": "remix",
    "remixes": "remix",
    "spoken": "spoken_word",
    "spoken word": "spoken_word",
    "comedy": "spoken_word",
    "audiobook": "spoken_word",
    "video": "video",
    "tribute": "tribute",
    "covers": "cover",
    "cover": "cover",
    "demo": "demo",
    "demos": "demo",
    "live": "live",
    "compilation": "compilation",
    "anthology": "compilation",
    "ep": "ep",
    "extended play": "ep",
    "mini album": "ep",
    "single": "single",
    "singles": "single",
    "song": "song",
    "promo": "single",
    "studio": "studio",
    "album": "album",
    "double album": "album",
    "lp": "album",
}

_COLUMNS: Final = _by_phrase(
    {
        "chart": "chart|charts|chart name|charts name|name of chart",
        "peak": "peak position|peak|position|peak chart position|peak positions|peak chart positions|highest position|chart position|"
        "chart positions|positions|peak pos|pos|rank|highest chart position|top position",
        "year": "year|years",
        "song": "single|song|singles|songs",
        "provider": "provider|providers|publication provider",
        "region": "region|country|territory|regions|countries|territories|market|area",
        "award": "certification|certifications|award|certified|certification awards|sales certification",
        "units": "certified units sales|certified units|sales|units|shipments|certified sales|sales shipments|units sold|"
        "certified units shipments|shipments sales|copies sold|certified sales shipments|amount",
        "date": "date|release date|released|release dates|dates|date of release",
        "label": "label|labels|record label|distributor|distributing label|distributor label|label distributor",
        "format": "format|formats|media|format s|release format",
        "catalog": "catalog|catalogue|catalog number|catalogue number|catalog no|catalogue no|catalog nr|catalogue ref|cat no|cat number|"
        "catalog numbers|catalogue numbers|catalogue id|catalog id",
        "source": "source|sources|publication|reviewer|review|magazine|critic",
        "score": "rating|score|ratings|scores|review score",
        "number": "#|№|no|number|nr|track|track no|track number|tr",
        "title": "title|song title|track title|name|track name",
        "writers": "writer|writers|songwriter|songwriters|written by|writer s|songwriter s|author|authors|composition|author s|writing",
        "composers": "music|composer|composers|composed by|music by|composer s",
        "lyricists": "lyrics|lyricist|lyricists|words|lyrics by|lyricist s",
        "artists": "artist|artists|performer|performers|performed by|singer|singers|featured guest|featured guests|featured artist|"
        "featured artists|featuring|vocals|vocalist|vocalists|guest|guests|performer s|artist s|singer s|featured guest s|guest s",
        "producers": "producer|producers|produced by|producer s",
        "seconds": "length|time|duration|running time|lengths",
        "notes": "notes|note|personnel|credits|musicians",
        "edition": "edition|version|editions|edition s",
        "work": "work|recipient|nominee|nominated work|nominee work",
        "result": "result|outcome",
        "poll": "poll|category|ceremony|award ceremony|organization|list|accolade",
    }
)

ENGLISH: Final = Vocabulary(
    sections=_SECTIONS,
    section_words=_SECTION_WORDS,
    keys=_KEYS,
    types=_TYPES,
    disambiguators=frozenset(
        [
            "album",
            "soundtrack",
            "ep",
            "song",
            "single",
            "score",
            "recording",
            "recordings",
            "mixtape",
            "demo",
            "video",
            "compilation",
            "musical",
            "opera",
            "film",
            "set",
            "singles",
            "songs",
            "music",
            "box",
        ]
    ),
    periods={
        "year end": "year_end",
        "end of year": "year_end",
        "annual": "year_end",
        "decade end": "decade_end",
        "end of decade": "decade_end",
        "end of the decade": "decade_end",
        "all time": "all_time",
        "monthly": "monthly",
        "weekly": "weekly",
    },
    columns=_COLUMNS,
    awards={"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6, "septuple": 7, "octuple": 8},
    no_tracks=frozenset(
        [
            "note",
            "notes",
            "sample",
            "samples",
            "sample credits",
            "samples and interpolations",
            "sampling",
            "references",
            "footnotes",
            "footnote",
            "legend",
            "sources",
            "credits",
            "sampling credits",
            "samples credits",
            "interpolations",
            "key",
            "personnel",
            "additional notes",
            "track notes",
            "bonus features",
        ]
    ),
    suffixes=frozenset(
        ["jr", "sr", "ii", "iii", "iv", "m d", "md", "inc", "ltd", "llc", "ph d", "phd", "esq", "d d s", "co", "mbe", "obe", "cbe", "v"]
    ),
    abbreviations=frozenset(
        [
            "jr",
            "sr",
            "inc",
            "ltd",
            "co",
            "corp",
            "bros",
            "trad",
            "arr",
            "prod",
            "feat",
            "ft",
            "st",
            "dr",
            "mr",
            "mrs",
            "ms",
            "vs",
            "vol",
            "no",
            "rev",
            "esq",
            "ph",
            "etc",
            "exec",
            "ed",
            "eds",
            "asst",
            "assoc",
            "mt",
            "jun",
            "sen",
            "prof",
            "hon",
            "gen",
            "capt",
            "sgt",
            "lt",
            "pt",
            "op",
            "orch",
            "perf",
            "bro",
            "messrs",
            "mme",
            "mlle",
            "intl",
            "dept",
            "div",
            "d.j",
            "m.c",
            "a.k.a",
            "u.s",
            "u.k",
        ]
    ),
    note_words=frozenset(
        [
            "version",
            "versions",
            "mix",
            "mixes",
            "remix",
            "remixes",
            "remixed",
            "session",
            "sessions",
            "demo",
            "demos",
            "live",
            "edit",
            "edits",
            "edited",
            "take",
            "takes",
            "reprise",
            "instrumental",
            "instrumentals",
            "bonus",
            "track",
            "acoustic",
            "acapella",
            "unreleased",
            "interlude",
            "skit",
            "intro",
            "outro",
            "introduction",
            "mono",
            "stereo",
            "recorded",
            "recording",
            "remaster",
            "remastered",
            "remake",
            "video",
            "single",
            "album",
            "original",
            "alternate",
            "alternative",
            "cover",
            "outtake",
            "outtakes",
            "excerpt",
            "excerpts",
            "spoken",
            "hidden",
            "previously",
            "rehearsal",
            "rehearsals",
            "b-side",
            "a-side",
            "dub",
            "extended",
            "radio",
            "rework",
            "reworked",
            "karaoke",
            "medley",
            "performance",
            "concert",
            "unplugged",
            "cappella",
            "theme",
            "dialogue",
            "narration",
            "prelude",
            "postlude",
            "overture",
            "soundcheck",
            "bootleg",
            "mashup",
            "megamix",
            "vocal",
            "unedited",
            "uncut",
            "remastering",
            "soundtrack",
            "release",
            "broadcast",
            "exclusive",
        ]
    ),
    note_openers=frozenset(["dedicated", "for", "from", "inspired", "part"]),
    joints=frozenset(["and", "&", "with", "feat", "feat.", "featuring", "ft.", "vs.", "/", "+"]),
    roles=ENGLISH_ROLES,
    dates=ENGLISH_DATES,
    templates=ENGLISH_TEMPLATES,
)
