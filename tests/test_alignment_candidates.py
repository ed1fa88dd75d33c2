"""The index of candidates: what is not weighed could not be linked, and no link is lost by it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.candidates import left_to_weigh
from scoring.sets import STAGES, own_gold
from vectors_samples import NoVectors

from comms_tracker.alignment.candidates import Candidates
from comms_tracker.alignment.features import NAMES, Place
from comms_tracker.alignment.model import OPEN, weights
from comms_tracker.alignment.scoring import Scorer, places
from comms_tracker.encoder import MemoryVectors
from comms_tracker.records import Claim, Figure, FigureKind, Measure, Polarity
from comms_tracker.scoring.verdicts import READING

WORDS = ("passenger", "bag", "case", "resident", "leak", "cancel", "delay", "injure", "hurt", "reopen", "lose", "be")
NOUNS = (None, *WORDS[:4], "person", "traveller", "account", "holder", "illness")
EVENTS = (None, *WORDS[4:], "affect", "treat", "fall ill", "close")
TEXTS = ("some were", "the correct figure is", "we withdraw that", "as was said")
MARKED = frozenset(
    {"noun_same", "noun_kin", "noun_mentioned", "event_same", "event_near", "flip_event_same", "flip_event_near"}
    | {
        "both_lead",
        "sole",
        "wording",
        "scope_shared",
        "value_same",
        "unit_same",
        "both_denied",
        "withdrawn",
        "corrects",
    }
)
"""What is true only of a pair with a mark in common, or of a later claim that may go on from any."""
OF_NUMBERS = frozenset({"value_near", "value_far", "share_against_count", "unit_other"})


@st.composite
def incidents(draw: st.DrawFn) -> list[Claim]:
    """Claims of some statements, of any words and numbers."""
    count = draw(st.integers(2, 8))
    return [draw(claims(number)) for number in range(count)]


@st.composite
def claims(draw: st.DrawFn, number: int) -> Claim:
    counted, event = draw(st.sampled_from(NOUNS)), draw(st.sampled_from(EVENTS))
    more = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    scope = draw(st.sampled_from(((), ("in the north",), ("at the harbour",))))
    text = draw(st.sampled_from(TEXTS))
    phrase = " ".join(word for word in (counted, event, *more) if word is not None)
    return Claim(
        id=f"c{number}",
        statement=f"s{number // 2}",
        start=0,
        end=len(text),
        text=text,
        figure=draw(st.none() | figures()),
        measure=Measure(event, counted, scope, None, None, phrase),
        polarity=draw(st.sampled_from(Polarity)),
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low = draw(st.integers(0, 400) | st.integers(1, 60).map(lambda number: number * 50))
    unit = draw(st.sampled_from((None, None, "percent", "GBP", "hour")))
    kind = draw(st.sampled_from((FigureKind.EXACT, FigureKind.UNIVERSAL, FigureKind.VAGUE)))
    high = 0 if kind is FigureKind.UNIVERSAL else low
    tolerance = draw(st.none() | st.just(low / 10))
    return Figure(
        "some", 0, 4, kind, low if kind is not FigureKind.VAGUE else None, high, unit=unit, tolerance=tolerance
    )


@given(incidents())
def test_what_has_nothing_in_common_is_never_open(made: list[Claim]) -> None:
    scorer, index = Scorer(made, NoVectors()), Candidates(made, places(made))
    for later in made:
        found = index.of(later)
        left_out = [earlier for earlier in made if earlier.id not in found]
        assert [earlier for earlier in left_out if scorer.by_words(earlier, later) > OPEN[0]] == []


def claim_of(claim: str, number: int, noun: str, event: str) -> Claim:
    text = f"{number} {noun}s"
    figure = Figure(str(number), 0, 2, FigureKind.EXACT, number, number)
    return Claim(claim, claim, 0, len(text), text, figure, Measure(event, noun, (), None, None, f"{noun} {event}"))


BAGS, LEAKS = claim_of("a", 40, "bag", "lose"), claim_of("b", 90, "leak", "weld")


def in_hours(claim: Claim) -> Claim:
    assert claim.figure is not None
    return replace(claim, figure=replace(claim.figure, unit="hour"))


def of_the_north(claim: Claim) -> Claim:
    return replace(claim, measure=replace(claim.measure, scope=("in the north",)))


def forty(claim: Claim) -> Claim:
    return replace(claim, figure=BAGS.figure)


def denied(claim: Claim) -> Claim:
    return replace(claim, polarity=Polarity.DENIED)


def met(a: Claim, b: Claim, leading: bool = False) -> bool:
    """Whether the second may go on from the first."""
    placed = {claim.id: Place(1, leading) for claim in (a, b)}
    return a.id in Candidates([a, b], placed).of(b)


@pytest.mark.parametrize("told", [in_hours, of_the_north, forty, denied])
def test_what_is_true_of_both_lets_one_go_on_from_the_other(told: Callable[[Claim], Claim]) -> None:
    assert met(told(BAGS), told(LEAKS))
    assert not met(BAGS, LEAKS)


def test_the_first_figures_of_two_statements_may_go_on_from_one_another() -> None:
    assert met(BAGS, LEAKS, leading=True)


@pytest.mark.parametrize("text", ["the correct figure is 90", "we withdraw that"])
def test_what_corrects_or_takes_back_may_go_on_from_anything(text: str) -> None:
    assert met(BAGS, replace(LEAKS, text=text))


@pytest.mark.parametrize(("noun", "event"), [("suitcase", "weld"), ("leak", "mislay"), ("leak", "steal")])
def test_another_word_for_what_is_counted_or_happened_is_in_common(noun: str, event: str) -> None:
    assert met(BAGS, claim_of("b", 90, noun, event))


def about(claim: Claim, number: float, tolerance: float | None = None) -> Claim:
    figure = Figure(f"{number:,}", 0, 2, FigureKind.APPROXIMATE, number, number, tolerance=tolerance)
    return replace(claim, figure=figure)


@pytest.mark.parametrize(
    ("then", "now"), [((400, 40), (436, None)), ((436, None), (400, 40)), ((364, None), (400, 40))]
)
def test_numbers_that_may_be_the_same_let_one_go_on_from_the_other(
    then: tuple[float, float | None], now: tuple[float, float | None]
) -> None:
    assert met(about(BAGS, *then), about(LEAKS, *now))
    assert not met(about(BAGS, 400, 40), about(LEAKS, 600))


def test_a_noun_that_names_what_happened_has_the_events_of_its_group_in_common() -> None:
    cracks = claim_of("a", 40, "crack", "report")
    assert met(cracks, claim_of("b", 90, "barge", "break"))
    assert not met(cracks, claim_of("b", 90, "barge", "weld"))


def test_what_one_counts_is_in_common_with_another_that_only_mentions_it() -> None:
    unspoken = replace(BAGS, measure=replace(BAGS.measure, phrase=""))
    mentions = replace(LEAKS, measure=replace(LEAKS.measure, phrase="leak in the bag"))
    assert met(unspoken, mentions)
    assert not met(replace(unspoken, measure=Measure("lose", None)), mentions)


def test_by_the_weights_nothing_without_a_mark_can_be_open() -> None:
    intercept, row = weights("words")
    unmarked = {name: max(weight, 0.0) for name, weight in zip(NAMES, row, strict=True) if name not in MARKED}
    unmarked.pop("meaning")
    with_numbers = sum(weight for name, weight in unmarked.items() if name not in {"both_figureless", "figure_missing"})
    without = sum(weight for name, weight in unmarked.items() if name not in OF_NUMBERS)
    limit = math.log(OPEN[0] / (1 - OPEN[0]))
    assert intercept + max(with_numbers, without) <= limit, "a feature weighs more than before: give it a mark"


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, stages in STAGES.items() if stages != READING])
def test_no_link_on_gold_is_lost_by_weighing_candidates_only(name: str) -> None:
    found = left_to_weigh(own_gold(name), MemoryVectors())
    assert found.lost == 0
    assert found.most <= OPEN[0]
    assert found.weighed < 0.6 * found.pairs
