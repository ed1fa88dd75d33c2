"""What a claim counts, in parts: noun, scope, basis and period, and the phrase that phrase vectors are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import TIME_UNITS, Anchor
from comms_tracker.claims.events import events
from comms_tracker.records import Basis, Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

LEMMAS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "data": "data",
    "staff": "staff",
    "media": "media",
}
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
EMPTY = frozenset(
    {
        "say",
        "tell",
        "add",
        "number",
        "total",
        "figure",
        "million",
        "billion",
        "thousand",
        "hundred",
        "percent",
        "cent",
        "confirm",
        "estimate",
        "week",
        "month",
        "day",
        "year",
        "today",
        "yesterday",
        "spokesman",
        "spokeswoman",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
)
PERIOD = re.compile(
    r"\b(?:since (?:then|(?:last |the )?[A-Za-z]*\s?(?:\d{1,2}\s)?[A-Z]?[a-z]+(?:\s\d{1,2})?|the \w+ \w+)|so far(?: this \w+)?|to date|up to now|until now|in all|in total|altogether|"
    r"(?:in|over|during) the (?:past|last) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|fortnight)|(?:this|last) (?:week|month|year|weekend|morning|quarter|summer|winter)|"
    r"today|overnight|yesterday|at the weekend|(?:a|each|every|per) (?:day|week|month|year)|daily|weekly|monthly|annually|(?:the )?week (?:to|ending|of) \d{1,2} [A-Z][a-z]+|by (?:the end of )?[A-Z][a-z]+(?: \d{1,2}(?: [A-Z][a-z]+)?)?)\b"
)
TOTAL = re.compile(
    r"\b(?:since|so far|to date|up to now|until now|in all|in total|altogether|a total of|the total|cumulative|overall)\b",
    re.I,
)
ONE_PERIOD = re.compile(
    r"\b(?:(?:in|over|during) the (?:past|last) \w*\s?(?:hours?|days?|weeks?|months?|years?|fortnight|night)|(?:this|last) (?:week|month|year|weekend|quarter)|today|overnight|yesterday|week (?:to|ending)|(?:a|each|every|per) (?:day|week|month|year)|daily|weekly|monthly)\b",
    re.I,
)
INCREMENT = re.compile(
    r"\b(?:another|a further|further|additional|extra|more(?! than)|on top of|newly|new cases|not contacted before|whom it had not contacted before)\b",
    re.I,
)
CAPACITY = re.compile(r"\b(?:capacity|able to (?:hold|handle|take|carry)|up to \S+ (?:a|per) day can)\b", re.I)
QUANTITY_ADJECTIVES = frozenset(
    {
        "small",
        "large",
        "big",
        "total",
        "high",
        "low",
        "exact",
        "estimated",
        "confirmed",
        "many",
        "few",
        "further",
        "additional",
        "other",
        "remaining",
        "several",
        "whole",
        "more",
        "most",
        "such",
        "same",
        "own",
        "certain",
        "known",
        "new",
        "extra",
        "entire",
        "full",
        "latest",
        "current",
        "initial",
        "final",
        "first",
        "second",
    }
)


def noun_lemma(noun: Token) -> str:
    """The singular lemma of a counted noun: "people" is person."""
    lemma = noun.lemma_.lower()
    lemma = LEMMAS.get(lemma, LEMMAS.get(noun.lower_, lemma))
    if noun.tag_ in {"NNS", "NNPS"} and lemma == noun.lower_ and lemma not in {"people", "data"}:
        lemma = singular(lemma)
    return lemma


def singular(word: str) -> str:
    """A plural that the lemmatizer left as it was, made singular by spelling alone."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def scope_of(noun: Token, figure_tokens: range) -> tuple[str, ...]:
    """The restrictions on a counted noun in the statement's own words: adjectives, "of ..." and relative clauses."""
    found: list[str] = []
    for child in noun.children:
        if child.i in figure_tokens:
            continue
        if (
            child.dep_ in {"amod", "compound", "nmod"}
            and child.pos_ not in {"NUM"}
            and child.lemma_.lower() not in QUANTITY_ADJECTIVES
            and not child.like_num
        ):
            found.append(span_text(child))
        elif child.dep_ == "prep" and child.lower_ in {
            "in",
            "at",
            "with",
            "on",
            "from",
            "across",
            "for",
            "under",
            "over",
            "without",
            "aged",
            "among",
            "by",
            "of",
            "outside",
            "within",
        }:
            found.append(span_text(child))
        elif child.dep_ in {"relcl", "acl"}:
            found.append(span_text(child))
        elif child.dep_ == "appos" and child.lower_ in {"those", "all", "mainly", "mostly"}:
            found.append(span_text(child))
    return tuple(dict.fromkeys(words for words in found if words))


def span_text(head: Token) -> str:
    """The words under a token, as they stand."""
    edge = head.right_edge.i
    return head.doc[head.left_edge.i : edge + 1].text.strip(" ,;.\"'")


def basis_of(figure: Figure | None, clause: str, event: str | None) -> Basis | None:
    """What the figure is a count of in time or in a whole, from the clause's words."""
    known = events()
    words = figure.text if figure is not None else ""
    near = f"{words} {clause}"
    if figure is not None and figure.unit == "percent":
        return Basis.PROGRESS if known.group(event) in {"restore", "return", "notify"} else Basis.SHARE
    if CAPACITY.search(clause):
        return Basis.CAPACITY
    if figure is not None and re.match(r"(?:another|a further|an additional|an extra|further)\b", words, re.I):
        return Basis.INCREMENT
    if ONE_PERIOD.search(near):
        return Basis.PERIOD
    if INCREMENT.search(near) and figure is not None and figure.kind is not FigureKind.BOUND:
        before = clause[: clause.find(words)] if words and words in clause else ""
        if re.search(r"\b(?:another|a further|further|additional|extra)\s*$", before, re.I) or re.search(
            re.escape(words) + r"\s+(?:more|further|additional|extra)\b", clause, re.I
        ):
            return Basis.INCREMENT
    if TOTAL.search(near):
        return Basis.TOTAL
    return None


def period_of(clause: str) -> str | None:
    """The words that give the period counted, as they stand."""
    found = PERIOD.search(clause)
    return found.group() if found else None


def phrase_of(counted: str | None, event: str | None, words: Iterable[Token], figure_tokens: range) -> str:
    """The normalised phrase of what is counted: noun and event first, then the content lemmas of the clause.

    Phrase vectors are made of it, and its words are what alignment compares.
    """
    parts = [part for part in (counted, event) if part]
    parts += [
        noun_lemma(token) if token.pos_ == "NOUN" else token.lemma_.lower()
        for token in words
        if token.i not in figure_tokens
        and token.pos_ in CONTENT
        and token.is_alpha
        and not token.is_stop
        and token.lemma_.lower() not in EMPTY
    ]
    return " ".join(dict.fromkeys(parts))


def describes_people(anchor: Anchor) -> bool:
    """Whether a bare number is followed by a relative pronoun of persons: "40 million whose keys"."""
    following = anchor.span.doc[anchor.span.end] if anchor.span.end < len(anchor.span.doc) else None
    return following is not None and following.lower_ in {"who", "whose", "whom"}
