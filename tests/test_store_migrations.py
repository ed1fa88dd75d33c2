"""A store of every earlier schema, brought to today's: nothing in it is lost, and a copy of it stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cli_runner import run
from sample_comparison import barts_comparison
from sqlite_utils import Database
from store_samples import EARLIER, FIRST, FIXTURES, INCIDENT, cheap_compare, full_comparison, old_store, rows, statement

from comms_tracker.errors import StoreError
from comms_tracker.records import Comparison
from comms_tracker.store import Store
from comms_tracker.store.migrations import SCHEMA_VERSION
from comms_tracker.store.opening import backup_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.db"


def schema(path: Path) -> set[tuple[str, str, str]]:
    """What the file declares, each in its own words."""
    with Database(path) as db:
        found = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in found}


def user_version(path: Path) -> int:
    with Database(path) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def unseen(comparison: Comparison) -> Comparison:
    return replace(comparison, findings=tuple(replace(each, seen=False) for each in comparison.findings))


def without_edits(comparison: Comparison) -> Comparison:
    """The comparison without the finding that the store of schema 6 and later makes of a replaced wording."""
    findings = tuple(each for each in comparison.findings if "was read again" not in each.explanation)
    return replace(comparison, findings=findings)


def test_there_is_a_store_of_every_earlier_schema() -> None:
    assert [user_version(FIXTURES / f"store-{version}.db") for version in EARLIER] == list(EARLIER)


@pytest.mark.parametrize("version", EARLIER)
def test_it_becomes_what_a_new_store_is(path: Path, tmp_path: Path, version: int) -> None:
    Store.open(old_store(path, version), write=True).close()
    Store.open(tmp_path / "new.db", write=True).close()
    assert schema(path) == schema(tmp_path / "new.db")
    assert user_version(path) == SCHEMA_VERSION
    with Store.open(path, write=False) as store:
        assert store.verify() == ()
    with Database(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("version", EARLIER)
def test_everything_in_it_is_kept_and_it_can_be_written_to(path: Path, version: int) -> None:
    with Store.open(old_store(path, version), write=True, compare=cheap_compare) as store:
        kept = without_edits(store.comparison(INCIDENT))
        assert kept == (unseen(full_comparison()) if version == 1 else full_comparison())
        assert store.comparison("barts-2017") == barts_comparison()
        assert store.versions(INCIDENT, "first") == (replace(FIRST, text=FIRST.text.replace("few", "dozen")), FIRST)
        assert [each.verb for each in store.decisions(INCIDENT)] == ([] if version == 1 else ["confirm", "undo"])
        store.add(INCIDENT, [statement("third", "40 passengers", "2031-03-05")])
        assert len(store.statements(INCIDENT)) == 3
        assert store.verify() == ()


@pytest.mark.parametrize("version", EARLIER)
def test_a_copy_of_it_as_it_was_stays_beside_it(path: Path, version: int) -> None:
    before = rows(old_store(path, version))
    Store.open(path, write=True).close()
    copy = backup_path(path, version)
    assert copy.name == f"notes.db.schema-{version}"
    assert rows(copy) == before
    assert user_version(copy) == version


def test_the_command_line_says_where_the_copy_is(path: Path) -> None:
    old_store(path, 1)
    file = path.with_name("s.md")
    file.write_text("---\nissued: 2031-03-05\nincident: storm\n---\n12 homes were flooded.\n")
    told = run("add", file, "--db", path)
    assert (told.exit_code, told.stderr) == (
        0,
        f"Note: {path} was made by an earlier comms-tracker and is of this one now. As it was: {path}.schema-1.\n",
    )
    assert run("add", file, "--db", path).stderr == ""


def test_a_store_of_today_is_not_copied(path: Path) -> None:
    for _ in range(2):
        Store.open(path, write=True).close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("version", EARLIER)
def test_looking_at_it_changes_nothing_and_says_what_to_do(path: Path, version: int) -> None:
    before = old_store(path, version).read_bytes()
    with pytest.raises(StoreError) as refused:
        Store.open(path, write=False)
    assert str(refused.value) == (
        f"Cannot read {path}: its schema is version {version}, and this comms-tracker reads {SCHEMA_VERSION}. "
        "Bring it up to date with comms-tracker reprocess, which keeps everything in it."
    )
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_where_no_copy_can_be_made_the_store_stays_as_it_was(path: Path) -> None:
    before = rows(old_store(path, 1))
    backup_path(path, 1).mkdir()
    with pytest.raises(StoreError) as refused:
        Store.open(path, write=True)
    assert str(refused.value).startswith(
        f"Cannot copy the store to {backup_path(path, 1)} before its schema is brought forward: "
    )
    assert str(refused.value).endswith(". The store is as it was. Make room for the copy and try again.")
    assert rows(path) == before
