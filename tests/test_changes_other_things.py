"""Two numbers of different things, wholes or times are set side by side; none is called more, less or the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changes_samples import change, exact, per_cent, says, under

from comms_tracker.comparison import compare
from comms_tracker.records import Basis, Certainty, ChangeKind, Claim, Figure, Relation, Statement


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
        "the number is the same, but may not be of the same things.",
    )


def test_fewer_customers_than_accounts_are_no_lower_figure_of_either() -> None:
    then = says("6,000 accounts were opened", exact("6,000", 6000), event="reach", counted="account")
    now = says("the details of 4,800 customers", exact("4,800", 4800), event="reach", counted="customer")
    found = change(then, now)
    assert (found.relation, found.direction, found.ratio) == (Relation.NOT_COMPARABLE, None, None)
    assert found.explanation == (
        "The earlier statement gives 6,000 accounts, the later one 4,800 customers; these may be other things."
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


def test_the_same_count_under_a_wider_name_is_the_same_figure() -> None:
    then = says("29 callers hung up", exact("29", 29), event="hang up", counted="caller")
    now = says("the 29 applicants who hung up", exact("29", 29), event="hang up", counted="applicant")
    assert told(then, now)[0] is Relation.CONSISTENT


def test_two_quarters_are_two_times_though_neither_is_dated() -> None:
    then = says("Sales fell 3 per cent in the first quarter", per_cent("3 per cent", 3), event="fall", counted="sale")
    now = says("Sales fell 5 per cent in the second quarter", per_cent("5 per cent", 5), event="fall", counted="sale")
    assert told(then, now) == (
        Relation.NOT_COMPARABLE,
        "The earlier statement gives 3 per cent, the later one 5 per cent. "
        "They count on a different basis or over a different time, so no ratio is given.",
    )


def test_what_happened_in_two_months_is_not_told_as_one_count_that_rose() -> None:
    then = says("40 flights in March", exact("40", 40), counted="flight", period="2026-03-01/2026-03-31")
    now = says("60 flights in April", exact("60", 60), counted="flight", period="2026-04-01/2026-04-30")
    assert told(then, now)[0] is Relation.NOT_COMPARABLE
    waiting = [replaced(claim, "are still waiting") for claim in (then, now)]
    assert told(*waiting)[0] is Relation.SUPERSEDED


def replaced(claim: Claim, words: str) -> Claim:
    return replace(claim, text=f"{claim.text} {words}")


def test_a_bound_that_shuts_its_number_out_and_that_number_are_not_said_to_hold_both() -> None:
    then, now = says("300 cuts", exact("300", 300)), says("fewer than 300 cuts", under("fewer than 300", 300))
    assert told(then, now)[1] == "300 operations became “fewer than 300”; both name one number."


def test_a_sum_of_what_is_planned_does_not_run_on_and_a_sum_of_what_has_come_does() -> None:
    then = says("It affects 200 jobs in all", exact("200", 200), event="affect", counted="job", basis=Basis.TOTAL)
    now = says("It affects 215 jobs in all", exact("215", 215), event="affect", counted="job", basis=Basis.TOTAL)
    assert change(then, now).kind is ChangeKind.REVISED_UP
    come = [replace(claim, text=claim.text.replace("It affects", "We lost")) for claim in (then, now)]
    come = [replace(claim, figure=replace(claim.figure, start=8, end=11)) for claim in come if claim.figure]
    assert change(*come).kind is ChangeKind.PROGRESSED


def test_two_days_are_not_the_same_said_in_other_words() -> None:
    then = says("The breach took place on 3 March", event="breach", counted="breach")
    now = says("The breach took place between 26 February and 3 March", event="breach", counted="breach")
    assert told(then, now)[1] == (
        "The earlier statement says “The breach took place on 3 March”, the later one "
        "“The breach took place between 26 February and 3 March”; the days or hours differ."
    )


def test_what_is_put_off_to_another_hour_has_moved_on() -> None:
    then = says("The line will reopen by 6pm", event="reopen", counted="line", certainty=Certainty.FORECAST)
    now = says("The line will reopen by 9pm", event="reopen", counted="line", certainty=Certainty.FORECAST)
    found = change(then, now)
    assert (found.kind, found.relation) == (ChangeKind.PROGRESSED, Relation.SUPERSEDED)


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        (
            "31 pupils and 4 teachers fell ill after the trip.",
            "35 people fell ill after the trip.",
            "35 people is what the earlier figures come to: “31 pupils and 4 teachers fell ill after the trip”.",
        ),
        (
            "Officers arrested 14 people on Saturday and 6 on Sunday.",
            "A total of 20 people were arrested over the weekend.",
            "20 people is what the earlier figures come to: “Officers arrested 14 people on Saturday and 6 on Sunday”.",
        ),
    ],
)
def test_what_the_earlier_figures_come_to_is_no_higher_figure(then: str, now: str, told: str) -> None:
    given = [Statement(id=str(place), text=text) for place, text in enumerate((then, now))]
    first = next(one for one in compare(given).changes if one.earlier is not None and one.later is not None)
    assert (first.kind, first.relation, first.explanation) == (ChangeKind.UNCHANGED, Relation.CONSISTENT, told)


def test_a_rise_that_the_earlier_figures_do_not_come_to_is_one() -> None:
    given = [
        Statement(id="a", text="31 pupils and 4 teachers fell ill."),
        Statement(id="b", text="36 pupils fell ill."),
    ]
    assert ChangeKind.REVISED_UP in {one.kind for one in compare(given).changes}


def test_a_third_and_33_per_cent_are_the_same_share() -> None:
    then = says("A third of crops were lost", per_cent("A third", 33.33), event="lose", counted="crop")
    now = says("33 per cent of crops were lost", per_cent("33 per cent", 33), event="lose", counted="crop")
    assert change(then, now).kind is ChangeKind.UNCHANGED
    later = says("31 per cent of crops were lost", per_cent("31 per cent", 31), event="lose", counted="crop")
    assert change(then, later).kind is ChangeKind.REVISED_DOWN


def test_money_that_has_been_raised_adds_up_with_time() -> None:
    then = says("The appeal has raised £1.1m", exact("£1.1m", 1.1e6, "GBP"), event="raise", counted="appeal")
    now = says("The appeal has raised £1.4m", exact("£1.4m", 1.4e6, "GBP"), event="raise", counted="appeal")
    assert change(then, now).kind is ChangeKind.PROGRESSED
