"""A timeline as an Altair chart, for a picture in a page or in print; the app draws its own with HTML."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from comms_tracker.report import numbers
from comms_tracker.report.excerpts import Tone
from comms_tracker.report.headings import within_a_line
from comms_tracker.report.timeline import Entry, Shape, Timeline, moment_of
from comms_tracker.report.timeline_axes import Across, NumberAxis, TimeAxis, number_axis, time_axis
from comms_tracker.report.timeline_labels import (
    BESIDE_A_BAR,
    BESIDE_AN_UPWARD_ARROW,
    INTO_BAND,
    ON_A_BAND,
    ROUND_A_POINT,
    Label,
    Spot,
    spots,
)

if TYPE_CHECKING:
    import altair

BLUE, ORANGE, GREY = "#3a78c9", "#c4631f", "#7b8087"
"""Marks: each has a contrast of at least 3 to 1 on the light and on the dark background (WCAG 2.2, 1.4.11)."""

AXIS = 46
"""Pixels that the axis of numbers takes of the width."""

_PLACES: Mapping[Spot, Mapping[str, Any]] = MappingProxyType(
    {
        Spot.ABOVE: {"align": "left", "baseline": "bottom", "dx": 2, "dy": -10},
        Spot.BELOW: {"align": "left", "baseline": "top", "dx": 2, "dy": 10},
        Spot.ABOVE_LEFT: {"align": "right", "baseline": "bottom", "dx": -2, "dy": -10},
        Spot.BELOW_LEFT: {"align": "right", "baseline": "top", "dx": -2, "dy": 10},
        Spot.RIGHT: {"align": "left", "baseline": "middle", "dx": 14},
        Spot.LEFT: {"align": "right", "baseline": "middle", "dx": -14},
        Spot.OVER_BAND: {"align": "left", "baseline": "bottom", "dx": 2, "dy": -24},
        Spot.OVER_BAND_LEFT: {"align": "right", "baseline": "bottom", "dx": INTO_BAND, "dy": -24},
    }
)
"""How letters are set at each spot."""

_CHOICES: Mapping[Shape, tuple[Spot, ...]] = MappingProxyType(
    {
        Shape.POINT: ROUND_A_POINT,
        Shape.BAND: ON_A_BAND,
        Shape.RANGE: BESIDE_A_BAR,
        Shape.AT_MOST: BESIDE_A_BAR,
        Shape.AT_LEAST: BESIDE_AN_UPWARD_ARROW,
    }
)


@dataclass(frozen=True, slots=True)
class Style:
    """Colours of the letters (``ink``) and of the axes (``soft``), and the whole picture's size in pixels."""

    ink: str
    soft: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """An entry on its way into the picture: its place across, where its band ends, and its words with their spot.

    ``usually`` is what a vague word is usually read as, empty for other figures.
    """

    entry: Entry
    x: Across
    until: Across
    label: str
    usually: str
    spot: Spot = Spot.NOWHERE

    @property
    def label_at(self) -> float:
        """Where on the axis of numbers its words belong: at its upper end where it has one."""
        at = self.entry.high if self.entry.high is not None else self.entry.low
        assert at is not None
        return at

    def values(self, axis: NumberAxis) -> dict[str, str | float | None]:
        """The same as Vega-Lite takes it, an open end drawn to the end of the axis."""
        entry = self.entry
        to = axis.top if entry.shape is Shape.AT_LEAST else entry.high
        start = axis.bottom if entry.shape is Shape.AT_MOST else entry.low
        return {
            **{"x": _iso(self.x), "until": _iso(self.until), "from": start, "to": to},
            **{"label": self.label, "usually": self.usually, "label_at": self.label_at, "spot": self.spot.value},
            **{"shape": entry.shape.value, "tone": entry.tone.value},
            "tip": to if entry.shape is Shape.AT_LEAST else start,
        }


def chart(line: Timeline, style: Style) -> altair.LayerChart:
    """The timeline as an Altair chart, its letters placed so that they keep clear of each other.

    Raises ValueError where nothing can be drawn.
    """
    import altair as alt

    if not line.drawable:
        raise ValueError("no entry of this timeline has a number to draw")
    entries = _drawn(line)
    up, across = number_axis(line), time_axis(line, [one.entry.position for one in entries])
    entries = _with_spots(entries, up, across, style)
    time = "T" if line.dated else "Q"
    colour = alt.Color(
        "tone:N", scale=alt.Scale(domain=[tone.value for tone in Tone], range=[BLUE, ORANGE, GREY]), legend=None
    )
    base: Any = alt.Chart({"values": [one.values(up) for one in entries]}).encode(x=f"x:{time}", color=colour)
    # An unseen layer comes first and alone carries scales and axes, so that no two layers can disagree about them.
    axes = base.mark_point(opacity=0).encode(
        x=alt.X(f"x:{time}", scale=alt.Scale(**across.vega_scale()), axis=alt.Axis(**across.vega_axis()), title=None),
        y=alt.Y("label_at:Q", scale=alt.Scale(**up.vega_scale()), axis=alt.Axis(**up.vega_axis())),
    )
    marks = _marks(base, {one.entry.shape for one in entries}, f"until:{time}", colour)
    letters = _letters(base, {one.spot for one in entries}, style)
    drawn: altair.LayerChart = (
        alt.layer(axes, *marks, *letters)
        .properties(height=style.height)
        .configure_axis(labelColor=style.soft, labelFontSize=13, gridOpacity=0.6, tickColor=style.soft)
    )
    return drawn


