"""Which claims a reader would miss where they are not made again, and which not."""

from __future__ import annotations

import pytest
from claims_samples import figureless
from vectors_samples import FlatVectors

from comms_tracker.alignment import align
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.claims import extract_claims
from comms_tracker.records import Statement


def missed(*texts: str) -> list[str]:
    """The words of the claims that are reported as dropped, by their figure where they have one.

    Each text has to have a claim, so that one that isn't reported was left alone and not overlooked.
    """
    given = [
        Statement(id=f"s{number}", text=text, organisation="Harbour Ferries", issued=f"2024-03-{number:02d}")
        for number, text in enumerate(texts, start=1)
    ]
    found = extract_claims(given)
    assert [one.text for one, claims in zip(given, found, strict=True) if not claims] == []
    claims = [claim for each in found for claim in each]
    by_id = {claim.id: claim for claim in claims}
    dropped = [by_id[one] for one in align(given, claims, FlatVectors()).dropped]
    return [claim.figure.text if claim.figure else claim.text for claim in dropped]


def test_a_figure_is_missed_only_where_something_is_still_counted() -> None:
    """An answer to a fine counts nothing anew; the denial is missed all the same."""
    told = "The records of 4,100 passengers were copied. No passports were copied."
    assert missed(told, "The regulator intends to fine us £2m. We shall appeal.") == ["No"]
    assert missed(told, "Eleven sailings were cancelled on Friday.") == ["4,100", "No"]


@pytest.mark.parametrize(
    "opening", ["As for the 85 lockers that were forced, they", "Turning to the 85 lockers that were forced, they"]
)
def test_things_that_are_only_named_by_their_number_are_not_missed(opening: str) -> None:
    first, last = "85 lockers were forced.", "Six suitcases were stolen."
    assert missed(first, f"{opening} belonged to 60 travellers.", last) == ["60"]


def test_a_part_of_a_whole_is_not_missed_where_the_whole_is_counted_on() -> None:
    first = "Of model year 2019, 30,000 boilers are affected. About 52,000 boilers in all are affected."
    assert missed(first, "52,600 boilers are affected.") == []


@pytest.mark.parametrize(
    ("assurance", "figure"),
    [
        ("The vast majority of passengers were able to travel.", "The vast majority"),
        ("Most sailings ran on time.", "Most"),
        ("Almost all cabins remained available.", "Almost all"),
    ],
)
def test_an_assurance_about_most_is_missed_where_the_same_things_are_counted_for_harm(
    assurance: str, figure: str
) -> None:
    assert missed(assurance, "340 passengers, 12 sailings and nine cabins were affected.") == [figure]


@pytest.mark.parametrize(
    "remark",
    [
        "Spring does not come twice.",
        "Nobody had updated the timetable.",
        "Travellers do not need to reply.",
    ],
)
def test_a_denial_of_no_harm_is_not_missed(remark: str) -> None:
    assert figureless(remark) == [remark.rstrip(".")]
    assert missed(f"Forty cabins were flooded. {remark}", "Forty-two cabins were flooded.") == []


def test_how_fast_or_how_large_is_said_once_and_not_missed() -> None:
    first = "The tram was travelling at 30 km/h. Eleven passengers were hurt."
    assert missed(first, "Two windows were broken.") == ["Eleven"]


def test_that_a_thing_is_in_order_is_no_news() -> None:
    given = [
        Statement(id="a", text="Eleven cabins were flooded.", organisation="Harbour Ferries", issued="2024-03-01"),
        Statement(
            id="b",
            text="Twelve cabins were flooded. Stocks of blankets are good. The pump was damaged.",
            organisation="Harbour Ferries",
            issued="2024-03-02",
        ),
    ]
    claims = [claim for found in extract_claims(given) for claim in found]
    texts = {claim.id: claim.text for claim in claims}
    assert "Stocks of blankets are good" in texts.values()
    assert [texts[one] for one in align(given, claims, FlatVectors()).added] == ["The pump was damaged"]


def test_a_number_that_is_given_back_points_to_the_nearest_number_of_its_series() -> None:
    texts = ("467 guests were ill.", "452 guests were ill.", "476 guests were ill.")
    given = [Statement(id=f"s{number}", text=text) for number, text in enumerate(texts, start=1)]
    first, second, given_back = (claim for found in extract_claims(given) for claim in found)
    scorer = Scorer((first, second, given_back), FlatVectors())
    assert scorer.restated_original((first, second), given_back) == first


def test_a_number_that_was_told_again_points_back_to_where_it_was_given() -> None:
    texts = (
        "412 guests were ill.",
        "We said that 412 guests were ill.",
        "At first we said that 412 guests were ill.",
    )
    given = [Statement(id=f"s{number}", text=text) for number, text in enumerate(texts, start=1)]
    first, told_again, last = (claim for found in extract_claims(given) for claim in found)
    assert (first.restated, told_again.restated, last.restated) == (False, True, True)
    scorer = Scorer((first, told_again, last), FlatVectors())
    assert scorer.restated_original((first, told_again), last) == first
