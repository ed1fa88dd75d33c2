"""What a verb is in its clause: its lemma and particles, its tense, and what it says below a light verb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.remembering import remembered

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTICIPLES = frozenset({"acl", "relcl"})
VERBS = frozenset({"VERB", "AUX"})
# What is no part of a verb: how an amount moved ("up from 46", "down by 12", "up to 90"), and a state of its own.
A_LEVEL = re.compile(r"(?:up|down)\s+(?:from\b|(?:on|by|to)\s+(?:\w+\s+)?[\d£$€])", re.I)
OUT_OF_A_STATE = re.compile(r"out\s+of\s+(?:action|bounds|control|danger|date|order|pocket|service|use|work)\b", re.I)
TO_A_LEVEL = frozenset({"up from", "down from", "up to", "down to"})
# Words of what is still to be done: "have yet to be found", "are still to be paid".
NOT_YET = frozenset({"yet", "still"})


def verb_lemma(verb: Token) -> str:
    """The verb's lemma, mended where the lemmatizer leaves an "e" too many ("reconnecte") or none ("fin" of fined)."""
    return mended(verb.lemma_, verb.lower_)


@remembered(4096)
def mended(lemma: str, word: str) -> str:
    """A verb's lemma in lower case, given also as it is written."""
    lemma, known = lemma.lower(), events().group_of
    if lemma not in known and f"{lemma}e" in known and word.startswith(f"{lemma}e"):
        return f"{lemma}e"
    return lemma[:-1] if lemma.endswith("e") and lemma not in known and lemma[:-1] in known else lemma


def left_undone(verb: Token) -> Token | None:
    """The verb of what is still to be done, or was not: "yet to be found", "failed to arrive", "unable to board"."""
    lemma = verb_lemma(verb)
    below = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in VERBS and child.i > verb.i]
    awaited = lemma in {"have", "be"} and any(child.lower_ in NOT_YET for child in verb.children)
    if below and (lemma == "fail" or awaited or (lemma == "remain" and is_passive(below[0]))):
        return below[0]
    unable = (child for child in verb.children if child.dep_ == "acomp" and child.lower_ == "unable")
    return next((child for state in unable for child in state.children if child.dep_ == "xcomp"), None)


def particles(verb: Token) -> list[str]:
    """The particles and adverbs after a verb that may be part of it: "take out", "go back"."""
    return [
        child.lower_
        for child in verb.children
        if child.lower_ in grammar().particles
        and child.i > verb.i
        and not stands_alone(child)
        and (child.dep_ in {"prt", "advmod"} or (child.dep_ == "prep" and child.i == verb.i + 1 and joins(child)))
    ]


def phrasal(verb: Token, behind: Iterable[str] = ()) -> set[str]:
    """The verb's lemma alone, with each of its particles and with each of the words ``behind``: "step", "step down"."""
    lemma = verb_lemma(verb)
    return {lemma, *(f"{lemma} {word}" for word in (*particles(verb), *behind))}


def stands_alone(word: Token) -> bool:
    """Whether an adverb is part of no verb: it gives a level, or a state with what follows: "left out of pocket"."""
    following = word.doc[word.i : word.i + 4].text
    state = OUT_OF_A_STATE.match(following) is not None and verb_lemma(word.head) not in grammar().stative
    return state or A_LEVEL.match(following) is not None


def is_level(word: Token) -> bool:
    """Whether "up" or "down" leads to how much there is: "is down to 1,200"; "is up by 12" says how much more."""
    return word.doc[word.i : word.i + 2].text.lower() in TO_A_LEVEL


def joins(preposition: Token) -> bool:
    """Whether a preposition goes with its verb: it has no object of its own, or says what something is in."""
    return preposition.lower_ == "in" or not any(child.dep_ == "pobj" for child in preposition.children)


def below_light(verb: Token) -> Token:
    """The verb that says what happened below "have to be", "turned out to be", "continue to", "be going to"."""
    for _ in range(2):
        lower = next(
            (child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in VERBS and child.i > verb.i),
            None,
        )
        if lower is None or verb_lemma(verb) not in grammar().light | grammar().handing_on or is_well(verb):
            return verb
        verb = lower
    return verb


def is_well(verb: Token) -> bool:
    """Whether the verb says a state, to which what is below it belongs: "is safe to drink", "was unsafe to use"."""
    states = events().harm_states | events().well_states
    return any(child.dep_ == "acomp" and child.lemma_.lower() in states for child in verb.children)


def had_done(verb: Token) -> Token:
    """What was done to something that somebody had: "had details exposed", "had their water cut off"."""
    if verb_lemma(verb) not in {"have", "get"}:
        return verb
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and any(below.dep_ == "nsubj" for below in child.children):
            return child
        done = [below for below in child.children if below.dep_ == "acl" and below.tag_ == "VBN" and below.i > child.i]
        if child.dep_ == "dobj" and done and done[0].i == child.i + 1:
            return done[0]
    return verb


def state_of(verb: Token) -> str | None:
    """What a copula says something is: "unavailable", "be back", "be without"."""
    for child in verb.children:
        told = child.pos_ == "ADJ" or child.tag_ in {"VBN", "VBG"} or (child.pos_ == "ADV" and not is_level(child))
        if child.dep_ in {"acomp", "attr", "oprd"} and told:
            return named_state(child, verb_lemma(verb))
    for child in verb.children:
        if child.dep_ == "prep" and any(
            f"be {child.lower_} {noun.lower_}" in events().group_of for noun in child.children
        ):
            return None
        adverb = child.dep_ in {"advmod", "prt", "acomp"} and child.lower_ in grammar().state_adverbs
        if (adverb and not is_level(child)) or (child.dep_ == "prep" and child.lower_ == "without"):
            return f"be {child.lower_}"
    return None


def named_state(state: Token, held_by: str) -> str:
    """A state as the lexicon names it: who is missing does not miss, and what is open is not what was opened."""
    of, word = events().group_of, state.lemma_.lower()
    if f"{held_by} {word}" in of and held_by != "be":
        return f"{held_by} {word}"
    if state.tag_ == "VBG" and state.lower_ in events().harm_states:
        return state.lower_
    named = f"be {word}"
    return named if word in of and of.get(named, of[word]) != of[word] else word


def tense(verb: Token) -> frozenset[str]:
    """The tags of the verb and its auxiliaries: VBD for the past, MD for a modal, VBZ and VBP for the present."""
    return frozenset({verb.tag_} | {child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}})


def is_modal(verb: Token) -> bool:
    """Whether a modal ("will", "can", "should") governs the verb."""
    return "MD" in tense(verb)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def is_past(verb: Token) -> bool:
    """Whether the verb tells of something that has happened or is going on: past, perfect or progressive."""
    tags = tense(verb)
    if "MD" in tags:
        return False
    auxiliaries = {child.lemma_.lower() for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return "VBD" in tags or "have" in auxiliaries or verb.tag_ == "VBG" or (verb.tag_ == "VBN" and bool(auxiliaries))
