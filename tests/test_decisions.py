"""What a person decides wins over the program: before the claims are aligned, and over what is said of them."""

from __future__ import annotations

from dataclasses import replace

from decisions_samples import ANN, BO, BOTTLED, CLAIMS, FIRST, SCHOOL, SECOND, SOME_450, TWELVE, compared, shown

from comms_tracker.changes.headline import headline
from comms_tracker.decisions import Decision, making
from comms_tracker.decisions.making import Given, Missed
from comms_tracker.records import Change, Comparison, Finding, FindingKind

ROSE = "left 12 homes without water"
ROSE_TO = "Some 450 homes are without water"
BASE = compared()
MOVED_ON, NEW, GONE = BASE.changes


def change_of(comparison: Comparison, change_id: str) -> Change:
    return comparison.change(change_id)


def after(*decisions: Decision) -> Comparison:
    return compared(*decisions)


def test_without_decisions_everything_is_proposed() -> None:
    assert shown(BASE) == [
        ("progressed", "proposed", ROSE, ROSE_TO),
        ("added", "proposed", None, "Bottled water went to 3 care homes"),
        ("dropped", "proposed", "No school is affected", None),
    ]


def test_a_confirmed_change_is_accepted_certain_and_says_by_whom() -> None:
    confirmed = change_of(after(making.confirm(BASE, BO, MOVED_ON.id)), MOVED_ON.id)
    assert confirmed == replace(
        MOVED_ON,
        status="accepted",
        confidence=1.0,
        evidence_for=(*MOVED_ON.evidence_for, "confirmed by Bo Park on 4 June 2033 (“asked the press office”)"),
    )


def test_a_rejected_link_is_not_made_again_and_is_shown_last_as_rejected() -> None:
    found = after(making.reject(BASE, ANN, MOVED_ON.id))
    assert shown(found) == [
        ("added", "proposed", None, ROSE_TO),
        ("added", "proposed", None, "Bottled water went to 3 care homes"),
        ("dropped", "proposed", ROSE, None),
        ("dropped", "proposed", "No school is affected", None),
        ("progressed", "rejected", ROSE, ROSE_TO),
    ]
    rejected = change_of(found, MOVED_ON.id)
    assert rejected.evidence_against == (*MOVED_ON.evidence_against, "rejected by Ann Lee on 3 June 2033")
    assert [series.claims for series in found.series if SOME_450.id in series.claims] == [(SOME_450.id,)]
    first = headline(found.changes)
    assert first is not None
    assert first.id != MOVED_ON.id


def test_what_only_appears_or_disappears_is_confirmed_or_rejected_where_it_stands() -> None:
    found = after(making.reject(BASE, ANN, NEW.id), making.confirm(BASE, ANN, GONE.id))
    assert shown(found) == [
        ("progressed", "proposed", ROSE, ROSE_TO),
        ("dropped", "accepted", "No school is affected", None),
        ("added", "rejected", None, "Bottled water went to 3 care homes"),
    ]


def test_a_link_that_a_person_makes_is_certain_and_says_so() -> None:
    found = after(making.link(BASE, ANN, BOTTLED.id, SCHOOL.id))
    made = next(change for change in found.changes if change.earlier == SCHOOL.id)
    assert (made.later, made.status, made.confidence) == (BOTTLED.id, "accepted", 1.0)
    assert made.evidence_for[-1] == "linked by Ann Lee on 3 June 2033"
    assert (SCHOOL.id, BOTTLED.id) in [series.claims for series in found.series]


def test_a_corrected_figure_is_used_for_everything_after_it() -> None:
    found = after(making.correct(BASE, ANN, TWELVE.id, Given(value="1,200")))
    figure = found.claim(TWELVE.id).figure
    assert figure is not None
    assert (figure.low, figure.high, figure.text, figure.start) == (1200.0, 1200.0, "12", 22)
    fell = change_of(found, MOVED_ON.id)
    assert (fell.direction, fell.ratio, fell.status) == ("down", (0.370833, 0.379167), "corrected")
    assert fell.evidence_for[-1] == "“12” is read as “1,200”: corrected by Ann Lee on 3 June 2033"


