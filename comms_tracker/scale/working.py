"""What a reading process does: it loads the language model once and compares the incidents that it is given.

The functions stand in a module, so that a process imports them and none is sent to it with a model inside.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision
from comms_tracker.encoder import MemoryVectors
from comms_tracker.own_process import load_only_what_is_used
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.scale.phrases import kept_phrases

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


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
    store: Path,
    statements: Sequence[Statement],
    decisions: Sequence[Decision],
    known: Mapping[str, tuple[Claim, ...]] | None = None,
) -> Compared:
    """One incident compared as the store at ``store`` does it; ``known`` are its claims by statement."""
    from comms_tracker.store.comparing import compared_with_meanings

    vectors = MemoryVectors(kept_phrases(store))
    comparison = compared_with_meanings(statements, vectors, decisions, known)
    return Compared(comparison, vectors.known, memory_mib())


def memory_mib() -> float:
    """The most memory that this process has held at once, in MiB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (2**20 if sys.platform == "darwin" else 2**10), 1)
