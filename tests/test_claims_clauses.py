"""The clause of a verb in a parse, however deep it is nested."""

from __future__ import annotations

import pytest
from claims_samples import claims_of
from spacy.tokens import Doc
from spacy.vocab import Vocab

from comms_tracker.claims.clauses import clause_bounds, own_tokens

DEEP = 4_000


def nested(depth: int) -> Doc:
    words = ["lost", *["of"] * depth]
    heads = [0, *range(depth)]
    return Doc(Vocab(), words, heads=heads, deps=["ROOT", *["prep"] * depth], pos=["VERB", *["ADP"] * depth])


def test_a_clause_nested_deeper_than_functions_may_call_themselves_is_read_whole() -> None:
    doc = nested(DEEP)
    assert clause_bounds(doc[0]) == (0, DEEP)


def test_what_is_under_a_word_is_looked_for_once_in_a_parse() -> None:
    doc = nested(3)
    assert own_tokens(doc[0]) == {0, 1, 2, 3}
    assert own_tokens(doc[2]) is own_tokens(doc[2])
    assert own_tokens(doc[2]) == {2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "We have paid refunds of £2m, to tenants and to landlords.",
        "Vouchers have been sent to travellers, and to their hosts.",
        "Ten schools were closed because of smoke and because of ash.",
        "No member was charged for calls or for data.",
    ],
)
def test_what_a_preposition_said_again_adds_is_in_the_claim(text: str) -> None:
    assert claims_of(text)[0].text == text.rstrip(".")
