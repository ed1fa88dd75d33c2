"""What a store bears: killed writers, a full disk, a lost log, hostile texts. Nothing reported as stored is lost."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from faults import killing, writers
from faults.moments import Moment
from faults.one_line import add_line
from faults.work import JOBS, Add, Material
from store_samples import INCIDENT, MADE, cheap_compare, full_comparison, rows, statement

from comms_tracker.errors import StoreError
from comms_tracker.records import Claim, Comparison, Measure, Statement
from comms_tracker.store import Store, writing

MONDAY = statement("monday", "12 trains", "2031-05-05")
TUESDAY = statement("tuesday", "15 trains", "2031-05-06")
LONG = statement("long", "All trains stopped. " * 30_000, "2031-05-07")
NOTHING_STORED = "Nothing was stored."


def material(incidents: int, statements: int) -> Material:
    """Small statements that are read without a language model."""
    groups = {
        f"incident-{number}": tuple(
            Statement(f"s-{number}-{place}", f"{place} of {number}.", "Vale", f"2031-01-{place + 1:02d}")
            for place in range(statements)
        )
        for number in range(incidents)
    }
    return Material(groups, cheap_compare)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "notes.db"
    add(made, MONDAY)
    return made


def add(path: Path, *statements: Statement) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, statements)


def held(path: Path) -> tuple[Statement, ...]:
    with Store.open(path, write=False) as store:
        assert store.verify() == ()
        return store.statements(INCIDENT)


def test_a_writer_killed_at_any_moment_leaves_a_store_with_all_that_it_reported_and_nothing_half(
    tmp_path: Path,
) -> None:
    jobs = [job(material(10, 20)) for job in JOBS]
    blows = list(killing.kill(jobs, tmp_path, 9, random.Random(5)))
    assert [wrong for blow in blows for wrong in blow.wrong] == []
    assert killing.tally(blows)[Moment.WITHIN] > 0


def test_the_soak_sees_a_statement_stored_without_its_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store's own guard is taken away in the worker, which is killed between the two halves."""
    ready = killing.prepare(Add(material(2, 2)), tmp_path)
    place = killing.copied(ready, tmp_path / "struck")

    def commit_and_die(db: Any, *_: Any) -> None:
        db.execute("COMMIT")
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(writing, "_save_reading", commit_and_die)
    done = killing.worked(ready.job, place, None)
    assert "incident-0 is half written" in list(killing.problems(ready, place, done.reported))


def test_writers_and_readers_at_one_time_lose_nothing_and_are_told_of_no_lock(tmp_path: Path) -> None:
    outcome = writers.together(tmp_path, 2.0)
    assert outcome.wrong == ()
    assert [each.role for each in outcome.told if each.times == 0] == []


def test_a_writer_before_whom_others_always_came_gets_its_turn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comms_tracker.store.opening.BUSY_TIMEOUT_S", 0.05)
    refused: list[str] = []

    def overtaken(statements: Sequence[Statement], *_: Any) -> Comparison:
        try:
            add(path, statement(f"other {len(statements)}", "A bus.", "2031-05-08"))
        except StoreError as error:
            refused.append(str(error))
        return cheap_compare(statements)

    with Store.open(path, write=True, compare=overtaken) as store:
        store.add(INCIDENT, [TUESDAY])
    assert refused == [f"Cannot use {path}: another program has been writing to it for 0.05 s. Try again."]
    assert {one.id for one in held(path)} == {"monday", "tuesday", "other 2", "other 3", "other 4"}


