"""The noun that a figure counts, or that a sum or a measurement is of, found around the figure in its parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comms_tracker.claims.amount_subjects import lasting_subject, measured_subject, quantity_subject
from comms_tracker.claims.countable import (
    NOUNS,
    NUMBER_DEPS,
    after_comma,
    is_counted,
    is_plain_noun,
    is_time_adverbial,
    through_carriers,
)
from comms_tracker.claims.grammar import grammar
from comms_tracker.quantities.scan import MULTIPLIER
from comms_tracker.quantities.units import time_units
from comms_tracker.records import Figure, FigureKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def counted_noun(figure: Figure, span: Span, root: Token) -> tuple[Token | None, bool]:
    """The noun that the figure counts, and whether it is left out of the text."""
    if figure.unit is not None and figure.unit != "percent":
        return measured_noun(figure, span, root), False
    inside = {token.i for token in span}
    if figure.unit is None and counts_sufferers(span):
        return None, False
    below = of_object(span)
    if below is not None:
        told = told_apart(below)
        if told is not None:
            return told, False
        return (None, True) if below.pos_ in {"PRON", "DET", "VERB", "AUX"} else (below, False)
    numbering = subject_of_number(span)
    if numbering is not None:
        return numbering, False
    head = root
    while head.dep_ in NUMBER_DEPS and head.head.i != head.i and head.head.pos_ in NOUNS | {"NUM", "SYM", "ADJ"}:
        head = head.head
    if head.i not in inside and head.i >= span.start and is_counted(span, head):
        return plural_partner(figure, head), False
    if head.i in inside and head.pos_ == "NOUN" and is_plain_noun(head):
        return head, False
    following = next_noun(span) if figure.unit is None else shared_by_each(span)
    following = following or noun_of_list(span) or noun_behind_bounds(figure, span)
    if following is not None:
        return following, False
    subject = quantity_subject(root if root.i in inside else head)
    if subject is not None and subject.lemma_.lower() in grammar().written:
        subject = None
    return subject, subject is None


def told_apart(whole: Token) -> Token | None:
    """What some of those counted are: "forty staff fell ill, nine of them nurses"."""
    if whole.lower_ != "them" or whole.i + 2 >= len(whole.doc):
        return None
    told, after = whole.doc[whole.i + 1], whole.doc[whole.i + 2]
    return told if told.tag_ == "NNS" and after.pos_ not in {"VERB", "AUX", "NOUN"} else None


def subject_of_number(span: Span) -> Token | None:
    """What is counted by the verb "number", which the parse may take for a noun: "dead fish now number 1,150"."""
    before = span.doc[span.start - 1] if span.start > 1 else None
    if before is None or before.lower_ not in {"number", "numbered"} or before.pos_ not in {"NOUN", "VERB"}:
        return None
    over = before if before.dep_ == "ROOT" or before.pos_ == "VERB" else before.head
    subjects = [child for child in over.children if child.dep_ == "nsubj" and child.i < before.i]
    return through_carriers(subjects[-1]) if subjects and subjects[-1].pos_ == "NOUN" else None


def counts_sufferers(span: Span) -> bool:
    """Whether an adjective stands for the people who are counted: "17 dead", "44 injured, nine of whom ..."."""
    if span.end >= len(span.doc) or span.doc[span.end].lower_ not in grammar().sufferers:
        return False
    following = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    return following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ"}


def plural_partner(figure: Figure, head: Token) -> Token:
    """The plural that ends a coordination: "880 cardiology and respiratory patients" counts patients."""
    if figure.low == 1 or head.tag_ not in {"NN", "NNP"}:
        return head
    following = head.doc[head.i + 1 : head.i + 5]
    if len(following) < 2 or following[0].lower_ not in {"and", "or"}:
        return head
    for token in following[1:]:
        if token.tag_ in {"NNS", "NNPS"}:
            return token
        if token.pos_ in {"VERB", "AUX", "ADP", "PUNCT"}:
            break
    return head


def of_object(span: Span) -> Token | None:
    """The object of "of" right after the figure: "handful of trains", "most of the new certificates"."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.text in {'"', "'"} and span.end + 1 < len(span.doc):
        following = span.doc[span.end + 1]
    if following is not None and following.lower_ == "of":
        objects = [child for child in following.children if child.dep_ in {"pobj", "pcomp"}]
        if objects:
            return through_carriers(objects[0])
    last = span[-1]
    if last.lower_ == "of":
        objects = [child for child in last.children if child.dep_ == "pobj"]
        return through_carriers(objects[0]) if objects else None
    return None


