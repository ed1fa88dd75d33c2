"""The page for a draft: what has been said so far, and what the draft would change of it. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from comms_tracker import __version__
from comms_tracker.app import intake, loading, markup, markup_draft
from comms_tracker.app import words as shared
from comms_tracker.app.frame import Page, Site, open_page
from comms_tracker.app.printing import table_page
from comms_tracker.app.unkept import unkept
from comms_tracker.app.views.draft import audit_csv, draft_view
from comms_tracker.app.views.said import SaidRow, said_csv, said_rows, table_rows
from comms_tracker.app.widgets import download, drop_files
from comms_tracker.app.words import draft as words
from comms_tracker.auditing.records import Audit
from comms_tracker.clock import today
from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.records import Comparison, Statement
from comms_tracker.report import audit_words, escape
from comms_tracker.report import words as report_words
from comms_tracker.report.bylines import summary
from comms_tracker.store.opening import FileState, file_state

TEXT, DATE, FILE = "draft_text", "draft_date", "draft_file"
WHOSE, TROUBLE, FOUND = "draft_whose", "draft_trouble", "draft_found"
COLUMNS = (
    words.COLUMN_WHAT,
    words.COLUMN_FIGURE,
    words.COLUMN_DATE,
    words.COLUMN_SOURCE,
    words.COLUMN_HISTORY,
    words.COLUMN_STANDING,
)

SHOWN_AT_FIRST = 6
"""Measures that are listed before the rest is folded away, so that the place for the draft is near."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a result is of: it is worked out again only where something of this is another."""

    text: str
    issued: str
    organisation: str | None
    incident: str
    store: FileState


@dataclass(frozen=True, slots=True)
class Found:
    """The result for one session: an audit, or a sentence that says why there is none."""

    asked: Asked
    audit: Audit | None
    refused: str = ""


def show(site: Site) -> None:
    """Draws what was said about the address's incident, the place for the draft, and what the draft would change."""
    page = open_page(site)
    if page is None:
        return
    st.html(markup.masthead(words.TITLE, summary(page.comparison.statements), words.LEAD))
    organisation = _whose(page.comparison)
    _said(page, organisation)
    st.html(markup.section_title(words.DRAFT) + markup.paragraph(words.PRIVATE, quiet=True))
    text, issued = _given()
    if not text.strip():
        st.session_state.pop(FOUND, None)
        st.html(markup.paragraph(words.NOTHING_YET, quiet=True))
        return
    found = _found(site, page, Asked(text, issued, organisation, page.incident, file_state(site.path)))
    if found.audit is None:
        st.html(markup.aside(found.refused))
    else:
        _result(found.audit)


def _whose(comparison: Comparison) -> str | None:
    """Whose draft it is: asked where several organisations speak in the incident."""
    named = list(dict.fromkeys(one.organisation for one in comparison.statements))
    if len(named) < 2:
        return named[0]
    labels = {name: escape.plain(name or words.SAID_OF_NOBODY) for name in named}
    return st.selectbox(words.WHOSE, named, format_func=lambda name: labels.get(name, ""), key=WHOSE)


def _said(page: Page, organisation: str | None) -> None:
    rows = said_rows(page.comparison, organisation)
    st.html(markup.section_title(words.SAID, len(rows)))
    if not rows:
        st.html(markup.paragraph(words.NOTHING_SAID))
        return
    st.html(markup.table(COLUMNS, table_rows(rows[:SHOWN_AT_FIRST]), words.SAID_CAPTION))
    if rest := rows[SHOWN_AT_FIRST:]:
        with st.expander(shared.more(len(rest))):
            st.html(markup.table(COLUMNS, table_rows(rest), words.SAID_CAPTION))
    sheet, paper, _ = st.columns([1, 1, 1])
    name = f"said-{today()}"
    with sheet:
        download(words.SAID_CSV, lambda: said_csv(rows), f"{name}.csv", wide=True)
    with paper:
        download(words.SAID_PAGE, lambda: _to_print(page, organisation, rows), f"{name}.html", wide=True)


def _to_print(page: Page, organisation: str | None, rows: tuple[SaidRow, ...]) -> str:
    title = words.SAID_PAGE_TITLE.format(who=organisation or words.SAID_OF_NOBODY, incident=page.incident)
    made = report_words.date_words(today())
    foot = words.SAID_PAGE_MADE.format(date=made, version=__version__)
    return table_page(title, words.SAID_CAPTION, COLUMNS, table_rows(rows), foot)


