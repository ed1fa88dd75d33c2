"""The verb that governs a figure: the one that says what happened to the thing counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.event_lemmas import compound_event
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.verbs import PARTICIPLES, VERBS, below_light, state_of, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def own_verb(noun: Token) -> Token | None:
    """What a noun's own clause says happened to it: "the 31 boards that we had lost", or "that we reported lost"."""
    verb = next((child for child in noun.children if child.dep_ in PARTICIPLES and child.pos_ in VERBS), None)
    if verb is None or verb_lemma(verb) not in grammar().light:
        return verb
    return next((child for child in verb.children if child.i > verb.i and child.tag_ in {"VBN", "VBD", "VBG"}), None)


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
