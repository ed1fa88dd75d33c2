"""Whatever is changed in a store behind the program's back is found, and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cli_runner import ran, run
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND, TWELVE, compared
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import rows
from stores_by_hand import opened, write_behind

from comms_tracker.decisions import making
from comms_tracker.decisions.making import Given
from comms_tracker.reading.received import PageStart, Provenance, Received, Taken
from comms_tracker.records import Statement
from comms_tracker.store import Problem, Store
from comms_tracker.store.hashing import HASHED

MOVED_ON = compared().changes[0]
NOT_WRITTEN = "the row is not what was written"
GONE_STATEMENT = "it refers to a row of statements that is not there"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a replaced version, sources, a decision of two kinds and a reading that was kept."""
    path = tmp_path_factory.mktemp("verify") / "store.db"
    page = Received("second.html", b"<p>Some 450 homes", "https://vale.example/2")
    came = Provenance("second", INCIDENT, page, {"issued": Taken("2033-06-02", "the meta tag")}, (PageStart(1, 0),))
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, replace(SECOND, title="Homes"), SECOND], [None, None, came])
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
    write_behind(path, sql, *values)
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
    """Every column of every table that is hashed, the sources' bytes among them, and holds anything."""
    db = sqlite3.connect(path)
    found = [
        (table, str(name))
        for table in (*HASHED, "sources")
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
    elif isinstance(value, bytes):
        place = data.draw(st.integers(0, len(value) - 1))
        other = value[:place] + bytes([value[place] ^ data.draw(st.integers(1, 255))]) + value[place + 1 :]
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
def test_a_broken_file_is_refused_and_no_crash(path: Path, break_it: Callable[[bytes], bytes]) -> None:
    path.write_bytes(break_it(path.read_bytes()))
    result = run("verify", "--db", path)
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"Error: Cannot use {path}: the file is damaged (database disk image is malformed). "
        "Put back a copy, or give another path with --db.\n",
    )


def test_a_page_that_only_verifying_reads_is_found_damaged(path: Path) -> None:
    db = sqlite3.connect(path)
    ((root,),) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claims_by_statement'").fetchall()
    db.close()
    raw = path.read_bytes()
    path.write_bytes(raw[: (root - 1) * 4096] + bytes(4096) + raw[root * 4096 :])
    with Store.open(path, write=False) as store:
        assert store.verify() == (Problem("the file", None, None, "it is damaged (database disk image is malformed)"),)


def test_an_index_that_lacks_a_row_is_told_as_sqlite_says_it(path: Path) -> None:
    name = "claims_in_order"
    db = sqlite3.connect(path)
    (kept,) = db.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE name = ?", [name])
    db.close()
    allowed = "PRAGMA writable_schema = ON"
    for change, values in (
        ("DELETE FROM sqlite_master WHERE name = ?", [name]),
        ("UPDATE claims SET position = 100 WHERE id = ?", [TWELVE.id]),
        ("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", kept),
    ):
        db = sqlite3.connect(path)
        db.execute(allowed)
        db.execute(change, values)
        db.commit()
        db.close()
    with Store.open(path, write=False) as store:
        assert store.verify() == (Problem("the file", None, None, f"SQLite says: row 1 missing from index {name}"),)


def test_a_row_that_refers_to_what_is_gone_is_named(path: Path) -> None:
    assert changed(path, "DELETE FROM statements WHERE id = 'second'") == (
        *(Problem("claims", None, f"row {row}", GONE_STATEMENT) for row in (3, 4)),
        Problem("decided_words", None, "row 2", GONE_STATEMENT),
        Problem("statement_sources", None, "row 1", GONE_STATEMENT),
        Problem("statements", INCIDENT, "second", "the row is gone"),
    )


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


def rewritten(path: Path) -> None:
    """The store as somebody would leave it who rewrites a statement and every hash and entry after it."""
    from sqlite_utils import Database

    from comms_tracker.store.hashing import LogEntry, write_log
    from comms_tracker.store.records import Entry

    text = FIRST.text.replace("12", "11")
    with Database(path) as db:
        db.execute(
            "UPDATE statements SET text = ?, sha256 = ? WHERE id = 'first'",
            [text, hashlib.sha256(text.encode()).hexdigest()],
        )
        for table in ("claims", "figures"):
            db.execute(f"UPDATE {table} SET text = replace(text, '12', '11')")
        write_log(db, LogEntry("2033-06-09", Entry.READ, INCIDENT, ("first",), "0.1.0"))
        db.conn.commit()


def test_only_a_published_list_finds_a_store_that_was_rewritten_hashes_and_all(path: Path, tmp_path: Path) -> None:
    hashes = tmp_path / "hashes.jsonl"
    assert ran("export", "--hashes", "--db", path, "--output", hashes) == ""
    assert ran("export", "--hashes", "--db", path) == hashes.read_text()
    kinds = [json.loads(line)["kind"] for line in hashes.read_text().splitlines()]
    assert kinds == ["log"] * 4 + ["statement"] * 3 + ["source"] + ["decision"] * 2
    rewritten(path)
    assert run("verify", "--db", path).exit_code == 0
    told = run("verify", "--db", path, "--against", hashes, "--format", "json")
    assert told.exit_code == 1
    assert json.loads(told.stdout) == [
        {"table": "statement", "incident": INCIDENT, "id": "first 1", "what": "it is not what was published"}
    ]


def test_what_came_after_the_list_was_published_is_no_matter(path: Path, tmp_path: Path) -> None:
    hashes = tmp_path / "hashes.jsonl"
    ran("export", "--hashes", "--db", path, "--output", hashes)
    with opened(path) as store:
        store.add(INCIDENT, [replace(SECOND, text=SECOND.text + " Thank you.")])
        store.add(INCIDENT, [Statement("earlier", "Work began.", "Vale Water", "2033-05-01", incident=INCIDENT)])
        store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, before[0].id))
    assert run("verify", "--db", path, "--against", hashes).exit_code == 0


def test_what_was_published_and_taken_away_is_named(path: Path, tmp_path: Path) -> None:
    hashes = tmp_path / "hashes.jsonl"
    ran("export", "--hashes", "--db", path, "--output", hashes)
    changed(path, "UPDATE decided_words SET text = 'other' WHERE position = 2")
    changed(path, "DELETE FROM decided_figures")
    found = json.loads(run("verify", "--db", path, "--against", hashes, "--format", "json").stdout)
    assert [one["what"] for one in found if one["table"] == "decision"] == ["it is not what was published"] * 2


@pytest.mark.parametrize("text", ["{", '{"kind": "log"}', "[1]", "\u0000"])
def test_a_file_that_is_no_list_of_hashes_is_refused(path: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "list").write_text(text)
    result = run("verify", "--db", path, "--against", tmp_path / "list")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: --against {tmp_path / 'list'} is no list of hashes. Make one with comms-tracker export --hashes "
        "--output FILE.\n",
    )
    missing = run("verify", "--db", path, "--against", tmp_path / "no")
    assert missing.stderr == (
        f"Error: --against {tmp_path / 'no'} cannot be read: No such file or directory. Name a list of hashes.\n"
    )
