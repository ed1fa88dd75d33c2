"""A long add, a person who decides, and readers, each a process of its own over one store."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from comms_tracker.decisions import Decision, making
from comms_tracker.decisions.making import Maker
from comms_tracker.records import (
    Change,
    ChangeKind,
    Claim,
    Comparison,
    Measure,
    ProducedBy,
    ReviewStatus,
    Series,
    Statement,
    short_id,
)
from comms_tracker.store import Store

INCIDENT = "burst-main-2033"
READERS = 8
READING_S = 0.05
"""How long reading and comparing is taken to last, so that the other writer comes between often."""
PAUSE_S = 0.2
"""How long the person who decides thinks: a tenth of what a quick one would."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one process tells at its end: what it did, how often, the ids that the store reported, and any error."""

    role: str
    times: int
    ids: tuple[str, ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What everybody told, and what is wrong with the store after it."""

    seconds: float
    told: tuple[Told, ...]
    wrong: tuple[str, ...]

    def of(self, role: str) -> list[Told]:
        """Those of one role."""
        return [each for each in self.told if each.role == role]


def together(folder: Path, seconds: float) -> Outcome:
    """Everybody at work for so long, then a look at what is there."""
    path = folder / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [numbered(0), numbered(1)])
    context = multiprocessing.get_context("fork")
    told: Queue[Told] = context.Queue()
    done = context.Event()
    roles: list[Callable[[Path, Event, Queue[Told]], None]] = [adding, deciding, *[reading] * READERS]
    people = [context.Process(target=role, args=(path, done, told)) for role in roles]
    for each in people:
        each.start()
    time.sleep(seconds)
    done.set()
    heard = tuple(told.get(timeout=60) for _ in people)
    for each in people:
        each.join()
    return Outcome(seconds, heard, tuple(wrong(path, heard)))


def wrong(path: Path, heard: Sequence[Told]) -> Iterator[str]:
    """Every error that anybody was shown, and whatever was reported as stored and is not there."""
    for each in heard:
        yield from (f"{each.role} was told: {error}" for error in each.errors)
    with Store.open(path, write=False) as store:
        held = {one.id for one in store.statements(INCIDENT)}
        decided = {one.id for one in store.decisions(INCIDENT)}
        yield from (one.line for one in store.verify())
    for each in heard:
        there = held if each.role == "adding" else decided
        yield from (f"{name} was reported by {each.role} and is lost" for name in each.ids if name not in there)


def outcome_lines(outcome: Outcome) -> list[str]:
    """The outcome in lines for people."""
    adds, decisions, readers = (outcome.of(role) for role in ("adding", "deciding", "reading"))
    looked = [each.times for each in readers]
    lines = [
        f"{outcome.seconds:g} s: {adds[0].times} statements added one by one, {decisions[0].times} decisions made, "
        f"{sum(looked)} looks by {len(readers)} readers ({min(looked)} to {max(looked)} each)",
        f"lost writes, errors shown and problems found: {len(outcome.wrong)}",
    ]
    return [*lines, *outcome.wrong]


def adding(path: Path, done: Event, told: Queue[Told]) -> None:
    """Adds one statement after another, as one long run of ``add`` does."""

    def once(store: Store, number: int) -> str:
        store.add(INCIDENT, [numbered(number + 2)])
        return numbered(number + 2).id

    told.put(_over_and_over("adding", path, done, once, 0.0))


def deciding(path: Path, done: Event, told: Queue[Told]) -> None:
    """Confirms and rejects changes, a person at the app."""

    def once(store: Store, number: int) -> str:
        maker = Maker("Ann Lee", f"2033-06-03T09:00:00.{number:06d}+00:00")
        make = making.reject if number % 2 else making.confirm
        return store.decide(INCIDENT, lambda one, _: make(one, maker, one.changes[0].id)).id

    told.put(_over_and_over("deciding", path, done, once, PAUSE_S))


def reading(path: Path, done: Event, told: Queue[Told]) -> None:
    """Opens the store, looks at everything and verifies it, again and again."""
    times, errors = 0, []
    while not done.is_set():
        try:
            with Store.open(path, write=False) as store:
                store.incidents()
                store.comparison(INCIDENT)
                store.decisions(INCIDENT)
                errors += [one.line for one in store.verify()]
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}")
        times += 1
    told.put(Told("reading", times, (), tuple(errors)))


def _over_and_over(role: str, path: Path, done: Event, once: Callable[[Store, int], str], pause: float) -> Told:
    ids: list[str] = []
    errors: list[str] = []
    with opened(path) as store:
        while not done.is_set():
            try:
                ids.append(once(store, len(ids) + len(errors)))
            except Exception as error:
                errors.append(f"{type(error).__name__}: {error}")
            done.wait(pause)
    return Told(role, len(ids), tuple(ids), tuple(errors))


def opened(path: Path) -> Store:
    """The store, with a reading of the sample statements that takes its time."""
    return Store.open(path, write=True, compare=compare)


def numbered(number: int) -> Statement:
    """One of any number of statements."""
    text = f"A burst main has left {12 + number} homes without water."
    return Statement(f"s{number:05d}", text, "Vale Water", "2033-06-01", incident=INCIDENT)


def compare(statements: Sequence[Statement], _vectors: Any, decisions: Sequence[Decision]) -> Comparison:
    """Stands for the program, which takes longer: one claim a statement, one change a pair, as people decided."""
    time.sleep(READING_S)
    claims = tuple(
        Claim(short_id("c", one.id), one.id, 0, len(one.text), one.text, None, Measure(phrase=one.text))
        for one in statements
    )
    verdicts = {decision.about: decision.verb for decision in decisions}
    words = {"confirm": ReviewStatus.ACCEPTED, "reject": ReviewStatus.REJECTED}
    changes = []
    for earlier, later in pairwise(claims):
        name = short_id("ch", earlier.id, later.id)
        status = words.get(verdicts.get(name, ""), ReviewStatus.PROPOSED)
        said = f"{earlier.text} became {later.text}"
        changes.append(
            Change(name, ChangeKind.REVISED_UP, (), earlier.id, later.id, None, None, None, None, 0.9, said, status)
        )
    return Comparison(
        incident=INCIDENT,
        produced_by=ProducedBy("0.1.0", "a" * 64, "b" * 64),
        statements=tuple(statements),
        claims=claims,
        series=(Series("s", Measure(), tuple(claim.id for claim in claims)),),
        changes=tuple(changes),
        findings=(),
        notes=(),
    )
