"""What happened to what a figure counts, where the verb beside it says little or tells of some of them only."""

from __future__ import annotations

import pytest
from claims_samples import claim_with

EVENTS = [
    ("There were 640 guests in the hotel, the last of whom was led out at dawn.", "640", "guest", "be"),
    ("The 1,900 letters, most of which had been opened, were found in a skip.", "1,900", "letter", "find"),
    ("Forty sailors, six of whom are still away, were taken to hospital.", "Forty", "sailor", "need treatment"),
    ("211 employees have had a medical check.", "211", "employee", "check"),
    ("About 700 members received a refund.", "About 700", "member", "refund"),
    ("Our engineers have made visits to 340 farms.", "340", "farm", "visit"),
    ("In May we spoke of 40 damaged vehicles.", "40", "vehicle", "damage"),
    ("The backlog stands at 7,300 claims.", "7,300", "claim", "backlog"),
    ("The trust puts the damage at £4.2m.", "£4.2m", "damage", "damage"),
    ("Losses are valued at £30m.", "£30m", "loss", "loss"),
]


@pytest.mark.parametrize(("text", "figure", "counted", "event"), EVENTS, ids=[text for text, _, _, _ in EVENTS])
def test_the_event_is_what_happened_to_those_counted(text: str, figure: str, counted: str, event: str) -> None:
    measure = claim_with(text, figure).measure
    assert (measure.counted, measure.event) == (counted, event)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The trust said that 400 homes lost power. The union's secretary put it at some 600.", "some 600"),
        ("We said that 400 homes lost power. The regulator gave the number as 460.", "460"),
    ],
)
def test_who_gives_a_number_is_not_what_it_counts(text: str, figure: str) -> None:
    measure = claim_with(text, figure).measure
    assert (measure.counted, measure.event) == ("home", "lose power")


def test_those_contacted_are_not_what_the_organisation_has() -> None:
    claim = claim_with("Our volunteers have been in contact with 14 families.", "14")
    assert (claim.measure.event, claim.background) == ("be in contact", False)
    assert claim_with("It is a bank with 540 branches.", "540").background