def test_a_figure_may_be_other_words_of_the_claim_or_none() -> None:
    found = after(making.correct(BASE, ANN, SOME_450.id, Given(words="450")))
    (claim,) = [one for one in found.claims if one.start == SOME_450.start and one.statement == "second"]
    assert claim.figure is not None
    assert (claim.figure.text, claim.figure.kind, claim.figure.start) == ("450", "exact", 5)
    assert claim.id != SOME_450.id
    none = after(making.correct(BASE, ANN, SOME_450.id, Given(none=True)))
    assert [one.figure for one in none.claims if one.start == SOME_450.start and one.statement == "second"] == [None]


def test_a_dismissed_claim_takes_part_in_nothing() -> None:
    found = after(making.dismiss(BASE, ANN, BOTTLED.id))
    assert [claim.id for claim in found.claims] == [TWELVE.id, SCHOOL.id, SOME_450.id]
    assert ("added", "proposed", None, "Bottled water went to 3 care homes") not in shown(found)


def test_a_claim_that_was_missed_takes_its_place_among_the_others() -> None:
    missed = Missed("first", "We have 900 staff on site", event="have", counted="staff")
    made = making.add_claim(BASE, ANN, missed)
    found = after(made)
    assert [claim.text for claim in found.claims] == [
        ROSE,
        "No school is affected",
        "We have 900 staff on site",
        ROSE_TO,
        "Bottled water went to 3 care homes",
    ]
    added = found.claims[2]
    assert added.figure is not None
    assert (added.figure.text, added.figure.low, added.measure.event, added.measure.counted) == (
        "900",
        900.0,
        "have",
        "staff",
    )
    touched = [change for change in found.changes if added.id in (change.earlier, change.later)]
    assert [(change.kind, change.status) for change in touched] == [("dropped", "corrected")]
    assert touched[0].evidence_for == ("“We have 900 staff on site” was added by Ann Lee on 3 June 2033",)


def test_the_last_decision_about_a_pair_counts() -> None:
    rejected = making.reject(BASE, ANN, MOVED_ON.id)
    again = making.confirm(after(rejected), BO, MOVED_ON.id)
    assert change_of(after(rejected, again), MOVED_ON.id).status == "accepted"
    third = making.reject(after(rejected, again), replace(ANN, made="2033-06-05T00:00:00+00:00"), MOVED_ON.id)
    found = after(rejected, again, third)
    assert change_of(found, MOVED_ON.id).status == "rejected"
    assert change_of(found, MOVED_ON.id).confidence < 1.0


def test_what_is_undone_leaves_no_trace_in_the_comparison() -> None:
    made: list[Decision] = [
        making.reject(BASE, ANN, MOVED_ON.id),
        making.correct(BASE, ANN, TWELVE.id, Given(value="1,200")),
        making.dismiss(BASE, ANN, BOTTLED.id),
        making.link(BASE, ANN, SCHOOL.id, BOTTLED.id),
        making.add_claim(BASE, ANN, Missed("first", "We have 900 staff on site")),
    ]
    for decision in tuple(made):
        made.append(making.undo(BASE, made, BO, decision.id))
    assert after(*made) == BASE


def test_a_confirmed_pair_of_which_another_kind_is_said_later_is_linked_but_open_again() -> None:
    decision = replace(making.confirm(BASE, ANN, MOVED_ON.id), change_kind="revised_up")
    found = change_of(after(decision), MOVED_ON.id)
    assert (found.kind, found.status) == ("progressed", "proposed")
    assert found.evidence_for[-1] == "the link was confirmed by Ann Lee on 3 June 2033"


def test_a_finding_that_was_seen_stays_seen_and_only_that_one() -> None:
    doubt = Finding(FindingKind.SELF_CONTRADICTION, ("second",), (SOME_450.id, BOTTLED.id), "Both can't hold.")
    other = replace(doubt, kind=FindingKind.SUM_MISMATCH)
    made = making.seen(replace(BASE, findings=(doubt, other)), ANN, doubt.id)
    from comms_tracker.decisions import apply, seen

    applied = apply((FIRST, SECOND), CLAIMS, [made])
    assert seen([doubt, other], applied) == (replace(doubt, seen=True), other)
    said_otherwise = replace(doubt, explanation="They differ.")
    assert seen([said_otherwise], applied) == (replace(said_otherwise, seen=True),)


def test_from_python_decisions_are_given_with_the_statements() -> None:
    import comms_tracker

    base = comms_tracker.compare((FIRST, SECOND))
    (change,) = [each for each in base.changes if each.earlier and each.later]
    made = making.reject(base, ANN, change.id)
    found = comms_tracker.compare((FIRST, SECOND), [made])
    assert [each.status for each in found.changes if each.id == change.id] == ["rejected"]
