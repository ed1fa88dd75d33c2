"""Two outlets on one statement: numbers that differ under other words, and numbers that only seem to."""

from __future__ import annotations

import pytest
from changes_samples import about, denies, exact, findings, says

from comms_tracker.records import Claim, Finding, FindingKind


def gives(words: str, *, event: str = "close", counted: str = "school", speaker: str | None = None) -> Claim:
    figure = next(word for word in words.split() if word[0].isdigit())
    number = float(figure.replace(",", ""))
    return says(words, exact(figure, number), event=event, counted=counted, speaker=speaker)


def told(*outlets: list[Claim], copies: dict[str, str] | None = None) -> tuple[Finding, ...]:
    return findings(*((claims, None) for claims in outlets), one_release=True, copies=copies)


def test_the_one_number_that_each_outlet_has_alone_is_compared_under_other_words() -> None:
    first = [gives("Dust was found in 72 schools"), gives("9 schools have shut")]
    second = [gives("9 schools are closed"), gives("A search turned it up at 172 schools", event="turn up")]
    (found,) = told(first, second)
    assert found == Finding(
        FindingKind.OUTLETS_DIFFER,
        ("a", "b"),
        ("a-0", "b-1"),
        "The same statement is reported in two ways: Outlet A has “Dust was found in 72 schools”, Outlet B has "
        "“A search turned it up at 172 schools” (172 − 72 = 100).",
    )


def test_digits_in_another_order_are_compared_under_other_words() -> None:
    (found,) = told([gives("Dust was found in 1,340 schools")], [gives("It lay in 1,430 schools", event="lie")])
    assert found.explanation == (
        "The same statement is reported in two ways: Outlet A has “Dust was found in 1,340 schools”, Outlet B has "
        "“It lay in 1,430 schools” (1,430 − 1,340 = 90)."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["Dust was found in 72 schools"], ["It lay in 95 schools"]),
        (["Dust was found in 72 schools"], ["It lay in 27 schools", "The builders saw 64 schools"]),
        (["Dust was found in 72 schools", "They looked at 72 schools"], ["It lay in 27 schools", "Of 72 schools"]),
        (["Dust was found in 13 schools"], ["It lay in 31 schools"]),
        (["Dust was found in 1,720 schools"], ["It lay in 172 schools"]),
    ],
)
def test_numbers_that_are_unlike_or_have_company_or_are_small_are_silent(first: list[str], second: list[str]) -> None:
    assert told([gives(words) for words in first], [gives(words) for words in second]) == ()


def test_numbers_of_other_things_or_speakers_are_silent() -> None:
    here = [gives("Dust was found in 72 schools")]
    assert told(here, [gives("It lay in 172 rooms", counted="room")]) == ()
    assert told(here, [gives("It lay in 172 schools", speaker="The teachers' union")]) == ()


def test_a_number_that_the_other_outlet_has_too_is_no_other_number() -> None:
    first = [gives("17 schools closed on Friday"), gives("30 schools closed on Monday, a watchdog says")]
    second = [gives("17 schools closed on Friday")]
    assert told(first, second, copies={"b-0": "a-1"}) == ()


def test_one_number_rounded_is_silent_under_other_words() -> None:
    rounded = says("It lay in about 170 schools", about("about 170", 170, 5), event="lie", counted="school")
    assert told([gives("Dust was found in 172 schools")], [rounded]) == ()


def test_a_denial_of_another_thing_with_the_same_number_is_silent() -> None:
    first = [gives("The other 300 schools can stay as they are", event="stay")]
    denial = denies("300 schools did not have dust", figure=exact("300", 300), event="have", counted="school")
    assert told(first, [denial], copies={"b-0": "a-0"}) == ()
