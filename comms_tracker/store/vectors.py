"""Phrase vectors that the store keeps, so that a phrase is read by the encoder once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from numpy import ndarray
    from sqlite_utils import Database

AT_ONCE = 500
"""Phrases asked for in one query, well under the number of parameters that every SQLite allows."""


class Encoder(Protocol):
    """What makes phrase vectors; ``model_sha256`` names its weights."""

    @property
    def model_sha256(self) -> str: ...

    def vectors(self, phrases: Sequence[str]) -> ndarray: ...


class StoredVectors:
    """Phrase vectors from the table where it has them, else from ``encoder``; kept in memory until saved.

    It never writes: :func:`save_vectors` does, in the transaction of the comparison that asked. Vectors of other
    weights than the encoder's are not read.
    """

    def __init__(self, db: Database, encoder: Encoder) -> None:
        self.model_sha256 = encoder.model_sha256
        self._db = db
        self._encoder = encoder
        self._known: dict[str, ndarray] = {}

    def vectors(self, phrases: Sequence[str]) -> ndarray:
        """One int8 row for each phrase, in step with ``phrases``."""
        import numpy

        if not phrases:
            return self._encoder.vectors([])
        wanted = dict.fromkeys(phrase for phrase in phrases if phrase not in self._known)
        for phrase, vector in self._stored(list(wanted)):
            self._known[phrase] = numpy.frombuffer(vector, dtype=numpy.int8)
            del wanted[phrase]
        if wanted:
            self._known.update(zip(wanted, self._encoder.vectors(list(wanted)), strict=True))
        return numpy.stack([self._known[phrase] for phrase in phrases])

    @property
    def asked(self) -> dict[str, bytes]:
        """Every phrase that was asked for, with the bytes of its vector."""
        return {phrase: vector.tobytes() for phrase, vector in self._known.items()}

    def _stored(self, phrases: list[str]) -> Iterator[tuple[str, bytes]]:
        for start in range(0, len(phrases), AT_ONCE):
            some = phrases[start : start + AT_ONCE]
            marks = ", ".join("?" * len(some))
            for row in self._db.query(
                f"SELECT phrase, vector FROM phrase_vectors WHERE model_sha256 = ? AND phrase IN ({marks})",
                [self.model_sha256, *some],
            ):
                yield row["phrase"], row["vector"]


def save_vectors(db: Database, incident: str, vectors: StoredVectors) -> None:
    """Keeps what the incident's comparison asked for and lets go of what no comparison asks for any more.

    Call it in the comparison's transaction. The rows depend on the last comparison of each incident only, not on those
    that were made while its statements came in.
    """
    before = [
        (row["model_sha256"], row["phrase"])
        for row in db.query("SELECT model_sha256, phrase FROM incident_phrases WHERE incident = ?", [incident])
    ]
    db.execute("DELETE FROM incident_phrases WHERE incident = ?", [incident])
    model, asked = vectors.model_sha256, vectors.asked
    db.table("phrase_vectors").insert_all(
        ({"model_sha256": model, "phrase": phrase, "vector": vector} for phrase, vector in asked.items()), ignore=True
    )
    db.table("incident_phrases").insert_all(
        {"incident": incident, "model_sha256": model, "phrase": phrase} for phrase in asked
    )
    for old_model, phrase in before:
        db.execute(
            "DELETE FROM phrase_vectors WHERE model_sha256 = :model AND phrase = :phrase AND NOT EXISTS "
            "(SELECT 1 FROM incident_phrases WHERE model_sha256 = :model AND phrase = :phrase)",
            {"model": old_model, "phrase": phrase},
        )
