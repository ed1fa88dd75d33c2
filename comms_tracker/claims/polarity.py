"""Whether a clause affirms, denies or says that nothing is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import antecedent_subject
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.event_lemmas import has_none
from comms_tracker.claims.events import events
from comms_tracker.claims.evidence import is_evidence
from comms_tracker.claims.ignorance import is_unknown
from comms_tracker.claims.patterns import stands_in
from comms_tracker.claims.phrases import listed, matches, phrases
from comms_tracker.claims.verbs import VERBS, is_passive, verb_lemma
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.records import FigureKind, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comms_tracker.claims.anchors import Anchor

NO_WORDS = re.compile(
    r"(?<![\w-])(?:no(?! longer| doubt| later| sooner|\.? ?\d)|none|nobody|no one|nothing|neither|not one|never|"
    r"nowhere)(?![\w-])|^\W*not an? ",
    re.I,
)
WELL = re.compile(r"\b(?:unaffected|unharmed|unhurt)\b", re.I)
# Verbs that are harm to fail only for things that are sent: "help did not reach us", but "the fire did not reach us".
ARRIVING = frozenset({"reach", "go", "get"})
NOT_ALL = ("not all", "not every", "not everyone", "not everybody")


def has_denial(text: str) -> bool:
    """Whether the clause denies by a phrase such as "no evidence" or "not aware of"."""
    return matches("denial", "hedged", text)


def is_withdrawn(text: str) -> bool:
    """Whether the clause takes back what was said before, or calls it wrong."""
    return matches("denial", "withdrawn", text)


def without_empty(clause: str) -> str:
    """The clause without the negations that deny nothing about the matter ("no later than", "cannot rule out")."""
    return phrases("denial", "empty").sub(" ", clause)


def negated(verb: Token | None) -> bool:
    """Whether the verb itself is negated by not, never or "at no time"."""
    if verb is None:
        return False
    if any(
        (child.dep_ == "neg" and child.lower_ != "no") or (child.dep_ == "prep" and is_never(child))
        for child in verb.children
    ):
        return True
    return verb.pos_ == "AUX" and any(
        below.dep_ == "neg" for child in verb.children if child.dep_ == "xcomp" for below in child.children
    )


def is_never(preposition: Token) -> bool:
    """Whether a preposition begins "at no time", "in no case", "under no circumstances"."""
    at = preposition.i
    return stands_in("never", preposition.doc[at : at + 3])


def is_zero(anchor: Anchor | None) -> bool:
    """Whether the figure is "no", "none" or "nobody"."""
    figure = anchor.figure if anchor is not None else None
    return figure is not None and figure.kind is FigureKind.UNIVERSAL and figure.high == 0


def polarity(clause: str, verb: Token | None, anchor: Anchor | None) -> Polarity:
    """Denied, affirmed or unknown, from the clause's words, the verb's negation and a universal zero."""
    if is_unknown(clause) and (anchor is None or is_zero(anchor)):
        return Polarity.UNKNOWN
    bare = without_empty(clause)
    if is_zero(anchor) or (anchor is None and is_withdrawn(bare)):
        return Polarity.DENIED
    if anchor is not None:
        denied = amount_denied(clause, verb, anchor) or told_to_be_untrue(verb) or is_without_evidence(verb)
    else:
        lacking = verb is not None and has_none(verb)
        denied = not (lacking or fails_its_purpose(verb)) and (
            has_denial(bare) or bare_negation(verb, clause) or leading_no(bare) or WELL.search(bare) is not None
        )
    return Polarity.DENIED if denied else Polarity.AFFIRMED


def told_to_be_untrue(verb: Token | None) -> bool:
    """Whether somebody denies what the clause says: "the trust denied that 40 were lost", "rejected claims that"."""
    if verb is None or verb.dep_ not in {"ccomp", "acl"}:
        return False
    above = verb.head if verb.dep_ == "ccomp" else verb.head.head
    if verb.dep_ == "acl" and takes_back(verb.sent.text):
        return verb.head.dep_ in {"nsubj", "nsubjpass"}
    return above.pos_ in VERBS and verb_lemma(above) in listed("denial", "denying") and not negated(above)


def is_without_evidence(verb: Token | None) -> bool:
    """Whether there is said to be no evidence of what the clause says, or nobody of whom it holds: "no sign that"."""
    if verb is None or verb.dep_ not in {"acl", "relcl", "ccomp"}:
        return False
    if verb.dep_ != "acl":
        return verb.left_edge.i > 0 and verb.nbor(verb.left_edge.i - verb.i - 1).lower_ in {"nobody", "none", "nothing"}
    head = verb.head
    governing = head.head if head.dep_ in {"dobj", "attr", "pobj"} else None
    none = any(child.lower_ in {"no", "any"} for child in head.children) or negated(governing)
    return none and is_evidence(head)


def amount_denied(clause: str, verb: Token | None, anchor: Anchor) -> bool:
    """Whether it is denied that harm was done to as many: "14,000 customers were not affected"."""
    if phrases("denial", "withdrawn").search(clause) and matches("denial", "withdrawn", clause[-30:]):
        return True
    if anchor.figure.text.lower().startswith(NOT_ALL):
        return True
    if verb is None or not bare_negation(verb, clause) or fails_its_purpose(verb):
        return False
    if f"not {verb_lemma(verb)}" in events().group_of and is_passive(verb):
        # "213 files could not be found" tells of a harm.
        return False
    causative = any(child.dep_ == "ccomp" and child.tag_ in {"VBN", "VB"} for child in verb.children)
    if verb_lemma(verb) in listed("denial", "functions") and not (causative and verb_lemma(verb) == "have"):
        return False
    return harms(verb)


MEANT_OTHERWISE = frozenset(
    {"leave", "open", "see", "read", "reach", "find", "hold", "give", "receive", "mark", "record"}
)
"""Verbs that are a harm in the passive only: data was left open, but pots had not left the depot."""


def harms(verb: Token) -> bool:
    """Whether an affirmed reading of the verb, or of the participle below it, would be a harm."""
    known = events()
    return any(
        known.plays(verb_lemma(token), "harm") and (is_passive(token) or verb_lemma(token) not in MEANT_OTHERWISE)
        for token in [verb, *(child for child in verb.subtree if child.i != verb.i)]
        if token.pos_ == "VERB"
    )


def fails_its_purpose(verb: Token | None) -> bool:
    """Whether a negated verb is the harm itself: "emergency calls did not reach us", "customers cannot log in"."""
    if verb is None or not negated(verb):
        return False
    lemma = verb_lemma(verb)
    subject = antecedent_subject(verb)
    noun = through_carriers(subject).lemma_.lower() if subject is not None else ""
    if is_passive(verb):
        sought = events().group(f"not {lemma}") == "missing"
        return sought or (lemma in listed("denial", "sending") and noun in listed("denial", "sendings"))
    if subject is None or subject.lower_ in {"we", "i", "you", "he", "she", "it"}:
        return False
    if f"not {lemma}" in events().group_of:
        return lemma not in ARRIVING or noun in listed("denial", "sendings")
    able = any(child.dep_ == "aux" and child.lower_ in {"can", "ca", "could"} for child in verb.children)
    return able and lemma in listed("denial", "functions") and subject.pos_ in {"NOUN", "PROPN", "PRON"}


def bare_negation(verb: Token | None, clause: str) -> bool:
    """Whether the verb is negated by a negation that denies something."""
    return negated(verb) and not matches("denial", "empty", clause)


def leading_no(clause: str) -> bool:
    """Whether the clause is denied by its determiner or pronoun: no, none, nobody, nothing, neither."""
    return NO_WORDS.search(clause) is not None


def zero_subject(subject: Token | None) -> bool:
    """Whether the subject is nobody or nothing, or has "no" before it."""
    return subject is not None and (
        subject.lower_ in {"nobody", "none", "nothing", "no-one"}
        or any(
            token.lower_ in {"no", "not", "neither"} and token.dep_ in {"det", "neg", "preconj"}
            for token in subject.subtree
        )
    )


def zero_object(verb: Token) -> bool:
    """Whether what the verb is about is nothing: "there is no risk", "it contained no card numbers"."""
    return any(
        token.lower_ in {"no", "nobody", "none", "nothing"}
        for child in verb.children
        if child.dep_ in {"dobj", "attr"} and child.pos_ not in VERBS
        for token in [child, *child.children]
    )
