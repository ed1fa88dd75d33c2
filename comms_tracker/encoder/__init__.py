"""Phrase vectors from the pinned MiniLM: offline, weights checked, loaded only when words leave a question open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from comms_tracker.encoder.weights import DISTRIBUTION, MEND, PACKAGE, RELEASE, model_folder, model_sha256

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

__all__ = [
    "BULK",
    "DISTRIBUTION",
    "MEND",
    "PACKAGE",
    "RELEASE",
    "SCALE",
    "WIDTH",
    "MemoryVectors",
    "PhraseVectors",
    "encode",
    "model_folder",
    "model_sha256",
]

WIDTH = 384
SCALE = 127
"""Steps in a unit: rows are kept as int8, and one step is under a hundredth."""
BULK = 500
"""Phrases from which on sentence-transformers, which needs seconds to load, is sooner done than MiniLM in numpy."""
GROUP = 8
"""Phrases that MiniLM in numpy reads together, in a third of the time that each takes alone; more gain nothing."""
CLOSE = 4e-4
"""Steps from a rounding's edge at which the two ways of computing, 3e-7 apart, could round to different rows."""
CLOSE_IN_GROUPS = 1e-4
"""The same of one phrase alone and in a group, which are 2e-7 apart."""


class PhraseVectors(Protocol):
    """Whatever gives vectors of phrases: MiniLM in memory, or a store that keeps them."""

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row of ``WIDTH`` for each phrase, in step; rows are unit vectors scaled by ``SCALE``."""


class MemoryVectors:
    """Vectors kept in memory, one for each distinct phrase, in ``known``; nothing is written anywhere.

    MiniLM makes them, or ``make`` where it is given.
    """

    def __init__(self, make: PhraseVectors | None = None) -> None:
        self._make = make
        self.known: dict[str, NDArray[numpy.int8]] = {}

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """See ``PhraseVectors.vectors``; the model is loaded at the first phrase that is not known."""
        import numpy

        missing = sorted({phrase for phrase in phrases if phrase not in self.known})
        if missing:
            made = encode(missing) if self._make is None else self._make.vectors(missing)
            self.known.update(zip(missing, made, strict=True))
        if not phrases:
            return numpy.zeros((0, WIDTH), dtype=numpy.int8)
        return numpy.stack([self.known[phrase] for phrase in phrases])


def encode(phrases: Sequence[str]) -> NDArray[numpy.int8]:
    """int8 vectors of the phrases by the checked model; raises ModelError where it is missing or altered.

    A phrase has the same row alone and among any others: they are computed in groups, from ``BULK`` phrases on by
    sentence-transformers, and a row that its rounding leaves in doubt is computed again alone.
    """
    import numpy

    if len(phrases) < 2:
        return rounded(alone(phrases))
    if len(phrases) < BULK:
        rows, close = in_groups(phrases), CLOSE_IN_GROUPS
    else:
        from comms_tracker.encoder.bulk import in_batches

        rows, close = in_batches(phrases), CLOSE
    doubtful = numpy.flatnonzero(in_doubt(rows, close))
    rows[doubtful] = alone([phrases[int(place)] for place in doubtful])
    return rounded(rows)


def alone(phrases: Sequence[str]) -> NDArray[numpy.float32]:
    """The unit vector of each phrase, computed without the others, so that no other can change it."""
    import numpy
    from threadpoolctl import threadpool_limits

    from comms_tracker.encoder.light import light

    if not phrases:
        return numpy.zeros((0, WIDTH), dtype=numpy.float32)
    read = light()
    # Two threads at matrices of a few words wait for each other longer than they count, on a busy machine tenfold.
    with threadpool_limits(1):
        return numpy.concatenate([read([phrase]) for phrase in phrases])


def in_groups(phrases: Sequence[str]) -> NDArray[numpy.float32]:
    """The unit vector of each phrase; which phrases share its group can change its last digits."""
    import numpy
    from threadpoolctl import threadpool_limits

    from comms_tracker.encoder.light import light

    read = light()
    # As above: one thread.
    with threadpool_limits(1):
        return numpy.concatenate([read(phrases[start : start + GROUP]) for start in range(0, len(phrases), GROUP)])


def rounded(rows: NDArray[numpy.float32]) -> NDArray[numpy.int8]:
    """Unit vectors in steps of 1 / ``SCALE``."""
    import numpy

    scaled: NDArray[numpy.int8] = numpy.rint(rows * SCALE).astype(numpy.int8)
    return scaled


def in_doubt(rows: NDArray[numpy.float32], close: float = CLOSE) -> NDArray[numpy.bool_]:
    """Which rows have a number within ``close`` of the edge between two steps, so that the last digits decide it."""
    import numpy

    steps = rows * SCALE
    return numpy.asarray(numpy.any(abs(steps - numpy.floor(steps) - 0.5) < close, axis=1))
