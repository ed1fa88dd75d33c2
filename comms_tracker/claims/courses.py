"""How the matter runs and how far it goes: it is over, rages on, is confined to one ward; things work again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import is_modal, is_passive, phrasal, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "course")
CONFINING = frozenset({"confine", "limit", "restrict"})
OVER = frozenset({"over", "out"})
AGAIN = "again"
ABLE = frozenset({"can", "may"})
THINGS = frozenset({"NOUN", "PROPN"})


def runs_so(verb: Token, subject: Token, clause: str) -> bool:
    """Whether the clause says how far the matter goes, that it is over or goes on, or that things go again."""
    if negated(verb):
        return False
    if is_confined(verb):
        return True
    if subject.pos_ not in THINGS:
        return False
    return is_accounted_for(verb) or goes_on_or_ends(verb, subject) or (AGAIN in clause and goes_again(verb))


def is_confined(verb: Token) -> bool:
    """Whether the matter is said to go no further than something: "it is confined to one parish"."""
    if verb_lemma(verb) not in CONFINING or not is_passive(verb) or is_modal(verb):
        return False
    reach = [child for child in verb.children if child.dep_ == "prep" and child.lower_ == "to"]
    return bool(reach) and not any(token.text[0].isdigit() for child in reach for token in child.subtree)


def is_accounted_for(verb: Token) -> bool:
    """Whether all of something is said to be there: "every pound has been accounted for"."""
    return verb_lemma(verb) == "account" and is_passive(verb) and any(child.lower_ == "for" for child in verb.children)


def goes_on_or_ends(verb: Token, subject: Token) -> bool:
    """Whether what runs for a time is over or goes on: "the strike is over", "the ban was lifted"."""
    if subject.lemma_.lower() not in words("lasting") or is_modal(verb):
        return False
    lemma = verb_lemma(verb)
    if lemma == "be":
        return any(child.lower_ in OVER and child.i == verb.i + 1 and child.n_rights == 0 for child in verb.children)
    # The lemmatizer makes "rag" of "raging".
    named = phrasal(verb) | {f"{lemma}e"}
    return bool(named & words("running"))


def goes_again(verb: Token) -> bool:
    """Whether something is as it was before, or happened once more: "traffic is flowing again"."""
    if is_passive(verb) or any(token.like_num for token in verb.subtree):
        return False
    told = [verb, *(child for child in verb.children if child.dep_ in {"acomp", "advmod"})]
    if not any(below.lower_ == AGAIN for word in told for below in word.children):
        return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if is_modal(verb):
        return bool(auxiliaries & ABLE)
    if verb_lemma(verb) == "be":
        return any(child.dep_ == "acomp" for child in verb.children)
    return verb_lemma(verb) in words("recurring")
