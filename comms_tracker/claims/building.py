"""From a figure in its parse, or an assertion without one, to the claim that it makes."""

from __future__ import annotations

from dataclasses import replace

from comms_tracker.claims import measures, periods, selection
from comms_tracker.claims import polarity as stances
from comms_tracker.claims.accounts import given_before
from comms_tracker.claims.anchors import Anchor
from comms_tracker.claims.antecedents import Context, borrowed_event, counted_of, scope_of
from comms_tracker.claims.background import is_background
from comms_tracker.claims.certainty import certainty, condition_of
from comms_tracker.claims.clauses import afterthought, clause_bounds, matrix_text, raised, trim
from comms_tracker.claims.dates import as_of, resolve_period
from comms_tracker.claims.event_lemmas import event_lemma, has_none
from comms_tracker.claims.events import events
from comms_tracker.claims.figureless import Assertion
from comms_tracker.claims.framing import Frame, Stance, frame_of
from comms_tracker.claims.partitives import aside_after
from comms_tracker.claims.place import Place
from comms_tracker.claims.restatement import restated
from comms_tracker.claims.segments import Segment
from comms_tracker.claims.tables import Cell, cell_measure, event_in
from comms_tracker.records import (
    Basis,
    Certainty,
    Claim,
    Figure,
    FigureKind,
    Measure,
    Polarity,
    Statement,
    short_id,
)


def figure_claim(place: Place, hung: Anchor, context: Context) -> tuple[Claim, tuple[int, int]] | None:
    """The claim that a figure makes with its token bounds, or None where it asserts nothing about the matter."""
    figure = hung.figure
    event = figure_event(place.segment, hung, context)
    counted = counted_of(hung, context)
    background = is_background(hung, place.segment, event, counted, place.statement.organisation)
    if not asserts(place, hung, event, counted, background=background):
        return None
    frame = frame_of(hung.verb) if hung.verb is not None else None
    if frame is not None and frame.by_nobody:
        return None
    first, last = figure_bounds(hung)
    start, end = place.span(first, last)
    clause = place.words(start, end)
    sentence = place.sentence(hung.root)
    measure = Measure(
        event=event,
        counted=counted,
        scope=with_aside(scope_of(hung, range(hung.span.start, hung.span.end), place.segment.text, context), hung),
        basis=figure_basis(place, hung, event),
        period=periods.period_of(clause, place.statement.issued, figure.end - start),
        phrase=phrase(counted, event, hung, (first, last), context),
    )
    polarity, sure, hedge = how_said(clause, hung, frame)
    claim = replace(
        make_claim(place.statement, (start, end), figure, measure),
        polarity=polarity,
        certainty=sure,
        hedge=hedge,
        speaker=place.speaker(hung.root),
        background=background,
        restated=restated(place.statement.text, figure, sentence.start, sentence.end, place.neighbours(figure))
        or given_before(hung, place.statement.issued),
    )
    return claim, (first, last)


def figure_event(segment: Segment, hung: Anchor, context: Context) -> str | None:
    """What happened to what a figure counts: by its own verb or noun, else by the line over its list or by before."""
    event = event_lemma(hung.verb, hung.noun)
    if segment.lead_in and events().group(event) is None:
        event = event_in(segment.lead_in) or event
    return borrowed_event(hung, event, context)


def asserts(place: Place, hung: Anchor, event: str | None, counted: str | None, *, background: bool) -> bool:
    """Whether a figure says something about the matter; advice does where it tells of the organisation itself."""
    sentence = place.sentence(hung.root)
    if selection.asks(sentence.words):
        return False
    before, after = place.before(hung.figure), place.after(hung.figure)
    reason = selection.why_not_a_claim(hung, place.segment, event, counted, before, after=after)
    if reason is not None and not (background and reason is selection.NoClaim.ADVICE):
        return False
    if selection.counts_nothing(hung, event, counted, sentence.denies_by_phrase):
        return False
    # "136 homes had no water" counts the homes.
    return not (stances.is_zero(hung) and hung.verb is not None and has_none(hung.verb))


def how_said(clause: str, hung: Anchor, frame: Frame | None) -> tuple[Polarity, Certainty, str | None]:
    """Whether the clause of a figure affirms or denies it, how surely, and the words of its hedge."""
    verb = hung.verb
    sure, hedge = certainty(clause, matrix_text(verb) if verb is not None else "", condition_of(verb))
    if frame is not None and verb is not None and frame.stance is Stance.OPEN:
        sure, hedge = Certainty.HEDGED, frame.words_before(verb)
    denied = frame is not None and frame.stance is Stance.DENIED
    return Polarity.DENIED if denied else stances.polarity(clause, verb, hung), sure, hedge


