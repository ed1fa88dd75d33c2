"""Statements into a store, incident by incident, what came of it, and what to say where one names none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.errors import InputError
from comms_tracker.reading.dates import time_key
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Statement

if TYPE_CHECKING:
    from comms_tracker.cli.given import Given
    from comms_tracker.store import Addition, IncidentSummary, Store

OFFERED = 3
"""How many incidents are offered where a statement names none."""


def add_all(store: Store, statements: Sequence[Statement], provenance: Sequence[Provenance] = ()) -> list[Addition]:
    """Adds each incident's statements, in order of first appearance; every statement must name its incident.

    ``provenance``, in step with ``statements`` where it is given, is kept beside them.
    """
    from comms_tracker.store import Addition

    return [
        Addition(incident, store.add(incident, [one for one, _ in group], [came for _, came in group]))
        for incident, group in by_incident(statements, provenance).items()
    ]


def add_with_processes(path: Path, parts: Iterable[Given], statements: int, jobs: int) -> Sequence[Addition]:
    """As :func:`add_all` for each of the parts, ``statements`` in all, read by several processes.

    Says on standard error how far it is and what they held. No incident may be in two parts.
    """
    from comms_tracker.cli.output import say
    from comms_tracker.scale import jobs as scale

    given = (
        scale.Given(incident, tuple(one for one, _ in group), tuple(came for _, came in group))
        for part in parts
        for incident, group in by_incident(part.statements, part.provenance).items()
    )
    added = scale.add_with_processes(path, given, statements, jobs, say)
    say(added.summary)
    return added.additions


def counted_additions(additions: Sequence[Addition], path: Path) -> str:
    """How many statements of how many incidents were added, there already, or have other words now, in a sentence."""
    from comms_tracker.report.words import counted

    results = [each.result for each in additions]
    added = sum(len(one.added) for one in results)
    there = sum(len(one.unchanged) for one in results)
    new = sum(len(one.new_versions) for one in results)
    return (
        f"{counted(len(additions), 'incident')}, in {path}: {counted(added, 'statement')} added, "
        f"{there:,} there already, {counted(new, 'new version')}."
    )


def by_incident(
    statements: Sequence[Statement], provenance: Sequence[Provenance] = ()
) -> dict[str, list[tuple[Statement, Provenance | None]]]:
    """The statements of each incident with where they came from, in order of first appearance.

    Every one must name its incident.
    """
    found: dict[str, list[tuple[Statement, Provenance | None]]] = {}
    beside: Sequence[Provenance | None] = provenance or [None] * len(statements)
    for statement, came in zip(statements, beside, strict=True):
        assert statement.incident is not None
        found.setdefault(statement.incident, []).append((statement, came))
    return found


def refuse_without_incident(statements: Sequence[Statement], path: Path) -> None:
    """Raises InputError where a statement names no incident, with the store's incidents that it may belong to.

    Those of the same organisation are offered, the nearest in date first.
    """
    nameless = next((statement for statement in statements if statement.incident is None), None)
    if nameless is None:
        return
    near = near_incidents(nameless, _incidents(path))
    if near:
        offer = f"Incidents of {nameless.organisation} near it in date: {', '.join(near)}."
    else:
        offer = "Any name will do, such as barts-2017."
    raise InputError(f"{nameless.id} names no incident, so nothing was stored. Name one with --incident. {offer}")


def near_incidents(statement: Statement, incidents: Sequence[IncidentSummary]) -> list[str]:
    """The names of the incidents of the statement's organisation, the nearest in date first, a few at most."""
    same = [one for one in incidents if statement.organisation and _speaks_in(statement.organisation, one)]
    same.sort(key=lambda one: _distance(statement, one))
    return [one.incident for one in same[:OFFERED]]


def _speaks_in(organisation: str, incident: IncidentSummary) -> bool:
    return organisation.casefold() in {name.casefold() for name in incident.organisations}


def _distance(statement: Statement, incident: IncidentSummary) -> timedelta:
    """How far the statement's date is from the incident's span of dates; far where either has none."""
    if statement.issued is None or incident.first_issued is None or incident.last_issued is None:
        return timedelta.max
    issued = time_key(statement.issued)
    first, last = time_key(incident.first_issued), time_key(incident.last_issued)
    return max(first - issued, issued - last, timedelta(0))


def _incidents(path: Path) -> Sequence[IncidentSummary]:
    """The incidents of the store at ``path``, none where there is no store yet."""
    from comms_tracker.store import Store

    if not path.exists():
        return ()
    with Store.open(path, write=False) as store:
        return store.incidents()
