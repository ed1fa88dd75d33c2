"""Which numbers of the later text a number of the earlier one is set against: all, or of very many the nearest ones."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from comms_tracker.relation.quantity import Quantity, Sort

MOST = 60
"""Of one sort a number is set against at most so many, so that long texts take no time with the square."""
LOOSE = frozenset({Sort.SHARE, Sort.RANK, Sort.SCORE})
"""Sorts that a bare number may be of, its sign or its name left out."""
MOST_OF_A_NAMED_SORT = 100.0
"""A greater bare number is no share, rank or score."""


class Choices:
    """The current numbers of the later text, by sort and in order of value; what it only restates is none of them."""

    def __init__(self, later: Iterable[Quantity]) -> None:
        self._by_sort: dict[Sort, list[Quantity]] = {}
        for quantity in later:
            if not quantity.restated:
                self._by_sort.setdefault(quantity.sort, []).append(quantity)
        for quantities in self._by_sort.values():
            quantities.sort(key=_value)

    def of(self, earlier: Quantity) -> list[Quantity]:
        """Those that can say something about a number of the earlier text, in order of place."""
        found = [one for quantities in self._by_sort.values() for one in _nearest(quantities, earlier)]
        return sorted((one for one in found if comparable(earlier, one)), key=lambda one: one.start)


def comparable(earlier: Quantity, later: Quantity) -> bool:
    """Whether the two are of sorts that can say something about each other."""
    sorts = {earlier.sort, later.sort}
    if len(sorts) == 1:
        return earlier.unit == later.unit
    if sorts == {Sort.DATE, Sort.DAY_OF_YEAR}:
        return earlier.sort is Sort.DAY_OF_YEAR and later.day is not None
    if Sort.COUNT not in sorts or not sorts & LOOSE:
        return False
    bare = earlier if earlier.sort is Sort.COUNT else later
    return bare.interval.is_point and (bare.interval.middle or 0.0) <= MOST_OF_A_NAMED_SORT


def _nearest(quantities: list[Quantity], earlier: Quantity) -> Iterator[Quantity]:
    """All quantities, or the nearest in value where they are very many."""
    if len(quantities) <= MOST:
        yield from quantities
        return
    middle = bisect_left(quantities, _value(earlier), key=_value)
    yield from quantities[max(0, middle - MOST // 2) : middle + MOST // 2]


def _value(quantity: Quantity) -> float:
    middle = quantity.interval.middle
    return -math.inf if middle is None else middle
