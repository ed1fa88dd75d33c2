"""The bench of the app's pages: it looks at every page, and says whether the goals are met."""

from __future__ import annotations

from pathlib import Path

from app_samples import barts_store

from comms_tracker.app.navigation import ENTRIES
from comms_tracker.app.timing import GOAL_MS, PageTime, measured, time_pages


def test_every_page_is_there_within_its_time(tmp_path: Path) -> None:
    times = time_pages(barts_store(tmp_path / "comms.db"), 1)
    assert [each.page for each in times] == [entry.place for entry in ENTRIES]
    slow = {each.page: each.again for each in times if min(each.again) * 1000 >= GOAL_MS}
    assert slow == {}


def test_it_says_whether_the_goals_are_met() -> None:
    quick = (PageTime("what-changed", 0.5, (0.05, 0.07, 0.06)), PageTime("method", 0.01, (0.01,)))
    slow = (PageTime("what-changed", 2.5, (1.5, 1.7, 1.6)), PageTime("method", 0.01, (0.01,)))
    found = measured(quick, slow, 100_000)
    assert found.rows == (("what-changed", "60", "500", "1600", "2500"), ("method", "10", "10", "10", "10"))
    assert found.lines[0] == "Slowest page over the bundled incidents: 60 ms, which meets the goal of 300 ms."
    assert found.lines[1] == "Slowest page over 100,000 claims: 1600 ms, which misses the goal of 1,000 ms."
