"""What a claim without a figure is about: its event, the noun that something happened to, and a word for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import antecedent_subject
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.event_lemmas import LOOSE_EVENTS, event_lemma
from comms_tracker.claims.events import events
from comms_tracker.claims.evidence import thing_found, thing_inside, thing_struck

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMES = frozenset({"NOUN", "PROPN"})
PERSONS = frozenset({"nobody", "no-one", "anybody", "anyone", "somebody", "someone", "everybody", "everyone"})
NO_NOUNS = PERSONS | {"none", "one"}


def event_about(verb: Token, noun: Token | None) -> str | None:
    """The event, of a thing that was looked for or heard of by its own name: "not aware of any injuries"."""
    named = noun.lemma_.lower() if noun is not None and noun == thing_found(verb) else None
    return named if named in events().noun_group and named not in LOOSE_EVENTS else event_lemma(verb, noun)


def about(verb: Token, subject: Token | None) -> Token | None:
    """The noun that the claim is about: the subject of a passive or state, the object of an action."""
    found = thing_found(verb) or thing_inside(verb) or thing_struck(verb)
    if found is not None:
        return found
    if verb.dep_ == "relcl" and verb.head.pos_ in NAMES and antecedent_subject(verb) == verb.head:
        return through_carriers(verb.head)
    for child in verb.children:
        noun = through_carriers(child) if child.dep_ in {"nsubjpass", "nsubj"} else None
        if noun is not None and noun.pos_ in NAMES and noun.lower_ not in NO_NOUNS:
            return noun
    for child in verb.children:
        if child.dep_ in {"dobj", "attr"} and child.pos_ in NAMES:
            return through_carriers(child)
        if child.dep_ == "acomp":
            for preposition in child.children:
                for noun in preposition.children:
                    if noun.dep_ == "pobj" and noun.pos_ in NAMES:
                        return through_carriers(noun)
    told = any(child.dep_ == "mark" for child in verb.children)
    if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in NAMES and not told:
        return through_carriers(verb.head)
    if subject is not None and subject.lower_ in NO_NOUNS:
        return None
    return through_carriers(subject) if subject is not None and subject.pos_ in NAMES else None


def someone(verb: Token) -> Token | None:
    """The verb's subject, where it is a word for people without a noun: "nobody has been taken ill"."""
    subject = antecedent_subject(verb)
    if subject is None:
        return None
    no_one = subject.lower_ == "one" and any(child.lower_ in {"no", "any", "every"} for child in subject.children)
    return subject if no_one or subject.lower_ in PERSONS else None
