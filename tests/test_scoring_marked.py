"""Incidents whose clauses are marked: how they are read, what counts as found, and that reading keeps its level."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring.marked import Clause, Found, found_in, lines, read_marked

from comms_tracker.encoder import MemoryVectors

FERRY = """\
== ferry
## first statement
We regret that {sailings|12 sailings were cancelled}. {hurt|Nobody was hurt}.
## second statement
By now {sailings|15 sailings have been cancelled}.
## third statement
{sailings|18 sailings were cancelled} and {hurt|two passengers were hurt}.
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    return tmp_path


def test_marks_are_taken_out_and_clauses_stand_at_their_offsets(marked: Path) -> None:
    (ferry,) = read_marked(marked)
    assert [one.text for one in ferry.statements] == [
        "We regret that 12 sailings were cancelled. Nobody was hurt.",
        "By now 15 sailings have been cancelled.",
        "18 sailings were cancelled and two passengers were hurt.",
    ]
    assert [ferry.statements[one.statement].text[one.start : one.end] for one in ferry.clauses] == [
        "12 sailings were cancelled",
        "Nobody was hurt",
        "15 sailings have been cancelled",
        "18 sailings were cancelled",
        "two passengers were hurt",
    ]
    assert ferry.clauses[1] == Clause(0, 43, 58, "hurt")


def test_a_mention_follows_the_last_one_before_it_over_a_statement_that_skips_it(marked: Path) -> None:
    (ferry,) = read_marked(marked)
    first, hurt, second, third, again = ferry.clauses
    assert ferry.mentions() == {(first, second), (second, third), (hurt, again)}


def test_links_between_clauses_of_one_measure_are_right(marked: Path) -> None:
    found = found_in(read_marked(marked), MemoryVectors())
    assert found == Found(clauses=5, met=5, mentions=3, linked=3, links=3, right=3, turned=1, turned_right=1)
    assert lines(found) == [
        "Clauses that a claim covers: 1.000 of 5.",
        "Mentions of a measure linked with the last one before: 1.000 of 3.",
        "Links between marked clauses that are of one measure: 1.000 of 3.",
        "Of those said to contradict or retract: 1 of 1.",
    ]


@pytest.mark.slow
def test_a_fifth_of_the_incidents_is_read_as_well_as_ever(root: Path) -> None:
    incidents = read_marked(root / "tests" / "gold" / "marked")
    assert len(incidents) == 200
    found = found_in(incidents[::5], MemoryVectors())
    assert found.met / found.clauses >= MET
    assert found.right / found.links >= RIGHT


MET, RIGHT = 0.69, 0.6
"""The share of clauses that a claim covers, and of links that are of one measure, less a hundredth or a few."""
