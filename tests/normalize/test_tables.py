from __future__ import annotations

from typing import Any

import pytest

from wikialbum import parse_text


def facts(text: str, field: str) -> list[dict[str, Any]]:
    """The records of a field, without what they leave open."""
    return [
        {key: value for key, value in each.items() if value is not None} for each in parse_text(text).to_dict()[field]
    ]


def chart(name: str, peak: int | None, year: int | None = None, **other: str) -> dict[str, Any]:
    said = {"chart": name, "year": year, "peak": peak, "period": "weekly", **other}
    return {key: value for key, value in said.items() if value is not None}


CHARTS: dict[str, list[dict[str, Any]]] = {
    "| Chart (1992) | Peak position |\n| US Billboard 200 | 24 |\n": [chart("US Billboard 200", 24, 1992)],
    "| Chart (1992–93) | Position |\n| UK Albums (OCC) | 3 |\n": [chart("UK Albums (OCC)", 3, 1992)],
    "| Chart | Peak position |\n| A | — |\n| B | - |\n| C | |\n| D | 4* |\n": [
        chart("A", None),
        chart("B", None),
        chart("C", None),
        chart("D", 4),
    ],
    '| Chart | Peak |\n| A | 1 |\n| "—" denotes a recording that did not chart. |\n': [chart("A", 1)],
    "| Year | Chart | Position |\n| 1992 | A | 24 |\n| B | 3 |\n": [chart("A", 24, 1992), chart("B", 3, 1992)],
    '| Year | Single | Chart | Position |\n| 1992 | "S" | A | 2 |\n| B | 9 |\n| "T" | A | 12 |\n': [
        chart("A", 2, 1992, song="S"),
        chart("B", 9, 1992, song="S"),
        chart("A", 12, 1992, song="T"),
    ],
    "| Chart | Provider(s) | Peak position |\n| A | Billboard | 3 |\n": [chart("A", 3)],
    # the chart of a country is called by the country
    "| Country | Peak position |\n| Spain (PROMUSICAE) | 4 |\n": [chart("Spain (PROMUSICAE)", 4)],
    "| Country | Chart | Peak position |\n| Spain | Top 100 | 4 |\n": [chart("Top 100", 4)],
    "| Release | Oricon Albums Chart | Peak position | Sales |\n| 1992 | Daily Chart | 2 | |\n| Weekly Chart | 4 | 9 |\n": [
        chart("Daily Chart", 2),
        chart("Weekly Chart", 4),
    ],
    # marks of foot-notes
    "| Chart | Peak |\n| A^{[a]} | 8^{[B]} |\n": [chart("A", 8)],
    # no header
    "| US Billboard 200 | 24 |\n| UK Albums | 3 |\n": [chart("US Billboard 200", 24), chart("UK Albums", 3)],
    # each chart a column of its own
    "| Year | US | UK |\n| 1992 | 24 | — |\n": [chart("US", 24, 1992), chart("UK", None, 1992)],
    '| Single | US | UK |\n| "S" | 2 | 5 |\n': [chart("US", 2, song="S"), chart("UK", 5, song="S")],
    '| Year | Title | Peak chart positions |\n| US | UK |\n| 1992 | "S" | 2 | 5 |\n': [
        chart("US", 2, 1992, song="S"),
        chart("UK", 5, 1992, song="S"),
    ],
    # several tables in one
    "| Chart (1992) | Peak |\n| A | 1 |\n| Chart (1993) | Peak |\n| A | 2 |\n": [
        chart("A", 1, 1992),
        chart("A", 2, 1993),
    ],
    # a row that is cut off
    "| Chart (1992) | Peak |\n| A | 1 |\n| B | 1": [chart("A", 1, 1992)],
    "| Chart (1992) | Peak |\n| A | 1 |\n| UK Alb": [chart("A", 1, 1992)],
    "| Chart (1992) | Peak |\n| A | many |\n": [],
}


@pytest.mark.parametrize("table", CHARTS)
def test_a_table_of_charts_gives_peaks(table: str) -> None:
    assert facts(f"==Charts==\n{table}", "charts") == CHARTS[table]


@pytest.mark.parametrize(
    "table",
    [
        "| Year | Poll | Position |\n| 1992 | Pazz & Jop | 4 |\n",
        "| Publication | Rank |\n| Time Out | 3 |\n",
        "| Year | Magazine | List title | Rank |\n| 1992 | Q | Best of 92 | 3 |\n",
        "| Year | Award | Category | Result |\n| 1992 | Mercury | Album | Won |\n",
        "| Publication | Country | Accolade | Year | Rank |\n| Q | UK | Best | 1990 | 12 |\n",
        "| Japan | 120,345 |\n",
        '| "S" | 1992 |\n',
        "| Single | Released |\n| S | 1992 |\n",
    ],
)
@pytest.mark.parametrize("heading", ["Charts", "Accolades", "Reception", "Singles"])
def test_a_table_without_charts_gives_none(heading: str, table: str) -> None:
    assert facts(f"=={heading}==\n{table}", "charts") == []


