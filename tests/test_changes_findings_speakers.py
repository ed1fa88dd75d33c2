"""Other speakers who put a number at something else, under their own words."""

from __future__ import annotations

import pytest
from changes_samples import exact, findings, says

from comms_tracker.comparison import compare
from comms_tracker.records import Basis, Claim, FindingKind, Statement

FARMERS = "The Farmers' League"


def gives(words: str, event: str, counted: str | None, **more: object) -> Claim:
    figure = next(word for word in words.split() if word[0].isdigit())
    number = float(figure.replace(",", ""))
    return says(words, exact(figure, number), event=event, counted=counted, **more)  # type: ignore[arg-type]


def explained(claims: list[Claim], text: str) -> list[str]:
    found = findings((claims, text))
    assert all(one.kind is FindingKind.SPEAKERS_DIFFER for one in found)
    return [one.explanation for one in found]


def put_at(words: str) -> Claim:
    return gives(words, "put", "member", speaker=FARMERS)


CULLED = gives("4,120 cattle were culled", "cull", "cattle")


def test_what_another_puts_a_number_at_is_held_against_the_count_of_those_words() -> None:
    puts = put_at("The Farmers' League puts the number culled at 6,300")
    text = "4,120 cattle were culled, the ministry said. The Farmers' League puts the number culled at 6,300."
    assert explained([CULLED, puts], text) == [
        "The organisation says “4,120 cattle were culled”, the Farmers' League says "
        "“The Farmers' League puts the number culled at 6,300” (6,300 − 4,120 = 2,180)."
    ]


@pytest.mark.parametrize("theirs", ["sold at 6,300", "culled at 4,120", "culled in 2019 at 6,300"])
def test_a_number_of_other_things_the_same_number_or_another_year_is_silent(theirs: str) -> None:
    words = f"The Farmers' League puts the number {theirs}"
    assert explained([CULLED, put_at(words)], f"4,120 cattle were culled, the ministry said. {words}.") == []


def test_a_tally_is_of_what_the_sentence_before_says() -> None:
    text = (
        "More cattle were culled than farmers had been told. The tally stands at 4,120, the ministry said. "
        "The Farmers' League says that 6,300 cattle were culled."
    )
    claims = [
        gives("The tally stands at 4,120", "stand", "tally"),
        gives("6,300 cattle were culled", "cull", "cattle", speaker=FARMERS),
    ]
    assert explained(claims, text) == [
        "The organisation says “The tally stands at 4,120”, the Farmers' League says "
        "“6,300 cattle were culled” (6,300 − 4,120 = 2,180)."
    ]


@pytest.mark.parametrize(
    "theirs",
    [
        gives("6,300 cattle were sold", "sell", "cattle", speaker=FARMERS),
        gives("6,300 sheep were culled", "cull", "sheep", speaker=FARMERS),
        gives("6,300 cattle were culled", "cull", "cattle", speaker=FARMERS, basis=Basis.PERIOD),
    ],
)
def test_a_tally_of_something_else_is_silent(theirs: Claim) -> None:
    text = (
        "More cattle were culled than farmers had been told. The tally stands at 4,120, the ministry said. "
        f"The Farmers' League says that {theirs.text}."
    )
    assert explained([gives("The tally stands at 4,120", "stand", "tally"), theirs], text) == []


def test_a_tally_of_people_is_held_against_no_complaints_in_the_sentence_before() -> None:
    text = "The Farmers' League had 19 complaints. The ministry holds to its own number: 1,364 herds were inspected."
    ours = gives("1,364 herds were inspected", "inspect", "herd")
    theirs = gives("had 19 complaints", "complain", "complaint", speaker=FARMERS)
    assert explained([ours, theirs], text) == []


def test_a_part_of_those_that_the_other_counts_is_silent() -> None:
    puts = put_at("The Farmers' League puts the number culled at 6,300")
    part = gives("1,900 of the cattle culled were healthy", "be healthy", "cattle")
    text = "1,900 of the cattle culled were healthy. The Farmers' League puts the number culled at 6,300."
    assert explained([part, puts], text) == []


READ = "In all, 4,120 homes were flooded. {} The water is safe to drink."


@pytest.mark.parametrize(
    ("theirs", "numbers"),
    [
        ("The tenants' union says that at least 6,300 houses have been flooded.", ["4,120", "at least 6,300"]),
        ("The tenants' union says that 6,300 homes have been flooded.", ["4,120", "6,300"]),
        ("The tenants' union says that 4,120 homes have been flooded.", []),
        ("The tenants' union says that 6,300 tenants will lose their deposits.", []),
    ],
)
def test_what_most_probably_counts_the_same_is_held_against_the_organisations_number(
    theirs: str, numbers: list[str]
) -> None:
    found = compare([Statement("s", READ.format(theirs), "Ennick Water", "2031-05-02")])
    claims = {claim.id: claim for claim in found.claims}
    told = [finding for finding in found.findings if finding.kind is FindingKind.SPEAKERS_DIFFER]
    assert [
        figure.text for one in told for claim in one.claims if (figure := claims[claim].figure) is not None
    ] == numbers
