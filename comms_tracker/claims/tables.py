"""Rows of Markdown tables: the label and the column's head say what is counted and for which period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comms_tracker.calendar_names import MONTH, WEEKDAY
from comms_tracker.claims import measures, periods
from comms_tracker.claims.events import events
from comms_tracker.claims.grammar import grammar
from comms_tracker.claims.periods import basis_of
from comms_tracker.claims.segments import Segment
from comms_tracker.records import Basis, Figure, Measure

SPARE = 20
"""Characters that a cell may hold beside its figure; with more it is a sentence."""
HEADINGS_OF_AMOUNT = frozenset({"number", "total", "figure", "count", "value", "amount", "result", "now"})
LABELS_OF_TIME = re.compile(rf"{WEEKDAY}|{MONTH}|week\b|month\b|total\b|all\b|\d", re.I)


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
        if len(inside) != 1 or end - start > len(inside[0].text) + SPARE:
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


def cell_measure(cell: Cell) -> Measure:
    """What a cell measures: its label and its column's head, of which one is what is counted, the other its scope."""
    dated = cell.column != "" and periods.PERIOD.search(cell.column) is not None
    named = (
        cell.column != "" and not dated and measures.singular(cell.column.split()[0].lower()) not in HEADINGS_OF_AMOUNT
    )
    counts, scope = (cell.column, cell.label) if named and heads_count(cell) else (cell.label, cell.column)
    event = event_in(counts) or event_in(cell.label) or event_in(cell.column)
    basis = basis_of(cell.figure, f"{cell.figure.text} {cell.column} {cell.label}", 0, event)
    if basis is None and cell.column.lower().startswith("week"):
        basis = Basis.PERIOD
    restrictions = (cell.label,) if counts is cell.label else (scope,)
    phrase = f"{cell.label} {'' if dated or not named else cell.column}".strip().lower()
    return Measure(event, counted_in(counts), restrictions, basis, cell.column or None, phrase)


def heads_count(cell: Cell) -> bool:
    """Whether the column's head, and not the row's label, says what is counted."""
    if event_in(cell.label.split()[0] if cell.label.split() else "") is not None:
        return True
    first = cell.column.split()[0].lower()
    plural = first.endswith("s") and not first.endswith("ss")
    return plural and (event_in(cell.label) is None or LABELS_OF_TIME.match(cell.label) is not None)


def counted_in(words: str) -> str | None:
    """The singular of what a label or a head counts: its first word that is no event, else its first word."""
    parts = [part for part in re.findall(r"[A-Za-z][\w'-]*", words.lower()) if part not in {"of", "the"}]
    if not parts:
        return None
    plain = next((part for part in parts if part.endswith("s") and not part.endswith("ss")), parts[0])
    return measures.singular(plain)


def event_in(words: str) -> str | None:
    """The event named in a few words: "The following have been cancelled" cancels each bullet of a list."""
    known = events()
    found: list[str] = re.findall(r"[A-Za-z][\w-]*", words.lower())
    irregular = grammar().participles
    for word in reversed(found):
        for form in (
            irregular.get(word, word),
            word.removesuffix("ed"),
            word.removesuffix("d"),
            word.removesuffix("led"),
        ):
            if form in known.group_of:
                return form
    return None
