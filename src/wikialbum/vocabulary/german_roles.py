"""German words of credits: instruments, work, and the words that qualify them. Add a word where it belongs."""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.model import RoleWords, ScopeWords, by_phrase, fold

# All words are in small letters, parted by blanks.
_PERFORMANCE: Final = (
    "akkordeon akustikgitarre alphorn alt alt-saxophon altflöte altklarinette altsaxofon altsaxophon background "
    "backgroundgesang backgroundvocals backing balalaika bandoneon banjo bariton baritonsaxofon baritonsaxophon "
    "basedrum bass bassdrum bassflöte bassgitarre bassist bassistin bassklarinette bassposaune becken begleitgesang "
    "blechbläser blockflöte bläser bodhrán bongo bongos bouzouki bratsche bratschen bratschist cajón celesta celli "
    "cellist cellistin cello cembalo chor chorgesang chorleitung chöre congas cornet dirigat dirigent dirigentin dj "
    "djembe dobro drumcomputer drummer drums dudelsack effekte einspielungen elektronik englischhorn erzähler "
    "erzählerin fagott fender fiddle flöte flöten flötist flügel flügelhorn frauenstimme fretless gastgesang "
    "gastmusiker geige geigen geiger geigerin gesang gesänge gitarre gitarren gitarrist gitarristin glocken "
    "glockenspiel gong growling guitar guitars hackbrett hammond hammondorgel harfe harmoniegesang harmoniegesänge "
    "harmonika harmonium hintergrundgesang hintergrundgesänge holzbläser horn hörner instrumente kastagnetten "
    "kehlkopfgesang keyboard keyboarder keyboards kinderchor kirchenorgel klarinette klatschen klavier konga kongas "
    "kontrabass konzertmeister kornett lapsteel laute leadgesang leadgitarre leadguitar leadsänger loops mandoline "
    "maracas marimba marimbaphon maultrommel mellotron melodica minimoog moog mundharmonika mundorgel männerchor "
    "oboe orchester orgel panflöte pauke pauken percussion perkussion perkussionist pfeifen pianist pianistin piano "
    "piccoloflöte posaune posaunen programmierung querflöte rap rapper rassel rezitation rhodes rhythmusgitarre "
    "sampler samples saxofon saxofone saxofonist saxophon saxophone saxophonist schellenkranz schlaginstrumente "
    "schlagwerk schlagzeug schlagzeuger schlagzeugerin scratches screaming shaker shouts sitar slidegitarre "
    "snaredrum solo soloflöte sologesang sologitarre sopran sopransaxofon sopransaxophon soundeffekte spinett "
    "sprecher sprecherin sprechgesang steeldrum steelgitarre stimme stimmen streicher streichquartett synthesizer "
    "synthesizern synthesizers synthies sänger sängerin tabla tambourine tamburin tamburine tasteninstrumente tenor "
    "tenorsaxofon tenorsaxophon theremin timbales timpani toasting tom-toms triangel trommel trommeln trompete "
    "trompeten trompeter tuba turntables ukulele vibrafon vibraphon viola violine violinen violinist violoncello "
    "vocals vocoder waldhorn waschbrett whistle windspiel wurlitzer xylofon xylophon zither zweitstimme zymbal"
)

_WRITING: Final = (
    "arrangement arrangements arrangeur arrangeurin autor autorin bläserarrangement bläserarrangements komponist "
    "komponistin komposition kompositionen libretto liedtext liedtexte lyrics musik orchestrierung songwriter "
    "songwriting streicherarrangement streicherarrangements text texte texter texterin urheber worte übersetzer "
    "übersetzung"
)

_PRODUCTION: Final = (
    "aufnahmeleiter aufnahmeleitung ausführender co-produktion co-produzent gesamtleitung gesamtproduktion "
    "koproduktion koproduzent leitung musikalische produktion produktionsassistenz produktionskoordination "
    "produktionsleitung produzent produzenten produzentin supervision tonregie"
)

_ENGINEERING: Final = (
    "abmischung assistenztoningenieur aufnahme aufnahmen aufnahmetechnik digitalisierung endabmischung engineer "
    "lacquer mastering masterung mischung mix mixing recording remastering remix restaurierung schnitt sound "
    "sounddesign technik techniker tonassistent tonassistenz toningenieur toningenieure toningenieurin tonmeister "
    "tonmischung tontechnik tontechniker tontechnikerin überspielung"
)

_ARTWORK: Final = (
    "art artwork begleittext bild bilder booklet booklettext cover coverbild coverdesign coverfoto coverfotografie "
    "covergestaltung coverillustration design foto fotograf fotografie fotografien fotografin fotos gemälde "
    "gestalter gestaltung grafik grafikdesign grafiker illustration illustrationen illustrator kalligrafie kostüme "
    "layout liner linernotes notes photographie titelbild typografie zeichnung zeichnungen"
)

