"""What a claim counts, in parts: noun, scope, basis and period, and the phrase that phrase vectors are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.events import events
from comms_tracker.records import Basis, Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that carry a quantity over from what was counted before: "the number was 41,600", "brings the total to 23".
POINTS_BACK = frozenset({"number", "total", "figure", "count", "tally", "rest", "remainder", "other", "night", "week", "morning", "estimate", "statement", "majority", "bulk", "last", "most"})
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
# How many characters from the figure words of time may stand and still be said of it.
RANGE = 90
TOTAL = re.compile(
    r"\b(?:since(?! launched)|so far|to date|up to now|until now|in all|in total|altogether|a total of|the total|cumulative|overall)\b",
    re.I,
)
ONE_PERIOD = re.compile(
    r"\b(?:(?:in|over|during) the (?:past|last) \w*\s?(?:hours?|days?|weeks?|months?|years?|fortnight|night)|in the week to|week (?:to|ending)|this week|last week(?!'s)|(?:a|each|every|per) (?:day|week|month|year)|daily|weekly|monthly|overnight|annually|yesterday)\b",
    re.I,
)
ADDED_BEFORE = re.compile(r"(?:another|a further|an additional|an extra|further)\b", re.I)
ADDED_BEFORE_FIGURE = re.compile(r"\b(?:another|a further|further|an additional|additional|an extra|extra)\s+$", re.I)
ADDED_AFTER = re.compile(r"\s+(?:(?:more|further|additional|extra|new)\s+\w+|\w+ more\b)", re.I)
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
            (
                child.dep_ in {"amod", "compound", "nmod"}
                and child.pos_ not in {"NUM"}
                and child.lemma_.lower() not in QUANTITY_ADJECTIVES
                and not child.like_num
            )
            or (
                child.dep_ == "prep"
                and child.lower_
                in {
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
                }
            )
            or child.dep_ in {"relcl", "acl"}
            or (child.dep_ == "appos" and child.lower_ in {"those", "all", "mainly", "mostly"})
        ):
            found.append(span_text(child))
    return tuple(dict.fromkeys(words for words in found if words))


def span_text(head: Token) -> str:
    """The words under a token, as they stand."""
    edge = head.right_edge.i
    return head.doc[head.left_edge.i : edge + 1].text.strip(" ,;.\"'")


def basis_of(
    figure: Figure | None, text: str, place: int, event: str | None, follows_a_figure: bool = False
) -> Basis | None:
    """What the figure is a count of in time or in a whole; ``text`` is its sentence, ``place`` its offset there.

    Of the words that say a period or a running total the nearest to the figure count. "Another 22" right after a
    figure of the same sentence goes on with a list and is no increment (``follows_a_figure``).
    """
    words = figure.text if figure is not None else ""
    if figure is not None and figure.unit == "percent":
        return Basis.PROGRESS if events().group(event) in {"restore", "return", "notify"} else Basis.SHARE
    if CAPACITY.search(text):
        return Basis.CAPACITY
    before, after = text[:place], text[place + len(words) :]
    if not follows_a_figure and figure is not None:
        if ADDED_BEFORE.match(words) or ADDED_BEFORE_FIGURE.search(before) or ADDED_AFTER.match(after):
            return Basis.INCREMENT
    nearest = min(
        (
            (abs(found.start() - place), basis)
            for basis, pattern in ((Basis.PERIOD, ONE_PERIOD), (Basis.TOTAL, TOTAL))
            for found in pattern.finditer(text)
        ),
        default=(RANGE + 1, None),
        key=lambda item: item[0],
    )
    return nearest[1] if nearest[0] <= RANGE else None


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
    """Whether the words after a bare number can only be said of persons: "40 million whose keys", "76% of those cut off"."""
    words = [token.lower_ for token in anchor.span.doc[anchor.span.end : anchor.span.end + 2]]
    return bool(words) and (words[0] in {"who", "whose", "whom"} or words == ["of", "those"])
