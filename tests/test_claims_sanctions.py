"""What befell those answerable for the matter is a claim: charges, dismissals, resignations, licences."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

SANCTIONS = [
    ("A signalman has been charged with manslaughter.", "charge with", "signalman"),
    ("Police detained the pilot on Sunday.", "detain", "pilot"),
    ("The matron handed in her notice.", "hand in", "matron"),
    ("The bishop will stand trial.", "stand", "bishop"),
    ("The auditor of the trust has resigned.", "resign", "auditor"),
    ("The inspectorate revoked the home's registration.", "revoke", "registration"),
    ("A warehouse manager is on unpaid leave.", "be", "manager"),
    ("The quarry has gone into administration.", "go", "quarry"),
]


@pytest.mark.parametrize(("text", "event", "counted"), SANCTIONS)
def test_what_befell_those_answerable_is_told(text: str, event: str, counted: str) -> None:
    claim = claims_of(text)[-1]
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


@pytest.mark.parametrize(
    "text",
    [
        "The chairman stepped on to the platform.",
        "We take responsibility.",
        "The minister may resign.",
        "The warden lost her way.",
        "If the driver is charged, we will say so.",
    ],
)
def test_what_only_sounds_like_it_is_no_claim(text: str) -> None:
    assert figureless(text) == []
