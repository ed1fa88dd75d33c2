"""Rows drawn from a store, of changes or of sentences."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from comms_tracker.errors import InputError
from comms_tracker.records import Comparison
from comms_tracker.sampling.drawing import VIEW, By, Drawn, Sample, by_incident, draw, units
from comms_tracker.sampling.rows import CodingRow, coding_row
from comms_tracker.sampling.sentences import sentence_row, sentence_units
from comms_tracker.sampling.sheet import CHANGES, SENTENCES, Form
from comms_tracker.store import Relation, Rows, Store

MakeRow = Callable[[Comparison, Drawn, int], CodingRow]


class Of(StrEnum):
    """What each row of a sheet is about."""

    CHANGES = "changes"
    SENTENCES = "sentences"

    @property
    def form(self) -> Form:
        """What a coder is asked about it."""
        return CHANGES if self is Of.CHANGES else SENTENCES


def sample_changes(store: Store, incident: str | None, by: By, n: int, seed: int) -> Sample:
    """Changes of the store, or of one incident of it. Raises StoreError where it has no such incident."""
    found: list[Sample] = []

    def take(relation: Relation, rows: Rows) -> None:
        found[:] = [draw(units(relation, rows, by), n, seed)]

    store.hand_over([VIEW], incident, take)
    return found[0]


def sample_sentences(store: Store, incident: str | None, by: By, n: int, seed: int) -> Sample:
    """Sentences of the store's statements, or of one incident's. Raises StoreError, or InputError for a ``by`` that
    sentences do not have."""
    if by is By.SURENESS:
        raise InputError("--by sureness is for changes: a sentence has no confidence. Choose another one.")
    names = store.incident_names() if incident is None else (incident,)
    return draw((unit for name in names for unit in sentence_units(store.comparison(name), by)), n, seed)


def coding_rows(store: Store, sample: Sample, of: Of) -> list[CodingRow]:
    """The rows of a sample in the order of drawing; each incident's comparison is read once."""
    make: MakeRow = coding_row if of is Of.CHANGES else sentence_row
    numbers = {one.unit.id: number for number, one in enumerate(sample.drawn, start=1)}
    made: dict[int, CodingRow] = {}
    for name, of_one in by_incident(sample.drawn).items():
        comparison = store.comparison(name)
        made |= {(at := numbers[one.unit.id]): make(comparison, one, at) for one in of_one}
    return [made[number] for number in sorted(made)]
