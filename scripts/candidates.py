"""Print what the index of candidates (comms_tracker/alignment/candidates.py) leaves to weigh on the project's gold.

    python scripts/candidates.py

A pair of claims that have nothing in common is not weighed. Every link that weighing all pairs makes has to be made
without them, and what is left out has to stay below the probability from which a link could come.
"""

from __future__ import annotations

from scoring.candidates import LeftToWeigh, left_to_weigh
from scoring.sets import STAGES, own_gold

from comms_tracker.alignment.model import OPEN
from comms_tracker.encoder import MemoryVectors
from comms_tracker.scoring.verdicts import READING

HEAD = ("set", "pairs", "weighed", "most of others", "links", "lost", "recall", "gold", "together", "refused")


def main() -> None:
    vectors = MemoryVectors()
    print(" | ".join(HEAD))
    for name, stages in STAGES.items():
        if stages != READING:
            print(" | ".join(row(name, left_to_weigh(own_gold(name), vectors))))
    print(
        f"Recall: links by weighing candidates over links by weighing every pair. A pair under {OPEN[0]} by words is\n"
        "no link. Of the gold's links of one measure with both claims read (gold), those whose claims are candidates\n"
        "(together), and those that a rule keeps apart whether weighed or not (refused)."
    )


def row(name: str, found: LeftToWeigh) -> tuple[str, ...]:
    """A set under ``HEAD``."""
    recall = 1 - found.lost / found.links
    return (
        name,
        f"{found.pairs:,}",
        f"{found.weighed / found.pairs:.0%}",
        f"{found.most:.3f}",
        str(found.links),
        str(found.lost),
        f"{recall:.3f}",
        str(found.gold),
        str(found.together),
        str(found.refused),
    )


if __name__ == "__main__":
    main()
