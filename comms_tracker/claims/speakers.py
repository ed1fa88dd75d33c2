"""Who a claim is made by: the organisation, or another speaker such as a regulator or a union."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker import lexicon
from comms_tracker.claims.clauses import semicolon_between
from comms_tracker.claims.patterns import places
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.verbs import VERBS, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SHORTEST_NAME_PART = 4
"""Letters; shorter words of a name ("of", "the") do not tell organisations apart."""


@cache
def others(name: str) -> frozenset[str]:
    """A word list of lexicon/speakers.toml."""
    return frozenset(lexicon.table("speakers")["others"][name])


@cache
def titles() -> re.Pattern[str]:
    """Titles and offices outside any organisation, as one pattern."""
    return re.compile(r"\b(?:" + "|".join(sorted(others("titles"))) + r")\b", re.I)


def tells(token: Token) -> bool:
    """Whether a token is a verb of reporting, or of what a public body does."""
    if token.pos_ not in VERBS:
        return False
    lemma = verb_lemma(token)
    return lemma in others("reporting") or lemma in others("acting")


def speaker_of(
    token: Token, segment: Segment, telling: Sequence[Token], organisation: str | None, going_on: str | None = None
) -> str | None:
    """Another speaker's words for the claim at ``token``, or None where the organisation speaks.

    Only a speaker of a kind that stands outside the organisation counts (a regulator, a union); an organisation of
    that very kind speaks for itself. ``telling`` are the words of the sentence that :func:`tells` holds for;
    ``going_on`` is the other speaker of the sentence before, whom "it says" means.
    """
    if segment.question:
        return segment.speaker
    above = governing(token)
    for verb in sorted(telling, key=lambda verb: verb.i not in above):
        if not (verb.i in above or stands_beside(verb, above)):
            continue
        acts_only = verb_lemma(verb) not in others("reporting")
        for child in verb.children:
            if child.dep_ != "nsubj" and (child.dep_ != "nsubjpass" or not acts_only):
                # Who "were told" heard it.
                continue
            if stands_outside(child, organisation) and (is_body(child) or not acts_only):
                return name_of(child)
            if going_on is not None and goes_on(child):
                return going_on
    return according_to(token.sent, organisation) if places("according_to", token.doc) else None


def sentence_speaker(sentence: Span, organisation: str | None, going_on: str | None) -> str | None:
    """The other speaker whom the next sentence may go on with, or None where this one is the organisation's."""
    for token in sentence:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ in {"ROOT", "parataxis", "ccomp", "conj"}:
            if stands_outside(token, organisation):
                return name_of(token)
            if going_on is not None and goes_on(token):
                return going_on
    return None


def stands_outside(subject: Token, organisation: str | None) -> bool:
    """Whether the subject is a speaker of a kind outside the organisation, and no part of its name."""
    words = name_of(subject)
    own = {part for part in re.findall(r"[\w-]+", (organisation or "").lower()) if len(part) >= SHORTEST_NAME_PART}
    if (own - others("shared") or own) & set(re.findall(r"[\w-]+", words.lower())):
        return False
    if any(child.lower_ in {"our", "its", "their", "the organisation's"} for child in subject.children):
        return False
    if titles().search(words) or any(child.lower_ in others("former") for child in subject.children):
        return True
    if is_other_kind(subject, words) or is_body(subject):
        return True
    return (
        subject.pos_ == "PROPN"
        and any(
            child.dep_ == "relcl"
            and any(below.lower_ == "which" and below.dep_ in {"nsubj", "nsubjpass"} for below in child.children)
            for child in subject.children
        )
        and bool(own)
    )


def is_other_kind(subject: Token, words: str) -> bool:
    """Whether the head noun, or a noun in apposition to it, names a kind of speaker outside the organisation."""
    heads = [subject, *(child for child in subject.children if child.dep_ in {"appos", "compound", "nmod"})]
    heads += [
        noun
        for child in subject.children
        if child.dep_ == "prep"
        and child.lower_ in {"for", "of"}
        and subject.lemma_.lower() in {"spokesman", "spokeswoman", "spokesperson"}
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    folded = set(re.findall(r"[a-z]+", words.lower()))
    for head in heads:
        lemma = head.lemma_.lower()
        if lemma in others("needing"):
            if folded & others("with"):
                return True
        elif lemma in others("nouns") and not (head.dep_ == "compound" and subject.pos_ == "NOUN"):
            return True
    return False


def is_body(subject: Token) -> bool:
    """Whether the subject is a public body by its name: "the Harbour Safety Board"."""
    if subject.lemma_.lower() == "coastguard":
        return True
    named = subject.text[:1].isupper() and any(
        child.dep_ in {"compound", "amod", "nmod"} and child.text[:1].isupper() for child in subject.children
    )
    return named and subject.lemma_.lower() in others("bodies")


def goes_on(subject: Token) -> bool:
    """Whether the subject points back to the speaker of the sentence before: "it says", "its secretary said"."""
    return subject.lower_ in others("going_on") or any(
        child.dep_ == "poss" and child.lower_ in others("going_on") for child in subject.children
    )


def name_of(subject: Token) -> str:
    """The speaker's words without a relative clause or an aside."""
    last = subject.i
    for child in subject.children:
        if child.i > subject.i and child.dep_ in {"prep", "compound", "nmod", "flat", "case"}:
            last = max(last, child.right_edge.i)
    for child in subject.children:
        if child.dep_ == "appos" and child.i == last + 1:
            last = child.right_edge.i if child.right_edge.i - child.i < 3 else child.i
    first = min([subject.i, *(child.left_edge.i for child in subject.children if child.i < subject.i)])
    return subject.doc[first : last + 1].text.strip(" ,")


def according_to(sentence: Span, organisation: str | None) -> str | None:
    """The other speaker of "according to the union"."""
    named = (token for token in map(sentence.doc.__getitem__, sorted(places("according_to", sentence.doc))))
    return next((name_of(one) for one in named if one.sent == sentence and stands_outside(one, organisation)), None)


def governing(token: Token) -> set[int]:
    """The words above a token, itself among them, as far as no semicolon parts them from it."""
    above, node = {token.i}, token
    while node.dep_ != "ROOT" and node.head.i != node.i and not semicolon_between(node, node.head):
        node = node.head
        above.add(node.i)
    return above


def stands_beside(verb: Token, above: set[int]) -> bool:
    """Whether a reporting verb stands beside a claim ("..., the union said"), whose governing words are ``above``."""
    return verb.dep_ in {"parataxis", "ccomp"} and verb.head.i in above
