"""An audit as the page of a draft shows it: the draft with its places marked, each departure, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comms_tracker.app.views.pair import Segment, segments
from comms_tracker.app.words import draft as words
from comms_tracker.auditing.records import FAILING, Audit, Departure, LeftOut
from comms_tracker.records import Change, ChangeKind, Claim, Said
from comms_tracker.report import audit_words
from comms_tracker.report import words as report_words
from comms_tracker.report.change_view import Side, mark, side
from comms_tracker.report.excerpts import Excerpt, Tone, excerpt
from comms_tracker.report.headings import one_line
from comms_tracker.report.incident_view import FindingView
from comms_tracker.report.rows import Row, as_csv

CSV_COLUMNS = (
    *("part", "kind", "also", "explanation", "line", "start", "end", "draft", "earlier", "earlier_date"),
    *("earlier_statement", "earlier_source", "confidence", "review"),
)


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """What was said and is not in the draft; ``review`` is how sure that is, and who has looked at it."""

    said: Side
    review: str


@dataclass(frozen=True, slots=True)
class DepartureView:
    """One place of the draft that says something else; ``number`` is the one at its mark.

    ``others`` is what else was said: each has a sentence that says what it is, and its words.
    """

    number: int
    kind: str
    also: tuple[str, ...]
    explanation: str
    place: str
    draft: Excerpt
    earlier: Side
    others: tuple[tuple[str, str], ...]
    sure: str
    status: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """The whole result; ``tags`` say by a claim's id what stands behind its mark in the text."""

    verdict: str
    remarks: tuple[str, ...]
    summary: str
    segments: tuple[Segment, ...]
    tags: dict[str, str]
    departures: tuple[DepartureView, ...]
    possible: tuple[DepartureView, ...]
    left_out: tuple[LeftOutView, ...]
    left_out_before: tuple[LeftOutView, ...]
    added: tuple[str, ...]
    already_changed: tuple[str, ...]
    findings: tuple[FindingView, ...]
    notes: tuple[str, ...]


def draft_view(audit: Audit) -> DraftView:
    """The audit, ready to be shown: places are numbered in the order of the list."""
    sure, possible = audit.departures, audit.possible
    numbers = {one.draft.id: number for number, one in enumerate((*sure, *possible), start=1)}
    return DraftView(
        verdict=audit_words.verdict(audit, FAILING),
        remarks=tuple(audit_words.remarks(audit, FAILING)),
        summary=audit_words.summary(audit),
        segments=_segments(audit),
        tags=_tags(sure, numbers, words.TAG) | _tags(possible, numbers, words.POSSIBLY),
        departures=tuple(_departure(audit, one, numbers) for one in sure),
        possible=tuple(_departure(audit, one, numbers) for one in possible),
        left_out=tuple(map(_left_out, audit.left_out)),
        left_out_before=tuple(map(_left_out, audit.left_out_before)),
        added=tuple(
            words.NEW.format(place=report_words.capital(place), text=text)
            for place, text in audit_words.added_lines(audit)
        ),
        already_changed=tuple(
            f"{audit_words.said_when(one.earlier)}: “{one_line(one.earlier.claim.text)}”. "
            + words.NEW.format(
                place=words.IN_DRAFT.format(place=audit_words.draft_place(audit, one.draft)),
                text=one_line(one.draft.text),
            )
            for one in audit_words.already_changed(audit)
        ),
        findings=tuple(FindingView(report_words.finding_title(one), one.explanation) for one in audit.findings),
        notes=audit.notes,
    )


def _segments(audit: Audit) -> tuple[Segment, ...]:
    """The draft's text, the claims that depart in front where claims overlap."""
    departing = [one.draft for one in (*audit.departures, *audit.possible)]
    others = [claim for claim in audit.claims if claim not in departing]
    return segments(audit.draft.text, [*departing, *others])


def _tags(found: Sequence[Departure], numbers: dict[str, int], form: str) -> dict[str, str]:
    return {
        one.draft.id: form.format(number=numbers[one.draft.id], kind=report_words.kind_in_sentence(one.change.kind))
        for one in found
    }


def _departure(audit: Audit, one: Departure, numbers: dict[str, int]) -> DepartureView:
    others = [(words.ALSO_EARLIER, each.earlier) for each in one.beside]
    others += [(words.AGREES, said) for said in one.agrees_with]
    return DepartureView(
        number=numbers[one.draft.id],
        kind=report_words.kind_words(one.change),
        also=tuple(report_words.kind_in_sentence(kind) for kind in one.change.also),
        explanation=one.explanation,
        place=words.IN_DRAFT.format(place=audit_words.draft_place(audit, one.draft)),
        draft=excerpt(audit.draft.text, mark(one.draft, Tone.LATER), brief=True),
        earlier=side(one.earlier, Tone.EARLIER, brief=True),
        others=tuple(
            (form.format(date=audit_words.said_when(said)), one_line(said.claim.text)) for form, said in others
        ),
        sure=f"{audit_words.how_sure(one)}.",
        status=report_words.capital(report_words.STATUS[one.change.status]),
    )


def _left_out(one: LeftOut) -> LeftOutView:
    told = (report_words.sureness(one.change), report_words.STATUS[one.change.status])
    review = " ".join(f"{report_words.capital(each)}." for each in told)
    return LeftOutView(side(one.earlier, Tone.EARLIER, brief=True), review)


def audit_csv(audit: Audit) -> str:
    """The list as CSV: a row for each departure, each thing left out and each new claim, with its review state."""
    return as_csv(_rows(audit), CSV_COLUMNS)


def _rows(audit: Audit) -> Iterator[Row]:
    for part, found in ((words.RESULT, audit.departures), (audit_words.POSSIBLE, audit.possible)):
        for one in found:
            told: Row = {"part": part, "explanation": one.explanation}
            yield told | _change_cells(one.change) | _draft_cells(audit, one.draft) | _earlier_cells(one.earlier)
    for part, gone in ((audit_words.LEFT_OUT, audit.left_out), (audit_words.LEFT_OUT_BEFORE, audit.left_out_before)):
        for left in gone:
            told = {"part": part, "explanation": left.change.explanation}
            yield told | _change_cells(left.change) | _earlier_cells(left.earlier)
    for claim in audit.added:
        yield _draft_cells(audit, claim) | {"part": audit_words.ADDED, "kind": ChangeKind.ADDED.value}


def _change_cells(change: Change) -> Row:
    return {
        "kind": change.kind.value,
        "also": "; ".join(change.also),
        "confidence": change.confidence,
        "review": report_words.STATUS[change.status],
    }


def _draft_cells(audit: Audit, claim: Claim) -> Row:
    return {"line": audit.line(claim.start), "start": claim.start, "end": claim.end, "draft": one_line(claim.text)}


def _earlier_cells(said: Said) -> Row:
    return {
        "earlier": one_line(said.claim.text),
        "earlier_date": said.statement.issued,
        "earlier_statement": said.statement.id,
        "earlier_source": said.statement.source,
    }
