"""Writes statements and the comparison of their incident, all in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comms_tracker import __version__
from comms_tracker.decisions import Decision
from comms_tracker.errors import StoreError
from comms_tracker.records import Change, ChangeKind, Comparison, ReviewStatus, Statement
from comms_tracker.store.deciding import decisions, same_decisions, save_decision, save_decisions
from comms_tracker.store.forgetting import remove_incident, remove_traces
from comms_tracker.store.forgotten import refuse_forgotten
from comms_tracker.store.hashing import LogEntry, refuse_changed, write_log
from comms_tracker.store.opening import writing_turn
from comms_tracker.store.planning import Plan, moment, plan_add
from comms_tracker.store.reading import current_versions, replaced_versions
from comms_tracker.store.receiving import Arrival, forget_sources, save_sources
from comms_tracker.store.records import Cause, Entry, Forgetting
from comms_tracker.store.rereading import differences, save_former
from comms_tracker.store.rows import (
    array,
    change_row,
    claim_row,
    figure_row,
    finding_rows,
    series_claim_rows,
    series_row,
    strings,
)
from comms_tracker.store.statement_rows import statement_row
from comms_tracker.store.vectors import StoredVectors, save_vectors

if TYPE_CHECKING:
    from sqlite_utils import Database

CURRENT_READING = ("findings", "changes", "series_claims", "series", "figures", "claims", "statements")
"""The tables that a comparison fills, those that refer to others first."""


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison that is to be stored, and when it was made: ISO times in UTC.

    ``decided`` are the decisions that the store held when it was made, ``new`` the one that it was made for.
    ``vectors`` are kept with it where it may write them: a decision never does. ``former`` is the reading that a new
    one of the same texts replaces. ``forgets`` is what goes with a statement that is to be forgotten, ``merges``
    what comes from another store, and ``arrived`` says where new versions came from.
    """

    comparison: Comparison
    started: str
    finished: str
    cause: Cause = Cause.ADD
    decided: tuple[Decision, ...] = ()
    new: Decision | None = None
    vectors: StoredVectors | None = None
    former: Comparison | None = None
    forgets: Forgets | None = None
    merges: Merges | None = None
    arrived: tuple[Arrival, ...] = ()


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


def make_plan(db: Database, incident: str, given: Sequence[Statement]) -> Plan:
    """What adding ``given`` to the incident would do.

    Raises StoreError where the incident has no name, or a text cannot be written as UTF-8.
    """
    if not incident.strip():
        raise StoreError(
            "Cannot add statements: the incident has no name. Give one with --incident. Nothing was stored."
        )
    for statement in given:
        _refuse_half_characters(statement)
    with db.atomic():
        refuse_forgotten(db, incident, given)
        earlier = {statement.id: replaced_versions(db, incident, statement.id) for statement in given}
        return plan_add(incident, current_versions(db, incident), earlier, given)


def carry_out(db: Database, incident: str, plan: Plan, run: Run) -> bool:
    """Stores the plan's statements with their comparison in the place of the incident's earlier reading.

    Returns False, and stores nothing, where another writer came between the plan and this call.
    Raises ValueError where the comparison is not of the plan's statements.
    """
    comparison = run.comparison
    versions = {version.statement.id: version.number for version in plan.current}
    if sorted(versions) != sorted(statement.id for statement in comparison.statements):
        raise ValueError("the comparison is of other statements than the plan")
    with writing_turn(db):
        if current_versions(db, incident) != plan.basis or not same_decisions(decisions(db, incident), run.decided):
            return False
        refuse_changed(db, incident)
        if run.forgets is not None:
            remove_traces(db, incident, run.forgets.statement, run.forgets.decisions, run.forgets.told)
            forget_sources(db, incident, run.forgets.statement, run.forgets.sources)
        if run.former is not None:
            save_former(db, incident, run.former, differences(run.former, comparison))
        for table in CURRENT_READING:
            db.execute(f"DELETE FROM {table} WHERE incident = ?", [incident])
        _save_incident(db, incident, comparison)
        _save_statements(db, incident, plan, comparison, versions)
        save_sources(db, incident, run.arrived)
        _save_reading(db, incident, comparison)
        db.table("runs").insert(run_row(incident, plan, run))
        if run.new is not None:
            save_decision(db, len(run.decided) + 1, run.new)
        if run.merges is not None and run.merges.new:
            save_decisions(db, incident, run.merges.decisions)
        if run.vectors is not None:
            save_vectors(db, incident, run.vectors)
        write_log(db, _log_entry(incident, plan, run))
    return True


def _refuse_half_characters(statement: Statement) -> None:
    try:
        statement.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StoreError(
            f"Cannot store {statement.id}: character {error.start + 1} of its text is half of a surrogate pair, which "
            "is no character. Correct the text and add it again. Nothing was stored."
        ) from None


def _save_incident(db: Database, incident: str, comparison: Comparison) -> None:
    row = incident_row(incident, comparison)
    db.table("organisations").insert_all(({"name": name} for name in strings(row["organisations"])), ignore=True)
    db.table("incidents").upsert(row, pk="id")


