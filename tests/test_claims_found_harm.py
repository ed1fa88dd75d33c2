"""Harm that is found in things happened to them; what only was found keeps the finding."""

from __future__ import annotations

import pytest
from claims_samples import claims_of

from comms_tracker.records import Polarity


def counted(text: str) -> list[tuple[str, str | None, str | None, Polarity]]:
    """What each figure of a statement says: its text, the event, the counted noun and whether it is denied."""
    return [
        (one.figure.text, one.measure.event, one.measure.counted, one.polarity)
        for one in claims_of(text)
        if one.figure is not None
    ]


@pytest.mark.parametrize(
    ("text", "value", "event", "noun"),
    [
        ("Hairline cracks turned up in 26 axles.", "26", "damage", "axle"),
        ("Listeria was found in four batches of the cheese.", "four", "contaminate", "batch"),
        ("Slivers of glass have come to light in 31 jars.", "31", "contaminate", "jar"),
        ("Mould was discovered in 75 cabins.", "75", "damage", "cabin"),
        ("The flaw was present in 5,200 kettles.", "5,200", "affect", "kettle"),
        ("Surveyors spotted rust on 19 footbridges.", "19", "damage", "footbridge"),
        ("Ransomware was detected on 140 laptops.", "140", "infect", "laptop"),
        ("The virus was confirmed at three farms.", "three", "infect with", "farm"),
        ("Norovirus was found on two ships.", "two", "infect with", "ship"),
        ("Mistakes were uncovered in 880 invoices.", "880", "error", "invoice"),
    ],
)
def test_harm_found_in_things_is_what_happened_to_them(text: str, value: str, event: str, noun: str) -> None:
    assert counted(text) == [(value, event, noun, Polarity.AFFIRMED)]


@pytest.mark.parametrize(
    ("text", "value", "event", "noun"),
    [
        ("Uniforms were found in four lockers.", "four", "find", "locker"),
        ("Nine cracks were found in the hull.", "Nine", "crack", "crack"),
        ("The leak was reported by 60 residents.", "60", "report", "resident"),
    ],
)
def test_other_findings_are_left_as_they_are(text: str, value: str, event: str, noun: str) -> None:
    assert counted(text) == [(value, event, noun, Polarity.AFFIRMED)]
