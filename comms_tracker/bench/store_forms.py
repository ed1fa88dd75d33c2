"""The measurement of a store as plain data for other programs, and as rows for people."""

from __future__ import annotations

from dataclasses import asdict
from statistics import median
from typing import Any

from comms_tracker.bench.questions import QUESTIONS
from comms_tracker.bench.results import verdict
from comms_tracker.bench.store import (
    FEW,
    GOAL_BARE,
    GOAL_GROWTH,
    GOAL_MEANING_MS,
    GOAL_MEMORY_MB,
    ROUNDS,
    Size,
    StoreBench,
)

HEADINGS = ("question", "claims", "p50 ms", "p95 ms", "its SQL", "plain SQL", "ratio", "growth")


def store_json(bench: StoreBench) -> dict[str, Any]:
    """The measurement for ``--format json``, times in milliseconds."""
    return {
        "machine": asdict(bench.machine),
        "sizes": [_size_json(size) for size in (bench.small, bench.large)],
        "growth": {question.name: round(bench.growth(question.name), 2) for question in QUESTIONS},
        "encoding_ms": round(median(bench.encoding), 2),
        "memory_mb": {"by_words": round(bench.words_mb), "by_meaning": round(bench.memory_mb)},
        "missed": list(bench.missed()),
    }


def _size_json(size: Size) -> dict[str, Any]:
    return {
        "claims": size.claims,
        "bytes_per_claim": round(size.per_claim),
        "built_s": round(size.built_s),
        "look_up_ms": round(median(size.look_up), 4),
        "questions": [
            {
                "question": each.question,
                "p50_ms": round(each.p50, 3),
                "p95_ms": round(each.p95, 3),
                "its_sql_ms": round(each.query, 3),
                "plain_sql_ms": each.plain and round(each.plain, 3),
                "ratio": each.ratio and round(each.ratio, 2),
            }
            for each in size.timings
        ],
    }


def store_rows(bench: StoreBench) -> list[tuple[str, ...]]:
    """Two rows for each question, the small store's first."""
    rows: list[tuple[str, ...]] = []
    for question in QUESTIONS:
        for size in (bench.small, bench.large):
            timing = size.timing(question.name)
            row = (
                question.name if size is bench.small else "",
                f"{size.claims:,}",
                f"{timing.p50:.2f}",
                f"{timing.p95:.2f}",
                f"{timing.query:.2f}",
                "" if timing.plain is None else f"{timing.plain:.2f}",
                "" if timing.ratio is None else f"{timing.ratio:.1f}",
                f"{bench.growth(question.name):.1f}" if size is bench.large else "",
            )
            rows.append(row)
    return rows


def store_lines(bench: StoreBench) -> list[str]:
    """What stands below the table: sizes, memory, the goals that are missed, and the machine."""
    missed = bench.missed()
    lines = [
        f"{size.claims:,} claims: {size.per_claim:,.0f} bytes each, made in {size.built_s:,.0f} s; a look-up by "
        f"primary key takes {median(size.look_up):.3f} ms."
        for size in (bench.small, bench.large)
    ]
    goals = (
        f"at most {GOAL_BARE:g} times plain SQL, {GOAL_GROWTH:g} times the time in the small store, "
        f"{GOAL_MEANING_MS:g} ms by meaning, {GOAL_MEMORY_MB:g} MB"
    )
    return [
        *lines,
        f"Encoding the words of a search, which is part of a search by meaning: {median(bench.encoding):.1f} ms.",
        f"Memory: {bench.words_mb:.0f} MB at most, {bench.memory_mb:.0f} MB with the phrase model and the vectors.",
        "Milliseconds of processor time, medians of "
        f"{ROUNDS} askings or of {FEW} slow ones; p95 is what 19 of 20 stay under.",
        f"The run {verdict(not missed)} the goals of {goals}{':' if missed else '.'}",
        *missed,
        bench.machine.line(),
    ]
