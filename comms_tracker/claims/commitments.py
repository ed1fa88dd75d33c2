"""What somebody says will be done about the matter: refunds, repairs, checks, letters to those concerned."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, is_passive, particles, phrasal, tense, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "commitment")
LATER = re.compile(r"\b(?:from now on|in future|(?:from|by|until) next \w+)\b", re.I)
WILL = frozenset({"will", "'ll", "shall", "wo"})
OURS = frozenset({"we", "i"})
READER = frozenset({"you"})
REACHING = frozenset({"to", "at", "on", "for"})
MANY = frozenset({"NNS", "NNPS"})
EVERY = frozenset({"all", "each", "every", "both", "any"})


def commits(verb: Token, subject: Token, event: str | None) -> bool:
    """Whether the clause says what will be done about the matter, and for or to what: "an engineer will call at each".

    A promise that something will not happen is a denial.
    """
    deed = deed_below(verb)
    if deed is None or negated(verb) or negated(deed) or is_scheduled(verb):
        return False
    mended = is_passive(deed) and subject.pos_ == "NOUN" and events().group(event) in words("mending")
    return is_deed(deed, subject) or (mended and subject.lemma_.lower() not in words("abstract"))


def is_scheduled(verb: Token) -> bool:
    """Whether the clause says by when, or that it is for a later season: the timetable of a remedy is no claim."""
    before = verb.doc[verb.sent.start : verb.i].text
    return any(token.like_num for token in verb.subtree) or LATER.search(before) is not None


def was_done(verb: Token, subject: Token) -> bool:
    """Whether it is said to have been done, or to be under way: "letters have been sent", "repairs are being made"."""
    told = tense(verb) & {"VBD", "VBG"} or any(child.lemma_ == "have" for child in verb.children)
    return is_passive(verb) and bool(told) and subject.pos_ == "NOUN" and is_deed(verb, subject)


def is_deed(verb: Token, subject: Token) -> bool:
    """Whether a verb with what it is done to is a remedy for those concerned."""
    named = phrasal(verb, prepositions(verb))
    things = done_to(verb)
    if is_passive(verb) and subject.lower_ not in READER:
        things.append(subject)
    if any(thing.lemma_.lower() in words("abstract") for thing in things):
        return False
    if named & words("deeds"):
        return bool(things) or (verb_lemma(verb) == "pay" and bool(objects_behind(verb)))
    if "publish" in named and subject.lower_ in OURS:
        return any(thing.lemma_.lower() in words("published") for thing in things)
    if named & words("giving") and any(map(is_gift, [*things, subject] if is_passive(verb) else things)):
        return True
    reached = [*things, *objects_behind(verb)]
    if named & words("checks") and (f"{verb_lemma(verb)} at" in named or not particles(verb)):
        return any(map(concerned, reached))
    return bool(named & words("telling")) and any(map(every_one, reached))


def thing_done_to(verb: Token) -> Token | None:
    """What a deed is done to or for, where it has an object: "will rehouse the families", "will call at each home"."""
    deed = deed_below(verb)
    if deed is None or is_passive(deed) or not is_deed(deed, verb):
        return None
    named = [thing for thing in [*done_to(deed), *objects_behind(deed)] if thing.pos_ == "NOUN"]
    return next(iter(named), None)


def done_to(verb: Token) -> list[Token]:
    """The verb's objects."""
    return [child for child in verb.children if child.dep_ in {"dobj", "dative"}]


def deed_below(verb: Token) -> Token | None:
    """The verb of what will be done: after "will", or below "are going to" and "have promised to"."""
    if any(child.dep_ == "aux" and child.lower_ in WILL for child in verb.children):
        return verb
    if verb_lemma(verb) == "be" and verb.pos_ == "AUX" and not any(child.dep_ == "acomp" for child in verb.children):
        # "Growers are to be compensated".
        return next((child for child in verb.children if child.dep_ == "xcomp" and is_passive(child)), None)
    below = next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in VERBS), None)
    if below is None or below.i < verb.i:
        return None
    going = verb_lemma(verb) == "go" and verb.tag_ == "VBG"
    return below if going or verb_lemma(verb) in listed("commitment", "pledging") else None


def prepositions(verb: Token) -> list[str]:
    """The prepositions that follow the verb at once: "call at", "write to"."""
    return [child.lower_ for child in verb.children if child.dep_ in {"prep", "dative"} and child.i == verb.i + 1]


def objects_behind(verb: Token) -> list[Token]:
    """What stands behind a preposition at the verb: "call at each property", "write to patients"."""
    behind = [child for child in verb.children if child.dep_ in {"prep", "dative"} and child.lower_ in REACHING]
    return [noun for child in behind for noun in child.children if noun.dep_ == "pobj"]


def every_one(thing: Token) -> bool:
    """Whether a noun names all of those concerned: "we will write to every tenant"."""
    return thing.lower_ in {"everyone", "everybody"} or any(child.lower_ in EVERY for child in thing.children)


def concerned(thing: Token) -> bool:
    """Whether a noun names things or people of the matter: several of them, or every one."""
    if thing.pos_ not in {"NOUN", "PROPN"}:
        return thing.lower_ in {"everyone", "everybody", "anyone", "anybody", "those"}
    return thing.tag_ in MANY or any(child.lower_ in EVERY for child in thing.children)


def is_gift(thing: Token) -> bool:
    """Whether a noun names what those concerned get."""
    return thing.lemma_.lower() in words("gifts")
