"""The claim that a person points at: read as any other, whatever the rules for choosing claims would say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comms_tracker.claims import figureless
from comms_tracker.claims import polarity as stances
from comms_tracker.claims.aboutness import about
from comms_tracker.claims.anchors import Anchor, anchor
from comms_tracker.claims.antecedents import Context, counted_of, scope_of
from comms_tracker.claims.building import figure_bounds, figure_claim, figureless_claim, make_claim, phrase
from comms_tracker.claims.event_lemmas import event_lemma
from comms_tracker.claims.extract import plain_magnitudes
from comms_tracker.claims.outsiders import Heard
from comms_tracker.claims.place import Place
from comms_tracker.claims.segments import Segment, segments
from comms_tracker.claims.verbs import VERBS
from comms_tracker.language import parses
from comms_tracker.records import Claim, Figure, Measure, Statement

if TYPE_CHECKING:
    from spacy.tokens import Span


def pointed_claim(statement: Statement, start: int, end: int, figure: Figure | None) -> Claim:
    """The claim that the words from ``start`` to ``end`` make, with ``figure`` (offsets in the statement) or without.

    What it counts and how it is said is read from the words' own segment. Raises ModelError where the language model
    is missing or is not the pinned one.
    """
    segment = segment_at(statement, figure.start if figure is not None else start)
    if segment is None:
        return make_claim(statement, (start, end), figure, Measure(phrase=statement.text[start:end]))
    doc = next(parses([plain_magnitudes(segment.text)]))
    place = Place(
        statement, () if figure is None else (figure,), segment, doc, Heard(statement.organisation, statement.text)
    )
    read = without_figure(place, start, end) if figure is None else with_figure(place, figure)
    return replace(
        make_claim(statement, (start, end), figure, read.measure),
        polarity=read.polarity,
        certainty=read.certainty,
        hedge=read.hedge,
        speaker=read.speaker,
        background=read.background,
        restated=read.restated,
    )


def segment_at(statement: Statement, offset: int) -> Segment | None:
    """The segment that the offset is in; None where it is in none, as in a heading's marks."""
    return next((one for one in segments(statement.text) if one.start <= offset < one.end), None)


def with_figure(place: Place, figure: Figure) -> Claim:
    """The claim of the figure; where the rules would make none, what its own noun and verb say."""
    hung = anchor(figure, place.doc, place.segment.start)
    made = figure_claim(place, hung, Context())
    return plain_claim(place, hung) if made is None else made[0]


def plain_claim(place: Place, hung: Anchor) -> Claim:
    """The claim of a figure by its own noun and verb."""
    counted, event = counted_of(hung, Context()), event_lemma(hung.verb, hung.noun)
    first, last = figure_bounds(hung)
    start, end = place.span(first, last)
    scope = scope_of(hung, range(hung.span.start, hung.span.end), place.segment.text, Context())
    measure = Measure(event, counted, scope, phrase=phrase(counted, event, hung, (first, last), Context()))
    said = stances.polarity(place.words(start, end), hung.verb, hung)
    return replace(make_claim(place.statement, (start, end), hung.figure, measure), polarity=said)


def without_figure(place: Place, start: int, end: int) -> Claim:
    """The claim of words without a figure: that of an assertion in them, else of their own verb."""
    first, last = start - place.segment.start, min(end, place.segment.end) - place.segment.start
    span = place.doc.char_span(first, last, alignment_mode="expand")
    if span is None or not len(span):
        return make_claim(place.statement, (start, end), None, Measure(phrase=place.statement.text[start:end]))
    return figureless_claim(place, assertion_in(span))


def assertion_in(span: Span) -> figureless.Assertion:
    """What the words assert: by the first verb that asserts something, else by the verb that they hang by."""
    verbs = [token for token in span if token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass"}]
    for verb in verbs:
        found = figureless.assertion(verb)
        if found is not None:
            return figureless.Assertion(span.start, span.end - 1, found.verb, found.noun, found.event)
    verb = span.root if span.root in verbs or not verbs else verbs[0]
    noun = about(verb, None)
    return figureless.Assertion(span.start, span.end - 1, verb, noun, event_lemma(verb, noun))
