"""What holds for every sequence of decisions: places stay exact, the last one counts, undoing takes all of it back."""

from __future__ import annotations

from dataclasses import replace

from decisions_samples import ANN, compared
from hypothesis import given, settings
from hypothesis import strategies as st

from comms_tracker.decisions import Decision, making
from comms_tracker.decisions.making import Given, Missed
from comms_tracker.errors import DecisionError
from comms_tracker.records import Comparison, ReviewStatus

BASE = compared()
WORDS = ("We have 900 staff on site", "3 care homes", "Some 450 homes", "We are sorry", "left 12 homes", "care homes.")
VALUES = ("1,200", "about 400", "none", "2.5 per cent", "a handful", "£3m")
FIGURES = ("12", "450", "Some", "homes", "3", "No")

STEPS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 11), st.integers(0, 11)), max_size=7)


def one(step: tuple[int, int, int], comparison: Comparison, before: list[Decision], moment: int) -> Decision | None:
    """The decision that some numbers stand for, made of what is there at that time; None where it is refused."""
    verb, first, second = step
    maker = replace(ANN, made=f"2033-06-03T09:00:{moment:02d}.000+00:00")
    changes, claims = comparison.changes, comparison.claims
    made = {
        0: lambda: making.confirm(comparison, maker, changes[first % len(changes)].id),
        1: lambda: making.reject(comparison, maker, changes[first % len(changes)].id),
        2: lambda: making.link(comparison, maker, claims[first % len(claims)].id, claims[second % len(claims)].id),
        3: lambda: making.correct(comparison, maker, claims[first % len(claims)].id, Given(value=VALUES[second % 6])),
        4: lambda: making.correct(
            comparison, maker, claims[first % len(claims)].id, Given(words=FIGURES[second % 6], value="7")
        ),
        5: lambda: making.dismiss(comparison, maker, claims[first % len(claims)].id),
        6: lambda: making.add_claim(
            comparison, maker, Missed(("first", "second")[second % 2], WORDS[first % 6], Given(none=second % 3 == 0))
        ),
        7: lambda: making.undo(comparison, before, maker, before[first % len(before)].id),
    }
    try:
        return made[verb]()
    except (DecisionError, ZeroDivisionError):
        return None


def played(steps: list[tuple[int, int, int]]) -> list[Decision]:
    made: list[Decision] = []
    for moment, step in enumerate(steps):
        decision = one(step, compared(*made), made, moment)
        made += [decision] if decision is not None else []
    return made


@settings(max_examples=150)
@given(steps=STEPS)
def test_every_comparison_with_decisions_is_whole(steps: list[tuple[int, int, int]]) -> None:
    made = played(steps)
    found = compared(*made)
    assert found == compared(*made)
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)
    for claim in found.claims:
        text = found.statement(claim.statement).text
        assert text[claim.start : claim.end] == claim.text
        assert claim.figure is None or text[claim.figure.start : claim.figure.end] == claim.figure.text
    assert [claim for series in found.series for claim in series.claims if claim not in ids] == []
    assert len({change.id for change in found.changes}) == len(found.changes)
    sides = [side for change in found.changes for side in (change.earlier, change.later) if side is not None]
    assert set(sides) <= set(ids)
    rejected = [change.status is ReviewStatus.REJECTED for change in found.changes]
    assert rejected == sorted(rejected)
    assert found.notes == ()


@settings(max_examples=60)
@given(steps=STEPS)
def test_undoing_every_decision_takes_all_of_it_back(steps: list[tuple[int, int, int]]) -> None:
    made = played(steps)
    undone = {decision.undoes for decision in made}
    for number, decision in enumerate([each for each in made if each.undoes is None and each.id not in undone]):
        maker = replace(ANN, made=f"2033-07-01T00:00:{number:02d}.000+00:00")
        made.append(making.undo(BASE, made, maker, decision.id))
    assert compared(*made) == BASE


@settings(max_examples=60)
@given(steps=STEPS)
def test_a_made_link_stands_and_a_rejected_one_does_not(steps: list[tuple[int, int, int]]) -> None:
    base = compared(*played(steps))
    if len(base.claims) < 2:
        return
    ends = base.claims[0], base.claims[-1]
    linked = making.link(base, ANN, ends[0].id, ends[1].id)
    made = [*played(steps), linked]
    found = compared(*made)
    (change,) = [each for each in found.changes if {each.earlier, each.later} == {ends[0].id, ends[1].id}]
    assert (change.status, change.confidence) == (ReviewStatus.ACCEPTED, 1.0)
    rejected = compared(*made, making.reject(found, ANN, change.id))
    (change,) = [each for each in rejected.changes if {each.earlier, each.later} == {ends[0].id, ends[1].id}]
    assert change.status is ReviewStatus.REJECTED
