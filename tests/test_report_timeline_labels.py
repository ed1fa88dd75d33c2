"""The words beside the marks of a picture keep clear of each other and stay within it."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.report.timeline_labels import (
    BESIDE_A_BAR,
    LETTER_WIDTH,
    LETTERS,
    ON_A_BAND,
    ROUND_A_POINT,
    Label,
    Spot,
    spots,
)

WIDTH, HEIGHT = 600.0, 260.0


def drawn(label: Label, spot: Spot) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of words that are set as the chart sets them at a spot."""
    wide = len(label.text) * LETTERS * LETTER_WIDTH
    left = {"right": label.x + 14, "left": label.x - 14 - wide}.get(
        spot.value, label.x - 2 - wide if spot.value.endswith("left") else label.x + 2
    )
    top = label.y - 7 if spot in (Spot.RIGHT, Spot.LEFT) else label.y + 10 if "below" in spot.value else label.y - 24
    return left, top, left + wide, top + LETTERS


def test_words_stand_above_their_point_where_nothing_is_in_the_way() -> None:
    far_apart = [Label("240", 50, 200, ROUND_A_POINT), Label("312", 300, 100, ROUND_A_POINT)]
    assert spots(far_apart, WIDTH, HEIGHT) == [Spot.ABOVE, Spot.ABOVE]


def test_the_second_of_two_near_each_other_goes_below_and_the_change_s_own_stay_above() -> None:
    near = [Label("about 17,300", 40, 80, ROUND_A_POINT), Label("17,300", 52, 80, ROUND_A_POINT, leads=True)]
    assert spots(near, WIDTH, HEIGHT) == [Spot.BELOW, Spot.ABOVE]


def test_words_at_the_right_end_run_to_the_left() -> None:
    assert spots([Label("more than a thousand", 590, 100, BESIDE_A_BAR)], WIDTH, HEIGHT) == [Spot.LEFT]
    assert spots([Label("“some thousands”", 520, 200, ON_A_BAND)], WIDTH, HEIGHT) == [Spot.OVER_BAND_LEFT]
    twice = [Label("eleven hundred", 595, 100, ROUND_A_POINT)] * 2
    assert spots(twice, WIDTH, HEIGHT) == [Spot.ABOVE_LEFT, Spot.BELOW_LEFT]


def test_where_every_place_is_taken_the_words_are_left_to_the_table() -> None:
    crowd = [Label("1,000,000 people", 300, 100, ROUND_A_POINT)] * 9
    found = spots(crowd, WIDTH, HEIGHT)
    assert Spot.NOWHERE in found
    assert found[0] is Spot.ABOVE


def test_words_of_a_band_are_never_left_out() -> None:
    assert spots([Label("“hundreds”", 300, 100, ON_A_BAND)] * 3, WIDTH, HEIGHT)[2] in ON_A_BAND


POINTS = st.builds(
    Label,
    text=st.text("0123456789,", min_size=1, max_size=12),
    x=st.floats(0, WIDTH),
    y=st.floats(0, HEIGHT),
    choices=st.sampled_from([ROUND_A_POINT, BESIDE_A_BAR]),
    leads=st.booleans(),
)


@given(st.lists(POINTS, max_size=8))
def test_no_words_lie_over_other_words_or_a_mark_and_none_leaves_the_picture(labels: list[Label]) -> None:
    placed = [
        drawn(label, spot)
        for label, spot in zip(labels, spots(labels, WIDTH, HEIGHT), strict=True)
        if spot is not Spot.NOWHERE
    ]
    slack = 2
    marks = [(one.x - 7, one.y - 7, one.x + 7, one.y + 7) for one in labels]
    assert all(box[0] >= -slack and box[2] <= WIDTH + slack for box in placed)
    for one, other in [*combinations(placed, 2), *product(placed, marks)]:
        apart = (
            one[2] <= other[0] + slack
            or other[2] <= one[0] + slack
            or one[3] <= other[1] + slack
            or other[3] <= one[1] + slack
        )
        assert apart
