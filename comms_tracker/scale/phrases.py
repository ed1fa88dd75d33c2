"""Phrase vectors of a reading process: each is made once, and kept from one incident or batch to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker import encoder

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

KEPT = 20_000
"""Phrases whose vectors a process keeps: eight megabytes."""


class KeptPhrases:
    """The pinned encoder with a memory; a phrase that it does not know is looked up in a store first, if there is one.

    So several processes that read into one store make the vector of a phrase once, and not each of them.
    """

    def __init__(self, path: Path | None = None, most: int = KEPT) -> None:
        from comms_tracker.store.looking import Looker

        self._looker = None if path is None else Looker(path)
        self._most = most
        self._rows: dict[str, NDArray[numpy.int8]] = {}

    def model_sha256(self) -> str:
        """The hash of the encoder's weights; raises ModelError where they are missing or not the pinned ones."""
        return encoder.model_sha256()

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row for each phrase, in step; raises ModelError as above."""
        import numpy

        if not phrases:
            return numpy.zeros((0, encoder.WIDTH), dtype=numpy.int8)
        missing = [phrase for phrase in dict.fromkeys(phrases) if phrase not in self._rows]
        if missing and self._looker is not None:
            from comms_tracker.store.vectors import stored_vectors

            model = self.model_sha256()
            self._rows.update(self._looker.ask(lambda db: stored_vectors(db, model, missing)))
            missing = [phrase for phrase in missing if phrase not in self._rows]
        self._rows.update(zip(missing, encoder.encode(missing), strict=True))
        rows = numpy.stack([self._rows[phrase] for phrase in phrases])
        for phrase in list(islice(self._rows, max(len(self._rows) - self._most, 0))):
            del self._rows[phrase]
        return rows


@cache
def kept_phrases(path: Path | None = None) -> KeptPhrases:
    """The memory of this process for readings into the store at ``path``, or into no store."""
    return KeptPhrases(path)
