"""Keeps what a person decides, from whichever page they decide it. These are the only clicks that write."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from comms_tracker.app import markup
from comms_tracker.app.frame import Site
from comms_tracker.app.words import change as words
from comms_tracker.clock import now
from comms_tracker.decisions import Decision, in_force
from comms_tracker.decisions.making import Maker, undo
from comms_tracker.decisions.wording import by_whom
from comms_tracker.errors import CommsTrackerError
from comms_tracker.records import Change, Comparison
from comms_tracker.report.words import capital
from comms_tracker.store import Store

Make = Callable[[Comparison, Sequence[Decision], Maker], Decision]
NAME = "decider_name"


def decider() -> str:
    """Asks for the name that decisions are kept with, once for the session; empty until it is given."""
    given: str = st.text_input(words.NAME, key=NAME, persist_state="session", max_chars=80)
    return given.strip()


def decide(site: Site, incident: str, make: Make, name: str, note: str = "") -> bool:
    """Stores what ``make`` decides and compares the incident again; false where that was refused, which is said."""
    if not name:
        st.html(markup.aside(words.NAME_FIRST))
        return False
    maker = Maker(name, now(), note.strip() or None)
    try:
        with st.spinner(words.DECIDING), Store.open(site.path, write=True) as store:
            store.decide(incident, lambda comparison, before: make(comparison, before, maker))
    except CommsTrackerError as error:
        st.html(markup.aside(str(error)))
        return False
    return True


def decided_about(decisions: tuple[Decision, ...], change: Change) -> tuple[Decision, ...]:
    """The decisions in force that are about a change or about the claims of it, oldest first."""
    sides = {side for side in (change.earlier, change.later) if side is not None}

    def is_about(decision: Decision) -> bool:
        named = {each.claim for each in decision.words}
        return decision.about == change.id or (bool(named) and named <= sides)

    return tuple(decision for decision in in_force(decisions) if is_about(decision))


def draw_decided(site: Site, incident: str, decisions: Sequence[Decision], name: str) -> None:
    """The decisions with a button to undo each."""
    for decision in decisions:
        told, button = st.columns([5, 1], vertical_alignment="center")
        told.html(markup.paragraph(words.DECIDED.format(what=capital(by_whom(decision)))))
        clicked = button.button(words.UNDO, key=f"undo {decision.id}", width="stretch")
        if clicked and decide(site, incident, _undoing(decision.id), name):
            st.rerun()


def _undoing(decision: str) -> Make:
    return lambda comparison, before, maker: undo(comparison, before, maker, decision)
