"""The measurement of many statements as plain data for other programs, and as rows for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from comms_tracker.bench.machine import Machine
from comms_tracker.bench.results import Measured, verdict
from comms_tracker.bench.scale import GOAL_GROWTH, JOBS, Beside, Cost, Growth

HEADINGS = ("what", "texts", "by", "clock s", "cpu s", "ms each", "MiB", "bytes each", "times the above")


def scale_measured(
    beside: Sequence[Beside], growth: Sequence[Growth], once: Cost, phrase_ms: float, machine: Machine
) -> Measured:
    """The measurement as it is shown and kept.

    ``once`` is a data set of statements that do not repeat one another, ``phrase_ms`` what a phrase takes that no
    statement had before.
    """
    rows = [row for each in beside for row in beside_rows(each)] + [row for each in growth for row in growth_rows(each)]
    data = {
        "machine": asdict(machine),
        "beside": [
            {
                "name": each.name,
                "one": cost_json(each.one),
                "two": cost_json(each.two),
                "times": {"by_clock": round(each.by_clock, 3), "on_free_cores": round(each.on_free_cores, 3)},
                "goal": each.goal,
            }
            for each in beside
        ],
        "growth": [
            {
                "name": each.name,
                "small": cost_json(each.small),
                "large": cost_json(each.large),
                "time": round(each.time, 3),
                "memory": round(each.memory, 3),
                "goal": GOAL_GROWTH,
            }
            for each in growth
        ],
        "once": cost_json(once),
        "phrase_ms": round(phrase_ms, 2),
    }
    return Measured("scale", data, HEADINGS, tuple(rows), (*lines(beside, growth), machine.line()))


def cost_json(cost: Cost) -> dict[str, Any]:
    """One run; seconds of the clock and of the processor."""
    return {
        "statements": cost.statements,
        "clock_s": round(cost.clock_s, 2),
        "own_s": round(cost.own_s, 2),
        "others_s": round(cost.others_s, 2),
        "each_ms": round(cost.each_ms, 2),
        "memory_mib": cost.memory_mib,
        "bytes": cost.bytes_,
        "words": cost.words,
        "phrases": cost.phrases,
        "distinct_phrases": cost.distinct,
    }


def beside_rows(beside: Beside) -> list[tuple[str, ...]]:
    """One process, and below it two."""
    one, two = beside.one, beside.two
    return [row(beside.name, "1", one, ""), row("", str(JOBS), two, f"{beside.on_free_cores:.2f} as fast")]


def growth_rows(growth: Growth) -> list[tuple[str, ...]]:
    """The small number, and below it the large one."""
    said = f"{growth.time:.2f} ms, {growth.memory:.2f} MiB"
    return [row(growth.name, "1", growth.small, ""), row("", "1", growth.large, said)]


def row(name: str, processes: str, cost: Cost, beside: str) -> tuple[str, ...]:
    """One run under ``HEADINGS``."""
    return (
        name,
        f"{cost.statements:,}",
        processes,
        f"{cost.clock_s:.1f}",
        f"{cost.processor_s:.1f}",
        f"{cost.each_ms:.1f}",
        f"{cost.memory_mib:,.0f}",
        f"{cost.bytes_ / cost.statements:,.0f}",
        beside,
    )


def lines(beside: Sequence[Beside], growth: Sequence[Growth]) -> Iterator[str]:
    """What stands below the table."""
    for each in beside:
        yield (
            f"{each.name}: {each.on_free_cores:.2f} times as fast as one process where {JOBS} cores are free "
            f"({each.by_clock:.2f} by the clock of this run); {verdict(each.on_free_cores >= each.goal)} the goal of "
            f"at least {each.goal:g}."
        )
    for grown in growth:
        most = max(grown.time, grown.memory)
        small, large = grown.small.statements, grown.large.statements
        of = f"from {small:,} to {large:,} statements" if small != large else f"{small:,} statements each"
        yield (
            f"{grown.name}: {of}; {verdict(most <= GOAL_GROWTH)} the goal of at most {GOAL_GROWTH:g} times the time "
            "and the memory."
        )
    yield (
        "On free cores a run lasts as long as the process that writes needs, or half of what all need, whichever is "
        "longer; loading the models is counted."
    )
