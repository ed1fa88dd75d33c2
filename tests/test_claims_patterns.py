"""Rules that are data: each pattern holds in its own positive sentences, and in none of its negative ones."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from comms_tracker.claims.patterns import places, rules, stands_in
from comms_tracker.claims.segments import fold
from comms_tracker.language import pipeline

POSITIVE = [(name, sentence) for name, rule in rules().items() for sentence in rule.positive]
NEGATIVE = [(name, sentence) for name, rule in rules().items() for sentence in rule.negative]


def holds(name: str, doc: Doc) -> bool:
    """Whether the rule, of tokens or of a tree, holds anywhere in the sentence."""
    return stands_in(name, doc[:]) if rules()[name].tokens else bool(places(name, doc))


@pytest.mark.parametrize(("name", "sentence"), POSITIVE)
def test_a_pattern_holds_in_its_positive_sentences(name: str, sentence: str) -> None:
    assert holds(name, pipeline()(fold(sentence)))


@pytest.mark.parametrize(("name", "sentence"), NEGATIVE)
def test_a_pattern_holds_in_none_of_its_negative_sentences(name: str, sentence: str) -> None:
    assert not holds(name, pipeline()(fold(sentence)))


@pytest.mark.parametrize("name", rules())
def test_a_pattern_says_what_it_stands_for_and_has_sentences_on_either_side(name: str) -> None:
    rule = rules()[name]
    assert rule.phenomenon.endswith(".")
    assert rule.positive
    assert rule.negative
    assert bool(rule.tokens) is not bool(rule.tree)


def test_a_tree_is_found_at_its_first_node_whatever_was_asked_before() -> None:
    doc = pipeline()("A worn belt caused the fire, according to the regulator.")
    assert [doc[place].text for place in places("names_cause", doc)] == ["caused"]
    assert [doc[place].text for place in places("according_to", doc)] == ["regulator"]
    assert places("gained_access", doc) == frozenset()
    assert [doc[place].text for place in places("names_cause", doc)] == ["caused"]
