"""The page of any two statements of an incident side by side, and of what lies between them."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup
from comms_tracker.app import words as shared
from comms_tracker.app.address import Address
from comms_tracker.app.components.pair import draw_pair
from comms_tracker.app.frame import Page, Site, keep_in_address, open_page
from comms_tracker.app.views.pair import pair_view
from comms_tracker.app.views.statements import labels, statement_views
from comms_tracker.app.views.steps import Chain, chain, steps
from comms_tracker.app.words import incident as incident_words
from comms_tracker.app.words import statements as words
from comms_tracker.records import Comparison
from comms_tracker.report.bylines import summary
from comms_tracker.report.words import counted, listed, moment_words

EARLIER, LATER = "earlier statement", "later statement"


def show(site: Site) -> None:
    """Draws the two statements of the address, else the last two of its incident."""
    page = open_page(site)
    if page is None:
        return
    comparison = page.comparison
    shown = chain(comparison, page.asked.earlier, page.asked.later)
    told = summary(comparison.statements)
    st.html(markup.masthead(shared.STATEMENTS, told, words.LEAD if shown else words.LEAD_ALONE))
    if shown is None:
        st.html(markup.statements(statement_views(comparison, None)))
    else:
        _two(site, page, shown)
    site.link("incident", incident_words.ALL_CHANGES, Address(page.incident))


def _two(site: Site, page: Page, shown: Chain) -> None:
    comparison, change = page.comparison, page.wanted
    held = {statement.id for statement in comparison.statements}
    if {page.asked.earlier, page.asked.later} - held - {None}:
        st.html(markup.aside(words.MISSING))
    keep_in_address(Address(page.incident, change.id if change else None, shown.earlier.id, shown.later.id))
    _choose(page, shown)
    _moves(site, page, shown)
    draw_pair(pair_view(comparison, shown.earlier, shown.later, change), "pair")
    if change is not None:
        site.link("change", words.CHANGE, Address(page.incident, change.id))
    if shown.between:
        _between(site, comparison, shown)


def _choose(page: Page, shown: Chain) -> None:
    """Two lists to choose the statements from; they are put in order of time."""
    named = labels(page.comparison)

    def go() -> None:
        keep_in_address(Address(page.incident, None, st.session_state[EARLIER], st.session_state[LATER]))

    st.session_state[EARLIER], st.session_state[LATER] = shown.earlier.id, shown.later.id
    for column, label, key in zip(st.columns(2), (words.EARLIER, words.LATER), (EARLIER, LATER), strict=True):
        column.selectbox(label, list(named), key=key, format_func=lambda one: named.get(one, one), on_change=go)


def _moves(site: Site, page: Page, shown: Chain) -> None:
    """Links to the two statements before and after, and to the first and the last."""
    order = page.comparison.statements
    with st.container(horizontal=True):
        if shown.before:
            site.link("statements", words.PREVIOUS, Address(page.incident, None, shown.before.id, shown.earlier.id))
        if shown.after:
            site.link("statements", words.NEXT, Address(page.incident, None, shown.later.id, shown.after.id))
        if len(order) > 2 and (shown.earlier, shown.later) != (order[0], order[-1]):
            site.link("statements", words.WHOLE, Address(page.incident, None, order[0].id, order[-1].id))


def _between(site: Site, comparison: Comparison, shown: Chain) -> None:
    days = listed([moment_words(statement.issued) for statement in shown.between])
    held = f"{counted(len(shown.between), 'statement')} ({days})"
    st.html(
        markup.section_title(words.BETWEEN, len(shown.between))
        + markup.paragraph(
            words.BETWEEN_LEAD.format(statements=held, stand="stands" if len(shown.between) == 1 else "stand")
        )
    )
    for step in steps(comparison, shown):
        days = words.STEP.format(earlier=moment_words(step.earlier.issued), later=moment_words(step.later.issued))
        st.html(markup.step(days, step.told or (words.NO_STEP,)))
        place = Address(comparison.incident, None, step.earlier.id, step.later.id)
        site.link("statements", words.OPEN_STEP, place)
