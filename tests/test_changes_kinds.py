"""Each kind of change is named where it holds, and not for its near miss."""

from __future__ import annotations

import pytest
from changes_samples import about, between, change, denies, every, exact, none, over, per_cent, says, under, vague

from comms_tracker.records import (
    Basis,
    Certainty,
    Change,
    ChangeKind,
    Claim,
    Direction,
    Polarity,
    Relation,
    StatedBasis,
)

K = ChangeKind
SMALL = vague("a very small number", (1, 8), (0.2, 8))


def kinds(found: Change) -> tuple[ChangeKind, tuple[ChangeKind, ...], Relation | None]:
    return found.kind, found.also, found.relation


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


NO_SERVICES = denies("No services have been cancelled", figure=none("No"), counted="service")
MANY_SERVICES = says("More than 140 services have been cancelled", over("More than 140", 140), counted="service")


def test_what_was_denied_and_is_affirmed_is_contradicted() -> None:
    found = change(NO_SERVICES, MANY_SERVICES)
    assert kinds(found) == (K.CONTRADICTED, (K.QUANTIFIED,), Relation.CONTRADICTORY)


def test_a_denial_of_so_far_is_superseded() -> None:
    found = change(
        denies("No services have been cancelled so far", figure=none("No"), counted="service"), MANY_SERVICES
    )
    assert kinds(found) == (K.CONTRADICTED, (K.QUANTIFIED,), Relation.SUPERSEDED)


def test_nothing_restored_yet_and_then_some_restored_is_progress() -> None:
    found = change(
        denies("No lines have been restored yet", figure=none("No"), event="restore", counted="line"),
        says("12 lines have been restored", exact("12", 12), event="restore", counted="line"),
    )
    assert (found.kind, found.relation) == (K.PROGRESSED, Relation.SUPERSEDED)


def test_a_doubtful_link_accuses_nobody() -> None:
    found = change(NO_SERVICES, MANY_SERVICES, confidence=0.55)
    assert kinds(found) == (K.QUANTIFIED, (), Relation.NOT_COMPARABLE)
    assert "both can hold" in found.explanation


def test_a_denial_about_one_group_does_not_clash_with_an_affirmation_about_all() -> None:
    found = change(
        denies(
            "No candidate who held a firm offer lost a place",
            figure=none("No"),
            event="lose",
            counted="candidate",
            scope=("who held a firm offer",),
        ),
        says("12 candidates lost a place", exact("12", 12), event="lose", counted="candidate"),
    )
    assert kinds(found) == (K.QUANTIFIED, (K.WIDENED_SCOPE,), Relation.NOT_COMPARABLE)


def test_denying_one_number_belies_no_other_number() -> None:
    found = change(
        says("1,100 customers had details taken", exact("1,100", 1100), event="take", counted="customer"),
        denies(
            "6,500 customers did not have details taken", figure=exact("6,500", 6500), event="take", counted="customer"
        ),
    )
    assert found.relation is Relation.NOT_COMPARABLE
    assert found.kind is not K.CONTRADICTED


def test_all_was_well_and_harm_is_counted() -> None:
    found = change(
        says("Long-haul flights are running normally", event="run normally", counted="flight"),
        says("six long-haul flights were cancelled", exact("six", 6), counted="flight"),
    )
    assert (found.kind, found.relation) == (K.CONTRADICTED, Relation.SUPERSEDED)


FLAT = denies("No bag has been lost", event="lose", counted="bag")
HEDGED_DENIALS = [
    denies(
        "We are not aware of any bag that has been lost",
        event="lose",
        counted="bag",
        hedge="not aware of",
        certainty=Certainty.HEDGED,
    ),
    denies("We have come across no bag that was lost", event="lose", counted="bag", hedge="come across no"),
    denies(
        "There is no evidence that a bag was lost",
        event="lose",
        counted="bag",
        hedge="no evidence",
        certainty=Certainty.HEDGED,
    ),
]


@pytest.mark.parametrize("hedged", HEDGED_DENIALS, ids=lambda claim: claim.hedge)
def test_a_flat_denial_that_gets_a_hedge_is_softened_and_the_reverse_strengthened(hedged: Claim) -> None:
    assert kinds(change(FLAT, hedged)) == (K.SOFTENED, (), Relation.CONSISTENT)
    assert kinds(change(hedged, FLAT)) == (K.STRENGTHENED, (), Relation.CONSISTENT)


def test_a_denial_repeated_in_other_words_is_unchanged() -> None:
    found = change(FLAT, denies("Not one bag was lost", event="lose", counted="bag", hedge="confirmed"))
    assert kinds(found) == (K.UNCHANGED, (), Relation.CONSISTENT)


def test_a_denial_that_gets_a_limit_is_narrowed_before_it_is_softened() -> None:
    found = change(
        denies("no candidate has lost a place", event="lose", counted="candidate"),
        denies(
            "we know of no candidate who held a firm offer and lost a place",
            event="lose",
            counted="candidate",
            scope=("who held a firm offer",),
            hedge="know of no",
        ),
    )
    assert kinds(found) == (K.NARROWED_SCOPE, (K.SOFTENED,), Relation.CONSISTENT)


def test_more_things_named_together_widen_and_fewer_narrow() -> None:
    some = says("Sign-in is working normally", event="work", counted="sign-in")
    more = says("Sign-in and exports are working normally", event="work", counted="sign-in")
    assert change(some, more).kind is K.WIDENED_SCOPE
    assert change(more, some).kind is K.NARROWED_SCOPE


def test_the_same_count_described_otherwise_keeps_its_scope() -> None:
    found = change(
        says(
            "61 accounts whose owners were strangers were opened",
            exact("61", 61),
            event="open",
            counted="account",
            scope=("whose owners were strangers",),
        ),
        says("the 61 accounts that were opened", exact("61", 61), event="open", counted="account"),
    )
    assert kinds(found) == (K.UNCHANGED, (), Relation.CONSISTENT)


def test_could_be_becomes_was_and_the_reverse() -> None:
    could = says(
        "421 customers could be affected",
        exact("421", 421),
        event="affect",
        counted="customer",
        certainty=Certainty.HEDGED,
        hedge="could",
    )
    was = says("421 customers were affected", exact("421", 421), event="affect", counted="customer")
    assert change(could, was).kind is K.STRENGTHENED
    assert change(was, could).kind is K.SOFTENED


def test_a_could_and_an_estimate_are_equally_firm() -> None:
    found = change(
        says(
            "421 customers could be affected",
            exact("421", 421),
            event="affect",
            counted="customer",
            certainty=Certainty.HEDGED,
            hedge="could",
        ),
        says(
            "we expect to end at 421 customers",
            exact("421", 421),
            event="affect",
            counted="customer",
            certainty=Certainty.FORECAST,
            hedge="expect",
        ),
    )
    assert found.kind is K.UNCHANGED


UNKNOWN = says(
    "We cannot yet say how many trains need a repair",
    event="need",
    counted="train",
    polarity=Polarity.UNKNOWN,
    hedge="cannot yet say",
)


def test_what_was_not_known_becomes_a_number_and_the_reverse() -> None:
    known = says("Thirteen trains need a repair", exact("Thirteen", 13), event="need", counted="train")
    assert kinds(change(UNKNOWN, known)) == (K.QUANTIFIED, (), Relation.CONSISTENT)
    assert kinds(change(known, UNKNOWN)) == (K.OBSCURED, (), Relation.CONSISTENT)
    assert kinds(change(UNKNOWN, UNKNOWN)) == (K.UNCHANGED, (), Relation.CONSISTENT)


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
