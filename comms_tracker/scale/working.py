"""What a reading process does: it loads the language model once and compares the incidents that it is given.

The functions stand in a module, so that a process imports them and none is sent to it with a model inside.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision
from comms_tracker.own_process import load_only_what_is_used
from comms_tracker.records import Claim, Comparison, Statement

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

KEPT = 20_000
"""Phrases whose vectors a process keeps from one incident to the next: eight megabytes."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An incident's comparison, the phrases that it asked for with their rows, and the most memory of the process."""

    comparison: Comparison
    phrases: Mapping[str, NDArray[numpy.int8]]
    memory_mib: float


def begin() -> None:
    """Makes a new process ready to read: Ctrl-C is left to the one that started it, and the model is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load_only_what_is_used()
    from comms_tracker.language import pipeline

    pipeline()


def claims_of(statements: Sequence[Statement]) -> list[tuple[Claim, ...]]:
    """The claims of each statement, in step: a part of a large incident."""
    from comms_tracker.claims import extract_claims

    return extract_claims(statements)


def compared(
    statements: Sequence[Statement],
    decisions: Sequence[Decision],
    known: Mapping[str, tuple[Claim, ...]] | None = None,
) -> Compared:
    """One incident compared as ``comms_tracker.comparison.compare`` does; ``known`` are its claims by statement."""
    from comms_tracker.comparison import compare
    from comms_tracker.store.vectors import keep_meanings

    vectors = AskedVectors()
    comparison = compare(statements, vectors, decisions, known)
    keep_meanings(vectors, comparison.claims)
    return Compared(comparison, vectors.rows, memory_mib())


class AskedVectors:
    """Phrase vectors that remember what was asked for, so that a store keeps the same rows as if it had asked."""

    def __init__(self) -> None:
        self.rows: dict[str, NDArray[numpy.int8]] = {}

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """See ``encoder.PhraseVectors.vectors``."""
        import numpy

        from comms_tracker.encoder import WIDTH

        for phrase in phrases:
            if phrase not in self.rows:
                self.rows[phrase] = row_of(phrase)
        if not phrases:
            return numpy.zeros((0, WIDTH), dtype=numpy.int8)
        return numpy.stack([self.rows[phrase] for phrase in phrases])


@lru_cache(maxsize=KEPT)
def row_of(phrase: str) -> NDArray[numpy.int8]:
    """The phrase's row; a phrase has the same one alone and among others."""
    from comms_tracker.encoder import encode

    row: NDArray[numpy.int8] = encode([phrase])[0]
    return row


def memory_mib() -> float:
    """The most memory that this process has held at once, in MiB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (2**20 if sys.platform == "darwin" else 2**10), 1)
