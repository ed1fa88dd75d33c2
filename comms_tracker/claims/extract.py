"""From statements to claims: segments are parsed in one stream, figures hung in their parse, and claims chosen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import tee
from typing import TYPE_CHECKING

from comms_tracker.attribution.voices import voices
from comms_tracker.calendar_names import MONTH, WEEKDAY
from comms_tracker.claims import figureless, tables
from comms_tracker.claims.anchors import anchor
from comms_tracker.claims.antecedents import Context, heading_context, question_context
from comms_tracker.claims.building import figure_claim, figureless_claim, table_claim
from comms_tracker.claims.events import events
from comms_tracker.claims.framing import frame_of
from comms_tracker.claims.hearing import heard_after
from comms_tracker.claims.outsiders import Heard
from comms_tracker.claims.place import Place
from comms_tracker.claims.polarity import is_zero
from comms_tracker.claims.retellings import Retelling, retellings
from comms_tracker.claims.segments import Segment, SegmentKind, segments
from comms_tracker.claims.withdrawals import Withdrawal, withdrawals
from comms_tracker.language import parses
from comms_tracker.quantities import VagueLexicon, read_figures
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.records import Claim, Figure, FigureKind, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

HOUR_AT_THE_END = re.compile(rf"(?<=\d )([ap])\.m\.(?= (?!{WEEKDAY}|{MONTH}|[A-Z]{{2,4}}\b)[A-Z])")
HEDGING_OPENER = re.compile(
    r"\b((?:As|So) far as (?:\w+ ){1,2}?(?:aware|know|knows|knew|(?:can|could) (?:establish|judge|see|say|tell))"
    r"|To (?:the best of )?(?:my|our|his|her|their) knowledge) (?=(?!at\b|at this\b|today\b|now\b|so far\b)\w)"
)
"""What opens a sentence with how far it is known, without a comma behind it."""
MAGNITUDE = re.compile(r"(?<=\d)(?:m|bn|tn|k)\b")


def extract_claims(statements: Iterable[Statement], lexicon: VagueLexicon | None = None) -> list[tuple[Claim, ...]]:
    """The claims of each statement in order of place, in step with the input.

    ``lexicon`` is what ``quantities.load_vague`` returned for a user's own vague words (default: the bundled one).
    Raises ModelError where the language model is missing or is not the pinned one, and InputError where a text has
    more than ten megabytes.
    """
    return list(iter_claims(statements, lexicon))


def iter_claims(statements: Iterable[Statement], lexicon: VagueLexicon | None = None) -> Iterator[tuple[Claim, ...]]:
    """As :func:`extract_claims`, one statement after another, for more of them than memory holds.

    ``statements`` is read ahead of what is given back, by the paragraphs that are parsed together.
    """
    ahead, behind = tee((statement, segments_of(statement)) for statement in statements)
    docs = parses(to_parse(segment) for _, found in ahead for segment in found)
    for statement, found in behind:
        yield tuple(statement_claims(statement, zip(found, docs, strict=False), lexicon))


def segments_of(statement: Statement) -> tuple[Segment, ...]:
    """The segments of a statement's text; raises InputError where it has more than ten megabytes."""
    refuse_too_large(len(statement.text.encode(errors="surrogatepass")), statement.id)
    return segments(statement.text)


def to_parse(segment: Segment) -> str:
    """What the parser is given for a segment: nothing of a table row, which is read by its cells."""
    if segment.kind is SegmentKind.TABLE_ROW:
        return ""
    return parted_hedges(plain_hours(plain_magnitudes(segment.text)))


def parted_hedges(text: str) -> str:
    """The text with a comma for the space behind "as far as we know", so that its verb governs nothing that follows.

    Every offset stays.
    """
    return HEDGING_OPENER.sub(lambda found: f"{found[1]},", text)


