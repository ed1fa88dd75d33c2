"""What a statement says was said before: "we told you that the water was safe", "customers were promised that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import finite, subject_of
from comms_tracker.claims.rules import listed
from comms_tracker.claims.verbs import VERBS, is_passive, tense, verb_lemma
from comms_tracker.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SAYING = frozenset({"say", "report", "tell", "state", "announce", "assure", "promise", "claim", "write", "insist"})
NEGATIONS = frozenset({"no", "not", "n't", "none", "nobody", "nothing", "never", "neither", "nor"})
TELLING = frozenset({"tell", "assure", "promise"})
OURSELVES = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Retelling:
    """Token bounds [first, last] of a clause that says what was said before, and the verb of what it said."""

    first: int
    last: int
    content: Token
    polarity: Polarity


def retellings(doc: Doc) -> Iterator[Retelling]:
    """Each clause in which the organisation says what it, or a text of its own, said or promised earlier."""
    for sentence in doc.sents:
        for verb in sentence:
            content = retold(verb)
            if content is not None:
                yield _made(sentence, verb, content)
                break


def retold(verb: Token) -> Token | None:
    """The verb of what a verb of saying says was said before; None where it tells something for the first time."""
    if describes(verb) and "VBD" in tense(verb):
        return verb
    if verb.pos_ not in VERBS or verb_lemma(verb) not in SAYING or not tense(verb) & {"VBD"}:
        return None
    subject = subject_of(verb)
    if subject is None or any(child.dep_ == "neg" for child in verb.children):
        # "We did not tell residents that the water was unsafe" says what was not said.
        return None
    ours = subject.lower_ in OURSELVES or subject.lemma_.lower() in listed("retelling", "texts")
    told = is_passive(verb) and subject.dep_ == "nsubjpass" and verb_lemma(verb) in listed("retelling", "telling")
    if not (ours and not is_passive(verb)) and not told:
        return None
    return said_by(verb)


def describes(verb: Token) -> bool:
    """Whether we described something as something: "we described the crossing as safe"."""
    if verb.pos_ not in VERBS or verb_lemma(verb) != "describe":
        return False
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in OURSELVES and any(child.dep_ == "dobj" for child in verb.children)


def said_by(verb: Token) -> Token | None:
    """The verb of the clause that a verb of saying introduces, if it has a subject of its own."""
    told = [below for child in verb.children for below in child.children if told_to(below)]
    said = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    for child in [*said, *told]:
        if child.pos_ in VERBS and verb_lemma(child) not in SAYING:
            return child if finite(child) and subject_of(child) is not None else None
    return None


def told_to(clause: Token) -> bool:
    """Whether a clause that the parse hangs on a noun is what its people were told: "we told tenants that it was"."""
    told = clause.dep_ == "acl" and clause.head.dep_ == "dobj" and verb_lemma(clause.head.head) in TELLING
    return told and any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)


def denied_in(content: Token) -> bool:
    """Whether what was said denies: "that nobody was hurt"."""
    return any(token.lower_ in NEGATIONS for token in content.subtree)


def _made(sentence: Span, verb: Token, content: Token) -> Retelling:
    doc = sentence.doc
    first = min(verb.left_edge.i, *(token.i for token in verb.children)) if verb.n_lefts else verb.i
    last = max(content.right_edge.i, verb.i)
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return Retelling(first, last, content, Polarity.DENIED if denied_in(content) else Polarity.AFFIRMED)
