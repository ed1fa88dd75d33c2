"""Which noun names somebody who stands outside the organisation: by kind, by office, by name, by whose paper it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comms_tracker.attribution.persons import is_person
from comms_tracker.attribution.words import listed
from comms_tracker.claims.measures import singular
from comms_tracker.claims.organisation import belongs_to, kind_words, others, shares_name
from comms_tracker.claims.speaker_nouns import (
    FIRST_PERSON,
    NAMING,
    are_people,
    is_body,
    is_kind,
    is_name,
    kind_of,
    name_of,
    says,
)
from comms_tracker.claims.verbs import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEPEST = 3
"""How far "figures that a spokesman for the council gave" is followed."""
OF_WHOM = frozenset({"at", "by", "for", "from", "of", "with"})
PERSONAL = frozenset({"he", "her", "him", "his", "she"})
SOME = frozenset({"some", "others", "many"})
IN_A_PLACE = r"(?:at|in|near|around|outside|across)\s+(?:the\s+)?"


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard in a statement, whose ``organisation`` and ``text`` these are.

    ``last`` is the other speaker whom "it says" goes on with; ``names`` are the names of others with their speakers.
    """

    organisation: str | None = None
    text: str = ""
    last: str | None = None
    names: tuple[tuple[str, str], ...] = ()

    def called(self, word: str) -> str | None:
        """The latest speaker whose name has the word: "Ms Marsh" is a patient, Ada Marsh."""
        return next((speaker for name, speaker in reversed(self.names) if word in name.split()), None)


@cache
def titles() -> re.Pattern[str]:
    """Titles and offices outside any organisation, as one pattern."""
    return re.compile(r"\b(?:" + "|".join(sorted(others("titles"))) + r")\b", re.I)


def outsider(noun: Token, heard: Heard, verb: Token | None = None, deepest: int = DEEPEST) -> str | None:
    """The words for the speaker outside the organisation that a noun names, or None where it names none.

    Of a paper ("the union's survey", "figures from Ofwat") it is whoever issued it. ``verb`` is what the noun's bearer
    does, where that is known: the organisation's kind of people speak for themselves only where they say something.
    """
    if deepest == 0:
        return None
    if noun.pos_ == "PRON" or noun.lower_ in SOME:
        some = noun.lower_ in SOME and says(verb) and not any(noun.children)
        return noun.text if some else None
    if joined_with_us(noun, heard.organisation):
        return None
    if not is_name(noun) and kind_of(noun) in others("documents"):
        return issuer(noun, heard, deepest)
    words = name_of(noun)
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None and owner.pos_ == "PRON":
        return None
    if titles().search(words) or any(child.lower_ in others("former") for child in noun.children):
        return words
    if any(is_kind(one, noun, heard.organisation, verb) for one in kinds_beside(noun)):
        return words
    if owner is not None and not is_name(noun):
        return words if outsider(owner, heard, None, deepest - 1) is not None else None
    if any(outsider(one, heard, None, deepest - 1) for one in served(noun)):
        return words
    if is_name(noun):
        return named(noun, words, heard, verb)
    return words if are_people(noun, verb) else None


def joined_with_us(noun: Token, organisation: str | None) -> bool:
    """Whether the organisation is named beside the noun: "the council and we", "Ofwat and Ennick Water"."""
    beside = [child for child in noun.children if child.dep_ == "conj"]
    if noun.dep_ == "conj":
        beside.append(noun.head)
    return any(
        one.lower_ in FIRST_PERSON
        or any(child.lower_ in {"our", "ours"} for child in (one, *one.children))
        or (one.pos_ == "PROPN" and shares_name(one.text, organisation))
        for one in beside
    )


def issuer(paper: Token, heard: Heard, deepest: int = DEEPEST) -> str | None:
    """The speaker outside the organisation whose survey, figures or letter a noun is."""
    for child in paper.children:
        named_by = [child] if child.dep_ in {"poss", "compound", "nmod"} else []
        if child.dep_ == "prep" and child.lower_ in OF_WHOM | {"in"}:
            named_by = [below for below in child.children if below.dep_ == "pobj"]
            named_by = [one for one in named_by if child.lower_ != "in" or kind_of(one) in others("news")]
        elif child.dep_ == "acl":
            named_by = agents(child)
        for one in named_by:
            if child.dep_ == "prep" and child.lower_ == "of" and one.pos_ != "PROPN":
                continue
            if (found := outsider(one, heard, None, deepest - 1)) is not None:
                return found
    return None


