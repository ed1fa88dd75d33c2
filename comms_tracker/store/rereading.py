"""What a new reading of an incident's texts says otherwise than the one before, and where the former is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from comms_tracker.contract import change_json, claim_json, finding_json
from comms_tracker.records import Comparison
from comms_tracker.store.records import Difference, Outcome, Reread, Subject
from comms_tracker.store.rows import array

if TYPE_CHECKING:
    from sqlite_utils import Database

Plain = Mapping[str, object]

# What a claim or change is called, and what follows from another claim's reading, is no reading of its own.
DERIVED = frozenset({"id", "restates", "evidence_for", "evidence_against"})


def differences(before: Comparison, after: Comparison) -> tuple[Difference, ...]:
    """What is new, gone or read otherwise: claims first, then changes, then findings, each in the order of reading."""
    return (
        *_of(Subject.CLAIM, _claims(before), _claims(after)),
        *_of(Subject.CHANGE, _changes(before), _changes(after)),
        *_of(Subject.FINDING, _findings(before), _findings(after)),
    )


def reread(incident: str, before: Comparison, after: Comparison) -> Reread:
    """What the new reading of an incident says of the former one."""
    found = differences(before, after)
    touched = {one.id for one in found if one.subject is Subject.CLAIM}
    return Reread(
        incident=incident,
        same=sum(claim.id not in touched for claim in after.claims),
        differences=found,
        notes=tuple(note for note in after.notes if note not in before.notes),
    )


def save_former(db: Database, incident: str, before: Comparison, found: Iterable[Difference]) -> None:
    """Keeps the claims, changes and findings that are gone or read otherwise, as the incident's last run had read them.

    Call it in the transaction of the new reading, before the new run is written.
    """
    run = db.execute("SELECT max(id) FROM runs WHERE incident = ?", [incident]).fetchone()[0]
    old = {(Subject.CLAIM, key): (plain, words) for key, (plain, words) in _claims(before).items()}
    old |= {(Subject.CHANGE, key): (plain, words) for key, (plain, words) in _changes(before).items()}
    old |= {(Subject.FINDING, key): (plain, words) for key, (plain, words) in _findings(before).items()}
    statements = {claim.id: claim.statement for claim in before.claims}
    db.table("earlier_readings").insert_all(
        {
            "incident": incident,
            "run": run,
            "subject": one.subject,
            "id": one.id,
            "statement": statements.get(one.id),
            "words": old[one.subject, one.id][1],
            "reading": json.dumps(old[one.subject, one.id][0], ensure_ascii=False),
            "outcome": one.outcome,
            "changed_columns": array(one.fields),
        }
        for one in found
        if (one.subject, one.id) in old
    )


def _of(
    subject: Subject, before: Mapping[str, tuple[Plain, str]], after: Mapping[str, tuple[Plain, str]]
) -> Iterator[Difference]:
    for key, (plain, words) in before.items():
        if key not in after:
            yield Difference(subject, key, Outcome.GONE, words, ())
            continue
        now = after[key][0]
        fields = tuple(name for name in plain if name not in DERIVED and plain[name] != now.get(name))
        if fields:
            yield Difference(subject, key, Outcome.OTHERWISE, words, fields)
    for key, (_, words) in after.items():
        if key not in before:
            yield Difference(subject, key, Outcome.NEW, words, ())


def _claims(comparison: Comparison) -> dict[str, tuple[Plain, str]]:
    return {claim.id: (dict(claim_json(claim)), claim.text) for claim in comparison.claims}


def _changes(comparison: Comparison) -> dict[str, tuple[Plain, str]]:
    return {change.id: (dict(change_json(change)), change.explanation) for change in comparison.changes}


def _findings(comparison: Comparison) -> dict[str, tuple[Plain, str]]:
    return {finding.id: (dict(finding_json(finding)), finding.explanation) for finding in comparison.findings}
