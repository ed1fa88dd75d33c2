"""What a noun that may name a speaker is by its own words: a name, a kind of body or people, and how it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.attribution.words import listed
from comms_tracker.claims.measures import singular
from comms_tracker.claims.organisation import kind_words, name_words, others, shares_name
from comms_tracker.claims.verbs import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"amod", "compound", "nmod", "poss"})
FIRST_PERSON = frozenset({"i", "me", "us", "we", "ourselves"})
INDEFINITE = frozenset({"a", "an", "another", "many", "one", "other", "several", "some"})


def kind_of(noun: Token) -> str:
    """The word for a noun's kind: its singular in lower case."""
    lemma = noun.lemma_.lower()
    return singular(lemma) if lemma == noun.lower_ and noun.tag_ in {"NNS", "NNPS"} else lemma


def is_name(noun: Token) -> bool:
    """Whether a subject is a name, also where the tagger doesn't know it for one."""
    return noun.pos_ == "PROPN" or (noun.text[:1].isupper() and noun.pos_ in {"ADJ", "ADV", "INTJ", "VERB", "X"})


def name_of(subject: Token) -> str:
    """The speaker's words without a relative clause or an aside."""
    last = subject.i
    paper = owned_paper(subject)
    if paper is not None:
        return subject.doc[subject.left_edge.i : paper].text
    for child in subject.children:
        if child.i > subject.i and child.dep_ in {"prep", "compound", "nmod", "flat", "case"}:
            last = max(last, child.right_edge.i)
    for child in subject.children:
        if child.dep_ == "appos" and child.i == last + 1:
            last = child.right_edge.i if child.right_edge.i - child.i < 3 else child.i
    first = min([subject.i, *(child.left_edge.i for child in subject.children if child.i < subject.i)])
    return subject.doc[first : last + 1].text.strip(" ,").removesuffix("'s").removesuffix("'")


def owned_paper(noun: Token) -> int | None:
    """Where the mark of possession stands in "the Office for Trade's figures", or None: the parse joins its parts."""
    for preposition in (child for child in noun.children if child.dep_ == "prep" and child.i > noun.i):
        for paper in (child for child in preposition.children if child.dep_ == "pobj"):
            marks = [below.i for owner in paper.children if owner.dep_ == "poss" for below in owner.children]
            if kind_of(paper) in others("documents") and marks and paper.doc[marks[-1]].tag_ == "POS":
                return marks[-1]
    return None


def says(verb: Token | None) -> bool:
    """Whether a verb says something to others than the organisation."""
    if verb is None or verb_lemma(verb) not in others("speaking"):
        return False
    return not any(child.lower_ in FIRST_PERSON for child in verb.children if child.dep_ in {"dobj", "dative"})


def is_body(noun: Token) -> bool:
    """Whether a noun is a public body by its name: "the Harbour Safety Board"."""
    if noun.lemma_.lower() == "coastguard":
        return True
    naming = any(child.dep_ in NAMING and child.text[:1].isupper() for child in noun.children)
    preps = [child for child in noun.children if child.dep_ == "prep" and child.i == noun.i + 1]
    naming = naming or any(below.pos_ == "PROPN" for child in preps for below in child.subtree)
    return noun.text[:1].isupper() and naming and noun.lemma_.lower() in others("bodies")


def are_people(noun: Token, verb: Token | None) -> bool:
    """Whether a noun without an article, or with "a", must be people who are none of the organisation's: they speak."""
    before = {child.lower_ for child in noun.children if child.dep_ in {"det", "nummod", "poss"}}
    plural = noun.tag_ == "NNS" and not before - INDEFINITE
    if not (plural or (noun.tag_ == "NN" and before & {"a", "an", "another", "one"})) or not says(verb):
        return False
    modifiers = {child.lower_ for child in noun.children}
    if kind_of(noun) in others("nouns") | others("trades") | others("needing") | listed("documents"):
        return False
    return kind_of(noun) not in others("own_people") | listed("roles") and not modifiers & listed("roles")


def is_kind(one: Token, noun: Token, organisation: str | None, verb: Token | None) -> bool:
    """Whether a word names a kind of speaker outside the organisation, as it stands with ``noun``."""
    kind, own = kind_of(one), kind_words(organisation)
    before = {child.lower_ for child in one.children if child.i < one.i}
    if kind in others("needing"):
        whose = {kind_of(child) for child in one.children if child.i < one.i and child.dep_ in NAMING}
        words = set(re.findall(r"[a-z]+", name_of(noun).lower()))
        return bool(words & others("with") or whose & (others("nouns") | others("trades")))
    if kind in others("nouns"):
        return kind not in own or elsewhere(before, organisation) or bool(before & others("against"))
    if kind in others("institutions") and one is noun:
        return kind not in own and bool(own & (others("shared") | listed("organisations")))
    if kind in listed("any_business"):
        apart = one is not noun or one.tag_ in {"NNS", "NNPS"} or bool(before & INDEFINITE) or is_named_aside(one)
        return apart and not shares_name(" ".join(token.text for token in noun.subtree), organisation)
    if kind in others("trades") and elsewhere(before, organisation):
        return True
    if kind in others("trades"):
        return says(verb) and not before & listed("roles") and (one is noun or bool(before & INDEFINITE))
    return kind in others("bodies") | {"service", "force"} and elsewhere(before, organisation)


def is_named_aside(noun: Token) -> bool:
    """Whether a name stands right behind a kind: "the retailer Sendwell"."""
    return any(child.dep_ == "appos" and child.pos_ == "PROPN" and child.i - noun.i < 4 for child in noun.children)


def elsewhere(before: set[str], organisation: str | None) -> bool:
    """Whether the words before "council" or "service" say that it is a public body and not the organisation."""
    own = name_words(organisation)
    levels = before & others("levels")
    if levels and "council" in own:
        return not levels & own and bool(own & others("levels") or levels & {"parish", "county"})
    return bool(before & others("public") - own)
