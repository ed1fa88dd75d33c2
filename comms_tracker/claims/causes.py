"""Clauses that say what the matter came from, or what it did not come from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.culprits import names_culprit
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = frozenset({"he", "she", "we", "i", "you"})
"""Of people it is said what they are due to do or responsible for, which caused nothing."""


def gives_cause(verb: Token, subject: Token | None, event: str | None, clause: str) -> bool:
    """Whether the clause says what caused something: "was due to a lorry hitting a pole", "we put it down to icing"."""
    if is_modal(verb) or subject is None:
        return False
    told_by_nobody = subject.lower_ not in PEOPLE and (verb_lemma(verb) not in grammar().reporting or is_thought(verb))
    folded = clause.lower()
    if any(hint in folded for hint in HINTS) and ways().search(clause) is not None and not schedules(verb):
        return told_by_nobody or blames(verb)
    if verb.dep_ != "ROOT" or not told_by_nobody or subject.lower_ in {"that", "this"}:
        return False
    if caused(verb, subject) or happened_because(verb, event) or happened_when(verb, subject):
        return True
    return names_culprit(verb, subject, clause)


FEELINGS = frozenset(
    {"alarm", "anger", "anxiety", "concern", "confusion", "distress", "inconvenience", "upset", "worry"}
)
"""What every apology says was caused."""
HINTS = (
    "due", "down to", "owing", "attribut", "ascrib", "stem", "aris", "aros", "originat", "deriv", "emanat",
    "result", "fault", "work", "mistake", "error", "blame", "pin", "trac", "to do with", "connect", "relat", "link",
    "behind", "contribut", "to a ", "responsible", "outcome", "consequence", "product", "caus", "oversight",
    "doing", "slip", "blunder", "failure", "believed", "thought", "understood", "suspected", "likely", "appear",
    "seem", "known", "found", "said", "omission", "bug",
)  # fmt: skip
"""Of these one stands in whatever the ways hold in: that is asked faster."""


@cache
def ways() -> re.Pattern[str]:
    """The ways of naming a cause, of lexicon/selection.toml, as one pattern."""
    return re.compile("|".join(lexicon.table("selection")["cause"]["ways"]), re.I)


def is_thought(verb: Token) -> bool:
    """Whether it is told of a thing what it is thought to have done: "a truck is believed to have triggered it"."""
    return is_passive(verb) and any(child.dep_ == "xcomp" for child in verb.children)


def blames(verb: Token) -> bool:
    """Whether somebody names the cause: "we put it down to", "we attribute the rise to"."""
    return verb_lemma(verb) in {"put", "attribute", "ascribe", "blame", "trace", "pin"}


def schedules(verb: Token) -> bool:
    """Whether "due to" leads to what will be done, or "down to" to how much is left: "is due to reopen"."""
    doc, end = verb.doc, verb.sent.end
    return any(
        doc[at].lower_ in {"due", "down"}
        and doc[at + 1].lower_ == "to"
        and (doc[at + 2].tag_ == "VB" or doc[at + 2].like_num)
        for at in range(verb.i, end - 2)
    )


def caused(verb: Token, subject: Token) -> bool:
    """Whether a thing is said to have caused another: "a rat caused the short circuit"."""
    if verb_lemma(verb) != "cause" or not is_past(verb) or subject.pos_ != "NOUN":
        return False
    things = (child for child in verb.children if child.dep_ == "dobj")
    return any(thing.lemma_.lower() not in FEELINGS for thing in things)


def happened_because(verb: Token, event: str | None) -> bool:
    """Whether harm is said to have come about because of something: "letters were lost because a filter was off"."""
    states = {child.lower_ for child in verb.children if child.dep_ == "acomp"} & events().harm_states
    harmed = bool(states) or events().plays(event, "harm")
    if not harmed or not (is_past(verb) or states):
        return False
    return pattern("cause", "because").search(verb.doc[verb.i : verb.sent.end].text) is not None


def happened_when(verb: Token, subject: Token) -> bool:
    """Whether it is said when or after what the trouble came about: "the power cut happened after a swan flew in"."""
    if verb_lemma(verb) not in listed("cause", "happening") or not is_past(verb):
        return False
    return is_trouble(subject) and any(child.dep_ == "advcl" for child in verb.children)


def is_trouble(noun: Token) -> bool:
    """Whether a noun names harm: an outage, a leak, a mistake."""
    lemma = noun.lemma_.lower()
    return lemma in listed("case", "damage") or events().plays(events().noun_group.get(lemma), "harm")
