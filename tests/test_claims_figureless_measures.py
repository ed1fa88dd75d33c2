"""What claims without a figure, and of nobody, are about: event, counted noun and scope, whatever the wording."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Polarity

PEOPLE = [
    ("Nobody living near the quarry was hurt.", ("living near the quarry",)),
    ("No one at the mill has fallen ill.", ("at the mill",)),
    ("No one else was hurt.", ()),
    ("None of those on the ferry was hurt.", ("on the ferry",)),
    ("We have no evidence that anyone at the mill was harmed.", ("at the mill",)),
    ("We are not aware of anyone on the ferry who was hurt.", ("on the ferry",)),
    ("14 of those on the ferry were hurt.", ("on the ferry",)),
]


@pytest.mark.parametrize(("text", "scope"), PEOPLE)
def test_a_word_for_people_is_limited_by_what_hangs_on_it(text: str, scope: tuple[str, ...]) -> None:
    (claim,) = claims_of(text)
    assert (claim.measure.counted, claim.measure.scope) == ("person", scope)


BELOW = [
    ("There is nothing to suggest that drawings were copied.", "copy", "drawing"),
    ("We have found nothing to show that labels were swapped.", "swap", "label"),
    ("Nothing we have seen suggests that the lock was faulty.", "faulty", "lock"),
    ("Our checks have not turned up any sign that safes were opened.", "open", "safe"),
    ("We have no reason to believe that the gate was damaged.", "damage", "gate"),
    ("The blaze is not thought to be suspicious.", "suspicious", "blaze"),
    ("Nobody believes that the guards were hurt.", "hurt", "guard"),
    ("Police do not think that anyone else was involved.", "involve", "person"),
    ("There is no sign that any of the paintings were damaged.", "damage", "painting"),
    ("We are not aware of any passenger who has lost luggage.", "lose", "passenger"),
    ("We are not aware of any injuries.", "injury", "injury"),
    ("There have been no reports of illness.", "illness", "illness"),
    ("Tests found no trace of lead.", "find", "lead"),
    ("So far we have not identified any misuse of the cards.", "misuse", "misuse"),
    ("There is no indication of sabotage.", "be", "sabotage"),
]


@pytest.mark.parametrize(("text", "event", "counted"), BELOW)
def test_what_there_is_no_sign_of_is_what_is_denied(text: str, event: str, counted: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.polarity) == (text.rstrip("."), Polarity.DENIED)
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


def test_a_letter_that_never_came_is_the_harm() -> None:
    (claim,) = claims_of("Some of the letters never reached a doctor.")
    assert (claim.polarity, claim.measure.event, claim.measure.counted) == (Polarity.AFFIRMED, "not reach", "letter")


OBJECTS = [
    ("The walk-out will not affect ferries.", "affect", "ferry"),
    ("Hail has damaged the greenhouse.", "damage", "greenhouse"),
    ("The burglar did not gain access to the vault.", "access", "burglar"),
    ("None of our ferries was delayed, but two trams were.", "delay", "tram"),
]


@pytest.mark.parametrize(("text", "event", "counted"), OBJECTS)
def test_what_is_struck_is_counted_and_an_event_left_out_is_the_one_before(text: str, event: str, counted: str) -> None:
    claim = claims_of(text)[-1]
    assert (claim.measure.event, claim.measure.counted) == (event, counted)


STANCES = [
    ("We do not yet know whether any paintings were copied.", Polarity.UNKNOWN),
    ("It is not known whether any of the crew was hurt.", Polarity.UNKNOWN),
    ("The mill ran throughout without any interruption.", Polarity.AFFIRMED),
    ("The dam remains secure.", Polarity.AFFIRMED),
]


@pytest.mark.parametrize(("text", "polarity"), STANCES)
def test_what_is_not_known_or_went_on_undisturbed_is_not_denied(text: str, polarity: Polarity) -> None:
    (claim,) = claims_of(text)
    assert (claim.text, claim.figure, claim.polarity) == (text.rstrip("."), None, polarity)


def test_who_was_told_something_does_not_say_it() -> None:
    (claim,) = claims_of("Residents were told on Friday that the beach was safe.")
    assert (claim.speaker, claim.polarity, claim.measure.counted) == (None, Polarity.AFFIRMED, "beach")
