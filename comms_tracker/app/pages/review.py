"""The page on which a person confirms, rejects and mends what the program found, one thing after another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

import streamlit as st

from comms_tracker.app import deciding, loading, markup
from comms_tracker.app.address import Address
from comms_tracker.app.components.reading import Picked, draw_reading
from comms_tracker.app.frame import Page, Site, open_page
from comms_tracker.app.views.review import claims_of, decided, facts, marked, partners_of, spoken, unseen, waiting
from comms_tracker.app.views.statements import labels
from comms_tracker.app.views.taking import scope_facts
from comms_tracker.app.words import incident as incident_words
from comms_tracker.app.words import review as words
from comms_tracker.decisions import Decision
from comms_tracker.decisions.making import (
    Given,
    Maker,
    Missed,
    add_claim,
    confirm,
    correct,
    dismiss,
    link,
    reject,
    seen,
    undo,
)
from comms_tracker.decisions.places import occurrences
from comms_tracker.errors import DecisionError
from comms_tracker.records import Change, Comparison, Finding, Statement
from comms_tracker.report import change_html, escape
from comms_tracker.report.bylines import summary
from comms_tracker.report.change_view import change_view
from comms_tracker.report.incident_view import FindingView
from comms_tracker.report.words import finding_title

PART, AT, STATEMENT = "review_part", "review_at", "review_statement"
CLAIM, WORDS, TAKEN = "review_claim", "review_words", "review_taken"
PARTS = (words.LINKS, words.FINDINGS, words.READINGS)

T = TypeVar("T", Change, Finding)


def show(site: Site) -> None:
    """Draws what of the address's incident waits for a person, and what was decided already."""
    page = open_page(site)
    if page is None:
        return
    st.html(markup.masthead(words.TITLE, summary(page.comparison.statements), words.LEAD))
    decisions = loading.decisions(site.path, page.incident)
    part = st.segmented_control(
        words.PART, PARTS, default=PARTS[0], required=True, key=PART, bind="query-params", label_visibility="collapsed"
    )
    name = deciding.decider()
    desk = Desk(site, page, name)
    if part == words.FINDINGS:
        _findings(desk)
    elif part == words.READINGS:
        _readings(desk)
    else:
        _links(desk)
    _decided(desk, decisions)


class Desk:
    """Where decisions are made: the page's incident, and who decides."""

    def __init__(self, site: Site, page: Page, name: str) -> None:
        self.site = site
        self.comparison = page.comparison
        self.incident = page.incident
        self.name = name

    def decide(self, make: deciding.Make, note: str = "") -> None:
        """Stores a decision and draws the page anew; where it is refused, that is said here."""

        def told(comparison: Comparison, before: Sequence[Decision], maker: Maker) -> Decision:
            try:
                return make(comparison, before, maker)
            except DecisionError as error:
                raise DecisionError(spoken(str(error))) from None

        if deciding.decide(self.site, self.incident, told, self.name, note):
            st.rerun()


def _links(desk: Desk) -> None:
    change = _turn(waiting(desk.comparison), words.NO_LINKS)
    if change is None:
        return
    view = change_view(desk.comparison, change, brief=True)
    reasons = change_html.reasons(view, scope_facts(desk.comparison, change))
    st.html(change_html.entry(view, "h4", weighed=False) + reasons)
    desk.site.link("change", incident_words.OPEN_CHANGE, Address(desk.incident, change.id))
    note = st.text_input(words.NOTE, key=f"review_note_{change.id}", max_chars=500)
    yes, no, _ = st.columns([1, 1, 1])
    if yes.button(words.YES, type="primary", shortcut="y", width="stretch"):
        desk.decide(lambda comparison, _, maker: confirm(comparison, maker, change.id), note)
    if no.button(words.NO, shortcut="n", width="stretch"):
        desk.decide(lambda comparison, _, maker: reject(comparison, maker, change.id), note)
    st.html(markup.paragraph(words.KEYS, quiet=True))


