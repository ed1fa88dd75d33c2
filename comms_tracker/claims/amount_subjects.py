"""The noun whose amount a verb gives: "the toll has risen to 80", "the cost came to £265,000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.clauses import raised
from comms_tracker.claims.countable import through_carriers
from comms_tracker.claims.governing import governing_verb
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.verbs import PARTICIPLES, VERBS, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

QUANTITY_LINKS = frozenset({"prep", "attr", "acomp", "npadvmod", "oprd", "advmod"})


def quantity_subject(token: Token) -> Token | None:
    """The counted noun of "the toll has risen to 80", "put the number of people affected at 143 million"."""
    node = token
    for _ in range(5):
        if node.dep_ == "ROOT":
            break
        parent = node.head
        if parent.pos_ in VERBS:
            return subject_of_amount(node, parent, token)
        if parent.pos_ == "NOUN" and (
            node.dep_ == "appos" or (node.dep_ == "prep" and node.lower_ in {"at", "to", "as", "from"})
        ):
            return misread_verb(parent) or through_carriers(parent)
        node = parent
    return None


def subject_of_amount(node: Token, verb: Token, token: Token) -> Token | None:
    """The noun whose amount a verb gives: its object before the figure, else its subject, the nearest first."""
    given = any(child.dep_ == "dobj" and child.i < token.i and child.pos_ == "NOUN" for child in verb.children)
    if verb.dep_ in PARTICIPLES and verb.head.pos_ == "NOUN" and verb.i < token.i and not given:
        return through_carriers(verb.head)
    if node.dep_ not in QUANTITY_LINKS and not (node.dep_ == "dobj" and verb_lemma(verb) in grammar().amounting):
        return None
    above = raised(verb)
    around = [*verb.children] if above is verb else [*above.children, *verb.children]
    before = [child for child in around if child.i < token.i and child.pos_ == "NOUN"]
    subjects = {"nsubjpass"} if verb_lemma(verb) in grammar().giving else {"nsubj", "nsubjpass"}
    for deps in ({"dobj"}, subjects):
        nearest = [child for child in before if child.dep_ in deps]
        if nearest:
            return through_carriers(nearest[-1])
    return None


def misread_verb(noun: Token) -> Token | None:
    """The subject of a verb that the parse took for a noun: in "reports of overheating stand at 131" it is reports."""
    if noun.lemma_.lower() not in {"stand", "total", "number"} or noun.dep_ != "pobj":
        return None
    owner = noun.head.head
    return owner if noun.head.lower_ == "of" and owner.pos_ == "NOUN" else None


def lasting_subject(token: Token) -> Token | None:
    """What lasts or takes as long; with other verbs a time is counted by its unit."""
    verb = governing_verb(token)
    lasting = verb is not None and verb_lemma(verb) in grammar().amounting | {"last", "take"}
    return quantity_subject(token) if lasting else None


def meant_by(pronoun: Token) -> Token | None:
    """What "it" was said of just before: the last subject that is one thing, not further back than a sentence."""
    start = pronoun.sent.start
    first = pronoun.doc[start - 1].sent.start if start > 0 else start
    for token in reversed(pronoun.doc[first : pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ == "NN":
            return token
    return None


def measured_subject(top: Token) -> Token | None:
    """The subject whose amount a verb such as "cost" or "come to" gives; whoever pays is not what a sum is of.

    Of a verb by which somebody gives a number it is what they value: "put the loss at £4m", "is estimated at £4m".
    """
    node = top
    for _ in range(4):
        if node.pos_ in VERBS:
            break
        if node.dep_ == "ROOT":
            return None
        node = node.head
    if node.pos_ in VERBS and verb_lemma(node) in grammar().giving:
        valued = [
            child for child in node.children if child.dep_ in {"dobj", "nsubjpass"} and child.i < top.right_edge.i
        ]
        at = any(child.lower_ == "at" and child.i < top.right_edge.i for child in node.children)
        if not at or not valued:
            return None
        thing = meant_by(valued[0]) if valued[0].lower_ == "it" else valued[0]
        return through_carriers(thing) if thing is not None and thing.pos_ == "NOUN" else None
    if node.pos_ not in VERBS or verb_lemma(node) not in grammar().amounting:
        return None
    over = raised(node)
    deps = {"nsubj", "csubj"} if over is node else {"nsubj", "nsubjpass", "csubj"}
    subjects = [child for child in over.children if child.dep_ in deps and child.i < top.i]
    return through_carriers(subjects[-1]) if subjects and subjects[-1].pos_ == "NOUN" else None
