"""Rows of Markdown tables: the label says what is counted, the column's head says for which period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comms_tracker.claims.segments import Segment
from comms_tracker.records import Figure


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table row, with the row's label and the head of its column; offsets count in the statement."""

    figure: Figure
    start: int
    end: int
    label: str
    column: str


def cells(segment: Segment, figures: Sequence[Figure]) -> Iterator[Cell]:
    """The cells of a row that hold a figure and little else, labelled; the row's label itself gives no cell."""
    bounds = cell_bounds(segment)
    if len(bounds) < 2:
        return
    label_start, label_end = bounds[0]
    label = segment.text[label_start:label_end]
    for index, (start, end) in enumerate(bounds[1:], start=1):
        inside = [
            figure for figure in figures if segment.start + start <= figure.start and figure.end <= segment.start + end
        ]
        if len(inside) != 1 or end - start > len(inside[0].text) + 20:
            continue
        column = segment.columns[index] if index < len(segment.columns) else ""
        yield Cell(inside[0], segment.start + label_start, segment.start + end, label, column)


def cell_bounds(segment: Segment) -> list[tuple[int, int]]:
    """The bounds of each cell's words within the row."""
    bounds: list[tuple[int, int]] = []
    position = segment.text.find("|") + 1
    while True:
        stop = segment.text.find("|", position)
        if stop < 0:
            return bounds
        words = segment.text[position:stop]
        start = position + len(words) - len(words.lstrip())
        bounds.append((start, max(start, position + len(words.rstrip()))))
        position = stop + 1
