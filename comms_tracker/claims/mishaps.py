"""Harm without a number that its verb alone does not tell: smoke in a ward, names in a file, a file on a forum."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import is_passive, is_past, phrasal, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "mishap")
SOMEBODY = frozenset({"somebody", "someone"})
LEFT = frozenset({"find", "leave", "discover"})
MILD = frozenset({"complain", "wait", "attempt", "move", "affect", "breakdown_find", "receive", "leave", "refuse"})
"""Groups of harm that may be told of one person without harm to anyone: a resident complained, a customer left."""


def tells_a_mishap(verb: Token, subject: Token, event: str | None) -> bool:
    """Whether the clause tells of harm by what got where, or by what somebody had to do."""
    if not is_past(verb):
        return False
    return (
        got_somewhere(verb, subject)
        or is_in_others_hands(verb, subject)
        or holds_private_things(verb, subject)
        or turned_up(verb, subject)
        or had_to_bear(verb, subject, event)
        or was_left_harmed(verb)
    )


def got_somewhere(verb: Token, subject: Token) -> bool:
    """Whether smoke, oil or water got where it does harm: "sewage flowed into the harbour"."""
    if subject.lemma_.lower() not in words("spreading") or verb_lemma(verb) not in words("getting"):
        return False
    return any(child.dep_ in {"prep", "dobj", "prt"} for child in verb.children)


def is_in_others_hands(verb: Token, subject: Token) -> bool:
    """Whether private things are said to have been in something: "names and addresses were in the file"."""
    if verb_lemma(verb) != "be" or not any(word.lemma_.lower() in words("private") for word in subject.subtree):
        return False
    behind = (below for child in verb.children if child.dep_ == "prep" for below in child.children)
    return any(below.lemma_.lower() in words("holders") or below.lower_ == "data" for below in behind)


def holds_private_things(verb: Token, subject: Token) -> bool:
    """Whether something is said to have held private things: "the file contained bank details"."""
    if verb_lemma(verb) not in {"contain", "hold", "include", "list", "show"}:
        return False
    things = [child for child in verb.children if child.dep_ == "dobj"]
    private = any(word.lemma_.lower() in words("private") for thing in things for word in thing.subtree)
    return subject.lemma_.lower() in words("holders") and private


def turned_up(verb: Token, subject: Token) -> bool:
    """Whether a thing came to where it should not be: "the file has appeared on a criminal forum"."""
    named = phrasal(verb)
    placed = any(child.dep_ == "prep" and child.lower_ in {"on", "in", "at", "among"} for child in verb.children)
    return subject.lemma_.lower() in words("strays") and bool(named & words("surfacing")) and placed


def had_to_bear(verb: Token, subject: Token, event: str | None) -> bool:
    """Whether something befell people or animals: "patients waited in corridors", "a dog has died"."""
    known = events()
    if subject.lower_ in SOMEBODY:
        return known.plays(event, "harm") and known.group(event) not in MILD
    kind = subject.lemma_.lower()
    people = kind in listed("case", "people") or kind in words("animals")
    if people and kind != "member" and verb_lemma(verb) in words("suffering"):
        return True
    if (people or kind in {"staff", "member"}) and is_passive(verb) and subject.tag_ != "NN":
        return known.plays(event, "harm") and known.group(event) not in MILD
    one = subject.tag_ == "NN" and any(child.lower_ in {"a", "an", "another", "one"} for child in subject.children)
    return people and one and known.plays(event, "harm") and known.group(event) not in MILD


def was_left_harmed(verb: Token) -> bool:
    """Whether something was found or left in a harmful state: "fish have been found dead"."""
    if not is_passive(verb) or verb_lemma(verb) not in LEFT:
        return False
    states = {child.lower_ for child in verb.children if child.dep_ in {"oprd", "acomp", "advcl", "xcomp"}}
    return bool(states & events().harm_states)
