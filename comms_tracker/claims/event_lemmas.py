"""The event that a verb and its noun name, as the lexicon of events spells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.findings import found_harm
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.verbs import (
    PARTICIPLES,
    below_light,
    had_done,
    is_level,
    left_undone,
    particles,
    state_of,
    verb_lemma,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

TOO_LITTLE = re.compile(r"(?:\w+ )?(?:less than|too little|below|short|late|(?:the|a|an) (?:wrong|incorrect))\b", re.I)
TOO_MUCH = re.compile(r"(?:\w+ )?(?:more than (?:they|it|he|she|we|was|were|is|due)|too much|twice)\b", re.I)
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
# Nouns that name a kind of event too loosely to stand for one below a light verb.
LOOSE_EVENTS = frozenset({"case", "cost", "bill", "charge", "price"})


def event_lemma(verb: Token | None, noun: Token | None) -> str | None:
    """The event's lemma with its particle ("log out"), the adjective of a copula, or a noun that names an event."""
    known = events()
    named = noun.lemma_.lower() if noun is not None and noun.lemma_.lower() in known.noun_group else None
    if verb is None or (named is not None and known.noun_group[named] == "die"):
        return named
    told = below_light(verb)
    wanting = left_undone(verb) or left_undone(told)
    verb = had_done(told)
    lemma = verb_lemma(verb)
    if (harm := found_harm(verb, noun)) is not None:
        return harm
    if wanting is not None and (undone := not_done(wanting)) is not None:
        return undone
    if verb.tag_ == "VBG" and verb.lower_ in known.harm_states and all(one.dep_ != "dobj" for one in verb.children):
        return verb.lower_
    if lemma in grammar().stative or verb.pos_ == "AUX":
        state = state_of(verb)
        if state is not None:
            return state
    if lemma in known.openings and (back := with_object(verb, lemma, particles(verb))) is not None:
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
    if verb_lemma(verb) != "have":
        return False
    if not any(child.dep_ == "nsubj" and child.pos_ == "NOUN" for child in verb.children):
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in grammar().supplies]
    return any(below.lower_ == "no" for thing in things for below in thing.children)


def is_supplied(thing: Token) -> bool:
    """Whether people are said to be without a thing where it fails: power, water, buses."""
    return thing.lemma_.lower() in grammar().supplies | grammar().services


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
    if lemma not in known.openings and lemma not in LEADING:
        return object_event(verb)
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
    joined = [
        child.lower_
        for child in verb.children
        if child.dep_ in COMPLEMENTS and child.i > verb.i and not is_level(child)
    ]
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