def _findings(desk: Desk) -> None:
    finding = _turn(unseen(desk.comparison), words.NO_FINDINGS)
    if finding is None:
        return
    st.html(markup.findings([FindingView(finding_title(finding), finding.explanation)]))
    told = [desk.comparison.claim(claim) for claim in finding.claims]
    named = labels(desk.comparison)
    st.html(markup.plain_list(f"{named[one.statement]}: “{one.text}”" for one in told))
    note = st.text_input(words.NOTE, key=f"review_note_{finding.id}", max_chars=500)
    if st.button(words.SEEN, type="primary", shortcut="s"):
        desk.decide(lambda comparison, _, maker: seen(comparison, maker, finding.id), note)
    st.html(markup.paragraph(words.KEYS_FINDINGS, quiet=True))


def _turn(items: Sequence[T], none: str) -> T | None:
    """The one whose turn it is, with buttons to the one before and after; None where nothing waits, which is said."""
    if not items:
        st.html(markup.paragraph(none))
        return None
    ids = [one.id for one in items]
    kept = st.session_state.get(AT, (0, ids[0]))
    # What was decided is gone from the list: the one that took its place comes next.
    place = ids.index(kept[1]) if kept[1] in ids else min(kept[0], len(ids) - 1)
    st.session_state[AT] = (place, ids[place])
    told, back, on = st.columns([2, 1, 1], vertical_alignment="center")
    told.html(markup.paragraph(words.PLACE.format(number=place + 1, all=len(ids)), quiet=True))

    def go(to: int) -> None:
        st.session_state[AT] = (to, ids[to])

    last = len(ids) - 1
    back.button(words.BACK, shortcut="p", disabled=place == 0, on_click=go, args=(max(place - 1, 0),), width="stretch")
    on.button(
        words.ON, shortcut="x", disabled=place == last, on_click=go, args=(min(place + 1, last),), width="stretch"
    )
    return items[place]


def _readings(desk: Desk) -> None:
    named = labels(desk.comparison)
    chosen = st.selectbox(words.STATEMENT, list(named), 0, named.__getitem__, STATEMENT, on_change=_leave)
    statement = desk.comparison.statement(chosen)
    claims = claims_of(desk.comparison, statement.id)
    if st.session_state.get(CLAIM) not in claims:
        st.session_state[CLAIM] = None
    st.html(markup.paragraph(words.READING_LEAD if claims else words.NO_CLAIM, quiet=True))
    draw_reading(
        marked(desk.comparison, statement),
        st.session_state[CLAIM],
        "review_reading",
        lambda picked: _pick(picked, statement, claims),
    )
    if claims:
        claim = st.selectbox(words.CLAIM, list(claims), None, claims.__getitem__, CLAIM, placeholder=words.CHOOSE_CLAIM)
        if claim is not None:
            _mend(desk, claim)
    _missed(desk, statement)


def _leave() -> None:
    st.session_state[CLAIM] = None
    st.session_state[WORDS] = ""
    st.session_state.pop(TAKEN, None)


def _pick(picked: Picked, statement: Statement, claims: Collection[str]) -> None:
    """Takes what was picked in the text into the fields."""
    if picked.claim in claims:
        st.session_state[CLAIM] = picked.claim
    if picked.words is not None and picked.words[1] <= len(statement.text):
        st.session_state[WORDS] = statement.text[slice(*picked.words)]
        st.session_state[TAKEN] = picked.words


