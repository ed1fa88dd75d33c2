"""Looks for inputs that break the program, for a given time, and keeps the smallest of each kind.

    PYTHONPATH=tests .venv/bin/python scripts/fuzz.py --minutes 10
    PYTHONPATH=tests .venv/bin/python scripts/fuzz.py --minutes 60 --write     also puts the figures on the page

What breaks is made as small as it can be and kept in tests/fuzz_corpus, which a test runs on every run. One fault is
kept once: by the kind of error and the line that raised it. Ends with 1 where something was found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "fuzz_corpus"
PAGE = ROOT / "docs" / "reliability.md"
BEGINS, ENDS = "<!-- figures of fuzzing -->", "<!-- end of the figures of fuzzing -->"
ROUND = 200
"""Inputs in a round; a round begins with a seed of its own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one part: inputs tried, seconds taken, and the faults found, each with its smallest input."""

    part: str
    tried: int
    seconds: float
    faults: dict[str, Any]


def fault_of(error: BaseException) -> str:
    """The kind of error and the line that raised it, the same for every input that shows the same fault."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, {last.name}: {last.line}"


def fuzz(
    name: str,
    inputs: SearchStrategy[Any],
    check: Callable[[Any], None],
    *,
    seconds: float,
    seed: int,
    in_a_round: int = ROUND,
) -> Outcome:
    """Tries inputs until the time is over; each new fault is made small before the next is looked for."""
    import hypothesis

    faults: dict[str, Any] = {}
    failing: dict[str, Any] = {}
    tried = 0
    until = time.monotonic() + seconds

    def attempt(given: Any) -> None:
        nonlocal tried
        if tried and not failing and time.monotonic() > until:
            return
        tried += 1
        try:
            check(given)
        except Exception as error:
            fault = fault_of(error)
            if fault not in faults:
                failing[fault] = given
                raise

    settings = hypothesis.settings(
        max_examples=in_a_round, database=None, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    while time.monotonic() < until:
        failing.clear()
        try:
            hypothesis.seed(seed)(settings(hypothesis.given(inputs)(attempt)))()
        except Exception:
            if not failing:
                raise
            faults.update(failing)
        seed += 1
    return Outcome(name, tried, seconds, faults)


def keep(outcome: Outcome, corpus: Path = CORPUS) -> list[Path]:
    """Writes each fault's input into the corpus; the files that are new."""
    new = []
    for fault, given in outcome.faults.items():
        content = json.dumps({"part": outcome.part, "found": fault, "input": given}, ensure_ascii=True, indent=1) + "\n"
        path = corpus / f"{outcome.part}-{hashlib.sha256(repr(given).encode()).hexdigest()[:12]}.json"
        if not path.exists():
            corpus.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
            new.append(path)
    return new


def table(outcomes: Iterable[Outcome], day: date, corpus: Path = CORPUS) -> str:
    """The figures as the page shows them."""
    kept = [json.loads(path.read_text(encoding="utf-8"))["part"] for path in sorted(corpus.glob("*.json"))]
    rows = "".join(
        f"| {one.part} | {one.tried:,} | {one.seconds / 60:.1f} | {len(one.faults)} | {kept.count(one.part)} |\n"
        for one in outcomes
    )
    return (
        f"The last run, on {day.day} {day:%B %Y}, one process on a core that other programs used too:\n\n"
        "| part | inputs | minutes | faults found | inputs kept in `tests/fuzz_corpus` |\n"
        f"|---|---:|---:|---:|---:|\n{rows}"
    )


def main(arguments: Sequence[str]) -> int:
    """Fuzz every part for an equal share of the time; 0 where nothing was found, 1 where something was."""
    from fuzz_parts import PARTS

    parser = argparse.ArgumentParser(description="Look for inputs that break the program.")
    parser.add_argument("--minutes", type=float, required=True, help="Time for all parts together.")
    parser.add_argument("--part", choices=[part.name for part in PARTS], help="Only this part.")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="Where to begin; default: the time.")
    parser.add_argument("--write", action="store_true", help="Put the figures on docs/reliability.md.")
    asked = parser.parse_args(arguments)
    parts = [part for part in PARTS if asked.part in (None, part.name)]
    outcomes = []
    for part in parts:
        outcome = fuzz(part.name, part.inputs, part.check, seconds=asked.minutes * 60 / len(parts), seed=asked.seed)
        outcomes.append(outcome)
        print(f"{part.name}: {outcome.tried:,} inputs in {outcome.seconds:.0f} s, {len(outcome.faults)} faults")
        for fault in outcome.faults:
            print(f"    {fault}")
        for path in keep(outcome):
            print(f"    kept {path.relative_to(ROOT)}")
    if asked.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
        after = rest.partition(ENDS)[2]
        shown = table(outcomes, datetime.now(UTC).date())
        PAGE.write_text(f"{before}{BEGINS}\n{shown}{ENDS}{after}", encoding="utf-8", newline="\n")
    return int(any(outcome.faults for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
