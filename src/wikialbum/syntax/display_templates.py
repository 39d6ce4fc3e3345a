"""What the templates of album articles show. A template that is not here shows its positional parameters.

Each rule is a function of a template and of `show`, which gives the display text of a value; the tables below it say
which templates it holds for. Names are compared in small letters, `|` parts them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from wikialbum.patterns import lazy_pattern
from wikialbum.syntax.display import met_unknown
from wikialbum.syntax.inline_nodes import Template

__all__ = ["is_known_template", "show_template"]

Show: TypeAlias = Callable[[str], str]
Rule: TypeAlias = Callable[[Template, Show], str]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LIST_MARK: Final = lazy_pattern(r"(?:\A|\n)[ \t]*+[*#:;]++[ \t]*+")
_LINE_BREAKS: Final = lazy_pattern(r"[ \t]*+\n\s*+")


def show_template(template: Template, show: Show) -> str:
    """What a template shows.

    Args:
        template: The template.
        show: Gives the display text of a value, without outer blanks.
    """
    name = template.title.casefold()
    rule = _RULES.get(name)
    if rule is None:
        rule = next((rule for prefix, rule in _PREFIXES if name.startswith(prefix)), _unknown)
    return rule(template, show)


def is_known_template(title: str) -> bool:
    """Whether it is known what a template of this title shows.

    Examples:
        >>> is_known_template("Nowrap"), is_known_template("lang-de"), is_known_template("Unheard of")
        (True, True, False)
    """
    name = title.casefold()
    return name in _RULES or any(name.startswith(prefix) for prefix, _ in _PREFIXES)


def _value(template: Template, key: str, show: Show) -> str:
    parameter = template.get(key)
    return "" if parameter is None else show(parameter.value)


def _positional(template: Template, show: Show) -> list[str]:
    """The values of the positional parameters, numbered ones too, in order."""
    return [show(each.value) for each in template.parameters if not each.equals or each.key.isdecimal()]


def _unknown(template: Template, show: Show) -> str:
    """Text that a reader sees is not swallowed: positional parameters, and those that are named for a text."""
    shown = [
        show(each.value)
        for each in template.parameters
        if not each.equals or each.key.isdecimal() or each.key.casefold() in _TEXT_KEYS
    ]
    text = " ".join(text for text in shown if text)
    meet = met_unknown.get()
    if meet is not None:
        meet(template, text)
    return text


_TEXT_KEYS: Final = frozenset({"text", "content", "quote", "label"})


def _nothing(_template: Template, _show: Show) -> str:
    return ""


def _constant(text: str) -> Rule:
    return lambda _template, _show: text


def _shows(*keys: str, default: str = "") -> Rule:
    """The first of some parameters that is not empty."""

    def rule(template: Template, show: Show) -> str:
        return next((text for key in keys if (text := _value(template, key, show))), default)

    return rule


def _last(template: Template, show: Show) -> str:
    """The last positional parameter: those before it name a language or a style."""
    values = _positional(template, show)
    return values[-1] if values else ""


def _around(before: str, key: str, after: str = "") -> Rule:
    def rule(template: Template, show: Show) -> str:
        text = _value(template, key, show)
        return f"{before}{text}{after}" if text else ""

    return rule


def _items(template: Template, show: Show) -> str:
    """A list whose items are parameters, or lines of the first one: one line for each."""
    lines = [_LIST_MARK.sub("\n", f"\n{text}") for text in _positional(template, show)]
    return _LINE_BREAKS.sub("\n", "\n".join(lines)).strip()


def _language(template: Template, show: Show) -> str:
    """`{{lang|ja|…}}`: the text behind the language's code."""
    values = _positional(template, show)
    return values[1] if len(values) > 1 else _value(template, "text", show)


def _foreign(template: Template, show: Show) -> str:
    """`{{nihongo|English|kanji|romaji}}`: the first with the others behind it in parentheses."""
    first, *others = [*_positional(template, show)[:3], ""]
    inside = ", ".join(text for text in others if text)
    if not first:
        return inside
    return f"{first} ({inside})" if inside else first


def _reversed_foreign(template: Template, show: Show) -> str:
    """`{{nihongo3|English|kanji|romaji}}`: the reading first."""
    english, kanji, romaji = [*_positional(template, show), "", "", ""][:3]
    inside = ", ".join(text for text in (kanji, english) if text)
    return f"{romaji} ({inside})" if romaji and inside else romaji or inside


