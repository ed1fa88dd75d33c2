"""Shares that no whole can have, and parts that are larger than the whole that the words name."""

from __future__ import annotations

import pytest
from changes_samples import exact, findings, per_cent, says

from comms_tracker.records import Basis, Claim, FindingKind


def counts(words: str, number: float, counted: str, event: str, **more: object) -> Claim:
    figure = next(word for word in words.split() if word[0].isdigit())
    return says(words, exact(figure, number), event=event, counted=counted, **more)  # type: ignore[arg-type]


def explained(claims: list[Claim], text: str) -> list[str]:
    found = findings((claims, text))
    assert all(one.kind is FindingKind.IMPOSSIBLE_SHARE for one in found)
    return [one.explanation for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "124 per cent of the usual number of letters came in",
        "124 per cent of what an ordinary week brings",
        "124 per cent of last year's visitors",
        "124 per cent of those a month before",
    ],
)
def test_more_than_a_yardstick_is_no_impossible_share(words: str) -> None:
    claim = says(words, per_cent("124 per cent", 124), event="come", counted="letter", basis=Basis.SHARE)
    assert explained([claim], words + ".") == []


def test_more_than_the_number_that_stands_in_the_words_of_the_whole_is_reported() -> None:
    text = "We have replaced 512 of the 480 meters in Harl."
    claims = [
        counts("We have replaced 512 of the 480 meters", 512, "meter", "replace"),
        counts("480 meters in Harl", 480, "meter", "replace"),
    ]
    assert explained(claims, text) == [
        "512 meters cannot be a part of 480: the part is larger than the whole (106.7 per cent)."
    ]


def of_those_that(number: int) -> tuple[list[Claim], str]:
    text = f"75 trains ran late. Nobody was hurt. Of the trains that ran late, {number} were full."
    claims = [
        counts("75 trains ran late", 75, "train", "run"),
        counts(f"{number} were full", number, "train", "be full"),
    ]
    return claims, text


def test_more_than_were_said_to_be_there_is_reported() -> None:
    assert explained(*of_those_that(91)) == [
        "91 trains cannot be a part of 75: the part is larger than the whole (121.3 per cent)."
    ]


def test_a_part_within_what_was_said_to_be_there_is_silent() -> None:
    assert explained(*of_those_that(71)) == []


def test_the_whole_of_another_group_is_no_whole() -> None:
    text = "75 trains ran late. Of the trains that were cancelled, 91 were full."
    claims = [counts("75 trains ran late", 75, "train", "run"), counts("91 were full", 91, "train", "be full")]
    assert explained(claims, text) == []


def test_two_sizes_of_one_whole_are_left_alone() -> None:
    text = "75 trains ran late on Monday. 88 trains ran late on Friday. Of the trains that ran late, 91 were full."
    claims = [
        counts("75 trains ran late on Monday", 75, "train", "run"),
        counts("88 trains ran late on Friday", 88, "train", "run"),
        counts("91 were full", 91, "train", "be full"),
    ]
    assert explained(claims, text) == []


def test_a_whole_named_in_the_sentence_before_is_found() -> None:
    text = "We are recalling two toasters. That makes 20,150 toasters. So far 23,400 of the recalled toasters are back."
    claims = [
        counts("That makes 20,150 toasters", 20150, "toaster", "make"),
        counts("23,400 of the recalled toasters are back", 23400, "toaster", "be back", scope=("recalled",)),
    ]
    assert explained(claims, text) == [
        "23,400 toasters cannot be a part of 20,150: the part is larger than the whole (116.1 per cent)."
    ]


def put_right(refunded: int, harmed: str = "614 drivers were overcharged") -> tuple[list[Claim], str]:
    text = f"{harmed}. To date {refunded} drivers have been refunded."
    claims = [
        counts(harmed, 614, "driver", "overcharge"),
        counts(f"{refunded} drivers have been refunded", refunded, "driver", "refund"),
    ]
    return claims, text


def test_no_more_can_be_put_right_than_went_wrong() -> None:
    assert explained(*put_right(641)) == [
        "641 drivers cannot be a part of 614: the part is larger than the whole (104.4 per cent)."
    ]


@pytest.mark.parametrize(
    ("refunded", "harmed"),
    [
        (600, "614 drivers were overcharged"),
        (641, "614 drivers were overcharged last week"),
        (641, "614 drivers overcharged in May have still to hear from us"),
    ],
)
def test_fewer_put_right_or_only_the_rest_counted_is_silent(refunded: int, harmed: str) -> None:
    assert explained(*put_right(refunded, harmed)) == []


def test_a_whole_in_round_numbers_may_be_a_little_larger() -> None:
    text = "75,000 trains ran late. Of the trains that ran late, 75,210 were full."
    claims = [
        counts("75,000 trains ran late", 75000, "train", "run"),
        counts("75,210 were full", 75210, "train", "be full"),
    ]
    assert explained(claims, text) == []


def test_another_part_of_the_same_whole_is_no_whole() -> None:
    text = "We have sold 310 of the faulty heaters. Others have sold 390 of the faulty heaters."
    claims = [
        counts("We have sold 310 of the faulty heaters", 310, "heater", "sell"),
        counts("Others have sold 390 of the faulty heaters", 390, "heater", "sell"),
    ]
    assert explained(claims, text) == []
