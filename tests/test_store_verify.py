"""Whatever is changed in a store behind the program's back is found, and named."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_runner import ran, run
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND, TWELVE, compared
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import rows
from test_store_decisions import opened

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Given
from comms_tracker.store import Problem, Store
from comms_tracker.store.hashing import HASHED

MOVED_ON = compared().changes[0]
NOT_WRITTEN = "the row is not what was written"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a replaced version, a decision of two kinds and a reading that was kept."""
    path = tmp_path_factory.mktemp("verify") / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND])
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, MOVED_ON.id))
        store.decide(INCIDENT, lambda one, _: making.correct(one, ANN, TWELVE.id, Given(value="1,200")))
        store.reprocess(INCIDENT)
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "store.db"
    shutil.copyfile(whole, copy)
    return copy


def changed(path: Path, sql: str, *values: object) -> tuple[Problem, ...]:
    """What is found after somebody else has written to the file, references unchecked."""
    db = sqlite3.connect(path)
    db.execute(sql, values)
    db.commit()
    db.close()
    with Store.open(path, write=False) as store:
        return store.verify()


def test_a_store_that_only_the_program_wrote_to_is_as_it_was_written(path: Path) -> None:
    before = path.read_bytes()
    with Store.open(path, write=False) as store:
        assert store.verify() == ()
    assert path.read_bytes() == before


def test_the_log_says_what_was_done_in_the_order_of_doing(path: Path) -> None:
    with Store.open(path, write=False) as store:
        confirmed, corrected = store.decisions(INCIDENT)
    told = [(entry, json.loads(subjects)) for _, _, entry, _, subjects, *_ in rows(path)["log"]]
    assert told == [
        ("added", ["first", "second"]),
        ("decided", [confirmed.id]),
        ("decided", [corrected.id]),
        ("read", ["first", "second"]),
    ]


@pytest.mark.parametrize("sql", ["UPDATE log SET at = '2033'", "DELETE FROM log WHERE id = 4"])
def test_the_log_is_only_ever_added_to(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="the log is only ever added to"):
        db.execute(sql)
    db.close()


def test_another_text_is_found_by_its_hash_and_its_offsets(path: Path) -> None:
    found = changed(path, "UPDATE statements SET text = replace(text, '12', '13') WHERE id = 'first'")
    assert found == (
        Problem("statements", INCIDENT, "first", "the text is not the one that its sha256 is of"),
        Problem("claims", INCIDENT, TWELVE.id, "its words are not those at its place in the statement"),
        Problem("figures", INCIDENT, TWELVE.id, "its words are not those at its place in the statement"),
        Problem("statements", INCIDENT, "first", NOT_WRITTEN),
    )


@pytest.mark.parametrize(
    ("sql", "table", "name", "what"),
    [
        ("UPDATE figures SET low = 1201 WHERE claim = '{claim}'", "figures", "{claim}", NOT_WRITTEN),
        ("UPDATE claims SET polarity = 'denied' WHERE id = '{claim}'", "claims", "{claim}", NOT_WRITTEN),
        ("UPDATE changes SET explanation = 'They lied.' WHERE id = '{change}'", "changes", "{change}", NOT_WRITTEN),
        ("UPDATE decisions SET made_by = 'Bo' WHERE about = '{change}'", "decisions", "{decision}", NOT_WRITTEN),
        (
            "UPDATE decided_words SET start = 18 WHERE position = 1 AND decision = '{decision}'",
            "decided_words",
            "{decision} 1",
            NOT_WRITTEN,
        ),
        ("DELETE FROM changes WHERE id = '{change}'", "changes", "{change}", "the row is gone"),
        (
            "INSERT INTO decisions SELECT incident, 'd-1', 3, verb, 'Bo', made_at, note, about, statements, "
            "change_kind, finding_kind, value, event, counted, NULL FROM decisions WHERE about = '{change}'",
            "decisions",
            "d-1",
            "the row was not written by comms-tracker",
        ),
    ],
)
def test_a_row_that_is_other_gone_or_new_is_named(path: Path, sql: str, table: str, name: str, what: str) -> None:
    with Store.open(path, write=False) as store:
        ids = {"claim": TWELVE.id, "change": MOVED_ON.id, "decision": store.decisions(INCIDENT)[0].id}
    found = changed(path, sql.format(**ids))
    assert Problem(table, INCIDENT, name.format(**ids), what) in found


