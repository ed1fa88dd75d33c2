"""Pairs of claims scored: words first, phrase vectors only where words leave it open."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.alignment.features import Features, Rarity, compare_parts, incompatible, unit_class, values
from comms_tracker.alignment.model import is_open, probability
from comms_tracker.alignment.nouns import kinship
from comms_tracker.encoder import SCALE, PhraseVectors
from comms_tracker.records import Claim


class Scorer:
    """The probability that two claims of an incident are about the same measure, each pair worked out once."""

    def __init__(self, claims: Sequence[Claim], vectors: PhraseVectors) -> None:
        self._rarity = Rarity.of(claims)
        self._vectors = vectors
        self._known: dict[tuple[str, str], tuple[float, Features]] = {}
        self._alike: dict[str, int] = count_alike(claims)

    def probability(self, earlier: Claim, later: Claim, also: Sequence[Claim] = (), restating: bool = False) -> float:
        """From 0 to 1; ``also`` are the other claims of the earlier one's series, any of which may be the closest."""
        candidates = [earlier, *(claim for claim in also[-4:] if claim.id != earlier.id)]
        return max(self._pair(claim, later, restating) for claim in candidates)

    def features(self, earlier: Claim, later: Claim) -> Features:
        """What the two have in common, as it was scored."""
        self._pair(earlier, later, restating=True)
        return self._known[earlier.id, later.id][1]

    def restated_original(self, claims: Sequence[Claim], restated: Claim) -> Claim:
        """The claim of a series that a restated figure points back to: the same number, else the latest before it."""
        before = [claim for claim in claims if claim.statement != restated.statement] or list(claims)
        same = [claim for claim in before if values(claim.figure, restated.figure)[0]]
        return (same or before)[-1]

    def rivals(self, a: Claim, b: Claim) -> int:
        """How many pairs of claims of the two statements count things like these in the same unit: 1 is a sole pair."""
        return self._alike[a.id] * self._alike[b.id]

    def _pair(self, earlier: Claim, later: Claim, restating: bool) -> float:
        reason = incompatible(earlier, later)
        key = (earlier.id, later.id)
        if key not in self._known:
            features = compare_parts(earlier, later, self._rarity, self.rivals(earlier, later), None)
            value = probability(features, with_meaning=False)
            if reason is None and is_open(value):
                features = compare_parts(
                    earlier, later, self._rarity, self.rivals(earlier, later), self._cosine(earlier, later)
                )
                value = probability(features, with_meaning=True)
            self._known[key] = (value, features)
        if reason is not None and not (restating and reason == "one period and a running total"):
            return 0.0
        return self._known[key][0]

    def _cosine(self, a: Claim, b: Claim) -> float:
        left, right = self._vectors.vectors([a.measure.phrase or a.text, b.measure.phrase or b.text]).astype("int32")
        return float(left @ right) / (SCALE * SCALE)


def count_alike(claims: Sequence[Claim]) -> dict[str, int]:
    """For each claim, how many claims of its statement count the same things in the same unit, itself included."""
    return {
        claim.id: sum(
            1
            for other in claims
            if other.statement == claim.statement
            and (other.id == claim.id or (alike(claim, other) and not other.restated))
        )
        for claim in claims
    }


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims of one statement could be taken for one another by noun and unit."""
    if (a.figure is None) != (b.figure is None) or kinship(a.measure.counted, b.measure.counted) < 0.8:
        return False
    return a.figure is None or b.figure is None or unit_class(a.figure) == unit_class(b.figure)
