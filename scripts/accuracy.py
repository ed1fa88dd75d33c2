"""Measure reading and comparing on the project's own gold, and write docs/accuracy.md.

    python scripts/accuracy.py                    figures of tests/gold; other sections stay as they are
    python scripts/accuracy.py --apart FOLDER     also on gold in the same form that is kept apart
    python scripts/accuracy.py --pairs FILE       also `relate` on pairs of sentences
    python scripts/accuracy.py --raise-floors     also put the floors of tests/gold/floors.toml up to today's figures

Where quantulum3 can be imported, it is read beside. It is not among the project's requirements:

    pip install --target /tmp/quantulum3 quantulum3==0.10.0
    PYTHONPATH=/tmp/quantulum3 python scripts/accuracy.py
"""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from scoring import app_figures, beside, page, pairs, quotations
from scoring.calibration import links, ways
from scoring.floors import Floors, below, raised, read_floors, write_floors
from scoring.left_out import LeftOut
from scoring.marked import found_in, read_marked
from scoring.runs import compare_all, marks_of_reading
from scoring.sets import GOLD, headlines, own_gold

from comms_tracker.encoder import MemoryVectors
from comms_tracker.scoring.gold import GoldIncident, read_gold
from comms_tracker.scoring.marks import Marks, marks_of_comparing

ROOT = GOLD.parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
APP = ROOT / "comms_tracker" / "app" / "accuracy.toml"
LEARNT = ("incidents", "further")
UNLEARNT = ("later", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
"""The sets of comparing that weights are learnt from, and those that they are not."""
OWN, APART = "On the project's own gold", "On {} incidents kept apart"
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
    parser.add_argument("--pairs", type=Path, help="a file of pairs for `relate`, as scripts/train_relation.py takes")
    parser.add_argument("--raise-floors", action="store_true", help="put the floors up; none is lowered")
    args = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")

    statements = own_gold("statements")
    read = marks_of_reading(statements)
    compared = Sets({name: own_gold(name) for name in LEARNT})
    unlearnt = {name: (gold, marks_of_comparing(compare_all(gold))) for name in UNLEARNT for gold in [own_gold(name)]}
    before = PAGE.read_text("utf-8") if PAGE.exists() else ""
    sections = [
        *own_sections(statements, read, compared, unlearnt),
        *sections_elsewhere(before, statements, compared, args.apart, args.pairs),
        page.mistakes(
            {
                "tests/gold/statements": read,
                **{f"tests/gold/{name}": compared.today.within(gold) for name, gold in compared.sets.items()},
                **{f"tests/gold/{name}": marks for name, (_, marks) in unlearnt.items()},
            }
        ),
    ]
    text = "\n\n".join(part.strip() for part in (HEAD, *sections) if part.strip())
    PAGE.write_text(f"{text}\n", encoding="utf-8")
    print(f"wrote {PAGE}")
    judged, _ = links(compared.without)
    APP.write_text(app_figures.text(compared.left_out, judged, len(compared.without)), encoding="utf-8")
    print(f"wrote {APP}")

    figures = {"statements": headlines("statements", read)}
    figures |= {name: headlines(name, compared.today.within(gold)) for name, gold in compared.sets.items()}
    figures |= {name: headlines(name, marks) for name, (_, marks) in unlearnt.items()}
    told_of_floors(figures, args.raise_floors)


def own_sections(
    statements: Sequence[GoldIncident],
    read: Marks,
    compared: Sets,
    unlearnt: Mapping[str, tuple[Sequence[GoldIncident], Marks]],
) -> list[str]:
    """What is measured on the project's own gold: reading, then comparing set by set."""
    first, marked = first_runs(), read_marked(GOLD / "marked")
    return [
        page.reading(read, statements, first["statements"]),
        "## Comparing\n\n" + page.COMPARING,
        *(
            page.comparing(name, compared.today.within(gold), compared.left_out.within(gold), gold, first[name])
            for name, gold in compared.sets.items()
        ),
        *(page.comparing(name, marks, marks, gold, first[name]) for name, (gold, marks) in unlearnt.items()),
        page.far_apart(len(marked), found_in(marked, MemoryVectors())),
        page.together(compared.today, compared.left_out, compared.sets, compared.sets["further"]),
    ]


def sections_elsewhere(
    before: str, statements: Sequence[GoldIncident], compared: Sets, folder: Path | None, pairs_file: Path | None
) -> list[str]:
    """Quotations, calibration, what each part adds, and what is measured on other texts.

    What this run does not measure stays as it is in the page ``before``: incidents of a ``folder`` kept apart, pairs of
    sentences, and another reader beside.
    """
    reliability = {"tests/gold/incidents and tests/gold/further, each left out": compared.without}
    elsewhere, beside_gold = page.kept(before, "apart"), None
    if folder is not None:
        others = read_gold(folder)
        there = compare_all(others)
        reliability["Incidents kept apart"] = there
        elsewhere = page.section("apart", page.apart(marks_of_comparing(there), others))
        beside_gold = {OWN: statements, APART.format(len(others)): others}
    measured = page.section("pairs", pairs.section(pairs_file)) if pairs_file else page.kept(before, "pairs")
    readers = page.kept(before, "beside")
    if beside_gold is not None and beside.is_installed():
        readers = page.section("beside", page.side_by_side(beside_gold))
    return [
        quotations.section(),
        page.calibration(ways(compared.folds, compared.without), reliability),
        page.ablation(compared.steps()),
        *(part for part in (elsewhere, measured, readers) if part is not None),
    ]


def told_of_floors(figures: Floors, raise_them: bool) -> None:
    """Print what is below its floor, and put the floors up where that is asked for."""
    floors = read_floors(GOLD)
    for sentence in below(floors, figures):
        print(f"below its floor: {sentence}")
    if raise_them and (higher := raised(floors, figures)) != floors:
        write_floors(GOLD, higher)
        print(f"wrote {GOLD / 'floors.toml'}")


def first_runs() -> dict[str, page.First]:
    """The first run of each set."""
    data = tomllib.loads((GOLD / "first_run.toml").read_text("utf-8"))
    return {name: page.First(data[name], commit) for name, commit in data["commits"].items()}


class Sets:
    """The sets of comparing, compared as the product stands and with each incident left out of what is learnt."""

    def __init__(self, sets: Mapping[str, Sequence[GoldIncident]]) -> None:
        self.sets = sets
        self.held_out = LeftOut([gold for of in sets.values() for gold in of])
        self.today = marks_of_comparing(compare_all(self.held_out.incidents))
        self.folds = self.held_out.folds()
        self.without = self.held_out.compare(self.folds)
        self.left_out = marks_of_comparing(self.without)

    def steps(self) -> dict[str, Marks]:
        """What decides, part by part, each with incidents left out."""
        words = self.held_out.folds(meaning=False, learnt=False)
        return {
            "parts, weights set by hand": marks_of_comparing(self.held_out.compare(words)),
            "and phrase vectors": marks_of_comparing(self.held_out.compare(self.held_out.folds(learnt=False))),
            "and weights learnt": self.left_out,
        }


if __name__ == "__main__":
    main()
