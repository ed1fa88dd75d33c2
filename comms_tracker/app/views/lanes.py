"""The timeline of an incident: one lane for each series, all over the same days, each with a scale of its own.

Places are in hundredths of the lane's width and height, so that the lanes fit any window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log10

from comms_tracker.app.words import incident as words
from comms_tracker.changes.phrasing import quoted
from comms_tracker.records import Change, ChangeKind, Comparison, Relation, Series, StatedBasis
from comms_tracker.report.excerpts import Tone
from comms_tracker.report.headings import nameable, subject, within_a_line
from comms_tracker.report.numbers import interval_words
from comms_tracker.report.timeline import Entry, Shape, Timeline, moment_of, series_of, timeline
from comms_tracker.report.words import capital

LOWEST, HIGHEST = 22.0, 64.0
"""Where the smallest and the largest number of a lane stand; the room above is for their words."""

LOW, NEAR = 40.0, 25.0
"""Below this height, and no further from a break than this across, a figure stands where the words of a break would."""

LONGEST_TITLE = 70
"""Characters of a claim that stand for the name of a lane."""

BREAKS = frozenset({ChangeKind.NARROWED_SCOPE, ChangeKind.WIDENED_SCOPE})


@dataclass(frozen=True, slots=True)
class LaneMark:
    """One figure: its place across, its ends from the bottom, its words, and what to show where the pointer rests.

    ``usual`` is what a vague word is usually read as. ``beneath`` says that its words stand under it, since those of
    another figure of the day stand above.
    """

    across: float
    low: float
    high: float
    shape: Shape
    said: str
    hover: str
    tone: Tone
    usual: str = ""
    beneath: bool = False


@dataclass(frozen=True, slots=True)
class LaneLine:
    """A thin line from one figure to the next that counts the same."""

    across: tuple[float, float]
    height: tuple[float, float]


@dataclass(frozen=True, slots=True)
class LaneBreak:
    """A place where what is counted, or how, became another: no line crosses it.

    ``above`` says that its words stand at the top, since figures beside it stand low.
    """

    across: float
    label: str
    above: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One series: its name, its marks, and the whole in words."""

    title: str
    marks: tuple[LaneMark, ...]
    lines: tuple[LaneLine, ...]
    breaks: tuple[LaneBreak, ...]
    line: Timeline

    @property
    def description(self) -> str:
        """The lane in words, for those who cannot see it."""
        told = [f"{one.label}." for one in self.breaks]
        return " ".join([f"{self.title}.", self.line.description, *told])


@dataclass(frozen=True, slots=True)
class Lanes:
    """The days across the top, each with its place, and the lanes beneath.

    ``told`` are those with one mark alone, which shows no course of things: they are told in words.
    """

    days: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    told: tuple[Lane, ...] = ()

    @property
    def every(self) -> tuple[Lane, ...]:
        """The lanes that are drawn, then those that are told."""
        return (*self.lanes, *self.told)


def lanes(comparison: Comparison) -> Lanes:
    """A lane for each series that has two claims or more and a figure that can be drawn."""
    across = _places(comparison)
    found = (
        _lane(comparison, series, timeline(comparison, series), across)
        for series in comparison.series
        if len(series.claims) > 1
    )
    named = _told_apart([lane for lane in found if lane.marks], comparison)
    drawn = tuple(lane for lane in named if len(lane.marks) > 1)
    return Lanes(_days(comparison, across), drawn, tuple(lane for lane in named if lane not in drawn))


def lane_of(comparison: Comparison, change: Change) -> Lanes | None:
    """The lane of the series that a change belongs to, its two figures marked; None where it has fewer than two."""
    series = series_of(comparison, change.later, change.earlier)
    if series is None:
        return None
    line = timeline(comparison, series, change.earlier, change.later)
    if sum(entry.has_figure for entry in line.entries) < 2:
        return None
    across = _places(comparison)
    return Lanes(_days(comparison, across), (_lane(comparison, series, line, across),))


