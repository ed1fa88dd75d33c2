"""Which claim that was read is which claim of the gold: by the figure's place, else by most of the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comms_tracker.decisions.places import shared
from comms_tracker.records import Claim, FigureKind
from comms_tracker.scoring.gold import GoldClaim, GoldIncident

FAINT = 1e-3
"""What a match across kinds weighs (a figure for a claim without one, or the reverse) beside one of a kind."""
TIGHTNESS = 1e-2
"""What it weighs that the spans are alike, among candidates that share as much."""
MOST = 0.5
"""The share of a figureless claim's words that a read claim must cover."""


@dataclass(frozen=True, slots=True)
class Matching:
    """``read`` is the claim found for a gold claim's id, ``gold`` the gold claim's id for a read claim's.

    ``words`` are those of every read claim by its id.
    """

    read: Mapping[str, Claim]
    gold: Mapping[str, str]
    words: Mapping[str, str]


def match(incident: GoldIncident, claims: Sequence[Claim]) -> Matching:
    """The one-to-one matching that takes the closest pairs first."""
    candidates = sorted(
        (-weight, gold.id, claim.id)
        for gold in incident.claims.values()
        for claim in claims
        if claim.statement == gold.statement and (weight := closeness(gold, claim)) > 0
    )
    by_id = {claim.id: claim for claim in claims}
    read: dict[str, Claim] = {}
    found: dict[str, str] = {}
    for _, gold_id, claim_id in candidates:
        if gold_id not in read and claim_id not in found:
            read[gold_id] = by_id[claim_id]
            found[claim_id] = gold_id
    return Matching(read, found, {claim.id: claim.text for claim in claims})


def closeness(gold: GoldClaim, claim: Claim) -> float:
    """How much speaks for the pair; 0 where they do not meet."""
    common = _shared_with_figure(gold, claim) if gold.figure else _shared_without(gold, claim)
    if not common:
        return 0.0
    return common + TIGHTNESS / (1 + abs((claim.end - claim.start) - (gold.end - gold.start)))


def _shared_with_figure(gold: GoldClaim, claim: Claim) -> float:
    figure = gold.figure
    assert figure is not None
    if claim.figure is not None:
        return shared((figure.start, figure.end), (claim.figure.start, claim.figure.end))
    if figure.kind == "none" or figure.op in ("none", "some"):  # "no" and "some" may be read without a figure
        return FAINT * shared((figure.start, figure.end), (claim.start, claim.end))
    return 0.0


def _shared_without(gold: GoldClaim, claim: Claim) -> float:
    common = shared((gold.start, gold.end), (claim.start, claim.end))
    if common < MOST * (gold.end - gold.start):
        return 0.0
    bare = claim.figure is None or claim.figure.kind is FigureKind.UNIVERSAL
    return common if bare else FAINT * common


def series(links: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The number of the series that each linked claim is in."""
    home: dict[str, int] = {}
    for number, (one, other) in enumerate(links):
        joined = {home.get(one, number), home.get(other, number)}
        home[one] = home[other] = number
        home.update({claim: number for claim, place in home.items() if place in joined})
    return home
