"""Statements are parsed once, however often they are compared: with other weights, their claims stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from unittest.mock import patch

from comms_tracker import comparison
from comms_tracker.claims import extract_claims
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Claim, Comparison, Statement


def claims_of(statements: Iterable[Statement]) -> list[tuple[Claim, ...]]:
    """The claims of each statement, as the product reads them."""
    return list(_claims_of(tuple(statements)))


def compare(statements: Sequence[Statement], vectors: PhraseVectors) -> Comparison:
    """What the product makes of the statements; those that were read before are not parsed again."""
    with patch.object(comparison, "extract_claims", claims_of):
        return comparison.compare(statements, vectors)


@cache
def _claims_of(statements: tuple[Statement, ...]) -> tuple[tuple[Claim, ...], ...]:
    return tuple(extract_claims(statements))
