"""What pages and commands ask of a store, and the same in plain SQL of the same shape over the same tables.

The plain queries are the only SQL outside the store: they say what SQLite alone would take, rows as tuples and no more.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.bench.synthetic import NOUNS, Made, comparison, incident_name
from comms_tracker.records import FigureKind
from comms_tracker.store import Filters, Search, Within
from comms_tracker.store.asking import Asking

if TYPE_CHECKING:
    from sqlite_utils import Database

PAGE = 50
"""Results of a page."""
TABLES = {
    "incidents": "id = :incident",
    "statements": "incident = :incident ORDER BY position",
    "claims": "incident = :incident ORDER BY position",
    "figures": "incident = :incident",
    "series": "incident = :incident ORDER BY position",
    "series_claims": "incident = :incident ORDER BY series, position",
    "changes": "incident = :incident ORDER BY position",
    "findings": "incident = :incident ORDER BY position",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """What one asking is about; its fields are values of the plain queries."""

    incident: str
    statement: str
    claim: str
    organisation: str
    rare: str
    common: str

    @classmethod
    def drawn(cls, made: Made, chance: random.Random) -> Sample:
        """One incident: its first statement and claim, the place that this is about, and a noun of many claims."""
        number = chance.randrange(made.incidents)
        one = comparison(number)
        first, claim = one.statements[0], one.claims[0]
        assert first.organisation is not None
        rare = claim.measure.scope[0]
        return cls(incident_name(number), first.id, claim.id, first.organisation, rare, chance.choice(NOUNS))

    @property
    def values(self) -> Mapping[str, object]:
        """By name, for a query."""
        near = self.claim[:6]
        return {
            **{name: getattr(self, name) for name in self.__slots__},
            "page": PAGE,
            "near": near,
            "after": near + "\U0010ffff",
        }


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how the store is asked, the plain queries if any, and whether its answer grows with the store.

    ``slow`` ones are asked less often.
    """

    name: str
    ask: Callable[[Asking, Sample], object]
    queries: tuple[str, ...]
    grows: bool = False
    slow: bool = False
    by_meaning: bool = False

    def bare(self, db: Database, sample: Sample) -> object:
        """The plain queries' rows."""
        values = sample.values
        return [db.conn.execute(query, values).fetchall() for query in self.queries]


def by_key(db: Database, sample: Sample) -> object:
    """One row by its primary key."""
    query = "SELECT * FROM claims WHERE incident = ? AND id = ?"
    return db.conn.execute(query, (sample.incident, sample.claim)).fetchone()


def _found(word: str, claims: bool, more: str = "") -> str:
    table, columns = ("claims", "s.issued, f.*, c.*") if claims else ("statements", "c.*")
    joins = (
        "JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement "
        "LEFT JOIN figures AS f ON f.incident = c.incident AND f.claim = c.id"
    )
    return (
        f"SELECT {columns} FROM {table}_fts AS t JOIN {table} AS c ON c.rowid = t.rowid {joins if claims else ''} "
        f"WHERE {table}_fts MATCH :{word}{more} ORDER BY t.rank LIMIT :page"
    )


def _by_words(within: Within, word: str, **filters: str | FigureKind) -> Callable[[Asking, Sample], object]:
    def ask(store: Asking, sample: Sample) -> object:
        chosen = Filters(**{name: getattr(sample, str(value), value) for name, value in filters.items()})  # type: ignore[arg-type]
        return store.search(Search(getattr(sample, word), within, filters=chosen, limit=PAGE))

    return ask


QUESTIONS = (
    Question(
        "incidents, a page of them",
        lambda store, _: store.incidents(PAGE),
        ("SELECT * FROM incidents ORDER BY last_moment DESC, id LIMIT :page",),
    ),
    Question(
        "incidents, all of them",
        lambda store, _: store.incidents(),
        ("SELECT * FROM incidents ORDER BY last_moment DESC, id",),
        grows=True,
        slow=True,
    ),
    Question(
        "an incident: what changed, claims, timeline",
        lambda store, sample: store.comparison(sample.incident),
        tuple(f"SELECT * FROM {table} WHERE {which}" for table, which in TABLES.items()),
    ),
    Question(
        "an incident's statements",
        lambda store, sample: store.statements(sample.incident),
        (f"SELECT * FROM statements WHERE {TABLES['statements']}",),
    ),
    Question(
        "an incident's decisions",
        lambda store, sample: store.decisions(sample.incident),
        (
            "SELECT * FROM decided_words WHERE incident = :incident ORDER BY decision, position",
            "SELECT * FROM decided_figures WHERE incident = :incident",
            "SELECT * FROM decisions WHERE incident = :incident ORDER BY position",
            "SELECT id FROM incidents WHERE id = :incident",
        ),
    ),
    Question(
        "a statement's versions",
        lambda store, sample: store.versions(sample.incident, sample.statement),
        (
            f"SELECT * FROM statements WHERE {TABLES['statements']}",
            "SELECT * FROM statement_versions WHERE incident = :incident AND id = :statement ORDER BY version",
        ),
    ),
    Question(
        "whose id is it",
        lambda store, sample: store.incidents_of(sample.claim),
        tuple(
            f"SELECT incident FROM {table} WHERE id = :claim"
            for table in ("changes", "claims", "findings", "decisions", "statements")
        ),
    ),
    Question(
        "ids near one",
        lambda store, sample: store.ids_near(sample.claim[:6]),
        tuple(
            f"SELECT id FROM {table} WHERE id >= :near AND id < :after LIMIT 200"
            for table in ("changes", "claims", "findings", "decisions", "statements")
        ),
    ),
    Question("search claims, a rare word", _by_words(Within.CLAIMS, "rare"), (_found("rare", True),)),
    Question("search statements, a rare word", _by_words(Within.STATEMENTS, "rare"), (_found("rare", False),)),
    Question(
        "search claims, a rare word, one organisation's",
        _by_words(Within.CLAIMS, "rare", organisation="organisation"),
        (_found("rare", True, " AND s.organisation = :organisation"),),
    ),
    Question(
        "search claims, a word in one of fifteen",
        _by_words(Within.CLAIMS, "common"),
        (_found("common", True),),
        grows=True,
        slow=True,
    ),
    Question(
        "search by meaning",
        lambda store, sample: store.search(
            Search(f"{sample.common} stopped", Within.CLAIMS, by_meaning=True, limit=PAGE)
        ),
        (),
        grows=True,
        slow=True,
        by_meaning=True,
    ),
)
