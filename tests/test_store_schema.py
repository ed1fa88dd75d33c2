"""The schema as others may rely on it: keys, closed sets, indexes, views, and the steps that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from sample_comparison import barts_comparison
from sqlite_utils import Database
from store_samples import INCIDENT, cheap_compare, full_comparison, statement

from comms_tracker import records
from comms_tracker.decisions import Verb
from comms_tracker.store import Store, Subject, reading
from comms_tracker.store.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from comms_tracker.store.records import Cause, Entry, Outcome

KEYS = {
    "metadata": ["name"],
    "organisations": ["name"],
    "incidents": ["id"],
    "statements": ["incident", "id"],
    "sources": ["sha256"],
    "statement_sources": ["incident", "statement", "version"],
    "statement_versions": ["incident", "id", "version"],
    "claims": ["incident", "id"],
    "figures": ["incident", "claim"],
    "series": ["incident", "id"],
    "series_claims": ["incident", "series", "position"],
    "changes": ["incident", "id"],
    "findings": ["incident", "id"],
    "runs": ["id"],
    "decisions": ["incident", "id"],
    "decided_words": ["incident", "decision", "position"],
    "decided_figures": ["incident", "decision"],
    "earlier_readings": ["incident", "run", "subject", "id"],
    "log": ["id"],
    "forgotten": ["incident", "statement", "version", "text_sha256"],
    "row_hashes": ["incident", "kind", "id"],
    "phrase_vectors": ["model_sha256", "phrase"],
    "incident_phrases": ["incident", "model_sha256", "phrase"],
}

CLOSED_SETS: dict[tuple[str, str], Iterable[StrEnum]] = {
    ("figures", "kind"): records.FigureKind,
    ("claims", "basis"): records.Basis,
    ("series", "basis"): records.Basis,
    ("claims", "polarity"): records.Polarity,
    ("claims", "certainty"): records.Certainty,
    ("claims", "voice"): records.Voice,
    ("changes", "kind"): records.ChangeKind,
    ("changes", "relation"): records.Relation,
    ("changes", "stated_basis"): records.StatedBasis,
    ("changes", "direction"): records.Direction,
    ("changes", "status"): records.ReviewStatus,
    ("findings", "kind"): records.FindingKind,
    ("decisions", "verb"): Verb,
    ("decisions", "change_kind"): records.ChangeKind,
    ("decisions", "finding_kind"): records.FindingKind,
    ("decided_figures", "kind"): records.FigureKind,
    ("runs", "cause"): Cause,
    ("log", "entry"): Entry,
    ("earlier_readings", "subject"): Subject,
    ("earlier_readings", "outcome"): (Outcome.GONE, Outcome.OTHERWISE),
}


STEPS = [
    "0001_what_was_said_and_how_it_was_read",
    "0002_what_people_decided",
    "0003_the_log_and_a_hash_of_each_row",
    "0004_what_was_forgotten",
    "0005_a_file_that_explains_itself",
    "0006_what_came_in",
    "0007_words_found",
    "0008_words_between_marks_and_more_hashes",
    "0009_history_for_an_older_sqlite",
    "0010_a_label_in_every_view",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    full = full_comparison()
    barts = barts_comparison()
    with Store.open(made, write=True, compare=lambda *_: full) as store:
        store.add(INCIDENT, full.statements)
    with Store.open(made, write=True, compare=lambda *_: barts) as store:
        store.add("barts-2017", barts.statements)
    return made


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with Database(path) as opened:
        yield opened


def tables(db: Database) -> set[str]:
    return {name for name in db.table_names() if not name.startswith(("_sqlite", "sqlite")) and "_fts" not in name}


def test_every_table_has_the_key_that_is_promised_and_none_is_by_rowid(db: Database) -> None:
    assert {name: db.table(name).pks for name in tables(db)} == KEYS


def test_every_table_is_strict(db: Database) -> None:
    assert {name for name in tables(db) if not db.table(name).strict} == set()


def test_closed_sets_in_the_schema_are_the_enums_of_today(db: Database) -> None:
    found = {
        (table, column): set(re.findall(r"'([a-z_ ]+)'", values))
        for table in tables(db)
        for column, values in re.findall(r"CHECK\s*\((\w+) IN \(([^()]*'[^()]*)\)", db.table(table).schema)
    }
    assert found == {place: {member.value for member in enum} for place, enum in CLOSED_SETS.items()}


def test_every_json_column_holds_arrays(db: Database) -> None:
    arrays = {
        (table, column)
        for table in tables(db)
        for column in re.findall(r"json_type\((\w+)\) = 'array'", db.table(table).schema)
    }
    assert arrays == {
        ("incidents", "organisations"),
        ("incidents", "notes"),
        ("claims", "scope"),
        ("series", "scope"),
        ("figures", "readings"),
        ("changes", "also"),
        ("changes", "evidence_for"),
        ("changes", "evidence_against"),
        ("findings", "statements"),
        ("findings", "claims"),
        ("runs", "added"),
        ("runs", "new_versions"),
        ("runs", "decisions"),
        ("runs", "versions"),
        ("earlier_readings", "changed_columns"),
        ("decisions", "statements"),
        ("log", "subjects"),
        ("statement_sources", "taken"),
        ("statement_sources", "pages"),
        ("statements", "derived_quoted"),
        ("statement_versions", "derived_quoted"),
        ("decided_figures", "readings"),
    }


def test_the_store_is_sound_by_sqlites_own_checks(db: Database) -> None:
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_stored_text_at_a_claims_place_is_the_claims_text(db: Database) -> None:
    wrong = db.execute("""
        SELECT c.id FROM claims AS c JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
        WHERE c.incident = 'barts-2017' AND substr(s.text, c.start + 1, c.end - c.start) != c.text
    """).fetchall()
    assert wrong == []


def test_a_new_file_is_brought_to_the_last_step_and_marked_as_a_store(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open(path, write=True).close()
    with Database(path) as db:
        assert [applied.name for applied in MIGRATIONS.applied(db)] == STEPS
        assert MIGRATIONS.pending(db) == []
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_steps_are_numbered_without_gaps_and_the_last_is_the_schema_version(tmp_path: Path) -> None:
    with Database(tmp_path / "new.db") as db:
        numbers = [int(step.name[:4]) for step in MIGRATIONS.pending(db)]
    assert numbers == list(range(1, SCHEMA_VERSION + 1))


def test_a_step_that_fails_leaves_an_empty_file_that_can_be_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"

    def failing(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("comms_tracker.store.migrations._rewrite_declarations", failing)
        with pytest.raises(MemoryError):
            Store.open(path, write=True)
    with Database(path) as db:
        assert db.table_names() == []
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [statement("monday", "12 trains")])


def test_opening_a_store_of_today_for_writing_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    Store.open(path, write=True).close()
    assert path.read_bytes() == before


def test_a_run_says_which_version_models_and_lexicons_read_what(db: Database) -> None:
    row = next(db.query("SELECT * FROM runs WHERE incident = ?", [INCIDENT]))
    assert row["finished"] >= row["started"] > "2020"
    assert {key: row[key] for key in row if key not in ("started", "finished")} == {
        "id": 1,
        "incident": INCIDENT,
        "version": "0.1.0",
        "model_sha256": "a" * 64,
        "lexicon_sha256": "b" * 64,
        "added": '["first", "second"]',
        "new_versions": "[]",
        "cause": "add",
        "decisions": "[]",
        "versions": '[["first", 1], ["second", 1]]',
    }


def test_changes_readable_shows_both_wordings_and_says_what_is_not_mentioned(db: Database) -> None:
    found = db.query("SELECT * FROM changes_readable WHERE incident = 'barts-2017' ORDER BY position")
    shown = [
        (row["what_changed"], row["earlier_figure"], row["earlier_words"], row["later_figure"], row["later_words"])
        for row in found
    ]
    assert shown[0] == (
        "quantified",
        "a very small number",
        "cancel a very small number of elective operations, those that relied on images",
        "136",
        "136 operations were cancelled",
    )
    assert shown[1][:3] == ("added", "not mentioned", "not mentioned")
    assert next(row for row in shown if row[0] == "dropped")[3:] == ("not mentioned", "not mentioned")


def test_claims_readable_shows_the_words_the_figure_and_the_measure(db: Database) -> None:
    row = next(db.query("SELECT * FROM claims_readable WHERE words = '136 operations were cancelled'"))
    shown = ("incident", "organisation", "date", "figure", "lowest", "highest", "unit", "event", "counted", "about")
    assert {key: row[key] for key in shown} == {
        "incident": "barts-2017",
        "organisation": "Barts Health NHS Trust",
        "date": "2017-05-05",
        "figure": "136",
        "lowest": 136.0,
        "highest": 136.0,
        "unit": None,
        "event": "cancel",
        "counted": "operation",
        "about": "matter",
    }


def test_no_query_of_an_incident_reads_a_whole_table_or_sorts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    plain = Database.query

    def listening(self: Database, sql: str, params: object = None) -> object:
        asked.append(sql)
        return plain(self, sql, params)  # type: ignore[arg-type]

    monkeypatch.setattr(Database, "query", listening)
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.comparison("barts-2017")
        store.versions("barts-2017", "2017-04-28-first-statement")
        store.decisions("barts-2017")
        store.former_words("c-000000000000")
        store.ids_near("c-000000000000")
        store.incidents_of("c-000000000000")
        store.add("barts-2017", [statement("third", "137", "2017-05-09")])
    assert len(set(asked)) >= 8
    with Database(path) as db:
        plans = {
            sql: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", [INCIDENT] * sql.count("?")).fetchall()]
            for sql in asked
        }
    slow = {sql: plan for sql, plan in plans.items() if any("SCAN" in step or "TEMP B-TREE" in step for step in plan)}
    assert slow == {}


@pytest.mark.parametrize("view", ["changes_readable", "claims_readable", "decisions_readable", "unacknowledged"])
def test_a_view_of_one_incident_reads_no_whole_table(db: Database, view: str) -> None:
    plan = db.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {view} WHERE incident = ? ORDER BY position", [INCIDENT])
    steps = [row[3] for row in plan.fetchall()]
    assert steps
    assert not [step for step in steps if "SCAN" in step or "TEMP B-TREE" in step]


def test_every_foreign_key_has_an_index_on_its_own_columns(db: Database) -> None:
    missing = []
    for name in sorted(tables(db)):
        table = db.table(name)
        indexed = [table.pks, *(index.columns for index in table.indexes)]
        keys: dict[int, list[str]] = {}
        for key in db.execute(f"PRAGMA foreign_key_list([{name}])").fetchall():
            keys.setdefault(key[0], []).append(key[3])
        missing += [
            (name, columns)
            for columns in keys.values()
            if not any(index[: len(columns)] == columns for index in indexed)
        ]
    assert missing == []


def test_all_incidents_are_listed_from_the_incidents_table_alone(path: Path) -> None:
    with Database(path) as db:
        assert [summary.incident for summary in reading.incidents(db, None, 0)] == [INCIDENT, "barts-2017"]
