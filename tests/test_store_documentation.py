"""Every table, view and column is told about in one place, and that place, the schema and docs/schema.md agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run
from sqlite_utils import Database

from comms_tracker.store import Store, documentation
from comms_tracker.store.documentation import RelationKind, documented_names


@pytest.fixture
def db(tmp_path: Path) -> Database:
    path = tmp_path / "new.db"
    Store.open(path, write=True).close()
    return Database(path)


def test_docs_schema_md_is_what_the_command_writes_today(root: Path) -> None:
    written = (root / "docs" / "schema.md").read_text(encoding="utf-8")
    assert ran("schema", "--format", "md") == written, "write it anew: comms-tracker schema --format md --output FILE"


def test_what_is_told_is_what_a_new_store_has_in_the_order_of_its_columns(db: Database) -> None:
    told = {each.name: [column.name for column in each.columns] for each in documentation.documentation()}
    there = {
        name: [row["name"] for row in db.query(f"PRAGMA table_xinfo([{name}])") if row["hidden"] != 1]
        for name in documented_names(db)
    }
    assert told == there


def test_every_view_names_its_rows_by_a_short_text() -> None:
    views = {
        relation.name: relation.label
        for relation in documentation.documentation()
        if relation.kind is RelationKind.VIEW
    }
    assert set(views.values()) == {"label"}
    assert {"history", "decisions_readable"} < set(views)


def test_a_label_and_facets_are_columns_of_their_table_and_every_column_is_told_about() -> None:
    for relation in documentation.documentation():
        names = {column.name for column in relation.columns}
        assert relation.label in names, relation.name
        assert set(relation.facets) <= names, relation.name
        assert all(len(column.about) > 2 and not column.about.endswith(".") for column in relation.columns)


def test_a_table_without_words_is_named(db: Database) -> None:
    db.execute("CREATE TABLE stray (id TEXT PRIMARY KEY)")
    with pytest.raises(KeyError, match="stray"):
        tuple(documentation._relations(db, documentation._told()))


def test_words_on_a_column_that_is_not_there_are_named(db: Database) -> None:
    told = documentation._told()
    told[0]["columns"]["colour"] = "Of its cover"
    with pytest.raises(ValueError, match=r"colour.*metadata"):
        tuple(documentation._relations(db, told))


def test_closed_sets_keys_and_targets_are_read_off_the_schema() -> None:
    claims = next(each for each in documentation.documentation() if each.name == "claims")
    columns = {column.name: column for column in claims.columns}
    assert claims.kind is RelationKind.TABLE
    assert columns["polarity"].values == ("affirmed", "denied", "unknown")
    assert (columns["incident"].key, columns["id"].key, columns["text"].key) == (1, 2, 0)
    assert columns["statement"].refers_to == "statements.id"
    assert (columns["hedge"].required, columns["text"].required) == (False, True)


def test_the_command_shows_one_table_as_text_and_as_plain_data() -> None:
    shown = ran("schema", "metadata")
    assert "metadata (table)\nWhat this file is, its licence and" in shown
    assert "\n  value       The words\n" in shown
    (plain,) = json.loads(ran("schema", "metadata", "--format", "json"))
    assert (plain["name"], plain["kind"], plain["columns"][0]["key"]) == ("metadata", "table", 1)


def test_a_table_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    refused = run("schema", "claimz")
    assert refused.exit_code == 2
    assert refused.stderr.startswith('Error: A store has no table or view "claimz". Name one of changes, ')
