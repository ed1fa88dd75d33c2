"""The comms team in chromium: what was said, a draft checked, edited, checked again, and the list taken away."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from time import perf_counter

import pytest
from browser.app_server import Visit, visiting
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

NONCE = "Qvurzelbach"
DRAFT = f"{NONCE} speaks for the trust.\n\nAs a result of the failure, 151 operations were cancelled."
MENDED = DRAFT.replace("151", "136")
QUICK_S = 3.0
"""Seconds that comparing two texts may take once the models are loaded."""


def file_hashes(store: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in store.parent.glob("comms.db*")}


def check(visit: Visit, text: str, verdict: str) -> None:
    visit.page.get_by_label("Paste the draft here").fill(text)
    visit.page.get_by_role("button", name="Check the draft").click()
    visit.page.locator(".ct-verdict", has_text=verdict).wait_for(timeout=60_000)
    visit.settle()


def downloaded(visit: Visit, label: str, to: Path) -> str:
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name=label).click()
    waiting.value.save_as(to)
    return to.read_text(encoding="utf-8")


def test_a_draft_is_checked_from_start_to_end_and_leaves_no_trace(
    browser: Browser, read_app: str, read_store: Path, tmp_path: Path
) -> None:
    before = file_hashes(read_store)
    with visiting(browser) as visit, visiting(browser) as another:
        visit.open(read_app)
        visit.page.get_by_role("link", name="Check a draft").click()
        visit.until_heading("Check a draft")
        assert "What we have said" in visit.text
        said = downloaded(visit, "Download as a table (CSV)", tmp_path / "said.csv").splitlines()
        assert [row["figure"] for row in csv.DictReader(said) if row["what"] == "Cancelled operations"] == ["136"]
        paper = downloaded(visit, "Download to print (HTML)", tmp_path / "said.html")
        assert "<h1>What Barts Health NHS Trust has said: barts-2017</h1>" in paper

        check(visit, DRAFT, "1 thing to look at before the draft goes out")
        assert visit.page.locator(".ct-draft .ct-mark-later").inner_text().endswith("151 operations were cancelled")
        assert "1: a higher figure" in visit.page.locator(".ct-draft").inner_text()
        assert "5 May 2017" in visit.page.locator(".ct-side-earlier").first.inner_text()
        listed = downloaded(visit, "Download the list (CSV)", tmp_path / "list.csv").splitlines()
        found = [(row["kind"], row["line"], row["review"]) for row in csv.DictReader(listed) if row["line"]]
        assert found == [("revised_up", "3", "proposed by the program")]
        check(visit, MENDED, "Nothing in the draft departs from what was said.")

        visit.page.set_input_files("input[type=file]", {"name": "d.txt", "mimeType": "", "buffer": DRAFT.encode()})
        visit.page.locator(".ct-verdict", has_text="1 thing to look at").wait_for()
        assert NONCE not in visit.page.url
        visit.page.get_by_role("link", name="Method").click()
        visit.until_heading("How figures are read")
        visit.page.get_by_role("link", name="Check a draft").click()
        visit.until_heading("Check a draft")
        assert NONCE in visit.page.get_by_label("Paste the draft here").input_value()

        another.open(f"{read_app}/draft")
        assert another.page.get_by_label("Paste the draft here").input_value() == ""
        assert NONCE not in another.page.content()
        for each in (visit, another):
            assert (each.left, each.errors, each.dialogs) == ([], [], [])
    assert file_hashes(read_store) == before
    assert NONCE not in (read_store.parent / "app.log").read_text(encoding="utf-8")


def test_texts_are_compared_quickly_and_narrow_pages_hold_them(browser: Browser, read_app: str) -> None:
    with visiting(browser, width=390, scheme="dark") as visit:
        visit.open(f"{read_app}/compare")
        for number, text in ((1, "A fault closed 3 stations."), (2, "The fault closed 41 stations.")):
            visit.page.get_by_label(f"Text {number}", exact=True).fill(text)
        taken = [compared(visit, f"The fault closed {number} stations.") for number in (41, 52, 63)]
        assert min(taken[1:]) < QUICK_S
        assert "Closed stations: from 3 to 63" in visit.text
        for place in ("compare", "draft", "add", "review"):
            if place != "compare":
                visit.open(f"{read_app}/{place}")
            assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def compared(visit: Visit, text: str) -> float:
    """Seconds until the text stands compared with the first one."""
    field = visit.page.get_by_label("Text 2", exact=True)
    visit.settle()
    if not field.is_visible() or field.evaluate("field => field.closest('[inert]') !== null"):
        visit.page.locator("summary", has_text="The texts").click()
    field.fill(text)
    field.blur()
    visit.settle()
    start = perf_counter()
    visit.page.get_by_role("button", name="Compare", exact=True).click()
    wanted = text.split()[3]
    visit.page.locator("h2.ct-section", has_text=f"to {wanted}").wait_for(timeout=60_000)
    taken = perf_counter() - start
    visit.settle()
    return taken
