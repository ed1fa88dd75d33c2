"""The measurement of a store: a synthetic one is like any other, and the figures say what they are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest
from cli_runner import run

from comms_tracker.bench import store as bench
from comms_tracker.bench.building import build
from comms_tracker.bench.machine import Machine
from comms_tracker.bench.questions import QUESTIONS, Sample
from comms_tracker.bench.store import Size, StoreBench, Timing, measure
from comms_tracker.bench.store_forms import store_json, store_lines, store_rows
from comms_tracker.bench.synthetic import Made, comparison
from comms_tracker.encoder import WIDTH
from comms_tracker.store import Search, Store, Within

MACHINE = Machine("A processor", 2, 8.0, "Linux x86_64", "3.11.7", "3.8.18", "a model 1", "0.1.0")


def vectors(phrases: Sequence[str]) -> Any:
    """Stands for the phrase model: one vector a phrase, like no other."""
    rows = numpy.random.default_rng(1).standard_normal((len(phrases), WIDTH))
    return numpy.rint(rows / numpy.linalg.norm(rows, axis=1, keepdims=True) * 127).astype(numpy.int8)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return build(tmp_path_factory.mktemp("bench") / "made.db", 480, "m" * 64, vectors)


def test_a_synthetic_store_has_its_claims_and_verifies_like_any_other(made: Made) -> None:
    assert (made.claims, made.incidents) == (500, 10)
    with Store.open(made.path, write=False) as store:
        assert store.verify() == ()
        assert sum(one.statements for one in store.incidents()) == 50
        assert store.comparison("incident-000007") == comparison(7)


def test_one_may_add_to_it_as_to_any_other(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(made.path, write=False) as store:
        store.backup(copy)
    one = comparison(3)
    with Store.open(copy, write=True, compare=lambda *_: one) as store:
        assert store.add("incident-000003", one.statements).unchanged == tuple(each.id for each in one.statements)
        assert store.reprocess("incident-000003").differences == ()
        assert store.verify() == ()


def test_places_are_in_few_claims_and_nouns_in_many(made: Made) -> None:
    claim = comparison(0).claims[0]
    with Store.open(made.path, write=False) as store:
        rare = store.search(Search(claim.measure.scope[0], Within.CLAIMS)).hits
        common = store.search(Search("train", Within.CLAIMS, limit=200)).hits
    assert [hit.incident for hit in rare] == ["incident-000000"] * 5
    assert 10 < len(common) < 100


@pytest.mark.parametrize("question", [each for each in QUESTIONS if not each.by_meaning], ids=lambda each: each.name)
def test_plain_sql_finds_what_the_store_finds(made: Made, question: Any) -> None:
    """As many rows, so that the two times are of the same work."""
    import random

    sample = Sample.drawn(made, random.Random(4))
    looking = bench.open_for_looking(made.path)
    try:
        plain = question.bare(looking.db, sample)
        own = bench.queries_of(looking.db, made.path, question, sample)()
    finally:
        looking.db.close()
    counted = [sorted(len(rows) for rows in lists) for lists in (plain, own)]
    extra = counted[1]
    for count in counted[0]:
        assert count in extra
        extra.remove(count)
    assert set(extra) <= {0, 1}, "the store asks for more rows than the plain query"


def timing(question: str, claims: int, answers: float, queries: float, bare: float | None) -> Timing:
    return Timing(question, claims, (answers,) * 3, (queries,) * 3, () if bare is None else (bare,) * 3)


def found(*, slow: float = 1.0, meaning: float = 90.0, memory: float = 200.0) -> StoreBench:
    """A measurement by hand in which every question takes a millisecond, in plain SQL half of one."""

    def size(claims: int, answers: float) -> Size:
        timings = [
            timing(
                each.name, claims, meaning if each.by_meaning else answers, answers, None if each.by_meaning else 0.5
            )
            for each in QUESTIONS
        ]
        return Size(claims, claims * 3000, 60.0, (0.01, 0.02, 0.03), tuple(timings))

    return StoreBench(MACHINE, size(10_000, 1.0), size(1_000_000, slow), (20.0, 21.0, 22.0), 120.0, memory)


def test_goals_that_are_met_are_said_to_be_met() -> None:
    assert found().missed() == ()
    assert store_lines(found())[5].startswith("The run meets the goals of at most 3 times plain SQL, 4 times")


def test_each_goal_that_is_missed_is_named_with_its_figure() -> None:
    missed = found(slow=4.5, meaning=130.0, memory=310.0).missed()
    assert "an incident's statements: 9.0 times plain SQL." in missed
    assert "an incident's statements: 4.5 times its time at 10,000 claims." in missed
    assert "search by meaning: 130 ms with the words encoded." in missed
    assert "Memory: 310 MB." in missed
    assert "incidents, all of them: 4.5 times its time at 10,000 claims." not in missed


def test_the_table_has_both_stores_of_each_question_and_the_growth_beside_the_large_one() -> None:
    rows = store_rows(found(slow=2.0))
    assert rows[0] == ("incidents, a page of them", "10,000", "1.00", "1.00", "1.00", "0.50", "2.0", "")
    assert rows[1] == ("", "1,000,000", "2.00", "2.00", "2.00", "0.50", "4.0", "2.0")
    assert rows[-1] == ("", "1,000,000", "90.00", "90.00", "2.00", "", "", "1.0")


def test_other_programs_get_the_same_figures() -> None:
    plain = store_json(replace(found(), words_mb=111.6))
    assert plain["memory_mb"] == {"by_words": 112, "by_meaning": 200}
    assert plain["encoding_ms"] == 21.0
    large = plain["sizes"][1]
    assert (large["claims"], large["bytes_per_claim"], large["look_up_ms"]) == (1_000_000, 3000, 0.02)
    assert large["questions"][0] == {
        "question": "incidents, a page of them",
        "p50_ms": 1.0,
        "p95_ms": 1.0,
        "its_sql_ms": 1.0,
        "plain_sql_ms": 0.5,
        "ratio": 2.0,
    }


def test_a_run_asks_every_question_of_both_stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "ROUNDS", 2)
    monkeypatch.setattr(bench, "FEW", 2)
    heard: list[str] = []

    def made_here(folder: Path, claims: int, tell: Any) -> tuple[Made, float]:
        return build(folder / f"{claims}.db", claims, bench_model(), vectors, tell), 1.5

    monkeypatch.setattr(bench, "built", made_here)
    done = measure(tmp_path, 300, 100, heard.append)
    assert [each.claims for each in (done.small, done.large)] == [100, 300]
    assert [each.question for each in done.large.timings] == [each.name for each in QUESTIONS]
    assert done.large.per_claim > 1000
    assert done.memory_mb >= done.words_mb > 0
    assert heard[-1] == "Asking the store of 300 claims."


def bench_model() -> str:
    from comms_tracker import encoder

    return encoder.model_sha256()


def test_the_command_refuses_sizes_that_say_nothing(tmp_path: Path) -> None:
    refused = run("bench", "store", "--claims", "5000", "--small", "5000")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "Error: --small 5000 is not smaller than --claims 5000. Give more --claims.\n",
    )
    missing = run("bench", "store", "--folder", tmp_path / "none")
    assert missing.stderr == f"Error: --folder {tmp_path / 'none'} is no folder. Make it, or name another.\n"


@pytest.mark.parametrize(("form", "shown"), [("table", "Milliseconds of processor time"), ("json", '"memory_mb"')])
def test_the_command_measures_in_the_folder_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, shown: str
) -> None:
    def measured(folder: Path, claims: int, small: int, _tell: Any) -> StoreBench:
        assert (folder.parent, claims, small) == (tmp_path, 2000, 1000)
        (folder / "2000.db").touch()
        return found()

    monkeypatch.setattr(bench, "measure", measured)
    done = run("bench", "store", "--claims", "2000", "--small", "1000", "--folder", tmp_path, "--format", form)
    assert done.exit_code == 0, done.stderr
    assert shown in done.stdout
    assert list(tmp_path.iterdir()) == []
