"""The page in a browser: both sides light up together, by pointer and by keys, for everybody. Needs Chromium and selenium."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from wikialbum.inspection import page

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ARTICLES = Path(__file__).parents[1] / "articles"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

JUG = """= Jug (album) =

Jug
- Type: <script>document.title = "run"</script>
- Artist: Ann Lee
- Released: one fine day
- Label: Harvest (UK), Capitol (US)

Jug is the first album of <img src=x onerror="document.title = 'run'"> Ann Lee.

==Track listing==
1. "Dawn" – 3:00
2. "Noon" – 4:00

==Personnel==
- Ann Lee – vocals, harp (track 1)
- Bo Day – drums
""" + "".join(f"- Player {number} – guitar\n" for number in range(60))

TWO_ALBUMS = """{{Infobox film|name=The Rain}}
== Music ==
{{Infobox album|name=The Rain: Score|genre=Score}}
{{Track listing|title1=One|length1=3:10}}
== Songs ==
{{Infobox album|name=The Rain: Songs|released=some day}}
"""


def article(name: str, dialect: str) -> str:
    return (ARTICLES / name / ("plain.txt" if dialect == "plain" else "article.wiki")).read_bytes().decode()


def longest() -> str:
    files = [*ARTICLES.glob("*/plain.txt"), *ARTICLES.glob("*/article.wiki")]
    return max((file.read_bytes().decode() for file in files), key=len)


class Browser:
    """Chromium with one page."""

    def __init__(self, driver: Any, folder: Path) -> None:  # noqa: ANN401 - a class of an extra
        self.driver = driver
        self._folder = folder

    def show(self, text: str, *, width: int = 1400, height: int = 900, scheme: str = "light") -> None:
        """Open the page of an article, in a window of some size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        file = self._folder / "page.html"
        file.write_text(page(text), encoding="utf-8", newline="")
        self.driver.get("about:blank")
        self.driver.get(file.as_uri())

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - of JSON
        return self.driver.execute_script(script, *arguments)

    def at(self, selector: str) -> Any:  # noqa: ANN401 - a class of an extra
        return self.driver.find_element("css selector", selector)

    def link(self, words: str, kind: str) -> Any:  # noqa: ANN401 - a class of an extra
        """The first fact or segment that holds some words."""
        return self.run(
            "return [...document.querySelectorAll(arguments[1])].find(each => each.textContent.includes(arguments[0]))",
            words,
            kind,
        )

    def lit(self, kind: str) -> list[str]:
        """The texts of what is lit of a kind, line ends apart."""
        texts: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0] + '.lit')].map(each => each.textContent.trim())", kind
        )
        return [text for text in texts if text]

    def point_at(self, element: Any) -> None:  # noqa: ANN401 - a class of an extra
        from selenium.webdriver import ActionChains  # noqa: PLC0415 - an extra

        ActionChains(self.driver).move_to_element(element).perform()

    def press(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains, Keys  # noqa: PLC0415 - an extra

        ActionChains(self.driver).send_keys(*(getattr(Keys, key) for key in keys)).perform()

    def focus(self, element: Any) -> None:  # noqa: ANN401 - a class of an extra
        self.run("arguments[0].focus()", element)

    def focused(self) -> str:
        """The text of the element that has the focus."""
        text: str = self.run("return document.activeElement.textContent.trim()")
        return text

    def wait_until_seen(self, element: Any) -> None:  # noqa: ANN401 - a class of an extra
        """Wait until an element stands within its pane."""
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415 - an extra

        inside = """const box = arguments[0].getBoundingClientRect();
            const frame = arguments[0].closest(".pane").getBoundingClientRect();
            return box.top >= frame.top && box.bottom <= frame.bottom;"""
        WebDriverWait(self.driver, 10).until(lambda _: self.run(inside, element))


@pytest.fixture(name="browser", scope="module")
def browser_fixture(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: the extra browser")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if chromium is None or chromedriver is None:
        pytest.skip("needs Chromium and ChromeDriver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what selenium leaves open
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
        yield Browser(driver, tmp_path_factory.mktemp("page"))
        driver.quit()


# ---- pointer ----


def test_pointing_at_a_fact_lights_its_source_and_brings_it_into_view(browser: Browser) -> None:
    browser.show(JUG, height=500)
    fact = browser.link("Player 59", "a.fact")
    browser.point_at(fact)
    assert browser.lit(".seg") == ["- Player 59 – guitar"]
    browser.wait_until_seen(browser.at(".seg.lit"))


def test_pointing_at_the_source_lights_the_facts_read_from_it_and_brings_the_first_into_view(browser: Browser) -> None:
    browser.show(JUG, height=500)
    segment = browser.link("Player 59", ".seg")
    browser.point_at(segment)
    (fact,) = browser.lit(".fact")
    assert "Player 59" in fact
    browser.wait_until_seen(browser.at(".fact.lit"))


def test_pointing_at_a_part_of_a_field_lights_that_part_alone_and_at_its_key_all_that_was_read(
    browser: Browser,
) -> None:
    browser.show(JUG)
    browser.point_at(browser.link("Capitol (US)", ".seg"))
    assert [fact.split("line")[0].split() for fact in browser.lit(".album .fact")] == [["Capitol", "(US)"]]
    browser.point_at(browser.link("- Label: ", ".seg"))
    assert [fact.split()[0] for fact in browser.lit(".album .fact")] == ["Harvest", "Capitol"]
    assert browser.lit(".seg") == ["- Label:", "Harvest (UK)", ",", "Capitol (US)"]


def test_pointing_elsewhere_puts_the_lights_out(browser: Browser) -> None:
    browser.show(JUG)
    browser.point_at(browser.link("Noon", "a.fact"))
    assert browser.lit(".seg") == ['2. "Noon" – 4:00']
    browser.point_at(browser.at("h1"))
    assert browser.lit("") == []


def test_a_doubt_its_note_and_its_place_light_up_together(browser: Browser) -> None:
    browser.show(JUG)
    for selector in (".doubt .fact", ".note"):
        browser.point_at(browser.link("one fine day", selector))
        assert browser.lit(".seg") == ["one fine day"]
        assert len(browser.lit(".note")) == len(browser.lit(".doubt .fact")) == 1


# ---- keys ----


def test_facts_get_the_focus_in_their_order_and_light_their_source(browser: Browser) -> None:
    browser.show(JUG)
    browser.focus(browser.link("Dawn", "a.fact"))
    assert browser.lit(".seg") == ['1. "Dawn" – 3:00']
    browser.press("TAB")
    assert browser.focused().startswith("2 Noon")
    assert browser.lit(".seg") == ['2. "Noon" – 4:00']


def test_enter_jumps_to_the_source_and_escape_goes_back(browser: Browser) -> None:
    browser.show(JUG, height=500)
    browser.focus(browser.link("Player 50", "a.fact"))
    browser.press("ENTER")
    assert browser.focused() == "- Player 50 – guitar"
    assert len(browser.lit(".fact")) == 1
    browser.wait_until_seen(browser.run("return document.activeElement"))
    browser.press("ESCAPE")
    assert browser.focused().startswith("Player 50 guitar")


def test_enter_on_the_source_jumps_to_the_fact_and_jumps_are_undone_one_by_one(browser: Browser) -> None:
    browser.show(JUG)
    browser.focus(browser.link("Bo Day", ".seg"))
    browser.press("ENTER")
    assert browser.focused().startswith("Bo Day drums")
    browser.press("ENTER")
    assert browser.focused() == "- Bo Day – drums"
    browser.press("ESCAPE")
    assert browser.focused().startswith("Bo Day drums")
    browser.press("ESCAPE")
    assert browser.focused() == "- Bo Day – drums"


def test_clicking_a_doubt_jumps_to_its_note_and_the_note_to_the_doubt(browser: Browser) -> None:
    browser.show(JUG)
    browser.link("one fine day", ".doubt .fact").click()
    assert browser.run("return document.activeElement.className") == "note warning lit"
    browser.press("ENTER")
    assert browser.run("return document.activeElement.closest('.facts').className") == "facts doubt"


def test_what_has_the_focus_shows_it(browser: Browser) -> None:
    browser.show(JUG)
    for selector in ("a.fact", "a.seg", "a.note", "nav a", "#filter", ".pane"):
        browser.press("TAB")  # the browser shows the focus of those who use keys
        browser.focus(browser.at(selector))
        outline = browser.run("return getComputedStyle(document.activeElement).outline")
        assert outline.startswith("rgb")
        assert " solid 3px" in outline, selector


def test_the_filter_hides_the_facts_without_the_words_and_says_how_many_are_left(browser: Browser) -> None:
    browser.show(JUG)
    shown = "return [...document.querySelectorAll('.fact')].filter(each => each.offsetParent).length"
    before = browser.run(shown)
    browser.at("#filter").send_keys("player 5")
    assert browser.run(shown) == 11  # 5 and 50 to 59
    assert browser.at("#found").text == f"11 of {before}"
    assert browser.run("return [...document.querySelectorAll('.facts')].filter(each => each.offsetParent).length") == 1
    browser.at("#filter").clear()
    browser.at("#filter").send_keys(" ")
    assert browser.run(shown) == before


# ---- safety ----


def test_script_of_the_article_is_shown_and_not_run_and_nothing_is_fetched(browser: Browser) -> None:
    browser.driver.get_log("browser")
    browser.show(JUG)
    assert browser.driver.title == "Jug – inspected"
    assert 'document.title = "run"' in browser.at(".source").text
    assert browser.run("return document.images.length") == 0
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert browser.driver.get_log("browser") == []


def test_the_policy_stops_script_that_gets_onto_the_page_all_the_same(browser: Browser) -> None:
    browser.show(JUG)
    browser.run(
        """const script = document.createElement("script");
        script.textContent = "document.title = 'run'";
        document.body.append(script);"""
    )
    assert browser.driver.title == "Jug – inspected"
    assert browser.driver.get_log("browser")  # the browser tells that it refused


def test_without_script_facts_still_lead_to_their_source(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.show(JUG)
        link = next(each for each in browser.driver.find_elements("css selector", "a.fact") if "Player 50" in each.text)
        link.click()
        target = browser.at(":target")
        assert target.text == "- Player 50 – guitar"
        assert not browser.at("#filter").is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


# ---- everybody ----


@pytest.mark.parametrize("width", [320, 480, 959, 960, 1400, 2560])
def test_nothing_goes_beyond_the_width_of_the_window(browser: Browser, width: int) -> None:
    wide = "- Genre: " + "W" * 500 + "\n"
    for text in (longest(), f"= {'M' * 300} =\n\nJug\n{wide}- {'K' * 200}: {'V' * 300}\n"):
        browser.show(text, width=width)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
        panes = browser.run(
            "return [...document.querySelectorAll('.pane')].map(each => each.scrollWidth - each.clientWidth)"
        )
        assert panes == [0, 0]


def test_on_a_narrow_screen_the_source_stands_above_the_album(browser: Browser) -> None:
    for width, stacked in ((320, True), (1400, False)):
        browser.show(JUG, width=width)
        source, album = browser.run(
            "return [...document.querySelectorAll('.pane')].map(each => each.getBoundingClientRect().toJSON())"
        )
        assert (album["top"] >= source["bottom"]) is stacked
        assert (album["left"] >= source["right"]) is not stacked


def test_the_header_stays_in_view(browser: Browser) -> None:
    for width in (320, 1400):
        browser.show(JUG, width=width, height=600)
        browser.focus(browser.link("Player 59", "a.fact"))
        assert browser.run("return document.querySelector('header').getBoundingClientRect().top") == 0
        covered = browser.run(
            """const box = document.activeElement.getBoundingClientRect();
            return box.top < document.querySelector("header").getBoundingClientRect().bottom;"""
        )
        assert not covered


def test_colours_follow_the_scheme_of_the_reader(browser: Browser) -> None:
    brightness = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
    browser.show(JUG, scheme="light")
    assert browser.run(brightness) > 200
    browser.show(JUG, scheme="dark")
    assert browser.run(brightness) < 60


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize(
    "text",
    [JUG, TWO_ALBUMS, article("rock-doors-at-seven", "plain"), longest(), "", "prose \0 and \u202e\r\n"],
    ids=["with doubts", "with two albums", "plain", "the longest", "empty", "without facts"],
)
@pytest.mark.parametrize("is_lit", [False, True], ids=["at rest", "lit"])
def test_the_page_keeps_the_rules_of_accessibility(
    browser: Browser, text: str, width: int, scheme: str, *, is_lit: bool
) -> None:
    pytest.importorskip("selenium_axe_python", reason="needs selenium-axe-python: the extra browser")
    browser.show(text, width=width, scheme=scheme, height=4000)
    if is_lit:
        browser.run("document.querySelectorAll('.seg, .fact, .note').forEach(each => each.classList.add('lit'))")
    axe = resources.files("selenium_axe_python") / "axe-core" / "axe.min.js"
    browser.run(axe.read_text(encoding="utf-8"))
    found = browser.driver.execute_async_script(
        "axe.run(document, {runOnly: arguments[0]}).then(arguments[arguments.length - 1])", RULES
    )
    assert len(found["passes"]) > 20
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
