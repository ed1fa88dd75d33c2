"""A series over time: what a picture of its figures shows, and the same as rows of a table and as a sentence.

A vague word is a band, as wide as what readers usually take it to mean; an exact figure is a point; a bound has an
arrow at its open end. What can be drawn is decided here once, so that picture (``timeline_chart``), table and words
never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from comms_tracker.records import Claim, Comparison, Figure, FigureKind, ReadingAs, Series, Statement
from comms_tracker.report import numbers, words
from comms_tracker.report.excerpts import Tone
from comms_tracker.report.headings import one_line

LOG_FROM = 50
"""A picture whose numbers span more than this many times is drawn on a logarithmic scale."""


class Shape(StrEnum):
    """How a figure is drawn."""

    POINT = "point"
    BAND = "band"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NOT_DRAWN = "not_drawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of a series in time. ``low`` and ``high`` are what is drawn, in the timeline's unit.

    ``said`` is the figure's own words, ``read_as`` the quantity in words, ``source`` that of a vague reading,
    ``position`` the statement's place in time from 0.
    """

    claim: str
    statement: str
    position: int
    issued: str | None
    date: str
    said: str
    read_as: str
    source: str
    shape: Shape
    low: float | None
    high: float | None
    tone: Tone
    has_figure: bool
    restated: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries of one series in order of time; ``unit`` as in a figure, ``log`` for a logarithmic scale."""

    entries: tuple[Entry, ...]
    unit: str | None
    log: bool

    @property
    def drawable(self) -> tuple[Entry, ...]:
        """The entries that have a number to draw, which a picture shows."""
        return tuple(entry for entry in self.entries if entry.shape is not Shape.NOT_DRAWN)

    @property
    def dated(self) -> bool:
        """Whether every statement has a date, so that time can be drawn to scale."""
        return all(moment_of(entry.issued) is not None for entry in self.entries)

    @property
    def description(self) -> str:
        """The picture in words, for those who cannot see it."""
        told = [f"{entry.date}: {_described(entry)}" for entry in self.entries]
        scale = " The scale is logarithmic." if self.log else ""
        return f"{'; '.join(told)}.{scale}"


def timeline(comparison: Comparison, series: Series, earlier: str | None = None, later: str | None = None) -> Timeline:
    """The series' claims in order of time; ``earlier`` and ``later`` are the claims (ids) of the change beside it."""
    places = {statement.id: place for place, statement in enumerate(comparison.statements)}
    claims = sorted(
        (comparison.claim(one) for one in series.claims), key=lambda claim: (places[claim.statement], claim.start)
    )
    unit = _common_unit(claims, later)
    entries = tuple(
        _entry(
            claim, comparison.statement(claim.statement), places[claim.statement], unit, _tone(claim, earlier, later)
        )
        for claim in claims
    )
    return Timeline(entries, unit, _spans_widely(entries))


def series_of(comparison: Comparison, *claims: str | None) -> Series | None:
    """The series that holds the first of these claims that any series holds."""
    for claim in claims:
        for series in comparison.series:
            if claim is not None and claim in series.claims:
                return series
    return None


def _tone(claim: Claim, earlier: str | None, later: str | None) -> Tone:
    if claim.id == later:
        return Tone.LATER
    return Tone.EARLIER if claim.id == earlier else Tone.OTHER


def _common_unit(claims: list[Claim], later: str | None) -> str | None:
    """The unit to draw in: that of the later claim of the change, else of the last figure with a number."""
    figures = [claim.figure for claim in claims if claim.figure and claim.id == later]
    figures += [
        claim.figure for claim in reversed(claims) if claim.figure and claim.figure.kind is not FigureKind.VAGUE
    ]
    return figures[0].unit if figures else None


def _entry(claim: Claim, statement: Statement, place: int, unit: str | None, tone: Tone) -> Entry:
    figure = claim.figure
    shape, low, high = drawn(figure, unit)
    read_as = numbers.unsourced_words(figure) if figure else "no figure"
    return Entry(
        claim=claim.id,
        statement=statement.id,
        position=place,
        issued=statement.issued,
        date=words.date_words(statement.issued) if statement.issued else f"Statement {place + 1}",
        said=one_line(figure.text if figure else claim.text),
        read_as=f"{read_as}, restated from before" if claim.restated else read_as,
        source="; ".join(numbers.reading_sources(figure)) if figure else "",
        shape=shape,
        low=low,
        high=high,
        tone=tone,
        has_figure=figure is not None,
        restated=claim.restated,
    )


def drawn(figure: Figure | None, unit: str | None) -> tuple[Shape, float | None, float | None]:
    """How a figure is drawn in a picture of this unit: its shape and its two ends."""
    if figure is None:
        return Shape.NOT_DRAWN, None, None
    if figure.low is None and figure.high is None:
        wanted = ReadingAs.SHARE if unit == "percent" else ReadingAs.COUNT
        for reading in figure.readings:
            if reading.as_ is wanted and reading.low is not None and reading.high is not None:
                return Shape.BAND, reading.low, reading.high
        return Shape.NOT_DRAWN, None, None
    if figure.unit != unit:
        return Shape.NOT_DRAWN, None, None
    low, high = figure.low, figure.high
    if high is None:
        return Shape.AT_LEAST, low, None
    if low is None or (low == 0 and figure.kind is FigureKind.BOUND):
        return Shape.AT_MOST, None, high
    return (Shape.POINT if low == high else Shape.RANGE), low, high


def _spans_widely(entries: tuple[Entry, ...]) -> bool:
    ends = [end for entry in entries for end in (entry.low, entry.high) if end is not None and end > 0]
    return bool(ends) and max(ends) > LOG_FROM * min(ends)


def moment_of(issued: str | None) -> datetime | None:
    """The date, or date and time as it reads on the statement's own clock, without its offset."""
    if issued is None:
        return None
    try:
        return datetime.fromisoformat(issued).replace(tzinfo=None)
    except ValueError:
        return None


def _described(entry: Entry) -> str:
    if f"{entry.read_as}, ".startswith(f"{entry.said}, "):
        return entry.read_as
    if entry.read_as == "no figure":
        return entry.said
    return f"{entry.said}, {words.in_sentence(entry.read_as)}"
