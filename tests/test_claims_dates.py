"""Dates in the words of a claim become days, seen from the day of issue, and stay words where they allow no reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.changes.caution import _other_time
from comms_tracker.claims.building import make_claim
from comms_tracker.claims.dates import as_of, resolve_period
from comms_tracker.claims.intervals import Interval, apart, interval_of, period_words
from comms_tracker.claims.periods import period_of
from comms_tracker.records import Claim, Measure, Statement

TUESDAY = "2022-06-07"

PHRASES = {
    "since Saturday": "2022-06-04/..",
    "since 4 June": "2022-06-04/..",
    "since the 4th of June": "2022-06-04/..",
    "since June 4": "2022-06-04/..",
    "since yesterday": "2022-06-06/..",
    "since last night": "2022-06-06/..",
    "since midnight": "2022-06-07/..",
    "since November": "2021-11-01/..",
    "since January 2018": "2018-01-01/..",
    "since 2019": "2019-01-01/..",
    "since last week": "2022-05-30/..",
    "since 6pm on Friday": "2022-06-03/..",
    "since March 21 people have died": "2022-03-01/..",
    "in the past seven days": "2022-05-31/2022-06-07",
    "over the last 36 hours": "2022-06-05/2022-06-07",
    "in the last fortnight": "2022-05-24/2022-06-07",
    "during the past month": "2022-05-07/2022-06-07",
    "the week to 26 May": "2022-05-20/2022-05-26",
    "week ending Sunday": "2022-05-30/2022-06-05",
    "the month to 26 May": "2022-04-27/2022-05-26",
    "the year to 31 March 2022": "2021-04-01/2022-03-31",
    "three months to April": "2022-02-01/2022-04-30",
    "this week": "2022-06-06/2022-06-12",
    "last week": "2022-05-30/2022-06-05",
    "last month": "2022-05-01/2022-05-31",
    "last year": "2021-01-01/2021-12-31",
    "so far this year": "2022-01-01/2022-06-07",
    "yesterday": "2022-06-06/2022-06-06",
    "Today": "2022-06-07/2022-06-07",
    "this morning": "2022-06-07/2022-06-07",
    "overnight": "2022-06-06/2022-06-07",
    "In April": "2022-04-01/2022-04-30",
    "In March 21 people died": "2022-03-01/2022-03-31",
    "were lost in December": "2021-12-01/2021-12-31",
    "in 2019": "2019-01-01/2019-12-31",
    "between 28 January and 9 February": "2022-01-28/2022-02-09",
    "between 28 and 30 January": "2022-01-28/2022-01-30",
    "between 20 December and 9 January": "2021-12-20/2022-01-09",
    "were down from Friday to Sunday": "2022-06-03/2022-06-05",
    "from 13 February until now": "2022-02-13/2022-06-07",
    "from 22 April until the morning of 7 May": "2022-04-22/2022-05-07",
    "from 2008 to 2013": "2008-01-01/2013-12-31",
    "by the end of October": "../2022-10-31",
    "had been reached by the end of October": "../2021-10-31",
    "by the end of the month": "../2022-06-30",
    "had reopened by 22 April": "../2022-04-22",
    "will be restored by 22 July": "../2022-07-22",
    "will be paid by Friday": "../2022-06-10",
    "remain closed until 18 November": "../2022-11-18",
    "was closed until 18 November": "../2021-11-18",
    "will be refunded on 25 August": "2022-08-25/2022-08-25",
    "died on 25 August": "2021-08-25/2021-08-25",
    "were hit at the weekend": "2022-06-04/2022-06-05",
    "were read on Saturday, 4 June 2022": "2022-06-04/2022-06-04",
    "last Saturday": "2022-06-04/2022-06-04",
    "40 flights cancelled today, 300 since Saturday": "2022-06-04/..",
}
NO_READING = (
    "so far",
    "a day",
    "since then",
    "since last summer",
    "since early May",
    "since Tuesday",
    "since the pumps failed on Friday",
    "on Friday",
    "by 22 July",
    "by October",
    "closed until 18 November",
    "was due to reopen by 3 May",
    "every Friday",
    "the first Tuesday of each month",
    "last Friday's figure",
    "on 31 June",
    "on Monday 4 June",
    "it may be 12 people",
    "from 61 accounts",
    "as many as 300 march in step",
    "since three more were lost",
    "",
)


@pytest.mark.parametrize(("words", "period"), PHRASES.items())
def test_a_period_is_resolved_against_the_day_of_issue(words: str, period: str) -> None:
    assert resolve_period(words, TUESDAY) == period


@pytest.mark.parametrize("words", NO_READING)
def test_words_that_allow_no_one_reading_are_not_guessed_at(words: str) -> None:
    assert resolve_period(words, TUESDAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("As of 21 March, 69 lives have been lost", "2022-03-21"),
        ("as of the end of April 300 were missing", "2022-04-30"),
        ("as at 2pm on 4 June", "2022-06-04"),
        ("as of last night", "2022-06-06"),
        ("At 6pm on Friday, 300 homes were dark", "2022-06-03"),
        ("by Friday 300 had reopened", "2022-06-03"),
        ("69 lives lost this morning", "2022-06-07"),
        ("12 claims so far", "2022-06-07"),
        ("As of 1 July fees will rise to £20", None),
        ("300 will have reopened by Friday", None),
        ("at 8pm 12 were missing", None),
        ("in April 12 were missing", None),
        ("12 were missing", None),
    ],
)
def test_the_day_that_a_figure_is_said_to_hold_at(words: str, day: str | None) -> None:
    assert as_of(words, TUESDAY) == day


def test_without_a_day_of_issue_only_dates_with_their_year_are_read() -> None:
    words = ("since 4 June 2022", "since 4 June", "yesterday", "in 2019")
    assert [resolve_period(each, None) for each in words] == ["2022-06-04/..", None, None, "2019-01-01/2019-12-31"]
    assert as_of("so far", None) is None


def test_an_hour_of_issue_and_odd_spaces_change_nothing() -> None:
    assert resolve_period("since\u00a04\n June", "2022-06-07T23:30:00+01:00") == "2022-06-04/.."
    assert resolve_period("yesterday", "7 June 2022") is None


def test_a_leap_day_is_looked_for_in_leap_years() -> None:
    assert resolve_period("since 29 February", "2023-01-10") == "2020-02-29/.."


@given(st.sampled_from([*PHRASES, *NO_READING]), st.dates())
def test_no_resolved_period_ends_before_it_starts_whatever_the_day_of_issue(words: str, issued: date) -> None:
    period = resolve_period(words, issued.isoformat())
    interval = interval_of(period)
    assert (period is None) == (interval is None)
    if interval is not None:
        assert str(interval) == period
        assert interval.first is None or interval.last is None or interval.first <= interval.last


@given(
    st.lists(st.sampled_from(sorted({word for phrase in PHRASES for word in phrase.split()})), max_size=9), st.dates()
)
def test_any_jumble_of_such_words_is_read_or_left_alone(words: list[str], issued: date) -> None:
    jumble = " ".join(words)
    interval = interval_of(resolve_period(jumble, issued.isoformat()))
    if interval is not None and interval.first is not None and interval.last is not None:
        assert interval.first <= interval.last
    day = as_of(jumble, issued.isoformat())
    assert day is None or day <= issued.isoformat()


AROUND = st.builds(
    "{}{}{}".format, st.text(max_size=20), st.sampled_from([*PHRASES, *NO_READING]), st.text(max_size=20)
)


@given(st.text(max_size=60) | AROUND, st.text(max_size=12) | st.dates().map(date.isoformat))
def test_no_text_and_no_day_of_issue_raises(words: str, issued: str) -> None:
    day = as_of(words, issued)
    assert day is None or date.fromisoformat(day)
    period = resolve_period(words, issued)
    assert period is None or interval_of(period) is not None


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2022-06-04/..", "since 4 June 2022"),
        ("../2022-10-31", "up to 31 October 2022"),
        ("2022-06-07/2022-06-07", "on 7 June 2022"),
        ("2022-04-01/2022-04-30", "in April 2022"),
        ("2019-01-01/2019-12-31", "in 2019"),
        ("2022-01-28/2022-02-09", "from 28 January 2022 to 9 February 2022"),
        ("since the trouble began", "since the trouble began"),
    ],
)
def test_a_period_is_shown_in_words(period: str, words: str) -> None:
    assert period_words(period) == words


def test_periods_with_a_day_in_common_are_not_apart() -> None:
    spring = Interval(date(2022, 3, 1), date(2022, 5, 31))
    assert not apart(spring, Interval(date(2022, 5, 31), None))
    assert apart(spring, Interval(date(2022, 6, 1), None))
    assert apart(Interval(date(2022, 6, 1), None), spring)
    assert not apart(Interval(None, date(2022, 3, 1)), spring)


def test_a_period_without_a_day_of_issue_stays_the_words() -> None:
    assert period_of("12 people since Saturday") == "since Saturday"
    assert period_of("12 people since Saturday", TUESDAY) == "2022-06-04/.."
    assert period_of("12 people since the trouble began", TUESDAY) == "since the trouble began"


def claim(period: str) -> Claim:
    statement = Statement(id="s1", text="12 were missing by Friday.", issued=TUESDAY)
    return make_claim(statement, (0, 25), None, Measure("miss", None, (), None, period))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("640 were cut since 4 June, he said, |455| of them in the past seven days", "2022-05-31/2022-06-07"),
        ("|640| were cut since 4 June, he said, 455 of them in the past seven days", "2022-06-04/.."),
        ("|9| died on Friday, 40 since Saturday", "2022-06-03/2022-06-03"),
        ("rather than the |588| that it reported in March", None),
        ("|120| copies of the email of 17 January were read", None),
        ("are up by |120| on last year", None),
        ("|300| will be paid to all who had to wait, by 31 October", None),
    ],
)
def test_what_follows_a_figure_directly_is_its_period_and_a_report_has_its_own_day(
    words: str, period: str | None
) -> None:
    before, figure, after = words.split("|")
    assert resolve_period(before + figure + after, TUESDAY, len(before + figure)) == period


def test_a_claim_holds_at_the_day_that_its_words_name() -> None:
    assert claim("today").as_of == "2022-06-03"


def test_a_denial_about_another_time_contradicts_nothing() -> None:
    assert _other_time(claim("2022-06-06/2022-06-06"), claim("2022-06-07/2022-06-07"))
    assert not _other_time(claim("2022-06-04/.."), claim("2022-06-07/2022-06-07"))
    assert _other_time(claim("yesterday"), claim("2022-06-07/2022-06-07"))
