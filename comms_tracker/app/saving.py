"""Statements from a page into the store, with how far it is on the way; these clicks write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.app.texts import Texts
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.store import AddResult, Store

if TYPE_CHECKING:
    from comms_tracker.decisions import Decision
    from comms_tracker.encoder import PhraseVectors
    from comms_tracker.reading.received import Provenance

Known = dict[str, tuple[Claim, ...]]
Tell = Callable[[int, int], None]
"""Hears how many of how many statements are read; where it raises, nothing is stored."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an add did to one incident."""

    incident: str
    result: AddResult


def holds(path: Path, incident: str) -> bool:
    """Whether there is an incident of this name in the store at ``path``; raises StoreError where it cannot be read."""
    if not path.exists():
        return False
    with Store.open(path, write=False) as store:
        return any(one.incident == incident for one in store.incidents())


def save_comparison(path: Path, incident: str, texts: Texts, comparison: Comparison) -> None:
    """Stores the texts as an incident; what was read for the comparison is not read again. Raises StoreError."""
    known: Known = {one.id: () for one in comparison.statements}
    for claim in comparison.claims:
        known[claim.statement] = (*known[claim.statement], claim)
    statements = [replace(one, incident=incident) for one in texts.statements]
    origins = [replace(one, incident=incident) for one in texts.provenance]
    with Store.open(path, write=True, compare=partial(_compared, known, _silent)) as store:
        store.add(incident, statements, origins)


def add(
    path: Path, statements: Sequence[Statement], provenance: Sequence[Provenance | None], tell: Tell
) -> tuple[Added, ...]:
    """Adds the statements, each incident in one step that is done or not; every statement must name its incident.

    ``tell`` is called before each statement of the incident is read. Raises StoreError and ModelError.
    """
    done = []
    for incident in dict.fromkeys(one.incident or "" for one in statements):
        group = [(one, origin) for one, origin in zip(statements, provenance, strict=True) if one.incident == incident]
        with Store.open(path, write=True, compare=partial(_compared, {}, tell)) as store:
            result = store.add(incident, [one for one, _ in group], [origin for _, origin in group])
        done.append(Added(incident, result))
    return tuple(done)


def _compared(
    known: Known, tell: Tell, statements: Sequence[Statement], vectors: PhraseVectors, decisions: Sequence[Decision]
) -> Comparison:
    """The comparison of the statements, those that are not ``known`` read one by one."""
    from comms_tracker.claims import extract_claims
    from comms_tracker.comparison import compare
    from comms_tracker.store.vectors import keep_meanings

    read = dict(known)
    for number, statement in enumerate(statements):
        tell(number, len(statements))
        if statement.id not in read:
            (claims,) = extract_claims([statement])
            read[statement.id] = tuple(claims)
    tell(len(statements), len(statements))
    comparison = compare(statements, vectors, decisions, read)
    keep_meanings(vectors, comparison.claims)
    return comparison


def _silent(_: int, __: int) -> None:
    """For what takes no time to speak of."""
