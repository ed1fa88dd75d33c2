"""What is denied, not known or said more or less firmly: each kind where it holds, and not for its near miss."""

from __future__ import annotations

import pytest
from changes_samples import change, denies, exact, kinds, none, over, says, vague

from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.records import Certainty, ChangeKind, Claim, Figure, FigureKind, Polarity, Relation

K = ChangeKind

NO_SERVICES = denies("No services have been cancelled", figure=none("No"), counted="service")
MANY_SERVICES = says("More than 140 services have been cancelled", over("More than 140", 140), counted="service")


def test_what_was_denied_and_is_affirmed_is_contradicted() -> None:
    found = change(
        denies("No services were cancelled", figure=none("No"), counted="service"),
        says("More than 140 services were cancelled", over("More than 140", 140), counted="service"),
    )
    assert kinds(found) == (K.CONTRADICTED, (K.QUANTIFIED,), Relation.CONTRADICTORY)


HELD_THAT_DAY = [
    ("No tutor has been suspended", "Two tutors have been suspended", exact("Two", 2)),
    ("Nobody has been charged", "A groom has been charged", None),
    ("We haven't cut off any tenants", "Tenants were cut off", None),
]


@pytest.mark.parametrize(("then", "now", "figure"), HELD_THAT_DAY)
def test_what_had_not_happened_by_its_day_may_have_happened_since(then: str, now: str, figure: Figure | None) -> None:
    found = change(denies(then, event="suspend", counted="tutor"), says(now, figure, event="suspend", counted="tutor"))
    assert (found.kind, found.relation) == (K.CONTRADICTED, Relation.SUPERSEDED)


def test_no_evidence_then_is_not_belied_by_what_was_found_later() -> None:
    found = change(
        denies(
            "There is no evidence that letters were opened",
            event="open",
            counted="letter",
            certainty=Certainty.HEDGED,
            hedge="no evidence",
        ),
        says("Letters were opened", event="open", counted="letter"),
    )
    assert (found.kind, found.relation) == (K.CONTRADICTED, Relation.SUPERSEDED)


def test_what_was_not_well_and_now_is_has_moved_on() -> None:
    found = change(
        denies("The stand is not safe", event="safe", counted="stand"),
        says("The stand is safe", event="safe", counted="stand"),
    )
    assert (found.kind, found.relation) == (K.PROGRESSED, Relation.SUPERSEDED)


def test_that_something_is_not_true_holds_for_no_day_alone() -> None:
    found = change(
        denies("It has never been true that the weir was shut", event="shut", counted="weir"),
        says("The weir was shut", event="shut", counted="weir"),
    )
    assert (found.kind, found.relation) == (K.CONTRADICTED, Relation.CONTRADICTORY)


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
    found = change(NO_SERVICES, MANY_SERVICES, confidence=0.45)
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


def test_a_denial_of_the_time_since_does_not_clash_with_what_came_before() -> None:
    found = change(
        says("Nine passengers were hurt", exact("Nine", 9), event="hurt", counted="passenger"),
        denies(
            "No passenger has been hurt since the pier was closed",
            figure=none("No"),
            event="hurt",
            counted="passenger",
        ),
    )
    assert (found.kind, found.relation) == (K.NARROWED_SCOPE, Relation.NOT_COMPARABLE)


def test_what_stood_so_and_no_longer_does_is_progress_and_no_contradiction() -> None:
    found = change(
        says("400 homes are without power", exact("400", 400), event="be without", counted="home"),
        denies("No homes are without power", figure=none("No"), event="be without", counted="home"),
    )
    assert (found.kind, found.relation) == (K.PROGRESSED, Relation.SUPERSEDED)
    same_day = change(
        says("400 homes are without power", exact("400", 400), event="be without", counted="home"),
        denies("No homes are without power", figure=none("No"), event="be without", counted="home"),
        days=("2024-03-01", "2024-03-01"),
    )
    assert (same_day.kind, same_day.relation) == (K.CONTRADICTED, Relation.CONTRADICTORY)


def test_two_states_of_two_days_do_not_exclude_each_other() -> None:
    found = change(
        denies("No schools are closed", figure=none("No"), event="close", counted="school"),
        says("Two schools are closed", exact("Two", 2), event="close", counted="school"),
    )
    assert (found.kind, found.relation) == (K.CONTRADICTED, Relation.SUPERSEDED)