def agents(verb: Token) -> list[Token]:
    """By whom something was done."""
    preps = (child for child in verb.children if child.dep_ in {"agent", "prep"} and child.lower_ == "by")
    return [below for prep in preps for below in prep.children if below.dep_ == "pobj"]


def kinds_beside(noun: Token) -> Iterator[Token]:
    """The noun, what stands in apposition to it, and what stands before a name: "the retailer Sendwell"."""
    yield noun
    for child in noun.children:
        if child.dep_ == "appos" or (child.dep_ in {"compound", "nmod"} and is_name(noun)):
            yield child


def served(noun: Token) -> Iterator[Token]:
    """Whom somebody speaks for or belongs to: "a spokesman for the union", "who chairs the parish council"."""
    for one in (noun, *(child for child in noun.children if child.dep_ == "appos")):
        for child in one.children:
            if child.dep_ == "prep" and child.lower_ in OF_WHOM and kind_of(one) not in others("sites"):
                yield from (below for below in child.children if below.dep_ == "pobj")
            elif child.dep_ == "poss" and one is not noun:
                yield child
            elif child.dep_ == "relcl" and verb_lemma(child) in others("leading"):
                yield from (below for below in child.subtree if below.dep_ in {"dobj", "pobj"})


def named(noun: Token, words: str, heard: Heard, verb: Token | None) -> str | None:
    """The speaker outside the organisation whose name the noun ends, or None."""
    run = [child for child in noun.children if child.dep_ in NAMING and child.text[:1].isupper()]
    name = " ".join(token.text for token in [*run, noun])
    definite = any(child.dep_ == "det" for child in noun.children)
    if belongs_to(words, noun.lower_, heard.organisation) or noun.lower_ in others("sites"):
        return None
    if is_body(noun) and not {noun.lower_, kind_of(noun)} & kind_words(heard.organisation):
        return words
    if (run or not definite) and is_person(name) and not definite:
        return words if is_layman(noun) else heard.called(noun.text)
    if not run and noun.lower_ in listed("organisation_heads") | listed("organisations") | listed("not_names"):
        return None
    lettered = name.isupper() and len(name) > 1 and name.lower() not in listed("roles")
    of_body = any(token.lower_ in listed("organisations") | others("citizens") for token in (*run, noun))
    if lettered or of_body or any(describes_body(child) for child in noun.children):
        return words
    if not run and (heard.called(noun.text) is not None):
        return heard.called(noun.text)
    if verb is None or verb_lemma(verb) in others("one_by_one") or is_place_or_person(name, heard.text):
        return None
    if not definite and any(token.lower_ in PERSONAL for token in noun.sent):
        return None
    return words if definite or not run else None


def is_layman(noun: Token) -> bool:
    """Whether a person is introduced by what befell them or where they live: "Ada Marsh, whose son waited"."""
    clauses = [child for child in noun.children if child.dep_ == "relcl"]
    return any(verb_lemma(one) in others("living") or any(t.lower_ == "whose" for t in one.subtree) for one in clauses)


def is_place_or_person(name: str, text: str) -> bool:
    """Whether a text uses a single name as a place's, or as the last word of a person's."""
    word = re.escape(name)
    return re.search(rf"\b{IN_A_PLACE}{word}\b|\b[A-Z][\w'’.-]* {word}\b", text) is not None


def describes_body(clause: Token) -> bool:
    """Whether a clause describes an organisation: "Loch Systems, which makes the engines"."""
    return clause.dep_ == "relcl" and any(
        below.lower_ == "which" and below.dep_ in {"nsubj", "nsubjpass"} for below in clause.children
    )


def may_mean(pronoun: str, speaker: str) -> bool:
    """Whether a pronoun can mean a speaker by number and sex: "he" is no union, "it" is not the residents."""
    words = re.split(r"\s(?:of|for|at|from|in|on|who|which)\b|,", speaker)[0].split()
    last = words[-1].lower() if words else ""
    if pronoun in {"they", "their", "them"}:
        return True
    many = last == "people" or (last.endswith("s") and singular(last) in others("nouns") | others("trades"))
    if many or words[0][:1].isdigit():
        return False
    body = last in others("collective") | (listed("organisations") - others("nouns")) or speaker.isupper()
    return not body if pronoun in PERSONAL else not is_person(speaker)
