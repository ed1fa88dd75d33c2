"""How `comms_tracker.relate` does on pairs of sentences: rows with earlier, later and consistent or contradiction."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import comms_tracker
from comms_tracker.records import Relation

CANNOT_BOTH_BE_CURRENT = frozenset({Relation.CONTRADICTORY, Relation.SUPERSEDED})
BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of a pair, how probable that was held to be, and whether the gold calls it a contradiction."""

    relation: Relation
    probability: float
    contradiction: bool

    @property
    def said(self) -> bool:
        """Whether the answer is that both cannot be current."""
        return self.relation in CANNOT_BOTH_BE_CURRENT


def section(path: Path) -> str:
    """The page's section on the pairs of a JSONL file; raises KeyError where a row lacks a part."""
    found = answers(path)
    hits = sum(one.said and one.contradiction for one in found)
    said, wanted = sum(one.said for one in found), sum(one.contradiction for one in found)
    precision, recall = hits / max(1, said), hits / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    counts = Counter(one.relation.value for one in found)
    named = ", ".join(f"{relation} {count}" for relation, count in counts.most_common())
    return f"""## Relating: {len(found)} pairs of sentences

`comms_tracker.relate` on {path.name}, of which {wanted} pairs contradict: real revisions of encyclopedia sentences
(VitaminC, Schuster, Fisch and Barzilay 2021, https://aclanthology.org/2021.naacl-main.52, CC BY-SA 3.0), pairs with
digits on both sides. `contradictory` and `superseded` count as a contradiction. The weights are learnt from other pairs
of the same collection (`scripts/train_relation.py`); these were only measured on. A rule that compares the numbers of
the two sentences as intervals, without asking what they count, reaches 0.63.

| contradiction | precision | recall | F1 |
| --- | ---: | ---: | ---: |
| {wanted} of {len(found)} | {precision:.3f} | {recall:.3f} | {f1:.3f} |

Answers: {named}.

| probability given | pairs | mean | share right |
| --- | ---: | ---: | ---: |
{reliability(found)}
"""


def answers(path: Path) -> list[Answer]:
    """What `relate` says of each row, in order."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = comms_tracker.relate([(row["earlier"], row["later"]) for row in rows])
    return [
        Answer(one.relation, one.probability, row["label"] == "contradiction")
        for one, row in zip(found, rows, strict=True)
    ]


def reliability(found: list[Answer]) -> str:
    """Rows of a table: in each band of probability how many answers were right."""
    lines = []
    for low, high in pairwise(BANDS):
        here = [one for one in found if low <= one.probability < high or (high == 1.0 == one.probability)]
        if here:
            mean = sum(one.probability for one in here) / len(here)
            right = sum(one.said == one.contradiction for one in here) / len(here)
            lines.append(f"| {low:.1f} to {high:.1f} | {len(here)} | {mean:.3f} | {right:.3f} |")
    return "\n".join(lines)
