"""What the words above a clause make of it: it is denied, granted, left open, or not said by the statement at all."""

from __future__ import annotations

import pytest
from claims_samples import claim_with, claims_of

from comms_tracker.records import Certainty, Polarity

DENIED = [
    "We deny that any fee was paid to the surveyor",
    "We do not accept that the pontoon was unsafe",
    "The brewery does not accept that its well was contaminated",
    "We do not agree that tenants were misled",
    "We reject the suggestion that the ponies were starved",
    "We dismissed rumours that the tram shed was unsafe",
    "We strongly dispute claims that the milk was contaminated",
    "It is untrue that the choir was suspended",
    "It is quite wrong to say that the weir has failed",
]
AFFIRMED = [
    "Nobody denies that ferries were cancelled",
    "We do not dispute that the pontoon was unsafe",
    "It would be wrong to say that nobody was hurt",
    "We do not accept that nobody was hurt",
]
OPEN = [
    "We cannot be certain that pupils were not exposed to asbestos",
    "We cannot be sure that no letters were opened",
    "We are unable to confirm that a man has been arrested",
    "We cannot say that the crossing is safe",
    "We are not convinced that the crossing is safe",
    "We have yet to be convinced that the crossing is safe",
    "There is no guarantee that the baths will reopen",
    "Nobody can be sure that the cliff will not collapse",
]
UNSAID = [
    "It has been claimed that the letters were burnt",
    "We have never said that the pontoon was safe",
    "We did not say that the pontoon was safe",
    "Nobody has told us that the pontoon is safe",
    "We checked that nobody was hurt",
    "We wish that the ferries had not been cancelled",
    "We are investigating claims that the milk was contaminated",
]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        *((text, Polarity.DENIED) for text in DENIED),
        *((text, Polarity.AFFIRMED) for text in AFFIRMED),
        *((text, Polarity.UNKNOWN) for text in OPEN),
    ],
)
def test_what_a_clause_says_is_read_with_the_words_above_it(text: str, polarity: Polarity) -> None:
    (claim,) = claims_of(f"{text}.")
    assert (claim.text, claim.polarity) == (text, polarity)


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_only_spoken_of_is_no_claim_of_the_statement(text: str) -> None:
    assert claims_of(f"{text}.") == ()


def test_a_number_that_is_not_accepted_is_denied() -> None:
    (claim,) = claims_of("We do not accept that 40 pupils were harmed.")
    assert (claim.text, claim.polarity) == ("40 pupils were harmed", Polarity.DENIED)


def test_a_number_that_cannot_be_confirmed_is_hedged_by_these_words() -> None:
    (claim,) = claims_of("We cannot confirm that 40 pupils were harmed.")
    assert (claim.certainty, claim.hedge) == (Certainty.HEDGED, "we cannot confirm")


def test_what_was_not_told_is_not_retold() -> None:
    (claim,) = claims_of("We did not tell tenants that the water was unsafe.")
    assert not claim.restated


def test_a_question_is_not_what_nobody_said() -> None:
    (claim,) = claims_of("She did not say how many kilns were shut.")
    assert claim.polarity is Polarity.UNKNOWN


def test_who_was_not_asked_still_says_something() -> None:
    claim = claim_with("The union, which was not asked, says that 12 cabins were flooded.", "12")
    assert claim.polarity is Polarity.AFFIRMED


HEDGED = [
    ("As far as we know nobody was hurt", "as far as we know"),
    ("As far as I can tell the roof has not been damaged", "as far as i can tell"),
    ("So far as we are aware no money was lost", "so far as we are aware"),
    ("To the best of my knowledge nobody was hurt", "to the best of my knowledge"),
    ("As far as we can tell no paintings were damaged", "as far as we can tell"),
]


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_how_far_something_is_known_is_not_lost_without_a_comma(text: str, hedge: str) -> None:
    (claim,) = claims_of(f"{text}.")
    assert (claim.text, claim.polarity, claim.certainty, claim.hedge) == (
        text,
        Polarity.DENIED,
        Certainty.HEDGED,
        hedge,
    )
