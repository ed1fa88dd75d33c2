"""The first page: what changed, with both wordings, and why the program thinks so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from comms_tracker.app import markup, words
from comms_tracker.app.address import Address
from comms_tracker.app.frame import incident_label, open_page
from comms_tracker.app.loading import add_command
from comms_tracker.app.picture import draw_timeline
from comms_tracker.records import Comparison
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.incident_view import IncidentView, incident_view
from comms_tracker.report.words import NO_CHANGE
from comms_tracker.store import IncidentSummary


def show(path: Path, links: Mapping[str, StreamlitPage]) -> None:
    """Draws the page for the incident and change of the address."""
    page = open_page(path)
    if page is None:
        return
    view = incident_view(page.comparison, page.wanted)
    if view.shown is None:
        _nothing_changed(view, path)
    else:
        _opened_out(page.comparison, view, view.shown, links[words.STATEMENTS])
    _others(view, links[words.WHAT_CHANGED])
    _other_incidents(page.incidents, view.incident, links[words.WHAT_CHANGED])


def _opened_out(comparison: Comparison, view: IncidentView, change: ChangeView, in_full: StreamlitPage) -> None:
    st.html(markup.masthead(change.heading, view.summary, change.explanation, markup.labels(change)))
    st.html(markup.both_sides(change))
    both = change.earlier is not None and change.later is not None
    _link(in_full, words.READ_IN_FULL if both else words.READ_ONE_IN_FULL, Address(view.incident, change.id))
    st.html(markup.reasons(change))
    draw_timeline(comparison, comparison.change(change.id))


def _nothing_changed(view: IncidentView, path: Path) -> None:
    if view.alone:
        st.html(markup.masthead(words.ONE_STATEMENT_TITLE, view.summary, words.ONE_STATEMENT))
        st.code(add_command(path), language=None)
        st.html(markup.section_title(words.CLAIMS_OF_ONE, len(view.claims)))
        st.html("".join(markup.side_card(side) for side in view.claims) or markup.paragraph(words.NO_CLAIMS))
    elif view.possible:
        st.html(markup.masthead(words.NO_SURE_CHANGE_TITLE, view.summary, words.POSSIBLE_MEANING))
    else:
        st.html(markup.masthead(words.NO_CHANGES_TITLE, view.summary, NO_CHANGE))


def _others(view: IncidentView, here: StreamlitPage) -> None:
    _changes(words.OTHER_CHANGES, view.changed, view.incident, here)
    _one_sided(words.ADDED, view.added, view.incident, here)
    _one_sided(words.DROPPED, view.dropped, view.incident, here)
    _changes(words.POSSIBLE, view.possible, view.incident, here, words.POSSIBLE_MEANING)
    if view.findings:
        st.html(markup.section_title(words.FINDINGS, len(view.findings)) + markup.findings(view.findings))
    if view.unchanged:
        with st.expander(words.unchanged(len(view.unchanged))):
            st.html("".join(markup.quiet_entry(change) for change in view.unchanged))
    if view.rejected:
        with st.expander(words.rejected(len(view.rejected))):
            st.html("".join(markup.quiet_entry(change) for change in view.rejected))
    if view.notes:
        st.html(markup.section_title(words.NOTES) + markup.plain_list(view.notes))


def _changes(title: str, changes: tuple[ChangeView, ...], incident: str, here: StreamlitPage, lead: str = "") -> None:
    if not changes:
        return
    st.html(markup.section_title(title, len(changes)) + (markup.paragraph(lead) if lead else ""))
    for change in changes:
        st.html(markup.change_entry(change))
        _link(here, words.OPEN_CHANGE, Address(incident, change.id))


SHOWN_AT_FIRST = 8
"""Claims new or gone that are listed before the rest is folded away."""


def _one_sided(title: str, changes: tuple[ChangeView, ...], incident: str, here: StreamlitPage) -> None:
    if not changes:
        return
    st.html(markup.section_title(title, len(changes)))
    _in_two_columns(changes[:SHOWN_AT_FIRST], incident, here)
    if rest := changes[SHOWN_AT_FIRST:]:
        with st.expander(words.more(len(rest))):
            _in_two_columns(rest, incident, here)


def _in_two_columns(changes: tuple[ChangeView, ...], incident: str, here: StreamlitPage) -> None:
    for pair in _in_twos(changes):
        for column, change in zip(st.columns(2, gap="medium"), pair, strict=False):
            with column:
                st.html(markup.one_sided_entry(change))
                _link(here, words.OPEN_CHANGE, Address(incident, change.id))


def _in_twos(changes: tuple[ChangeView, ...]) -> Iterable[tuple[ChangeView, ...]]:
    return (changes[start : start + 2] for start in range(0, len(changes), 2))


def _link(page: StreamlitPage, label: str, place: Address) -> None:
    st.page_link(
        page, label=label, icon=":material/arrow_forward:", icon_position="right", query_params=place.parameters()
    )


def _other_incidents(incidents: tuple[IncidentSummary, ...], shown: str, here: StreamlitPage) -> None:
    others = [one for one in incidents if one.incident != shown]
    if not others:
        return
    st.html(markup.section_title(words.OTHER_INCIDENTS, len(others)))
    for one in others:
        st.html(markup.incident_entry(incident_label(one), one.headline or NO_CHANGE))
        _link(here, words.OPEN_INCIDENT, Address(one.incident))
