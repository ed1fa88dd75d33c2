"""Nobody is said to contradict anything where group, time, event or reading leave a doubt."""

from __future__ import annotations

from dataclasses import replace

from changes_samples import change, denies, exact, none, says

from comms_tracker.records import Certainty, Change, ChangeKind, Claim, Relation

K = ChangeKind


def accuses(found: Change) -> bool:
    return found.kind is K.CONTRADICTED or found.relation is Relation.CONTRADICTORY


def sample(words: str, scope: str, figure: str, number: float) -> Claim:
    return says(words, exact(figure, number), event="find", counted="sample", scope=(scope,))


def test_samples_of_wednesday_and_samples_since_sunday_are_other_samples() -> None:
    then = sample("Four samples taken on Wednesday were positive", "taken on Wednesday", "Four", 4)
    now = denies(
        "no sample taken since Sunday was positive",
        figure=none("no"),
        event="find",
        counted="sample",
        scope=("taken since Sunday",),
    )
    found = change(then, now)
    assert (found.kind, found.relation) == (K.NARROWED_SCOPE, Relation.NOT_COMPARABLE)


def test_samples_of_one_day_that_were_and_were_not_positive_clash() -> None:
    then = denies(
        "no sample taken on Wednesday was positive",
        figure=none("no"),
        event="find",
        counted="sample",
        scope=("taken on Wednesday",),
    )
    now = sample("Four samples taken on Wednesday were positive", "taken on Wednesday", "Four", 4)
    assert accuses(change(then, now))


def test_having_nothing_to_mend_is_not_belied_by_being_hit() -> None:
    then = denies("Customers do not have to repair anything", event="repair", counted="customer")
    now = says("421 customers were hit", exact("421", 421), event="hit", counted="customer")
    assert not accuses(change(then, now))


def test_not_having_stayed_in_hospital_is_not_belied_by_treatment_but_the_reverse_is() -> None:
    treated = says("Nine guests were treated", exact("Nine", 9), event="need treatment", counted="guest")
    stayed = says("Two guests were kept in hospital", exact("Two", 2), event="stay in hospital", counted="guest")
    no_stay = denies("No guest stayed in hospital", figure=none("No"), event="stay in hospital", counted="guest")
    no_treatment = denies("No guest was treated", figure=none("No"), event="need treatment", counted="guest")
    assert not accuses(change(no_stay, treated))
    assert accuses(change(no_treatment, stayed))


def test_needing_no_treatment_is_not_belied_by_falling_ill_but_the_reverse_is() -> None:
    ill = says("Nine guests fell ill", exact("Nine", 9), event="fall ill", counted="guest")
    treated = says("Nine guests were treated", exact("Nine", 9), event="need treatment", counted="guest")
    none_treated = denies("No guest needed treatment", figure=none("No"), event="need treatment", counted="guest")
    none_ill = denies("No guest fell ill", figure=none("No"), event="fall ill", counted="guest")
    assert not accuses(change(none_treated, ill))
    assert accuses(change(none_ill, treated))


def test_what_has_been_stopped_is_not_belied_by_there_being_none() -> None:
    stopped = says("Blasting has been stopped", event="stop", counted="blasting")
    assert not accuses(change(stopped, denies("There will be no blasting", event="be", counted="blasting")))


def test_having_no_duty_to_call_is_not_belied_by_being_called() -> None:
    no_duty = denies("Guests do not need to call us", event="call", counted="guest")
    called = says("Nine guests were called back", exact("Nine", 9), event="call", counted="guest")
    must = says("Nine guests had to call us", exact("Nine", 9), event="call", counted="guest")
    assert not accuses(change(no_duty, called))
    assert accuses(change(no_duty, must))


def test_no_serious_delays_are_not_belied_by_delays_but_by_serious_ones() -> None:
    none_serious = denies("There were no serious delays", event="delay", counted="sailing")
    delayed = says("Nine sailings were delayed", exact("Nine", 9), event="delay", counted="sailing")
    seriously = says("Nine sailings were seriously delayed", exact("Nine", 9), event="delay", counted="sailing")
    assert not accuses(change(none_serious, delayed))
    assert accuses(change(none_serious, seriously))


def test_paying_nothing_to_some_is_not_belied_by_paying_others() -> None:
    paid = says("Compensation will be paid to households", event="pay", counted="compensation")
    assert not accuses(change(paid, denies("No compensation is paid to firms", event="pay", counted="compensation")))
    assert not accuses(
        change(denies("We owe nothing to suppliers", event="owe"), says("We owe £3m to staff", event="owe"))
    )
    assert accuses(
        change(paid, denies("Compensation is not paid to the households cut off", event="pay", counted="compensation"))
    )
    assert accuses(change(paid, denies("No compensation is paid", event="pay", counted="compensation")))


