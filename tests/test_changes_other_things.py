"""Two numbers of different things, wholes or times are set side by side; none is called more, less or the same."""

from __future__ import annotations

import pytest
from changes_samples import change, exact, per_cent, says

from comms_tracker.records import Basis, ChangeKind, Claim, Figure, Relation


def told(claim: Claim, other: Claim) -> tuple[Relation | None, str]:
    found = change(claim, other)
    return found.relation, found.explanation


def shared(text: str, counted: str) -> Claim:
    return says(text, per_cent("12 per cent", 12), event="move", counted=counted)


def test_one_share_of_two_things_is_not_the_same_figure() -> None:
    then = shared("12 per cent of patients were moved", "patient")
    assert told(then, shared("12 per cent of appointments were moved", "appointment")) == (
        Relation.NOT_COMPARABLE,
        "The earlier statement gives 12 per cent of patients, the later one 12 per cent of appointments; "
        "the number is one, the things are not.",
    )


def test_fewer_customers_than_accounts_are_no_lower_figure_of_either() -> None:
    then = says("6,000 accounts were opened", exact("6,000", 6000), event="reach", counted="account")
    now = says("the details of 4,800 customers", exact("4,800", 4800), event="reach", counted="customer")
    found = change(then, now)
    assert (found.relation, found.direction, found.ratio) == (Relation.NOT_COMPARABLE, None, None)
    assert found.explanation == (
        "The earlier statement gives 6,000 accounts, the later one 4,800 customers; these are different things."
    )


def test_a_number_that_only_points_back_counts_what_was_counted_before() -> None:
    then = says("62 signatures were lost", exact("62", 62), event="lose", counted="signature")
    now = says("55 of them were lost", exact("55", 55), event="lose", counted="envelope")
    assert told(then, now)[1].startswith("62 signatures became 55, which is 7 fewer.")


def test_two_periods_are_set_side_by_side() -> None:
    then = says(
        "30 cases last week", exact("30", 30), counted="case", basis=Basis.PERIOD, period="2026-09-21/2026-09-27"
    )
    now = says(
        "18 cases this week", exact("18", 18), counted="case", basis=Basis.PERIOD, period="2026-09-28/2026-10-04"
    )
    assert told(then, now) == (
        Relation.NOT_COMPARABLE,
        "The earlier statement gives 30 cases, the later one 18. "
        "They count on a different basis or over a different time, so no ratio is given.",
    )


@pytest.mark.parametrize(
    ("then", "now", "kind", "lead"),
    [
        ("Work is 40 per cent complete", "Work is 75 per cent complete", ChangeKind.PROGRESSED, "40 per cent to 75"),
        ("The dam is 62 per cent full", "The dam is 58 per cent full", ChangeKind.PROGRESSED, "62 per cent to 58"),
    ],
)
def test_how_far_a_thing_is_done_or_full_moves_on_and_is_no_share_of_such_things(
    then: str, now: str, kind: ChangeKind, lead: str
) -> None:
    counted = "work" if then.startswith("Work") else "dam"
    first, second = (share_in(text) for text in (then, now))
    found = change(
        says(then, first, event="be", counted=counted, basis=Basis.SHARE),
        says(now, second, event="be", counted=counted, basis=Basis.SHARE),
    )
    assert found.kind is kind
    assert found.explanation == f"The figure has moved on with time, from {lead} per cent: “{now}”."


def share_in(text: str) -> Figure:
    number = next(word for word in text.split() if word.isdigit())
    return per_cent(f"{number} per cent", float(number))


def test_a_share_of_a_customer_base_is_no_share_of_bases() -> None:
    then = says("3 per cent of our customers were hit", per_cent("3 per cent", 3), event="hit", counted="customer")
    now = says("which is 3 per cent of our customer base", per_cent("3 per cent", 3), event="hit", counted="base")
    assert told(then, now) == (Relation.CONSISTENT, "Both statements give 3 per cent of customers.")
