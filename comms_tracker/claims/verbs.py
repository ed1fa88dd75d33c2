"""What happened: the verb that governs a figure, and the event that it and its noun name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

TOO_LITTLE = re.compile(r"(?:\w+ )?(?:less than|too little|below|short|late|(?:the|a|an) (?:wrong|incorrect))\b", re.I)
TOO_MUCH = re.compile(r"(?:\w+ )?(?:more than (?:they|it|he|she|we|was|were|is|due)|too much|twice)\b", re.I)
PARTICIPLES = frozenset({"acl", "relcl"})
VERBS = frozenset({"VERB", "AUX"})
# What completes a verb to one event: "fall ill", "run late", "stand idle".
COMPLEMENTS = frozenset({"acomp", "oprd", "advmod"})
# Verbs of which what they led to is the event: "contributed to a death", "resulted in a leak".
LEADING = frozenset({"contribute", "lead", "result"})
# Prepositions with which a verb may be another event: "charge with", "speak to", "look at".
JOINED = frozenset({"with", "to", "at"})
DONE = ("harm", "remedy")
# Verbs of an amount that say nothing of what there is so much of.
RISING = frozenset(
    {"climb", "decrease", "drop", "exceed", "fall", "grow", "increase", "number", "reach", "rise", "stand", "total"}
)
HELP = frozenset({"dobj", "prep", "agent", "attr", "oprd"})
REACHING_HELP = frozenset({"in", "into", "to", "by"})
SUPPLIES = frozenset({"electricity", "food", "gas", "heat", "heating", "power", "service", "supply", "water"})
SERVICES = frozenset({"broadband", "bus", "connection", "ferry", "internet", "light", "lighting", "signal", "train"})
# Nouns that name a kind of event too loosely to stand for one below a light verb.
LOOSE_EVENTS = frozenset({"case", "cost", "bill", "charge", "price"})
# What is no part of a verb: how an amount moved ("up from 46", "down by 12", "up to 90"), and a state of its own.
A_LEVEL = re.compile(r"(?:up|down)\s+(?:from\b|(?:on|by|to)\s+(?:\w+\s+)?[\d£$€])", re.I)
OUT_OF_A_STATE = re.compile(r"out\s+of\s+(?:action|bounds|control|danger|date|order|pocket|service|use|work)\b", re.I)
FROM_A_LEVEL = frozenset({"up from", "down from"})
# Words of what is still to be done: "have yet to be found", "are still to be paid".
NOT_YET = frozenset({"yet", "still"})


def governing_verb(token: Token) -> Token | None:
    """The verb that says what happened to the thing counted, below reporting and light verbs where there is one."""
    own = [
        child for child in token.children if child.dep_ in PARTICIPLES and child.pos_ in VERBS and not of_some(child)
    ]
    node = token
    while node.dep_ != "ROOT" and node.head.i != node.i:
        if node.head.pos_ in VERBS:
            break
        node = node.head
    verb = node.head if node.dep_ != "ROOT" and node.head.pos_ in VERBS else None
    if node.dep_ == "ROOT" and node.pos_ in VERBS:
        verb = node
    if verb is not None and verb.dep_ in {"aux", "auxpass"} and verb.head.pos_ in VERBS:
        verb = verb.head
    if own and (verb is None or says_little(verb)):
        return own[0]
    return verb


def of_some(clause: Token) -> bool:
    """Whether a relative clause tells of some of them only: "the last of whom left at noon", "most of which burned"."""
    before = clause.doc[clause.left_edge.i : clause.i]
    return any(token.lower_ in {"whom", "which"} and token.i > 0 and token.nbor(-1).lower_ == "of" for token in before)


def says_little(verb: Token) -> bool:
    """Whether a verb only carries what a participle of its noun says: "there were 40 people injured"."""
    verb = below_light(verb)
    lemma = verb_lemma(verb)
    if any(child.dep_ == "acomp" and child.lower_ == "aware" for child in verb.children):
        return True
    if lemma in grammar().knowing and any(child.lower_ in {"of", "about"} for child in verb.children):
        return True
    return lemma in grammar().light and state_of(verb) is None and compound_event(verb, lemma) is None


def verb_lemma(verb: Token) -> str:
    """The verb's lemma, mended where the lemmatizer leaves an "e" too many ("reconnecte")."""
    lemma = verb.lemma_.lower()
    known = events().group_of
    return lemma[:-1] if lemma.endswith("e") and lemma not in known and lemma[:-1] in known else lemma


