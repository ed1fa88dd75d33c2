"""Asks a store questions without writing a byte, and sees to it that each answer was true at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from comms_tracker.errors import StoreError
from comms_tracker.store.opening import FileState, Looking, file_state, open_for_looking

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R")

ATTEMPTS = 50
"""How often a question is asked again because a writer changed the file while it was being answered."""


class Looker:
    """One connection for looking, opened again when the file has changed under it.

    SQLite does not notice writers while it reads a file as immutable. So the state of the file is taken before each
    question and after it: where they differ, the answer is thrown away and the question asked again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: FileState = file_state(path)
        self._open: Looking = open_for_looking(path)

    def ask(self, question: Callable[[Database], R]) -> R:
        """The answer to ``question``; raises StoreError where the file never rests long enough to give one."""
        for _ in range(ATTEMPTS):
            self._refresh()
            try:
                answer = question(self._open.db)
            except sqlite3.DatabaseError:
                if self._is_true():
                    raise
                continue
            if self._is_true():
                return answer
        raise StoreError(f"Cannot read {self._path}: another program keeps changing it. Try again.")

    def close(self) -> None:
        """Lets go of the file."""
        self._open.db.close()

    def _is_true(self) -> bool:
        now = file_state(self._path)
        return now.inode == self._seen.inode if self._open.live else now == self._seen

    def _refresh(self) -> None:
        if self._is_true():
            return
        seen = file_state(self._path)
        opened = open_for_looking(self._path)
        self._open.db.close()
        self._seen, self._open = seen, opened
