"""The second page: every statement in full, with its claims marked."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup, words
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site, keep_in_address, open_page
from comms_tracker.app.views.statements import statement_views
from comms_tracker.changes.headline import headline
from comms_tracker.records import Change, Comparison
from comms_tracker.report import escape
from comms_tracker.report.change_view import change_view
from comms_tracker.report.incident_view import summary

CHOSEN = "change to mark"


def show(site: Site) -> None:
    """Draws the statements of the address's incident, with the claims of its change marked."""
    page = open_page(site)
    if page is None:
        return
    comparison = page.comparison
    st.html(markup.masthead(words.STATEMENTS, summary(comparison.statements), words.STATEMENTS_LEAD))
    chosen = page.wanted or headline(comparison.changes)
    if chosen is not None:
        _choose_change(comparison, chosen)
    st.html(markup.statements(statement_views(comparison, chosen)))


def _choose_change(comparison: Comparison, chosen: Change) -> None:
    """A list to choose the change whose claims are marked; the choice goes into the address."""
    labels = {change.id: _label(comparison, change) for change in comparison.changes}
    incident = comparison.incident or ""

    def go() -> None:
        keep_in_address(Address(incident, st.session_state[CHOSEN]))

    st.session_state[CHOSEN] = chosen.id
    st.selectbox(words.CHANGE, list(labels), key=CHOSEN, format_func=lambda one: labels.get(one, one), on_change=go)


def _label(comparison: Comparison, change: Change) -> str:
    view = change_view(comparison, change)
    return escape.plain(f"{view.heading} ({view.kind_words})")
