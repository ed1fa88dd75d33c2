"""What a statement costs in time and on disk, worked out step by step from a measurement of many statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comms_tracker.scale.progress import spoken

MILLION = 1_000_000
HOUR_MS = 3_600_000
CLUSTER = 32
"""Cores of the cluster in the example."""

Step = tuple[str, str]
"""What is worked out, with its figures, and what comes of it."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What a statement costs, as it was measured: milliseconds of one core, and bytes."""

    words: float
    told_again_ms: float
    phrases: float
    phrase_ms: float
    writing_ms: float
    store: float
    parquet: float

    @property
    def new_ms(self) -> float:
        """Of a statement whose every phrase is new."""
        return self.told_again_ms + self.phrases * self.phrase_ms

    @property
    def readers(self) -> float:
        """How many processes one writer keeps up with."""
        return self.new_ms / self.writing_ms


def costs_of(data: Mapping[str, Any]) -> Costs:
    """The costs of a statement in a measurement's plain data, as ``bench scale --save`` keeps it."""
    add, few = _named(data["beside"], "add"), _few(data)
    one, two, parquet, small, large = add["one"], add["two"], data["once"], few["small"], few["large"]
    return Costs(
        words=one["words"] / one["statements"],
        told_again_ms=1000 * (large["own_s"] - small["own_s"]) / (large["statements"] - small["statements"]),
        phrases=one["phrases"] / one["statements"],
        phrase_ms=data["phrase_ms"],
        writing_ms=1000 * two["own_s"] / two["statements"],
        store=one["bytes"] / one["statements"],
        parquet=parquet["bytes"] / parquet["statements"],
    )


def steps(data: Mapping[str, Any], costs: Costs) -> Iterator[Step]:
    """From the measurement to a million and a hundred million statements, one step after another."""
    yield from _reading(data, costs)
    yield from _sharing(data, costs)
    yield from _keeping(data, costs)
    alone = in_time(MILLION * costs.new_ms / HOUR_MS)
    yield f"a million on one core: 1,000,000 x {costs.new_ms:.0f} ms / 3,600,000", alone
    yield (
        f"a hundred million on {CLUSTER} cores: 100 x {alone} / {CLUSTER}",
        in_time(100 * MILLION * costs.new_ms / HOUR_MS / CLUSTER),
    )
    yield (
        f"their disk: 100,000,000 x {costs.store / 1000:.0f} KB, or x {costs.parquet / 1000:.1f} KB",
        f"{in_bytes(100 * MILLION * costs.store)} as a store, {in_bytes(100 * MILLION * costs.parquet)} as Parquet",
    )


def _reading(data: Mapping[str, Any], costs: Costs) -> Iterator[Step]:
    small, large = _few(data)["small"], _few(data)["large"]
    yield (
        f"one process, its models loaded: {large['own_s']:.1f} s for {large['statements']:,} statements "
        f"less {small['own_s']:.1f} s for {small['statements']:,}",
        f"{costs.told_again_ms:.0f} ms a statement told again",
    )
    yield (
        f"its phrases, if none had them before: {costs.phrases:.1f} vectors of {costs.phrase_ms:.1f} ms more",
        f"{costs.new_ms:.0f} ms a new statement",
    )
    yield (
        f"a core in an hour: 3,600,000 / {costs.new_ms:.0f}",
        f"{in_full(HOUR_MS / costs.new_ms)} statements",
    )


def _sharing(data: Mapping[str, Any], costs: Costs) -> Iterator[Step]:
    """What several processes and the workers of a cluster make of it."""
    add, dask = _named(data["beside"], "add"), _named(data["beside"], "extract on Dask")
    one, two = add["one"], add["two"]
    yield (
        f"`add --jobs 2`: the process that writes {two['own_s']:.1f} s, the two that read {two['others_s']:.1f} s; "
        f"one process alone {one['own_s']:.1f} s",
        f"{add['times']['on_free_cores']:.2f} times one process, for {two['statements']:,} statements",
    )
    yield (
        f"what one writer takes for a statement, its start counted: {two['own_s']:.1f} s / {two['statements']:,}",
        f"{costs.writing_ms:.1f} ms",
    )
    yield (
        f"processes that one writer keeps up with: {costs.new_ms:.0f} / {costs.writing_ms:.1f}",
        f"about {costs.readers:.0f}",
    )
    yield (
        f"two workers of a cluster: the scheduler and the one who asks {dask['two']['own_s']:.1f} s, the workers "
        f"{dask['two']['others_s']:.1f} s; one process alone {dask['one']['own_s']:.1f} s",
        f"{dask['times']['on_free_cores']:.2f} times one process, for {dask['two']['statements']:,} statements",
    )


def _keeping(data: Mapping[str, Any], costs: Costs) -> Iterator[Step]:
    one, parquet = _named(data["beside"], "add")["one"], data["once"]
    yield (
        f"store: {one['bytes']:,} bytes for {one['statements']:,} statements",
        f"{costs.store / 1000:.0f} KB a statement",
    )
    yield (
        f"Parquet, which packs what repeats: {parquet['bytes']:,} bytes for {parquet['statements']:,} statements "
        "told once",
        f"{costs.parquet / 1000:.1f} KB a statement",
    )


def _named(rows: Sequence[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    return next(row for row in rows if row["name"] == name)


def _few(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return _named(data["growth"], "incidents of a few statements")


def in_full(value: float) -> str:
    """A number with its thousands; one place below ten."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def in_time(hours: float) -> str:
    """For people: days from four on, else as the progress of a run says it."""
    return spoken(hours * 3600) if hours < 96 else f"{in_full(hours / 24)} days"


def in_bytes(count: float) -> str:
    """A size in MB, GB or TB of 1,000 each."""
    if count >= 1e12:
        return f"{count / 1e12:.1f} TB"
    return f"{count / 1e9:,.0f} GB" if count >= 1e9 else f"{count / 1e6:,.0f} MB"
