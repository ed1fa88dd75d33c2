"""How long a store takes to answer what pages and commands ask, small and large, beside plain SQL in the same run."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, TypeVar

from comms_tracker.bench.machine import Machine, this_machine
from comms_tracker.bench.questions import QUESTIONS, Question, Sample, by_key
from comms_tracker.bench.synthetic import NOUNS, VERBS, Made
from comms_tracker.store import Store
from comms_tracker.store.asking import Asking
from comms_tracker.store.matrix import discard
from comms_tracker.store.opening import open_for_looking

if TYPE_CHECKING:
    from sqlite_utils import Database

SMALL = 10_000
"""Claims of the store that the large one is set beside."""
GOAL_BARE, GOAL_GROWTH = 3.0, 4.0
GOAL_MEANING_MS, GOAL_MEMORY_MB = 120.0, 300.0
ROUNDS, FEW = 200, 20
"""How often a question is asked, and how often one that takes long."""

WARM = 2
"""Askings that are not counted: what the first ones load is loaded once in a session."""

Tell = Callable[[str], None]
R = TypeVar("R")


def quiet(_line: str) -> None:
    """Hears how far it is and says nothing."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one question in one store, each asked in turn.

    ``answers`` are the store's whole answers, records and all; ``queries`` its own queries alone, rows as the store
    gets them; ``bare`` plain SQL of the same shape, rows as tuples. The last is empty where there is no such SQL.
    """

    question: str
    claims: int
    answers: tuple[float, ...]
    queries: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median of the store's answers."""
        return median(self.answers)

    @property
    def p95(self) -> float:
        """What 19 of 20 of the store's answers stay under."""
        return quantiles(self.answers, n=20, method="inclusive")[-1]

    @property
    def query(self) -> float:
        """The median of the store's own queries."""
        return median(self.queries)

    @property
    def plain(self) -> float | None:
        """The median of plain SQL's."""
        return median(self.bare) if self.bare else None

    @property
    def ratio(self) -> float | None:
        """The store's queries over plain SQL's."""
        return None if self.plain is None else self.query / self.plain


@dataclass(frozen=True, slots=True)
class Size:
    """One store: its timings, its bytes, the seconds it took to make, and a look-up by primary key in milliseconds."""

    claims: int
    bytes: int
    built_s: float
    look_up: tuple[float, ...]
    timings: tuple[Timing, ...]

    @property
    def per_claim(self) -> float:
        """Bytes of the file for each claim."""
        return self.bytes / self.claims

    def timing(self, question: str) -> Timing:
        """That of one question."""
        return next(each for each in self.timings if each.question == question)


@dataclass(frozen=True, slots=True)
class StoreBench:
    """What was measured and on what.

    ``encoding`` are milliseconds in which the words of a search become a vector. Memory is the most that this process
    had while it only asked, in MB: ``words_mb`` before anything was asked by meaning, ``memory_mb`` in all.
    """

    machine: Machine
    small: Size
    large: Size
    encoding: tuple[float, ...]
    words_mb: float
    memory_mb: float

    def growth(self, question: str) -> float:
        """The median in the large store over that in the small one."""
        return self.large.timing(question).p50 / self.small.timing(question).p50

    def missed(self) -> tuple[str, ...]:
        """A sentence for each goal that is missed."""
        found = []
        for question in QUESTIONS:
            timing, growth = self.large.timing(question.name), self.growth(question.name)
            if timing.ratio is not None and timing.ratio > GOAL_BARE:
                found.append(f"{question.name}: {timing.ratio:.1f} times plain SQL.")
            if growth > GOAL_GROWTH and not question.grows:
                found.append(f"{question.name}: {growth:.1f} times its time at {self.small.claims:,} claims.")
            if question.by_meaning and timing.p50 > GOAL_MEANING_MS:
                found.append(f"{question.name}: {timing.p50:.0f} ms with the words encoded.")
        if self.memory_mb > GOAL_MEMORY_MB:
            found.append(f"Memory: {self.memory_mb:.0f} MB.")
        return tuple(found)


def measure(folder: Path, claims: int, small: int = SMALL, tell: Tell = quiet) -> StoreBench:
    """Makes a store of each size in the folder and asks both the same questions.

    The stores are made by a process of their own, so that memory is of asking alone; ``tell``, a function that another
    process can import, hears how far it is. Raises ModelError where the phrase model is missing.
    """
    stores = [built(folder, number, tell) for number in (small, claims)]
    by_words = [asked(made, [each for each in QUESTIONS if not each.by_meaning], tell) for made, _ in stores]
    words_mb = memory_mb()
    try:
        by_meaning = [asked(made, [each for each in QUESTIONS if each.by_meaning], tell) for made, _ in stores]
    finally:
        for made, _ in stores:
            discard(made.path)
    sizes = [
        Size(made.claims, made.path.stat().st_size, seconds, tuple(looked_up(made)), (*words, *meaning))
        for (made, seconds), words, meaning in zip(stores, by_words, by_meaning, strict=True)
    ]
    return StoreBench(this_machine(), sizes[0], sizes[1], tuple(encoding()), words_mb, memory_mb())