def _days(comparison: Comparison, across: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """Each place across with its day once."""
    days = (
        (across[place], words.STATEMENT.format(number=place + 1) if one.issued is None else _day(one.issued))
        for place, one in enumerate(comparison.statements)
    )
    return tuple(dict.fromkeys(days))


def _told_apart(drawn: Sequence[Lane], comparison: Comparison) -> tuple[Lane, ...]:
    """The lanes, those of one name by the words of their last claim."""
    names = Counter(lane.title for lane in drawn)
    return tuple(
        lane if names[lane.title] == 1 else replace(lane, title=_last_words(comparison, lane.line)) for lane in drawn
    )


def _last_words(comparison: Comparison, line: Timeline) -> str:
    return quoted(capital(comparison.claim(line.entries[-1].claim).text), LONGEST_TITLE)


def _places(comparison: Comparison) -> list[float]:
    """The place of each statement across: by its day, but never so near the one before that their words meet."""
    moments = [moment_of(statement.issued) for statement in comparison.statements]
    count = len(moments)
    if count < 2:
        return [50.0] * count
    gaps = [1.0] * (count - 1)
    if all(moments):
        known = [moment for moment in moments if moment is not None]
        whole = (known[-1] - known[0]).total_seconds()
        if whole > 0:
            spans = [(later - earlier).total_seconds() / whole * (count - 1) for earlier, later in pairwise(known)]
            gaps = [0.0 if span == 0 else max(span, 0.75) for span in spans]
    total = sum(gaps) or 1.0
    places = [0.0]
    for gap in gaps:
        places.append(places[-1] + gap / total)
    return [9 + 82 * place for place in places]


def _day(issued: str) -> str:
    moment = moment_of(issued)
    return issued if moment is None else f"{moment.day} {moment:%b} {moment.year}"


def _lane(comparison: Comparison, series: Series, line: Timeline, across: Sequence[float]) -> Lane:
    drawn = _standing(line)
    ends = [end for entry in drawn for end in (entry.low, entry.high) if end is not None]
    marks = _clear([_mark(entry, across[entry.position], ends, line) for entry in drawn])
    placed = [mark.across for mark in marks]
    breaks = tuple(
        replace(one, above=any(mark.low < LOW and abs(mark.across - one.across) < NEAR for mark in marks))
        for one in _breaks(comparison, series, line, across)
        if placed and min(placed) < one.across < max(placed)
    )
    claim = comparison.claim(series.claims[-1])
    title = subject(claim.measure) if nameable(claim) else _last_words(comparison, line)
    return Lane(title, marks, tuple(_lines(marks, breaks)), breaks, line)


def _standing(line: Timeline) -> list[Entry]:
    """What is drawn: no figure that a statement only points back to, where it has one of its own."""
    own = {entry.statement for entry in line.drawable if not entry.restated}
    return [entry for entry in line.drawable if not (entry.restated and entry.statement in own)]


def _clear(marks: Sequence[LaneMark]) -> tuple[LaneMark, ...]:
    """The marks, those of one day and number as one, and the words of the lower of two of one day beneath it."""
    places: dict[tuple[object, ...], LaneMark] = {}
    for mark in marks:
        place = (mark.across, mark.low, mark.high, mark.shape)
        if place not in places or mark.tone is not Tone.OTHER:
            places[place] = mark
    kept = list(places.values())
    return tuple(
        replace(mark, beneath=any(mark.across == other.across and mark.low < other.low for other in kept))
        for mark in kept
    )


def _mark(entry: Entry, across: float, ends: Sequence[float], line: Timeline) -> LaneMark:
    low = entry.low if entry.low is not None else entry.high
    high = entry.high if entry.high is not None else entry.low
    assert low is not None
    assert high is not None
    said = within_a_line(entry.said)
    told = [f"{entry.date}: {entry.said}", entry.read_as if entry.read_as != entry.said else "", entry.source]
    return LaneMark(
        across,
        _height(low, ends, line.log),
        _height(high, ends, line.log),
        entry.shape,
        f"“{said}”" if entry.shape is Shape.BAND else said,
        ". ".join(part for part in told if part),
        entry.tone,
        words.USUALLY.format(interval=interval_words(low, high, line.unit)) if entry.shape is Shape.BAND else "",
    )


def _height(value: float, ends: Sequence[float], log: bool) -> float:
    """Where a number stands from the bottom: on a scale from nought, or of powers where the numbers lie far apart."""
    if log:
        least = min(end for end in ends if end > 0)
        scaled = [log10(max(end, least / 2)) for end in (value, least / 2, max(ends))]
    else:
        scaled = [value, min(0.0, *ends), max(*ends, 0.0)]
    number, bottom, top = scaled
    share = (number - bottom) / (top - bottom) if top > bottom else 0.5
    return LOWEST + share * (HIGHEST - LOWEST)


def _breaks(comparison: Comparison, series: Series, line: Timeline, across: Sequence[float]) -> Iterator[LaneBreak]:
    places = {entry.claim: across[entry.position] for entry in line.entries}
    for change in comparison.changes:
        if change.earlier not in places or change.later not in places or change.later not in series.claims:
            continue
        at = (places[change.earlier] + places[change.later]) / 2
        if change.stated_basis is StatedBasis.METHOD_CHANGE:
            yield LaneBreak(at, words.COUNTED_DIFFERENTLY)
        elif {change.kind, *change.also} & BREAKS or change.relation is Relation.NOT_COMPARABLE:
            yield LaneBreak(at, words.ANOTHER_SCOPE)


def _lines(marks: Sequence[LaneMark], breaks: Sequence[LaneBreak]) -> Iterator[LaneLine]:
    for one, other in pairwise(marks):
        exact = one.shape is Shape.POINT and other.shape is Shape.POINT
        crosses = any(one.across < each.across < other.across for each in breaks)
        if exact and not crosses and one.across < other.across:
            yield LaneLine((one.across, other.across), (one.low, other.low))
