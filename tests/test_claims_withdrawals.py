"""What a statement takes back: whose words it covers, what it was about, and that no denial inside it is a claim."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Polarity

TAKEN_BACK = [
    ("I have to withdraw the assurance that nobody's wages will be cut.", Polarity.AFFIRMED, "wage"),
    ("We were wrong to say that there was no leak at the plant.", Polarity.AFFIRMED, "leak"),
    ("Our statement that the lift had been serviced is withdrawn.", Polarity.DENIED, "lift"),
    ("We withdraw what we said about the lift: it had not been serviced.", Polarity.DENIED, "lift"),
    ("We told residents that the water was safe. I withdraw that.", Polarity.DENIED, "water"),
    ("We should not have said that the valve was checked.", Polarity.DENIED, "valve"),
    ("Our statement that the pier was sound no longer stands.", Polarity.DENIED, "pier"),
]


@pytest.mark.parametrize(("text", "polarity", "about"), TAKEN_BACK)
def test_what_is_taken_back_is_one_claim_turned_round(text: str, polarity: Polarity, about: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, polarity)
    assert about in claim.measure.phrase.split()


@pytest.mark.parametrize(
    "text", ["Eleven models were withdrawn from sale.", "Customers withdrew money.", "We withdraw it. That was wrong."]
)
def test_what_is_withdrawn_from_sale_takes_nothing_back(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.figure is None and claim.polarity is Polarity.DENIED]
