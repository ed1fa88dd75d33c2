"""Measure reading and comparing on the project's own gold, and write docs/accuracy.md.

    python scripts/accuracy.py                    figures of tests/gold; other sections stay as they are
    python scripts/accuracy.py --apart FOLDER     also on gold in the same form that is kept apart
    python scripts/accuracy.py --raise-floors     also put the floors of tests/gold/floors.toml up to today's figures

Where quantulum3 can be imported, it is read beside. It is not among the project's requirements:

    pip install --target /tmp/quantulum3 quantulum3==0.10.0
    PYTHONPATH=/tmp/quantulum3 python scripts/accuracy.py
"""

from __future__ import annotations

import argparse
import os
import tomllib
from pathlib import Path

from scoring import beside, page
from scoring.floors import below, raised, read_floors, write_floors
from scoring.gold import read_gold
from scoring.left_out import LeftOut
from scoring.marks import compare_all, marks_of_comparing, marks_of_reading
from scoring.sets import GOLD, headlines, own_gold

PAGE = GOLD.parent.parent / "docs" / "accuracy.md"
OWN, APART = "On the project's own gold", "On {} further incidents kept apart"
HEAD = """\
# Accuracy

Written by `python scripts/accuracy.py` (its help says how the sections on quantulum3 and on incidents kept apart are
measured again); do not edit by hand. `tests/test_gold_gate.py` keeps every measure above a floor, and refuses to lower
a floor.

## What the figures are worth

The gold is small, and the project composed it: fictional organisations, the shapes of real statements. It was composed
by somebody who had seen its conventions (`tests/gold/README.md`) and not the code, and committed before any run on it.
The *first run* is therefore the honest figure for text that nobody here has seen; today's figures are what is left
after its mistakes were looked at and rules were changed, and promise less than they show. With a few dozen claims in a
row, one claim more or less moves a figure by some hundredths: look at n. Nothing here says how often a real press
statement is misread; it says how often these are. *Offsets* counts claims and figures whose words stand exactly at
their offsets. Every figure is over all incidents together; the mean by incident stands beside.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--apart", type=Path, help="a folder of gold that is not part of the project")
    parser.add_argument("--raise-floors", action="store_true", help="put the floors up; none is lowered")
    args = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")

    before = PAGE.read_text("utf-8") if PAGE.exists() else ""
    first = tomllib.loads((GOLD / "first_run.toml").read_text("utf-8"))
    statements, incidents = own_gold("statements"), own_gold("incidents")
    read = marks_of_reading(statements)
    compared = compare_all(incidents)
    marks = marks_of_comparing(compared)
    held_out = LeftOut(incidents)
    left_out = held_out.compare(held_out.folds())
    steps = {
        "parts, weights set by hand": marks_of_comparing(held_out.compare(held_out.folds(meaning=False, learnt=False))),
        "and phrase vectors": marks_of_comparing(held_out.compare(held_out.folds(learnt=False))),
        "and weights learnt": marks_of_comparing(left_out),
    }
    calibrated = {"tests/gold/incidents, each left out": left_out}
    sections = [
        page.reading(read, statements, first["statements"], first["commits"]["statements"]),
        page.comparing(
            marks, steps["and weights learnt"], incidents, first["incidents"], first["commits"]["incidents"]
        ),
        page.section("calibration", page.calibration(calibrated)),
        page.ablation(steps),
    ]
    sides = {OWN: statements}
    if args.apart:
        others = read_gold(args.apart)
        sides[APART.format(len(others))] = others
        elsewhere = compare_all(others)
        calibrated["incidents kept apart"] = elsewhere
        sections[2] = page.section("calibration", page.calibration(calibrated))
        sections.append(page.section("apart", page.apart(marks_of_comparing(elsewhere), others)))
    else:
        sections.append(page.kept(before, "apart") or "")
    if beside.is_installed() and args.apart:
        sections.append(page.section("beside", page.side_by_side(sides)))
    else:
        sections.append(page.kept(before, "beside") or "")
    sections.append(page.mistakes({"tests/gold/statements": read, "tests/gold/incidents": marks}))
    text = "\n\n".join(part.strip() for part in (HEAD, *sections) if part.strip())
    PAGE.write_text(f"{text}\n", encoding="utf-8")
    print(f"wrote {PAGE}")

    figures = {"statements": headlines("statements", read), "incidents": headlines("incidents", marks)}
    floors = read_floors(GOLD)
    for sentence in below(floors, figures):
        print(f"below its floor: {sentence}")
    if args.raise_floors and (higher := raised(floors, figures)) != floors:
        write_floors(GOLD, higher)
        print(f"wrote {GOLD / 'floors.toml'}")


if __name__ == "__main__":
    main()
