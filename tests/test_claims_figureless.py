"""Claims without a figure: denials, ignorance, impact, causes, remedies and what is taken back."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Certainty, Polarity

SAID = [
    # denials
    ("We have seen no sign that recipes were copied.", ["We have seen no sign that recipes were copied"]),
    ("Backups were not touched. I would not wish this on anybody.", ["Backups were not touched"]),
    ("No chickens have been sold since. No comment will be made.", ["No chickens have been sold since"]),
    ("Nobody needs reminding. The locks did not fail.", ["The locks did not fail"]),
    ("There is no need to call us.", []),
    ("There is nothing that residents need to do.", []),
    ("We do not comment on staff.", []),
    # ignorance
    ("It is too soon to say whether the dam will hold.", ["It is too soon to say whether the dam will hold"]),
    ("How the fire began is something we do not yet know.", ["How the fire began is something we do not yet know"]),
    ("We cannot say how many were on board.", ["We cannot say how many were on board"]),
    ("She declined to say who paid.", ["She declined to say who paid"]),
    ("I do not know him.", []),
    # harm, by something, to something, or a purpose that is not fulfilled
    ("The ticket machines stopped working.", ["The ticket machines stopped working"]),
    ("Floodwater has damaged the kitchen.", ["Floodwater has damaged the kitchen"]),
    ("Members cannot log in.", ["Members cannot log in"]),
    ("Pensions due on Friday have not arrived.", ["Pensions due on Friday have not arrived"]),
    ("The battery can overheat.", ["The battery can overheat"]),
    ("The invoices were sent twice.", ["The invoices were sent twice"]),
    ("Our trust has closed a gap in its website.", []),
    # states
    ("The cellar is free of gas.", ["The cellar is free of gas"]),
    ("Entry is free of charge.", []),
    ("The mill is the only building with this roof.", ["The mill is the only building with this roof"]),
    ("This is the only way to be sure.", []),
    ("The quay has been made safe.", ["The quay has been made safe"]),
    ("A cracked pipe was behind the blaze.", ["A cracked pipe was behind the blaze"]),
    ("We are sorry for the worry that this has caused.", []),
    # commitments
    ("We will publish the report.", ["We will publish the report"]),
    ("We will publish a notice at noon.", []),
    ("Anybody who paid twice will be repaid.", ["Anybody who paid twice will be repaid"]),
    ("The theatre will be open as usual.", ["The theatre will be open as usual"]),
    ("Our helpline will be open on Sunday.", []),
    ("Sunday's race will go ahead.", ["Sunday's race will go ahead"]),
    # denials of more than a verb's own harm
    ("The fire did not spread.", ["The fire did not spread"]),
    ("The foam poses no danger to swimmers.", ["The foam poses no danger to swimmers"]),
    ("The reservoir is back in service.", ["The reservoir is back in service"]),
    ("A porter is in a critical condition.", ["A porter is in a critical condition"]),
    ("A kettle is safer than a pan.", []),
    # causes
    ("A loose bolt was the cause.", ["A loose bolt was the cause"]),
    ("The outage may have been caused by a squirrel.", ["The outage may have been caused by a squirrel"]),
    ("The mistake came from an old list.", ["The mistake came from an old list"]),
    ("He comes from Leeds.", []),
    ("A worn seal lies behind the leak.", ["A worn seal lies behind the leak"]),
    ("The delays may have been caused by a change of depot.", ["The delays may have been caused by a change of depot"]),
    ("A bad cable seems to have been the cause.", ["A bad cable seems to have been the cause"]),
    ("It is thought to have come from a barge.", ["It is thought to have come from a barge"]),
    ("Old age played a part.", ["Old age played a part"]),
    # how something stands
    ("It is safe to use.", ["It is safe to use"]),
    ("It is useful to know.", []),
    ("The north line remains shut down.", ["The north line remains shut down"]),
    ("The other presses are working as usual.", ["The other presses are working as usual"]),
    ("The lift came to a halt.", ["The lift came to a halt"]),
    ("A man who walked out of the court is still at large.", ["A man who walked out of the court is still at large"]),
    # what will not happen to the reader
    ("You will not be charged for this.", ["You will not be charged for this"]),
    ("You will not find us there.", []),
    ("Tenants will not pay a penny towards it.", ["Tenants will not pay a penny towards it"]),
    # denials in other words
    ("The checks have brought to light no further case.", ["The checks have brought to light no further case"]),
    ("The survey has ruled out the pump as the origin.", ["The survey has ruled out the pump as the origin"]),
    ("The levels never exceeded the limit.", ["The levels never exceeded the limit"]),
    # promises about the matter
    ("The vouchers will remain valid.", ["The vouchers will remain valid"]),
    ("We will pay compensation to tenants.", ["We will pay compensation to tenants"]),
    ("We will publish the minutes.", []),
    # tolls without a figure
    ("The number is lower than we first reported.", ["The number is lower than we first reported"]),
    ("The toll would rise sharply, she warned.", ["The toll would rise sharply"]),
    ("The river will rise.", []),
    # advice and conditions
    ("If the lights fail, call us. Do not open the door.", []),
    ("Owners who cannot open the lid should ring 01632 960 001.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_clause_without_a_figure_is_a_claim_where_a_reader_would_follow_it(text: str, said: list[str]) -> None:
    assert figureless(text) == said


TAKEN_BACK = [
    "We withdraw our statement that the bridge was checked.",
    "I retract what I said about the bridge.",
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_is_taken_back_is_denied_and_names_what_it_was_about(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), Polarity.DENIED)
    assert "bridge" in claim.measure.phrase


def test_taking_back_nothing_named_is_no_claim() -> None:
    assert claims_of("That was wrong. We withdraw it.") == ()


POLARITY = [
    ("Emails were not read.", Polarity.DENIED),
    ("The flood sirens did not work.", Polarity.AFFIRMED),
    ("Help did not reach the village.", Polarity.AFFIRMED),
    ("The fire did not reach the village.", Polarity.DENIED),
    ("Some letters were never delivered.", Polarity.AFFIRMED),
    ("We do not yet know whether emails were read.", Polarity.UNKNOWN),
    ("He did not say how many emails were read.", Polarity.UNKNOWN),
    ("We cannot rule out that emails were stolen.", Polarity.AFFIRMED),
    ("We are not aware of any misuse.", Polarity.DENIED),
    ("Drinking water remains safe.", Polarity.AFFIRMED),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_a_failure_is_affirmed_and_ignorance_is_no_denial(text: str, polarity: Polarity) -> None:
    assert [claim.polarity for claim in claims_of(text)] == [polarity]


AMOUNTS = [
    ("310 flats did not have their gas cut off.", Polarity.DENIED),
    ("310 flats did not have gas.", Polarity.AFFIRMED),
    ("310 flats were not damaged.", Polarity.DENIED),
    ("310 trains did not run.", Polarity.AFFIRMED),
    ("Not all flats were saved.", Polarity.DENIED),
    ("No flats were damaged.", Polarity.DENIED),
    ("We have seen no evidence that 310 flats were damaged.", Polarity.DENIED),
    ("We have not found any sign that the 310 flats were damaged.", Polarity.DENIED),
    ("We have since found some evidence that 310 flats were damaged.", Polarity.AFFIRMED),
    ("We know of nobody who was hurt among 310 guests.", Polarity.DENIED),
]


@pytest.mark.parametrize(("text", "polarity"), AMOUNTS)
def test_an_amount_is_denied_where_harm_to_as_many_is(text: str, polarity: Polarity) -> None:
    assert [claim.polarity for claim in claims_of(text)] == [polarity]


CERTAINTY = [
    ("Around 40 boats may have been lost.", Certainty.HEDGED, "may"),
    ("Around 40 boats were lost on 3 May.", Certainty.ASSERTED, None),
    ("We believe that 40 boats were lost.", Certainty.HEDGED, "believe"),
    ("An estimated 40 boats were lost.", Certainty.ESTIMATED, "estimated"),
    ("40 boats will be repaired.", Certainty.FORECAST, "will"),
    ("If the dam fails, 40 boats could be lost.", Certainty.CONDITIONAL, "if; could"),
    ("40 boats could not be saved.", Certainty.ASSERTED, None),
    ("40 boats have been repaired so far.", Certainty.ASSERTED, None),
    ("I would add that 40 boats were lost.", Certainty.ASSERTED, None),
    ("There are now clear signs that moorings were cut.", Certainty.HEDGED, "signs that"),
    ("We have since found evidence that moorings were cut.", Certainty.HEDGED, "evidence that"),
    ("We have since found indications that 40 boats were cut loose.", Certainty.HEDGED, "indications that"),
]


@pytest.mark.parametrize(("text", "certainty", "hedge"), CERTAINTY)
def test_certainty_is_read_from_the_words_that_weaken_a_claim(
    text: str, certainty: Certainty, hedge: str | None
) -> None:
    (claim,) = claims_of(text)
    assert (claim.certainty, claim.hedge) == (certainty, hedge)


@pytest.mark.parametrize(
    ("text", "counted", "event"),
    [
        ("As far as we know, nobody has been taken ill.", "person", "take ill"),
        ("We do not believe that any tenant is out of pocket.", "tenant", "be out"),
        ("How many parcels were lost is not yet known.", "parcel", "lose"),
        ("We now have proof that meters were read wrongly.", "meter", "read"),
    ],
)
def test_a_claim_without_a_figure_counts_what_its_inner_clause_is_about(text: str, counted: str, event: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.measure.counted, claim.measure.event) == (counted, event)


@pytest.mark.parametrize("text", ["Were you warned? We were not.", "It did not.", "They have not."])
def test_a_bare_no_says_nothing_by_itself(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The smoke came from a bin.", "The smoke came from a bin"),
        ("The owners have been told.", "The owners have been told"),
        ("We may have breached our licence.", "We may have breached our licence"),
        ("The bottling line has been shut down.", "The bottling line has been shut down"),
    ],
)
def test_causes_remedies_and_broken_rules_are_claims(text: str, said: str) -> None:
    assert figureless(text) == [said]
