"""Accuracy only rises: every measure on the project's own gold stays above its floor, and no floor is lowered."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from scoring.floors import FILE, HISTORY, Floors, below, floor_under, raised, read_floors, write_floors
from scoring.runs import compare_all, marks_of_reading
from scoring.sets import STAGES, headlines, own_gold

from comms_tracker.scoring.marks import marks_of_comparing
from comms_tracker.scoring.verdicts import READING


@pytest.fixture(scope="session")
def gold_folder(root: Path) -> Path:
    return root / "tests" / "gold"


@pytest.mark.slow
@pytest.mark.parametrize("name", STAGES)
def test_no_measure_falls_below_its_floor(name: str, gold_folder: Path) -> None:
    gold = own_gold(name)
    marks = marks_of_reading(gold) if STAGES[name] == READING else marks_of_comparing(compare_all(gold))
    fallen = below({name: read_floors(gold_folder)[name]}, {name: headlines(name, marks)})
    assert fallen == [], "`python scripts/accuracy.py` lists what is wrong"


def test_every_measure_has_a_floor(gold_folder: Path) -> None:
    assert {name: set(floors) for name, floors in read_floors(gold_folder).items()} == {
        name: {stage.value for stage in stages} for name, stages in STAGES.items()
    }


def states_of(history: str) -> list[Floors]:
    """The states that the floors have had, oldest first, in the words of their file."""
    states: list[Floors] = tomllib.loads(history)["state"]
    return states


def test_no_floor_is_lower_than_it_ever_was(gold_folder: Path) -> None:
    floors = read_floors(gold_folder)
    history = states_of((gold_folder / HISTORY).read_text("utf-8"))
    assert history
    assert [sentence for state in history for sentence in below(state, floors)] == []
    assert history[-1] == floors, f"put floors up with `python scripts/accuracy.py --raise-floors`, not in {FILE}"


def test_nothing_is_taken_out_of_the_history_of_floors(root: Path, gold_folder: Path) -> None:
    committed = committed_text(root, f"tests/gold/{HISTORY}")
    if committed is None:
        pytest.skip("no git here, or nothing committed yet, to compare with")
    states = states_of((gold_folder / HISTORY).read_text("utf-8"))
    before = states_of(committed)
    assert states[: len(before)] == before


def committed_text(root: Path, path: str) -> str | None:
    """The file as it was before the last commit that touched it, else as committed; None without git."""
    if shutil.which("git") is None or not (root / ".git").exists():
        return None
    commits = git(root, "log", "--format=%H", "-2", "--", path).split()
    return git(root, "show", f"{commits[-1]}:{path}") or None if commits else None


def git(root: Path, *words: str) -> str:
    """What git writes; nothing where it fails."""
    return subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False).stdout


def test_a_figure_below_its_floor_is_named() -> None:
    floors = {"set": {"figures": 0.9, "value": 0.8, "added": 0.1}}
    assert below(floors, {"set": {"figures": 0.899, "value": 0.8}}) == [
        "set, figures: 0.899, and its floor is 0.900",
        "set, added: 0.000, and its floor is 0.100",
    ]


def test_a_floor_stands_a_little_under_the_figure_and_offsets_have_none_to_spare() -> None:
    assert floor_under("figures", 0.9559) == 0.945
    assert floor_under("offsets", 1.0) == 1.0
    assert floor_under("added", 0.005) == 0.0


def test_floors_rise_with_the_figures_and_never_sink() -> None:
    assert raised({"set": {"figures": 0.9, "value": 0.9}}, {"set": {"figures": 0.95, "value": 0.5, "denied": 0.7}}) == {
        "set": {"figures": 0.94, "value": 0.9, "denied": 0.69}
    }


def test_the_history_keeps_each_state_of_the_floors(tmp_path: Path) -> None:
    first, second = {"set": {"counted noun": 0.5}}, {"set": {"counted noun": 0.625}}
    write_floors(tmp_path, first)
    write_floors(tmp_path, second)
    assert read_floors(tmp_path) == second
    assert states_of((tmp_path / HISTORY).read_text("utf-8")) == [first, second]
