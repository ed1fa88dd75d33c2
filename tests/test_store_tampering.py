"""What somebody else changed is not given a new hash by whatever is written next, nor by a migration."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND
from store_samples import EARLIER, old_store, rows
from stores_by_hand import WHY, opened, write_behind

from comms_tracker.decisions import making
from comms_tracker.errors import StoreError
from comms_tracker.records import Statement
from comms_tracker.store import Store, Subject

THIRD = Statement("third", "We are sorry.", "Vale Water", "2033-06-09", incident=INCIDENT)
HASHED_LATER = [version for version in EARLIER if version >= 3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with opened(made) as store:
        store.add(INCIDENT, [FIRST, SECOND])
        store.decide(INCIDENT, lambda one, _: making.dismiss(one, ANN, CLAIMS[1].id))
    return made


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE statements SET text = text || ' It was our fault.' WHERE id = 'first'", "first in statements"),
        ("UPDATE decisions SET made_by = 'Bo Park'", " in decisions"),
        ("UPDATE decided_words SET start = start + 1", " in decided_words"),
    ],
)
def test_a_row_that_was_changed_is_not_written_over(path: Path, sql: str, named: str) -> None:
    write_behind(path, sql)
    before = rows(path)
    with opened(path) as store:
        with pytest.raises(StoreError) as refused:
            store.add(INCIDENT, [THIRD])
        assert store.verify() != ()
    assert named in str(refused.value)
    assert "Nothing was changed. Look at comms-tracker verify, and put back a copy of the store." in str(refused.value)
    assert rows(path) == before


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE claims SET hedge = 'perhaps' WHERE position = 1", " in claims"),
        ("UPDATE changes SET confidence = 1", " in changes"),
        ("UPDATE statements SET title = 'Sorry' WHERE id = 'first'", "first in statements"),
    ],
)
def test_nothing_is_decided_or_let_go_beside_a_row_that_was_changed(
    tmp_path: Path, path: Path, sql: str, named: str
) -> None:
    there = tmp_path / "there.db"
    with opened(there) as other:
        other.add(INCIDENT, [FIRST, THIRD])
        other.forget(INCIDENT, "third", WHY)
    write_behind(path, sql)
    before = rows(path)
    with opened(path) as store, Store.open(there, write=False) as other:
        for refused in (
            lambda: store.prune([INCIDENT]),
            lambda: store.merge_beside(other),
            lambda: store.decide(INCIDENT, lambda one, _: making.dismiss(one, ANN, CLAIMS[0].id)),
        ):
            with pytest.raises(StoreError, match=f"Cannot write to {INCIDENT}: .*{named} is not as it was written"):
                refused()
        assert store.verify() != ()
    assert rows(path) == before


def test_a_new_reading_does_not_keep_what_somebody_else_wrote_as_the_former_one(path: Path) -> None:
    write_behind(path, "UPDATE claims SET hedge = 'perhaps' WHERE position = 1")
    with opened(path) as store:
        assert store.verify() != ()
        (found,) = store.reprocess(INCIDENT).differences
        assert (found.subject, found.fields) == (Subject.CLAIM, ("hedge",))
        assert store.verify() == ()
    assert rows(path)["earlier_readings"] == []


def test_the_last_statement_of_an_incident_is_not_forgotten_where_a_row_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST])
    write_behind(path, "UPDATE statements SET title = 'Sorry'")
    before = rows(path)
    with opened(path) as store, pytest.raises(StoreError, match="first in statements is not as it was written"):
        store.forget(INCIDENT, "first", WHY)
    assert rows(path) == before


def test_another_incident_of_the_store_can_be_written_to(path: Path) -> None:
    write_behind(path, "UPDATE decisions SET made_by = 'Bo Park'")
    with opened(path) as store:
        store.add("elsewhere", [Statement("one", "We are sorry.", incident="elsewhere")])
        assert {problem.incident for problem in store.verify()} == {INCIDENT}


@pytest.mark.parametrize("version", HASHED_LATER)
def test_a_migration_gives_no_new_hash_to_what_was_changed_before_it(tmp_path: Path, version: int) -> None:
    path = old_store(tmp_path / "old.db", version)
    write_behind(path, "UPDATE claims SET hedge = 'perhaps' WHERE id = 'c-2'")
    write_behind(path, "UPDATE decisions SET note = 'not on the call' WHERE verb = 'confirm'")
    Store.open(path, write=True).close()
    with Store.open(path, write=False) as store:
        found = {(problem.table, problem.what) for problem in store.verify()}
    assert found == {("claims", "the row is not what was written"), ("decisions", "the row is not what was written")}


def test_rows_of_series_and_of_what_was_forgotten_are_under_a_hash(path: Path) -> None:
    with opened(path) as store:
        store.add(INCIDENT, [THIRD])
        store.forget(INCIDENT, "third", WHY)
    for sql, table in (
        ("UPDATE series SET counted = 'school'", "series"),
        ("DELETE FROM series_claims WHERE position = 1", "series_claims"),
        ("UPDATE forgotten SET reason = 'none'", "forgotten"),
    ):
        copy = path.with_name(f"{table}.db")
        shutil.copyfile(path, copy)
        write_behind(copy, sql)
        with Store.open(copy, write=False) as store:
            assert {problem.table for problem in store.verify()} == {table}
