"""How long the app's own work for each page takes: what the server does between a look or a click and its answer.

Streamlit's own tester runs the pages: the browser's time, the network's and the tester's have no part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from comms_tracker.app.navigation import ENTRIES
from comms_tracker.bench.machine import this_machine
from comms_tracker.bench.results import Measured, verdict

TAKEN = "seconds of the app's own work"


GOAL_MS, GOAL_LARGE_MS = 300, 1000
"""Milliseconds of the app's own work for a page, over the bundled incidents and over a store of 100,000 claims."""

HEADINGS = ("page", "bundled ms", "first look", "large ms", "first look")


@dataclass(frozen=True, slots=True)
class PageTime:
    """One page over one store: seconds of the first look, at which nothing of the store is kept, and of each other."""

    page: str
    first: float
    again: tuple[float, ...]

    @property
    def typical(self) -> float:
        """The median of the looks after the first, in seconds."""
        return median(self.again)


def time_pages(store: Path, rounds: int, pages: Sequence[str] = ()) -> tuple[PageTime, ...]:
    """Each page of the app (or those named by the last part of their address), looked at ``rounds`` times and once."""
    import streamlit as st
    from streamlit.logger import set_log_level

    # Outside a server Streamlit warns at every run. Reading its settings for the first time sets the level back.
    st.get_option("logger.level")
    set_log_level("error")
    wanted = pages or [entry.place for entry in ENTRIES]
    _look(store, wanted[0])  # What is imported once for all pages is no page's own work.
    times = []
    for page in wanted:
        st.cache_resource.clear()
        first = _look(store, page)
        times.append(PageTime(page, first, tuple(_look(store, page) for _ in range(rounds))))
    return tuple(times)


def measured(bundled: Sequence[PageTime], large: Sequence[PageTime], claims: int) -> Measured:
    """The times of the same pages over two stores, as they are shown and kept; the large one has so many ``claims``."""
    rows = tuple(
        (one.page, _ms(one.typical), _ms(one.first), _ms(other.typical), _ms(other.first))
        for one, other in zip(bundled, large, strict=True)
    )
    slowest, slowest_large = (max(each.typical for each in times) * 1000 for times in (bundled, large))
    machine = this_machine()
    lines = (
        f"Slowest page over the bundled incidents: {slowest:.0f} ms, which {verdict(slowest < GOAL_MS)} the goal of "
        f"{GOAL_MS} ms.",
        f"Slowest page over {claims:,} claims: {slowest_large:.0f} ms, which "
        f"{verdict(slowest_large < GOAL_LARGE_MS)} the goal of {GOAL_LARGE_MS:,} ms.",
        "Milliseconds of the clock for the app's own work; at a first look nothing of the store is kept yet.",
    )
    data = {
        "machine": asdict(machine),
        "claims": claims,
        "bundled": [asdict(each) for each in bundled],
        "large": [asdict(each) for each in large],
    }
    return Measured("app", data, HEADINGS, rows, lines)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _look(store: Path, page: str) -> float:
    """Seconds of the app's own work for a new session's look at a page; raises RuntimeError where the page fails."""
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    app = AppTest.from_function(_timed, default_timeout=120, args=(str(store), TAKEN))
    app._page_hash = calc_hash(page)
    app.run()
    if app.exception:
        raise RuntimeError(f"the page {page} failed")
    taken: float = app.session_state[TAKEN]
    return taken


def _timed(store: str, key: str) -> None:
    """What the tester runs: the app, and a clock around it."""
    import time

    import streamlit as st

    from comms_tracker.app.main import main

    started = time.perf_counter()
    main(["--db", store])
    st.session_state[key] = time.perf_counter() - started
