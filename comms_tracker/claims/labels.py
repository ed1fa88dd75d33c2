"""Numbers that name or describe a thing and count nothing: labels, ages, rations, speeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.counted import subject_of_number
from comms_tracker.claims.events import events
from comms_tracker.claims.patterns import ends
from comms_tracker.claims.rules import listed, pattern
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.verbs import VERBS, is_past
from comms_tracker.quantities.scan import MULTIPLIER
from comms_tracker.quantities.units import is_currency, time_units
from comms_tracker.records import FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

OLDEST = 120
"""Years; a number above it between commas is no age."""
LOOK_BACK = 1_000
"""Characters of a paragraph in which the sentence of a number begins."""
RATION_WORDS = 6
"""Words behind a figure in which "each" or "to a car" may stand."""
PHONE_BEFORE = re.compile(r"\d{3,}[\d ]*(?:\D{0,30}\d{1,2})?\D{0,30}$")


def is_label(anchor: Anchor, segment: Segment) -> bool:
    """Whether a bare whole number names a thing: "hall 3", "account ending 7719", an address, an age, a contact."""
    figure = anchor.figure
    if figure.unit is not None or figure.kind not in {FigureKind.EXACT, FigureKind.BOUND, FigureKind.RANGE}:
        return False
    return is_age(anchor) or is_numbered(anchor) or is_address(anchor) or is_contact(anchor, segment)


def is_age(anchor: Anchor) -> bool:
    """Whether the number is a person's age: "Charlie Venn, 6, of Upper Skarrow", "a man of 73"."""
    doc, start, end = anchor.span.doc, anchor.span.start, anchor.span.end
    if anchor.figure.low is None or anchor.figure.low > OLDEST or start < 2:
        return False
    if doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in listed("label", "persons"):
        return True
    following = doc[end].text if end < len(doc) else "."
    named = doc[start - 2].pos_ == "PROPN" or doc[start - 2].text in {")", '"'}
    return doc[start - 1].text == "," and named and following in {",", ".", ")"}


def is_numbered(anchor: Anchor) -> bool:
    """Whether the number follows a word that it numbers: "question 6", "codes up to 2240", "job 77/2051"."""
    doc, start, end = anchor.span.doc, anchor.span.start, anchor.span.end
    words = [token for token in doc[max(0, start - 2) : start] if token.text != ":"]
    if not words or (end < len(doc) and doc[end].tag_ in {"NNS", "NNPS"}):
        return False
    if words[-1].lower_ == "numbered" and subject_of_number(anchor.span) is not None:
        return False
    if words[-1].lower_ in listed("label", "before") and words[-1].lower_ not in {"number", "no"}:
        return True
    if words[-1].lower_ in {"number", "no"}:
        return subject_of_number(anchor.span) is None and start >= 1 and doc[start - 1].text in {":", "number"}
    root: Token = anchor.root
    named = root.head if root.dep_ in {"nummod", "appos"} else None
    return named is not None and named.i == start - 1 and named.tag_ in {"NN", "NNP"} and is_name(named)


def is_name(noun: Token) -> bool:
    """Whether a noun can have a number: no carrier of a quantity and no time."""
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNP" and not noun.text[0].isupper():
        return False
    return lemma not in events().carriers and lemma not in time_units() and lemma not in events().noun_group


def is_address(anchor: Anchor) -> bool:
    """Whether the number stands before a street or a building's name: "1 Wool Exchange"."""
    doc, end = anchor.span.doc, anchor.span.end
    noun = anchor.noun
    return (
        noun is not None
        and noun.tag_ == "NNP"
        and noun.i > end
        and doc[end].tag_ == "NNP"
        and anchor.figure.kind is FigureKind.EXACT
    )


def is_contact(anchor: Anchor, segment: Segment) -> bool:
    """Whether the number stands where the reader is told whom to ring and when."""
    place = anchor.figure.start - segment.start
    before = segment.text[max(0, place - LOOK_BACK) : place]
    sentence = re.split(r"[.!?]\s", before)[-1]
    return pattern("label", "contact").search(sentence) is not None and PHONE_BEFORE.search(sentence) is not None


