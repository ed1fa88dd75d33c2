"""The shapes of the JSON contract by name, for a type checker; docs/design.md says what each field means."""

from __future__ import annotations

from typing import TypedDict


class FigureJson(TypedDict):
    """A figure: offsets in the statement's text, ends of the interval, null where open."""

    text: str
    start: int
    end: int
    kind: str
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    unit: str | None
    tolerance: float | None
    readings: list[ReadingJson]
    rule: str


ReadingJson = TypedDict("ReadingJson", {"as": str, "low": float | None, "high": float | None, "source": str})


class MeasureJson(TypedDict):
    """What a quantity is about."""

    event: str | None
    counted: str | None
    scope: list[str]
    basis: str | None
    period: str | None
    phrase: str


class ClaimJson(TypedDict):
    """A claim, with its offsets in the text of the statement that it names by id."""

    id: str
    statement: str
    start: int
    end: int
    text: str
    figure: FigureJson | None
    measure: MeasureJson
    polarity: str
    certainty: str
    hedge: str | None
    speaker: str | None
    voice: str
    background: bool
    as_of: str | None
    restated: bool
    restates: str | None


class OriginJson(TypedDict):
    """The stretch of an article that holds the words."""

    document: str
    start: int
    end: int


class StatementJson(TypedDict):
    """A statement with its whole text and the hash of it."""

    id: str
    title: str | None
    organisation: str | None
    issued: str | None
    channel: str | None
    outlet: str | None
    source: str | None
    wording: str | None
    sha256: str
    text: str
    english: bool
    repeats: str | None
    derived_from: OriginJson | None


class SeriesJson(TypedDict):
    """The claims about one measure, by id, in order of time."""

    id: str
    measure: MeasureJson
    claims: list[str]


class ChangeJson(TypedDict):
    """A change between two claims, by id; null for the side that there is not."""

    id: str
    kind: str
    also: list[str]
    earlier: str | None
    later: str | None
    relation: str | None
    stated_basis: str | None
    direction: str | None
    ratio: list[float | None] | None
    confidence: float
    explanation: str
    status: str
    evidence_for: list[str]
    evidence_against: list[str]


class FindingJson(TypedDict):
    """A finding, with the claims and statements that it is about, by id."""

    id: str
    kind: str
    statements: list[str]
    claims: list[str]
    explanation: str
    seen: bool


class ProducedByJson(TypedDict):
    """What read the statements: the version, and the hashes of the model and of the word lists."""

    version: str
    model_sha256: str
    lexicon_sha256: str


class ComparisonJson(TypedDict):
    """The whole of one incident; docs/design.md describes each field."""

    incident: str | None
    produced_by: ProducedByJson
    statements: list[StatementJson]
    claims: list[ClaimJson]
    series: list[SeriesJson]
    changes: list[ChangeJson]
    findings: list[FindingJson]
    notes: list[str]
