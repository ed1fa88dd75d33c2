"""What is a claim: each rule names why a figure asserts nothing about the matter, so that none is left out by luck."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.clauses import subject_of, tells_the_reader, verbs_above
from comms_tracker.claims.durations import time_is_the_matter
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.labels import is_label, is_price, is_rate, is_ration
from comms_tracker.claims.partitives import is_bare_whole
from comms_tracker.claims.phrases import listed as phrase_list
from comms_tracker.claims.quantifiers import asserts_nothing
from comms_tracker.claims.rules import listed
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.verbs import is_modal, verb_lemma
from comms_tracker.quantities.units import time_units
from comms_tracker.records import Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset({"the", "these", "those", "our", "its", "their", "both", "this", "his", "her"})
NEW_MEMBERS = frozenset({"remaining", "other", "further", "additional", "confirmed", "known", "reported"})
UNDER_WHICH = frozenset({"alias", "banner", "flag", "heading", "identity", "law", "name", "roof", "title"})
"""What things go under, which makes no bound of "under": "was counted under two names"."""
NAMED_AT_MOST = 20
"""A definite count up to this many names things that the reader knows: "the two hospitals"."""


class NoClaim(StrEnum):
    """Why a figure is no claim."""

    ADVICE = "advice to the reader"
    LABEL = "a number that names something"
    RATION = "how something is shared out"
    PRICE = "what a thing was sold for"
    RATE = "a speed, a temperature or a size of something that nothing happened to"
    DURATION = "a deadline or the duration of something that went as it should"
    LISTED = "a count of list items, or a size in a procedure"
    QUANTIFIER = "a bare quantifier with nothing asserted about the matter"
    SCOPE = "a count that only names a scope"
    BASE = "the base of a share, given before"
    GENERAL = "general knowledge"


def why_not_a_claim(
    anchor: Anchor,
    segment: Segment,
    event: str | None,
    counted: str | None,
    before: Sequence[Figure],
    *,
    after: Sequence[Figure] = (),
) -> NoClaim | None:
    """The reason why the figure asserts nothing about the matter, or None where it is a claim.

    ``before`` holds the statement's figures that stand before this one, ``after`` the next ones behind it.
    """
    figure = anchor.figure
    if is_label(anchor, segment):
        return NoClaim.LABEL
    if advice(anchor, event):
        return NoClaim.ADVICE
    if is_ration(anchor):
        return NoClaim.RATION
    if is_price(anchor):
        return NoClaim.PRICE
    if is_rate(anchor, event):
        return NoClaim.RATE
    if figure.unit in time_units() and not time_is_the_matter(anchor, event, before):
        return NoClaim.DURATION
    if is_bare_time(figure, counted):
        return NoClaim.DURATION
    if is_listed(anchor, event, counted):
        return NoClaim.LISTED
    if figure.kind in {FigureKind.UNIVERSAL, FigureKind.VAGUE} or figure.text.lower() == "one":
        return NoClaim.QUANTIFIER if asserts_nothing(anchor, event, counted, before, after) else None
    if is_base_again(anchor, before) or is_bare_whole(anchor):
        return NoClaim.BASE
    if names_a_scope(anchor):
        return NoClaim.SCOPE
    return NoClaim.GENERAL if general(anchor) else None


def asks(sentence: str) -> bool:
    """Whether a sentence is a question, which asserts no figure."""
    return sentence.rstrip(' *"').endswith("?")


def is_bare_time(figure: Figure, counted: str | None) -> bool:
    """Whether the figure only says how often or when: "seven days a week", "every five" years."""
    if figure.unit is not None:
        return figure.unit.split("/")[0] in time_units() and "/" in figure.unit
    return counted in time_units() and figure.kind is FigureKind.EXACT


def is_listed(anchor: Anchor, event: str | None, counted: str | None) -> bool:
    """Whether the figure counts items of the text, or sizes in a procedure."""
    if anchor.figure.unit != "percent" and (counted in listed("listed") or counted in listed("written")):
        return not (spread_out(anchor, counted) or came_to_harm(anchor, event, counted) or are_some_of(anchor, counted))
    return counted in listed("procedural") and anchor.figure.unit is None and not events().plays(event, "harm")


def came_to_harm(anchor: Anchor, event: str | None, counted: str | None) -> bool:
    """Whether harm was done to what may be a part of a text: "two questions were leaked", "40 lessons were lost"."""
    known = events()
    place = anchor.noun if anchor.noun is not None else anchor.root
    suffers = place.dep_ == "nsubjpass" or (place.dep_ == "dobj" and event not in grammar().light)
    suffers = suffers or (place.dep_ == "nsubj" and event in known.harm_states)
    harmed = known.plays(event, "harm") and known.group(event) not in listed("listed", "loose_groups")
    return suffers and harmed and counted in listed("listed")


def are_some_of(anchor: Anchor, counted: str | None) -> bool:
    """Whether codes and the like are counted, and no size of one: "96 of those codes", "a number of codes"."""
    doc, end = anchor.span.doc, anchor.span.end
    some = anchor.figure.kind is FigureKind.VAGUE or (end < len(doc) and doc[end].lower_ == "of")
    return counted in listed("written") and some


def spread_out(anchor: Anchor, counted: str | None) -> bool:
    """Whether what may be a part of a text is a place: "at 12 points across the county"."""
    noun = anchor.noun
    return (
        noun is not None
        and counted in listed("listed", "places")
        and noun.i + 1 < len(noun.doc)
        and noun.doc[noun.i + 1].lower_ in listed("listed", "spread")
    )


def advice(anchor: Anchor, event: str | None) -> bool:
    """Whether the figure stands in an instruction, an offer or a rule for the reader."""
    for verb in verbs_above(anchor.verb if anchor.verb is not None else anchor.root):
        if verb is not anchor.verb and tells_the_reader(verb):
            return False
        if commands(verb) or addresses(verb, anchor, event):
            return True
    return False


def commands(verb: Token) -> bool:
    """Whether the verb is an imperative."""
    return (
        subject_of(verb) is None
        and verb.tag_ == "VB"
        and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
        and verb.dep_ in {"ROOT", "conj", "parataxis", "ccomp"}
    )


def addresses(verb: Token, anchor: Anchor, event: str | None) -> bool:
    """Whether the verb tells or allows the reader something, other than what the reader is or will get."""
    subject = subject_of(verb)
    if subject is None or holds(subject, anchor):
        return False
    names = {subject.lemma_.lower(), subject.lower_}
    addressed = bool(names & listed("addressee", "subjects"))
    modals = {child.lower_ for child in verb.children if child.dep_ == "aux"} | {verb_lemma(verb)}
    asked = verb_lemma(verb) in listed("addressee", "asking") and any(child.dep_ == "xcomp" for child in verb.children)
    told = bool(modals & listed("addressee", "modals")) or asked
    if not addressed and not (names & listed("addressee", "subjects_with_modal") and told):
        return False
    if addressed and verb_lemma(verb) == "be" and not is_modal(verb) and verb.dep_ == "ROOT":
        return False
    gains = anchor.figure.unit is not None and anchor.figure.unit not in time_units()
    getting = verb_lemma(verb) in listed("addressee", "getting") or events().plays(event, "cost")
    return not (gains and getting)


def holds(subject: Token, anchor: Anchor) -> bool:
    """Whether the figure counts the subject itself: "the remaining 6.5 million can leave things as they are"."""
    return any(anchor.span.start <= token.i < anchor.span.end for token in subject.subtree)


def is_base_again(anchor: Anchor, before: Sequence[Figure]) -> bool:
    """Whether a number only repeats the whole of which a part is given: "Of the 640, 244", "Of the 31 rails, none"."""
    figure, doc, start = anchor.figure, anchor.span.doc, anchor.span.start
    if figure.low is None or anchor.span.end >= len(doc):
        return False
    fronted = start >= 2 and doc[start - 1].lower_ in {"the", "these", "those"} and doc[start - 2].lower_ == "of"
    after = doc[anchor.span.end : anchor.span.end + 2]
    bare = after[0].text in {",", "."} or after[0].pos_ in {"VERB", "AUX"}
    bare = bare or (len(after) > 1 and after[0].pos_ == "NOUN" and after[1].text == ",")
    return fronted and bare and any((other.low, other.high) == (figure.low, figure.high) for other in before)


def names_a_scope(anchor: Anchor) -> bool:
    """Whether a definite count only names which things are meant: "the two hospitals", "our three sites"."""
    noun = anchor.noun
    if noun is not None and noun.lemma_.lower() in UNDER_WHICH and anchor.figure.text.lower().startswith("under "):
        return True
    if noun is None or anchor.figure.kind is not FigureKind.EXACT or anchor.figure.unit is not None:
        return False
    if is_worth(anchor) or says_which_have(noun, anchor):
        return True
    if noun.i < anchor.span.start:
        return False
    if anchor.figure.low is None or anchor.figure.low > NAMED_AT_MOST:
        return False
    before = {child.lower_ for child in noun.children if child.dep_ in {"det", "poss"} and child.i < anchor.span.start}
    if not before & DEFINITE or any(child.dep_ in {"relcl", "acl"} for child in noun.children):
        return False
    return not any(child.lower_ in NEW_MEMBERS for child in noun.children)


def is_worth(anchor: Anchor) -> bool:
    """Whether the figure says in passing how much of a whole those counted make up: "worth nine of its 80 marks"."""
    doc = anchor.span.doc
    before = doc[max(0, anchor.span.start - 4) : anchor.span.start]
    return any(token.lower_ == "worth" and token.dep_ in {"amod", "prep", "acl"} for token in before)


def says_which_have(noun: Token, anchor: Anchor) -> bool:
    """Whether the figure says which ones of a kind are meant, by how many they have: "people with two accounts"."""
    small = anchor.figure.low is not None and anchor.figure.low <= NAMED_AT_MOST
    having = noun.head if noun.dep_ == "pobj" else None
    if not small or having is None or having.lower_ != "with" or having.head.tag_ not in {"NNS", "NNPS"}:
        return False
    return noun.i + 1 >= len(noun.doc) or noun.doc[noun.i + 1].lower_ not in {"each", "apiece", "between"}


def general(anchor: Anchor) -> bool:
    """Whether the sentence says how such things go in general."""
    verb = anchor.verb
    subject = subject_of(verb) if verb is not None else None
    return (
        verb is not None
        and subject is not None
        and bool({subject.lemma_.lower(), subject.lower_} & listed("generic", "subjects"))
        and verb.tag_ in {"VBP", "VBZ", "VB"}
    )


def counts_nothing(anchor: Anchor, event: str | None, counted: str | None, denies_by_phrase: bool) -> bool:
    """Whether a "no" or "none" counts nothing by itself; its denial may be a figureless claim ("no evidence that")."""
    figure = anchor.figure
    if figure.kind is not FigureKind.UNIVERSAL or figure.high != 0:
        return False
    named = anchor.noun.lemma_.lower() if anchor.noun is not None else counted
    if denies_by_phrase or counted is None or {counted, named} & phrase_list("denial", "idle"):
        return True
    return not events().plays(event, "harm", "remedy")
