"""A text cut where stretches of it begin and end: whose words each part is, however the stretches overlap."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeVar

T = TypeVar("T")
Span = tuple[int, int]
"""Where a stretch begins and where it ends, in code points."""


def cut(start: int, end: int, spans: Iterable[Span]) -> Iterator[Span]:
    """The parts from ``start`` to ``end`` in order, with a cut wherever a span begins or ends between them."""
    edges = {edge for span in spans for edge in span if start < edge < end}
    return pairwise(sorted({start, *edges, end}))


def runs(start: int, end: int, spans: Iterable[Span], look: Callable[[int], T]) -> Iterator[tuple[int, int, T]]:
    """The parts from ``start`` to ``end`` in order, neighbours that look alike as one, each with its look.

    ``look`` says how what begins at an offset looks, and is asked of offsets in order.
    """
    parts = ((low, high, look(low)) for low, high in cut(start, end, spans))
    for looks, alike in groupby(parts, key=itemgetter(2)):
        together = list(alike)
        yield together[0][0], together[-1][1], looks


def first_over(ranked: Iterable[tuple[Span, T]]) -> Callable[[int], T | None]:
    """What stands with the first of the spans that cover an offset, None where none does.

    To be asked of offsets in order, so that all of them take one walk through the spans.
    """
    given = list(ranked)
    ahead = deque(sorted((start, rank, end) for rank, ((start, end), _) in enumerate(given)))
    around: list[tuple[int, int]] = []

    def first(offset: int) -> T | None:
        while ahead and ahead[0][0] <= offset:
            _, rank, end = ahead.popleft()
            heappush(around, (rank, end))
        while around and around[0][1] <= offset:
            heappop(around)
        return given[around[0][0]][1] if around else None

    return first
