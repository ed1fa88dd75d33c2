"""What set the matter going, said of the culprit: a part that gave way, what is suspected, a way in for intruders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, particles, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUN = "NOUN"
BELIEVING = frozenset({"believe", "think", "suspect", "understand", "say"})
COMING = frozenset({"come", "arrive", "breed", "grow", "travel", "originate", "enter"})
WHENCE = frozenset({"from", "in", "on", "with"})
BY = frozenset({"through", "via", "by", "with"})


def names_culprit(verb: Token, subject: Token, clause: str) -> bool:
    """Whether the clause says of something that it set the matter going: "a corroded valve gave way"."""
    if is_modal(verb):
        return False
    if pattern("culprit", "phrases").search(clause) is not None:
        return True
    return subject.pos_ == NOUN and (
        is_suspected(verb)
        or set_going(verb)
        or gave_way(verb)
        or broke_in(verb, subject)
        or points(verb, subject)
        or came_from(verb, subject)
    )


def named(verb: Token) -> frozenset[str]:
    """The verb's lemma by itself, with each particle and with each preposition: "set off", "lead to"."""
    lemma = verb_lemma(verb)
    behind = [child.lower_ for child in verb.children if child.dep_ == "prep"]
    return frozenset({lemma, *(f"{lemma} {word}" for word in [*particles(verb), *behind])})


def is_suspected(verb: Token) -> bool:
    """Whether something is blamed: "a cooling tower is suspected", "oysters were named as the source"."""
    if not is_passive(verb):
        return False
    if verb_lemma(verb) in {"suspect", "blame"} and all(child.dep_ not in {"xcomp", "prep"} for child in verb.children):
        return True
    named_as = (below for child in verb.children if child.lower_ == "as" for below in child.children)
    return any(below.lemma_.lower() in words("causes") for below in named_as)


def set_going(verb: Token) -> bool:
    """Whether something set another going: "a power line sparked it", "is thought to have set it off"."""
    told = verb
    if verb_lemma(verb) in BELIEVING and is_passive(verb):
        told = next((child for child in verb.children if child.dep_ == "xcomp"), verb)
    if is_passive(told) or not (is_past(told) or told is not verb) or not named(told) & words("setting"):
        return False
    return any(child.dep_ in {"dobj", "prep", "ccomp", "nsubj"} and child.i > told.i for child in told.children)


def gave_way(verb: Token) -> bool:
    """Whether a part gave way: "a fan had seized", "a scooter's battery caught light"."""
    if not is_past(verb) or is_passive(verb):
        return False
    things = [f"{verb_lemma(verb)} {child.lower_}" for child in verb.children if child.i == verb.i + 1]
    return bool({*things, verb_lemma(verb)} & words("failing")) and all(
        child.dep_ != "dobj" or f"{verb_lemma(verb)} {child.lower_}" in words("failing") for child in verb.children
    )


def broke_in(verb: Token, subject: Token) -> bool:
    """Whether it is said how intruders got in: "the hackers came in through a supplier's account"."""
    if subject.lemma_.lower() not in words("intruders") or not is_past(verb):
        return False
    if verb_lemma(verb) in words("using"):
        return any(child.dep_ == "dobj" for child in verb.children)
    return verb_lemma(verb) in words("entering") and any(child.lower_ in BY for child in verb.children)


def points(verb: Token, subject: Token) -> bool:
    """Whether findings point to something: "tests point to the chicken"."""
    return verb_lemma(verb) == "point" and subject.lemma_.lower() in words("evidence") and "point to" in named(verb)


def came_from(verb: Token, subject: Token) -> bool:
    """Whether it is said where something harmful came from: "the bacteria bred in an unused pipe"."""
    if verb_lemma(verb) not in COMING or not is_past(verb):
        return False
    harmful = subject.lemma_.lower() in events().found_harm or subject.lower_ in events().found_harm
    harmful = harmful or subject.lemma_.lower() in words("harmful")
    return harmful and any(child.dep_ == "prep" and child.lower_ in WHENCE for child in verb.children)


def words(name: str) -> frozenset[str]:
    """A word list of lexicon/selection.toml's part on culprits."""
    return listed("culprit", name)
