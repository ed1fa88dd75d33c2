"""A timeline as an Altair chart, for the app and for print."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil, floor, log1p, log10
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from comms_tracker.report import numbers
from comms_tracker.report.headings import within_a_line
from comms_tracker.report.timeline import Entry, Part, Shape, Timeline, moment_of
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
class Drawn:
    """An entry on its way into the picture: its place across, where its band ends, and its words with their spot.

    ``x`` is a moment as ISO text where the line is dated, else the statement's number; ``usually`` is what a vague word
    is usually read as, empty for other figures.
    """

    entry: Entry
    x: str | int
    until: str | float
    label: str
    usually: str
    spot: Spot = Spot.NOWHERE

    @property
    def label_at(self) -> float:
        """Where on the axis of numbers its words belong: at its upper end where it has one."""
        at = self.entry.high if self.entry.high is not None else self.entry.low
        assert at is not None
        return at

    def values(self, bottom: float, top: float) -> dict[str, str | float | None]:
        """The same as Vega-Lite takes it, an open end drawn to the end of the axis from ``bottom`` to ``top``."""
        entry = self.entry
        to = top if entry.shape is Shape.AT_LEAST else entry.high
        start = bottom if entry.shape is Shape.AT_MOST else entry.low
        return {
            **{"x": self.x, "until": self.until, "from": start, "to": to},
            **{"date": entry.date, "said": entry.said, "read_as": entry.read_as, "source": entry.source},
            **{"label": self.label, "usually": self.usually, "label_at": self.label_at, "spot": self.spot.value},
            **{"shape": entry.shape.value, "part": entry.part.value},
            "tip": to if entry.shape is Shape.AT_LEAST else start,
        }


TOOLTIP = {"date": "Date", "said": "Said", "read_as": "Read as", "source": "Source"}


def chart(
    line: Timeline, ink: str = "#1d2228", soft: str = "#565d66", height: int = 260, width: int = 640
) -> altair.LayerChart:
    """The timeline as an Altair chart, ``ink`` and ``soft`` the colours of its letters and axes.

    ``width`` is about how wide it will be shown, in pixels: letters are placed so that they keep clear of each other.

    Raises ValueError where nothing can be drawn.
    """
    import altair as alt

    if not line.drawable:
        raise ValueError("no entry of this timeline has a number to draw")
    entries = _drawn(line)
    scale = _scale(line, entries)
    bottom, top = scale["domain"]
    across, axis = _across(line, entries)
    entries = _with_spots(entries, scale, across, width, height)
    time = "T" if line.dated else "Q"
    colour = alt.Color(
        "part:N", scale=alt.Scale(domain=[part.value for part in Part], range=[BLUE, ORANGE, GREY]), legend=None
    )
    hover = [alt.Tooltip(f"{field}:N", title=title) for field, title in TOOLTIP.items()]
    ticks: dict[str, Any] = {"values": _steps(bottom, top)} if line.log else {"tickCount": 5}
    numbers_axis = alt.Axis(**ticks, format="~s" if top >= 1e6 else ",~f", title=None, domain=False)
    base: Any = alt.Chart({"values": [one.values(bottom, top) for one in entries]}).encode(
        x=f"x:{time}", color=colour, tooltip=hover
    )
    # An unseen layer comes first and alone carries scales and axes, so that no two layers can disagree about them;
    # it also makes the place that answers the pointer wide enough to hit.
    layers = [
        base.mark_point(size=900, opacity=0, filled=True).encode(
            x=alt.X(f"x:{time}", scale=alt.Scale(**across), axis=alt.Axis(**axis), title=None),
            y=alt.Y("label_at:Q", scale=alt.Scale(**scale), axis=numbers_axis),
        )
    ]

    def only(*shapes: Shape) -> Any:
        return base.transform_filter(alt.FieldOneOfPredicate(field="shape", oneOf=[shape.value for shape in shapes]))

    def end(at: str, *shapes: Shape) -> Any:
        return only(*shapes).mark_tick(thickness=3, size=18, orient="horizontal").encode(y=f"{at}:Q")

    def arrow(way: str, shape: Shape) -> Any:
        return only(shape).mark_point(shape=way, size=130, filled=True, opacity=1).encode(y="tip:Q")

    present = {one.entry.shape for one in entries}
    if Shape.BAND in present:
        band = only(Shape.BAND).mark_rect(fillOpacity=0.35, strokeWidth=1.5, strokeOpacity=1)
        layers.append(band.encode(y="from:Q", y2="to:Q", x2=f"until:{time}", stroke=colour))
    if lines := present & {Shape.RANGE, Shape.AT_LEAST, Shape.AT_MOST}:
        layers.append(only(*lines).mark_rule(strokeWidth=4).encode(y="from:Q", y2="to:Q"))
    if Shape.RANGE in present:
        layers += [end("from", Shape.RANGE), end("to", Shape.RANGE)]
    if Shape.AT_LEAST in present:
        layers += [end("from", Shape.AT_LEAST), arrow("triangle-up", Shape.AT_LEAST)]
    if Shape.AT_MOST in present:
        layers += [end("to", Shape.AT_MOST), arrow("triangle-down", Shape.AT_MOST)]
    if Shape.POINT in present:
        layers.append(only(Shape.POINT).mark_point(filled=True, size=140, opacity=1).encode(y="from:Q"))
    layers += _letters(base, {one.spot for one in entries}, ink, soft)
    drawn: altair.LayerChart = (
        alt.layer(*layers)
        .properties(height=height)
        .configure_axis(labelColor=soft, labelFontSize=13, gridOpacity=0.6, tickColor=soft)
    )
    return drawn


def _letters(base: Any, taken: Collection[Spot], ink: str, soft: str) -> list[Any]:
    """The figures' own words at the spots ``taken``; a band has a second line, with what it is usually read as."""
    name = {"fontSize": 14, "fontWeight": 600, "color": ink}
    second = {
        "fontSize": 13,
        "fontWeight": 400,
        "color": soft,
        "align": "left",
        "baseline": "bottom",
        "dx": 2,
        "dy": -7,
    }
    layers = [(spot, {**name, **place}, "label") for spot, place in _PLACES.items() if spot in taken]
    layers += [(spot, {**_PLACES[spot], **second, "dy": -7}, "usually") for spot in ON_A_BAND if spot in taken]
    return [
        base.transform_filter(f"datum.spot == '{spot.value}'")
        .mark_text(**style)
        .encode(y="label_at:Q", text=f"{field}:N", color={"value": style["color"]})
        for spot, style, field in layers
    ]


