"""Pairs of texts: what is said of them, and that it depends on nothing but the pair."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import comms_tracker
from comms_tracker.records import Relation
from comms_tracker.relation import Related, relate
from comms_tracker.relation.relate import claims_wanted

CONSISTENT, SUPERSEDED = Relation.CONSISTENT, Relation.SUPERSEDED
CONTRADICTORY, NOT_COMPARABLE = Relation.CONTRADICTORY, Relation.NOT_COMPARABLE


def answer(earlier: str, later: str) -> Related:
    return relate([(earlier, later)])[0]


@pytest.mark.parametrize(
    ("earlier", "later", "relation", "reason"),
    [
        (
            "More than 800 homes lost power.",
            "We now know that 1,250 homes lost power.",
            CONSISTENT,
            "“More than 800 homes” and “1,250 homes” can both hold",
        ),
        (
            "Fewer than 300 parcels were lost at the depot.",
            "The depot lost 412 parcels.",
            CONTRADICTORY,
            "“Fewer than 300 parcels” and “412 parcels” cannot both hold",
        ),
        (
            "The old bridge opened before 1912.",
            "The old bridge opened on 4 June 1914.",
            CONTRADICTORY,
            "“before 1912” and “4 June 1914” cannot both hold",
        ),
        (
            "The old bridge opened after 1912.",
            "The old bridge opened on 4 June 1914.",
            CONSISTENT,
            "“after 1912” and “4 June 1914” can both hold",
        ),
        (
            "The choir came third in the contest.",
            "The choir came fifth in the contest.",
            CONTRADICTORY,
            "“third” and “fifth” cannot both hold",
        ),
        (
            "The dish has a rating of over 7.5/10.",
            "Guests gave the dish a rating of 7.1/10.",
            CONTRADICTORY,
            "“over 7.5/10” and “7.1/10” cannot both hold",
        ),
        (
            "As of 3 May 2021 the fire had destroyed 69 houses.",
            "As of 7 May 2021 the fire had destroyed 80 houses.",
            SUPERSEDED,
            "“69 houses” and “80 houses” cannot both be current: the later text is of a later day",
        ),
        (
            "So far 310 families have been told.",
            "So far 455 families have been told.",
            SUPERSEDED,
            "“310 families” and “455 families” cannot both be current: the count runs on with time",
        ),
        (
            "The works employ 3,100 people.",
            "The strike lasted 12 hours.",
            NOT_COMPARABLE,
            "the later text has nothing to set against “3,100 people”",
        ),
        (
            "There is no evidence that payroll files were copied.",
            "Payroll files were copied in the break-in.",
            CONTRADICTORY,
            "“There is no evidence that payroll files were copied” and “Payroll files were copied in the break-in” "
            "cannot both be true",
        ),
        (
            "Nobody was hurt in the crash.",
            "Two people were hurt in the crash.",
            CONTRADICTORY,
            "“Nobody was hurt in the crash” and “Two people were hurt in the crash” cannot both be true",
        ),
        (
            "The outage lasted 2 hours.",
            "The outage lasted 120 minutes.",
            CONSISTENT,
            "“2 hours” and “120 minutes” can both hold",
        ),
        (
            "64 ferries were cancelled on Saturday.",
            "Another 51 ferries were cancelled on Sunday.",
            CONSISTENT,
            "“64 ferries” and “Another 51 ferries” can both hold",
        ),
        (
            "The fire was caused by a faulty lamp.",
            "We were wrong to say that the fire was caused by a faulty lamp.",
            CONTRADICTORY,
            "“The fire was caused by a faulty lamp” and “We were wrong to say that the fire was caused by a faulty "
            "lamp” cannot both be true",
        ),
        (
            "43 hives were lost to mites.",
            "51 hives were lost to mites, up from the 43 that we gave in May.",
            CONTRADICTORY,
            "“43 hives” and “51 hives” cannot both hold",
        ),
        (
            "The appeal raised more than £105m.",
            "The appeal raised more than £104m.",
            SUPERSEDED,
            "“more than £104m” took the place of “more than £105m”: the bound moved",
        ),
        (
            "A handful of appointments were postponed.",
            "We postponed 140 appointments.",
            CONSISTENT,
            "“a handful” of appointments and 140 appointments can both hold",
        ),
        (
            "We are sorry for the delay.",
            "The ferry was late.",
            NOT_COMPARABLE,
            "no claim of the one text is about the same thing as a claim of the other",
        ),
        (
            "The tide table is on page 4.",
            "The tide table is on page 4.",
            CONSISTENT,
            "the two texts say the same, word for word",
        ),
    ],
)
def test_the_relation_and_its_reason(earlier: str, later: str, relation: Relation, reason: str) -> None:
    found = answer(earlier, later)
    assert (found.relation, found.reason) == (relation, reason)


def test_what_is_withdrawn_twice_in_the_same_words_is_no_contradiction() -> None:
    withdrawn = "We were wrong to say that the fire was caused by a faulty lamp."
    assert answer(withdrawn, f"{withdrawn} We are sorry.").relation is CONSISTENT


def test_a_relation_rests_on_words_of_both_texts_with_their_places() -> None:
    earlier, later = "Fewer than 300 parcels were lost at the depot.", "In March the depot lost 412 parcels."
    found = answer(earlier, later)
    assert found.earlier is not None
    assert found.later is not None
    assert earlier[found.earlier.start : found.earlier.end] == found.earlier.text == "Fewer than 300"
    assert later[found.later.start : found.later.end] == found.later.text == "412"
    assert found.later.figure is not None
    assert found.later.figure.low == 412


def test_a_relation_of_claims_has_them_as_its_ground() -> None:
    earlier, later = "No tickets were sold twice.", "Some 240 tickets were sold twice."
    found = answer(earlier, later)
    assert found.relation is CONTRADICTORY
    assert found.earlier is not None
    assert found.earlier.claim is not None
    assert earlier[found.earlier.start : found.earlier.end] == found.earlier.claim.text


def test_the_package_relates_pairs_from_any_iterable() -> None:
    assert comms_tracker.relate(iter(PAIRS)) == relate(PAIRS)


def test_nothing_in_either_text_is_not_comparable_and_no_error() -> None:
    assert [one.relation for one in relate([("", "We lost 3 files."), ("We lost 3 files.", " ")])] == [
        NOT_COMPARABLE
    ] * 2
    assert relate([]) == []


PAIRS = [
    ("More than 800 homes lost power.", "1,250 homes lost power."),
    ("No homes lost power.", "1,250 homes lost power."),
    ("Some homes lost power.", "No homes lost power."),
    ("The line opened in 1907.", "The line opened in 1911."),
]


def test_an_answer_does_not_depend_on_the_other_pairs_or_their_order() -> None:
    alone = {pair: relate([pair])[0] for pair in PAIRS}
    for order in permutations(PAIRS):
        assert relate(order) == [alone[pair] for pair in order]
    assert relate(PAIRS + PAIRS) == relate(PAIRS) * 2


@given(st.integers(2, 99_999), st.integers(2, 99_999))
@settings(max_examples=25, deadline=None)
def test_two_numbers_for_one_thing_clash_both_ways_and_a_number_agrees_with_itself(one: int, other: int) -> None:
    texts = [f"The depot lost {number:,} parcels in the flood." for number in (one, other)]
    there, back = relate([(texts[0], texts[1]), (texts[1], texts[0])])
    assert (there.relation is CONSISTENT) == (back.relation is CONSISTENT) == (one == other)


@given(st.integers(100, 90_000), st.integers(1, 9_000))
@settings(max_examples=25, deadline=None)
def test_a_number_inside_a_bound_never_contradicts_it(number: int, less: int) -> None:
    bound = max(2, number - less)
    found = answer(
        f"More than {bound - 1:,} parcels were lost in the flood.", f"{number:,} parcels were lost in the flood."
    )
    assert found.relation is CONSISTENT


def test_claims_are_read_only_where_a_denial_or_the_lack_of_a_number_may_decide() -> None:
    numbers = ("More than 800 homes lost power.", "1,250 homes lost power.")
    denial = ("No homes lost power.", "1,250 homes lost power.")
    assert claims_wanted([numbers]) == frozenset()
    assert claims_wanted([numbers, denial]) == frozenset(denial)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_have_an_answer_with_a_probability(earlier: str, later: str) -> None:
    found = answer(earlier, later)
    assert 0 <= found.probability <= 1
    for text, ground in ((earlier, found.earlier), (later, found.later)):
        assert ground is None or text[ground.start : ground.end] == ground.text
