"""Another cause than before is at odds with it; a cause told more closely, or one that may be part of it, is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.changes.causes import NamedCause, named_cause, other_cause
from comms_tracker.comparison import compare
from comms_tracker.records import Change, ChangeKind, Claim, Measure, Polarity, Relation, Statement
from comms_tracker.report.groups import POSSIBLE, grouped


def claim(text: str, **given: object) -> Claim:
    return Claim("c", "s", 0, len(text), text, None, Measure(), **given)  # type: ignore[arg-type]


def change(earlier: str, later: str) -> Change:
    first = Statement("first", earlier, organisation="Ostle Trams", issued="2026-03-02", incident="line")
    second = Statement("second", later, organisation="Ostle Trams", issued="2026-03-09", incident="line")
    (only,) = compare([first, second]).changes
    return only


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The closure was caused by a landslip", "a landslip", "The closure was "),
        ("The delay was due to flooding at the depot", "flooding", "The delay was "),
        ("We put the delay down to icing", "icing", "We put the delay "),
        ("The likely cause of the leak is a worn seal", "a worn seal", "The likely "),
        ("It is thought that a kite triggered the cut-out", "a kite", "triggered the cut-out"),
        ("A worn bearing brought the ride to a halt", "A worn bearing", "brought the ride to a halt"),
        ("A jackknifed trailer was to blame", "A jackknifed trailer", "was to blame"),
    ],
)
def test_a_cause_is_read_with_what_it_caused(text: str, cause: str, effect: str) -> None:
    assert named_cause(text) == NamedCause(cause, effect)


@pytest.mark.parametrize("text", ["The line is open again", "It was caused by this", "This was to blame", ""])
def test_what_names_no_cause_gives_none(text: str) -> None:
    assert named_cause(text) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The stoppage was caused by a landslip", "The stoppage was caused by a rusted bolt"),
        ("The fire was started by a discarded cigarette", "The fire was started by a welder's torch"),
        ("A jackknifed trailer was to blame", "A power surge was to blame"),
        ("The cause was a burst pipe", "The cause was a clerk's sums"),
    ],
)
def test_two_things_that_share_nothing_are_apart(earlier: str, later: str) -> None:
    found = other_cause(claim(earlier), claim(later))
    assert found is not None
    assert found.apart


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The stoppage was caused by a technical fault", "The stoppage was caused by a worn bearing"),
        ("The closure was due to high winds", "The closure was due to the storm"),
        ("The stoppage was caused by a landslip", "The stoppage was partly caused by a rusted bolt"),
        ("The rise in bills was caused by a typing error", "The leak in the yard was caused by a digger"),
    ],
    ids=["a sort only", "one family", "one of several", "of another matter"],
)
def test_what_may_be_part_of_the_other_is_not_apart(earlier: str, later: str) -> None:
    found = other_cause(claim(earlier), claim(later))
    assert found is not None
    assert not found.apart


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (claim("The leak was caused by a burst main"), claim("The leak was caused by the burst main on Mill Road")),
        (claim("It was caused by a landslip"), claim("It was caused by a slip", polarity=Polarity.DENIED)),
        (claim("It was caused by a landslip"), claim("We had said it was caused by a bolt", restated=True)),
        (claim("The line is closed"), claim("The line was closed by a landslip")),
    ],
    ids=["told more closely", "denied", "retold", "no cause before"],
)
def test_no_other_cause_is_seen(earlier: Claim, later: Claim) -> None:
    assert other_cause(earlier, later) is None


@given(st.text(max_size=120))
def test_nothing_is_another_cause_than_itself(text: str) -> None:
    assert other_cause(claim(text), claim(text)) is None


def test_another_cause_is_at_odds_with_the_one_before() -> None:
    found = change("The stoppage was caused by a landslip.", "The stoppage was caused by a software error.")
    assert (found.kind, found.relation) == (ChangeKind.CONTRADICTED, Relation.SUPERSEDED)
    assert found.explanation == (
        "The earlier statement names “a landslip” as the cause, the later one “a software error”. "
        "No word in the later statement acknowledges the change."
    )


def test_a_cause_that_may_be_part_of_the_other_is_neither_a_change_nor_the_same() -> None:
    found = change("The fire was caused by an electrical fault.", "The fire was caused by a heater in the staff room.")
    assert (found.kind, found.relation) == (ChangeKind.UNCHANGED, Relation.NOT_COMPARABLE)
    assert found.explanation == (
        "The earlier statement names “an electrical fault” as the cause, the later one “a heater”; "
        "one may be a part of the other, or of another matter."
    )
    shown = grouped([found])
    assert (shown.groups, shown.unchanged) == (((POSSIBLE, (found,)),), 0)


def test_the_same_cause_told_more_closely_is_unchanged() -> None:
    found = change("The leak was caused by a burst main.", "The leak was caused by the burst main on Mill Road.")
    assert (found.kind, found.says_the_same) == (ChangeKind.UNCHANGED, True)
