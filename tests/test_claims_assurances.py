"""What assures: it is in order, goes as it should, is still had, or passed its test; small talk does not."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

ASSURED = [
    ("Calls to the coastguard were handled as usual throughout.", "handle", "call"),
    ("Ballots already collected remain valid.", "valid", "ballot"),
    ("Stocks of other vaccines are good.", "good", "stock"),
    ("The tug is seaworthy.", "seaworthy", "tug"),
    ("Readings at the fence were within safe limits.", "be", "reading"),
    ("Mussels from the outer bay are fit to eat.", "fit", "mussel"),
    ("The serum was stored correctly.", "store", "serum"),
    ("The remaining gondolas passed their inspections.", "pass", "gondola"),
    ("Emergency calls continued to be answered.", "answer", "call"),
    ("Heating has stayed on in all blocks.", "stay", "heating"),
    ("The pension fund has ample reserves.", "have", "fund"),
]


@pytest.mark.parametrize(("text", "event", "counted"), ASSURED)
def test_an_assurance_is_a_claim(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "The town hall is a fine building.",
        "We expect to publish on time.",
        "Hand luggage is limited to two bags as usual.",
        "The minister is in good company.",
    ],
)
def test_what_is_good_otherwise_is_none(text: str) -> None:
    assert figureless(text) == []


def test_what_all_still_had_is_said_of_all() -> None:
    (claim,) = claims_of("All wards kept their heating.")
    assert claim.figure is not None
    assert (claim.figure.text, claim.measure.counted, claim.polarity) == ("All", "ward", Polarity.AFFIRMED)


def test_advice_to_do_as_usual_assures_of_nothing() -> None:
    assert list(claims_of("Visitors who have a ticket should come as usual.")) == []


def test_where_nobody_came_to_help_the_places_are_counted() -> None:
    found = claims_of("No engineer called at 45 houses.")
    assert [claim.figure.text for claim in found if claim.figure is not None] == ["45"]


@pytest.mark.parametrize(
    "text", ["A driver is in hospital after being hit by a branch.", "Two guests are in hospital after slipping."]
)
def test_who_is_in_hospital_needed_treatment_however_it_came_about(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.measure.event == "need treatment"
