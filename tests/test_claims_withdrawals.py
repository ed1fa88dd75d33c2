"""What a statement takes back: whose words it covers, what it was about, and that no denial inside it is a claim."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.records import Polarity

TAKEN_BACK = [
    ("I have to withdraw the assurance that nobody's wages will be cut.", Polarity.AFFIRMED, "wage"),
    ("We were wrong to say that there was no leak at the plant.", Polarity.AFFIRMED, "leak"),
    ("Our statement that the lift had been serviced is withdrawn.", Polarity.DENIED, "lift"),
    ("We withdraw what we said about the lift: it had not been serviced.", Polarity.DENIED, "lift"),
    ("We were mistaken in telling residents that the water was safe.", Polarity.DENIED, "water"),
    ("I cannot stand by the assurance that nobody's wages will be cut.", Polarity.AFFIRMED, "wage"),
    ("We should not have said that the valve was checked.", Polarity.DENIED, "valve"),
    ("Our statement that the pier was sound no longer stands.", Polarity.DENIED, "pier"),
]


@pytest.mark.parametrize(("text", "polarity", "about"), TAKEN_BACK)
def test_what_is_taken_back_is_one_claim_turned_round(text: str, polarity: Polarity, about: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, polarity)
    assert about in claim.measure.phrase.split()


RETOLD = [
    ("We told residents that the water was safe.", "I withdraw that.", "water"),
    ("You were promised that the fares would not rise.", "I cannot stand by that.", "fare"),
    ("We said that the bridge had been checked.", "That was premature and we take it back.", "bridge"),
    ("On 4 May we described the pier as sound.", "We should not have said so.", "pier"),
    ("Our letter said that the tower belonged to a tenant.", "That statement ought not to have been made.", "tower"),
]


@pytest.mark.parametrize(("retold", "taken_back", "about"), RETOLD)
def test_what_is_retold_and_then_taken_back_is_two_claims_of_opposite_sense(
    retold: str, taken_back: str, about: str
) -> None:
    first, second = claims_of(f"{retold} {taken_back}")
    assert (first.text, first.restated) == (retold.rstrip("."), True)
    assert (second.text, second.restated) == (f"{retold} {taken_back}".rstrip("."), False)
    assert {first.polarity, second.polarity} == {Polarity.AFFIRMED, Polarity.DENIED}
    assert about in first.measure.phrase.split()


@pytest.mark.parametrize(
    "text", ["The union said that the pier was closed.", "We say that the pier is closed.", "We told the police."]
)
def test_what_is_told_now_or_by_others_is_not_retold(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.restated]


@pytest.mark.parametrize(
    "text", ["Eleven models were withdrawn from sale.", "Customers withdrew money.", "We withdraw it. That was wrong."]
)
def test_what_is_withdrawn_from_sale_takes_nothing_back(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.figure is None and claim.polarity is Polarity.DENIED]


CALLED_UNTRUE = [
    ("Our claim that the cladding had passed its test was false.", Polarity.DENIED, "pass", "cladding"),
    ("The firm's insistence that no files had leaked was misplaced.", Polarity.AFFIRMED, "leak", "file"),
    ("The bank's denial that a server had been hacked was wrong.", Polarity.AFFIRMED, "hack", "server"),
    ("We apologise for telling parents that the coach had been inspected.", Polarity.DENIED, "inspect", "coach"),
    ("We incorrectly told members that their cards were safe.", Polarity.DENIED, "safe", "card"),
    ("We no longer believe that the virus came from the kitchen.", Polarity.DENIED, "come", "virus"),
    ("The charity has dropped its claim that the money was stolen.", Polarity.DENIED, "steal", "money"),
    ("Fears of a second leak are unfounded.", Polarity.DENIED, "unfounded", "leak"),
]


@pytest.mark.parametrize(("text", "polarity", "event", "counted"), CALLED_UNTRUE)
def test_what_is_called_untrue_is_turned_round(text: str, polarity: Polarity, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), polarity)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


@pytest.mark.parametrize("answer", ["It was not.", "In fact it was not.", "That was untrue.", "We were wrong."])
def test_a_short_answer_takes_back_what_was_told(answer: str) -> None:
    told = "We assured tenants that the boiler was sound"
    first, second = claims_of(f"{told}. {answer}")
    assert (first.text, first.polarity, first.restated) == (told, Polarity.AFFIRMED, True)
    assert (second.text, second.polarity) == (f"{told}. {answer}".rstrip("."), Polarity.DENIED)
    assert (second.measure.event, second.measure.counted) == ("sound", "boiler")


def test_a_short_answer_to_a_number_takes_no_claim_of_its_own() -> None:
    assert [claim.figure is None for claim in claims_of("We said that 40 boilers were faulty. That was wrong.")] == [
        False
    ]


@pytest.mark.parametrize(
    "text",
    [
        "900,000 ampoules were withdrawn from 340 clinics.",
        "We withdrew 3,000 jars as a precaution.",
        "We have taken back 14,000 car seats.",
        "A total of 24 certificates were withdrawn.",
        "Our statement says that 40 licences have been withdrawn.",
        "Savers withdrew £4m in two days.",
        "60 applicants have withdrawn.",
        "140 claims were withdrawn.",
    ],
)
def test_goods_money_and_people_that_are_withdrawn_take_nothing_back_that_was_said(text: str) -> None:
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "The authority has withdrawn its earlier estimate.",
        "The director took back the school's explanation.",
        "Both statements were made in ignorance and are withdrawn.",
        "Our figure of 300 is withdrawn.",
        "We withdraw in full what we said on Monday.",
    ],
)
def test_an_account_that_is_withdrawn_is_taken_back(text: str) -> None:
    assert takes_back(text)
