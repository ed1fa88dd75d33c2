"""What a person may decide, and what they are told where it can't be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from decisions_samples import (
    ANN,
    BO,
    BOTTLED,
    CLAIMS,
    FIRST,
    INCIDENT,
    SCHOOL,
    SECOND,
    SOME_450,
    TWELVE,
    claim,
    compared,
)

from comms_tracker.decisions import Decision, Verb, Words, making
from comms_tracker.decisions.making import Given, Missed
from comms_tracker.errors import DecisionError
from comms_tracker.records import Comparison, Statement, short_id

BASE = compared()
MOVED_ON, NEW, GONE = BASE.changes
NOTHING = " Nothing was stored."


def refusal(make: Callable[[], Decision]) -> str:
    with pytest.raises(DecisionError) as refused:
        make()
    return str(refused.value)


def test_a_decision_holds_the_words_of_both_claims_who_decided_and_when() -> None:
    made = making.confirm(BASE, BO, MOVED_ON.id)
    assert made == Decision(
        id=made.id,
        incident=INCIDENT,
        verb=Verb.CONFIRM,
        by="Bo Park",
        made="2033-06-04T10:30:00.000+00:00",
        about=MOVED_ON.id,
        statements=("first", "second"),
        words=(
            Words("first", 17, 44, "left 12 homes without water", TWELVE.id, "12", 22, 24),
            Words("second", 0, 32, "Some 450 homes are without water", SOME_450.id, "Some 450", 0, 8),
        ),
        note="asked the press office",
        change_kind=MOVED_ON.kind,
    )


def test_the_same_decision_by_another_or_later_is_another_one() -> None:
    made = making.confirm(BASE, ANN, MOVED_ON.id)
    assert making.confirm(BASE, ANN, MOVED_ON.id) == made
    assert making.confirm(BASE, BO, MOVED_ON.id).id != made.id
    assert making.confirm(BASE, replace(ANN, made="2033-07-01T00:00:00+00:00"), MOVED_ON.id).id != made.id


def test_a_link_is_from_the_earlier_claim_in_whichever_order_they_are_named() -> None:
    one, other = making.link(BASE, ANN, SCHOOL.id, BOTTLED.id), making.link(BASE, ANN, BOTTLED.id, SCHOOL.id)
    assert one == other
    assert [words.claim for words in one.words] == [SCHOOL.id, BOTTLED.id]


def test_an_unknown_id_is_refused_and_those_like_it_are_offered() -> None:
    wrong = MOVED_ON.id[:-1] + ("0" if MOVED_ON.id[-1] != "0" else "1")
    message = refusal(lambda: making.confirm(BASE, ANN, wrong))
    assert message.startswith(f'There is no change "{wrong}" in {INCIDENT}. Near it: {MOVED_ON.id}')
    assert (
        refusal(lambda: making.dismiss(BASE, ANN, "7"))
        == f'There is no claim "7" in {INCIDENT}. Name a claim that it has.{NOTHING}'
    )
    assert (
        refusal(lambda: making.seen(BASE, ANN, "7"))
        == f'There is no finding "7" in {INCIDENT}. Name a finding that it has.{NOTHING}'
    )
    assert (
        refusal(lambda: making.undo(BASE, [], ANN, "7"))
        == f'There is no decision "7" in {INCIDENT}. Name a decision that it has.{NOTHING}'
    )
    assert refusal(lambda: making.add_claim(BASE, ANN, Missed("frist", "We"))) == (
        f'There is no statement "frist" in {INCIDENT}. Near it: first. Name a statement that it has.{NOTHING}'
    )


def test_a_link_needs_two_claims_of_one_organisation() -> None:
    assert refusal(lambda: making.link(BASE, ANN, TWELVE.id, TWELVE.id)) == (
        f"{TWELVE.id} was named twice: a link needs two claims. Name another one.{NOTHING}"
    )
    council = Statement("third", "9 homes are without water.", "Vale Council", "2033-06-02", incident=INCIDENT)
    theirs = claim(council, "9 homes are without water", "9")
    both = compared(statements=(FIRST, SECOND, council), claims=(*CLAIMS, theirs))
    assert refusal(lambda: making.link(both, ANN, TWELVE.id, theirs.id)) == (
        f"{TWELVE.id} and {theirs.id} are by two organisations (Vale Water and Vale Council), which are kept apart. "
        f"Link claims of one.{NOTHING}"
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "unit"),
    [
        ("1,360", 1360.0, 1360.0, None),
        ("more than 800", 800.0, None, None),
        ("between 12 and 20", 12.0, 20.0, None),
        ("2.5 per cent", 2.5, 2.5, "percent"),
        ("£3m", 3_000_000.0, 3_000_000.0, "GBP"),
        (" 14 ", 14.0, 14.0, None),
        ("none", 0.0, 0.0, None),
    ],
)
def test_a_figure_is_given_as_a_text_would_write_it(
    value: str, low: float, high: float | None, unit: str | None
) -> None:
    figure = making.correct(BASE, ANN, TWELVE.id, Given(value=value)).figure
    assert figure is not None
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)
    assert (figure.text, figure.start, figure.end) == ("12", 22, 24)


def money(text: str, words: str, figure: str) -> Comparison:
    statement = Statement("first", text, "Vale Water", "2033-06-01", incident=INCIDENT)
    return compared(statements=(statement,), claims=(claim(statement, words, figure),))


def test_a_value_without_a_unit_keeps_the_figures_own() -> None:
    pounds = money("Repairs will cost £3m in all.", "Repairs will cost £3m", "£3m")
    figure = making.correct(pounds, ANN, pounds.claims[0].id, Given(value="300,000")).figure
    assert figure is not None
    assert (figure.low, figure.unit) == (300_000.0, "GBP")
    share = money("Only 3 per cent of mains burst.", "3 per cent of mains burst", "3 per cent")
    figure = making.correct(share, ANN, share.claims[0].id, Given(value="0.3")).figure
    assert figure is not None
    assert (figure.low, figure.unit, figure.kind) == (0.3, "percent", "proportion")


@pytest.mark.parametrize("value", ["", "homes", "12 homes", "12 or so of 40", "12 and 14 and 16"])
def test_a_value_that_is_not_one_figure_is_refused_with_how_to_write_it(value: str) -> None:
    assert refusal(lambda: making.correct(BASE, ANN, TWELVE.id, Given(value=value))) == (
        f"“{value}” can't be read as one figure. Write it as a text would: 1,360; about 400; more than 800; "
        f"between 12 and 20; 2.5 per cent; £3m.{NOTHING}"
    )


def test_a_correction_must_say_something() -> None:
    assert refusal(lambda: making.correct(BASE, ANN, TWELVE.id, Given())) == (
        f"Say how the figure is to be read with --value, which words give it with --figure, or --no-figure.{NOTHING}"
    )
    bare = claim(FIRST, "A burst main")
    base = compared(claims=(*CLAIMS, bare))
    assert refusal(lambda: making.correct(base, ANN, bare.id, Given(none=True))) == (
        f"{bare.id} has no figure already: “A burst main” in first. Give it one with --value, or leave it.{NOTHING}"
    )
    assert refusal(lambda: making.correct(base, ANN, bare.id, Given(value="3"))) == (
        f"{bare.id} has no figure: say which of its words give one with --figure. “A burst main” in first.{NOTHING}"
    )
    figure = making.correct(base, ANN, bare.id, Given(words="A", value="1")).figure
    assert figure is not None
    assert (figure.text, figure.start, figure.low) == ("A", 0, 1.0)


def test_words_that_are_to_be_a_claim_must_stand_in_the_statement_once_or_be_placed() -> None:
    twice = Statement("first", "12 homes. No, 12 homes.", "Vale Water", "2033-06-01", incident=INCIDENT)
    base = compared(statements=(twice,), claims=())
    assert refusal(lambda: making.add_claim(base, ANN, Missed("first", "12 houses"))) == (
        f"“12 houses” does not stand in first. Give the words exactly as they stand there.{NOTHING}"
    )
    assert refusal(lambda: making.add_claim(base, ANN, Missed("first", "12 homes"))) == (
        f"“12 homes” stands in first 2 times. Say which with --at: 0, 14.{NOTHING}"
    )
    assert making.add_claim(base, ANN, Missed("first", "12  homes", at=14)).words == (
        Words("first", 14, 22, "12 homes", short_id("c", "first", 14, 22, 14, 16), "12", 14, 16),
    )
    assert refusal(lambda: making.add_claim(base, ANN, Missed("first", "12 homes", at=3))) == (
        f"“12 homes” does not stand in first at 3. Give the words exactly as they stand there.{NOTHING}"
    )


def test_words_with_several_figures_need_one_named() -> None:
    words = "left 12 homes without water. No school is affected. We have 900 staff"
    assert refusal(lambda: making.add_claim(BASE, ANN, Missed("first", words))) == (
        f"These words have several figures: “12”, “No”, “900”. Say which with --figure.{NOTHING}"
    )
    made = making.add_claim(BASE, ANN, Missed("first", words, Given(words="900")))
    assert made.figure is not None
    assert (made.figure.text, made.figure.start) == ("900", 77)
    assert refusal(lambda: making.add_claim(BASE, ANN, Missed("first", words, Given(words="901")))) == (
        f"“901” does not stand in “{words}”. Give the figure's words exactly as they stand there.{NOTHING}"
    )
    assert making.add_claim(BASE, ANN, Missed("second", "We are sorry")).figure is None
    assert making.add_claim(BASE, ANN, Missed("first", "900 staff", Given(none=True))).figure is None


def test_what_is_a_claim_already_is_not_added() -> None:
    for words in ("12 homes", "left 12 homes without water"):
        assert refusal(lambda words=words: making.add_claim(BASE, ANN, Missed("first", words))) == (  # type: ignore[misc]
            f"That is a claim already, {TWELVE.id}: “left 12 homes without water” in first. "
            f"Where it is misread, correct that one.{NOTHING}"
        )


def test_what_was_undone_is_not_undone_again_and_an_undoing_stays() -> None:
    made = making.dismiss(BASE, ANN, BOTTLED.id)
    undone = making.undo(BASE, [made], BO, made.id)
    assert (undone.verb, undone.undoes, undone.words) == (Verb.UNDO, made.id, ())
    assert refusal(lambda: making.undo(BASE, [made, undone], ANN, made.id)) == (
        f"{made.id} was undone by Bo Park on 4 June 2033 (“asked the press office”) already ({undone.id}). "
        f"Decide again instead.{NOTHING}"
    )
    assert refusal(lambda: making.undo(BASE, [made, undone], ANN, undone.id)) == (
        f"{undone.id} undoes {made.id}, and an undoing stays. Decide again instead.{NOTHING}"
    )
