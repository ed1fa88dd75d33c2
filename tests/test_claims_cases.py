"""Single cases of harm without a number: each is a claim that "nobody" or "nothing" may be set against."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

TOLD = [
    "A member of our staff is in hospital with a broken wrist.",
    "Our night guard needed treatment for a cut.",
    "A motorist was struck by a falling panel.",
    "Surveyors have found serious damage to the roof.",
    "The ferry has sustained damage to her bow.",
    "The damage is slight.",
    "A roofer was struck by a falling tile.",
    "A trainee chemist received an electric shock.",
    "A 58-year-old angler has died.",
    "A gauge at the gate recorded a level above the legal limit.",
    "The same alloy has been found in a second bridge.",
]
NOT_TOLD = [
    "A member of our staff is in London.",
    "A gauge at the gate may record a level above the legal limit.",
    "A driver should go to hospital.",
    "The operator admitted the delay.",
    "Our ticket office closes at 6pm.",
    "The museum is open from 10am to 4pm.",
    "Blankets can be picked up at the town hall.",
]


@pytest.mark.parametrize("text", TOLD)
def test_one_case_is_told_without_a_number(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, "affirmed")


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_harm_or_has_not_happened_is_no_case(text: str) -> None:
    assert figureless(text) == []


def test_damage_that_was_not_found_is_denied() -> None:
    (claim,) = claims_of("Surveyors have found no damage to the roof.")
    assert (claim.text, claim.polarity) == ("Surveyors have found no damage to the roof", "denied")


def test_how_the_one_just_spoken_of_fares_is_no_further_case() -> None:
    found = claims_of("One guest was found to have an infection. The guest is being treated.")
    assert [claim.figure.text if claim.figure else claim.text for claim in found] == ["One"]
