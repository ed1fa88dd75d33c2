"""Single cases of harm without a figure: a driver in hospital, damage that was found, a reading over the limit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.mishaps import tells_a_mishap
from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

OVER_A_LIMIT = re.compile(
    r"\b(?:above|over|beyond|exceed(?:s|ed|ing)?|in excess of)\b[^.;]{0,25}"
    r"\b(?:limits?|thresholds?|standards?|guidelines?)\b",
    re.I,
)
NOBODY = frozenset({"any", "each", "every", "neither", "no"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "any", "no"})


def tells_a_case(verb: Token, subject: Token | None, event: str | None, clause: str) -> bool:
    """Whether the clause tells of one case of harm that a reader would set against "nobody" or "nothing"."""
    if subject is None or negated(verb) or is_modal(verb):
        return False
    return (
        befell_somebody(verb, subject, event, clause)
        or was_found(verb)
        or how_bad(verb, subject)
        or over_the_limit(verb, clause)
        or is_the_same(verb, subject)
        or tells_a_mishap(verb, subject, event)
    )


def befell_somebody(verb: Token, subject: Token, event: str | None, clause: str) -> bool:
    """Whether harm came to somebody who is not numbered: "a member of our staff is in hospital"."""
    before = {child.lower_ for child in subject.children if child.dep_ in {"det", "poss"}}
    if subject.tag_ != "NN" or not before or before & NOBODY:
        return False
    if not is_somebody(subject):
        return False
    if pattern("case", "hurt").search(clause) is not None:
        return is_past(verb) or verb_lemma(verb) == "be"
    if verb_lemma(verb) == "admit" and not is_passive(verb):
        return False
    known = events()
    return is_past(verb) and known.group(event) in {
        known.group(known.medical_event),
        "die",
        known.group(known.stay_event),
    }


def is_somebody(noun: Token) -> bool:
    """Whether a noun names a person, by the list or by its ending, of whom alone it is told that they were hurt."""
    lemma = noun.lemma_.lower()
    return lemma in listed("case", "people") or lemma.endswith(tuple(listed("case", "endings")))


def was_found(verb: Token) -> bool:
    """Whether somebody found or something suffered damage: "divers have found serious damage", "sustained a crack"."""
    if verb_lemma(verb) not in listed("case", "finding") or not is_past(verb):
        return False
    return any(
        child.dep_ == "dobj"
        and harmful(child)
        and not any(below.lower_ in DEFINITE or below.like_num for below in child.children)
        for child in verb.children
    )


def how_bad(verb: Token, subject: Token) -> bool:
    """Whether the clause says how bad the harm is: "the fault is a minor one", "the damage is slight"."""
    if verb_lemma(verb) != "be" or not harmful(subject):
        return False
    told = [child for child in verb.children if child.dep_ in {"acomp", "attr"}]
    words = {child.lower_ for child in told} | {below.lower_ for child in told for below in child.children}
    return bool(words & listed("case", "degrees"))


def over_the_limit(verb: Token, clause: str) -> bool:
    """Whether a limit was exceeded: "a monitor recorded a level above the limit"."""
    return is_past(verb) and OVER_A_LIMIT.search(clause) is not None


def is_the_same(verb: Token, subject: Token) -> bool:
    """Whether what was at fault is found elsewhere too: "the same cladding has been found at a second block"."""
    if verb_lemma(verb) in listed("case", "placing") and is_passive(verb) and is_past(verb):
        return any(child.lower_ == "same" for child in subject.children)
    if verb_lemma(verb) not in {"have", "share", "use", "contain"} or not is_past(verb):
        return False
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(below.lower_ == "same" for child in objects for below in child.children)


def harmful(noun: Token) -> bool:
    """Whether a noun names harm to a thing: "damage", "a crack", "a fault"."""
    return noun.lemma_.lower() in listed("case", "damage")
