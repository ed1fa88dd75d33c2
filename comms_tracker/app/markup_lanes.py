"""The timeline of an incident as HTML: lanes of marks, each placed by a share of its lane, to fit any window."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.app import markup
from comms_tracker.app import words as shared
from comms_tracker.app.views.lane_room import least_width, runs_inwards
from comms_tracker.app.views.lanes import Lane, LaneBreak, LaneLine, LaneMark, Lanes
from comms_tracker.app.words import incident as words
from comms_tracker.report import escape, titles
from comms_tracker.report.timeline import Shape
from comms_tracker.report.timeline_words import unit_name


def timeline(drawn: Lanes, tall: bool = False) -> str:
    """The days and the lanes, taller where one stands alone; on a narrow page they scroll sideways in their frame."""
    days, guides = [], []
    for place, day in drawn.days:
        days.append(f'<span class="ct-day{_side(place)}" style="left:{place:.2f}%">{escape.text(day)}</span>')
        guides.append(f'<span class="ct-guide" style="left:{place:.2f}%"></span>')
    lanes = "".join(_lane(lane, "".join(guides)) for lane in drawn.lanes)
    size = " ct-lanes-tall" if tall else ""
    return (
        f'<div class="ct-lanes{size}" tabindex="0" role="group" aria-label="{words.TIMELINE}">'
        f'<div class="ct-lanes-in" style="min-width:{least_width(drawn):.1f}rem">'
        f'<div class="ct-days" aria-hidden="true">{"".join(days)}</div>{lanes}</div></div>'
    )


def _lane(lane: Lane, guides: str) -> str:
    unit = [unit_name(lane.line.unit)] if lane.line.unit else []
    about = ", ".join([*unit, *([words.LOG] if lane.line.log else [])])
    told = f' <span class="ct-count">({escape.text(about)})</span>' if about else ""
    inside = "".join(
        [guides, *map(_line, lane.lines), *map(_break, lane.breaks), *(_mark(mark) for mark in lane.marks)]
    )
    return (
        f'<h3 class="ct-lane-title">{escape.text(lane.title)}{told}</h3>'
        f'<div class="ct-lane" role="img" aria-label="{escape.text(lane.description)}">{inside}</div>'
    )


def _mark(mark: LaneMark) -> str:
    hover, at = escape.text(mark.hover), f"left:{mark.across:.2f}%;bottom:{mark.low:.2f}%"
    tall = f"{at};height:{max(mark.high - mark.low, 1):.2f}%" if mark.shape in (Shape.BAND, Shape.RANGE) else at
    said = f"left:{mark.across:.2f}%;bottom:{mark.low if mark.beneath else mark.high:.2f}%"
    beneath = " ct-beneath" if mark.beneath else ""
    usual = f'<span class="ct-usual">{escape.text(mark.usual)}</span>' if mark.usual else ""
    return (
        f'<span class="{SHAPE[mark.shape]} ct-of-{mark.tone}" style="{tall}" title="{hover}"></span>'
        f'<span class="ct-said{_side(mark.across)}{beneath}" style="{said}" title="{hover}">'
        f"{escape.text(mark.said)}{usual}</span>"
    )


def _side(across: float) -> str:
    """The class of words near the edge, which must not run over it."""
    side = runs_inwards(across)
    return f" ct-{side}" if side else ""


THICK = 0.6
"""Half the thickness of a line, in hundredths of the lane's height."""

SHAPE = {
    Shape.POINT: "ct-dot",
    Shape.BAND: "ct-band",
    Shape.RANGE: "ct-bar",
    Shape.AT_LEAST: "ct-open ct-open-up",
    Shape.AT_MOST: "ct-open ct-open-down",
}


def _line(line: LaneLine) -> str:
    (left, right), (start, end) = line.across, line.height
    upper, lower = (
        [f"{x:.2f}% {100 - y + thick:.2f}%" for x, y in ((left, start), (right, end))] for thick in (-THICK, THICK)
    )
    corners = ", ".join([*upper, *reversed(lower)])
    return f'<span class="ct-step" style="clip-path:polygon({corners})"></span>'


def _break(one: LaneBreak) -> str:
    label, place = escape.text(one.label), " ct-above" if one.above else ""
    return f'<span class="ct-break{place}" style="left:{one.across:.2f}%" title="{label}"><span>{label}</span></span>'


def told(lanes: Iterable[Lane]) -> str:
    """Lanes in words: under the name of each what was said on which day."""
    return "".join(
        f'<h3 class="ct-lane-title">{escape.text(lane.title)}</h3>'
        + markup.plain_list(words.ON_A_DAY.format(date=entry.date, said=entry.said) for entry in lane.line.entries)
        for lane in lanes
    )


def table(drawn: Lanes) -> str:
    """The same as a table: every figure of every lane with its day, its words and how it is read."""
    rows = [
        (lane.title, entry.date, entry.said, entry.read_as, entry.source)
        for lane in drawn.every
        for entry in lane.line.entries
    ]
    columns = (words.COLUMN_ABOUT, titles.COLUMN_DATE, titles.COLUMN_SAID, titles.COLUMN_READ, shared.COLUMN_SOURCE)
    return markup.table(columns, rows, titles.PICTURE_TABLE)
