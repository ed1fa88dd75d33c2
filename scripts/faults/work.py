"""The work that is killed: adding, reading again and merging, by the store's own doors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from comms_tracker.decisions import Decision, making
from comms_tracker.decisions.making import Maker
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import Store
from comms_tracker.store.comparing import Compare
from comms_tracker.store.vectors import Encoder, StoredVectors

STORE, OTHER = "store.db", "other.db"
THERE_BEFORE = "there-before"
"""The incident that a store holds before anything is added to it."""

ANN = Maker("Ann Lee", "2033-06-03T09:00:00.000+00:00")
BO = Maker("Bo Park", "2033-06-04T10:30:00.000+00:00")

State = tuple[Comparison, tuple[Decision, ...]]
"""All that a store holds of an incident: its texts with their reading, and what people decided."""


@dataclass(frozen=True, slots=True)
class Material:
    """Statements by incident, and what reads and compares them."""

    incidents: Mapping[str, tuple[Statement, ...]]
    compare: Compare
    encoder: Encoder | None = None

    def opened(self, path: Path) -> Store:
        """The store at ``path``, open for writing."""
        return Store.open(path, write=True, compare=self.compare, encoder=self.encoder)


class Job(ABC):
    """Something that writes a store, incident by incident, and tells each one when it is done."""

    name: str

    def __init__(self, material: Material) -> None:
        self.material = material

    def store(self, folder: Path) -> Path:
        """The store that is written."""
        return folder / STORE

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Makes the files that the job starts from."""

    @abstractmethod
    def run(self, folder: Path, tell: Callable[[str], None]) -> None:
        """Does the work; ``tell`` hears of each incident once the store has said that it is done."""


class Add(Job):
    """New incidents into a store that holds one already."""

    name = "add"

    def prepare(self, folder: Path) -> None:
        with self.material.opened(self.store(folder)) as store:
            store.add(THERE_BEFORE, next(iter(self.material.incidents.values())))

    def run(self, folder: Path, tell: Callable[[str], None]) -> None:
        with self.material.opened(self.store(folder)) as store:
            for incident, statements in self.material.incidents.items():
                store.add(incident, statements)
                tell(incident)


class Reprocess(Job):
    """A version of the program that words its explanations otherwise and finds nothing reads all incidents again."""

    name = "reprocess"

    def prepare(self, folder: Path) -> None:
        with self.material.opened(self.store(folder)) as store:
            for incident, statements in self.material.incidents.items():
                store.add(incident, statements)

    def run(self, folder: Path, tell: Callable[[str], None]) -> None:
        later = replace(self.material, compare=self._read_otherwise)
        with later.opened(self.store(folder)) as store:
            for incident in self.material.incidents:
                store.reprocess(incident)
                tell(incident)

    def _read_otherwise(
        self, statements: Sequence[Statement], vectors: StoredVectors, decisions: Sequence[Decision]
    ) -> Comparison:
        before = self.material.compare(statements, vectors, decisions)
        changes = tuple(replace(change, explanation=f"{change.explanation} Read again.") for change in before.changes)
        return replace(before, changes=changes, findings=())


class Merge(Job):
    """Another store into one that has half of its incidents, of each of those half of the statements."""

    name = "merge"

    def prepare(self, folder: Path) -> None:
        with self.material.opened(self.store(folder)) as store:
            for incident, statements in list(self.material.incidents.items())[::2]:
                store.add(incident, statements[::2])
                _confirm_the_first(store, incident, ANN)
        with self.material.opened(folder / OTHER) as other:
            for incident, statements in self.material.incidents.items():
                other.add(incident, statements)
                _confirm_the_first(other, incident, BO)

    def run(self, folder: Path, tell: Callable[[str], None]) -> None:
        with (
            self.material.opened(self.store(folder)) as store,
            Store.open(folder / OTHER, write=False) as other,
        ):
            for incident in self.material.incidents:
                store.merge(incident, other)
                tell(incident)


def _confirm_the_first(store: Store, incident: str, maker: Maker) -> None:
    changes = store.comparison(incident).changes
    if changes:
        store.decide(incident, lambda one, _: making.confirm(one, maker, changes[0].id))


def states(folder: Path) -> dict[str, State]:
    """What the store in the folder holds, by incident."""
    with Store.open(folder / STORE, write=False) as store:
        names = [each.incident for each in store.incidents()]
        return {name: (store.comparison(name), store.decisions(name)) for name in names}


JOBS: tuple[type[Job], ...] = (Add, Reprocess, Merge)
