"""The page that adds statements: what was found in texts is shown, edited and only then saved."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from comms_tracker.app import intake, loading, markup, saving
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site
from comms_tracker.app.texts import Pasted, read_texts
from comms_tracker.app.unkept import unkept
from comms_tracker.app.views.proposed import FIELDS, Proposed, check_ids, edited, proposed
from comms_tracker.app.widgets import drop_files
from comms_tracker.app.words import add as words
from comms_tracker.app.words import intake as intake_words
from comms_tracker.errors import CommsTrackerError
from comms_tracker.reading.how_to_read import Way
from comms_tracker.reading.notes import without_articles
from comms_tracker.report import escape
from comms_tracker.report.words import date_words
from comms_tracker.store import Addition

TEXT, FILES, ADDRESS, WAY = "add_text", "add_files", "add_address", "add_way"
INCIDENT, ORGANISATION, ISSUED = "add_incident", "add_organisation", "add_issued"
PREVIEW, TROUBLE, DONE, TURN = "add_preview", "add_trouble", "add_done", "add_turn"
CLEAR, ROUND = "add_clear", "add_round"
COLUMNS = 3
WAYS = {words.AUTO: Way.AUTO, words.STATEMENT: Way.STATEMENT, words.ARTICLE: Way.ARTICLE}


@dataclass(frozen=True, slots=True)
class Preview:
    """What was found, and a number that no other preview of the session has: the fields are named after it."""

    number: int
    found: tuple[Proposed, ...]
    notes: tuple[str, ...]


def show(site: Site) -> None:
    """Draws the fields for texts, then what was found in them with fields to edit, then what was saved."""
    st.html(markup.masthead(words.TITLE, "", words.LEAD))
    if st.session_state.pop(CLEAR, False):
        for key in (TEXT, ADDRESS, ISSUED):
            st.session_state[key] = ""
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    preview: Preview | None = st.session_state.get(PREVIEW)
    with st.expander(words.GIVE, expanded=preview is None):
        asked = _fields(site)
    if asked:
        _read()
        st.rerun()
    if trouble := st.session_state.pop(TROUBLE, None):
        st.html(markup.aside(trouble))
    _done(site)
    if preview is not None:
        _preview(site, preview)
    elif DONE not in st.session_state:
        st.html(markup.paragraph(words.NOTHING_YET, quiet=True))


def _fields(site: Site) -> bool:
    """The fields; whether what is in the texts is to be shown now."""
    st.text_area(words.TEXT, height=220, key=TEXT, max_chars=intake.MOST_CHARACTERS, persist_state="session")
    drop_files(words.FILES, _files(), several=True)
    st.text_input(words.ADDRESS, key=ADDRESS, max_chars=2000, persist_state="session")
    st.radio(words.WAY, list(WAYS), key=WAY, horizontal=True, persist_state="session")
    incident, organisation, issued = st.columns(3)
    incident.selectbox(
        words.INCIDENT,
        loading.known_incidents(site.path),
        index=None,
        format_func=escape.plain,
        key=INCIDENT,
        help=words.INCIDENT_HELP,
        placeholder=words.INCIDENT_PLACE,
        accept_new_options=True,
        persist_state="session",
    )
    organisation.text_input(words.ORGANISATION, key=ORGANISATION, max_chars=200, persist_state="session")
    issued.text_input(words.ISSUED, key=ISSUED, help=words.DATE_HELP, max_chars=40, persist_state="session")
    return st.button(words.READ, type="primary")


def _files() -> str:
    """The name of the place for files: another one after each saving, since a browser's files cannot be taken back."""
    return f"{FILES}_{st.session_state.get(ROUND, 0)}"


def _read() -> None:
    """Reads what the fields hold into a preview for this session, or says why it cannot be read."""
    for key in (PREVIEW, DONE):
        st.session_state.pop(key, None)
    given = st.session_state
    text, address, issued = given[TEXT], given[ADDRESS].strip(), given[ISSUED]
    files = [(file.name, file.getvalue()) for file in given[_files()] or []]
    if not (text.strip() or address or files):
        given[TROUBLE] = words.NOTHING
        return

    def read() -> tuple[tuple[Proposed, ...], tuple[str, ...]]:
        texts = read_texts(
            [Pasted(text, issued)],
            intake.documents(files, address),
            organisation=given[ORGANISATION].strip(),
            incident=(given[INCIDENT] or "").strip(),
            issued=issued,
            named=False,
        )
        return proposed(texts, WAYS[given[WAY]]), tuple(without_articles(texts.notes))

    try:
        with st.spinner(words.READING):
            found, told = unkept(read)
    except CommsTrackerError as error:
        given[TROUBLE] = str(error)
        return
    given[TURN] = given.get(TURN, 0) + 1
    given[PREVIEW] = Preview(given[TURN], found, told)