def _with_spots(
    entries: Sequence[Drawn], scale: dict[str, Any], across: dict[str, Any], width: int, height: int
) -> list[Drawn]:
    """The entries, each with the spot where its words stand."""
    wide = width - AXIS
    labels = [
        Label(
            text=max(one.label, one.usually, key=len),
            x=wide * _share(one.x, [_place(end) for end in across["domain"]]),
            y=height * (1 - _height(one.label_at, scale)),
            choices=_CHOICES[one.entry.shape],
            leads=one.entry.part is not Part.OTHER,
        )
        for one in entries
    ]
    return [replace(one, spot=spot) for one, spot in zip(entries, spots(labels, wide, height), strict=True)]


def _share(x: Any, domain: list[float]) -> float:
    """How far along the axis of time a place is, from 0 to 1."""
    return (_place(x) - domain[0]) / (domain[1] - domain[0])


def _place(x: Any) -> float:
    """A place in time as a number: a moment in one of its two forms, or a statement's number."""
    if isinstance(x, dict):
        return datetime(x["year"], x["month"], x["date"], x["hours"], x["minutes"]).timestamp()
    return datetime.fromisoformat(x).timestamp() if isinstance(x, str) else float(x)


def _height(value: float, scale: dict[str, Any]) -> float:
    """How far up the axis of numbers a value is, from 0 to 1."""
    turn = {"log": log10, "symlog": log1p}.get(scale.get("type", ""), float)
    low, high = (turn(end) for end in scale["domain"])
    return (turn(value) - low) / (high - low)


def _drawn(line: Timeline) -> list[Drawn]:
    """The entries that can be drawn, each with its place across and where its band ends."""
    drawn = []
    for entry in line.entries:
        if entry.shape is Shape.NOT_DRAWN:
            continue
        x: str | int = entry.position
        until: str | float = entry.position + 0.5
        moment = moment_of(entry.issued)
        if line.dated and moment is not None:
            x = moment.isoformat()
            until = (moment + _band_width(line)).isoformat()
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


def _scale(line: Timeline, entries: Sequence[Drawn]) -> dict[str, Any]:
    """The scale of the numbers: from nothing where it is linear, with room for labels and open ends above."""
    ends = [end for one in entries for end in (one.entry.low, one.entry.high) if end is not None]
    top, bottom = max(ends), min(ends)
    if not line.log:
        return {"domain": [min(bottom, 0), top * 1.3 if top > 0 else 1], "nice": False}
    if bottom > 0:
        return {"type": "log", "domain": [bottom / 2, top * 4], "nice": False}
    return {"type": "symlog", "constant": 1, "domain": [0, top * 4], "nice": False}


def _steps(bottom: float, top: float) -> list[float]:
    """The powers of ten on a logarithmic scale; a scale that begins at nought has that and the powers from one up."""
    lowest = floor(log10(bottom)) if bottom > 0 else 0
    powers = [10.0**power for power in range(lowest, ceil(log10(top)) + 1)]
    return ([] if bottom > 0 else [0.0]) + [step for step in powers if bottom <= step <= top]


def _across(line: Timeline, entries: Sequence[Drawn]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Scale and axis of time: ticks at the statements' own dates, or their numbers where a date is missing."""
    axis: dict[str, Any] = {"grid": False, "labelFlush": False, "ticks": True}
    if not line.dated:
        places = sorted({one.entry.position for one in entries})
        axis |= {"values": places, "labelExpr": "'Statement ' + (datum.value + 1)"}
        return {"domain": [-0.25, places[-1] + 1]}, axis
    moments = sorted({moment for entry in line.entries if (moment := moment_of(entry.issued)) is not None})
    whole = max(moments[-1] - moments[0], timedelta(days=2))
    domain = [_vega_moment(moments[0] - whole / 12), _vega_moment(moments[-1] + whole / 2.6)]
    axis |= {"format": "%-d %b %Y", "labelAlign": "left", "labelOffset": 0}
    axis |= {"values": [_vega_moment(moment) for moment in moments]} if len(moments) <= 5 else {"tickCount": 5}
    return {"domain": domain}, axis


def _vega_moment(moment: datetime) -> dict[str, int]:
    """A moment as Vega-Lite's own date, which is not shifted by the time zone of the browser."""
    day = moment.date()
    return {
        "year": day.year, "month": day.month, "date": day.day, "hours": moment.hour, "minutes": moment.minute
    }  # fmt: skip
