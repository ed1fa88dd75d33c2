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
