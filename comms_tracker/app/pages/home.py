"""The first page: the main change of one incident opened out, and the other incidents with both wordings of theirs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from comms_tracker.app import loading, markup
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site, incident_label, show_trouble
from comms_tracker.app.pages.incident import nothing_changed
from comms_tracker.app.picture import draw_timeline
from comms_tracker.app.words import incident as words
from comms_tracker.changes.headline import headline
from comms_tracker.report import change_html, titles
from comms_tracker.report.change_view import change_view
from comms_tracker.report.incident_view import incident_view
from comms_tracker.report.words import NO_CHANGE
from comms_tracker.store import IncidentSummary

AT_ONCE = 10
"""Incidents that are listed before one asks for more."""

LISTED = "incidents listed"


def show(site: Site) -> None:
    """Draws the newest incident, or the one that the app was started to open on, and the list of the others."""
    incidents = loading.load_incidents(site.path, st.session_state.get(LISTED, AT_ONCE) + 1)
    if isinstance(incidents, loading.Trouble):
        show_trouble(incidents)
        return
    names = loading.incident_names(site.path)
    main = site.first if site.first in names else incidents[0].incident
    _opened_out(site, main)
    others = [one for one in incidents if one.incident != main]
    if others:
        _others(site, others, len(names) - 1)


def _opened_out(site: Site, main: str) -> None:
    comparison = loading.comparison(site.path, main)
    view = incident_view(comparison)
    if view.shown is None:
        nothing_changed(view, site)
        site.link("incident", words.OPEN_INCIDENT, Address(view.incident))
        return
    change = view.shown
    st.html(markup.masthead(change.heading, view.summary, change.explanation, change_html.labels(change)))
    st.html(change_html.both_sides(change, folded=True))
    with st.container(horizontal=True):
        site.link("change", words.OPEN_CHANGE, Address(view.incident, change.id))
        site.link("incident", words.ALL_CHANGES, Address(view.incident))
    draw_timeline(comparison, comparison.change(change.id))


def _others(site: Site, listed: Sequence[IncidentSummary], count: int) -> None:
    st.html(markup.section_title(words.OTHER_INCIDENTS, count))
    for one in listed:
        comparison = loading.comparison(site.path, one.incident)
        main = headline(comparison.changes)
        if main is None:
            st.html(
                markup.incident_entry(incident_label(one), NO_CHANGE if one.changes == 0 else titles.NO_SURE_CHANGE)
            )
        else:
            st.html(markup.incident_change(incident_label(one), change_view(comparison, main, brief=True)))
        site.link("incident", words.OPEN_INCIDENT, Address(one.incident))
    if len(listed) < count and st.button(words.MORE_INCIDENTS):
        st.session_state[LISTED] = len(listed) + AT_ONCE
        st.rerun()
