"""Statements from a page into the store, with how far it is on the way; these clicks write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from comms_tracker.app.texts import Texts
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.store import Addition, Store

if TYPE_CHECKING:
    from comms_tracker.decisions import Decision
    from comms_tracker.encoder import PhraseVectors
    from comms_tracker.reading.received import Provenance

Known = dict[str, tuple[Claim, ...]]
Tell = Callable[[int, int], None]
"""Hears how many of how many statements are read."""


class CancelledError(Exception):
    """A click that cancels came before anything was written."""


class Saving:
    """One saving: ``tell`` hears how far it is, and a click that cancels it finds out whether it came first.

    They run in two threads: the page is drawn anew at a click, while what it stops goes on to its next sign of life.
    """

    def __init__(self, tell: Tell) -> None:
        self.tell = tell
        self._lock = Lock()
        self._cancelled = False
        self._writing = False

    def cancel(self) -> bool:
        """Whether nothing of what is being read will be written."""
        with self._lock:
            self._cancelled = not self._writing
            return self._cancelled

    def begin_writing(self) -> None:
        """From now on it is too late to cancel; raises CancelledError where that was done already."""
        with self._lock:
            if self._cancelled:
                raise CancelledError
            self._writing = True

    def end_writing(self) -> None:
        """What is written is written; what comes next can be cancelled."""
        with self._lock:
            self._writing = False


def holds(path: Path, incident: str) -> bool:
    """Whether there is an incident of this name in the store at ``path``; raises StoreError where it cannot be read."""
    if not path.exists():
        return False
    with Store.open(path, write=False) as store:
        return store.holds(incident)


def save_comparison(path: Path, incident: str, texts: Texts, comparison: Comparison) -> None:
    """Stores the texts as an incident; what was read for the comparison is not read again. Raises StoreError."""
    known: Known = {one.id: () for one in comparison.statements}
    for claim in comparison.claims:
        known[claim.statement] = (*known[claim.statement], claim)
    statements = [replace(one, incident=incident) for one in texts.statements]
    origins = [replace(one, incident=incident) for one in texts.provenance]
    with Store.open(path, write=True, compare=partial(_compared, known, Saving(_silent))) as store:
        store.add(incident, statements, origins)


def add(
    path: Path,
    statements: Sequence[Statement],
    provenance: Sequence[Provenance | None],
    run: Saving,
) -> tuple[Addition, ...]:
    """Adds the statements, each incident in one step that is done or not; every statement must name its incident.

    ``run.tell`` is called before each statement of the incident is read. Raises StoreError and ModelError, and
    CancelledError where a click was first: the incidents before it stay.
    """
    done = []
    for incident in dict.fromkeys(one.incident or "" for one in statements):
        group = [(one, origin) for one, origin in zip(statements, provenance, strict=True) if one.incident == incident]
        with Store.open(path, write=True, compare=partial(_compared, {}, run)) as store:
            result = store.add(incident, [one for one, _ in group], [origin for _, origin in group])
        run.end_writing()
        done.append(Addition(incident, result))
    return tuple(done)


def _compared(
    known: Known,
    run: Saving,
    statements: Sequence[Statement],
    vectors: PhraseVectors,
    decisions: Sequence[Decision],
) -> Comparison:
    """The comparison of the statements, those that are not ``known`` read one by one."""
    from comms_tracker.claims import extract_claims
    from comms_tracker.comparison import compare
    from comms_tracker.store.vectors import keep_meanings

    read = dict(known)
    for number, statement in enumerate(statements):
        run.tell(number, len(statements))
        if statement.id not in read:
            (claims,) = extract_claims([statement])
            read[statement.id] = tuple(claims)
    run.tell(len(statements), len(statements))
    comparison = compare(statements, vectors, decisions, read)
    keep_meanings(vectors, comparison.claims)
    run.begin_writing()
    return comparison


def _silent(_: int, __: int) -> None:
    """For what takes no time to speak of."""
