"""Statements to write, read and compared by the whole program before anything is killed: workers find it by heart."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from comms_tracker.bench.texts import varied
from comms_tracker.decisions import Decision
from comms_tracker.records import Comparison, Statement
from comms_tracker.store.vectors import PinnedEncoder, StoredVectors
from faults.work import Material

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


def bundled_material(statements: int, incidents: int) -> Material:
    """The bundled statements told again with other numbers, so many of them in so many incidents."""
    from comms_tracker.cli.bundled import corpora
    from comms_tracker.reading import HowToRead, read_statements

    texts = [one for folder in corpora() for one in read_statements([str(folder)], HowToRead(in_order=True)).statements]
    chance = random.Random(7)
    each = statements // incidents
    told = (replace(one, text=varied(one.text, chance)) for one in _over_and_over(texts))
    groups = {
        f"incident-{number:02d}": tuple(
            replace(one, id=f"s-{number:02d}-{place:03d}", incident=f"incident-{number:02d}", repeats=None)
            for place, one in enumerate(islice(told, each))
        )
        for number in range(incidents)
    }
    learnt = ByHeart()
    return Material(groups, learnt.compare, learnt)


def _over_and_over(texts: Sequence[Statement]) -> Iterator[Statement]:
    while True:
        yield from texts


@dataclass(frozen=True, slots=True)
class Learnt:
    """A comparison, and the phrases whose vectors it asked for."""

    comparison: Comparison
    asked: tuple[str, ...]


class ByHeart:
    """The program's own reading and encoder, each text and phrase asked once and kept in memory."""

    def __init__(self) -> None:
        self._comparisons: dict[tuple[object, ...], Learnt] = {}
        self._vectors: dict[str, NDArray[numpy.int8]] = {}
        self._maker = PinnedEncoder()

    def compare(
        self, statements: Sequence[Statement], vectors: StoredVectors, decisions: Sequence[Decision]
    ) -> Comparison:
        """The program's comparison of these statements with these decisions."""
        from comms_tracker.comparison import compare

        key = (*statements, *decisions)
        if key not in self._comparisons:
            made = compare(statements, vectors, decisions)
            self._comparisons[key] = Learnt(made, tuple(vectors.asked))
        learnt = self._comparisons[key]
        vectors.vectors(learnt.asked)
        return learnt.comparison

    def model_sha256(self) -> str:
        """The hash of the pinned encoder's weights."""
        return self._maker.model_sha256()

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One row for each phrase, from the pinned encoder the first time."""
        import numpy

        unknown = [phrase for phrase in phrases if phrase not in self._vectors]
        if unknown:
            self._vectors.update(zip(unknown, self._maker.vectors(unknown), strict=True))
        return numpy.stack([self._vectors[phrase] for phrase in phrases])
