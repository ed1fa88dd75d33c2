"""What a writing of the store is for, the run that comes of it, and what the tables of runs and the log say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from comms_tracker.decisions import Decision
from comms_tracker.records import Comparison
from comms_tracker.store.hashing import LogEntry
from comms_tracker.store.planning import Plan
from comms_tracker.store.receiving import Arrival
from comms_tracker.store.records import Cause, Entry, Forgetting
from comms_tracker.store.rows import array
from comms_tracker.store.vectors import StoredVectors


@dataclass(frozen=True, slots=True)
class Forgets:
    """A statement that is to be forgotten, the decisions and the bytes of sources that go with it, and why."""

    statement: str
    decisions: tuple[str, ...]
    sources: tuple[str, ...]
    told: Forgetting


@dataclass(frozen=True, slots=True)
class Merges:
    """What comes from another store: its log's last hash, all decisions in order, and of them the new ones' ids."""

    head: str
    decisions: tuple[Decision, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Errand:
    """What an incident is compared and written for.

    ``decided`` are the decisions that the store holds, ``new`` one that is made now. ``former`` is the reading that a
    new one of the same texts replaces, and ``arrived`` says where new versions came from.
    """

    cause: Cause
    decided: tuple[Decision, ...] = ()
    new: Decision | None = None
    former: Comparison | None = None
    forgets: Forgets | None = None
    merges: Merges | None = None
    arrived: tuple[Arrival, ...] = ()

    @property
    def ruling(self) -> tuple[Decision, ...]:
        """The decisions that the incident is compared with, in the order of making: those that it has afterwards."""
        if self.merges is not None:
            return self.merges.decisions
        gone = () if self.forgets is None else self.forgets.decisions
        kept = tuple(each for each in self.decided if each.id not in gone)
        return kept if self.new is None else (*kept, self.new)

    @property
    def made(self) -> tuple[str, ...]:
        """The ids of the decisions that it brings."""
        if self.merges is not None:
            return self.merges.new
        return () if self.new is None else (self.new.id,)


@dataclass(frozen=True, slots=True)
class Run:
    """A comparison that is to be stored, and when it was made: ISO times in UTC.

    ``vectors`` are kept with it where it may write them: a decision never does.
    """

    errand: Errand
    comparison: Comparison
    started: str
    finished: str
    vectors: StoredVectors | None = None


def run_row(incident: str, plan: Plan, run: Run) -> dict[str, Any]:
    """A row of ``runs``; its id is the store's to give."""
    made = run.comparison.produced_by
    return {
        "incident": incident,
        "version": made.version,
        "model_sha256": made.model_sha256,
        "lexicon_sha256": made.lexicon_sha256,
        "started": run.started,
        "finished": run.finished,
        "added": array(plan.result.added),
        "new_versions": array(plan.result.new_versions),
        "cause": run.errand.cause,
        "decisions": array(run.errand.made),
        "versions": array([[version.statement.id, version.number] for version in plan.new]),
    }


def log_entry(incident: str, plan: Plan, run: Run) -> LogEntry:
    """What the log says of the run: an add names its statements, a decision itself, a new reading every statement."""
    added = dict.fromkeys((*plan.result.added, *plan.result.new_versions))
    made = run.comparison.produced_by.version
    errand = run.errand
    if errand.forgets is not None:
        return forgotten_entry(incident, errand.forgets, made)
    if errand.merges is not None:
        came = dict.fromkeys((*added, *(arrival.statement for arrival in errand.arrived)))
        return LogEntry(run.finished, Entry.MERGED, incident, (errand.merges.head, *came, *errand.merges.new), made)
    subjects = {
        Cause.ADD: tuple(added),
        Cause.DECIDE: errand.made,
        Cause.REPROCESS: tuple(statement.id for statement in run.comparison.statements),
    }
    entries = {Cause.ADD: Entry.ADDED, Cause.DECIDE: Entry.DECIDED, Cause.REPROCESS: Entry.READ}
    return LogEntry(run.finished, entries[errand.cause], incident, subjects[errand.cause], made)


def forgotten_entry(incident: str, forgets: Forgets, version: str) -> LogEntry:
    """What the log says of a deletion: the statement, and the decisions and bytes of sources that went with it."""
    subjects = (forgets.statement, *forgets.decisions, *forgets.sources)
    return LogEntry(forgets.told.at, Entry.FORGOTTEN, incident, subjects, version)
