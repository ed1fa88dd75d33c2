"""The first page: what changed, with both wordings, and why the program thinks so."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from comms_tracker.app import markup, words
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site, incident_label, open_page
from comms_tracker.app.loading import add_command
from comms_tracker.app.picture import draw_timeline
from comms_tracker.records import Comparison
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.incident_view import IncidentView, incident_view
from comms_tracker.report.words import NO_CHANGE
from comms_tracker.store import IncidentSummary


def show(site: Site) -> None:
    """Draws the page for the incident and change of the address."""
    page = open_page(site)
    if page is None:
        return
    view = incident_view(page.comparison, page.wanted)
    if view.shown is None:
        _nothing_changed(view, site)
    else:
        _opened_out(site, page.comparison, view, view.shown)
    _others(site, view)
    _other_incidents(site, page.incidents, view.incident)


def _opened_out(site: Site, comparison: Comparison, view: IncidentView, change: ChangeView) -> None:
    st.html(markup.masthead(change.heading, view.summary, change.explanation, markup.labels(change)))
    st.html(markup.both_sides(change))
    both = change.earlier is not None and change.later is not None
    in_full = words.READ_IN_FULL if both else words.READ_ONE_IN_FULL
    site.link("statements", in_full, Address(view.incident, change.id))
    st.html(markup.reasons(change))
    draw_timeline(comparison, comparison.change(change.id))


def _nothing_changed(view: IncidentView, site: Site) -> None:
    if view.alone:
        st.html(markup.masthead(words.ONE_STATEMENT_TITLE, view.summary, words.ONE_STATEMENT))
        st.code(add_command(site.path), language=None)
        st.html(markup.section_title(words.CLAIMS_OF_ONE, len(view.claims)))
        st.html("".join(markup.side_card(side) for side in view.claims) or markup.paragraph(words.NO_CLAIMS))
    elif view.possible:
        st.html(markup.masthead(words.NO_SURE_CHANGE_TITLE, view.summary, words.POSSIBLE_MEANING))
    else:
        st.html(markup.masthead(words.NO_CHANGES_TITLE, view.summary, NO_CHANGE))


def _others(site: Site, view: IncidentView) -> None:
    _changes(site, words.OTHER_CHANGES, view.changed, view.incident)
    _one_sided(site, words.ADDED, view.added, view.incident)
    _one_sided(site, words.DROPPED, view.dropped, view.incident)
    _changes(site, words.POSSIBLE, view.possible, view.incident, words.POSSIBLE_MEANING)
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


def _changes(site: Site, title: str, changes: tuple[ChangeView, ...], incident: str, lead: str = "") -> None:
    if not changes:
        return
    st.html(markup.section_title(title, len(changes)) + (markup.paragraph(lead) if lead else ""))
    for change in changes:
        st.html(markup.change_entry(change))
        site.link("what-changed", words.OPEN_CHANGE, Address(incident, change.id))


SHOWN_AT_FIRST = 8
"""Claims new or gone that are listed before the rest is folded away."""


def _one_sided(site: Site, title: str, changes: tuple[ChangeView, ...], incident: str) -> None:
    if not changes:
        return
    st.html(markup.section_title(title, len(changes)))
    _in_two_columns(site, changes[:SHOWN_AT_FIRST], incident)
    if rest := changes[SHOWN_AT_FIRST:]:
        with st.expander(words.more(len(rest))):
            _in_two_columns(site, rest, incident)


def _in_two_columns(site: Site, changes: tuple[ChangeView, ...], incident: str) -> None:
    for pair in _in_twos(changes):
        for column, change in zip(st.columns(2, gap="medium"), pair, strict=False):
            with column:
                st.html(markup.one_sided_entry(change))
                site.link("what-changed", words.OPEN_CHANGE, Address(incident, change.id))


def _in_twos(changes: tuple[ChangeView, ...]) -> Iterable[tuple[ChangeView, ...]]:
    return (changes[start : start + 2] for start in range(0, len(changes), 2))


def _other_incidents(site: Site, incidents: tuple[IncidentSummary, ...], shown: str) -> None:
    others = [one for one in incidents if one.incident != shown]
    if not others:
        return
    st.html(markup.section_title(words.OTHER_INCIDENTS, len(others)))
    for one in others:
        st.html(markup.incident_entry(incident_label(one), one.headline or NO_CHANGE))
        site.link("what-changed", words.OPEN_INCIDENT, Address(one.incident))
