"""Each kind of change is named where it holds, and not for its near miss."""

from __future__ import annotations

import pytest
from changes_samples import about, between, change, every, exact, kinds, over, per_cent, says, under, vague

from comms_tracker.records import (
    Basis,
    Certainty,
    ChangeKind,
    Direction,
    Relation,
    StatedBasis,
)

K = ChangeKind
SMALL = vague("a very small number", (1, 8), (0.2, 8))


def test_a_vague_word_that_becomes_a_number_above_its_usual_reading_is_quantified_and_also_higher_and_wider() -> None:
    found = change(
        says(
            "It has been necessary to cancel a very small number of elective operations, those that relied on images",
            SMALL,
            scope=("elective", "those that relied on images"),
        ),
        says("136 operations were cancelled", exact("136", 136)),
    )
    assert kinds(found) == (K.QUANTIFIED, (K.REVISED_UP, K.WIDENED_SCOPE), Relation.CONSISTENT)
    assert found.direction is Direction.UP
    assert found.ratio == (17.0, 136.0)
    assert found.stated_basis is None


def test_a_number_inside_the_usual_reading_is_quantified_and_nothing_else() -> None:
    found = change(
        says("a very small number of operations were cancelled", SMALL),
        says("six operations were cancelled", exact("six", 6)),
    )
    assert kinds(found) == (K.QUANTIFIED, (), Relation.CONSISTENT)
    assert found.direction is None


def test_any_number_fits_a_bare_some() -> None:
    found = change(
        says("Some letters were not sent", vague("Some", (3, 6)), event="send", counted="letter"),
        says("1,846 letters were not sent", exact("1,846", 1846), event="send", counted="letter"),
    )
    assert kinds(found) == (K.QUANTIFIED, (), Relation.CONSISTENT)


NUMBERS = [
    (over("more than 800", 800), exact("900", 900), K.QUANTIFIED, Relation.CONSISTENT),
    (over("more than 800", 800), exact("700", 700), K.REVISED_DOWN, Relation.SUPERSEDED),
    (under("fewer than 250", 250), exact("433", 433), K.REVISED_UP, Relation.SUPERSEDED),
    (between("between 135 and 270", 135, 270), exact("200", 200), K.QUANTIFIED, Relation.CONSISTENT),
    (between("between 135 and 270", 135, 270), under("less than 55", 55), K.REVISED_DOWN, Relation.SUPERSEDED),
    (exact("1,184", 1184), exact("1,067", 1067), K.REVISED_DOWN, Relation.SUPERSEDED),
    (about("about 300", 300, 30), exact("580", 580), K.REVISED_UP, Relation.SUPERSEDED),
    (about("about 9.5m", 9.5e6, 5e4), exact("9.5 million", 9.5e6), K.UNCHANGED, Relation.CONSISTENT),
    (exact("9.5m", 9.5e6), exact("9,523,482", 9_523_482), K.UNCHANGED, Relation.CONSISTENT),
    (under("up to 500", 500, closed=True), under("up to 300", 300, closed=True), K.REVISED_DOWN, Relation.CONSISTENT),
    (over("at least 40", 40, closed=True), over("at least 60", 60, closed=True), K.REVISED_UP, Relation.CONSISTENT),
    (exact("80", 80), over("at least 80", 80, closed=True), K.UNCHANGED, Relation.CONSISTENT),
    (exact("80", 80), over("more than 50", 50), K.OBSCURED, Relation.CONSISTENT),
    (exact("8,400", 8400), between("between 5,000 and 9,000", 5000, 9000), K.OBSCURED, Relation.CONSISTENT),
    (exact("1,730", 1730), vague("many", (20, 3000)), K.OBSCURED, Relation.CONSISTENT),
    (vague("a handful", (2, 7)), vague("several", (4, 10)), K.UNCHANGED, Relation.CONSISTENT),
    (vague("a handful", (2, 7)), vague("hundreds", (200, 900)), K.REVISED_UP, Relation.SUPERSEDED),
    (per_cent("one in five", 20), per_cent("roughly 20 per cent", 20, 1), K.UNCHANGED, Relation.CONSISTENT),
    (
        under("fewer than 3 per cent", 3, unit="percent"),
        per_cent("3.4 per cent", 3.4),
        K.REVISED_UP,
        Relation.SUPERSEDED,
    ),
    (vague("most", share=(60, 90)), every("all"), K.REVISED_UP, Relation.SUPERSEDED),
    (
        vague("a few minutes", (3, 5), unit="minute"),
        under("up to six hours", 6, closed=True, unit="hour"),
        K.QUANTIFIED,
        Relation.CONSISTENT,
    ),
]


