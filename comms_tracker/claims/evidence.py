"""What is told or denied below words that only say how it is known: "no sign that", "nothing to show", "aware of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.verbs import VERBS, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"acl", "ccomp", "relcl", "pcomp"})
HOW_IT_CAME = frozenset({"after", "before", "by", "despite", "since", "while", "without"})
"""What stands before how or when something came about: "is in hospital after falling from a ladder"."""
STRIKING = frozenset({"affect", "damage", "contaminate", "disrupt", "endanger", "injure", "delay", "die"})
THINGS = frozenset({"NOUN", "PROPN"})


def only_tells(verb: Token) -> bool:
    """Whether a verb says that something is said, known or found: "report", "believe", "suggest"."""
    lemma, words = verb_lemma(verb), grammar()
    return lemma in words.reporting or lemma in words.knowing or lemma in words.looking


def what_is_told(verb: Token) -> Token:
    """The verb that says what happened, below such a verb and others that it governs; the verb where there is none."""
    below = [token for token in verb.subtree if token.i > verb.i and token.pos_ in VERBS and is_told(token)]
    told = (token for token in below if verb_lemma(token) not in grammar().knowing)
    return next(told, below[-1] if below else verb)


def below_failing(verb: Token) -> Token | None:
    """The verb of what somebody failed to find, which denies that it is there: "failed to find any trace of oil"."""
    below = (child for child in verb.children if child.dep_ == "xcomp")
    return next((child for child in below if verb_lemma(child) in grammar().looking), None)


def is_told(verb: Token) -> bool:
    """Whether a verb heads a clause that says what another is about: "that data was taken", "not thought to be"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in HOW_IT_CAME:
        return False
    thought = verb.dep_ == "xcomp" and verb_lemma(verb.head) in grammar().knowing
    aside = verb.dep_ == "relcl" and (where_it_is(verb) or verb.doc[verb.left_edge.i - 1].text == ",")
    return thought or (verb.dep_ in CLAUSES and not aside)


def where_it_is(verb: Token) -> bool:
    """Whether a relative clause only says which place or time is meant: "in the camps where we work"."""
    placed = verb.head.dep_ == "pobj" and verb.head.head.lower_ in {"in", "at", "on", "from", "near"}
    return placed or any(child.lower_ in {"where", "when"} for child in verb.children)


def thing_found(verb: Token) -> Token | None:
    """What was looked for, known or heard of, and not who looked: "found no trace of lead", "not aware of injuries"."""
    lemma = verb_lemma(verb)
    for noun in objects(verb):
        thing = through_evidence(noun)
        behind = thing is not noun or noun.dep_ == "pobj" or lemma in grammar().looking
        if thing is not None and behind:
            return through_carriers(thing)
    return None


def thing_inside(verb: Token) -> Token | None:
    """What something is said to contain, and not what contains it: "the file did not contain passwords"."""
    if verb_lemma(verb) not in grammar().containing:
        return None
    inside = (child for child in verb.children if child.dep_ == "dobj" and child.pos_ in THINGS)
    return next(map(through_carriers, inside), None)


def thing_struck(verb: Token) -> Token | None:
    """What something affects, damages or puts in danger, and not what does so: "the strike will not affect flights"."""
    if events().group(verb_lemma(verb)) not in STRIKING or any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    things = [child for child in verb.children if child.dep_ == "dobj" and child.pos_ in THINGS]
    return through_carriers(things[0]) if things else None


def objects(verb: Token) -> Iterator[Token]:
    """The verb's objects, and what stands behind a preposition that goes with it or with "aware"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "attr"} or (child.dep_ == "nsubjpass" and is_evidence(child)):
            yield child
        for preposition, word in [(child, verb_lemma(verb)), *((below, child.lower_) for below in child.children)]:
            if f"{word} {preposition.lower_}" in grammar().known_of:
                yield from (noun for noun in preposition.children if noun.dep_ == "pobj")


def through_evidence(noun: Token) -> Token | None:
    """The thing that "no sign of" it is about; None where the words go on to no thing."""
    while is_evidence(noun):
        links = (link for link in noun.children if link.lower_ in {"of", "about"})
        found = next((thing for link in links for thing in link.children if thing.dep_ == "pobj"), None)
        if found is None:
            return noun if noun.lemma_.lower() in events().noun_group else None
        noun = found
    return noun if noun.pos_ in THINGS else None


def is_evidence(noun: Token) -> bool:
    """Whether a noun is a word for evidence: "sign", "trace", "nothing"."""
    return noun.lemma_.lower() in grammar().evidence
