"""The JSON contract: a comparison as plain data for other programs."""

from __future__ import annotations

from comms_tracker.contract_shapes import (
    ChangeJson,
    ClaimJson,
    ComparisonJson,
    FigureJson,
    FindingJson,
    MeasureJson,
    ProducedByJson,
    ReadingJson,
    SeriesJson,
    StatementJson,
)
from comms_tracker.records import (
    Change,
    Claim,
    Comparison,
    Figure,
    Finding,
    Measure,
    ProducedBy,
    Reading,
    Series,
    Statement,
)


def comparison_json(comparison: Comparison) -> ComparisonJson:
    """The comparison as JSON-ready data, for ``compare --format json`` and every export."""
    return {
        "incident": comparison.incident,
        "produced_by": produced_by_json(comparison.produced_by),
        "statements": [statement_json(statement) for statement in comparison.statements],
        "claims": [claim_json(claim) for claim in comparison.claims],
        "series": [series_json(series) for series in comparison.series],
        "changes": [change_json(change) for change in comparison.changes],
        "findings": [finding_json(finding) for finding in comparison.findings],
        "notes": list(comparison.notes),
    }


def produced_by_json(made: ProducedBy) -> ProducedByJson:
    """What read the statements."""
    return {"version": made.version, "model_sha256": made.model_sha256, "lexicon_sha256": made.lexicon_sha256}


def statement_json(statement: Statement) -> StatementJson:
    """One statement with its text and the digest of that text."""
    origin = statement.derived_from
    return {
        "id": statement.id,
        "title": statement.title,
        "organisation": statement.organisation,
        "issued": statement.issued,
        "channel": statement.channel,
        "outlet": statement.outlet,
        "source": statement.source,
        "wording": statement.wording,
        "sha256": statement.sha256,
        "text": statement.text,
        "english": statement.english,
        "repeats": statement.repeats,
        "derived_from": None
        if origin is None
        else {"document": origin.document, "start": origin.start, "end": origin.end},
    }


def claim_json(claim: Claim) -> ClaimJson:
    """One claim with its figure and measure."""
    return {
        "id": claim.id,
        "statement": claim.statement,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "figure": None if claim.figure is None else figure_json(claim.figure),
        "measure": measure_json(claim.measure),
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "hedge": claim.hedge,
        "speaker": claim.speaker,
        "voice": claim.voice.value,
        "background": claim.background,
        "as_of": claim.as_of,
        "restated": claim.restated,
        "restates": claim.restates,
    }


def figure_json(figure: Figure) -> FigureJson:
    """One figure; whole numbers are written without a decimal point."""
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "kind": figure.kind.value,
        "low": plain_number(figure.low),
        "high": plain_number(figure.high),
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "unit": figure.unit,
        "tolerance": plain_number(figure.tolerance),
        "readings": [reading_json(reading) for reading in figure.readings],
        "rule": figure.rule,
    }


def reading_json(reading: Reading) -> ReadingJson:
    """One usual reading of a vague word, with its source."""
    return {
        "as": reading.as_.value,
        "low": plain_number(reading.low),
        "high": plain_number(reading.high),
        "source": reading.source,
    }


def measure_json(measure: Measure) -> MeasureJson:
    """What is counted, in parts."""
    return {
        "event": measure.event,
        "counted": measure.counted,
        "scope": list(measure.scope),
        "basis": measure.basis and measure.basis.value,
        "period": measure.period,
        "phrase": measure.phrase,
    }


def series_json(series: Series) -> SeriesJson:
    """One series with the ids of its claims."""
    return {"id": series.id, "measure": measure_json(series.measure), "claims": list(series.claims)}


def change_json(change: Change) -> ChangeJson:
    """One change with its independent fields."""
    return {
        "id": change.id,
        "kind": change.kind.value,
        "also": [kind.value for kind in change.also],
        "earlier": change.earlier,
        "later": change.later,
        "relation": change.relation and change.relation.value,
        "stated_basis": change.stated_basis and change.stated_basis.value,
        "direction": change.direction and change.direction.value,
        "ratio": None if change.ratio is None else [plain_number(end) for end in change.ratio],
        "confidence": change.confidence,
        "explanation": change.explanation,
        "status": change.status.value,
        "evidence_for": list(change.evidence_for),
        "evidence_against": list(change.evidence_against),
    }


def finding_json(finding: Finding) -> FindingJson:
    """One finding with the statements and claims that it rests on."""
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "statements": list(finding.statements),
        "claims": list(finding.claims),
        "explanation": finding.explanation,
        "seen": finding.seen,
    }


def plain_number(value: float | None) -> float | None:
    """The number as an int where it is whole, so that JSON shows 136 and not 136.0."""
    if value is not None and value == int(value):
        return int(value)
    return value
