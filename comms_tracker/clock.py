"""The present moment in the two forms in which it is kept and shown."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment as an ISO time in UTC, to the millisecond: for the log, for runs, and for who decided when."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def today() -> str:
    """The present day in UTC as an ISO date: for pages and files that say when they were made."""
    return datetime.now(UTC).date().isoformat()
