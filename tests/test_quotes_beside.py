"""A quotation and the statement's words side by side: the whole of both, with what differs marked in each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_word_is_marked_where_it_was_left_out_and_not_within_another_one_before_it() -> None:
    said = "We had to turn away a very small number of boats."
    found = check("had to turn away very small number of boats", said)
    (edit,) = found.edits
    assert beside("had to turn away very small number of boats", said, found) == Beside(
        (Run("had to turn away "), Run("", edit), Run("very small number of boats")),
        (Run("had to turn away "), Run("a", edit), Run(" very small number of boats")),
    )


def test_where_the_quotation_has_more_the_other_side_is_marked_at_the_same_place() -> None:
    said = "We are sorry for all of it."
    found = check("We are so very sorry for all of it", said)
    (edit,) = found.edits
    assert beside("We are so very sorry for all of it", said, found) == Beside(
        (Run("We are "), Run("so very", edit), Run(" sorry for all of it")),
        (Run("We are "), Run("", edit), Run("sorry for all of it")),
    )


LONGER = (
    "Several hundred crossings were cancelled on Friday because the pier at Holm was shut. A crane had to be taken "
    "away and a new one put up. We do not expect any more of it this month, and thank everybody who had to wait."
)
WORDS = LONGER.split()


@given(st.integers(1, len(WORDS) - 2))
def test_any_word_that_is_left_out_is_marked_in_its_own_place(place: int) -> None:
    quotation = " ".join(WORDS[:place] + WORDS[place + 1 :])
    (gone,) = [run for run in beside(quotation, LONGER, check(quotation, LONGER)).said if run.edit]
    start = len(" ".join(WORDS[:place])) + 1
    assert gone.edit is not None
    assert (gone.edit.said_start, gone.text) == (start, WORDS[place].rstrip(".,"))


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
        assert [run.text for run in sides.said if run.edit] == [
            run.edit.said for run in sides.said if run.edit is not None
        ]
        marks += len(marked(sides.said))
    assert marks > 100
