"""What changed between texts that are in no store: one change opened out, both texts in full, and all others."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from comms_tracker.app import markup
from comms_tracker.app.components.pair import draw_pair
from comms_tracker.app.picture import draw_lanes, draw_timeline
from comms_tracker.app.views.lanes import lanes
from comms_tracker.app.views.pair import pair_view
from comms_tracker.app.views.statements import labels
from comms_tracker.app.views.steps import chain, chain_of
from comms_tracker.app.views.taking import questions, scope_facts
from comms_tracker.app.words import change as change_words
from comms_tracker.app.words import compare as words
from comms_tracker.app.words import incident as incident_words
from comms_tracker.app.words import intake as intake_words
from comms_tracker.records import Change, Comparison
from comms_tracker.report import change_html, escape, titles
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.groups import unchanged_words
from comms_tracker.report.incident_view import IncidentView, incident_view
from comms_tracker.report.words import NO_CHANGE

CHANGE = "compare_change"
"""The id of the change that the reader chose, in the session and in no address."""


def draw(comparison: Comparison, notes: Sequence[str]) -> None:
    """Draws the change that the reader chose, else the main one, then all others; ``notes`` stand at the end."""
    change = _chosen(comparison)
    view = incident_view(comparison, change)
    if view.shown is None:
        title = titles.NO_SURE_CHANGE if view.possible else titles.NO_CHANGE
        sentence = titles.POSSIBLE_MEANING if view.possible else NO_CHANGE
        st.html(markup.section_title(title) + markup.paragraph(sentence))
        _full(comparison, None)
    else:
        change = comparison.change(view.shown.id)
        st.html(
            markup.section_title(view.shown.heading)
            + f'<div class="ct-entry">{change_html.labels(view.shown)}{markup.paragraph(view.shown.explanation)}'
            + f"{change_html.both_sides(view.shown, folded=True)}</div>"
            + change_html.reasons(view.shown, scope_facts(comparison, change))
        )
        draw_timeline(comparison, change)
        _full(comparison, change)
        if all(one.issued for one in comparison.statements):
            with st.expander(change_words.ASK):
                st.html(markup.paragraph(change_words.ASK_LEAD, quiet=True))
                st.code(escape.characters(questions(comparison, change)), language=None, wrap_lines=True)
    _lanes(comparison)
    _others(view)
    if notes:
        st.html(markup.section_title(intake_words.READ_AS_TOLD) + markup.plain_list(notes))


def _chosen(comparison: Comparison) -> Change | None:
    """The change that the reader chose, None where they chose none yet."""
    changes = {change.id: change for change in comparison.changes}
    if st.session_state.get(CHANGE) not in changes:
        st.session_state.pop(CHANGE, None)
    return changes.get(st.session_state.get(CHANGE, ""))


def _full(comparison: Comparison, change: Change | None) -> None:
    """Two of the texts side by side: those of the change at first, any other two on demand."""
    st.html(markup.section_title(words.FULL))
    order = [one.id for one in comparison.statements]
    both = chain_of(comparison, change) if change else chain(comparison, order[0], order[-1])
    if both is None:
        return
    if len(order) > 2:
        named = labels(comparison)
        earlier, later = st.columns(2)
        place = change.id if change else ""
        one = earlier.selectbox(
            words.PAIR_EARLIER, order, order.index(both.earlier.id), named.__getitem__, f"compare_earlier_{place}"
        )
        other = later.selectbox(
            words.PAIR_LATER, order, order.index(both.later.id), named.__getitem__, f"compare_later_{place}"
        )
        both = chain(comparison, one, other) or both
    draw_pair(pair_view(comparison, both.earlier, both.later, change), "compare_pair")


def _lanes(comparison: Comparison) -> None:
    """Everything that is spoken of more than once over time, where that is more than the one change shows."""
    drawn = lanes(comparison)
    if len(drawn.every) < 2:
        return
    st.html(markup.section_title(incident_words.TIMELINE))
    draw_lanes(drawn)


def _others(view: IncidentView) -> None:
    _changes(titles.OTHERS, view.changed)
    _changes(titles.ADDED, view.added)
    _changes(titles.DROPPED, view.dropped)
    _changes(titles.POSSIBLE, view.possible, titles.POSSIBLE_MEANING)
    if view.findings:
        st.html(markup.section_title(titles.FINDINGS, len(view.findings)) + markup.findings(view.findings))
    if view.unchanged:
        with st.expander(unchanged_words(len(view.unchanged))):
            st.html("".join(change_html.quiet_entry(change) for change in view.unchanged))


def _changes(title: str, changes: tuple[ChangeView, ...], lead: str = "") -> None:
    if not changes:
        return
    st.html(markup.section_title(title, len(changes)) + (markup.paragraph(lead) if lead else ""))
    for change in changes:
        both = change.earlier is not None and change.later is not None
        st.html(change_html.entry(change, "h4") if both else change_html.one_sided_entry(change, "h4"))
        st.button(words.SHOW, key=f"compare_show_{change.id}", on_click=_choose, args=(change.id,))


def _choose(change: str) -> None:
    st.session_state[CHANGE] = change
