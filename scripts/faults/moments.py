"""Where in its writing a process is, told to another one through memory that both share."""

from __future__ import annotations

import mmap
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

BEGIN, COMMIT, ROLLBACK = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
"""What the store says to SQLite where a transaction that writes begins and ends."""

_FORM = struct.Struct("=qqqdd")


class Moment(StrEnum):
    """Where a kill fell."""

    BEFORE = "before the first transaction"
    WITHIN = "within a transaction"
    BETWEEN = "between two transactions"
    AFTER = "after the last transaction"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a writer has begun and committed, and the clock's seconds at its first beginning and its last commit."""

    begun: int
    committed: int
    open: bool
    first_begun: float
    last_committed: float

    def moment(self, transactions: int) -> Moment:
        """Where it stands in a run of so many transactions."""
        if self.open:
            return Moment.WITHIN
        if self.committed == 0:
            return Moment.BEFORE
        return Moment.AFTER if self.committed >= transactions else Moment.BETWEEN

    @property
    def seconds(self) -> float:
        """From the first beginning to the last commit."""
        return self.last_committed - self.first_begun


class Watch:
    """A page of memory that a forked process shares with the one that forked it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, mmap.PAGESIZE)

    def seen(self) -> Seen:
        """What the writer has told up to now; true of a killed writer too."""
        begun, committed, is_open, first, last = _FORM.unpack_from(self._memory)
        return Seen(begun, committed, bool(is_open), first, last)

    def begin(self) -> None:
        """A transaction that writes has begun."""
        seen = self.seen()
        first = seen.first_begun or time.monotonic()
        _FORM.pack_into(self._memory, 0, seen.begun + 1, seen.committed, 1, first, seen.last_committed)

    def end(self, *, committed: bool) -> None:
        """It has been committed, or rolled back."""
        seen = self.seen()
        done = seen.committed + int(committed)
        last = time.monotonic() if committed else seen.last_committed
        _FORM.pack_into(self._memory, 0, seen.begun, done, 0, seen.first_begun, last)


class _WatchedConnection(sqlite3.Connection):
    """A connection that tells the watch of every transaction that writes; it is open until COMMIT has returned."""

    watch: ClassVar[Watch]
    _writes = False

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        found = super().execute(sql, parameters)
        if sql == BEGIN:
            self._writes = True
            self.watch.begin()
        elif self._writes and sql in (COMMIT, ROLLBACK):
            self._writes = False
            self.watch.end(committed=sql == COMMIT)
        return found


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Every connection that is opened meanwhile tells the watch where it is."""

    class Connection(_WatchedConnection):
        pass

    Connection.watch = watch
    plain = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        return plain(*arguments, factory=Connection, **options)

    sqlite3.connect = connect  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = plain
