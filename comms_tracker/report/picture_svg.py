"""What the chart's library draws, written anew as an SVG that holds shapes and letters and nothing else.

Only known elements and attributes pass, each value through ``escape.text``: no script, link, style sheet or event that
a statement's words might have smuggled in can be in the picture. What nobody sees (the places that answer a pointer,
empty paths, labels of single marks) is left out: the picture has one description as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.report import escape

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({"g", "path", "line", "rect", "circle", "text", "tspan"})
_ATTRIBUTES = frozenset(
    {
        *("d", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "r", "transform", "opacity"),
        *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-miterlimit"),
        *("font-size", "font-weight", "text-anchor"),
    }
)
_PAINT = ("fill", "stroke")
_SAFE_VALUE = re.compile(r"[\w#%().,+ \-]*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The inside of a picture as SVG, and its size in pixels of a ninety-sixth of an inch."""

    inside: str
    width: float
    height: float


def redrawn(svg: str, colours: Mapping[str, str]) -> Drawing:
    """The drawing in ``svg`` with nothing in it that is not drawn; ``colours`` gives a colour its CSS value.

    Raises ValueError where it is no SVG, or has a size that is no number.
    """
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        root = fromstring(svg)
    except ParseError as error:
        raise ValueError(f"the chart is no SVG: {error}") from None
    inside = "".join(part for child in root for part in _element(child, colours) if child.get("fill") != "white")
    return Drawing(inside, float(root.get("width", "")), float(root.get("height", "")))


def _element(element: Element, colours: Mapping[str, str]) -> Iterator[str]:
    name = element.tag.removeprefix(_NAMESPACE)
    if name not in _ELEMENTS or _unseen(element):
        return
    inside = [part for child in element for part in _element(child, colours)]
    words = escape.text(element.text or "") if name in ("text", "tspan") else ""
    if name in ("g", "text") and not inside and not words:
        return
    yield f"<{name}{''.join(_attributes(element, colours))}>"
    yield words
    yield from inside
    yield f"</{name}>"


def _unseen(element: Element) -> bool:
    without_paint = element.tag == f"{_NAMESPACE}path" and not (element.get("fill") or element.get("stroke"))
    return element.get("opacity") == "0" or element.get("display") == "none" or without_paint


def _attributes(element: Element, colours: Mapping[str, str]) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name in _PAINT and value in colours:
            yield f' style="{name}:{colours[value]}"'
        elif name in _ATTRIBUTES and _SAFE_VALUE.fullmatch(value):
            yield f' {name}="{escape.text(value)}"'