@pytest.mark.parametrize(
    ("then", "now", "kind", "relation"), NUMBERS, ids=lambda value: getattr(value, "text", str(value))
)
def test_two_figures_decide_the_kind_and_whether_both_can_hold(then, now, kind, relation) -> None:  # type: ignore[no-untyped-def]
    found = change(
        says(f"{then.text} scripts are affected", then, event="affect", counted="script"),
        says(f"{now.text} scripts are affected", now, event="affect", counted="script"),
    )
    assert (found.kind, found.relation) == (kind, relation)


def test_all_becomes_all_but_three_and_goes_down() -> None:
    found = change(
        says("All trains are back", every("All"), event="be back", counted="train"),
        says("all but three trains are back", exact("three", 3), event="be back", counted="train"),
    )
    assert (found.kind, found.direction) == (K.REVISED_DOWN, Direction.DOWN)


@pytest.mark.parametrize(
    ("later", "kind"),
    [("the climber who fell died", K.UNCHANGED), ("climbers who fell have died", K.OBSCURED)],
)
def test_the_one_who_was_counted_may_be_told_of_without_a_number(later: str, kind: K) -> None:
    earlier = says("one climber has died", exact("one", 1), event="die", counted="climber")
    assert change(earlier, says(later, event="die", counted="climber", scope=("who fell",))).kind is kind


def test_what_the_sentence_of_a_cut_claim_still_names_is_not_gone() -> None:
    earlier = says("Vouchers will go to tenants and landlords", event="go", counted="voucher")
    later = says("Vouchers will go to tenants", event="go", counted="voucher")
    assert change(earlier, later).kind is K.NARROWED_SCOPE
    assert change(earlier, later, after=f"{later.text} and landlords hit by the leak.").kind is K.UNCHANGED


def test_a_share_and_a_count_are_never_set_against_each_other() -> None:
    found = change(
        says("a quarter of clients are affected", per_cent("a quarter", 25), event="affect", counted="client"),
        says("75 million clients are affected", exact("75 million", 75e6), event="affect", counted="client"),
    )
    assert kinds(found) == (K.QUANTIFIED, (), Relation.NOT_COMPARABLE)
    assert (found.ratio, found.direction) == (None, None)


def test_two_currencies_are_not_comparable() -> None:
    found = change(
        says("it will cost £3m", exact("£3m", 3e6, "GBP"), event="cost", counted="cost"),
        says("it will cost €9m", exact("€9m", 9e6, "EUR"), event="cost", counted="cost"),
    )
    assert kinds(found) == (K.UNCHANGED, (), Relation.NOT_COMPARABLE)


def test_one_week_is_no_revision_of_another() -> None:
    found = change(
        says("61 flights were cancelled last week", exact("61", 61), basis=Basis.PERIOD, period="w1"),
        says("9 flights were cancelled this week", exact("9", 9), basis=Basis.PERIOD, period="w2"),
    )
    assert found.relation is Relation.NOT_COMPARABLE
    assert (found.ratio, found.direction) == (None, None)


RUNNING = [
    ("die", "life", "69 lives were lost", "80 lives were lost", K.PROGRESSED),
    ("die", "life", "80 lives were lost", "68 lives were lost", K.REVISED_DOWN),
    ("wait", "bag", "23,000 bags are waiting", "2,300 bags are still waiting", K.PROGRESSED),
    ("return", "bag", "4,150 bags have been returned", "25,200 bags have been returned", K.PROGRESSED),
    ("cancel", "flight", "31 flights have been cancelled so far", "61 flights have been cancelled", K.PROGRESSED),
    ("cancel", "flight", "31 flights were cancelled", "61 flights were cancelled", K.REVISED_UP),
    ("send", "letter", "1,846 letters were not sent", "2,290 letters were not sent", K.REVISED_UP),
]


