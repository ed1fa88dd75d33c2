"""Takes the pictures of the app that the documentation shows; `make screenshots` calls it with tests/ on PYTHONPATH."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from browser.app_server import chromium_at, running_app, visiting
from conftest import find_chromium

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = ((1280, 1440), (390, 1600))
"""Width and height of the window in CSS pixels; high enough to show both wordings and the picture."""

PAGES = {"app": "", "statements": "statements", "method": "method"}
"""Name of the picture and address of the page."""

THEMES = (("light", ""), ("dark", "-dark"))
"""Colour scheme, and what the picture's name ends in."""


def main(folder: Path) -> int:
    """Write a picture of every page for each width and theme into ``folder``; returns the exit status."""
    chromium = find_chromium()
    assert chromium, "scripts/screenshots.sh looks for one first"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "demo.db"
        add = [sys.executable, "-m", "comms_tracker.cli", "add", "corpora/barts-2017", "--db", str(store)]
        subprocess.run(add, check=True, cwd=ROOT)
        with running_app(store, Path(scratch) / "app.log") as address, chromium_at(chromium) as browser:
            for (page, place), (width, height), (scheme, ending) in product(PAGES.items(), WINDOWS, THEMES):
                with visiting(browser, width=width, scheme=scheme) as visit:
                    visit.open(f"{address}/{place}").page.set_viewport_size({"width": width, "height": height})
                    visit.settle()
                    picture = folder / f"{page}-{width}{ending}.png"
                    visit.page.screenshot(path=picture)
                    print(f"wrote {picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
