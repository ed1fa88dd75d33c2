"""Adding statements and reviewing what was made of them in chromium, from an empty store to a mended reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.app_server import Visit, running_app, visiting
from playwright.sync_api import Browser, expect

from comms_tracker.store import Store

pytestmark = pytest.mark.browser

FIRST = "A burst main left 12 homes without water. No water was polluted. Thank you for your patience."
SECOND = "The burst main left 450 homes without water. Thank you for waiting."
SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector('.ct-reading-text'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}"""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of the app over a store that is not there yet, and the store's path."""
    with running_app(tmp_path / "comms.db", tmp_path / "app.log") as address:
        yield address, tmp_path / "comms.db"


def press(visit: Visit, label: str) -> None:
    visit.page.get_by_role("button", name=label).click()


def find(visit: Visit, text: str, day: str) -> None:
    visit.page.get_by_label("Paste a statement or an article").fill(text)
    visit.page.get_by_label("Date, where the text gives none", exact=True).fill(day)
    press(visit, "Show what is found")
    expect(visit.page.get_by_label("Text", exact=True)).to_have_value(text)
    visit.settle()
    visit.page.get_by_role("textbox", name="Incident", exact=True).fill("main-2033")
    visit.page.get_by_role("textbox", name="Organisation", exact=True).fill("Harbour Water")
    visit.page.get_by_role("textbox", name="Organisation", exact=True).press("Tab")
    visit.settle()


def test_statements_are_added_reviewed_by_keyboard_and_mended(browser: Browser, empty: tuple[str, Path]) -> None:
    address, path = empty
    with visiting(browser) as visit:
        page = visit.page
        visit.open(f"{address}/add")
        find(visit, FIRST, "2033-06-02")
        press(visit, "Save to the store")
        press(visit, "Cancel")
        expect(page.locator(".ct-aside")).to_contain_text("Cancelled.", timeout=30_000)
        visit.settle()
        page.get_by_role("link", name="What changed").click()
        visit.until_heading("Nothing to compare yet")
        page.get_by_role("link", name="Add").click()
        visit.until_heading("Add statements")

        press(visit, "Save to the store")
        expect(page.get_by_text("main-2033: added 2033-06-02")).to_be_visible(timeout=30_000)
        visit.settle()
        expect(page.get_by_label("Paste a statement or an article")).to_have_value("")
        find(visit, SECOND, "2033-06-09")
        press(visit, "Save to the store")
        expect(page.get_by_text("main-2033: added 2033-06-09")).to_be_visible(timeout=30_000)
        page.get_by_role("link", name="Open the incident").click()
        expect(page.locator("h1.ct-title")).to_contain_text(re.compile("12.*450"), timeout=30_000)

        page.get_by_role("link", name="Review").click()
        visit.until_heading("Review")
        page.get_by_label("Your name").fill("Ann Lee")
        page.get_by_label("Your name").press("Enter")
        visit.settle()
        page.get_by_label("Note (optional)").fill("yyy unn")
        page.get_by_label("Note (optional)").blur()
        visit.settle()
        expect(page.get_by_text("Nobody has decided anything")).to_be_visible()
        page.keyboard.press("y")
        expect(page.get_by_text("confirmed by Ann Lee")).to_contain_text("(“yyy unn”)", timeout=30_000)
        visit.settle()
        page.keyboard.press("u")
        expect(page.get_by_text("Nobody has decided anything")).to_be_visible(timeout=30_000)

        page.get_by_role("radio", name="Readings").click()
        page.locator(".ct-claim").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".ct-table")).to_contain_text("home")
        visit.settle()
        assert page.evaluate(SELECT, "your patience")
        press(visit, "Take the selected words as a missed claim")
        expect(page.get_by_label("Words of the claim, as they stand")).to_have_value("your patience")
        press(visit, "Add the claim")
        expect(page.get_by_text("“your patience” was added by Ann Lee")).to_be_visible(timeout=30_000)
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])
    with Store.open(path, write=False) as store:
        assert "your patience" in [claim.text for claim in store.comparison("main-2033").claims]