def test_what_is_paid_to_somebodys_brother_is_not_paid_to_him() -> None:
    then = denies("No payment was made to the mayor", event="payment", counted="payment")
    assert not accuses(
        change(then, says("A payment was made to the mayor's brother", event="payment", counted="payment"))
    )
    assert accuses(change(then, says("A payment was made to the mayor", event="payment", counted="payment")))


def test_an_affirmation_that_its_sentence_takes_back_is_no_affirmation() -> None:
    then = denies("No medical data was disclosed", event="disclose", counted="data")
    now = says(
        "medical data was disclosed", event="disclose", counted="data", certainty=Certainty.HEDGED, hedge="think"
    )
    assert not accuses(change(then, now, after="We have no reason to think that medical data was disclosed."))
    assert accuses(change(then, now, after="It seems that medical data was disclosed."))


def test_two_numbers_of_one_day_in_other_words_are_not_called_irreconcilable() -> None:
    then = says(
        "Document numbers were stolen from 1,800 customers", exact("1,800", 1800), event="steal", counted="customer"
    )
    now = says(
        "1,100 customers lost a number that has not expired", exact("1,100", 1100), event="steal", counted="customer"
    )
    assert not accuses(change(then, now, days=("2024-03-01", "2024-03-01")))


def test_a_place_that_limits_a_denial_narrows_it_and_a_hedge_does_not() -> None:
    flat = denies("Nobody has been injured", event="injure", counted="person")
    assert (
        change(flat, denies("Nobody on the mainland has been injured", event="injure", counted="person")).kind
        is K.NARROWED_SCOPE
    )
    assert (
        change(
            flat,
            denies(
                "As far as we can tell, nobody has been injured",
                event="injure",
                counted="person",
                hedge="as far as we can tell",
            ),
        ).kind
        is K.SOFTENED
    )


def test_medical_data_is_a_part_of_personal_data_and_names_are_not() -> None:
    wide = denies("No personal data was taken", event="take", counted="data", scope=("personal",))
    part = denies("No medical data was taken", event="take", counted="data", scope=("medical",))
    other = denies("No archived data was taken", event="take", counted="data", scope=("archived",))
    assert change(wide, part).kind is K.NARROWED_SCOPE
    assert change(part, wide).kind is K.WIDENED_SCOPE
    assert change(wide, other).kind is K.UNCHANGED


def test_a_name_that_is_left_out_later_is_no_limit() -> None:
    then = says(
        "300 Stackwren Cloud customers are offline",
        exact("300", 300),
        event="lose",
        counted="customer",
        scope=("Stackwren Cloud",),
    )
    now = says("580 customers were offline", exact("580", 580), event="lose", counted="customer")
    found = change(then, now)
    assert (found.kind, found.also, found.relation) == (K.REVISED_UP, (), Relation.SUPERSEDED)


def test_missing_a_flight_is_only_surely_the_loss_that_was_denied() -> None:
    lost = denies("no bag has been lost", figure=none("no"), event="lose", counted="bag")
    missed = says("22 bags missed a flight", exact("22", 22), event="miss", counted="bag")
    assert not accuses(change(lost, missed, confidence=0.7))
    assert accuses(
        change(lost, says("22 bags were lost", exact("22", 22), event="lose", counted="bag"), confidence=0.7)
    )


def test_any_harm_belies_that_such_things_were_not_affected_but_not_that_some_of_them_were_not() -> None:
    then = denies("Online orders are not affected", event="affect", counted="order", scope=("Online",))
    some = denies("Orders made by telephone are not affected", event="affect", counted="order", scope=("by telephone",))
    now = says("74,000 online orders were cancelled", exact("74,000", 74_000), event="cancel", counted="order")
    assert accuses(change(then, now, confidence=0.6))
    assert not accuses(change(some, now, confidence=0.6))


def test_evidence_that_there_now_is_belies_that_there_was_none_whatever_the_verb() -> None:
    then = denies("We have seen no sign that meters were forced", event="force", counted="meter")
    now = says("some meters were bypassed", event="bypass", counted="meter")
    assert not accuses(change(then, now, confidence=0.6))
    now = replace(now, certainty=Certainty.HEDGED, hedge="signs that")
    assert change(then, now, confidence=0.6).kind is K.CONTRADICTED
