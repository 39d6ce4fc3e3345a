"""English words of credits: instruments, work, and the words that qualify them.

All words are folded, each group in alphabetical order. A word that could be of two kinds stands with the first.
"""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.model import RoleWords, ScopeWords

_NOUNS: Final = {
    "performance": """
        808 accordion accordionist accordions adlibs adufe afuche agogo agogô ajaeng alphorn alto altos
        angklung archlute arghul arpeggiator arpeggios atabaque autoharp background backup bagpipe bagpiper
        bagpipes bajo balafon balalaika bamboo bandleader bandmaster bandola bandoneon bandoneón bandura banhu
        banjitar banjo banjoist banjos bansuri baritone baritones baryton bass basses bassist bassists
        bassline basslines bassoon bassoons bata batá bağlama beatbox beatboxing beats bell bells berimbau
        bodhran bodhrán bombard bombarde bombo bongo bongos boobams bouzouki bouzoukis bowl bowls brass bugle
        bullroarer buzuq cabasa caixa caja cajon cajón calliope cast castanets cavaquinho caxixi celesta
        celeste celli cellist cello cellos cembalo chalumeau chant chanting charango chekere cheng chimes
        chitarrone choir choirmaster choirs chorale chorus choruses chorusmaster ciaramella cimbalom cimbasso
        cittern clap clapping claps clarinet clarinetist clarinets clarinettist clave claves clavichord
        clavier clavinet clavinova claviola concertina concertmaster conch conducting conductor conga congas
        continuo contrabass contrabassoon contralto contratenor cor cornet cornets cornett countertenor
        cowbell cowbells crotales crowd crumhorn crwth cuatro cuica cuíca cymbal cymbalist cymbals cümbüş
        daegeum daf dancer dancers darabuka darbuka davul delays dhol dholak dialogue diapason didgeridoo
        dilruba dizi djembe djembes dobro dobros doumbek drones drum drumkit drummer drummers drumming drums
        duduk dulcimer dulcimers dulcitone dumbek dunun effects ektara electone electronica electronics emcee
        englishhorn ensemble erhu esraj euphonium fairlight farfisa feedback fiddle fiddler fiddles fife
        flageolet flautist flexatone fluegelhorn flugel flugelhorn flugelhorns flute flutes flutist foley
        footsteps fortepiano fx gadulka gaida gaita gamelan ganzá gayageum geomungo ghatam gittern glass
        glockenspiel gong gongs growls guan guest guests guimbarde guimbri guiro guitalele guitar guitarist
        guitarists guitarra guitarron guitarrón guitars guqin gurdy gusli guzheng güiro haegeum hammond
        handclap handclaps handpan hardanger harmonica harmonicas harmonies harmonium harmonizer harmony harp
        harpist harps harpsichord heckelphone hichiriki hihat horn hornist horns hulusi igil instrument
        instrumental instrumentalist instrumentation instruments janggu jarana jawharp jug jugs kalimba
        kamancheh kanjira kantele kanun kaval kazoo kazoos kemenche kettledrums keyboard keyboardist
        keyboardists keyboards keys keytar khene kick kokyu komuz kora koto krar langeleik laouto lapsteel
        laptop laud laughs laughter laúd leader linn linndrum lira lirone lithophone loop looping loops lute
        lutes lyra lyre mallets mandocello mandola mandolas mandolin mandolinist mandolins manjira maracas
        marimba marimbas marimbula mbira mellotron mellotrons melodeon melodica melodicas melodies mezzo
        mijwiz minimoog moog mouthharp mpc mridangam musette musician musicians nadaswaram narration narrator
        narrators nay ney ngoni noise noises nyckelharpa oberheim oboe oboes oboist ocarina octapad octet
        omnichord ondes ophicleide optigan orator orchestra orchestral orchestras organ organist organs oud
        palmas pandeiro pandero pandura panflute panpipes pans pedals percussion percussionist percussionists
        percussions performance performer performers phin pianist pianists piano pianoforte pianola pianos
        piccolo pipa pipe pipes piri player players plectrum ponticello psaltery qanun quartet quena quijada
        quintet quinto rabab ranat rap rapper rappers rapping raps ratchet rattle rebab rebec recitation
        reciter recorder recorders reed reeds repetiteur repinique repique requinto rhodes rhymes rhythm
        rhythms riff riffs riq riqq ruan rubab rubboard ryūteki sackbut samisen sampler samplers samples
        sampling sanshin santoor santur sanxian sanza sarangi sarod saron sarrusophone saw sax saxello saxes
        saxophone saxophones saxophonist saz scat scratches scratching screams seaboard section sequencer
        sequencers sequences serpent setar sextet shaker shakers shakuhachi shamisen shawm shehnai shekere
        sheng shinobue shofar shouting shouts shruti singer singers singing sings sintir siren sitar sitarist
        slapstick sleigh smallpipes snaps snare solina solo soloist soloists sopranino soprano sopranos sounds
        soundscape soundscapes sousaphone speaker speech spoken spoons squeezebox steel steelpan steelpans
        stick stomping stomps string strings stylophone suona surbahar surdo surnay synclavier synth
        synthesiser synthesisers synthesizer synthesizers synths tabla tablas tabor taiko talkbox tambora
        tamborim tambour tamboura tambourine tambourines tambura tampura tanbur tanpura tar tarogato tenor
        tenors texture textures theorbo theremin timbale timbales timpani timpanist tiple toaster toasting tom
        tombak toms tonbak trautonium treatments treble tres triangle trio trombone trombones trombonist
        trumpet trumpeter trumpets tuba tubas tubist tubular tumba tumbadora tumbi turntable turntables
        turntablism turntablist txalaparta txistu tárogató ud udu uillean uilleann uke ukelele ukulele
        ukuleles upright valiha veena vibes vibraphone vibraphones vibraphonist vibraslap vielle vihuela vina
        viol viola violas violetta violin violinist violins violist violoncello violone virginals vocal
        vocalise vocalist vocalists vocalization vocalizations vocaloid vocals vocoder voice voiceover voices
        vox washboard waterphone wavedrum whip whispers whistle whistler whistles whistling woodblock
        woodblocks woodwind woodwinds wurlitzer xun xylophone xylophones yangchin yangqin yells yodel yodeling
        yodelling yueqin zabumba zampoña zarb zither zithers zurna
    """,
    "writing": """
        adaptation adaptations arrangement arrangements arranger arrangers author authors book charts
        choreography composer composers composition compositions copyist copyists ghostwriter librettist
        libretto librettos lyric lyricist lyricists lyrics music orchestration orchestrations orchestrator
        orchestrators rhymer score screenplay script scriptwriter scriptwriters songs songwriter songwriters
        songwriting story text texts transcriber transcription transcriptions translation translations
        translator translators words writer writers writing
    """,
    "production": """
        archivist compilation compiler conception coordination coordinator coordinators coproducer curation
        curator direction director directors overdubbing overdubs preproduction presenter presenters producer
        producers production reissue remix remixer remixers remixes remixing research supervision supervisor
        supervisors
    """,
    "engineering": """
        assistance assistant assistants authoring cutting digitization dubbing editing editor editors encoding
        engineer engineering engineers lacquers lathe luthier masterer mastering mix mixer mixers mixes mixing
        monitors op overdub programmer programmers programming recording recordings recordist remastering
        restoration sequencing sound tape tapes taping tech technician technicians technology techs tonmeister
        tracking transfer transfers tuning
    """,
    "artwork": """
        animation annotation annotations art artist artistic artwork artworks booklet calligrapher calligraphy
        cinematography collage concept costume costumes cover covers creative design designer designers
        designs drawing drawings editorial essay essays graphic graphics grooming hair illustration
        illustrations illustrator illustrators image images imaging inlay layout lettering lighting lights
        liner logo makeup notes package packaging painter painting paintings photo photograph photographer
        photographers photographic photographs photography photos pictures portrait portraits poster printing
        retouching sculpture sleeve sleevenotes styling stylist typeset typesetter typesetting typography
        video videography visuals wardrobe web webdesign
    """,
    "business": """
        a&r accounting administration administrator advisor agency agent attorney backline booking bookings
        clearance clearances consultancy consultant consulting contractor counsel crew distribution equipment
        finance fixer lawyer lawyers legal liaison licensing management manager managers marketing merchandise
        merchandising promotion promotions publicist publicists publicity publisher publishers publishing
        representation roadie roadies sales secretary security
    """,
}

