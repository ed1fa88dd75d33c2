"""Two wordings without numbers: the same in other words, another time, a later state, or what cannot be told."""

from __future__ import annotations

import pytest
from changes_samples import change, denies, exact, says

from comms_tracker.records import Certainty, Change, ChangeKind, Polarity, Relation

K = ChangeKind
FORECAST = Certainty.FORECAST


def of_two(then: str, now: str, event: str, later: str | None = None, *, counted: str, sure: float = 0.9) -> Change:
    """The change between two affirmed wordings; ``later`` is the second one's event where it is another."""
    return change(
        says(then, event=event, counted=counted),
        says(now, event=later or event, counted=counted),
        confidence=sure,
    )


SAME = [
    ("The kiln has been shut down", "The kiln is still shut down", "shut down", None, "kiln"),
    ("The lock was stolen", "The lock itself had been stolen", "steal", None, "lock"),
    ("A fuse stopped the press", "The press was halted by a fuse", "stop", "halt", "press"),
]


@pytest.mark.parametrize(("then", "now", "event", "later", "counted"), SAME)
def test_what_is_the_same_in_other_words_is_said_to_be(
    then: str, now: str, event: str, later: str | None, counted: str
) -> None:
    found = of_two(then, now, event, later, counted=counted)
    assert (found.kind, found.explanation) == (
        K.UNCHANGED,
        f"The same is said in other words: “{then}”, then “{now}”.",
    )


OPEN = [
    ("Our milk is safe", "The milk elsewhere is safe", "safe", "milk"),
    ("Tenants were warned", "Some tenants were not warned", "warn", "tenant"),
    ("The archive is secure", "The archive is now secure", "secure", "archive"),
    ("The pier has been repaired", "The pier is being repaired", "repair", "pier"),
    ("The tram was stopped at Orme", "The tram was stopped at Dunley", "stop", "tram"),
]


@pytest.mark.parametrize(("then", "now", "event", "counted"), OPEN)
def test_where_a_word_may_make_a_difference_nothing_is_called_the_same(
    then: str, now: str, event: str, counted: str
) -> None:
    found = of_two(then, now, event, counted=counted)
    assert found.explanation == (
        f"The earlier statement says “{then}”, the later one “{now}”; from these words it cannot be told whether both "
        "mean the same."
    )


TIMES = [
    ("Parents were told at once", "Parents were told on Friday", "the two give the time differently"),
    ("Parents were told on the same morning", "Parents were told", "only the earlier one gives a time"),
    ("Parents were told", "Parents were told two days afterwards", "only the later one gives a time"),
]


@pytest.mark.parametrize(("then", "now", "said"), TIMES)
def test_another_time_is_not_the_same_in_other_words(then: str, now: str, said: str) -> None:
    found = of_two(then, now, "tell", counted="parent")
    assert found.explanation == f"The earlier statement says “{then}”, the later one “{now}”; {said}."


def test_what_is_put_off_to_another_day_has_moved_on() -> None:
    found = change(
        says("Lessons resume on 4 May", event="resume", counted="lesson", certainty=FORECAST, period=day("2026-05-04")),
        says("Lessons resume on 8 May", event="resume", counted="lesson", certainty=FORECAST, period=day("2026-05-08")),
    )
    assert (found.kind, found.relation, found.explanation) == (
        K.PROGRESSED,
        Relation.SUPERSEDED,
        "The earlier statement says “Lessons resume on 4 May”, the later one “Lessons resume on 8 May”; the time given "
        "has changed.",
    )


def day(date: str) -> str:
    return f"{date}/{date}"


def test_a_later_deadline_has_moved_on_too() -> None:
    found = change(
        says("Fees fall due by 4 May", event="pay", counted="fee", certainty=FORECAST, period="../2026-05-04"),
        says("Fees fall due by 8 May", event="pay", counted="fee", certainty=FORECAST, period="../2026-05-08"),
    )
    assert found.kind is K.PROGRESSED


