"""Figures of an account that was given before: they point back, and what is said now does not."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Basis

POINTING_BACK = [
    ("The trust wrongly announced in March that 57 scans had been missed.", "57 scans had been missed"),
    ("Our notice of 9 March spoke of 214 envelopes.", "Our notice of 9 March spoke of 214 envelopes"),
    ("It had been thought that 30 homes were flooded.", "30 homes were flooded"),
    ("Of the 85 homes mentioned on Tuesday, 20 were never evacuated.", "the 85 homes mentioned on Tuesday"),
    ("At first it was believed that six people were missing.", "six people were missing"),
    ("An earlier version of this page said that 15 clinics were closed.", "15 clinics were closed"),
    ("The total, first reported as 312 passengers, is now 327.", "first reported as 312 passengers"),
    ("We told the inquiry in February that 12 officers had been suspended.", "12 officers had been suspended"),
]
SET_RIGHT = [
    ("48 guests had been treated, and not 37.", ["37"]),
    ("The fee is £40, not £30.", ["£30"]),
    ("Every tenant will get £75 in compensation, up from the £50 we announced last week.", ["£50"]),
    ("The grant is £900, down from the £1,200 we promised in March.", ["£1,200"]),
    ("The grant is £900, we announced last week.", ["£900"]),
    ("The toll has been lowered to 68, from at least 80.", ["from at least 80"]),
    ("There were 48 guests, not all of whom were treated.", []),
]
TOGETHER = [
    ("22 boats sank. We announced 30 last Thursday and then 26 at the weekend.", ["30", "26"]),
    (
        "Of the drums, 84 leaked. I confirmed 90 at the end of January, 88 in March and 86 a fortnight later.",
        ["90", "88", "86"],
    ),
    ("Forty pupils fell ill. We confirmed 12 on Monday and 40 today.", ["12"]),
    ("We confirmed 12 new cases on Monday and 16 on Tuesday.", []),
    ("22 vouchers are left. We gave 30 on Monday and 26 on Wednesday.", []),
]
SAID_NOW = [
    "The council said on Monday that 40 homes were flooded.",
    "The council said in May that 40 homes were flooded.",
    "A spokesman said in a statement that 40 jobs would go.",
    "We gave grants to 40 families in March.",
    "We told 40 families on Monday.",
    "Our review found that 40 files were lost.",
    "The chief executive first said it was early and then spoke of 40 lost files.",
    "We still expect to lose the 40 files that we spoke of on Monday.",
]


@pytest.mark.parametrize(("text", "words"), POINTING_BACK)
def test_a_figure_that_an_earlier_account_gave_points_back(text: str, words: str) -> None:
    assert [claim.text for claim in claims_of(text) if claim.restated] == [words]


@pytest.mark.parametrize("text", SAID_NOW)
def test_a_figure_that_is_said_now_does_not(text: str) -> None:
    assert [claim.text for claim in claims_of(text) if claim.restated] == []


def test_what_is_retold_with_a_figure_is_one_claim() -> None:
    found = claims_of("In our email of 4 April we wrote that about 900 orders were affected.")
    assert [(claim.text, claim.restated) for claim in found] == [("about 900 orders were affected", True)]


def test_a_denial_that_is_retold_is_one_claim() -> None:
    text = "In our letter of 3 April we told parents that no pupil was hurt."
    assert [(claim.text, claim.restated) for claim in claims_of(text)] == [(text.rstrip("."), True)]


@pytest.mark.parametrize(("text", "figures"), SET_RIGHT)
def test_a_figure_that_is_set_right_in_the_same_breath_points_back(text: str, figures: list[str]) -> None:
    assert [claim.figure.text for claim in claims_of(text) if claim.restated and claim.figure] == figures


def test_others_who_are_missing_are_no_increment_but_others_who_were_rescued_are() -> None:
    (missing,) = claims_of("Another 22 people are unaccounted for.")
    (rescued,) = claims_of("Another 22 people were rescued.")
    assert (missing.measure.basis, rescued.measure.basis) == (None, Basis.INCREMENT)


def test_what_is_said_before_a_semicolon_is_not_what_was_believed() -> None:
    text = "Two seals drowned; we had believed on Tuesday that every seal was safe."
    assert [claim.text for claim in claims_of(text) if claim.restated] == ["every seal was safe"]


@pytest.mark.parametrize(("text", "figures"), TOGETHER, ids=[text for text, _ in TOGETHER])
def test_bare_figures_given_one_after_another_all_point_back(text: str, figures: list[str]) -> None:
    assert [claim.figure.text for claim in claims_of(text) if claim.restated and claim.figure] == figures


def test_a_bare_figure_that_is_retold_is_of_what_was_counted_before() -> None:
    now, first, then = claims_of("22 boats sank. We announced 30 last Thursday and 26 two days later.")
    assert {(claim.measure.event, claim.measure.counted) for claim in (now, first, then)} == {("sink", "boat")}