def test_a_row_changed_with_its_hash_is_found_by_the_log(path: Path) -> None:
    changed(path, "UPDATE figures SET low = 1201 WHERE claim = ?", TWELVE.id)
    from sqlite_utils import Database

    from comms_tracker.store.hashing import row_hashes

    with Database(path) as db:
        for (kind, name), value in list(row_hashes(db, INCIDENT)):
            db.execute("UPDATE row_hashes SET sha256 = ? WHERE kind = ? AND id = ?", [value, kind, name])
        db.conn.commit()
    with Store.open(path, write=False) as store:
        assert store.verify() == (
            Problem("row_hashes", INCIDENT, None, "the hashes of its rows are not those that the log has"),
        )


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE log SET at = '2033-01-01' WHERE id = 2", "the entry is not what was written"),
        ("UPDATE log SET subjects = '[]' WHERE id = 3", "the entry is not what was written"),
        ("DELETE FROM log WHERE id = 2", "it does not follow the entry before it"),
        ("DELETE FROM log WHERE id = 1", "it does not follow the entry before it"),
    ],
)
def test_a_log_that_was_tampered_with_is_found(path: Path, sql: str, what: str) -> None:
    changed(path, "DROP TRIGGER log_is_not_changed")
    changed(path, "DROP TRIGGER log_is_not_shortened")
    assert what in [problem.what for problem in changed(path, sql)]


def test_a_log_whose_last_entry_was_taken_away_is_found(path: Path) -> None:
    with opened(path) as store:
        store.decide(INCIDENT, lambda one, _: making.dismiss(one, ANN, CLAIMS[1].id))
    changed(path, "DROP TRIGGER log_is_not_shortened")
    found = changed(path, "DELETE FROM log WHERE id = 5")
    assert [problem.table for problem in found] == ["row_hashes"]


def columns(path: Path) -> list[tuple[str, str]]:
    """Every column of every table that is hashed and holds anything."""
    db = sqlite3.connect(path)
    found = [
        (table, str(name))
        for table in HASHED
        for (_, name, *_) in db.execute(f"PRAGMA table_info({table})")
        if db.execute(f'SELECT count("{name}") FROM {table}').fetchone()[0]
    ]
    db.close()
    return found


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_another_character_in_any_hashed_column_is_found(whole: Path, tmp_path: Path, data: st.DataObject) -> None:
    copy = tmp_path / "flipped.db"
    shutil.copyfile(whole, copy)
    table, column = data.draw(st.sampled_from(columns(whole)))
    db = sqlite3.connect(copy)
    db.execute("PRAGMA ignore_check_constraints = ON")
    filled = db.execute(f'SELECT rowid, "{column}" FROM {table} WHERE "{column}" IS NOT NULL').fetchall()
    row, value = data.draw(st.sampled_from(filled))
    if isinstance(value, str):
        place = data.draw(st.integers(0, len(value)))
        drawn = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda one: one != value[place : place + 1]))
        other: object = value[:place] + drawn + value[place + 1 :]
    else:
        other = value + data.draw(st.integers(1, 1000))
    try:
        db.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', [other, row])
    except sqlite3.IntegrityError:
        db.close()
        return
    db.commit()
    db.close()
    with Store.open(copy, write=False) as store:
        assert store.verify() != ()


@pytest.mark.parametrize("wanted", [b"A burst main has left", b"Some 450 homes are without water", b"Ann Lee"])
def test_a_byte_flipped_in_the_file_itself_is_found(path: Path, wanted: bytes) -> None:
    raw = path.read_bytes()
    places = [place for place in range(len(raw)) if raw.startswith(wanted, place)]
    assert places
    for place in places:
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with Store.open(path, write=False) as store:
            assert store.verify() != (), place


@pytest.mark.parametrize(
    "break_it", [lambda raw: raw[: len(raw) - 4096], lambda raw: raw[:40960] + bytes(40960) + raw[81920:]]
)
def test_a_broken_file_is_a_finding_and_no_crash(path: Path, break_it: Callable[[bytes], bytes]) -> None:
    path.write_bytes(break_it(path.read_bytes()))
    result = run("verify", "--db", path)
    assert result.exit_code in (1, 2)
    assert "damaged" in result.output or "SQLite says" in result.output


def test_the_command_says_what_is_wrong_and_ends_with_1(path: Path) -> None:
    well = " ".join(ran("verify", "--db", path).split())
    assert well == f"{path}: 2 statements of 1 incident, all as they were written."
    assert json.loads(ran("verify", "--db", path, "--format", "json")) == []
    changed(path, "UPDATE figures SET low = 1201 WHERE claim = ?", TWELVE.id)
    result = run("verify", "--db", path, "--format", "jsonl")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "table": "figures",
        "incident": INCIDENT,
        "id": TWELVE.id,
        "what": NOT_WRITTEN,
    }
    shown = " ".join(run("verify", "--db", path).stdout.split())
    assert shown == f"{path}: 1 thing not as written. figures: {INCIDENT}: {TWELVE.id}: {NOT_WRITTEN}."