def figure_basis(place: Place, hung: Anchor, event: str | None) -> Basis | None:
    """What the figure is a count of in time or in a whole, by its sentence and the line over its list."""
    sentence, figure = place.sentence(hung.root), hung.figure
    before = place.before(figure)
    earlier = before[-1] if before and before[-1].start >= sentence.start else None
    words = f"{sentence.words} {place.segment.lead_in or ''}"
    return periods.of_a_state(hung.verb, periods.basis_of(figure, words, figure.start - sentence.start, event, earlier))


def with_aside(scope: tuple[str, ...], hung: Anchor) -> tuple[str, ...]:
    """The scope with what an aside says of those counted: "none of them seriously"."""
    if hung.figure.unit is not None or hung.figure.kind is FigureKind.UNIVERSAL:
        return scope
    aside = aside_after(hung)
    return scope if aside is None or aside in scope else (*scope, aside)


def figure_bounds(hung: Anchor) -> tuple[int, int]:
    """The token bounds of the smallest clause that carries the figure, what it counts and what happened."""
    if hung.verb is not None:
        needed = [token for token in (hung.noun, hung.root) if token is not None]
        first, last = clause_bounds(raised(hung.verb), hung.verb, *needed)
    else:
        top = hung.noun if hung.noun is not None else hung.root
        first, last = trim(top.doc, top.left_edge.i, top.right_edge.i)
    added = afterthought(hung.noun) if hung.noun is not None else None
    if added is not None:
        last = max(last, added.right_edge.i)
    return min(first, hung.span.start), max(last, hung.span.end - 1)


def phrase(counted: str | None, event: str | None, hung: Anchor, bounds: tuple[int, int], context: Context) -> str:
    """The normalised phrase, with the antecedent's words where the noun is left out."""
    first, last = bounds
    beside = measures.joined(hung.noun) if hung.figure.high == 0 else ()
    inside = range(hung.span.start, hung.span.end)
    words = measures.phrase_of(counted, event, hung.span.doc[first : last + 1], inside, beside)
    if not hung.elided or context.stale:
        return words
    return " ".join(dict.fromkeys(f"{words} {context.phrase}".split()))


def figureless_claim(place: Place, found: Assertion) -> Claim:
    """The claim that an assertion without a figure makes."""
    start, end = place.span(found.first, found.last)
    clause = place.words(start, end)
    sure, hedge = certainty(clause, matrix_text(found.verb), condition_of(found.verb))
    told = found.content if found.content is not None else found.verb
    about = found.noun if found.noun is not None else found.person
    counted = "person" if found.person is not None else None
    if found.noun is not None:
        counted = measures.noun_lemma(found.noun)
    measure = Measure(
        event=found.event,
        counted=counted,
        scope=measures.scope_of(about, range(told.i, told.i + 1), place.segment.text),
        basis=periods.basis_of(None, clause, 0, found.event),
        period=periods.period_of(clause, place.statement.issued),
        phrase=measures.phrase_of(
            counted, found.event, place.doc[found.first : found.last + 1], range(0), measures.joined(found.noun)
        ),
    )
    return replace(
        make_claim(place.statement, (start, end), None, measure),
        polarity=found.polarity or stances.polarity(clause, found.verb, None),
        certainty=sure,
        hedge=hedge,
        speaker=place.speaker(found.verb),
        background=place.segment.background,
        restated=found.restated,
    )


def table_claim(statement: Statement, segment: Segment, cell: Cell) -> Claim:
    """The claim of one table cell; its label and its column's head are the measure."""
    measure = dated(cell_measure(cell), statement.issued)
    made = make_claim(statement, (cell.start, cell.end), cell.figure, measure)
    return replace(made, background=segment.background)


def dated(measure: Measure, issued: str | None) -> Measure:
    """The measure with its period resolved where its words allow."""
    period = resolve_period(measure.period or "", issued)
    return measure if period is None else replace(measure, period=period)


def make_claim(statement: Statement, span: tuple[int, int], figure: Figure | None, measure: Measure) -> Claim:
    """A plain assertion with its content-addressed id: the same for the same words at the same place of a statement."""
    start, end = span
    place = (figure.start, figure.end) if figure is not None else (None, None)
    text = statement.text[start:end]
    return Claim(
        id=short_id("c", statement.id, start, end, *place),
        statement=statement.id,
        start=start,
        end=end,
        text=text,
        figure=figure,
        measure=measure,
        as_of=as_of(text, statement.issued),
    )
