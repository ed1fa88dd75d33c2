"""Figures over time as pictures, each with the same information as a table: of one change, and of a whole incident."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup, markup_lanes, words
from comms_tracker.app.views.lanes import Lanes, lane_of
from comms_tracker.app.words import incident as incident_words
from comms_tracker.records import Change, Comparison
from comms_tracker.report import titles


def draw_timeline(comparison: Comparison, change: Change) -> None:
    """Draws the series that the change belongs to; one with fewer than two figures has nothing to show.

    Where fewer than two of its figures can be drawn, it is a table alone.
    """
    drawn = lane_of(comparison, change)
    if drawn is None:
        return
    st.html(markup.section_title(titles.PICTURE))
    lane, line = drawn.lanes[0], drawn.lanes[0].line
    if len(lane.marks) > 1:
        st.html(markup_lanes.timeline(drawn, tall=True) + markup.legend(line))
    else:
        st.html(markup.paragraph(words.NOTHING_TO_DRAW, quiet=True))
    st.html(markup.timeline_table(line))


def draw_lanes(drawn: Lanes) -> None:
    """Draws the lanes of an incident: what they show in words, the lanes, and folded away the same as a table.

    What has one figure alone is told in words beneath.
    """
    if drawn.lanes:
        st.html(markup.paragraph(incident_words.TIMELINE_LEAD, quiet=True) + markup_lanes.timeline(drawn))
    if drawn.told:
        st.html(markup.paragraph(incident_words.TOLD_LEAD, quiet=True) + markup_lanes.told(drawn.told))
    with st.expander(titles.PICTURE_TABLE):
        st.html(markup_lanes.table(drawn))
