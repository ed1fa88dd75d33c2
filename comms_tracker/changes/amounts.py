"""What a claim says about how many or how much, in a form that two claims can be compared in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.changes.intervals import Interval, stated
from comms_tracker.records import Claim, Figure, FigureKind, Polarity, Reading, ReadingAs

PERCENT = "percent"
COUNT = "count"

ALL = Interval(100.0, 100.0)
ALL_BUT = re.compile(
    r"\b(?:all|every\w*|everyone|everybody)\b.{0,40}\b(?:but|except|bar|apart from)(?: for)?\W*$", re.I
)
LEAVING_OUT = re.compile(r"all (?:but|except|bar|save)\b", re.I)
EXISTENTIAL = re.compile(r"(?:some|certain|various|a number)(?: of)?", re.I)
"""Words that only say that there are some: any number fits them."""

MOST = re.compile(r"(?<!at )\b(?:most|majority|bulk)\b", re.I)
MOST_OF_A_WHOLE = Interval(50.0, 100.0, low_open=True)
"""What "most" and "the majority" mean by themselves: more than half."""

IN_MINUTES = {"second": 1 / 60, "s": 1 / 60, "minute": 1.0, "min": 1.0, "hour": 60.0, "h": 60.0, "day": 1440.0}
IN_MINUTES |= {"d": 1440.0, "week": 10080.0, "wk": 10080.0, "month": 43830.0, "mo": 43830.0, "year": 525960.0}
TIME = "minute"


class Form(StrEnum):
    """How definite an amount is."""

    NUMBER = "number"
    RANGE = "range"
    BOUND = "bound"
    VAGUE = "vague"
    ALL = "all"
    ALL_BUT = "all_but"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure ready for comparison: its form, its dimension, and its interval in that dimension.

    ``interval`` is what the words say in numbers and ``None`` for vague words, "all" and no figure;
    ``count`` and ``share`` are what a vague word is usually read as, with their sources.
    """

    form: Form
    dimension: str
    interval: Interval | None
    figure: Figure | None
    count: Reading | None = None
    share: Reading | None = None

    def usual(self, dimension: str) -> Interval | None:
        """The stated interval, or the usual reading of a vague word in that dimension; ``None`` where there is none."""
        if self.interval is not None:
            return self.interval if self.dimension == dimension else None
        if self.form is Form.ALL:
            return ALL if dimension == PERCENT else None
        if self.form is Form.ALL_BUT:
            return Interval(50.0, 100.0, high_open=True) if dimension == PERCENT else None
        if self.dimension == COUNT and dimension not in {COUNT, PERCENT}:
            # How many a word usually counts says nothing of kilograms.
            return None
        reading = self.share if dimension == PERCENT else self.count
        if reading is not None and (reading.low is not None or reading.high is not None):
            return Interval(reading.low, reading.high)
        if dimension == PERCENT and self.figure is not None and MOST.search(self.figure.text):
            return MOST_OF_A_WHOLE
        return None

    @property
    def is_zero(self) -> bool:
        """Whether the amount is none at all."""
        return self.interval is not None and self.interval.low == 0 and self.interval.high == 0

    @property
    def is_part_of_whole(self) -> bool:
        """Whether the words measure against a whole: a percentage, "most", "all"."""
        return self.form in {Form.ALL, Form.ALL_BUT} or self.dimension == PERCENT


def amount_of(claim: Claim) -> Amount:
    """The amount of a claim; of form ``absent`` where it has no figure or only says that a number is unknown."""
    figure = claim.figure
    if figure is None or claim.polarity is Polarity.UNKNOWN:
        return Amount(Form.ABSENT, COUNT, None, figure if claim.polarity is not Polarity.UNKNOWN else None)
    if ALL_BUT.search(claim.text[: max(0, figure.start - claim.start)]):
        return Amount(Form.ALL_BUT, PERCENT, None, figure)
    if figure.kind is FigureKind.UNIVERSAL and not (figure.low == 0 and figure.high == 0):
        return Amount(Form.ALL_BUT if LEAVING_OUT.match(figure.text) else Form.ALL, PERCENT, None, figure)
    if EXISTENTIAL.fullmatch(figure.text.strip()):
        return Amount(Form.VAGUE, _dimension(figure), None, figure)
    count = next((reading for reading in figure.readings if reading.as_ is ReadingAs.COUNT), None)
    share = next((reading for reading in figure.readings if reading.as_ is ReadingAs.SHARE), None)
    if figure.kind is FigureKind.VAGUE or (figure.low is None and figure.high is None) or is_most(figure):
        only_share = is_most(figure) or (count is None and share is not None and figure.unit == PERCENT)
        return Amount(Form.VAGUE, PERCENT if only_share else _dimension(figure), None, figure, count, share)
    interval, dimension = _in_one_unit(stated(figure), _dimension(figure))
    return Amount(_form(figure, interval), dimension, interval, figure, count, share)


def is_most(figure: Figure) -> bool:
    """Whether the figure is "most" or "the majority": a share of a whole without a number."""
    return bool(MOST.search(figure.text)) and not any(character.isdigit() for character in figure.text)


def _form(figure: Figure, interval: Interval | None) -> Form:
    if interval is None:
        return Form.VAGUE
    if interval.low is None or interval.high is None:
        return Form.BOUND
    if figure.kind is FigureKind.RANGE or (figure.tolerance is None and not interval.is_point):
        return Form.RANGE
    return Form.NUMBER


def _dimension(figure: Figure) -> str:
    return figure.unit or COUNT


def _in_one_unit(interval: Interval | None, unit: str) -> tuple[Interval | None, str]:
    """Times in minutes, so that "a few minutes" and "up to six hours" can be compared; other units as they are."""
    factor = IN_MINUTES.get(unit.casefold())
    if factor is None or interval is None:
        return interval, TIME if factor is not None else unit
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high, interval.low_open, interval.high_open), TIME


def usual_in_minutes(amount: Amount) -> Interval | None:
    """The usual count reading of a vague time ("a few minutes") in minutes; ``None`` for anything else."""
    figure = amount.figure
    if figure is None or figure.unit is None or amount.count is None:
        return None
    factor = IN_MINUTES.get(figure.unit.casefold())
    if factor is None or amount.count.low is None or amount.count.high is None:
        return None
    return Interval(amount.count.low * factor, amount.count.high * factor)