def event_lemma(verb: Token | None, noun: Token | None) -> str | None:
    """The event's lemma with its particle ("log out"), the adjective of a copula, or a noun that names an event."""
    known = events()
    named = noun.lemma_.lower() if noun is not None and noun.lemma_.lower() in known.noun_group else None
    if verb is None or (named is not None and known.noun_group[named] == "die"):
        return named
    wanting = left_undone(verb) or left_undone(below_light(verb))
    verb = had_done(below_light(verb))
    lemma = verb_lemma(verb)
    if wanting is not None and (undone := not_done(wanting)) is not None:
        return undone
    if verb.tag_ == "VBG" and verb.lower_ in known.harm_states and all(one.dep_ != "dobj" for one in verb.children):
        return verb.lower_
    if lemma in grammar().stative or verb.pos_ == "AUX":
        state = state_of(verb)
        if state is not None:
            return state
    if (back := with_object(verb, lemma, particles(verb))) is not None:
        return back
    if lemma == "have" and state_of(verb) in known.group_of and any(child.dep_ == "dobj" for child in verb.children):
        return state_of(verb)
    found = "be without" if has_none(verb) else compound_event(verb, lemma) or deed(verb, lemma, noun)
    if found is not None:
        return found
    if lemma not in grammar().light or (lemma in known.group_of and named is None):
        return lemma
    return named or happened_to(noun) or amounting_event(verb, lemma) or lemma


