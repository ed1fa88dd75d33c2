"""Who makes a claim: others are named, and the organisation's own people never are."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

SPEAKERS = [
    ("The regulator says that 61 ferries were cancelled.", "The regulator"),
    ("61 ferries were cancelled, the seamen's union said.", "the seamen's union"),
    ("The Passengers' Forum put the number of ferries cancelled at 61.", "The Passengers' Forum"),
    ("The Ferry Watchdog keeps its own tally. It says that 61 ferries were cancelled.", "The Ferry Watchdog"),
    ("Loch Systems, which makes the engines, says that 61 ferries were cancelled.", "Loch Systems"),
    ("A former captain, Ian Reid, said that 61 ferries were cancelled.", "A former captain"),
    ("According to the ombudsman, 61 ferries were cancelled.", "the ombudsman"),
    ("Q4 Mr Iqbal: 61 ferries were cancelled, I am told.", "Mr Iqbal"),
    # the organisation speaks
    ("61 ferries were cancelled.", None),
    ("A spokesman said that 61 ferries were cancelled.", None),
    ("Captain Ada Moss, operations director, said that 61 ferries were cancelled.", None),
    ("Orrin Ferries said that 61 ferries were cancelled.", None),
    ("The company, which runs nine ships, said that 61 ferries were cancelled.", None),
    ("We told the regulator that 61 ferries were cancelled.", None),
    ("The supplier failed us, and 61 ferries were cancelled, chief executive Jo Orr said.", None),
    ("Jo Orr: 61 ferries were cancelled.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_another_speaker_is_named_and_the_organisations_own_people_are_not(text: str, speaker: str | None) -> None:
    found = [claim.speaker for claim in claims_of(text, "Orrin Ferries") if claim.figure and claim.figure.text == "61"]
    assert found == [speaker]


def test_a_union_that_is_the_organisation_speaks_for_itself() -> None:
    (claim,) = claims_of("The Seamen's Union says that 61 members were hurt.", "The Seamen's Union")
    assert claim.speaker is None
