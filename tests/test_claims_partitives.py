"""Parts and wholes: what is said in passing of those counted, and the whole that is named before its part."""

from __future__ import annotations

import pytest
from claims_samples import claim_with, figures_claimed

import comms_tracker
from comms_tracker.records import ChangeKind, Polarity, Statement

ASIDES = [
    ("Nine guests fell ill, none of them gravely.", "Nine", ("none of them gravely",)),
    ("Nine guests fell ill, but none gravely.", "Nine", ("none gravely",)),
    ("Two drivers were injured (neither of them badly).", "Two", ("neither of them badly",)),
    ("The flood damaged 14 barns, all of them empty at the time.", "14", ("all of them empty at the time",)),
    (
        "Some 80 flats lost their heating, none of them for longer than a night.",
        "Some 80",
        ("none of them for longer than a night",),
    ),
    # of some, or without "of them": said of those counted, and no limit to them
    ("Around 300 tenants were overcharged, some of them twice.", "Around 300", ()),
    ("Five walkers were flown to hospital, all as a precaution.", "Five", ()),
]


@pytest.mark.parametrize(("text", "figure", "scope"), ASIDES, ids=[text for text, _, _ in ASIDES])
def test_an_aside_on_those_counted_is_part_of_their_claim(text: str, figure: str, scope: tuple[str, ...]) -> None:
    assert figures_claimed(text) == [figure]
    claim = claim_with(text, figure)
    assert (claim.polarity, claim.measure.scope) == (Polarity.AFFIRMED, scope)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine guests fell ill, and none of them was treated in time.", ["Nine", "none"]),
        ("Nine guests fell ill; all of them have recovered.", ["Nine", "all"]),
        ("Nine guests fell ill, two of them gravely.", ["Nine", "two"]),
        ("Nine guests fell ill, half of them on the first night.", ["Nine", "half"]),
        ("No guests fell ill.", ["No"]),
        ("None of the guests was harmed.", ["None"]),
    ],
)
def test_a_clause_of_its_own_or_a_number_stays_a_claim(text: str, figures: list[str]) -> None:
    assert figures_claimed(text) == figures


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No guests fell ill.", "Nine guests fell ill, none of them gravely."),
        ("Nobody was injured in the collision.", "Two drivers were injured in the collision, neither of them badly."),
    ],
)
def test_a_denial_turns_although_the_later_statement_says_none_in_passing(before: str, after: str) -> None:
    found = comms_tracker.compare([Statement(id=text, text=text) for text in (before, after)])
    assert [change.kind for change in found.changes] == [ChangeKind.CONTRADICTED]


def test_an_aside_alone_changes_nothing() -> None:
    texts = ("Nine guests fell ill.", "Nine guests fell ill, none of them gravely.")
    found = comms_tracker.compare([Statement(id=text, text=text) for text in texts])
    assert [change.kind for change in found.changes] == [ChangeKind.UNCHANGED]


WHOLES = [
    ("Of the 52 parcels that were damaged, 40 have been replaced.", "the 52 parcels that were damaged", "damage"),
    ("Out of 1,900 homes that lost power, 1,850 have been reconnected.", "1,900 homes that lost power", "lose power"),
    ("Of the 31 boards that we reported lost, 29 have been recovered.", "the 31 boards that we reported lost", "lose"),
    ("Of the 310 tenants in Skelby, 205 were visited.", "the 310 tenants in Skelby", None),
    ("Out of the 64 rails that we named, 12 were cracked.", "the 64 rails that we named", None),
]


@pytest.mark.parametrize(("text", "words", "event"), WHOLES, ids=[words for _, words, _ in WHOLES])
def test_what_happened_to_a_part_is_not_said_of_its_whole(text: str, words: str, event: str | None) -> None:
    whole, part = figures_claimed(text)
    claim = claim_with(text, whole)
    assert (claim.text, claim.measure.event) == (words, event)
    assert claim_with(text, part).measure.counted == claim.measure.counted


@pytest.mark.parametrize(
    "text",
    ["We tested 31 rails. Of the 31 rails, 12 were cracked.", "We tested 31 rails. Of the 31, 12 were cracked."],
)
def test_a_whole_that_is_only_repeated_is_no_claim(text: str) -> None:
    assert figures_claimed(text) == ["31", "12"]


PARTS = [
    ("Some 12 of the 60 pupils were hurt.", ["Some 12"]),
    ("None of the 60 pupils was hurt.", ["None"]),
    ("12 per cent of the 900 barns were flooded.", ["12 per cent"]),
    ("Lessons have begun again in 31 of our 44 schools.", ["31", "44"]),
    ("Half of the 900 barns in the valley were flooded.", ["Half", "900"]),
]


@pytest.mark.parametrize(("text", "figures"), PARTS, ids=[text for text, _ in PARTS])
def test_a_whole_after_its_part_is_a_claim_only_where_it_says_which(text: str, figures: list[str]) -> None:
    assert figures_claimed(text) == figures


def test_what_happened_to_a_part_is_not_said_of_the_whole_behind_it() -> None:
    claim = claim_with("Half of the 900 barns in the valley were flooded.", "900")
    assert (claim.text, claim.measure.event) == ("the 900 barns in the valley", None)
    assert claim_with("9 of the 40 files that we tested were broken.", "40").text == "the 40 files that we tested"


def test_points_of_a_plan_are_listed_and_points_across_a_county_are_places() -> None:
    assert figures_claimed("The plan has 12 points. Water is given out at 9 points along the river.") == ["9"]


def test_some_is_no_claim_beside_what_they_went_through() -> None:
    assert figures_claimed("Some callers were kept waiting for up to four hours.") == ["up to four hours"]
    assert figures_claimed("Some trains and 12 buses were cancelled.") == ["Some", "12"]
