"""The last line of `make test`: what passed, what did not, and what was skipped for want of a browser.

    python scripts/verdict.py test-results.xml "mypy, pytest" optional|required

The first argument is pytest's JUnit file, the second the steps that failed (empty where none did), the third whether
browser tests may be skipped.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

BROWSER_TESTS = "tests.browser"
"""Where the tests that drive chromium are, as pytest writes a folder in its results."""
HOW_TO_GET_CHROMIUM = "on Debian or Ubuntu sudo apt-get install chromium, elsewhere CHROMIUM=/path/to/chrome make test."


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tests ran to an end, and how many browser tests ran and were skipped."""

    ran: int
    browser_ran: int
    browser_skipped: int


def count(results: str) -> Counts:
    """The counts of a JUnit file's text; raises xml.etree.ElementTree.ParseError where it is none."""
    ran = browser_ran = browser_skipped = 0
    for case in ET.fromstring(results).iter("testcase"):
        skipped = case.find("skipped") is not None
        in_browser = case.get("classname", "").startswith(BROWSER_TESTS)
        ran += not skipped
        browser_ran += in_browser and not skipped
        browser_skipped += in_browser and skipped
    return Counts(ran, browser_ran, browser_skipped)


def verdict(counts: Counts, failed: str, browser_required: bool) -> tuple[str, int]:
    """The sentence to end with, and the exit status."""
    if failed:
        return f"make test failed: {failed}. What went wrong stands above.", 1
    if counts.ran == 0:
        return "make test failed: no test ran.", 1
    if browser_required and (counts.browser_skipped or not counts.browser_ran):
        return (
            f"make test failed: {counts.browser_ran} browser tests ran and {counts.browser_skipped} were skipped, "
            f"and here they are required. Chromium is missing: {HOW_TO_GET_CHROMIUM}",
            1,
        )
    if counts.browser_skipped:
        return (
            f"make test passed with {counts.ran} tests, but {counts.browser_skipped} browser tests were skipped: "
            f"there is no chromium here. To have them: {HOW_TO_GET_CHROMIUM}",
            0,
        )
    return f"make test passed: {counts.ran} tests, {counts.browser_ran} of them in chromium.", 0


def main(arguments: list[str]) -> int:
    """Print the last line; returns the exit status of `make test`."""
    path, failed, browser = arguments
    try:
        counts = count(Path(path).read_text(encoding="utf-8"))
    except (OSError, ET.ParseError):
        counts = Counts(0, 0, 0)
    sentence, status = verdict(counts, failed, browser == "required")
    print(sentence)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
