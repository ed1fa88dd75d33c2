"""Which claims are about the organisation and not about the matter: its size, what it owns and does every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.clauses import antecedent_subject
from comms_tracker.claims.durations import is_ordinary
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.verbs import tense, verb_lemma
from comms_tracker.records import FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

BIGGER_THAN_A_SCOPE = 20
"""Above it "our 212 branches" says how large the organisation is; up to it a count only names which are meant."""


def is_background(
    anchor: Anchor, segment: Segment, event: str | None, counted: str | None, organisation: str | None = None
) -> bool:
    """Whether the claim is about the organisation, known by its name or by a word for its kind, and not the matter."""
    figure = anchor.figure
    if segment.background or is_ordinary(anchor):
        return True
    if figure.kind is FigureKind.UNIVERSAL:
        return False
    if owns(anchor, counted) and events().group(event) != "notify":
        return True
    if figure.unit is not None and counted in listed("organisation", "money") and not is_valued(anchor, counted):
        return True
    if anchor.verb is None:
        return False
    if says_what_a_place_is_for(anchor.verb):
        return True
    subject = antecedent_subject(anchor.verb)
    if subject is None or not (is_organisation(subject) or is_named(subject, organisation)):
        return False
    return organisation_does(anchor, anchor.verb, event, counted)


def is_valued(anchor: Anchor, counted: str | None) -> bool:
    """Whether somebody says how large a loss was, which is what the matter cost: "puts the loss at £4m"."""
    return counted == "loss" and anchor.verb is not None and verb_lemma(anchor.verb) in grammar().giving


def says_what_a_place_is_for(verb: Token) -> bool:
    """Whether a relative clause says how many a place serves or employs: "the plant, where 310 people work"."""
    where = any(child.lower_ == "where" for child in verb.children)
    return verb.dep_ == "relcl" and where and verb_lemma(verb) in listed("organisation", "place_verbs")


def is_named(subject: Token, organisation: str | None) -> bool:
    """Whether the subject is a word of the organisation's name, whatever the parse takes it for."""
    if organisation is None:
        return False
    kind = any(child.lower_ == "the" for child in subject.children) and subject.lower_ in organisation.lower().split()
    return kind or (subject.text[0].isupper() and subject.text in organisation.split())


def owns(anchor: Anchor, counted: str | None) -> bool:
    """Whether the count is of what the organisation has: "our 212 branches", "with 540 branches"."""
    if counted not in listed("organisation"):
        return False
    start = anchor.span.start
    before = anchor.span.doc[start - 1].lower_ if start > 0 else ""
    large = anchor.figure.low is not None and anchor.figure.low > BIGGER_THAN_A_SCOPE
    return before == "with" or (before in {"our", "its"} and large)


def organisation_does(anchor: Anchor, verb: Token, event: str | None, counted: str | None) -> bool:
    """Whether the clause says what the organisation is or does as a matter of course."""
    lemma = verb_lemma(verb)
    sentence = anchor.root.sent.text
    simple = is_simple(verb)
    habitual = pattern("organisation", "rates").search(sentence) is not None
    if simple and habitual and not events().plays(event, "harm"):
        return True
    if "VBD" in tense(verb) and pattern("organisation", "last_year").search(sentence) is not None:
        return lemma in listed("organisation", "last_year_verbs")
    if lemma not in listed("organisation", "verbs"):
        return False
    if counted in listed("organisation", "money") and not is_valued(anchor, counted):
        return True
    size = counted in listed("organisation")
    if simple and lemma in listed("organisation", "own_verbs") and (size or habitual):
        return not tells_harm(verb)
    if simple and lemma in listed("organisation", "sizing_verbs"):
        return not tells_harm(verb)
    past = lemma in listed("organisation", "past_verbs") and verb.tag_ in {"VBD", "VBN"}
    return past and size and not tells_harm(verb)


def is_simple(verb: Token) -> bool:
    """Whether the verb is in the simple present, perhaps with the ending of the verb before it: "run and employ"."""
    if any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return False
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VB" and verb.dep_ == "conj" and is_simple(verb.head))


def is_organisation(subject: Token) -> bool:
    """Whether the subject is the organisation: "we", its name, or a word for its kind."""
    return (
        subject.lower_ in {"we", "it"}
        or subject.pos_ == "PROPN"
        or subject.lemma_.lower() in listed("organisation", "subjects")
    )


def tells_harm(verb: Token) -> bool:
    """Whether what hangs on the verb tells of harm: "we have 300 customers without power"."""
    known = events()
    return any(
        known.plays(verb_lemma(token), "harm") or token.lemma_.lower() in known.harm_states or token.lower_ == "without"
        for token in verb.subtree
        if token.i != verb.i and token.pos_ in {"VERB", "ADJ", "ADP"}
    )
