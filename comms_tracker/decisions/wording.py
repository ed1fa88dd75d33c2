"""Decisions in plain sentences: for evidence, for notes and for errors."""

from __future__ import annotations

from comms_tracker.changes.english import day_words
from comms_tracker.decisions.records import Decision, Verb

DONE = {
    Verb.CONFIRM: "confirmed",
    Verb.REJECT: "rejected",
    Verb.LINK: "linked",
    Verb.CORRECT: "corrected",
    Verb.DISMISS: "dismissed",
    Verb.ADD_CLAIM: "added",
    Verb.SEEN: "marked as seen",
    Verb.UNDO: "undone",
}


def by_whom(decision: Decision) -> str:
    """Who decided, when, and their note: "confirmed by Ann Lee on 26 November 2026 (“as on the call”)"."""
    said = f" (“{decision.note}”)" if decision.note else ""
    return f"{DONE[decision.verb]} by {decision.by} on {day_words(decision.made)}{said}"


def new_reading(decision: Decision) -> str:
    """What a person made of a reading, for evidence: "“136” is read as “1,360”: corrected by ...".

    ``decision`` corrects a figure or adds a claim.
    """
    words, figure = decision.words[0], decision.figure
    if decision.verb is Verb.ADD_CLAIM:
        return f"“{words.text}” was {by_whom(decision)}"
    if figure is None:
        return f"“{words.figure_text}” is read as no figure: {by_whom(decision)}"
    if decision.value is None:
        return f"“{figure.text}” is the figure of “{words.text}”: {by_whom(decision)}"
    return f"“{figure.text}” is read as “{decision.value}”: {by_whom(decision)}"


def lapsed(decision: Decision, words: str, statement: str, near: str | None) -> str:
    """What to say of a decision whose words are gone; ``near`` is what stands there now, None where nothing can."""
    where = f"Near them now: “{near}”." if near else f"{statement} is not in this incident any more."
    return (
        f"A decision has lost its words and is not applied ({by_whom(decision)}; {decision.id}): "
        f"“{words}” does not stand in {statement} now. {where}"
    )