def _given() -> tuple[str, str]:
    """The text and the date of the draft as they stand in their fields now."""
    text: str = st.text_area(
        words.TEXT, height=260, key=TEXT, max_chars=intake.MOST_CHARACTERS, persist_state="session"
    )
    drop_files(words.FILE, FILE, on_change=_take_file)
    if trouble := st.session_state.pop(TROUBLE, None):
        st.html(markup.aside(trouble))
    date, check, clear = st.columns([2, 1, 1], vertical_alignment="bottom")
    issued: str = date.text_input(words.DATE, key=DATE, help=words.DATE_HELP, max_chars=40, persist_state="session")
    check.button(words.CHECK, type="primary", width="stretch")
    clear.button(words.CLEAR, width="stretch", on_click=_clear)
    return text, issued.strip()


def _clear() -> None:
    for key in (TEXT, DATE):
        st.session_state[key] = ""
    st.session_state.pop(FOUND, None)


def _take_file() -> None:
    """Puts the text of a file that was dropped into the field, where it can be edited."""
    file = st.session_state[FILE]
    if file is None:
        return
    try:
        statement = unkept(lambda: draft_of(file.name, file.getvalue()))
    except CommsTrackerError as error:
        st.session_state[TROUBLE] = str(error)
        return
    st.session_state[TEXT] = statement.text
    st.session_state[DATE] = statement.issued or ""


def draft_of(name: str, data: bytes) -> Statement:
    """The one statement in a file; raises InputError where it cannot be read, holds several, or is too long."""
    from comms_tracker.reading import HowToRead, read_documents

    read = read_documents([intake.dropped(name, data)], HowToRead(in_order=True))
    if len(read.statements) > 1:
        raise InputError(words.SEVERAL.format(name=name, count=len(read.statements)))
    (statement,) = read.statements
    length = len(statement.text)
    if length > intake.MOST_CHARACTERS:
        raise InputError(words.TOO_LONG.format(name=name, length=length, most=intake.MOST_CHARACTERS))
    return statement


def _found(site: Site, page: Page, asked: Asked) -> Found:
    """The result of what is asked, kept for this session alone."""
    kept: Found | None = st.session_state.get(FOUND)
    if kept is not None and kept.asked == asked:
        return kept
    with st.spinner(words.CHECKING):
        try:
            found = Found(asked, unkept(lambda: _audited(site, page, asked)))
        except CommsTrackerError as error:
            found = Found(asked, None, str(error))
    st.session_state[FOUND] = found
    return found


def _audited(site: Site, page: Page, asked: Asked) -> Audit:
    from comms_tracker.auditing import audit
    from comms_tracker.reading.dates import checked_issued
    from comms_tracker.reading.english import looks_english

    issued = checked_issued(asked.issued, words.DATE) if asked.issued else None
    draft = Statement("draft", asked.text, asked.organisation, issued, english=looks_english(asked.text))
    decisions = loading.decisions(site.path, page.incident)
    return audit(draft, page.comparison.statements, decisions=decisions)


def _result(audit: Audit) -> None:
    view = draft_view(audit)
    st.html(markup.section_title(words.RESULT, len(view.departures)))
    st.html(markup_draft.verdict(view.verdict, (*view.remarks, view.summary)))
    st.html(markup_draft.marked_text(view.segments, view.tags) + markup.paragraph(words.MARKED_NOTE, quiet=True))
    for one in view.departures:
        st.html(markup_draft.departure(one))
    _section(audit_words.POSSIBLE, "".join(markup_draft.departure(one) for one in view.possible), len(view.possible))
    if view.left_out:
        lead = markup.paragraph(words.LEFT_OUT_LEAD, quiet=True)
        _section(audit_words.LEFT_OUT, lead + markup_draft.left_out(view.left_out), len(view.left_out))
    _section(audit_words.ADDED, markup.plain_list(view.added), len(view.added))
    _section(audit_words.LEFT_OUT_BEFORE, markup_draft.left_out(view.left_out_before), len(view.left_out_before))
    _section(audit_words.ALREADY_CHANGED, markup.plain_list(view.already_changed), len(view.already_changed))
    _section(audit_words.FINDINGS, markup.findings(view.findings), len(view.findings))
    _section(audit_words.NOTES, markup.plain_list(view.notes), len(view.notes))
    _downloads(audit)


def _section(title: str, body: str, count: int) -> None:
    if count:
        st.html(markup.section_title(title, count) + body)


def _downloads(audit: Audit) -> None:
    """Files are made when they are asked for, not before."""
    from comms_tracker.report.audit_markdown import audit_markdown

    st.html(markup.paragraph(words.CUT_OFF, quiet=True))
    table, report, _ = st.columns([1, 1, 1])
    with table:
        download(words.DOWNLOAD_LIST, lambda: audit_csv(audit), "draft.csv", wide=True)
    with report:
        download(words.DOWNLOAD_REPORT, lambda: audit_markdown(audit), "draft.md", wide=True)
