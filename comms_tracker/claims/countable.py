"""Whether a noun can be what a figure counts, and the noun behind a word that only carries a quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.quantities.units import time_units

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NUMBER_DEPS = frozenset(
    {"nummod", "quantmod", "det", "amod", "compound", "nmod", "poss", "predet", "advmod", "npadvmod", "neg"}
)
NOUNS = frozenset({"NOUN", "PROPN", "X"})
MARKS = frozenset({".", ";", ":", "(", ")", "|", "?"})
# Words that make a noun of time an adverb: "18,600 last night" counts no nights.
TIME_DETERMINERS = frozenset({"last", "this", "next", "yesterday", "every", "each", "that", "the"})
DAYS_MEANT = frozenset({"today", "tomorrow", "tonight", "yesterday"})
AWAY = frozenset({"after", "afterwards", "ago", "before", "earlier", "later", "on"})


def is_plain_noun(noun: Token) -> bool:
    """Whether a noun among the figure's own words is what is counted, and no carrier or sign."""
    lemma = noun.lemma_.lower()
    return lemma not in events().carriers and lemma not in grammar().written and not noun.like_num


def is_counted(span: Span, noun: Token) -> bool:
    """Whether a noun that the parse puts over a figure can be what it counts."""
    if noun.pos_ not in NOUNS or noun.lemma_.lower() in grammar().written or crosses_mark(span, noun):
        return False
    if is_time_adverbial(noun) or after_comma(span):
        return False
    # A single place or person is not counted in numbers: the parse joined "Twenty-six" to a name that follows a verb.
    between = span.doc[span.end : noun.i]
    verbal = any(token.tag_ in {"VBN", "VBD"} for token in between)
    named = noun.tag_ == "NNP" or any(token.tag_ == "NNP" and noun.tag_ == "NN" for token in between)
    return not (named and verbal)


def is_time_adverbial(noun: Token) -> bool:
    """Whether a noun of time says when and is not counted: "18,600 last night", "389 three weeks later"."""
    if noun.lower_ in DAYS_MEANT:
        return True
    if noun.lemma_.lower() not in time_units() | {"night", "morning", "evening", "weekend"}:
        return False
    if noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ in AWAY:
        return True
    return any(child.lower_ in TIME_DETERMINERS for child in noun.children if child.i < noun.i)


def after_comma(span: Span) -> bool:
    """Whether a comma ends the figure's phrase: "It's 6,313, councillor" counts no councillors."""
    return span.end < len(span.doc) and span.doc[span.end].text == ","


def crosses_mark(span: Span, noun: Token) -> bool:
    """Whether punctuation other than a quotation mark or a comma stands between a figure and a noun."""
    between = span.doc[span.end : noun.i] if noun.i >= span.end else ()
    return any(token.text in MARKS for token in between)


def through_carriers(noun: Token) -> Token:
    """The noun behind a word that only carries a quantity: "the number of people" is people."""
    for _ in range(3):
        if noun.lemma_.lower() not in events().carriers | grammar().quantifiers:
            break
        prepositions = [child for child in noun.children if child.lower_ == "of"]
        objects = [child for preposition in prepositions for child in preposition.children if child.dep_ == "pobj"]
        if not objects or objects[0].like_num or objects[0].pos_ in {"NUM", "SYM"}:
            break
        if objects[0].pos_ == "PRON" and noun.lemma_.lower() in grammar().quantifiers:
            break
        noun = objects[0]
    return noun