def _mend(desk: Desk, claim_id: str) -> None:
    """How a claim is read, and what a person makes of it."""
    claim = desk.comparison.claim(claim_id)
    st.html(markup.table((words.PART_OF_READING, words.READ_AS), facts(claim), escape.plain(claim.text)))
    value, figure, note = st.columns(3)
    given = value.text_input(words.VALUE, key=f"review_value_{claim_id}", help=words.VALUE_HELP, max_chars=100).strip()
    wording = figure.text_input(words.FIGURE, key=f"review_figure_{claim_id}", max_chars=200).strip()
    why = note.text_input(words.NOTE, key=f"review_note_{claim_id}", max_chars=500)
    right, none, no_claim = st.columns(3)
    if right.button(words.CORRECT, type="primary", width="stretch"):
        if given or wording:
            told = Given(wording or None, given or None)
            desk.decide(lambda comparison, _, maker: correct(comparison, maker, claim_id, told), why)
        else:
            st.html(markup.aside(words.VALUE_FIRST))
    if none.button(words.NOT_A_FIGURE, disabled=claim.figure is None, width="stretch"):
        desk.decide(lambda comparison, _, maker: correct(comparison, maker, claim_id, Given(none=True)), why)
    if no_claim.button(words.DISMISS, width="stretch"):
        desk.decide(lambda comparison, _, maker: dismiss(comparison, maker, claim_id), why)
    _link(desk, claim_id)


def _link(desk: Desk, claim_id: str) -> None:
    """A way to say what the claim is about: the same as one of another statement, which the program did not see."""
    partners = partners_of(desk.comparison, desk.comparison.claim(claim_id))
    if not partners:
        return
    which, button = st.columns([3, 1], vertical_alignment="bottom")
    other = which.selectbox(
        words.SAME, list(partners), None, partners.__getitem__, f"review_same_{claim_id}", placeholder=words.SAME_PLACE
    )
    if not button.button(words.LINK, width="stretch"):
        return
    if other is None:
        st.html(markup.aside(words.LINK_FIRST))
        return
    partner = other
    desk.decide(lambda comparison, _, maker: link(comparison, maker, claim_id, partner))


def _missed(desk: Desk, statement: Statement) -> None:
    """The fields for a claim that was missed."""
    st.html(markup.section_title(words.MISSED))
    said = st.text_input(words.WORDS, key=WORDS, max_chars=2000).strip()
    figure, value, counted, event = st.columns(4)
    wording = figure.text_input(words.MISSED_FIGURE, key="review_missed_figure", max_chars=200).strip()
    given = value.text_input(
        words.MISSED_VALUE, key="review_missed_value", help=words.VALUE_HELP, max_chars=100
    ).strip()
    things = counted.text_input(words.COUNTED, key="review_missed_counted", max_chars=100).strip()
    what = event.text_input(words.EVENT, key="review_missed_event", max_chars=100).strip()
    if not st.button(words.ADD):
        return
    if not said:
        st.html(markup.aside(words.WORDS_FIRST))
        return
    at = _taken(statement, said)
    count = len(occurrences(said, statement.text, 0, len(statement.text)))
    if count > 1 and at is None:
        st.html(markup.aside(words.SEVERAL.format(count=count)))
        return
    told = Given(wording or None, given or None)
    missed = Missed(statement.id, said, told, at, what or None, things or None)
    desk.decide(lambda comparison, _, maker: add_claim(comparison, maker, missed))


def _taken(statement: Statement, said: str) -> int | None:
    """Where the words were selected in the text; None where those in the field are others."""
    taken: tuple[int, int] | None = st.session_state.get(TAKEN)
    return taken[0] if taken is not None and statement.text[slice(*taken)].split() == said.split() else None


def _decided(desk: Desk, decisions: tuple[Decision, ...]) -> None:
    """What was decided, the last first, each with a button to undo it."""
    found = decided(decisions)
    st.html(markup.section_title(words.DECIDED, len(found)))
    if not found:
        st.html(markup.paragraph(words.NOTHING_DECIDED, quiet=True))
        return
    for number, (decision, told) in enumerate(found):
        sentence, button = st.columns([4, 1], vertical_alignment="center")
        sentence.html(markup.paragraph(told))
        clicked = button.button(
            words.UNDO if number else words.UNDO_LAST,
            key=f"review_undo_{decision.id}",
            shortcut=None if number else "u",
            width="stretch",
        )
        if clicked:
            _undo(desk, decision)


def _undo(desk: Desk, decision: Decision) -> None:
    """Takes a decision back; what it was about has its turn again."""
    st.session_state[AT] = (0, decision.about)
    desk.decide(lambda comparison, before, maker: undo(comparison, before, maker, decision.id))
