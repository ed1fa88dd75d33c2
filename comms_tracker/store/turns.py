"""Attempts at reading, comparing and writing an incident while others write to it too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from comms_tracker.store.opening import BUSY_TIMEOUT_S, writing_turn

if TYPE_CHECKING:
    from sqlite_utils import Database

ATTEMPTS = 20
"""How often something starts again because another writer changed the same incident while it compared."""

FREE = 3
"""Attempts during which others may write as well; after them nobody does, or they might come first for ever."""

HELD_AT_MOST_S = BUSY_TIMEOUT_S / 2
"""An attempt that took longer never keeps others waiting: they would give up before it is done."""


def turns(db: Database) -> Iterator[AbstractContextManager[None]]:
    """One context for each attempt, to plan, compare and write in; leave the loop where it succeeded.

    The first ones hold nobody up, since comparing takes long. Where others came first each time, the next ones take the
    right to write before they read, as far as a comparison is quick enough for others to wait for it.
    """
    took = 0.0
    for attempt in range(ATTEMPTS):
        started = time.monotonic()
        yield writing_turn(db) if attempt >= FREE and took <= HELD_AT_MOST_S else nullcontext()
        took = time.monotonic() - started
