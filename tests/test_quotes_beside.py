"""A quotation and the statement's words side by side: the whole of both, with what differs marked in each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comms_tracker.quotes import check
from comms_tracker.quotes.beside import Beside, Run, beside

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "gold" / "articles" / "fidelity.jsonl").read_text("utf-8").splitlines()
]
SAID = "Several hundred crossings were cancelled on Friday. We do not expect any more this month."


def marked(runs: tuple[Run, ...]) -> list[str]:
    """The runs that differ."""
    return [run.text for run in runs if run.edit is not None]


@pytest.mark.parametrize(
    ("quotation", "quoted", "said"),
    [
        ("Several hundreds crossings were cancelled", ["hundreds"], ["hundred"]),
        ("We do expect any more this month", [""], ["not"]),
        ("several hundred crossings were cancelled on Friday", ["several"], ["Several"]),
        ("Several hundred crossings were cancelled", [], []),
    ],
)
def test_what_differs_is_marked_on_both_sides(quotation: str, quoted: list[str], said: list[str]) -> None:
    sides = beside(quotation, SAID, check(quotation, SAID))
    assert (marked(sides.quoted), marked(sides.said)) == (quoted, said)


def test_words_that_are_not_there_have_no_other_side() -> None:
    words = "Forty buses run instead"
    for said in (SAID, ""):
        assert beside(words, said, check(words, said)) == Beside((Run(words, None),), ())


def test_the_runs_of_each_side_are_the_whole_of_it() -> None:
    marks = 0
    for row in ROWS:
        found = check(row["quotation"], row["statement"])
        sides = beside(row["quotation"], row["statement"], found)
        assert "".join(run.text for run in sides.quoted) == row["quotation"]
        said = "" if found.start is None else row["statement"][found.start : found.end]
        assert "".join(run.text for run in sides.said) == said
        assert len(marked(sides.said)) <= len(found.edits)
        marks += len(marked(sides.said))
    assert marks > 100
