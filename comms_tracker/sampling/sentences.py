"""Sentences of statements to code by hand: what a person finds asserted in them, beside what the program read.

A sheet of changes can only show claims that the program saw. A sheet of sentences shows those that it missed as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from comms_tracker.attribution.paragraphs import paragraphs, sentences
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.report import words
from comms_tracker.sampling.drawing import By, Drawn, Unit
from comms_tracker.sampling.rows import CodingRow

BETWEEN = "|"
"""What stands between the words of two claims in one cell; twice where a sentence has one of its own."""

WITH_FIGURE, WITHOUT_FIGURE, NO_CLAIM = "a figure", "a claim without a figure", "no claim"


def sentence_units(comparison: Comparison, by: By) -> Iterator[Unit]:
    """Every sentence of an incident's statements; ``By.KIND`` parts them by what the program reads in them.

    Two statements of one release are both in it. Raises ValueError for ``By.SURENESS``, which only changes have.
    """
    if by is By.SURENESS:
        raise ValueError("sentences have no sureness")
    incident = comparison.incident or words.NO_INCIDENT
    for statement in comparison.statements:
        own = [claim for claim in comparison.claims if claim.statement == statement.id]
        for bounds in _sentences(statement.text):
            yield Unit(incident, _name(statement, bounds), _stratum(by, incident, statement, _within(own, bounds)))


def sentence_row(comparison: Comparison, drawn: Drawn, number: int) -> CodingRow:
    """The row of a drawn sentence, with the paragraph that it stands in."""
    for statement in comparison.statements:
        for bounds in _sentences(statement.text):
            if _name(statement, bounds) == drawn.unit.name:
                return _row(comparison, statement, bounds, drawn, number)
    raise KeyError(drawn.unit.id)


def _row(comparison: Comparison, statement: Statement, bounds: tuple[int, int], drawn: Drawn, number: int) -> CodingRow:
    own = [claim for claim in comparison.claims if claim.statement == statement.id]
    start, end = bounds
    places = [(max(claim.start, start), min(claim.end, end)) for claim in _within(own, bounds)]
    around = next(one for one in paragraphs(statement.text) if one[0] <= start < one[1])
    return CodingRow(
        shown={
            "row": number,
            "unit": drawn.unit.id,
            "incident": drawn.unit.incident,
            "organisation": statement.organisation,
            "date": statement.issued,
            "source": statement.source,
            "paragraph": statement.text[slice(*around)],
            "sentence": statement.text[start:end],
        },
        answer={
            "program_claims": f" {BETWEEN} ".join(statement.text[first:last] for first, last in places),
            "program_places": " ".join(f"{first - start}-{last - start}" for first, last in places),
            "stratum": drawn.unit.stratum,
            "stratum_size": drawn.size,
            "stratum_drawn": drawn.drawn,
        },
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text):
        yield from sentences(text, start, end)


def _within(claims: list[Claim], bounds: tuple[int, int]) -> list[Claim]:
    """The claims that stand in a sentence: by the place of the figure where there is one, else by their start."""
    return [claim for claim in claims if bounds[0] <= (claim.figure.start if claim.figure else claim.start) < bounds[1]]


def _name(statement: Statement, bounds: tuple[int, int]) -> str:
    return f"{statement.id}@{bounds[0]}-{bounds[1]}"


def _stratum(by: By, incident: str, statement: Statement, claims: list[Claim]) -> str:
    if by is By.KIND:
        if any(claim.figure for claim in claims):
            return WITH_FIGURE
        return WITHOUT_FIGURE if claims else NO_CLAIM
    if by is By.INCIDENT:
        return incident
    return (statement.organisation or "no organisation named") if by is By.ORGANISATION else "all"
