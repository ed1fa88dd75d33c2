"""What a new reading of an incident's texts says otherwise than the one before, and where the former is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker.contract import change_json, claim_json, finding_json
from comms_tracker.records import Comparison
from comms_tracker.store.hashing import changed_rows
from comms_tracker.store.records import Difference, Outcome, Reread, Subject
from comms_tracker.store.rows import array

if TYPE_CHECKING:
    from sqlite_utils import Database

Key = tuple[Subject, str]
"""What a reading says something about, and its id."""

# What a claim or change is called, and what follows from another claim's reading, is no reading of its own.
DERIVED = frozenset({"id", "restates", "evidence_for", "evidence_against"})


@dataclass(frozen=True, slots=True)
class Read:
    """A claim, change or finding as plain data, and its words: the claim's own, or the explanation."""

    plain: Mapping[str, object]
    words: str


def differences(before: Comparison, after: Comparison) -> tuple[Difference, ...]:
    """What is new, gone or read otherwise: claims first, then changes, then findings, each in the order of reading."""
    return tuple(_differences(_readings(before), _readings(after)))


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

    What somebody has changed since is not kept, for it would look like the program's reading. Call it in the
    transaction of the new reading, before anything of it is written.
    """
    run = db.execute("SELECT max(id) FROM runs WHERE incident = ?", [incident]).fetchone()[0]
    forged = {name for _, name in changed_rows(db, incident, ("claims", "figures", "changes", "findings"))}
    old = {key: read for key, read in _readings(before).items() if key[1] not in forged}
    statements = {claim.id: claim.statement for claim in before.claims}
    db.table("earlier_readings").insert_all(
        {
            "incident": incident,
            "run": run,
            "subject": one.subject,
            "id": one.id,
            "statement": statements.get(one.id),
            "words": old[one.subject, one.id].words,
            "reading": json.dumps(old[one.subject, one.id].plain, ensure_ascii=False),
            "outcome": one.outcome,
            "changed_columns": array(one.fields),
        }
        for one in found
        if (one.subject, one.id) in old
    )


def _differences(before: Mapping[Key, Read], after: Mapping[Key, Read]) -> Iterator[Difference]:
    for subject in Subject:
        for key, old in before.items():
            if key[0] is not subject:
                continue
            now = after.get(key)
            if now is None:
                yield Difference(*key, Outcome.GONE, old.words, ())
                continue
            fields = tuple(
                name for name, value in old.plain.items() if name not in DERIVED and value != now.plain.get(name)
            )
            if fields:
                yield Difference(*key, Outcome.OTHERWISE, old.words, fields)
        for key, new in after.items():
            if key[0] is subject and key not in before:
                yield Difference(*key, Outcome.NEW, new.words, ())


def _readings(comparison: Comparison) -> dict[Key, Read]:
    """All that a comparison says, in the order of reading."""
    return {
        **{(Subject.CLAIM, one.id): Read({**claim_json(one)}, one.text) for one in comparison.claims},
        **{(Subject.CHANGE, one.id): Read({**change_json(one)}, one.explanation) for one in comparison.changes},
        **{(Subject.FINDING, one.id): Read({**finding_json(one)}, one.explanation) for one in comparison.findings},
    }
