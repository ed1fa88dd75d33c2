"""What a statement claims: figures, what they are of, and how far the claim commits itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
