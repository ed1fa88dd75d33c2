"""Harm that was found in things: "cracks turned up in 17 trains" tells that 17 trains cracked, not that one looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.verbs import phrasal, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMED = frozenset({"nsubj", "nsubjpass", "dobj"})
CARRYING = frozenset({"compound", "nmod"})


def found_harm(verb: Token, noun: Token | None) -> str | None:
    """What happened to a counted noun in which harm was found: "salmonella was found in six batches" contaminates."""
    if noun is None or noun.dep_ not in {"pobj", "conj"} or not finds(verb):
        return None
    first = noun.head if noun.dep_ == "conj" else noun
    place = first.head
    if first.dep_ != "pobj" or place.lower_ not in events().found_at:
        return None
    harms = [child for child in verb.children if child.dep_ in HARMED and child.i < place.i]
    if place.head != verb and place.head not in harms:
        return None
    return next((event for harm in reversed(harms) if (event := harm_named(harm)) is not None), None)


def finds(verb: Token) -> bool:
    """Whether a verb says that something was found, or is there: "came to light", "turned up", "was present"."""
    lemma = verb_lemma(verb)
    names = phrasal(verb, (child.lower_ for child in verb.children if child.dep_ == "acomp"))
    names |= {
        f"{lemma} {child.lower_} {below.lower_}"
        for child in verb.children
        if child.dep_ == "prep"
        for below in child.children
    }
    return bool(names & events().finding)


def harm_named(noun: Token) -> str | None:
    """What harm a noun names, or one that it is of, or that stands before it: "traces of lead", "metal fragments"."""
    known = events().found_harm
    words = [noun, *(child for child in noun.children if child.dep_ in CARRYING)]
    words += [below for child in noun.children if child.lower_ == "of" for below in child.children]
    words += [child for child in noun.children if child.dep_ == "conj"]
    # The lemmatizer takes the "s" off "norovirus".
    names = (name for word in words for name in (word.lemma_.lower(), word.lower_))
    return next((known[name] for name in names if name in known), None)
