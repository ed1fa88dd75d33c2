"""The claim that a person points at, read by the language model although the rules would choose none."""

from __future__ import annotations

import pytest

from comms_tracker.claims import extract_claims
from comms_tracker.claims.pointed import pointed_claim
from comms_tracker.quantities import read_figures
from comms_tracker.records import Claim, Polarity, Statement, short_id


def pointed(text: str, words: str, figure: str | None = None) -> Claim:
    statement = Statement("s", text, "Vale Water", "2033-06-01")
    found = next((one for one in read_figures(text) if one.text == figure), None)
    assert (found is None) == (figure is None)
    start = text.index(words)
    return pointed_claim(statement, start, start + len(words), found)


def test_words_that_are_a_claim_by_the_rules_are_read_as_by_the_rules() -> None:
    text = "We regret this. On Monday 40 pumps were stolen from our depot in Ash."
    (claim,) = [one for one in extract_claims([Statement("s", text, "Vale Water", "2033-06-01")])[0] if one.figure]
    assert pointed(text, claim.text, "40") == claim


@pytest.mark.parametrize(
    ("text", "words", "figure", "event", "counted"),
    [
        ("You can call us on any of our 6 lines.", "our 6 lines", "6", None, "line"),
        ("Our values: we have 3 rules.", "we have 3 rules", "3", "have", "rule"),
    ],
)
def test_words_that_the_rules_pass_over_are_read_by_their_own_noun_and_verb(
    text: str, words: str, figure: str, event: str | None, counted: str
) -> None:
    claim = pointed(text, words, figure)
    assert (claim.text, claim.figure and claim.figure.text) == (words, figure)
    assert text[claim.start : claim.end] == words
    assert (claim.measure.event, claim.measure.counted) == (event, counted)
    assert claim.id == short_id("c", "s", claim.start, claim.end, claim.figure.start, claim.figure.end)  # type: ignore[union-attr]


def test_words_without_a_figure_are_read_by_their_verb_and_said_or_denied_as_they_are() -> None:
    said = pointed("The pumps hum at night. The valves were not opened.", "The pumps hum at night")
    assert (said.measure.event, said.measure.counted, said.polarity) == ("hum", "pump", Polarity.AFFIRMED)
    denied = pointed("The pumps hum at night. The valves were not opened.", "The valves were not opened")
    assert (denied.measure.counted, denied.polarity) == ("valve", Polarity.DENIED)


@pytest.mark.parametrize("text", ["| Pumps | 40 |\n| --- | --- |\n| Ash | 12 |", "12", "12 pumps;\n\n- and 3 more"])
def test_words_in_a_table_a_heading_or_a_list_are_read_too(text: str) -> None:
    claim = pointed(text, "12", "12")
    assert (claim.text, claim.start, claim.figure and claim.figure.low) == ("12", text.index("12"), 12.0)


def test_words_that_reach_over_two_paragraphs_keep_their_bounds() -> None:
    text = "The pumps hum.\n\nThe valves were not opened."
    assert pointed(text, text).text == text
