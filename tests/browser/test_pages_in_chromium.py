"""What a person sees in chromium."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browser.app_server import visiting
from playwright.sync_api import Browser, Page
from sample_comparison import ADDED, INCIDENT

pytestmark = pytest.mark.browser

AA_TEXT, AA_LARGE = 4.5, 3.0
"""Contrast ratios of WCAG 2.2, 1.4.3."""

CONTRAST = """
selector => [...document.querySelectorAll(selector)].map(element => {
  const rgb = colour => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  let ground = element;
  while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
  const [darker, lighter] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
    .map(colour => light(rgb(colour))).sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
})
"""


MEETING = """
[...document.querySelectorAll('.ct-lane, .ct-days')].flatMap(lane => {
  const words = [...lane.querySelectorAll('.ct-said, .ct-break > span, .ct-day')].map(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [one.textContent, range.getBoundingClientRect()];
  });
  return words.flatMap(([said, one], at) => words.slice(at + 1)
    .filter(([_, other]) => one.left < other.right && other.left < one.right && one.top < other.bottom
      && other.top < one.bottom)
    .map(([other]) => [said, other]));
})
"""
"""The words of a timeline that lie over one another, two by two."""


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_first_page_says_what_changed_and_nothing_leaves_the_computer(browser: Browser, read_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(read_app)
        assert visit.page.inner_text("h1") == "Cancelled operations: from “a very small number” to 136"
        earlier, later = visit.page.locator(".ct-pair").first.locator("article").all()
        assert "a very small number" in earlier.locator("mark").inner_text()
        assert "136" in later.locator("mark").inner_text()
        assert "28 April 2017" in earlier.inner_text()
        assert "5 May 2017" in later.inner_text()
        assert "Proposed by the program" in visit.text
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_every_page_is_reached_from_the_first_without_an_error(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(sample_app)
        for name, heading in (("Method", "How figures are read"), ("What changed", "Homes: from 8 to 900")):
            visit.page.get_by_role("link", name=name, exact=True).click()
            visit.until_heading(heading)
            visit.settle()
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_both_wordings_stand_beside_each_other_where_there_is_room_and_are_told_apart_without_colour(
    browser: Browser, sample_app: str
) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/change?incident={INCIDENT}")
        for width, beside in ((1280, True), (390, False)):
            visit.page.set_viewport_size({"width": width, "height": 900})
            cards = visit.page.locator(".ct-pair").first.locator("article").all()
            earlier, later = (one.bounding_box() for one in cards)
            assert earlier is not None
            assert later is not None
            assert (later["x"] > earlier["x"] + earlier["width"]) is beside
            assert (later["y"] > earlier["y"] + earlier["height"]) is not beside
        styles = visit.page.evaluate(
            "['earlier', 'later'].map(side => getComputedStyle(document.querySelector('.ct-mark-' + side)))"
            ".map(style => [style.textDecorationLine, style.textDecorationStyle])"
        )
        assert styles == [["underline", "solid"], ["underline", "double"]]
        assert visit.page.locator(".ct-tag-earlier").first.inner_text() == "earlier wording"
        assert visit.page.locator(".ct-tag-later").first.inner_text() == "later wording"


def test_no_page_is_wider_than_its_window_nor_at_twice_its_size(browser: Browser, sample_app: str) -> None:
    with visiting(browser, 640) as visit:
        for place in ("", "incident", "change", "statements", "method"):
            visit.open(f"{sample_app}/{place}")
            for width in (640, 390):
                visit.page.set_viewport_size({"width": width, "height": 900})
                visit.page.wait_for_timeout(200)
                wide, room = visit.page.evaluate(
                    "(() => { const main = document.querySelector('[data-testid=stMain]');"
                    " return [main.scrollWidth, main.clientWidth] })()"
                )
                assert wide <= room == width, (place, width)


def test_a_link_to_a_page_begins_where_text_begins_and_is_whole(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/incident")
        left = visit.page.locator(".ct-lead").evaluate("lead => lead.getBoundingClientRect().left")
        first = visit.page.locator("[data-testid=stPageLink] a p").first
        assert first.evaluate("words => words.getBoundingClientRect().left") == left
        assert first.evaluate("words => words.scrollWidth - words.clientWidth") <= 0


def test_no_words_of_a_timeline_lie_over_one_another(browser: Browser, sample_app: str) -> None:
    with visiting(browser, 390) as visit:
        for incident in (INCIDENT, "storm-2020", "flood-2016"):
            visit.open(f"{sample_app}/incident?incident={incident}")
            assert visit.page.locator(".ct-said").count() > 1
            assert visit.page.evaluate(MEETING) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_in_both_themes(browser: Browser, sample_app: str, scheme: str) -> None:
    with visiting(browser, scheme=scheme) as visit:
        visit.open(f"{sample_app}/change?incident={INCIDENT}")
        for selector, least in (
            ("h1.ct-title", AA_LARGE),
            (".ct-lead", AA_TEXT),
            (".ct-kicker", AA_TEXT),
            (".ct-label", AA_TEXT),
            (".ct-about", AA_TEXT),
            (".ct-date", AA_TEXT),
            (".ct-role", AA_TEXT),
            (".ct-mark", AA_TEXT),
            (".ct-tag", AA_TEXT),
            (".ct-source", AA_TEXT),
            (".ct-quiet", AA_TEXT),
            (".ct-facts dt", AA_TEXT),
            (".ct-table th", AA_TEXT),
        ):
            ratios = visit.page.evaluate(CONTRAST, selector)
            assert ratios, selector
            assert min(ratios) >= least, selector


def test_hostile_text_is_only_text(browser: Browser, hostile_app: str) -> None:
    with visiting(browser, width=390) as visit:
        for place in ("", "incident", "change", "statements"):
            visit.open(f"{hostile_app}/{place}")
            assert "<script>window.hacked=1</script>" in visit.text
            assert visit.page.evaluate("window.hacked") is None
            assert visit.page.locator(":is(.stHtml, .pair) :is(img, script, b)").count() == 0
            assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_looking_leaves_the_store_as_it_was(browser: Browser, sample_app: str, sample_store: Path) -> None:
    def state() -> dict[str, str]:
        files = sample_store.parent.glob("comms.db*")
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    before = state()
    with visiting(browser) as visit:
        for place in ("", f"incident?incident={INCIDENT}", f"change?change={ADDED.id}", "statements"):
            visit.open(f"{sample_app}/{place}")
    assert state() == before


def test_the_app_tells_its_own_address_and_logs_no_word_of_a_statement(
    browser: Browser, read_app: str, read_store: Path
) -> None:
    with visiting(browser) as visit:
        assert "a very small number" in visit.open(read_app).text
    told = (read_store.parent / "app.log").read_text(encoding="utf-8")
    assert read_app in told
    assert "small number" not in told
    assert "0.0.0.0" not in told
