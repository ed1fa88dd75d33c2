"""How the numbers of two texts are set beside each other, and how they fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comms_tracker.claims.outline import iter_outlines
from comms_tracker.relation.choices import MOST
from comms_tracker.relation.features import features
from comms_tracker.relation.match import Fits, Match, match_all
from comms_tracker.relation.places import Places
from comms_tracker.relation.read import Read, read
from comms_tracker.relation.weights import probabilities, threshold


def reads(*texts: str) -> list[Read]:
    return [read(outline) for outline in iter_outlines(texts)]


def matched(earlier: str, later: str) -> list[tuple[str, str | None, Fits]]:
    then, now = reads(earlier, later)

    def words(match: Match) -> str | None:
        partner = match.partner
        return later[partner.later.start : partner.later.end] if partner is not None else None

    return [
        (earlier[match.earlier.start : match.earlier.end], words(match), match.fits)
        for match in match_all(then.quantities, now.quantities)
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "fits"),
    [
        ("More than 40 boats sank.", "52 boats sank.", Fits.HOLDS),
        ("52 boats sank.", "More than 40 boats sank.", Fits.OPEN),
        ("More than 40 boats sank.", "31 boats sank.", Fits.CLASH),
        ("52 boats sank.", "53 boats sank.", Fits.CLASH),
        ("52 boats sank.", "Another 8 boats sank.", Fits.OPEN),
        ("52 boats sank.", "The sea was rough.", Fits.ABSENT),
        ("It cost £9.5m.", "It cost £9,523,482.", Fits.HOLDS),
        ("It cost £9.5m.", "It cost £9,623,482.", Fits.CLASH),
        ("It opened in June 1914.", "It opened on 4 June 1914.", Fits.HOLDS),
        ("It opened on 4 June 1914.", "It opened in June 1914.", Fits.OPEN),
        ("It opened on 4 June.", "It opened on 4 June 1914.", Fits.HOLDS),
        ("It cost £3m.", "It cost $3m.", Fits.ABSENT),
    ],
)
def test_a_later_number_makes_true_leaves_open_or_excludes_the_earlier_one(
    earlier: str, later: str, fits: Fits
) -> None:
    assert [fit for _, _, fit in matched(earlier, later)] == [fits]


def test_each_number_goes_to_the_one_that_counts_the_same() -> None:
    assert matched("30 boats and 12 cars were lost.", "In the storm 14 cars and 30 boats were lost.") == [
        ("30", "30", Fits.HOLDS),
        ("12", "14", Fits.CLASH),
    ]


def test_a_number_that_the_later_text_only_restates_is_no_partner() -> None:
    assert matched("43 crews were needed.", "51 crews were needed, up from the 43 that we gave.") == [
        ("43", "51", Fits.CLASH)
    ]


def test_a_greater_number_is_no_rank_and_no_share() -> None:
    assert matched("The song sold 100,000 copies.", "It is her second song.") == [("100,000", None, Fits.ABSENT)]


def test_another_number_that_makes_the_earlier_one_true_disputes_a_clash() -> None:
    then, now = reads("More than 90 boats sank off Leigh.", "88 boats sank off Leigh, and 120 in all.")
    (match,) = match_all(then.quantities, now.quantities)
    assert match.holder is not None
    assert match.holder.later.interval.middle == 120
    assert (match.fits, match.disputed) == (Fits.CLASH, True)


def test_among_very_many_numbers_one_is_set_against_the_nearest() -> None:
    many = " ".join(f"Mill {place} burned {7 * place:,} tonnes." for place in range(20, 220))
    then, now = reads("A mill burned 701 tonnes.", many)
    (match,) = match_all(then.quantities, now.quantities)
    assert match.choices == MOST
    assert match.partner is not None
    assert match.partner.later.interval.middle == 700


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=30))
def test_places_are_free_where_nothing_overlaps(stretches: list[tuple[int, int]]) -> None:
    places, taken = Places(), set[int]()
    for start, length in stretches:
        covered = set(range(start, start + length))
        assert places.free(start, start + length) is not bool(covered & taken)
        if not covered & taken:
            places.add(start, start + length)
            taken |= covered


@given(st.integers(1, 10_000), st.integers(1, 10_000))
@settings(max_examples=30, deadline=None)
def test_whether_two_exact_numbers_clash_does_not_depend_on_which_came_first(one: int, other: int) -> None:
    texts = [f"The mill burned {number:,} tonnes of coal." for number in (one, other)]
    there, back = matched(texts[0], texts[1]), matched(texts[1], texts[0])
    assert [fit for *_, fit in there] == [fit for *_, fit in back]


def test_the_three_probabilities_make_one_and_a_clash_in_the_same_words_is_likeliest_to_exclude() -> None:
    then, now, other = reads("31 boats sank off Leigh.", "45 boats sank off Leigh.", "Staff ate 45 pies at noon.")
    same, unlike = (
        probabilities(features(then, later, match_all(then.quantities, later.quantities))) for later in (now, other)
    )
    for given_ in (same, unlike):
        assert given_.contradictory + given_.consistent + given_.not_comparable == pytest.approx(1)
    assert same.contradictory > threshold() > unlike.contradictory


def test_features_have_the_same_names_in_the_same_order_for_every_pair() -> None:
    texts = ["31 boats sank.", "", "It opened in 1914.", "Nobody was hurt."]
    rows = [
        list(features(then, now, match_all(then.quantities, now.quantities)))
        for then in reads(*texts)
        for now in reads(*texts)
    ]
    assert len(rows[0]) > 10
    assert all(row == rows[0] for row in rows)
