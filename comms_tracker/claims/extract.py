"""From statements to claims: segments are parsed in one stream, figures hung in their parse, and claims chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comms_tracker.claims import figureless, measures, restatement, selection, tables
from comms_tracker.claims import polarity as stances
from comms_tracker.claims.anchors import TIME_UNITS, Anchor, anchor, event_lemma
from comms_tracker.claims.clauses import clause_bounds, matrix_text
from comms_tracker.claims.events import events
from comms_tracker.claims.segments import Segment, SegmentKind, segments
from comms_tracker.claims.speakers import speaker_of
from comms_tracker.language import pipeline
from comms_tracker.quantities import read_figures
from comms_tracker.records import Basis, Certainty, Claim, Figure, FigureKind, Measure, Polarity, Statement, short_id

if TYPE_CHECKING:
    from spacy.tokens import Doc


MAGNITUDE = re.compile(r"(?<=\d)(?:m|bn|tn|k)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What a paragraph has counted so far: the antecedent of "455 of them" and "for 700,000, the numbers ..."."""

    counted: str | None = None
    phrase: str = ""
    event: str | None = None
    figures: tuple[Figure, ...] = ()


def extract_claims(statements: Sequence[Statement]) -> list[tuple[Claim, ...]]:
    """The claims of each statement in order of place, in step with the input."""
    parts = [segments(statement.text) for statement in statements]
    nlp = pipeline()
    docs = iter(nlp.pipe(plain_magnitudes(segment.text) for found in parts for segment in found))
    return [
        tuple(statement_claims(statement, [(segment, next(docs)) for segment in found]))
        for statement, found in zip(statements, parts, strict=True)
    ]


def plain_magnitudes(text: str) -> str:
    """The text with "3.5m" written as "3.50", so that the parser sees a number; every offset stays."""
    return MAGNITUDE.sub(lambda found: "0" * len(found.group()), text)


def statement_claims(statement: Statement, parsed: list[tuple[Segment, Doc]]) -> Iterator[Claim]:
    """The claims of one statement whose segments are parsed."""
    figures = read_figures(statement.text)
    context, paragraph = Context(), -1
    found: list[Claim] = []
    for segment, doc in parsed:
        if segment.paragraph != paragraph and segment.kind is not SegmentKind.BULLET:
            context, paragraph = Context(), segment.paragraph
        inside = [figure for figure in figures if segment.start <= figure.start and figure.end <= segment.end]
        if segment.kind is SegmentKind.TABLE_ROW:
            found.extend(table_claim(statement, segment, cell) for cell in tables.cells(segment, inside))
            continue
        claims, context = segment_claims(statement, segment, doc, inside, context)
        found.extend(claims)
    seen: set[str] = set()
    for claim in sorted(found, key=lambda claim: (claim.start, claim.end, claim.figure.start if claim.figure else -1)):
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def segment_claims(
    statement: Statement, segment: Segment, doc: Doc, figures: Sequence[Figure], context: Context
) -> tuple[list[Claim], Context]:
    """The claims of one parsed segment, and what it leaves for the next one to point back to."""
    found: list[Claim] = []
    taken: list[tuple[int, int]] = []
    for figure in figures:
        hung = anchor(figure, doc, segment.start)
        made = figure_claim(statement, segment, hung, context)
        if made is None:
            continue
        claim, bounds = made
        found.append(claim)
        if not (figure.kind is FigureKind.UNIVERSAL and claim.figure is None):
            taken.append(bounds)
        if figure.unit is None and claim.measure.counted is not None:
            context = Context(
                claim.measure.counted, claim.measure.phrase, claim.measure.event, (*context.figures, figure)
            )
    for assertion in figureless.assertions(doc, segment, taken):
        found.append(figureless_claim(statement, segment, doc, assertion))
    return found, context


def figure_claim(
    statement: Statement, segment: Segment, hung: Anchor, context: Context
) -> tuple[Claim, tuple[int, int]] | None:
    """The claim that a figure makes with its token bounds, or None where it asserts nothing about the matter."""
    figure = hung.figure
    event = event_lemma(hung.verb, hung.noun)
    if segment.lead_in and events().group(event) is None:
        event = lead_event(segment.lead_in) or event
    counted = counted_of(hung, context)
    reason = selection.why_not_a_claim(hung, segment, event, counted)
    if reason is not None:
        return None
    needed = [token for token in (hung.noun, hung.root) if token is not None]
    first, last = clause_bounds(hung.verb, *needed) if hung.verb is not None else bounds_without_verb(hung)
    first, last = min(first, hung.span.start), max(last, hung.span.end - 1)
    start, end = (
        segment.start + hung.span.doc[first].idx,
        segment.start + hung.span.doc[last].idx + len(hung.span.doc[last]),
    )
    clause = segment.text[start - segment.start : end - segment.start]
    stance = stances.stance(clause, matrix_text(hung.verb) if hung.verb is not None else "", hung.verb, hung)
    if zero_without_matter(hung, event, counted):
        return None
    sentence = hung.root.sent
    again = restatement.restated(
        statement.text, figure, segment.start + sentence.start_char, segment.start + sentence.end_char
    )
    scope = measures.scope_of(hung.noun, range(hung.span.start, hung.span.end)) if hung.noun is not None else ()
    place = figure.start - segment.start - sentence.start_char
    listed = any(
        other.end <= figure.start and other.start >= segment.start + sentence.start_char for other in context.figures
    )
    basis = measures.basis_of(figure, f"{sentence.text} {segment.lead_in or ''}", place, event, listed)
    certainty, hedge = stance.certainty, stance.hedge
    measure = Measure(
        event, counted, scope, basis, measures.period_of(clause), phrase(counted, event, hung, first, last, context)
    )
    background = selection.is_background(hung, segment, event, counted, statement.organisation)
    claim = make_claim(
        statement,
        start,
        end,
        figure,
        measure,
        stance.polarity,
        certainty,
        hedge,
        speaker_of(hung.root, segment, statement.organisation),
        background,
    )
    return replace(claim, restated=again), (first, last)


