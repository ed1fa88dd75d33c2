"""Statements into a data set: what is missing in it is read in batches, whoever reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comms_tracker import __version__, encoder, language, lexicon
from comms_tracker.records import Statement
from comms_tracker.scale.dataset import Batch, DataSet, Listed, batches_of, incidents_of, missing_from
from comms_tracker.scale.progress import Progress
from comms_tracker.scale.reading_batch import Read, read_batch
from comms_tracker.scale.workers import Workers, result_of

Run = Callable[[str, Sequence[Batch]], Iterable[Read]]
"""Reads batches into the data set in a folder, and gives each as it is done, in any order."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many statements were read and how many were there, the most MiB that a reader held, and a sentence of it."""

    read: int
    there: int
    most_mib: float
    summary: str


def extract_into(folder: Path, statements: Iterable[Statement], run: Run, tell: Callable[[str], None]) -> Extracted:
    """Reads what the data set does not hold as it is now; an incident that changed takes the place of its old reading.

    Incidents of the data set that are not among the statements stay. ``tell`` hears how far it is. Raises InputError
    where the folder is no data set, and what ``run`` raises; batches that were done before stay.
    """
    data = DataSet(folder)
    before = data.begun()
    incidents = incidents_of(statements, reader())
    missing = list(missing_from(incidents, before))
    batches = batches_of(missing)
    total = sum(len(each.statements) for each in incidents)
    progress = Progress(total, tell)
    progress.there(total - sum(each.statements for each in batches))
    most = 0.0
    for read in run(str(folder), batches):
        before = replaced(data, before, read.listed)
        data.keep(read.listed)
        most = max(most, read.memory_mib)
        progress.now(read.listed.statements)
    if batches:
        data.sweep()
    said = f"{progress.summary()}, by processes of at most {most:,.0f} MiB each." if batches else "All of it was there."
    return Extracted(progress.read, progress.skipped, most, said)


def replaced(data: DataSet, before: Sequence[Listed], done: Listed) -> list[Listed]:
    """Takes the incidents of a batch out of those that were read before; returns those that stand."""
    standing = []
    for old in before:
        again = old.incidents.keys() & done.incidents.keys()
        if again and old.id != done.id:
            data.without(old, again)
        else:
            standing.append(old)
    return standing if len(standing) == len(before) else data.begun()


def reader() -> str:
    """What a reading depends on besides the text: the version, the models and the lexicons."""
    return f"{__version__} {language.model_sha256()} {encoder.model_sha256()} {lexicon.sha256()}"


def here(folder: str, batches: Sequence[Batch]) -> Iterator[Read]:
    """A ``Run`` in this process."""
    return (read_batch(folder, each) for each in batches)


def with_processes(jobs: int) -> Run:
    """A ``Run`` by several processes of this machine."""

    def run(folder: str, batches: Sequence[Batch]) -> Iterator[Read]:
        coming = list(reversed(batches))
        with Workers(jobs) as workers:
            while coming or workers.busy:
                while coming and workers.free:
                    workers.submit(read_batch, folder, coming.pop())
                for done in workers.finished():
                    read: Read = result_of(done)
                    workers.held(read.memory_mib)
                    yield read

    return run