def test_a_promise_that_was_kept_is_no_stronger_word() -> None:
    promised = says("Customers will be paid £70", exact("£70", 70), certainty=Certainty.FORECAST, hedge="will")
    paid = says("Customers have been paid £70", exact("£70", 70))
    assert kinds(change(promised, paid)) == (K.UNCHANGED, (), Relation.CONSISTENT)


def test_only_is_a_limit_that_comes_and_goes() -> None:
    some = says("Only this year's lessons are affected", event="affect", counted="lesson")
    all_of_them = says("Lessons are affected", event="affect", counted="lesson")
    assert change(some, all_of_them).kind is K.WIDENED_SCOPE
    assert change(all_of_them, some).kind is K.NARROWED_SCOPE


def test_not_only_takes_more_in() -> None:
    some = says("Refunds will go to passengers on board", event="refund", counted="refund")
    more = says("Refunds will go not only to passengers on board", event="refund", counted="refund")
    assert change(some, more).kind is K.WIDENED_SCOPE


def test_a_denial_that_is_only_retold_has_not_moved() -> None:
    first = denies("No bank details were included in the list", event="include", counted="detail")
    retold = denies("We told you that no bank details were in it", event="include", counted="detail", restated=True)
    assert change(first, retold).kind is K.UNCHANGED


def test_harm_where_all_was_well_needs_a_sure_link_or_words_of_correction() -> None:
    well = says("The lifts were working normally", event="work", counted="lift")
    harm = says("Four lifts had broken down", exact("Four", 4), event="break", counted="lift")
    assert change(well, harm).kind is K.CONTRADICTED
    assert change(well, harm, confidence=0.3).kind is K.QUANTIFIED
    corrected = f"{harm.text}. We have to correct what we said."
    assert change(well, harm, confidence=0.3, after=corrected).kind is K.CONTRADICTED


def test_words_that_only_date_a_claim_say_nothing_of_how_firmly_it_is_said() -> None:
    flat = denies("No lamb was lost", event="lose", counted="lamb")
    hedged = denies(
        "as far as we know no lamb was lost",
        event="lose",
        counted="lamb",
        certainty=Certainty.HEDGED,
        hedge="as far as",
    )
    found = change(flat, hedged, after="Today, as far as we know no lamb was lost.")
    assert (found.kind, found.stated_basis) == (K.SOFTENED, None)


def test_a_limit_that_stands_beside_a_cut_denial_is_none_that_came_in() -> None:
    cut = denies("was not harmed", event="harm", counted="herd")
    whole = denies("The dairy herd was not harmed", event="harm", counted="herd")
    assert change(cut, whole, before="The dairy herd is kept indoors and was not harmed.").kind is K.UNCHANGED
    assert change(cut, whole, before="The river was foul, and no cow was harmed; it was not harmed.").kind is (
        K.NARROWED_SCOPE
    )


def test_an_estimate_that_is_borne_out_is_the_same_number_said_more_firmly() -> None:
    reckoned = says("We estimate that 421 customers are affected", exact("421", 421), certainty=Certainty.ESTIMATED)
    found = says("421 customers are affected", exact("421", 421))
    assert kinds(change(reckoned, found))[:2] == (K.UNCHANGED, (K.STRENGTHENED,))


def test_an_amount_that_is_given_in_kilograms_is_not_held_against_what_the_word_counts() -> None:
    found = change(
        says("A small amount of gas escaped", vague("A small amount", (2, 10)), event="escape", counted="gas"),
        says("400 kilograms of gas escaped", exact("400 kilograms", 400, "kilogram"), event="escape", counted="gas"),
    )
    assert (found.kind, found.also, found.direction, found.ratio) == (K.QUANTIFIED, (), None, None)
    assert "usually read as" not in found.explanation


def test_all_but_four_is_not_all() -> None:
    every = says("All seals came home", Figure("All", 0, 0, FigureKind.UNIVERSAL, None, None), event="return")
    nearly = says("All but four seals came home", Figure("All but four", 0, 0, FigureKind.UNIVERSAL, None, None))
    assert (amount_of(every).form, amount_of(nearly).form) == (Form.ALL, Form.ALL_BUT)
