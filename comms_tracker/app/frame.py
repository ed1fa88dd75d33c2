"""What every page shares: where the store is, links to other pages, what the address asks for, and troubles."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from comms_tracker.app import address, loading, markup, words
from comms_tracker.app.address import Address
from comms_tracker.app.words import change as change_words
from comms_tracker.errors import CommsTrackerError
from comms_tracker.records import Change, Comparison
from comms_tracker.report import escape
from comms_tracker.report import words as report_words
from comms_tracker.store import IncidentSummary

LAST_SEEN = "last seen incident"
CHOSEN = "chosen incident"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Site:
    """What a page is given: the path of the store, and the app's pages by the last part of their address.

    ``first`` is the incident that the app was started to open on; None leaves it to the page.
    """

    path: Path
    pages: Mapping[str, StreamlitPage]
    first: str | None = None

    def link(self, page: str, label: str, place: Address | None = None) -> None:
        """Draws a link to a page of the app.

        The label is Markdown to Streamlit, so that only words of our own may stand in it.
        """
        st.page_link(
            self.pages[page],
            label=label,
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=(place or Address()).parameters(),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: one comparison, the change that was asked for, and the other incidents of the store."""

    comparison: Comparison
    asked: Address
    wanted: Change | None
    incidents: tuple[IncidentSummary, ...]

    @property
    def incident(self) -> str:
        """The name of the incident that is shown."""
        return self.comparison.incident or ""


def open_page(site: Site) -> Page | None:
    """The incident of this page with a way to choose another above it; None where a trouble was shown instead.

    The address is rewritten to say what is shown, so that a copied link reopens it.
    """
    asked = address.read(st.query_params)
    loaded = loading.load(site.path, asked, st.session_state.get(LAST_SEEN, site.first))
    if isinstance(loaded, loading.Trouble):
        show_trouble(loaded)
        return None
    shown = loaded.comparison.incident or ""
    wanted = address.nearest_change(asked.change, loaded.comparison.changes)
    gone = asked.change is not None and wanted is None
    if gone:
        wanted = address.change_between(asked, loaded.comparison)
    choose_incident(loaded.incidents, shown)
    if asked.incident not in (None, shown):
        st.html(markup.aside(words.STALE_INCIDENT.format(wanted=asked.incident, shown=shown)))
    elif gone:
        st.html(markup.aside(change_words.STALE_NEAREST if wanted else words.STALE_CHANGE))
    st.session_state[LAST_SEEN] = shown
    keep_in_address(replace(asked, incident=shown, change=wanted.id if wanted else None))
    return Page(loaded.comparison, asked, wanted, loaded.incidents)


def keep_in_address(place: Address) -> None:
    """Writes the place into the browser's address and leaves there what is bound to widgets.

    A link within one page reaches this run without reaching the browser's address, so it is written every time; the
    browser adds nothing to its history where it stands there already.
    """
    wanted = place.parameters()
    for name in address.NAMES:
        if name in wanted:
            st.query_params[name] = wanted[name]
        elif name in st.query_params:
            del st.query_params[name]


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


def guarded(page: Callable[[Site], None], site: Site) -> None:
    """Runs a page; where it fails, the reader gets one sentence and the terminal what happened."""
    try:
        page(site)
    except CommsTrackerError as error:
        show_trouble(loading.Trouble(words.TROUBLE_TITLE, str(error)))
    except Exception:
        log.exception("A page failed.")
        show_failure()


def show_failure() -> None:
    """One sentence for a failure that nobody foresaw."""
    show_trouble(loading.Trouble(words.FAILED_TITLE, words.FAILED))
