"""Finds claims whose phrase means nearly what was asked, whatever words it is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker import encoder
from comms_tracker.store import searching
from comms_tracker.store.matrix import matrix_of
from comms_tracker.store.search_records import Found, FoundBy, Hit, Search, Within
from comms_tracker.store.searching import AROUND, CLAIM_COLUMNS, DEPTH, Asked, claim_hit, narrowed

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sqlite_utils import Database

PHRASES = 400
"""How many of the nearest phrases are looked at for claims that the filters let in."""
LEAST = 0.35
"""The cosine below which phrases are about something else: so seen with ten queries over the bundled cases."""

CLAIMS_BY_PHRASE = """SELECT {columns}
FROM claims AS c INDEXED BY claims_by_phrase
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement{joins}
WHERE c.phrase = :phrase{conditions}
ORDER BY c.incident, c.position LIMIT :limit"""


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
    found = searching.search(db, asked, near_claims(db, asked, path, wanted))
    behind = incidents_without_vectors(db, wanted.model)
    if not behind:
        return found
    said = "1 incident was" if behind == 1 else f"{behind} incidents were"
    note = f"{said} read before meanings were kept and can be found by words only. Run comms-tracker reprocess."
    return replace(found, notes=(note,))


def near_claims(db: Database, asked: Search, path: Path, wanted: Sought) -> tuple[Hit, ...]:
    """The claims whose phrases are nearest to what was asked, the nearest first, at most as many as are fused."""
    hits: list[Hit] = []
    for phrase, likeness in _phrases(db, path, wanted):
        question = claims_by_phrase(asked, phrase, DEPTH - len(hits))
        hits += (claim_hit(db, row, FoundBy.MEANING, likeness) for row in db.query(question.sql, question.values))
        if len(hits) >= DEPTH:
            break
    return tuple(hits)


def claims_by_phrase(asked: Search, phrase: str, limit: int) -> Asked:
    """The query for claims of one phrase that the filters let in."""
    joins, conditions, values = narrowed(asked.filters)
    sql = CLAIMS_BY_PHRASE.format(columns=CLAIM_COLUMNS.format(around=AROUND), joins=joins, conditions=conditions)
    return Asked(sql, {"phrase": phrase, "limit": limit, **values})


def incidents_without_vectors(db: Database, model: str) -> int:
    """How many incidents have claims of which no phrase has a vector of this model."""
    row = db.execute(
        "SELECT count(*) FROM incidents AS i WHERE NOT EXISTS "
        "(SELECT 1 FROM incident_phrases AS p WHERE p.incident = i.id AND p.model_sha256 = ?) "
        "AND EXISTS (SELECT 1 FROM claims AS c WHERE c.incident = i.id)",
        [model],
    ).fetchone()
    return int(row[0])


def _phrases(db: Database, path: Path, wanted: Sought) -> Iterator[tuple[str, float]]:
    for rowid, likeness in matrix_of(db, path, wanted.model).nearest(wanted.vector, PHRASES):
        if likeness < LEAST:
            return
        row = db.execute("SELECT phrase FROM phrase_vectors WHERE rowid = ?", [rowid]).fetchone()
        if row is not None:
            yield row[0], likeness
