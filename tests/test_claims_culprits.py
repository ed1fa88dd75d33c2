"""What set the matter going is a claim, also where it is told of the culprit alone."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

CULPRITS = [
    ("A rusted bracket gave way.", "bracket"),
    ("Welders' sparks started it.", "spark"),
    ("A boiler is suspected.", "boiler"),
    ("A dairy in Kent has been identified as the origin.", "dairy"),
    ("The thieves got in with a copied key.", "thief"),
    ("Laboratory results point to the trifle.", "trifle"),
    ("The bacteria grew in an idle pipe.", "bacteria"),
    ("A dumper truck is thought to have triggered it.", "truck"),
    ("Metal fatigue is the likely explanation.", "fatigue"),
]


@pytest.mark.parametrize(("text", "counted"), CULPRITS)
def test_what_set_the_matter_going_is_told_of_the_culprit(text: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert claim.measure.counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "The choir started late.",
        "The guard got in at noon.",
        "The players came from Leeds.",
        "The choir seized its chance.",
        "The concert might lead to others.",
    ],
)
def test_what_only_sounds_like_a_cause_is_no_claim(text: str) -> None:
    assert figureless(text) == []
