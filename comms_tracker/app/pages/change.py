"""The page of one change: both wordings, the figure over time, why, the full texts, a decision, what to take."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import deciding, loading, markup
from comms_tracker.app import words as shared
from comms_tracker.app.address import Address, link_to, place_of
from comms_tracker.app.components.pair import draw_pair
from comms_tracker.app.frame import Page, Site, open_page
from comms_tracker.app.picture import draw_timeline
from comms_tracker.app.views.pair import pair_view
from comms_tracker.app.views.statements import statement_views
from comms_tracker.app.views.steps import chain_of
from comms_tracker.app.views.taking import citation, questions, scope_facts
from comms_tracker.app.widgets import download
from comms_tracker.app.words import change as words
from comms_tracker.changes.headline import headline
from comms_tracker.clock import today
from comms_tracker.decisions.making import confirm, reject
from comms_tracker.records import Change, Comparison, ReviewStatus
from comms_tracker.report import change_html, escape, titles
from comms_tracker.report.bylines import summary
from comms_tracker.report.change_view import change_view
from comms_tracker.report.incident_page import change_page
from comms_tracker.report.picture import picture, png, svg


def show(site: Site) -> None:
    """Draws the change of the address, else the main one of its incident."""
    page = open_page(site)
    if page is None:
        return
    change = page.wanted or headline(page.comparison.changes) or next(iter(page.comparison.changes), None)
    if change is None:
        st.html(markup.masthead(titles.NO_CHANGE, summary(page.comparison.statements), shared.NO_CHANGE_HERE))
        site.link("incident", words.BACK, Address(page.incident))
        return
    _opened_out(site, page, change)
    _full_texts(site, page.comparison, change)
    _decision(site, page, change)
    _to_take(page.comparison, change)


def _opened_out(site: Site, page: Page, change: Change) -> None:
    view = change_view(page.comparison, change)
    st.html(
        markup.masthead(view.heading, summary(page.comparison.statements), view.explanation, change_html.labels(view))
    )
    st.html(change_html.both_sides(view, folded=True))
    site.link("incident", words.BACK, Address(page.incident))
    st.html(change_html.reasons(view, scope_facts(page.comparison, change)))
    draw_timeline(page.comparison, change)


def _full_texts(site: Site, comparison: Comparison, change: Change) -> None:
    both = chain_of(comparison, change)
    if both is None:
        st.html(markup.section_title(words.FULL_TEXT) + markup.statements(statement_views(comparison, change)))
        return
    st.html(markup.section_title(words.FULL_TEXTS))
    draw_pair(pair_view(comparison, both.earlier, both.later, change), "pair")
    place = Address(comparison.incident, change.id, both.earlier.id, both.later.id)
    site.link("statements", words.COMPARE_STATEMENTS, place)


def _decision(site: Site, page: Page, change: Change) -> None:
    st.html(markup.section_title(words.DECIDE) + markup.paragraph(words.DECIDE_LEAD, quiet=True))
    about = deciding.decided_about(loading.decisions(site.path, page.incident), change)
    who, note = st.columns(2)
    with who:
        name = deciding.decider()
    said = note.text_input(words.NOTE, key=f"note {change.id}", max_chars=500)
    deciding.draw_decided(site, page.incident, about, name)
    yes, no, _ = st.columns([1, 1, 2])
    if yes.button(words.CONFIRM, disabled=change.status is ReviewStatus.ACCEPTED, width="stretch") and deciding.decide(
        site, page.incident, lambda comparison, _, maker: confirm(comparison, maker, change.id), name, said
    ):
        st.rerun()
    if no.button(words.REJECT, disabled=change.status is ReviewStatus.REJECTED, width="stretch") and deciding.decide(
        site, page.incident, lambda comparison, _, maker: reject(comparison, maker, change.id), name, said
    ):
        st.rerun()


def _to_take(comparison: Comparison, change: Change) -> None:
    st.html(markup.section_title(words.TAKE))
    cite, ask, download = st.tabs([words.CITE, words.ASK, words.DOWNLOAD])
    link = link_to(st.context.url, "change", place_of(comparison, change))
    with cite:
        st.html(markup.paragraph(words.CITE_LEAD, quiet=True))
        st.code(escape.characters(citation(comparison, change, link)), language=None, wrap_lines=True)
        st.html(markup.paragraph(words.LINK_HOLDS, quiet=True))
    with ask:
        st.html(markup.paragraph(words.ASK_LEAD, quiet=True))
        st.code(escape.characters(questions(comparison, change)), language=None, wrap_lines=True)
    with download:
        _downloads(comparison, change)


def _downloads(comparison: Comparison, change: Change) -> None:
    """Files that are made when they are asked for, not before."""
    download(words.PAGE_FILE, lambda: change_page(comparison, change.id, today()), f"{change.id}.html")
    st.html(markup.paragraph(words.PAGE_FILE_HELP, quiet=True))
    shown = picture(comparison, change)
    if shown is None:
        st.html(markup.paragraph(words.NO_PICTURE, quiet=True))
        return
    download(words.SVG_FILE, lambda: svg(shown), f"{change.id}.svg")
    download(words.PNG_FILE, lambda: png(shown), f"{change.id}.png")
