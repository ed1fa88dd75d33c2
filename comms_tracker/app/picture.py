"""The picture of a series over time, with the same information as a table beneath."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup, markup_lanes, words
from comms_tracker.app.views.lanes import lane_of
from comms_tracker.records import Change, Comparison
from comms_tracker.report import titles


def draw_timeline(comparison: Comparison, change: Change) -> None:
    """Draws the series that the change belongs to; one with fewer than two figures has nothing to show."""
    drawn = lane_of(comparison, change)
    if drawn is None:
        return
    st.html(markup.section_title(titles.PICTURE))
    line = drawn.lanes[0].line
    if line.drawable:
        st.html(markup_lanes.timeline(drawn, tall=True) + markup.legend(line))
    else:
        st.html(markup.paragraph(words.NOTHING_TO_DRAW, quiet=True))
    st.html(markup.timeline_table(line))
