"""The figure over time as a picture that stands alone: for a page, and as SVG or PNG at print size.

It is a chart (``timeline_chart``) with a title, what its shapes mean, a source line and a description in words for
those who cannot see it. It is drawn on this computer: nothing is fetched, letters included.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comms_tracker import __version__
from comms_tracker.records import Change, Comparison
from comms_tracker.report import escape, words
from comms_tracker.report.bylines import how_often, organisations
from comms_tracker.report.headings import heading
from comms_tracker.report.picture_svg import Drawing, redrawn
from comms_tracker.report.timeline import Timeline, series_of, timeline
from comms_tracker.report.timeline_chart import Style, chart
from comms_tracker.report.timeline_words import legend_words

INK, SOFT = "#1d2228", "#565d66"
_GRID, _AXIS = "#ddd", "#888"
"""The colours that the chart's library gives to grid and axis of time by itself."""

THEMED = {INK: "var(--ink)", SOFT: "var(--soft)", _GRID: "var(--rule)", _AXIS: "var(--soft)"}
"""For a picture within a page, which has these colours in a light and a dark form."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Liberation Sans comes with the library that draws; Arial has the same widths."""

PIXELS_A_MM = 96 / 25.4
WIDTH_MM = 170
"""170 mm is what an A4 page holds between its margins."""
DOTS_AN_INCH = 300
_MARGIN = 12
_TITLE, _BYLINE, _SMALL = 18, 13, 11
_LEADING = 1.3
_LETTER = 0.5
"""Width of a letter in its own height, on average: lines are broken by it, with some room to spare."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A series over time with the words around it; ``about`` says who spoke and when, ``source`` who read it how."""

    title: str
    about: str
    line: Timeline
    legend: str
    source: str

    @property
    def alternative(self) -> str:
        """All that the picture says, in words."""
        return f"{self.title}. {self.line.description} {self.source}"


def picture(comparison: Comparison, change: Change) -> Picture | None:
    """The picture of the series that the change belongs to; None where there are not two figures to draw."""
    series = series_of(comparison, change.later, change.earlier)
    if series is None:
        return None
    line = timeline(comparison, series, change.earlier, change.later)
    if len(line.drawable) < 2:
        return None
    shown = tuple(
        replace(entry, said=escape.plain(entry.said), date=escape.plain(entry.date)) for entry in line.entries
    )
    line = replace(line, entries=shown)
    earlier, later = (None if one is None else comparison.claim(one) for one in (change.earlier, change.later))
    who = words.listed(organisations(comparison.statements)) or comparison.incident or words.NO_INCIDENT
    return Picture(
        title=escape.plain(heading(earlier, later)),
        about=escape.plain(f"{who}: {how_often(comparison.statements)}"),
        line=line,
        legend=legend_words(line),
        source=escape.plain(
            f"Source: statements of {who}, {_days(line)}; read and linked by comms-tracker {__version__}; "
            f"{words.STATUS[change.status]}."
        ),
    )


def _days(line: Timeline) -> str:
    days = list(dict.fromkeys(entry.date for entry in line.entries))
    return words.listed(days) if len(days) <= 4 else f"{days[0]} to {days[-1]}"


def within_page(shown: Picture) -> str:
    """The picture as an SVG element for a page of HTML that has its colours as ``--ink``, ``--soft`` and ``--rule``."""
    drawn = _drawn(shown.line, 640, 260, THEMED)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 0 {drawn.width + 6:g} {drawn.height:g}" role="img" '
        f'aria-label="{escape.text(shown.line.description)}" font-family="{FONT}">{drawn.inside}</svg>'
    )


def svg(shown: Picture, width_mm: float = WIDTH_MM) -> str:
    """The picture as an SVG file of this width in print, ending in a line end."""
    width = width_mm * PIXELS_A_MM
    drawn = _drawn(shown.line, width - 2 * _MARGIN, max(260, width * 0.4), {})
    head = _lines(shown.title, _TITLE, width) + _lines(shown.about, _BYLINE, width)
    foot = _lines(shown.legend, _SMALL, width) + _lines(shown.source, _SMALL, width)
    at = _MARGIN + _height(head) + 10
    below = at + drawn.height + 8
    body = (
        f'{_letters(head, _MARGIN)}<g transform="translate({_MARGIN},{at:g})">{drawn.inside}</g>{_letters(foot, below)}'
    )
    height = below + _height(foot) + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:g}mm" height="{height / PIXELS_A_MM:.2f}mm" '
        f'viewBox="0 0 {width:.2f} {height:.2f}" role="img" aria-labelledby="title description" '
        f'font-family="{FONT}">\n<title id="title">{escape.text(shown.title)}</title>\n'
        f'<desc id="description">{escape.text(shown.alternative)}</desc>\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def png(shown: Picture, width_mm: float = WIDTH_MM) -> bytes:
    """The picture as a PNG of this width at 300 dots an inch, its description in the file."""
    from vl_convert import svg_to_png

    drawn: bytes = svg_to_png(svg(shown, width_mm), scale=DOTS_AN_INCH / 96, ppi=72)
    return with_facts(drawn, {"Title": shown.title, "Description": shown.alternative})


def _drawn(line: Timeline, width: float, height: float, colours: dict[str, str]) -> Drawing:
    """The chart alone; ``width`` is that of all of it, axis included."""
    from vl_convert import vegalite_to_svg

    size = {"width": round(width), "autosize": {"type": "fit"}, "padding": 0}
    spec = chart(line, Style(INK, SOFT, round(width), round(height))).properties(**size)
    return redrawn(vegalite_to_svg(spec.to_json(), allowed_base_urls=[]), colours)


def _lines(text: str, size: int, width: float) -> list[tuple[str, int]]:
    """The text broken into lines that fit, each with the size of its letters; the largest ones are a title's."""
    letters = max(10, int((width - 2 * _MARGIN) / (size * _LETTER)))
    return [(line, size) for line in textwrap.wrap(text, letters)]


def _height(lines: Sequence[tuple[str, int]]) -> float:
    return sum(size * _LEADING for _, size in lines)


def _letters(lines: Sequence[tuple[str, int]], down: float) -> str:
    made = []
    for line, size in lines:
        down += size * _LEADING
        look = f'font-weight="700" fill="{INK}"' if size == _TITLE else f'fill="{SOFT}"'
        made.append(f'<text x="{_MARGIN}" y="{down:.1f}" font-size="{size}px" {look}>{escape.text(line)}</text>')
    return "".join(made)


def with_facts(image: bytes, facts: dict[str, str]) -> bytes:
    """A PNG with the facts as text of its own (iTXt, UTF-8) and its resolution, behind its first chunk."""
    from struct import pack
    from zlib import crc32

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))

    dots_a_metre = round(DOTS_AN_INCH / 0.0254)
    made = chunk(b"pHYs", pack(">IIB", dots_a_metre, dots_a_metre, 1))
    for name, told in facts.items():
        made += chunk(b"iTXt", name.encode("latin-1") + b"\0\0\0\0\0" + told.encode("utf-8", "replace"))
    first = 8 + 25
    return image[:first] + made + _without(image[first:], b"pHYs")


def _without(chunks: bytes, kind: bytes) -> bytes:
    """The chunks but those of this kind."""
    kept, here = [], 0
    while here < len(chunks):
        end = here + 12 + int.from_bytes(chunks[here : here + 4], "big")
        if chunks[here + 4 : here + 8] != kind:
            kept.append(chunks[here:end])
        here = end
    return b"".join(kept)