def counted_of(hung: Anchor, context: Context) -> str | None:
    """The singular lemma of what is counted: the noun, the antecedent where it is left out, the unit of a time."""
    if hung.figure.unit in TIME_UNITS:
        return hung.figure.unit if hung.noun is None else measures.noun_lemma(hung.noun)
    if hung.figure.text.lower() in {"nobody", "no one", "no-one", "everyone", "everybody"}:
        return "person"
    if hung.noun is not None and hung.noun.pos_ not in {"PRON", "DET"}:
        lemma = measures.noun_lemma(hung.noun)
        if lemma in measures.POINTS_BACK and context.counted is not None:
            return context.counted
        return lemma
    if measures.describes_people(hung):
        return "person"
    return context.counted


def phrase(counted: str | None, event: str | None, hung: Anchor, first: int, last: int, context: Context) -> str:
    """The normalised phrase, with the antecedent's words where the noun is left out."""
    words = measures.phrase_of(counted, event, hung.span.doc[first : last + 1], range(hung.span.start, hung.span.end))
    return " ".join(dict.fromkeys(f"{words} {context.phrase}".split())) if hung.elided else words


def bounds_without_verb(hung: Anchor) -> tuple[int, int]:
    """The noun phrase's bounds, where a figure has no verb: a bullet, a heading, an aside."""
    top = hung.noun if hung.noun is not None else hung.root
    return min(top.left_edge.i, hung.span.start), max(top.right_edge.i, hung.span.end - 1)


def zero_without_matter(hung: Anchor, event: str | None, counted: str | None) -> bool:
    """Whether a "no" or "none" counts nothing by itself: its denial, if any, is a figureless claim ("no evidence that")."""
    figure = hung.figure
    if figure.kind is not FigureKind.UNIVERSAL or figure.high != 0:
        return False
    sentence = hung.root.sent.text
    if stances.has_denial(sentence) or counted is None:
        return True
    return not events().plays(event, "harm", "remedy")


def lead_event(lead_in: str) -> str | None:
    """The event in the words that introduce a list: "The following have been cancelled" cancels each bullet."""
    for word in reversed(lead_in.lower().split()):
        lemma = next(
            (
                form
                for form in (word, word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("led"))
                if form in events().group_of
            ),
            None,
        )
        if lemma is not None:
            return lemma
    return None


def figureless_claim(statement: Statement, segment: Segment, doc: Doc, found: figureless.Assertion) -> Claim:
    """The claim that an assertion without a figure makes."""
    start = segment.start + doc[found.first].idx
    end = segment.start + doc[found.last].idx + len(doc[found.last])
    clause = segment.text[start - segment.start : end - segment.start]
    stance = stances.stance(clause, matrix_text(found.verb), found.verb, None)
    counted = measures.noun_lemma(found.noun) if found.noun is not None else None
    scope = measures.scope_of(found.noun, range(0)) if found.noun is not None else ()
    measure = Measure(
        found.event,
        counted,
        scope,
        measures.basis_of(None, clause, 0, found.event),
        measures.period_of(clause),
        measures.phrase_of(counted, found.event, doc[found.first : found.last + 1], range(0)),
    )
    speaker = speaker_of(found.verb, segment, statement.organisation)
    return make_claim(
        statement,
        start,
        end,
        None,
        measure,
        stance.polarity,
        stance.certainty,
        stance.hedge,
        speaker,
        segment.background,
    )


def table_claim(statement: Statement, segment: Segment, cell: tables.Cell) -> Claim:
    """The claim of one table cell; its label and its column's head are the measure."""
    words = cell.label.split()
    counted = measures.singular(words[0].lower()) if words else None
    event = lead_event(cell.label)
    if (
        cell.column
        and measures.PERIOD.search(cell.column) is None
        and counted is not None
        and lead_event(words[0]) is not None
    ):
        counted = measures.singular(cell.column.split()[-1].lower())
    basis = measures.basis_of(cell.figure, f"{cell.figure.text} {cell.column} {cell.label}", 0, event)
    if basis is None and cell.column.lower().startswith("week"):
        basis = Basis.PERIOD
    measure = Measure(
        event,
        counted,
        (cell.label,),
        basis,
        cell.column or None,
        f"{cell.label} {'' if measures.PERIOD.search(cell.column) else cell.column}".strip().lower(),
    )
    return make_claim(
        statement,
        cell.start,
        cell.end,
        cell.figure,
        measure,
        Polarity.AFFIRMED,
        Certainty.ASSERTED,
        None,
        None,
        segment.background,
    )


def make_claim(
    statement: Statement,
    start: int,
    end: int,
    figure: Figure | None,
    measure: Measure,
    polarity: Polarity,
    certainty: Certainty,
    hedge: str | None,
    speaker: str | None,
    background: bool,
) -> Claim:
    """A claim with its content-addressed id."""
    place = (figure.start, figure.end) if figure is not None else (None, None)
    return Claim(
        id=short_id("c", statement.id, start, end, *place),
        statement=statement.id,
        start=start,
        end=end,
        text=statement.text[start:end],
        figure=figure,
        measure=measure,
        polarity=polarity,
        certainty=certainty,
        hedge=hedge,
        speaker=speaker,
        background=background,
    )