def next_noun(span: Span) -> Token | None:
    """A noun within five tokens after the figure, where the parse missed it: the surface fallback."""
    if after_comma(span):
        return None
    for token in span.doc[span.end : span.end + 5]:
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.tag_ == "NNPS"):
            if token.head.pos_ == "NOUN" and token.dep_ == "compound" and token.head.i <= span.end + 5:
                token = token.head  # noqa: PLW2901 - the head of a compound is what is counted
            return token if is_counted(span, token) else None
        if token.pos_ not in {"ADJ", "PROPN", "NUM", "ADV"} and not (
            token.tag_ in {"VBN", "VBG", "HYPH"} or token.text in {'"', "-", "'"}
        ):
            return None
        if token.tag_ in {"VBN", "VBG"} and token.dep_ not in {"amod", "compound"}:
            return None
    return None


def shared_by_each(span: Span) -> Token | None:
    """What a rate is of, where its last number stands before it: "one in five buses"."""
    last = span[-1]
    after = last.head
    return after if last.dep_ == "nummod" and after.i >= span.end and after.pos_ == "NOUN" else None


def noun_behind_bounds(figure: Figure, span: Span) -> Token | None:
    """The noun behind the comma that ends two bounds: "more than half a million, but fewer than 600,000, cards"."""
    doc, end = span.doc, span.end
    if figure.kind is not FigureKind.RANGE or "," not in span.text or end + 1 >= len(doc) or doc[end].text != ",":
        return None
    return doc[end + 1] if doc[end + 1].tag_ == "NNS" else None


def noun_of_list(span: Span) -> Token | None:
    """The noun at the end of a list of numbers, which all of them count: "9, 12 and 14 people"."""
    doc, at, joined = span.doc, span.end, False
    while at + 1 < len(doc) and doc[at].lower_ in {",", "and", "or"} and doc[at + 1].like_num:
        joined = joined or doc[at].dep_ == "cc"
        at += 2
    return doc[at] if joined and at < len(doc) and doc[at].tag_ == "NNS" else None


def measured_noun(figure: Figure, span: Span, root: Token) -> Token | None:
    """What a sum of money or a measurement is of: "a bill of £3m", "the cost came to £265,000", "a 36-hour outage"."""
    inside = {token.i for token in span}
    top = span.root
    if figure.rule.startswith(MULTIPLIER):
        subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        return through_carriers(subject) if subject is not None and subject.pos_ in NOUNS else None
    if top.dep_ in NUMBER_DEPS and top.head.pos_ == "NOUN" and top.head.i not in inside and top.head.i > top.i:
        return top.head if is_counted(span, top.head) else None
    if top.dep_ == "pobj" and top.head.lower_ in {"of", "at", "to"} and top.head.head.pos_ == "NOUN":
        owner = through_carriers(top.head.head)
        return owner if is_plain_noun(owner) else None
    if figure.unit in time_units():
        return lasting_subject(top) or lasting_subject(root)
    return purpose(span) or measured_subject(top)


def purpose(span: Span) -> Token | None:
    """What money is paid in, or what a length or volume is of: "£1.9m in compensation", "64 metres of track"."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is None or following.lower_ not in {"in", "of"}:
        return None
    objects = [child for child in following.children if child.dep_ == "pobj" and child.pos_ == "NOUN"]
    return objects[0] if objects and not is_time_adverbial(objects[0]) else None
