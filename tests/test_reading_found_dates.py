"""Which words are a date, and which only hold one."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.reading.found_dates import day, day_on_its_own_line, moment, shows_day_first

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
MOMENTS = st.datetimes(
    datetime(1950, 1, 1),
    datetime(2099, 12, 31),
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
).map(lambda each: each.replace(microsecond=0))


@given(DAYS)
def test_every_day_is_read_however_it_is_written(when: date) -> None:
    month, suffix = f"{when:%B}", {1: "st", 2: "nd", 3: "rd"}.get(when.day % 10 * (when.day not in {11, 12, 13}), "th")
    for written in (
        f"{when.day} {month} {when.year}",
        f"{when.day}{suffix} {month} {when.year}",
        f"the {when.day}{suffix} of {month}, {when.year}",
        f"{when:%A}, {when.day} {month} {when.year}",
        f"{month} {when.day}, {when.year}",
        f"{when.day} {when:%b} {when.year}",
        f"Issued: {when.day} {month} {when.year}",
        f"Published on {when.day} {month.upper()} {when.year} at 10.30am",
        f"Date of issue – {when.isoformat()}",
        when.isoformat(),
    ):
        assert day(written) == when.isoformat(), written


@given(DAYS)
def test_a_day_in_numbers_is_read_only_where_it_can_be_no_other(when: date) -> None:
    written = f"{when.day:02}/{when.month:02}/{when.year}"
    may_be_another = when.day <= 12 and when.day != when.month
    assert day(written) == (None if may_be_another else when.isoformat())
    assert day(written, day_first=True) == when.isoformat()
    assert shows_day_first(written) == (True if when.day > 12 else None)


@given(MOMENTS)
def test_every_moment_is_read_as_mails_and_feeds_write_it(when: datetime) -> None:
    for written in (when.isoformat(), format_datetime(when)):
        read = moment(written)
        assert read is not None
        assert datetime.fromisoformat(read) == when


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2021-03-09T07:45:00", "2021-03-09"),
        ("Tue, 09 Mar 2021 07:45:00 -0000", "2021-03-09"),
        ("20210309", "2021-03-09"),
        ("yesterday", None),
        ("", None),
        ("2021", None),
        ("March 2021", None),
        ("30 February 2021", None),
    ],
)
def test_what_gives_no_offset_gives_its_day_and_what_is_no_day_gives_none(written: str, read: str | None) -> None:
    assert moment(written) == read


@pytest.mark.parametrize(
    "line",
    [
        "On 9 March 2021 a main burst.",
        "9 March 2021 was a Tuesday",
        "Last updated 9 March 2021",
        "9 March",
        "Call 09 03 2021",
        "9 March 2021 – 12 March 2021",
    ],
)
def test_a_line_that_only_holds_a_date_is_none(line: str) -> None:
    assert day_on_its_own_line(f"Burst main\n{line}\n136 homes had no water.") is None


def test_a_date_far_down_the_text_is_not_the_day_of_issue() -> None:
    lines = [f"Line {number} of the statement." for number in range(12)]
    assert day_on_its_own_line("\n\n".join(["Press release", "9 March 2021", *lines])) == ("2021-03-09", "9 March 2021")
    assert day_on_its_own_line("\n\n".join([*lines, "9 March 2021"])) is None


def test_a_long_line_takes_no_time() -> None:
    began = time.monotonic()
    assert day("9 March 2021" + " " * 1_000_000 + "x") is None
    assert moment("9 March 2021" + " " * 1_000_000 + "x") is None
    assert time.monotonic() - began < 1.0
