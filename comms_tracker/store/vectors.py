"""Phrase vectors that the store keeps, so that a phrase is read by the encoder once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from comms_tracker import encoder
from comms_tracker.errors import ModelError
from comms_tracker.records import Claim

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sqlite_utils import Database

AT_ONCE = 500
"""Phrases asked for in one query, well under the number of parameters that every SQLite allows."""


class Encoder(Protocol):
    """What makes phrase vectors."""

    def model_sha256(self) -> str:
        """The hash of its weights."""

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row for each phrase, in step."""


class PinnedEncoder:
    """The pinned model of :mod:`comms_tracker.encoder`; nothing of it is loaded until a phrase is asked for."""

    def model_sha256(self) -> str:
        """The hash of its weights; raises ModelError where they are missing or not the pinned ones."""
        return encoder.model_sha256()

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row for each phrase, in step; raises ModelError as above."""
        return encoder.encode(phrases)


class StoredVectors:
    """Phrase vectors from the table where it has them, else from ``maker``; kept in memory until saved.

    It never writes: :func:`save_vectors` does, in the transaction of the comparison that asked. Vectors of other
    weights than the maker's are not read.
    """

    def __init__(self, db: Database, maker: Encoder) -> None:
        self.maker = maker
        self._db = db
        self._known: dict[str, NDArray[numpy.int8]] = {}

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One int8 row for each phrase, in step with ``phrases``."""
        import numpy

        if not phrases:
            return numpy.zeros((0, encoder.WIDTH), dtype=numpy.int8)
        wanted = {phrase for phrase in phrases if phrase not in self._known}
        if wanted:
            self._known.update(stored_vectors(self._db, self.maker.model_sha256(), sorted(wanted)))
        missing = sorted(wanted - self._known.keys())
        if missing:
            self._known.update(zip(missing, self.maker.vectors(missing), strict=True))
        return numpy.stack([self._known[phrase] for phrase in phrases])

    @property
    def asked(self) -> dict[str, bytes]:
        """Every phrase that was asked for, with the bytes of its vector."""
        return {phrase: vector.tobytes() for phrase, vector in self._known.items()}


def stored_vectors(db: Database, model: str, phrases: Sequence[str]) -> dict[str, NDArray[numpy.int8]]:
    """The vector of each phrase that the store has one of, made with the weights of hash ``model``."""
    import numpy

    found: dict[str, NDArray[numpy.int8]] = {}
    for start in range(0, len(phrases), AT_ONCE):
        some = phrases[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        for row in db.query(
            f"SELECT phrase, vector FROM phrase_vectors WHERE model_sha256 = ? AND phrase IN ({marks})", [model, *some]
        ):
            found[row["phrase"]] = numpy.frombuffer(row["vector"], dtype=numpy.int8)
    return found


def keep_meanings(vectors: encoder.PhraseVectors, claims: Iterable[Claim]) -> None:
    """Asks for the vector of every claim's phrase, so that all can be found by meaning.

    Where the phrase model is missing they are found by words only: what is read of a text does not depend on it.
    """
    phrases = dict.fromkeys(claim.measure.phrase for claim in claims if claim.measure.phrase)
    with suppress(ModelError):
        vectors.vectors(list(phrases))


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
    asked = vectors.asked
    if asked:
        model = vectors.maker.model_sha256()
        db.table("phrase_vectors").insert_all(
            ({"model_sha256": model, "phrase": phrase, "vector": asked[phrase]} for phrase in asked), ignore=True
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
