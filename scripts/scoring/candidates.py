"""What the index of candidates (alignment/candidates.py) leaves out on gold, and that no link is lost by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from training.same_measure import met

from comms_tracker.alignment import align, scoring
from comms_tracker.alignment.candidates import Candidates
from comms_tracker.alignment.features import Place
from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.alignment.records import Alignment
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Claim
from comms_tracker.scoring.gold import GoldIncident
from scoring.parsed import claims_of


class Everything:
    """Stands for the index where every pair is weighed."""

    def __init__(self, claims: Sequence[Claim], _places: Mapping[str, Place]) -> None:
        self.ids = frozenset(claim.id for claim in claims)

    def of(self, _later: Claim) -> frozenset[str]:
        return self.ids


@dataclass(frozen=True, slots=True)
class LeftToWeigh:
    """What is left to weigh in a set of gold.

    ``most`` is the highest probability by words of a pair that is left out. ``gold`` are the gold's links of one
    measure with both claims read, ``together`` those whose claims are candidates; ``refused`` those of them that a
    rule keeps apart (alignment/incompatible.py). ``links`` are made where every pair is weighed, ``lost`` are those of
    them that are not made, or are surer or less sure, where candidates are.
    """

    pairs: int
    weighed: int
    most: float
    gold: int
    together: int
    refused: int
    links: int
    lost: int


def left_to_weigh(incidents: Iterable[GoldIncident], vectors: PhraseVectors) -> LeftToWeigh:
    """Over all incidents together."""
    each = [of_incident(incident, vectors) for incident in incidents]
    total = {name: sum(getattr(one, name) for one in each) for name in LeftToWeigh.__slots__}
    return LeftToWeigh(**{**total, "most": max(one.most for one in each)})


def of_incident(incident: GoldIncident, vectors: PhraseVectors) -> LeftToWeigh:
    """Every claim as a later one beside every other, and the alignment with the index and without."""
    claims = [claim for found in claims_of(incident.statements) for claim in found]
    scorer = scoring.Scorer(claims, vectors)
    index = Candidates(claims, scoring.places(claims))
    candidates = {claim.id: index.of(claim) for claim in claims}
    out = [(a, b) for b in claims for a in claims if a.id not in candidates[b.id]]
    pairs = gold_pairs(incident, claims)
    with patch.object(scoring, "Candidates", Everything):
        every = links(align(incident.statements, claims, vectors))
    return LeftToWeigh(
        pairs=len(claims) ** 2,
        weighed=len(claims) ** 2 - len(out),
        most=max((scorer.by_words(a, b) for a, b in out), default=0.0),
        gold=len(pairs),
        together=sum(any(a.id in candidates[b.id] for a, b in pair) for pair in pairs),
        refused=sum(all(incompatible(a, b) for a, b in pair) for pair in pairs),
        links=len(every),
        lost=len(every ^ links(align(incident.statements, claims, vectors))),
    )


def gold_pairs(incident: GoldIncident, claims: Iterable[Claim]) -> list[list[tuple[Claim, Claim]]]:
    """Of each gold link of one measure with both claims read, the claims that were read for the one and the other."""
    read: dict[str, list[Claim]] = {}
    for claim in claims:
        one = met(claim, incident.claims.values())
        if one is not None:
            read.setdefault(one, []).append(claim)
    same = [(earlier, later) for earlier, later, change in incident.between() if change.same]
    return [
        [(a, b) for a in read[earlier] for b in read[later]]
        for earlier, later in same
        if earlier in read and later in read
    ]


def links(alignment: Alignment) -> set[tuple[str, str, float]]:
    """Each link, and how sure it is."""
    return {(link.earlier, link.later, link.confidence) for link in alignment.links}
