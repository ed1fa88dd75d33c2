"""That somebody knew of the matter, or had warned of it, is a claim."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

KNEW = [
    ("Managers had known of the rot since the spring.", "rot"),
    ("A caretaker warned of the loose slates in 2017.", "caretaker"),
    ("The owners learned about it from a tenant.", "owner"),
    ("Pilots had raised concerns long before.", "pilot"),
    ("The fitters' union had alerted the yard beforehand.", "union"),
]


@pytest.mark.parametrize(("text", "counted"), KNEW)
def test_who_knew_and_who_had_warned_is_told(text: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert claim.measure.counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "Forecasters warned of gales.",
        "We heard about the worry of many parents.",
        "Managers know of the worry.",
        "A choir raised money before the show.",
        "Readers may have heard of us.",
    ],
)
def test_a_warning_to_the_public_and_what_we_hear_are_no_claims(text: str) -> None:
    assert figureless(text) == []
