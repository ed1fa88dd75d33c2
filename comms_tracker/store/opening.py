"""Opens a store for writing or for looking, or refuses with what to do; looking leaves every byte as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError
from comms_tracker.store.refusing import (
    ANOTHER_PATH,
    refuse_read_only,
    refuse_schema,
    refuse_what_is_no_store,
    schema_version,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

ENVIRONMENT_VARIABLE = "COMMS_TRACKER_DB"
BUSY_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells one content of a store's files from another without reading them."""

    inode: int
    size: int
    modified_ns: int
    log_size: int


def default_path() -> Path:
    """The store that is used where no path is given: COMMS_TRACKER_DB, else a file in the user's data folder."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("comms-tracker", appauthor=False) / "comms.db"


@dataclass(frozen=True, slots=True)
class Writing:
    """A connection that writes; ``copy`` is where the store as it was is kept, if its schema was an earlier one."""

    db: Database
    copy: Path | None


def open_for_writing(path: Path) -> Writing:
    """The store at ``path``, made or brought to the present schema where it is not: WAL and foreign keys are on.

    Raises StoreError where the file or its folder is read-only, is not a store, or is of a newer schema.
    """
    refuse_what_is_no_store(path)
    refuse_read_only(path)
    with explained(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"Cannot make the folder of {path}: {error.strerror}. {ANOTHER_PATH}") from None
        db = _wrapped(_connected(f"{path.absolute().as_uri()}?mode=rwc"))
        try:
            refuse_schema(db, path, write=True)
            db.enable_wal()
            copy = _migrate(db, path)
        except BaseException:
            db.close()
            raise
        return Writing(db, copy)


@dataclass(frozen=True, slots=True)
class Looking:
    """A connection that cannot write; ``live`` where SQLite itself keeps it in step with writers."""

    db: Database
    live: bool


def open_for_looking(path: Path) -> Looking:
    """A connection that cannot write, to the store at ``path``.

    A store that nobody has open is read as immutable: SQLite then makes no file beside it, so that a read-only folder
    is enough. Where a log with content has lost its index, a copy in a temporary folder is read instead.
    Raises StoreError where there is no such file, or it is not a store of the present schema.
    """
    if not path.exists():
        raise StoreError(
            f"Cannot open {path}: there is no such file. Make a store with comms-tracker add FILE --db {path}, "
            "or give another path with --db."
        )
    refuse_what_is_no_store(path)
    with explained(path):
        logged = _log_size(path) > 0
        if logged and not _beside(path, "-shm").exists():
            return Looking(_checked(_copied(path), path), live=False)
        alone = not logged and not _beside(path, "-journal").exists()
        address = f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if alone else "")
        return Looking(_checked(_connected(address), path), live=not alone)


def log_is_gone(path: Path) -> bool:
    """Whether the write-ahead log was taken away from a store that a program had open, or was copied without it.

    SQLite removes the log's index first, so that the index alone is there only where somebody else removed the log.
    """
    return _beside(path, "-shm").exists() and not _beside(path, "-wal").exists()


def file_state(path: Path) -> FileState:
    """The present state of the store's files, to know whether an immutable reading is still true."""
    try:
        found = path.stat()
    except OSError:
        return FileState(0, 0, 0, 0)
    return FileState(found.st_ino, found.st_size, found.st_mtime_ns, _log_size(path))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the file at ``path`` into a StoreError that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = str(error)
        if "locked" in said or "busy" in said:
            message = f"Cannot use {path}: another program has been writing to it for {BUSY_TIMEOUT_S:g} s. Try again."
        elif "readonly" in said:
            message = f"Cannot write to {path}: it is read-only. Make it writable, or give another path with --db."
        elif "full" in said:
            message = f"Cannot write to {path}: the disk is full. Nothing was stored. Free some space and try again."
        elif "I/O" in said:
            message = (
                f"Cannot use {path}: the system refused to read or write it ({said}). Nothing was stored. "
                "See whether the disk is full or failing, or files may not grow so large, and try again."
            )
        else:
            message = f"Cannot use {path}: {said}. {ANOTHER_PATH}"
        raise StoreError(message) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise StoreError(
            f"Cannot use {path}: the file is damaged ({error}). Put back a copy, or give another path with --db."
        ) from error


@contextmanager
def writing_turn(db: Database) -> Iterator[None]:
    """A transaction that takes the right to write at its start, so that what it read stays true until it commits.

    Within another one it is a part of that one.
    """
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _log_size(path: Path) -> int:
    try:
        return _beside(path, "-wal").stat().st_size
    except OSError:
        return 0


def _checked(connection: sqlite3.Connection, path: Path) -> Database:
    db = _wrapped(connection)
    try:
        refuse_schema(db, path, write=False)
    except BaseException:
        db.close()
        raise
    return db


def _copied(path: Path) -> sqlite3.Connection:
    with tempfile.TemporaryDirectory(prefix="comms-tracker-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        shutil.copyfile(_beside(path, "-wal"), _beside(copy, "-wal"))
        on_disk = sqlite3.connect(copy)
        held = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            on_disk.backup(held)
        finally:
            on_disk.close()
    held.execute("PRAGMA query_only = ON")
    return held


def _connected(address: str) -> sqlite3.Connection:
    # Pages of the app are drawn in threads of their own; the Store lets in one at a time.
    return sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_S, check_same_thread=False)


def _wrapped(connection: sqlite3.Connection) -> Database:
    from sqlite_utils import Database

    # Plugins of the user's sqlite-utils have no part in a store that must be the same on every machine.
    db = Database(connection, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _migrate(db: Database, path: Path) -> Path | None:
    """Brings the store to the present schema; one of an earlier schema is copied first, to the path returned."""
    from comms_tracker.store.migrations import MIGRATIONS

    copy = None
    if MIGRATIONS.pending(db):
        with writing_turn(db):
            version = schema_version(db)
            if version > 0 and MIGRATIONS.pending(db):
                copy = backup_path(path, version)
                _copy_before_migration(path, copy)
            MIGRATIONS.apply(db)
    return copy


def backup_path(path: Path, version: int) -> Path:
    """Where a store of this schema version is copied to before it is brought forward: beside it, by its version."""
    return _beside(path, f".schema-{version}")


def _copy_before_migration(path: Path, copy: Path) -> None:
    """Copies the store as it is; a copy that is there already was made by an attempt before and is made anew.

    Call it in a writing turn, so that nobody writes after the copy; a connection in one cannot itself be copied.
    """
    try:
        copy.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"Cannot copy the store to {copy} before its schema is brought forward: {error.strerror}. "
            "The store is as it was. Make room for the copy and try again."
        ) from None
    with closing(_connected(f"{path.absolute().as_uri()}?mode=ro")) as stored, closing(sqlite3.connect(copy)) as kept:
        stored.backup(kept)