_VERBS: Final = {
    "performance": """
        conducted directed led narrated performed played rapped read recited sampled scratched spoken sung
        whistled
    """,
    "writing": """
        adapted arranged choreographed composed copied orchestrated scored transcribed translated written
    """,
    "production": """
        assembled compiled coordinated coproduced curated produced reissued remixed selected supervised
    """,
    "engineering": """
        assisted cut digitised digitized edited encoded engineered mastered mixed overdubbed programmed
        recorded remastered restored sequenced taped tracked transferred
    """,
    "artwork": """
        designed drawn illustrated painted photographed styled
    """,
    "business": """
        licensed managed published
    """,
}

_ADJECTIVES: Final = """
    10 12 3 5 6 7 8 acoustic ad additional african alternate alto ambient analog analogue archival assistant
    associate atmos audio b b3 background backing backup balance baritone baroque barrel bass bell body
    booking bow bowed brass brazilian business c celtic chamber chief chinese choir choral chord chromatic
    church classical clean close co concert contra crash creative cuban custom dance death descant detuned
    digital
    distorted dolby double drum dub dvd e ebow eight electric electro electronic english executive extra
    female fender field film finger first five floor foot four fourth frame french fretless front fuzz gang
    gospel grand grande group guitar gut hammer hand harmony harsh hawaiian held hi high highland hohner home
    horn house human hurdy immersive in indian irish japanese jaw jazz jew's jews junior key keyboard knee
    lacquer lap latin lead left live location low main male melodic melody modular monitor mono mouth music
    muted nashville national native natural nylon oboe of original overall pedal penny percussion percussive
    piccolo picked plucked pocket police portable portuguese post pre prepared press principal processed
    product production project resonator rhythm right road sampled scottish screamed second semi senior
    session set seven short singing six slack slide snare solo soprano sound spanish spatial special stage
    steel stereo string studio supervising supporting surround synth synthesised synthesized tack talking tam
    taurus technical tenor the third tin toy treated treble triple tuned turkish twelve uilleann unclean
    unpitched upright valve various video vienna vintage vinyl vocal vocoded voice wah wind wine wooden
    woodwind
"""

