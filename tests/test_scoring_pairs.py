"""docs/accuracy.md: what `relate` makes of pairs of sentences, counted."""

from __future__ import annotations

import json
from pathlib import Path

from scoring.pairs import answers, section

ROWS = [
    ("The fire killed 12 people.", "The fire killed 19 people.", "contradiction"),
    ("More than 40 trams ran.", "46 trams ran.", "consistent"),
]


def test_pairs_are_counted_by_what_cannot_both_be_current(folder: Path) -> None:
    file = folder / "pairs.jsonl"
    rows = (json.dumps({"id": "1", "earlier": a, "later": b, "label": label}) for a, b, label in ROWS)
    file.write_text("\n".join(rows), encoding="utf-8")
    assert [(one.said, one.contradiction) for one in answers(file)] == [(True, True), (False, False)]
    assert "| 1 of 2 | 1.000 | 1.000 | 1.000 |" in section(file)
