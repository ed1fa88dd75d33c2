"""Interval arithmetic holds for every interval, with open ends and without."""

from __future__ import annotations

from changes_samples import about, exact, over, per_cent, under, vague
from hypothesis import given, settings
from hypothesis import strategies as st

from comms_tracker.changes.intervals import (
    Interval,
    can_both_hold,
    direction,
    inside,
    ratio,
    same_after_rounding,
    stated,
    wholly_below,
)
from comms_tracker.records import Direction

numbers = (st.integers(0, 6) | st.integers(0, 10_000_000)).map(float)
few = st.integers(0, 6).map(float)
PLACES = [place / 2 for place in range(-2, 15)]
"""Every end that an interval of few numbers may have, each place between two ends, and one beyond each of them."""


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[float] = numbers) -> Interval:
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return Interval(low, high)
    kind = draw(st.sampled_from(["both", "low", "high"]))
    return Interval(
        None if kind == "high" else low, None if kind == "low" else high, draw(st.booleans()), draw(st.booleans())
    )


def holds(interval: Interval, number: float) -> bool:
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    below = interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    return above and below


@settings(max_examples=400)
@given(intervals(few), intervals(few))
def test_two_intervals_can_both_hold_exactly_where_a_number_is_in_both(a: Interval, b: Interval) -> None:
    shared = [place for place in PLACES if holds(a, place) and holds(b, place)]
    assert can_both_hold(a, b) is can_both_hold(b, a) is bool(shared)


@settings(max_examples=400)
@given(intervals(few), intervals(few))
def test_one_is_inside_another_exactly_where_it_holds_no_number_that_the_other_does_not(
    a: Interval, b: Interval
) -> None:
    assert inside(a, b) is all(holds(b, place) for place in PLACES if holds(a, place))


@settings(max_examples=400)
@given(intervals(few), intervals(few))
def test_one_is_wholly_below_another_exactly_where_each_of_its_numbers_is(a: Interval, b: Interval) -> None:
    pairs = [(low, high) for low in PLACES if holds(a, low) for high in PLACES if holds(b, high)]
    assert wholly_below(a, b) is all(low < high for low, high in pairs)


@given(intervals())
def test_every_interval_is_inside_itself_and_has_not_moved(a: Interval) -> None:
    assert inside(a, a)
    assert direction(a, a) is None


@given(intervals(), intervals())
def test_direction_turns_round_when_the_order_does(a: Interval, b: Interval) -> None:
    turned = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP, None: None}
    assert direction(b, a) is turned[direction(a, b)]


@given(intervals(), intervals())
def test_an_interval_wholly_below_another_goes_up_to_it(a: Interval, b: Interval) -> None:
    if wholly_below(a, b):
        assert direction(a, b) is Direction.UP


@given(numbers.filter(bool), numbers.filter(bool), numbers.filter(bool), numbers.filter(bool))
def test_the_ratio_of_any_two_numbers_inside_lies_inside_the_ratio(a: float, b: float, c: float, d: float) -> None:
    then, now = Interval(*sorted((a, b))), Interval(*sorted((c, d)))
    bounds = ratio(then, now)
    assert bounds is not None
    low, high = bounds
    assert low is not None
    assert high is not None
    for earlier in (a, b):
        for later in (c, d):
            assert low * (1 - 1e-5) <= later / earlier <= high * (1 + 1e-5)


def test_the_ratio_has_an_open_end_where_an_interval_has_one() -> None:
    assert ratio(Interval(140, None), Interval(640, 640)) == (None, 4.57143)
    assert ratio(Interval(None, 100), Interval(50, 50)) == (0.5, None)
    assert ratio(Interval(None, None), Interval(50, 50)) is None
    assert ratio(Interval(0, 0), Interval(50, 50)) is None


def test_a_tolerance_widens_a_number_and_closes_the_open_side_of_nearly() -> None:
    assert stated(about("about 400", 400, 40)) == Interval(360, 440)
    assert stated(exact("136", 136)) == Interval(136, 136)
    assert stated(over("more than 800", 800)) == Interval(800, None, True, False)
    assert stated(under("up to 500", 500, closed=True)) == Interval(None, 500)
    assert stated(vague("several", (4, 10))) is None


def test_a_number_is_the_same_when_it_rounds_to_the_other() -> None:
    assert same_after_rounding(exact("9.5m", 9_500_000), exact("9,523,482", 9_523_482))
    assert same_after_rounding(per_cent("2.5 per cent", 2.5), per_cent("2.48 per cent", 2.48))
    assert same_after_rounding(exact("40 million", 40e6), exact("40.3 million", 40.3e6))


def test_the_sign_of_a_unit_is_no_digit_of_the_number() -> None:
    assert same_after_rounding(exact("2.5 million km²", 2.5e6, "square kilometre"), exact("2,510,000 km²", 2.51e6))
    assert not same_after_rounding(exact("3,840²", 3840), exact("3,841²", 3841))


def test_near_misses_of_rounding_are_other_numbers() -> None:
    assert not same_after_rounding(exact("9.5m", 9_500_000), exact("9.6m", 9_600_000))
    assert not same_after_rounding(exact("400", 400), exact("412", 412))
    assert not same_after_rounding(exact("40 million", 40e6), exact("40.6 million", 40.6e6))