def is_ration(anchor: Anchor) -> bool:
    """Whether the figure says how something is shared out: "four crates to a car"."""
    doc, end = anchor.span.doc, anchor.span.end
    if not any(ends("ration", doc[end : end + RATION_WORDS])):
        return False
    # "taken 34 residents to a hotel" says where to: the words hang on the verb.
    each = any(token.lower_ in {"each", "every"} for token in doc[end : end + RATION_WORDS])
    return each or doc[end + 1].lower_ != "to" or doc[end + 1].head.pos_ not in VERBS


def is_price(anchor: Anchor) -> bool:
    """Whether a sum of money is what a thing was sold for in shops: "sold at stores for between $59 and $75"."""
    verb = anchor.verb
    sold = verb is not None and verb.lemma_.lower() == "sell" and verb.tag_ == "VBN"
    return sold and is_currency(anchor.figure.unit)


def multiplies(anchor: Anchor) -> bool:
    """Whether the figure is a verb that says how many times as much there is: "complaints have doubled"."""
    return anchor.figure.rule.startswith(MULTIPLIER) and anchor.verb is not None and anchor.verb.i == anchor.root.i


def moved(verb: Token) -> bool:
    """Whether the verb tells of something that took place: in the past, or as a participle of what it was done to."""
    return is_past(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def is_rate(anchor: Anchor, event: str | None) -> bool:
    """Whether a measurement tells of no harm and no remedy: a speed, a temperature, "is 610 mm across"."""
    unit = anchor.figure.unit
    if unit is None or unit == "percent" or unit in time_units() or is_currency(unit):
        return False
    if gives_the_extent(anchor):
        return False
    if unit in listed("rate", "units") or holds_as_much(anchor):
        return True
    if multiplies(anchor):
        return False
    end = anchor.span.end
    of_something = end < len(anchor.span.doc) and anchor.span.doc[end].lower_ == "of"
    known = events()
    happened = known.plays(event, "harm", "remedy") and known.group(event) != "breakdown_find"
    happened = happened or (unit in listed("rate", "matter") and anchor.verb is not None and moved(anchor.verb))
    if "-" in anchor.figure.text and anchor.figure.kind is not FigureKind.RANGE:
        return not sizes_an_extent(anchor)
    return not (of_something or happened or "/" in unit)


def holds_as_much(anchor: Anchor) -> bool:
    """Whether an aside says how much a thing can hold, which is not what went out: "each holding 30,000 litres"."""
    verb = anchor.verb
    aside = verb is not None and verb.dep_ in {"acl", "relcl", "advcl"} and verb.tag_ in {"VBG", "VBZ", "VBP", "VB"}
    return verb is not None and aside and verb.lemma_.lower() in listed("rate", "holding")


def gives_the_extent(anchor: Anchor) -> bool:
    """Whether a measurement is how fast what had the accident went, or how big the harm is.

    "The tram was travelling at 30 km/h", "the crater is 12 metres wide", "a slick of two kilometres".
    """
    verb = anchor.verb
    unit = anchor.span.root if anchor.span.root.pos_ == "NOUN" else anchor.span.root.head
    over = unit.head
    if anchor.figure.unit in listed("rate", "speeds"):
        tied = (over.lower_ == "at" and over.head == verb) or over == verb
        return verb is not None and tied and verb.lemma_.lower() in listed("rate", "going") and is_past(verb)
    if over.lower_ == "of":
        return has_extent(verb) if over.head.lemma_.lower() in listed("rate", "sizes") else is_extent(over.head)
    return unit.dep_ in {"npadvmod", "attr"} and verb is not None and verb.lemma_.lower() == "be" and has_extent(verb)


def has_extent(verb: Token | None) -> bool:
    """Whether what the verb is said of is harm that has a size: a slick, a crack, a leak."""
    return verb is not None and any(child.dep_ == "nsubj" and is_extent(child) for child in verb.children)


def is_extent(noun: Token) -> bool:
    """Whether a noun is harm, or a place of harm, that has a size."""
    lemma = noun.lemma_.lower()
    return lemma in listed("rate", "extents") or lemma in events().found_harm or events().plays(lemma, "harm")


def sizes_an_extent(anchor: Anchor) -> bool:
    """Whether a size tied to its noun is how far the matter reaches: "a 40-tonne spill", and no "24-inch main"."""
    lemma = anchor.noun.lemma_.lower() if anchor.noun is not None else ""
    known = events()
    return lemma in known.noun_group or lemma in known.group_of or lemma in listed("rate", "extents")
