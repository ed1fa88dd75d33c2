"""Many statements: by several processes and on a cluster beside one process, and how time and memory grow.

Every run is a process of its own, on statements that are cases told again under other names and with other numbers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from comms_tracker.bench.many import many, once, one_incident
from comms_tracker.bench.synthetic import NOUNS, VERBS
from comms_tracker.bench.texts import words_in
from comms_tracker.records import Statement

GOAL_JOBS = 1.7
"""Times as fast as one process, at the least: two processes on two cores."""
GOAL_CLUSTER = 1.5
GOAL_GROWTH = 1.3
"""Seconds and memory for a statement at the large number over those at the small one, at the most."""
JOBS = 2
CHILD = "from comms_tracker.bench.scale import child; child()"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of the clock and of the processor, its own and its other processes', and their memory.

    ``memory_mib`` is the most that any one process held, ``bytes_`` what it wrote. ``words`` are those of all the
    statements; of their claims' phrases, ``phrases`` are those of each incident in all, ``distinct`` those of the run.
    """

    statements: int
    clock_s: float
    own_s: float
    others_s: float
    memory_mib: float
    bytes_: int
    words: int = 0
    phrases: int = 0
    distinct: int = 0

    @property
    def processor_s(self) -> float:
        """Of all its processes."""
        return self.own_s + self.others_s

    @property
    def each_ms(self) -> float:
        """Milliseconds of processor time for a statement."""
        return 1000 * self.processor_s / self.statements


@dataclass(frozen=True, slots=True)
class Beside:
    """A run by two processes beside the same by one; ``goal`` is how many times as fast it has to be."""

    name: str
    one: Cost
    two: Cost
    goal: float

    @property
    def by_clock(self) -> float:
        """Times as fast by the clock, which on a busy machine depends on what else runs."""
        return self.one.clock_s / self.two.clock_s

    @property
    def on_free_cores(self) -> float:
        """Times as fast where two cores are free: no sooner than the one that writes, or than half of all the work."""
        return self.one.processor_s / max(self.two.own_s, self.two.processor_s / JOBS)


@dataclass(frozen=True, slots=True)
class Growth:
    """The same by one process at a small and a large number of statements; one incident, or many small ones."""

    name: str
    small: Cost
    large: Cost

    @property
    def time(self) -> float:
        """Processor time for a statement at the large number over that at the small one."""
        return self.large.each_ms / self.small.each_ms

    @property
    def memory(self) -> float:
        """The memory at the large number over that at the small one."""
        return self.large.memory_mib / self.small.memory_mib


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many statements each part is measured with: by two processes; growing; in one incident."""

    statements: int
    growth: tuple[int, int]
    incident: tuple[int, int]


Cases = Sequence[Sequence[Statement]]
Wanted = tuple[str, int, int]
"""What a run does, with how many statements, and by how many processes."""


def measure(
    cases: Cases, sizes: Sizes, tell: Callable[[str], None] = lambda _: None, *, together: bool = False
) -> tuple[tuple[Beside, ...], tuple[Growth, ...], Cost]:
    """Every run, each pair that is set beside one another in turn or ``together``; ``tell`` hears which.

    The last is a data set of the cases as they are: told again, they would be packed into too little room.
    Raises RuntimeError with its last words where a run fails.
    """
    with tempfile.TemporaryDirectory(prefix="comms-tracker-") as aside:
        runs = Runs(Path(aside), cases, tell)

        def pair(one: Wanted, other: Wanted) -> tuple[Cost, Cost]:
            with ThreadPoolExecutor(2 if together else 1) as pool:
                first, second = pool.map(lambda wanted: runs.cost(*wanted), (one, other))
            return first, second

        count, (small, large), (few, more) = sizes.statements, sizes.growth, sizes.incident
        beside = (
            Beside("add", *pair(("add", count, 1), ("add", count, JOBS)), GOAL_JOBS),
            Beside("extract on Dask", *pair(("extract", count, 1), ("cluster", count, JOBS)), GOAL_CLUSTER),
        )
        growth = (
            Growth("incidents of a few statements", *pair(("add", small, 1), ("add", large, 1))),
            Growth("one incident", *pair(("incident", few, 1), ("incident", more, 1))),
        )
        distinct = runs.cost("once", sum(map(len, cases)), 1)
    return beside, growth, distinct


@dataclass(slots=True)
class Runs:
    """Runs, each in a folder of its own."""

    folder: Path
    cases: Cases
    tell: Callable[[str], None]

    def cost(self, kind: str, statements: int, processes: int) -> Cost:
        """What the run took."""
        self.tell(f"{kind}: {statements:,} statements by {processes} process{'' if processes == 1 else 'es'}.")
        place = Path(tempfile.mkdtemp(dir=self.folder))
        words = write_statements(place / "statements.jsonl", self.made(kind, statements))
        arguments = [sys.executable, "-c", CHILD, kind, str(place), str(processes)]
        started = time.perf_counter()
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        clock = time.perf_counter() - started
        if done.returncode:
            raise RuntimeError(f"bench scale: {kind} ended with {done.returncode}: {done.stderr[-500:]}")
        own, others, held = json.loads(done.stdout.splitlines()[-1])
        return Cost(statements, clock, own, others, held, written(place), words, *phrases_in(place / "comms.db"))

    def made(self, kind: str, statements: int) -> Iterable[Statement]:
        """What a run reads."""
        if kind == "once":
            return once(self.cases)
        return (one_incident if kind == "incident" else many)(self.cases, statements)


def write_statements(path: Path, statements: Iterable[Statement]) -> int:
    """Writes the statements as JSONL; returns how many words they have."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for each in statements:
            words += words_in(each.text)
            file.write(json.dumps(row(each), ensure_ascii=False) + "\n")
    return words


