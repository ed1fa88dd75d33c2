"""What every page shares: the incident and change that the address asks for, and the way troubles are shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from comms_tracker.app import address, loading, markup, words
from comms_tracker.app.address import Address
from comms_tracker.records import Change, Comparison
from comms_tracker.report import escape
from comms_tracker.report import words as report_words
from comms_tracker.store import IncidentSummary

LAST_SEEN = "last seen incident"
CHOSEN = "chosen incident"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: one comparison, the change that was asked for, and the other incidents of the store."""

    comparison: Comparison
    wanted: Change | None
    incidents: tuple[IncidentSummary, ...]


def open_page(path: Path) -> Page | None:
    """The incident of this page with a way to choose another above it; None where a trouble was shown instead.

    The address is rewritten to say what is shown, so that a copied link reopens it.
    """
    asked = address.read(st.query_params)
    loaded = loading.load(path, asked, st.session_state.get(LAST_SEEN))
    if isinstance(loaded, loading.Trouble):
        show_trouble(loaded)
        return None
    shown = loaded.comparison.incident or ""
    wanted = address.nearest_change(asked.change, loaded.comparison.changes)
    choose_incident(loaded.incidents, shown)
    if asked.incident not in (None, shown):
        st.html(markup.aside(words.STALE_INCIDENT.format(wanted=asked.incident, shown=shown)))
    elif asked.change is not None and wanted is None:
        st.html(markup.aside(words.STALE_CHANGE))
    st.session_state[LAST_SEEN] = shown
    keep_in_address(Address(shown, wanted.id if wanted else None))
    return Page(loaded.comparison, wanted, loaded.incidents)


def keep_in_address(place: Address) -> None:
    """Writes the place into the browser's address.

    A link within one page reaches this run without reaching the browser's address, so it is written every time; the
    browser adds nothing to its history where it stands there already.
    """
    st.query_params.from_dict(place.parameters())


def choose_incident(incidents: tuple[IncidentSummary, ...], shown: str) -> None:
    """A list to choose the incident from, where there is more than one."""
    if len(incidents) < 2:
        return
    st.session_state[CHOSEN] = shown
    labels = {one.incident: incident_label(one) for one in incidents}
    st.selectbox(
        words.INCIDENT,
        list(labels),
        key=CHOSEN,
        format_func=lambda name: labels.get(name, name),
        on_change=_go_to_chosen,
    )


def _go_to_chosen() -> None:
    keep_in_address(Address(st.session_state[CHOSEN]))


def incident_label(summary: IncidentSummary) -> str:
    """An incident in one line of plain text: its organisation, its name and the date of its last statement."""
    last = report_words.date_words(summary.last_issued) if summary.last_issued else None
    return escape.plain(", ".join(part for part in (summary.organisation, summary.incident, last) if part))


def show_trouble(trouble: loading.Trouble) -> None:
    """One sentence, what to do, and a button that tries again."""
    st.html(markup.notice(trouble.title, trouble.sentence, trouble.command))
    st.button(words.RETRY)


def guarded(page: Callable[[], None]) -> None:
    """Runs a page; where it fails, the reader gets one sentence and the terminal what happened."""
    try:
        page()
    except Exception:
        log.exception("A page failed.")
        show_trouble(loading.Trouble(words.FAILED_TITLE, words.FAILED))
