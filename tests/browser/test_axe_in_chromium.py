"""axe-core looks at every page in both themes. It is the dev dependency axe-playwright-python's, under MPL-2.0."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from browser.app_server import Visit, visiting
from playwright.sync_api import Browser
from sample_comparison import INCIDENT, ORGANISATION, QUANTIFIED

from comms_tracker.app.navigation import ENTRIES

pytestmark = pytest.mark.browser

PLACES = (
    *(entry.place for entry in ENTRIES),
    f"change?incident={INCIDENT}&change={QUANTIFIED.id}",
    "search?search_words=operations",
)
GRAVE = ("serious", "critical")


def found(visit: Visit, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds that is serious or critical, each with its rule and the first place of it."""
    if not visit.page.evaluate("typeof window.axe === 'object'"):
        visit.page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    asked = {"resultTypes": ["violations"], **({"runOnly": {"type": "rule", "values": list(rules)}} if rules else {})}
    violations = visit.page.evaluate("asked => axe.run(document, asked).then(found => found.violations)", asked)
    return [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in violations
        if one["impact"] in GRAVE
    ]


def found_in_both_themes(visit: Visit) -> list[str]:
    """What is found in the light theme, and of contrast in the dark one: nothing else differs between them."""
    ground = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    told, light = found(visit), visit.page.evaluate(ground)
    visit.page.emulate_media(color_scheme="dark")
    visit.settle()
    assert visit.page.evaluate(ground) != light
    told += [f"dark {one}" for one in found(visit, ("color-contrast",))]
    visit.page.emulate_media(color_scheme="light")
    return told


def test_axe_finds_nothing_serious_on_any_page_in_either_theme(browser: Browser, sample_app: str) -> None:
    told: dict[str, list[str]] = {}
    with visiting(browser) as visit:
        for place in PLACES:
            visit.open(f"{sample_app}/{place}")
            told[place] = found_in_both_themes(visit)
    assert {place: each for place, each in told.items() if each} == {}


def test_axe_finds_nothing_serious_in_what_is_pasted(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(f"{sample_app}/article")
        visit.page.get_by_label("Paste it here").fill(f"{ORGANISATION} said: “163 operations were cancelled.”")
        visit.page.get_by_role("button", name="Read it").click()
        visit.page.get_by_text("Who says what, in order").wait_for()
        visit.settle()
        assert found_in_both_themes(visit) == []
