"""Several processes read into one store: the same rows as one process, whatever stops it, and bounded memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_runner import run
from store_samples import rows

from comms_tracker.records import Statement
from comms_tracker.scale import jobs, workers
from comms_tracker.scale.jobs import Given, add_with_processes
from comms_tracker.scale.progress import Progress, spoken
from comms_tracker.scale.workers import WorkerError, Workers, result_of
from comms_tracker.store import Store

OF_A_RUN = ("runs", "log")
"""Tables that say when something was done."""


def told(incident: str, number: int, text: str) -> Statement:
    return Statement(
        id=f"s{number}", text=text, organisation="Skerra Ferries", issued=f"2031-03-0{number}", incident=incident
    )


FERRIES = Given(
    "ferries",
    (
        told("ferries", 1, "A small number of sailings were cancelled. No passenger was hurt."),
        told("ferries", 2, "41 sailings were cancelled, and 1,250 passengers were stranded."),
        told("ferries", 3, "52 crossings had to be called off. Some 1,400 travellers waited overnight."),
    ),
)
TRAINS = Given(
    "trains",
    (
        told("trains", 1, "Hundreds of trains were late."),
        told("trains", 2, "Some 640 services ran late, and three stations were shut."),
    ),
)


def add_alone(path: Path, *given: Given) -> None:
    with Store.open(path, write=True) as store:
        for each in given:
            store.add(each.incident, each.statements)


def test_two_processes_store_the_same_rows_as_one_also_of_an_incident_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PIECE", 2)
    lines: list[str] = []
    added = add_with_processes(tmp_path / "two.db", [FERRIES, TRAINS], 5, 2, lines.append)
    add_alone(tmp_path / "one.db", FERRIES, TRAINS)
    assert rows(tmp_path / "two.db", without=OF_A_RUN) == rows(tmp_path / "one.db", without=OF_A_RUN)
    assert [(one.incident, one.result.added) for one in added.additions] == [
        ("ferries", ("s1", "s2", "s3")),
        ("trains", ("s1", "s2")),
    ]
    assert added.summary.startswith("5 statements read in ")
    assert " by 2 processes of at most " in added.summary
    assert float(added.summary.split()[-3].replace(",", "")) > 50


def test_what_is_done_when_it_is_stopped_stays_and_the_rest_is_read_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "comms.db"
    add_alone(path, TRAINS)
    lines: list[str] = []

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(jobs.Adding, "take", stop)
        with pytest.raises(KeyboardInterrupt):
            add_with_processes(path, [TRAINS, FERRIES], 5, 1, lines.append)
    assert lines[-1].startswith("Stopped. 2 of 5 statements (2 were there), ")
    assert lines[-1].endswith(f"What is done is in {path}; the same command goes on from there.")
    added = add_with_processes(path, [TRAINS, FERRIES], 5, 1, lines.append)
    assert added.summary.startswith("3 statements read in ")
    assert [one.result.unchanged for one in added.additions] == [("s1", "s2"), ()]


def test_the_command_says_what_its_processes_held_and_reads_nothing_twice(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("---\nissued: 2031-03-01\n---\nSome 640 trains ran late.", encoding="utf-8")
    command = ("add", file, "--incident", "trains", "--db", tmp_path / "comms.db", "--jobs", "2")
    first, second = run(*command), run(*command)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "1 statement read in " in first.stderr
    assert "Everything was there already." in second.stderr
    assert "Already there, nothing changed: 2031-03-01-one." in second.stdout


def nothing() -> None:
    """A process that needs no model."""


def test_a_process_that_ends_by_itself_is_told_with_what_to_do() -> None:
    with Workers(1, nothing) as pool:
        task = pool.submit(os._exit, 9)
        pool.finished()
        with pytest.raises(WorkerError, match="fewer --jobs"):
            result_of(task)


def test_a_process_that_has_held_too_much_is_replaced_after_its_tasks() -> None:
    with Workers(2, nothing) as pool:
        before = {result_of(pool.submit(os.getpid)) for _ in range(4)}
        while pool.finished():
            if not any(slot.tasks for slot in pool._slots):
                break
        pool.held(workers.MOST_MIB - 1)
        assert {result_of(pool.submit(os.getpid)) for _ in range(4)} == before
        while any(slot.tasks for slot in pool._slots):
            pool.finished()
        pool.held(workers.MOST_MIB + 1)
        assert {result_of(pool.submit(os.getpid)) for _ in range(4)}.isdisjoint(before)
    assert pool.most_mib == workers.MOST_MIB + 1


def test_progress_says_what_is_done_the_rate_and_the_time_left_every_few_seconds() -> None:
    now = [0.0]
    lines: list[str] = []
    progress = Progress(1_000, lines.append, lambda: now[0])
    progress.there(400)
    for seconds in (2.0, 6.0, 7.0):
        now[0] = seconds
        progress.now(12)
    assert lines == ["424 of 1,000 statements (400 were there), 4.0 a second, about 2 min left."]
    assert progress.summary() == "36 statements read in 7 s, 5.1 a second"
    assert [spoken(seconds) for seconds in (119, 121, 7_100, 7_300)] == ["119 s", "2 min", "118 min", "2.0 h"]