@pytest.mark.parametrize(
    ("heading", "header", "period"),
    [
        ("Charts", "Chart (1992)", "weekly"),
        ("Weekly charts", "Chart (1992)", "weekly"),
        ("Monthly charts", "Chart (May 1992)", "monthly"),
        ("Year-end charts", "Chart (1992)", "year_end"),
        ("Year-end", "Chart (1992)", "year_end"),
        ("Charts", "Year-end chart (1992)", "year_end"),
        ("Decade-end charts", "Chart (1992–99)", "decade_end"),
        ("All-time charts", "Chart (1992)", "all_time"),
    ],
)
def test_a_heading_or_header_names_the_period(heading: str, header: str, period: str) -> None:
    table = f"==Charts==\n==={heading}===\n| {header} | Position |\n| A | 1 |\n"
    assert facts(table, "charts") == [{"chart": "A", "year": 1992, "peak": 1, "period": period}]


def award(region: str, organization: str | None, name: str | None, multiple: int, units: int | None) -> dict[str, Any]:
    said = {"region": region, "organization": organization, "award": name, "multiple": multiple, "units": units}
    return {key: value for key, value in said.items() if value is not None}


CERTIFICATIONS: dict[str, dict[str, Any] | None] = {
    "| United States (RIAA) | 2× Platinum | 2,000,000^ |": award("United States", "RIAA", "Platinum", 2, 2000000),
    "| Canada (Music Canada) | Gold | 50,000‡ |": award("Canada", "Music Canada", "Gold", 1, 50000),
    "| Japan | 2× Platinum (RIAJ) | |": award("Japan", "RIAJ", "Platinum", 2, None),
    "| UK (BPI) | Double Platinum | 600,000* |": award("UK", "BPI", "Platinum", 2, 600000),
    "| Brazil (ABPD) | Platinum | |": award("Brazil", "ABPD", "Platinum", 1, None),
    "| South Korea | — | 120,345 |": award("South Korea", None, None, 1, 120345),
    "| Worldwide | | 1.1 million |": award("Worldwide", None, None, 1, 1100000),
    "| Worldwide | | over 1.234 million |": award("Worldwide", None, None, 1, 1234000),
    "| Worldwide | | 3,5 million |": award("Worldwide", None, None, 1, 3500000),
    "| Worldwide | | 6–7 million |": None,
    "| Worldwide | | 60,000–70,000 |": None,
    "| US (RIAA) reissue | Gold | 500,000 |": award("US", "RIAA", "Gold", 1, 500000),
    "| Worldwide | | |": None,
    "| * Sales figures based on certification alone. ^ Shipments figures based on certification alone. |": None,
    "| ^ Shipments figures based on certification alone. | | |": None,
    "| Spain (PROMUSICAE) | Pla": None,
    "| US (RIAA) | Platinum | 1,000": award("US", "RIAA", "Platinum", 1, None),
    f"| US (RIAA) | {'9' * 5000}× Platinum | {'9' * 5000} |": award("US", "RIAA", f"{'9' * 5000}× Platinum", 1, None),
}


@pytest.mark.parametrize("row", CERTIFICATIONS, ids=lambda row: row[:40])
def test_a_row_of_certifications_gives_an_award_or_units(row: str) -> None:
    text = f"==Certifications==\n| Region | Certification | Certified units/sales |\n{row}"
    expected = CERTIFICATIONS[row]
    assert facts(text, "certifications") == ([] if expected is None else [expected])


def test_an_organization_may_have_a_column_of_its_own() -> None:
    table = "| Country | Provider | Certification | Units |\n| Spain | PROMUSICAE | Gold | 50,000^ |\n"
    assert facts(f"==Certifications==\n{table}", "certifications") == [award("Spain", "PROMUSICAE", "Gold", 1, 50000)]


def test_a_title_between_two_rows_of_certifications_is_none() -> None:
    table = (
        "| Region | Certification | Units |\n| US (RIAA) | Gold | 500,000 |\n| Summaries |\n| Worldwide | | 900,000 |\n"
    )
    assert facts(f"==Certifications==\n{table}", "certifications") == [
        award("US", "RIAA", "Gold", 1, 500000),
        award("Worldwide", None, None, 1, 900000),
    ]


