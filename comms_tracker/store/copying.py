"""Copies a store to another file by SQLite's own backup, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database


def refuse_destination(path: Path, destination: Path) -> None:
    """Raises StoreError where a copy of the store cannot be put there, or something is there already."""
    if destination.is_dir():
        why = "it is a folder. Name a file in it"
    elif destination.exists():
        why = "the file is there already. Name another one"
    elif not destination.absolute().parent.is_dir():
        why = f"there is no folder {destination.absolute().parent}. Make it, or name another file"
    else:
        return
    raise StoreError(f"Cannot copy {path} to {destination}: {why}. Nothing was copied.")


def copy_store(db: Database, destination: Path) -> None:
    """Writes the store as it stands to a file that is not there yet; where that fails, no part of it stays.

    Raises StoreError where the file cannot be written.
    """
    partial = destination.with_name(f"{destination.name}.part")
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as kept:
            db.conn.backup(kept)
            # With a log of its own, only who may write beside it could read it: a copy is often kept read-only.
            kept.execute("PRAGMA journal_mode = DELETE")
        partial.rename(destination)
    except (OSError, sqlite3.OperationalError) as error:
        partial.unlink(missing_ok=True)
        raise StoreError(
            f"Cannot write the copy {destination}: {error}. Nothing was copied. Make room or name another file."
        ) from error
