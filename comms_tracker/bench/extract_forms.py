"""The measurement of reading texts as plain data for other programs, and as rows for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from comms_tracker.bench.extract import GOAL_GROWTH, GOAL_RATIO, ExtractBench, Speed
from comms_tracker.bench.results import Measured, verdict

HEADINGS = ("words a second", "bare spaCy", "claims", "ratio", "(range)", "figures alone")


def extract_json(bench: ExtractBench) -> dict[str, Any]:
    """The measurement with every round, for ``--format json``; seconds are of processor time, sizes in characters."""
    return {
        "machine": asdict(bench.machine),
        "sizes": [speed_json(speed) for speed in bench.speeds],
        "ratio": {"found": round(bench.ratio, 3), "goal": GOAL_RATIO},
        "growth_per_word": {
            "claims": round(bench.growth, 3),
            "figures": round(bench.figures_growth, 3),
            "bare": round(bench.bare_growth, 3),
            "goal": GOAL_GROWTH,
        },
        "met": bench.met,
    }


def extract_measured(bench: ExtractBench) -> Measured:
    """The measurement as it is shown and kept."""
    return Measured("extract", extract_json(bench), HEADINGS, tuple(extract_rows(bench)), tuple(extract_lines(bench)))


def speed_json(speed: Speed) -> dict[str, Any]:
    """One size's words per second, ratio and rounds."""
    return {
        "characters": speed.size,
        "texts": speed.texts,
        "words": speed.words,
        "words_per_second": {
            "bare": round(speed.bare),
            "claims": round(speed.claims),
            "figures": round(speed.figures),
        },
        "ratio": round(speed.ratio, 3),
        "rounds": [
            {
                "words": each.words,
                "bare_s": round(each.bare, 4),
                "claims_s": round(each.claims, 4),
                "figures_s": round(each.figures, 4),
                "ratio": round(each.ratio, 3),
            }
            for each in speed.rounds
        ],
    }


def extract_rows(bench: ExtractBench) -> list[tuple[str, ...]]:
    """A row for each size, under ``HEADINGS``."""
    return [
        (
            f"{speed.texts} x {speed.size:,} characters" if speed.texts > 1 else f"{speed.size:,} characters",
            f"{speed.bare:,.0f}",
            f"{speed.claims:,.0f}",
            f"{speed.ratio:.2f}",
            f"{speed.spread[0]:.2f} to {speed.spread[1]:.2f}",
            f"{speed.figures:,.0f}",
        )
        for speed in bench.speeds
    ]


def extract_lines(bench: ExtractBench) -> list[str]:
    """What stands below the table: the goals, whether they are met, what was counted, and the machine."""
    small, large = bench.speeds
    rounds = len(small.rounds)
    growth = max(bench.growth, bench.figures_growth)
    return [
        f"Ratio {bench.ratio:.2f}: {verdict(bench.ratio >= GOAL_RATIO)} the goal of at least {GOAL_RATIO:g}.",
        f"Time per word at {large.size:,} characters over that at {small.size:,}: {bench.growth:.2f} for claims, "
        f"{bench.figures_growth:.2f} for figures alone, {bench.bare_growth:.2f} for bare spaCy; "
        f"{verdict(growth <= GOAL_GROWTH)} the goal of at most {GOAL_GROWTH:g}.",
        f"Medians of {rounds} paired round{'' if rounds == 1 else 's'}; seconds are of processor time on one core.",
        bench.machine.line(),
    ]
