"""An average, the most and the whole; a difference and a level; a part and its sum: figures that never meet."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.alignment.days import other_moments
from comms_tracker.alignment.standings import stand_apart
from comms_tracker.records import Claim

APART = [
    ("Buses were late by an average of 12 minutes.", "Buses were late by up to 40 minutes.", "an average"),
    ("On average, callers waited 14 minutes.", "Callers waited up to 50 minutes.", "an average"),
    ("The average wait was 48 minutes.", "The longest wait was 48 minutes.", "an average"),
    ("Savers were overcharged by £42 on average.", "Savers were overcharged by £97,000 in total.", "an average"),
    ("Attendance has risen by 6 per cent.", "Attendance has risen to 94 per cent.", "how much more"),
    ("Our profit will be about £20m lower than planned.", "Our profit will be about £20m.", "how much more"),
    (
        "The closures affect 120 jobs in Hull and 80 jobs in Ely, 200 in all.",
        "The closures affect a total of 215 jobs.",
        "a part",
    ),
]
TOGETHER = [
    ("The average wait was 48 minutes.", "The wait was 52 minutes on average."),
    ("About 214 patients waited longer than they should have.", "198 patients waited longer than they should have."),
    ("Giving fell by 20 per cent.", "There was a fall of 20 per cent in giving."),
    ("The fire has cost £3m.", "The fire has cost more than £4m."),
    ("The closures affect 120 jobs in Hull.", "The closures affect 130 jobs in Hull."),
]


def first(text: str) -> Claim:
    return next(claim for claim in claims_of(text) if claim.figure is not None)


@pytest.mark.parametrize(("then", "now", "why"), APART)
def test_figures_of_another_standing_are_kept_apart(then: str, now: str, why: str) -> None:
    reason = stand_apart(first(then), first(now))
    assert reason is not None
    assert why in reason
    assert stand_apart(first(now), first(then)) == reason


@pytest.mark.parametrize(("then", "now"), TOGETHER)
def test_figures_of_one_standing_may_meet(then: str, now: str) -> None:
    assert stand_apart(first(then), first(now)) is None


@pytest.mark.parametrize(
    ("then", "now", "other"),
    [
        ("The bridge will reopen on 14 May.", "The bridge will reopen on 2 June.", True),
        ("The line will reopen by 6pm.", "The line will reopen by 9.30pm.", True),
        ("Smoke was reported at 02:40.", "Smoke was reported at 02:15.", True),
        ("Smoke was reported at 2.40pm.", "Smoke was reported at 14:40.", False),
        ("The fault was found on Monday.", "The fault was found on Thursday.", True),
        ("The pool will be closed until March.", "The pool will be closed until June.", True),
        ("The breach began on 3 March.", "The breach began between 26 February and 3 March.", False),
        ("The bridge will reopen on 14 May.", "The bridge will reopen on Thursday, 14 May.", False),
        ("The bridge may be closed.", "The bridge may be closed until June.", False),
    ],
)
def test_what_is_said_of_two_days_or_hours_is_not_one_thing(then: str, now: str, other: bool) -> None:
    a, b = (claims_of(text)[0] for text in (then, now))
    assert other_moments(a, b) is other
