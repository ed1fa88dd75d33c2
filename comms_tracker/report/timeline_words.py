"""What the shapes of a picture over time mean, in sentences that stand beneath it wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from comms_tracker.report.numbers import CURRENCY_SIGN, unit_words
from comms_tracker.report.timeline import Shape, Timeline

MEANING: Mapping[Shape, str] = MappingProxyType(
    {
        Shape.POINT: "A point is a figure.",
        Shape.BAND: (
            "A band is what readers usually take a vague word to mean; it is not a figure of the organisation's."
        ),
        Shape.RANGE: "A bar runs from the lowest to the highest number given.",
        Shape.AT_LEAST: "An upward arrow means that number or more.",
        Shape.AT_MOST: "A downward arrow means that number or fewer.",
    }
)
UNIT = "Numbers are in {unit}."
LOG = "The scale is logarithmic: each step up is the same number of times more."
LEFT_OUT = "What cannot be drawn on this scale stands in the table alone."


def legend_words(line: Timeline) -> str:
    """What the shapes that the picture has mean, its unit and its scale, and that something isn't drawn, if so."""
    return " ".join(_sentences(line))


def _sentences(line: Timeline) -> Iterator[str]:
    shapes = {entry.shape for entry in line.entries}
    yield from (meaning for shape, meaning in MEANING.items() if shape in shapes)
    if line.unit:
        yield UNIT.format(unit=unit_name(line.unit))
    if line.log:
        yield LOG
    if any(entry.has_figure and entry.shape is Shape.NOT_DRAWN for entry in line.entries):
        yield LEFT_OUT


def unit_name(unit: str) -> str:
    """A unit in words, or its sign where it is money."""
    return "per cent" if unit == "percent" else CURRENCY_SIGN.get(unit, unit_words(unit))
