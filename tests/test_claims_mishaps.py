"""Harm without a number, and denials whose verb alone does not deny."""

from __future__ import annotations

import pytest
from claims_samples import claims_of, figureless

from comms_tracker.records import Polarity

MISHAPS = [
    ("Smoke drifted into the maternity ward.", "drift", "smoke"),
    ("Oil has reached the oyster beds.", "reach", "oil"),
    ("Names and dates of birth were in the folder.", "be in", "name"),
    ("The spreadsheet has turned up on a criminal forum.", "turn up", "spreadsheet"),
    ("Patients waited in corridors.", "wait", "patient"),
    ("A dog has died after eating the treats.", "die", "dog"),
    ("A pensioner lost her savings.", "lose", "pensioner"),
    ("Seals have been found dead on the sandbank.", "find", "seal"),
]
DENIALS = [
    ("The breach did not extend to payroll data.", "extend", "breach"),
    ("Divers failed to find any trace of diesel.", "find", "diesel"),
    ("The intruder stopped short of opening any files.", "open", "file"),
    ("The coach was not carrying any pupils.", "carry", "coach"),
]


@pytest.mark.parametrize(("text", "event", "counted"), MISHAPS)
def test_harm_is_told_by_what_got_where(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, Polarity.AFFIRMED)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


@pytest.mark.parametrize(("text", "event", "counted"), DENIALS)
def test_a_denial_needs_no_word_of_harm(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), Polarity.DENIED)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


def test_what_is_joined_to_the_counted_noun_stands_beside_it_in_the_phrase() -> None:
    (claim,) = claims_of("Home addresses, passwords and bank details were not part of it.")
    assert (claim.measure.counted, claim.polarity) == ("address", Polarity.DENIED)
    assert claim.measure.phrase.split()[:3] == ["address", "password", "detail"]


@pytest.mark.parametrize(
    "text",
    [
        "This is not good enough.",
        "Nobody should be in any doubt about our resolve.",
        "No decision has been made about the fair.",
        "We have nothing further to add.",
        "A member of staff is waiting at the gate.",
        "Mrs Oram did not recognise the letter.",
    ],
)
def test_a_remark_and_what_people_did_not_do_are_no_claims(text: str) -> None:
    assert figureless(text) == []