def phrases_in(path: Path) -> tuple[int, int]:
    """How many phrases each incident of a store has, in all, and how many there are; none where there is no store."""
    import sqlite3

    if not path.exists():
        return 0, 0
    with closing(sqlite3.connect(path)) as db:
        counts = [
            db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("incident_phrases", "phrase_vectors")
        ]
    (of_incidents,), (distinct,) = counts
    return of_incidents, distinct


def phrase_ms() -> float:
    """Milliseconds of processor time in which a phrase gets its vector, once the encoder is loaded."""
    from comms_tracker.encoder import encode

    phrases = [f"{noun}s that were {verb}" for noun in NOUNS for verb in VERBS]
    encode(phrases[:1])
    started = time.process_time()
    encode(phrases)
    return 1000 * (time.process_time() - started) / len(phrases)


def row(statement: Statement) -> dict[str, str]:
    """The statement as a line of JSONL."""
    keys = ("id", "text", "organisation", "issued", "incident", "source", "outlet", "repeats")
    return {key: getattr(statement, key) for key in keys if getattr(statement, key) is not None}


def written(place: Path) -> int:
    """Bytes that a run wrote beside what it read."""
    files = (path for path in place.rglob("*") if path.is_file() and path.name != "statements.jsonl")
    return sum(path.stat().st_size for path in files)


def child() -> None:
    """One run, in the process that it is measured in: prints its own and its children's seconds and the memory."""
    import resource

    kind, place, processes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    from comms_tracker.own_process import load_only_what_is_used, one_thread

    load_only_what_is_used()
    one_thread()
    held = RUNS[kind](place, processes)
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = [each.ru_utime + each.ru_stime for each in (own, others)]
    sys.stdout.flush()
    print(json.dumps([*seconds, held]))


def add(place: Path, processes: int) -> float:
    """The statements into a store, as the command puts them there; returns the most MiB that a process held."""
    from comms_tracker.reading.waiting import read_waiting
    from comms_tracker.scale.jobs import Given, add_with_processes
    from comms_tracker.scale.working import memory_mib
    from comms_tracker.store import Store

    with read_waiting([str(place / "statements.jsonl")]) as waiting:
        given = (
            Given(read.statements[0].incident or "", read.statements, read.provenance) for read in waiting.incidents()
        )
        if processes > 1:
            added = add_with_processes(place / "comms.db", given, waiting.statements, processes, lambda _: None)
            return max(added.most_mib, memory_mib())
        with Store.open(place / "comms.db", write=True) as store:
            for each in given:
                store.add(each.incident, each.statements, each.provenance)
    return memory_mib()


def extract(place: Path, _processes: int) -> float:
    """The statements into a data set, by this process."""
    from comms_tracker.scale.extracting import extract_into, here
    from comms_tracker.scale.incoming import incoming

    read = incoming(str(place / "statements.jsonl"))
    return extract_into(place / "read", read.statements, here, lambda _: None).most_mib


def cluster(place: Path, processes: int) -> float:
    """The statements into a data set, by the workers of a cluster on this machine, started as docs/scale.md says."""
    import os

    from comms_tracker.scale.cluster import WORKER_SETTINGS, on_cluster

    os.environ.update(WORKER_SETTINGS)
    from distributed import LocalCluster

    from comms_tracker.scale.extracting import extract_into
    from comms_tracker.scale.incoming import incoming

    read = incoming(str(place / "statements.jsonl"))
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=processes, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    ) as started:
        run = on_cluster(started.scheduler_address)
        return extract_into(place / "read", read.statements, run, lambda _: None).most_mib


RUNS = {"add": add, "incident": add, "extract": extract, "once": extract, "cluster": cluster}