def plain_magnitudes(text: str) -> str:
    """The text with "3.5m" written as "3.50", so that the parser sees a number; every offset stays."""
    return MAGNITUDE.sub(lambda found: "0" * len(found.group()), text)


def plain_hours(text: str) -> str:
    """The text with "amm." for an "a.m." that ends a sentence, so that the parser sees its end; every offset stays."""
    return HOUR_AT_THE_END.sub(lambda found: f"{found[1]}mm.", text)


def statement_claims(
    statement: Statement,
    parsed: Iterable[tuple[Segment, Doc]],
    lexicon: VagueLexicon | None = None,
    figures: tuple[Figure, ...] | None = None,
) -> Iterator[Claim]:
    """The claims of one statement whose segments are parsed; ``figures`` are its figures, where they are read."""
    if figures is None:
        figures = tuple(read_figures(statement.text, lexicon))
    starts = [figure.start for figure in figures]
    context, paragraph = Context(), -1
    heard = Heard(statement.organisation, statement.text)
    found: list[Claim] = []
    for segment, doc in parsed:
        if segment.paragraph != paragraph and segment.kind is not SegmentKind.BULLET:
            context, paragraph = context.next_paragraph(), segment.paragraph
            heard = replace(heard, last=None)
        first, last = bisect_left(starts, segment.start), bisect_left(starts, segment.end)
        inside = [figure for figure in figures[first:last] if figure.end <= segment.end]
        if segment.kind is SegmentKind.TABLE_ROW:
            found.extend(table_claim(statement, segment, cell) for cell in tables.cells(segment, inside))
            continue
        claims, context = segment_claims(Place(statement, figures, segment, doc, heard), inside, context)
        found.extend(claims)
        context = question_context(doc, context) or context
        heard = heard_after(doc, heard)
    spoken = voices(statement.text)
    for claim in in_order(found):
        yield replace(claim, voice=spoken.at(claim.start, claim.end))


def in_order(found: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in order of place, each once."""
    seen: set[str] = set()
    for claim in sorted(found, key=lambda claim: (claim.start, claim.end, claim.figure.start if claim.figure else -1)):
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def counts_the_unserved(claim: Claim, other: Claim) -> bool:
    """Whether a claim says that nobody came to help, and another of these words counts where: "none came to 45"."""
    if claim.figure is None or other.figure is None or claim.figure.high != 0 or other.figure.high == 0:
        return False
    return (claim.start, claim.end) == (other.start, other.end) and events().plays(claim.measure.event, "remedy")


def segment_claims(place: Place, figures: Sequence[Figure], context: Context) -> tuple[list[Claim], Context]:
    """The claims of one parsed segment, and what it leaves for the next one to point back to."""
    found: list[Claim] = []
    taken: list[tuple[int, int]] = []
    context = heading_context(place.doc, context)
    taken_back, told = tuple(withdrawals(place.doc)), tuple(retellings(place.doc))
    whole: tuple[Withdrawal | Retelling, ...] = (*taken_back, *told)
    for figure in figures:
        hung = anchor(figure, place.doc, place.segment.start)
        if is_zero(hung) and any(one.first <= hung.root.i <= one.last for one in whole):
            continue
        if figure.kind is FigureKind.UNIVERSAL and hung.verb is not None and frame_of(hung.verb) is not None:
            # "We cannot be sure that no data was taken" is read as a whole.
            continue
        made = figure_claim(place, hung, context)
        if made is None:
            context = context.mentioning(hung)
            continue
        claim, bounds = made
        found.append(claim)
        if not (figure.kind is FigureKind.UNIVERSAL and figure.high == 0 and bounds[0] == bounds[1]):
            taken.append(bounds)
        context = context.after(claim)
    found = [claim for claim in found if not any(counts_the_unserved(claim, other) for other in found)]
    for assertion in figureless.assertions(place.doc, place.segment, taken, taken_back, told):
        found.append(figureless_claim(place, assertion))
    return found, context
