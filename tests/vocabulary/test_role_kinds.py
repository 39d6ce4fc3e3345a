from __future__ import annotations

import pytest

from wikialbum.album import Role
from wikialbum.vocabulary import ENGLISH

#: The usual roles of album credits, by the kind of work that each is.
KINDS: dict[str, str] = {
    "performance": """
        vocals|lead vocals|backing vocals|background vocals|lead and backing vocals|harmony vocals|additional vocals
        choir|chorus|soprano|tenor vocals|voice|spoken word|narration|rap|rapping|beatboxing|whistling|handclaps
        guitar|guitars|acoustic guitar|electric guitar|lead guitar|rhythm guitar|slide guitar|steel guitar
        pedal steel guitar|lap steel guitar|12-string guitar|nylon-string guitar|baritone guitar|classical guitar
        bass|bass guitar|fretless bass|upright bass|double bass|acoustic bass|synth bass|contrabass|electric bass
        drums|drum kit|percussion|additional percussion|congas|bongos|tambourine|shaker|maracas|cowbell|timpani
        cymbals|snare drum|bass drum|drum machine|drum programming|tabla|djembe|cajón|castanets|claves|gong|timbales
        vibraphone|marimba|xylophone|glockenspiel|tubular bells|triangle|woodblock|washboard|spoons|steelpan
        piano|electric piano|grand piano|Fender Rhodes|Rhodes piano|Wurlitzer|Hammond organ|Hammond B-3 organ|organ
        pipe organ|church organ|harpsichord|celesta|clavinet|Mellotron|harmonium|accordion|concertina|melodica
        keyboards|additional keyboards|synthesizer|synthesizers|Moog synthesizer|synth|string synthesizer|theremin
        saxophone|alto saxophone|tenor saxophone|baritone saxophone|soprano saxophone|tenor and baritone saxophones
        clarinet|bass clarinet|flute|alto flute|piccolo|oboe|English horn|cor anglais|bassoon|contrabassoon|recorder
        trumpet|piccolo trumpet|cornet|flugelhorn|trombone|bass trombone|valve trombone|French horn|horn|horns|tuba
        euphonium|brass|woodwinds|reeds|strings|string quartet|violin|first violin|viola|cello|cellos|fiddle|harp|viol
        banjo|mandolin|ukulele|dobro|lute|sitar|bouzouki|autoharp|zither|dulcimer|koto|shamisen|erhu|oud|kora
        harmonica|jew's harp|bagpipes|uilleann pipes|tin whistle|kazoo|ocarina|didgeridoo
        turntables|scratches|sampler|samples|loops|sound effects|electronics|vocoder|talk box|tape loops
        orchestra|conductor|concertmaster|musical director|bandleader|leader|soloist|guest vocals|featured artist
        performer|musician|all instruments|ensemble|choir director|chorus master|cast|gang vocals|crowd noise|harsh vocals
        agogô|resonator guitar|tack piano|floor tom|six-string bass|penny whistle|bass pedals|foley|laughter|voice-over
        children's choir|rehearsal pianist
    """,
    "writing": """
        songwriting|songwriter|songwriters|composer|composition|lyrics|lyricist|music|words|writer|written|composed
        arranger|arrangements|arrangement|string arrangements|horn arrangements|vocal arrangements|brass arrangements
        string and horn arrangements|arranged|arranged and conducted|orchestration|orchestrations|orchestrator
        libretto|book|adaptation|transcription|translation|copyist|choreography|score
    """,
    "production": """
        producer|producers|production|produced|co-producer|co-production|executive producer|executive producers
        additional production|vocal production|vocal producer|associate producer|assistant producer|reissue producer
        stage manager|archivist|research|compilation producer|recording producer|production assistant|production coordinator|production coordination
        remixing|remixer|remix|music supervision|music supervisor|compilation|compiled|reissue production|curated
    """,
    "engineering": """
        engineer|engineers|engineering|engineered|recording engineer|recording|recorded|mixing|mixed|mixer
        mixing engineer|mastering|mastered|mastering engineer|remastering|remastered|assistant engineer
        assistant engineers|additional engineering|second engineer|tape operator|Pro Tools|Pro Tools editing|editing
        digital editing|programming|additional programming|sequencing|restoration|tape transfer|lacquer cut
        sound design|sound engineer|live sound|front of house|monitor engineer|lacquer cutting|Dolby Atmos mixing|piano tuner
        vocal engineer|vocal editing|mix engineer|mixing assistant|technician
        guitar technician|drum technician|tuning|recorded and mixed|mixing and mastering|balance engineer|studio assistant
    """,
    "artwork": """
        photography|photographs|photographer|cover photo|cover photography|cover art|cover artwork|artwork|art direction
        art director|design|designer|graphic design|album design|cover design|sleeve design|package design|layout
        packaging|illustration|illustrations|illustrator|painting|cover painting|liner notes|sleeve notes|booklet notes
        creative direction|creative director|styling|stylist|hair|makeup|lettering|typography|logo|booklet essay
        calligraphy|animation|video director|video|lighting|lighting designer|costumes|stage design|digital imaging
    """,
    "business": """
        A&R|A&R coordination|A&R direction|management|manager|product manager|project manager|project coordinator
        crew|press|merchandise|road manager|security|sample clearance|booking agent|marketing|legal|legal counsel|publicity|promotion|booking|business affairs|artist management|publishing
        published|contractor|orchestra contractor|tour manager|consultant|licensing
    """,
    "other": "Martha|Tillie Garrow|special thanks|catering",
}
ROLES = [
    (role.strip(), kind)
    for kind, table in KINDS.items()
    for line in table.strip().splitlines()
    for role in line.split("|")
]


@pytest.mark.parametrize(("role", "kind"), ROLES)
def test_a_usual_role_has_its_kind(role: str, kind: str) -> None:
    assert Role(role).kind == kind


@pytest.mark.parametrize(("role", "kind"), ROLES)
def test_a_role_has_its_kind_in_any_case(role: str, kind: str) -> None:
    assert ENGLISH.role_kind(role.upper()) == kind


@pytest.mark.parametrize("role", [role for role, kind in ROLES if kind != "other"])
def test_a_usual_role_is_known_as_one(role: str) -> None:
    assert ENGLISH.is_role(role)


@pytest.mark.parametrize(
    "name",
    ["Ann Lee", "Jr.", "Bo Ray III", "The Pips", "Martha", "London", "Ringo Starr", "Brian Eno", "and", "the", ""],
)
def test_a_name_is_no_role(name: str) -> None:
    assert not ENGLISH.is_role(name)


def test_there_are_roles_enough() -> None:
    assert len(ROLES) > 300
