"""What is said will be done about the matter, what is being done and was done; deadlines and routine are left out."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Certainty, Polarity

PROMISED = [
    ("You will see a credit on your next statement.", "see", "credit"),
    ("A fitter will call at each property.", "call at", "property"),
    ("We'll repay tenants in full.", "repay", "tenant"),
    ("We shall check the meters of all night-rate customers.", "check", "meter"),
    ("We are going to replace the cracked gaskets.", "replace", "gasket"),
    ("The port will rehouse the families.", "rehouse", "family"),
    ("Harbour dues will be waived for damaged boats.", "waive", "due"),
]
DONE = [
    ("Growers are to be compensated for lost crops.", "compensate", "grower"),
    ("Letters have been sent to the growers.", "send", "letter"),
    ("Only the meters in Dunholm are being checked.", "check", "meter"),
    ("Bottles of milk are being handed out.", "hand out", "bottle"),
]
NO_COMMITMENT = [
    "We will provide a further update tomorrow.",
    "We will review our procedures.",
    "You will need your booking reference.",
    "Refunds will be posted within ten working days.",
    "In future a second nurse will check the doses.",
    "The committee will return to the subject.",
]


@pytest.mark.parametrize(("text", "event", "counted"), PROMISED)
def test_what_will_be_done_is_a_claim_about_what_it_is_done_to(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert (claim.measure.event, claim.measure.counted, claim.certainty) == (event, counted, Certainty.FORECAST)


@pytest.mark.parametrize(("text", "event", "counted"), DONE)
def test_what_is_done_of_it_later_is_a_claim(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.measure.event, claim.measure.counted) == (text.rstrip("."), event, counted)
    assert claim.certainty is Certainty.ASSERTED


@pytest.mark.parametrize("text", NO_COMMITMENT)
def test_a_timetable_and_what_is_done_in_any_matter_are_none(text: str) -> None:
    assert figureless(text) == []
