"""Pairs of claims scored: words first, phrase vectors only where words leave it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from comms_tracker.alignment.candidates import Candidates
from comms_tracker.alignment.features import Features, Place, compare_parts
from comms_tracker.alignment.figures import apart_by, unit_class, values
from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.alignment.model import OPEN, is_open, probability
from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.alignment.ties import UNTIED, Ties
from comms_tracker.alignment.wording import Rarity
from comms_tracker.encoder import SCALE, PhraseVectors
from comms_tracker.records import Claim

Kind = tuple[str | None, str | None]

LATEST = 4
"""Claims of a series, the last ones, of which any may be the closest to a new claim, beside its current one."""


class Scorer:
    """The probability that two claims of an incident are about the same measure, each pair worked out once.

    Where a person has decided, that is the probability: ``ties``.
    """

    def __init__(self, claims: Sequence[Claim], vectors: PhraseVectors, ties: Ties = UNTIED) -> None:
        self.rarity = Rarity.of(claims)
        self.ties = ties
        self._vectors = vectors
        self._by_words: dict[tuple[str, str, bool], float] = {}
        self._by_meaning: dict[tuple[str, str], float] = {}
        self._partnered: dict[tuple[str, str, bool], bool] = {}
        self._by_statement: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_statement.setdefault(claim.statement, []).append(claim)
        self._places = places(claims)
        self._candidates = Candidates(claims, self._places)

    def rows_for(self, later: Claim | None, row_of: Mapping[str, int]) -> set[int]:
        """The rows of the claims that ``later`` may go on from: with any other, its probability is under ``OPEN``."""
        if later is None:
            return set()
        found = self._candidates.of(later) | self.ties.partners(later.id)
        return {row_of[claim] for claim in found & row_of.keys()}

    def probability(self, earlier: Claim, later: Claim, also: Sequence[Claim] = (), restating: bool = False) -> float:
        """From 0 to 1; ``also`` are the other claims of the earlier one's series, any of which may be the closest."""
        tied = self.ties.probability((earlier, *also), later) if self.ties else None
        return self.untied(earlier, later, also, restating) if tied is None else tied

    def untied(self, earlier: Claim, later: Claim, also: Sequence[Claim] = (), restating: bool = False) -> float:
        """As :meth:`probability`, whatever a person has decided."""
        best = self._pair(earlier, later, restating)
        candidates = self._candidates.of(later) if also else ()
        for claim in latest(also):
            if claim.id != earlier.id and claim.id in candidates:
                best = max(best, self._pair(claim, later, restating))
        return best

    def features(self, earlier: Claim, later: Claim) -> Features:
        """What the two have in common, as it was scored."""
        meaning = self._cosine(earlier, later) if (earlier.id, later.id) in self._by_meaning else None
        return compare_parts(earlier, later, self.rarity, self.places(earlier, later), meaning)

    def restated_original(self, claims: Sequence[Claim], restated: Claim) -> Claim:
        """The claim of a series that a restated figure points back to: the nearest number, else the latest.

        Where the number was given and then told again, it points back to where it was given.
        """
        before = [claim for claim in claims if claim.statement != restated.statement] or list(claims)
        same = [claim for claim in before if values(claim.figure, restated.figure)[0]]
        same = [claim for claim in same if not claim.restated] or same
        return (same or sorted(before, key=lambda claim: -apart_by(claim.figure, restated.figure)))[-1]

    def places(self, a: Claim, b: Claim) -> tuple[Place, Place]:
        """How each of the two stands in its statement."""
        return self._places[a.id], self._places[b.id]

    def forget_pairs(self) -> None:
        """Forgets every pair, once a release is placed: the next one's claims make pairs of their own."""
        self._by_words.clear()
        self._by_meaning.clear()
        self._partnered.clear()

    def _pair(self, earlier: Claim, later: Claim, restating: bool) -> float:
        value = self._words(earlier, later, restating)
        if not is_open(value) or self._settled(earlier, later):
            return value
        key = (earlier.id, later.id)
        if key not in self._by_meaning:
            features = compare_parts(
                earlier, later, self.rarity, self.places(earlier, later), self._cosine(earlier, later)
            )
            self._by_meaning[key] = probability(features, with_meaning=True)
        return self._by_meaning[key]

    def _words(self, earlier: Claim, later: Claim, restating: bool = False) -> float:
        """The probability that the words alone give; 0 where the two cannot be about one measure whatever they are."""
        key = (earlier.id, later.id, restating)
        found = self._by_words.get(key)
        if found is None:
            reason = incompatible(earlier, later)
            refused = reason is not None and not (restating and reason == "one period and a running total")
            found = self._by_words[key] = 0.0 if refused else self.by_words(earlier, later)
        return found

    def by_words(self, earlier: Claim, later: Claim) -> float:
        """The probability that the words alone give, whatever keeps the two apart."""
        features = compare_parts(earlier, later, self.rarity, self.places(earlier, later), None)
        return probability(features, with_meaning=False)

    def _settled(self, earlier: Claim, later: Claim) -> bool:
        """Whether words have found one of the two a partner in the other's statement, so that vectors can't help."""
        return self._has_partner(earlier, later.statement, ahead=True) or self._has_partner(
            later, earlier.statement, ahead=False
        )

    def _has_partner(self, claim: Claim, statement: str, ahead: bool) -> bool:
        """Whether words find a partner in a statement, which comes after the claim where that is ``ahead`` of it."""
        key = (claim.id, statement, ahead)
        found = self._partnered.get(key)
        if found is None:
            pairs = ((claim, other) if ahead else (other, claim) for other in self._by_statement[statement])
            found = self._partnered[key] = any(self._words(*pair) >= OPEN[1] for pair in pairs)
        return found

    def _cosine(self, a: Claim, b: Claim) -> float:
        left, right = self._vectors.vectors([a.measure.phrase or a.text, b.measure.phrase or b.text]).astype("int32")
        return float(left @ right) / (SCALE * SCALE)


def latest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those of a series that a new claim is weighed with, beside its current one."""
    return claims[-LATEST:]


def places(claims: Sequence[Claim]) -> dict[str, Place]:
    """Each claim's place in its statement, by id; restated and background claims are nobody's rivals and never lead."""
    by_statement: dict[str, list[Claim]] = {}
    for claim in claims:
        by_statement.setdefault(claim.statement, []).append(claim)
    found: dict[str, Place] = {}
    for here in by_statement.values():
        current = [claim for claim in here if not claim.restated and not claim.background]
        lead = next((claim.id for claim in current if claim.figure is not None), None)
        kinds = Counter(map(kind, current))
        rivals = {one: sum(n for other, n in kinds.items() if alike(one, other)) for one in set(map(kind, here))}
        itself = {claim.id for claim in current if alike(kind(claim), kind(claim))}
        for claim in here:
            found[claim.id] = Place(rivals[kind(claim)] + (claim.id not in itself), claim.id == lead)
    return found


def kind(claim: Claim) -> Kind:
    """The noun that a claim counts, and its unit; none where it has no figure."""
    return claim.measure.counted, unit_class(claim.figure) if claim.figure is not None else None


def alike(a: Kind, b: Kind) -> bool:
    """Whether claims of one statement could be taken for one another by noun and unit."""
    return a[1] == b[1] and kinship(a[0], b[0]) >= SYNONYMS