@pytest.mark.parametrize("case", RUNNING, ids=lambda case: case[3])
def test_a_running_count_moves_on_and_any_other_is_revised(case: tuple[str, str, str, str, ChangeKind]) -> None:
    event, counted, first, second, kind = case
    then, now = (exact(words.split()[0], float(words.split()[0].replace(",", ""))) for words in (first, second))
    found = change(says(first, then, event=event, counted=counted), says(second, now, event=event, counted=counted))
    assert (found.kind, found.relation) == (kind, Relation.SUPERSEDED)


def test_words_of_correction_make_a_running_count_a_revision() -> None:
    found = change(
        says("69 lives were lost", exact("69", 69), event="die", counted="life"),
        says("75 lives were lost", exact("75", 75), event="die", counted="life"),
        after="75 lives were lost. That figure corrects an error in our count.",
    )
    assert (found.kind, found.stated_basis) == (K.REVISED_UP, StatedBasis.CORRECTION)


def test_an_estimate_that_ends_at_another_number_is_revised_although_such_counts_run_on() -> None:
    found = change(
        says(
            "we expect to write to 433,541 people",
            exact("433,541", 433541),
            event="write",
            counted="person",
            certainty=Certainty.FORECAST,
            hedge="expect",
        ),
        says("we wrote to 526,000 people", exact("526,000", 526000), event="write", counted="person"),
    )
    assert found.kind is K.REVISED_UP


RETRACTIONS = [
    "Our first figure of 560 cars was not borne out",
    "We withdraw the figure of 560 cars",
    "The figure of 560 cars no longer stands",
    "We should not have said that 560 cars were affected",
]


@pytest.mark.parametrize("words", RETRACTIONS)
def test_words_that_take_a_figure_back_retract_it(words: str) -> None:
    found = change(
        says("560 cars are affected", exact("560", 560), event="affect", counted="car"),
        says(words, exact("560", 560), event="affect", counted="car", restated=True),
    )
    assert kinds(found) == (K.RETRACTED, (), Relation.CONTRADICTORY)
    assert found.stated_basis is StatedBasis.RETRACTION


def test_withdrawing_trains_from_service_takes_no_word_back() -> None:
    found = change(
        says("11 trains were withdrawn", exact("11", 11), event="withdraw", counted="train"),
        says("11 trains have been withdrawn from service", exact("11", 11), event="withdraw", counted="train"),
    )
    assert (found.kind, found.stated_basis) == (K.UNCHANGED, None)


def test_a_restated_figure_with_another_value_has_the_kind_that_the_numbers_give() -> None:
    found = change(
        says("Eleven trains are idle", exact("Eleven", 11), event="affect", counted="train"),
        says("14 trains, as we said", exact("14", 14), event="affect", counted="train", restated=True),
    )
    assert (found.kind, found.relation) == (K.REVISED_UP, Relation.CONTRADICTORY)


def test_a_change_of_method_gives_no_ratio_and_no_comparison() -> None:
    found = change(
        says("1,200 cases were found", exact("1,200", 1200), event="find", counted="case"),
        says("900 cases were found", exact("900", 900), event="find", counted="case"),
        after="900 cases were found. Cases are now counted on a new basis.",
    )
    assert (found.kind, found.relation, found.ratio) == (K.REVISED_DOWN, Relation.NOT_COMPARABLE, None)
    assert (found.stated_basis, found.direction) == (StatedBasis.METHOD_CHANGE, Direction.DOWN)


def test_two_numbers_for_the_same_day_cannot_both_be_true() -> None:
    then = says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script")
    now = says("1,067 scripts are affected", exact("1,067", 1067), event="affect", counted="script")
    assert change(then, now, days=("2024-03-01", "2024-03-01")).relation is Relation.CONTRADICTORY
    assert change(then, now, days=("2024-03-01", "2024-03-01"), confidence=0.7).relation is Relation.SUPERSEDED
    assert change(then, now, days=(None, None)).relation is Relation.SUPERSEDED


def test_confidence_is_the_links_times_how_clear_the_kind_is() -> None:
    then = says("1,184 scripts are affected", exact("1,184", 1184), event="affect", counted="script")
    now = says("1,067 scripts are affected", exact("1,067", 1067), event="affect", counted="script")
    assert change(then, now, confidence=0.8).confidence == pytest.approx(0.8 * 0.95)