# Voices and instruments of several ranges: `alto and baritone saxophone` is one role, `bass and vocals` are two.
_RANGES: Final = """
    alto baritone bass contrabass descant sopranino soprano tenor treble
"""

# What qualifiers of any kind share: `string and horn arrangements`.
_SHARED_HEADS: Final = """
    arrangement arrangements arranger arrangers assistance assistant assistants charts contractor contractors
    coordination coordinator direction director directors editing engineer engineering engineers loops
    overdubs parts producer producers production programming recording recordings samples section sections
    technician technicians
"""

_LINKS: Final = """
    & all and at by etc for from in of on or other others plus the to with
"""

# Whole roles whose kind their last word does not tell, or whose words are none alone.
_PHRASES: Final = {
    "performance": """
        ad libs | all instruments | background vocals | backing vocals | band leader | bass drum
        body percussion | children's choir | choir director | choir master | choral director | chorus master
        concert master | cor anglais | crowd noise | crowd vocals | drum kit | drum loops | drum machine
        drum machines | drum programming | featured artist | field recordings | foot stomps | frame drum
        gang vocals | guest appearance | hand drum | hi hat | hurdy gurdy | hype man | jew's harp
        keyboard programming | leader | mouth organ | music director | musical director | musical saw
        orchestra director | orchestra leader | recorder | recorders | rehearsal pianist | slack key guitar
        sound effects | special guest | spoken word | string quartet | synth programming
        synthesizer programming | talk box | tam tam | tape effects | tape loops | tom tom | vocal director
        vocal harmonies | vocal percussion | voice over
    """,
    "writing": """
        brass arrangement | brass arrangements | horn arrangement | horn arrangements | liner notes translation
        string arrangement | string arrangements | vocal arrangement | vocal arrangements
    """,
    "production": """
        additional production | album producer | associate production | compilation producer
        executive producer | executive producers | executive production | label coordination | music consultant
        music supervision | music supervisor | musical production | musical supervision | production assistant
        production coordination | production coordinator | recording producer | stage manager | vocal coach
        vocal producer | vocal production
    """,
    "engineering": """
        assistant engineer | assistant engineers | audio editing | audio engineer | balance engineer | drum tech
        drum technician | front of house | guitar tech | guitar technician | lacquer cut | live sound
        mastering engineer | mix assistant | mixing engineer | piano tuner | pre mastering | pro tools
        pro tools editing | re recording mixer | recording engineer | recording engineers | second engineer
        sound design | sound designer | sound engineer | sound mixing | sound programming | sound recording
        studio assistant | tape op | tape operator | vocal editing | vocal engineer | vocal recording
    """,
    "artwork": """
        album design | art direction | art director | back cover | booklet notes | cover art | cover artwork
        cover design | cover photo | creative direction | creative director | graphic design | inner sleeve
        liner notes | make up | sleeve notes | video director | video production | web design
    """,
    "business": """
        a&r | a&r coordination | a&r direction | a&r director | artist management | business affairs
        legal counsel | press | product manager | production manager | project coordination
        project coordinator | radio promotion | road manager | sample clearance | tour manager
    """,
    "other": """
        additional thanks | special thanks | thanks | thanks to | very special thanks
    """,
}

