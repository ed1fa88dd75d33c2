"""The store as the command line, the app and Python see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, TypeVar

from comms_tracker.decisions import Decision, Words
from comms_tracker.errors import StoreError
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import copying, deciding, published, reading, rereading, verifying
from comms_tracker.store.looking import Looker
from comms_tracker.store.opening import explained, open_for_writing
from comms_tracker.store.planning import Plan
from comms_tracker.store.records import AddResult, Cause, IncidentSummary, Problem, Published, Reread
from comms_tracker.store.vectors import Encoder, PinnedEncoder, StoredVectors
from comms_tracker.store.writing import Run, carry_out, make_plan

if TYPE_CHECKING:
    from sqlite_utils import Database

Compare = Callable[[Sequence[Statement], StoredVectors, Sequence[Decision]], Comparison]
Decide = Callable[[Comparison, Sequence[Decision]], Decision]
R = TypeVar("R")

ATTEMPTS = 20
"""How often an add starts again because another writer changed the same incident while it compared."""


class Store:
    """What was said, when, where exactly, and how it was read: one SQLite file.

    Use it as a context manager, or close it. Threads may share it; one is let in at a time.
    """

    def __init__(self, path: Path, *, write: bool, compare: Compare | None, encoder: Encoder | None) -> None:
        self.path = path
        self._compare = compare
        self._encoder: Encoder = encoder or PinnedEncoder()
        self._lock = RLock()
        opened = open_for_writing(path) if write else None
        self._writer: Database | None = opened.db if opened else None
        self._copy = opened.copy if opened else None
        self._looker = None if write else Looker(path)

    @classmethod
    def open(
        cls, path: str | Path, *, write: bool, compare: Compare | None = None, encoder: Encoder | None = None
    ) -> Store:
        """The store at ``path``: made where it is missing if ``write``, and otherwise only looked at.

        ``compare`` is :func:`comms_tracker.comparison.compare` where it is not given, and ``encoder`` the pinned model.
        Raises StoreError where it cannot be opened, with what to do.
        """
        return cls(Path(path), write=write, compare=compare, encoder=encoder)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            if self._writer is not None:
                self._writer.close()
            if self._looker is not None:
                self._looker.close()

    @property
    def notes(self) -> tuple[str, ...]:
        """What opening it did that its user should know: that its schema is another one now, and where it is kept."""
        if self._copy is None:
            return ()
        return (f"{self.path} was made by an earlier comms-tracker and is of this one now. As it was: {self._copy}.",)

    def add(self, incident: str, statements: Sequence[Statement]) -> AddResult:
        """Stores the statements and compares the whole incident again; what is known already changes nothing.

        All of it is stored or, where an error is raised, none of it. Raises StoreError.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            for _ in range(ATTEMPTS):
                plan = make_plan(db, incident, statements)
                if plan.changes_nothing:
                    return plan.result
                run = self._compared(db, plan, deciding.decisions(db, incident), Cause.ADD)
                if carry_out(db, incident, plan, run):
                    return plan.result
        raise StoreError(
            f"Cannot add to {incident} in {self.path}: another program keeps changing it. "
            "Nothing was stored. Try again."
        )

    def decide(self, incident: str, decide: Decide) -> Decision:
        """Stores the decision that ``decide`` makes of the incident's comparison and of the decisions before it.

        The incident is compared again with it; no phrase vector is written. Where ``decide`` raises, nothing is
        stored. Raises StoreError where there is no such incident.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            for _ in range(ATTEMPTS):
                plan = make_plan(db, incident, ())
                before = deciding.decisions(db, incident)
                decision = decide(self.comparison(incident), before)
                run = self._compared(db, plan, before, Cause.DECIDE, new=decision)
                if carry_out(db, incident, plan, run):
                    return decision
        raise StoreError(
            f"Cannot decide about {incident} in {self.path}: another program keeps changing it. "
            "Nothing was stored. Try again."
        )

    def reprocess(self, incident: str) -> Reread:
        """Reads the incident's texts again with the present version, models and lexicons, as a new run.

        Decisions stay. What the former reading had otherwise is kept beside it. Raises StoreError where there is no
        such incident.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            for _ in range(ATTEMPTS):
                plan = make_plan(db, incident, ())
                before = self.comparison(incident)
                decided = deciding.decisions(db, incident)
                run = self._compared(db, plan, decided, Cause.REPROCESS, former=before)
                if carry_out(db, incident, plan, run):
                    return rereading.reread(incident, before, run.comparison)
        raise StoreError(
            f"Cannot read {incident} in {self.path} again: another program keeps changing it. "
            "Nothing was stored. Try again."
        )

    def decisions(self, incident: str) -> tuple[Decision, ...]:
        """The decisions about an incident in the order of making, undone ones and undoings among them.

        Raises StoreError where there is no such incident.
        """
        found = self._read(lambda db: deciding.decisions(db, incident))
        if not found and not self._read(lambda db: reading.holds(db, incident)):
            self._refuse_unknown(incident)
        return found

    def incidents_of(self, wanted: str) -> tuple[str, ...]:
        """The incidents that have something of this id to decide on, in order of their letters."""
        return self._read(lambda db: deciding.incidents_of(db, wanted))

    def ids_near(self, wanted: str) -> tuple[str, ...]:
        """Ids of whatever a person may decide on that begin as this one does, as far as any does."""
        return self._read(lambda db: deciding.ids_near(db, wanted))

    def former_words(self, claim: str) -> tuple[tuple[str, Words], ...]:
        """The incidents and words of a claim that had this id when it was decided on, or in an earlier reading."""
        return self._read(lambda db: deciding.former_words(db, claim))

    def verify(self) -> tuple[Problem, ...]:
        """Whatever is not as it was written: rows, texts, offsets, references, the log; empty where all is well."""
        return self._read(verifying.verify)

    def backup(self, destination: Path) -> None:
        """Copies the store as it stands to a new file, also while others write to it.

        Raises StoreError where the file is there already or cannot be written.
        """
        copying.refuse_destination(self.path, destination)
        self._read(lambda db: copying.copy_store(db, destination))

    def published(self) -> tuple[Published, ...]:
        """The hashes that are worth publishing: of each entry of the log, version of a statement, and decision."""
        return self._read(published.published)

    def missing(self, known: Sequence[Published]) -> tuple[Problem, ...]:
        """What was published and is not in the store any more, or is another."""
        return self._read(lambda db: published.missing(db, known))

    def incidents(self) -> tuple[IncidentSummary, ...]:
        """One summary for each incident, the one with the newest last statement first."""
        return self._read(reading.incidents)

    def statements(self, incident: str) -> tuple[Statement, ...]:
        """The incident's statements as they read now, in order of time; raises StoreError where there are none."""
        found = self._read(lambda db: reading.statements(db, incident))
        return found or self._refuse_unknown(incident)

    def versions(self, incident: str, statement_id: str) -> tuple[Statement, ...]:
        """A statement's versions, oldest first and the present one last; raises StoreError where it is unknown."""

        def all_versions(db: Database) -> tuple[Statement, ...]:
            now = [each for each in reading.statements(db, incident) if each.id == statement_id]
            return (*(each.statement for each in reading.replaced_versions(db, incident, statement_id)), *now)

        found = self._read(all_versions)
        if not found:
            raise StoreError(
                f'There is no statement "{statement_id}" of {incident} in {self.path}. '
                f"List them with comms-tracker claims --incident {incident}."
            )
        return found

    def replaced(self, at_most: int) -> tuple[Statement, ...]:
        """The wordings of all incidents that later versions replaced, at most so many."""
        return self._read(lambda db: reading.all_replaced(db, at_most))

    def comparison(self, incident: str) -> Comparison:
        """The incident's comparison, equal in every field to what was made; raises StoreError where there is none."""
        found = self._read(lambda db: reading.comparison(db, incident))
        return found or self._refuse_unknown(incident)

    def _read(self, question: Callable[[Database], R]) -> R:
        with self._lock, explained(self.path):
            if self._looker is not None:
                return self._looker.ask(question)
            assert self._writer is not None
            return question(self._writer)

    def _refuse_unknown(self, incident: str) -> NoReturn:
        names = self._read(reading.incident_names)
        raise StoreError(unknown_incident(incident, self.path, names))

    def _writing(self) -> Database:
        if self._writer is None:
            raise StoreError(f"Cannot write to {self.path}: it was opened for looking only.")
        return self._writer

    def _compared(
        self,
        db: Database,
        plan: Plan,
        decided: tuple[Decision, ...],
        cause: Cause,
        *,
        new: Decision | None = None,
        former: Comparison | None = None,
    ) -> Run:
        """The plan's statements compared with all decisions."""
        vectors = StoredVectors(db, self._encoder)
        started = _now()
        ruling = decided if new is None else (*decided, new)
        comparison = self._comparing()([version.statement for version in plan.current], vectors, ruling)
        kept = None if cause is Cause.DECIDE else vectors
        return Run(comparison, started, _now(), cause, decided, new, kept, former)

    def _comparing(self) -> Compare:
        if self._compare is not None:
            return self._compare
        from comms_tracker.comparison import compare

        return compare


def unknown_incident(incident: str, path: Path, names: Sequence[str]) -> str:
    """The message for an incident that the store does not hold: the names near it, else those it holds, up to five."""
    if not names:
        return f'There is no incident "{incident}" in {path}: it is empty. Add statements with comms-tracker add FILE.'
    near = get_close_matches(incident, names, n=5)
    if near:
        return f'There is no incident "{incident}" in {path}. Near it in name: {", ".join(near)}.'
    some = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f'There is no incident "{incident}" in {path}. It holds {some}.'


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
