"""Every query that a page or a command makes finds its rows by an index: none reads a large table from end to end."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND, compared
from sqlite_utils import Database
from store_samples import statement
from stores_by_hand import CAME, WHY, opened

from comms_tracker.decisions import making
from comms_tracker.records import FigureKind
from comms_tracker.store import COUNTED, Filters, Search, Store, Within
from comms_tracker.store.search_queries import claims_by_phrases

CHANGE = compared().changes[0].id
ALL_FILTERS = Filters(
    "Vale Water", INCIDENT, "utilities", "2033-01-01", "2033-12-31", FigureKind.EXACT, COUNTED, 1.0, 1e6
)
EARLIER = replace(FIRST, id="earlier", issued="2033-05-01")

ASKED: dict[str, Callable[[Store], object]] = {
    "a page of incidents": lambda store: store.incidents(20, 40),
    "one incident": lambda store: store.incident(INCIDENT),
    "names of incidents": lambda store: store.incident_names(),
    "statements": lambda store: store.statements(INCIDENT),
    "versions": lambda store: store.versions(INCIDENT, "first"),
    "sources": lambda store: store.sources(INCIDENT, "first"),
    "what was replaced": lambda store: store.replaced(50),
    "a comparison": lambda store: store.comparison(INCIDENT),
    "decisions": lambda store: store.decisions(INCIDENT),
    "where an id is": lambda store: store.incidents_of(CHANGE),
    "ids like one": lambda store: store.ids_near(CHANGE[:8]),
    "words that a claim had": lambda store: store.former_words(CLAIMS[0].id),
    "a search": lambda store: store.search(Search("homes water")),
    "a search of claims": lambda store: store.search(Search("homes -school", Within.CLAIMS, filters=ALL_FILTERS)),
    "a search of statements": lambda store: store.search(
        Search("homes", Within.STATEMENTS, filters=Filters("Vale Water", INCIDENT, "utilities", "2033-01-01"))
    ),
    "an add": lambda store: store.add(INCIDENT, [EARLIER, replace(SECOND, title="Homes")], [CAME, None]),
    "an add of a new incident": lambda store: store.add("new", [statement("monday", "12 trains")]),
    "a decision": lambda store: store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, CHANGE)),
    "a reading": lambda store: store.reprocess(INCIDENT),
}

# The full text's settings are read from a table that SQLite calls main here, and so does VACUUM.
# What is read whole on purpose: the names of incidents as a list, and one row of a table that has few.
WHOLE = {
    "names of incidents": {"incidents"},
    "a page of incidents": {"incidents"},
    "what was replaced": {"statement_versions"},
}
SMALL = {"main", "CONSTANT", "sqlite_master", "near", "j", "json_each"}
SCAN = re.compile(r"^SCAN (?!\d+ CONSTANT|\w+ VIRTUAL TABLE)(\w+)")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("queries") / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND], [CAME, None])
        store.decide(INCIDENT, lambda one, _: making.dismiss(one, ANN, CLAIMS[1].id))
    return path


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Store:
    return opened(Path(shutil.copyfile(whole, tmp_path / "store.db")))


def asked_by(store: Store, question: Callable[[Store], object]) -> list[str]:
    """The statements that SQLite was given, with the values in them."""
    heard: list[str] = []
    connection = store._writing().conn
    connection.set_trace_callback(heard.append)
    try:
        question(store)
    finally:
        connection.set_trace_callback(None)
    verbs = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
    # sqlite-utils tries out what SQLite can do on a table of its own, t and 32 hex digits.
    own = [sql for sql in dict.fromkeys(heard) if not re.search(r"\bt[0-9a-f]{32}\b", sql)]
    return [sql for sql in own if sql.lstrip().upper().startswith(verbs)]


def whole_tables(path: Path, sql: str) -> set[str]:
    """The tables that SQLite would read from end to end."""
    with Database(path) as db:
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    return {match[1] for step in steps if (match := SCAN.match(step))} - SMALL


@pytest.mark.parametrize("name", ASKED)
def test_no_large_table_is_read_from_end_to_end_for(name: str, store: Store) -> None:
    heard = asked_by(store, ASKED[name])
    assert heard
    store.close()
    slow = {sql: found for sql in heard if (found := whole_tables(store.path, sql) - WHOLE.get(name, set()))}
    assert slow == {}


def test_none_is_for_a_search_by_meaning(store: Store) -> None:
    asked = Search("homes", by_meaning=True, filters=ALL_FILTERS)
    query = claims_by_phrases(["homes", "schools"], asked.filters, 200)
    store.close()
    assert whole_tables(store.path, query.plain) == set()
    with Database(store.path) as db:
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {query.plain}").fetchall()]
    assert any("claims_by_phrase" in step for step in steps)


def test_what_is_ranked_is_sorted_by_the_full_text_itself(store: Store) -> None:
    page = store.search(Search("homes", Within.CLAIMS))
    store.close()
    with Database(store.path) as db:
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {page.sql[0]}").fetchall()]
    assert not [step for step in steps if "TEMP B-TREE" in step]


@pytest.mark.parametrize("where", ["incident = 'burst-main-2033'", "incident = 'burst-main-2033' AND claim_id = 'c-1'"])
@pytest.mark.parametrize("view", ["claims_readable", "timeline"])
def test_none_is_for_a_view_of_claims(store: Store, view: str, where: str) -> None:
    store.close()
    assert whole_tables(store.path, f"SELECT * FROM {view} WHERE {where}") == set()


@pytest.mark.parametrize("view", ["changes_readable", "unacknowledged", "decisions_readable", "history"])
def test_none_is_for_a_view_of_an_incident(store: Store, view: str) -> None:
    store.close()
    found = whole_tables(store.path, f"SELECT * FROM {view} WHERE incident = '{INCIDENT}'")
    assert found - {"history"} == set()


def test_a_lawful_deletion_reads_whole_tables_only_for_the_bytes_of_sources(store: Store) -> None:
    heard = asked_by(store, lambda one: one.forget(INCIDENT, "second", WHY))
    store.close()
    read = set().union(*(whole_tables(store.path, sql) for sql in heard if "vacuum_db" not in sql))
    assert read <= {"sources", "phrase_vectors"}
