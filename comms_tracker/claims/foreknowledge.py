"""Who knew of the matter, and since when: "officials had known of the bug for two years", "a note warned in May"."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from comms_tracker.claims.polarity import negated
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import is_modal, is_passive, is_past, tense, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

words = partial(listed, "foreknowledge")
EARLIER = re.compile(
    r"\b(?:before|beforehand|earlier|previously|already|ago|since|as early as|in advance|as far back as)\b"
    r"|\bin (?:19|20)\d\d\b"
    r"|\bfor (?:\w+ ){0,2}(?:years|months|weeks)\b",
    re.I,
)
"""Words of a time before, without which a warning may be one to the public."""
OF = frozenset({"of", "about"})
THINGS = frozenset({"NOUN", "PROPN"})


def knew_of_it(verb: Token, subject: Token, clause: str) -> bool:
    """Whether the clause says that somebody knew, learned or had been warned of the matter."""
    lemma = verb_lemma(verb)
    if lemma not in words("knowing") and lemma not in words("warning"):
        return False
    if subject.pos_ not in THINGS or negated(verb) or is_modal(verb) or not is_past(verb):
        return False
    if lemma in words("knowing"):
        return not is_passive(verb) and any(child.lower_ in OF for child in verb.children)
    before = EARLIER.search(clause) is not None
    had = any(child.lower_ == "had" for child in verb.children if child.dep_ == "aux")
    return before and (had or not is_passive(verb)) and "VBG" not in tense(verb) and tells_of_danger(verb, lemma)


def tells_of_danger(verb: Token, lemma: str) -> bool:
    """Whether a verb of warning needs no object, or has the alarm for one: "raised the alarm", "warned of cracks"."""
    if lemma != "raise":
        return True
    return any(
        child.lemma_.lower() in words("alarms") for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}
    )
