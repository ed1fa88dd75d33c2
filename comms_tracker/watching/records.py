"""What a look at an address gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from comms_tracker.contract import comparison_json
from comms_tracker.contract_shapes import ComparisonJson
from comms_tracker.records import Comparison, Statement


class Outcome(StrEnum):
    """FIRST: its words are in the store now. CHANGED: other words, kept as a version. SAME: nothing new.

    WAITING: the server asked to be left alone until later. BARRED: robots.txt. FAILED: it could not be read.
    """

    FIRST = "first"
    CHANGED = "changed"
    SAME = "same"
    WAITING = "waiting"
    BARRED = "barred"
    FAILED = "failed"


class EventJson(TypedDict):
    """An event for another program; the comparison is of the last version with this one."""

    address: str
    outcome: str
    at: str
    incident: str
    statement: str | None
    source: str | None
    sha256: str | None
    earlier_sha256: str | None
    message: str
    comparison: ComparisonJson | None


@dataclass(frozen=True, slots=True)
class Event:
    """One look at one address, or one statement that the look found new or changed.

    ``at`` is when, in UTC; ``message`` says in a sentence what a person should know. ``earlier`` and ``comparison`` are
    there where the words changed. ``news`` is whether a watcher wants to be told: a change, or a new entry of a feed.
    """

    address: str
    outcome: Outcome
    at: str
    incident: str
    message: str = ""
    statement: Statement | None = None
    earlier: Statement | None = None
    comparison: Comparison | None = None
    news: bool = False


def event_json(event: Event) -> EventJson:
    """The event as plain data."""
    return {
        "address": event.address,
        "outcome": event.outcome.value,
        "at": event.at,
        "incident": event.incident,
        "statement": event.statement.id if event.statement else None,
        "source": event.statement.source if event.statement else None,
        "sha256": event.statement.sha256 if event.statement else None,
        "earlier_sha256": event.earlier.sha256 if event.earlier else None,
        "message": event.message,
        "comparison": comparison_json(event.comparison) if event.comparison else None,
    }
