"""Months and days of the week are known by their names, whole or short, wherever a date is read."""

from __future__ import annotations

import re
from datetime import date

import pytest

from comms_tracker.calendar_names import (
    MONTH,
    MONTHS,
    SHORT_MONTH,
    WEEKDAY,
    WEEKDAYS,
    day_in_words,
    is_month,
    is_weekday,
    month_number,
    weekday_number,
)


def test_numbers_are_those_of_the_calendar() -> None:
    assert [month_number(name) for name in MONTHS] == list(range(1, 13))
    assert [date(2024, 4, 1 + weekday_number(name)).weekday() for name in WEEKDAYS] == list(range(7))


@pytest.mark.parametrize(("name", "number"), [("Sept", 9), ("sep", 9), ("MARCH", 3), ("Jun", 6), ("july", 7)])
def test_a_month_is_known_by_its_short_form_and_in_capitals(name: str, number: int) -> None:
    assert month_number(name) == number


def test_other_words_have_no_number() -> None:
    with pytest.raises(KeyError):
        month_number("noon")
    with pytest.raises(KeyError):
        weekday_number("weekend")


def test_a_pattern_takes_every_name_and_nothing_else() -> None:
    assert all(re.fullmatch(MONTH, name) for name in MONTHS)
    assert all(re.fullmatch(WEEKDAY, name) for name in WEEKDAYS)
    assert all(re.fullmatch(SHORT_MONTH, name) for name in ("Jan", "Sep", "Sept", "Dec"))
    assert not any(re.fullmatch(f"{MONTH}|{SHORT_MONTH}|{WEEKDAY}", word) for word in ("may", "Mon", "Today", "Junes"))


def test_only_a_whole_name_is_a_month_or_a_day() -> None:
    assert [word for word in ("may", "APRIL", "Aug", "Friday", "month") if is_month(word)] == ["may", "APRIL"]
    assert [word for word in ("friday", "Tuesdays", "Sun", "March") if is_weekday(word)] == ["friday"]


def test_a_day_is_written_out_in_british_english() -> None:
    assert day_in_words(date(2022, 6, 4)) == "4 June 2022"
