"""Processes that read, each bounded in its memory, and the queue in front of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from comms_tracker.errors import CommsTrackerError
from comms_tracker.own_process import one_thread
from comms_tracker.scale.working import begin

MOST_MIB = 1_500.0
"""A process that has held more is ended after its task, and another takes its place."""
WAITING = 2
"""Tasks given to a process at once, so that it never waits for the next."""

Begin = Callable[[], None]


class WorkerError(CommsTrackerError):
    """A reading process that ended by itself. What was stored before stays."""


@dataclass(slots=True)
class Slot:
    """One process; the tasks that it has been given and not given back."""

    process: Executor
    tasks: set[Future[Any]] = field(default_factory=set)
    worn: bool = False


class Workers:
    """``jobs`` processes that run functions of modules; use it as a context manager."""

    def __init__(self, jobs: int, start: Begin = begin) -> None:
        one_thread()
        self._start = start
        self._slots = [Slot(self._process()) for _ in range(jobs)]
        self.most_mib = 0.0

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for slot in self._slots:
            for task in slot.tasks:
                task.cancel()
        for slot in self._slots:
            slot.process.shutdown(wait=True, cancel_futures=True)

    @property
    def busy(self) -> bool:
        """Whether any task has not been given back."""
        return any(slot.tasks for slot in self._slots)

    @property
    def free(self) -> bool:
        """Whether a process would take another task."""
        return any(len(slot.tasks) < WAITING and not slot.worn for slot in self._slots)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Gives the task to the process that has the fewest; raises WorkerError where it has ended by itself."""
        slot = min((each for each in self._slots if not each.worn), key=lambda each: len(each.tasks))
        try:
            task: Future[Any] = slot.process.submit(function, *arguments)
        except BrokenProcessPool:
            raise _ended() from None
        slot.tasks.add(task)
        return task

    def finished(self) -> list[Future[Any]]:
        """The tasks that are done, once one is; their results or errors are asked of them by :func:`result_of`."""
        done, _ = wait([task for slot in self._slots for task in slot.tasks], return_when=FIRST_COMPLETED)
        for slot in self._slots:
            slot.tasks -= done
        return list(done)

    def held(self, task_mib: float) -> None:
        """Hears how much memory a process has held; where it was too much, all are renewed as they become idle."""
        self.most_mib = max(self.most_mib, task_mib)
        if task_mib > MOST_MIB:
            for slot in self._slots:
                slot.worn = True
        for slot in self._slots:
            if slot.worn and not slot.tasks:
                slot.process.shutdown(wait=True)
                slot.process, slot.worn = self._process(), False

    def _process(self) -> Executor:
        # Started afresh, not forked: a fork would copy the threads' locks of whatever the program had loaded.
        return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=self._start)


def result_of(task: Future[Any]) -> Any:
    """What the task gave; raises what it raised, and WorkerError where its process ended by itself."""
    try:
        return task.result()
    except BrokenProcessPool:
        raise _ended() from None


def _ended() -> WorkerError:
    return WorkerError(
        "A reading process ended by itself, which mostly means that memory ran out. What was stored before stays. "
        "Run the same command again with fewer --jobs."
    )
