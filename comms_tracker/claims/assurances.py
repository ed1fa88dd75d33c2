"""Clauses that assure: something is in order, goes as it should, is still had, or passed its test."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed, ways
from comms_tracker.claims.verbs import is_passive, is_past, phrasal, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "state")
STATING = frozenset({"be", "remain", "stay", "look", "keep", "continue"})
ON = frozenset({"on", "up", "running", "going", "lit"})


def assures_of(verb: Token, subject: Token, clause: str) -> bool:
    """Whether the clause says that something is or goes as it should, or is still had."""
    advises = any(child.dep_ == "aux" and child.lower_ in {"must", "should"} for child in verb.children)
    if negated(verb) or advises or subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    return (
        is_in_order(verb, subject)
        or (ways("state", "as_usual").search(clause) is not None and goes(verb))
        or done_rightly(verb)
        or has_enough(verb)
        or is_kept(verb)
        or passed_its_test(verb)
        or goes_on_being_done(verb)
    )


def is_in_order(verb: Token, subject: Token) -> bool:
    """Whether a thing is said to be sound: "the ferry is seaworthy", "supplies are good", "milk is fine to drink"."""
    if verb_lemma(verb) not in STATING:
        return False
    told = [child for child in verb.children if child.dep_ in {"acomp", "oprd", "attr"}]
    if any(word.tag_ in {"JJR", "RBR"} for word in told):
        return False
    lemmas = {word.lemma_.lower() for word in told}
    if lemmas & words("assuring"):
        return True
    compounds = (child for child in subject.children if child.dep_ == "compound")
    of_kind = {word.lemma_.lower() for word in (subject, *compounds)}
    used = {verb_lemma(below) for word in told for below in word.children if below.dep_ == "xcomp"}
    if lemmas & words("supplied_well") and of_kind & words("supplied"):
        return True
    if lemmas & words("fit") and used & words("uses"):
        return True
    on = verb_lemma(verb) in {"remain", "stay"} and any(child.lower_ in ON for child in verb.children)
    return on and not told


def goes(verb: Token) -> bool:
    """Whether the verb tells of what goes on, and not of what somebody thinks."""
    return verb_lemma(verb) not in listed("state", "skip_going")


def done_rightly(verb: Token) -> bool:
    """Whether something is said to have been done well: "the vaccine was stored correctly"."""
    return is_passive(verb) and any(child.lower_ in words("rightly") for child in verb.children)


def has_enough(verb: Token) -> bool:
    """Whether somebody has as much as is needed: "the bank has ample funds"."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    ample = any(word.lower_ in words("enough") for thing in things for word in (thing, *thing.children))
    return verb_lemma(verb) in {"have", "hold"} and ample


def is_kept(verb: Token) -> bool:
    """Whether something is still had or kept going: "every home kept its supply", "service has been maintained"."""
    named = phrasal(verb)
    if is_passive(verb):
        # The lemmatizer makes "spar" of "spared".
        return bool((named | {f"{verb_lemma(verb)}e"}) & words("upheld"))
    if verb_lemma(verb) == "keep" and any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in verb.children):
        return is_past(verb)
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubj"} and child.i > verb.i]
    things += [below for child in verb.children if child.dep_ == "ccomp" for below in child.children]
    return bool(named & words("keeping")) and is_past(verb) and any(is_had(thing) for thing in things)


def is_had(thing: Token) -> bool:
    """Whether a noun names what people would miss: power, pay, a place."""
    return thing.lemma_.lower() in words("kept")


def passed_its_test(verb: Token) -> bool:
    """Whether a thing passed a test: "the remaining carriages passed their inspections"."""
    things = [child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"]
    return verb_lemma(verb) == "pass" and is_past(verb) and bool(set(things) & words("passed"))


def goes_on_being_done(verb: Token) -> bool:
    """Whether something continued to be done: "calls continued to be answered"."""
    if verb_lemma(verb) != "continue":
        return False
    return any(child.dep_ == "xcomp" and is_passive(child) for child in verb.children)
