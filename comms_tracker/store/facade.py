"""The store as the command line, the app and Python see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from comms_tracker.decisions import Decision
from comms_tracker.errors import StoreError
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import deciding, describing, forgetting, forgotten, merging, pruning, reading, rereading
from comms_tracker.store.asking import Asking
from comms_tracker.store.comparing import Compare, Comparer
from comms_tracker.store.full_text import index_words
from comms_tracker.store.hashing import HASHED, refuse_changed
from comms_tracker.store.looking import Looker
from comms_tracker.store.matrix import discard
from comms_tracker.store.opening import explained, log_is_gone, open_for_writing, writing_turn
from comms_tracker.store.planning import Plan
from comms_tracker.store.receiving import arrivals, sources_to_forget
from comms_tracker.store.records import AddResult, Cause, Forgetting, Forgotten, Reread
from comms_tracker.store.runs import Errand, Forgets
from comms_tracker.store.turns import turns
from comms_tracker.store.vectors import Encoder, PinnedEncoder
from comms_tracker.store.writing import carry_out, carry_out_last, make_plan

if TYPE_CHECKING:
    from sqlite_utils import Database

Decide = Callable[[Comparison, Sequence[Decision]], Decision]
R = TypeVar("R")


class Store(Asking):
    """What was said, when, where exactly, and how it was read: one SQLite file.

    Use it as a context manager, or close it. Threads may share it; one is let in at a time.
    """

    def __init__(self, path: Path, *, write: bool, compare: Compare | None, encoder: Encoder | None) -> None:
        self.path = path
        self._comparer = Comparer(compare, encoder or PinnedEncoder())
        self._lock = RLock()
        self._log_was_gone = log_is_gone(path)
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
        """What its user should know of the file: that its schema is another one now, or that its log was gone."""
        notes = []
        if self._copy is not None:
            notes.append(
                f"{self.path} was made by an earlier comms-tracker and is of this one now. As it was: {self._copy}."
            )
        if self._log_was_gone:
            notes.append(
                f"The log {self.path}-wal was taken away while a program had the store open: what was stored last may "
                "be missing. Put it back, or look whether all is there with comms-tracker verify --against FILE."
            )
        return tuple(notes)

    def add(
        self, incident: str, statements: Sequence[Statement], provenance: Sequence[Provenance | None] = ()
    ) -> AddResult:
        """Stores the statements and compares the whole incident again; what is known already changes nothing.

        ``provenance``, in step with ``statements`` where it is given, says where each came from: its bytes are kept.
        All of it is stored or, where an error is raised, none of it. Raises StoreError.
        """

        def add(db: Database) -> AddResult | None:
            plan = make_plan(db, incident, statements)
            if plan.changes_nothing:
                return plan.result
            came = arrivals(plan, statements, provenance)
            errand = Errand(Cause.ADD, deciding.decisions(db, incident), arrived=came)
            return plan.result if self._carry_out(db, incident, plan, errand) else None

        return self._in_turn(
            add,
            f"Cannot add to {incident} in {self.path}: another program keeps changing it. "
            "Nothing was stored. Try again.",
        )

    def decide(self, incident: str, decide: Decide) -> Decision:
        """Stores the decision that ``decide`` makes of the incident's comparison and of the decisions before it.

        The incident is compared again with it; no phrase vector is written. Where ``decide`` raises, nothing is
        stored. Raises StoreError where there is no such incident, or a row of it is not as it was written.
        """

        def make(db: Database) -> Decision | None:
            # What a person is shown, and quotes for good, must be what the program read.
            refuse_changed(db, incident, HASHED)
            plan = make_plan(db, incident, ())
            before = deciding.decisions(db, incident)
            decision = decide(self.comparison(incident), before)
            return decision if self._carry_out(db, incident, plan, Errand(Cause.DECIDE, before, decision)) else None

        return self._in_turn(
            make,
            f"Cannot decide about {incident} in {self.path}: another program keeps changing it. "
            "Nothing was stored. Try again.",
        )

    def reprocess(self, incident: str) -> Reread:
        """Reads the incident's texts again with the present version, models and lexicons, as a new run.

        Decisions stay. What the former reading had otherwise is kept beside it. Raises StoreError where there is no
        such incident.
        """

        def read(db: Database) -> Reread | None:
            plan = make_plan(db, incident, ())
            before = self.comparison(incident)
            errand = Errand(Cause.REPROCESS, deciding.decisions(db, incident), former=before)
            after = self._carry_out(db, incident, plan, errand)
            return rereading.reread(incident, before, after) if after else None

        return self._in_turn(
            read,
            f"Cannot read {incident} in {self.path} again: another program keeps changing it. "
            "Nothing was stored. Try again.",
        )

    def forget(self, incident: str, statement: str, told: Forgetting) -> Forgotten:
        """Deletes a statement with all its versions, readings and decisions from the store and from its file's bytes.

        Its hashes and the reason stay; the incident is compared again without it. Raises StoreError where there is no
        such incident or statement.
        """
        db = self._writing()
        texts = [version.text for version in self.versions(incident, statement)]

        def delete(db: Database) -> tuple[str, ...] | None:
            plan = forgetting.plan_forget(make_plan(db, incident, ()).basis, statement)
            decided = deciding.decisions(db, incident)
            gone = forgetting.decisions_about(decided, statement)
            forgets = Forgets(statement, gone, sources_to_forget(db, incident, statement, texts), told)
            if not plan.current:
                return gone if carry_out_last(db, incident, plan, decided, forgets) else None
            errand = Errand(Cause.REPROCESS, decided, forgets=forgets)
            return gone if self._carry_out(db, incident, plan, errand) else None

        with self._lock, explained(self.path):
            db.execute("PRAGMA secure_delete = ON")
            gone = self._in_turn(
                delete,
                f"Cannot forget {statement} in {self.path}: another program keeps changing {incident}. "
                "Nothing was deleted. Try again.",
            )
            copies = forgetting.copies_beside(self.path)
            discard(self.path)
            return Forgotten(statement, len(texts), gone, forgetting.scrub(db), copies)

    def merge(self, incident: str, other: Asking) -> merging.Merged:
        """Takes in what another store holds of an incident: statements, versions, their sources, decisions with makers.

        What both hold is there once; the head of the other's log is recorded in this one's. Where this store holds it
        all, nothing is written. Raises StoreError where the other has no such incident.
        """
        coming = other.coming(incident)

        def take_in(db: Database) -> merging.Merged | None:
            planned = merging.plan_merge(db, incident, coming)
            if planned.changes_nothing:
                return planned.merged
            return planned.merged if self._carry_out(db, incident, planned.plan, planned.errand) else None

        return self._in_turn(
            take_in,
            f"Cannot merge {incident} into {self.path}: another program keeps changing it. "
            "What was merged of other incidents is there. Merge again.",
        )

    def merge_beside(self, other: Asking) -> tuple[str, ...]:
        """Takes in what another store holds beside its incidents: sectors of organisations, and what it had to forget.

        That is kept from being added here; said is which of it is here, and stays. A sector that was given here stays.
        """
        db = self._writing()
        rows, sectors = other.gone(), other.sectors()
        with self._lock, explained(self.path), writing_turn(db):
            describing.take_sectors(db, sectors)
            return forgotten.take_gone(db, rows)

    def prune(self, incidents: Sequence[str]) -> tuple[pruning.Pruned, ...]:
        """Lets go of what earlier runs of the incidents read, and makes the file smaller where nobody else has it open.

        Texts, the present reading, decisions and the log stay. Raises StoreError where there is no such incident.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            for incident in incidents:
                if not reading.holds(db, incident):
                    self._refuse_unknown(incident)
            done = tuple(pruning.prune(db, incident) for incident in incidents)
            if any(one.runs or one.readings for one in done):
                forgetting.scrub(db)
            return done

    def index_words(self) -> None:
        """Makes the full text anew of the statements and claims as they stand."""
        db = self._writing()
        with self._lock, explained(self.path):
            index_words(db)

    def describe(self, words: Mapping[str, str]) -> None:
        """Says what the file is, by the names of :meth:`metadata`; raises StoreError where a name is none of them."""
        db = self._writing()
        with self._lock, explained(self.path):
            describing.describe(db, words)

    def put_in_sector(self, organisation: str, sector: str | None) -> None:
        """Says which sector an organisation is of, or with None that none is known.

        Raises StoreError where no statement is by an organisation of this name.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            describing.put_in_sector(db, organisation, sector)

    def _carry_out(self, db: Database, incident: str, plan: Plan, errand: Errand) -> Comparison | None:
        """The comparison that was made and stored; None where another writer came between."""
        run = self._comparer.run(db, incident, plan, errand)
        return run.comparison if carry_out(db, incident, plan, run) else None

    def _read(self, question: Callable[[Database], R]) -> R:
        with self._lock, explained(self.path):
            if self._looker is not None:
                return self._looker.ask(question)
            assert self._writer is not None
            return question(self._writer)

    def _in_turn(self, attempt: Callable[[Database], R | None], refusal: str) -> R:
        """What ``attempt`` gives where no other writer came between; None is for one that has to start again.

        Raises StoreError with ``refusal`` where others come first each time.
        """
        db = self._writing()
        with self._lock, explained(self.path):
            for turn in turns(db):
                with turn:
                    done = attempt(db)
                if done is not None:
                    return done
        raise StoreError(refusal)

    def _writing(self) -> Database:
        if self._writer is None:
            raise StoreError(f"Cannot write to {self.path}: it was opened for looking only. Open it with write=True.")
        return self._writer