_BUSINESS: Final = (
    "a&r booking buchung koordination management manager organisation projektkoordination projektleitung "
    "rechtsberatung verlag vertrieb"
)

_VERBS: Final = {
    "writing": "geschrieben komponiert arrangiert getextet orchestriert verfasst",
    "production": "produziert koproduziert",
    "engineering": "aufgenommen gemischt abgemischt gemastert mastered remastert bearbeitet geschnitten remixt",
    "performance": "gespielt gesungen eingespielt programmiert dirigiert gesprochen vorgetragen",
    "artwork": "gestaltet fotografiert gezeichnet entworfen illustriert",
}

_ADJECTIVES: Final = (
    "12 12-saitige 6 6-saitige a acoustic additional akustik akustische akustischer akustisches alle alt "
    "assistierende assistierender ausführende ausführender b-3 b3 background backing bariton bass digitale digitales "
    "diverse dritte dritter e electric elektrische elektrischer elektrisches elektro elektronische erste erster "
    "executive exekutiv fretless grand große großer hammond hohe klassische kleine künstlerische künstlerischer lap "
    "lead leit leitende leitender musikalische musikalischer männliche pedal piccolo präpariertes rhythmus saitige "
    "slide solo sonstige sopran spanische steel string sämtliche technische technischer tenor tiefe upright "
    "verschiedene weibliche weitere weiterer zusätzliche zusätzlicher zusätzliches zweite zweiter zwölfsaitige "
    "zwölfsaitiger"
)

_LINKS: Final = (
    "& a alle am an and andere auf bei by das den der des die etc für im in mit oder sowie u und von weitere zu zum zur"
)

_RANGES: Final = "sopran alt tenor bariton bass kontrabass sopranino"

_SHARED_HEADS: Final = "arrangement arrangements arrangeur programmierung produktion koordination assistenz aufnahme aufnahmen leitung samples loops"

_PHRASES: Final = {
    "performance": "jew's harp|drum computer|sound effekte|spoken word|backing vocals|lead vocals",
    "writing": "streicher arrangement|streicher arrangements|bläser arrangement|bläser arrangements|text und musik|musik und text",
    "production": "ausführender produzent|executive producer|musikalische leitung|künstlerische leitung|zusätzliche produktion",
    "engineering": "sound design|pro tools|assistent tontechnik|zweiter toningenieur",
    "artwork": "art direction|art director|liner notes|künstlerische gestaltung|cover design|cover foto",
    "business": "a&r|künstlerisches management|executive management",
}


def _words(text: str) -> frozenset[str]:
    """The words of a text, as they are looked up."""
    return frozenset(part for word in text.split() for part in fold(word).split())


def _table(groups: dict[str, str]) -> dict[str, str]:
    """Each word with its kind; the first group that has a word decides."""
    table: dict[str, str] = {}
    for kind, text in groups.items():
        for word in sorted(_words(text)):
            table.setdefault(word, kind)
    return table


GERMAN_ROLES: Final = RoleWords(
    nouns=_table(
        {
            "performance": _PERFORMANCE,
            "writing": _WRITING,
            "production": _PRODUCTION,
            "engineering": _ENGINEERING,
            "artwork": _ARTWORK,
            "business": _BUSINESS,
        }
    ),
    verbs=_table(_VERBS),
    adjectives=_words(_ADJECTIVES),
    ranges=_words(_RANGES),
    shared_heads=_words(_SHARED_HEADS),
    links=_words(_LINKS),
    phrases={fold(phrase): kind for phrase, kind in by_phrase(_PHRASES).items()},
    prose=_words(
        "ist sind war waren wurde wurden spielt spielen enthält hat haben dankt danken verwendet bezeichnet kursiv finden findet"
    ),
    scopes=ScopeWords(
        on=frozenset(["auf", "bei", "in"]),
        tracks=frozenset(["lied", "lieder", "liedern", "song", "songs", "stück", "stücke", "stücken"])
        | {"titel", "titeln", "track", "tracks"},
        numbered=frozenset(["lied", "lieder", "liedern", "nr.", "song", "songs", "stück", "stücke", "titel", "titeln"])
        | {"track", "tracks"},
        every=frozenset(["alle", "allen"]),
        but=frozenset(["außer", "bis auf", "ausgenommen"]),
        out=frozenset(["außer", "bis auf", "ausgenommen"]),
        fillers=frozenset(["auf", "bei", "in"]),
        at=frozenset(["im", "bei", "at"]),
    ),
    place_labels=_words("aufnahmeort aufnahmeorte aufnahmestudio aufnahmestudios ort studio studios tonstudio"),
)
