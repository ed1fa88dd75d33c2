"""Who makes a claim: others are named, and the organisation's own people never are."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.claims import extract_claims
from comms_tracker.records import Statement

SPEAKERS = [
    ("The regulator says that 61 ferries were cancelled.", "The regulator"),
    ("61 ferries were cancelled, the seamen's union said.", "the seamen's union"),
    ("The Passengers' Forum put the number of ferries cancelled at 61.", "The Passengers' Forum"),
    ("The Ferry Watchdog keeps its own tally. It says that 61 ferries were cancelled.", "The Ferry Watchdog"),
    ("Loch Systems, which makes the engines, says that 61 ferries were cancelled.", "Loch Systems"),
    ("A former captain, Ian Reid, said that 61 ferries were cancelled.", "A former captain"),
    ("According to the ombudsman, 61 ferries were cancelled.", "the ombudsman"),
    ("Q4 Mr Iqbal: 61 ferries were cancelled, I am told.", "Mr Iqbal"),
    ("The Ormsay Hoteliers' Group puts the number of ferries cancelled at 61.", "The Ormsay Hoteliers' Group"),
    ("The RMT reckons that 61 ferries were cancelled.", "The RMT"),
    ("Islanders say that 61 ferries were cancelled.", "Islanders"),
    ("The county council estimates that 61 ferries were cancelled.", "The county council"),
    ("Figures from the Isles Transport Board show that 61 ferries were cancelled.", "the Isles Transport Board"),
    ("The union's own count suggests that 61 ferries were cancelled.", "The union"),
    ("We don't accept the union's claim that 61 ferries were cancelled.", "the union"),
    ("Mr Bain, who chairs the parish council, said that 61 ferries were cancelled.", "Mr Bain"),
    ("One islander, Mhairi Bain, said that 61 ferries were cancelled.", "One islander"),
    ("Deck crew and stewards told the Argus that 61 ferries were cancelled.", None),
    ("Stewards told the Argus that 61 ferries were cancelled.", "Stewards"),
    ("The Isles Council met on Monday. The council says that 61 ferries were cancelled.", "The Isles Council"),
    ("By the seamen's union's count, 61 ferries were cancelled.", "the seamen's union"),
    ("The seamen's union, which has lost 61 ferries, said that it was sorry.", "The seamen's union"),
    # the organisation speaks
    ("The company noted the union's view. It said that 61 ferries were cancelled.", None),
    ("The regulator wrote to 61 islanders whose ferries were cancelled.", None),
    ("Islanders were told on Friday that 61 ferries were cancelled.", None),
    ("61 islanders told us that their ferries were cancelled.", None),
    ("Our engineers found that 61 ferries were cancelled.", None),
    ("The inquiry that we set up found that 61 ferries were cancelled.", None),
    ("The union has accepted our figure of 61 ferries cancelled.", None),
    ("Islanders reported 61 ferries cancelled.", None),
    ("The lifeboats helped after 61 ferries were cancelled.", None),
    ("Jo Orr, our head of crewing, said that 61 ferries were cancelled.", None),
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


@pytest.mark.parametrize(
    ("organisation", "speaker"),
    [
        ("Ormsay Borough Council", None),
        ("Ormsay Water", "The council"),
        ("Ormsay Hospitals Trust", "The council"),
    ],
)
def test_the_council_is_the_organisation_where_its_name_says_so(organisation: str, speaker: str | None) -> None:
    (claim,) = claims_of("The council says that 61 homes were flooded.", organisation)
    assert claim.speaker == speaker


def test_a_name_goes_on_with_who_bore_it_and_a_pronoun_with_whom_it_can_mean() -> None:
    text = (
        "Mhairi Bain, a passenger, was aboard. Ms Bain said that 61 ferries were cancelled. "
        "The regulator met us. He said that 70 ferries were cancelled."
    )
    found = {claim.figure.text: claim.speaker for claim in claims_of(text, "Orrin Ferries") if claim.figure}
    assert found == {"61": "Mhairi Bain", "70": None}


@pytest.mark.parametrize(
    ("organisation", "text", "speaker"),
    [
        ("Orrin Libraries", "The Orrin History Society puts the loss at 30,000 books.", "The Orrin History Society"),
        ("Orrin Council", "The Orrin Rowing Club says that 40 boats were sunk.", "The Orrin Rowing Club"),
        ("Orrin Building Society", "The Orrin Building Society says that 40 accounts were blocked.", None),
    ],
)
def test_a_society_that_bears_the_towns_name_is_no_part_of_its_library(
    organisation: str, text: str, speaker: str | None
) -> None:
    (claims,) = extract_claims([Statement(id="s", text=text, organisation=organisation)])
    assert [claim.speaker for claim in claims] == [speaker]
