"""Numbers that name a bus, a school year or an emergency line, hours by the words beside them, and ages in words."""

from __future__ import annotations

import pytest
from claims_samples import figures_claimed

from comms_tracker.quantities import read_figures

NO_FIGURES = [
    "I rang at seven in the morning.",
    "The office opens at 8 and closes at 6.",
    "I am at my desk from 7.30.",
    "A test is sent each morning at 4.30.",
    "The 43 bus will stop here; the 61 and 62 buses will not.",
    "Pupils in year 11 and in years 12 and 13 were sent home.",
    "The call to 999 was answered, and so was the next 999 caller.",
    "A child under five was hurt, and a boy of nine.",
    "It is meant for children aged four and over.",
    "Smoke was seen in aisle 12.",
    "A man, 54, and a boy of 12 were hurt.",
    "The dead are a retired teacher, 71, and her daughter, 46.",
    "An elderly woman of 88 was rescued.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_name_an_hour_and_an_age_are_no_quantities(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Prices rose from 7.30 to 8.15 per cent.", ["7.30", "8.15 per cent"]),
        ("The fire started at two farms.", ["two"]),
        ("For every driver, 40 passengers were delayed.", ["every", "40"]),
        ("A fifth of the passengers, 54, were hurt.", ["A fifth", "54"]),
        ("The 43 buses were damaged.", ["43"]),
        ("In year 2 there were 40 cases.", ["40"]),
        ("A family of four was hurt.", ["four"]),
        ("We wrote to 101 homes and to 112 schools.", ["101", "112"]),
        ("Those over 40 miles away were told.", ["over 40 miles"]),
    ],
)
def test_what_is_counted_beside_such_words_is_a_quantity(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in read_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A 12-inch pipe has burst and flooded nine homes.", ["nine"]),
        ("We sent 40 tents and 20-litre cans.", ["40"]),
        ("A 40-tonne spill has closed the road.", ["40-tonne"]),
        ("A three-mile tailback formed.", ["three-mile"]),
    ],
)
def test_a_size_tied_to_its_noun_is_a_claim_where_it_says_how_far_the_matter_reaches(
    text: str, figures: list[str]
) -> None:
    assert figures_claimed(text) == figures
