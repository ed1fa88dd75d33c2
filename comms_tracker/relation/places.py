"""Which stretches of a text have been read already, in time that doesn't grow with how many they are."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Places:
    """Stretches of a text, none of which overlaps another."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._stretches = sorted(stretches)

    def add(self, start: int, end: int) -> None:
        """Take a stretch; it must be free."""
        insort(self._stretches, (start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing that was taken overlaps."""
        after = bisect_left(self._stretches, (end, end))
        return after == 0 or self._stretches[after - 1][1] <= start