def test_the_end_of_the_month_may_be_the_day_that_is_given_later() -> None:
    found = change(
        says(
            "Lessons resume in May",
            event="resume",
            counted="lesson",
            certainty=FORECAST,
            period="2026-05-01/2026-05-31",
        ),
        says("Lessons resume on 8 May", event="resume", counted="lesson", certainty=FORECAST, period=day("2026-05-08")),
    )
    assert found.kind is K.UNCHANGED


FOLLOWS = [
    ("The fair has been postponed", "The fair has been cancelled", "postpone", "cancel", "fair"),
    ("The registrar has been suspended", "The registrar has been dismissed", "suspend", "dismiss", "registrar"),
]


@pytest.mark.parametrize(("then", "now", "event", "later", "counted"), FOLLOWS)
def test_one_state_after_another_is_neither_the_same_nor_an_accusation(
    then: str, now: str, event: str, later: str, counted: str
) -> None:
    found = of_two(then, now, event, later, counted=counted)
    assert (found.kind, found.relation, found.explanation) == (
        K.PROGRESSED,
        Relation.SUPERSEDED,
        f"The earlier statement says “{then}”, the later one “{now}”; "
        "what was said then no longer describes the matter.",
    )


def test_a_doubtful_link_makes_no_story_of_two_states() -> None:
    found = of_two(
        "The fair has been postponed", "The fair has been cancelled", "postpone", "cancel", counted="fair", sure=0.4
    )
    assert found.kind is K.UNCHANGED
    assert "cannot be told" in found.explanation


def test_a_promise_that_is_kept_is_told_as_such() -> None:
    found = change(
        says("Guests will be refunded", event="refund", counted="guest", certainty=FORECAST, hedge="will"),
        says("Guests have been refunded", event="refund", counted="guest"),
    )
    assert found.explanation == (
        "What was announced is now said to be so: “Guests will be refunded”, then “Guests have been refunded”."
    )


def test_what_is_told_of_an_earlier_account_is_not_said_anew() -> None:
    found = change(
        denies("No vats were fouled", event="foul", counted="vat"),
        says(
            "We told you that no vats were fouled", event="foul", counted="vat", polarity=Polarity.DENIED, restated=True
        ),
    )
    assert found.explanation == (
        "The earlier statement says “No vats were fouled”; the later one tells of what was said before: “We told you "
        "that no vats were fouled”."
    )


SHUT = [
    ("21 roads are shut", "9 roads are closed", K.PROGRESSED),
    ("21 roads are shut", "33 roads have been closed", K.PROGRESSED),
    ("21 roads were shut on Monday", "9 roads were shut on Monday", K.REVISED_DOWN),
]


@pytest.mark.parametrize(("then", "now", "kind"), SHUT)
def test_what_is_shut_now_is_a_state_and_what_was_shut_is_a_count(then: str, now: str, kind: ChangeKind) -> None:
    numbers = [exact(words[:2].strip(), int(words[:2])) for words in (then, now)]
    found = change(
        says(then, numbers[0], event="shut", counted="road"), says(now, numbers[1], event="close", counted="road")
    )
    assert found.kind is kind


def test_a_hedge_outside_a_claim_is_quoted_with_it() -> None:
    found = change(
        says("the lock was forced", event="force", counted="lock", certainty=Certainty.HEDGED, hedge="we believe"),
        says("The lock was forced", event="force", counted="lock"),
        before="At this stage we believe that the lock was forced.",
    )
    assert found.explanation == (
        "The same is said more firmly: "
        "“At this stage we believe that the lock was forced” became “The lock was forced”."
    )


def test_what_may_be_another_matter_is_not_called_the_same_said_less_firmly() -> None:
    found = change(
        says("Tickets remain valid", event="valid", counted="ticket"),
        says("Tickets may be refunded", event="refund", counted="ticket", certainty=Certainty.HEDGED, hedge="may"),
        confidence=0.6,
    )
    assert found.explanation.startswith("The earlier statement says “Tickets remain valid”, the later one")
