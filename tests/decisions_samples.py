"""Two statements of a water company and their claims by hand, for the tests of decisions: no language model in it."""

from __future__ import annotations

from dataclasses import replace

from vectors_samples import FlatVectors

from comms_tracker.alignment import align
from comms_tracker.changes import describe_changes, find
from comms_tracker.decisions import Decision, apply, reviewed, seen
from comms_tracker.decisions.making import Maker
from comms_tracker.quantities import read_figures
from comms_tracker.records import Claim, Comparison, Figure, Measure, ProducedBy, Statement, short_id

INCIDENT = "burst-main-2033"
FIRST_TEXT = "A burst main has left 12 homes without water. No school is affected. We have 900 staff on site."
SECOND_TEXT = "Some 450 homes are without water. Bottled water went to 3 care homes. We are sorry."
FIRST = Statement("first", FIRST_TEXT, "Vale Water", "2033-06-01", incident=INCIDENT)
SECOND = Statement("second", SECOND_TEXT, "Vale Water", "2033-06-02", incident=INCIDENT)
ANN = Maker("Ann Lee", "2033-06-03T09:00:00.000+00:00")
BO = Maker("Bo Park", "2033-06-04T10:30:00.000+00:00", "asked the press office")


def read(statement: Statement, start: int, end: int, figure: Figure | None) -> Claim:
    """Stands for the language model: a claim of these words, its phrase the words themselves."""
    place = (figure.start, figure.end) if figure else (None, None)
    words = statement.text[start:end]
    return Claim(
        short_id("c", statement.id, start, end, *place), statement.id, start, end, words, figure, Measure(phrase=words)
    )


def claim(statement: Statement, words: str, figure: str | None = None, **measure: str) -> Claim:
    """The claim that these words of the statement make."""
    start = statement.text.index(words)
    found = next((one for one in read_figures(statement.text) if one.text == figure), None)
    made = read(statement, start, start + len(words), found)
    return replace(made, measure=replace(made.measure, **measure))


WITHOUT_WATER = {"event": "be without", "counted": "home"}
CLAIMS = (
    claim(FIRST, "left 12 homes without water", "12", **WITHOUT_WATER),
    claim(FIRST, "No school is affected", "No", event="affect", counted="school"),
    claim(SECOND, "Some 450 homes are without water", "Some 450", **WITHOUT_WATER),
    claim(SECOND, "Bottled water went to 3 care homes", "3", event="go", counted="care home"),
)
TWELVE, SCHOOL, SOME_450, BOTTLED = CLAIMS


def compared(
    *decisions: Decision, statements: tuple[Statement, ...] = (FIRST, SECOND), claims: tuple[Claim, ...] = CLAIMS
) -> Comparison:
    """The comparison of the claims with these decisions, as the program makes it."""
    applied = apply(statements, claims, decisions, read)
    aligned = align(statements, applied.claims, FlatVectors(), applied.ties)
    aside = replace(aligned, links=aligned.set_aside, added=(), dropped=())
    return Comparison(
        incident=INCIDENT,
        produced_by=ProducedBy("0.1.0", "a" * 64, "b" * 64),
        statements=statements,
        claims=applied.claims,
        series=aligned.series,
        changes=reviewed(
            describe_changes(statements, applied.claims, aligned),
            describe_changes(statements, applied.claims, aside),
            applied,
        ),
        findings=seen(find(statements, applied.claims, aligned), applied),
        notes=applied.notes,
    )


def shown(comparison: Comparison) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, status and the two wordings of each change."""
    return [
        (
            change.kind.value,
            change.status.value,
            comparison.claim(change.earlier).text if change.earlier else None,
            comparison.claim(change.later).text if change.later else None,
        )
        for change in comparison.changes
    ]
