"""The words of claims: which stand for one another, and how telling those are that two claims share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from comms_tracker.alignment import nouns
from comms_tracker.claims.events import events
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

REMEMBERED = 16_384
"""Words, phrases and pairs of them whose likeness is kept: in a long incident they come again with each other claim."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a word is within an incident: words of every claim tell little."""

    weights: dict[str, float] = field(default_factory=dict)
    totals: dict[str, float] = field(default_factory=dict)
    """What the words of a phrase that was asked for weigh together."""

    @staticmethod
    def of(claims: Sequence[Claim]) -> Rarity:
        """Inverse document frequency over the incident's claims."""
        counts = Counter(word for claim in claims for word in set(claim.measure.phrase.split()))
        total = len(claims) + 1
        return Rarity({word: math.log(total / count) + 0.1 for word, count in counts.items()})

    def overlap(self, a: str, b: str) -> float:
        """The weighted share of words that two phrases have in common, synonyms counted, from 0 to 1."""
        left, right = canonical_words(a), canonical_words(b)
        if not left or not right:
            return 0.0
        shared = sum(map(self.weight, left & right))
        totals = self.total(a), self.total(b)
        smaller, union = min(totals), sum(totals) - shared
        return 0.5 * shared / smaller + 0.5 * shared / union if smaller else 0.0

    def total(self, phrase: str) -> float:
        """What the words of a phrase weigh together."""
        found = self.totals.get(phrase)
        if found is None:
            found = self.totals[phrase] = sum(map(self.weight, canonical_words(phrase)))
        return found

    def weight(self, word: str) -> float:
        """How telling a word is; 1 for one that no claim of the incident has."""
        return self.weights.get(word, 1.0)


@remembered(REMEMBERED)
def canonical(word: str) -> str:
    """A word's event or noun group, so that cancel and scrap, toll and death meet; others stand for themselves."""
    group = events().group(word)
    if group is not None:
        return group
    numbers = nouns.groups().get(word)
    return f"noun-{min(numbers)}" if numbers else word


@remembered(REMEMBERED)
def canonical_words(phrase: str) -> frozenset[str]:
    """The words of a claim's phrase, each by its group."""
    return frozenset(map(canonical, phrase.split()))


def mentions(a: Claim, b: Claim) -> bool:
    """Whether what ``a`` counts is spoken of in ``b``."""
    return a.measure.counted is not None and canonical(a.measure.counted) in canonical_words(b.measure.phrase)


def scope_words(claim: Claim) -> frozenset[str]:
    """The words of a claim's scope, in lower case."""
    return _longer_words(claim.measure.scope)


@remembered(REMEMBERED)
def _longer_words(scope: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower().strip(".,\"'") for part in scope for word in part.split() if len(word) > 3)
