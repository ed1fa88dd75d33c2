"""Pairs of claims that a person has decided on: these belong together, or never do, whatever the model says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comms_tracker.records import Claim

Pair = tuple[str, str]

TOGETHER, APART = 1.0, 0.0


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of claim ids; the two of a pair stand in either order. A required pair wins over a forbidden one."""

    required: frozenset[Pair] = frozenset()
    forbidden: frozenset[Pair] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.required or self.forbidden)

    def requires(self, one: str, other: str) -> bool:
        """Whether a person has put the two together."""
        return (one, other) in self.required or (other, one) in self.required

    def partners(self, claim: str) -> frozenset[str]:
        """The claims that a person has put together with one."""
        return frozenset(one for pair in self.required if claim in pair for one in pair if one != claim)

    def forbids(self, one: str, other: str) -> bool:
        """Whether a person has taken the two apart."""
        return (one, other) in self.forbidden or (other, one) in self.forbidden

    def probability(self, series: Iterable[Claim], later: Claim) -> float | None:
        """1 where a person put the claim together with one of the series, 0 where apart from one, else None."""
        members = tuple(series)
        if any(self.requires(member.id, later.id) for member in members):
            return TOGETHER
        if any(self.forbids(member.id, later.id) for member in members):
            return APART
        return None


UNTIED = Ties()
"""What stands where no person has decided anything."""
