"""The page that searches the store: words or meaning, what it is narrowed to, results, and how to take them along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from comms_tracker.app import loading, markup, markup_search
from comms_tracker.app.address import Address
from comms_tracker.app.frame import Site, show_trouble
from comms_tracker.app.views.search import datasette_lines, hit_view, pandas_lines
from comms_tracker.app.widgets import download
from comms_tracker.app.words import method as method_words
from comms_tracker.app.words import search as words
from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.exporting.formats import Format
from comms_tracker.records import FigureKind
from comms_tracker.report import escape
from comms_tracker.store import Filters, Found, Search, Store, Within

WORDS, HOW, WITHIN, PAGE = "search_words", "search_how", "search_in", "search_page"
ORGANISATION, SECTOR, KIND, UNIT = "search_organisation", "search_sector", "search_kind", "search_unit"
SINCE, UNTIL, AT_LEAST, AT_MOST = "search_since", "search_until", "search_at_least", "search_at_most"
"""The names of the fields, which are in the address, too: what is searched for is the store's, never a draft's."""
NARROWING = (ORGANISATION, SECTOR, KIND, UNIT, SINCE, UNTIL, AT_LEAST, AT_MOST)

PLACES = {
    words.EVERYTHING: Within.EVERYTHING,
    words.CLAIMS: Within.CLAIMS,
    words.STATEMENTS: Within.STATEMENTS,
}
KINDS = {name: kind for (name, *_), kind in zip(method_words.FIGURE_KINDS, FigureKind, strict=True)}
A_PAGE = 20
"""Results on a page."""
MOST = 10_000
"""Results in a file."""
MOST_PAGES = 100_000


def show(site: Site) -> None:
    """Draws the fields, and what the words find."""
    held = loading.load_incidents(site.path)
    if isinstance(held, loading.Trouble):
        show_trouble(held)
        return
    st.html(markup.masthead(words.TITLE, "", words.LEAD))
    typed = _fields(site.path)
    queries: tuple[str, ...] = ()
    if not typed.strip():
        st.html(markup.paragraph(words.NOTHING_YET) + markup.plain_list(words.EXAMPLES))
    else:
        try:
            asked = _asked(typed)
            with Store.open(site.path, write=False) as store:
                found = store.search(asked)
        except InputError as error:
            st.html(markup.aside(str(error) if isinstance(error, _DayError) else words.NO_WORD))
            return
        except CommsTrackerError as error:
            st.html(markup.aside(str(error)))
            return
        queries = found.sql
        _results(site, asked, found)
    _elsewhere(site.path, queries)


class _DayError(InputError):
    """What was typed for a day is none."""


def _fields(path: Path) -> str:
    """The fields; returns the words to look for."""
    field, button = st.columns([4, 1], vertical_alignment="bottom")
    typed: str | None = field.text_input(
        words.WORDS,
        key=WORDS,
        help=words.WORDS_HELP,
        placeholder=words.WORDS_PLACE,
        max_chars=400,
        on_change=_first_page,
        bind="query-params",
    )
    button.button(words.SEARCH, type="primary", width="stretch")
    how, within = st.columns(2)
    how.radio(
        words.HOW,
        (words.BY_WORDS, words.BY_MEANING),
        key=HOW,
        horizontal=True,
        on_change=_first_page,
        bind="query-params",
    )
    within.radio(words.WITHIN, list(PLACES), key=WITHIN, horizontal=True, on_change=_first_page, bind="query-params")
    with st.expander(words.FILTERS, expanded=_narrowed()):
        _filters(path)
    return typed or ""


def _filters(path: Path) -> None:
    held = loading.organisations(path)
    sectors = sorted({sector for _, sector in held if sector})
    choices = (
        (words.ORGANISATION, [name for name, _ in held], ORGANISATION),
        (words.SECTOR, sectors, SECTOR),
        (words.KIND, list(KINDS), KIND),
    )
    for column, (label, options, key) in zip(st.columns(3), choices, strict=True):
        column.selectbox(
            label,
            options,
            index=None,
            key=key,
            format_func=escape.plain,
            placeholder=words.ANY,
            disabled=not options,
            on_change=_first_page,
            bind="query-params",
        )
    since, until, unit, least, most = st.columns(5)
    for column, label, key in ((since, words.SINCE, SINCE), (until, words.UNTIL, UNTIL)):
        column.text_input(
            label,
            key=key,
            placeholder=words.DAY_PLACE,
            max_chars=10,
            on_change=_first_page,
            bind="query-params",
        )
    unit.text_input(
        words.UNIT, key=UNIT, help=words.UNIT_HELP, max_chars=60, on_change=_first_page, bind="query-params"
    )
    for column, label, key in ((least, words.AT_LEAST, AT_LEAST), (most, words.AT_MOST, AT_MOST)):
        column.number_input(label, value=None, key=key, format="%g", on_change=_first_page, bind="query-params")


def _narrowed() -> bool:
    return any(st.session_state.get(key) not in (None, "") or key in st.query_params for key in NARROWING)


def _first_page() -> None:
    st.session_state[PAGE] = 1


def _asked(typed: str) -> Search:
    """What the fields ask for; raises an InputError for a day that is none."""
    state = st.session_state
    filters = Filters(
        organisation=state[ORGANISATION],
        sector=state[SECTOR],
        since=_day(state[SINCE]),
        until=_day(state[UNTIL]),
        kind=KINDS[state[KIND]] if state[KIND] else None,
        unit=(state[UNIT] or "").strip() or None,
        at_least=state[AT_LEAST],
        at_most=state[AT_MOST],
    )
    page = int(state.setdefault(PAGE, _page_asked()))
    by_meaning = state[HOW] == words.BY_MEANING
    return Search(typed, PLACES[state[WITHIN]], by_meaning, filters, A_PAGE, (page - 1) * A_PAGE)


def _page_asked() -> int:
    """The page that the address asks for, before its field is drawn."""
    asked = st.query_params.get(PAGE, "1")
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() else 1


def _day(typed: str | None) -> str | None:
    if not (typed or "").strip():
        return None
    try:
        return date.fromisoformat((typed or "").strip()).isoformat()
    except ValueError:
        raise _DayError(words.NOT_A_DAY.format(words=typed)) from None


def _results(site: Site, asked: Search, found: Found) -> None:
    told = [*found.notes]
    if asked.filters.of_figures and asked.within is not Within.CLAIMS:
        told.append(words.OF_FIGURES)
    for each in told:
        st.html(markup.aside(each))
    if not found.hits:
        _nothing(asked)
    else:
        st.html(
            markup.section_title(words.RESULTS)
            + markup.paragraph(words.results(asked.offset + 1, asked.offset + len(found.hits), found.more), quiet=True)
        )
        for hit in found.hits:
            view = hit_view(hit)
            st.html(markup_search.hit(view))
            site.link("statements", words.OPEN, Address(view.incident, later=view.statement))
        _pages(asked, found)
        _take(site.path, asked)
    st.html(markup.section_title(words.SQL) + markup.paragraph(words.SQL_LEAD, quiet=True))
    # In no colours of a language: those of Streamlit stand out too little from their ground.
    for query in found.sql:
        st.code(query, language=None, wrap_lines=True)
    if len(found.sql) > 1:
        st.html(markup.paragraph(words.SQL_SEVERAL, quiet=True))


def _nothing(asked: Search) -> None:
    """That nothing was found, said plainly, and what can be tried."""
    if asked.offset:
        number = asked.offset // asked.limit + 1
        st.html(markup.aside(words.NO_SUCH_PAGE.format(number=number)))
        st.button(words.FIRST, on_click=_first_page)
        return
    narrowed = asked.filters != Filters()
    tries = [words.TRY_FEWER]
    tries += [words.TRY_MEANING] if not asked.by_meaning else []
    tries += [words.TRY_WIDER] if narrowed else []
    st.html(
        markup.section_title(words.NOTHING)
        + markup.paragraph(words.NOTHING_FOR.format(words=asked.words))
        + markup.paragraph(words.TRY, quiet=True)
        + markup.plain_list(tries)
    )
    with st.container(horizontal=True):
        if not asked.by_meaning:
            st.button(words.MEANING_TOO, on_click=_by_meaning)
        if narrowed:
            st.button(words.NO_FILTERS, on_click=_stop_narrowing)


def _by_meaning() -> None:
    st.session_state[HOW] = words.BY_MEANING
    _first_page()


def _stop_narrowing() -> None:
    for key in NARROWING:
        st.session_state[key] = "" if key in (UNIT, SINCE, UNTIL) else None
    _first_page()


def _pages(asked: Search, found: Found) -> None:
    """The number of the page, which is in the address, with the ones before and after."""
    if not asked.offset and not found.more:
        return
    before, number, after = st.columns(3, vertical_alignment="bottom")
    before.button(words.PREVIOUS, disabled=not asked.offset, on_click=_turn, args=(-1,), width="stretch")
    number.number_input(words.PAGE, 1, MOST_PAGES, step=1, key=PAGE, bind="query-params")
    after.button(words.NEXT, disabled=not found.more, on_click=_turn, args=(1,), width="stretch")


def _turn(by: int) -> None:
    st.session_state[PAGE] += by


def _take(path: Path, asked: Search) -> None:
    """Files of all results, made when they are asked for."""
    from comms_tracker.store.searching import DEPTH

    st.html(
        markup.section_title(words.TAKE) + markup.paragraph(words.TAKE_LEAD.format(most=MOST, deep=DEPTH), quiet=True)
    )
    every = replace(asked, limit=MOST, offset=0)
    with st.container(horizontal=True):
        for ending, label in words.FORMATS.items():
            download(label, partial(_file, path, every, Format(ending)), f"found.{ending}")


def _file(path: Path, asked: Search, form: Format) -> bytes:
    from comms_tracker.exporting.hits import hits_file

    with Store.open(path, write=False) as store:
        return hits_file(store.search(asked).hits, form)


def _elsewhere(path: Path, queries: tuple[str, ...]) -> None:
    with st.expander(words.ELSEWHERE):
        st.html(markup.paragraph(words.DATASETTE))
        st.code(datasette_lines(path), language=None)
        st.html(markup.paragraph(words.PANDAS if queries else words.PANDAS_PLAIN))
        st.code(pandas_lines(path, queries), language=None)
