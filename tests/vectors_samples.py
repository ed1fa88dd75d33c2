"""Stand-ins for the phrase model, where words and parts must decide without it."""

from __future__ import annotations

import numpy as np

from comms_tracker.encoder import WIDTH


class FlatVectors:
    """The same vector for every phrase: half like one another, all of them, so that only words tell claims apart."""

    def vectors(self, phrases: list[str]) -> np.ndarray:
        return np.full((len(phrases), WIDTH), 6, dtype=np.int8)


class NoVectors:
    """Asking it is a failure."""

    def vectors(self, phrases: list[str]) -> np.ndarray:
        raise AssertionError(f"the encoder was asked for {phrases}")
