"""The page that takes an article apart: its statements, its quotations beside what was said, and who says what."""

from __future__ import annotations

import streamlit as st

from comms_tracker.app import intake, loading, markup, markup_article
from comms_tracker.app.frame import Site
from comms_tracker.app.texts import Pasted, read_texts
from comms_tracker.app.unkept import unkept
from comms_tracker.app.views.article import ArticleView, article_view
from comms_tracker.app.widgets import drop_files
from comms_tracker.app.words import article as words
from comms_tracker.app.words import intake as intake_words
from comms_tracker.errors import CommsTrackerError
from comms_tracker.report import escape

TEXT, FILES, ISSUED, AGAINST = "article_text", "article_files", "article_issued", "article_against"
FOUND, TROUBLE = "article_found", "article_trouble"


def show(site: Site) -> None:
    """Draws the fields for the article, and beneath them what is in it."""
    st.html(markup.masthead(words.TITLE, "", words.LEAD) + markup.paragraph(words.PRIVATE, quiet=True))
    found: ArticleView | None = st.session_state.get(FOUND)
    with st.expander(words.GIVE, expanded=found is None):
        asked = _fields(site)
    if asked:
        _read(site)
        st.rerun()
    if trouble := st.session_state.pop(TROUBLE, None):
        st.html(markup.aside(trouble))
    if found is None:
        st.html(markup.paragraph(words.NOTHING_YET, quiet=True))
        return
    _statements(site, found)
    _quotations(found)
    st.html(
        markup.section_title(words.VOICES)
        + markup.table((words.COLUMN_VOICE, words.COLUMN_WHO, words.COLUMN_WORDS), found.passages, words.VOICES_CAPTION)
    )
    if found.notes:
        st.html(markup.section_title(intake_words.READ_AS_TOLD) + markup.plain_list(found.notes))


def _fields(site: Site) -> bool:
    """The fields; whether the article is to be read now."""
    st.text_area(words.TEXT, height=260, key=TEXT, max_chars=intake.MOST_CHARACTERS, persist_state="session")
    drop_files(words.FILES, FILES)
    issued, against = st.columns(2)
    issued.text_input(words.ISSUED, key=ISSUED, help=words.ISSUED_HELP, max_chars=40, persist_state="session")
    against.selectbox(
        words.AGAINST,
        loading.known_incidents(site.path),
        index=None,
        key=AGAINST,
        help=words.AGAINST_HELP,
        format_func=escape.plain,
        placeholder=words.NOT_CHECKED,
        persist_state="session",
    )
    return st.button(words.READ, type="primary")


def _read(site: Site) -> None:
    """Reads the article for this session alone, or says why it cannot be read."""
    state = st.session_state
    state.pop(FOUND, None)
    file = state[FILES]

    def read() -> ArticleView:
        documents = [intake.dropped(file.name, file.getvalue())] if file else []
        texts = read_texts([Pasted(state[TEXT], state[ISSUED])], documents, issued=state[ISSUED])
        said = loading.comparison(site.path, state[AGAINST]).statements if state[AGAINST] else None
        return article_view(texts, said)

    try:
        with st.spinner(words.READING):
            state[FOUND] = unkept(read)
    except CommsTrackerError as error:
        state[TROUBLE] = str(error)


def _statements(site: Site, found: ArticleView) -> None:
    st.html(markup.section_title(words.FOUND, len(found.told)))
    if not found.told:
        st.html(markup.paragraph(words.NO_STATEMENT))
        return
    for one in found.told:
        st.html(markup_article.told(one))
    st.html(markup.paragraph(words.KEEP, quiet=True))
    site.link("add", words.ADD)


def _quotations(found: ArticleView) -> None:
    """Those to look at first; the others are folded away and counted."""
    st.html(markup.section_title(words.QUOTATIONS) + markup.paragraph(found.summary or words.CHOOSE))
    first = [one for one in found.quoted if one.to_look_at]
    rest = [one for one in found.quoted if not one.to_look_at]
    if first:
        st.html("".join(map(markup_article.quoted, first)))
    if rest:
        title = words.OTHER_QUOTATIONS if first else words.ALL_QUOTATIONS
        with st.expander(f"{title} ({len(rest)})", expanded=not first):
            st.html("".join(map(markup_article.quoted, rest)))