RATINGS: dict[str, tuple[str | None, float | None, float | None]] = {
    "4/5": ("4/5", 4, 5),
    "3.5/5": ("3.5/5", 3.5, 5),
    "8.8/10": ("8.8/10", 8.8, 10),
    "88%": ("88%", 88, 100),
    "2½/4": ("2½/4", 2.5, 4),
    "★★★★☆": ("★★★★☆", 4, 5),
    "★★½☆☆": ("★★½☆☆", 2.5, 5),
    "★★★": ("★★★", None, None),
    "B+": ("B+", None, None),
    "A−": ("A−", None, None),
    "favorable": ("favorable", None, None),
    "": (None, None, None),
    "—": (None, None, None),
}


@pytest.mark.parametrize("score", RATINGS)
@pytest.mark.parametrize("header", ["| Source | Rating |\n", "| Review scores | |\n| Source | Rating |\n", ""])
def test_a_rating_has_its_number(header: str, score: str) -> None:
    text, value, out_of = RATINGS[score]
    (rating,) = parse_text(f"==Reception==\n{header}| AllMusic | {score} |\n").ratings
    assert (rating.source, rating.score, rating.value, rating.out_of) == ("AllMusic", text, value, out_of)


def test_a_title_between_two_parts_of_a_table_is_no_rating() -> None:
    table = "| Aggregate scores |\n| Source | Rating |\n| Metacritic | 88/100 |\n| Review scores |\n| Source | Rating |\n| Q | 4/5 |\n"
    album = parse_text(f"==Reception==\n{table}")
    assert [(each.source, each.score) for each in album.ratings] == [("Metacritic", "88/100"), ("Q", "4/5")]


def test_a_title_may_have_an_empty_cell_behind_it() -> None:
    table = "| Source | Rating |\n| Metacritic | 88/100 |\n| Review scores | |\n| Source | Rating |\n| Q | |\n| Mojo | B+ |\n"
    album = parse_text(f"==Reception==\n{table}")
    assert [(each.source, each.score) for each in album.ratings] == [
        ("Metacritic", "88/100"),
        ("Q", None),
        ("Mojo", "B+"),
    ]


def test_the_word_for_a_link_is_no_part_of_a_score() -> None:
    album = parse_text("==Reception==\n| Source | Rating |\n| Allmusic | 4.5/5 link |\n| Q | link |\n")
    assert [(each.score, each.value) for each in album.ratings] == [("4.5/5", 4.5), ("link", None)]


@pytest.mark.parametrize("header", ["Organization", "Certifying body", "Provider"])
def test_a_certification_may_have_its_organization_in_a_column(header: str) -> None:
    table = f"| Region | {header} | Certification | Sales |\n| Canada | CRIA | Gold | 50,000 |\n"
    (found,) = parse_text(f"==Certifications==\n{table}").certifications
    assert (found.region, found.organization, found.award, found.units) == ("Canada", "CRIA", "Gold", 50_000)


def test_a_template_may_bring_the_bar_behind_the_attributes_of_its_cell() -> None:
    table = (
        '{| class="wikitable"\n! Region !! Date !! Format !! Catalog\n|-\n'
        '| Europe || 1 May 2020 || CD || rowspan="2" {{n/a}}\n|-\n| Japan || 2 May 2020 || LP\n|}\n'
    )
    album = parse_text(f"==Release history==\n{table}", dialect="wikitext")
    assert [(each.format, each.catalog) for each in album.release_history] == [("CD", None), ("LP", None)]


def test_a_title_between_two_rows_of_ratings_is_none() -> None:
    table = "| Source | Rating |\n| Q | 4/5 |\n| 3/5 |\n| Retrospective reviews |\n| Mojo | B+ |\n"
    album = parse_text(f"==Reception==\n{table}")
    assert [(each.source, each.score) for each in album.ratings] == [("Q", "4/5"), ("Q", "3/5"), ("Mojo", "B+")]


@pytest.mark.parametrize("heading", ["Songs", "Singles", "Song charts"])
def test_a_table_of_songs_below_the_charts_is_no_track_list(heading: str) -> None:
    album = parse_text(f'==Charts==\n==={heading}===\n| Year | Song | UK | US |\n| 1992 | "S" | 2 | — |\n')
    assert album.track_lists == ()
    assert [(each.chart, each.peak, each.song) for each in album.charts] == [("UK", 2, "S"), ("US", None, "S")]


def test_a_rating_that_is_cut_off_is_dropped() -> None:
    assert parse_text("==Reception==\n| Source | Rating |\n| Q | 4").ratings == ()


