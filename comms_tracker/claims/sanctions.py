"""What the matter led to for those answerable: arrests, charges, dismissals, resignations, licences taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed, ways
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, phrasal, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "sanction")
NAMES = frozenset({"NOUN", "PROPN"})
WILL = frozenset({"will", "must", "'ll"})
HINTS = (
    "trial", "charge", "prosecut", "court", "disciplin", "door", "job", "post", "position", "seat", "rank", "leave",
    "bail", "remand", "resign", "notice", "badge", "guilty", "measures", "administration", "liquidation", "custody",
    "receivership", "duty", "duties", "office", "command", "blame", "responsib",
)  # fmt: skip
"""Of these one stands in whatever the set words hold in: that is asked faster."""


def sanctions(verb: Token, subject: Token, clause: str) -> bool:
    """Whether the clause tells what befell somebody named, or a licence: "the driver was charged with fraud"."""
    if negated(verb) or subject.pos_ not in NAMES:
        return False
    if is_modal(verb) and not any(child.lower_ in WILL for child in verb.children if child.dep_ == "aux"):
        return False
    return was_sanctioned(verb) or lost_licence(verb, subject) or left(verb) or told_in_words(clause)


def was_sanctioned(verb: Token) -> bool:
    """Whether something was done to somebody by the law or the employer: "has been bailed", "police detained a man"."""
    return is_sanction(verb) and (is_passive(verb) or (is_past(verb) and thing_sanctioned(verb) is not None))


def is_sanction(verb: Token) -> bool:
    """Whether the verb is one of the law or of employers."""
    lemma = verb_lemma(verb)
    return lemma in words("verbs") or any(f"{lemma} {child.lower_}" in words("verbs") for child in verb.children)


def lost_licence(verb: Token, subject: Token) -> bool:
    """Whether a licence or the like was taken away, kept or given back: "its licence has been revoked"."""
    if is_passive(verb):
        return verb_lemma(verb) in words("licensing") and subject.lemma_.lower() in words("licences")
    return thing_licensed(verb) is not None


def thing_licensed(verb: Token) -> Token | None:
    """The licence or the like that somebody took away, gave back or kept."""
    if verb_lemma(verb) not in words("licensing"):
        return None
    things = (child for child in verb.children if child.dep_ == "dobj")
    return next((thing for thing in things if thing.lemma_.lower() in words("licences")), None)


def thing_sanctioned(verb: Token) -> Token | None:
    """Whom or what a sanction in the active befell: "police detained the pilot"."""
    if not is_sanction(verb):
        return thing_licensed(verb)
    return next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ in NAMES), None)


def left(verb: Token) -> bool:
    """Whether somebody gave up a post: "the chairman stepped down"."""
    named = phrasal(verb)
    return bool(named & words("leaving")) and (is_past(verb) or is_modal(verb)) and not is_passive(verb)


def told_in_words(clause: str) -> bool:
    """Whether the clause says it in set words: "is on leave", "must stand trial", "has pleaded guilty"."""
    folded = clause.lower()
    return any(hint in folded for hint in HINTS) and ways("sanction", "ways").search(clause) is not None
