"""The floors that accuracy may not fall below, in tests/gold/floors.toml, and how they rise."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

Floors = Mapping[str, Mapping[str, float]]
"""For each set of gold, the floor of each stage by name."""

FILE = "floors.toml"
HISTORY = "floors.history.toml"
SLACK = 0.01
"""How far below today's figure a floor is put, so that one claim of a small set may go either way."""
EXACT = frozenset({"offsets"})
"""Stages without slack: every offset is true, or something is broken."""
HEAD = """\
# The figures that no change may fall below (tests/test_gold_gate.py): F1, or the one side that counts.
# Written by `python scripts/accuracy.py --raise-floors`. They only rise: floors.history.toml keeps every earlier state.
"""
HISTORY_HEAD = """\
# Every state that the floors have had, oldest first; entries are only added, and floors.toml is at least the last.
"""


def read_floors(folder: Path) -> Floors:
    """Today's floors; none before the first time they are written."""
    if not (folder / FILE).exists():
        return {}
    floors: Floors = tomllib.loads((folder / FILE).read_text("utf-8"))
    return floors


def below(floors: Floors, figures: Floors) -> list[str]:
    """A sentence for each figure that has fallen below its floor, or is not measured any more."""
    return [
        f"{name}, {stage}: {figures.get(name, {}).get(stage, 0.0):.3f}, and its floor is {floor:.3f}"
        for name, stages in floors.items()
        for stage, floor in stages.items()
        if not figures.get(name, {}).get(stage, 0.0) >= floor
    ]


def raised(floors: Floors, figures: Floors) -> dict[str, dict[str, float]]:
    """The floors put under the figures; none is lowered."""
    return {
        name: {
            stage: max(floors.get(name, {}).get(stage, 0.0), floor_under(stage, value)) for stage, value in of.items()
        }
        for name, of in figures.items()
    }


def floor_under(stage: str, figure: float) -> float:
    """The floor for a figure, to three places, rounded down."""
    return math.floor((figure if stage in EXACT else max(0.0, figure - SLACK)) * 1000 + 1e-9) / 1000


def write_floors(folder: Path, floors: Floors) -> None:
    """Write the floors, and add them to the history."""
    (folder / FILE).write_text(f"{HEAD}\n{_tables(floors, '')}", encoding="utf-8")
    history = folder / HISTORY
    before = history.read_text("utf-8") if history.exists() else HISTORY_HEAD
    history.write_text(f"{before}\n[[state]]\n\n{_tables(floors, 'state.')}", encoding="utf-8")


def _tables(floors: Floors, prefix: str) -> str:
    return "\n".join(
        f"[{prefix}{name}]\n" + "".join(f'"{stage}" = {floor:.3f}\n' for stage, floor in stages.items())
        for name, stages in floors.items()
    )
