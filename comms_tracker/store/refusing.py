"""What is not opened as a store, and what to do instead: no database, read-only, another program's, another schema."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

ANOTHER_PATH = "Give another path with --db."
_SQLITE_HEADER = b"SQLite format 3\x00"


def schema_version(db: Database) -> int:
    """The number of the schema that the file says it has; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def refuse_what_is_no_store(path: Path) -> None:
    """Raises StoreError where there is something at the path, and it is no SQLite database."""
    why = None
    if path.is_dir():
        why = "it is a folder"
    elif path.exists():
        try:
            with path.open("rb") as file:
                start = file.read(len(_SQLITE_HEADER))
        except OSError as error:
            raise StoreError(f"Cannot open {path}: {error.strerror}. {ANOTHER_PATH}") from None
        if start and start != _SQLITE_HEADER:
            why = "the file is not a SQLite database"
    if why:
        raise StoreError(f"Cannot open {path}: it is not a comms-tracker store ({why}). {ANOTHER_PATH}")


def refuse_read_only(path: Path) -> None:
    """Raises StoreError where the file or its folder cannot be written to."""
    if path.exists() and not _writable(path):
        raise StoreError(
            f"Cannot write to {path}: the file is read-only. Make it writable, or give another path with --db."
        )
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    if not _writable(folder):
        raise StoreError(
            f"Cannot write to {path}: the folder {folder} is read-only, and the store keeps its log beside it. "
            "Make the folder writable, or give another path with --db."
        )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def refuse_schema(db: Database, path: Path, *, write: bool) -> None:
    """Raises StoreError where it is another program's, of a newer schema, or of an older one and only read."""
    from comms_tracker.store.migrations import APPLICATION_ID, SCHEMA_VERSION

    version = schema_version(db)
    mark = int(db.execute("PRAGMA application_id").fetchone()[0])
    empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if mark != APPLICATION_ID and not (write and empty):
        why = "the file is empty" if empty else "the file is a SQLite database of another program"
        raise StoreError(f"Cannot open {path}: it is not a comms-tracker store ({why}). {ANOTHER_PATH}")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"Cannot open {path}: its schema is version {version}, and this comms-tracker knows up to "
            f"{SCHEMA_VERSION}. Update comms-tracker, or give another path with --db."
        )
    if version < SCHEMA_VERSION and not write:
        raise StoreError(
            f"Cannot read {path}: its schema is version {version}, and this comms-tracker reads {SCHEMA_VERSION}. "
            "Bring it up to date with comms-tracker reprocess, which keeps everything in it."
        )
