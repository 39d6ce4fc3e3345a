"""German: what the words of a German-language encyclopedia's album articles mean."""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.dates import DateWords
from wikialbum.vocabulary.german_roles import GERMAN_ROLES
from wikialbum.vocabulary.german_templates import GERMAN_TEMPLATES
from wikialbum.vocabulary.model import Vocabulary, by_phrase, fold


def _table(groups: dict[str, str]) -> dict[str, str]:
    """A table of folded phrases, from kinds with their phrases parted by bars."""
    return {fold(phrase): kind for phrase, kind in by_phrase(groups).items()}


def _set(words: str) -> frozenset[str]:
    """Words that are parted by bars."""
    return frozenset(word.casefold() for word in words.split("|"))


_SECTIONS: Final = _table(
    {
        "tracks": "titelliste|titellisten|trackliste|tracklist|tracklisten|tracks|titel|die titel|lieder|die lieder|liedliste|songs|"
        "die songs|songliste|stücke|musikstücke|die stücke|liste der titel|bonustitel|bonus tracks|albumtitel|titelübersicht",
        "personnel": "besetzung|mitwirkende|musiker|mitwirkende musiker|gastmusiker|bandmitglieder|beteiligte|personal|stab|"
        "credits|besetzung und produktion|produktion und besetzung|mitarbeiter|musiker und produktion|bandbesetzung|"
        "mitwirkende und produktion|technik|technisches personal|orchester|instrumentierung",
        "charts": "charts|chartplatzierung|chartplatzierungen|charterfolg|charterfolge|chartverlauf|charts und chartplatzierungen|"
        "platzierungen|jahrescharts|wochencharts|chartpositionen|charts und auszeichnungen|kommerzieller erfolg|"
        "erfolge in den charts|album|alben|singles|auskopplungen|singleauskopplungen",
        "certifications": "auszeichnungen für musikverkäufe|plattenauszeichnungen|verkaufszahlen|"
        "verkaufszahlen und auszeichnungen|auszeichnungen und verkaufszahlen|auszeichnungen und verkäufe|verkäufe|"
        "musikauszeichnungen|goldene schallplatten",
        "ratings": "rezeption|kritik|kritiken|kritische rezeption|rezension|rezensionen|bewertung|bewertungen|kritiken und bewertungen|"
        "bewertung und rezeption|pressestimmen|resonanz",
        "releases": "veröffentlichung|veröffentlichungen|veröffentlichungsgeschichte|ausgaben|formate|versionen|neuauflagen|"
        "wiederveröffentlichungen|editionen|auflagen",
        "none": "einzelnachweise|quellen|belege|weblinks|literatur|siehe auch|anmerkungen|fußnoten|entstehung|"
        "entstehungsgeschichte|hintergrund|geschichte|auszeichnungen|auszeichnungen und nominierungen|coverversionen|samples|"
        "cover|covergestaltung|titelbild|tournee|tour|handlung|musikvideos|musik und text|musikstil|stil|inhalt",
    }
)

_SECTION_WORDS: Final = {
    "titelliste": "tracks",
    "trackliste": "tracks",
    "bonustitel": "tracks",
    "besetzung": "personnel",
    "mitwirkende": "personnel",
    "musiker": "personnel",
    "chartplatzierungen": "charts",
    "charts": "charts",
    "jahrescharts": "charts",
    "musikverkäufe": "certifications",
}

_KEYS: Final = _table(
    {
        "title": "titel|name|album|albumtitel",
        "type": "typ|art",
        "artist": "künstler|interpret|interpreten|band|musiker",
        "releases": "veröffentlichung|veröffentlichungen|jahr|veröffentlicht|erscheinungsdatum|erscheinungsjahr|erstveröffentlichung",
        "recorded": "aufnahme|aufnahmen|aufgenommen|aufnahmejahr|aufnahmedatum|aufnahmezeitraum",
        "studios": "studio|studios|aufnahmestudio|aufnahmestudios|tonstudio",
        "venues": "aufnahmeort|aufnahmeorte|ort|veranstaltungsort",
        "genres": "genre|genres|musikrichtung|stil",
        "languages": "sprache|sprachen",
        "labels": "label|labels|plattenlabel|plattenfirma|musiklabel",
        "producers": "produzent|produzenten|produktion|produzentin",
        "lengths": "laufzeit|länge|dauer|spieldauer|spielzeit",
        "chronology": "chronologie",
        "previous_year": "vorheriges jahr|vorjahr",
        "next_year": "nächstes jahr",
        "personnel": "besetzung|mitwirkende|musikerbesetzung",
        "": "vorheriges|nächstes|voriges|formate|format|anzahltitel|titelanzahl|cover|logo|bild|bildgröße|bildbeschreibung|alt|"
        "komponist|texter|autor|autoren|text|musik|isbn|website|farbe|tabellenfarbe|coverbeschreibung|bezeichnung|"
        "originaltitel|15",
    }
)

