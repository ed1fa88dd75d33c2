"""The features of many pairs of texts, for the command that trains the model and for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.claims.outline import iter_outlines
from comms_tracker.relation.features import features
from comms_tracker.relation.match import match_all
from comms_tracker.relation.read import read


def rows_of(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
    """One row of features for each pair, in step; each distinct text is parsed once.

    Raises ModelError as extraction does.
    """
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    reads = dict(zip(texts, map(read, iter_outlines(texts)), strict=True))
    return [
        features(reads[then], reads[now], match_all(reads[then].quantities, reads[now].quantities))
        for then, now in pairs
    ]
