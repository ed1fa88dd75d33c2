"""Two writers and some readers at one time: nothing is lost, and nobody is told that the store is locked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

from decisions_samples import ANN, FIRST, INCIDENT, SECOND, compared
from stores_by_hand import opened

from comms_tracker.decisions import Verb, making
from comms_tracker.records import Statement
from comms_tracker.store import Problem, Store

ADDED, DECIDED, READERS = 20, 20, 4
MOVED_ON = compared().changes[0]


def add_one_after_another(path: Path) -> None:
    with opened(path) as store:
        for number in range(ADDED):
            store.add(INCIDENT, [Statement(f"s{number}", f"Text {number}.", "Vale Water", "2033-06-09")])


def decide_one_after_another(path: Path) -> None:
    with opened(path) as store:
        for number in range(DECIDED):
            maker = replace(ANN, made=f"2033-06-03T09:00:{number:02d}.000+00:00")
            make = making.reject if number % 2 else making.confirm
            store.decide(INCIDENT, lambda one, _, make=make, maker=maker: make(one, maker, MOVED_ON.id))  # type: ignore[misc]


def look_until(path: Path, done: Event) -> tuple[int, list[tuple[Problem, ...]]]:
    """How often it looked, and whatever was not as it was written at any of those times."""
    looked, found = 0, []
    while not done.is_set():
        with Store.open(path, write=False) as store:
            store.comparison(INCIDENT)
            found += [problems for problems in [store.verify()] if problems]
        looked += 1
    return looked, found


def test_a_long_add_and_a_person_who_decides_do_not_lose_one_anothers_work(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    done = Event()
    with ThreadPoolExecutor(READERS + 2) as pool:
        readers = [pool.submit(look_until, path, done) for _ in range(READERS)]
        writers = [pool.submit(add_one_after_another, path), pool.submit(decide_one_after_another, path)]
        try:
            for writer in writers:
                writer.result()
        finally:
            done.set()
        for reader in readers:
            looked, problems = reader.result()
            assert looked > 0
            assert problems == []
    with Store.open(path, write=False) as store:
        assert {one.id for one in store.statements(INCIDENT)} == {"first", "second", *(f"s{n}" for n in range(ADDED))}
        verbs = [each.verb for each in store.decisions(INCIDENT)]
        assert verbs == [Verb.CONFIRM, Verb.REJECT] * (DECIDED // 2)
        assert store.comparison(INCIDENT).change(MOVED_ON.id).status == "rejected"
        assert store.verify() == ()
