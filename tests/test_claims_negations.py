"""Negations that deny nothing, and what a clause only leads to."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Polarity

READ = [
    ("As of noon, 213 files could not be found.", Polarity.AFFIRMED),
    ("The full cost could not yet be given.", Polarity.UNKNOWN),
    ("We know of no case in which the delay contributed to a death.", Polarity.DENIED),
    ("No hamlet will be left without buses.", Polarity.DENIED),
]


@pytest.mark.parametrize(("text", "polarity"), READ)
def test_a_negation_is_read_for_what_it_says(text: str, polarity: Polarity) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), polarity)


def test_what_a_delay_contributed_to_is_what_is_denied() -> None:
    (claim,) = claims_of("We know of no case in which the delay contributed to a death.")
    assert claim.measure.event == "death"


def test_being_left_without_is_being_without() -> None:
    (left,) = claims_of("12 hamlets were left without buses.")
    (were,) = claims_of("12 hamlets were without buses.")
    assert left.measure.event == were.measure.event == "be without"


def test_a_sentence_ends_after_an_hour() -> None:
    found = claims_of("A second pump failed at around 8 a.m. There is no sign of sabotage.")
    assert [(claim.text, claim.polarity) for claim in found] == [
        ("A second pump failed at around 8 a.m", Polarity.AFFIRMED),
        ("There is no sign of sabotage", Polarity.DENIED),
    ]


def test_an_hour_with_its_day_goes_on() -> None:
    (claim,) = claims_of("A second pump failed at 8 a.m. Monday.")
    assert claim.text == "A second pump failed at 8 a.m. Monday"


@pytest.mark.parametrize(
    ("text", "event", "counted"),
    [
        ("No card details were in the file, which has been confirmed by an examiner.", "be in", "detail"),
        ("The file did not contain passwords.", "contain", "password"),
        ("He was not aware of any spillage from the site.", "spillage", "spillage"),
    ],
)
def test_a_denial_is_about_the_thing_that_was_not_there(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.polarity, claim.measure.event, claim.measure.counted) == (Polarity.DENIED, event, counted)


def test_what_a_count_is_of_is_no_claim_of_its_own() -> None:
    assert claims_of("The trust has raised its count of letters that never arrived.") == ()
