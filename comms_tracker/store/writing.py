"""Writes statements and the comparison of their incident, all in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comms_tracker import __version__
from comms_tracker.decisions import Decision
from comms_tracker.errors import StoreError
from comms_tracker.records import Change, Comparison, ReviewStatus, Statement
from comms_tracker.store.deciding import decisions, same_decisions, save_decision, save_decisions
from comms_tracker.store.forgetting import remove_incident, remove_traces
from comms_tracker.store.forgotten import refuse_forgotten
from comms_tracker.store.hashing import refuse_changed, write_log
from comms_tracker.store.opening import writing_turn
from comms_tracker.store.planning import Plan, moment, plan_add
from comms_tracker.store.reading import current_versions, replaced_versions
from comms_tracker.store.receiving import forget_sources, save_sources
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
from comms_tracker.store.runs import Forgets, Run, forgotten_entry, log_entry, run_row
from comms_tracker.store.statement_rows import statement_row
from comms_tracker.store.vectors import save_vectors

if TYPE_CHECKING:
    from sqlite_utils import Database

CURRENT_READING = ("findings", "changes", "series_claims", "series", "figures", "claims", "statements")
"""The tables that a comparison fills, those that refer to others first."""


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
    comparison, errand = run.comparison, run.errand
    versions = {version.statement.id: version.number for version in plan.current}
    if sorted(versions) != sorted(statement.id for statement in comparison.statements):
        raise ValueError("the comparison is of other statements than the plan")
    with writing_turn(db):
        if not _still_holds(db, incident, plan, errand.decided):
            return False
        refuse_changed(db, incident)
        if errand.forgets is not None:
            _forget(db, incident, errand.forgets)
        if errand.former is not None:
            save_former(db, incident, errand.former, differences(errand.former, comparison))
        for table in CURRENT_READING:
            db.execute(f"DELETE FROM {table} WHERE incident = ?", [incident])
        _save_incident(db, incident, comparison)
        _save_statements(db, incident, plan, comparison, versions)
        save_sources(db, incident, errand.arrived)
        _save_reading(db, incident, comparison)
        db.table("runs").insert(run_row(incident, plan, run))
        if errand.new is not None:
            save_decision(db, len(errand.decided) + 1, errand.new)
        if errand.merges is not None and errand.merges.new:
            save_decisions(db, incident, errand.merges.decisions)
        if run.vectors is not None:
            save_vectors(db, incident, run.vectors)
        write_log(db, log_entry(incident, plan, run))
    return True


def _still_holds(db: Database, incident: str, plan: Plan, decided: Sequence[Decision]) -> bool:
    """Whether nobody wrote to the incident since the plan was made of it."""
    return current_versions(db, incident) == plan.basis and same_decisions(decisions(db, incident), decided)


def _forget(db: Database, incident: str, forgets: Forgets) -> None:
    remove_traces(db, incident, forgets.statement, forgets.decisions, forgets.told)
    forget_sources(db, incident, forgets.statement, forgets.sources)


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
    return not change.says_the_same and change.status is not ReviewStatus.REJECTED


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


def carry_out_last(db: Database, incident: str, plan: Plan, decided: Sequence[Decision], forgets: Forgets) -> bool:
    """Forgets the only statement of an incident, and the incident with it.

    ``decided`` are the decisions that the store held at the plan. Returns False, and changes nothing, where another
    writer came between the plan and this call. Raises StoreError where a row is not as it was written.
    """
    with writing_turn(db):
        if not _still_holds(db, incident, plan, decided):
            return False
        refuse_changed(db, incident)
        _forget(db, incident, forgets)
        remove_incident(db, incident)
        write_log(db, forgotten_entry(incident, forgets, __version__))
    return True