_TYPES: Final = {
    "split": "split",
    "splitalbum": "split",
    "box": "box_set",
    "boxset": "box_set",
    "box set": "box_set",
    "best of": "greatest_hits",
    "greatest hits": "greatest_hits",
    "mixtape": "mixtape",
    "musical": "cast",
    "filmmusik": "score",
    "soundtrack": "soundtrack",
    "soundtrackalbum": "soundtrack",
    "remix": "remix",
    "remixalbum": "remix",
    "hörspiel": "spoken_word",
    "hörbuch": "spoken_word",
    "comedy": "spoken_word",
    "video": "video",
    "videoalbum": "video",
    "tribut": "tribute",
    "tribute": "tribute",
    "tributealbum": "tribute",
    "cover": "cover",
    "coveralbum": "cover",
    "demo": "demo",
    "demoalbum": "demo",
    "live": "live",
    "livealbum": "live",
    "kompilation": "compilation",
    "kompilationsalbum": "compilation",
    "compilation": "compilation",
    "sampler": "compilation",
    "ep": "ep",
    "extended play": "ep",
    "minialbum": "ep",
    "mini album": "ep",
    "maxi": "single",
    "single": "single",
    "lied": "song",
    "song": "song",
    "studio": "studio",
    "studioalbum": "studio",
    "album": "album",
    "musikalbum": "album",
    "doppelalbum": "album",
    "konzeptalbum": "album",
}

_COLUMNS: Final = _table(
    {
        "chart": "chart|charts|hitparade|land charts|chartliste",
        "peak": "höchstposition|position|platzierung|platz|höchste position|höchstplatzierung|chartplatzierung|chartpositionen|"
        "höchstposition gesamtwochen|pos|positionen|rang|platzierungen|chartplatzierungen",
        "year": "jahr|jahre",
        "song": "single|lied|song|singles|lieder",
        "region": "land|region|land region|länder|gebiet|markt",
        "award": "auszeichnung|auszeichnungen|zertifizierung|zertifikation|status|verleihung|award",
        "units": "verkäufe|verkaufszahlen|verkaufte einheiten|einheiten|verkauf|absatz|verkaufte exemplare",
        "date": "datum|veröffentlichung|veröffentlichungsdatum|erscheinungsdatum|veröffentlicht|tag",
        "label": "label|labels|plattenlabel|plattenfirma|vertrieb",
        "format": "format|formate|medium|tonträger|medien",
        "catalog": "katalognummer|katalog nr|katalog|bestellnummer|katalognummern|nummer im katalog",
        "source": "quelle|quellen|publikation|medium kritik|magazin|zeitschrift|kritiker|website",
        "score": "bewertung|wertung|bewertungen|punkte|note|urteil",
        "number": "#|№|nr|nummer|no|titel nr|track|lfd nr",
        "title": "titel|liedtitel|songtitel|name|stück|originaltitel",
        "writers": "autor|autoren|songwriter|urheber|geschrieben von|komponist texter|text und musik|musik und text|verfasser|autor en|"
        "musik text|text musik|text komposition|komposition text",
        "composers": "musik|komponist|komponisten|komposition|komponist en",
        "lyricists": "text|texter|texte|liedtext|texter in",
        "artists": "interpret|interpreten|künstler|gesang|sänger|gast|gäste|gastmusiker|mitwirkende|interpret en|gastbeitrag|"
        "gastbeiträge|featuring",
        "producers": "produzent|produzenten|produktion|produzent en|produziert von",
        "seconds": "länge|dauer|laufzeit|zeit|spieldauer|spielzeit",
        "notes": "anmerkung|anmerkungen|besetzung|notizen|bemerkung|bemerkungen|kommentar",
        "edition": "ausgabe|version|edition",
        "work": "werk|nominierung",
        "result": "ergebnis|resultat",
        "poll": "kategorie|preis|preisverleihung|liste|umfrage",
    }
)

