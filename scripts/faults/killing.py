"""Kills a process while it writes a store, and says what the store holds after it."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from comms_tracker.store import Store
from faults.moments import Moment, Seen, Watch, watched
from faults.work import Job, State, states

CALIBRATIONS = 3
"""Runs that nobody kills, by which it is known how long the writing takes."""

FINISHED_EVERY = 10
"""Of so many kills, one is followed by the same work once more, which must end as if nothing had happened."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a worker told before it ended: where it was, and the incidents that it reported as done."""

    seen: Seen
    reported: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blow:
    """One kill: what was being done, where it fell, how many incidents were reported by then, and what is wrong."""

    job: str
    moment: Moment
    reported: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job with its files as they are before it, and what the store holds before and after it."""

    job: Job
    files: Path
    before: Mapping[str, State]
    after: Mapping[str, State]
    transactions: int
    seconds: float


def kill(jobs: Sequence[Job], folder: Path, times: int, chance: random.Random) -> Iterator[Blow]:
    """Kills a worker so many times, the jobs in turn, at moments drawn evenly between the first and the last write."""
    prepared = [prepare(job, folder) for job in jobs]
    for number in range(times):
        ready = prepared[number % len(prepared)]
        place = copied(ready, folder / "struck")
        run = worked(ready.job, place, chance.random() * ready.seconds)
        wrong = tuple(problems(ready, place, run.reported))
        if number // len(prepared) % FINISHED_EVERY == 0 and not wrong:
            ready.job.run(place, lambda _: None)
            wrong = tuple(problems(ready, place, tuple(ready.after)))
        yield Blow(ready.job.name, run.seen.moment(ready.transactions), len(run.reported), wrong)


def prepare(job: Job, folder: Path) -> Prepared:
    """The job's files, and what it does where nobody kills it: the first time in this process, then in workers."""
    files = folder / f"{job.name} before"
    files.mkdir(parents=True)
    job.prepare(files)
    before = states(files)
    done = Prepared(job, files, before, {}, 0, 0.0)
    here = copied(done, folder / f"{job.name} after")
    job.run(here, lambda _: None)
    after = states(here)
    runs = [worked(job, copied(done, folder / "struck"), None).seen for _ in range(CALIBRATIONS)]
    return Prepared(job, files, before, after, runs[-1].committed, median(run.seconds for run in runs))


def copied(ready: Prepared, place: Path) -> Path:
    """The job's files in a folder of their own, nothing else in it."""
    shutil.rmtree(place, ignore_errors=True)
    return Path(shutil.copytree(ready.files, place))


def worked(job: Job, place: Path, seconds: float | None) -> Run:
    """A worker forked from this process does the job; it is killed so long after its first transaction has begun."""
    watch = Watch()
    listening, telling = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(listening)
        _work(job, place, watch, telling)
    os.close(telling)
    try:
        if seconds is not None:
            _await_first_write(watch, listening)
            time.sleep(seconds)
            os.kill(worker, signal.SIGKILL)
        told = _all_told(listening)
        _, status = os.waitpid(worker, 0)
    finally:
        os.close(listening)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"the worker that should {job.name} failed by itself; what it said stands above")
    return Run(watch.seen(), told)


def _work(job: Job, place: Path, watch: Watch, telling: int) -> None:
    """What the worker does: it never returns into the code that forked it."""
    status = 1
    try:
        with watched(watch):
            job.run(place, lambda incident: _tell(telling, incident))
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _tell(telling: int, incident: str) -> None:
    os.write(telling, f"{incident}\n".encode())


def _await_first_write(watch: Watch, listening: int) -> None:
    """Waits until the worker has begun its first transaction, or has ended without one."""
    while watch.seen().begun == 0:
        ended, _, _ = select.select([listening], [], [], 0.001)
        if ended:
            return


def _all_told(listening: int) -> tuple[str, ...]:
    """The whole lines that the worker wrote before it ended."""
    parts = []
    while part := os.read(listening, 65536):
        parts.append(part)
    lines = b"".join(parts).decode().split("\n")
    return tuple(lines[:-1])


def problems(ready: Prepared, place: Path, reported: Sequence[str]) -> Iterator[str]:
    """Whatever is wrong with the store that a killed worker left: looked at first, then opened for writing."""
    yield from _wrong(ready, place, reported)
    with Store.open(ready.job.store(place), write=True):
        pass
    yield from _wrong(ready, place, reported)


def _wrong(ready: Prepared, place: Path, reported: Sequence[str]) -> Iterator[str]:
    with Store.open(ready.job.store(place), write=False) as store:
        yield from (problem.line for problem in store.verify())
    held = states(place)
    for incident in sorted(ready.after.keys() | held.keys()):
        now, before, after = held.get(incident), ready.before.get(incident), ready.after.get(incident)
        if now not in (before, after):
            yield f"{incident} is half written"
        elif incident in reported and now != after:
            yield f"{incident} was reported as done and is not there"


def tally(blows: Sequence[Blow]) -> Counter[Moment]:
    """How many blows fell where."""
    return Counter(blow.moment for blow in blows)
