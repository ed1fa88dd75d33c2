"""Records to rows and back; the JSON arrays are in the shape of the JSON contract."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from comms_tracker.contract import reading_json
from comms_tracker.records import (
    Basis,
    Certainty,
    Change,
    ChangeKind,
    Claim,
    Direction,
    Figure,
    FigureKind,
    Finding,
    FindingKind,
    Measure,
    Polarity,
    Reading,
    ReadingAs,
    Relation,
    ReviewStatus,
    Series,
    StatedBasis,
    Voice,
    short_id,
)
from comms_tracker.remembering import remembered

Row = Mapping[str, Any]


def array(values: Sequence[object]) -> str:
    """The JSON text of an array, letters as they are."""
    return json.dumps(list(values), ensure_ascii=False)


# Most arrays are one of a few, and decoding them took a third of the time of reading an incident.
@remembered(1024)
def strings(text: str) -> tuple[str, ...]:
    """The strings of a JSON array."""
    return tuple(json.loads(text))


# Most figures have none, and those of one vague word are the same each time.
@remembered(1024)
def readings(text: str) -> tuple[Reading, ...]:
    """The readings of a vague figure, from their JSON array."""
    return tuple(Reading(ReadingAs(one["as"]), one["low"], one["high"], one["source"]) for one in objects(text))


def objects(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON array."""
    return list(json.loads(text))


def measure_row(measure: Measure) -> dict[str, Any]:
    """The columns of a measure, which ``claims`` and ``series`` have in common."""
    return {
        "event": measure.event,
        "counted": measure.counted,
        "scope": array(measure.scope),
        "basis": measure.basis,
        "period": measure.period,
        "phrase": measure.phrase,
    }


def measure_of(row: Row) -> Measure:
    """The measure of a row of ``claims`` or ``series``."""
    return Measure(
        event=row["event"],
        counted=row["counted"],
        scope=strings(row["scope"]),
        basis=row["basis"] and Basis(row["basis"]),
        period=row["period"],
        phrase=row["phrase"],
    )


def claim_row(incident: str, position: int, claim: Claim) -> dict[str, Any]:
    """A row of ``claims``; its figure is a row of its own."""
    return {
        "incident": incident,
        "id": claim.id,
        "position": position,
        "statement": claim.statement,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        **measure_row(claim.measure),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "hedge": claim.hedge,
        "speaker": claim.speaker,
        "voice": claim.voice,
        "background": int(claim.background),
        "as_of": claim.as_of,
        "restated": int(claim.restated),
        "restates": claim.restates,
    }


def claim_of(row: Row, figure: Figure | None) -> Claim:
    """The claim of a row of ``claims`` with its figure."""
    return Claim(
        id=row["id"],
        statement=row["statement"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        figure=figure,
        measure=measure_of(row),
        polarity=Polarity(row["polarity"]),
        certainty=Certainty(row["certainty"]),
        hedge=row["hedge"],
        speaker=row["speaker"],
        voice=Voice(row["voice"]),
        background=bool(row["background"]),
        as_of=row["as_of"],
        restated=bool(row["restated"]),
        restates=row["restates"],
    )


def figure_row(incident: str, claim: str, figure: Figure) -> dict[str, Any]:
    """A row of ``figures``, by the claim that it is in."""
    return {"incident": incident, "claim": claim, **figure_columns(figure)}


def figure_columns(figure: Figure) -> dict[str, Any]:
    """The columns of a figure, which ``figures`` and ``decided_figures`` have in common."""
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "low_open": int(figure.low_open),
        "high_open": int(figure.high_open),
        "unit": figure.unit,
        "tolerance": figure.tolerance,
        "readings": array([reading_json(reading) for reading in figure.readings]),
        "rule": figure.rule,
    }


def figure_of(row: Row) -> Figure:
    """The figure of a row of ``figures`` or ``decided_figures``."""
    return Figure(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        kind=FigureKind(row["kind"]),
        low=row["low"],
        high=row["high"],
        low_open=bool(row["low_open"]),
        high_open=bool(row["high_open"]),
        unit=row["unit"],
        tolerance=row["tolerance"],
        readings=readings(row["readings"]),
        rule=row["rule"],
    )


def series_row(incident: str, position: int, series: Series) -> dict[str, Any]:
    """A row of ``series``; its claims are rows of ``series_claims``."""
    return {"incident": incident, "id": series.id, "position": position, **measure_row(series.measure)}


def series_claim_rows(incident: str, series: Series) -> list[dict[str, Any]]:
    """The rows of ``series_claims`` of one series."""
    return [
        {"incident": incident, "series": series.id, "position": position, "claim": claim}
        for position, claim in enumerate(series.claims, start=1)
    ]


def change_row(incident: str, position: int, change: Change) -> dict[str, Any]:
    """A row of ``changes``."""
    return {
        "incident": incident,
        "id": change.id,
        "position": position,
        "kind": change.kind,
        "also": array(change.also),
        "earlier": change.earlier,
        "later": change.later,
        "relation": change.relation,
        "stated_basis": change.stated_basis,
        "direction": change.direction,
        "ratio": None if change.ratio is None else array(change.ratio),
        "confidence": change.confidence,
        "explanation": change.explanation,
        "status": change.status,
        "evidence_for": array(change.evidence_for),
        "evidence_against": array(change.evidence_against),
    }


def change_of(row: Row) -> Change:
    """The change of a row of ``changes``."""
    low, high = (None, None) if row["ratio"] is None else json.loads(row["ratio"])
    return Change(
        id=row["id"],
        kind=ChangeKind(row["kind"]),
        also=tuple(map(ChangeKind, strings(row["also"]))),
        earlier=row["earlier"],
        later=row["later"],
        relation=row["relation"] and Relation(row["relation"]),
        stated_basis=row["stated_basis"] and StatedBasis(row["stated_basis"]),
        direction=row["direction"] and Direction(row["direction"]),
        ratio=None if row["ratio"] is None else (low, high),
        confidence=row["confidence"],
        explanation=row["explanation"],
        status=ReviewStatus(row["status"]),
        evidence_for=strings(row["evidence_for"]),
        evidence_against=strings(row["evidence_against"]),
    )


def finding_rows(incident: str, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The rows of ``findings``; an id is made of what the finding says, so that it is the same on every machine."""
    rows: list[dict[str, Any]] = []
    said: Counter[Finding] = Counter()
    for position, finding in enumerate(findings, start=1):
        said[finding] += 1
        again = said[finding] - 1
        rows.append(
            {
                "incident": incident,
                "id": short_id("finding", finding.id, again) if again else finding.id,
                "position": position,
                "kind": finding.kind,
                "statements": array(finding.statements),
                "claims": array(finding.claims),
                "explanation": finding.explanation,
                "seen": int(finding.seen),
            }
        )
    return rows


def finding_of(row: Row) -> Finding:
    """The finding of a row of ``findings``."""
    return Finding(
        kind=FindingKind(row["kind"]),
        statements=strings(row["statements"]),
        claims=strings(row["claims"]),
        explanation=row["explanation"],
        seen=bool(row["seen"]),
    )
