"""Finds what an id meant that nothing has any more: a claim or change of a wording that a later version replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from comms_tracker.records import ChangeKind, Claim, short_id

AT_MOST = 500
"""Claims among which a change is looked for; the pairs of more would take too long."""


def claims_of_id(wanted: str, earlier: Sequence[Claim], present: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that the id of a claim or change was made of, none of them a present one alone; empty where unknown.

    ``earlier`` are the claims of wordings that were replaced, ``present`` those of the same incident now.
    """
    for claim in earlier:
        if wanted == claim.id or wanted in _one_sided(claim):
            return (claim,)
    known = list({claim.id: claim for claim in (*earlier, *present)}.values())[:AT_MOST]
    for one, other in combinations(known, 2):
        if wanted in (short_id("change", one.id, other.id), short_id("change", other.id, one.id)):
            return one, other
    return ()


def _one_sided(claim: Claim) -> Iterator[str]:
    yield short_id("change", ChangeKind.ADDED.value, None, claim.id)
    yield short_id("change", ChangeKind.DROPPED.value, claim.id, None)
