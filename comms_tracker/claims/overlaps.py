"""How much of a clause others have said already, by token bounds [first, last]: nothing is claimed twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Span

Bounds: TypeAlias = "tuple[int, int]"
TOO_MUCH_SHARED = 0.45
"""A figureless claim that shares more of its words than this with a figure's claim says the same thing again."""


def share(own: Bounds, other: Bounds) -> float:
    """The share of its own tokens that lie within the other bounds."""
    shared = min(own[1], other[1]) - max(own[0], other[0]) + 1
    return max(0, shared) / (own[1] - own[0] + 1)


def said_again(own: Bounds, others: Iterable[Bounds]) -> bool:
    """Whether one of the others says most of it."""
    return any(share(own, other) > TOO_MUCH_SHARED for other in others)


def meets(own: Bounds, others: Iterable[Bounds]) -> bool:
    """Whether it has a token with one of the others in common."""
    return any(first <= own[1] and own[0] <= last for first, last in others)


def by_sentence(sentences: Sequence[Span], taken: Sequence[Bounds]) -> list[list[Bounds]]:
    """For each sentence the bounds that reach into it."""
    within: list[list[Bounds]] = [[] for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    for first, last in taken:
        for index in range(bisect_right(starts, first) - 1, bisect_right(starts, last)):
            within[index].append((first, last))
    return within
