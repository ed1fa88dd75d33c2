"""The page that compares texts that are in no store: what is pasted, dropped or fetched, and what changed between."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from comms_tracker.app import intake, markup, saving, unsaved
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site
from comms_tracker.app.texts import Pasted, Texts, read_texts
from comms_tracker.app.unkept import unkept
from comms_tracker.app.widgets import download, drop_files
from comms_tracker.app.words import compare as words
from comms_tracker.clock import today
from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.records import Comparison

COUNT, FILES, ADDRESS, ORGANISATION = "compare_count", "compare_files", "compare_address", "compare_organisation"
FOUND, TROUBLE, NAME, SAVED = "compare_found", "compare_trouble", "compare_name", "compare_saved"
MOST_TEXTS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What was compared in this session: the statements as they were read, and the comparison of them."""

    texts: Texts
    comparison: Comparison


def show(site: Site) -> None:
    """Draws the fields for the texts, and beneath them what changed between the texts."""
    st.html(markup.masthead(words.TITLE, "", words.LEAD) + markup.paragraph(words.PRIVATE, quiet=True))
    found: Found | None = st.session_state.get(FOUND)
    with st.expander(words.TEXTS, expanded=found is None):
        asked = _fields()
    if asked:
        _compare()
        st.rerun()
    if trouble := st.session_state.pop(TROUBLE, None):
        st.html(markup.aside(trouble))
    if found is None:
        st.html(markup.paragraph(words.NOTHING_YET, quiet=True))
        return
    unsaved.draw(found.comparison, (*found.texts.notes, *found.comparison.notes))
    _keep(site, found)


def _fields() -> bool:
    """The fields; whether the texts are to be compared now."""
    count = st.session_state.setdefault(COUNT, 2)
    for first in range(0, count, 2):
        for number, column in zip(range(first, min(first + 2, count)), st.columns(2), strict=False):
            with column:
                st.text_area(
                    words.TEXT.format(number=number + 1),
                    height=220,
                    key=_key("text", number),
                    max_chars=intake.MOST_CHARACTERS,
                    persist_state="session",
                )
                st.text_input(
                    words.TEXT_DATE.format(number=number + 1),
                    key=_key("date", number),
                    help=words.DATE_HELP,
                    max_chars=40,
                    persist_state="session",
                )
    st.button(words.MORE, on_click=_one_more, disabled=count >= MOST_TEXTS)
    drop_files(words.FILES, FILES, several=True)
    address, organisation = st.columns(2)
    address.text_input(words.ADDRESS, key=ADDRESS, max_chars=2000, persist_state="session")
    organisation.text_input(
        words.ORGANISATION, key=ORGANISATION, help=words.ORGANISATION_HELP, max_chars=200, persist_state="session"
    )
    compare, again, _ = st.columns([1, 1, 2])
    again.button(words.AGAIN, width="stretch", on_click=_start_again)
    return compare.button(words.COMPARE, type="primary", width="stretch")


def _key(what: str, number: int) -> str:
    return f"compare_{what}_{number}"


def _one_more() -> None:
    st.session_state[COUNT] += 1


def _start_again() -> None:
    for number in range(st.session_state.get(COUNT, 2)):
        st.session_state[_key("text", number)] = st.session_state[_key("date", number)] = ""
    for key in (ADDRESS, ORGANISATION):
        st.session_state[key] = ""
    for key in (COUNT, FOUND, TROUBLE, unsaved.CHANGE, SAVED, FILES):
        st.session_state.pop(key, None)


def _compare() -> None:
    """Compares the texts of the fields for this session alone, or says why they cannot be compared."""
    for key in (FOUND, unsaved.CHANGE, SAVED):
        st.session_state.pop(key, None)
    count = st.session_state[COUNT]
    texts = [
        Pasted(st.session_state[_key("text", number)], st.session_state[_key("date", number)])
        for number in range(count)
    ]
    files = [(file.name, file.getvalue()) for file in st.session_state[FILES] or []]
    address, organisation = st.session_state[ADDRESS].strip(), st.session_state[ORGANISATION].strip()
    try:
        with st.spinner(words.COMPARING):
            found = unkept(lambda: compared(texts, files, address, organisation))
    except CommsTrackerError as error:
        st.session_state[TROUBLE] = str(error)
    else:
        st.session_state[FOUND] = found


def compared(texts: list[Pasted], files: list[tuple[str, bytes]], address: str, organisation: str) -> Found:
    """The comparison of what was given; raises InputError where it cannot be read, and where it is fewer than two."""
    from comms_tracker.comparison import compare
    from comms_tracker.reading.incidents import one_matter

    read = read_texts(texts, intake.documents(files, address), organisation=organisation)
    statements, notes = one_matter(read.statements)
    named = list(dict.fromkeys(one.incident for one in statements if one.incident))
    if len(named) > 1:
        raise InputError(words.SEVERAL.format(count=len(named), names=", ".join(named)))
    if len(statements) < 2:
        raise InputError(words.TOO_FEW.format(count=len(statements)))
    kept = replace(read, statements=statements, notes=(*read.notes, *notes))
    return Found(kept, compare(statements))


def _keep(site: Site, found: Found) -> None:
    from comms_tracker.report.incident_page import incident_page

    st.html(markup.section_title(words.KEEP) + markup.paragraph(words.KEEP_LEAD, quiet=True))
    if saved := st.session_state.get(SAVED):
        st.html(markup.aside(words.SAVED.format(name=saved)))
        site.link("incident", words.OPEN, Address(saved))
    name, save, page = st.columns([2, 1, 1], vertical_alignment="bottom")
    given: str = name.text_input(words.NAME, key=NAME, help=words.NAME_HELP, max_chars=100)
    with page:
        download(words.PAGE_FILE, lambda: incident_page(found.comparison, today()), "what-changed.html", wide=True)
    if save.button(words.SAVE, width="stretch"):
        _save(site, found, given.strip())


def _save(site: Site, found: Found, name: str) -> None:
    if not name:
        st.html(markup.aside(words.NAME_FIRST))
        return
    if saving.holds(site.path, name):
        st.html(markup.aside(words.TAKEN.format(name=name)))
        return
    with st.spinner(words.SAVING):
        saving.save_comparison(site.path, name, found.texts, found.comparison)
    st.session_state[SAVED] = name
    st.rerun()