_MONTHS: Final = (
    ("januar", "jänner", "jan"),
    ("februar", "feber", "feb"),
    ("märz", "mär", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)

_DATES: Final = DateWords(
    months={name: number for number, names in enumerate(_MONTHS, start=1) for name in names},
    seasons=frozenset({"frühling", "frühjahr", "sommer", "herbst", "winter"}),
    parts=frozenset({"anfang", "mitte", "ende", "früh", "spät"}),
    ordinals=frozenset({"."}),
    conjunctions=frozenset({"und", "sowie", "&", "u."}),
    range_words=frozenset({"bis"}),
    range_openers=frozenset({"zwischen"}),
    openers=frozenset({"im", "in", "am", "an", "vom", "von", "ab", "zwischen", "während"}),
    dotted=True,
)

_ALL_TRACKS: Final = (
    r"all(?:e|en|er) (?:titel|titeln|lieder|liedern|songs|stücke|stücken|kompositionen|tracks|musikstücke)"
)
_NAMES: Final = r"(?P<names>.+?)(?:,? (?:sofern|soweit|wenn|falls|außer|ausgenommen|mit ausnahme|bis auf)\b.*)?"
_SENTENCES: Final = {
    rf"{_ALL_TRACKS} (?:wurden|sind|stammen) von {_NAMES} produziert(?:,.*)?": "producers",
    rf"(?:die |alle )?texte?(?: {_ALL_TRACKS}| zu {_ALL_TRACKS})? (?:wurden?|sind|stamm(?:en|t)) von {_NAMES}(?: (?:geschrieben|verfasst))?(?:,.*)?": "lyricists",
    rf"(?:die )?musik(?: {_ALL_TRACKS}| zu {_ALL_TRACKS})? (?:wurde|ist|stammt) von {_NAMES}(?: (?:geschrieben|komponiert))?(?:,.*)?": "composers",
    rf"{_ALL_TRACKS} (?:(?:wurden|sind|stammen) )?von {_NAMES}(?: (?:geschrieben|komponiert|verfasst))?(?:,.*)?": "writers",
}

GERMAN: Final = Vocabulary(
    sections=_SECTIONS,
    section_words=_SECTION_WORDS,
    keys=_KEYS,
    types=_TYPES,
    disambiguators=_set(
        "album|musikalbum|ep|lied|song|single|soundtrack|livealbum|kompilation|mixtape|musical|film|demo|oper|boxset"
    ),
    periods={
        "jahrescharts": "year_end",
        "jahreschart": "year_end",
        "dekadencharts": "decade_end",
        "jahrzehntcharts": "decade_end",
        "ewige": "all_time",
        "aller zeiten": "all_time",
        "monatscharts": "monthly",
        "wochencharts": "weekly",
    },
    columns=_COLUMNS,
    awards={
        "doppel": 2,
        "doppelt": 2,
        "dreifach": 3,
        "vierfach": 4,
        "fünffach": 5,
        "sechsfach": 6,
        "siebenfach": 7,
        "achtfach": 8,
    },
    no_tracks=_set(
        "anmerkung|anmerkungen|samples|einzelnachweise|quellen|fußnoten|legende|belege|besetzung|mitwirkende|"
        "bonusmaterial"
    ),
    suffixes=_set("jr|sr|jun|sen|ii|iii|iv|gmbh|inc|ltd|llc|ag|kg|mbh"),
    abbreviations=_set(
        "jr|sr|jun|sen|inc|ltd|co|bzw|trad|arr|prod|feat|ft|st|dr|prof|nr|vol|bd|hrsg|hg|ing|usw|u.a|z.b|e.v|"
        "mr|mrs|ms|vs|op|orch|no"
    ),
    note_words=_set(
        "version|versionen|mix|remix|demo|live|edit|take|reprise|instrumental|instrumentalstück|bonus|"
        "bonustitel|bonustrack|akustik|akustisch|akustikversion|unveröffentlicht|zwischenspiel|intro|outro|"
        "mono|stereo|aufnahme|aufgenommen|remastert|remastered|remaster|single|singleversion|albumversion|"
        "radioversion|liveversion|alternative|coverversion|outtake|skit|auszug|ausschnitt|gesprochen|hidden|"
        "radio|extended|medley|konzert|session|fassung|neuaufnahme|original|originalversion|maxiversion|"
        "unplugged|interlude|dub"
    ),
    note_openers=_set("für|aus|nach|teil|gewidmet|inspiriert"),
    list_words=_set("und|sowie"),
    guest_words=frozenset(["mit", "feat.", "Feat.", "featuring", "Featuring", "ft."]),
    band_words=_set("die|das|der|seine|ihre|the|his|her|their"),
    by=frozenset(["von"]),
    by_is_sure=False,
    track_labels=_table(
        {
            "writers": "text und musik|musik und text|geschrieben|autor|autoren",
            "composers": "musik|komponist|komponisten|komponiert|komposition",
            "lyricists": "text|texte|texter|worte|liedtext",
            "producers": "produziert|produzent|produzenten|prod",
            "artists": "gesungen|gesang",
        }
    ),
    sentences=_SENTENCES,
    roles=GERMAN_ROLES,
    dates=_DATES,
    templates=GERMAN_TEMPLATES,
)
