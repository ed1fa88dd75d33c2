"""How the matter runs and how far it goes is a claim: it is over, rages on, is confined to a place, works again."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

COURSES = [
    ("The rail strike is over.", "strike"),
    ("The blaze is still raging.", "blaze"),
    ("The ban on swimming was lifted at noon.", "ban"),
    ("The leak was confined to a single cellar.", "leak"),
    ("The coins have been accounted for.", "coin"),
    ("Barges can pass the lock again.", "barge"),
    ("The taps are clear again.", "tap"),
    ("The northern wards were spared.", "ward"),
    ("Groceries arrived as booked.", "grocery"),
]


@pytest.mark.parametrize(("text", "counted"), COURSES)
def test_how_the_matter_runs_is_told(text: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert claim.measure.counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "The mayor thanked the crews again.",
        "The court sits again on 6 May.",
        "Hand luggage is limited to 10 kg.",
        "The concert is over.",
        "Volunteers should come again.",
    ],
)
def test_what_runs_beside_the_matter_is_no_claim(text: str) -> None:
    assert figureless(text) == []
