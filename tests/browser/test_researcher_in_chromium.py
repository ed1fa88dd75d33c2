"""The researcher's way from a question to a file, in chromium."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyarrow.parquet as pq
import pytest
from browser.app_server import visiting
from playwright.sync_api import Browser

from comms_tracker.store import COUNTED

pytestmark = pytest.mark.browser


def test_a_researcher_searches_narrows_takes_the_results_along_and_comes_back_by_the_link(
    browser: Browser, sample_app: str, tmp_path: Path
) -> None:
    with visiting(browser) as visit:
        page = visit.open(sample_app).page
        page.get_by_role("link", name="Search", exact=True).click()
        visit.until_heading("Search what was said")
        page.get_by_role("textbox", name="Words to look for").fill("operations")
        page.get_by_role("button", name="Search", exact=True).click()
        page.locator(".ct-found").first.wait_for()
        page.get_by_text("Claims", exact=True).click()
        page.get_by_text("Narrow it down", exact=True).click()
        page.get_by_role("spinbutton", name="Figure may be this or more").fill("100")
        page.get_by_role("spinbutton", name="Figure may be this or more").press("Enter")
        page.get_by_role("textbox", name="Unit of the figure").fill(COUNTED)
        page.get_by_role("textbox", name="Unit of the figure").press("Enter")
        page.get_by_text("“136”: read as 136").wait_for()
        visit.settle()
        assert "a very small number" not in visit.text
        assert page.locator(".ct-found").first.inner_text() == "operations"
        assert "f.unit IS NULL" in visit.text
        asked = parse_qs(urlsplit(page.url).query)
        assert (asked["search_words"], asked["search_unit"]) == (["operations"], [COUNTED])
        for label, name in (("CSV", "found.csv"), ("Parquet", "found.parquet")):
            with page.expect_download() as loading:
                page.get_by_role("button", name=label, exact=True).click()
            assert loading.value.suggested_filename == name
            loading.value.save_as(tmp_path / name)
        with (tmp_path / "found.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["low"] for row in rows] == ["136"]
        assert pq.read_table(tmp_path / "found.parquet").column("figure").to_pylist() == ["136"]
        link = page.url
        page.get_by_role("link", name="Read it in its statement").first.click()
        visit.until_heading("Statements side by side")
        visit.open(link)
        assert "“136”: read as 136" in visit.text
        assert "a very small number" not in visit.text
        page.set_viewport_size({"width": 390, "height": 900})
        page.wait_for_timeout(200)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])
