"""Wear the store out, and say what it bore: figures for docs/reliability.md.

    python scripts/soak.py kill --times 200       kill -9 while statements are added, read again and merged
    python scripts/soak.py write --seconds 60     a long add, a person who decides, and eight readers at one time
    python scripts/soak.py full FOLDER            until the disk is full; FOLDER is on a file system of a few MB
    python scripts/soak.py line --megabytes 5     a text of that size in one line, added by the whole program

The statements are the bundled ones told again with other numbers, read and compared by the whole program once, before
anything is killed: the workers, forked from this process, find what was read in memory. So nearly all of their time is
writing, and none of what they write is made up. A killed process loses nothing that SQLite had handed to the system;
only switching the machine off would test its disk. The exit status is 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from faults.filling import fill
from faults.killing import Blow, kill, tally
from faults.moments import Moment
from faults.one_line import add_line
from faults.samples import bundled_material
from faults.work import JOBS
from faults.writers import outcome_lines, together

STATEMENTS, INCIDENTS = 200, 10
"""Of each run of a worker."""


def main() -> int:
    """Runs what the arguments name and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = parser.add_subparsers(dest="way", required=True)
    killing = ways.add_parser("kill")
    killing.add_argument("--times", type=int, default=200)
    killing.add_argument("--seed", type=int, default=1)
    writing = ways.add_parser("write")
    writing.add_argument("--seconds", type=float, default=60.0)
    filling = ways.add_parser("full")
    filling.add_argument("folder", type=Path)
    lining = ways.add_parser("line")
    lining.add_argument("--megabytes", type=float, default=5.0)
    chosen = parser.parse_args()
    if chosen.way == "kill":
        return kills(chosen.times, chosen.seed)
    if chosen.way == "line":
        return lines(chosen.megabytes)
    return writes(chosen.seconds) if chosen.way == "write" else fills(chosen.folder)


def kills(times: int, seed: int) -> int:
    """Kills workers and prints where the kills fell and what was wrong after them."""
    started = time.monotonic()
    material = bundled_material(STATEMENTS, INCIDENTS)
    blows: list[Blow] = []
    with tempfile.TemporaryDirectory(prefix="comms-tracker-soak-") as folder:
        jobs = [job(material) for job in JOBS]
        for blow in kill(jobs, Path(folder), times, random.Random(seed)):
            blows.append(blow)
            for wrong in blow.wrong:
                print(f"{blow.job}, {blow.moment}: {wrong}", flush=True)
            if len(blows) % 20 == 0:
                print(f"{len(blows)} of {times} kills, {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    print(f"{times} kills, seed {seed}, on runs of {STATEMENTS} statements in {INCIDENTS} incidents")
    for name in [job.name for job in JOBS]:
        fell = tally([blow for blow in blows if blow.job == name])
        print(f"{name}: " + ", ".join(f"{fell[moment]} {moment}" for moment in Moment))
    fell = tally(blows)
    print("all: " + ", ".join(f"{fell[moment]} {moment}" for moment in Moment))
    print(f"incidents reported as done before a kill: {sum(blow.reported for blow in blows)}, all of them there after")
    bad = sum(bool(blow.wrong) for blow in blows)
    print(f"stores with anything wrong: {bad}; took {time.monotonic() - started:.0f} s")
    return int(bad > 0)


def writes(seconds: float) -> int:
    """Has many write and read one store, and prints what each did and what was lost."""
    with tempfile.TemporaryDirectory(prefix="comms-tracker-soak-") as folder:
        outcome = together(Path(folder), seconds)
    print("\n".join(outcome_lines(outcome)))
    return int(bool(outcome.wrong))


def fills(folder: Path) -> int:
    """Fills the disk and prints what was said and what was lost."""
    filled = fill(folder)
    print(f"{filled.before} statements added until the disk was full, {filled.after} more with room again")
    print(f"said: {filled.said}")
    print(f"lost writes and problems found: {len(filled.wrong)}")
    print("\n".join(filled.wrong), end="")
    return int(bool(filled.wrong))


def lines(megabytes: float) -> int:
    """Adds one long line and prints what it took and what was wrong."""
    with tempfile.TemporaryDirectory(prefix="comms-tracker-soak-") as folder:
        added = add_line(Path(folder), megabytes)
    print(f"{added.characters:,} characters in one line: {added.seconds:.0f} s of processor time, at most ", end="")
    print(f"{added.memory_mb:.0f} MB of memory; problems found: {len(added.wrong)}")
    print("\n".join(added.wrong), end="")
    return int(bool(added.wrong))


if __name__ == "__main__":
    sys.exit(main())
