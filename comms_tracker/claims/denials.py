"""Clauses without a figure that deny, or that say what is not known, about the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims import polarity as stances
from comms_tracker.claims import rules
from comms_tracker.claims.causes import gives_cause
from comms_tracker.claims.events import events
from comms_tracker.claims.phrases import listed
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say what there is, is had or is in something: denying them denies an extent.
EXTENT = frozenset({
    "be", "have", "keep", "hold", "include", "contain", "need", "require", "involve", "change", "come", "form", "make",
    "put", "pose",
})  # fmt: skip
WE = frozenset({"we", "i", "he", "she", "they"})
NEEDLESS = frozenset({"need", "action", "reply"})
TO_DO = frozenset({"add", "do", "need"})
POINTING = frozenset({"this", "that", "it"})
FINDING = frozenset({"encounter", "find", "hear", "meet", "see", "trace"})


def denies(verb: Token, subject: Token | None, clause: str, event: str | None) -> bool:
    """Whether the clause denies impact, extent or a state that matters."""
    bare = stances.without_empty(clause)
    if is_ignored(verb, subject, event):
        return False
    if stances.has_denial(bare):
        return True
    nobody = stances.zero_subject(subject)
    nothing = stances.zero_object(verb)
    if not (nobody or nothing or stances.negated(verb)):
        return False
    if (nothing and is_idle(verb)) or only_remarks(verb, subject):
        return False
    if nothing and verb_lemma(verb) in FINDING:
        return True
    if nobody and (is_past(verb) or (is_modal(verb) and is_passive(verb))):
        return True
    if speaks_of_itself(verb, subject, event, nothing):
        return False
    return matters(verb, event) or gives_cause(verb, subject, event, clause) or did_not(verb, subject)


def is_ignored(verb: Token, subject: Token | None, event: str | None) -> bool:
    """Whether what is negated is about no effect, extent, cost or remedy ("we do not comment")."""
    words = listed("denial", "ignored")
    return verb_lemma(verb) in words or event in words or (subject is not None and subject.lemma_.lower() in words)


def is_idle(verb: Token) -> bool:
    """Whether the "no" stands before a noun that asserts nothing: "gave no tally", "there is no need to call"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "attr"}]
    return any(noun.lemma_.lower() in listed("denial", "idle") | NEEDLESS or asks_nothing(noun) for noun in objects)


def only_remarks(verb: Token, subject: Token | None) -> bool:
    """Whether the clause only says what somebody thinks of it: "it is not good enough", "nobody is in doubt"."""
    told = [child for child in verb.children if child.dep_ in {"acomp", "attr", "ccomp", "prep"}]
    words = {below.lower_ for child in told for below in (child, *child.children)}
    if "doubt" in words:
        return True
    pointing = subject is not None and subject.lower_ in POINTING
    return (
        pointing and verb_lemma(verb) == "be" and bool({child.lower_ for child in told} & listed("denial", "remarks"))
    )


def did_not(verb: Token, subject: Token | None) -> bool:
    """Whether it is told of a thing that it did not do something: "the breach did not extend to payroll data"."""
    if subject is None or subject.pos_ != "NOUN" or subject.lemma_.lower() in skipped():
        return False
    return stances.negated(verb) and is_past(verb)


def skipped() -> frozenset[str]:
    """People of whom it is no denial that they did not do something: "the minister did not attend"."""
    return rules.listed("state", "skip_subjects")


def asks_nothing(noun: Token) -> bool:
    """Whether the reader has "nothing to do"; what had nothing to do with it is another matter."""
    if "with" in {token.lower_ for token in noun.subtree}:
        return False
    return noun.lower_ == "nothing" and any(token.lemma_.lower() in TO_DO for token in noun.children)


def speaks_of_itself(verb: Token, subject: Token | None, event: str | None, nothing: bool) -> bool:
    """Whether somebody says what they will not or do not do, which denies no harm: "we would not ask people"."""
    if subject is None or subject.lower_ not in WE:
        return False
    harm = events().plays(event, "harm")
    if subject.lower_ == "i" and is_modal(verb):
        return True
    if is_modal(verb) or any(child.dep_ == "aux" and child.lemma_.lower() == "do" for child in verb.children):
        return not harm
    if subject.lower_ in {"he", "she", "i"} and not nothing:
        return not harm or verb_lemma(verb) == "give"
    return False


def matters(verb: Token, event: str | None) -> bool:
    """Whether the denied event or state is one that readers follow."""
    known = events()
    return (
        known.plays(event, "harm", "state", "cost", "remedy", "cause")
        or verb_lemma(verb) in EXTENT
        or (is_passive(verb) and is_past(verb))
        or any(token.lemma_.lower() in known.harm_states | known.well_states for token in verb.children)
    )
