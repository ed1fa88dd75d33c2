"""How wide a timeline must be so that no two of its words lie over one another, nor run out of their lane.

Sizes are in rem, those of style.css; a lane's places are hundredths of its width and height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from comms_tracker.app.views.lanes import Lane, LaneBreak, LaneMark, Lanes

LETTER = 0.44
"""Mean width of a letter of the figures' words, with some to spare."""
WIDEST = 11.0
"""Figures' words that are wider than this stand in several lines."""
LINE = 0.95
OFF_MARK = 0.5
"""From a mark to the words beside it, and what words near an edge stand over theirs."""
LANE_HEIGHT = 7.0
BREAK_WIDTH, BREAK_HEIGHT = 7.9, 2.0
GAP = 0.4
NARROWEST = 18.0
WIDEST_DAY = 14.0
"""The most that the timeline takes for each day: beyond it, words that are long and days that are near may meet."""
EDGE = 12
"""Hundredths from either edge within which words run inwards."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words hung up at a place across: how far they reach left and right of it, and from where to where up."""

    across: float
    left: float
    right: float
    low: float
    high: float


def runs_inwards(across: float) -> str:
    """Whether words at a place are near the first or the last edge, and so must not stand centred: else nothing."""
    return "first" if across < EDGE else "last" if across > 100 - EDGE else ""


def least_width(drawn: Lanes) -> float:
    """The width in rem from which on all days and figures of the timeline are readable."""
    rows = [[_hung(place, len(day) * LETTER, 0, 0) for place, day in drawn.days]]
    rows += [list(_words(lane)) for lane in drawn.lanes]
    wanted = max((width for row in rows for width in _widths(row)), default=0)
    return min(max(wanted, NARROWEST), max(WIDEST_DAY * len(drawn.days), NARROWEST))


def _words(lane: Lane) -> Iterator[_Words]:
    yield from map(_of_mark, lane.marks)
    yield from map(_of_break, lane.breaks)


def _of_mark(mark: LaneMark) -> _Words:
    width = min(max(len(mark.said), len(mark.usual)) * LETTER, WIDEST)
    lines = sum(ceil(len(words) * LETTER / WIDEST) for words in (mark.said, mark.usual) if words)
    tall = 100 * (lines * LINE + OFF_MARK) / LANE_HEIGHT
    return _hung(mark.across, width, *((mark.low - tall, mark.low) if mark.beneath else (mark.high, mark.high + tall)))


def _of_break(one: LaneBreak) -> _Words:
    tall = 100 * BREAK_HEIGHT / LANE_HEIGHT
    low = 100 - tall if one.above else 0.0
    return _Words(one.across, BREAK_WIDTH / 2, BREAK_WIDTH / 2, low, low + tall)


def _hung(across: float, width: float, low: float, high: float) -> _Words:
    side = runs_inwards(across)
    left = OFF_MARK if side == "first" else width - OFF_MARK if side == "last" else width / 2
    return _Words(across, left, width - left, low, high)


def _widths(row: Iterable[_Words]) -> Iterator[float]:
    """What each of the words, and each two of them at one height, ask for."""
    ordered = sorted(row, key=lambda words: words.across)
    for one in ordered:
        if not runs_inwards(one.across):
            yield 100 * max(one.left / one.across, one.right / (100 - one.across))
    for one, other in combinations(ordered, 2):
        if one.across < other.across and one.low <= other.high and other.low <= one.high:
            yield 100 * (one.right + other.left + GAP) / (other.across - one.across)
