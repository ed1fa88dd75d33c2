"""The page of one incident: its main change in words, the timeline, and all changes, to be narrowed by the reader."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from comms_tracker.app import markup
from comms_tracker.app import words as shared
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Page, Site, open_page
from comms_tracker.app.loading import add_command
from comms_tracker.app.picture import draw_lanes
from comms_tracker.app.views.filters import SAID, SURE, Wanted, kinds_in, listed, narrowed
from comms_tracker.app.views.lanes import lanes
from comms_tracker.app.words import incident as words
from comms_tracker.records import ChangeKind, Comparison
from comms_tracker.report import change_html, titles
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.groups import rejected_words, unchanged_words
from comms_tracker.report.incident_view import IncidentView, incident_view
from comms_tracker.report.words import KIND, NO_CHANGE

KINDS_KEY, SURE_KEY, SAID_KEY = "kind", "sure", "said"
"""The choices' names in the address."""

SHOWN_AT_FIRST = 8
"""Claims new or gone that are listed before the rest is folded away."""


def show(site: Site) -> None:
    """Draws the incident of the address."""
    page = open_page(site)
    if page is None:
        return
    view = incident_view(page.comparison)
    if view.shown is None:
        nothing_changed(view, site)
    else:
        _main_change(site, view, view.shown)
    if not view.alone:
        _timeline(page.comparison)
        _changes(site, page, view)
    if view.findings:
        st.html(markup.section_title(titles.FINDINGS, len(view.findings)) + markup.findings(view.findings))
    if view.notes:
        st.html(markup.section_title(titles.NOTES) + markup.plain_list(view.notes))


def nothing_changed(view: IncidentView, site: Site) -> None:
    """The top of an incident without a main change: why there is none, said as plainly as a change."""
    if view.alone:
        st.html(markup.masthead(titles.ONE_STATEMENT, view.summary, shared.ONE_STATEMENT))
        st.code(add_command(site.path), language=None)
        st.html(markup.section_title(shared.CLAIMS_OF_ONE, len(view.claims)))
        st.html(
            "".join(change_html.side(side, folded=True) for side in view.claims) or markup.paragraph(shared.NO_CLAIMS)
        )
    elif view.possible:
        st.html(markup.masthead(titles.NO_SURE_CHANGE, view.summary, titles.POSSIBLE_MEANING))
    else:
        st.html(markup.masthead(titles.NO_CHANGE, view.summary, NO_CHANGE))


def _main_change(site: Site, view: IncidentView, change: ChangeView) -> None:
    st.html(markup.masthead(change.heading, view.summary, change.explanation, change_html.labels(change)))
    st.html(change_html.both_slips(change))
    with st.container(horizontal=True):
        site.link("change", words.MAIN_CHANGE, Address(view.incident, change.id))
        site.link("statements", words.OPEN_STATEMENTS, Address(view.incident))


def _timeline(comparison: Comparison) -> None:
    drawn = lanes(comparison)
    st.html(markup.section_title(words.TIMELINE))
    if not drawn.every:
        st.html(markup.paragraph(words.NOTHING_TO_DRAW, quiet=True))
        return
    draw_lanes(drawn)


def _changes(site: Site, page: Page, view: IncidentView) -> None:
    every = listed(view)
    if not every:
        return
    if view.shown is None and every == len(view.unchanged):
        st.html(markup.section_title(words.STAYED))
        _groups(site, view)
        return
    st.html(markup.section_title(words.CHANGES, every + (view.shown is not None)))
    wanted = _wanted(page.comparison)
    shown = narrowed(view, page.comparison.changes, wanted)
    if not wanted.all:
        count = listed(shown)
        st.html(markup.paragraph(words.SHOWN.format(shown=count, all=every) if count else words.NONE_SHOWN, quiet=True))
        st.button(words.SHOW_ALL, on_click=_show_all)
    _groups(site, shown)


def _wanted(comparison: Comparison) -> Wanted:
    """The reader's choices, which stand in the address."""
    kinds, sure, said = st.columns([2, 1, 1])
    chosen = kinds.multiselect(
        words.KIND,
        [kind.value for kind in kinds_in(comparison.changes)],
        key=KINDS_KEY,
        format_func=lambda kind: KIND[ChangeKind(kind)],
        placeholder=words.ANY,
        bind="query-params",
    )
    likely = sure.selectbox(words.SURE, list(SURE), key=SURE_KEY, bind="query-params")
    mentioned = said.selectbox(words.SAID, SAID, key=SAID_KEY, bind="query-params")
    return Wanted(frozenset(ChangeKind(kind) for kind in chosen), likely, mentioned)


def _show_all() -> None:
    st.session_state[KINDS_KEY] = []
    st.session_state[SURE_KEY] = words.ANY
    st.session_state[SAID_KEY] = words.ANY


def _groups(site: Site, view: IncidentView) -> None:
    """Substance first; what only is worded otherwise, and what a person rejected, is folded away and counted."""
    _list(site, titles.OTHERS, view.changed, view.incident)
    _one_sided(site, titles.ADDED, view.added, view.incident)
    _one_sided(site, titles.DROPPED, view.dropped, view.incident)
    _list(site, titles.POSSIBLE, view.possible, view.incident, titles.POSSIBLE_MEANING)
    for told, folded in ((unchanged_words, view.unchanged), (rejected_words, view.rejected)):
        if folded:
            with st.expander(told(len(folded))):
                for change in folded:
                    st.html(change_html.quiet_entry(change))
                    site.link("change", words.OPEN_CHANGE, Address(view.incident, change.id))


def _list(site: Site, title: str, changes: tuple[ChangeView, ...], incident: str, lead: str = "") -> None:
    if not changes:
        return
    st.html(markup.part_title(title, len(changes)) + (markup.paragraph(lead) if lead else ""))
    for change in changes:
        st.html(change_html.entry(change, "h4"))
        site.link("change", words.OPEN_CHANGE, Address(incident, change.id))


def _one_sided(site: Site, title: str, changes: tuple[ChangeView, ...], incident: str) -> None:
    if not changes:
        return
    st.html(markup.part_title(title, len(changes)))
    _in_two_columns(site, changes[:SHOWN_AT_FIRST], incident)
    if rest := changes[SHOWN_AT_FIRST:]:
        with st.expander(shared.more(len(rest))):
            _in_two_columns(site, rest, incident)


def _in_two_columns(site: Site, changes: tuple[ChangeView, ...], incident: str) -> None:
    for pair in _in_twos(changes):
        for column, change in zip(st.columns(2, gap="medium"), pair, strict=False):
            with column:
                st.html(change_html.one_sided_entry(change, "h4"))
                site.link("change", words.OPEN_CHANGE, Address(incident, change.id))


def _in_twos(changes: tuple[ChangeView, ...]) -> Iterable[tuple[ChangeView, ...]]:
    return (changes[start : start + 2] for start in range(0, len(changes), 2))
