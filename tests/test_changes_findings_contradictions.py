"""A statement that says two things of which one excludes the other, and statements that only seem to."""

from __future__ import annotations

import pytest
from changes_samples import denies, exact, findings, none, per_cent, says

from comms_tracker.changes.findings import contradictions
from comms_tracker.comparison import compare
from comms_tracker.records import Basis, Claim, FindingKind, Statement


def explained(claims: list[Claim], text: str | None = None) -> list[str]:
    found = findings((claims, text))
    assert all(one.kind is FindingKind.SELF_CONTRADICTION for one in found)
    return [one.explanation for one in found]


def paid(words: str, figure: str, number: float, basis: Basis | None = None) -> Claim:
    return says(words, exact(figure, number, "GBP"), event="pay", counted="bonus", basis=basis)


IN_TOTAL = paid("In total we paid £3.1m in bonuses", "£3.1m", 3.1e6, Basis.TOTAL)


def test_a_total_that_is_given_twice_with_other_numbers_is_reported() -> None:
    assert explained([IN_TOTAL, paid("the £2.6m of bonuses that we have paid", "£2.6m", 2.6e6)]) == [
        "The statement of 1 March 2024 says “In total we paid £3.1m in bonuses” and also "
        "“the £2.6m of bonuses that we have paid” (£3.1 million − £2.6 million = £500,000)."
    ]


@pytest.mark.parametrize(
    "other",
    [
        paid("the £2.6m of bonuses that we have paid to managers", "£2.6m", 2.6e6),
        paid("the £3.1m of bonuses that we have paid", "£3.1m", 3.1e6),
        paid("the £2.6m of bonuses that we have paid", "£2.6m", 2.6e6, Basis.PERIOD),
    ],
)
def test_a_part_of_a_total_the_same_total_or_one_of_a_period_is_silent(other: Claim) -> None:
    assert explained([IN_TOTAL, other]) == []


def test_the_entries_of_a_log_hold_each_at_its_own_time() -> None:
    text = "10:05 We paid £3.1m in bonuses.\n\n16:40 In total we have paid £2.6m in bonuses."
    claims = [
        paid("We paid £3.1m in bonuses", "£3.1m", 3.1e6),
        paid("In total we have paid £2.6m in bonuses", "£2.6m", 2.6e6, Basis.TOTAL),
    ]
    assert explained(claims, text) == []


def no_guard(words: str = "No guard was left without a rest day") -> Claim:
    return denies(words, figure=none("No"), event="leave", counted="guard")


def some_guards(words: str, event: str) -> Claim:
    return says(words, exact("14", 14), event=event, counted="guard")


def test_none_at_all_and_some_in_the_same_words_are_reported() -> None:
    assert explained([no_guard(), some_guards("14 guards went without a rest day in May", "go")]) == [
        "The statement of 1 March 2024 says “No guard was left without a rest day” and also "
        "“14 guards went without a rest day in May”."
    ]


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("14 guards complained of weeks without a rest day", "complain"),
        ("14 guards went without a meal", "go"),
        ("14 guards went without a day off", "go"),
        ("14 guards were on call without a day off or a rest", "be"),
    ],
)
def test_some_who_only_say_so_or_of_something_else_are_silent(words: str, event: str) -> None:
    assert explained([no_guard(), some_guards(words, event)]) == []


@pytest.mark.parametrize(
    "words", ["No guard was left without a rest day since June", "No guard will be left without a rest day"]
)
def test_a_denial_of_another_time_is_silent(words: str) -> None:
    assert explained([no_guard(words), some_guards("14 guards went without a rest day", "go")]) == []


def test_what_somebody_is_said_to_have_said_is_no_disagreement_of_the_statement() -> None:
    claims = [
        says("30 pupils fell ill", exact("30", 30), event="fall ill", counted="pupil"),
        says("52 pupils fell ill", exact("52", 52), event="fall ill", counted="pupil"),
    ]
    assert len(explained(claims, "30 pupils fell ill. 52 pupils fell ill.")) == 1
    assert explained(claims, "30 pupils fell ill. Parents said that 52 pupils fell ill.") == []


def test_being_there_is_not_what_was_denied() -> None:
    denial = denies("No guard was hurt in the riot at Hale", figure=none("No"), event="hurt", counted="guard")
    assert explained([denial, some_guards("14 guards were on duty in the riot at Hale", "be")]) == []


def test_two_shares_whose_sentences_say_of_where_they_are_do_not_disagree() -> None:
    claims = [
        says(f"{number} per cent of all homes", per_cent(f"{number} per cent", number), event="leak", counted="home")
        for number in (30, 20)
    ]
    assert explained(claims, "Hale has 30 per cent of all homes to do. Moss has 20 per cent of all homes to do.") == []


def test_others_than_those_just_counted_are_no_disagreement() -> None:
    claims = [
        says("31 boilers failed in the cold", exact("31", 31), event="fail", counted="boiler"),
        says("A further 18 boilers failed in the cold", exact("18", 18), event="fail", counted="boiler"),
    ]
    assert explained(claims) == []


def test_a_statement_of_very_many_claims_is_not_set_against_itself_and_a_note_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The storm closed 14 roads. In all the storm closed 11 roads. Nobody was hurt."
    statement = Statement("storm", text, "Avondale", "2031-01-02")
    whole = compare([statement])
    assert [finding.kind for finding in whole.findings] == [FindingKind.SELF_CONTRADICTION]
    monkeypatch.setattr(contradictions, "MANY", 2)
    bounded = compare([statement])
    assert bounded.findings == ()
    assert [note for note in bounded.notes if "storm makes" in note] == [
        "storm makes 3 claims. Whether they disagree with one another was not looked at: "
        "that is done for up to 2 of a statement."
    ]
