"""Clauses that claim nothing: conditions, what tells the reader what to do, and what only says what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import subject_of, verbs_above
from comms_tracker.claims.commitments import commits
from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.verbs import is_modal, is_passive, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


CONDITIONS = frozenset({"if", "unless", "whether", "until", "when", "once", "before", "how", "why", "where"})


def conditional(verb: Token) -> bool:
    """Whether the clause is a condition or a purpose, or hangs below one."""
    node = verb
    while True:
        marks = {child.lower_ for child in node.children if child.dep_ in {"mark", "advmod"} and child.i < node.i}
        if marks & CONDITIONS:
            return True
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return False
        if node.dep_ in {"advcl", "relcl"} and marks:
            return bool(marks & {"if", "unless", "so", "to"})
        node = node.head


def instructs(verb: Token) -> bool:
    """Whether the clause tells or offers the reader something."""
    subject = subject_of(verb)
    if subject is None:
        return verb.tag_ == "VB" and verb.dep_ == "ROOT"
    return subject.lower_ in {"you", "anyone", "anybody"} and not (assures(verb) or commits(verb, subject, None))


def assures(verb: Token) -> bool:
    """Whether the reader is told what will not happen to them: "you will not be charged", "you will not lose money"."""
    will = any(child.dep_ == "aux" and child.lower_ in {"will", "wo", "'ll"} for child in verb.children)
    return will and negated(verb) and (is_passive(verb) or verb_lemma(verb) in {"lose", "pay", "miss"})


def says_which(verb: Token) -> bool:
    """Whether a relative clause only says which things are counted: "its count of letters that never arrived"."""
    if verb.dep_ != "relcl":
        return False
    noun = verb.head
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return over.lemma_.lower() in listed("account", "accounts")


def describes_addressees(verb: Token) -> bool:
    """Whether a relative clause only says who should do something: "customers who cannot log in should ring us"."""
    if verb.dep_ != "relcl":
        return False
    contact = pattern("label", "contact").search(verb.doc[verb.i : verb.sent.end].text) is not None
    return contact or any(is_modal(above) for above in verbs_above(verb.head))
