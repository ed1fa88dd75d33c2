"""One-to-one assignment of a release's claims to what was said before."""

from __future__ import annotations

from collections.abc import Sequence


def assign(scores: Sequence[Sequence[float]], floor: float) -> list[tuple[int, int]]:
    """The pairs (row, column) that together are most probable, each row and column used once, none under ``floor``.

    The sum of log odds against the floor is maximised (scipy's linear_sum_assignment), so that a pair under the
    floor is never forced by what is left over.
    """
    if not scores or not scores[0]:
        return []
    import numpy
    from scipy.optimize import linear_sum_assignment

    table = numpy.clip(numpy.asarray(scores, dtype=float), 1e-6, 1 - 1e-6)
    gain = numpy.maximum(numpy.log(table / (1 - table)) - numpy.log(floor / (1 - floor)), 0.0)
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if table[row, column] >= floor]