def built(folder: Path, claims: int, tell: Tell) -> tuple[Made, float]:
    """A store of so many claims and the seconds that it took."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    tell(f"Making a store of {claims:,} claims.")
    started = time.monotonic()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        made = pool.submit(made_at, folder / f"{claims}.db", claims, tell).result()
    return made, time.monotonic() - started


def made_at(path: Path, claims: int, tell: Tell) -> Made:
    """Makes a store with vectors of the pinned phrase model's kind."""
    from comms_tracker import encoder
    from comms_tracker.bench.building import build

    return build(path, claims, encoder.model_sha256(), encoder.encode, tell)


def asked(made: Made, questions: Sequence[Question], tell: Tell) -> list[Timing]:
    """Asks a store the questions, beside plain SQL on a connection of its own."""
    tell(f"Asking the store of {made.claims:,} claims.")
    chance = random.Random(1)
    looking = open_for_looking(made.path)
    try:
        with Store.open(made.path, write=False) as store:
            return [timed(each, store, looking.db, made, chance) for each in questions]
    finally:
        looking.db.close()


def looked_up(made: Made) -> list[float]:
    """Milliseconds of look-ups by primary key, in plain SQL."""
    drawn = samples(made, ROUNDS, random.Random(2))
    looking = open_for_looking(made.path)
    try:
        return [milliseconds(partial(by_key, looking.db, each)) for each in drawn]
    finally:
        looking.db.close()


def timed(question: Question, store: Asking, bare: Database, made: Made, chance: random.Random) -> Timing:
    """One question's answers, the store's queries and plain SQL, about things drawn anew each time, in turn."""
    ways: tuple[list[float], list[float], list[float]] = ([], [], [])
    drawn = samples(made, (FEW if question.slow else ROUNDS) + WARM, chance)
    # What is made once for a store, such as the matrix of its vectors, is no part of what is asked each time.
    question.ask(store, drawn[0])
    for number, sample in enumerate(drawn):
        asks: list[Callable[[], object]] = [
            partial(question.ask, store, sample),
            queries_of(bare, made.path, question, sample),
            partial(question.bare, bare, sample),
        ]
        for place in range(3):
            which = (number + place) % 3
            ways[which].append(milliseconds(asks[which]))
    answers, queries, plain = (tuple(times[WARM:]) for times in ways)
    return Timing(question.name, made.claims, answers, queries, plain if question.queries else ())


def queries_of(db: Database, path: Path, question: Question, sample: Sample) -> Callable[[], object]:
    """What asks the queries that the store asks for this question, and makes no records of their rows."""
    heard: list[tuple[str, Any]] = []
    query, execute = db.query, db.execute

    def hear(sql: str, values: Any = None) -> Any:
        heard.append((sql, values))
        return query(sql, values)

    def hear_cursor(sql: str, values: Any = None) -> Any:
        heard.append((sql, values))
        return execute(sql, values)

    # The instance's own, so that it is the store's code that asks.
    vars(db).update(query=hear, execute=hear_cursor)
    try:
        question.ask(Answering(db, path), sample)
    finally:
        del vars(db)["query"], vars(db)["execute"]
    return lambda: [list(query(sql, values)) for sql, values in heard]


class Answering(Asking):
    """Answers questions over a connection that is open already."""

    def __init__(self, db: Database, path: Path) -> None:
        self.path = path
        self._db = db

    def _read(self, question: Callable[[Database], R]) -> R:
        return question(self._db)


def samples(made: Made, count: int, chance: random.Random) -> list[Sample]:
    """What so many askings are about."""
    return [Sample.drawn(made, chance) for _ in range(count)]


def milliseconds(ask: Callable[[], object]) -> float:
    """The processor time of it, which other programs on the machine do not lengthen.

    What is asked is in the system's memory after the first askings, so that nothing waits for the disk.
    """
    started = time.process_time_ns()
    ask()
    return (time.process_time_ns() - started) / 1e6


def encoding() -> list[float]:
    """Milliseconds in which the words of a search become a vector."""
    from comms_tracker import encoder

    phrases = [f"{noun}s that were {verb} by storms" for noun in NOUNS for verb in VERBS[:2]]
    encoder.encode(phrases[:1])
    return [milliseconds(partial(encoder.encode, [phrase])) for phrase in phrases]


def memory_mb() -> float:
    """The most memory that this process has had, in MB; 0 where the system does not say."""
    from comms_tracker.scale.working import memory_mib

    return memory_mib() * 2**20 / 1e6
