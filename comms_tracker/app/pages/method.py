"""The page on the method: how figures are read, what vague words mean, how often it is right, and what it cannot do."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import markup
from comms_tracker.app.frame import Site
from comms_tracker.app.views.method import kind_rows, measured_words, reliability_rows, vague_rows
from comms_tracker.app.words import method as words
from comms_tracker.report.words import KIND, KIND_MEANING


def show(_: Site) -> None:
    """Draws the page; it needs no store."""
    st.html(markup.masthead(words.TITLE, "", words.METHOD_LEAD))
    st.html(
        markup.section_title(words.KINDS_TITLE)
        + markup.table(
            (words.COLUMN_KIND, words.COLUMN_EXAMPLE, words.COLUMN_MEANING), words.FIGURE_KINDS, words.KINDS_LEAD
        )
    )
    st.html(markup.section_title(words.VAGUE_TITLE) + markup.paragraph(words.VAGUE_TWO))
    st.html(
        markup.table(
            (words.COLUMN_WORD, words.COLUMN_COUNT, words.COLUMN_SHARE, words.COLUMN_SOURCE),
            vague_rows(),
            words.VAGUE_LEAD,
        )
        + markup.plain_list(words.VAGUE_SOURCES)
    )
    kinds = [(KIND[kind], KIND_MEANING[kind]) for kind in KIND]
    st.html(
        markup.section_title(words.CHANGE_KINDS_TITLE)
        + markup.table((words.COLUMN_KIND, words.COLUMN_WHAT), kinds, words.CHANGE_KINDS_LEAD)
    )
    st.html(markup.section_title(words.CONFIDENCE_TITLE) + markup.paragraph(words.CONFIDENCE_TEXT))
    st.html(
        markup.paragraph(measured_words())
        + markup.table(
            (words.COLUMN_CONFIDENCE, words.COLUMN_LINKS, words.COLUMN_SURE, words.COLUMN_RIGHT),
            reliability_rows(),
            words.RELIABILITY_LEAD,
        )
        + markup.table(
            (words.COLUMN_KIND, words.COLUMN_CASES, words.COLUMN_FOUND, words.COLUMN_WRONG),
            kind_rows(),
            words.BY_KIND_LEAD,
        )
    )
    st.html(markup.section_title(words.LIMITS_TITLE) + markup.plain_list(words.LIMITS))
    st.html(markup.paragraph(words.PRIVATE, quiet=True))