def amounting_event(verb: Token, lemma: str) -> str | None:
    """The event that the subject of an amount names: "the backlog stands at 7,300 claims"."""
    if lemma not in RISING:
        return None
    subjects = (child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
    return next((subject for subject in subjects if subject in events().noun_group), None)


def has_none(verb: Token) -> bool:
    """Whether somebody has none of something: "310 flats have no gas"; "we have no evidence" is another matter."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    if verb_lemma(verb) != "have" or subject is None:
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in SUPPLIES]
    return any(below.lower_ == "no" for thing in things for below in thing.children)


def is_supplied(thing: Token) -> bool:
    """Whether people are said to be without a thing where it fails: power, water, buses."""
    return thing.lemma_.lower() in SUPPLIES | SERVICES


def happened_to(noun: Token | None) -> str | None:
    """What happened to a counted noun by what limits it: "homes with discoloured water", "40 damaged boats"."""
    if noun is None:
        return None
    for word in noun.children:
        if word.dep_ == "amod" and (harmed := harmed_by(word)) is not None:
            return harmed
    for preposition in (child for child in noun.children if child.dep_ == "prep"):
        if preposition.lower_ == "without":
            return "be without"
        limits = (word for thing in preposition.children for word in thing.children if word.dep_ == "amod")
        found = next((word.lemma_.lower() for word in limits if word.lemma_.lower() in events().group_of), None)
        if preposition.lower_ == "with" and found is not None:
            return found
    return None


def harmed_by(word: Token) -> str | None:
    """The harm or the state of harm that a participle or an adjective before a noun says: "damaged", "missing"."""
    known = events()
    lemma = word.lemma_.lower()
    if lemma in known.harm_states:
        return lemma
    stems = [lemma] if word.tag_ in {"VBN", "VBG"} else []
    stems += [lemma[:-2], lemma[:-1]] if lemma.endswith("ed") else []
    return next((stem for stem in stems if stem in known.group_of and known.plays(stem, "harm")), None)


def compound_event(verb: Token, lemma: str) -> str | None:
    """The event of more than one word: "not arrive", "log out", "come to harm", "suffer delays"."""
    known = events()
    if lemma == "pay" and (amiss := paid_amiss(verb)) is not None:
        return amiss
    if lemma in known.medical_verbs | known.staying_verbs and reaches_help(verb):
        return staying(verb) or known.medical_event
    if any(child.dep_ == "neg" for child in verb.children) and (undone := not_done(verb)) is not None:
        return undone
    for preposition in (child for child in verb.children if child.dep_ == "prep" and child.i > verb.i):
        if lemma == "leave" and preposition.lower_ == "without" and any(map(is_supplied, preposition.children)):
            return "be without"
        for noun in (child for child in preposition.children if child.dep_ == "pobj"):
            if lemma in LEADING and preposition.lower_ in {"to", "in"} and noun.lemma_.lower() in known.noun_group:
                return noun.lemma_.lower()
            phrase = f"{lemma} {preposition.lower_} {noun.lemma_.lower()}"
            if phrase in known.group_of:
                return phrase
            verbal = f"{lemma} {preposition.lower_}"
            if preposition.lower_ in JOINED and verbal in known.group_of and known.plays(verbal, *DONE):
                return verbal
    if (done := with_object(verb, lemma) or of_its_kind(verb, lemma)) is not None:
        return done
    joined = [child.lower_ for child in verb.children if child.dep_ in COMPLEMENTS and child.i > verb.i]
    phrasal = next(
        (f"{lemma} {word}" for word in particles(verb) + joined if f"{lemma} {word}" in known.group_of), None
    )
    return phrasal or object_event(verb)


def with_object(verb: Token, lemma: str, after: Sequence[str] = ("",)) -> str | None:
    """The event that a verb is with its object, and with a particle of ``after``: "lose power", "have money back"."""
    names = (
        f"{lemma} {thing.lemma_.lower()} {particle}".rstrip()
        for thing in verb.children
        if thing.dep_ == "dobj"
        for particle in after
    )
    return next((name for name in names if name in events().group_of), None)


def of_its_kind(verb: Token, lemma: str) -> str | None:
    """The event that a verb is of such a thing: gas that is released leaks, and a prisoner who is walks free."""
    known = events()
    if lemma not in known.of_kinds:
        return None
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if not things:
        things = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ != "PRON"]
    if not things and verb.dep_ in PARTICIPLES:
        things = [verb.head]
    kinds = (known.kind_of.get(thing.lemma_.lower()) for thing in things)
    return next((f"{lemma} {kind}" for kind in kinds if f"{lemma} {kind}" in known.group_of), None)


def left_undone(verb: Token) -> Token | None:
    """The verb of what is still to be done, or was not: "yet to be found", "failed to arrive", "unable to board"."""
    lemma = verb_lemma(verb)
    below = [child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in VERBS and child.i > verb.i]
    awaited = lemma in {"have", "be"} and any(child.lower_ in NOT_YET for child in verb.children)
    if below and (lemma == "fail" or awaited or (lemma == "remain" and is_passive(below[0]))):
        return below[0]
    unable = (child for child in verb.children if child.dep_ == "acomp" and child.lower_ == "unable")
    return next((child for state in unable for child in state.children if child.dep_ == "xcomp"), None)


def not_done(verb: Token) -> str | None:
    """The event that it is for something not to happen, where that is one: "not arrive", "not take off"."""
    lemma = verb_lemma(verb)
    names = (f"not {lemma} {word}".rstrip() for word in [*particles(verb), ""])
    return next((name for name in names if name in events().group_of), None)


def reaches_help(verb: Token) -> bool:
    """Whether a doctor or a hospital is what was needed or reached: "was seen by a doctor", "needed treatment"."""
    below = [child for child in verb.children if child.dep_ in HELP and child.i > verb.i]
    reaching = [child for child in below if child.lower_ in REACHING_HELP]
    reaching += [prep for child in below if child.dep_ == "dobj" for prep in child.children if prep.lower_ == "in"]
    within = [noun for preposition in reaching for noun in preposition.children]
    medical = any(word.lower_ == "medical" for token in (*below, *within) for word in token.children)
    return medical or any(token.lemma_.lower() in events().medical_nouns for token in (*below, *within))


def staying(verb: Token) -> str | None:
    """The event of staying in hospital, of the verb itself or of one below it: "needed to stay in hospital"."""
    lemmas = {verb_lemma(verb), *(verb_lemma(child) for child in verb.children if child.dep_ == "xcomp")}
    return events().stay_event if lemmas & events().staying_verbs else None


def paid_amiss(verb: Token) -> str | None:
    """That too little or too much was paid: "paid less than they were owed", "paid twice", "paid the wrong pension"."""
    after = verb.doc[verb.i + 1 : verb.sent.end].text
    if TOO_LITTLE.match(after):
        return "underpay"
    return "overpay" if TOO_MUCH.match(after) else None


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


def stands_alone(word: Token) -> bool:
    """Whether an adverb is part of no verb: it gives a level, or a state with what follows: "left out of pocket"."""
    following = word.doc[word.i : word.i + 4].text
    state = OUT_OF_A_STATE.match(following) is not None and verb_lemma(word.head) not in grammar().stative
    return state or A_LEVEL.match(following) is not None


def joins(preposition: Token) -> bool:
    """Whether a preposition goes with its verb: it has no object of its own, or says what something is in."""
    return preposition.lower_ == "in" or not any(child.dep_ == "pobj" for child in preposition.children)


def object_event(verb: Token) -> str | None:
    """The event that a light verb's object names: "need a repair", "suffer delays", "have an outage"."""
    words, told = grammar(), verb_lemma(verb)
    if told not in words.light and told not in words.carrying and told not in words.undergoing:
        return None
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "dobj" and lemma in events().noun_group and lemma not in LOOSE_EVENTS:
            return lemma
    return None


def deed(verb: Token, lemma: str, noun: Token | None) -> str | None:
    """What was done to somebody, named by the object of a verb that says no more: "187 people had a blood test"."""
    if lemma not in grammar().light | grammar().undergoing:
        return None
    deeds = events().deeds
    things = [child for child in verb.children if child.dep_ == "dobj" and child != noun]
    return next((deeds[thing.lemma_.lower()] for thing in things if thing.lemma_.lower() in deeds), None)


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
        if child.dep_ in {"acomp", "attr", "oprd"} and (child.pos_ in {"ADJ", "ADV"} or child.tag_ in {"VBN", "VBG"}):
            return named_state(child, verb_lemma(verb))
    for child in verb.children:
        if child.dep_ == "prep" and any(
            f"be {child.lower_} {noun.lower_}" in events().group_of for noun in child.children
        ):
            return None
        adverb = child.dep_ in {"advmod", "prt", "acomp"} and child.lower_ in grammar().state_adverbs
        if (adverb and child.doc[child.i : child.i + 2].text.lower() not in FROM_A_LEVEL) or (
            child.dep_ == "prep" and child.lower_ == "without"
        ):
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
