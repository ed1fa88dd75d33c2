"""Opening a store: what is refused and with which words, and that looking never writes."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from platformdirs import user_data_path
from sqlite_utils import Database
from store_samples import INCIDENT, cheap_compare, statement

from comms_tracker.errors import StoreError
from comms_tracker.store import Store, default_path
from comms_tracker.store.looking import Looker
from comms_tracker.store.migrations import SCHEMA_VERSION
from comms_tracker.store.opening import explained, open_for_writing
from comms_tracker.store.reading import statements

MONDAY = statement("monday", "12 trains", "2031-05-05")
TUESDAY = statement("tuesday", "15 trains", "2031-05-06")
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="store-test-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def path(folder: Path) -> Path:
    """A store with one statement."""
    made = folder / "notes.db"
    with Store.open(made, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [MONDAY])
    return made


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Whoever runs the tests, without the right of root to write anywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no user ids to change")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def refusal(path: Path, *, write: bool) -> str:
    with pytest.raises(StoreError) as refused:
        Store.open(path, write=write).close()
    return str(refused.value)


def contents(folder: Path) -> dict[str, str]:
    """The sha256 of every file in the folder, by name."""
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_not_sqlite_is_refused_and_left_as_it_is(folder: Path, write: bool) -> None:
    path = folder / "notes.db"
    path.write_text("Minutes of the meeting")
    assert refusal(path, write=write) == (
        f"Cannot open {path}: it is not a comms-tracker store (the file is not a SQLite database). "
        "Give another path with --db."
    )
    assert path.read_text() == "Minutes of the meeting"
    assert list(contents(folder)) == ["notes.db"]


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_is_refused(folder: Path, write: bool) -> None:
    assert refusal(folder, write=write) == (
        f"Cannot open {folder}: it is not a comms-tracker store (it is a folder). Give another path with --db."
    )


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program_is_refused_and_left_as_it_is(folder: Path, write: bool) -> None:
    path = folder / "music.db"
    db = Database(path)
    db.table("albums").insert({"title": "Blue"})
    db.close()
    before = contents(folder)
    assert refusal(path, write=write) == (
        f"Cannot open {path}: it is not a comms-tracker store (the file is a SQLite database of another program). "
        "Give another path with --db."
    )
    assert contents(folder) == before


@pytest.mark.parametrize("write", [True, False])
def test_a_store_of_a_newer_schema_is_refused_and_left_as_it_is(folder: Path, path: Path, write: bool) -> None:
    db = Database(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = contents(folder)
    assert refusal(path, write=write) == (
        f"Cannot open {path}: its schema is version 99, and this comms-tracker knows up to {SCHEMA_VERSION}. "
        "Update comms-tracker, or give another path with --db."
    )
    assert contents(folder) == before


def test_a_store_of_an_older_schema_is_not_changed_by_looking(folder: Path, path: Path) -> None:
    db = Database(path)
    db.execute("PRAGMA user_version = 0")
    db.close()
    before = contents(folder)
    assert refusal(path, write=False) == (
        f"Cannot read {path}: its schema is version 0, and this comms-tracker reads {SCHEMA_VERSION}. "
        "Bring it up to date with comms-tracker reprocess, which keeps everything in it."
    )
    assert contents(folder) == before


def test_looking_for_a_store_that_is_not_there_makes_none(folder: Path) -> None:
    path = folder / "notes.db"
    assert refusal(path, write=False) == (
        f"Cannot open {path}: there is no such file. Make a store with comms-tracker add FILE --db {path}, "
        "or give another path with --db."
    )
    assert contents(folder) == {}


def test_an_empty_file_is_no_store_to_look_at_but_may_become_one(folder: Path) -> None:
    path = folder / "notes.db"
    path.touch()
    assert refusal(path, write=False) == (
        f"Cannot open {path}: it is not a comms-tracker store (the file is empty). Give another path with --db."
    )
    with Store.open(path, write=True) as store:
        assert store.incidents() == ()


@pytest.mark.parametrize("kept_bytes", [100, 5000])
@pytest.mark.parametrize("write", [True, False])
def test_a_truncated_store_is_called_damaged(path: Path, write: bool, kept_bytes: int) -> None:
    path.write_bytes(path.read_bytes()[:kept_bytes])
    assert refusal(path, write=write) == (
        f"Cannot use {path}: the file is damaged (database disk image is malformed). "
        "Put back a copy, or give another path with --db."
    )


def test_a_folder_that_cannot_be_made_is_refused(folder: Path) -> None:
    (folder / "notes").write_text("a file")
    path = folder / "notes" / "store.db"
    assert refusal(path, write=True) == f"Cannot make the folder of {path}: File exists. Give another path with --db."


def test_folders_on_the_way_to_a_new_store_are_made(folder: Path) -> None:
    with Store.open(folder / "a" / "b" / "store.db", write=True) as store:
        assert store.incidents() == ()


@pytest.mark.usefixtures("ordinary_user")
def test_writing_to_a_read_only_file_is_refused(folder: Path) -> None:
    path = made_read_only(folder, file=0o444, around=0o777)
    assert refusal(path, write=True) == (
        f"Cannot write to {path}: the file is read-only. Make it writable, or give another path with --db."
    )
    assert look(path) == (MONDAY,)


@pytest.mark.usefixtures("ordinary_user")
def test_writing_in_a_read_only_folder_is_refused_whether_the_store_is_there_or_not(folder: Path) -> None:
    path = made_read_only(folder, file=0o666, around=0o555)
    for each in (path, folder / "new.db", folder / "deeper" / "new.db"):
        assert refusal(each, write=True) == (
            f"Cannot write to {each}: the folder {folder} is read-only, and the store keeps its log beside it. "
            "Make the folder writable, or give another path with --db."
        )


@pytest.mark.usefixtures("ordinary_user")
def test_a_read_only_store_in_a_read_only_folder_is_read_and_no_file_appears(folder: Path) -> None:
    path = made_read_only(folder, file=0o444, around=0o555)
    before = contents(folder)
    assert look(path) == (MONDAY,)
    assert contents(folder) == before
    assert list(before) == ["notes.db"]


@pytest.mark.usefixtures("ordinary_user")
@pytest.mark.parametrize("index", [True, False])
def test_what_a_killed_writer_left_in_its_log_is_read_in_a_read_only_folder(folder: Path, index: bool) -> None:
    path = as_owner(lambda: left_by_a_killed_writer(folder, index=index))
    before = contents(folder)
    assert look(path) == (MONDAY, TUESDAY)
    assert contents(folder).keys() == before.keys()
    assert contents(folder)["notes.db"] == before["notes.db"]
    assert contents(folder)["notes.db-wal"] == before["notes.db-wal"]


def test_a_file_that_may_not_be_read_is_refused_with_the_reason(folder: Path, ordinary_user: None) -> None:  # noqa: ARG001
    path = made_read_only(folder, file=0o000, around=0o755)
    assert refusal(path, write=False) == f"Cannot open {path}: Permission denied. Give another path with --db."


def test_every_way_of_looking_leaves_the_file_as_it_was_byte_for_byte(folder: Path, path: Path) -> None:
    before, modified = contents(folder), path.stat().st_mtime_ns
    with Store.open(path, write=False) as store:
        store.incidents()
        store.statements(INCIDENT)
        store.versions(INCIDENT, "monday")
        store.comparison(INCIDENT)
        assert contents(folder) == before
        with pytest.raises(StoreError) as refused:
            store.add(INCIDENT, [TUESDAY])
    assert str(refused.value) == f"Cannot write to {path}: it was opened for looking only. Open it with write=True."
    assert contents(folder) == before
    assert path.stat().st_mtime_ns == modified


def test_a_store_that_is_looked_at_shows_what_a_writer_adds_meanwhile(path: Path) -> None:
    with Store.open(path, write=False) as looking:
        assert looking.statements(INCIDENT) == (MONDAY,)
        with Store.open(path, write=True, compare=cheap_compare) as store:
            store.add(INCIDENT, [TUESDAY])
            assert looking.statements(INCIDENT) == (MONDAY, TUESDAY)
        assert looking.statements(INCIDENT) == (MONDAY, TUESDAY)
        path.unlink()
        with pytest.raises(StoreError, match="there is no such file"):
            looking.incidents()


def test_an_answer_is_thrown_away_where_the_file_changed_while_it_was_given(path: Path) -> None:
    looker, asked = Looker(path), 0

    def question(db: Database) -> object:
        nonlocal asked
        asked += 1
        if asked == 1:
            with Store.open(path, write=True, compare=cheap_compare) as store:
                store.add(INCIDENT, [TUESDAY])
        return statements(db, INCIDENT)

    assert looker.ask(question) == (MONDAY, TUESDAY)
    assert asked == 2
    looker.close()


def test_a_writer_has_a_write_ahead_log_and_foreign_keys_and_waits_for_others(path: Path) -> None:
    db = open_for_writing(path).db
    try:
        assert db.journal_mode == "wal"
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert db.execute("PRAGMA busy_timeout").fetchone() == (10_000,)
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("INSERT INTO series_claims VALUES ('no such incident', 's', 1, 'c')")
    finally:
        db.close()


def test_a_writer_that_closes_leaves_one_file(folder: Path, path: Path) -> None:
    assert path.exists()
    assert list(contents(folder)) == ["notes.db"]


def test_a_store_locked_by_another_program_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comms_tracker.store.opening.BUSY_TIMEOUT_S", 0.05)
    other = sqlite3.connect(path)
    try:
        with Store.open(path, write=True, compare=cheap_compare) as store:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError) as refused:
                store.add(INCIDENT, [TUESDAY])
    finally:
        other.close()
    assert str(refused.value) == f"Cannot use {path}: another program has been writing to it for 0.05 s. Try again."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "attempt to write a readonly database",
            "Cannot write to notes.db: it is read-only. Make it writable, or give another path with --db.",
        ),
        (
            "database or disk is full",
            "Cannot write to notes.db: the disk is full. Nothing was stored. Free some space and try again.",
        ),
        (
            "disk I/O error",
            "Cannot use notes.db: the system refused to read or write it (disk I/O error). Nothing was stored. "
            "See whether the disk is full or failing, or files may not grow so large, and try again.",
        ),
        (
            "unable to open database file",
            "Cannot use notes.db: unable to open database file. Give another path with --db.",
        ),
    ],
)
def test_what_sqlite_says_of_the_file_is_shown_with_what_to_do(said: str, shown: str) -> None:
    with pytest.raises(StoreError) as refused, explained(Path("notes.db")):
        raise sqlite3.OperationalError(said)
    assert str(refused.value) == shown


def test_a_file_that_never_rests_is_named(path: Path) -> None:
    looker = Looker(path)

    def question(_db: Database) -> None:
        os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))

    with pytest.raises(StoreError) as refused:
        looker.ask(question)
    looker.close()
    assert str(refused.value) == f"Cannot read {path}: another program keeps changing it. Try again."


def test_the_default_store_is_the_one_in_the_environment_or_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    data = tmp_path / "comms-tracker" if sys.platform == "linux" else user_data_path("comms-tracker", appauthor=False)
    assert default_path() == data / "comms.db"
    monkeypatch.setenv("COMMS_TRACKER_DB", "elsewhere/notes.db")
    assert default_path() == Path("elsewhere/notes.db")


def test_a_path_with_signs_that_an_address_would_read_is_opened_as_it_is(folder: Path) -> None:
    path = folder / "100% sure? #1 é.db"
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [MONDAY])
    assert list(contents(folder)) == ["100% sure? #1 é.db"]
    assert look(path) == (MONDAY,)


def look(path: Path) -> object:
    with Store.open(path, write=False) as store:
        return store.statements(INCIDENT)


def as_owner(make: Callable[[], Path]) -> Path:
    """Makes files as whoever runs the tests, where a test goes on as an ordinary user."""
    before = os.geteuid()
    if os.getuid() != 0:
        return make()
    os.seteuid(0)
    try:
        return make()
    finally:
        os.seteuid(before)


def made_read_only(folder: Path, *, file: int, around: int) -> Path:
    def make() -> Path:
        path = folder / "notes.db"
        with Store.open(path, write=True, compare=cheap_compare) as store:
            store.add(INCIDENT, [MONDAY])
        path.chmod(file)
        folder.chmod(around)
        return path

    return as_owner(make)


def left_by_a_killed_writer(folder: Path, *, index: bool) -> Path:
    """A store whose last statement is only in its write-ahead log, in a folder that may not be written to."""
    live, path = folder / "live.db", folder / "notes.db"
    with Store.open(live, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [MONDAY])
    with Store.open(live, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [TUESDAY])
        for ending in ("", "-wal", "-shm") if index else ("", "-wal"):
            shutil.copyfile(f"{live}{ending}", f"{path}{ending}")
    live.unlink()
    folder.chmod(0o555)
    return path
