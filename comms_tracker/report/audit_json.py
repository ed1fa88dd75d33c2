"""An audit as plain data for other programs: the verdict, each departure, what is left out and what is new."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypedDict

from comms_tracker.auditing.records import FAILING, Audit, Departure, Kind, LeftOut
from comms_tracker.contract import change_json, figure_json, finding_json, produced_by_json
from comms_tracker.contract_shapes import ChangeJson, FigureJson, FindingJson, ProducedByJson
from comms_tracker.records import Claim, Said, Statement


class StatementLineJson(TypedDict):
    """A statement without its text."""

    id: str
    organisation: str | None
    issued: str | None
    title: str | None
    source: str | None
    sha256: str
    english: bool


class SaidJson(TypedDict):
    """What an earlier statement said: offsets count in its text."""

    statement: str
    issued: str | None
    source: str | None
    claim: str
    start: int
    end: int
    text: str
    figure: FigureJson | None


class InDraftJson(TypedDict):
    """What the draft says: offsets count in its text, the line in its file."""

    line: int
    claim: str
    start: int
    end: int
    text: str
    figure: FigureJson | None


class BesideJson(TypedDict):
    """An older statement of the same thing from which the draft departs too."""

    change: ChangeJson
    earlier: SaidJson


class DepartureJson(TypedDict):
    """A claim of the draft that departs from what was said."""

    kind: str
    kinds: list[str]
    fails: bool
    explanation: str
    earlier: SaidJson
    draft: InDraftJson
    change: ChangeJson
    beside: list[BesideJson]
    agrees_with: list[SaidJson]
    doubt: str | None


class LeftOutJson(TypedDict):
    """What was said and is not in the draft."""

    earlier: SaidJson
    change: ChangeJson


class AuditJson(TypedDict):
    """The whole of one audit; docs/design.md describes each field."""

    incident: str | None
    produced_by: ProducedByJson
    draft: StatementLineJson
    compared_with: list[StatementLineJson]
    fail_on: list[str]
    failing: int
    departures: list[DepartureJson]
    possible: list[DepartureJson]
    left_out: list[LeftOutJson]
    left_out_before: list[LeftOutJson]
    added: list[InDraftJson]
    already_changed: list[DepartureJson]
    unchanged: int
    findings: list[FindingJson]
    notes: list[str]


def audit_json(audit: Audit, on: Collection[Kind] = FAILING) -> AuditJson:
    """The audit as JSON-ready data; ``on`` are the kinds that make it fail. The draft is quoted and not given whole."""
    failing = audit.failing(on)
    return {
        "incident": audit.incident,
        "produced_by": produced_by_json(audit.produced_by),
        "draft": _statement(audit.draft),
        "compared_with": [_statement(one) for one in audit.compared_with],
        "fail_on": sorted(kind.value for kind in on),
        "failing": len(failing),
        "departures": [_departure(audit, one, one in failing) for one in audit.departures],
        "possible": [_departure(audit, one, False) for one in audit.possible],
        "left_out": [_left_out(one) for one in audit.left_out],
        "left_out_before": [_left_out(one) for one in audit.left_out_before],
        "added": [_in_draft(audit, claim) for claim in audit.added],
        "already_changed": [_departure(audit, one, False) for one in audit.already_changed],
        "unchanged": audit.unchanged,
        "findings": [finding_json(one) for one in audit.findings],
        "notes": list(audit.notes),
    }


def _statement(statement: Statement) -> StatementLineJson:
    return {
        "id": statement.id,
        "organisation": statement.organisation,
        "issued": statement.issued,
        "title": statement.title,
        "source": statement.source,
        "sha256": statement.sha256,
        "english": statement.english,
    }


def _departure(audit: Audit, departure: Departure, fails: bool) -> DepartureJson:
    return {
        "kind": departure.change.kind.value,
        "kinds": sorted(kind.value for kind in departure.kinds),
        "fails": fails,
        "explanation": departure.explanation,
        "earlier": _said(departure.earlier),
        "draft": _in_draft(audit, departure.draft),
        "change": change_json(departure.change),
        "beside": [{"change": change_json(one.change), "earlier": _said(one.earlier)} for one in departure.beside],
        "agrees_with": [_said(one) for one in departure.agrees_with],
        "doubt": departure.doubt,
    }


def _left_out(one: LeftOut) -> LeftOutJson:
    return {"earlier": _said(one.earlier), "change": change_json(one.change)}


def _said(said: Said) -> SaidJson:
    claim = said.claim
    return {
        "statement": said.statement.id,
        "issued": said.statement.issued,
        "source": said.statement.source,
        "claim": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "figure": None if claim.figure is None else figure_json(claim.figure),
    }


def _in_draft(audit: Audit, claim: Claim) -> InDraftJson:
    return {
        "line": audit.line(claim.start),
        "claim": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "figure": None if claim.figure is None else figure_json(claim.figure),
    }
