"""Whether a quotation is what was said: verdicts, every edit, and which of them touch the meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.quotes import Check, EditKind, Touches, Verdict, check, check_against
from comms_tracker.records import Statement

SAID = (
    "We had to turn away a very small number of passengers. Several hundred parcels were also delayed, about 2.5 per "
    "cent of a week’s post. We have no evidence that any crew was hurt. The pier may open on Friday 5 May. "
    "The organisation apologises to Ms Moss for the in-transit losses. Three cranes, all of them old, were destroyed. "
    "The repair cost £3m and took twenty-five days."
)
VERDICTS = [
    ("a very small number of passengers", Verdict.EXACT, ()),
    ("We have no evidence that any crew was hurt,", Verdict.EXACT, ()),
    ("a very small number", Verdict.EXACT, ()),
    ("A very small number of passengers", Verdict.ADJUSTED, ()),
    ("about 2.5% of a week's post", Verdict.ADJUSTED, ()),
    ("The organization apologizes to Ms Moss for the in transit losses", Verdict.ADJUSTED, ()),
    ("3 cranes, all of them old, were destroyed", Verdict.ADJUSTED, ()),
    ("cost £3 million and took 25 days", Verdict.ADJUSTED, ()),
    ("cost £3 billion and took", Verdict.ALTERED, (Touches.FIGURE,)),
    ("Three cranes … were destroyed", Verdict.ADJUSTED, ()),
    ("[The line has] no evidence that any crew was hurt", Verdict.ADJUSTED, ()),
    ("[T]he pier may open on Friday 5 May", Verdict.ADJUSTED, ()),
    ("a very small numbér of passengers", Verdict.ADJUSTED, ()),
    ("apologises", Verdict.FRAGMENT, ()),
    ("small number", Verdict.FRAGMENT, ()),
    ("several hundreds", Verdict.ALTERED, (Touches.FIGURE,)),
    ("a small number of passengers", Verdict.ALTERED, (Touches.FIGURE,)),
    ("We have evidence that any crew was hurt", Verdict.ALTERED, (Touches.FIGURE, Touches.NEGATION)),
    ("The pier will open on Friday", Verdict.ALTERED, (Touches.HEDGE,)),
    ("The pier may open on Monday 5 May", Verdict.ALTERED, (Touches.DATE,)),
    ("apologises to Ms Ross for the", Verdict.ALTERED, (Touches.NAME,)),
    ("about 2.5 miles of a week’s post", Verdict.ALTERED, (Touches.UNIT,)),
    ("Several hundred letters were also delayed", Verdict.ALTERED, (Touches.UNIT,)),
    ("Several hundred parcels were delayed", Verdict.ALTERED, ()),
    ("Several hundred letters", Verdict.ALTERED, (Touches.UNIT,)),
    ("someone saw that any crew was hurt", Verdict.ALTERED, (Touches.FIGURE, Touches.NEGATION)),
    ("Three cranes were destroyed", Verdict.ALTERED, (Touches.FIGURE,)),
    ("we are sorry for what everybody has been through", Verdict.NOT_FOUND, ()),
]


@pytest.mark.parametrize(("quotation", "verdict", "touches"), VERDICTS)
def test_a_quotation_has_its_verdict_and_what_its_edits_touch(
    quotation: str, verdict: Verdict, touches: tuple[Touches, ...]
) -> None:
    found = check(quotation, SAID)
    assert (found.verdict, tuple(each for edit in found.edits for each in edit.touches)) == (verdict, touches)
    assert found.critical == bool(touches)


def test_an_edit_says_what_is_quoted_what_was_said_and_where() -> None:
    found = check("delayed, about 25 per cent", SAID)
    (edit,) = found.edits
    assert (edit.kind, edit.quoted, edit.said, edit.start) == (EditKind.REPLACED, "25", "2.5", 15)
    assert found.start is not None
    assert SAID[found.start : found.end] == "delayed, about 2.5 per cent"


def test_an_ellipsis_that_drops_a_denial_is_critical_though_it_is_marked() -> None:
    found = check("We … expect that the pier opens", "We do not expect that the pier opens.")
    assert (found.verdict, found.critical) == (Verdict.ADJUSTED, True)


def test_the_best_of_several_statements_counts_and_is_named() -> None:
    first = Statement(id="first", text="Several hundreds of parcels were late.")
    second = Statement(id="second", text=SAID)
    assert check_against("several hundreds of parcels", [first, second]).statement == "first"
    assert check_against("Several hundred parcels", [first, second]) == check("Several hundred parcels", SAID, "second")


def test_a_long_statement_is_searched_to_its_end() -> None:
    text = "The ferries sailed as on any other day of the year. " * 300 + SAID
    assert check("Three cranes, all of them old", text).verdict is Verdict.EXACT
    assert check("Four cranes, all of them old", text).critical


def test_a_statement_without_words_holds_no_quotation() -> None:
    assert check("We are sorry", "—") == Check(Verdict.NOT_FOUND)


@given(st.integers(0, 30), st.integers(3, 20))
def test_words_taken_out_as_they_stand_are_never_called_altered(first: int, count: int) -> None:
    words = SAID.split()
    assert check(" ".join(words[first : first + count]), SAID).verdict is Verdict.EXACT


def test_a_very_long_quotation_is_compared_too_and_its_one_changed_figure_is_found() -> None:
    said = " ".join(f"On day {number} the pier was open and nobody was hurt." for number in range(120))
    assert check(said, said).verdict is Verdict.EXACT
    found = check(said.replace("On day 77 ", "On day 78 "), said)
    assert [(edit.quoted, edit.said, edit.critical) for edit in found.edits] == [("78", "77", True)]