_PROSE: Final = """
    appear appears are contain contains courtesy credited denotes features had has have includes is play plays proceeds signifies
    thank thanks used uses was were
"""

_PLACE_LABELS: Final = """
    location | locations | mastering studio | mastering studios | mixing studio | mixing studios | recording location
    recording locations | recording studio | recording studios | recording venue | recording venues | studio
    studio locations | studios | venue | venues
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> list[str]:
    return [phrase.strip() for line in text.strip().splitlines() for phrase in line.split("|")]


ENGLISH_ROLES: Final = RoleWords(
    nouns={word: kind for kind, text in _NOUNS.items() for word in text.split()},
    verbs={word: kind for kind, text in _VERBS.items() for word in text.split()},
    adjectives=_words(_ADJECTIVES),
    ranges=_words(_RANGES),
    shared_heads=_words(_SHARED_HEADS),
    links=_words(_LINKS),
    phrases={phrase: kind for kind, text in _PHRASES.items() for phrase in _phrases(text)},
    prose=_words(_PROSE),
    scopes=ScopeWords(
        on=frozenset(["on"]),
        tracks=frozenset(["track", "tracks", "song", "songs"]),
        numbered=frozenset(["track", "tracks", "song", "songs", "no.", "nos.", "trk", "trk."]),
        every=frozenset(["all", "every"]),
        but=frozenset(["except", "but"]),
        out=frozenset(["except"]),
        fillers=frozenset(["for", "on"]),
        at=frozenset(["at"]),
    ),
    place_labels=frozenset(_phrases(_PLACE_LABELS)),
)
