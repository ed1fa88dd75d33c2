"""Where a figure's own words stand beside its mark, so that no two of them lie over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LETTERS = 14
"""Height of the letters in pixels."""
LETTER_WIDTH = 0.58
"""Mean width of a letter of these, set in bold, in its own height."""
INTO_BAND = 60
"""Pixels from the left end of a band to the end of words that run to the left of it."""
MARK = 7
"""Half the size of a mark that letters keep clear of, in pixels."""


class Spot(StrEnum):
    """A place for the words: by the mark's own side, or nowhere where every place is taken."""

    ABOVE = "above"
    BELOW = "below"
    ABOVE_LEFT = "above_left"
    BELOW_LEFT = "below_left"
    RIGHT = "right"
    LEFT = "left"
    OVER_BAND = "over_band"
    OVER_BAND_LEFT = "over_band_left"
    NOWHERE = "nowhere"


ROUND_A_POINT = (Spot.ABOVE, Spot.BELOW, Spot.ABOVE_LEFT, Spot.BELOW_LEFT, Spot.RIGHT, Spot.LEFT)
BESIDE_A_BAR = (Spot.RIGHT, Spot.LEFT, Spot.ABOVE, Spot.ABOVE_LEFT)
BESIDE_AN_UPWARD_ARROW = (Spot.RIGHT, Spot.LEFT, Spot.BELOW, Spot.BELOW_LEFT)
ON_A_BAND = (Spot.OVER_BAND, Spot.OVER_BAND_LEFT)


@dataclass(frozen=True, slots=True)
class Label:
    """Words to be placed: the mark's place in pixels from the left and from the top, and where they may stand.

    ``leads`` says that they are those of the change itself, which find their place first.
    """

    text: str
    x: float
    y: float
    choices: tuple[Spot, ...]
    leads: bool = False


Box = tuple[float, float, float, float]


def spots(labels: Sequence[Label], width: float, height: float) -> list[Spot]:
    """A spot for each label, in step with them: the first of its choices that is free and within the picture.

    Words of a band always stand over it. Others for which there is no room stand nowhere: the
    table beside the picture has them.
    """
    chosen: dict[int, Spot] = {}
    taken = [(one.x - MARK, one.y - MARK, one.x + MARK, one.y + MARK) for one in labels if one.choices != ON_A_BAND]
    order = sorted(range(len(labels)), key=lambda at: (labels[at].choices != ON_A_BAND, not labels[at].leads, at))
    for at in order:
        label = labels[at]
        boxes = {spot: _box(label, spot) for spot in label.choices}
        free = (spot for spot, box in boxes.items() if _is_within(box, width, height) and not _meets(box, taken))
        fallback = Spot.OVER_BAND if label.choices == ON_A_BAND else Spot.NOWHERE
        chosen[at] = next(free, fallback)
        if chosen[at] is not Spot.NOWHERE:
            taken.append(boxes[chosen[at]])
    return [chosen[at] for at in range(len(labels))]


def _box(label: Label, spot: Spot) -> Box:
    """Left, top, right and bottom of the words at a spot."""
    wide = len(label.text) * LETTERS * LETTER_WIDTH
    left = {Spot.ABOVE_LEFT: label.x - wide, Spot.BELOW_LEFT: label.x - wide, Spot.LEFT: label.x - wide - 14}
    left |= {Spot.RIGHT: label.x + 14, Spot.OVER_BAND_LEFT: label.x + INTO_BAND - wide}
    top = {Spot.BELOW: label.y + 9, Spot.BELOW_LEFT: label.y + 9}
    top |= {Spot.RIGHT: label.y - LETTERS / 2, Spot.LEFT: label.y - LETTERS / 2}
    top |= dict.fromkeys(ON_A_BAND, label.y - 24 - LETTERS)
    start, high = left.get(spot, label.x + 1), top.get(spot, label.y - 9 - LETTERS)
    return start, high, start + wide, high + (2 * LETTERS + 4 if spot in ON_A_BAND else LETTERS)


def _is_within(box: Box, width: float, height: float) -> bool:
    # Above the axis of numbers there is room for one line.
    return box[0] >= 0 and box[2] <= width and box[1] >= -LETTERS and box[3] <= height


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others)
