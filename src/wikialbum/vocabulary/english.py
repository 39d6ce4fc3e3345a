"""English: what the words of an English-language encyclopedia's album articles mean."""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.dates import ENGLISH_DATES
from wikialbum.vocabulary.english_roles import ENGLISH_ROLES
from wikialbum.vocabulary.english_templates import ENGLISH_TEMPLATES
from wikialbum.vocabulary.model import Vocabulary, by_phrase


def _set(words: str) -> frozenset[str]:
    """A set of words, from a text that parts them by bars."""
    return frozenset(words.split("|"))


_SECTIONS: Final = by_phrase(
    {
        "tracks": "album track listing|contents|formats and track listing|formats and track listings|list of songs|"
        "musical numbers|original track listing|song list|songs|songs and track listing|songs list|"
        "soundtrack listing|track list|track listing|track listing and formats|track listings|"
        "track listings and formats|track lists|tracklist|tracklisting|tracklists|tracks|tracks list",
        "personnel": "additional credits|additional musicians|additional personnel|album credits|album personnel|"
        "album staff|band|band line up|band members|cast|credits|credits and personnel|crew|guest musicians|line up|"
        "line ups|lineup|members|musical personnel|musicians|musicians and personnel|orchestra|participants|"
        "performance credits|performers|personnel|personnel and credits|production|production and personnel|"
        "production credits|production personnel|production team|recording personnel|"
        "session musicians|staff|studio personnel|technical|technical personnel|technical staff|who's who",
        "charts": "album chart|album charts|all time charts|chart|chart history|chart performance|"
        "chart performance and sales|chart position|chart positions|chart procession and succession|chart success|"
        "charted singles|charting|charting singles|charts|charts and sales|commercial performance|decade end|"
        "decade end charts|monthly|monthly charts|peak positions|singles|singles chart|weekly|weekly charts|"
        "year end|year end charts",
        "certifications": "certification|certification and sales|certifications|certifications and sales|sales|"
        "sales and certifications|sales and shipments|sales certifications|sales chart",
        "ratings": "album reviews|contemporaneous reviews|contemporary reviews|critical reaction|critical reception|"
        "critical reception and legacy|critical response|critical reviews|initial reception|professional ratings|"
        "professional reviews|ratings|reception|reception and impact|reception and legacy|release and reception|"
        "retrospective reviews|review scores|reviews|reviews and ratings",
        "releases": "catalogue numbers|editions|formats|formats and releases|issue history|issues|pressings|"
        "reissues|release|release and formats|release date|release dates|release details|release formats|"
        "release formats and dates|release history|release history and formats|release information|releases|"
        "releases and formats|versions",
        "none": "accolades|artwork|awards|awards and nominations|background|bibliography|citations|composition|"
        "cover versions|covers|external links|footnotes|further reading|history|in popular culture|influence|legacy|"
        "media usage|music video|music videos|notes|other versions|plot|promotion|references|sample credits|samples|"
        "see also|sources|synopsis|themes|title|tour|touring|videos",
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
    "reception": "ratings",
    "reviews": "ratings",
}

_KEYS: Final = by_phrase(
    {
        "title": "name|title",
        "type": "type",
        "artist": "artist|artists",
        "releases": "release|release date|released|released date",
        "recorded": "recorded|recording date",
        "studios": "studio|studios",
        "venues": "venue|venues",
        "genres": "genre|genres",
        "languages": "language|languages",
        "labels": "label|labels|record label",
        "producers": "producer|producers",
        "lengths": "duration|length|running time",
        "chronology": "chronology",
        "previous_title": "prev album|prev title|previous album|previous title",
        "previous_year": "prev year|previous year",
        "next_title": "next title",
        "next_year": "next year",
        "": "a side|album|alt|alt artist|arranger|audio sample|b side|background|border|caption|chart position|"
        "commons|compiler|composer|conductor|cover|cover size|cover type|current members|director|ean|engineer|"
        "extra|extra tracks|format|hangul|image|image size|image upright|italic title|kanji|last album|longtype|"
        "lyricist|misc|mixer|module|music video|native name|native name lang|next|next album|next no|origin|"
        "past members|prev|prev no|published|publisher|reviews|romaji|romanization|rr|subtitle|this album|"
        "title orig|track no|tracks|website|width|writer|writer lyrics|writer music|writers|years active",
    }
)

_TYPES: Final = {
    "split": "split",
    "box": "box_set",
    "boxed": "box_set",
    "boxset": "box_set",
    "greatest": "greatest_hits",
    "best of": "greatest_hits",
    "mixtape": "mixtape",
    "mix tape": "mixtape",
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
    "audio drama": "spoken_word",
    "radio drama": "spoken_word",
    "video": "video",
    "concert film": "video",
    "dvd": "video",
    "vhs": "video",
    "tribute": "tribute",
    "covers": "cover",
    "cover": "cover",
    "demo": "demo",
    "demos": "demo",
    "live": "live",
    "compilation": "compilation",
    "anthology": "compilation",
    "collection": "compilation",
    "sampler": "compilation",
    "ep": "ep",
    "extended play": "ep",
    "mini album": "ep",
    "mini": "ep",
    "single": "single",
    "singles": "single",
    "song": "song",
    "promo": "single",
    "studio": "studio",
    "album": "album",
    "double album": "album",
    "lp": "album",
}

_COLUMNS: Final = by_phrase(
    {
        "chart": "all time chart|chart|chart name|charts|charts name|decade end chart|end of year chart|"
        "monthly chart|name of chart|weekly chart|weekly charts|year end chart|year end charts",
        "peak": "chart position|chart positions|highest chart position|highest position|peak|peak chart position|"
        "peak chart positions|peak pos|peak position|peak positions|pos|position|positions|rank|top position",
        "year": "year|years",
        "song": "single|singles|song|songs",
        "provider": "agency|certification body|certifier|certifying agency|certifying body|certifying organisation|"
        "certifying organization|issuer|provider|providers|publication provider",
        "region": "area|countries|country|market|region|regions|territories|territory",
        "award": "award|certification|certification awards|certifications|certified|sales certification",
        "units": "amount|certified sales|certified sales shipments|certified units|certified units sales|"
        "certified units shipments|copies sold|sales|sales shipments|shipment|shipments|shipments sales|units|units sold",
        "date": "date|date of release|dates|release date|release dates|released",
        "label": "distributing label|distributor|distributor label|label|label distributor|labels|record label",
        "format": "format|format s|formats|media|release format",
        "catalog": "cat no|cat number|catalog|catalog id|catalog no|catalog nr|catalog number|catalog numbers|"
        "catalogue|catalogue id|catalogue no|catalogue number|catalogue numbers|catalogue ref",
        "source": "critic|magazine|publication|review|reviewer|source|sources",
        "score": "rating|ratings|review score|score|scores",
        "number": "#|no|nr|number|tr|track|track no|track number|№",
        "title": "name|song title|title|track name|track title",
        "writers": "author|author s|authors|composition|songwriter|songwriter s|songwriters|writer|writer s|writers|"
        "writing|written by",
        "composers": "composed by|composer|composer s|composers|music|music by",
        "lyricists": "lyricist|lyricist s|lyricists|lyrics|lyrics by|words",
        "artists": "artist|artist s|artists|featured artist|featured artists|featured guest|featured guest s|"
        "featured guests|featuring|guest|guest s|guests|performed by|performer|performer s|performers|singer|"
        "singer s|singers|vocalist|vocalists|vocals",
        "producers": "produced by|producer|producer s|producers",
        "seconds": "duration|length|lengths|running time|time",
        "notes": "credits|musicians|note|notes|personnel",
        "edition": "edition|edition s|editions|version",
        "work": "nominated work|nominee|nominee work|recipient|work",
        "result": "outcome|result",
        "poll": "accolade|award ceremony|category|ceremony|list|organisation|organization|poll",
    }
)

ENGLISH: Final = Vocabulary(
    sections=_SECTIONS,
    section_words=_SECTION_WORDS,
    keys=_KEYS,
    types=_TYPES,
    disambiguators=_set(
        "album|box|compilation|demo|ep|film|mixtape|music|musical|opera|recording|recordings|score|set|single|"
        "singles|song|songs|soundtrack|video"
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
    no_tracks=_set(
        "additional notes|bonus features|credits|footnote|footnotes|interpolations|key|legend|note|notes|personnel|"
        "references|sample|sample credits|samples|samples and interpolations|samples credits|sampling|"
        "sampling credits|sources|track notes"
    ),
    suffixes=_set("cbe|co|d d s|esq|ii|iii|inc|iv|jr|llc|ltd|m d|mbe|md|obe|ph d|phd|sr"),
    abbreviations=_set(
        "a.k.a|anon|arr|assoc|asst|bro|bros|capt|co|corp|d.j|dept|div|dr|ed|eds|esq|etc|exec|feat|ft|gen|hon|inc|"
        "intl|jr|jun|lt|ltd|m.c|messrs|mlle|mme|mr|mrs|ms|mt|no|op|orch|perf|ph|prod|prof|pt|rev|sen|sgt|sr|st|trad|"
        "u.k|u.s|ver|vol|vs"
    ),
    note_words=_set(
        "a-side|acapella|acappella|accapella|acoustic|album|alternate|alternative|aria|b-side|bonus|bootleg|broadcast|bwv|cappella|"
        "chapter|concert|cover|demo|demos|dialogue|dub|edit|edited|edits|epilogue|excerpt|excerpts|exclusive|"
        "extended|finale|hidden|instrumental|instrumentals|interlude|intro|introduction|karaoke|live|mashup|medley|"
        "megamix|mix|mixes|mono|movement|narration|op|opus|original|outro|outtake|outtakes|overture|performance|"
        "postlude|prelude|previously|prologue|psalm|radio|recorded|recording|rehearsal|rehearsals|release|remake|"
        "remaster|remastered|remastering|remix|remixed|remixes|reprise|rework|reworked|session|sessions|single|skit|"
        "soundcheck|soundtrack|spoken|stereo|take|takes|theme|track|uncut|unedited|unplugged|unreleased|verse|"
        "verses|version|versions|video|vocal"
    ),
    note_openers=frozenset(["dedicated", "for", "from", "inspired", "part"]),
    list_words=frozenset(["and"]),
    guest_words=frozenset(["with", "feat.", "Feat.", "featuring", "Featuring", "ft."]),
    band_words=frozenset(["the", "his", "her", "their"]),
    by=frozenset(["by"]),
    by_is_sure=True,
    track_labels=by_phrase(
        {
            "writers": "words and music|music and lyrics|music and words|lyrics and music|lyrics and words|music and music|"
            "written|co written",
            "composers": "music|composed",
            "lyricists": "words|lyrics|lyric|text",
            "producers": "produced|co produced|prod|producer|producers|co producer|co producers",
            "artists": "performed|sung",
        }
    ),
    sentences={},
    roles=ENGLISH_ROLES,
    dates=ENGLISH_DATES,
    templates=ENGLISH_TEMPLATES,
)
"""The words of English articles."""
