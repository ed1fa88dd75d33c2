"""Takes the pictures of the app that the documentation shows; `make screenshots` calls it with tests/ on PYTHONPATH."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from browser.app_server import Visit, chromium_at, running_app, visiting
from conftest import find_chromium

from comms_tracker.app.words import article as article_words
from comms_tracker.app.words import compare as compare_words
from comms_tracker.app.words import draft as draft_words

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "corpora" / "barts-2017"
WINDOWS = ((1280, 1440), (390, 1600))
"""Width and height of the window in CSS pixels; high enough to show both wordings and the picture."""

PAGES = {
    "app": "",
    "incident": "incident",
    "change": "change",
    "statements": "statements",
    "draft": "draft",
    "compare": "compare",
    "search": "search?search_words=operations&search_in=Claims",
    "article": "article",
    "add": "add",
    "review": "review",
    "method": "method",
}
"""Name of the picture and address of the page."""

THEMES = (("light", ""), ("dark", "-dark"))
"""Colour scheme, and what the picture's name ends in."""

PATIENCE_MS = 240_000
"""For what a click reads: the first of them loads the models."""

DRAFT = "136 operations had to be cancelled. No chemotherapy appointments were affected, and all systems work again."


def check_draft(visit: Visit) -> None:
    """Types a draft, so that the page shows what it would change."""
    visit.page.get_by_label(draft_words.TEXT).fill(DRAFT)
    visit.page.get_by_role("button", name=draft_words.CHECK).click()
    visit.page.locator(".ct-draft").wait_for(timeout=PATIENCE_MS)


def compare_two(visit: Visit) -> None:
    """Drops two of the case's statements, so that the page shows what changed."""
    visit.page.locator("input[type=file]").set_input_files(sorted(CASE.glob("*.md"))[:2])
    visit.settle()
    visit.page.get_by_role("button", name=compare_words.COMPARE, exact=True).click()
    visit.page.locator(".ct-pair").first.wait_for(timeout=PATIENCE_MS)


def read_article(visit: Visit) -> None:
    """Drops the case's article, so that the page shows what is in it."""
    visit.page.locator("input[type=file]").set_input_files(sorted((CASE / "articles").glob("*.md"))[:1])
    visit.settle()
    visit.page.get_by_role("combobox").click()
    visit.page.get_by_role("option").first.click()
    visit.page.get_by_role("button", name=article_words.READ).click()
    visit.page.locator(".ct-pair").first.wait_for(timeout=PATIENCE_MS)


DONE_FIRST: dict[str, Callable[[Visit], None]] = {
    "draft": check_draft,
    "compare": compare_two,
    "article": read_article,
}
"""What is done on a page before its picture is taken, by the name of the picture."""

SHOWN_FROM = {"draft": f".ct-section:has-text('{draft_words.RESULT}')"}
"""What stands at the top of a picture, where that is not the top of its page."""

TO_THE_TOP = """
heading => {
  const main = document.querySelector('[data-testid=stMain]');
  const above = heading.getBoundingClientRect().top - main.getBoundingClientRect().top;
  main.scrollBy(0, above - 80);
}
"""


def pictures(address: str, visit: Visit) -> Iterator[str]:
    """Opens one page after another in this visit's theme; the name of each picture that can be taken then."""
    for name, place in PAGES.items():
        visit.page.set_viewport_size({"width": 1280, "height": 900})
        visit.open(f"{address}/{place}")
        if name in DONE_FIRST:
            DONE_FIRST[name](visit)
            visit.settle()
        for width, height in WINDOWS:
            visit.page.set_viewport_size({"width": width, "height": height})
            visit.page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")
            visit.settle()
            if name in SHOWN_FROM:
                visit.page.locator(SHOWN_FROM[name]).evaluate(TO_THE_TOP)
            yield f"{name}-{width}"


def main(folder: Path) -> int:
    """Write a picture of every page for each width and theme into ``folder``; returns the exit status."""
    chromium = find_chromium()
    assert chromium, "scripts/screenshots.sh looks for one first"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "demo.db"
        subprocess.run(
            [sys.executable, "-m", "comms_tracker.cli", "add", str(CASE), "--db", str(store)], check=True, cwd=ROOT
        )
        with running_app(store, Path(scratch) / "app.log") as address, chromium_at(chromium) as browser:
            for scheme, ending in THEMES:
                with visiting(browser, scheme=scheme) as visit:
                    for name in pictures(address, visit):
                        picture = folder / f"{name}{ending}.png"
                        visit.page.screenshot(path=picture)
                        print(f"wrote {picture}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
