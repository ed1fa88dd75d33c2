"""Finds claims whose phrase means nearly what was asked, whatever words it is in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker import encoder
from comms_tracker.store import searching
from comms_tracker.store.matrix import Matrix, matrix_of
from comms_tracker.store.rows import array
from comms_tracker.store.search_queries import Asked, claims_by_phrases
from comms_tracker.store.search_records import Found, FoundBy, Hit, Search, Within
from comms_tracker.store.searching import DEPTH, claim_hit

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sqlite_utils import Database

PHRASES = 400
"""How many of the nearest phrases are looked at for claims that the filters let in."""
LEAST = 0.35
"""The cosine below which phrases are about something else: so seen with ten queries over the bundled cases."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was asked, as a vector of the model with this hash."""

    model: str
    vector: NDArray[numpy.int8]


def sought(words: str) -> Sought:
    """The words as the phrase model reads them; raises ModelError where it is missing."""
    return Sought(encoder.model_sha256(), encoder.encode([" ".join(words.replace('"', " ").split())])[0])


def search(db: Database, asked: Search, path: Path, wanted: Sought) -> Found:
    """One page of what the words and their meaning find, ranks fused."""
    if asked.within is Within.STATEMENTS:
        return searching.search(db, asked)
    matrix = matrix_of(db, path, wanted.model)
    near, query = near_claims(db, asked, matrix, wanted)
    found = searching.search(db, asked, near)
    found = replace(found, sql=(*found.sql, query.plain))
    if not matrix.behind:
        return found
    said = "1 incident was" if matrix.behind == 1 else f"{matrix.behind} incidents were"
    note = f"{said} read before meanings were kept and can be found by words only. Run comms-tracker reprocess."
    return replace(found, notes=(*found.notes, note))


def near_claims(db: Database, asked: Search, matrix: Matrix, wanted: Sought) -> tuple[tuple[Hit, ...], Asked]:
    """The claims whose phrases are nearest to what was asked, the nearest first, and the query that found them.

    At most as many as are fused.
    """
    near = _phrases(db, matrix, wanted)
    query = claims_by_phrases([phrase for phrase, _ in near], asked.filters, DEPTH)
    rows = sorted(db.query(query.sql, query.values), key=lambda row: int(row["nearness"]))
    return tuple(claim_hit(row, FoundBy.MEANING, near[row["nearness"]][1]) for row in rows), query


def _phrases(db: Database, matrix: Matrix, wanted: Sought) -> list[tuple[str, float]]:
    """The nearest phrases with their likeness, the nearest first."""
    near = [one for one in matrix.nearest(wanted.vector, PHRASES) if one[1] >= LEAST]
    rows = db.execute(
        "SELECT rowid, phrase FROM phrase_vectors WHERE rowid IN (SELECT value FROM json_each(?))",
        [array([rowid for rowid, _ in near])],
    )
    phrases = dict(rows.fetchall())
    return [(phrases[rowid], likeness) for rowid, likeness in near if rowid in phrases]
