"""Pairs of claims scored: words first, phrase vectors only where words leave it open."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.alignment.blocking import incompatible
from comms_tracker.alignment.features import Features, Place, Rarity, compare_parts, unit_class, values
from comms_tracker.alignment.model import OPEN, is_open, probability
from comms_tracker.alignment.nouns import kinship
from comms_tracker.alignment.ties import UNTIED, Ties
from comms_tracker.encoder import SCALE, PhraseVectors
from comms_tracker.records import Claim


class Scorer:
    """The probability that two claims of an incident are about the same measure, each pair worked out once.

    Where a person has decided, that is the probability: ``ties``.
    """

    def __init__(self, claims: Sequence[Claim], vectors: PhraseVectors, ties: Ties = UNTIED) -> None:
        self.rarity = Rarity.of(claims)
        self.ties = ties
        self._vectors = vectors
        self._by_words: dict[tuple[str, str], float] = {}
        self._by_meaning: dict[tuple[str, str], float] = {}
        self._partnered: dict[tuple[str, str], bool] = {}
        self._by_statement: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_statement.setdefault(claim.statement, []).append(claim)
        self._places = places(claims)

    def probability(self, earlier: Claim, later: Claim, also: Sequence[Claim] = (), restating: bool = False) -> float:
        """From 0 to 1; ``also`` are the other claims of the earlier one's series, any of which may be the closest."""
        tied = self.ties.probability((earlier, *also), later) if self.ties else None
        return self.untied(earlier, later, also, restating) if tied is None else tied

    def untied(self, earlier: Claim, later: Claim, also: Sequence[Claim] = (), restating: bool = False) -> float:
        """As :meth:`probability`, whatever a person has decided."""
        candidates = [earlier, *(claim for claim in also[-4:] if claim.id != earlier.id)]
        return max(self._pair(claim, later, restating) for claim in candidates)

    def features(self, earlier: Claim, later: Claim) -> Features:
        """What the two have in common, as it was scored."""
        meaning = self._cosine(earlier, later) if (earlier.id, later.id) in self._by_meaning else None
        return compare_parts(earlier, later, self.rarity, self.places(earlier, later), meaning)

    def restated_original(self, claims: Sequence[Claim], restated: Claim) -> Claim:
        """The claim of a series that a restated figure points back to: the same number, else the latest before it."""
        before = [claim for claim in claims if claim.statement != restated.statement] or list(claims)
        same = [claim for claim in before if values(claim.figure, restated.figure)[0]]
        return (same or before)[-1]

    def places(self, a: Claim, b: Claim) -> tuple[Place, Place]:
        """How each of the two stands in its statement."""
        return self._places[a.id], self._places[b.id]

    def _pair(self, earlier: Claim, later: Claim, restating: bool) -> float:
        reason = incompatible(earlier, later)
        if reason is not None and not (restating and reason == "one period and a running total"):
            return 0.0
        value = self.by_words(earlier, later)
        if not is_open(value) or self._settled(earlier, later):
            return value
        key = (earlier.id, later.id)
        if key not in self._by_meaning:
            features = compare_parts(
                earlier, later, self.rarity, self.places(earlier, later), self._cosine(earlier, later)
            )
            self._by_meaning[key] = probability(features, with_meaning=True)
        return self._by_meaning[key]

    def by_words(self, earlier: Claim, later: Claim) -> float:
        """The probability that the words alone give."""
        key = (earlier.id, later.id)
        found = self._by_words.get(key)
        if found is None:
            features = compare_parts(earlier, later, self.rarity, self.places(earlier, later), None)
            found = self._by_words[key] = probability(features, with_meaning=False)
        return found

    def _settled(self, earlier: Claim, later: Claim) -> bool:
        """Whether words have found one of the two a partner in the other's statement, so that vectors can't help."""
        onward, back = (earlier.id, later.statement), (later.id, earlier.statement)
        if onward not in self._partnered:
            self._partnered[onward] = any(
                self.by_words(earlier, other) >= OPEN[1] and incompatible(earlier, other) is None
                for other in self._by_statement[later.statement]
            )
        if back not in self._partnered:
            self._partnered[back] = any(
                self.by_words(other, later) >= OPEN[1] and incompatible(other, later) is None
                for other in self._by_statement[earlier.statement]
            )
        return self._partnered[onward] or self._partnered[back]

    def _cosine(self, a: Claim, b: Claim) -> float:
        left, right = self._vectors.vectors([a.measure.phrase or a.text, b.measure.phrase or b.text]).astype("int32")
        return float(left @ right) / (SCALE * SCALE)


def places(claims: Sequence[Claim]) -> dict[str, Place]:
    """Each claim's place in its statement, by id; restated and background claims are nobody's rivals and never lead."""
    by_statement: dict[str, list[Claim]] = {}
    for claim in claims:
        by_statement.setdefault(claim.statement, []).append(claim)
    found: dict[str, Place] = {}
    for here in by_statement.values():
        current = [claim for claim in here if not claim.restated and not claim.background]
        lead = next((claim.id for claim in current if claim.figure is not None), None)
        for claim in here:
            rivals = sum(1 for other in current if other.id != claim.id and alike(claim, other))
            found[claim.id] = Place(rivals + 1, claim.id == lead)
    return found


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims of one statement could be taken for one another by noun and unit."""
    if (a.figure is None) != (b.figure is None) or kinship(a.measure.counted, b.measure.counted) < 0.8:
        return False
    return a.figure is None or b.figure is None or unit_class(a.figure) == unit_class(b.figure)