def in_a_child(work: Callable[[], None]) -> str:
    """What a StoreError said to a forked process that does the work; empty where there was none."""
    listening, telling = os.pipe()
    child = os.fork()
    if child == 0:
        said = ""
        try:
            work()
        except StoreError as error:
            said = str(error)
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(telling, said.encode())
        os._exit(0)
    os.close(telling)
    with os.fdopen(listening, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said


def test_a_file_that_may_not_grow_is_named_and_what_was_there_is_there(path: Path) -> None:
    def add_too_much() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        add(path, LONG)

    assert in_a_child(add_too_much) == (
        f"Cannot use {path}: the system refused to read or write it (disk I/O error). Nothing was stored. "
        "See whether the disk is full or failing, or files may not grow so large, and try again."
    )
    assert held(path) == (MONDAY,)
    add(path, LONG)
    assert held(path) == (MONDAY, LONG)


def test_a_full_disk_is_named_and_what_was_there_is_there(path: Path) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store._writing().execute("PRAGMA max_page_count = 1")  # SQLite says the same of a disk without room
        with pytest.raises(StoreError) as refused:
            store.add(INCIDENT, [LONG])
    assert str(refused.value) == (
        f"Cannot write to {path}: the disk is full. Nothing was stored. Free some space and try again."
    )
    assert held(path) == (MONDAY,)
    add(path, LONG)
    assert held(path) == (MONDAY, LONG)


def test_a_log_that_was_taken_away_is_said_and_what_the_store_had_before_it_is_there(path: Path) -> None:
    copy = path.with_name("copy.db")
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [TUESDAY])
        for ending in ("", "-shm"):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    note = (
        f"The log {copy}-wal was taken away while a program had the store open: what was stored last may be missing. "
        "Put it back, or look whether all is there with comms-tracker verify --against FILE."
    )
    seen = run("verify", "--db", copy)
    assert (seen.exit_code, seen.stderr) == (0, f"Note: {note}\n")
    with Store.open(copy, write=True) as store:
        assert store.notes == (note,)
    assert held(copy) == (MONDAY,)
    with Store.open(copy, write=True) as store:
        assert store.notes == ()


def test_a_log_that_is_taken_away_under_a_writer_costs_nothing(path: Path) -> None:
    with Store.open(path, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [TUESDAY])
        path.with_name("notes.db-wal").unlink()
        store.add(INCIDENT, [LONG])
    assert held(path) == (MONDAY, TUESDAY, LONG)


@pytest.mark.parametrize(
    "text",
    [
        "12 trains\x00 were late",
        "</script><script>alert(1)</script> 12 trains",
        "12'); DROP TABLE statements; --",
        '" OR 1=1 -- %s {} \\',
        "\u202e12 trains\ufeff\u2028\U0010ffff",
        "5 trains, " * 500_000,
    ],
    ids=["NUL", "script", "SQL", "quotes", "signs that turn and hide", "5 MB in one line"],
)
def test_a_hostile_text_comes_back_as_it_was_in_every_field(path: Path, text: str) -> None:
    short = text[:100]
    hostile = replace(
        TUESDAY, text=text, title=short, organisation=short, outlet=short, channel=short, source=short, id=f"t {short}"
    )
    add(path, hostile)
    assert held(path) == (MONDAY, hostile)
    if len(text) < 1000:
        shown = run("claims", "--incident", INCIDENT, "--db", path, "--format", "json")
        assert shown.exit_code == 0
        assert [one["text"] for one in json.loads(shown.stdout)["claims"]] == [MONDAY.text, text]


def test_the_soak_adds_a_long_line_by_the_whole_program_and_finds_all_of_it_there(tmp_path: Path) -> None:
    added = add_line(tmp_path, 0.02)
    assert added.wrong == ()
    assert 19_900 < added.characters <= 20_000


def test_half_a_character_in_json_is_refused_before_anything_is_stored(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{"text": "12 trains \\udc00", "issued": "2031-05-06", "incident": "x"}\n')
    refused = run("add", tmp_path / "s.jsonl", "--db", tmp_path / "none.db")
    assert refused.exit_code == 2
    assert "half a character (\\udc00) at offset 10" in refused.stderr
    assert not (tmp_path / "none.db").exists()


def test_ten_thousand_claims_in_one_statement_are_stored_verified_and_read_back(path: Path) -> None:
    sentence = "12 trains were late. "
    many = replace(TUESDAY, text=sentence * 10_000)

    def counted(statements: Sequence[Statement], *_: Any) -> Comparison:
        claims = tuple(
            Claim(f"c-{place}", "tuesday", place * 21, place * 21 + 20, sentence[:20], None, Measure(phrase="trains"))
            for place in range(10_000)
        )
        return replace(full_comparison(), statements=tuple(statements), claims=claims, series=(), changes=(), notes=())

    with Store.open(path, write=True, compare=counted) as store:
        store.add(INCIDENT, [many])
        made = store.comparison(INCIDENT)
    assert len(made.claims) == 10_000
    assert made.produced_by == MADE
    assert held(path) == (MONDAY, many)
    assert len(rows(path)["claims"]) == 10_000
