"""How long commands take from nothing, each beside a bare script that loads what it needs, in pairs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from comms_tracker.bench.machine import Machine, this_machine
from comms_tracker.bench.results import Measured, verdict
from comms_tracker.language import model_folder
from comms_tracker.records import Statement

GOAL_COMPARE = 2.0
GOAL_LOOKING = 1.3
ROUNDS = 5
PARSE = """
import json, sys
{before}import spacy
nlp = spacy.load(sys.argv[1], exclude=["ner", "senter"])
for doc in nlp.pipe(json.load(open(sys.argv[2], encoding="utf-8"))):
    pass
"""
NO_TORCH = 'sys.modules["torch"] = None\n'
LOOK = "import sqlite_utils, click"
HELP = ("--help",)
LOOKING = (HELP, ("incidents",), ("changes",), ("search", "operations"))
"""The commands that look at a store, or at nothing."""
HEADINGS = ("from nothing", "seconds", "yardstick", "its seconds", "ratio", "(range)", "goal")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run took: seconds of the clock, and of the processor in all its processes."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Named:
    """What a pair of commands is called, and the goal of their ratio, if any."""

    name: str
    yardstick: str
    goal: float | None


@dataclass(frozen=True, slots=True)
class Timed:
    """A command and its yardstick, timed in pairs; ``goal`` is of the ratio, None where there is none."""

    name: str
    yardstick: str
    goal: float | None
    pairs: tuple[tuple[Taken, Taken], ...]

    @property
    def ratio(self) -> float:
        """Processor seconds of the command over those of its yardstick: the median of the pairs' ratios."""
        return median(ours.processor / bare.processor for ours, bare in self.pairs)

    @property
    def clock_ratio(self) -> float:
        """As ``ratio``, by the clock, which on a busy machine counts what others take in between."""
        return median(ours.clock / bare.clock for ours, bare in self.pairs)

    @property
    def met(self) -> bool:
        """Whether the goal is met, or there is none."""
        return self.goal is None or self.ratio <= self.goal


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of statements, read already, and what there is to say of it."""

    folder: Path
    statements: tuple[Statement, ...]
    about: str


Arguments = Sequence[str]


def measure(cases: Sequence[Case], rounds: int = ROUNDS, tell: Callable[[str], None] = lambda _: None) -> Measured:
    """Times ``compare`` of each case beside spaCy alone on the same texts, and the commands that only look at a store.

    ``tell`` hears how far it is. Raises ValueError where there is no case.
    """
    found: list[Timed] = []
    with tempfile.TemporaryDirectory(prefix="comms-tracker-") as aside:
        for case in cases:
            texts = Path(aside) / "texts.json"
            texts.write_text(json.dumps([each.text for each in case.statements]), encoding="utf-8")
            compare = command("compare", str(case.folder))
            for name, before, goal in (("spaCy", "", GOAL_COMPARE), ("spaCy without torch", NO_TORCH, None)):
                parse = script(PARSE.format(before=before), str(model_folder()), str(texts))
                tell(f"compare {case.folder.name} beside {name}.")
                found.append(timed(Named(f"compare, {case.about}", name, goal), compare, parse, rounds))
        store = str(Path(aside) / "comms.db")
        run(command("add", str(cases[0].folder), "--db", store))
        for words in LOOKING:
            tell(f"{words[0]} beside {LOOK}.")
            ours = command(*words, *(() if words == HELP else ("--db", store)))
            found.append(timed(Named(" ".join(words), LOOK, GOAL_LOOKING), ours, script(LOOK), rounds))
    return measured(found, this_machine())


def timed(named: Named, ours: Arguments, bare: Arguments, rounds: int) -> Timed:
    """Both in turn, once unmeasured so that the files are in memory, then in pairs; who goes first alternates."""
    run(ours)
    run(bare)
    pairs = []
    for number in range(rounds):
        if number % 2:
            second = run(bare)
            pairs.append((run(ours), second))
        else:
            pairs.append((run(ours), run(bare)))
    return Timed(named.name, named.yardstick, named.goal, tuple(pairs))


def command(*words: str) -> list[str]:
    """``comms-tracker`` with these words, as the console script starts it."""
    return [sys.executable, "-c", "from comms_tracker.cli import main; main()", *words]


def script(source: str, *words: str) -> list[str]:
    """A Python of its own that runs the source."""
    return [sys.executable, "-c", source, *words]


def run(arguments: Arguments) -> Taken:
    """What the process took; raises RuntimeError with its last words where it failed."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, env=environment)
    clock = time.perf_counter() - started
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments[:4])} ended with {done.returncode}: {done.stderr[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(clock, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def measured(found: Sequence[Timed], machine: Machine) -> Measured:
    """The timings as data, rows and sentences."""
    data = {
        "machine": asdict(machine),
        "timings": [
            {
                "command": each.name,
                "yardstick": each.yardstick,
                "ratio": round(each.ratio, 3),
                "clock_ratio": round(each.clock_ratio, 3),
                "goal": each.goal,
                "met": each.met,
                "pairs": [
                    [{"clock_s": round(one.clock, 3), "processor_s": round(one.processor, 3)} for one in pair]
                    for pair in each.pairs
                ],
            }
            for each in found
        ],
        "met": all(each.met for each in found),
    }
    rounds = len(found[0].pairs)
    return Measured("cold", data, HEADINGS, tuple(row(each) for each in found), lines(found, rounds, machine))


def row(timing: Timed) -> tuple[str, ...]:
    """One timing under ``HEADINGS``."""
    ratios = [ours.processor / bare.processor for ours, bare in timing.pairs]
    return (
        timing.name,
        f"{median(ours.processor for ours, _ in timing.pairs):.2f}",
        timing.yardstick,
        f"{median(bare.processor for _, bare in timing.pairs):.2f}",
        f"{timing.ratio:.2f}",
        f"{min(ratios):.2f} to {max(ratios):.2f}",
        "" if timing.goal is None else f"at most {timing.goal:g}",
    )


def lines(found: Sequence[Timed], rounds: int, machine: Machine) -> tuple[str, ...]:
    """What stands below the table."""
    judged = [each for each in found if each.goal is not None]
    missed = [each.name for each in judged if not each.met]
    said = f"{verdict(False)} the goal: {', '.join(missed)}" if missed else f"Every ratio {verdict(True)} its goal"
    return (
        f"{said[0].upper()}{said[1:]}.",
        f"Medians of {rounds} paired run{'' if rounds == 1 else 's'}, each after one that is not counted; seconds are "
        f"of processor time. By the clock the ratios were {', '.join(f'{each.clock_ratio:.2f}' for each in found)}.",
        machine.line(),
    )
