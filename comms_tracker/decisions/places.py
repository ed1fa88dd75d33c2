"""The places of words and figures that a person names, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from comms_tracker.errors import DecisionError
from comms_tracker.quantities import read_figures
from comms_tracker.records import Claim, Figure, Statement

PERCENT = "percent"


def words_in(statement: Statement, words: str, at: int | None = None) -> tuple[int, int]:
    """Where the words stand in the statement; white space may differ, and ``at`` names one of several places.

    Raises DecisionError where they stand nowhere, or at several places and none is named.
    """
    found = occurrences(words, statement.text, 0, len(statement.text))
    if at is not None:
        found = [span for span in found if span[0] == at]
    if not found:
        where = "" if at is None else f" at {at}"
        refuse(f"“{words}” does not stand in {statement.id}{where}. Give the words exactly as they stand there.")
    if len(found) > 1:
        places = ", ".join(str(start) for start, _ in found)
        refuse(f"“{words}” stands in {statement.id} {len(found)} times. Say which with --at: {places}.")
    return found[0]


def figure_in(
    statement: Statement, span: tuple[int, int], words: str | None, value: str | None, before: Figure | None
) -> Figure | None:
    """The figure that the words give in a span of the statement, read as ``value`` or as the program reads it.

    Without ``words`` it is the span's only figure, or None where it has none. ``before`` is the claim's figure so far.
    """
    here = [figure for figure in read_figures(statement.text) if span[0] <= figure.start and figure.end <= span[1]]
    if words is None:
        if len(here) > 1:
            listed = ", ".join(f"“{figure.text}”" for figure in here)
            refuse(f"These words have several figures: {listed}. Say which with --figure.")
        if not here:
            if value is not None:
                refuse("These words have no figure that the program can see. Say which of them give it with --figure.")
            return None
        place = here[0].start, here[0].end
    else:
        place = _only(words, statement, span)
    same = next((figure for figure in here if (figure.start, figure.end) == place), None)
    if value is not None:
        same = figure_of_value(value, before.unit if before else None)
    elif same is None and words is not None:
        same = _read(words)
    if same is None:
        refuse(f"“{words}” can't be read as a figure. Say how it is to be read with --value.")
    return replace(same, text=statement.text[slice(*place)], start=place[0], end=place[1])


def figure_of_value(value: str, unit: str | None) -> Figure:
    """The figure that a person's own words give; where they name no unit, it is the one that the figure had.

    Raises DecisionError where they are not one figure.
    """
    figure = _read(value)
    if figure is not None and figure.unit is None and unit is not None:
        figure = _read(f"{value} per cent") if unit == PERCENT else replace(figure, unit=unit)
    if figure is None:
        refuse(
            f"“{value}” can't be read as one figure. Write it as a text would: 1,360; about 400; more than 800; "
            "between 12 and 20; 2.5 per cent; £3m."
        )
    return figure


def occurrences(words: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Every place of the words between two offsets; white space may differ."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [found.span() for found in re.compile(pattern).finditer(text, start, end)] if pattern else []


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters two stretches of a text have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def claim_words(claim: Claim) -> str:
    """The claim's words between quotation marks, with the statement that they stand in."""
    return f"“{claim.text}” in {claim.statement}"


def _read(value: str) -> Figure | None:
    found: Sequence[Figure] = read_figures(value)
    whole = [figure for figure in found if figure.text == value.strip()]
    return whole[0] if len(whole) == 1 else None


def _only(words: str, statement: Statement, span: tuple[int, int]) -> tuple[int, int]:
    found = occurrences(words, statement.text, *span)
    inside = statement.text[slice(*span)]
    if not found:
        refuse(f"“{words}” does not stand in “{inside}”. Give the figure's words exactly as they stand there.")
    if len(found) > 1:
        refuse(f"“{words}” stands {len(found)} times in “{inside}”. Give more of the words around it.")
    return found[0]


def refuse(why: str) -> NoReturn:
    """Raises DecisionError with the reason, and that nothing was stored."""
    raise DecisionError(f"{why} Nothing was stored.")