def _marks(base: Any, present: Collection[Shape], until: str, colour: Any) -> Iterator[Any]:
    """The layers of the shapes that are present; ``until`` is the field where bands end."""
    import altair as alt

    def only(*shapes: Shape) -> Any:
        return base.transform_filter(alt.FieldOneOfPredicate(field="shape", oneOf=[shape.value for shape in shapes]))

    def end(at: str, shape: Shape) -> Any:
        return only(shape).mark_tick(thickness=3, size=18, orient="horizontal").encode(y=f"{at}:Q")

    def arrow(way: str, shape: Shape) -> Any:
        return only(shape).mark_point(shape=way, size=130, filled=True, opacity=1).encode(y="tip:Q")

    if Shape.BAND in present:
        band = only(Shape.BAND).mark_rect(fillOpacity=0.35, strokeWidth=1.5, strokeOpacity=1)
        yield band.encode(y="from:Q", y2="to:Q", x2=until, stroke=colour)
    if lines := {Shape.RANGE, Shape.AT_LEAST, Shape.AT_MOST} & set(present):
        yield only(*lines).mark_rule(strokeWidth=4).encode(y="from:Q", y2="to:Q")
    if Shape.RANGE in present:
        yield from (end("from", Shape.RANGE), end("to", Shape.RANGE))
    if Shape.AT_LEAST in present:
        yield from (end("from", Shape.AT_LEAST), arrow("triangle-up", Shape.AT_LEAST))
    if Shape.AT_MOST in present:
        yield from (end("to", Shape.AT_MOST), arrow("triangle-down", Shape.AT_MOST))
    if Shape.POINT in present:
        yield only(Shape.POINT).mark_point(filled=True, size=140, opacity=1).encode(y="from:Q")


def _letters(base: Any, taken: Collection[Spot], style: Style) -> list[Any]:
    """The figures' own words at the spots ``taken``; a band has a second line, with what it is usually read as."""
    name = {"fontSize": 14, "fontWeight": 600, "color": style.ink}
    second = {"fontSize": 13, "fontWeight": 400, "color": style.soft}
    second |= {"align": "left", "baseline": "bottom", "dx": 2, "dy": -7}
    layers = [(spot, {**name, **place}, "label") for spot, place in _PLACES.items() if spot in taken]
    layers += [(spot, {**_PLACES[spot], **second}, "usually") for spot in ON_A_BAND if spot in taken]
    return [
        base.transform_filter(f"datum.spot == '{spot.value}'")
        .mark_text(**letters)
        .encode(y="label_at:Q", text=f"{field}:N", color={"value": letters["color"]})
        for spot, letters, field in layers
    ]


def _with_spots(entries: Sequence[Drawn], up: NumberAxis, across: TimeAxis, style: Style) -> list[Drawn]:
    """The entries, each with the spot where its words stand."""
    wide = style.width - AXIS
    labels = [
        Label(
            text=max(one.label, one.usually, key=len),
            x=wide * across.along(one.x),
            y=style.height * (1 - up.up(one.label_at)),
            choices=_CHOICES[one.entry.shape],
            leads=one.entry.tone is not Tone.OTHER,
        )
        for one in entries
    ]
    return [replace(one, spot=spot) for one, spot in zip(entries, spots(labels, wide, style.height), strict=True)]


def _drawn(line: Timeline) -> list[Drawn]:
    """The entries that can be drawn, each with its place across and where its band ends."""
    drawn = []
    for entry in line.drawable:
        x: Across = entry.position
        until: Across = entry.position + 0.5
        moment = moment_of(entry.issued)
        if line.dated and moment is not None:
            x, until = moment, moment + _band_width(line)
        label, usually = within_a_line(entry.said), ""
        if entry.shape is Shape.BAND:
            label = f"“{label}”"
            usually = f"usually {numbers.interval_words(entry.low, entry.high, line.unit)}"
        drawn.append(Drawn(entry, x, until, label, usually))
    return drawn


def _band_width(line: Timeline) -> timedelta:
    """A third of the whole time shown, so that a band is a band and its end is not taken for a date."""
    moments = [moment for entry in line.entries if (moment := moment_of(entry.issued)) is not None]
    return max((max(moments) - min(moments)) / 3, timedelta(days=1))


def _iso(place: Across) -> str | float:
    return place.isoformat() if isinstance(place, datetime) else place
