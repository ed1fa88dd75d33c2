"""The same measure in other words, and measures that look alike: the words of lexicon/events.toml and nouns.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from claims_samples import claims_of
from vectors_samples import FlatVectors

from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.claims.events import events
from comms_tracker.comparison import compare
from comms_tracker.records import Change, ChangeKind, Claim, Polarity, Statement

TABLE = tomllib.loads((Path(__file__).parent / "same_measure_pairs.toml").read_text(encoding="utf-8"))
LEAD = "Eleven windows were broken.\n\n"


def links(earlier: str, later: str) -> list[Change]:
    """The changes between the two sentences, each behind the same first claim."""
    given = [
        Statement(id="a", text=LEAD + earlier, organisation="Harbour Board", issued="2024-03-01"),
        Statement(id="b", text=LEAD + later, organisation="Harbour Board", issued="2024-03-05"),
    ]
    found = compare(given, FlatVectors())
    told = {claim.id: claim.statement for claim in found.claims if claim.start >= len(LEAD)}
    assert set(told.values()) == {"a", "b"}, "a sentence without a claim has nothing to be linked"
    return [change for change in found.changes if {change.earlier, change.later} <= told.keys()]


def only_claim(text: str) -> Claim:
    (claim,) = [claim for claim in claims_of(text) if claim.figure is not None]
    return claim


@pytest.mark.parametrize(("earlier", "later"), TABLE["linked"])
def test_the_same_measure_in_other_words_is_one_series(earlier: str, later: str) -> None:
    assert len(links(earlier, later)) == 1


@pytest.mark.parametrize(("earlier", "later"), TABLE["apart"])
def test_what_looks_alike_and_is_another_measure_is_no_change(earlier: str, later: str) -> None:
    assert links(earlier, later) == []


@pytest.mark.parametrize(("text", "event", "group"), [(text, *read) for text, read in TABLE["events"].items()])
def test_what_happened_is_read_and_stands_in_its_group(text: str, event: str, group: str) -> None:
    assert claims_of(text)[0].measure.event == event
    assert (events().group(event) or "") == group


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The chapel remains closed.", "The chapel is open again."),
        ("The line is closed.", "The line is back in use."),
        ("The portal is offline.", "The portal is back up."),
        ("Supplies to Holm have been cut.", "Supplies to Holm have been restored."),
    ],
)
def test_a_state_that_is_over_has_moved_on_and_contradicts_nothing(earlier: str, later: str) -> None:
    assert [change.kind for change in links(earlier, later)] == [ChangeKind.PROGRESSED]


def test_things_that_cannot_be_found_are_harm_and_no_denial() -> None:
    assert only_claim("18 parcels cannot be found.").polarity is Polarity.AFFIRMED
    assert only_claim("18 parcels were not damaged.").polarity is Polarity.DENIED


def test_the_same_number_of_other_events_is_left_to_the_model() -> None:
    lost, found = only_claim("310 parcels are missing."), only_claim("240 parcels have been recovered.")
    reason = "the same things are counted, but what happened to them is another matter"
    assert incompatible(lost, found) == reason
    assert incompatible(lost, only_claim("310 parcels have been recovered.")) is None


@pytest.mark.parametrize(
    ("promise", "outcome"),
    [
        ("Compensation will be paid to ticket holders.", "Compensation of £70,000 has been paid."),
        ("Refunds will be paid in full to ticket holders.", "Refunds have been paid to 340 passengers."),
    ],
)
def test_a_promise_is_not_linked_with_the_number_that_came_of_it(promise: str, outcome: str) -> None:
    assert links(promise, outcome) == []
    (promised,) = claims_of(promise)
    reason = "one promises, the other counts what has been done"
    assert incompatible(promised, only_claim(outcome)) == reason
