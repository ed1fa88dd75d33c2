"""Statements into a store by several processes: they read and compare, this one alone writes, incident by incident.

Each incident is stored in a transaction of its own, so that whatever stops the run, what is done stays done, and the
same command goes on from there. The store holds the same rows as if one process had done all of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comms_tracker.decisions import Decision
from comms_tracker.encoder import PhraseVectors, encode, model_sha256
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.scale.progress import Progress
from comms_tracker.scale.workers import Workers, result_of
from comms_tracker.scale.working import Compared, claims_of, compared
from comms_tracker.store import Addition, AddResult, Store

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Call = tuple[Any, ...]
"""A function of a module, and its arguments."""
PIECE = 50
"""Statements of a large incident that one task reads."""


@dataclass(frozen=True, slots=True)
class Given:
    """One incident's statements as they are to be added, and where each came from, as ``Store.add`` takes them."""

    incident: str
    statements: tuple[Statement, ...]
    provenance: tuple[Provenance | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What was added, in the order given, and a sentence about the run: its rate, its processes and their memory.

    ``most_mib`` is the most memory that a reading process held, in MiB.
    """

    additions: tuple[Addition, ...]
    summary: str
    most_mib: float


class NotMadeError(Exception):
    """A comparison that a process has to make first."""

    def __init__(self, statements: tuple[Statement, ...], decisions: tuple[Decision, ...]) -> None:
        super().__init__()
        self.statements = statements
        self.decisions = decisions


class Ahead:
    """Stands for the comparison and the encoder of a store: it gives what a process has made, or says what to make."""

    def __init__(self) -> None:
        self.made: Compared | None = None
        self.asked: tuple[tuple[Statement, ...], tuple[Decision, ...]] | None = None

    def __call__(
        self, statements: Sequence[Statement], vectors: PhraseVectors, decisions: Sequence[Decision]
    ) -> Comparison:
        """The comparison where it was made of just these; raises NotMadeError where it was not."""
        wanted = (tuple(statements), tuple(decisions))
        if self.made is None or self.asked != wanted:
            raise NotMadeError(*wanted)
        vectors.vectors(list(self.made.phrases))
        return self.made.comparison

    def model_sha256(self) -> str:
        """The hash of the encoder's weights."""
        return model_sha256()

    def vectors(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """The rows that the process made."""
        import numpy

        known = self.made.phrases if self.made is not None else {}
        rows = [known[phrase] if phrase in known else encode([phrase])[0] for phrase in phrases]
        return numpy.stack(rows)


@dataclass(slots=True)
class Task:
    """An incident on its way: what is to be compared, and of a large one the claims that were read so far."""

    given: Given
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    known: dict[str, tuple[Claim, ...]] = field(default_factory=dict)


def add_with_processes(
    path: Path, given: Iterable[Given], statements: int, jobs: int, tell: Callable[[str], None]
) -> Added:
    """Adds each incident to the store at ``path``, read by ``jobs`` processes; ``tell`` hears how far it is.

    The incidents are asked for as the processes become free; ``statements`` is how many there are in all of them.

    Raises StoreError and ModelError as ``Store.add`` does, and WorkerError where a process ends by itself; what was
    stored before stays.
    """
    progress = Progress(statements, tell)
    ahead = Ahead()
    with Store.open(path, write=True, compare=ahead, encoder=ahead) as store, Workers(jobs) as workers:
        adding = Adding(store, ahead, workers, progress)
        try:
            additions = adding.all(given)
        except KeyboardInterrupt:
            tell(f"Stopped. {progress.line()} What is done is in {path}; the same command goes on from there.")
            raise
        summary = (
            f"{progress.summary()}, by {jobs} processes of at most {workers.most_mib:,.0f} MiB each."
            if progress.read
            else "Everything was there already."
        )
    return Added(additions, summary, workers.most_mib)


class Adding:
    """One run: incidents out to the processes, and back into the store."""

    def __init__(self, store: Store, ahead: Ahead, workers: Workers, progress: Progress) -> None:
        self.store = store
        self.ahead = ahead
        self.workers = workers
        self.progress = progress
        self.results: dict[str, AddResult] = {}
        self.running: dict[Future[Any], tuple[Task, Call]] = {}
        self.waiting: deque[tuple[Task, Call]] = deque()

    def all(self, given: Iterable[Given]) -> tuple[Addition, ...]:
        """What was done to each incident, in the order given."""
        coming, order = iter(given), list[str]()
        more = True
        while more or self.waiting or self.running:
            while self.workers.free and (self.waiting or more):
                if self.waiting:
                    task, call = self.waiting.popleft()
                    self.running[self.workers.submit(*call)] = task, call
                elif (following := next(coming, None)) is not None:
                    order.append(following.incident)
                    self.put(Task(following))
                else:
                    more = False
            for done in self.workers.finished() if self.running else ():
                task, call = self.running.pop(done)
                made = result_of(done)
                if isinstance(made, Compared):
                    self.take(task, made)
                else:
                    self.gather(task, call[1], made)
        return tuple(Addition(incident, self.results[incident]) for incident in order)

    def put(self, task: Task) -> None:
        """Adds an incident: at once where that needs no reading, else what it needs goes to the processes."""
        given = task.given
        try:
            self.results[given.incident] = self.store.add(given.incident, given.statements, given.provenance)
        except NotMadeError as need:
            task.statements, task.decisions, task.known = need.statements, need.decisions, {}
            self.waiting.extend((task, call) for call in calls(self.store.path, task))
            return
        (self.progress.there if self.ahead.made is None else self.progress.now)(len(given.statements))

    def take(self, task: Task, made: Compared) -> None:
        """Stores what a process compared; where somebody else wrote meanwhile, it is to be made again."""
        self.workers.held(made.memory_mib)
        self.ahead.made, self.ahead.asked = made, (task.statements, task.decisions)
        try:
            self.put(task)
        finally:
            self.ahead.made = self.ahead.asked = None

    def gather(self, task: Task, piece: Sequence[Statement], claims: Sequence[tuple[Claim, ...]]) -> None:
        """Keeps what was read of a part of a large incident; with the last part, it can be compared."""
        task.known.update(zip((statement.id for statement in piece), claims, strict=True))
        if len(task.known) == len(task.statements):
            self.waiting.append((task, (compared, self.store.path, task.statements, task.decisions, task.known)))


def calls(store: Path, task: Task) -> list[Call]:
    """What the processes have to do for an incident: compare it, or of a large one first read its parts."""
    statements = task.statements
    if len(statements) <= PIECE:
        return [(compared, store, statements, task.decisions)]
    return [(claims_of, statements[start : start + PIECE]) for start in range(0, len(statements), PIECE)]
