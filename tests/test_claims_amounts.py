"""Totals that go on with the sentence before, subjects that "number", sizes and speeds of what happened, averages."""

from __future__ import annotations

import pytest
from claims_samples import claims_of


def figures(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """The figures of a statement's claims: text, unit, event and counted noun."""
    return [
        (one.figure.text, one.figure.unit, one.measure.event, one.measure.counted)
        for one in claims_of(text)
        if one.figure is not None
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Some 310 passengers have complained. The count has reached 355.", ("355", None, "complain", "passenger")),
        ("On Sunday 18 cellars were flooded. The total now stands at 27.", ("27", None, "flood", "cellar")),
        ("Six ferries were cancelled. By dusk the number had risen to 11.", ("11", None, "cancel", "ferry")),
        ("Complaints now number 340.", ("340", None, "complaint", "complaint")),
        ("Homes without power now number 3,200.", ("3,200", None, None, "home")),
    ],
)
def test_a_total_goes_on_with_what_was_counted(text: str, last: tuple[str, str | None, str | None, str | None]) -> None:
    assert figures(text)[-1] == last


@pytest.mark.parametrize("text", ["Please ask for door number 1150.", "The lift serves floors by number 12."])
def test_a_number_that_names_is_no_amount(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The coach was travelling at about 55 mph.", "about 55 mph", "mile/hour"),
        ("The ferry was doing 18 knots when it hit the pier.", "18 knots", "knot"),
        ("The hole is about four metres deep.", "about four metres", "metre"),
        ("A slick of roughly three kilometres lies off the coast.", "roughly three kilometres", "kilometre"),
        ("The spill covers an area of 600 square metres.", "600 square metres", "square metre"),
        ("A repair now takes 11 days on average.", "11 days", "day"),
        ("The average response time was 19 minutes.", "19 minutes", "minute"),
    ],
)
def test_sizes_speeds_and_averages_of_the_matter_are_claims(text: str, figure: str, unit: str) -> None:
    assert [(one[0], one[1]) for one in figures(text)] == [(figure, unit)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Two vats, each holding 12,000 litres, were damaged.", ["Two"]),
        ("Winds were gusting at 70 mph.", []),
        ("The pipe is 450 mm wide and runs under the square.", []),
        ("The average repair takes three days to book.", []),
    ],
)
def test_what_things_hold_and_the_weather_are_none(text: str, claimed: list[str]) -> None:
    assert [one[0] for one in figures(text)] == claimed


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Seventy guests were poisoned, including 11 children.", ("11", None, "poison", "child")),
        ("Thirty homes were flooded. That includes eight bungalows.", ("eight", None, "flood", "bungalow")),
        ("Fifty staff fell ill, six of them porters.", ("six", None, "fall ill", "porter")),
        ("The number of people waiting is down to 1,300.", ("1,300", None, "wait", "person")),
        ("The ferry firm was fined £85,000.", ("£85,000", "GBP", "fine", None)),
    ],
)
def test_a_part_and_a_level_tell_of_what_happened(
    text: str, last: tuple[str, str | None, str | None, str | None]
) -> None:
    assert figures(text)[-1] == last