def _by_script(template: Template, show: Show) -> str:
    """`{{Korean|hangul=…|rr=…}}`, `{{zh|t=…|p=…}}`: each form once, in the order given."""
    values = (
        show(each.value) for each in template.parameters if each.key.casefold() in _SCRIPT_KEYS or not each.equals
    )
    return ", ".join(dict.fromkeys(text for text in values if text and text not in ("n", "no", "y", "yes")))


_SCRIPT_KEYS: Final = frozenset(
    {"hangul", "hanja", "rr", "mr", "t", "s", "c", "p", "tp", "w", "j", "kanji", "kana", "romaji", "l", "lit"}
)


def _date(template: Template, show: Show) -> str:
    """`{{Start date|1995|10|14|df=yes}}`: a date as its style has it; what is no date is shown as it is."""
    values = _positional(template, show)
    day_first = _value(template, "df", show).casefold() in ("y", "yes", "true", "1")
    return _date_text(values[:3], day_first=day_first) or " ".join(values)


_YEAR_DIGITS: Final = 4


def _date_text(parts: list[str], *, day_first: bool) -> str:
    parts = [str(_MONTHS.index(part) + 1) if part in _MONTHS else part for part in parts]
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= _YEAR_DIGITS]
    if not numbers or len(numbers) != len([part for part in parts if part]):
        return ""
    year, month, day = [*numbers, 0, 0][:3]
    if not month or month > 12:
        return str(year)
    name = _MONTHS[month - 1]
    if not day:
        return f"{name} {year}"
    return f"{day} {name} {year}" if day_first else f"{name} {day}, {year}"


def _film_date(template: Template, show: Show) -> str:
    """`{{Film date|1995|10|14|Venice|1996|2|1|US}}`: a line for each date, its place behind it."""
    values = _positional(template, show)
    day_first = _value(template, "df", show).casefold() in ("y", "yes", "true", "1")
    lines = []
    for at in range(0, len(values), 4):
        date = _date_text(values[at : at + 3], day_first=day_first) or " ".join(values[at : at + 3])
        place = "".join(values[at + 3 : at + 4])
        lines.append(f"{date} ({place})" if place else date)
    return "\n".join(line for line in lines if line.strip())


def _duration(template: Template, show: Show) -> str:
    """`{{Duration|h=1|m=3|s=58}}`, `{{Duration|m=50|s=35}}`, `{{Duration|19:52}}`."""
    values = _positional(template, show)
    if values and not any(template.get(key) for key in "hms"):
        first, *others = [value for value in values if value] or [""]
        if first.strip("0") or len(others) < 2:
            return ":".join([first, *(part.zfill(2) for part in others)])
        return ":".join([others[0], *(part.zfill(2) for part in others[1:])])
    if not any(parts := [_value(template, key, show) for key in "hms"]):
        return ""
    hours, minutes, seconds = (part or "0" for part in parts)
    if hours.lstrip("0"):
        return f"{hours}:{minutes.zfill(2)}:{seconds.zfill(2)}"
    return f"{minutes}:{seconds.zfill(2)}"


def _rating(template: Template, show: Show) -> str:
    """`{{Rating|4|5}}`: `4/5`; out of five where nothing is said."""
    score, most = [*_positional(template, show), "", ""][:2]
    return f"{score}/{most or '5'}" if score else ""


def _rating_of(most: int) -> Rule:
    def rule(template: Template, show: Show) -> str:
        score = _value(template, "1", show)
        return f"{score}/{most}" if score else ""

    return rule


def _circa(template: Template, show: Show) -> str:
    return " – ".join(f"c. {year}" for year in _positional(template, show) if year) or "c."


def _fraction(template: Template, show: Show) -> str:
    """`{{frac|1|4}}`, `{{frac|2|1|4}}`, `{{frac|4}}`."""
    values = [value for value in _positional(template, show) if value]
    if len(values) == 1:
        return f"1/{values[0]}"
    return " ".join([*values[:-2], "/".join(values[-2:])])


def _accidental(template: Template, show: Show) -> str:
    name = _value(template, "1", show)
    return {"sharp": "♯", "flat": "♭", "natural": "♮", "#": "♯", "b": "♭"}.get(name.casefold(), name)


def _after_colon(template: Template, _show: Show) -> str:
    """`{{formatnum:1000}}`: the text behind the colon."""
    return template.title.partition(":")[2].strip()


def _quoted(template: Template, show: Show) -> str:
    text = _value(template, "1", show)
    return f"'{text}'" if text else ""


