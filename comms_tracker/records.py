"""The records that pass between the stages: frozen, standard library only, and the same words as docs/design.md.

Offsets count Unicode code points in the statement's ``text``; an interval end that is open is ``None``;
a percentage is written as 2.5 with unit ``percent``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar


class FigureKind(StrEnum):
    """How a figure's words give a quantity."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    BOUND = "bound"
    RANGE = "range"
    VAGUE = "vague"
    PROPORTION = "proportion"
    UNIVERSAL = "universal"


class Basis(StrEnum):
    """What the quantity is a count of in time or in a whole."""

    TOTAL = "total"
    INCREMENT = "increment"
    PERIOD = "period"
    SHARE = "share"
    PROGRESS = "progress"
    CAPACITY = "capacity"


class Polarity(StrEnum):
    """Whether a claim says that something is so, that it is not, or that it is not known."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How far a claim commits itself."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    CONDITIONAL = "conditional"


class Voice(StrEnum):
    """Whose words a passage is in."""

    OWN = "own"
    QUOTED = "quoted"
    REPORTED = "reported"
    NARRATION = "narration"


class ChangeKind(StrEnum):
    """What happened between an earlier and a later claim, or to one that appears or disappears."""

    UNCHANGED = "unchanged"
    QUANTIFIED = "quantified"
    OBSCURED = "obscured"
    REVISED_UP = "revised_up"
    REVISED_DOWN = "revised_down"
    PROGRESSED = "progressed"
    NARROWED_SCOPE = "narrowed_scope"
    WIDENED_SCOPE = "widened_scope"
    CONTRADICTED = "contradicted"
    RETRACTED = "retracted"
    SOFTENED = "softened"
    STRENGTHENED = "strengthened"
    ADDED = "added"
    DROPPED = "dropped"


class Relation(StrEnum):
    """Whether the earlier and the later claim can both be current."""

    CONSISTENT = "consistent"
    SUPERSEDED = "superseded"
    CONTRADICTORY = "contradictory"
    NOT_COMPARABLE = "not_comparable"


class StatedBasis(StrEnum):
    """What the later statement itself says about the change, read only from its words."""

    UPDATE = "update"
    METHOD_CHANGE = "method_change"
    CORRECTION = "correction"
    RETRACTION = "retraction"


class Direction(StrEnum):
    """Which way a figure moved."""

    UP = "up"
    DOWN = "down"


class FindingKind(StrEnum):
    """Something to look at that is no change between two statements."""

    SUM_MISMATCH = "sum_mismatch"
    BASE_MISMATCH = "base_mismatch"
    IMPOSSIBLE_SHARE = "impossible_share"
    RESTATED_DIFFERENTLY = "restated_differently"
    SELF_CONTRADICTION = "self_contradiction"
    OUTLETS_DIFFER = "outlets_differ"
    SPEAKERS_DIFFER = "speakers_differ"
    ALTERED_QUOTATION = "altered_quotation"
    CHANGED_SOURCE = "changed_source"


class ReviewStatus(StrEnum):
    """Whether a person has looked at a change, and what they made of it."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class ReadingAs(StrEnum):
    """Whether a vague word is read as a number of things or as a share of a whole."""

    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Reading:
    """What readers usually take a vague word to mean: a count, or a share in per cent, with its source."""

    as_: ReadingAs
    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The words that give a quantity, read as an interval.

    ``start`` and ``end`` are offsets in the text that was read. ``low_open`` (``high_open``) says that the
    end itself is excluded, as in "more than 800". ``tolerance`` is the plus or minus that the rounding of an
    approximate number allows, in the figure's own unit. ``rule`` names the rule that read it.
    """

    text: str
    start: int
    end: int
    kind: FigureKind
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    tolerance: float | None = None
    readings: tuple[Reading, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a quantity is about.

    ``event`` and ``counted`` are lemmas; ``scope`` holds the restrictions in the statement's own words;
    ``phrase`` is the normalised phrase of what is counted, the text that phrase vectors are made of.
    """

    event: str | None = None
    counted: str | None = None
    scope: tuple[str, ...] = ()
    basis: Basis | None = None
    period: str | None = None
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement asserts, with its exact place: ``statement.text[start:end] == text``."""

    id: str
    statement: str
    start: int
    end: int
    text: str
    figure: Figure | None
    measure: Measure
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.ASSERTED
    hedge: str | None = None
    speaker: str | None = None
    voice: Voice = Voice.OWN
    background: bool = False
    as_of: str | None = None
    restated: bool = False
    restates: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The place in a larger document that a statement was taken from.

    ``quoted`` are the stretches of the statement's text that stand between marks there: the speaker's own words, as the
    outlet gives them.
    """

    document: str
    start: int
    end: int
    quoted: tuple[tuple[int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One text issued by one organisation at one time through one channel.

    ``issued`` is an ISO date, or a date and time with offset; ``None`` only where the order of input stands for it.
    ``wording`` says whose words the text is in ("recast" for bundled cases told in our own words).
    ``english`` is false where the text does not look like English, so that its results can be marked.
    """

    id: str
    text: str
    organisation: str | None = None
    issued: str | None = None
    title: str | None = None
    channel: str | None = None
    outlet: str | None = None
    source: str | None = None
    incident: str | None = None
    wording: str | None = None
    repeats: str | None = None
    derived_from: Origin | None = None
    english: bool = True

    @property
    def sha256(self) -> str:
        """The hex digest of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Series:
    """The claims of one incident about the same measure, in order of time."""

    id: str
    measure: Measure
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened between two neighbours of a series, or a claim that appears or disappears.

    ``ratio`` is later over earlier as an interval, an open end ``None``. ``confidence`` is the probability that both
    claims are about the same measure and the kind is right. The evidence for and against is in plain phrases.
    """

    id: str
    kind: ChangeKind
    also: tuple[ChangeKind, ...]
    earlier: str | None
    later: str | None
    relation: Relation | None
    stated_basis: StatedBasis | None
    direction: Direction | None
    ratio: tuple[float | None, float | None] | None
    confidence: float
    explanation: str
    status: ReviewStatus = ReviewStatus.PROPOSED
    evidence_for: tuple[str, ...] = ()
    evidence_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at that is not a change between statements; ``seen`` says that a person has looked."""

    kind: FindingKind
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    explanation: str
    seen: bool = False

    @property
    def id(self) -> str:
        """Made of what the finding says, so that it is the same on every machine."""
        lists = (json.dumps(list(ids), ensure_ascii=False) for ids in (self.statements, self.claims))
        return short_id("finding", self.kind, *lists, self.explanation, 1)


@dataclass(frozen=True, slots=True)
class ProducedBy:
    """The version, the language model and the lexicons that read the statements."""

    version: str
    model_sha256: str
    lexicon_sha256: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One incident compared: the statements in order of time, what they claim, and what changed.

    ``changes`` stand in the order in which a reader should see them. ``notes`` are plain sentences about the input
    (two organisations kept apart, a text that is not English) that belong beside the result.
    """

    incident: str | None
    produced_by: ProducedBy
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    series: tuple[Series, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = field(default=())

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; raises KeyError where there is none."""
        return next_or_key_error(self.claims, claim_id)

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id; raises KeyError where there is none."""
        return next_or_key_error(self.statements, statement_id)

    def change(self, change_id: str) -> Change:
        """The change with this id; raises KeyError where there is none."""
        return next_or_key_error(self.changes, change_id)


R = TypeVar("R", Claim, Statement, Change)


def next_or_key_error(records: tuple[R, ...], wanted: str) -> R:
    """The record of ``records`` whose id is ``wanted``; raises KeyError where there is none."""
    for record in records:
        if record.id == wanted:
            return record
    raise KeyError(wanted)


def short_id(prefix: str, *parts: object) -> str:
    """A content-addressed id: the prefix and 12 hex digits of the SHA-256 of the parts, the same on every machine."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"