def incident_row(incident: str, comparison: Comparison) -> dict[str, Any]:
    """A row of ``incidents``."""
    from comms_tracker.changes.headline import headline

    names = dict.fromkeys(statement.organisation for statement in comparison.statements)
    dates = [statement.issued for statement in comparison.statements if statement.issued is not None]
    first = headline(comparison.changes)
    made = comparison.produced_by
    return {
        "id": incident,
        "organisations": array([name for name in names if name is not None]),
        "statements": len(comparison.statements),
        "first_issued": dates[0] if dates else None,
        "last_issued": dates[-1] if dates else None,
        "last_moment": moment(dates[-1] if dates else None),
        "changes": sum(_stands(change) for change in comparison.changes),
        "headline": first.explanation if first else "",
        "version": made.version,
        "model_sha256": made.model_sha256,
        "lexicon_sha256": made.lexicon_sha256,
        "notes": array(comparison.notes),
    }


def _stands(change: Change) -> bool:
    return change.kind is not ChangeKind.UNCHANGED and change.status is not ReviewStatus.REJECTED


def _save_statements(db: Database, incident: str, plan: Plan, comparison: Comparison, versions: dict[str, int]) -> None:
    replaced = [version.statement for version in plan.replaced]
    names = dict.fromkeys(statement.organisation for statement in replaced)
    db.table("organisations").insert_all(({"name": name} for name in names if name is not None), ignore=True)
    db.table("statement_versions").insert_all(
        statement_row(incident, version.number, version.statement) for version in plan.replaced
    )
    db.table("statements").insert_all(
        {**statement_row(incident, versions[statement.id], statement), "position": position}
        for position, statement in enumerate(comparison.statements, start=1)
    )


def _save_reading(db: Database, incident: str, comparison: Comparison) -> None:
    db.table("claims").insert_all(
        claim_row(incident, position, claim) for position, claim in enumerate(comparison.claims, start=1)
    )
    db.table("figures").insert_all(
        figure_row(incident, claim.id, claim.figure) for claim in comparison.claims if claim.figure is not None
    )
    db.table("series").insert_all(
        series_row(incident, position, series) for position, series in enumerate(comparison.series, start=1)
    )
    db.table("series_claims").insert_all(
        row for series in comparison.series for row in series_claim_rows(incident, series)
    )
    db.table("changes").insert_all(
        change_row(incident, position, change) for position, change in enumerate(comparison.changes, start=1)
    )
    db.table("findings").insert_all(finding_rows(incident, comparison.findings))


def _log_entry(incident: str, plan: Plan, run: Run) -> LogEntry:
    """What the log says of the run: an add names its statements, a decision itself, a new reading every statement."""
    added = dict.fromkeys((*plan.result.added, *plan.result.new_versions))
    made = run.comparison.produced_by.version
    if run.forgets is not None:
        return forgotten_entry(incident, run.forgets, made)
    if run.merges is not None:
        came = dict.fromkeys((*added, *(arrival.statement for arrival in run.arrived)))
        return LogEntry(run.finished, Entry.MERGED, incident, (run.merges.head, *came, *run.merges.new), made)
    subjects = {
        Cause.ADD: tuple(added),
        Cause.DECIDE: () if run.new is None else (run.new.id,),
        Cause.REPROCESS: tuple(statement.id for statement in run.comparison.statements),
    }
    entries = {Cause.ADD: Entry.ADDED, Cause.DECIDE: Entry.DECIDED, Cause.REPROCESS: Entry.READ}
    return LogEntry(run.finished, entries[run.cause], incident, subjects[run.cause], made)


def forgotten_entry(incident: str, forgets: Forgets, version: str) -> LogEntry:
    """What the log says of a deletion: the statement, and the decisions and bytes of sources that went with it."""
    subjects = (forgets.statement, *forgets.decisions, *forgets.sources)
    return LogEntry(forgets.told.at, Entry.FORGOTTEN, incident, subjects, version)


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
        "cause": run.cause,
        "decisions": array(_new_decisions(run)),
        "versions": array([[version.statement.id, version.number] for version in plan.new]),
    }


def _new_decisions(run: Run) -> tuple[str, ...]:
    if run.merges is not None:
        return run.merges.new
    return () if run.new is None else (run.new.id,)


def carry_out_last(db: Database, incident: str, plan: Plan, decided: Sequence[Decision], forgets: Forgets) -> bool:
    """Forgets the only statement of an incident, and the incident with it.

    ``decided`` are the decisions that the store held at the plan. Returns False, and changes nothing, where another
    writer came between the plan and this call. Raises StoreError where a row is not as it was written.
    """
    with writing_turn(db):
        if current_versions(db, incident) != plan.basis or not same_decisions(decisions(db, incident), decided):
            return False
        refuse_changed(db, incident)
        remove_traces(db, incident, forgets.statement, forgets.decisions, forgets.told)
        forget_sources(db, incident, forgets.statement, forgets.sources)
        remove_incident(db, incident)
        write_log(db, forgotten_entry(incident, forgets, __version__))
    return True
