"""Decisions are anchored to words: they hold where a later version reads otherwise, and say so where words are gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decisions_samples import (
    ANN,
    BOTTLED,
    CLAIMS,
    FIRST,
    FIRST_TEXT,
    SCHOOL,
    SECOND,
    SOME_450,
    TWELVE,
    claim,
    compared,
    read,
)
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.decisions import Decision, Words, apply, making
from comms_tracker.decisions.anchoring import place_of
from comms_tracker.decisions.contract import states
from comms_tracker.decisions.making import Given, Missed
from comms_tracker.records import Claim, Statement

BASE = compared()
MOVED_ON = BASE.changes[0]
CONFIRMED = making.confirm(BASE, ANN, MOVED_ON.id)
CORRECTED = making.correct(BASE, ANN, TWELVE.id, Given(value="1,200"))


def with_first(text: str, *claims: Claim) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """The two statements, the first with other words and these claims."""
    first = replace(FIRST, text=text)
    return (first, SECOND), (*claims, SOME_450, BOTTLED)


def pairs(decision: Decision, statements: tuple[Statement, ...], claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    """The words of the pairs that the decision ties."""
    applied = apply(statements, claims, [decision], read)
    words = {each.id: each.text for each in applied.claims}
    return [(words[one], words[other]) for one, other in (*applied.ties.required, *applied.ties.forbidden)]


def test_a_claim_whose_bounds_a_later_version_draws_otherwise_is_found_by_its_figure() -> None:
    wider = claim(FIRST, "A burst main has left 12 homes without water", "12")
    assert wider.id != TWELVE.id
    found = pairs(CONFIRMED, (FIRST, SECOND), (wider, SCHOOL, SOME_450, BOTTLED))
    assert found == [(wider.text, SOME_450.text)]


def test_a_figure_whose_words_a_later_version_draws_otherwise_is_found_where_it_overlaps() -> None:
    narrower = claim(SECOND, "450 homes are without water")
    number = replace(SOME_450.figure, text="450", start=5, end=8)  # type: ignore[type-var]
    found = pairs(CONFIRMED, (FIRST, SECOND), (TWELVE, SCHOOL, replace(narrower, figure=number), BOTTLED))
    assert found == [(TWELVE.text, "450 homes are without water")]


def test_a_claim_without_a_figure_is_found_where_most_of_its_words_are_shared() -> None:
    bare = claim(SECOND, "We are sorry")
    base = compared(claims=(*CLAIMS, bare))
    dismissed = making.dismiss(base, ANN, bare.id)
    with_stop = claim(SECOND, "We are sorry.")
    assert apply((FIRST, SECOND), (*CLAIMS, with_stop), [dismissed], read).claims == CLAIMS
    other = claim(SECOND, "sorry")
    assert apply((FIRST, SECOND), (*CLAIMS, other), [dismissed], read).claims == (*CLAIMS, other)


def test_words_that_moved_in_a_new_version_of_the_statement_are_found_by_their_text() -> None:
    text = f"Update at noon.\n\n{FIRST_TEXT}"
    moved = claim(replace(FIRST, text=text), TWELVE.text, "12")
    statements, claims = with_first(text, moved)
    applied = apply(statements, claims, [CORRECTED], read)
    figure = applied.claims[0].figure
    assert figure is not None
    assert (applied.claims[0].start, figure.start, figure.low, applied.notes) == (TWELVE.start + 17, 39, 1200.0, ())


def test_words_that_stand_twice_are_taken_where_they_stand_nearest() -> None:
    text = f"Tank 12 homes {FIRST_TEXT} Yesterday's line was: left 12 homes without water."
    place = place_of(Words.of(TWELVE), replace(FIRST, text=text))
    assert place is not None
    assert (place.start, text[slice(*(place.figure or (0, 0)))]) == (14 + TWELVE.start, "12")


def test_white_space_may_be_another() -> None:
    text = FIRST_TEXT.replace("12 homes", "12\n  homes")
    place = place_of(Words.of(TWELVE), replace(FIRST, text=text))
    assert place is not None
    assert text[place.start : place.end] == "left 12\n  homes without water"


def test_words_that_a_later_version_makes_no_claim_of_are_a_claim_still_where_a_person_took_them_for_one() -> None:
    fewer = (SCHOOL, SOME_450, BOTTLED)
    assert pairs(CONFIRMED, (FIRST, SECOND), fewer) == [(TWELVE.text, SOME_450.text)]
    corrected = apply((FIRST, SECOND), fewer, [CORRECTED], read).claims[0]
    assert (corrected.id, corrected.figure and corrected.figure.low) == (TWELVE.id, 1200.0)


def test_what_is_rejected_or_dismissed_needs_no_claim() -> None:
    for made in (making.reject(BASE, ANN, MOVED_ON.id), making.dismiss(BASE, ANN, TWELVE.id)):
        applied = apply((FIRST, SECOND), (SCHOOL, SOME_450, BOTTLED), [made], read)
        assert (applied.claims, applied.notes) == ((SCHOOL, SOME_450, BOTTLED), ())
        assert not applied.ties


def test_a_claim_that_was_added_and_is_found_by_a_later_version_is_there_once_with_the_persons_figure() -> None:
    made = making.add_claim(BASE, ANN, Missed("first", "We have 900 staff on site", Given(value="about 900")))
    later = claim(FIRST, "We have 900 staff", "900", counted="staff")
    applied = apply((FIRST, SECOND), (TWELVE, SCHOOL, later, SOME_450, BOTTLED), [made], read)
    assert [each.text for each in applied.claims if each.measure.counted == "staff"] == ["We have 900 staff"]
    assert [each.figure.kind for each in applied.claims if each.text == later.text and each.figure] == ["approximate"]
    assert len(applied.claims) == 5


def test_a_link_with_a_claim_whose_figure_was_corrected_to_other_words_holds() -> None:
    linked = making.link(BASE, ANN, SCHOOL.id, SOME_450.id)
    corrected = making.correct(BASE, ANN, SOME_450.id, Given(words="450"))
    applied = apply((FIRST, SECOND), CLAIMS, [linked, corrected], read)
    known = {each.id for each in applied.claims}
    assert [set(pair) <= known for pair in applied.ties.required] == [True]


def test_a_decision_whose_words_are_gone_says_what_they_were_and_what_stands_near_them() -> None:
    text = FIRST_TEXT.replace("left 12 homes", "left 14 homes")
    statements, claims = with_first(text, claim(replace(FIRST, text=text), "left 14 homes without water", "14"))
    applied = apply(statements, claims, [CORRECTED], read)
    assert applied.claims == claims
    assert applied.notes == (
        f"A decision has lost its words and is not applied (corrected by Ann Lee on 3 June 2033; {CORRECTED.id}): "
        "“left 12 homes without water” does not stand in first now. Near them now: “left 14 homes without water”.",
    )
    assert states([CORRECTED, CONFIRMED], statements) == {CORRECTED.id: "words gone", CONFIRMED.id: "words gone"}
    assert states([CORRECTED, CONFIRMED], (FIRST, SECOND)) == {CORRECTED.id: "in force", CONFIRMED.id: "in force"}


def test_where_no_claim_stands_near_a_piece_of_the_text_is_shown() -> None:
    text = "We have nothing further to say at this time, and thank everybody for their patience while we mend the main."
    statements, claims = with_first(text)
    (note,) = apply(statements, claims, [CORRECTED], read).notes
    assert note.endswith(
        "Near them now: “further to say at this time, and thank everybody for their patience while we mend”."
    )


def test_a_statement_that_is_gone_is_named() -> None:
    (note,) = apply((SECOND,), (SOME_450, BOTTLED), [CONFIRMED], read).notes
    assert note.endswith(
        "“left 12 homes without water” does not stand in first now. first is not in this incident any more."
    )


@given(before=st.text("ab 1\n“é😀", max_size=40), after=st.text("ab 1\n“é😀", max_size=40))
def test_the_words_are_found_wherever_they_moved(before: str, after: str) -> None:
    text = before + FIRST_TEXT + after
    place = place_of(Words.of(TWELVE), replace(FIRST, text=text))
    assert place is not None
    assert text[place.start : place.end] == TWELVE.text
    assert place.figure is not None
    assert text[slice(*place.figure)] == "12"


@pytest.mark.parametrize("text", ["", " ", "12", "left homes without water"])
def test_no_place_is_made_up(text: str) -> None:
    assert place_of(Words.of(TWELVE), replace(FIRST, text=text)) is None