_DASH = "—"

_TABLE: Final[tuple[tuple[Rule, str], ...]] = (
    (
        _shows("1", "text"),
        ("nowrap|nobr|nobreak|nobreak text|small|smaller|petit|big|bigger|large|larger|huge|nobold|normal|noitalic|"
        "nonitalic|italic|italics|it|bold|strong|em|sup|sub|smallsup|smallsub|code|mono|tt|kbd|var|samp|abbr|abbrlink|"
        "abbrv|tooltip|tooltips|hover title|center|centre|center block|left|right|small caps|smallcaps|sc|allcaps|"
        "strikethrough|s|underline|u|sic|as written|not a typo|typo|proper name|visible anchor|vanchor|nihongo2|"
        "linktext|flag|flagu|flagcountry|flaglist|cast listing|quote|blockquote|cquote|quotation|quote box|bquote|"
        "sort under|nts|number table sorting|formatnum|char|no bold|no italic|title|pad|align|nohover|disputed inline|"
        "background color|highlight|nowrap small|smalldiv|nobold|lrm|rlm|bdi|ltr|rtl|keypress|respell|efn name|hidden|longitem|"
        "rating-christgau"),
    ),
    (
        _items,
        ("hlist|hlist-comma|flatlist|flat list|plainlist|plain list|ubl|ublist|ubt|unbulleted list|unbulleted|cslist|"
        "csl|comma separated entries|comma-separated list|cse|bulleted list|blist|ordered list|numbered list|olist|"
        "collapsible list|flowlist|indented plainlist|pagelist|horizontal list|hlist inline|nblist|br separated entries|"
        "unbullet list|vunblist|ulist|horizontal|columns-list|columns list|column list|startflatlist|startplainlist"),
    ),
    (
        _nothing,
        # footnotes, and doubts of editors
        ("sfn|sfnp|sfnm|sfnmp|sfnref|harvnb|harv|harvtxt|harvp|efn|efn-ua|efn-lr|efn-la|refn|r|rp|ref|ref label|note|"
        "note label|notetag|#tag:ref|citation needed|cn|fact|citation needed span|cb|dubious|clarify|clarification needed|"
        "when|who|which|where|why|how|by whom|whom|according to whom|page needed|verify source|verification needed|vn|"
        "unreliable source|unreliable source?|better source|better source needed|original research inline|or|"
        "failed verification|not in source|nis|vague|dead link|webarchive|cbignore|update inline|update after|specify|"
        "full citation needed|full|primary source inline|self-published inline|third-party inline|sps|discuss|"
        "citation|reflist|references|notelist|refbegin|refend|notes|anchor|anchors|"
        # notices, boxes and layout
        "short description|italic title|italictitle|displaytitle|lowercase title|good article|featured article|"
        "pp-move-indef|pp|clear|clr|-|toc limit|toclimit|toc left|toc right|main|see also|further|about|for|hatnote|"
        "other uses|two other uses|redirect|distinguish|details|portal|portal bar|commons category|commons|commonscat|"
        "sister project links|wikiquote|authority control|normdaten|div col|div col start|div col end|colbegin|colend|"
        "col-begin|col-2|col-3|col-4|col-break|col-end|col div|end div col|nowrap begin|nowrap end|endflatlist|"
        "endplainlist|end flatlist|end plainlist|end|wrap|nobr end|flagicon|flag icon|flagdeco|increase|decrease|steady|"
        "listen|extra music sample|external music video|external media|external video|audio sample|audiosample|youtube|"
        "vimeo|empty section|hidden begin|hidden end|hiddenbegin|hiddenend|collapse top|collapse bottom|extra album cover|extra album cover 2|extra album cover 3|extra artwork|defaultsort|coord|hs|hidden sort key|dtsh|ntsh|ntshfuture|"
        "music ratings|album ratings|album reviews|track listing|tracklist|extra chronology|singles|singlechart|"
        "more citations needed|refimprove|unreferenced|multiple issues|expand section|expand|stub|blp sources|cleanup|"
        "album-stub|ipac-en|ipac-pl|tone inline|shy|zwsp|zwj|zwnj|wbr|br0|lang-icon|in lang|language icon|"
        "certification table top|certification table bottom|extra track listing|certification table summary"),
    ),
    (_language, "lang|rtl-lang|langx|lang-x|wikt-lang"),
    (_last, ("transliteration|transl|translit|ipa|script|resize|font color|color|colored text|fontcolor|legend|font|"
            "hebrew|coloured text|color text|ipa all|smaller font|audio|pronunciation|w-lang")),
    (_shows("lt", "1"), "ill|interlanguage link|interlanguage link multi|illm|ill-wd|link-interwiki|iw2|iw|wikidata link"),
    (_shows("2", "1"), "sort|w|wikipedia|slink|section link|annotated link|lw|link"),
    (_around("lit. '", "1", "'"), "lit|literal translation|lit."),
    (_quoted, "gloss|trans|single+double"),
    (_foreign, "nihongo|nihongo foot|nihongo krt"),
    (_reversed_foreign, "nihongo3"),
    (_by_script, "korean|zh|chinese|zh-cpl|korean name"),
    (_date, ("start date|end date|release date|start date and age|startdate|date|dts|dts2|date table sorting|birth date|"
            "start-date|end date and age|sort date|datetxt")),
    (_film_date, "film date|filmdate|television date"),
    (_duration, "duration|length|playing time"),
    (_rating, "rating|stars|star|rating stars|album rating"),
    (_rating_of(4), "rating-4"),
    (_rating_of(5), "rating-5"),
    (_rating_of(6), "rating-6"),
    (_rating_of(10), "rating-10"),
    (_circa, "circa|c.|ca|ca."),
    (_fraction, "frac|fraction|sfrac|fract|tfrac"),
    (_accidental, "music"),
    (_constant("♯"), "sharp|music sharp"),
    (_constant("♭"), "flat|music flat"),
    (_constant("♮"), "natural"),
    (_constant("'"), "'|apostrophe|`"),
    (_constant("'s"), "'s|'s "),
    (_constant("’"), "’"),
    (_constant("'\""), "'\"|' \""),
    (_constant("\"'"), "\"'|\" '"),
    (_constant("ʻ"), "okina|ʻ"),
    (_constant(" – "), "snd|spnd|snds|spaced ndash|spaced en dash|spndash|spaced endash|spaced en-dash|snd "),
    (_constant(" — "), "spaced mdash|spaced em dash|smd|spmd"),
    (_constant("–"), "ndash|–|en dash|endash|nsndns"),
    (_constant("—"), "mdash|—|em dash|emdash"),
    (_constant(" · "), "·|dot|middot|bullet|•|*|•w|·w|dotdot"),
    (_constant("|"), "!|pipe"),
    (_constant("="), "=|equals"),
    (_constant(" "), "nbsp|space|spaces|thinsp|hair space|thin space|0|ensp|emsp|sp"),
    (_constant("\n"), "br|break|clear break|crlf|newline|-br-"),
    (_constant("..."), "...|ellipsis"),
    (_constant("×"), "×|times|x mark"),
    (_constant("{{"), "((|tlb"),
    (_constant("}}"), "))"),
    (_shows("1", default=_DASH), "n/a|na|nonapplicable|not applicable|dash|nah"),
    (_shows("1", default="Won"), "won|win|award won"),
    (_shows("1", default="Nominated"), "nom|nominated|nomination"),
    (_shows("1", default="Pending"), "pending"),
    (_shows("1", default="TBA"), "tba|tbd"),
    (_shows("1", default="Yes"), "yes|y|aye|tick"),
    (_shows("1", default="No"), "no|cross|nope"),
    (_around("$", "1"), "us$|usd|$"),
    (_around("£", "1"), "gbp|£|pound sterling"),
    (_around("€", "1"), "eur|€|euro"),
    (_around("No. ", "1"), "numero|no.|number"),
    (_around("As of ", "1"), "as of"),
)  # fmt: skip

_RULES: Final[dict[str, Rule]] = {name: rule for rule, names in _TABLE for name in names.split("|")} | {"|": _nothing}

#: Templates known by how their names begin, the longest first.
_PREFIXES: Final[tuple[tuple[str, Rule], ...]] = (
    ("lang-", _shows("1", "text")),
    ("ipa-", _shows("1")),
    ("script/", _shows("1")),
    ("cite ", _nothing),
    ("infobox ", _nothing),
    ("use ", _nothing),
    ("formatnum:", _after_colon),
    ("lc:", _after_colon),
    ("uc:", _after_colon),
    ("ucfirst:", _after_colon),
    ("#", _nothing),
    ("defaultsort:", _nothing),
    ("sortierung:", _nothing),
    ("displaytitle:", _nothing),
    ("int:", _nothing),
)
