"""The picture of a series over time, with the same information as a table beneath."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup, words
from comms_tracker.records import Change, Comparison
from comms_tracker.report.timeline import series_of, timeline
from comms_tracker.report.timeline_chart import chart

LETTERS = {"light": ("#1d2228", "#565d66"), "dark": ("#e9e6df", "#aeb3ba")}
"""The colours of letters and of axes in each theme, as style.css has them."""


def draw_timeline(comparison: Comparison, change: Change) -> None:
    """Draws the series that the change belongs to; one with fewer than two figures has nothing to show."""
    series = series_of(comparison, change.later, change.earlier)
    if series is None:
        return
    line = timeline(comparison, series, change.earlier, change.later)
    if sum(entry.has_figure for entry in line.entries) < 2:
        return
    st.html(markup.section_title(words.PICTURE))
    if line.drawable:
        ink, soft = LETTERS[st.context.theme.type or "light"]
        st.altair_chart(chart(line, ink, soft), width="stretch", alt=line.description)
        st.html(markup.legend(line))
    else:
        st.html(markup.paragraph(words.NOTHING_TO_DRAW, quiet=True))
    st.html(markup.timeline_table(line))
