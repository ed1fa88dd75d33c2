"""What is said to have caused the matter, and what is said not to have."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

CAUSES = [
    ("The outage was due to a worn belt.", Polarity.AFFIRMED, "outage"),
    ("The error was the result of a mix-up by one clerk.", Polarity.AFFIRMED, "error"),
    ("A loose cable lay behind the false alarms.", Polarity.AFFIRMED, "cable"),
    ("Poor upkeep contributed to the crash.", Polarity.AFFIRMED, "upkeep"),
    ("The shortfall stemmed from a coding mistake.", Polarity.AFFIRMED, "shortfall"),
    ("The illness has been linked to a petting farm.", Polarity.AFFIRMED, "illness"),
    ("A digger severed the cable.", Polarity.AFFIRMED, "cable"),
    ("The failure was not the supplier's work.", Polarity.DENIED, "failure"),
    ("The skipper was not to blame.", Polarity.DENIED, "skipper"),
    ("Frost had nothing to do with it.", Polarity.DENIED, "frost"),
    ("The rash is not connected with the vaccine.", Polarity.DENIED, "rash"),
    ("The supplier's update caused none of this.", Polarity.DENIED, "update"),
]


@pytest.mark.parametrize(("text", "polarity", "counted"), CAUSES)
def test_a_cause_is_a_claim(text: str, polarity: Polarity, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure) == (text.rstrip("."), None)
    assert (claim.polarity, claim.measure.counted) == (polarity, counted)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is due to sail on Monday.",
        "The council is responsible for roads.",
        "She put the phone down to think.",
        "He is due to give evidence.",
    ],
)
def test_what_is_due_or_anybodys_duty_caused_nothing(text: str) -> None:
    assert figureless(text) == []
