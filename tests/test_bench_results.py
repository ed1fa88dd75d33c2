"""What benches find is kept, shown beside another, and put on a page where no figure is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runner import ran, run

from comms_tracker.bench import cold
from comms_tracker.bench.cold import Named, Taken, Timed, timed
from comms_tracker.bench.machine import Machine
from comms_tracker.bench.many import many, once, one_incident
from comms_tracker.bench.page import performance_page
from comms_tracker.bench.results import Measured, Saved, save, saved_in
from comms_tracker.bench.scale import Beside, Cost, Growth, Runs, Sizes, measure
from comms_tracker.bench.scale_forms import scale_measured
from comms_tracker.bench.scale_page import scale_page
from comms_tracker.records import Statement
from comms_tracker.scale.cluster import WORKER_SETTINGS

MACHINE = Machine("A Processor", 2, 16.0, "Linux x86_64", "3.11.7", "3.8.11", "a-model 3.8.0", "0.1.0")
FIRST = Measured(
    "cold", {"machine": {"cores": 2}, "ratio": 1.25, "rounds": [{"s": 4.0}]}, ("a", "b"), (("x|y", "1"),), ()
)
SECOND = Measured(
    "cold", {"machine": {"cores": 2}, "ratio": 1.5, "rounds": [{"s": 2.0}]}, ("a", "b"), (), ("One line.",)
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "results.jsonl"
    for measured in (FIRST, SECOND):
        save(path, measured)
    return path


def test_what_was_saved_is_read_again_as_it_was(kept: Path) -> None:
    assert [saved.measured for saved in saved_in(kept)] == [FIRST, SECOND]
    assert all(saved.moment.endswith("+00:00") for saved in saved_in(kept))


def test_two_measurements_stand_beside_one_another_by_the_figures_that_differ(kept: Path) -> None:
    shown = ran("bench", "compare", "cold~1", "cold", "--results", kept)
    assert [line.split() for line in shown.splitlines()[:3]] == [
        ["figure", "cold~1", "cold", "ratio"],
        ["ratio", "1.250", "1.500", "1.20"],
        ["rounds[1].s", "4", "2", "0.50"],
    ]
    assert "Figures that are alike are left out." in shown
    assert "Every figure is alike." in ran("bench", "compare", "cold", "cold", "--results", kept)


def test_a_measurement_that_is_not_there_is_named_with_those_that_are(kept: Path) -> None:
    for name in ("cold~2", "store", "cold~x"):
        result = run("bench", "compare", name, "cold", "--results", kept)
        assert (result.exit_code, result.stderr) == (
            2,
            f"Error: There is no measurement {name} in {kept}. There is cold (2); cold~1 is the one before the last.\n",
        )


def test_a_file_of_results_that_is_missing_or_damaged_is_refused_with_the_place(kept: Path) -> None:
    result = run("bench", "compare", "a", "b", "--results", kept.with_name("none.jsonl"))
    assert "cannot be read: No such file or directory. Make it with comms-tracker bench extract --save" in result.stderr
    kept.write_text('{"moment": "2031"}\n', encoding="utf-8")
    result = run("bench", "page", "--results", kept)
    assert result.stderr == f"Error: {kept}, line 1: not a saved measurement. Delete the line.\n"


def test_the_page_of_performance_is_what_the_saved_results_say(root: Path) -> None:
    results = saved_in(root / "docs" / "bench-results.jsonl")
    assert (root / "docs" / "performance.md").read_text(encoding="utf-8") == performance_page(results), (
        "comms-tracker bench page --results docs/bench-results.jsonl --output docs/performance.md"
    )


def test_the_page_on_many_statements_is_worked_out_from_the_saved_results(root: Path) -> None:
    results = saved_in(root / "docs" / "bench-results.jsonl")
    assert (root / "docs" / "scale.md").read_text(encoding="utf-8") == scale_page(results), (
        "comms-tracker bench page --of scale --results docs/bench-results.jsonl --output docs/scale.md"
    )


def test_the_page_names_the_settings_that_workers_are_measured_with(root: Path) -> None:
    page = (root / "docs" / "scale.md").read_text(encoding="utf-8")
    assert [name for name, value in WORKER_SETTINGS.items() if f"{name}={value}" not in page] == []


def test_costs_are_worked_out_step_by_step(kept: Path) -> None:
    one = Cost(1_000, 40.0, 44.0, 0.0, 300.0, 18_000_000, 100_000, 4_000, 900)
    shared = Beside("add", one, Cost(1_000, 25.0, 2.3, 48.0, 310.0, 18_000_000), 1.7)
    dask = Beside("extract on Dask", Cost(1_000, 41.0, 45.0, 0.0, 380.0, 1_000_000), shared.two, 1.5)
    once = Cost(100, 4.0, 4.0, 0.0, 380.0, 600_000)
    grown = Growth("incidents of a few statements", one, Cost(3_000, 99.0, 116.0, 0.0, 330.0, 54_000_000))
    save(kept, scale_measured([shared, dask], [grown], once, 2.5, MACHINE))
    page = ran("bench", "page", "--results", kept, "--of", "scale")
    for row in (
        "| statements of 100 words | one core | 32 cores of a cluster | as a store | as Parquet |",
        "| a million | 12.8 h | 24 min | 18 GB | 6 GB |",
        "| a hundred million | 53 days | 39.9 h | 1.8 TB | 600 GB |",
        "| one process, its models loaded: 116.0 s for 3,000 statements less 44.0 s for 1,000 "
        "| 36 ms a statement told again |",
        "| its phrases, if none had them before: 4.0 vectors of 2.5 ms more | 46 ms a new statement |",
        "| a core in an hour: 3,600,000 / 46 | 78,261 statements |",
        "| `add --jobs 2`: the process that writes 2.3 s, the two that read 48.0 s; one process alone 44.0 s "
        "| 1.75 times one process, for 1,000 statements |",
        "| processes that one writer keeps up with: 46 / 2.3 | about 20 |",
        "| store: 18,000,000 bytes for 1,000 statements | 18 KB a statement |",
        "| their disk: 100,000,000 x 18 KB, or x 6.0 KB | 1.8 TB as a store, 600 GB as Parquet |",
        "|  | 3,000 | 38.7 | 330 |",
    ):
        assert row in page
    assert "A million statements are a file of 18 GB, copied in 90 s at 200 MB a second." in page
    kept.write_text("", encoding="utf-8")
    assert run("bench", "page", "--results", kept, "--of", "scale").stderr == (
        "Error: No measurement of many statements was saved. Make one with comms-tracker bench scale --save.\n"
    )


def test_the_page_has_the_last_measurement_of_each_bench(tmp_path: Path, kept: Path) -> None:
    made = tmp_path / "page.md"
    assert run("bench", "page", "--results", kept, "--output", made).exit_code == 0
    page = made.read_text(encoding="utf-8")
    assert "\n## From nothing\n" in page
    assert "\n- One line.\n- Measured on 20" in page
    other = performance_page([Saved("2031-04-05T06:07:08+00:00", None, FIRST)])
    assert "\n| a | b |\n|---|---|\n| x\\|y | 1 |\n\n- Measured on 2031-04-05.\n" in other


def test_a_command_and_its_yardstick_are_timed_in_turn_after_a_run_that_is_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []

    def took(arguments: list[str]) -> Taken:
        order.append(arguments[0])
        seconds = {"ours": 3.0, "bare": 2.0}[arguments[0]] + len(order)
        return Taken(seconds * 2, seconds)

    monkeypatch.setattr(cold, "run", took)
    found = timed(Named("compare", "spaCy", 2.0), ["ours"], ["bare"], 2)
    assert order == ["ours", "bare", "ours", "bare", "bare", "ours"]
    assert [(ours.processor, bare.processor) for ours, bare in found.pairs] == [(6.0, 6.0), (9.0, 7.0)]
    assert found.ratio == pytest.approx((1 + 9 / 7) / 2)


def test_a_run_has_its_seconds_and_one_that_fails_its_last_words() -> None:
    took = cold.run(cold.script("import time; sum(range(10**6)); time.sleep(0.1)"))
    assert took.clock > 0.1
    assert 0 < took.processor < took.clock + 0.5
    with pytest.raises(RuntimeError, match="ended with 3: no more"):
        cold.run(cold.script("import sys; sys.stderr.write('no more'); sys.exit(3)"))


def test_a_ratio_over_its_goal_is_named() -> None:
    good = Timed("--help", "click", 1.3, ((Taken(1, 1.0), Taken(1, 1.0)),))
    bad = Timed("compare", "spaCy", 2.0, ((Taken(5, 5.0), Taken(1, 2.0)),))
    found = cold.measured([good, bad], MACHINE)
    assert found.data["met"] is False
    assert found.lines[0] == "Misses the goal: compare."
    assert found.rows[1] == ("compare", "5.00", "spaCy", "2.00", "2.50", "2.50 to 2.50", "at most 2")
    assert cold.measured([good], MACHINE).lines[0] == "Every ratio meets its goal."
    assert json.loads(json.dumps(found.data)) == found.data


def test_two_processes_are_as_fast_as_the_one_that_writes_or_as_half_of_the_work_allows() -> None:
    one = Cost(100, 30.0, 20.0, 0.0, 300.0, 5_000)
    shared = Beside("add", one, Cost(100, 40.0, 2.0, 20.0, 300.0, 5_000), 1.7)
    writing = Beside("add", one, Cost(100, 40.0, 16.0, 8.0, 300.0, 5_000), 1.7)
    assert (shared.on_free_cores, writing.on_free_cores) == (pytest.approx(20 / 11), pytest.approx(20 / 16))
    grown = Growth("one incident", one, Cost(500, 60.0, 140.0, 0.0, 330.0, 25_000))
    found = scale_measured([shared, writing], [grown], one, 2.5, MACHINE)
    assert found.lines[0].endswith("meets the goal of at least 1.7.")
    assert found.lines[1].endswith("misses the goal of at least 1.7.")
    assert "misses the goal of at most 1.3 times" in found.lines[2]
    assert found.rows[1] == ("", "100", "2", "40.0", "22.0", "220.0", "300", "50", "1.82 as fast")
    assert found.data["growth"][0]["time"] == 1.4
    assert json.loads(json.dumps(found.data)) == found.data


@pytest.mark.parametrize("together", [False, True])
def test_every_pair_of_runs_is_measured_with_the_numbers_that_were_asked_for(
    together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int, int]] = []

    def cost(_self: Runs, kind: str, statements: int, processes: int) -> Cost:
        asked.append((kind, statements, processes))
        return Cost(statements, 1.0, 1.0 / processes, 0.0, 300.0, 10)

    monkeypatch.setattr(Runs, "cost", cost)
    beside, growth, distinct = measure([CASE], Sizes(40, (10, 20), (5, 8)), together=together)
    assert sorted(asked) == sorted(
        [
            *(("add", 40, 1), ("add", 40, 2), ("extract", 40, 1), ("cluster", 40, 2)),
            *(("add", 10, 1), ("add", 20, 1), ("incident", 5, 1), ("incident", 8, 1), ("once", 2, 1)),
        ]
    )
    assert distinct.statements == 2
    assert [(each.name, each.on_free_cores) for each in beside] == [("add", 2.0), ("extract on Dask", 2.0)]
    assert [(each.small.statements, each.large.statements, each.time) for each in growth] == [
        (10, 20, 0.5),
        (5, 8, 0.625),
    ]


def test_cases_told_once_are_one_batch() -> None:
    made = once([CASE, CASE[:1]])
    assert [(each.id, each.incident, each.organisation, each.issued) for each in made] == [
        ("a", "queue-0", "One", "2020-01-01"),
        ("b", "queue-0", "One", "2020-01-02"),
        ("a", "queue-1", "One", "2020-01-01"),
    ]
    assert [each.text for each in made] == [each.text for each in (*CASE, CASE[0])]


def test_a_run_is_a_process_of_its_own_that_says_what_it_took(tmp_path: Path) -> None:
    told: list[str] = []
    cost = Runs(tmp_path, [CASE], told.append).cost("extract", 2, 1)
    assert told == ["extract: 2 statements by 1 process."]
    assert (cost.statements, cost.others_s) == (2, 0.0)
    assert cost.own_s > 0.1
    assert cost.memory_mib > 50
    assert cost.bytes_ > 1_000


CASE = (
    Statement(id="a", text="Some 1,250 people and 480 cars waited.", incident="queue", issued="2031-01-01"),
    Statement(id="b", text="It was 520 cars.", incident="queue", issued="2031-01-02", repeats="a"),
)


def test_statements_are_told_again_under_other_names_and_with_other_numbers() -> None:
    made = list(many([CASE, (), CASE[:1]], 7))
    assert [(each.incident, each.id) for each in made] == [
        *(("queue-0", "a"), ("queue-0", "b"), ("queue-1", "a"), ("queue-2", "a"), ("queue-2", "b")),
        *(("queue-3", "a"), ("queue-4", "a")),
    ]
    assert len({each.text for each in made}) == len(made)
    assert made == list(many([CASE, CASE[:1]], 7))
    with pytest.raises(ValueError, match="no case with a statement"):
        list(many([()], 1))


def test_one_incident_is_of_one_organisation_and_a_day_after_another() -> None:
    made = one_incident([CASE], 3)
    assert [(each.id, each.incident, each.organisation, each.issued, each.repeats) for each in made] == [
        ("s00000", "one", "One", "2020-01-01", None),
        ("s00001", "one", "One", "2020-01-02", None),
        ("s00002", "one", "One", "2020-01-03", None),
    ]