def _preview(site: Site, preview: Preview) -> None:
    st.html(markup.section_title(words.FOUND, len(preview.found)))
    if preview.notes:
        with st.expander(intake_words.READ_AS_TOLD):
            st.html(markup.plain_list(preview.notes))
    for place, one in enumerate(preview.found):
        _statement(preview, place, one)
    save, leave, _ = st.columns([1, 1, 2])
    wanted = save.button(words.SAVE, type="primary", width="stretch")
    leave.button(words.DROP, width="stretch", on_click=_leave)
    if wanted:
        _save(site, preview)


def _leave() -> None:
    st.session_state.pop(PREVIEW, None)


def _name(place: int, one: Proposed) -> str:
    return words.ENTRY.format(number=place + 1, date=date_words(one.statement.issued))


def _key(preview: Preview, place: int, field: str) -> str:
    return f"add_{preview.number}_{place}_{field}"


def _statement(preview: Preview, place: int, one: Proposed) -> None:
    """One statement with every field to edit."""
    with st.container(border=True):
        st.html(f'<h3 class="ct-entry-title">{escape.text(_name(place, one))}</h3>')
        st.checkbox(words.ADD_THIS, value=True, key=_key(preview, place, "wanted"), persist_state="session")
        if one.dated:
            st.html(markup.paragraph(words.DATED.format(words=one.dated), quiet=True))
        st.text_area(
            words.TEXT_FIELD,
            one.statement.text,
            height=160,
            key=_key(preview, place, "text"),
            persist_state="session",
        )
        fields = one.fields
        for first in range(0, len(FIELDS), COLUMNS):
            for field, column in zip(FIELDS[first : first + COLUMNS], st.columns(COLUMNS), strict=False):
                column.text_input(
                    words.FIELDS[field],
                    fields[field],
                    key=_key(preview, place, field),
                    max_chars=2000,
                    persist_state="session",
                )


def _save(site: Site, preview: Preview) -> None:
    """Saves what is ticked, with how far it is and a way to cancel; says what is wrong where it cannot be saved."""
    try:
        wanted = _wanted(preview)
    except CommsTrackerError as error:
        st.html(markup.aside(words.NOT_SAVED.format(why=error)))
        return
    if not wanted:
        st.html(markup.aside(words.NONE_CHOSEN))
        return
    bar = st.progress(0.0, words.STARTING)

    def tell(number: int, every: int) -> None:
        told = words.COMPARING if number == every else words.PROGRESS.format(number=number + 1, all=every)
        # A click draws the page anew and ends this run of it here.
        bar.progress(number / (every + 1), told)

    run = saving.Saving(tell)
    st.button(words.CANCEL, on_click=_cancel, args=(run,))
    try:
        statements, origins = [one.statement for one in wanted], [one.provenance for one in wanted]
        done = saving.add(site.path, statements, origins, run)
    except saving.CancelledError:
        return
    except CommsTrackerError as error:
        st.html(markup.aside(str(error)))
        return
    st.session_state.pop(PREVIEW, None)
    st.session_state[DONE] = done
    st.session_state[CLEAR] = True
    st.rerun()


def _cancel(run: saving.Saving) -> None:
    st.session_state[TROUBLE] = words.CANCELLED if run.cancel() else words.TOO_LATE


def _wanted(preview: Preview) -> list[Proposed]:
    """The ticked statements as they were edited; raises InputError for the first that cannot be saved."""
    state = st.session_state
    wanted = []
    for place, one in enumerate(preview.found):
        if state[_key(preview, place, "wanted")]:
            fields = {field: state[_key(preview, place, field)] for field in FIELDS}
            wanted.append(edited(one, state[_key(preview, place, "text")], fields, _name(place, one)))
    check_ids(wanted)
    return wanted


def _done(site: Site) -> None:
    """What was saved last, with links to it."""
    done: tuple[Addition, ...] = st.session_state.get(DONE, ())
    if not done:
        return
    told = []
    for one in done:
        outcomes = (
            (words.ADDED, one.result.added),
            (words.UNCHANGED, one.result.unchanged),
            (words.NEW_VERSION, one.result.new_versions),
        )
        told += [form.format(incident=one.incident, ids=", ".join(ids)) for form, ids in outcomes if ids]
    st.html(markup.section_title(words.DONE) + markup.plain_list(told))
    for one in done:
        if len(done) > 1:
            st.html(markup.paragraph(one.incident))
        site.link("incident", words.OPEN, Address(one.incident))
