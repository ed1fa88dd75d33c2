"""What is said not to be known or not to be told, in the many ways of saying so."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Polarity

OPEN = [
    ("How long the sluice had been open we cannot yet say.", "be open", "sluice"),
    ("When the lock will reopen is uncertain.", "reopen", "lock"),
    ("Exactly how many poles fell is still being counted.", "fall", "pole"),
    ("Nobody at the mill could tell us where the drums had gone.", "go", "drum"),
    ("We have not worked out how many invoices are wrong.", "wrong", "invoice"),
    ("Our logs do not show how many alarms were missed.", "miss", "alarm"),
    ("It is too early to put a number on the jobs at risk.", "early", "job"),
    ("We have not been able to confirm the number of casualties.", "able", "casualty"),
    ("The extent of the subsidence has yet to be established.", "establish", "extent"),
    ("We may never know what started the fire.", "start", "fire"),
    ("I do not have the average with me.", "have", "average"),
    ("Nobody can say when the viaduct will reopen.", "reopen", "viaduct"),
]
"""Each with its event and what it counts."""
NOT_OPEN = [
    ("We do not know of any injuries.", Polarity.DENIED),
    ("The extent of the subsidence has been established.", None),
    ("Our engineers are looking into the cause.", None),
    ("We did not give the names of those who complained.", None),
]


@pytest.mark.parametrize(("text", "event", "counted"), OPEN)
def test_what_is_open_is_neither_denied_nor_affirmed(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), Polarity.UNKNOWN)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


@pytest.mark.parametrize(("text", "polarity"), NOT_OPEN)
def test_what_is_told_or_only_looked_into_is_not_open(text: str, polarity: Polarity | None) -> None:
    assert [claim.polarity for claim in claims_of(text)] == ([] if polarity is None else [polarity])


def test_what_is_awaited_belongs_to_the_claim() -> None:
    (claim,) = claims_of("It may be weeks before we know what was lost.")
    assert (claim.text, claim.polarity) == ("It may be weeks before we know what was lost", Polarity.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "The cost cannot yet be calculated.",
        "The reason for the delay has not been explained.",
        "We have no estimate of the damage.",
    ],
)
def test_what_cannot_be_reckoned_yet_is_open(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), Polarity.UNKNOWN)
