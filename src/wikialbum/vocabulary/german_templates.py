"""Templates of the German-language encyclopedia that carry facts."""

from __future__ import annotations

from typing import Final

from wikialbum.vocabulary.model import TemplateWords, by_phrase

_CERTIFIERS: Final = {
    "Australien": "ARIA", "Belgien": "BEA", "Brasilien": "PMB", "Dänemark": "IFPI", "Deutschland": "BVMI", "Europa": "IMPALA",
    "Finnland": "IFPI", "Frankreich": "SNEP", "Griechenland": "IFPI", "Italien": "FIMI", "Japan": "RIAJ", "Kanada": "MC",
    "Mexiko": "AMPROFON", "Neuseeland": "RMNZ", "Niederlande": "NVPI", "Norwegen": "IFPI", "Österreich": "IFPI",
    "Polen": "ZPAV", "Portugal": "AFP", "Schweden": "IFPI", "Schweiz": "IFPI", "Spanien": "Promusicae", "Ungarn": "MAHASZ",
    "Vereinigte Staaten": "RIAA", "Vereinigtes Königreich": "BPI",
}  # fmt: skip

GERMAN_TEMPLATES: Final = TemplateWords(
    kinds=by_phrase({"infobox": "infobox musikalbum|infobox lied|infobox musiksingle"}),
    album_charts={},
    single_charts={},
    certifiers={region.casefold(): name for region, name in _CERTIFIERS.items()},
    aggregators={},
    categories=frozenset(["kategorie", "category"]),
    holders=frozenset(),
    neighbours={"vorheriges": "previous", "voriges": "previous", "nächstes": "next"},
    singles={"single #": "title", "datum #": "date"},
)