RELEASES: dict[str, list[tuple[str | None, ...]]] = {
    "| Region | Date | Label | Format | Catalog |\n| US | 14 January 1992 | Duck | CD | D 1 |\n| LP | D 2 |\n": [
        ("US", "1992-01-14", "Duck", "CD", "D 1"),
        ("US", "1992-01-14", "Duck", "LP", "D 2"),
    ],
    "| Country | Release date | Record label | Format(s) | Catalogue no. |\n| UK | May 1992 | WEA | | — |\n": [
        ("UK", "1992-05", "WEA", None, None)
    ],
    "| Date | Region |\n| 1992 | Japan |\n": [("Japan", "1992", None, None, None)],
    "| Region | Date | Label | Format | Ref. |\n| Japan | 1992 | WEA | CD | [1] |\n": [
        ("Japan", "1992", "WEA", "CD", None)
    ],
    "| Region | Date | Label |\n| Japan | 1992 | WE": [("Japan", "1992", "WE", None, None)],
    "| Region | Date | Label |\n| Japan | 199": [("Japan", None, None, None, None)],
    "| Region | Date | Label |\n| | | |\n": [],
}


@pytest.mark.parametrize("table", RELEASES)
def test_a_release_history_gives_releases(table: str) -> None:
    events = parse_text(f"==Release history==\n{table}").release_history
    found = [
        (each.region, str(each.date) if each.date else None, each.label, each.format, each.catalog) for each in events
    ]
    assert found == RELEASES[table]


def test_dates_of_a_tour_are_no_releases() -> None:
    table = "| Date | City | Country | Venue |\n| 12 May 1990 | Cork | Ireland | City Hall |\n"
    for heading in ("Tour", "Release and tour", "Background"):
        assert parse_text(f"=={heading}==\n{table}").release_history == ()


@pytest.mark.parametrize("text", ["|\n", "| |\n", "| | |\n|\n", "|", "| Chart", "| Chart |\n| Chart |\n"])
def test_an_empty_table_says_nothing(text: str) -> None:
    album = parse_text(f"==Charts==\n{text}")
    assert (album.charts, album.ratings, album.certifications, album.release_history) == ((), (), (), ())


@pytest.mark.parametrize("heading", ["Singles on the album", "Charts", "Legacy"])
def test_a_header_over_several_charts_makes_a_table_of_charts(heading: str) -> None:
    header = "! rowspan=2 | Year !! rowspan=2 | Single !! colspan=2 | Peak chart positions\n|-\n! US !! UK\n"
    row = '|-\n| 1992 || "S" {{small|(with Ann Lee)}} || 3 || —\n'
    assert facts(f"=={heading}==\n{{|\n{header}{row}|}}\n", "charts") == [
        chart("US", 3, 1992, song="S"),
        chart("UK", None, 1992, song="S"),
    ]


def test_the_song_of_a_double_a_side_is_a_medley() -> None:
    table = '| Year | Single | Chart | Position |\n| 1992 | "S"/"T" | US | 3 |\n'
    assert facts(f"==Charts==\n{table}", "charts") == [chart("US", 3, 1992, song="S / T")]


@pytest.mark.parametrize(
    ("header", "row", "release"),
    [
        (
            "Year | Country | Label | Format",
            "September 2001 | Brazil | Dubas | CD",
            {"region": "Brazil", "date": "2001-09", "label": "Dubas", "format": "CD"},
        ),
        (
            "Year | Label | Catalog number | Notes",
            "1961 | Riverside | RLP 12-344 | Mono",
            {"date": "1961", "label": "Riverside", "catalog": "RLP 12-344"},
        ),
    ],
)
def test_a_column_of_years_dates_releases(header: str, row: str, release: dict[str, str]) -> None:
    assert facts(f"==Releases==\n| {header} |\n| {row} |\n", "release_history") == [release]


def test_the_items_of_a_list_in_a_release_are_joined_by_commas() -> None:
    row = "| {{hlist|[[CD]]|LP}} || Virgin<br>(reissue) || A1<br>A2\n"
    table = f"{{|\n! Region !! Format !! Label !! Catalog\n|-\n| UK\n{row}|}}\n"
    assert facts(f"==Release history==\n{table}", "release_history") == [
        {"region": "UK", "label": "Virgin (reissue)", "format": "CD, LP", "catalog": "A1, A2"}
    ]


@pytest.mark.parametrize("mark", ["!", "|"])
def test_a_cell_over_all_columns_is_the_title_of_what_follows(mark: str) -> None:
    header = "! Region !! Certification !! Units\n|-\n| US (RIAA) || Gold || 500,000\n"
    table = f"{{|\n{header}|-\n{mark} colspan=3 | Summaries\n|-\n| Worldwide || {{{{n/a}}}} || 900,000\n|}}\n"
    assert [each["region"] for each in facts(f"==Certifications==\n{table}", "certifications")] == ["US", "Worldwide"]
