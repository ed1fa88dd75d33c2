"""What one release says more than once: copies through another outlet, and a figure given again."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.alignment.assign import assign
from comms_tracker.alignment.figures import values
from comms_tracker.alignment.records import Release
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.records import Claim

SURE_OF_A_COPY = 0.6
"""Copies within a release must be surer than other links: a wrong one would hide a claim."""


def copies_within(scorer: Scorer, release: Release, own: Sequence[Claim]) -> dict[str, str]:
    """Claims of a later statement of the release that repeat one of an earlier statement of it, by id, to that one."""
    copies: dict[str, str] = {}
    earlier: list[Claim] = []
    for statement in release.statements:
        here = [claim for claim in own if claim.statement == statement and not claim.restated]
        scores = [[scorer.probability(a, b) for b in here] for a in earlier]
        for row, column in assign(scores, SURE_OF_A_COPY):
            copies[here[column].id] = earlier[row].id
        earlier += [claim for claim in here if claim.id not in copies]
    return copies


def said_again(scorer: Scorer, claims: Sequence[Claim]) -> dict[str, str]:
    """Claims that give the figure of an earlier claim of their own statement again, by id, to that one.

    They stay in its series and take no other claim's place in the matching.
    """
    again: dict[str, str] = {}
    given: dict[tuple[str, float | None, float | None], list[Claim]] = {}
    for claim in claims:
        if claim.figure is None or not values(claim.figure, claim.figure)[0]:
            continue
        firsts = given.setdefault((claim.statement, claim.figure.low, claim.figure.high), [])
        first = next((one for one in firsts if scorer.probability(one, claim) >= SURE_OF_A_COPY), None)
        if first is None:
            firsts.append(claim)
        else:
            again[claim.id] = first.id
    return again
