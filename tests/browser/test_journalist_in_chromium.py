"""The journalist's journey in chromium: from the first page to both texts, a citation and files to take away."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browser.app_server import Visit, visiting
from playwright.sync_api import Browser
from sample_comparison import ADDED, FIRST, INCIDENT, OPERATIONS_LATER, QUANTIFIED, SECOND

pytestmark = pytest.mark.browser

OPENED = "Cancelled operations: from “a very small number” to 136"


def query(visit: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(visit.page.url).query)


def follow(visit: Visit, label: str, heading: str) -> None:
    visit.page.get_by_role("link", name=label, exact=True).first.click()
    visit.until_heading(heading)


def test_from_the_first_page_to_a_change_and_what_to_take_from_it(
    browser: Browser, sample_app: str, tmp_path: Path
) -> None:
    with visiting(browser) as visit:
        visit.open(sample_app)
        visit.page.get_by_role("link", name="Open this incident").first.click()
        visit.until_heading(OPENED)
        assert urlsplit(visit.page.url).path == "/incident"
        lane = visit.page.get_by_role("img", name="28 April 2017: a very small number")
        assert lane.locator(".ct-band").get_attribute("title").endswith("survey, 46 readers")
        follow(visit, "Open the main change", OPENED)
        assert query(visit) == {"incident": [INCIDENT], "change": [QUANTIFIED.id]}

        citation = visit.page.locator("[data-testid=stCode]").first
        assert f"change?incident={INCIDENT}&change={QUANTIFIED.id}" in citation.inner_text()
        visit.page.get_by_role("tab", name="Questions").click()
        assert "Which operations does “136” cover?" in visit.page.get_by_role("tabpanel").inner_text()
        visit.page.get_by_role("tab", name="Downloads").click()
        for label, start in (
            ("This change as one page", b"<!doctype html>"),
            ("Picture for print (SVG)", b"<svg"),
            ("Picture (PNG)", b"\x89PNG"),
        ):
            with visit.page.expect_download() as waiting:
                visit.page.get_by_role("button", name=label).click()
            waiting.value.save_as(tmp_path / "taken")
            assert (tmp_path / "taken").read_bytes().startswith(start)
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_choosing_a_claim_lights_its_partner_without_another_run(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/change?incident={INCIDENT}&change={ADDED.id}")
        runs = "document.querySelector('[data-testid=stApp]').getAttribute('data-test-script-run-id') ?? 0"
        before = visit.page.evaluate(runs)
        claims = visit.page.locator(".pair [data-claim]")
        earlier = claims.filter(has_text="a very small number").first
        earlier.focus()
        earlier.press("Enter")
        lit = visit.page.locator(".pair .lit")
        assert lit.all_inner_texts() == [
            "cancel a very small number of elective operations, those that relied on images",
            "136 operations were cancelled",
        ]
        assert (
            visit.page.locator(".pair .status").inner_text() == "Linked claim: Now a number. Proposed by the program."
        )
        claims.filter(has_text="chemotherapy").first.click()
        assert (
            visit.page.locator(".pair .status")
            .inner_text()
            .startswith("Not found in the earlier of the two statements")
        )
        assert visit.page.evaluate(runs) == before
        assert visit.page.locator("[data-test-script-state=running]").count() == 0


def test_the_pair_stands_side_by_side_where_there_is_room_and_as_one_text_where_there_is_not(
    browser: Browser, sample_app: str
) -> None:
    place = f"{sample_app}/change?incident={INCIDENT}&change={QUANTIFIED.id}"
    with visiting(browser) as visit:
        visit.open(place)
        pair = visit.page.locator(".pair")
        pair.locator(".pane").last.wait_for()
        assert pair.locator(".pane").count() == 2
        assert pair.get_by_role("button", name="Word differences").count() == 0
        assert "These two texts have few words in common" in pair.inner_text()
        visit.page.set_viewport_size({"width": 390, "height": 900})
        pair.locator(".merged").last.wait_for()
        assert [text[:30] for text in pair.locator(".merged").all_inner_texts()] == [FIRST.text[:30], SECOND.text[:30]]
        assert pair.locator("ins, del").count() == 0
        assert ["28 April 2017" in pair.inner_text(), "5 May 2017" in pair.inner_text()] == [True, True]
        assert visit.page.locator(f".merged [data-claim='{OPERATIONS_LATER.id}']").count() == 1
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_two_texts_that_share_words_are_marked_word_by_word(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/change?incident=flood-2016")
        pair = visit.page.locator(".pair")
        pair.locator(".pane").last.wait_for()
        assert pair.locator("ins, del").count() == 0
        pair.get_by_role("button", name="Word differences").click()
        assert pair.locator(".pane.earlier del").count() > 0
        assert pair.locator(".pane.later ins").count() > 0
        pair.get_by_role("button", name="In one column").click()
        assert pair.locator(".merged").count() == 1
        assert pair.locator(".merged del, .merged ins").count() > 1


def test_a_link_reopens_a_change_and_a_narrowed_list(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/incident?incident={INCIDENT}")
        visit.page.get_by_role("combobox", name="How sure").press("ArrowDown")
        visit.page.locator("[role=option]", has_text="Very likely").click()
        visit.until("location.search.includes('sure=')")
        visit.settle()
        link = visit.page.url
        assert "3 of 5 changes are shown." in visit.text
        visit.page.get_by_role("link", name="Open this change").first.click()
        visit.until("location.pathname === '/change'")
        change, heading = visit.page.url, "Cancelled chemotherapy appointments: “several hundred”"
        visit.until_heading(heading)
        visit.page.go_back()
        visit.until("location.pathname === '/incident'")
    with visiting(browser) as another:
        assert "3 of 5 changes are shown." in another.open(link).text
        assert another.open(change).page.inner_text("h1") == heading


def test_long_texts_begin_at_their_claims_and_move_together_from_claim_to_claim(
    browser: Browser, sample_app: str
) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/change?incident=flood-2016")
        earlier, later = visit.page.locator(".pane.earlier .text"), visit.page.locator(".pane.later .text")
        later.wait_for()
        shown = [claim.evaluate(IN_SIGHT) for claim in (earlier.locator(".main"), later.locator(".main"))]
        assert shown == [True, True]
        earlier.hover()
        visit.page.mouse.wheel(0, 2000)
        visit.page.wait_for_timeout(300)
        assert not earlier.locator(".main").evaluate(IN_SIGHT)
        assert earlier.evaluate("pane => pane.scrollTop") > 0
        visit.page.mouse.wheel(0, -5000)
        visit.page.wait_for_timeout(300)
        assert earlier.locator(".main").evaluate(IN_SIGHT)
        assert later.locator(".main").evaluate(IN_SIGHT)


IN_SIGHT = """mark => {
  const [outer, inner] = [mark.closest('.text').getBoundingClientRect(), mark.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}"""
